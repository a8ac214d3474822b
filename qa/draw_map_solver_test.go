package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
	"github.com/gridscribe/gridscribe/scene"
)

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
