package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

var drawKit = qatest.Kit{
	Families: append([]qa.Family{qa.DrawFamily{}}, mapFamilies(func(m qa.Maps) qa.Family { return qa.DrawFamily{Maps: m} })...),
	Solve: func(prompt string) (qatest.Solution, error) {
		if strings.HasPrefix(prompt, "The map has") {
			return drawMapSolve(prompt)
		}
		return drawTextSolve(prompt)
	},
	Wrong: drawWrong,
	Class: func(q qa.Question) string { return fmt.Sprintf("%T", q) },
	Texts: true,
}

func TestDrawKit(t *testing.T) { qatest.Run(t, drawKit) }

// mapFamilies returns a family of maps at every level, and with other knobs.
func mapFamilies(of func(qa.Maps) qa.Family) (all []qa.Family) {
	for level := range qa.Levels {
		m := qa.Maps{On: true, Phrasing: qa.Phrasing(level % qa.Phrasings)}
		all = append(all, of(m).At(level+1))
	}
	return append(all, of(qa.Maps{On: true}), of(qa.Maps{On: true, Rows: 10, Cols: 7, Rooms: 6, Things: 12, Walls: 12}),
		of(qa.Maps{On: true, Rows: 24, Cols: 24, Rooms: 1, Things: 12, Walls: 12}))
}

// mapBoard is what stands in each cell, in words: "#", "+", "?", "", "room the pantry", "thing the stove", "kind chair", "thing the cook facing north".
type mapBoard struct {
	rows, cols int
	cells      map[[2]int]string
	rooms      map[[2]int]string // what sentences say of rooms, of cells with things too
	bad        bool              // something is said twice, or two things stand in one cell
}

func (b *mapBoard) put(row, col int, what string) {
	at := [2]int{row, col}
	if row < 1 || col < 1 || row > b.rows || col > b.cols || b.cells[at] != "" {
		b.bad = true
	}
	b.cells[at] = what
}

var (
	mapBoardSize  = regexp.MustCompile(`The map has (\d+) rows? and (\d+) columns?`)
	mapBoardCells = regexp.MustCompile(`rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?`)
	mapBoardThing = regexp.MustCompile(`^(A [a-z ]+|[A-Za-z0-9 ]+?) (?:takes up|is at) (.*?)(?: and faces ([a-z-]+))?$`)
)

// mapBoardOfText reads sentences, given what things are rooms.
func mapBoardOfText(text string, rooms map[string]bool) (*mapBoard, error) {
	size := mapBoardSize.FindStringSubmatch(text)
	if size == nil {
		return nil, errors.New("no size")
	}
	b := &mapBoard{cells: make(map[[2]int]string), rooms: make(map[[2]int]string)}
	b.rows, _ = strconv.Atoi(size[1])
	b.cols, _ = strconv.Atoi(size[2])
	each := func(where string, do func(row, col int)) (n int) {
		for _, m := range mapBoardCells.FindAllStringSubmatch(where, -1) {
			var v [4]int
			for i := range v {
				if v[i], _ = strconv.Atoi(m[i+1]); m[i+1] == "" {
					v[i] = v[i-1]
				}
			}
			for row := v[0]; row <= v[1]; row++ {
				for col := v[2]; col <= v[3]; col++ {
					do(row, col)
					n++
				}
			}
		}
		return n
	}
	said := make(map[string]bool)
	for _, s := range strings.Split(strings.TrimSuffix(strings.TrimSpace(strings.ReplaceAll(text, ".\n", ". ")), "."), ". ") {
		for i, what := range []string{"Walls: ", "Doors: ", "Nothing is known of: "} {
			if where, ok := strings.CutPrefix(s, what); ok {
				each(where, func(row, col int) { b.put(row, col, []string{"#", "+", "?"}[i]) })
				s = ""
			}
		}
		if s == "" || mapBoardSize.MatchString(s) {
			continue
		}
		m := mapBoardThing.FindStringSubmatch(s)
		if m == nil {
			return nil, fmt.Errorf("sentence %q", s)
		}
		name, facing := m[1], ""
		if m[3] != "" {
			facing = " facing " + m[3]
		}
		name = strings.Replace(name, "The ", "the ", 1)
		kind, isKind := strings.CutPrefix(name, "A ")
		if said[name] && !isKind {
			b.bad = true
		}
		said[name] = true
		switch {
		case rooms[name] && facing == "":
			each(m[2], func(row, col int) { b.rooms[[2]int{row, col}] = "room " + name })
		case isKind:
			if n := each(m[2], func(row, col int) { b.put(row, col, "kind "+kind+facing) }); n > 1 {
				b.bad = true
			}
		default:
			each(m[2], func(row, col int) { b.put(row, col, "thing "+name+facing) })
		}
	}
	return b, nil
}

// shown is what a drawing would show of what sentences say.
func (b *mapBoard) shown() map[[2]int]string {
	all := make(map[[2]int]string)
	for at, what := range b.rooms {
		all[at] = what
	}
	for at, what := range b.cells {
		all[at] = what
	}
	return all
}

func sameBoard(a, b map[[2]int]string) bool {
	if len(a) != len(b) {
		return false
	}
	for at, what := range a {
		if b[at] != what {
			return false
		}
	}
	return true
}

// mapBoardOfDrawing reads a drawing with its legend, and nothing else.
func mapBoardOfDrawing(text string) (*mapBoard, map[string]bool, error) {
	b := &mapBoard{cells: make(map[[2]int]string), rooms: make(map[[2]int]string)}
	rooms := make(map[string]bool)
	head, rest, _ := strings.Cut(strings.Trim(text, "\n"), "\n\n")
	meaning := make(map[string]string)
	for _, line := range strings.Split(rest, "\n") {
		if mark, what, ok := strings.Cut(line, " = "); ok {
			meaning[mark] = what
		}
	}
	var rows [][]string
	for _, line := range strings.Split(head, "\n") {
		switch {
		case strings.HasPrefix(line, "|--"):
		case strings.HasPrefix(line, "|"):
			var row []string
			for _, c := range strings.Split(strings.Trim(line, "|"), "|") {
				row = append(row, strings.TrimSpace(c))
			}
			rows = append(rows, row[1:])
		case strings.Contains(line, " "):
			row := strings.Fields(line)
			if line[0] != ' ' || len(rows) > 0 {
				row = row[1:]
			}
			rows = append(rows, row)
		default:
			rows = append(rows, strings.Split(line, ""))
		}
	}
	if strings.HasPrefix(head, "|") || strings.HasPrefix(head, " ") {
		rows = rows[1:]
	}
	b.rows, b.cols = len(rows), len(rows[0])
	for r, row := range rows {
		if len(row) != b.cols {
			return nil, nil, errors.New("uneven rows")
		}
		for c, mark := range row {
			what := meaning[mark]
			switch {
			case mark == ".", mark == "0" && what == "floor":
				continue
			case mark == "1" && what == "wall":
				what = "#"
			case mark == "#", mark == "+", mark == "?":
				what = mark
			case mark >= "a" && mark <= "z":
				rooms[what] = true
				what = "room " + what
			case strings.HasPrefix(what, "a "):
				what = "kind " + what[2:]
			case what == "":
				what = "thing " + mark
			default:
				what = "thing " + strings.Replace(what, ", facing", " facing", 1)
			}
			b.put(r+1, c+1, what)
		}
	}
	return b, rooms, nil
}

func drawMapSolve(prompt string) (qatest.Solution, error) {
	parts := strings.Split(prompt, "\n\n")
	rooms := make(map[string]bool)
	if _, list, ok := strings.Cut(parts[1], " The rooms are "); ok {
		list, _, _ = strings.Cut(list, ";")
		for _, name := range strings.Split(strings.ReplaceAll(list, " and ", ", "), ", ") {
			rooms[name] = true
		}
	}
	want, err := mapBoardOfText(parts[0], rooms)
	if err != nil || want.bad {
		return qatest.Solution{}, fmt.Errorf("%v, %+v", err, want)
	}
	return qatest.Solution{Right: func(answer string) bool {
		got, _, err := mapBoardOfDrawing(answer)
		return err == nil && got.rows == want.rows && got.cols == want.cols && sameBoard(got.cells, want.shown())
	}}, nil
}

// drawWrong draws a drawing that is a little or much unlike the right one.
func drawWrong(q qa.Question, src seed.Source) string {
	switch q := q.(type) {
	case qa.DrawMap:
		style := q.Style
		if style < scene.MapBinary {
			style = scene.MapStyle(src.Intn(int(scene.MapBinary)))
		}
		return string(scene.AppendMap(nil, mapWrong(q.Map, src), style))
	case qa.Draw:
		cells := cellsOf(q.Layout)
		k := src.Intn(len(cells))
		for range 1 + src.Intn(2) {
			to := layout.Cell{Row: src.Intn(6), Col: src.Intn(6)}
			free := true
			for _, c := range cells {
				free = free && c != to
			}
			if free {
				cells[k] = to
			}
			k = src.Intn(len(cells))
		}
		return scene.Render(layoutOf(namesOf(q.Layout), cells), scene.Style(src.Intn(scene.Styles)))
	}
	return ""
}

// mapWrong changes a map a little, or not at all.
func mapWrong(m *layout.Map, src seed.Source) *layout.Map {
	m = m.Clone()
	free := m.Scatter(nil, 1, src)
	switch kind := src.Intn(8); {
	case kind == 0 && len(m.Things) > 0 && len(free) > 0:
		m.Things[src.Intn(len(m.Things))].Cells = free
	case kind == 1 && len(m.Things) > 0:
		m.Things[src.Intn(len(m.Things))].Name += "s"
	case kind == 2 && len(m.Things) > 0:
		k := src.Intn(len(m.Things))
		m.Things = append(m.Things[:k], m.Things[k+1:]...)
	case kind == 3 && len(free) > 0:
		m.Ground[m.Index(free[0])] = layout.Wall
	case kind == 4:
		for i, g := range m.Ground {
			if g == layout.Wall && src.Intn(4) == 0 {
				m.Ground[i] = layout.Door
				break
			}
		}
	case kind == 5 && len(m.Things) > 0:
		t := &m.Things[src.Intn(len(m.Things))]
		if t.Kind == "" {
			t.Facing = t.Facing.Turn(2)
			if t.Facing == layout.EQ {
				t.Facing = layout.E
			}
		}
	case kind == 6 && len(m.Rooms) > 0:
		m.Rooms[src.Intn(len(m.Rooms))].Name += " two"
	default:
		return m.Transform(layout.Symmetry(src.Intn(layout.Symmetries)))
	}
	return m
}

var (
	drawTextFact = regexp.MustCompile(`^([A-L]) is (above|below)?(?: and )?(?:to the (left|right) of )?([A-L])?`)
	drawTextMark = regexp.MustCompile(`[A-L]`)
)

// drawTextSolve reads facts, and judges drawings by them.
func drawTextSolve(prompt string) (qatest.Solution, error) {
	text, _, _ := strings.Cut(prompt, "\n\n")
	facts, names, err := drawTextFacts(text)
	return qatest.Solution{Right: func(answer string) bool {
		at, ok := drawTextPlaces(answer)
		if !ok || len(at) != len(names) {
			return false
		}
		for name := range names {
			if _, ok := at[name]; !ok {
				return false
			}
		}
		for _, f := range facts {
			a, b := at[f.a], at[f.b]
			if sgn(a[0]-b[0]) != f.rows || sgn(a[1]-b[1]) != f.cols {
				return false
			}
		}
		return true
	}}, err
}

type drawTextRelation struct {
	a, b       string
	rows, cols int
}

func sgn(d int) int {
	switch {
	case d < 0:
		return -1
	case d > 0:
		return 1
	}
	return 0
}

func drawTextFacts(text string) (facts []drawTextRelation, names map[string]bool, err error) {
	names = make(map[string]bool)
	for _, s := range strings.Split(strings.TrimSuffix(strings.TrimSpace(text), "."), ". ") {
		m := drawTextFact.FindStringSubmatch(s)
		if m == nil {
			return nil, nil, fmt.Errorf("sentence %q", s)
		}
		f := drawTextRelation{a: m[1], b: s[len(s)-1:]}
		f.rows = map[string]int{"above": -1, "below": 1}[m[2]]
		f.cols = map[string]int{"left": -1, "right": 1}[m[3]]
		facts = append(facts, f)
		names[f.a], names[f.b] = true, true
	}
	return facts, names, nil
}

// drawTextPlaces reads where one-letter names stand: by columns of three characters, whatever the style.
func drawTextPlaces(drawing string) (map[string][2]int, bool) {
	at := make(map[string][2]int)
	for row, line := range strings.Split(drawing, "\n") {
		col := 0
		for _, c := range line {
			if mark := string(c); drawTextMark.MatchString(mark) {
				if _, again := at[mark]; again {
					return nil, false
				}
				at[mark] = [2]int{row, col}
			}
			col++
		}
	}
	return at, len(at) > 0
}

// TestMapLevels: maps grow with the level, and their rationales say what stands where.
func TestMapLevels(t *testing.T) {
	for _, f := range []qa.Family{qa.DrawFamily{Maps: qa.Maps{On: true}}, qa.DescribeFamily{Maps: qa.Maps{On: true}}} {
		before := 0
		for level := 1; level <= qa.Levels; level++ {
			sum := 0
			for i := range int64(300) {
				src := seed.NewKey(11).Named(f.Name()).At(i).Stream()
				s, err := f.At(level).Sample(src)
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Map.Validate(); err != nil {
					t.Fatal(err)
				}
				q, err := f.At(level).Ask(s, src)
				if err != nil {
					t.Fatalf("%v\n%s", err, describe.AppendMap(nil, s.Map))
				}
				inst := q.(qa.Instance)
				sum += inst.Difficulty()
				board, _, err := mapBoardOfDrawing(string(scene.AppendMap(nil, s.Map, scene.Plain)))
				if err != nil {
					t.Fatal(err)
				}
				mapReplay(t, string(inst.AppendRationale(nil)), board)
			}
			if sum <= before {
				t.Errorf("%s, level %d: %d steps, %d before", f.Name(), level, sum, before)
			}
			t.Logf("%s, level %d: %.1f steps", f.Name(), level, float64(sum)/300)
			before = sum
		}
	}
}

// mapReplay checks every step of a rationale.
func mapReplay(t *testing.T, rationale string, b *mapBoard) {
	t.Helper()
	lines := strings.Split(rationale, "\n")
	if len(lines) != b.rows {
		t.Fatalf("%d steps for %d rows", len(lines), b.rows)
	}
	for r, line := range lines {
		rest, ok := strings.CutPrefix(line, fmt.Sprintf("Row %d: ", r+1))
		if !ok {
			t.Fatalf("step %q", line)
		}
		for c, word := range strings.Split(strings.TrimSuffix(rest, "."), ", ") {
			want := b.cells[[2]int{r + 1, c + 1}]
			switch {
			case want == "#":
				want = "wall"
			case want == "+":
				want = "door"
			case want == "":
				want = "floor"
			case want == "?":
				want = "unknown"
			case strings.HasPrefix(want, "kind "):
				want = "a " + want[5:]
			case strings.HasPrefix(want, "room "):
				want = "floor of " + want[5:]
			default:
				want = strings.TrimPrefix(want, "thing ")
			}
			if word != want {
				t.Fatalf("%q, column %d: %q is there", line, c+1, want)
			}
		}
	}
}

func oneMap() *layout.Map {
	m := layout.NewMap(2, 3)
	m.Ground[0] = layout.Wall
	m.Things = []layout.Thing{{Name: "the kettle", Mark: 'K', Cells: []layout.Cell{{Row: 1, Col: 1}}, Facing: layout.N}}
	return m
}

func TestDrawMapVerify(t *testing.T) {
	q := qa.DrawMap{Map: oneMap()}
	for _, test := range []struct {
		response string
		reward   float64
		formatOK bool
		reason   string
	}{
		{"#..\n.K.\n\nK = the kettle, facing north", 1, true, ""},
		{"Sure!\n```\n# . .\n. Z .\n\nZ = the kettle, facing North\n```\n", 1, true, ""},
		{"| |1|2|3|\n|-|-|-|-|\n|1|#|.|.|\n|2|.|K|.|\n\nK = the kettle, facing north", 1, true, ""},
		{"...\n.K.\n\nK = the kettle, facing north", 5.0 / 6, true, "5 of 6"},
		{"#..\n.K.\n\nK = the kettle, facing south", 5.0 / 6, true, "5 of 6"},
		{"#..\n.K.\n\nK = the kettle", 5.0 / 6, true, "5 of 6"},
		{"#..\n.K.", 5.0 / 6, true, "5 of 6"},
		{"#..\nK..\n\nK = the kettle, facing north", 4.0 / 6, true, "4 of 6"},
		{"#..\n.K.\n...\n\nK = the kettle, facing north", 6.0 / 9, true, "3 rows"},
		{"#..\n.KK\n\nK = the kettle, facing north", 5.0 / 6, true, "5 of 6"},
		{"#..\n.K.\n\nK = the kettle, facing north\nA = the stove", 0, false, "lacks"},
		{"#..\n.K\n\nK = the kettle", 0, false, "cells"},
		{"The kettle is in the middle.", 0, false, "no drawing"},
		{"", 0, false, "no drawing"},
	} {
		v := checkedVerdict(t, q, test.response)
		if v.Reward != test.reward || v.FormatOK != test.formatOK || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%q is graded %+v; want reward %v, format %t, reason %q", test.response, v, test.reward, test.formatOK, test.reason)
		}
	}
}

func TestMapQuestionsZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.DrawMap{}, qa.DescribeMap{}} {
		if v := q.Verify("#..\n.K."); v.Reward != 0 || q.Answer().String() != "" || q.Mistakes() != nil || q.Difficulty() != 1 || !q.Answer().Equal(q.Answer()) {
			t.Errorf("%T: %+v", q, v)
		}
		if len(q.AppendEvidence(nil, 0)) > 0 || len(q.AppendConventions(nil)) > 0 || len(q.AppendRationale(nil)) > 0 {
			t.Errorf("%T shows something", q)
		}
		if _, ok := q.Turn(1); ok {
			t.Errorf("%T can be turned", q)
		}
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%T: %v", q, err)
		}
	}
}

func TestMapsValidate(t *testing.T) {
	for _, m := range []qa.Maps{{Rows: 3}, {Rows: 25}, {Cols: -1}, {Rooms: 7}, {Rooms: 6, Rows: 6, Cols: 12}, {Rooms: 2}, {Things: 13}, {Walls: -1}, {Phrasing: 9}} {
		m.On = true
		for _, f := range []qa.Family{qa.DrawFamily{Maps: m}, qa.DescribeFamily{Maps: m}} {
			if f.Validate() == nil {
				t.Errorf("%+v is valid", f)
			}
			if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%+v: %v", f, err)
			}
			if _, err := f.Ask(qa.Subject{Map: oneMap()}, seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%+v: %v", f, err)
			}
		}
	}
}

// TestMapsUnsuitable: maps that sentences or drawings cannot tell are refused.
func TestMapsUnsuitable(t *testing.T) {
	odd := map[string]*layout.Map{"no cells": new(layout.Map)}
	named := oneMap()
	named.Things[0].Name = "x. y"
	odd["a name with a full stop"] = named
	wide := oneMap()
	wide.Things[0] = layout.Thing{Name: "box 1", Kind: "box", Mark: 'B', Cells: []layout.Cell{{Row: 1, Col: 1}, {Row: 1, Col: 2}}}
	odd["a kind of two cells"] = wide
	for name, m := range odd {
		for _, f := range []qa.Family{qa.DrawFamily{}, qa.DescribeFamily{}} {
			if _, err := f.Ask(qa.Subject{Map: m}, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s, %s: %v", f.Name(), name, err)
			}
		}
	}
	bare := layout.NewMap(2, 2)
	bare.Ground[1] = layout.Wall
	styles := make(map[scene.MapStyle]bool)
	for i := range int64(40) {
		q, err := qa.DrawFamily{}.Ask(qa.Subject{Map: bare}, seed.NewKey(1).At(i).Stream())
		if err != nil {
			t.Fatal(err)
		}
		styles[q.(qa.DrawMap).Style] = true
		if v := checkedVerdict(t, q, q.Answer().String()); !v.Correct {
			t.Fatal(v)
		}
	}
	if len(styles) != scene.MapStyles {
		t.Errorf("%d styles", len(styles))
	}
}

// TestMapAnyCell: of any map that is asked about, its own answer is right, and with any cell changed it is not.
func TestMapAnyCell(t *testing.T) {
	asked := 0
	rapid.Check(t, func(t *rapid.T) {
		f := qa.DrawFamily{Maps: qa.Maps{On: true}}.At(rapid.IntRange(1, qa.Levels).Draw(t, "level"))
		s, err := f.Sample(drawn{t})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 3).Draw(t, "hidden") {
			s.Map = s.Map.Without(s.Map.Cell(rapid.IntRange(0, len(s.Map.Ground)-1).Draw(t, "cell")))
		}
		for _, f := range []qa.Family{qa.DrawFamily{}, qa.DescribeFamily{}} {
			q, err := f.Ask(s, drawn{t})
			if errors.Is(err, qa.ErrUnsuitable) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			asked++
			text := q.Answer().String()
			if v := checkedVerdict(t, q, text); !v.Correct || !q.Verify(v.Extracted).Correct {
				t.Fatalf("%s\nis graded %+v", text, v)
			}
			m := s.Map.Clone()
			k := rapid.IntRange(0, len(m.Ground)-1).Draw(t, "changed")
			if m.ThingAt(m.Cell(k)) >= 0 {
				continue
			}
			if m.Ground[k]++; m.Ground[k] > layout.Hidden {
				m.Ground[k] = layout.Floor
			}
			wrong := string(scene.AppendMap(nil, m, scene.Plain))
			if f.Name() == "describe" {
				wrong = string(describe.AppendMap(nil, m))
			}
			if v := checkedVerdict(t, q, wrong); v.Correct {
				t.Fatalf("%s\nis graded %+v; right is\n%s", wrong, v, text)
			}
		}
	})
	if asked == 0 {
		t.Error("nothing was asked")
	}
}

func FuzzMapVerify(f *testing.F) {
	for _, s := range []string{"#..\n.K.\n\nK = the kettle, facing north", "The map has 2 rows and 3 columns. Walls: row 1, column 1.", "&&&\n&&&\n\nA = the box", "|1|",
		"The map has 2 rows and 3 columns. The pantry takes up rows 1 to 2, columns 1 to 3. The kettle is at row 2, column 2 and faces north."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, response string) {
		for _, q := range []qa.Question{qa.DrawMap{Map: oneMap()}, qa.DescribeMap{Map: oneMap()}} {
			checkedVerdict(t, q, response)
		}
	})
}

func BenchmarkDrawMap(b *testing.B) {
	benchMaps(b, qa.DrawFamily{Maps: qa.Maps{On: true}})
}

func BenchmarkDescribeMap(b *testing.B) {
	benchMaps(b, qa.DescribeFamily{Maps: qa.Maps{On: true}})
}

func benchMaps(b *testing.B, f qa.Family) {
	for level := 1; level <= qa.Levels; level++ {
		b.Run(fmt.Sprint(level), func(b *testing.B) {
			b.ReportAllocs()
			src := seed.NewKey(1).Stream()
			var dst []byte
			for b.Loop() {
				s, err := f.At(level).Sample(src)
				if err != nil {
					b.Fatal(err)
				}
				q, err := f.At(level).Ask(s, src)
				if err != nil {
					b.Fatal(err)
				}
				dst = qa.AppendPrompt(dst[:0], s, q, 0)
			}
		})
	}
}
