package qa

import (
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// sighting is what is known of a thing or a cell after some of the views.
type sighting struct {
	code    int16 // 0: nothing; 1: no thing of the kind; 2: one; -1: hidden so far; others in byPlace: what was shown there
	shown   int16 // how many views show it
	covered bool  // a view hides it
}

// The codes of a sighting.
const (
	sightHidden = -1
	sightThing  = 256 // and the mark
)

// solve finds the counts. The error wraps ErrUnsuitable where views contradict each other or hidden cells matter.
func (t *Tally) solve() error {
	t.counts = nil
	if !t.ranges() {
		return unsuitable(t.Family(), "it asks nothing")
	}
	if len(t.Windows) == 0 {
		return t.byName()
	}
	return t.byPlace()
}

const viewHides = "a cell is hidden that may hold what is counted"

// byName counts marks, each of which is one name's.
func (t *Tally) byName() error {
	var seen [256]uint8
	counts, n, again := make([]int, 0, len(t.After)), 0, 0
	for i, v := range t.Views {
		if i > t.After[len(t.After)-1] {
			break
		}
		for _, g := range v.Ground {
			if g == layout.Hidden {
				return unsuitable(t.Family(), viewHides)
			}
		}
		for k := range v.Things {
			if v.Things[k].Kind != "" {
				return unsuitable(t.Family(), "things of a kind cannot be told apart where views have no places")
			}
			switch seen[v.Things[k].Mark]++; seen[v.Things[k].Mark] {
			case 1:
				n++
			case 2:
				again++
			}
		}
		if t.After[len(counts)] == i {
			counts = append(counts, oneOf(t.Again, again, n))
		}
	}
	t.counts = counts
	return nil
}

func oneOf(first bool, a, b int) int {
	if first {
		return a
	}
	return b
}

// mostWhole is how many rows and columns the whole map has at most.
const mostWhole = 4 * layout.MaxMapSide

// byPlace counts the cells of the whole map at which the kind is shown.
func (t *Tally) byPlace() error {
	rows, cols := 0, 0
	for i, w := range t.Windows {
		height, width := w.Size(t.Views[i].Rows, t.Views[i].Cols)
		if w.At.Row < 0 || w.At.Col < 0 || w.At.Row > mostWhole-height || w.At.Col > mostWhole-width {
			return unsuitable(t.Family(), "a view lies beyond row or column 1 to "+strconv.Itoa(mostWhole))
		}
		rows, cols = max(rows, w.At.Row+height), max(cols, w.At.Col+width)
	}
	cells := make([]sighting, rows*cols)
	counts, n, again, open := make([]int, 0, len(t.After)), 0, 0, 0
	codes := make([]int16, 0, 64)
	for i, v := range t.Views {
		codes = codes[:0]
		for _, g := range v.Ground {
			codes = append(codes, [...]int16{1, 2, 3, sightHidden}[g&3])
		}
		for k := range v.Things {
			codes[v.Index(v.Things[k].At())] = sightThing + int16(v.Things[k].Mark)
		}
		kind := t.mark(v)
		for k, code := range codes {
			at := t.Windows[i].Cell(v.Cell(k), v.Rows, v.Cols)
			c := &cells[at.Row*cols+at.Col]
			if code == sightHidden {
				c.covered = true
				if c.code == 0 {
					c.code = sightHidden
					open++
				}
				continue
			}
			switch {
			case c.code == sightHidden:
				open--
			case c.code != 0 && c.code != code:
				return unsuitable(t.Family(), "two views show different things at one place")
			}
			c.code = code
			c.shown++
			if code == kind && kind != 0 {
				switch c.shown {
				case 1:
					n++
				case 2:
					again++
				}
			}
		}
		if len(counts) < len(t.After) && t.After[len(counts)] == i {
			if open > 0 {
				return unsuitable(t.Family(), viewHides)
			}
			counts = append(counts, oneOf(t.Again, again, n))
		}
	}
	if t.Again {
		kind := int16(0)
		for _, v := range t.Views {
			kind = max(kind, t.mark(v))
		}
		for i := range cells {
			if c := &cells[i]; c.covered && c.code == kind && c.shown < 2 {
				return unsuitable(t.Family(), viewHides)
			}
		}
	}
	t.counts = counts
	return nil
}

// mark returns the code of the kind that is counted on one view, 0 where it shows none.
func (t *Tally) mark(v *layout.Map) int16 {
	for i := range v.Things {
		if v.Things[i].Kind == t.Noun.Singular {
			return sightThing + int16(v.Things[i].Mark)
		}
	}
	return 0
}
