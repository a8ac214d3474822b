package describe_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// drawnMap draws a map whose rooms are places of a theme and whose names all read back, unless odd ones are wanted.
func drawnMap(t *rapid.T, odd bool) *layout.Map {
	m := layout.NewMap(rapid.IntRange(0, 6).Draw(t, "rows"), rapid.IntRange(0, 12).Draw(t, "cols"))
	for i := range m.Ground {
		m.Ground[i] = layout.Ground(rapid.SampledFrom([]int{0, 0, 0, 0, 0, 1, 2, 3}).Draw(t, "ground"))
	}
	cells := func(stands bool) (all []layout.Cell) {
		if len(m.Ground) == 0 {
			return nil
		}
		if rapid.Bool().Draw(t, "rectangle") {
			a, b := m.Cell(rapid.IntRange(0, len(m.Ground)-1).Draw(t, "a")), m.Cell(rapid.IntRange(0, len(m.Ground)-1).Draw(t, "b"))
			for i := range m.Ground {
				if c := m.Cell(i); c.Row >= a.Row && c.Row <= b.Row && c.Col >= a.Col && c.Col <= b.Col {
					all = append(all, c)
				}
			}
		} else {
			for i := range m.Ground {
				if rapid.IntRange(0, 5).Draw(t, "in") == 0 {
					all = append(all, m.Cell(i))
				}
			}
		}
		kept := all[:0]
		for _, c := range all {
			if g := m.GroundAt(c); !stands || g == layout.Floor || g == layout.Door {
				kept = append(kept, c)
			}
		}
		return kept
	}
	theme := rapid.SampledFrom(describe.Themes()).Draw(t, "theme")
	places, things := theme.Places, append([]string{"A", "Z", "7"}, theme.Things...)
	if odd {
		places = []string{"the x.y", "room 2", "Room 2", "kitchen", "the a; b", "a", "the hall"}
		things = []string{"the pantry", "a cook", "x", "The Thing", "walls: row 1, column 1", "tom is at", "X takes up row 1", "The map has 1",
			"the map has 3", "the lamp is", "X takes", "Cook's-table", "is at home", "the  lamp", "the caf\u00e9", "A b", "An urn", "K and faces north", "room 7"}
	}
	for _, name := range places {
		if all := cells(false); len(all) > 0 && rapid.IntRange(0, 2).Draw(t, "room") == 0 {
			m.Rooms = append(m.Rooms, layout.Room{Name: name, Cells: all})
		}
	}
	for k, name := range things {
		if all := cells(true); len(all) > 0 && rapid.IntRange(0, 2).Draw(t, "thing") == 0 {
			thing := layout.Thing{Name: name, Cells: all, Facing: layout.Cardinal(rapid.IntRange(0, 8).Draw(t, "facing"))}
			if rapid.IntRange(0, 2).Draw(t, "kind") == 0 {
				thing.Kind, thing.Name = rapid.SampledFrom(theme.Kinds).Draw(t, "of").Singular, fmt.Sprint("item ", k)
			} else if rapid.Bool().Draw(t, "one cell") {
				thing.Cells = all[:1]
			}
			if len(thing.Cells) == 1 || thing.Facing != layout.EQ || odd || !strings.HasPrefix(name, "room") {
				m.Things = append(m.Things, thing)
			}
		}
	}
	if err := m.Validate(); err != nil {
		t.Fatal(err)
	}
	return m
}

// told compares what sentences tell of two maps.
func told(a, b *layout.Map) string {
	plain := func(m *layout.Map) *layout.Map {
		m = m.Clone()
		for i := range m.Things {
			if m.Things[i].Mark = 0; m.Things[i].Kind != "" {
				m.Things[i].Name = ""
			}
		}
		for i := range m.Rooms {
			m.Rooms[i].Mark = 0
		}
		return m
	}
	return cmp.Diff(plain(a), plain(b), cmpopts.EquateEmpty())
}

func TestReadMapRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnMap(t, false)
		text := string(describe.AppendMap(nil, m))
		if !describe.ReadsMap(m) {
			t.Fatalf("not read back:\n%s", text)
		}
		lines := strings.ReplaceAll(text, ". ", ".\n")
		for _, text := range []string{
			text, text + "\n", lines, "```\n" + lines + "\n```", strings.ReplaceAll(lines, "\n", "\r\n"), "- " + strings.ReplaceAll(lines, "\n", "\n- "),
			"The description:\n\n" + strings.ReplaceAll(text, "Walls", "WALLS"), "<think>The map has 2 rows.</think>\n" + strings.TrimSuffix(text, "."),
		} {
			got, err := describe.ReadMap(text)
			if err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			if diff := told(m, got); diff != "" {
				t.Fatalf("(-said +read)\n%s\n%s", diff, text)
			}
			if err := got.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestReadsMap: of maps with odd names those that are said to read back do.
func TestReadsMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnMap(t, true)
		for i := range m.Things {
			if odd := rapid.SampledFrom([]string{"chair", "Chair", "urn is at", " cup", "cup", "map has 2 rows and"}).Draw(t, "kind"); m.Things[i].Kind != "" {
				m.Things[i].Kind = odd
			}
		}
		text := string(describe.AppendMap(nil, m))
		got, err := describe.ReadMap(text)
		if describe.ReadsMap(m) && (err != nil || told(m, got) != "") {
			t.Fatalf("%v\n%s", err, text)
		}
		if err == nil && got.Validate() != nil {
			t.Fatalf("%v\n%s", got.Validate(), text)
		}
	})
}

// TestAppendMapGround: walls, doors and hidden cells are said as lists of cells are.
func TestAppendMapGround(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := drawnMap(t, false)
		m.Rooms, m.Things = nil, nil
		var want []byte
		for g, what := range []string{"", "Walls: ", "Doors: ", "Nothing is known of: "} {
			var cells []layout.Cell
			for i, ground := range m.Ground {
				if g > 0 && ground == layout.Ground(g) {
					cells = append(cells, m.Cell(i))
				}
			}
			if len(cells) > 0 {
				want = append(describe.AppendCells(append(append(want, ' '), what...), cells), '.')
			}
		}
		got := string(describe.AppendMap(nil, m))
		if got = got[strings.IndexByte(got, '.')+1:]; got != string(want) {
			t.Fatalf("%q, want %q", got, want)
		}
	})
}

func TestReadMapErrors(t *testing.T) {
	const size = "The map has 3 rows and 4 columns. "
	tests := []struct {
		text      string
		problem   describe.Problem
		line, col int
	}{
		{"", describe.NoSize, 1, 1},
		{"Walls: row 1, column 1.", describe.NoSize, 1, 24},
		{"The map has 3 rows.", describe.UnknownPhrase, 1, 14},
		{"The map has 300 rows and 4 columns.", describe.BadSize, 1, 1},
		{size + size, describe.BadSize, 1, 35},
		{"The map has 3 rows and 4 columns of tiles.", describe.Unfinished, 1, 33},
		{size + "\nWalls: row 4, column 1.", describe.OffMap, 2, 1},
		{size + "Walls: row 1.", describe.UnknownPhrase, 1, 47},
		{size + "Walls: rows 2 to 1, column 1.", describe.UnknownPhrase, 1, 42},
		{size + "Walls: row 1, column 1; row 1, column 1.", describe.Contradiction, 1, 35},
		{size + "Walls: row 1, column 1. Doors: row 1, column 1.", describe.Misfit, 1, 59},
		{size + "Walls: row 1, column 1. A is at row 1, column 1.", describe.Misfit, 1, 59},
		{size + "A is at row 1, column 1. A is at row 1, column 2.", describe.Misfit, 1, 60},
		{size + "A is at row 1, column 1 and row 1, column 2 and faces the wall.", describe.Unfinished, 1, 78},
		{size + "The pantry is nice.", describe.NoVerb, 1, 35},
		{size + "I hope this helps!", describe.NoVerb, 1, 35},
	}
	for _, test := range tests {
		m, err := describe.ReadMap(test.text)
		var got *describe.SyntaxError
		if !errors.As(err, &got) || m != nil {
			t.Errorf("%q: %v, %v", test.text, m, err)
		} else if got.Problem != test.problem || got.Line != test.line || got.Col != test.col {
			t.Errorf("%q: %v", test.text, err)
		}
	}
}

func TestReadMapMarks(t *testing.T) {
	m, err := describe.ReadMap("The map has 2 rows and 5 columns. The pantry takes up row 1, columns 1 to 5. The oak table is at row 1, column 1. O is at row 1, column 2. " +
		"A chair is at row 2, column 1. A chair is at row 2, column 2. The attic lamp is at row 2, column 3.")
	if err != nil {
		t.Fatal(err)
	}
	marks := string(rune(m.Rooms[0].Mark))
	for _, thing := range m.Things {
		marks += string(rune(thing.Mark))
	}
	if marks != "pAOCCT" {
		t.Errorf("marks %q", marks)
	}
}

func FuzzReadMap(f *testing.F) {
	for _, s := range []string{"The map has 2 rows and 2 columns; row 1 is at the top, column 1 on the left. Walls: row 1, column 1. A chair is at row 2, column 2 and faces north-east.",
		"The map has 1 row and 9 columns.\n- Walls: row 1, columns 2 to 4; row 1, column 7\n- The pantry takes up row 1, column 1", "```\nThe map has 0 rows and 0 columns.\n```",
		"</think>\xff", "A is at . takes up row 1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, err := describe.ReadMap(text)
		if err != nil {
			_ = err.Error()
			return
		}
		if err := m.Validate(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		describe.ReadsMap(m)
	})
}

func BenchmarkAppendMap(b *testing.B) {
	m := layout.NewMap(12, 12)
	for i := range 40 {
		m.Ground[i*37%144] = layout.Wall
	}
	for i := range 12 {
		m.Ground[13+i] = layout.Floor
		m.Things = append(m.Things, layout.Thing{Name: string(rune('A' + i)), Mark: byte('A' + i), Cells: []layout.Cell{m.Cell(13 + i)}})
	}
	var dst []byte
	for b.Loop() {
		dst = describe.AppendMap(dst[:0], m)
	}
}
