package qa

import (
	"github.com/gridscribe/gridscribe/layout/seed"
)

// mostCounted is up to which visit or sighting a question counts.
const mostCounted = 9

// draw draws what the question names, so that answers are as frequent as each other; false where there is nothing to ask.
func (q *Recall) draw(src seed.Source) bool {
	l := q.Log
	switch q.Asks {
	case ItemPlaces, LastSeen:
		seen := make([]int, len(l.Items)+1)
		for i := range l.Events {
			// What an unknown event says of its place and item means nothing.
			if e := &l.Events[i]; e.Known() {
				seen[e.Item]++
			}
		}
		items := make([]int, 0, len(l.Items))
		for item, n := range seen {
			if item > 0 && n > 1 && n <= mostCounted {
				items = append(items, item)
			}
		}
		if len(items) == 0 {
			return false
		}
		q.Item = items[src.Intn(len(items))]
	case NthPlace:
		q.Thing = src.Intn(len(l.Things))
		return q.drawCount(src)
	case NthThing:
		q.Place = src.Intn(len(l.Places))
		return q.drawCount(src)
	case NthItem:
		return q.drawSighting(src)
	case PlaceAt:
		// A step between two visits, so that the line of that step does not tell; "backwards" means nothing here.
		q.Backwards = false
		for range 6 {
			q.Thing, q.To = src.Intn(len(l.Things)), 1+src.Intn(len(l.Events))
			if l.Events[q.To-1].Thing != q.Thing {
				if _, err := q.solve(); err == nil {
					return true
				}
			}
		}
		return false
	case Together, WestOf:
		if len(l.Things) < 2 {
			return false
		}
		q.Thing = src.Intn(len(l.Things))
		q.Other = (q.Thing + 1 + src.Intn(len(l.Things)-1)) % len(l.Things)
		return q.drawWindow(src)
	case MostVisited:
		first := src.Intn(len(l.Things))
		for k := range l.Things {
			q.Thing = (first + k) % len(l.Things)
			if _, err := q.solve(); err == nil {
				return true
			}
		}
		return false
	}
	return true
}

// drawCount draws which of the visits is asked about.
func (q *Recall) drawCount(src seed.Source) bool {
	n := 0
	for i := range q.Log.Events {
		if e := &q.Log.Events[i]; e.Known() && (q.Asks == NthPlace && e.Thing == q.Thing || q.Asks == NthThing && e.Place == q.Place) {
			n++
		}
	}
	if n == 0 {
		return false
	}
	q.Count = 1 + src.Intn(min(n, mostCounted))
	return true
}

// drawSighting draws a visit at which something was seen as often as one at which nothing was.
func (q *Recall) drawSighting(src seed.Source) bool {
	type visit struct{ place, count, item int }
	visits := make([]visit, 0, len(q.Log.Events))
	counts := make([]int, len(q.Log.Places))
	for i := range q.Log.Events {
		e := &q.Log.Events[i]
		if q.Backwards {
			e = &q.Log.Events[len(q.Log.Events)-1-i]
		}
		if !e.Known() {
			continue
		}
		if counts[e.Place]++; counts[e.Place] <= mostCounted {
			visits = append(visits, visit{e.Place, counts[e.Place], e.Item})
		}
	}
	something := src.Intn(2) == 0
	visits = keep(visits, func(v *visit) bool { return (v.item > 0) == something })
	if len(visits) == 0 {
		return false
	}
	v := visits[src.Intn(len(visits))]
	q.Place, q.Count = v.place, v.count
	return true
}

// mostSpans is how many runs of steps an answer has at most.
const mostSpans = 3

// drawWindow draws which steps are asked about, so that each number of runs from 0 to mostSpans is as likely as it can be: that
// number is drawn first, then a run to begin with, then where the window begins and ends.
func (q *Recall) drawWindow(src seed.Source) bool {
	q.From, q.To = 1, len(q.Log.Events)
	whole := *q
	answer, err := whole.solve()
	if err != nil {
		return false
	}
	runs := answer.(Spans)
	n := min(src.Intn(mostSpans+1), len(runs))
	first := src.Intn(len(runs) - n + 1)
	// The gap before run k, from the step after the run before it to the step before it.
	gap := func(k int) (from, to int) {
		from, to = 1, len(q.Log.Events)
		if k > 0 {
			from = runs[k-1].To + 1
		}
		if k < len(runs) {
			to = runs[k].From - 1
		}
		return from, to
	}
	within := func(from, to int) int { return from + src.Intn(to-from+1) }
	from, to := gap(first)
	if n == 0 {
		if from > to {
			return false
		}
		q.From = within(from, to)
		q.To = within(q.From, to)
		return true
	}
	// In one of four the window cuts into a run.
	if from > to || src.Intn(4) == 0 {
		from, to = runs[first].From, runs[first].To
	}
	q.From = within(max(from, to-20), to)
	from, to = gap(first + n)
	if last := runs[first+n-1]; from > to || src.Intn(4) == 0 {
		from, to = max(last.From, q.From), last.To
	}
	q.To = within(from, min(to, from+20))
	return true
}
