package layout_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// windowMap draws a map of walls and of things, some with names of their own.
func windowMap(t *rapid.T, least, most int) *layout.Map {
	rows, cols := rapid.IntRange(least, most).Draw(t, "rows"), rapid.IntRange(least, most).Draw(t, "cols")
	m := layout.NewMap(rows, cols)
	named := make(map[byte]bool)
	for k := range m.Ground {
		at := []layout.Cell{m.Cell(k)}
		switch rapid.IntRange(0, 7).Draw(t, "cell") {
		case 0:
			m.Ground[k] = layout.Wall
		case 1:
			m.Ground[k] = layout.Hidden
		case 2, 3:
			mark := byte('A' + rapid.IntRange(0, 3).Draw(t, "mark"))
			m.Things = append(m.Things, layout.Thing{Name: fmt.Sprint("thing ", k), Kind: "kind " + string(mark), Mark: mark, Cells: at})
		case 4:
			if mark := byte('P' + rapid.IntRange(0, 5).Draw(t, "mark")); !named[mark] {
				named[mark] = true
				m.Things = append(m.Things, layout.Thing{Name: string(mark), Mark: mark, Cells: at, Facing: layout.Cardinal(rapid.IntRange(0, 8).Draw(t, "facing"))})
			}
		}
	}
	return m
}

// windowSigns returns what stands on every cell, '?' where nothing is known.
func windowSigns(m *layout.Map) [][]byte {
	all := make([][]byte, m.Rows)
	for r := range all {
		for c := range m.Cols {
			at := layout.Cell{Row: r, Col: c}
			sign := ".#+?"[m.GroundAt(at)]
			for i := range m.Things {
				if slices.Contains(m.Things[i].Cells, at) {
					sign = m.Things[i].Mark
				}
			}
			all[r] = append(all[r], sign)
		}
	}
	return all
}

// windowTurned turns signs a quarter clockwise so many times.
func windowTurned(signs [][]byte, quarters int) [][]byte {
	for range (quarters%4 + 4) % 4 {
		turned := make([][]byte, len(signs[0]))
		for c := range signs[0] {
			for r := len(signs) - 1; r >= 0; r-- {
				turned[c] = append(turned[c], signs[r][c])
			}
		}
		signs = turned
	}
	return signs
}

// TestView: a view shows the part of the map, turned, and its window leads from its cells to the map's and back.
func TestView(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := windowMap(t, 1, 6)
		rows, cols := rapid.IntRange(1, 5).Draw(t, "view rows"), rapid.IntRange(1, 5).Draw(t, "view cols")
		w := layout.Window{At: layout.Cell{Row: rapid.IntRange(-2, 6).Draw(t, "row"), Col: rapid.IntRange(-2, 6).Draw(t, "col")}, Turn: rapid.IntRange(-5, 5).Draw(t, "turn")}
		v := m.View(w, rows, cols)
		if err := v.Validate(); err != nil {
			t.Fatal(err)
		}
		part := make([][]byte, rows)
		signs := windowSigns(m)
		for r := range rows {
			for c := range cols {
				sign := byte('#')
				if at := (layout.Cell{Row: r + w.At.Row, Col: c + w.At.Col}); m.Has(at) {
					sign = signs[at.Row][at.Col]
				}
				part[r] = append(part[r], sign)
			}
		}
		if got, want := windowSigns(v), windowTurned(part, w.Turn); !slices.EqualFunc(got, want, slices.Equal[[]byte]) {
			t.Fatalf("%s; want %s", got, want)
		}
		if r, c := w.Size(v.Rows, v.Cols); r != rows || c != cols {
			t.Fatalf("the size is %d, %d; want %d, %d", r, c, rows, cols)
		}
		for k := range v.Ground {
			at := v.Cell(k)
			on := w.Cell(at, v.Rows, v.Cols)
			if back := w.Seen(on, v.Rows, v.Cols); back != at {
				t.Fatalf("%v is %v of the map, which is %v", at, on, back)
			}
			if m.Has(on) && signs[on.Row][on.Col] != windowSigns(v)[at.Row][at.Col] {
				t.Fatalf("%v shows another cell than %v", at, on)
			}
		}
		for i := range v.Things {
			thing := &v.Things[i]
			if original := m.Things[m.ThingNamed(thing.Name)].Facing; thing.Facing != original.Turn(2*(w.Turn&3)) {
				t.Fatalf("%v became %v after %d quarters", original, thing.Facing, w.Turn)
			}
		}
	})
}

// TestRegistration: the ways that views lie against each other are those that trying every placement cell by cell finds.
func TestRegistration(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		world := windowMap(t, 3, 6)
		cut := func(turned bool) *layout.Map {
			w := layout.Window{At: layout.Cell{Row: rapid.IntRange(0, 2).Draw(t, "row"), Col: rapid.IntRange(0, 2).Draw(t, "col")}}
			if turned {
				w.Turn = rapid.IntRange(0, 3).Draw(t, "turn")
			}
			rows, cols := rapid.IntRange(1, 4).Draw(t, "view rows"), rapid.IntRange(1, 4).Draw(t, "view cols")
			return world.View(w, min(rows, world.Rows-w.At.Row), min(cols, world.Cols-w.At.Col))
		}
		r := layout.Registration{Turned: rapid.Bool().Draw(t, "turned"), Cells: rapid.IntRange(0, 5).Draw(t, "cells"), Things: rapid.IntRange(0, 3).Draw(t, "things")}
		views := []*layout.Map{cut(r.Turned), cut(r.Turned)}
		if rapid.Bool().Draw(t, "third") {
			views = append(views, cut(r.Turned))
		}
		var want []layout.Window
		for turn := range 4 {
			if !r.Turned && turn > 0 {
				continue
			}
			signs := windowTurned(windowSigns(views[1]), -turn)
			for row := -5; row <= 5; row++ {
				for col := -5; col <= 5; col++ {
					if windowFits(windowSigns(views[0]), signs, row, col, r.Cells, r.Things) {
						want = append(want, layout.Window{At: layout.Cell{Row: row, Col: col}, Turn: turn})
					}
				}
			}
		}
		if got := r.Between(nil, views[0], views[1]); !slices.Equal(got, want) {
			t.Fatalf("%v; want %v", got, want)
		}
		// Of several views: the first window is the zero one, and each two agree.
		windows, ways := r.Views(views)
		if len(views) == 2 {
			if ways != min(len(want), 2) || ways > 0 && windows[1] != want[0] {
				t.Fatalf("%d ways, %v; want %v", ways, windows, want)
			}
			return
		}
		if len(want) > 64 || len(r.Between(nil, views[1], views[2])) > 64 {
			if ways != 2 && ways != 0 {
				t.Fatalf("%d ways; want many", ways)
			}
			return
		}
		count := 0
		var first layout.Window
		for _, second := range want {
			a := windowTurned(windowSigns(views[1]), -second.Turn)
			for turn := range 4 {
				if !r.Turned && turn > 0 {
					continue
				}
				b := windowTurned(windowSigns(views[2]), -turn)
				for row := -10; row <= 10; row++ {
					for col := -10; col <= 10; col++ {
						if windowFits(a, b, row-second.At.Row, col-second.At.Col, r.Cells, r.Things) &&
							windowFits(windowSigns(views[0]), b, row, col, -1, 0) {
							if count++; count == 1 {
								first = layout.Window{At: layout.Cell{Row: row, Col: col}, Turn: turn}
							}
						}
					}
				}
			}
		}
		if ways != min(count, 2) || ways == 1 && windows[2] != first {
			t.Fatalf("%d ways, %v; want %d, %v", ways, windows, count, first)
		}
	})
}

// windowFits reports whether signs b, laid over a with their top left at row, col of it, agree and have enough in common, 1 cell at
// least; with less than 0 cells they need have none. Letters from P stand once.
func windowFits(a, b [][]byte, row, col, cells, things int) bool {
	shared, both := 0, 0
	where := make(map[byte][2]int)
	for r := range a {
		for c, sign := range a[r] {
			if sign >= 'P' {
				where[sign] = [2]int{r, c}
			}
		}
	}
	for r := range b {
		for c, sign := range b[r] {
			if at, ok := where[sign]; ok && at != [2]int{r + row, c + col} {
				return false
			}
			if r+row < 0 || c+col < 0 || r+row >= len(a) || c+col >= len(a[0]) {
				continue
			}
			other := a[r+row][c+col]
			shared++
			if sign == '?' && (other == '?' || other >= 'A') || other == '?' && sign >= 'A' || sign == other && sign >= 'A' {
				both++
			}
			if sign != other && sign != '?' && other != '?' {
				return false
			}
		}
	}
	return shared >= cells && both >= things && (shared > 0 || cells < 0)
}

// TestAssemblies: the ways to lay tiles are the permutations in which every seam fits.
func TestAssemblies(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.SampledFrom([][2]int{{1, 1}, {1, 3}, {2, 2}, {3, 1}, {2, 3}, {3, 2}}).Draw(t, "size")
		rows, cols, height, width := size[0], size[1], rapid.IntRange(1, 3).Draw(t, "height"), rapid.IntRange(1, 3).Draw(t, "width")
		world := layout.NewMap(rows*(height-1)+1, cols*(width-1)+1)
		for k := range world.Ground {
			world.Ground[k] = []layout.Ground{layout.Floor, layout.Wall, layout.Door, layout.Hidden}[rapid.IntRange(0, 3).Draw(t, "ground")]
		}
		var tiles []*layout.Map
		for k := range rows * cols {
			tiles = append(tiles, world.View(layout.Window{At: layout.Cell{Row: k / cols * (height - 1), Col: k % cols * (width - 1)}}, height, width))
		}
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5}[:len(tiles)]).Draw(t, "order")
		shuffled := make([]*layout.Map, len(tiles))
		for i, k := range order {
			shuffled[i] = tiles[k]
		}
		var want [][]int
		var permute func(laid []int)
		permute = func(laid []int) {
			if len(laid) < len(shuffled) {
				for i := range shuffled {
					if !slices.Contains(laid, i) {
						permute(append(slices.Clone(laid), i))
					}
				}
				return
			}
			fits := func(a, b byte) bool { return a == b || a == '?' || b == '?' }
			for k, i := range laid {
				here := windowSigns(shuffled[i])
				if k%cols+1 < cols {
					right := windowSigns(shuffled[laid[k+1]])
					for r := range here {
						if !fits(here[r][width-1], right[r][0]) {
							return
						}
					}
				}
				if k+cols < len(laid) && !slices.EqualFunc(here[height-1], windowSigns(shuffled[laid[k+cols]])[0], fits) {
					return
				}
			}
			want = append(want, laid)
		}
		permute(nil)
		most := rapid.IntRange(1, 800).Draw(t, "most")
		want = want[:min(most, len(want))]
		if got := layout.Assemblies(shuffled, rows, cols, most); !slices.EqualFunc(got, want, slices.Equal[[]int]) {
			t.Fatalf("%v; want %v", got, want)
		}
	})
	one := layout.NewMap(2, 2)
	for _, tiles := range [][]*layout.Map{nil, {one, layout.NewMap(3, 2)}, {{}, {}}, {one}, {one, one, one}} {
		if got := layout.Assemblies(tiles, 1, 2, 5); got != nil {
			t.Errorf("%d tiles are laid: %v", len(tiles), got)
		}
	}
}
