package qa_test

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// This oracle tries every placement on a grid that is large enough, and looks at each with relations by hand. It knows
// the three readings of direction words and "in the same place".

// handHolds reports whether a fact is true of cells.
func handHolds(f layout.Fact, cells []layout.Cell) bool {
	rows := cells[f.Locatum].Row - cells[f.Relatum].Row
	cols := cells[f.Locatum].Col - cells[f.Relatum].Col
	want := handSigns[f.Relation]
	switch f.Reading {
	case layout.Aligned:
		return signOf(rows) == want[0] && signOf(cols) == want[1]
	case layout.HalfPlane:
		return (want[0] == 0 || signOf(rows) == want[0]) && (want[1] == 0 || signOf(cols) == want[1])
	case layout.UnitStep:
		return rows == want[0] && cols == want[1]
	}
	return rows == 0 && cols == 0
}

// models calls yield with every placement of the subject's objects in which the facts hold. On a grid without an end it
// tries as many rows and columns as show every order of the objects and every sum of steps.
func models(s qa.Subject, yield func([]layout.Cell)) {
	n := s.Layout.Len()
	enough := n
	for _, f := range s.Facts {
		if f.Reading == layout.UnitStep {
			enough = 2*n - 1
		}
	}
	side := [2]int{enough, enough}
	for axis, end := range [2]int{s.World.Rows, s.World.Cols} {
		if end > 0 {
			side[axis] = end
		}
	}
	cells := make([]layout.Cell, 0, n)
	var place func()
	place = func() {
		if len(cells) == n {
			yield(cells)
			return
		}
		for at := range side[0] * side[1] {
			c := layout.Cell{Row: at / side[1], Col: at % side[1]}
			if !s.World.Sharing && slices.Contains(cells, c) {
				continue
			}
			cells = append(cells, c)
			fits := true
			for _, f := range s.Facts {
				if max(f.Locatum, f.Relatum) == len(cells)-1 && !handHolds(f, cells) {
					fits = false
					break
				}
			}
			if fits {
				place()
			}
			cells = cells[:len(cells)-1]
		}
	}
	place()
}

// inModels says of how many models something is true, and how many there are.
func inModels(s qa.Subject, test func([]layout.Cell) bool) (value qa.TruthValue) {
	yes, all := 0, 0
	models(s, func(cells []layout.Cell) {
		all++
		if test(cells) {
			yes++
		}
	})
	switch yes {
	case all:
		return qa.Yes
	case 0:
		return qa.No
	}
	return qa.Unknown
}

// worldSubject draws a subject of some world and reading: cells of the world, and facts that are true of them.
func worldSubject(t *rapid.T, least, most int) qa.Subject {
	reading := layout.Reading(rapid.IntRange(0, int(layout.UnitStep)).Draw(t, "reading"))
	w := layout.World{Sharing: rapid.Bool().Draw(t, "sharing")}
	side := 4
	if rapid.Bool().Draw(t, "bounded") {
		w.Rows, w.Cols = rapid.IntRange(2, 4).Draw(t, "rows"), rapid.IntRange(2, 4).Draw(t, "cols")
	}
	rows, cols := side, side
	if w.Bounded() {
		rows, cols = w.Rows, w.Cols
	}
	n := rapid.IntRange(least, most).Draw(t, "objects")
	var cells []layout.Cell
	for len(cells) < n {
		at := rapid.IntRange(0, rows*cols-1).Draw(t, "cell")
		c := layout.Cell{Row: at / cols, Col: at % cols}
		if w.Sharing || !slices.Contains(cells, c) {
			cells = append(cells, c)
		}
	}
	s := qa.Subject{World: w, Layout: layoutOf(layout.Names(n), cells)}
	for a := range n {
		for b := range n {
			if a == b || rapid.IntRange(0, 2).Draw(t, "stated") > 0 {
				continue
			}
			for relation := layout.N; relation < layout.Cardinals; relation++ {
				f := layout.Fact{Locatum: a, Relatum: b, Relation: relation, Reading: reading}
				if handHolds(f, cells) {
					s.Facts = append(s.Facts, f)
					break
				}
			}
		}
	}
	return s
}
