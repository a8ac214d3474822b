package layout

import (
	"fmt"
	"slices"
)

// Log is what happened step by step: who came to which place, and what was seen there. The zero Log is empty.
type Log struct {
	Places []string // names
	Things []string // names of those who come and go
	Items  []string // names of what is seen at places
	Row    bool     // the places lie in a row, from west to east in their order
	Events []Event  // one for each step, in order of their steps, from 1
}

// Event says that a thing came to a place, both by number, at a step, from 1.
type Event struct {
	Step, Thing, Place int
	Item               int // what was seen there: 0 nothing, else the number of an item from 1
}

// Hidden returns the event of a step of which nothing is known.
func (e Event) Hidden() Event { return Event{Step: e.Step, Thing: -1, Place: -1} }

// Known reports whether it is known what happened.
func (e Event) Known() bool { return e.Thing >= 0 }

// Without returns a copy of the log with an event hidden; the same log where it has no such event.
func (l *Log) Without(event int) *Log {
	if event < 0 || event >= len(l.Events) {
		return l
	}
	c := *l
	c.Events = slices.Clone(l.Events)
	c.Events[event] = c.Events[event].Hidden()
	return &c
}

// Mirror returns a copy of the log with its row of places turned end for end.
func (l *Log) Mirror() *Log {
	c := *l
	c.Places, c.Events = slices.Clone(l.Places), slices.Clone(l.Events)
	slices.Reverse(c.Places)
	for i := range c.Events {
		if c.Events[i].Known() {
			c.Events[i].Place = len(c.Places) - 1 - c.Events[i].Place
		}
	}
	return &c
}

// Validate reports the first thing that is wrong: a name that is missing or stands twice, steps that are not 1, 2 and so on, or an event
// of a thing, a place or an item that there is not.
func (l *Log) Validate() error {
	names := make([]string, 0, len(l.Places)+len(l.Things)+len(l.Items))
	names = append(append(append(names, l.Places...), l.Things...), l.Items...)
	slices.Sort(names)
	for i, name := range names {
		switch {
		case name == "":
			return fmt.Errorf("layout: a name of a log is empty")
		case i > 0 && names[i-1] == name:
			return fmt.Errorf("layout: name %q stands twice in a log; every place, thing and item needs its own", name)
		}
	}
	for i, e := range l.Events {
		switch {
		case e.Step != i+1:
			return fmt.Errorf("layout: event %d of a log is at step %d; events are at steps 1, 2 and so on", i, e.Step)
		case !e.Known():
		case e.Thing >= len(l.Things) || e.Place < 0 || e.Place >= len(l.Places) || e.Item < 0 || e.Item > len(l.Items):
			return fmt.Errorf("layout: event %d of a log is of thing %d, place %d and item %d, which are not all named", i, e.Thing, e.Place, e.Item)
		}
	}
	return nil
}
