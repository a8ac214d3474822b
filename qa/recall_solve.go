package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
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
