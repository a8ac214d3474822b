package audit

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// maxOrders is how many ways to number the names of tiles are compared before the search gives up; fewer where the tiles have so many
// cells that more than maxCompared would be written.
const maxOrders, maxCompared = 720, 1 << 21

// tilesForm appends the form of moved sections whose order does not matter: the least over all ways to number the names
// that what is known of them without their numbers leaves open. Order is that of the sections in it.
func tilesForm(dst []byte, all []section, t turn, names int, lab *labels) (form []byte, order []int, ok bool) {
	nameless := make([][]byte, len(all))
	blank := &labels{of: make([]int32, names)}
	for i := range all {
		nameless[i] = appendWindow(all[i].appendForm(nil, t, blank), all, i, t)
	}
	distinct := slices.Clone(nameless)
	slices.SortFunc(distinct, bytes.Compare)
	signs := make([][]uint64, names) // by name: in which tiles on which cells it stands
	for i := range all {
		rank, _ := slices.BinarySearchFunc(distinct, nameless[i], bytes.Compare)
		for e := range all[i].ents {
			entity := &all[i].ents[e]
			for _, c := range all[i].moved(entity, t) {
				signs[entity.name] = append(signs[entity.name], uint64(entity.class)<<48|uint64(rank)<<32|uint64(c))
			}
		}
	}
	var sorted, bestSorted []int
	for n := range signs {
		if slices.Sort(signs[n]); len(signs[n]) > 0 {
			sorted = append(sorted, n)
		}
	}
	slices.SortStableFunc(sorted, func(a, b int) int { return slices.Compare(signs[a], signs[b]) })
	var best []byte
	cells := 1
	for i := range all {
		cells += len(all[i].ground)
	}
	orders, limit := 0, max(2, min(maxOrders, maxCompared/cells))
	var number func(at int)
	number = func(at int) {
		if at == len(sorted) {
			orders++
			lab.reset(names)
			for _, n := range sorted {
				lab.label(n)
			}
			forms := make([][]byte, len(all))
			by := make([]int, len(all))
			for i := range all {
				forms[i], by[i] = appendWindow(all[i].appendForm(nil, t, lab), all, i, t), i
			}
			slices.SortStableFunc(by, func(a, b int) int { return bytes.Compare(forms[a], forms[b]) })
			joined := []byte{'T'}
			for _, i := range by {
				joined = append(binary.AppendUvarint(joined, uint64(len(forms[i]))), forms[i]...)
			}
			if best == nil || bytes.Compare(joined, best) < 0 {
				best, order, bestSorted = joined, by, slices.Clone(sorted)
			}
			return
		}
		for i := at; i < len(sorted) && orders < limit && slices.Equal(signs[sorted[i]], signs[sorted[at]]); i++ {
			sorted[at], sorted[i] = sorted[i], sorted[at]
			number(at + 1)
			sorted[at], sorted[i] = sorted[i], sorted[at]
		}
	}
	number(0)
	lab.reset(names)
	for _, n := range bestSorted {
		lab.label(n)
	}
	return append(dst, best...), order, orders < limit
}

// appendWindow appends where a section lies on the smallest grid that holds all that are placed.
func appendWindow(dst []byte, all []section, i int, t turn) []byte {
	if !all[i].placed {
		return dst
	}
	whole := all[i].window
	for j := range all {
		w := all[j].window
		whole.top, whole.left = min(whole.top, w.top), min(whole.left, w.left)
		whole.bottom, whole.right = max(whole.bottom, w.bottom), max(whole.right, w.right)
	}
	w := all[i].window
	rows, cols := whole.bottom-whole.top+1, whole.right-whole.left+1
	a, b := t.cell(w.top-whole.top, w.left-whole.left, rows, cols)
	c, d := t.cell(w.bottom-whole.top, w.right-whole.left, rows, cols)
	dst = binary.AppendVarint(append(dst, 'W'), int64(min(a, c)))
	return append(binary.AppendVarint(dst, int64(min(b, d))), all[i].turned...)
}
