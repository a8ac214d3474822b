package qa

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TallyFamily asks how many different things overlapping views of one map show together. Which are the same is told by the places of
// the views, or by names.
type TallyFamily struct {
	Views       int      // 2 to 8; 0 stands for 2
	Side        int      // rows and columns of a view at most, 3 to 8; one row or column less is as likely, from 4 on; 0 stands for 4
	Things      int      // different things of a kind at most, 1 to 12; every number from 1 is equally likely; 0 stands for 4
	Kinds       int      // kinds of things, 1 to 4; 0 stands for 1
	Checkpoints int      // after how many of the views it is asked, 1 to 4, as far as there are views; 0 stands for 1, which is after all of them
	Turned      bool     // views may be turned
	Identity    Identity // which things are the same
	Phrasing    Phrasing
}

// Identity is what tells that two views show one and the same thing. The zero value is AnyIdentity.
type Identity uint8

// The identities.
const (
	AnyIdentity Identity = iota // one of the others, drawn
	ByPlace                     // the rows and columns that views show are told
	ByName                      // every thing has a name of its own
	identities
)

var tallyLevels = [Levels]TallyFamily{
	{Views: 2, Side: 4, Things: 4, Kinds: 1, Checkpoints: 1},
	{Views: 3, Side: 4, Things: 6, Kinds: 2, Checkpoints: 1},
	{Views: 4, Side: 5, Things: 7, Kinds: 2, Checkpoints: 2},
	{Views: 6, Side: 6, Things: 9, Kinds: 3, Checkpoints: 3, Turned: true},
}

// Name returns "tally".
func (TallyFamily) Name() string { return "tally" }

// Summary describes the family in one line.
func (TallyFamily) Summary() string {
	return "how many different things overlapping views of a map show together"
}

// Group returns Move.
func (TallyFamily) Group() Group { return Move }

// WithPhrasing returns the family with its questions put so.
func (f TallyFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// At returns the family with the views of a level.
func (f TallyFamily) At(level int) Family {
	at := tallyLevels[clampLevel(level)-1]
	at.Phrasing, at.Identity = f.Phrasing, f.Identity
	return at
}

// Validate reports a knob out of range.
func (f TallyFamily) Validate() error {
	for _, k := range [...]struct {
		name              string
		value, low, high  int
		standsFor, nought int
	}{{"views", f.Views, 2, 8, 2, 0}, {"side", f.Side, 3, 8, 4, 0}, {"things", f.Things, 1, 12, 4, 0}, {"kinds", f.Kinds, 1, 4, 1, 0},
		{"checkpoints", f.Checkpoints, 1, 4, 1, 0}} {
		if k.value != 0 && (k.value < k.low || k.value > k.high) {
			return fmt.Errorf("qa: tally: %s %d; %d to %d are allowed, or 0 for %d", k.name, k.value, k.low, k.high, k.standsFor)
		}
	}
	if f.Identity >= identities {
		return fmt.Errorf("qa: tally: identity %d; 0 to %d are allowed", f.Identity, identities-1)
	}
	return f.Phrasing.validate(f.Name())
}

// Sample draws views each of which overlaps the one before. Half of the things stand where several views show them, as far as there are
// such cells.
func (f TallyFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	views, side, things, kinds := cmp.Or(f.Views, 2), cmp.Or(f.Side, 4), cmp.Or(f.Things, 4), cmp.Or(f.Kinds, 1)
	byName := f.Identity == ByName || f.Identity == AnyIdentity && src.Intn(2) == 0
	windows, size := make([]layout.Window, views), make([][2]int, views)
	for i := range windows {
		for k := range size[i] {
			size[i][k] = side
			if side > 3 {
				size[i][k] -= src.Intn(2)
			}
		}
		if f.Turned {
			windows[i].Turn = src.Intn(4)
		}
		if i == 0 {
			continue
		}
		// The next view goes up to all but one row and column away, and somewhere.
		step := layout.Cell{}
		for step == (layout.Cell{}) {
			step = layout.Cell{Row: src.Intn(2*side-3) - (side - 2), Col: src.Intn(2*side-3) - (side - 2)}
		}
		windows[i].At = layout.Cell{Row: windows[i-1].At.Row + step.Row, Col: windows[i-1].At.Col + step.Col}
	}
	c := newCanvas(windows, size, src.Intn(3), src.Intn(3))
	n := newNamer(src)
	put := func(thing func(at layout.Cell) layout.Thing, count int) {
		add := func(count int, wanted func(k int) bool) (added int) {
			for _, at := range c.draw(src, count, wanted) {
				c.world.Things = append(c.world.Things, thing(at))
				added++
			}
			return added
		}
		// Mostly two views show one each that no other does, so that the fullest view alone does not tell how many there are.
		if count > 1 && src.Intn(4) > 0 {
			i := src.Intn(views)
			j := (i + 1 + src.Intn(views-1)) % views
			for _, view := range [...]int{i, j} {
				count -= add(1, func(k int) bool { return c.cover[k] == 1 && c.shows(view, k) })
			}
		}
		again := 0
		for range count {
			again += src.Intn(2)
		}
		count -= add(again, func(k int) bool { return c.cover[k] > 1 })
		add(count, func(k int) bool { return c.cover[k] > 0 })
	}
	if byName {
		put(func(at layout.Cell) layout.Thing { return n.thing(at) }, kinds+src.Intn(things))
	} else {
		all := slices.Clone(n.theme.Kinds)
		seed.Shuffle(src, all)
		for _, noun := range all[:min(kinds, len(all))] {
			mark := n.mark()
			put(func(at layout.Cell) layout.Thing {
				name := noun.Singular + " " + strconv.Itoa(len(c.world.Things)+1)
				return layout.Thing{Name: name, Kind: noun.Singular, Mark: mark, Cells: []layout.Cell{at}}
			}, 1+src.Intn(things))
		}
	}
	c.walls(src, 12)
	s := Subject{Views: c.frames(src)}
	if !byName {
		s.Windows = windows
	}
	return s, nil
}

// Ask asks about the frames of a subject. With windows, a thing is told by its place and must have a kind; without, by its name,
// and must have no kind. The views must agree, and which cells are hidden must not matter.
func (f TallyFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if err := checkViews(f.Name(), s.Views, mostViews); err != nil {
		return nil, err
	}
	if len(s.Windows) != 0 && len(s.Windows) != len(s.Views) {
		return nil, unsuitable(f.Name(), "there are not as many windows as views")
	}
	q := Tally{Views: s.Views, Windows: s.Windows, Phrasing: f.Phrasing}
	// Nearly always it is asked about the last view too, so that the others are seldom there for nothing.
	checks := min(cmp.Or(f.Checkpoints, 1), len(s.Views)-1)
	before := make([]int, 0, mostViews)
	for i := 1; i < len(s.Views)-1; i++ {
		before = append(before, i)
	}
	seed.Shuffle(src, before)
	q.After = append(q.After, before[:checks-1]...)
	q.After = append(q.After, len(s.Views)-1)
	slices.Sort(q.After)
	var asked []Tally
	add := func(noun describe.Noun) error {
		one := q
		one.Noun = noun
		err := one.solve()
		if err == nil {
			asked = append(asked, one)
		}
		return err
	}
	var err error
	if len(s.Windows) == 0 {
		err = add(describe.Noun{Singular: "thing", Plural: "things"})
	} else {
		for _, kind := range kindsOf(s.Views) {
			if e := add(describe.NounOf(kind)); e != nil {
				err = e
			}
		}
	}
	if len(asked) == 0 {
		if err == nil {
			err = unsuitable(f.Name(), "no view shows a thing of a kind")
		}
		return nil, err
	}
	asked = narrow(src, asked, func(t *Tally) int { return min(t.counts[len(t.counts)-1], 63) })
	one := asked[src.Intn(len(asked))]
	if err := gradable(one); err != nil {
		return nil, err
	}
	return one, nil
}

// kindsOf lists the kinds of the things that views show, as they come.
func kindsOf(views []*layout.Map) (all []string) {
	for _, v := range views {
		for i := range v.Things {
			if kind := v.Things[i].Kind; kind != "" && !slices.Contains(all, kind) {
				all = append(all, kind)
			}
		}
	}
	return all
}
