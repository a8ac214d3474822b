package qa

import (
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// appendVisit appends what happened at a step, a sentence.
func appendVisit(dst []byte, l *layout.Log, e *layout.Event) []byte {
	dst = strconv.AppendInt(append(dst, "Step "...), int64(e.Step), 10)
	if !e.Known() {
		return append(dst, ": what happened is not known."...)
	}
	dst = append(append(append(dst, ": "...), l.Things[e.Thing]...), " comes to "...)
	dst = append(dst, l.Places[e.Place]...)
	if e.Item > 0 {
		dst = append(append(dst, " and sees "...), l.Items[e.Item-1]...)
	}
	return append(dst, '.')
}

// AppendEvidence appends the log, a line for each step: sentences, or as a drawing the rows of a table.
func (q Recall) AppendEvidence(dst []byte, medium Medium) []byte {
	l := q.Log
	if l == nil {
		return dst
	}
	if l.Row {
		dst = append(dst, "The places lie in a row, from west to east: "...)
		dst = append(append(dst, Sequence(l.Places).String()...), ".\n\n"...)
	}
	if medium == AsDrawing {
		dst = append(dst, "| Step | Who | Place | Sees |\n|---|---|---|---|"...)
	}
	for i := range l.Events {
		e := &l.Events[i]
		if medium != AsDrawing {
			if i > 0 {
				dst = append(dst, '\n')
			}
			dst = appendVisit(dst, l, e)
			continue
		}
		dst = append(strconv.AppendInt(append(dst, "\n| "...), int64(e.Step), 10), " | "...)
		who, place, item := "unknown", "unknown", "unknown"
		if e.Known() {
			who, place, item = l.Things[e.Thing], l.Places[e.Place], "-"
			if e.Item > 0 {
				item = l.Items[e.Item-1]
			}
		}
		dst = append(append(dst, who...), " | "...)
		dst = append(append(dst, place...), " | "...)
		dst = append(append(dst, item...), " |"...)
	}
	return dst
}

// AppendConventions says what a visit is and how long it lasts.
func (q Recall) AppendConventions(dst []byte) []byte {
	if q.Log == nil {
		return dst
	}
	dst = append(dst, "Every step is one visit: somebody comes to a place, and what they see is there at that step."...)
	switch q.Asks {
	case PlaceAt, Together, WestOf:
		dst = append(dst, " Whoever has come to a place is there from that step on, until the step before they come to another. Before their first visit they are in none of the places."...)
		if q.Asks != PlaceAt {
			dst = append(dst, " Steps at which one of the two is in none of the places do not count."...)
		}
	case NthPlace, NthThing, NthItem:
		dst = append(dst, " Each coming counts as a visit of its own, also to a place where one has been before."...)
		if q.Backwards {
			dst = append(dst, " Counted backwards, the last visit is number 1, the one before it number 2."...)
		}
	case MostVisited:
		dst = append(dst, " Each coming counts as a visit of its own. Places that were never visited do not count."...)
	}
	return dst
}

// AppendText appends what is asked.
func (q Recall) AppendText(dst []byte) []byte {
	if q.Log == nil {
		return dst
	}
	variant := q.Phrasing != Canonical
	word := func(canonical, other string) {
		if variant {
			canonical = other
		}
		dst = append(dst, canonical...)
	}
	name := func(names []string, i int) { dst = append(dst, askedName(names, i)...) }
	thing, other := func() { name(q.Log.Things, q.Thing) }, func() { name(q.Log.Things, q.Other) }
	place, item := func() { name(q.Log.Places, q.Place) }, func() { name(q.Log.Items, q.Item-1) }
	count := func() { dst = appendOrdinal(dst, q.Count) }
	switch q.Asks {
	case ItemPlaces:
		word("In which places was ", "Name, sighting by sighting, the places where ")
		item()
		if q.Backwards {
			word(" seen, from the last sighting back to the first?", " was seen, the latest first.")
		} else {
			word(" seen, from the first sighting to the last?", " was seen, the earliest first.")
		}
		dst = append(dst, " Name a place once for each sighting."...)
	case NthPlace:
		if q.Backwards {
			word("Counted backwards from the last, where did the ", "Going back from the last one, which place was the goal of the ")
		} else {
			word("Where did the ", "Which place was the goal of the ")
		}
		count()
		dst = append(dst, " visit of "...)
		thing()
		word(" lead?", "?")
	case NthThing:
		if q.Backwards {
			word("Counted backwards from the last, who made the ", "Going back from the last one, whose was the ")
		} else {
			word("Who made the ", "Whose was the ")
		}
		count()
		dst = append(dst, " visit to "...)
		place()
		dst = append(dst, '?')
	case NthItem:
		if q.Backwards {
			word("Counted backwards from the last, what was seen on the ", "Going back from the last one, what was there to see on the ")
		} else {
			word("What was seen on the ", "What was there to see on the ")
		}
		count()
		dst = append(dst, " visit to "...)
		place()
		dst = append(dst, ", whoever made it?"...)
	case PlaceAt:
		word("Where is ", "In which place is ")
		thing()
		dst = strconv.AppendInt(append(dst, " at step "...), int64(q.To), 10)
		dst = append(dst, '?')
	case Together, WestOf:
		dst = strconv.AppendInt(append(dst, "From step "...), int64(q.From), 10)
		dst = append(strconv.AppendInt(append(dst, " to step "...), int64(q.To), 10), ", "...)
		word("during which steps ", "when ")
		switch {
		case q.Asks == Together:
			dst = append(dst, "are "...)
			thing()
			dst = append(dst, " and "...)
			other()
			if q.Backwards {
				word(" in different places?", " each in another place?")
			} else {
				word(" in the same place?", " together in one place?")
			}
		default:
			dst = append(dst, "is "...)
			thing()
			if q.Backwards {
				word(" in a place east of the place of ", " further east than ")
			} else {
				word(" in a place west of the place of ", " further west than ")
			}
			other()
			dst = append(dst, '?')
		}
	case MostVisited:
		dst = append(dst, "Which place did "...)
		thing()
		if q.Backwards {
			word(" visit least often?", " come to the fewest times?")
		} else {
			word(" visit most often?", " come to the most times?")
		}
	case LastSeen:
		if q.Backwards {
			word("Where was the first sighting of ", "In which place did somebody see ")
		} else {
			word("Where was the last sighting of ", "In which place did somebody see ")
		}
		item()
		switch {
		case q.Backwards:
			word("?", " for the first time?")
		default:
			word("?", " for the last time?")
		}
	}
	return dst
}

// AppendFormat says which answers there are.
func (q Recall) AppendFormat(dst []byte) []byte {
	if q.Log == nil {
		return dst
	}
	switch q.Asks {
	case ItemPlaces:
		return append(dst, "Answer with the names of the places, separated by commas."...)
	case NthThing:
		return append(dst, "Answer with the name."...)
	case NthItem:
		return append(dst, `Answer with its name, or "nothing".`...)
	case Together, WestOf:
		return append(dst, `Answer as in "steps 3 to 7, 12", with all these steps in order, or "never".`...)
	}
	return append(dst, "Answer with the name of the place."...)
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
		dst = append(append(dst, capital(name)...), ": "...)
		dst = strconv.AppendInt(dst, int64(visits[place]), 10)
	}
	return dst
}
