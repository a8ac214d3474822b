package layout

// MaxTiles is the most tiles that are put together.
const MaxTiles = 16

// Assemblies lists the ways to lay tiles into so many rows and columns of tiles, each tile once and upright, so that of two
// neighbours side by side the right column of one is the left column of the other, and of two above each other the bottom row of one is the top row of the other. A
// way lists the numbers of the tiles in reading order. It lists at most so many ways, and none where the tiles differ in size or are not rows times
// cols, 1 to [MaxTiles]. A cell that is hidden agrees with all.
func Assemblies(tiles []*Map, rows, cols, most int) (ways [][]int) {
	n := len(tiles)
	if n == 0 || n > MaxTiles || rows < 1 || cols < 1 || rows > n || cols > n || n != rows*cols || most < 1 {
		return nil
	}
	height, width := tiles[0].Rows, tiles[0].Cols
	if height < 1 || width < 1 {
		return nil
	}
	panes := make([]pane, n)
	for i, t := range tiles {
		if t.Rows != height || t.Cols != width {
			return nil
		}
		panes[i] = paneOf(t)
	}
	// The sets of tiles that fit to the right of each tile and below it.
	var beside, below [MaxTiles]uint32
	for i := range panes {
		for j := range panes {
			if i == j {
				continue
			}
			if _, ok := panes[i].over(&panes[j], Cell{0, width - 1}); ok {
				beside[i] |= 1 << j
			}
			if _, ok := panes[i].over(&panes[j], Cell{height - 1, 0}); ok {
				below[i] |= 1 << j
			}
		}
	}
	laid := make([]int, 0, n)
	var try func(free uint32)
	try = func(free uint32) {
		k := len(laid)
		if k == n {
			ways = append(ways, append([]int(nil), laid...))
			return
		}
		fits := free
		if k%cols > 0 {
			fits &= beside[laid[k-1]]
		}
		if k >= cols {
			fits &= below[laid[k-cols]]
		}
		for i := 0; fits != 0 && len(ways) < most; i, fits = i+1, fits>>1 {
			if fits&1 != 0 {
				laid = append(laid, i)
				try(free &^ (1 << i))
				laid = laid[:k]
			}
		}
	}
	try(1<<n - 1)
	return ways
}
