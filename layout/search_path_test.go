package layout_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

// anySource lets rapid choose.
type anySource struct{ t *rapid.T }

func (s anySource) Intn(n int) int { return rapid.IntRange(0, n-1).Draw(s.t, "choice") }

// relaxed measures a map by relaxing every step until nothing changes; -1 where no way leads.
func relaxed(m *layout.Map, gait layout.Gait, from layout.Cell, hidden bool) map[layout.Cell]int {
	open := func(c layout.Cell) bool {
		g := m.GroundAt(c)
		return g != layout.Wall && (hidden || g != layout.Hidden)
	}
	dist := map[layout.Cell]int{}
	if !open(from) {
		return dist
	}
	dist[from] = 0
	for changed := true; changed; {
		changed = false
		for r := range m.Rows {
			for c := range m.Cols {
				at := layout.Cell{Row: r, Col: c}
				d, known := dist[at]
				if !known {
					continue
				}
				for dr := -1; dr <= 1; dr++ {
					for dc := -1; dc <= 1; dc++ {
						next := layout.Cell{Row: r + dr, Col: c + dc}
						switch {
						case !open(next), gait == layout.Gait4 && dr != 0 && dc != 0,
							gait == layout.Gait8Open && !(open(layout.Cell{Row: r + dr, Col: c}) && open(layout.Cell{Row: r, Col: c + dc})):
							continue
						}
						if old, ok := dist[next]; !ok || d+1 < old {
							dist[next] = d + 1
							changed = true
						}
					}
				}
			}
		}
	}
	return dist
}

func TestWalker(t *testing.T) {
	var w layout.Walker // one for all: what is left of one map must not show in the next
	rapid.Check(t, func(t *rapid.T) {
		src := anySource{t}
		m := layout.NewMap(1+src.Intn(6), 1+src.Intn(6))
		for i := range m.Ground {
			m.Ground[i] = []layout.Ground{layout.Floor, layout.Floor, layout.Wall, layout.Door, layout.Hidden}[src.Intn(5)]
		}
		gait, hidden := layout.Gait(src.Intn(layout.Gaits)), src.Intn(2) == 1
		from := m.Cell(src.Intn(len(m.Ground)))
		want := relaxed(m, gait, from, hidden)
		w.Load(m, gait, hidden)
		rim := w.From(from)
		far := -1
		for i := range m.Ground {
			c := m.Cell(i)
			d, ok := want[c]
			if !ok {
				d = -1
			}
			far = max(far, d)
			if w.Dist(c) != d {
				t.Fatalf("%v to %v is %d; want %d", from, c, w.Dist(c), d)
			}
			moves := w.Moves(nil, c, src)
			if end, done := w.Goes(from, moves); d > 0 && (len(moves) != d || end != c || done != d) || d <= 0 && len(moves) > 0 {
				t.Fatalf("%v to %v by %v", from, c, moves)
			}
		}
		if rim != far || w.Reached() != len(want) || len(w.Within(nil)) != len(want) {
			t.Fatalf("rim %d, reached %d; want %d and %d", rim, w.Reached(), far, len(want))
		}
	})
	if d := w.Dist(layout.Cell{Row: -1}); d != -1 {
		t.Error(d)
	}
	var zero layout.Walker
	if zero.From(layout.Cell{}) != -1 || zero.Dist(layout.Cell{}) != -1 || zero.Reached() != 0 {
		t.Error("the zero Walker goes somewhere")
	}
	if _, done := zero.Goes(layout.Cell{}, []layout.Cardinal{layout.N}); done != 0 {
		t.Error("the zero Walker goes somewhere")
	}
}

// TestMaze: chambers form a tree, and on four chambers all four trees are equally likely.
func TestMaze(t *testing.T) {
	counts := map[string]int{}
	for i := range int64(4000) {
		src := seed.NewKey(5).At(i).Stream()
		m := layout.NewMap(5, 5)
		if i%4 == 3 {
			m = layout.NewMap(5+src.Intn(9), 5+src.Intn(9))
		}
		m.Maze(src)
		floor := 0
		for _, g := range m.Ground {
			if g == layout.Floor {
				floor++
			}
		}
		chambers := ((m.Rows - 1) / 2) * ((m.Cols - 1) / 2)
		if floor != 2*chambers-1 || len(relaxed(m, layout.Gait4, layout.Cell{Row: 1, Col: 1}, false)) != floor {
			t.Fatalf("maze %d is no tree: %d cells of floor, %d chambers", i, floor, chambers)
		}
		if m.Rows == 5 && m.Cols == 5 {
			key := ""
			for _, g := range m.Ground {
				key += g.String()[:1]
			}
			counts[key]++
		}
		var w layout.Walker
		parts, ok := m.Sever(&w, src)
		if !ok || len(parts[0])+len(parts[1]) != floor-1 || len(parts[1]) == 0 {
			t.Fatalf("maze %d falls into %d and %d of %d cells", i, len(parts[0]), len(parts[1]), floor)
		}
	}
	if len(counts) != 4 {
		t.Fatal(counts)
	}
	for key, n := range counts {
		if n < 670 || n > 880 {
			t.Errorf("%s: %d times", key, n)
		}
	}
}

// TestRift: no step leads over the line, in any gait, but through the gap.
func TestRift(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := anySource{t}
		m := layout.NewMap(4+src.Intn(8), 4+src.Intn(8))
		gap := src.Intn(2) == 1
		sides := m.Rift(src.Intn(41), gap, src)
		crossed := false
		for i, side := range sides {
			if m.Ground[i] == layout.Wall {
				continue
			}
			for c := range relaxed(m, layout.Gait8, m.Cell(i), false) {
				if sides[m.Index(c)]*side < 0 {
					crossed = true
				}
			}
		}
		if crossed != gap {
			t.Fatalf("gap %t, crossed %t", gap, crossed)
		}
	})
}

// TestGaps: a line of walls has the gaps that were asked for, as far as they fit.
func TestGaps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := anySource{t}
		m := layout.NewMap(3+src.Intn(9), 3+src.Intn(9))
		upright, want := src.Intn(2) == 1, 1+src.Intn(4)
		lines, n := m.Rows, m.Cols
		if upright {
			lines, n = n, lines
		}
		line := src.Intn(lines)
		m.Gaps(line, upright, want, src)
		gaps, run, walls := 0, 0, 0
		for k := range n {
			c := layout.Cell{Row: line, Col: k}
			if upright {
				c = layout.Cell{Row: k, Col: line}
			}
			if m.GroundAt(c) != layout.Wall {
				run++
				continue
			}
			if walls++; run > 0 {
				gaps++
			}
			if run > 4 || run > 0 && walls == 1 {
				t.Fatalf("a gap of %d", run)
			}
			run = 0
		}
		if run > 0 || gaps != min(want, (n-1)/2) {
			t.Fatalf("%d gaps; want %d in %d cells", gaps, want, n)
		}
	})
}

func TestGraph(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := anySource{t}
		g := &layout.Graph{}
		n := 4 + src.Intn(6)
		var candidates []layout.Way
		for i := range n {
			g.Places = append(g.Places, layout.Entity{Name: string(rune('A' + i))})
			for j := range i {
				candidates = append(candidates, layout.Way{A: j, B: i, Length: 1 + src.Intn(5)})
			}
		}
		if err := g.Halves(candidates, src.Intn(n), src); err != nil {
			// All ways of the tree lead to one place.
			t.Skip(err)
		}
		if err := g.Validate(); err != nil {
			t.Fatal(err)
		}
		const far = 1 << 20
		dist := make([][]int, n)
		for i := range dist {
			dist[i] = make([]int, n)
			for j := range dist[i] {
				if dist[i][j] = far; i == j {
					dist[i][j] = 0
				} else if d := g.Between(i, j); d > 0 {
					dist[i][j] = d
				}
			}
		}
		for k := range n {
			for i := range n {
				for j := range n {
					dist[i][j] = min(dist[i][j], dist[i][k]+dist[k][j])
				}
			}
		}
		for i := range n {
			part := 0
			for j, d := range g.Lengths(nil, i) {
				want := dist[i][j]
				if want >= far {
					want = -1
				} else {
					part++
				}
				places, length := g.Shortest(i, j, src)
				sum := 0
				for k := 1; k < len(places); k++ {
					sum += g.Between(places[k-1], places[k])
				}
				if d != want || length != want || want >= 0 && (sum != want || places[0] != i || places[len(places)-1] != j) {
					t.Fatalf("%d to %d: %d, %v of %d; want %d", i, j, d, places, length, want)
				}
			}
			if part < 2 || part > n-2 {
				t.Fatalf("a part of %d of %d places", part, n)
			}
		}
	})
	for _, g := range []layout.Graph{
		{Places: []layout.Entity{{}}}, {Places: []layout.Entity{{Name: "A"}, {Name: "A"}}},
		{Places: []layout.Entity{{Name: "A"}, {Name: "B"}}, Ways: []layout.Way{{A: 0, B: 2, Length: 1}}},
		{Places: []layout.Entity{{Name: "A"}, {Name: "B"}}, Ways: []layout.Way{{A: 0, B: 0, Length: 1}}},
		{Places: []layout.Entity{{Name: "A"}, {Name: "B"}}, Ways: []layout.Way{{A: 0, B: 1}}},
		{Places: []layout.Entity{{Name: "A"}, {Name: "B"}}, Ways: []layout.Way{{A: 0, B: 1, Length: 1}, {A: 1, B: 0, Length: 2}}},
	} {
		if g.Validate() == nil {
			t.Errorf("%+v is valid", g)
		}
	}
	if new(layout.Graph).Validate() != nil || len(new(layout.Graph).Lengths(nil, 0)) != 0 {
		t.Error("the zero Graph")
	}
}
