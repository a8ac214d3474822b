package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// Split cuts a grid of so many rows and columns straight across into n rectangles, one cut after the other, and returns the cells of
// each in reading order. No side gets shorter than least; where no cut does that there are fewer than n rectangles.
func Split(rows, cols, n, least int, src seed.Source) [][]Cell {
	least = max(least, 1)
	if rows < 1 || cols < 1 || n < 1 {
		return nil
	}
	type rect struct{ top, left, rows, cols int }
	all := []rect{{0, 0, rows, cols}}
	for len(all) < n {
		// The largest that can be cut, so that no part is left huge beside tiny ones.
		big := -1
		for i, r := range all {
			if max(r.rows, r.cols) >= 2*least && (big < 0 || r.rows*r.cols > all[big].rows*all[big].cols) {
				big = i
			}
		}
		if big < 0 {
			break
		}
		r := all[big]
		across := r.rows > r.cols
		if r.rows == r.cols {
			across = src.Intn(2) == 0
		}
		other := r
		if across {
			cut := least + src.Intn(r.rows-2*least+1)
			r.rows, other.top, other.rows = cut, r.top+cut, other.rows-cut
		} else {
			cut := least + src.Intn(r.cols-2*least+1)
			r.cols, other.left, other.cols = cut, r.left+cut, other.cols-cut
		}
		all[big] = r
		all = append(all, other)
	}
	parts := make([][]Cell, len(all))
	for i, r := range all {
		parts[i] = make([]Cell, 0, r.rows*r.cols)
		for k := range r.rows * r.cols {
			parts[i] = append(parts[i], Cell{r.top + k/r.cols, r.left + k%r.cols})
		}
	}
	return parts
}
