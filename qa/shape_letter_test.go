package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestShapeLetter: a letter is drawn by hand; it is as large, turned and placed as the words say, and nothing else is right.
func TestShapeLetter(t *testing.T) {
	m := dotRows("......", ".#....", ".#....", ".#....", ".#....", ".#....", ".#....", ".#####", "......") // an L
	f := qa.ShapeFamily{Options: 3}
	drawn := 0
	for i := range int64(60) {
		q, err := f.Ask(qa.Subject{Matrix: m}, seed.NewKey(1).At(i).Stream())
		if err != nil {
			t.Fatal(err)
		}
		s := q.(qa.Shape)
		if s.Asks != qa.ShapeLetter {
			continue
		}
		drawn++
		const want = "On an empty matrix of 9 rows and 6 columns, draw the letter L, so that its dots reach from row 2 to row 8 and from column 2 to column 6."
		if got := string(q.AppendText(nil)); got != want {
			t.Fatalf("%q", got)
		}
		if shown := string(s.AppendEvidence(nil, qa.AsText)); !strings.Contains(shown, "L") || !strings.Contains(shown, "#....") {
			t.Fatalf("%q", shown)
		}
		for _, wrong := range []*layout.Matrix{m.Transform(4), m.Transform(2), m.Cropped(), layout.NewMatrix(9, 6)} {
			if v := checkedVerdict(t, q, qa.Dots{Matrix: wrong}.String()); v.Correct {
				t.Fatalf("%+v", v)
			}
		}
		if v := checkedVerdict(t, q, qa.Dots{Matrix: m}.String()); !v.Correct {
			t.Fatalf("%+v", v)
		}
	}
	if drawn < 15 || drawn > 45 {
		t.Errorf("%d of 60 ask for a drawing", drawn)
	}
	// Large and turned.
	turned := layout.Glyph('F').Scaled(2).Cropped().Transform(layout.Turn(1))
	f.Turned = true
	for i := range int64(60) {
		q, err := f.Ask(qa.Subject{Matrix: turned}, seed.NewKey(2).At(i).Stream())
		if err != nil {
			t.Fatal(err)
		}
		if q.(qa.Shape).Asks != qa.ShapeLetter {
			continue
		}
		const want = "draw the letter F, turned by 90 degrees clockwise, with a square of 2 by 2 dots for each of its dots, so that its dots reach from row 1 to row 10 and from column 1 to column 14."
		if got := string(q.AppendText(nil)); !strings.HasSuffix(got, want) {
			t.Fatalf("%q", got)
		}
		return
	}
	t.Error("no drawing is asked for")
}
