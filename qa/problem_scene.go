package qa

import (
	"bytes"
	"cmp"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// askedOfScene tells a question by its words, as they stand when the scene is moved by the symmetry that makes its number the least,
// with a number in place of each name that says where what it names stands. Nothing has a name on dots and paper: of these the whole
// prompt counts.
func (s Subject) askedOfScene(q Instance) uint64 {
	placed := s.Map != nil || len(s.Views) > 0 || s.Log != nil && s.Log.Row
	named := placed || s.Graph != nil || s.Log != nil
	numbers := s.moved()
	order := [layout.Symmetries]layout.Symmetry{0, 1, 2, 3, 4, 5, 6, 7}
	slices.SortStableFunc(order[:], func(a, b layout.Symmetry) int { return cmp.Compare(numbers[a], numbers[b]) })
	var buf []byte
	var m masker
	least, found := ^uint64(0), layout.Symmetry(layout.Symmetries)
	for _, sym := range order {
		if found < layout.Symmetries && named && numbers[sym] != numbers[found] {
			break // a map that looks the same when it is moved has several least numbers
		}
		turned, ok := q, sym == 0
		if !ok && (placed || !named) {
			turned, ok = turnedAlike(q, sym)
		}
		if !ok {
			continue
		}
		turned = optionsInOrder(turned)
		found = sym
		var h uint64
		if named {
			s.names(&m, sym)
			if s.Graph == nil { // a graph's say only how it is shown
				buf = turned.AppendConventions(buf[:0])
				h = m.bag(buf)
			}
			buf = turned.AppendText(buf[:0])
			h ^= m.text(buf)
		} else {
			medium := AsDrawing
			if media := turned.Media(); len(media) > 0 {
				medium = media[0]
			}
			buf = AppendPrompt(buf[:0], Subject{}, turned, medium)
			h = wordNumber(buf)
		}
		least = min(least, seed.Mix(h^numbers[sym]))
	}
	return least
}

// turnedAlike returns the question of the moved scene that asks what this one does: all turn with the scene, but that a width stays
// one even where it becomes a height, and what is turned by the question is turned as before: of a matrix on its side, mirroring top to
// bottom is mirroring left to right.
func turnedAlike(q Instance, sym layout.Symmetry) (Instance, bool) {
	turned, ok := q.Turn(sym)
	if r, rotates := turned.(Rotate); ok && rotates {
		r.Steps = slices.Clone(r.Steps)
		for i, step := range r.Steps {
			for back := range layout.Symmetry(layout.Symmetries) {
				if layout.Compose(back, sym) == 0 {
					r.Steps[i] = layout.Compose(layout.Compose(back, step), sym)
				}
			}
		}
		return r, true
	}
	size, measured := turned.(Size)
	if ok && measured && sym.Cardinal(layout.N) != layout.N && sym.Cardinal(layout.N) != layout.S {
		size.Kind, size.Of = size.Kind.across(), size.Of.across()
		turned = size
	}
	return turned, ok
}

// optionsInOrder returns the question with what there is to choose from in the order of how it looks.
func optionsInOrder(q Instance) Instance {
	if r, ok := q.(Rotate); ok && len(r.Options) > 1 {
		r.Options = slices.Clone(r.Options)
		slices.SortStableFunc(r.Options, func(a, b *layout.Matrix) int {
			return bytes.Compare(scene.AppendMatrix(nil, a), scene.AppendMatrix(nil, b))
		})
		return r
	}
	return q
}

// across returns what a width is where rows and columns are swapped.
func (k SizeKind) across() SizeKind {
	switch k {
	case SizeWidth:
		return SizeTall
	case SizeTall:
		return SizeWidth
	}
	return k
}

// moved returns a number for what is shown as each symmetry moves it, views in their order.
func (s Subject) moved() (all [layout.Symmetries]uint64) {
	mix := func(numbers [layout.Symmetries]uint64) {
		for i := range all {
			all[i] = seed.Mix(all[i] ^ numbers[i])
		}
	}
	if s.Map != nil {
		mix(s.Map.Fingerprints())
	}
	for _, m := range s.upright() {
		if m != nil {
			mix(m.Fingerprints())
		}
	}
	if s.Log != nil && s.Log.Row {
		for i := range all {
			h := uint64(0)
			for _, e := range s.Log.Events {
				h = seed.Mix(h ^ s.inRow(e.Place, layout.Symmetry(i)))
			}
			all[i] = seed.Mix(all[i] ^ h)
		}
	}
	return all
}

// upright returns the views, those that lie somewhere on a map as that lies.
func (s Subject) upright() []*layout.Map {
	if len(s.Windows) != len(s.Views) {
		return s.Views
	}
	all := slices.Clone(s.Views)
	for i, w := range s.Windows {
		if all[i] != nil && w.Turn&3 != 0 {
			all[i] = all[i].Transform(layout.Turn(-w.Turn))
		}
	}
	return all
}

// inRow returns where a place of a log lies in its row, once that is moved.
func (s Subject) inRow(place int, sym layout.Symmetry) uint64 {
	if sym.Cardinal(layout.E) == layout.W {
		place = len(s.Log.Places) - 1 - place
	}
	return uint64(place + 2)
}

// names tells the masker what has a name in the scene moved by a symmetry: things and rooms are known by their cells, kinds by all
// things of the kind, places of a graph by the ways around them, what is in a log by where it comes up first.
func (s Subject) names(m *masker, sym layout.Symmetry) {
	m.reset()
	maps := s.upright()
	if s.Map != nil {
		maps = append([]*layout.Map{s.Map}, maps...)
	}
	for view, shown := range maps {
		if shown == nil {
			continue
		}
		where := func(cells []layout.Cell) (sum uint64) {
			for _, c := range cells {
				c = sym.Cell(c, shown.Rows, shown.Cols)
				sum += seed.Mix(uint64(view)<<48 | uint64(c.Row)<<24 | uint64(c.Col))
			}
			return sum
		}
		for i := range shown.Rooms {
			m.add(shown.Rooms[i].Name, where(shown.Rooms[i].Cells)+1)
		}
		for i := range shown.Things {
			t := &shown.Things[i]
			number := seed.Mix(where(t.Cells) + uint64(sym.Cardinal(t.Facing)))
			m.add(t.Name, number)
			m.addKind(t.Kind, number)
		}
	}
	if s.Graph != nil {
		for i, number := range s.Graph.Colours() {
			m.add(s.Graph.Places[i].Name, number)
		}
	}
	if s.Log != nil {
		s.logNames(m, sym)
	}
}

func (s Subject) logNames(m *masker, sym layout.Symmetry) {
	add := func(kind uint64, names []string, of func(e layout.Event) int) {
		seen := make([]bool, len(names))
		next := kind << 32
		for _, e := range s.Log.Events {
			if i := of(e); i >= 0 && i < len(names) && !seen[i] {
				seen[i] = true
				m.add(names[i], seed.Mix(next))
				next++
			}
		}
		for i, name := range names { // they never come up
			if !seen[i] {
				m.add(name, seed.Mix(next))
			}
		}
	}
	add(1, s.Log.Things, func(e layout.Event) int { return e.Thing })
	add(2, s.Log.Items, func(e layout.Event) int { return e.Item - 1 })
	if !s.Log.Row {
		add(3, s.Log.Places, func(e layout.Event) int { return e.Place })
		return
	}
	for i, name := range s.Log.Places {
		m.add(name, seed.Mix(4<<32|s.inRow(i, sym)))
	}
}
