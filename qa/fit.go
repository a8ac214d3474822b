package qa

import (
	"github.com/gridscribe/gridscribe/layout"
)

// FitForm is what a [Fit] asks. The zero value is FitInto.
type FitForm uint8

// The forms.
const (
	FitInto FitForm = iota // what stops a thing that is slid
	FitBy                  // how many cells it slides
	FitRug                 // whether a rug fits on the free cells
	FitGap                 // how wide the narrowest or widest gap in a row or column is
	fitForms
)

// String returns "into", "by", "rug" or "gap".
func (f FitForm) String() string {
	if f >= fitForms {
		return "FitForm(?)"
	}
	return [fitForms]string{"into", "by", "rug", "gap"}[f]
}

// Fit asks what stops a thing of a map that is slid, and after how many cells, whether a rug fits on its free cells, or how wide the gaps
// in its walls are. The zero Fit asks nothing, and no response to it is right.
type Fit struct {
	Map        *layout.Map
	Form       FitForm
	Thing      int             // what is slid, an index into Map.Things
	Way        layout.Cardinal // where to: N, E, S or W
	Rows, Cols int             // of the rug, 2 to 8
	Turnable   bool            // the rug may be turned by a quarter
	Line       int             // the row with the gaps, from 0
	Upright    bool            // the column, instead
	Wide       bool            // the widest gap, not the narrowest
	Phrasing   Phrasing

	slide slide
	fits  TruthValue
	width int // of the gap that is asked for; 0: there is none
	other int // of the widest instead of the narrowest, and the other way round
}

// newFit solves a question. The error wraps ErrUnsuitable where cells of which nothing is known may change the answer, and where there is none.
func newFit(q Fit) (Fit, error) {
	switch q.Form {
	case FitInto, FitBy:
		at := thingsAt(q.Map)
		if q.Thing < 0 || q.Thing >= len(q.Map.Things) || !q.Way.Straight() || !slides(q.Map, q.Thing, at) {
			return Fit{}, unsuitable(q.Family(), "it cannot be slid")
		}
		if q.slide = slideOf(q.Map, q.Thing, q.Way, at); !q.slid() {
			return Fit{}, unsuitable(q.Family(), "several things stop it, or what stops it is not known")
		}
	case FitRug:
		at := thingsAt(q.Map)
		sure, _ := widestFree(q.Map, at, false)
		perhaps, _ := widestFree(q.Map, at, true)
		if q.fits = q.rug(&sure, &perhaps); q.fits == 0 {
			return Fit{}, unsuitable(q.Family(), "it depends on a cell of which nothing is known")
		}
	default:
		var scratch [layout.MaxMapSide]wallGap
		gaps, ok := gapsOf(scratch[:0], q.Map, q.Line, q.Upright)
		if !ok || len(gaps) == 0 {
			return Fit{}, unsuitable(q.Family(), "there is no gap, or something is hidden there")
		}
		low, high := gaps[0].width(), 0
		for _, g := range gaps {
			low, high = min(low, g.width()), max(high, g.width())
		}
		if q.width, q.other = low, high; q.Wide {
			q.width, q.other = high, low
		}
	}
	return q, nil
}

// slid reports whether it is certain what a question about sliding asks for. Things that their kind alone tells have no name to answer with.
func (q *Fit) slid() bool {
	return q.slide.known && (q.Form == FitBy || q.slide.only && (q.slide.into < 0 || q.Map.Things[q.slide.into].Kind == ""))
}

// rug says whether the rug fits, by the widest rectangles that are sure and those that may be free; no answer where that differs.
func (q *Fit) rug(sure, perhaps *[mostRug + 1]int) TruthValue {
	if q.Rows < 1 || q.Cols < 1 || q.Rows > mostRug || q.Cols > mostRug {
		return 0
	}
	fit := func(cols *[mostRug + 1]int) bool {
		return cols[q.Rows] >= q.Cols || q.Turnable && cols[q.Cols] >= q.Rows
	}
	if fit(sure) != fit(perhaps) {
		return 0
	}
	return yesOrNo(fit(sure))
}

// asks reports whether the question asks something.
func (q Fit) asks() bool {
	switch {
	case q.Map == nil:
		return false
	case q.Form == FitInto || q.Form == FitBy:
		return q.slide.known && q.Thing >= 0 && q.Thing < len(q.Map.Things)
	case q.Form == FitRug:
		return q.fits != 0
	}
	return q.width > 0
}

// Family returns "fit".
func (Fit) Family() string { return "fit" }

// Media returns all three.
func (Fit) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map.
func (q Fit) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendMapEvidence(dst, q.Map, medium)
}

// Answer returns a name, "wall" or "edge", a number of cells, or yes or no.
func (q Fit) Answer() Answer {
	switch {
	case !q.asks():
		return Word("")
	case q.Form == FitInto:
		return q.obstacle(q.slide.into)
	case q.Form == FitBy:
		return Number{Value: q.slide.cells}
	case q.Form == FitRug:
		return q.fits
	}
	return Number{Value: q.width}
}

func (q Fit) obstacle(into int) Word {
	switch into {
	case intoWall:
		return "wall"
	case intoEdge:
		return "edge"
	}
	return Word(thingName(q.Map, into))
}

// Hops returns 0: no facts are stated.
func (Fit) Hops() int { return 0 }

// Verify grades a name, a number, or yes and no.
func (q Fit) Verify(response string) Verdict {
	if !q.asks() {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Answer
	var err error
	switch q.Form {
	case FitInto:
		options := []option{{"wall", []string{"a wall", "the wall"}},
			{"edge", []string{"the edge", "the edge of the map", "edge of the map", "the map's edge", "the border", "the border of the map"}}}
		for i := range q.Map.Things {
			if i != q.Thing && q.Map.Things[i].Kind == "" {
				options = append(options, optionsOf(q.Map.Things[i].Name)...)
			}
		}
		given, err = readWord(response, options)
	case FitRug:
		given, err = readTruth(response, nil)
	default:
		given, err = readNumber(response, "", "cells", "cell")
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(q.Answer()), q.Answer())
}

// Difficulty is the number of cells that are looked at: those that are slid over, the places of the rug, or the cells of the row.
func (q Fit) Difficulty() int {
	switch {
	case !q.asks():
		return 1
	case q.Form == FitInto || q.Form == FitBy:
		return (q.slide.cells + 1) * len(q.Map.Things[q.Thing].Cells)
	case q.Form == FitRug:
		return max(1, (q.Map.Rows-q.Rows+1)*(q.Map.Cols-q.Cols+1))
	case q.Upright:
		return q.Map.Rows
	}
	return q.Map.Cols
}

// Mistakes returns what stops it the other ways and what else there is, numbers beside the right one, and the other gap.
func (q Fit) Mistakes() []Answer {
	if !q.asks() {
		return nil
	}
	var all []Answer
	right := q.Answer()
	number := func(n int) {
		if n >= 0 {
			all = append(all, Number{Value: n})
		}
	}
	switch q.Form {
	case FitInto, FitBy:
		at := thingsAt(q.Map)
		for turn := 1; turn < 4; turn++ {
			s := slideOf(q.Map, q.Thing, q.Way.Turn(2*((turn+1)%3+1)), at)
			if q.Form == FitBy {
				number(s.cells)
			} else if s.known && s.only && (s.into < 0 || q.Map.Things[s.into].Kind == "") {
				all = append(all, q.obstacle(s.into))
			}
		}
		if q.Form == FitBy {
			number(q.slide.cells + 1)
			number(q.slide.cells - 1)
			number(q.slide.cells + 2)
			break
		}
		all = append(all, Word("wall"), Word("edge"))
		for i := range q.Map.Things {
			if i != q.Thing && q.Map.Things[i].Kind == "" && len(all) < 8 {
				all = append(all, q.obstacle(i))
			}
		}
	case FitRug:
		return []Answer{yesOrNo(q.fits == No)}
	default:
		for _, n := range []int{q.other, q.width + 1, q.width - 1, q.width + 2} {
			if n > 0 {
				number(n)
			}
		}
	}
	return wrongOnly(all, right.Equal)
}

// Turn asks the same of the map moved.
func (q Fit) Turn(s layout.Symmetry) (Instance, bool) {
	if !q.asks() {
		return nil, false
	}
	line := layout.Cell{Row: q.Line}
	if q.Upright {
		line = layout.Cell{Col: q.Line}
	}
	line = s.Cell(line, q.Map.Rows, q.Map.Cols)
	q.Map, q.Way = q.Map.Transform(s), s.Cardinal(q.Way)
	if swapped := s.Cardinal(layout.N); swapped == layout.E || swapped == layout.W {
		q.Rows, q.Cols, q.Upright = q.Cols, q.Rows, !q.Upright
	}
	if q.Line = line.Row; q.Upright {
		q.Line = line.Col
	}
	turned, err := newFit(q)
	return turned, err == nil
}

// Contrast asks about the opposite way, about the rug that may be turned where it could not, and the other way round, or about the widest gap for the
// narrowest.
func (q Fit) Contrast() (Instance, bool) {
	if !q.asks() {
		return nil, false
	}
	switch q.Form {
	case FitInto, FitBy:
		q.Way = q.Way.Converse()
	case FitRug:
		q.Turnable = !q.Turnable
	default:
		q.Wide = !q.Wide
	}
	other, err := newFit(q)
	return other, err == nil
}

// Pieces returns the number of cells.
func (q Fit) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with one cell hidden. The error wraps ErrUnsuitable where the cell matters.
func (q Fit) Without(piece int) (Instance, error) {
	if !q.asks() || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable(q.Family(), "there is no such piece")
	}
	if q.Form != FitInto && q.Form != FitBy {
		q.Map = q.Map.Without(q.Map.Cell(piece))
		return newFit(q)
	}
	rest, ids, err := hideCell(q.Map, piece, q.Family(), q.Thing)
	if err != nil {
		return nil, err
	}
	q.Map, q.Thing = rest, ids[0]
	return newFit(q)
}
