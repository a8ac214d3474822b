package scene_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

func drawnMatrix(t *rapid.T) *layout.Matrix {
	m := layout.NewMatrix(rapid.IntRange(1, 9).Draw(t, "rows"), rapid.IntRange(1, 9).Draw(t, "cols"))
	for i := range m.Dots {
		m.Dots[i] = rapid.Bool().Draw(t, "dot")
	}
	return m
}

func TestMatrixRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnMatrix(t)
		plain, binary := string(scene.AppendMatrix(nil, m)), string(scene.AppendBinary(nil, m))
		blocks := strings.NewReplacer("#", "█", ".", "░").Replace(plain)
		spaced := strings.ReplaceAll(plain, "", " ")
		for _, text := range []string{
			plain, binary, blocks, spaced, plain + "\n", "```\n" + plain + "\n```", strings.ReplaceAll(plain, "\n", "\r\n"),
			"Here it is:\n\n" + plain + "\n\nThat is all.", "<think>#..\n</think>\n" + plain, "> " + strings.ReplaceAll(plain, "\n", "\n> "),
			"[" + strings.ReplaceAll(binary, "\n", "],\n[") + "]", "##\n..\n\n" + plain, "```\n\n" + plain + "  \n\n```\n",
		} {
			got, err := scene.ParseMatrix(text)
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if diff := cmp.Diff(m, got); diff != "" {
				t.Fatalf("(-drawn +read)\n%s\n%s", diff, text)
			}
		}
	})
}

func TestParseMatrixErrors(t *testing.T) {
	tests := []struct {
		text string
		want scene.SyntaxError
	}{
		{"", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"I cannot.", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"```\nabc\n```", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"##\n#", scene.SyntaxError{Line: 2, Col: 1, Reason: scene.Uneven}},
		{"Look:\n\n  ##\n  ...", scene.SyntaxError{Line: 4, Col: 3, Reason: scene.Uneven}},
		{"```\n##\nx#\n```", scene.SyntaxError{Line: 3, Col: 1, Reason: scene.Unknown, Names: []string{"x#"}}},
		{"```\n##\n\n##\n```", scene.SyntaxError{Line: 3, Col: 1, Reason: scene.Uneven}},
		{strings.Repeat("#", scene.MaxSide+1), scene.SyntaxError{Line: 1, Col: scene.MaxSide + 1, Reason: scene.TooLarge}},
		{strings.Repeat("#\n", scene.MaxSide+1), scene.SyntaxError{Line: scene.MaxSide + 1, Col: 1, Reason: scene.TooLarge}},
		{strings.Repeat("#", scene.MaxText+1), scene.SyntaxError{Reason: scene.TooLarge}},
	}
	for _, test := range tests {
		_, err := scene.ParseMatrix(test.text)
		var got *scene.SyntaxError
		if !errors.As(err, &got) {
			t.Errorf("%.40q: %v", test.text, err)
		} else if diff := cmp.Diff(test.want, *got); diff != "" {
			t.Errorf("%.40q (-want +got):\n%s", test.text, diff)
		}
	}
	for _, m := range []*layout.Matrix{nil, {}, {Rows: 3}, {Rows: 3, Cols: 3}} {
		if got := scene.AppendMatrix([]byte("x"), m); string(got) != "x" {
			t.Errorf("%v is drawn as %q", m, got)
		}
	}
}

func FuzzParseMatrix(f *testing.F) {
	for _, s := range []string{"##\n..", "```\n10\n01\n```", "█░", "<think>", "> #", "[1, 0],\n[0, 1]", "\xff#"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := scene.ParseMatrix(text)
		if err != nil {
			_ = err.Error()
			return
		}
		again, err := scene.ParseMatrix(string(scene.AppendMatrix(nil, m)))
		if err != nil || !again.Equal(m) {
			t.Fatalf("%q is read as %v, drawn again as %v, %v", text, m, again, err)
		}
	})
}
