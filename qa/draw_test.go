package qa_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

// TestDrawAcceptsAnySatisfyingDrawing draws every placement on a 4×4 grid. Exactly those are right in which all facts
// hold; the others earn the share that holds.
func TestDrawAcceptsAnySatisfyingDrawing(t *testing.T) {
	const side = 4
	tests := []struct {
		objects int
		facts   []layout.Fact
	}{
		{1, nil},
		{2, nil},
		{2, parsed("A N B")},
		{2, parsed("B NE A")},
		{3, parsed("A N B", "C W B")},
		{3, parsed("A NW B", "B NW C")},
		{3, parsed("A N B")},
		{3, parsed("A SE B", "A E C", "C S B")},
		{3, parsed("A N B", "B S A", "A N B", "C SW A")},
		{4, parsed("A N B", "C W B", "D SW A", "D S C")},
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.objects, test.facts), func(t *testing.T) {
			if test.objects == 4 && testing.Short() {
				t.Skip("43,680 drawings")
			}
			names := layout.Names(test.objects)
			q := qa.Draw{Subject: qa.Subject{Facts: test.facts}}
			placements(test.objects, side, func(cells []layout.Cell) {
				if q.Layout.Len() == 0 && holding(cells, test.facts) == len(test.facts) {
					q.Layout = layoutOf(names, slices.Clone(cells))
				}
			})
			if q.Layout.Len() == 0 {
				t.Fatal("the facts of this test contradict each other")
			}
			placed := 0
			placements(test.objects, side, func(cells []layout.Cell) {
				placed++
				holds := holding(cells, test.facts)
				want := qa.Verdict{FormatOK: true, Correct: holds == len(test.facts), Reward: 1}
				if len(test.facts) > 0 {
					want.Reward = float64(holds) / float64(len(test.facts))
				}
				for style := range scene.Style(scene.Styles) {
					if test.objects == 4 && int(style) != placed%scene.Styles {
						continue // these are many: each in one style, in turn
					}
					drawing := scene.Render(layoutOf(names, cells), style)
					got := q.Verify(drawing)
					got.Extracted, got.Reason = "", ""
					if got != want {
						t.Fatalf("graded %+v; want %+v:\n%s", got, want, drawing)
					}
				}
			})
		})
	}
}

// TestDrawMoves moves every object of a larger drawing to every other cell.
func TestDrawMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySubject(t, 8)
		style := scene.Style(rapid.IntRange(0, scene.Styles-1).Draw(t, "style"))
		q := qa.Draw{Subject: s}
		names, cells := namesOf(s.Layout), cellsOf(s.Layout)
		rows, cols := s.Layout.Bounds()
		i := rapid.IntRange(0, len(cells)-1).Draw(t, "object")
		for row := range rows + 1 {
			for col := range cols + 1 {
				at := layout.Cell{Row: row, Col: col}
				if slices.Contains(cells, at) {
					continue
				}
				moved := slices.Clone(cells)
				moved[i] = at
				drawing := scene.Render(layoutOf(names, moved), style)
				holds := holding(moved, s.Facts)
				if v := checkedVerdict(t, q, drawing); v.Correct != (holds == len(s.Facts)) ||
					!v.Correct && v.Reward != float64(holds)/float64(len(s.Facts)) {
					t.Fatalf("%d of %d facts hold, graded %+v:\n%s", holds, len(s.Facts), v, drawing)
				}
			}
		}
	})
}

// TestDrawVerify spells out what a drawing may look like and what its reward is.
func TestDrawVerify(t *testing.T) {
	// B  C
	//    A
	q := qa.Draw{Subject: qa.Subject{
		Facts:  parsed("C E B", "A S C"),
		Layout: layoutOf([]string{"A", "B", "C"}, []layout.Cell{{Row: 1, Col: 1}, {}, {Col: 1}}),
	}}
	const drawing = "B  C\n   A"
	tests := []struct {
		response string
		reward   float64
		formatOK bool
		reason   string // must be in it
	}{
		{drawing, 1, true, ""},
		{"```\n" + drawing + "\n```", 1, true, ""},
		{"Let me place B first.\n\n" + drawing + "\n\nAll relations hold.", 1, true, ""},
		{"+--+--+\n|B |C |\n+--+--+\n|  |A |\n+--+--+", 1, true, ""},
		{"┌───────┐\n│ B  C  │\n│    A  │\n└───────┘", 1, true, ""},
		{"B . C\n. . .\n. . A", 1, true, ""},
		{"B     C\n\n\n      A", 1, true, ""},
		{"First try:\n```\nC  B\nA\n```\nThat is wrong. Again:\n```\n" + drawing + "\n```", 1, true, ""},
		{drawing + "\n\nNo, rather:\n\nC  B\nA", 0.5, true, "fact 1 does not hold: C must be to the right of B"},
		{"B  C\nA", 0.5, true, "fact 2 does not hold: A must be below C"},
		{"A  B\nC", 0, true, "fact 1"},
		{"B  C", 0.5, true, "A missing"},
		{"B", 0, true, "A, C missing"},
		{drawing + "  D", 2.0 / 3, true, "D drawn but not asked for"},
		{"D  C\n   A", 0.5, true, "B missing"},
		{"B  C\nA  A", 0, false, "second time"},
		{"BC\n A", 0, false, "share one cell"},
		{"", 0, false, "no drawing"},
		{"C is to the right of B. A is below C.", 0, false, "no drawing"},
		{"- C\n- B\n- A", 0, false, "no drawing"},
		{"I cannot draw that.", 0, false, ""},
		{strings.Repeat("B  C\n   A\n", 2), 0, false, "second time"},
	}
	for _, test := range tests {
		v := checkedVerdict(t, q, test.response)
		if v.Reward != test.reward || v.FormatOK != test.formatOK || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%q is graded %+v; want reward %v, format %t, reason %q",
				test.response, v, test.reward, test.formatOK, test.reason)
		}
	}
}

// TestStyles: a question that shows or wants a drawing comes in all styles.
func TestStyles(t *testing.T) {
	s := qa.Subject{Layout: layoutOf([]string{"A", "B"}, []layout.Cell{{}, {Row: 1}})}
	seen := make(map[string]map[scene.Style]bool)
	for _, f := range []qa.Family{qa.DrawFamily{}, qa.DescribeFamily{}} {
		qs, err := everyQuestion(f, s)
		if err != nil {
			t.Fatal(err)
		}
		seen[f.Name()] = make(map[scene.Style]bool)
		for _, q := range qs {
			switch q := q.(type) {
			case qa.Draw:
				seen[f.Name()][q.Style] = true
			case qa.Describe:
				seen[f.Name()][q.Style] = true
			}
		}
		if len(seen[f.Name()]) != scene.Styles {
			t.Errorf("%s comes in %v", f.Name(), seen[f.Name()])
		}
	}
}
