package qa

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// MergeFamily asks to put overlapping views of one map together, whose places are not told: to draw the map, to name a thing that one view
// hides, or to say how a view is turned.
type MergeFamily struct {
	Views    int       // 2 to 4; 0 stands for 2
	Side     int       // rows and columns of a view, 4 to 9; 0 stands for 4
	Shared   int       // how many things a view and the next have in common at least, 2 to 5, fewer than a quarter of the cells of a view; 0 stands for 2
	Kinds    int       // 0: every thing has a name of its own; else of how many kinds things are, 2 to 5
	Turned   bool      // views may be turned
	Form     MergeForm // what is asked
	Phrasing Phrasing
}

// MergeForm is what is asked about views that are to be put together. The zero value is AnyMerge.
type MergeForm uint8

// The forms.
const (
	AnyMerge    MergeForm = iota // one of the others, drawn
	MergeMasked                  // what stands where a view shows ?
	MergeDraw                    // the drawing of all that the views show
	MergeTurn                    // by how much a view is turned against another; only where views may be turned
	mergeForms
)

var mergeLevels = [Levels]MergeFamily{
	{Views: 2, Side: 4, Shared: 2},
	{Views: 2, Side: 5, Shared: 3, Turned: true},
	{Views: 2, Side: 6, Shared: 4, Turned: true, Kinds: 4},
	{Views: 3, Side: 7, Shared: 4, Turned: true, Kinds: 4},
}

// Name returns "merge".
func (MergeFamily) Name() string { return "merge" }

// Summary describes the family in one line.
func (MergeFamily) Summary() string {
	return "overlapping views put together: the whole map, a masked thing, or a turn"
}

// Group returns View.
func (MergeFamily) Group() Group { return View }

// WithPhrasing returns the family with its questions put so.
func (f MergeFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// At returns the family with the views of a level.
func (f MergeFamily) At(level int) Family {
	at := mergeLevels[clampLevel(level)-1]
	at.Phrasing, at.Form = f.Phrasing, f.Form
	if at.Form == MergeTurn {
		at.Turned = true
	}
	return at
}

// Validate reports a knob out of range.
func (f MergeFamily) Validate() error {
	side := cmp.Or(f.Side, 4)
	switch most := (side - side/2) * (side - side/2); {
	case f.Views != 0 && (f.Views < 2 || f.Views > 4):
		return fmt.Errorf("qa: merge: views %d; 2 to 4 are allowed, or 0 for 2", f.Views)
	case side < 4 || side > 9:
		return fmt.Errorf("qa: merge: side %d; 4 to 9 are allowed, or 0 for 4", f.Side)
	case f.Shared != 0 && (f.Shared < 2 || f.Shared > min(5, most-1)):
		return fmt.Errorf("qa: merge: shared %d; 2 to %d are allowed with side %d, or 0 for 2", f.Shared, min(5, most-1), side)
	case f.Kinds != 0 && (f.Kinds < 2 || f.Kinds > 5):
		return fmt.Errorf("qa: merge: kinds %d; 2 to 5 are allowed, or 0 for none", f.Kinds)
	case f.Form >= mergeForms:
		return fmt.Errorf("qa: merge: form %d; 0 to %d are allowed", f.Form, mergeForms-1)
	case f.Form == MergeTurn && !f.Turned:
		return fmt.Errorf("qa: merge: form %d asks for turns; turned must be true", f.Form)
	}
	return f.Phrasing.validate(f.Name())
}

// mostMergeTries is how often views are drawn until they lie against each other in one way alone; the first do nearly always.
const mostMergeTries = 20

// Sample draws views each of which has enough things in common with the one before.
func (f MergeFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	for range mostMergeTries {
		frames := f.draw(src)
		// Two things with names of their own pin a view down.
		if f.Kinds == 0 {
			return Subject{Views: frames}, nil
		}
		if _, ways := f.registration().Views(frames); ways == 1 {
			return Subject{Views: frames}, nil
		}
	}
	return Subject{}, unsuitable(f.Name(), "the views lie against each other in several ways")
}

func (f MergeFamily) registration() layout.Registration {
	return layout.Registration{Turned: f.Turned, Things: cmp.Or(f.Shared, 2)}
}

func (f MergeFamily) draw(src seed.Source) []*layout.Map {
	views, side, shared := cmp.Or(f.Views, 2), cmp.Or(f.Side, 4), cmp.Or(f.Shared, 2)
	windows, size := make([]layout.Window, views), make([][2]int, views)
	for i := range windows {
		size[i] = [2]int{side, side}
		if f.Turned {
			windows[i].Turn = src.Intn(4)
		}
		if i == 0 {
			continue
		}
		// Half a side away at most, so that a quarter of the view is shared, and two cells at least, so that not nearly all is.
		step, half := layout.Cell{}, side/2
		for step.Row*step.Row+step.Col*step.Col < 2 {
			step = layout.Cell{Row: src.Intn(2*half+1) - half, Col: src.Intn(2*half+1) - half}
		}
		windows[i].At = layout.Cell{Row: windows[i-1].At.Row + step.Row, Col: windows[i-1].At.Col + step.Col}
	}
	c := newCanvas(windows, size, 0, 0)
	n := newNamer(src)
	nouns := slices.Clone(n.theme.Kinds)
	seed.Shuffle(src, nouns)
	marks := [5]byte{}
	for i := range marks {
		marks[i] = n.mark()
	}
	put := func(cells []layout.Cell) {
		for _, at := range cells {
			if f.Kinds == 0 {
				c.world.Things = append(c.world.Things, n.thing(at))
				continue
			}
			k := src.Intn(min(f.Kinds, len(nouns)))
			c.world.Things = append(c.world.Things, layout.Thing{Name: nouns[k].Singular + " " + strconv.Itoa(len(c.world.Things)+1),
				Kind: nouns[k].Singular, Mark: marks[k], Cells: []layout.Cell{at}})
		}
	}
	for i := 1; i < views; i++ {
		both := func(k int) bool { return c.shows(i-1, k) && c.shows(i, k) }
		there := 0
		for k := range c.taken {
			if c.taken[k] && both(k) {
				there++
			}
		}
		put(c.draw(src, max(0, shared+1-there), both))
	}
	for i := range windows {
		put(c.draw(src, 2+src.Intn(2), func(k int) bool { return c.cover[k] == 1 && c.shows(i, k) }))
	}
	c.walls(src, 8)
	return c.frames(src)
}

// Ask asks about the frames of a subject, which must lie against each other in one way alone. Which cells are hidden must not matter.
func (f MergeFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	if err := checkViews(f.Name(), s.Views, 4); err != nil {
		return nil, err
	}
	if err := checkSides(f.Name(), s.Views); err != nil {
		return nil, err
	}
	q := Merge{Views: s.Views, Form: f.Form, Shared: cmp.Or(f.Shared, 2), Turned: f.Turned, Phrasing: f.Phrasing}
	if q.Form == AnyMerge {
		if q.Form = MergeMasked + MergeForm(src.Intn(2)); f.Turned {
			q.Form = MergeMasked + MergeForm(src.Intn(3))
		}
	}
	q.View = 1 + src.Intn(len(s.Views)-1)
	q.Against = src.Intn(len(s.Views) - 1)
	if q.Against >= q.View {
		q.Against++
	}
	if q.Form == MergeMasked {
		return q.mask(src)
	}
	if err := q.check(); err != nil {
		return nil, err
	}
	return q, nil
}

// mostMasked is how many things are tried to be masked. The first will do where views have enough in common.
const mostMasked = 8

// mask hides a thing in one view that another shows, and asks for it.
func (q Merge) mask(src seed.Source) (Question, error) {
	windows, ways := q.registration().Views(q.Views)
	if ways != 1 {
		return nil, unsuitable(q.Family(), "the views do not lie against each other in one way alone")
	}
	type masked struct {
		view int
		at   layout.Cell
	}
	var all []masked
	for i, v := range q.Views[1:] {
		for k := range v.Things {
			at := v.Things[k].At()
			on := windows[i+1].Cell(at, v.Rows, v.Cols)
			for j, other := range q.Views {
				if j != i+1 && other.ThingAt(windows[j].Seen(on, other.Rows, other.Cols)) >= 0 {
					all = append(all, masked{i + 1, at})
					break
				}
			}
		}
	}
	seed.Shuffle(src, all)
	err := unsuitable(q.Family(), "no two views show the same thing")
	for _, m := range all[:min(len(all), mostMasked)] {
		one := q
		one.View, one.Place = m.view, m.at
		one.Views = viewsWithout(q.Views, m.view, m.at)
		if err = one.check(); err == nil {
			return one, nil
		}
	}
	return nil, err
}

// check solves a question and holds it to what it says of the views.
func (q *Merge) check() error {
	if err := q.solve(); err != nil {
		return err
	}
	for i := 1; i < len(q.Views); i++ {
		if len(q.common(i)) < q.Shared {
			return unsuitable(q.Family(), "two views have too little in common")
		}
	}
	return gradable(*q)
}
