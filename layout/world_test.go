package layout_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// tells turns a line into a fact: "A N B" is aligned, "A N. B" a unit step, "A N~ B" half a plane. The other words are
// those of the table in measures.
func tells(lines ...string) (facts []layout.Fact) {
	for _, line := range lines {
		words := strings.Fields(line)
		f := layout.Fact{Locatum: int(words[0][0] - 'A'), Relatum: layout.TopLeft}
		if len(words) == 3 {
			f.Relatum = int(words[2][0] - 'A')
		}
		relation, step := strings.CutSuffix(words[1], ".")
		relation, half := strings.CutSuffix(relation, "~")
		k := slices.IndexFunc(eightRelations, func(c layout.Cardinal) bool { return c.String() == relation })
		switch {
		case k < 0 && words[1] == "corner":
			f.Reading = layout.InCorner
		case k < 0:
			m := measures[words[1]]
			f.Reading, f.Rows, f.Cols = layout.Measured, m[0], m[1]
			if strings.HasPrefix(words[1], "last") {
				f.Relatum = layout.BottomRight
			}
		case step:
			f.Reading = layout.UnitStep
		case half:
			f.Reading = layout.HalfPlane
		}
		if k >= 0 {
			f.Relation = eightRelations[k]
		}
		facts = append(facts, f)
	}
	return facts
}

func exactly(x int) layout.Interval { return layout.Interval{Lo: x, Hi: x} }

func from(lo, hi int) layout.Interval { return layout.Interval{Lo: lo, Hi: hi} }

var measures = map[string][2]layout.Interval{
	"here":         {exactly(0), exactly(0)},
	"row":          {exactly(0), layout.Anything()},
	"col":          {layout.Anything(), exactly(0)},
	"2right":       {layout.Anything(), exactly(2)},
	"2left":        {layout.Anything(), exactly(-2)},
	"3right":       {exactly(0), exactly(3)},
	"near":         {from(-1, 1), from(-1, 1)},
	"least2right":  {layout.Anything(), from(2, layout.Unbounded)},
	"most2right":   {layout.Anything(), from(-layout.Unbounded, 2)},
	"row1":         {exactly(0), layout.Anything()},
	"row2":         {exactly(1), layout.Anything()},
	"col1":         {layout.Anything(), exactly(0)},
	"col3":         {layout.Anything(), exactly(2)},
	"cell11":       {exactly(0), exactly(0)},
	"lastrow":      {exactly(0), layout.Anything()},
	"lastcol":      {layout.Anything(), exactly(0)},
	"between1and2": {exactly(0), from(1, 2)},
}

// TestTraps lists what a simpler rule gets wrong. The question is always how the first object named lies to the second.
func TestTraps(t *testing.T) {
	endless, shared := layout.World{}, layout.World{Sharing: true}
	grid := func(rows, cols int) layout.World { return layout.World{Rows: rows, Cols: cols} }
	set := func(cs ...layout.Cardinal) (s layout.CardinalSet) {
		for _, c := range cs {
			s = s.Add(c)
		}
		return s
	}
	for _, test := range []struct {
		name  string
		world layout.World
		n     int
		facts []string
		a, b  int
		want  layout.CardinalSet
	}{
		{ // X is 0, P 1, Y 2, Q 3, R 4: the paths over P say only that the two are in one column.
			"a longer path decides", endless, 5,
			[]string{"A N B", "B S C", "A N D", "D N E", "E N C"}, 0, 2, set(layout.N),
		},
		{ // B is in the row above C. Were it the first, A would be there too, in the only column.
			"not sharing forces an order", grid(3, 1), 3,
			[]string{"A N C", "B N. C"}, 0, 1, set(layout.N),
		},
		{ // The same two without the rule.
			"sharing leaves it open", layout.World{Rows: 3, Cols: 1, Sharing: true}, 3,
			[]string{"A N C", "B N. C"}, 0, 1, set(layout.N, layout.EQ),
		},
		{ // A and B fill the two cells between D and E, so C, in the same row, is on one side of A, never in its cell.
			"a pigeonhole in a row", endless, 5,
			[]string{"E 3right D", "A W E", "A E D", "B W E", "B E D", "C row D"}, 2, 0, set(layout.W, layout.E),
		},
		{ // And it is not between D and E.
			"a full stretch", endless, 5,
			[]string{"E 3right D", "A W E", "A E D", "B W E", "B E D", "C row D"}, 2, 3, set(layout.W, layout.E),
		},
		{ // A chain of three down the diagonal of a grid of three puts A into the first cell, in the row of D.
			"the edges of the grid align", grid(3, 3), 4,
			[]string{"A NW B", "B NW C", "D row1"}, 3, 0, set(layout.E),
		},
		{ // In a grid of two rows all that is above something is in the first.
			"two rows", grid(2, 0), 4,
			[]string{"C N~ A", "D N~ B"}, 2, 3, set(layout.W, layout.E),
		},
		{ // A and B are in corners, neither in the last row, so in one row.
			"two corners", grid(3, 3), 3,
			[]string{"A corner", "B corner", "A N~ C", "B N~ C"}, 0, 1, set(layout.W, layout.E),
		},
		{ // A is at the lower left, C at the upper right, B at the lower right: the upper left is left.
			"the last corner", grid(2, 5), 4,
			[]string{"A corner", "B corner", "C corner", "D corner", "A W~ B", "A W~ C", "A S~ C"}, 0, 3, set(layout.S),
		},
		{ // The rows follow from one chain, the columns from the other.
			"two chains", endless, 4,
			[]string{"A NE C", "C NW B", "A SW D", "D NW B"}, 0, 1, set(layout.NW),
		},
		{ // There and back again.
			"steps that cancel", shared, 5,
			[]string{"A N. B", "B E. C", "C S. D", "D W. E"}, 0, 4, set(layout.EQ),
		},
		{ // At least two and at most two.
			"intervals that meet in one value", endless, 4,
			[]string{"A least2right B", "A most2right B", "C 2left A"}, 2, 1, set(layout.N, layout.S),
		},
		{ // A bare half plane says nothing of columns.
			"half a plane", endless, 3,
			[]string{"A N~ B", "B N C"}, 0, 2, set(layout.NW, layout.N, layout.NE),
		},
		{ // A and B are at the two ends of the only row, the others between.
			"the ends of a row", grid(1, 4), 4,
			[]string{"A 3right B", "C W~ D"}, 2, 1, set(layout.E),
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts := tells(test.facts...)
			net := networkIn(t, test.n, test.world, facts)
			got := net.Possible(test.a, test.b)
			tr := truthOf(test.n, test.world, facts)
			if truly := tr.possible(test.a, test.b); truly != test.want {
				t.Errorf("the table says %v, but it is %v", test.want, truly)
			}
			if got != test.want {
				t.Errorf("%v, want %v", got, test.want)
			}
			c, ok := net.Entails(test.a, test.b, layout.Full)
			if only, one := test.want.Only(); ok != one || ok && c != only {
				t.Errorf("entailed %v, %t, want %v", c, ok, test.want)
			}
		})
	}
}

// TestWorldConflicts lists contradictions by hand, with the smallest sets of facts that make them.
func TestWorldConflicts(t *testing.T) {
	endless, shared := layout.World{}, layout.World{Sharing: true}
	for _, test := range []struct {
		name  string
		world layout.World
		n     int
		facts []string
		add   string
		with  []int // nil where it does agree
	}{
		{"same place", endless, 2, nil, "A here B", []int{}},
		{"same place, shared", shared, 2, nil, "A here B", nil},
		{"off the grid", layout.World{Rows: 2, Cols: 2}, 2, nil, "A col3", []int{}},
		{"on the grid", layout.World{Rows: 2, Cols: 3}, 2, nil, "A col3", nil},
		{"three above each other in two rows", layout.World{Rows: 2, Cols: 2}, 3, []string{"A N~ B"}, "B N~ C", []int{0}},
		{"two in the first cell", endless, 2, []string{"A cell11"}, "B cell11", []int{0}},
		{"three in the first row of two columns", layout.World{Rows: 3, Cols: 2}, 4, []string{"A row1", "D row2", "B row1"}, "C row1", []int{0, 2}},
		{"five corners", layout.World{Rows: 9, Cols: 9}, 6, []string{"A corner", "B corner", "F E A", "C corner", "D corner"}, "E corner", []int{0, 1, 3, 4}},
		{"five corners, shared", layout.World{Rows: 9, Cols: 9, Sharing: true}, 5, []string{"A corner", "B corner", "C corner", "D corner"}, "E corner", nil},
		{"in the middle of three", layout.World{Rows: 3, Cols: 3}, 3, []string{"A N~ B", "C N~ A"}, "A corner", []int{0, 1}},
		{"unit steps into one cell", endless, 4, []string{"A N. B", "D S B", "B W. C"}, "A NW. C", nil},
		{"unit steps into one cell, by way of two", endless, 4, []string{"A N. B", "C NW. B"}, "D E. C", []int{0, 1}},
		{"unit steps into one cell, shared", shared, 4, []string{"A N. B", "C NW. B"}, "D E. C", nil},
		{"a step is not two", endless, 3, []string{"A 2right B"}, "A E. B", []int{0}},
		{ // Leaving out one fact after the other ends with two that need each other.
			"one fact is enough", layout.World{Rows: 4, Cols: 4}, 5,
			[]string{"D NE A", "D W B", "A SW B", "C SW B", "C NE A"}, "B E A", []int{2},
		},
		{"an unknown grid has a last row", endless, 2, []string{"A lastrow"}, "B S~ A", []int{0}},
		{"no room between", endless, 4, []string{"A 2right B", "A row B", "C W~ A", "C E~ B", "C row B", "D W A"}, "D E B", []int{0, 2, 3, 4, 5}},
	} {
		t.Run(test.name, func(t *testing.T) {
			net := networkIn(t, test.n, test.world, tells(test.facts...))
			f := tells(test.add)[0]
			before := len(net.Facts())
			err := net.Add(f)
			if test.with == nil {
				if err != nil {
					t.Fatalf("%v: it does agree", err)
				}
				return
			}
			var conflict *layout.ConflictError
			if !errors.As(err, &conflict) || conflict.Fact != f || conflict.MayShrink || len(net.Facts()) != before {
				t.Fatalf("%v, want a conflict", err)
			}
			if !slices.Equal(conflict.With, test.with) {
				t.Errorf("ruled out by %v, want %v", conflict.With, test.with)
			}
			if len(test.with) == 0 && !strings.Contains(err.Error(), "taken for granted") {
				t.Errorf("%q does not blame the world", err)
			}
		})
	}
}

// TestInvalidMeasures: what no network could hold of the readings that are not words.
func TestInvalidMeasures(t *testing.T) {
	measured := func(a, b int, rows, cols layout.Interval) layout.Fact {
		return layout.Fact{Locatum: a, Relatum: b, Reading: layout.Measured, Rows: rows, Cols: cols}
	}
	zero, free := layout.Interval{}, layout.Anything()
	for _, test := range []struct {
		name  string
		fact  layout.Fact
		names string
	}{
		{"a direction", layout.Fact{Relatum: 1, Relation: layout.N, Reading: layout.Measured}, "names no direction"},
		{"empty", measured(0, 1, layout.Interval{Lo: 2, Hi: 1}, zero), "rows are from 2 to 1"},
		{"too far", measured(0, 1, free, exactly(layout.MaxSide+1)), "columns are from 1048577"},
		{"too far up", measured(0, 1, from(-layout.MaxSide-1, 0), free), "1048576"},
		{"beyond no end", measured(0, 1, from(-layout.Unbounded-1, 0), free), "rows"},
		{"nothing but no end", measured(0, 1, exactly(layout.Unbounded), free), "rows"},
		{"itself", measured(1, 1, zero, zero), "itself"},
		{"no frame", measured(0, -3, zero, zero), "-3"},
		{"framed locatum", measured(layout.TopLeft, 0, zero, zero), "there are 2 objects"},
		{"framed word", layout.Fact{Relatum: layout.TopLeft, Relation: layout.S}, "frame"},
		{"corner of another", layout.Fact{Relatum: 1, Reading: layout.InCorner}, "TopLeft"},
		{"corner with a direction", layout.Fact{Relatum: layout.TopLeft, Relation: layout.NW, Reading: layout.InCorner}, "NW"},
		{"no corner of nobody", layout.Fact{Locatum: 2, Relatum: layout.TopLeft, Reading: layout.InCorner}, "2"},
	} {
		t.Run(test.name, func(t *testing.T) {
			net := networkIn(t, 2, layout.World{}, nil)
			err := net.Add(test.fact)
			if !errors.Is(err, layout.ErrInvalidFact) || !strings.Contains(err.Error(), test.names) {
				t.Errorf("%v, want an invalid fact that names %q", err, test.names)
			}
			if status := net.Judge(test.fact); status != layout.Open {
				t.Errorf("it is %v", status)
			}
			if proof, status := net.ProveFact(test.fact); status != layout.Open || proof.Hops() != 0 {
				t.Errorf("it is %v by %v", status, proof.Facts)
			}
		})
	}
}

// TestWorlds: which worlds a network takes.
func TestWorlds(t *testing.T) {
	for _, test := range []struct {
		n     int
		world layout.World
		ok    bool
		names []string
	}{
		{5, layout.World{Rows: 2, Cols: 2}, false, []string{"5 objects", "2 rows", "4 cells"}},
		{4, layout.World{Rows: 2, Cols: 2}, true, nil},
		{5, layout.World{Rows: 2, Cols: 2, Sharing: true}, true, nil},
		{5, layout.World{Rows: 2}, true, nil},
		{256, layout.World{Rows: layout.MaxSide, Cols: layout.MaxSide}, true, nil},
		{1, layout.World{Rows: layout.MaxSide + 1}, false, []string{"1048577"}},
		{1, layout.World{Cols: -1}, false, []string{"-1"}},
	} {
		_, err := layout.NewNetwork(test.n, test.world)
		if (err == nil) != test.ok {
			t.Errorf("%d objects in %+v: %v", test.n, test.world, err)
		}
		var room *layout.RoomError
		if errors.As(err, &room) != (test.n == 5 && !test.ok) {
			t.Errorf("%d objects in %+v: %v, a RoomError or not", test.n, test.world, err)
		}
		for _, name := range test.names {
			if !strings.Contains(err.Error(), name) {
				t.Errorf("%q does not name %q", err, name)
			}
		}
	}
}

// TestFarApart: the largest network with the largest distances, on the largest grid.
func TestFarApart(t *testing.T) {
	const n, far = layout.MaxObjects, layout.MaxSide
	for _, w := range []layout.World{{}, {Sharing: true}} {
		net := networkIn(t, n, w, nil)
		for i := range n - 1 {
			f := layout.Fact{Locatum: i + 1, Relatum: i, Reading: layout.Measured, Rows: exactly(far), Cols: exactly(-far)}
			if i == n/2 {
				f.Cols = layout.Anything()
			}
			if err := net.Add(f); err != nil {
				t.Fatal(err)
			}
		}
		rows, cols := net.Intervals(n-1, 0)
		if rows != exactly((n-1)*far) || cols != layout.Anything() {
			t.Errorf("%+v: rows %v, columns %v", w, rows, cols)
		}
		if cells := net.Realise(nil); cells[n-1].Row != (n-1)*far {
			t.Errorf("%+v: the last object is in row %d", w, cells[n-1].Row)
		}
		for _, corner := range []int{0, n - 1} {
			if err := net.Add(layout.Fact{Locatum: corner, Relatum: layout.TopLeft, Reading: layout.InCorner}); err != nil {
				t.Errorf("%+v: %v", w, err)
			}
		}
		if _, cols := net.Intervals(n-1, 0); cols.Contains(0) {
			t.Errorf("%+v: columns %v though both are in corners", w, cols)
		}
	}
	big := layout.World{Rows: far, Cols: far}
	net := networkIn(t, 4, big, nil)
	for i := range 3 {
		if err := net.Add(layout.Fact{Locatum: i, Relatum: i + 1, Relation: layout.NW}); err != nil {
			t.Fatal(err)
		}
	}
	if rows, cols := net.Intervals(3, 0); rows != from(3, far-1) || cols != rows {
		t.Errorf("rows %v, columns %v", rows, cols)
	}
}

// TestGivingUp: pigeons that only a hopeless search could count. What is said is then too much, and never wrong.
func TestGivingUp(t *testing.T) {
	// Fourteen objects in one row between two that are fourteen apart leave thirteen cells.
	const pigeons = 14
	net := networkIn(t, pigeons+2, layout.World{}, nil)
	last := pigeons + 1
	add := func(f layout.Fact) error { return net.Add(f) }
	gaveUp := false
	err := add(layout.Fact{Locatum: last, Relatum: pigeons, Reading: layout.Measured, Cols: exactly(pigeons)})
	for i := 0; i < pigeons && err == nil; i++ {
		if err = add(layout.Fact{Locatum: i, Relatum: pigeons, Relation: layout.E}); err == nil {
			err = add(layout.Fact{Locatum: i, Relatum: last, Relation: layout.W})
			gaveUp = gaveUp || net.GaveUp()
		}
	}
	if conflict := (*layout.ConflictError)(nil); errors.As(err, &conflict) {
		t.Logf("found out: %v, may shrink: %t", conflict.With, conflict.MayShrink)
	} else if err != nil || !gaveUp {
		t.Fatalf("%v, gave up is %t", err, gaveUp)
	}
	if set := net.Possible(0, 1); !set.Has(layout.W) || !set.Has(layout.E) {
		t.Errorf("%v", set)
	}
	if len(net.Realise(nil)) != pigeons+2 {
		t.Error("not realised")
	}
}
