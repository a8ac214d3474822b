package qa_test

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Helpers of the tests of edit and motion: they read maps as prompts show them, by other means than the package does.

type moveThing struct {
	mark   byte
	row    int
	col    int
	facing string
}

type moveMap struct {
	rows, cols int
	ground     [][]byte
	things     map[string]*moveThing
}

func (m *moveMap) at(row, col int) string {
	for name, t := range m.things {
		if t.row == row && t.col == col {
			return name
		}
	}
	return ""
}

func (m *moveMap) clone() *moveMap {
	c := &moveMap{m.rows, m.cols, m.ground, map[string]*moveThing{}}
	for name, t := range m.things {
		copied := *t
		c.things[name] = &copied
	}
	return c
}

// draw draws the map without a legend.
func (m *moveMap) draw() string {
	var lines []string
	for r := range m.rows {
		line := append([]byte(nil), m.ground[r]...)
		for _, t := range m.things {
			if t.row == r {
				line[t.col] = t.mark
			}
		}
		lines = append(lines, string(line))
	}
	return strings.Join(lines, "\n")
}

var (
	moveGridLine   = regexp.MustCompile(`^[A-Za-z0-9.#+?]+$`)
	moveLegendLine = regexp.MustCompile(`^([A-Za-z0-9#+?]) = (.*?)(?:, facing ([a-z-]+))?$`)
	moveSize       = regexp.MustCompile(`^The map has (\d+) rows? and (\d+) columns?; row 1 is at the top, column 1 on the left\.`)
	movePiece      = regexp.MustCompile(`^rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?$`)
	moveStands     = regexp.MustCompile(`^(.+) is at (row \d+, column \d+)(?: and faces ([a-z-]+))?$`)
)

// moveRead reads the map that a text shows, from sentences, from a drawing, or from both, which must agree.
func moveRead(text string) (drawn *moveMap, err error) {
	var said *moveMap
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, "The map has ") && said == nil {
			if said, err = moveSentences(line); err != nil {
				return nil, err
			}
			if strings.Contains(line, "Nothing is known of: ") {
				return nil, fmt.Errorf("a cell is hidden")
			}
		}
		if moveGridLine.MatchString(line) && drawn == nil {
			if drawn, err = moveDrawing(lines[i:]); err != nil {
				return nil, err
			}
		}
	}
	switch {
	case drawn == nil && said == nil:
		return nil, fmt.Errorf("no map")
	case drawn == nil:
		return said, nil
	case said == nil:
		return drawn, nil
	}
	if len(drawn.things) != len(said.things) || drawn.rows != said.rows || drawn.cols != said.cols {
		return nil, fmt.Errorf("the drawing and the sentences differ")
	}
	for name, t := range drawn.things {
		o := said.things[name]
		if o == nil || o.row != t.row || o.col != t.col || o.facing != t.facing {
			return nil, fmt.Errorf("the drawing and the sentences differ about %s", name)
		}
	}
	for r := range drawn.rows {
		if string(drawn.ground[r]) != string(said.ground[r]) {
			return nil, fmt.Errorf("the drawing and the sentences differ about row %d", r+1)
		}
	}
	return drawn, nil
}

func moveDrawing(lines []string) (*moveMap, error) {
	m := &moveMap{things: map[string]*moveThing{}}
	i := 0
	seen := map[byte]bool{}
	byMark := map[byte]*moveThing{}
	for ; i < len(lines) && moveGridLine.MatchString(lines[i]); i++ {
		ground := []byte(lines[i])
		for c, mark := range ground {
			switch {
			case mark == '?':
				return nil, fmt.Errorf("a cell is hidden")
			case mark == '.' || mark == '#' || mark == '+' || 'a' <= mark && mark <= 'z': // rooms keep their marks
			case seen[mark]:
				return nil, fmt.Errorf("%c stands twice", mark)
			default:
				seen[mark] = true
				byMark[mark] = &moveThing{mark: mark, row: m.rows, col: c}
				ground[c] = '.'
			}
		}
		m.ground = append(m.ground, ground)
		m.rows, m.cols = m.rows+1, len(ground)
	}
	names := map[byte]string{}
	for i++; i < len(lines) && moveLegendLine.MatchString(lines[i]); i++ {
		part := moveLegendLine.FindStringSubmatch(lines[i])
		mark := part[1][0]
		if t := byMark[mark]; t != nil {
			names[mark], t.facing = part[2], part[3]
		}
	}
	for mark, t := range byMark {
		name := names[mark]
		if name == "" {
			name = string(rune(mark))
		}
		m.things[name] = t
	}
	return m, nil
}

// moveCellsOf reads cells as sentences name them, counted from 0.
func moveCellsOf(text string) (cells [][2]int, err error) {
	for _, piece := range strings.Split(text, "; ") {
		part := movePiece.FindStringSubmatch(piece)
		if part == nil {
			return nil, fmt.Errorf("no cells: %q", piece)
		}
		n := [4]int{}
		for k := range n {
			if n[k], err = strconv.Atoi(part[k+1]); err != nil {
				n[k] = n[k-1]
			}
		}
		for r := n[0]; r <= n[1]; r++ {
			for c := n[2]; c <= n[3]; c++ {
				cells = append(cells, [2]int{r - 1, c - 1})
			}
		}
	}
	return cells, nil
}

func moveSentences(line string) (*moveMap, error) {
	size := moveSize.FindStringSubmatch(line)
	if size == nil {
		return nil, fmt.Errorf("no size: %q", line)
	}
	m := &moveMap{things: map[string]*moveThing{}}
	m.rows, _ = strconv.Atoi(size[1])
	m.cols, _ = strconv.Atoi(size[2])
	for range m.rows {
		m.ground = append(m.ground, []byte(strings.Repeat(".", m.cols)))
	}
	rest := strings.TrimSpace(line[len(size[0]):])
	for _, sentence := range strings.Split(strings.TrimSuffix(rest, "."), ". ") {
		what, where, listed := strings.Cut(sentence, ": ")
		mark, ground := map[string]byte{"Walls": '#', "Doors": '+', "Nothing is known of": '?'}[what]
		stands := moveStands.FindStringSubmatch(sentence)
		switch {
		case sentence == "", strings.Contains(sentence, " takes up "):
		case listed && ground:
			cells, err := moveCellsOf(where)
			if err != nil {
				return nil, err
			}
			for _, c := range cells {
				m.ground[c[0]][c[1]] = mark
			}
		case stands != nil:
			cells, err := moveCellsOf(stands[2])
			if err != nil {
				return nil, err
			}
			m.things[moveName(stands[1])] = &moveThing{mark: stands[1][0], row: cells[0][0], col: cells[0][1], facing: stands[3]}
		default:
			return nil, fmt.Errorf("the sentence %q", sentence)
		}
	}
	return m, nil
}

// moveName returns a name without the capital that starts a sentence.
func moveName(name string) string {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return "the " + rest
	}
	return name
}

var moveWays = map[string][2]int{
	"up": {-1, 0}, "north": {-1, 0}, "down": {1, 0}, "south": {1, 0}, "to the left": {0, -1}, "west": {0, -1}, "to the right": {0, 1}, "east": {0, 1},
}

var moveCompass = []string{"north", "east", "south", "west"}

func moveAbs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// moveFills returns the prompts that a drawing with one hidden cell may stand for: all grounds, and all marks.
func moveFills(prompt string) []string {
	before, after, found := strings.Cut(prompt, "?")
	if !found {
		return nil
	}
	after = strings.Replace(after, "\n? = unknown", "", 1)
	var all []string
	for _, mark := range "ABCDEFGHIJKLMNOPQRSTUVWXYZ0.#+" {
		all = append(all, before+string(mark)+after)
	}
	return all
}
