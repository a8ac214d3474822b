package scene

import "slices"

// An item is a name or a mark with its row and its place along it.
type item struct {
	token token
	line  int // the index of its line
	row   int
	x     int // the display column where it starts, from the edge of the drawing
	col   int // the column it was found to be in
}

// alignColumns finds the columns of items that no borders separate. With w the longest name in display columns:
//
//  1. Where empty cells are marked, all rows have equally many items, and first items stand below each other, the
//     column is the item's number in its row.
//  2. Where every item stands a whole number of w+2 columns from origin (as Append draws), the column is that number.
//  3. Where three or more rows hold one item each, every one as far from the one above, they are a staircase: every
//     item has a column of its own.
//  4. Else columns are counted without empty ones. Equal starts are one column. So are starts that differ by one, where
//     the least distance of two starts in one row is 4 or more. Starts that differ by more than half of w+2, or of that
//     least distance where it is less, are two columns. Everything between is ambiguous: the first such item from the
//     left is returned.
func alignColumns(items []item, origin int) (ambiguous *item) {
	width, least := 0, 0
	for i, it := range items {
		if it.token.named() {
			width = max(width, it.token.end-it.token.col)
		}
		if i > 0 && it.row == items[i-1].row && (least == 0 || it.x-items[i-1].x < least) {
			least = it.x - items[i-1].x
		}
	}
	pitch, slack := width+2, 0
	if least >= 4 {
		slack = 1
	}
	switch {
	case isMatrix(items, slack):
		number := 0
		for i := range items {
			if number++; i == 0 || items[i].row != items[i-1].row {
				number = 0
			}
			items[i].col = number
		}
		return nil
	case onLattice(items, origin, pitch):
		for i := range items {
			items[i].col = (items[i].x - origin) / pitch
		}
		return nil
	case isStaircase(items):
		return rankColumns(items, 0, 0)
	case least > 0:
		pitch = min(pitch, least)
	}
	return rankColumns(items, slack, pitch)
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

func isStaircase(items []item) bool {
	if len(items) < 3 || items[1].x == items[0].x {
		return false
	}
	for i := 1; i < len(items); i++ {
		if items[i].row == items[i-1].row || items[i].x-items[i-1].x != items[1].x-items[0].x {
			return false
		}
	}
	return true
}

// rankColumns numbers the columns from left to right. Starts within slack are one column; those of two columns differ by
// more than half a pitch.
func rankColumns(items []item, slack, pitch int) (ambiguous *item) {
	byStart := make([]*item, len(items))
	for i := range items {
		byStart[i] = &items[i]
	}
	slices.SortStableFunc(byStart, func(a, b *item) int { return a.x - b.x })
	first := byStart[0] // of its column
	for i, it := range byStart {
		switch {
		case it.x-first.x <= slack:
			it.col = first.col
		case 2*(it.x-byStart[i-1].x) > pitch:
			it.col = first.col + 1
			first = it
		default:
			return it
		}
	}
	return nil
}
