package layout

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// line is one axis of a growing layout: the coordinate of every object, with no value from 0 to size-1 unused.
type line struct {
	at   []int
	size int
}

// A slot is a place on one axis for a new object: slot 2k+1 is the existing coordinate k, slot 2k the gap before it,
// and slot 2*size the gap after the last.
func existing(k int) int { return 2*k + 1 }

func isGap(slot int) bool { return slot%2 == 0 }

// insert gives the next object the slot.
func (l *line) insert(slot int) {
	k := slot / 2
	if isGap(slot) {
		for i, at := range l.at {
			if at >= k {
				l.at[i]++
			}
		}
		l.size++
	}
	l.at = append(l.at, k)
}

// beside returns a random slot on the given side of object i: exactly its coordinate for side 0, else any slot before
// (-1) or after it (1).
func (l *line) beside(i, side int, src seed.Source) int {
	slot := existing(l.at[i])
	switch {
	case side < 0:
		return src.Intn(slot)
	case side > 0:
		return slot + 1 + src.Intn(2*l.size-slot)
	}
	return slot
}

// count returns how many objects have coordinate k.
func (l *line) count(k int) (n int) {
	for _, at := range l.at {
		if at == k {
			n++
		}
	}
	return n
}

// maxSupported is the most slots that they support: their own, a gap between any two, the two outermost.
const maxSupported = 8

// supported appends the slots of the axis that facts to the anchors would fix.
func (l *line) supported(dst []int, anchors []int) []int {
	add := func(slot int) {
		if !slices.Contains(dst, slot) {
			dst = append(dst, slot)
		}
	}
	for i, a := range anchors {
		at := l.at[a]
		add(existing(at))
		if at == 0 {
			add(0)
		}
		if at == l.size-1 {
			add(2 * l.size)
		}
		for _, b := range anchors[:i] {
			if d := at - l.at[b]; d == 1 || d == -1 {
				add(2 * max(at, l.at[b]))
			}
		}
	}
	return dst
}
