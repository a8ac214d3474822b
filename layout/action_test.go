package layout_test

import (
	"errors"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// actionMap draws a map of digits and capitals, each a thing that faces north.
func actionMap(rows ...string) *layout.Map {
	m := layout.NewMap(len(rows), len(rows[0]))
	for r, line := range rows {
		for c, mark := range []byte(line) {
			at := layout.Cell{Row: r, Col: c}
			switch mark {
			case '.':
			case '#':
				m.Ground[m.Index(at)] = layout.Wall
			case '?':
				m.Ground[m.Index(at)] = layout.Hidden
			case '+':
				m.Ground[m.Index(at)] = layout.Door
			default:
				if k := m.ThingNamed(string(mark)); k >= 0 {
					m.Things[k].Cells = append(m.Things[k].Cells, at)
				} else {
					m.Things = append(m.Things, layout.Thing{Name: string(mark), Mark: mark, Cells: []layout.Cell{at}, Facing: layout.N})
				}
			}
		}
	}
	return m
}

func actionDrawing(m *layout.Map) (rows []string) {
	for r := range m.Rows {
		line := ""
		for c := range m.Cols {
			at := layout.Cell{Row: r, Col: c}
			mark := string(".#+?"[m.GroundAt(at)])
			if k := m.ThingAt(at); k >= 0 {
				mark = m.Things[k].Name
			}
			line += mark
		}
		rows = append(rows, line)
	}
	return rows
}

func TestActionApply(t *testing.T) {
	do := func(d layout.Deed, thing string, way layout.Cardinal, count int) layout.Action {
		return layout.Action{Deed: d, Thing: thing, Way: way, Count: count}
	}
	for name, test := range map[string]struct {
		rows  []string
		do    layout.Action
		want  []string
		moved int
	}{
		"free":          {[]string{"A..", "..."}, do(layout.Shift, "A", layout.E, 2), []string{"..A", "..."}, 2},
		"edge":          {[]string{"A..", "..."}, do(layout.Shift, "A", layout.S, 5), []string{"...", "A.."}, 1},
		"wall":          {[]string{"A.#"}, do(layout.Shift, "A", layout.E, 2), []string{".A#"}, 1},
		"thing":         {[]string{"A.B"}, do(layout.Shift, "A", layout.E, 2), []string{".AB"}, 1},
		"at once":       {[]string{"AB."}, do(layout.Shift, "A", layout.E, 2), []string{"AB."}, 0},
		"door":          {[]string{"A+."}, do(layout.Shift, "A", layout.E, 1), []string{".A."}, 1},
		"extent":        {[]string{"AA.", "A.B"}, do(layout.Shift, "A", layout.E, 2), []string{".AA", ".AB"}, 1},
		"hidden beyond": {[]string{"A.?"}, do(layout.Shift, "A", layout.E, 1), []string{".A?"}, 1},
		"after a wall":  {[]string{"A#?"}, do(layout.Shift, "A", layout.E, 2), []string{"A#?"}, 0},
		"forward":       {[]string{"...", ".A."}, do(layout.Advance, "A", 0, 3), []string{".A.", "..."}, 1},
		"remove":        {[]string{"AB"}, do(layout.Remove, "A", 0, 0), []string{".B"}, 0},
		"swap":          {[]string{"A.B"}, layout.Action{Deed: layout.Swap, Thing: "A", Other: "B"}, []string{"B.A"}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			m := actionMap(test.rows...)
			moved, err := test.do.Apply(m)
			if err != nil || moved != test.moved {
				t.Fatalf("moved %d, %v; want %d", moved, err, test.moved)
			}
			for r, line := range actionDrawing(m) {
				if line != test.want[r] {
					t.Errorf("row %d is %q; want %q", r, line, test.want[r])
				}
			}
		})
	}
	m := actionMap("A..")
	for k, want := range []layout.Cardinal{layout.E, layout.W, layout.S} {
		turn := layout.Action{Deed: layout.Swing, Thing: "A", Count: []int{1, 2, 3}[k]}
		if _, err := turn.Apply(m); err != nil || m.Things[0].Facing != want {
			t.Errorf("turn %d: faces %v, %v; want %v", k, m.Things[0].Facing, err, want)
		}
	}
}

func TestActionRefuses(t *testing.T) {
	for name, a := range map[string]layout.Action{
		"zero":       {},
		"no thing":   {Deed: layout.Remove, Thing: "X"},
		"no way":     {Thing: "A", Count: 1},
		"slanting":   {Thing: "A", Way: layout.NE, Count: 1},
		"no cells":   {Thing: "A", Way: layout.E},
		"hidden":     {Thing: "A", Way: layout.E, Count: 2},
		"full turn":  {Deed: layout.Swing, Thing: "A", Count: 4},
		"extent":     {Deed: layout.Swap, Thing: "A", Other: "B"},
		"with self":  {Deed: layout.Swap, Thing: "A", Other: "A"},
		"with none":  {Deed: layout.Swap, Thing: "A", Other: "X"},
		"other deed": {Deed: 9, Thing: "A"},
	} {
		m := actionMap("A.?", "BB.")
		if _, err := a.Apply(m); err == nil || errors.Is(err, layout.ErrHidden) != (name == "hidden") {
			t.Errorf("%s: %v", name, err)
		}
		if rows := actionDrawing(m); rows[0] != "A.?" || rows[1] != "BB." {
			t.Errorf("%s: the map became %q", name, rows)
		}
	}
}

// TestActionTransform moves a map and an action, which must come to the same as the moved outcome.
func TestActionTransform(t *testing.T) {
	for s := range layout.Symmetry(layout.Symmetries) {
		for _, a := range []layout.Action{
			{Thing: "A", Way: layout.E, Count: 2}, {Thing: "B", Way: layout.N, Count: 1}, {Deed: layout.Advance, Thing: "A", Count: 1},
			{Deed: layout.Swing, Thing: "A", Count: 1}, {Deed: layout.Swap, Thing: "A", Other: "B"},
		} {
			first := actionMap("....", "A..#", "..B.")
			second := first.Transform(s)
			if _, err := a.Apply(first); err != nil {
				t.Fatal(err)
			}
			if _, err := a.Transform(s).Apply(second); err != nil {
				t.Fatal(err)
			}
			first = first.Transform(s)
			for i := range first.Things {
				if first.Things[i].At() != second.Things[i].At() || first.Things[i].Facing != second.Things[i].Facing {
					t.Errorf("%v by symmetry %d: %+v; want %+v", a, s, second.Things[i], first.Things[i])
				}
			}
		}
	}
}
