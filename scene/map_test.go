package scene_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

// anyMap draws a valid map, one that no style may be able to show among them.
func anyMap(t *rapid.T) *layout.Map {
	m := layout.NewMap(rapid.IntRange(0, 7).Draw(t, "rows"), rapid.IntRange(0, 12).Draw(t, "cols"))
	for i := range m.Ground {
		m.Ground[i] = layout.Ground(rapid.SampledFrom([]int{0, 0, 0, 0, 0, 1, 2, 3}).Draw(t, "ground"))
	}
	cells := func(stands bool) (all []layout.Cell) {
		from, to := rapid.IntRange(0, max(0, len(m.Ground)-1)).Draw(t, "from"), 0
		to = from + rapid.IntRange(1, 9).Draw(t, "more")
		for i := from; i < to && i < len(m.Ground); i++ {
			if !stands || m.Ground[i] == layout.Floor || m.Ground[i] == layout.Door {
				all = append(all, m.Cell(i))
			}
		}
		return all
	}
	names := []string{"the oak table", "A", "B", "the stove", "a chair", "cook, facing north", "K", "the pantry", "the larder", "x = y", "wall"}
	for len(names) > 3 && rapid.Bool().Draw(t, "more rooms") {
		if all := cells(false); len(all) > 0 {
			m.Rooms = append(m.Rooms, layout.Room{Name: names[len(names)-1], Mark: rapid.SampledFrom([]byte("abk\x00")).Draw(t, "mark"), Cells: all})
			names = names[:len(names)-1]
		}
	}
	for len(names) > 0 && rapid.IntRange(0, 3).Draw(t, "more things") > 0 {
		if all := cells(true); len(all) > 0 {
			m.Things = append(m.Things, layout.Thing{Name: names[0], Mark: rapid.SampledFrom([]byte("ABCK7*")).Draw(t, "mark"), Cells: all,
				Kind: rapid.SampledFrom([]string{"", "", "chair", "cup"}).Draw(t, "kind"), Facing: layout.Cardinal(rapid.IntRange(0, 8).Draw(t, "facing"))})
		}
		names = names[1:]
	}
	if err := m.Validate(); err != nil {
		t.Fatal(err)
	}
	return m
}

// clearMap draws a map that every style but MapBinary shows: of rooms between walls, or one in another, and things of all sorts.
func clearMap(t *rapid.T) *layout.Map {
	across, down := rapid.IntRange(1, 3).Draw(t, "across"), rapid.IntRange(1, 2).Draw(t, "down")
	side := rapid.IntRange(2, 3).Draw(t, "side")
	m := layout.NewMap(down*(side+1)+1, across*(side+1)+1)
	for i := range m.Ground {
		if c := m.Cell(i); c.Row%(side+1) == 0 || c.Col%(side+1) == 0 {
			m.Ground[i] = layout.Ground(rapid.SampledFrom([]int{1, 1, 1, 1, 2, 3}).Draw(t, "wall"))
		}
	}
	names := []string{"the pantry", "a", "the old room, in two words", "Room 3", "r", "the kitchen"}
	for k := range across * down {
		var cells []layout.Cell
		for i := range side * side {
			c := layout.Cell{Row: k/across*(side+1) + 1 + i/side, Col: k%across*(side+1) + 1 + i%side}
			cells = append(cells, c)
		}
		if rapid.IntRange(0, 3).Draw(t, "room") > 0 {
			m.Rooms = append(m.Rooms, layout.Room{Name: names[k], Mark: "zpkaxm"[k], Cells: cells})
		}
		// All floor but the first cell, which shows the room, may have a thing.
		for i, c := range cells[1:] {
			things := len(m.Things)
			if things >= 20 || rapid.Bool().Draw(t, "empty") {
				continue
			}
			thing := layout.Thing{Name: fmt.Sprintf("thing %d", things), Mark: byte('A' + things), Cells: []layout.Cell{c}}
			switch rapid.IntRange(0, 5).Draw(t, "sort") {
			case 0:
				thing.Kind, thing.Mark = "chair", 'Z'
			case 1:
				thing.Kind, thing.Mark = "frying pan", '*'
			case 2:
				thing.Name = string(rune(thing.Mark))
			case 3:
				thing.Facing = layout.Cardinal(rapid.IntRange(1, 8).Draw(t, "facing"))
			case 4:
				thing.Mark = byte('0' + k)
				thing.Name = fmt.Sprintf("the oak thing %d", k)
				taken := false
				for _, o := range m.Things {
					taken = taken || o.Mark == thing.Mark
				}
				if taken {
					continue
				}
				if i+2 < len(cells) && (i+1)%side != side-1 && rapid.Bool().Draw(t, "long") {
					thing.Cells = append(thing.Cells, cells[i+2])
					m.Things = append(m.Things, thing)
					return m
				}
			}
			m.Things = append(m.Things, thing)
		}
	}
	return m
}

// sameShown compares maps but for the names of things that only their kind tells.
func sameShown(a, b *layout.Map) string {
	plain := func(m *layout.Map) *layout.Map {
		m = m.Clone()
		for i := range m.Things {
			if m.Things[i].Kind != "" {
				m.Things[i].Name = ""
			}
		}
		return m
	}
	less := func(a, b layout.Thing) bool { return fmt.Sprint(a) < fmt.Sprint(b) }
	return cmp.Diff(plain(a), plain(b), cmpopts.SortSlices(less), cmpopts.EquateEmpty())
}

// TestAppendMapAsBefore: the plain drawing is byte for byte what it was.
func TestAppendMapAsBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMap(t)
		if diff := cmp.Diff(string(oldMap([]byte("x"), m, scene.Plain)), string(scene.AppendMap([]byte("x"), m, scene.Plain))); diff != "" && m.Cols > 0 {
			t.Fatalf("(-before +now)\n%s", diff)
		}
	})
}

func TestMapRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := clearMap(t)
		if err := m.Validate(); err != nil {
			t.Fatal(err)
		}
		for style := range scene.MapStyle(scene.MapBinary) {
			text := string(scene.AppendMap(nil, m, style))
			if !style.Shows(m) {
				t.Fatalf("%v does not show\n%s", style, text)
			}
			for _, text := range []string{
				text, "\n" + text + "\n\n", "```\n" + text + "\n```", "```text\n" + strings.ReplaceAll(text, "\n", "  \r\n") + "\n```\nThat is the map.",
				"<think>Let me see.\n##\nA.\n</think>Here is the map:\n\n" + text + "\n\nDone.", "> " + strings.ReplaceAll(text, "\n", "\n> "),
				"```\nA.\n```\nNo, rather:\n\n```\n" + text + "\n```", "  " + strings.ReplaceAll(text, "\n", "\n  "),
			} {
				got, as, err := scene.ParseMap(text)
				if err != nil {
					t.Fatalf("%v\n%s", err, text)
				}
				if diff := sameShown(m, got); diff != "" || as != style {
					t.Fatalf("%v read as %v, (-drawn +read)\n%s\n%s", style, as, diff, text)
				}
			}
		}
	})
}

// TestMapShows: what a style says to show reads back, and drawing what was read gives the same again.
func TestMapShows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMap(t)
		for style := range scene.MapStyle(scene.MapStyles) {
			text := string(scene.AppendMap(nil, m, style))
			got, _, err := scene.ParseMap(text)
			if shows := style.Shows(m); shows && (err != nil || sameShown(m, got) != "") {
				t.Fatalf("%v: %v %s\n%s", style, err, sameShown(m, got), text)
			}
			if err != nil || style == scene.MapBinary {
				continue
			}
			if err := got.Validate(); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
		}
	})
}

func TestMapBinary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := layout.NewMap(rapid.IntRange(1, 7).Draw(t, "rows"), rapid.IntRange(1, 12).Draw(t, "cols"))
		for i := range m.Ground {
			m.Ground[i] = layout.Ground(rapid.IntRange(0, 1).Draw(t, "wall"))
		}
		if !scene.MapBinary.Shows(m) {
			t.Fatalf("not shown:\n%s", scene.AppendMap(nil, m, scene.MapBinary))
		}
	})
}

// TestParseMap spells out what drawings may look like.
func TestParseMap(t *testing.T) {
	want := layout.NewMap(2, 3)
	want.Ground[0] = layout.Wall
	want.Things = []layout.Thing{{Name: "the kettle", Mark: 'K', Cells: []layout.Cell{{Row: 1, Col: 1}}}}
	want.Rooms = nil
	for _, text := range []string{
		"#..\n.K.\n\nK = the kettle", "# . .\n. K .\n\nK: the kettle", "#..\n.K.\n# = wall\n. = floor\nK = the kettle.",
		"Legend and map\n\n#..\n.K.\n\n- `K` = the kettle\n- `#` = walls", "```\n#..\n.K.\n```\n\nLegend:\n\n* K = the kettle\n",
		"  1 2 3\n1 # . .\n2 . K .\n\nK = the kettle", "| | 1 | 2 | 3 |\n|-|-|-|-|\n|1|#|.|.|\n|2|.|K|.|\n\nK = the kettle",
		"|   | 1 | 2 | 3 |\n|---|:-:|---|---|\n| 1 | # | . | . |\n| 2 | . | `K` | . |\n\nK = the kettle", "| # | . | . |\n|---|---|---|\n| . | K | . |\n\nK = the kettle",
		"A map of a kettle.\n```\n\n#..\n.K.\n\nLegend:\nK = the kettle\n\n```\nDone.",
	} {
		got, _, err := scene.ParseMap(text)
		if err != nil {
			t.Errorf("%q: %v", text, err)
		} else if diff := sameShown(want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
	}
}

func TestParseMapShared(t *testing.T) {
	tests := []struct {
		text string
		want map[string]int // how many cells each thing has
	}{
		{"AA.\nA&B\n.BB", map[string]int{"A": 4, "B": 4}},
		{"AA..\nA&B.\n.BBC", map[string]int{"A": 4, "B": 4, "C": 1}},
		{"BBB\nB&B\nBBB\n\nA = the box\nB = the yard", map[string]int{"the box": 1, "the yard": 9}},
		{"&&.C\n&&.C\n\nA = the box\nB = the yard", map[string]int{"the box": 4, "the yard": 4, "C": 2}},
	}
	for _, test := range tests {
		m, _, err := scene.ParseMap(test.text)
		if err != nil {
			t.Errorf("%q: %v", test.text, err)
			continue
		}
		got := make(map[string]int)
		for _, thing := range m.Things {
			got[thing.Name] = len(thing.Cells)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got)\n%s", test.text, diff)
		}
	}
}

// TestParseMapSharedByMany: a search without end is given up.
func TestParseMapSharedByMany(t *testing.T) {
	for _, row := range []string{"&", "&.", "&&.", "A&", "&&&&A"} {
		for _, side := range []int{8, 24, layout.MaxMapSide} {
			line := strings.Repeat(row, side)[:side]
			text := strings.Repeat(line+"\n", side) + "\n"
			for c := 'A'; c <= 'Z'; c++ {
				text += fmt.Sprintf("%c = thing %c\n", c, c)
			}
			var got *scene.SyntaxError
			if _, _, err := scene.ParseMap(text); !errors.As(err, &got) || got.Reason != scene.Unexplained {
				t.Errorf("%q: %v", row, err)
			}
		}
	}
}

func TestParseMapErrors(t *testing.T) {
	tests := []struct {
		text string
		want scene.SyntaxError
	}{
		{"", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"I cannot draw that.", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"#.\n#", scene.SyntaxError{Line: 2, Col: 1, Reason: scene.Uneven}},
		{"```\n#.\n#k\n```", scene.SyntaxError{Line: 3, Col: 2, Reason: scene.Unexplained, Names: []string{"k"}}},
		{"#.\n.A\n\nB = the box", scene.SyntaxError{Line: 4, Col: 1, Reason: scene.Missing, Names: []string{"B"}}},
		{"#.\n.A\n\nk = the box", scene.SyntaxError{Line: 4, Col: 1, Reason: scene.Missing, Names: []string{"k"}}},
		{"#.\nBA\n\nA = the box\nB = the box", scene.SyntaxError{Line: 4, Col: 1, Reason: scene.Impossible, Names: []string{"the box"}}},
		{"#.\nBA\n\nA = the box\nA = the yard", scene.SyntaxError{Line: 5, Col: 1, Reason: scene.Duplicate, Names: []string{"A"}}},
		{"#.\n.A\n\n# = the box", scene.SyntaxError{Line: 4, Col: 1, Reason: scene.Impossible, Names: []string{"#"}}},
		{"#.\n.&", scene.SyntaxError{Line: 2, Col: 2, Reason: scene.Unexplained, Names: []string{"&"}}},
		{"A&B\n..C\n.C.\n\nD = the dog", scene.SyntaxError{Line: 1, Col: 2, Reason: scene.Unexplained, Names: []string{"&"}}},
		{"  1 2\n1 . .\n3 . .", scene.SyntaxError{Line: 3, Col: 1, Reason: scene.Malformed, Names: []string{"3 . ."}}},
		{"  1 2\n1 . .\n2 .", scene.SyntaxError{Line: 3, Col: 1, Reason: scene.Uneven}},
		{"| |1|\n|-|-|\n|1|AB|", scene.SyntaxError{Line: 3, Col: 1, Reason: scene.Unknown, Names: []string{"AB"}}},
		{"```\n..\nwhat is this\n```", scene.SyntaxError{Line: 3, Col: 1, Reason: scene.Unknown, Names: []string{"what is this"}}},
		{strings.Repeat(".", layout.MaxMapSide+1), scene.SyntaxError{Line: 1, Col: 1, Reason: scene.TooLarge}},
		{strings.Repeat(".\n", layout.MaxMapSide+1), scene.SyntaxError{Line: layout.MaxMapSide + 1, Col: 1, Reason: scene.TooLarge}},
		{strings.Repeat(" ", scene.MaxText+1), scene.SyntaxError{Reason: scene.TooLarge}},
	}
	for _, test := range tests {
		m, _, err := scene.ParseMap(test.text)
		var got *scene.SyntaxError
		if !errors.As(err, &got) || m != nil {
			t.Errorf("%.40q: %v", test.text, err)
		} else if diff := cmp.Diff(test.want, *got); diff != "" {
			t.Errorf("%.40q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestMapStyleNames(t *testing.T) {
	for s := range scene.MapStyle(scene.MapStyles) {
		text, err := s.MarshalText()
		var again scene.MapStyle
		if err != nil || again.UnmarshalText(text) != nil || again != s || s.String() != string(text) {
			t.Errorf("%v: %q, %v, %v", s, text, err, again)
		}
	}
	if _, err := scene.MapStyle(9).MarshalText(); err == nil || scene.MapStyle(9).String() != "MapStyle(?)" {
		t.Error("style 9 has a name")
	}
	if _, err := scene.ParseMapStyle("grid"); err == nil {
		t.Error("grid is no style of maps")
	}
	if m := new(layout.Map); scene.Plain.Shows(m) || len(scene.AppendMap(nil, m, scene.MapTable)) > 0 {
		t.Error("a map without cells is shown")
	}
}

// TestParseMapBefore: what stands behind a drawing and could be a row is no drawing.
func TestParseMapBefore(t *testing.T) {
	for _, after := range []string{"42", "...", "3", "Answer:\n12", "OK", "1 2 3"} {
		for _, fence := range []string{"", "```\n"} {
			m, _, err := scene.ParseMap(fence + "..#\n.K.\n\nK = the kettle\n" + fence + "\n" + after + "\n")
			if err != nil || m.Rows != 2 || m.Cols != 3 || len(m.Things) != 1 {
				t.Errorf("fence %q, %q behind it: %+v, %v", fence, after, m, err)
			}
		}
	}
	if m, _, err := scene.ParseMap("It is\n\n.K.#\n"); err != nil || m.Cols != 4 {
		t.Errorf("one row alone: %+v, %v", m, err)
	}
}

func FuzzParseMap(f *testing.F) {
	for _, s := range []string{"#..\n.K.\n\nK = the kettle", "| |1|\n|-|-|\n|1|A|", "  1 2\n1 . .\n2 k A\n\nk = the room\nA = the cook, facing north",
		"AA.\nA&B\n.BB", "000\n010\n\n0 = floor\n1 = wall", "```\n&&&\n&&&\n\nA = a\nB = b\nC = c\n```", "C.C\n\nC = a chair", "<think>\n##", "k.A\n\nk = b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		m, style, err := scene.ParseMap(text)
		if err != nil {
			_ = err.Error()
			return
		}
		if err := m.Validate(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if drawing := scene.AppendMap(nil, m, style); style.Shows(m) {
			again, _, err := scene.ParseMap(string(drawing))
			if err != nil || sameShown(m, again) != "" {
				t.Fatalf("%q: %v %s", text, err, sameShown(m, again))
			}
		}
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
		dst = scene.AppendMap(dst[:0], m, scene.Plain)
	}
}
