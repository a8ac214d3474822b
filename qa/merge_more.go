package qa

import (
	"bytes"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// common lists the things of a view that the view before it shows too, by number.
func (m Merge) common(view int) (things []int) {
	v, before := m.Views[view], m.Views[view-1]
	for k := range v.Things {
		on := m.windows[view].Cell(v.Things[k].At(), v.Rows, v.Cols)
		if before.ThingAt(m.windows[view-1].Seen(on, before.Rows, before.Cols)) >= 0 {
			things = append(things, k)
		}
	}
	return things
}

// Mistakes returns the other things, those first that the view does not show; the other turns; or drawings turned or mirrored, and
// such that say too much.
func (m Merge) Mistakes() (all []Answer) {
	if !m.asked() {
		return nil
	}
	add := func(a Answer) {
		if !a.Equal(m.answer) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	switch m.Form {
	case MergeMasked:
		words := m.words()
		v := m.Views[m.View]
		shown := func(w string) bool {
			return slices.ContainsFunc(v.Things, func(t layout.Thing) bool { return calledAs(&t) == w })
		}
		for _, first := range [...]bool{false, true} {
			for _, w := range words {
				if shown(w) == first {
					add(Word(w))
				}
			}
		}
	case MergeTurn:
		for _, o := range viewTurnOptions {
			add(Word(o.word))
		}
	case MergeDraw:
		p := m.answer.(MapPicture)
		for _, s := range [...]layout.Symmetry{layout.Turn(2), layout.Turn(1), layout.Turn(3)} {
			add(p.moved(s))
		}
		add(MapPicture{p.Cols, strings.ReplaceAll(p.Marks, "?", ".")})
		// One thing is forgotten, another walled in.
		for i := range p.Marks {
			if 'A' <= p.Marks[i] && p.Marks[i] <= 'Z' {
				add(MapPicture{p.Cols, p.Marks[:i] + "." + p.Marks[i+1:]})
				add(MapPicture{p.Cols, p.Marks[:i] + "#" + p.Marks[i+1:]})
				break
			}
		}
	}
	return all
}

// moved returns a picture moved by a symmetry.
func (p MapPicture) moved(s layout.Symmetry) MapPicture {
	if p.Cols == 0 {
		return p
	}
	rows := len(p.Marks) / p.Cols
	marks, wide := bytes.Clone([]byte(p.Marks)), p.Cols
	if corner := s.Cell(layout.Cell{Row: rows - 1}, rows, p.Cols); s.Cell(layout.Cell{}, rows, p.Cols).Row == corner.Row {
		wide = rows // a column became a row
	}
	if rows == 1 && p.Cols > 1 {
		if s.Cell(layout.Cell{}, rows, p.Cols).Col == s.Cell(layout.Cell{Col: 1}, rows, p.Cols).Col {
			wide = 1
		} else {
			wide = p.Cols
		}
	}
	for i := range p.Marks {
		c := s.Cell(layout.Cell{Row: i / p.Cols, Col: i % p.Cols}, rows, p.Cols)
		marks[c.Row*wide+c.Col] = p.Marks[i]
	}
	return MapPicture{wide, string(marks)}
}

// Difficulty is the number of things to compare, and of views that are turned.
func (m Merge) Difficulty() int {
	n := 1
	for i, v := range m.Views {
		n += len(v.Things)
		if i < len(m.windows) && m.windows[i].Turn != m.windows[0].Turn {
			n += 2
		}
	}
	return n
}

// Turn asks about the views turned, each by itself.
func (m Merge) Turn(s layout.Symmetry) (Instance, bool) {
	if !m.asked() {
		return nil, false
	}
	v := m.Views[m.View]
	m.Place = s.Cell(m.Place, v.Rows, v.Cols)
	m.Views = turnedViews(m.Views, s)
	return m, m.solve() == nil
}

// Contrast asks how the other view is turned against this one, or for the drawing the same way up as the other.
func (m Merge) Contrast() (Instance, bool) {
	if !m.asked() || m.Form == MergeMasked || !m.Turned {
		return nil, false
	}
	m.View, m.Against = m.Against, m.View
	return m, m.solve() == nil
}

// Pieces returns the number of cells of all views.
func (m Merge) Pieces() int { return viewPieces(m.Views) }

// Without hides a cell of a view.
func (m Merge) Without(piece int) (Instance, error) {
	view, cell, ok := pieceOfViews(m.Views, piece)
	if !ok || !m.asked() {
		return nil, unsuitable(m.Family(), "there is no such cell")
	}
	m.Views = viewsWithout(m.Views, view, cell)
	if err := m.solve(); err != nil {
		return nil, err
	}
	return m, nil
}

// AppendRationale appends for every view what it has in common with the one before, how it lies against it, and where that puts what is masked.
func (m Merge) AppendRationale(dst []byte) []byte {
	if !m.asked() {
		return dst
	}
	for i := 1; i < len(m.Views); i++ {
		v, before := m.Views[i], m.Views[i-1]
		for _, k := range m.common(i) {
			t := &v.Things[k]
			on := m.windows[i].Cell(t.At(), v.Rows, v.Cols)
			name := []byte(calledAs(t))
			if c := name[0]; 'a' <= c && c <= 'z' {
				name[0] -= 'a' - 'A'
			}
			dst = append(append(dst, name...), " is at "...)
			dst = appendRowCol(dst, m.windows[i-1].Seen(on, before.Rows, before.Cols))
			dst = appendNumbered(append(dst, " of "...), "view", i)
			dst = appendRowCol(append(dst, " and at "...), t.At())
			dst = append(appendNumbered(append(dst, " of "...), "view", i+1), ".\n"...)
		}
		if m.Turned {
			turn := (m.windows[i].Turn - m.windows[i-1].Turn) & 3
			dst = appendNumbered(append(dst, "So "...), "view", i+1)
			if how := viewTurnOptions[turn].word + " degrees clockwise against view"; turn == 0 {
				dst = appendNumbered(append(dst, " lies "...), "the same way up as view", i)
			} else {
				dst = appendNumbered(append(dst, " is turned by "...), how, i)
			}
			dst = append(dst, ".\n"...)
		}
	}
	if m.Form == MergeMasked {
		v := m.Views[m.View]
		on := m.windows[m.View].Cell(m.Place, v.Rows, v.Cols)
		for i, other := range m.Views {
			at := m.windows[i].Seen(on, other.Rows, other.Cols)
			if i == m.View || other.ThingAt(at) < 0 {
				continue
			}
			dst = appendRowCol(append(dst, "So "...), m.Place)
			dst = appendNumbered(append(dst, " of "...), "view", m.View+1)
			dst = appendRowCol(append(dst, " is "...), at)
			return append(appendNumbered(append(dst, " of "...), "view", i+1), '.')
		}
	}
	if n := len(dst); n > 0 && dst[n-1] == '\n' {
		dst = dst[:n-1]
	}
	return dst
}
