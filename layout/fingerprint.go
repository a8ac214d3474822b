package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// Fingerprint returns a number for the cells that are taken: equal for layouts that differ only in names, their order,
// how far they lie from the origin, and a symmetry of the square; different for others, but for chance.
func (l Layout) Fingerprint() uint64 {
	minRow, minCol := 0, 0
	for i, e := range l.Entities {
		if i == 0 || e.At.Row < minRow {
			minRow = e.At.Row
		}
		if i == 0 || e.At.Col < minCol {
			minCol = e.At.Col
		}
	}
	rows, cols := l.Bounds()
	rows, cols = rows-minRow, cols-minCol
	total := uint64(l.Len())
	for s := range Symmetry(Symmetries) {
		cells := uint64(0)
		for _, e := range l.Entities {
			c := s.Cell(Cell{Row: e.At.Row - minRow, Col: e.At.Col - minCol}, rows, cols)
			cells += seed.Mix(seed.Mix(uint64(c.Row)) ^ uint64(c.Col))
		}
		total += seed.Mix(cells)
	}
	return seed.Mix(total)
}

// Fingerprint returns a number for a problem: n objects, the stated facts, and the aspect asked about a pair. Problems
// that differ only in the numbering of the objects, the order of the facts, the side from which a fact is stated or a
// symmetry of the square (which may turn a vertical question into a horizontal one) have equal fingerprints. Others
// differ but for chance and for what happens more than three facts away from every object where they differ. Facts about
// objects outside 0 to n-1 are left out; a pair of -1 and -1 with aspect Full stands for facts without a question.
//
// It is colour refinement (Weisfeiler & Leman 1968), three rounds, summed over the eight symmetries.
func Fingerprint(n int, facts []Fact, locatum, relatum int, aspect Aspect) uint64 {
	return FingerprintAsked(n, facts, func(i int) uint64 {
		switch i {
		case locatum:
			return 2
		case relatum:
			return 3
		}
		return 1
	}, func(s Symmetry) uint64 { return uint64(s.aspect(aspect)) })
}

// FingerprintAsked is [Fingerprint] for any question: mark says what part an object has in it, by a small number, 1 for none, and asked
// what else is asked once the square is moved by a symmetry.
func FingerprintAsked(n int, facts []Fact, mark func(i int) uint64, asked func(s Symmetry) uint64) uint64 {
	const rounds = 3
	var fixed [2][16]colours // room for small problems without allocating
	now, next := fixed[0][:], fixed[1][:]
	if n > len(now) {
		now, next = make([]colours, n), make([]colours, n)
	}
	now, next = now[:max(n, 0)], next[:max(n, 0)]
	for i := range now {
		colour := mark(i) * Cardinals // so that a colour and a relation cannot add up to those of another pair
		for s := range now[i] {
			now[i][s] = colour
		}
	}
	for range rounds {
		copy(next, now)
		for _, f := range facts {
			a, b := f.Locatum, f.Relatum
			if a < 0 || b < 0 || a >= n || b >= n {
				continue
			}
			next[a].add(&now[b], &movedCardinals[f.Relation%Cardinals])
			next[b].add(&now[a], &movedCardinals[converses[f.Relation%Cardinals]])
		}
		for i := range next {
			for s, v := range next[i] {
				now[i][s] = seed.Mix(v)
			}
		}
	}
	total := uint64(n)
	for s := range Symmetry(Symmetries) {
		sum := asked(s)
		for i := range now {
			sum += seed.Mix(now[i][s])
		}
		total += seed.Mix(sum)
	}
	return seed.Mix(total)
}

// colours are those of one object, one for each symmetry: all eight refinements run side by side.
type colours [Symmetries]uint64

// add takes in the colours of a neighbour and its relation.
func (c *colours) add(neighbour *colours, relation *colours) {
	for s := range c {
		c[s] += blend(neighbour[s] + relation[s])
	}
}

// blend is a cheap mixer of colours, which are mixed well when a round ends.
func blend(z uint64) uint64 {
	z *= 0xd1342543de82ef95
	return z ^ z>>32
}

// movedCardinals holds, for every relation, what it becomes under each symmetry.
var movedCardinals = func() (all [Cardinals]colours) {
	for c := range all {
		for s := range all[c] {
			all[c][s] = uint64(Symmetry(s).Cardinal(Cardinal(c)))
		}
	}
	return all
}()

// aspect returns what a question about the aspect asks after the move.
func (s Symmetry) aspect(a Aspect) Aspect {
	if s&transposed != 0 {
		switch a {
		case Vertical:
			return Horizontal
		case Horizontal:
			return Vertical
		}
	}
	return a
}
