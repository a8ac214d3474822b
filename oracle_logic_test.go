package gridscribe_test

import "math/bits"

// This file decides what follows from statements, twice over and without the production network: by reachability in the
// graph of "is before" and "is not after" on each axis, and for up to four objects by trying every layout there is.

// order is what statements say of one axis, closed: bit b of before[a] means that a is before b, bit b of notAfter[a]
// that a is before b or level with it.
type order struct {
	before, notAfter [64]uint64
}

// closeOrder closes the statements picked by a bit set over n objects, 64 at most (Warshall 1962, with two strengths
// of edge).
func (o *order) closeOrder(n int, said []statement, picked uint64, axis int) {
	for i := range n {
		o.before[i], o.notAfter[i] = 0, 1<<i
	}
	for ; picked != 0; picked &= picked - 1 {
		s := &said[bits.TrailingZeros64(picked)]
		a, b := s.a, s.b
		switch s.signs[axis] {
		case 0:
			o.notAfter[a] |= 1 << b
			o.notAfter[b] |= 1 << a
			continue
		case unsaid:
			continue
		case 1:
			a, b = b, a
		}
		o.before[a] |= 1 << b
		o.notAfter[a] |= 1 << b
	}
	for k := range n {
		for i := range n {
			if o.notAfter[i]>>k&1 == 1 {
				o.notAfter[i] |= o.notAfter[k]
				o.before[i] |= o.before[k]
			}
			if o.before[i]>>k&1 == 1 {
				o.before[i] |= o.notAfter[k]
			}
		}
	}
}

// sign returns the sign of a's coordinate minus b's, unsaid when the statements leave it open.
func (o *order) sign(a, b int) int {
	switch {
	case o.before[a]>>b&1 == 1:
		return -1
	case o.before[b]>>a&1 == 1:
		return 1
	case o.notAfter[a]>>b&1 == 1 && o.notAfter[b]>>a&1 == 1:
		return 0
	}
	return unsaid
}

// closure is both axes.
type closure [2]order

func (c *closure) reset(n int, said []statement, picked uint64) {
	for axis := range c {
		c[axis].closeOrder(n, said, picked, axis)
	}
}

// consistent reports that no object is before itself and no two objects are level on both axes. The first is a
// contradiction and the second a shared cell; an open pair can always be parted (the brute force below confirms it).
func (c *closure) consistent(n int) bool {
	for a := range n {
		if c[0].before[a]>>a&1 == 1 || c[1].before[a]>>a&1 == 1 {
			return false
		}
		for b := range a {
			if c[0].sign(a, b) == 0 && c[1].sign(a, b) == 0 {
				return false
			}
		}
	}
	return true
}

// determined reports whether every pair of the objects in the set is known on both axes.
func (c *closure) determined(objects uint64) bool {
	for left := objects; left != 0; left &= left - 1 {
		a := bits.TrailingZeros64(left)
		for rest := left & (left - 1); rest != 0; rest &= rest - 1 {
			if b := bits.TrailingZeros64(rest); c[0].sign(a, b) == unsaid || c[1].sign(a, b) == unsaid {
				return false
			}
		}
	}
	return true
}

// answer returns the signs that a question asks for, unsaid for the axis it does not ask about, and whether the
// statements entail them.
func (c *closure) answer(q question) (signs [2]int, ok bool) {
	ok = true
	for axis := range signs {
		signs[axis] = unsaid
		if q.asks(axis) {
			signs[axis] = c[axis].sign(q.locatum, q.relatum)
			ok = ok && signs[axis] != unsaid
		}
	}
	return signs, ok
}

// fewest returns the size of the smallest set of statements that answers a question: all sets of one, then of two, and
// so on, up to limit; limit+1 when none of these does.
func fewest(n int, said []statement, q question, limit int) int {
	var c closure
	for size := 1; size <= min(limit, len(said)); size++ {
		// The next larger number with as many bits (Gosper, HAKMEM item 175).
		for set := uint64(1)<<size - 1; set < 1<<len(said); {
			c.reset(n, said, set)
			if _, ok := c.answer(q); ok {
				return size
			}
			low := set & -set
			next := set + low
			set = next | (set^next)/low>>2
		}
	}
	return limit + 1
}

// ranks[m] lists every way to put m objects in order with ties: 1, 1, 3, 13, 75. A compact layout is one such order for
// its rows and one for its columns.
var ranks = [5][][4]int{listRanks(0), listRanks(1), listRanks(2), listRanks(3), listRanks(4)}

func listRanks(m int) (out [][4]int) {
	total := 1
	for range m {
		total *= m
	}
	for k := range total {
		var at [4]int
		used := 0
		for i := range m {
			at[i] = k % m
			used |= 1 << at[i]
			k /= m
		}
		if used&(used+1) == 0 { // 0 to the largest, none left out
			out = append(out, at)
		}
	}
	return out
}

// model is a compact layout of up to four objects: its rows and its columns.
type model [2][4]int

func (m *model) sign(axis, a, b int) int {
	switch at := m[axis]; {
	case at[a] < at[b]:
		return -1
	case at[a] > at[b]:
		return 1
	}
	return 0
}

// models lists every compact layout of n objects, four at most, that satisfies the statements.
func models(n int, said []statement) (out []model) {
	var fits [2][][4]int
	for axis := range fits {
		for _, at := range ranks[n] {
			m, all := model{at, at}, true
			for _, s := range said {
				all = all && m.sign(axis, s.a, s.b) == s.signs[axis]
			}
			if all {
				fits[axis] = append(fits[axis], at)
			}
		}
	}
	for _, rows := range fits[0] {
		for _, cols := range fits[1] {
			m, apart := model{rows, cols}, true
			for a := range n {
				for b := range a {
					apart = apart && (rows[a] != rows[b] || cols[a] != cols[b])
				}
			}
			if apart {
				out = append(out, m)
			}
		}
	}
	return out
}

// mentioned returns the objects that the statements speak of, as a set.
func mentioned(said []statement) (set uint64) {
	for _, s := range said {
		set |= 1<<s.a | 1<<s.b
	}
	return set
}

// renumbered returns the statements about only the objects that they mention, numbered from 0 without gaps.
func renumbered(said []statement) (n int, out []statement) {
	set := mentioned(said)
	for _, s := range said {
		s.a = bits.OnesCount64(set & (1<<s.a - 1))
		s.b = bits.OnesCount64(set & (1<<s.b - 1))
		out = append(out, s)
	}
	return bits.OnesCount64(set), out
}
