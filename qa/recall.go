package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// RecallFamily asks about a log of visits: who went where on which visit, where things were seen, and when two were in one place.
type RecallFamily struct {
	Entries  int // how many visits there are, 6 to 240; 0 stands for 10
	Things   int // how many come and go, 2 to 4; 0 stands for 2
	Places   int // how many places there are, 3 to 8; 0 stands for 4
	Items    int // how many items are seen here and there, 1 to 12; 0 stands for 2
	Phrasing Phrasing
}

var recallLevels = [Levels]RecallFamily{
	{Entries: 10, Things: 2, Places: 4, Items: 2}, {Entries: 30, Things: 3, Places: 5, Items: 5},
	{Entries: 90, Things: 4, Places: 7, Items: 9}, {Entries: 240, Things: 4, Places: 8, Items: 12},
}

// Name returns "recall".
func (RecallFamily) Name() string { return "recall" }

// Summary describes the family in one line.
func (RecallFamily) Summary() string {
	return "who was where and when, by a long log of visits"
}

// Group returns Move.
func (RecallFamily) Group() Group { return Move }

// Validate reports a knob out of range.
func (f RecallFamily) Validate() error {
	switch {
	case f.Entries != 0 && (f.Entries < 6 || f.Entries > 240):
		return fmt.Errorf("qa: recall: %d entries; 6 to 240 are allowed, or 0 for 10", f.Entries)
	case f.Things != 0 && (f.Things < 2 || f.Things > 4):
		return fmt.Errorf("qa: recall: %d things; 2 to 4 are allowed, or 0 for 2", f.Things)
	case f.Places != 0 && (f.Places < 3 || f.Places > 8):
		return fmt.Errorf("qa: recall: %d places; 3 to 8 are allowed, or 0 for 4", f.Places)
	case f.Items < 0 || f.Items > 12:
		return fmt.Errorf("qa: recall: %d items; 1 to 12 are allowed, or 0 for 2", f.Items)
	}
	return f.Phrasing.validate("recall")
}

// At returns the family with the knobs of a level.
func (f RecallFamily) At(level int) Family {
	phrasing := f.Phrasing
	f = recallLevels[clampLevel(level)-1]
	f.Phrasing = phrasing
	return f
}

// WithPhrasing returns the family with another phrasing.
func (f RecallFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

func (f RecallFamily) filled() RecallFamily {
	first := recallLevels[0]
	for _, knob := range []struct {
		set   *int
		stand int
	}{{&f.Entries, first.Entries}, {&f.Things, first.Things}, {&f.Places, first.Places}, {&f.Items, first.Items}} {
		if *knob.set == 0 {
			*knob.set = knob.stand
		}
	}
	return f
}

// Sample draws a log: at each step one of the things goes to another place than where it is. Items are seen three to five times each, if there
// are visits enough.
func (f RecallFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	f = f.filled()
	n := newNamer(src)
	l := &layout.Log{
		Places: n.places[:f.Places], Items: n.things[:f.Items], Row: src.Intn(2) == 0, Events: make([]layout.Event, f.Entries),
	}
	for range f.Things {
		l.Things = append(l.Things, n.actor(layout.Cell{}).Name)
	}
	var at [4]int // of each thing, one more than the number of its place
	for i := range l.Events {
		t := src.Intn(f.Things)
		place := src.Intn(f.Places)
		if at[t] > 0 {
			place = (at[t] + src.Intn(f.Places-1)) % f.Places
		}
		at[t] = place + 1
		l.Events[i] = layout.Event{Step: i + 1, Thing: t, Place: place}
	}
	seen := make([]int, f.Entries)
	for i := range seen {
		seen[i] = i
	}
	// Round by round, so that short logs do not show one item alone.
	k := 0
	for round := range 5 {
		for item := range f.Items {
			if k >= f.Entries/2 || round >= 3 && src.Intn(2) == 0 {
				continue
			}
			j := k + src.Intn(f.Entries-k)
			seen[k], seen[j] = seen[j], seen[k]
			l.Events[seen[k]].Item = item + 1
			k++
		}
	}
	return Subject{Log: l}, nil
}

// Ask asks about a log with two or more things and places.
func (f RecallFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if s.Log == nil || len(s.Log.Things) == 0 || len(s.Log.Places) < 2 || len(s.Log.Events) == 0 {
		return nil, unsuitable(f.Name(), "there is no log of visits")
	}
	if err := s.Log.Validate(); err != nil {
		return nil, fmt.Errorf("qa: recall: %w: %w", ErrUnsuitable, err)
	}
	var asks [recallAsks]RecallAsks
	for k := range asks {
		asks[k] = RecallAsks(k)
	}
	seed.Shuffle(src, asks[:])
	for range 2 {
		for _, ask := range asks {
			q := Recall{Log: s.Log, Asks: ask, Phrasing: f.Phrasing, Backwards: src.Intn(2) == 0}
			if q.draw(src) {
				if _, err := q.solve(); err == nil {
					return q, nil
				}
			}
		}
	}
	return nil, unsuitable(f.Name(), "the log tells nothing that can be asked")
}
