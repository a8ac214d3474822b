package layout_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TestCompose: one symmetry after the other moves every cell as their composition does.
func TestCompose(t *testing.T) {
	const rows, cols = 3, 5
	for a := range layout.Symmetry(layout.Symmetries) {
		for b := range layout.Symmetry(layout.Symmetries) {
			m := layout.NewMatrix(rows, cols)
			for i := range m.Dots {
				m.Dots[i] = true
				if !m.Transform(a).Transform(b).Equal(m.Transform(layout.Compose(a, b))) {
					t.Fatalf("%d after %d is not %d", b, a, layout.Compose(a, b))
				}
				m.Dots[i] = false
			}
		}
	}
}

// TestGlyphsDiffer: no two glyphs are the same, scaled or cropped, and turned only 6 and 9 are.
func TestGlyphsDiffer(t *testing.T) {
	turned := ""
	for i := range len(layout.GlyphNames) {
		a := layout.Glyph(layout.GlyphNames[i])
		if a.Rows != layout.GlyphRows || a.Cols != layout.GlyphCols || a.Cropped().Rows != layout.GlyphRows {
			t.Errorf("%c is not as high as the font", layout.GlyphNames[i])
		}
		if got := a.Scaled(3).Reduced(); !got.Equal(a.Reduced()) {
			t.Errorf("%c is another when scaled", layout.GlyphNames[i])
		}
		for j := range i {
			b := layout.Glyph(layout.GlyphNames[j])
			if a.Reduced().Equal(b.Reduced()) {
				t.Errorf("%c and %c are the same", layout.GlyphNames[i], layout.GlyphNames[j])
			}
			if a.Turned(b) {
				turned += layout.GlyphNames[j:j+1] + layout.GlyphNames[i:i+1] + " "
			}
		}
	}
	if turned != "69 " {
		t.Errorf("turned into each other are %q", turned)
	}
	if layout.Glyph('a') != nil || layout.Glyph(0) != nil {
		t.Error("there are glyphs of what the font does not have")
	}
}

// TestShapesDiffer: of one size no two shapes have the same dots, and moving one moves its dots.
func TestShapesDiffer(t *testing.T) {
	for rows := range 10 {
		for cols := range 10 {
			for k := range layout.Shape(layout.Shapes) {
				if !k.Fills(rows, cols) {
					continue
				}
				f := layout.Figure{Rows: rows, Cols: cols, Strokes: []layout.Stroke{{Shape: k, Box: layout.Box{Rows: rows, Cols: cols}}}}
				if err := f.Validate(); err != nil {
					t.Fatal(err)
				}
				m := f.Matrix()
				for o := range layout.Shape(layout.Shapes) {
					if o.Is(m) != (o == k) {
						t.Errorf("shape %d of %d by %d is shape %d: %t", k, rows, cols, o, o.Is(m))
					}
				}
				for s := range layout.Symmetry(layout.Symmetries) {
					if !f.Transform(s).Matrix().Equal(m.Transform(s)) {
						t.Errorf("shape %d of %d by %d moved by %d", k, rows, cols, s)
					}
				}
			}
		}
	}
}

func TestSampleStroke(t *testing.T) {
	src := seed.NewKey(5).Stream()
	for range 2000 {
		rows, cols := 3+src.Intn(9), 3+src.Intn(9)
		f := layout.Figure{Rows: rows, Cols: cols, Strokes: []layout.Stroke{layout.SampleStroke(rows, cols, src)}}
		if err := f.Validate(); err != nil {
			t.Fatalf("%+v: %v", f, err)
		}
	}
}

// TestChiral: a shape is chiral when its mirror image cannot be turned into it; asymmetric ones are that and more.
func TestChiral(t *testing.T) {
	for _, test := range []struct {
		rows               []string
		chiral, asymmetric bool
	}{
		{[]string{"#.", "#.", "##"}, true, true},             // L
		{[]string{".##", "##."}, true, false},                // S is itself turned by 180 degrees
		{[]string{"###", ".#."}, false, false},               // T
		{[]string{"##", "##"}, false, false},                 // O
		{[]string{"#.", "##"}, false, false},                 // mirrored along the diagonal
		{[]string{"...", "#..", "##.", ".##"}, false, false}, // W beside empty rows
		{[]string{".##", "##.", ".#."}, true, true},          // F
	} {
		m := layout.NewMatrix(len(test.rows), len(test.rows[0]))
		for i := range m.Dots {
			m.Dots[i] = test.rows[i/m.Cols][i%m.Cols] == '#'
		}
		if m.Chiral() != test.chiral || m.Asymmetric() != test.asymmetric {
			t.Errorf("%q: chiral %t, asymmetric %t", test.rows, m.Chiral(), m.Asymmetric())
		}
		if m.Transform(4).Turned(m) == test.chiral {
			t.Errorf("%q: its mirror image turned", test.rows)
		}
	}
}

// TestScatterBoxes: as many boxes as are asked for, inside, and no two overlap.
func TestScatterBoxes(t *testing.T) {
	src := seed.NewKey(7).Stream()
	for range 2000 {
		rows, cols, n := 1+src.Intn(12), 1+src.Intn(12), 1+src.Intn(8)
		boxes := layout.ScatterBoxes(rows, cols, n, src)
		if len(boxes) != n && rows*cols >= 2*n {
			t.Fatalf("%d boxes; want %d in %d by %d", len(boxes), n, rows, cols)
		}
		for i, b := range boxes {
			if b.Empty() || b.Intersect(layout.Box{Rows: rows, Cols: cols}) != b {
				t.Fatalf("%+v in %d by %d", b, rows, cols)
			}
			for _, o := range boxes[:i] {
				if !b.Intersect(o).Empty() {
					t.Fatalf("%+v and %+v overlap", b, o)
				}
			}
		}
	}
}
