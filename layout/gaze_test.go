package layout_test

import (
	"math"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// TestSectors holds sectors against angles.
func TestSectors(t *testing.T) {
	first := [...]float64{layout.Halves: 90, layout.Quarters: 0, layout.Quadrants: 45, layout.Eighths: 0, layout.Hours: 0}
	margin := [...]float64{layout.Halves: 7, layout.Quarters: 7, layout.Quadrants: 7, layout.Eighths: 5, layout.Hours: 4}
	for s := range layout.Sectors(layout.SectorKinds) {
		width := 360 / float64(s.Count())
		for ahead := -15; ahead <= 15; ahead++ {
			for right := -15; right <= 15; right++ {
				got, ok := s.Of(ahead, right)
				if ahead == 0 && right == 0 {
					if ok {
						t.Errorf("%d: the same place is in sector %d", s, got)
					}
					continue
				}
				angle := math.Mod(math.Atan2(float64(right), float64(ahead))*180/math.Pi-first[s]+720, 360)
				want := int(math.Floor(angle/width+0.5)) % s.Count()
				off := math.Abs(math.Remainder(angle, width))
				if clear := off < width/2-margin[s]; clear && !ok || ok && off > width/2-margin[s]+1 {
					t.Errorf("%d: %d ahead, %d right is %v degrees off the middle of a sector, clear: %t", s, ahead, right, off, ok)
				}
				if ok && got != want {
					t.Errorf("%d: %d ahead, %d right is in sector %d; want %d", s, ahead, right, got, want)
				}
			}
		}
	}
	if layout.Sectors(9).Count() != 0 {
		t.Error("a way to part that is none has sectors")
	}
	if _, ok := layout.Sectors(9).Of(1, 1); ok {
		t.Error("a way to part that is none is clear")
	}
}

// TestGaze holds turning and splitting against directions.
func TestGaze(t *testing.T) {
	for c := layout.N; c < layout.Cardinals; c++ {
		for eighths := -9; eighths <= 9; eighths++ {
			g := layout.GazeAlong(c).Turn(eighths)
			if got, want := g.Cardinal(), c.Turn(eighths); got != want {
				t.Errorf("%v turned by %d eighths looks %v; want %v", c, eighths, got, want)
			}
			ahead, right := layout.GazeAlong(c).Split(g)
			if sector, ok := layout.Eighths.Of(ahead, right); !ok || sector != eighths&7 {
				t.Errorf("%v sees what is %d eighths to the right in sector %d", c, eighths, sector)
			}
		}
	}
	if c := (layout.Gaze{Rows: 1, Cols: 2}).Cardinal(); c != layout.EQ {
		t.Errorf("a gaze between the eight directions looks %v", c)
	}
	if c := layout.GazeTo(layout.Cell{Row: 3, Col: 3}, layout.Cell{Row: 1, Col: 5}).Cardinal(); c != layout.NE {
		t.Errorf("up and to the right is %v", c)
	}
}
