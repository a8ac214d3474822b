package scene_test

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// goldenLayouts are drawn in every style in testdata/styles.golden.
var goldenLayouts = []string{
	"A 0,0",
	"B 0,0; C 0,2; D 1,0; A 1,1",
	"A 2,0; B 1,1; C 0,2",
	"A 0,0; B 0,1; C 1,0; D 1,1; E 2,1; F 3,2; G 3,3; H 4,1",
	"cat 0,0; bird 0,2; ox 1,1; d 2,0; horse 2,2",
	"red square 0,0; blue dot 1,1; x 1,2",
	"猫 0,0; 犬 0,1; A 1,1",
	"A 1,1; B 3,4",
}

func drawings() string {
	var out strings.Builder
	for _, text := range goldenLayouts {
		out.WriteString("# " + text + "\n")
		for s := range scene.Style(scene.Styles) {
			out.WriteString("## " + s.String() + "\n" + scene.Render(place(text), s) + "\n")
		}
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	path := filepath.Join("testdata", "styles.golden")
	got := drawings()
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("drawings changed (-want +got):\n%s", diff)
	}
}

// drawNaively fills a canvas character by character. It shares nothing with Append.
func drawNaively(l layout.Layout, s scene.Style) string {
	width := func(name string) (w int) {
		for _, c := range name {
			w++
			if c > 0x2e80 {
				w++
			}
		}
		return w
	}
	w := 0
	for _, e := range l.Entities {
		w = max(w, width(e.Name))
	}
	rows, cols := l.Bounds()
	height, length := rows, cols*(w+2)
	switch s {
	case scene.Grid:
		height, length = 2*rows+1, cols*(w+2)+1
	case scene.Panel:
		height, length = rows+2, cols*(w+2)+3
	}
	canvas := make([][]rune, height)
	for y := range canvas {
		canvas[y] = slices.Repeat([]rune{' '}, length)
		for x := range canvas[y] {
			left, right, top, bottom := x == 0, x == length-1, y == 0, y == height-1
			switch {
			case s == scene.Grid && y%2 == 0 && x%(w+2) == 0:
				canvas[y][x] = '+'
			case s == scene.Grid && y%2 == 0:
				canvas[y][x] = '-'
			case s == scene.Grid && x%(w+2) == 0:
				canvas[y][x] = '|'
			case s == scene.Panel && (left || right) && (top || bottom):
				canvas[y][x] = map[[2]bool]rune{{true, true}: '┌', {true, false}: '└', {false, true}: '┐', {false, false}: '┘'}[[2]bool{left, top}]
			case s == scene.Panel && (left || right):
				canvas[y][x] = '│'
			case s == scene.Panel && (top || bottom):
				canvas[y][x] = '─'
			}
		}
	}
	for _, e := range l.Entities {
		y, x := e.At.Row, e.At.Col*(w+2)
		switch s {
		case scene.Grid:
			y, x = 2*e.At.Row+1, x+(w+2-width(e.Name))/2
		case scene.Panel:
			y, x = y+1, x+2
		}
		for _, c := range e.Name {
			canvas[y][x] = c
			x++
			if c > 0x2e80 {
				canvas[y][x] = 0 // the right half of a wide letter
				x++
			}
		}
	}
	lines := make([]string, height)
	for y := range canvas {
		lines[y] = strings.ReplaceAll(string(canvas[y]), "\x00", "")
		if s == scene.Simple {
			lines[y] = strings.TrimRight(lines[y], " ")
		}
	}
	return strings.Join(lines, "\n")
}

// layouts draws layouts of 1 to 30 objects, with names of one kind, on up to 7 rows and columns.
func layouts(t *rapid.T) layout.Layout {
	pattern := rapid.SampledFrom([]string{`[A-Za-z]`, `[a-z]{1,8}`, `[A-Z][0-9]{0,3}`, `[a-z]{1,4}( [a-z]{1,6})?`, `[一-十]{1,3}|[a-z]{1,3}`}).
		Draw(t, "kind of names")
	names := rapid.SliceOfNDistinct(rapid.StringMatching(pattern), 1, 30, rapid.ID[string]).Draw(t, "names")
	cell := rapid.Custom(func(t *rapid.T) layout.Cell {
		return layout.Cell{Row: rapid.IntRange(0, 6).Draw(t, "row"), Col: rapid.IntRange(0, 6).Draw(t, "col")}
	})
	cells := rapid.SliceOfNDistinct(cell, len(names), len(names), rapid.ID[layout.Cell]).Draw(t, "cells")
	var l layout.Layout
	for i, name := range names {
		l.Entities = append(l.Entities, layout.Entity{Name: name, At: cells[i]})
	}
	return l
}

func TestAppendAgreesWithNaiveDrawing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := layouts(t)
		for s := range scene.Style(scene.Styles) {
			if diff := cmp.Diff(drawNaively(l, s), scene.Render(l, s)); diff != "" {
				t.Fatalf("%v of %s (-want +got):\n%s", s, placed(l), diff)
			}
		}
	})
}

func TestAppendGoesOnFromDst(t *testing.T) {
	l := place("A 0,0; B 1,1")
	for s := range scene.Style(scene.Styles) {
		got := string(scene.Append([]byte("before\n"), l, s))
		if want := "before\n" + scene.Render(l, s); got != want {
			t.Errorf("%v: got %q, want %q", s, got, want)
		}
	}
}

func TestAppendTakesAnyLayout(t *testing.T) {
	long := strings.Repeat("x", scene.MaxText)
	for name, c := range map[string]struct {
		layout layout.Layout
		want   string // simple
	}{
		"empty":             {layout.Layout{}, ""},
		"negative row":      {place("A -1,0; B 0,0"), "B"},
		"negative column":   {place("A 0,-5; B 0,0"), "B"},
		"only negative":     {place("A -1,-1"), ""},
		"one cell":          {place("A 0,0; B 0,0; C 0,1"), "A  C"},
		"no name":           {layout.Layout{Entities: []layout.Entity{{}, {Name: "A", At: layout.Cell{Col: 1}}}}, "   A"},
		"huge":              {layout.Layout{Entities: []layout.Entity{{Name: "A", At: layout.Cell{Row: math.MaxInt - 7, Col: math.MaxInt}}, {Name: "B"}}}, "B"},
		"least":             {layout.Layout{Entities: []layout.Entity{{Name: "A", At: layout.Cell{Row: math.MinInt, Col: math.MinInt}}}}, ""},
		"long name":         {layout.Layout{Entities: []layout.Entity{{Name: long}, {Name: "B", At: layout.Cell{Row: 1000, Col: 1000}}}}, ""},
		"long name far off": {layout.Layout{Entities: []layout.Entity{{Name: long[:1100], At: layout.Cell{Row: 1023, Col: 1023}}}}, ""},
		"in the far corner": {place("A 1023,1023"), strings.Repeat("\n", 1023) + strings.Repeat("   ", 1023) + "A"},
	} {
		for s := range scene.Style(scene.Styles) {
			got := scene.Render(c.layout, s)
			if s == scene.Simple && got != c.want {
				t.Errorf("%s: got %q, want %q", name, got, c.want)
			}
			if len(got) > 3*scene.MaxText {
				t.Errorf("%s: %v: %d bytes", name, s, len(got))
			}
		}
	}
}

func TestAppendDoesNotAllocate(t *testing.T) {
	var big layout.Layout
	for i := range 1024 {
		at := layout.Cell{Row: i / 32, Col: 31 - i%32}
		big.Entities = append(big.Entities, layout.Entity{Name: "N", At: at})
	}
	for _, l := range []layout.Layout{place("A 0,0; B 1,1"), big} {
		for s := range scene.Style(scene.Styles) {
			dst := make([]byte, 0, 1<<18)
			if n := testing.AllocsPerRun(10, func() { dst = scene.Append(dst[:0], l, s) }); n != 0 {
				t.Errorf("%v of %d entities: %v allocations", s, l.Len(), n)
			}
		}
	}
}

func TestStyle(t *testing.T) {
	for s, name := range []string{"simple", "grid", "panel"} {
		style, err := scene.ParseStyle(name)
		if err != nil || style != scene.Style(s) || style.String() != name {
			t.Errorf("ParseStyle(%q) = %v, %v", name, style, err)
		}
		var back scene.Style
		text, err := style.MarshalText()
		if err != nil || string(text) != name || back.UnmarshalText(text) != nil || back != style {
			t.Errorf("%v: text %q, %v, back as %v", style, text, err, back)
		}
	}
	if _, err := scene.ParseStyle("Grid"); err == nil || !strings.Contains(err.Error(), `"Grid"`) || !strings.Contains(err.Error(), "panel") {
		t.Errorf("error %v does not name the value and what is allowed", err)
	}
	if _, err := scene.Style(9).MarshalText(); err == nil {
		t.Error("style 9 has a name")
	}
	style := scene.Panel
	if err := style.UnmarshalText([]byte("x")); err == nil || style != scene.Panel {
		t.Errorf("after error %v the style is %v", err, style)
	}
	if got := scene.Style(9).String(); got != "Style(?)" {
		t.Errorf("style 9 is %q", got)
	}
	if got := scene.Render(place("A 0,0"), 9); got != "A" {
		t.Errorf("style 9 draws %q", got)
	}
}
