package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Recall asks about a log of visits. The zero Recall asks nothing, and no response to it is right.
type Recall struct {
	Log  *layout.Log
	Asks RecallAsks
	// Thing, Other and Place are numbers, as the log counts them; Item counts from 1. Those that a question does not name are 0.
	Thing, Other, Place, Item int
	Count                     int // NthPlace, NthThing and NthItem: which visit, from 1
	From, To                  int // Together and WestOf: which steps are asked about; PlaceAt: To is the step
	// Backwards: visits and sightings are counted or listed from the last one back; LastSeen: first; Together: apart; WestOf: east;
	// MostVisited: least. It has no meaning for PlaceAt.
	Backwards bool
	Phrasing  Phrasing
}

// RecallAsks is what is asked of a log. The zero value is ItemPlaces.
type RecallAsks uint8

// What is asked.
const (
	ItemPlaces  RecallAsks = iota // the places where an item was seen, in order
	NthPlace                      // where a thing's n-th visit led
	NthThing                      // who was the n-th to come to a place
	NthItem                       // what was seen at the n-th visit to a place
	PlaceAt                       // where a thing was at a step
	Together                      // when two things were in the same place
	WestOf                        // when a thing was to the west of another
	MostVisited                   // which place a thing visited most often
	LastSeen                      // where an item was seen last
	recallAsks
)

// Family returns "recall".
func (Recall) Family() string { return RecallFamily{}.Name() }

// Answer returns a [Word], a [Sequence] or [Spans].
func (q Recall) Answer() Answer {
	if a, err := q.solve(); err == nil {
		return a
	}
	return Word("")
}

// Hops returns 0: what the log says are no facts about places of things to each other.
func (Recall) Hops() int { return 0 }

// Verify grades a response. Wrong steps earn the share that is right among those given and those that are right.
func (q Recall) Verify(response string) Verdict {
	answer, err := q.solve()
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	var given Answer
	switch right := answer.(type) {
	case Sequence:
		given, err = readSequence(bareList.Replace(joinNames(response, q.Log.Places)), q.Log.Places)
	case Spans:
		var spans Spans
		if spans, err = readSpans(response); err == nil {
			v := graded(spans, spans.Equal(right), right)
			if !v.Correct {
				v.Reward = spans.shared(right)
			}
			return v
		}
	default:
		var leads, tails []string
		switch q.Asks {
		case PlaceAt:
			leads = []string{askedName(q.Log.Things, q.Thing) + " is in ", askedName(q.Log.Things, q.Thing) + " is at ", "it is ", "in ", "at "}
		case NthThing:
			leads, tails = []string{"it was "}, []string{" did", " made it"}
		default:
			leads = []string{"it was ", "in "}
		}
		given, err = readLed(response, q.options(), leads, tails)
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(answer), answer)
}

// options returns the words that can be answered.
func (q Recall) options() []option {
	switch q.Asks {
	case NthThing:
		return optionsOf(q.Log.Things...)
	case NthItem:
		return append([]option{nothingOption}, optionsOf(q.Log.Items...)...)
	}
	return withWhole(optionsOf(q.Log.Places...), func(name string) []string { return []string{"in " + name, "at " + name} })
}

// Media lists sentences, one a line, and as a drawing a table.
func (Recall) Media() []Medium { return []Medium{AsText, AsDrawing} }

// Difficulty counts the entries that are to be read.
func (q Recall) Difficulty() int {
	switch {
	case q.Log == nil:
		return 1
	case q.Asks == PlaceAt || q.Asks == Together || q.Asks == WestOf:
		return max(1, q.To)
	}
	return max(1, len(q.Log.Events))
}

// Turn turns the row of places end for end, if there is one; nothing else of a log lies anywhere.
func (q Recall) Turn(s layout.Symmetry) (Instance, bool) {
	if q.Log == nil || !q.Log.Row || s >= layout.Symmetries || s.Cardinal(layout.N) != layout.N {
		return nil, false
	}
	if s.Cardinal(layout.E) != layout.E {
		q.Log = q.Log.Mirror()
		q.Place = len(q.Log.Places) - 1 - q.Place
	}
	return q, true
}

// Contrast asks with what is counted from the last back, the first instead of the last, the least instead of the most, apart instead of
// together, or east instead of west.
func (q Recall) Contrast() (Instance, bool) {
	q.Backwards = !q.Backwards
	if q.Asks == PlaceAt {
		return nil, false
	}
	_, err := q.solve()
	return q, err == nil
}

// Pieces returns the number of entries.
func (q Recall) Pieces() int {
	if q.Log == nil {
		return 0
	}
	return len(q.Log.Events)
}

// Without hides what happened at a step.
func (q Recall) Without(piece int) (Instance, error) {
	if piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable(q.Family(), "there is no such step")
	}
	q.Log = q.Log.Without(piece)
	if _, err := q.solve(); err != nil {
		return nil, err
	}
	return q, nil
}

// Mistakes returns answers that are off by one visit, one step, or one place, and other names.
func (q Recall) Mistakes() []Answer {
	right, err := q.solve()
	if err != nil {
		return nil
	}
	var all []Answer
	add := func(a Answer) {
		if !a.Equal(right) && !a.Equal(Word("")) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	try := func(other Recall) {
		if a, err := other.solve(); err == nil {
			add(a)
		}
	}
	other := q
	other.Backwards = !q.Backwards
	switch right := right.(type) {
	case Sequence:
		try(other)
		if n := len(right); n > 1 {
			add(right[1:])
			add(right[:n-1])
			swapped := slices.Clone(right)
			swapped[0], swapped[1] = swapped[1], swapped[0]
			add(swapped)
		}
		add(append(slices.Clone(right), q.Log.Places[0]))
		add(append(Sequence{q.Log.Places[0]}, right...))
		add(append(slices.Clone(right), q.Log.Places[len(q.Log.Places)-1]))
	case Spans:
		for _, d := range [][2]int{{1, 0}, {0, -1}, {0, 1}, {-1, 0}} {
			off := slices.Clone(right)
			for i := range off {
				off[i].From, off[i].To = max(off[i].From+d[0], 1), off[i].To+d[1]
			}
			if !slices.ContainsFunc(off, func(s Span) bool { return s.From > s.To }) {
				add(mergeSpans(off))
			}
		}
		if len(right) > 1 {
			add(right[1:])
			add(right[:len(right)-1])
		}
		try(other)
		add(Spans{{q.From, q.To}})
		add(Spans{})
		add(Spans{{q.From, q.From}})
	default:
		for _, d := range []int{-1, 1} {
			off := q
			off.Count, off.To = q.Count+d, q.To+d
			try(off)
		}
		try(other)
		for _, o := range q.options() {
			add(Word(o.word))
		}
	}
	return all
}
