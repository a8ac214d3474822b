package describe

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// randomInterval returns an interval of a kind that facts have: nothing known, a side, or bounds near zero.
func randomInterval(src seed.Source) layout.Interval {
	lo := src.Intn(9) - 4
	switch src.Intn(7) {
	case 0, 1:
		return layout.Anything()
	case 2:
		return layout.Interval{}
	case 3:
		return layout.Interval{Lo: lo, Hi: lo}
	case 4:
		return layout.Interval{Lo: lo, Hi: layout.Unbounded}
	case 5:
		return layout.Interval{Lo: -layout.Unbounded, Hi: lo}
	}
	return layout.Interval{Lo: lo, Hi: lo + src.Intn(5)}
}

// TestReadCounted reads every way in which facts without a direction are written.
func TestReadCounted(t *testing.T) {
	names := []string{"A", "the red square", "I", "B"}
	src := seed.NewKey(11).Stream()
	readers := [2]Reader{{Names: names}, {}}
	var d Description
	for range 20_000 {
		f := Fact{Locatum: src.Intn(4), Reading: layout.Measured, Rows: randomInterval(src), Cols: randomInterval(src)}
		switch src.Intn(4) {
		case 0:
			f.Relatum = layout.TopLeft
		case 1:
			f.Relatum = layout.BottomRight
		default:
			f.Relatum = (f.Locatum + 1 + src.Intn(3)) % 4
		}
		if f.Relatum == layout.TopLeft {
			f.Rows.Lo, f.Rows.Hi = max(f.Rows.Lo, -layout.Unbounded), max(f.Rows.Hi, 0)
		}
		if src.Intn(20) == 0 {
			f = Fact{Locatum: f.Locatum, Relatum: layout.TopLeft, Reading: layout.InCorner}
		}
		if f.Bordered() && f.Rows == layout.Anything() && f.Cols == layout.Anything() {
			continue // it says nothing
		}
		p := Plan{Facts: []Fact{f}}
		vocabulary := Spatial
		if src.Intn(2) == 0 {
			vocabulary = Compass
		}
		if src.Intn(4) > 0 {
			if err := p.Word(nil, vocabulary, src); err != nil {
				p.Phrases = p.Phrases[:0]
			}
		}
		text := string(p.Append(nil, nil, names))
		if err := readers[0].Read(&d, text); err != nil || !meet(d.Facts, f) {
			t.Fatalf("%v is written %q, which says %v, %v", f, text, d.Facts, err)
		}
		if err := readers[1].Read(&d, text); err != nil || len(d.Facts) == 0 {
			t.Fatalf("%q with open names: %v", text, err)
		}
	}
}
