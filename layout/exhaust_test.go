package layout_test

import (
	"errors"
	"flag"
	"fmt"
	"math/bits"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// everything makes the tests in this file go through all networks of their families, which takes some minutes each: go test
// ./layout -run Exhaust -args -everything. Without it they go through an even sample.
var everything = flag.Bool("everything", false, "test every network of a family, not a sample")

// someFacts are those of a family, by what they may be about.
type someFacts struct{ words, measured, framed []layout.Fact }

func factsAbout(pairs [][2]int, objects int) (s someFacts) {
	free := layout.Anything()
	for _, p := range pairs {
		for _, reading := range []layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep} {
			for _, c := range eightRelations {
				s.words = append(s.words, layout.Fact{Locatum: p[0], Relatum: p[1], Relation: c, Reading: reading})
			}
		}
		for _, v := range [][2]layout.Interval{
			{{}, {}},                            // the same place
			{{}, free},                          // the same row
			{free, {}},                          // the same column
			{free, {Lo: 2, Hi: 2}},              // exactly two columns to the right
			{{Lo: 2, Hi: layout.Unbounded}, {}}, // at least two rows below in the same column
			{{Lo: -1, Hi: 1}, {Lo: -1, Hi: 1}},  // beside it, or on it
			{{Lo: -layout.Unbounded, Hi: 0}, free},
			{{Lo: -2, Hi: -1}, {Lo: -layout.Unbounded, Hi: 1}},
		} {
			s.measured = append(s.measured, layout.Fact{Locatum: p[0], Relatum: p[1], Reading: layout.Measured, Rows: v[0], Cols: v[1]})
		}
	}
	for i := range objects {
		for _, f := range []layout.Fact{
			{Relatum: layout.TopLeft, Reading: layout.Measured, Rows: layout.Interval{}, Cols: free},                              // the first row
			{Relatum: layout.TopLeft, Reading: layout.Measured, Rows: free, Cols: layout.Interval{Lo: 1, Hi: 1}},                  // the second column
			{Relatum: layout.BottomRight, Reading: layout.Measured, Rows: free, Cols: layout.Interval{}},                          // the last column
			{Relatum: layout.BottomRight, Reading: layout.Measured, Rows: layout.Interval{Lo: -1}, Cols: layout.Interval{Lo: -1}}, // among the last four cells
			{Relatum: layout.TopLeft, Reading: layout.InCorner},
		} {
			f.Locatum = i
			s.framed = append(s.framed, f)
		}
	}
	return s
}

func (s someFacts) all() []layout.Fact { return slices.Concat(s.words, s.measured, s.framed) }

// everyWorld is the endless one and all grids up to 4×4, and some with one end, with and without sharing.
func everyWorld() (worlds []layout.World) {
	for _, sharing := range []bool{false, true} {
		worlds = append(worlds, layout.World{Sharing: sharing}, layout.World{Rows: 2, Sharing: sharing}, layout.World{Cols: 1, Sharing: sharing})
		for rows := 1; rows <= 4; rows++ {
			for cols := 1; cols <= 4; cols++ {
				worlds = append(worlds, layout.World{Rows: rows, Cols: cols, Sharing: sharing})
			}
		}
	}
	return worlds
}

// checker compares networks with the truth.
type checker struct {
	net    layout.Network
	probes []layout.Fact
	turn   int
	cells  []layout.Cell
}

// check adds the facts one by one and asks everything after the last; it reports whether all agreed.
func (c *checker) check(t fataler, n int, w layout.World, facts []layout.Fact) bool {
	t.Helper()
	if err := c.net.Reset(n, w); err != nil {
		var room *layout.RoomError
		if !errors.As(err, &room) || w.Sharing || w.Rows*w.Cols >= n || w.Rows*w.Cols == 0 {
			t.Fatalf("%d objects in %+v: %v", n, w, err)
		}
		return false
	}
	for k, f := range facts {
		err := c.net.Add(f)
		if c.net.GaveUp() {
			t.Fatalf("%+v: %v: gave up", w, facts[:k+1])
		}
		var conflict *layout.ConflictError
		switch {
		case err == nil && k < len(facts)-1:
		case err == nil:
			tr := truthOf(n, w, facts)
			if tr.impossible() {
				t.Fatalf("%+v: %v was taken after %v, and there is no layout", w, f, facts[:k])
			}
			c.compare(t, w, facts, &tr)
			return true
		case !errors.As(err, &conflict):
			t.Fatalf("%+v: %v after %v: %v", w, f, facts[:k], err)
		default:
			if tr := truthOf(n, w, facts[:k+1]); !tr.impossible() {
				t.Fatalf("%+v: %v after %v: %v, and there are layouts", w, f, facts[:k], err)
			}
			checkSmallest(t, w, f, facts[:k], conflict.With, func(some []layout.Fact) bool {
				tr := truthOf(n, w, append(slices.Clone(some), f))
				return tr.impossible()
			})
			return false
		}
	}
	tr := truthOf(n, w, facts)
	c.compare(t, w, facts, &tr)
	return true
}

// checkSmallest holds a set of facts to ruling f out, and to no smaller one doing so.
func checkSmallest(t fataler, w layout.World, f layout.Fact, facts []layout.Fact, named []int, enough func(some []layout.Fact) bool) {
	t.Helper()
	pick := func(mask uint64) (some []layout.Fact) {
		for ; mask != 0; mask &= mask - 1 {
			some = append(some, facts[bits.TrailingZeros64(mask)])
		}
		return some
	}
	var mask uint64
	for _, k := range named {
		mask |= 1 << k
	}
	if bits.OnesCount64(mask) != len(named) || !enough(pick(mask)) {
		t.Fatalf("%+v: of %v, numbers %v do not rule out %v", w, facts, named, f)
	}
	if size, _ := smallestSubset(len(facts), func(mask uint64) bool { return enough(pick(mask)) }); size != len(named) {
		t.Fatalf("%+v: of %v, numbers %v rule out %v, but so do %d", w, facts, named, f, size)
	}
}

func (c *checker) compare(t fataler, w layout.World, facts []layout.Fact, tr *truth) {
	t.Helper()
	net, n := &c.net, c.net.Len()
	determined := true
	framed := speakOfFrame(facts)
	for a := range n {
		for b := range n {
			rows, cols := net.Intervals(a, b)
			want := [2]layout.Interval{tr.interval(0, a, b), tr.interval(1, a, b)}
			if rows != want[0] || cols != want[1] {
				t.Fatalf("%+v: %v: %d to %d: rows %v, columns %v, want %v", w, facts, a, b, rows, cols, want)
			}
			set := tr.possible(a, b)
			if got := net.Possible(a, b); got != set {
				t.Fatalf("%+v: %v: %d to %d can be %v, want %v", w, facts, a, b, got, set)
			}
			var signs [2]int
			var known [2]bool
			var seen [2][3]bool
			for rel := range handSigns {
				if set>>rel&1 == 1 {
					for axis, s := range handSigns[rel] {
						seen[axis][s+1], signs[axis] = true, s
					}
				}
			}
			for axis := range seen {
				known[axis] = bits.OnesCount8(btoi(seen[axis][0])|btoi(seen[axis][1])<<1|btoi(seen[axis][2])<<2) == 1
				determined = determined && known[axis]
			}
			for aspect, want := range entailsBySigns(signs, known) {
				if rel, ok := net.Entails(a, b, layout.Aspect(aspect)); ok != want.OK || ok && rel != want.Answer {
					t.Fatalf("%+v: %v: %d to %d %v: %v, %t, want %v", w, facts, a, b, layout.Aspect(aspect), rel, ok, want)
				}
			}
		}
		if w.Rows > 0 && w.Cols > 0 || framed {
			for frame, node := range map[int]int{layout.TopLeft: n, layout.BottomRight: n + 1} {
				rows, cols := net.Intervals(a, frame)
				if want := [2]layout.Interval{tr.interval(0, a, node), tr.interval(1, a, node)}; rows != want[0] || cols != want[1] {
					t.Fatalf("%+v: %v: %d to the frame %d: rows %v, columns %v, want %v", w, facts, a, frame, rows, cols, want)
				}
			}
		}
	}
	if got := net.Determined(); got != determined {
		t.Fatalf("%+v: %v: determined is %t, want %t", w, facts, got, determined)
	}
	if len(c.probes) > 0 {
		for range 4 {
			f := c.probes[c.turn%len(c.probes)]
			c.turn++
			if f.Locatum >= n || f.Relatum >= n || f.Relatum < 0 && !framed && (w.Rows == 0 || w.Cols == 0) {
				continue
			}
			if tr.tooFar(f) {
				continue
			}
			want := tr.judge(f)
			if got := net.Judge(f); got != want {
				t.Fatalf("%+v: %v: %v is %v, want %v", w, facts, f, got, want)
			}
		}
	}
	c.checkCells(t, w, facts, net.Realise(c.cells[:0]))
	count := tr.count()
	if got, exact := net.CountLayouts(1 << 20); got != count || !exact {
		t.Fatalf("%+v: %v: %d layouts, %t, want %d", w, facts, got, exact, count)
	}
	if c.turn++; c.turn%16 == 0 && count <= 1<<12 {
		shown := make(map[string]bool)
		for cells := range net.Layouts(1 << 20) {
			c.checkCells(t, w, facts, cells)
			shown[fmt.Sprint(cells)] = true
		}
		if len(shown) != count {
			t.Fatalf("%+v: %v: %d different layouts shown, want %d", w, facts, len(shown), count)
		}
	}
	if net.GaveUp() {
		t.Fatalf("%+v: %v: gave up", w, facts)
	}
}

// tooFar reports whether a fact names a distance that lies beyond what the lines were made to show.
func (tr *truth) tooFar(f layout.Fact) bool {
	return f.Reading == layout.Measured && (tr.axis[0].far > 0 || tr.axis[1].far > 0)
}

func btoi(b bool) uint8 {
	if b {
		return 1
	}
	return 0
}

// checkCells: every fact holds, on the grid, one object a cell.
func (c *checker) checkCells(t fataler, w layout.World, facts []layout.Fact, cells []layout.Cell) {
	t.Helper()
	n := len(cells)
	for i, at := range cells {
		if !w.Sharing && slices.Contains(cells[:i], at) {
			t.Fatalf("%+v: %v: two objects at %v", w, facts, at)
		}
		if at.Row < 0 || at.Col < 0 || w.Rows > 0 && at.Row >= w.Rows || w.Cols > 0 && at.Col >= w.Cols {
			t.Fatalf("%+v: %v: %v is off the grid", w, facts, cells)
		}
	}
	// On an axis without end the last line is wherever the facts have it.
	var last [2]bool
	for axis, side := range [2]int{w.Rows, w.Cols} {
		x := make([]int8, n+2)
		for i, at := range cells {
			x[i] = int8([2]int{at.Row, at.Col}[axis])
		}
		ends := []int8{int8(side - 1)}
		if side == 0 {
			ends = ends[:0]
			for e := slices.Max(append(x[:n:n], 0)); e < 40; e++ {
				ends = append(ends, e)
			}
		}
		last[axis] = slices.ContainsFunc(ends, func(e int8) bool {
			x[n+1] = e
			return !slices.ContainsFunc(facts, func(f layout.Fact) bool { return !handAllows(f, axis, x) })
		})
	}
	if last != [2]bool{true, true} {
		t.Fatalf("%+v: %v: not shown by %v", w, facts, cells)
	}
}

// TestExhaustThreeObjects goes through all sets of up to three facts about three objects, of all readings, mixed, in every
// world.
func TestExhaustThreeObjects(t *testing.T) {
	all := factsAbout([][2]int{{0, 1}, {1, 2}, {2, 0}}, 3).all()
	exhaust(t, 3, 1499, all, func(each func(facts ...layout.Fact)) {
		each()
		for i, f := range all {
			each(f)
			for j, g := range all[:i] {
				each(g, f)
				for _, h := range all[:j] {
					each(h, g, f)
				}
			}
		}
	})
}

// TestExhaustFourObjects goes through all sets of three facts that join four objects, up to their numbering: a path and a
// star; of all readings, mixed, in every world.
func TestExhaustFourObjects(t *testing.T) {
	first, second, third := factsAbout([][2]int{{0, 1}}, 1), factsAbout([][2]int{{2, 1}}, 0), factsAbout([][2]int{{2, 3}}, 0)
	star := factsAbout([][2]int{{3, 1}}, 0)
	exhaust(t, 4, 1009, slices.Concat(first.all(), third.all()), func(each func(facts ...layout.Fact)) {
		for _, f := range slices.Concat(first.words, first.measured) {
			for _, g := range second.all() {
				for _, h := range slices.Concat(third.words, third.measured, star.words, star.measured) {
					each(f, g, h)
				}
			}
		}
	})
}

// exhaust checks all networks of a family in every world, or one in so many.
func exhaust(t *testing.T, n, oneIn int, probes []layout.Fact, family func(each func(facts ...layout.Fact))) {
	if *everything {
		oneIn = 1
	}
	c := checker{probes: probes}
	number, checked, agreed := 0, 0, 0
	worlds := everyWorld()
	family(func(facts ...layout.Fact) {
		for _, w := range worlds {
			if number++; number%oneIn == 0 {
				checked++
				if c.check(t, n, w, facts) {
					agreed++
				}
			}
		}
	})
	t.Logf("%d networks checked of %d; %d of them can be", checked, number, agreed)
}

// TestExhaustFiveObjects draws networks of up to five objects at random: 2,000, or 100,000 with -everything.
func TestExhaustFiveObjects(t *testing.T) {
	networks := 1200
	if *everything {
		networks = 100_000
	}
	all := factsAbout(allPairs(5), 5)
	worlds := everyWorld()
	c := checker{probes: all.all()}
	agreed := 0
	for k := range networks {
		n, w, facts := drawNetwork(seed.NewKey(5).At(int64(k)).Stream(), worlds, all, 5)
		if c.check(t, n, w, facts) {
			agreed++
		}
	}
	t.Logf("%d networks checked; %d of them can be", networks, agreed)
}

// drawNetwork draws a number of objects, a world, and facts, most of which can be true together.
func drawNetwork(src seed.Source, worlds []layout.World, all someFacts, most int) (n int, w layout.World, facts []layout.Fact) {
	n = 2 + src.Intn(most-1)
	w = worlds[src.Intn(len(worlds))]
	if w.Rows == 0 || w.Cols == 0 {
		n = min(n, 4+src.Intn(2)*src.Intn(2))
	}
	// Most facts are true of a layout that is drawn, so that many agree.
	x := [2][]int8{make([]int8, n+2), make([]int8, n+2)}
	for axis, side := range [2]int{w.Rows, w.Cols} {
		if side == 0 {
			side = 1 + src.Intn(5)
		}
		for i := range n {
			x[axis][i] = int8(src.Intn(side))
		}
		x[axis][n+1] = int8(side - 1)
	}
	kinds := 1 + src.Intn(7)
	readings := [][]layout.Reading{
		{layout.Aligned}, {layout.Aligned, layout.HalfPlane}, {layout.UnitStep}, {layout.Aligned, layout.HalfPlane, layout.UnitStep},
	}[src.Intn(4)]
	for range src.Intn(2 * n) {
		from := all.words
		if kinds&2 != 0 && src.Intn(3) == 0 {
			from = all.measured
		}
		if kinds&4 != 0 && src.Intn(4) == 0 && (n < 5 || w.Rows > 0 && w.Cols > 0) {
			from = all.framed
		}
		for range 60 {
			f := from[src.Intn(len(from))]
			if f.Reading.OfWords() && !slices.Contains(readings, f.Reading) {
				continue
			}
			if f.Locatum < n && f.Relatum < n && (src.Intn(10) == 0 || handAllows(f, 0, x[0]) && handAllows(f, 1, x[1])) {
				facts = append(facts, f)
				break
			}
		}
	}
	return n, w, facts
}

func allPairs(n int) (pairs [][2]int) {
	for a := range n {
		for b := range n {
			if a != b {
				pairs = append(pairs, [2]int{a, b})
			}
		}
	}
	return pairs
}
