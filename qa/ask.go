package qa

import (
	"fmt"
	"math/bits"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// begin checks a family's knobs and returns the network of a subject, as every Ask about facts does first.
func begin(f Family, s Subject) (*layout.Network, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	return network(f.Name(), s)
}

// network returns the network of a subject's facts. The error wraps ErrUnsuitable: there are no facts or they contradict
// each other, or objects cannot be told apart by their names.
func network(family string, s Subject) (*layout.Network, error) {
	if len(s.Facts) == 0 {
		return nil, unsuitable(family, "there are no facts")
	}
	seen := make(map[string]bool, s.Layout.Len())
	for _, e := range s.Layout.Entities {
		if e.Name == "" || seen[e.Name] {
			return nil, unsuitable(family, "every object needs a name of its own")
		}
		seen[e.Name] = true
	}
	net, err := layout.NewNetwork(s.Layout.Len(), s.World)
	if err != nil {
		return nil, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
	}
	if s.World.Bounded() {
		cells := make([]layout.Cell, s.Layout.Len())
		for i, e := range s.Layout.Entities {
			cells[i] = e.At
		}
		net.Suggest(cells)
	}
	for _, fact := range s.Facts {
		if err := net.Add(fact); err != nil {
			return nil, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
		}
	}
	return net, nil
}

// possibilities are the relations that objects of a network can have, pair by pair.
type possibilities struct {
	n    int
	sets []layout.CardinalSet
}

// possibilitiesOf looks for them, once for both ways round.
func possibilitiesOf(net *layout.Network) possibilities {
	n := net.Len()
	p := possibilities{n, make([]layout.CardinalSet, n*n)}
	for a := range n {
		for b := range a {
			there := net.Possible(b, a)
			p.sets[b*n+a] = there
			if net.GaveUp() {
				p.sets[a*n+b] = net.Possible(a, b)
			} else {
				p.sets[a*n+b] = there.Converse()
			}
		}
	}
	return p
}

func (p possibilities) of(a, b int) layout.CardinalSet { return p.sets[a*p.n+b] }

// mostGaveUp is how many questions about a subject a network may give up on until a family gives up on the subject: a
// second or so.
const mostGaveUp = 4

// patience counts what a network gave up on.
type patience int

// doubts reports whether the last answer of a network may leave too much open, and counts that.
func (p *patience) doubts(net *layout.Network) bool {
	if net.GaveUp() {
		*p++
		return true
	}
	return false
}

// spent reports whether a family gives up on the subject.
func (p patience) spent() bool { return p > mostGaveUp }

const tooCrowded = "the grid is too crowded for the facts to be searched through"

// plain reports whether all names are single capital letters, which every sentence and every drawing can hold: what is answered with them reads
// back, and need not be tried.
func plain(names []string) bool {
	for _, name := range names {
		if len(name) != 1 || name[0] < 'A' || name[0] > 'Z' {
			return false
		}
	}
	return true
}

// readable returns what gradable does, without trying where the names are plain.
func readable(q Question, names []string) error {
	if plain(names) {
		return nil
	}
	return gradable(q)
}

// plainLayout reports whether a layout surely reads back from a drawing: it is valid, small, and has plain names.
func plainLayout(l layout.Layout) bool {
	const side = 64 // far less than a drawing may have
	for _, e := range l.Entities {
		if min(e.At.Row, e.At.Col) < 0 || max(e.At.Row, e.At.Col) >= side || len(e.Name) != 1 || e.Name[0] < 'A' || e.Name[0] > 'Z' {
			return false
		}
	}
	return l.Len() > 0 && l.Validate() == nil
}

// unsuitable returns an error that wraps ErrUnsuitable.
func unsuitable(family, why string) error {
	return fmt.Errorf("qa: %s: %s: %w", family, why, ErrUnsuitable)
}

// askedName returns the name of an object for the text of a question, "?" where there is none.
func askedName(all []string, i int) string {
	if i < 0 || i >= len(all) {
		return "?"
	}
	return all[i]
}

// narrow draws one of the keys that the items have, each with equal chance however many items have it, and keeps the items
// with it, in their order and place. Keys are 0 to 63.
func narrow[T any](src seed.Source, items []T, key func(*T) int) []T {
	var present uint64
	for i := range items {
		present |= 1 << key(&items[i])
	}
	k := bits.OnesCount64(present)
	if k == 0 {
		return nil
	}
	if k = k - 1; k > 0 {
		k = src.Intn(k + 1)
	}
	for ; k > 0; k-- {
		present &= present - 1
	}
	drawn := bits.TrailingZeros64(present)
	return keep(items, func(item *T) bool { return key(item) == drawn })
}

// keep keeps the items that are wanted, in their order and place.
func keep[T any](items []T, wanted func(*T) bool) []T {
	kept := items[:0]
	for i := range items {
		if wanted(&items[i]) {
			kept = append(kept, items[i])
		}
	}
	return kept
}

// prefer keeps the items that are wanted, or all where none is.
func prefer[T any](items []T, wanted func(*T) bool) []T {
	for i := range items {
		if wanted(&items[i]) {
			return keep(items, wanted)
		}
	}
	return items
}
