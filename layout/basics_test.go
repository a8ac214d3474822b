package layout_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/layout"
)

// gridCells returns every cell of a grid.
func gridCells(rows, cols int) []layout.Cell {
	var cells []layout.Cell
	for r := range rows {
		for c := range cols {
			cells = append(cells, layout.Cell{Row: r, Col: c})
		}
	}
	return cells
}

// smallLayout draws a valid layout of 0 to 8 entities on a 10×10 grid; most have empty rows and columns.
func smallLayout() *rapid.Generator[layout.Layout] {
	return rapid.Custom(func(t *rapid.T) layout.Layout {
		places := rapid.SliceOfNDistinct(rapid.IntRange(0, 99), 0, 8, rapid.ID[int]).Draw(t, "places")
		var l layout.Layout
		for i, p := range places {
			e := layout.Entity{Name: string(rune('A' + i)), At: layout.Cell{Row: p / 10, Col: p % 10}}
			l.Entities = append(l.Entities, e)
		}
		return l
	})
}

// compassTable is written by hand, apart from the package's own tables.
var compassTable = []struct {
	relation           layout.Cardinal
	name               string
	rows, cols         int // signs, locatum minus relatum
	converse           layout.Cardinal
	straight, diagonal bool
	vertical           layout.Cardinal
	horizontal         layout.Cardinal
}{
	{layout.EQ, "EQ", 0, 0, layout.EQ, false, false, layout.EQ, layout.EQ},
	{layout.N, "N", -1, 0, layout.S, true, false, layout.N, layout.EQ},
	{layout.NE, "NE", -1, 1, layout.SW, false, true, layout.N, layout.E},
	{layout.E, "E", 0, 1, layout.W, true, false, layout.EQ, layout.E},
	{layout.SE, "SE", 1, 1, layout.NW, false, true, layout.S, layout.E},
	{layout.S, "S", 1, 0, layout.N, true, false, layout.S, layout.EQ},
	{layout.SW, "SW", 1, -1, layout.NE, false, true, layout.S, layout.W},
	{layout.W, "W", 0, -1, layout.E, true, false, layout.EQ, layout.W},
	{layout.NW, "NW", -1, -1, layout.SE, false, true, layout.N, layout.W},
}

func TestCardinalTable(t *testing.T) {
	if len(compassTable) != layout.Cardinals {
		t.Fatalf("%d relations in the table, Cardinals is %d", len(compassTable), layout.Cardinals)
	}
	for i, want := range compassTable {
		c := want.relation
		if int(c) != i {
			t.Errorf("%s has the number %d, want %d", want.name, c, i)
		}
		got := want
		got.name = c.String()
		got.rows, got.cols = c.Signs()
		got.converse = c.Converse()
		got.straight, got.diagonal = c.Straight(), c.Diagonal()
		got.vertical, got.horizontal = c.Project(layout.Vertical), c.Project(layout.Horizontal)
		if got != want {
			t.Errorf("got %+v, want %+v", got, want)
		}
		if c.Project(layout.Full) != c {
			t.Errorf("%v: Project(Full) is %v", c, c.Project(layout.Full))
		}
		if back := c.Converse().Converse(); back != c {
			t.Errorf("the converse of the converse of %v is %v", c, back)
		}
		if !c.Valid() {
			t.Errorf("%v is not valid", c)
		}
		for _, far := range []int{1, 2, 1000} {
			if back := layout.CardinalOf(want.rows*far, want.cols*far); back != c {
				t.Errorf("CardinalOf(%d, %d) is %v, want %v", want.rows*far, want.cols*far, back, c)
			}
		}
	}
}

func TestCardinalZeroAndInvalid(t *testing.T) {
	var zero layout.Cardinal
	if zero != layout.EQ {
		t.Errorf("the zero Cardinal is %v, want EQ", zero)
	}
	for _, c := range []layout.Cardinal{layout.Cardinals, 16, 255} {
		if rows, cols := c.Signs(); c.Valid() || rows != 0 || cols != 0 || c.String() != "Cardinal(?)" {
			t.Errorf("Cardinal(%d): valid %t, signs %d and %d, string %q", uint8(c), c.Valid(), rows, cols, c.String())
		}
	}
}

// TestCardinalOfCells: a relation read off two cells says where the locatum is, and its converse where the relatum is.
func TestCardinalOfCells(t *testing.T) {
	for _, a := range gridCells(4, 4) {
		for _, b := range gridCells(4, 4) {
			c := a.Relation(b)
			if c != layout.CardinalOf(a.Row-b.Row, a.Col-b.Col) || b.Relation(a) != c.Converse() {
				t.Errorf("%v is %v of %v, which is %v of it", a, c, b, b.Relation(a))
			}
			rows, cols := c.Signs()
			if (rows < 0) != (a.Row < b.Row) || (rows > 0) != (a.Row > b.Row) ||
				(cols < 0) != (a.Col < b.Col) || (cols > 0) != (a.Col > b.Col) {
				t.Errorf("%v is %v of %v", a, c, b)
			}
		}
	}
}

// TestComposeIsWhatOccurs: A can have to C exactly what some three cells show. Three rows and three columns are enough
// for every order of three coordinates; four leave room for a mistake to show.
func TestComposeIsWhatOccurs(t *testing.T) {
	var occurs [layout.Cardinals][layout.Cardinals][layout.Cardinals]bool
	cells := gridCells(4, 4)
	for _, a := range cells {
		for _, b := range cells {
			for _, c := range cells {
				occurs[a.Relation(b)][b.Relation(c)][a.Relation(c)] = true
			}
		}
	}
	for first := range layout.Cardinal(layout.Cardinals) {
		for next := range layout.Cardinal(layout.Cardinals) {
			got := first.Compose(next)
			for c := range layout.Cardinal(layout.Cardinals) {
				if got.Has(c) != occurs[first][next][c] {
					t.Errorf("%v then %v is %v: %v occurs %t", first, next, got, c, occurs[first][next][c])
				}
			}
		}
	}
}

func TestCardinalSet(t *testing.T) {
	var empty layout.CardinalSet
	if got := empty.String(); got != "{}" {
		t.Errorf("the empty set prints as %s", got)
	}
	if c, ok := empty.Only(); ok {
		t.Errorf("the empty set holds only %v", c)
	}
	if got, want := layout.AllCardinals.String(), "{EQ N NE E SE S SW W NW}"; got != want {
		t.Errorf("AllCardinals prints as %s, want %s", got, want)
	}
	if got := empty.Add(layout.NW).Add(layout.N).Add(layout.NE).Add(layout.N).String(); got != "{N NE NW}" {
		t.Errorf("a set of three prints as %s", got)
	}

	// Every one of the 512 sets, against a plain list of its members.
	for bits := range 1 << layout.Cardinals {
		var s layout.CardinalSet
		var members []layout.Cardinal
		for c := range layout.Cardinal(layout.Cardinals) {
			if bits>>c&1 == 1 {
				s, members = s.Add(c), append(members, c)
			}
		}
		for c := range layout.Cardinal(layout.Cardinals) {
			if s.Has(c) != slices.Contains(members, c) {
				t.Errorf("%v made from %v: Has(%v) is %t", s, members, c, s.Has(c))
			}
		}
		if c, ok := s.Only(); ok != (len(members) == 1) || ok && c != members[0] {
			t.Errorf("%v: Only gives %v, %t", s, c, ok)
		}
		for _, outside := range []layout.Cardinal{layout.Cardinals, 15, 16, 255} {
			if s.Add(outside) != s || s.Has(outside) {
				t.Errorf("%v: %d, which is no relation, got in", s, uint8(outside))
			}
		}
	}
}

// TestSymmetriesAreAGroup takes each symmetry as what it does to the cells of a grid with unequal sides, on which all
// eight differ: none twice, the first does nothing, and after any two comes the place of a third.
func TestSymmetriesAreAGroup(t *testing.T) {
	const rows, cols = 3, 4
	cells := gridCells(rows, cols)
	size := func(s layout.Symmetry, rows, cols int) (int, int) { // of the grid after the move
		if s.Cardinal(layout.N) == layout.E || s.Cardinal(layout.N) == layout.W {
			return cols, rows
		}
		return rows, cols
	}
	move := func(steps ...layout.Symmetry) string {
		var out strings.Builder
		for _, c := range cells {
			r, k := rows, cols
			for _, s := range steps {
				c = s.Cell(c, r, k)
				r, k = size(s, r, k)
				if c.Row < 0 || c.Row >= r || c.Col < 0 || c.Col >= k {
					t.Fatalf("symmetry %d moves a cell to %v, outside %d×%d", s, c, r, k)
				}
			}
			fmt.Fprint(&out, c)
		}
		return out.String()
	}

	known := make(map[string]layout.Symmetry)
	for s := range layout.Symmetry(layout.Symmetries) {
		if other, taken := known[move(s)]; taken {
			t.Errorf("symmetries %d and %d do the same", other, s)
		}
		known[move(s)] = s
	}
	if known[move()] != 0 {
		t.Errorf("symmetry %d leaves every cell in place, want 0", known[move()])
	}
	for first := range layout.Symmetry(layout.Symmetries) {
		inverses := 0
		for next := range layout.Symmetry(layout.Symmetries) {
			both, ok := known[move(first, next)]
			if !ok {
				t.Errorf("%d then %d is none of the eight", first, next)
			}
			if both == 0 {
				inverses++
			}
			for c := range layout.Cardinal(layout.Cardinals) {
				if got, want := next.Cardinal(first.Cardinal(c)), both.Cardinal(c); got != want {
					t.Errorf("%d then %d moves %v to %v, and %d moves it to %v", first, next, c, got, both, want)
				}
			}
		}
		if inverses != 1 {
			t.Errorf("symmetry %d has %d inverses", first, inverses)
		}
	}
}

func TestSymmetryMovesRelationsWithCells(t *testing.T) {
	const rows, cols = 3, 4
	for s := range layout.Symmetry(layout.Symmetries) {
		for _, a := range gridCells(rows, cols) {
			for _, b := range gridCells(rows, cols) {
				got := s.Cell(a, rows, cols).Relation(s.Cell(b, rows, cols))
				if want := s.Cardinal(a.Relation(b)); got != want {
					t.Errorf("symmetry %d: %v against %v becomes %v by its cells, %v by Cardinal", s, a, b, got, want)
				}
			}
		}
	}
}

func TestLayoutTransform(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := smallLayout().Draw(t, "layout")
		s := layout.Symmetry(rapid.IntRange(0, layout.Symmetries-1).Draw(t, "symmetry"))
		before := slices.Clone(l.Entities)
		moved := l.Transform(s)
		if !slices.Equal(l.Entities, before) {
			t.Fatal("Transform changed the layout it was called on")
		}
		if err := moved.Validate(); err != nil {
			t.Fatal(err)
		}
		for i := range l.Entities {
			if moved.Entities[i].Name != l.Entities[i].Name {
				t.Fatalf("entity %d became %q", i, moved.Entities[i].Name)
			}
			for j := range l.Entities {
				if got, want := moved.Relation(i, j), s.Cardinal(l.Relation(i, j)); got != want {
					t.Fatalf("entities %d and %d: %v, want %v", i, j, got, want)
				}
			}
		}
	})
}

func TestZeroLayout(t *testing.T) {
	var l layout.Layout
	if rows, cols := l.Bounds(); l.Len() != 0 || rows != 0 || cols != 0 {
		t.Errorf("it has %d entities on %d×%d", l.Len(), rows, cols)
	}
	if err := l.Validate(); err != nil {
		t.Errorf("it is not valid: %v", err)
	}
	if !l.IsCompact() || l.Compact().Len() != 0 || l.Transform(3).Len() != 0 || l.Canonical() != "" {
		t.Errorf("compact %t, made compact %v, moved %v, canonical %q",
			l.IsCompact(), l.Compact(), l.Transform(3), l.Canonical())
	}
	if i, ok := l.Index("A"); ok {
		t.Errorf("A is entity %d", i)
	}
}

func TestLayoutValidate(t *testing.T) {
	at := func(name string, row, col int) layout.Entity {
		return layout.Entity{Name: name, At: layout.Cell{Row: row, Col: col}}
	}
	for _, test := range []struct {
		name     string
		entities []layout.Entity
		want     string // "" where the layout is valid
	}{
		{"one", []layout.Entity{at("A", 0, 0)}, ""},
		{"far apart", []layout.Entity{at("A", 0, 0), at("the old mill", 90, 1000)}, ""},
		{"no name", []layout.Entity{at("A", 0, 0), at("", 0, 1)}, "layout: entity 1 has no name"},
		{"name twice", []layout.Entity{at("A", 0, 0), at("A", 0, 1)},
			`layout: name "A" stands twice; every entity needs its own`},
		{"row above the grid", []layout.Entity{at("A", -1, 2)},
			`layout: "A" is at row -1, column 2; rows and columns start at 0`},
		{"column left of the grid", []layout.Entity{at("A", 1, -2)},
			`layout: "A" is at row 1, column -2; rows and columns start at 0`},
		{"cell taken", []layout.Entity{at("A", 2, 5), at("B", 5, 2), at("C", 2, 5)},
			`layout: "A" and "C" share row 2, column 5`},
		{"the first of two", []layout.Entity{at("A", 0, 0), at("B", 0, 0), at("", 1, 1)},
			`layout: "A" and "B" share row 0, column 0`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if err := (layout.Layout{Entities: test.entities}).Validate(); err != nil {
				got = err.Error()
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
		})
	}
}

func TestLayoutIndexAndBounds(t *testing.T) {
	l := layout.Layout{Entities: []layout.Entity{
		{Name: "B", At: layout.Cell{Row: 1, Col: 6}}, {Name: "A", At: layout.Cell{Row: 4, Col: 2}},
	}}
	for want, name := range []string{"B", "A"} {
		if i, ok := l.Index(name); i != want || !ok {
			t.Errorf("Index(%q) gives %d, %t", name, i, ok)
		}
	}
	for _, name := range []string{"", "a", "AB"} {
		if i, ok := l.Index(name); ok {
			t.Errorf("Index(%q) gives %d", name, i)
		}
	}
	if rows, cols := l.Bounds(); rows != 5 || cols != 7 {
		t.Errorf("it spans %d×%d, want 5×7", rows, cols)
	}
}

func TestCompact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := smallLayout().Draw(t, "layout")
		// Compact is about order only, so it has to mend cells outside the grid too.
		drop := rapid.IntRange(0, 20).Draw(t, "drop")
		for i := range l.Entities {
			l.Entities[i].At.Row -= drop
		}
		before := slices.Clone(l.Entities)
		compact := l.Compact()
		if !slices.Equal(l.Entities, before) {
			t.Fatal("Compact changed the layout it was called on")
		}
		if compact.Len() != l.Len() {
			t.Fatalf("%d entities became %d", l.Len(), compact.Len())
		}
		for i := range l.Entities {
			if compact.Entities[i].Name != l.Entities[i].Name {
				t.Fatalf("entity %d became %q", i, compact.Entities[i].Name)
			}
			for j := range l.Entities {
				if got, want := compact.Relation(i, j), l.Relation(i, j); got != want {
					t.Fatalf("entities %d and %d: %v, want %v", i, j, got, want)
				}
			}
		}
		if !fillsItsBounds(compact) {
			t.Fatalf("%v has an empty row or column", compact)
		}
		if again := compact.Compact(); !slices.Equal(again.Entities, compact.Entities) {
			t.Fatalf("%v is compact and became %v", compact, again)
		}
		if got, want := l.IsCompact(), fillsItsBounds(l); got != want {
			t.Fatalf("%v: IsCompact is %t", l, got)
		}
	})
}

// fillsItsBounds reports, row by row and column by column, whether none is empty.
func fillsItsBounds(l layout.Layout) bool {
	rows, cols := l.Bounds()
	rowUsed, colUsed := make([]bool, rows), make([]bool, cols)
	for _, e := range l.Entities {
		if e.At.Row < 0 || e.At.Col < 0 {
			return false
		}
		rowUsed[e.At.Row], colUsed[e.At.Col] = true, true
	}
	return !slices.Contains(rowUsed, false) && !slices.Contains(colUsed, false)
}

// TestCanonicalForgets: new names, another order of entities, a symmetry, and empty rows and columns change nothing.
func TestCanonicalForgets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := smallLayout().Draw(t, "layout")
		want := l.Canonical()

		other := layout.Layout{Entities: rapid.Permutation(l.Entities).Draw(t, "order")}
		for i := range other.Entities {
			other.Entities[i].Name = fmt.Sprintf("thing %d", i)
		}
		stretch := func(label string) []int { // where each row or column goes: the same order, with gaps
			gaps := rapid.SliceOfN(rapid.IntRange(0, 3), 10, 10).Draw(t, label)
			at := 0
			for i, gap := range gaps {
				at += gap
				gaps[i] = at + i
			}
			return gaps
		}
		rows, cols := stretch("row gaps"), stretch("column gaps")
		for i, e := range other.Entities {
			other.Entities[i].At = layout.Cell{Row: rows[e.At.Row], Col: cols[e.At.Col]}
		}
		for s := range layout.Symmetry(layout.Symmetries) {
			if got := other.Transform(s).Canonical(); got != want {
				t.Fatalf("%q, and %q after symmetry %d", want, got, s)
			}
		}
	})
}

// TestCanonicalTellsShapesApart goes through every compact layout of two, three and four entities: two of them have
// one canonical text exactly when turning and mirroring makes their sets of cells equal. The oracle turns and mirrors
// sets of cells itself and shares nothing with Symmetry; the numbers of shapes for two and three are also counted by
// hand (three: a row, a corner, two with sides 2 and 3, two with one entity in each row and column).
func TestCanonicalTellsShapesApart(t *testing.T) {
	for _, test := range []struct{ n, byHand int }{{2, 2}, {3, 6}, {4, 0}} {
		n, byHand := test.n, test.byHand
		t.Run(fmt.Sprint(n, " entities"), func(t *testing.T) {
			shapeOf := make(map[string]string) // from canonical text to the oracle's shape
			shapes := make(map[string]bool)
			var visit func(chosen, rest []layout.Cell)
			visit = func(chosen, rest []layout.Cell) {
				if len(chosen) == n {
					var l layout.Layout
					for i, c := range chosen {
						l.Entities = append(l.Entities, layout.Entity{Name: fmt.Sprint(i), At: c})
					}
					if !fillsItsBounds(l) {
						return
					}
					shape, text := shapeByTurning(chosen), l.Canonical()
					if known, ok := shapeOf[text]; ok && known != shape {
						t.Errorf("%q is the text of two shapes, %s and %s", text, known, shape)
					}
					shapeOf[text], shapes[shape] = shape, true
					return
				}
				for i, c := range rest {
					visit(append(chosen[:len(chosen):len(chosen)], c), rest[i+1:])
				}
			}
			visit(nil, gridCells(n, n))
			if len(shapeOf) != len(shapes) {
				t.Errorf("%d canonical texts for %d shapes", len(shapeOf), len(shapes))
			}
			if byHand > 0 && len(shapes) != byHand {
				t.Errorf("%d shapes, counted by hand %d", len(shapes), byHand)
			}
		})
	}
}

// shapeByTurning draws the cells as text after each of four quarter turns, and again mirrored, and returns the least.
func shapeByTurning(cells []layout.Cell) string {
	best := ""
	cells = slices.Clone(cells)
	for turn := range 8 {
		rows, cols := 0, 0
		for _, c := range cells {
			rows, cols = max(rows, c.Row+1), max(cols, c.Col+1)
		}
		for i, c := range cells {
			if turn == 4 { // four turns brought the cells back: left and right change places
				c.Col = cols - 1 - c.Col
			}
			cells[i] = layout.Cell{Row: c.Col, Col: rows - 1 - c.Row} // a quarter turn clockwise
		}

		lines := make([][]byte, 0, len(cells))
		for range len(cells) {
			lines = append(lines, []byte(strings.Repeat(".", len(cells))))
		}
		for _, c := range cells {
			lines[c.Row][c.Col] = '#'
		}
		var drawing strings.Builder
		for _, line := range lines {
			drawing.Write(append(line, '/'))
		}
		if d := drawing.String(); turn == 0 || d < best {
			best = d
		}
	}
	return best
}

// TestFactHoldsBothWays: of the eight facts that two cells could make true exactly one is, none where they are one
// cell, and a fact and its converse always agree.
func TestFactHoldsBothWays(t *testing.T) {
	for _, a := range gridCells(3, 3) {
		for _, b := range gridCells(3, 3) {
			held := 0
			for relation := layout.N; relation < layout.Cardinals; relation++ {
				f := layout.Fact{Locatum: 4, Relatum: 2, Relation: relation}
				g := f.Converse()
				if want := (layout.Fact{Locatum: 2, Relatum: 4, Relation: relation.Converse()}); g != want {
					t.Fatalf("the converse of %+v is %+v", f, g)
				}
				if g.Converse() != f {
					t.Fatalf("the converse of the converse of %+v is %+v", f, g.Converse())
				}
				if f.Holds(a, b) != g.Holds(b, a) {
					t.Errorf("%v of %v and %v: %t, its converse %t", relation, a, b, f.Holds(a, b), g.Holds(b, a))
				}
				if f.Holds(a, b) {
					held++
				}
			}
			if a == b && held != 0 || a != b && held != 1 {
				t.Errorf("%d facts hold of %v and %v", held, a, b)
			}
		}
	}
	above := layout.Fact{Relation: layout.N}
	if !above.Holds(layout.Cell{Row: 0, Col: 5}, layout.Cell{Row: 9, Col: 5}) {
		t.Error("nine rows up in the same column is not N")
	}
	if above.Holds(layout.Cell{Row: 0, Col: 4}, layout.Cell{Row: 9, Col: 5}) {
		t.Error("in another column is N: the Aligned reading says the same column")
	}
}

func TestNamesOfAspectsAndReadings(t *testing.T) {
	var aspect layout.Aspect
	var reading layout.Reading
	for _, test := range []struct {
		value fmt.Stringer
		want  string
	}{
		{aspect, "full"},
		{layout.Full, "full"},
		{layout.Vertical, "vertical"},
		{layout.Horizontal, "horizontal"},
		{layout.Aspect(layout.Aspects), "Aspect(?)"},
		{reading, "aligned"},
		{layout.Aligned, "aligned"},
		{layout.Reading(255), "Reading(?)"},
	} {
		if got := test.value.String(); got != test.want {
			t.Errorf("%T(%d) prints as %q, want %q", test.value, test.value, got, test.want)
		}
	}
}
