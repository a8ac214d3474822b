package qa

import (
	"slices"
	"strconv"

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

// solve returns the answer; the only one, whatever happened at a hidden step.
func (q Recall) solve() (Answer, error) {
	if q.Log == nil {
		return nil, unsuitable(q.Family(), "there is no log")
	}
	gap := -1
	for i, e := range q.Log.Events {
		if !e.Known() {
			if gap >= 0 {
				return nil, unsuitable(q.Family(), "too much is hidden")
			}
			gap = i
		}
	}
	if gap < 0 {
		return q.look(q.Log.Events)
	}
	// Of things, places and items that the log does not name there may be others.
	events := slices.Clone(q.Log.Events)
	var answer Answer
	for thing := range len(q.Log.Things) + 1 {
		for place := range len(q.Log.Places) + 1 {
			for item := range len(q.Log.Items) + 2 {
				events[gap] = layout.Event{Step: gap + 1, Thing: thing, Place: place, Item: item}
				a, err := q.look(events)
				if err != nil {
					return nil, err
				}
				if answer != nil && !answer.Equal(a) {
					return nil, unsuitable(q.Family(), "the answer depends on a hidden step")
				}
				answer = a
			}
		}
	}
	return answer, nil
}

// look returns the answer by events that are all known.
func (q Recall) look(events []layout.Event) (Answer, error) {
	switch q.Asks {
	case ItemPlaces, LastSeen:
		return q.lookForItem(events)
	case NthPlace, NthThing, NthItem:
		return q.lookForVisit(events)
	case PlaceAt:
		for i := min(q.To, len(events)) - 1; i >= 0; i-- {
			if events[i].Thing == q.Thing {
				return q.word(q.Log.Places, events[i].Place), nil
			}
		}
		return nil, unsuitable(q.Family(), "it is not known where that thing was")
	case Together, WestOf:
		return q.lookForSpans(events)
	case MostVisited:
		return q.lookForMost(events)
	}
	return nil, unsuitable(q.Family(), "it asks nothing")
}

// word returns a name as an answer; "" for one that the log does not have.
func (q Recall) word(names []string, i int) Word {
	if i < 0 || i >= len(names) {
		return ""
	}
	return Word(names[i])
}

func (q Recall) lookForItem(events []layout.Event) (Answer, error) {
	places := make(Sequence, 0, 8)
	for i := range events {
		if events[i].Item == q.Item && q.Item > 0 {
			places = append(places, string(q.word(q.Log.Places, events[i].Place)))
		}
	}
	if len(places) == 0 {
		return nil, unsuitable(q.Family(), "that item was not seen")
	}
	switch {
	case q.Asks == ItemPlaces:
		if q.Backwards {
			slices.Reverse(places)
		}
		return places, nil
	case q.Backwards:
		return Word(places[0]), nil
	}
	return Word(places[len(places)-1]), nil
}

func (q Recall) lookForVisit(events []layout.Event) (Answer, error) {
	count := 0
	for i := range events {
		e := &events[i]
		if q.Backwards {
			e = &events[len(events)-1-i]
		}
		if q.Asks == NthPlace && e.Thing != q.Thing || q.Asks != NthPlace && e.Place != q.Place {
			continue
		}
		if count++; count < q.Count {
			continue
		}
		switch {
		case q.Asks == NthPlace:
			return q.word(q.Log.Places, e.Place), nil
		case q.Asks == NthThing:
			return q.word(q.Log.Things, e.Thing), nil
		case e.Item == 0:
			return nothingThere, nil
		}
		return q.word(q.Log.Items, e.Item-1), nil
	}
	return nil, unsuitable(q.Family(), "there are not so many visits")
}

// lookForSpans returns when two things stood to each other as is asked. While one of them has been nowhere yet, they do not.
func (q Recall) lookForSpans(events []layout.Event) (Answer, error) {
	if q.Thing == q.Other || q.Asks == WestOf && !q.Log.Row || q.From < 1 || q.To < q.From || q.To > len(events) {
		return nil, unsuitable(q.Family(), "it asks nothing")
	}
	a, b := -1, -1
	spans := Spans{}
	for i := range events[:q.To] {
		switch e := &events[i]; e.Thing {
		case q.Thing:
			a = e.Place
		case q.Other:
			b = e.Place
		}
		if i+1 < q.From || a < 0 || b < 0 {
			continue
		}
		var so bool
		if q.Asks == Together {
			so = (a == b) != q.Backwards
		} else {
			// Another place lies somewhere in the row or nowhere in it.
			if a >= len(q.Log.Places) || b >= len(q.Log.Places) {
				return nil, unsuitable(q.Family(), "a place is not in the row")
			}
			so = a < b && !q.Backwards || a > b && q.Backwards
		}
		if !so {
			continue
		}
		if last := len(spans) - 1; last >= 0 && spans[last].To == i {
			spans[last].To = i + 1
		} else {
			spans = append(spans, Span{i + 1, i + 1})
		}
	}
	return spans, nil
}

func (q Recall) lookForMost(events []layout.Event) (Answer, error) {
	visits := q.visits(events)
	best, tied := -1, false
	for place, n := range visits {
		switch {
		case n == 0:
		case best < 0 || n > visits[best] && !q.Backwards || n < visits[best] && q.Backwards:
			best, tied = place, false
		case n == visits[best]:
			tied = true
		}
	}
	if best < 0 || tied {
		return nil, unsuitable(q.Family(), "no place alone is visited most or least often")
	}
	return q.word(q.Log.Places, best), nil
}

// visits counts how often a thing visited each place; the last is for all that the log does not name.
func (q Recall) visits(events []layout.Event) []int {
	visits := make([]int, len(q.Log.Places)+1)
	for i := range events {
		if e := &events[i]; e.Thing == q.Thing {
			visits[min(e.Place, len(q.Log.Places))]++
		}
	}
	return visits
}

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
		given, err = readSequence(response, q.Log.Places)
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
		given, err = readWord(response, q.options())
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

// AppendRationale lists the entries that matter, each with its number among them, and for the most visited place how often each was.
func (q Recall) AppendRationale(dst []byte) []byte {
	if q.Log == nil {
		return dst
	}
	if _, err := q.solve(); err != nil {
		return dst
	}
	start, count := len(dst), 0
	for i := range q.Log.Events {
		e := &q.Log.Events[i]
		if q.Backwards && (q.Asks == NthPlace || q.Asks == NthThing || q.Asks == NthItem || q.Asks == ItemPlaces) {
			e = &q.Log.Events[len(q.Log.Events)-1-i]
		}
		var matters bool
		switch q.Asks {
		case ItemPlaces, LastSeen:
			matters = e.Item == q.Item
		case NthPlace:
			matters = e.Thing == q.Thing && count < q.Count
		case NthThing, NthItem:
			matters = e.Place == q.Place && count < q.Count
		case PlaceAt:
			matters = e.Thing == q.Thing && e.Step <= q.To
		case Together, WestOf:
			matters = (e.Thing == q.Thing || e.Thing == q.Other) && e.Step <= q.To
		}
		if !e.Known() || !matters {
			continue
		}
		if len(dst) > start {
			dst = append(dst, '\n')
		}
		count++
		dst = append(strconv.AppendInt(dst, int64(count), 10), ". "...)
		dst = appendVisit(dst, q.Log, e)
	}
	if q.Asks != MostVisited {
		return dst
	}
	visits := q.visits(q.Log.Events)
	for place, name := range q.Log.Places {
		if len(dst) > start {
			dst = append(dst, '\n')
		}
		dst = append(append(dst, name...), ": "...)
		dst = strconv.AppendInt(dst, int64(visits[place]), 10)
	}
	return dst
}
