package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// ScatterBoxes draws n boxes in a grid that do not overlap: the grid is cut n-1 times, always where there is most room, and each piece
// gets a box of up to five rows and columns. They come in random order; fewer where the grid has not cells enough.
func ScatterBoxes(rows, cols, n int, src seed.Source) []Box {
	if n < 1 || rows < 1 || cols < 1 {
		return nil
	}
	pieces := append(make([]Box, 0, n), Box{Rows: rows, Cols: cols})
	for len(pieces) < n {
		k := 0
		for i, p := range pieces {
			if p.Area() > pieces[k].Area() {
				k = i
			}
		}
		p := pieces[k]
		if p.Area() < 2 {
			break
		}
		// The longer side is cut, near its middle as often as not, so that the pieces do not become splinters.
		q := p
		if p.Rows > p.Cols || p.Rows == p.Cols && src.Intn(2) == 0 {
			cut := 1 + (src.Intn(p.Rows-1)+src.Intn(p.Rows-1))/2
			p.Rows, q.Row, q.Rows = cut, q.Row+cut, q.Rows-cut
		} else {
			cut := 1 + (src.Intn(p.Cols-1)+src.Intn(p.Cols-1))/2
			p.Cols, q.Col, q.Cols = cut, q.Col+cut, q.Cols-cut
		}
		pieces[k] = p
		pieces = append(pieces, q)
	}
	for i, p := range pieces {
		b := Box{Rows: 1 + src.Intn(min(p.Rows, 5)), Cols: 1 + src.Intn(min(p.Cols, 5))}
		b.Row, b.Col = p.Row+src.Intn(p.Rows-b.Rows+1), p.Col+src.Intn(p.Cols-b.Cols+1)
		pieces[i] = b
	}
	seed.Shuffle(src, pieces)
	return pieces
}
