package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// extentScene is what a prompt of the families topology and size shows, as the tests read it: by other means than the families.
type extentScene struct {
	rows, cols int
	drawn      bool
	ground     map[layout.Cell]byte            // '#', '+', '.', '?'
	things     map[string]map[layout.Cell]bool // by name
	rooms      map[string]map[layout.Cell]bool // by name; of a drawing the cells that show the mark
	rest       string                          // what follows the evidence
	comps      map[layout.Cell]int             // of a drawing: the part of the floor that a cell is of, from 1
	marks      map[int]map[string]bool         // of a drawing: the rooms whose marks a part shows
}

var (
	extentSize  = regexp.MustCompile(`^The map has (\d+) rows? and (\d+) columns?; row 1 is at the top, column 1 on the left$`)
	extentSpan  = regexp.MustCompile(`^rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?$`)
	extentTakes = regexp.MustCompile(`^(.+?) (?:is at|takes up) (.+)$`)
)

func extentCells(text string) (map[layout.Cell]bool, error) {
	all := make(map[layout.Cell]bool)
	for _, piece := range strings.Split(text, "; ") {
		m := extentSpan.FindStringSubmatch(piece)
		if m == nil {
			return nil, fmt.Errorf("%q are no cells", piece)
		}
		var n [5]int
		for i := 1; i < 5; i++ {
			n[i], _ = strconv.Atoi(m[i])
		}
		if m[2] == "" {
			n[2] = n[1]
		}
		if m[4] == "" {
			n[4] = n[3]
		}
		for r := n[1]; r <= n[2]; r++ {
			for c := n[3]; c <= n[4]; c++ {
				all[layout.Cell{Row: r - 1, Col: c - 1}] = true
			}
		}
	}
	return all, nil
}

// readExtentScene reads the drawing of a prompt where there is one, else its sentences.
func readExtentScene(prompt string) (*extentScene, error) {
	s := &extentScene{ground: map[layout.Cell]byte{}, things: map[string]map[layout.Cell]bool{}, rooms: map[string]map[layout.Cell]bool{}}
	paragraphs := strings.Split(prompt, "\n\n")
	if strings.HasPrefix(paragraphs[0], "The map has ") {
		if len(paragraphs) > 1 && extentDrawn(paragraphs[1]) {
			paragraphs = paragraphs[1:]
		} else {
			s.rest = strings.Join(paragraphs[1:], "\n\n")
			return s, s.readText(paragraphs[0])
		}
	}
	legend := ""
	rest := paragraphs[1:]
	if len(rest) > 0 && len(rest[0]) > 3 && rest[0][1:4] == " = " {
		legend, rest = rest[0], rest[1:]
	}
	s.rest = strings.Join(rest, "\n\n")
	return s, s.readDrawing(paragraphs[0], legend)
}

func extentDrawn(text string) bool {
	line, _, _ := strings.Cut(text, "\n")
	return !strings.Contains(line, " ")
}

func (s *extentScene) readText(text string) error {
	for i, sentence := range strings.Split(strings.TrimSuffix(text, "."), ". ") {
		if i == 0 {
			m := extentSize.FindStringSubmatch(sentence)
			if m == nil {
				return fmt.Errorf("no size: %q", sentence)
			}
			s.rows, _ = strconv.Atoi(m[1])
			s.cols, _ = strconv.Atoi(m[2])
			continue
		}
		for lead, mark := range map[string]byte{"Walls: ": '#', "Doors: ": '+', "Nothing is known of: ": '?'} {
			if list, ok := strings.CutPrefix(sentence, lead); ok {
				cells, err := extentCells(list)
				if err != nil {
					return err
				}
				for c := range cells {
					s.ground[c] = mark
				}
				sentence = ""
			}
		}
		if sentence == "" {
			continue
		}
		m := extentTakes.FindStringSubmatch(sentence)
		if m == nil {
			return fmt.Errorf("what is %q", sentence)
		}
		cells, err := extentCells(m[2])
		if err != nil {
			return err
		}
		name := m[1]
		if rest, ok := strings.CutPrefix(name, "The "); ok {
			name = "the " + rest
		}
		if extentIsPlace(name) {
			s.rooms[name] = cells
		} else {
			s.things[name] = cells
		}
	}
	return nil
}

// extentIsPlace reports whether a name is one that rooms have: things have others.
func extentIsPlace(name string) bool {
	for _, theme := range describe.Themes() {
		if slices.Contains(theme.Places, name) {
			return true
		}
	}
	return strings.HasPrefix(strings.ToLower(name), "room ")
}

func (s *extentScene) readDrawing(drawing, legend string) error {
	names, both := map[byte]string{}, []string(nil)
	for _, line := range strings.Split(legend, "\n") {
		if line == "" {
			continue
		}
		if line[0] == '&' {
			both = strings.Split(strings.TrimPrefix(line, "& = both "), " and ")
			continue
		}
		names[line[0]] = line[4:]
	}
	lines := strings.Split(drawing, "\n")
	s.drawn, s.rows, s.cols = true, len(lines), len(lines[0])
	put := func(all map[string]map[layout.Cell]bool, name string, c layout.Cell) {
		if all[name] == nil {
			all[name] = map[layout.Cell]bool{}
		}
		all[name][c] = true
	}
	for r, line := range lines {
		if len(line) != s.cols {
			return fmt.Errorf("line %q has another length", line)
		}
		for c := range len(line) {
			at, mark := layout.Cell{Row: r, Col: c}, line[c]
			name := names[mark]
			switch {
			case strings.IndexByte(".#+?", mark) >= 0:
				s.ground[at] = mark
			case mark == '&':
				if len(both) != 2 {
					return errors.New("nobody says what & is")
				}
				put(s.things, both[0], at)
				put(s.things, both[1], at)
			case 'a' <= mark && mark <= 'z':
				if name == "" {
					return fmt.Errorf("nobody says what %c is", mark)
				}
				put(s.rooms, name, at)
			default:
				if name == "" {
					name = string(rune(mark))
				}
				put(s.things, name, at)
			}
		}
	}
	// The parts that walls and doors enclose.
	s.comps, s.marks = map[layout.Cell]int{}, map[int]map[string]bool{}
	var flood func(c layout.Cell, n int)
	flood = func(c layout.Cell, n int) {
		if g := s.ground[c]; c.Row < 0 || c.Col < 0 || c.Row >= s.rows || c.Col >= s.cols || g == '#' || g == '+' || s.comps[c] > 0 {
			return
		}
		s.comps[c] = n
		for _, d := range []layout.Cell{{Row: 1}, {Row: -1}, {Col: 1}, {Col: -1}} {
			flood(layout.Cell{Row: c.Row + d.Row, Col: c.Col + d.Col}, n)
		}
	}
	for r := range s.rows {
		for c := range s.cols {
			if at := (layout.Cell{Row: r, Col: c}); s.comps[at] == 0 {
				flood(at, len(s.marks)+1)
				if n := s.comps[at]; n > 0 {
					s.marks[n] = map[string]bool{}
				}
			}
		}
	}
	for name, cells := range s.rooms {
		for c := range cells {
			s.marks[s.comps[c]][name] = true
		}
	}
	for _, g := range s.ground {
		if g == '?' {
			return errors.New("something is hidden")
		}
	}
	return nil
}

// part returns the room of a part of the floor.
func (s *extentScene) part(n int) (string, error) {
	if len(s.marks[n]) != 1 {
		return "", fmt.Errorf("a part of the floor shows the marks %v", s.marks[n])
	}
	for name := range s.marks[n] {
		for m, marks := range s.marks {
			if m != n && marks[name] {
				return "", fmt.Errorf("%s is in two parts", name)
			}
		}
		return name, nil
	}
	return "", nil
}

// encloses reports whether no way leads from one part of the floor to the edge of the map, not even through walls, but through the other.
func (s *extentScene) encloses(outer, inner int) bool {
	seen := map[layout.Cell]bool{}
	var next []layout.Cell
	for c, n := range s.comps {
		if n == inner {
			next, seen[c] = append(next, c), true
		}
	}
	for len(next) > 0 {
		c := next[len(next)-1]
		next = next[:len(next)-1]
		if c.Row == 0 || c.Col == 0 || c.Row == s.rows-1 || c.Col == s.cols-1 {
			return false
		}
		for r := -1; r <= 1; r++ {
			for k := -1; k <= 1; k++ {
				if d := (layout.Cell{Row: c.Row + r, Col: c.Col + k}); !seen[d] && s.comps[d] != outer {
					next, seen[d] = append(next, d), true
				}
			}
		}
	}
	return true
}

// onePiece reports whether cells hang together by their sides.
func onePiece(cells map[layout.Cell]bool) bool {
	var all []layout.Cell
	seen := map[layout.Cell]bool{}
	for c := range cells {
		if len(all) == 0 {
			all, seen[c] = append(all, c), true
		}
	}
	for i := 0; i < len(all); i++ {
		for _, d := range []layout.Cell{{Row: 1}, {Row: -1}, {Col: 1}, {Col: -1}} {
			if c := (layout.Cell{Row: all[i].Row + d.Row, Col: all[i].Col + d.Col}); cells[c] && !seen[c] {
				all, seen[c] = append(all, c), true
			}
		}
	}
	return len(all) == len(cells)
}

// extentFill returns the prompts with the unknown cell of a drawing filled: with every mark of the drawing and some new ones. The things are those
// that & then stands for.
func extentFill(prompt, both string) (all []string) {
	drawing, rest, _ := strings.Cut(prompt, "\n\n")
	at := strings.IndexByte(drawing, '?')
	if at < 0 {
		return nil
	}
	rest = strings.Replace(rest, "? = unknown\n", "", 1)
	legend := strings.HasPrefix(rest[1:], " = ")
	for mark := byte('!'); mark <= 'z'; mark++ {
		if strings.IndexByte(".#+&Zqz", mark) < 0 && strings.IndexByte(drawing, mark) < 0 || mark == '?' {
			continue
		}
		filled, more := drawing[:at]+string(rune(mark))+drawing[at+1:], ""
		if mark == '&' && !strings.Contains(rest, "& = ") {
			if both == "" {
				continue
			}
			more = "& = both " + both
		}
		if (mark == 'q' || mark == 'z') && !strings.Contains("\n"+rest, "\n"+string(rune(mark))+" = ") {
			more = string(rune(mark)) + " = the new room"
		}
		switch {
		case more != "" && legend:
			more += "\n"
		case more != "":
			more += "\n\n"
		}
		all = append(all, filled+"\n\n"+more+rest)
	}
	return all
}
