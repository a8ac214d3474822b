package scene

import "slices"

// An item is a name or a mark with its row and its place along it.
type item struct {
	token token
	row   int
	x     int // the display column where it starts, from the edge of the drawing
	col   int // the column it was found to be in
}

// alignColumns finds the columns of items that no borders separate. With w the longest name in display columns:
//
//  1. Where empty cells are marked, all rows have equally many items, and first items stand below each other, the
//     column is the item's number in its row.
//  2. Where every item stands a whole number of w+2 columns from origin (as Append draws), the column is that number.
//  3. Else columns are counted without empty ones. The pitch is w+2, or the least distance between two starts in one
//     row where that is less; starts less than half a pitch apart are one column. A chain of such starts that is
//     half a pitch long or longer is ambiguous, and its first item that is too far from the chain's start is returned.
func alignColumns(items []item, origin int) (ambiguous *item) {
	width := 0
	for _, it := range items {
		if it.token.named() {
			width = max(width, it.token.end-it.token.col)
		}
	}
	pitch := width + 2
	for i := 1; i < len(items); i++ {
		if items[i].row == items[i-1].row {
			pitch = min(pitch, items[i].x-items[i-1].x)
		}
	}
	slack := (pitch - 1) / 2
	if isMatrix(items, slack) {
		number := 0
		for i := range items {
			if number++; i == 0 || items[i].row != items[i-1].row {
				number = 0
			}
			items[i].col = number
		}
		return nil
	}
	if onLattice(items, origin, width+2) {
		for i := range items {
			items[i].col = (items[i].x - origin) / (width + 2)
		}
		return nil
	}
	return rankColumns(items, slack)
}

// isMatrix reports whether every cell of a full matrix is either named or marked.
func isMatrix(items []item, slack int) bool {
	marks, rows := 0, 0
	for i, it := range items {
		if it.token.kind == mark {
			marks++
		}
		if i == 0 || it.row != items[i-1].row {
			rows++
			if d := it.x - items[0].x; max(d, -d) > slack {
				return false
			}
		}
	}
	if marks == 0 || len(items)%rows != 0 {
		return false
	}
	for i := range items {
		first := i%(len(items)/rows) == 0
		if i > 0 && first == (items[i].row == items[i-1].row) {
			return false
		}
	}
	return true
}

func onLattice(items []item, origin, pitch int) bool {
	return !slices.ContainsFunc(items, func(it item) bool { return it.x < origin || (it.x-origin)%pitch != 0 })
}

// rankColumns numbers the columns from left to right, where starts within slack of their neighbours are one column.
func rankColumns(items []item, slack int) (ambiguous *item) {
	byStart := make([]*item, len(items))
	for i := range items {
		byStart[i] = &items[i]
	}
	slices.SortStableFunc(byStart, func(a, b *item) int { return a.x - b.x })
	first := byStart[0]
	for i, it := range byStart {
		switch {
		case i > 0 && it.x-byStart[i-1].x > slack:
			it.col = byStart[i-1].col + 1
			first = it
		case it.x-first.x > slack:
			return it
		default:
			it.col = first.col
		}
	}
	return nil
}
