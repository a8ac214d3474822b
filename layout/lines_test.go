package layout_test

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// The oracle of this file lists, axis by axis, all coordinates that the objects can have, and looks at which rows go with
// which columns. It knows facts only through handAllows.

// handAllows reports what a fact says of one axis, given the coordinates of the objects, then of the first line of the
// grid, then of the last.
func handAllows(f layout.Fact, axis int, x []int8) bool {
	n := len(x) - 2
	first, last := x[n], x[n+1]
	at := x[f.Locatum]
	if f.Reading == layout.InCorner {
		return at == first || at == last
	}
	of := first
	switch {
	case f.Relatum >= 0:
		of = x[f.Relatum]
	case f.Relatum == layout.BottomRight:
		of = last
	}
	d := int(at) - int(of)
	if f.Reading == layout.Measured {
		v := [2]layout.Interval{f.Rows, f.Cols}[axis]
		return (v.Lo == -layout.Unbounded || d >= v.Lo) && (v.Hi == layout.Unbounded || d <= v.Hi)
	}
	want := handSigns[f.Relation][axis]
	switch f.Reading {
	case layout.UnitStep:
		return d == want
	case layout.HalfPlane:
		return want == 0 || d*want > 0
	}
	return want == 0 && d == 0 || d*want > 0
}

// lines are all layouts of one axis that satisfy some facts, with the pairs that are level in each.
type lines struct {
	at    [][]int8
	level []uint32 // by pair of objects
	far   int      // a difference that only endless ones have; 0 on an axis with a size
}

func pairBit(a, b int) uint32 {
	if a < b {
		a, b = b, a
	}
	return 1 << (a*(a-1)/2 + b)
}

// allLines lists them. On an axis without end it goes as far as it must: gaps above the largest distance that a fact names
// are all alike, but one of them may be as wide as shows that there is no end.
func allLines(n, axis, side int, facts, asked []layout.Fact) (out lines) {
	distance, framed := 1, speakOfFrame(asked)
	for _, f := range asked {
		if f.Reading == layout.Measured {
			for _, x := range []int{f.Rows.Lo, f.Rows.Hi, f.Cols.Lo, f.Cols.Hi} {
				if x = max(x, -x); x < layout.Unbounded {
					distance = max(distance, x)
				}
			}
		}
	}
	nodes := n
	if framed {
		nodes += 2
	}
	top := side - 1
	if side == 0 {
		out.far = (nodes-1)*distance + 1
		top = max(0, (nodes-2)*(distance+1)+out.far)
	}
	x := make([]int8, n+2)
	// A fact is looked at when the last of its objects has its place.
	due := make([][]layout.Fact, n+1)
	for _, f := range facts {
		due[max(f.Locatum, f.Relatum)] = append(due[max(f.Locatum, f.Relatum)], f)
	}
	var place func(i int)
	place = func(i int) {
		if i == n {
			if side == 0 && !framed && n > 0 && slices.Min(x[:n]) != 0 {
				return
			}
			level := uint32(0)
			for a := range n {
				for b := range a {
					if x[a] == x[b] {
						level |= pairBit(a, b)
					}
				}
			}
			out.at = append(out.at, slices.Clone(x))
			out.level = append(out.level, level)
			return
		}
		for v := range int8(top + 1) {
			x[i] = v
			if v > x[n+1] {
				break
			}
			if !slices.ContainsFunc(due[i], func(f layout.Fact) bool { return !handAllows(f, axis, x) }) {
				place(i + 1)
			}
		}
	}
	x[n+1] = int8(top)
	if side == 0 && framed {
		for last := range int8(top + 1) {
			x[n+1] = last
			place(0)
		}
	} else {
		place(0)
	}
	return out
}

// truth is what all layouts say together.
type truth struct {
	n       int
	sharing bool
	axis    [2]lines // those that go with some of the other axis
}

func truthOf(n int, w layout.World, facts []layout.Fact) truth {
	return truthFor(n, w, facts, facts)
}

func speakOfFrame(facts []layout.Fact) bool {
	return slices.ContainsFunc(facts, func(f layout.Fact) bool { return f.Relatum < 0 })
}

// truthFor goes as far as it must to ask about other facts: it lists the places of the frame as well where they speak of it.
func truthFor(n int, w layout.World, facts, asked []layout.Fact) truth {
	tr := truth{n: n, sharing: w.Sharing}
	all := [2]lines{allLines(n, 0, w.Rows, facts, asked), allLines(n, 1, w.Cols, facts, asked)}
	for axis := range all {
		tr.axis[axis].far = all[axis].far
		fits := make(map[uint32]bool)
		for k, level := range all[axis].level {
			fit, known := fits[level]
			if !known {
				fit = len(all[1-axis].level) > 0 && w.Sharing ||
					slices.ContainsFunc(all[1-axis].level, func(other uint32) bool { return !w.Sharing && other&level == 0 })
				fits[level] = fit
			}
			if fit {
				tr.axis[axis].at = append(tr.axis[axis].at, all[axis].at[k])
				tr.axis[axis].level = append(tr.axis[axis].level, level)
			}
		}
	}
	return tr
}

func (tr *truth) impossible() bool { return len(tr.axis[0].at) == 0 }

func (tr *truth) interval(axis, a, b int) layout.Interval {
	l := &tr.axis[axis]
	v := layout.Interval{Lo: layout.Unbounded, Hi: -layout.Unbounded}
	for _, x := range l.at {
		d := int(x[a]) - int(x[b])
		v.Lo, v.Hi = min(v.Lo, d), max(v.Hi, d)
	}
	if l.far > 0 && v.Hi >= l.far {
		v.Hi = layout.Unbounded
	}
	if l.far > 0 && v.Lo <= -l.far {
		v.Lo = -layout.Unbounded
	}
	return v
}

// joint calls look for what occurs together: a label of the rows with one of the columns.
func (tr *truth) joint(label func(axis int, x []int8) int, look func(rows, cols int)) {
	type kind struct {
		level uint32
		label int
	}
	var kinds [2]map[kind]bool
	for axis := range kinds {
		kinds[axis] = make(map[kind]bool)
		for k, x := range tr.axis[axis].at {
			kinds[axis][kind{tr.axis[axis].level[k], label(axis, x)}] = true
		}
	}
	for r := range kinds[0] {
		for c := range kinds[1] {
			if tr.sharing || r.level&c.level == 0 {
				look(r.label, c.label)
			}
		}
	}
}

func (tr *truth) possible(a, b int) (set layout.CardinalSet) {
	tr.joint(func(_ int, x []int8) int { return int(x[a]) - int(x[b]) }, func(rows, cols int) {
		set |= 1 << handRelation(rows, cols)
	})
	return set
}

func (tr *truth) judge(f layout.Fact) layout.Status {
	var holds, fails bool
	tr.joint(func(axis int, x []int8) int {
		if handAllows(f, axis, x) {
			return 1
		}
		return 0
	}, func(rows, cols int) {
		holds, fails = holds || rows+cols == 2, fails || rows+cols < 2
	})
	switch {
	case !holds:
		return layout.Contradicted
	case !fails:
		return layout.Entailed
	}
	return layout.Open
}

// count counts the layouts that differ: in a coordinate where the axis has a size, else in an order.
func (tr *truth) count() int {
	var kinds [2]map[uint32]map[string]bool
	for axis := range kinds {
		kinds[axis] = make(map[uint32]map[string]bool)
		for k, x := range tr.axis[axis].at {
			key := make([]byte, 0, 20)
			for a := range tr.n {
				if tr.axis[axis].far == 0 {
					key = append(key, byte(x[a]))
				} else {
					for b := range a {
						key = append(key, byte(1+handSign(int(x[a])-int(x[b]))))
					}
				}
			}
			level := tr.axis[axis].level[k]
			if kinds[axis][level] == nil {
				kinds[axis][level] = make(map[string]bool)
			}
			kinds[axis][level][string(key)] = true
		}
	}
	total := 0
	for r, rows := range kinds[0] {
		for c, cols := range kinds[1] {
			if tr.sharing || r&c == 0 {
				total += len(rows) * len(cols)
			}
		}
	}
	return total
}

func handSign(d int) int {
	switch {
	case d < 0:
		return -1
	case d > 0:
		return 1
	}
	return 0
}
