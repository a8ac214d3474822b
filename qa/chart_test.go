package qa_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
)

// chartSeen is what a prompt shows of a map, read by code of the test's own.
type chartSeen struct {
	rows, cols int
	ground     map[[2]int]byte // '.', '#', '+', '?', or 0 under a thing that only a drawing shows
	letters    map[[2]int]byte // of rooms, as far as they show
	named      map[string][][2]int
	kinds      map[string][][2]int
	rooms      map[string][][2]int // of a text: all cells
	roomMark   map[string]byte     // of a drawing
	things     map[[2]int]string   // names, and kinds with their article
	text       bool                // rooms are those of a text

	conventions, question string

	covers map[string]map[[2]int]int // by room, of a drawing: what everyRoom returns
}

var (
	chartSize   = regexp.MustCompile(`^The map has (\d+) rows? and (\d+) columns?; row 1 is at the top, column 1 on the left`)
	chartStands = regexp.MustCompile(`^(.*?)(?: is at |: | takes up )(rows? \d.*)$`)
	chartPiece  = regexp.MustCompile(`^rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?$`)
)

// chartRead reads a prompt.
func chartRead(prompt string) (*chartSeen, error) {
	c := &chartSeen{ground: map[[2]int]byte{}, letters: map[[2]int]byte{}, named: map[string][][2]int{}, kinds: map[string][][2]int{},
		rooms: map[string][][2]int{}, roomMark: map[string]byte{}, things: map[[2]int]string{}}
	paragraphs := strings.Split(prompt, "\n\n")
	if len(paragraphs) < 3 {
		return nil, fmt.Errorf("%d paragraphs", len(paragraphs))
	}
	c.question = paragraphs[len(paragraphs)-1]
	c.conventions = paragraphs[len(paragraphs)-2]
	paragraphs = paragraphs[:len(paragraphs)-2]
	if strings.HasPrefix(paragraphs[0], "The map has") {
		if err := c.readText(strings.TrimSuffix(paragraphs[0], ".")); err != nil {
			return nil, err
		}
	} else if err := c.readDrawing(paragraphs); err != nil {
		return nil, err
	}
	if !strings.Contains(c.conventions, "Rows are counted from the top and columns from the left, both from 1.") {
		return nil, fmt.Errorf("how rows are counted is not said")
	}
	several := strings.Contains(c.conventions, "several that hang together by their sides")
	if !several && !strings.Contains(c.conventions, "Each thing takes up one cell.") {
		return nil, fmt.Errorf("extents are not told")
	}
	for name, cells := range c.named {
		if !several && len(cells) > 1 {
			return nil, fmt.Errorf("%s has %d cells", name, len(cells))
		}
		if n := chartFlood(cells, c.ground); n != len(cells) {
			return nil, fmt.Errorf("%s is in pieces", name)
		}
	}
	return c, nil
}

// chartFlood counts the cells that hang together with the first, by unknown ones too.
func chartFlood(cells [][2]int, ground map[[2]int]byte) (n int) {
	reached := map[[2]int]bool{cells[0]: true}
	todo := [][2]int{cells[0]}
	for len(todo) > 0 {
		at := todo[0]
		todo = todo[1:]
		if ground[at] != '?' {
			n++
		}
		for _, step := range [][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			next := [2]int{at[0] + step[0], at[1] + step[1]}
			if !reached[next] && (slices.Contains(cells, next) || ground[next] == '?') {
				reached[next] = true
				todo = append(todo, next)
			}
		}
	}
	return n
}

func chartAbs(d int) int {
	if d < 0 {
		return -d
	}
	return d
}

func (c *chartSeen) readText(text string) error {
	c.text = true
	places := map[string]bool{}
	for _, theme := range describe.Themes() {
		for _, p := range theme.Places {
			places[p] = true
		}
	}
	for i, sentence := range strings.Split(text, ". ") {
		if i == 0 {
			m := chartSize.FindStringSubmatch(sentence)
			if m == nil {
				return fmt.Errorf("no size: %q", sentence)
			}
			c.rows, _ = strconv.Atoi(m[1])
			c.cols, _ = strconv.Atoi(m[2])
			for r := range c.rows {
				for k := range c.cols {
					c.ground[[2]int{r, k}] = '.'
				}
			}
			continue
		}
		m := chartStands.FindStringSubmatch(sentence)
		if m == nil {
			return fmt.Errorf("not understood: %q", sentence)
		}
		var cells [][2]int
		for _, piece := range strings.Split(m[2], "; ") {
			p := chartPiece.FindStringSubmatch(piece)
			if p == nil {
				return fmt.Errorf("no cells: %q", piece)
			}
			var n [4]int
			for k := range n {
				if n[k], _ = strconv.Atoi(p[k+1]); p[k+1] == "" {
					n[k] = n[k-1]
				}
			}
			for r := n[0]; r <= n[1]; r++ {
				for k := n[2]; k <= n[3]; k++ {
					cells = append(cells, [2]int{r - 1, k - 1})
				}
			}
		}
		name := m[1]
		lower := strings.ToLower(name[:1]) + name[1:]
		switch {
		case name == "Walls" || name == "Doors" || name == "Nothing is known of":
			for _, at := range cells {
				c.ground[at] = map[string]byte{"Walls": '#', "Doors": '+', "Nothing is known of": '?'}[name]
			}
			continue
		case places[lower] || strings.HasPrefix(lower, "room "):
			c.rooms[lower] = cells
			continue
		case strings.HasPrefix(name, "A "):
			c.kinds[name[2:]] = append(c.kinds[name[2:]], cells...)
			name = "a " + name[2:]
		default:
			if strings.HasPrefix(name, "The ") {
				name = lower
			}
			c.named[name] = cells
		}
		for _, at := range cells {
			c.things[at] = name
		}
	}
	return nil
}

func (c *chartSeen) readDrawing(paragraphs []string) error {
	legend := map[byte]string{}
	if len(paragraphs) > 1 {
		for _, line := range strings.Split(paragraphs[1], "\n") {
			if len(line) < 5 || line[1:4] != " = " {
				return fmt.Errorf("no legend: %q", line)
			}
			legend[line[0]] = line[4:]
			if 'a' <= line[0] && line[0] <= 'z' {
				c.roomMark[line[4:]] = line[0]
			}
		}
	}
	lines := strings.Split(paragraphs[0], "\n")
	c.rows, c.cols = len(lines), len(lines[0])
	for r, line := range lines {
		for k := range len(line) {
			at, mark := [2]int{r, k}, line[k]
			what, told := legend[mark]
			switch {
			case strings.IndexByte(".#+?", mark) >= 0:
				c.ground[at] = mark
			case 'a' <= mark && mark <= 'z':
				c.ground[at], c.letters[at] = '.', mark
			case strings.HasPrefix(what, "a "):
				c.kinds[what[2:]] = append(c.kinds[what[2:]], at)
				c.things[at] = what
			default:
				if !told {
					what = string(rune(mark))
				}
				c.named[what] = append(c.named[what], at)
				c.things[at] = what
			}
		}
	}
	return nil
}

// inRoom says whether a cell lies in a room: 1 yes, 0 no, -1 open. It tries all rectangles.
func (c *chartSeen) inRoom(room string, at [2]int) int {
	if c.text {
		if slices.Contains(c.rooms[room], at) {
			return 1
		}
		return 0
	}
	if c.covers == nil {
		c.covers = map[string]map[[2]int]int{}
	}
	covers, ok := c.covers[room]
	if !ok {
		covers = c.everyRoom(c.roomMark[room])
		c.covers[room] = covers
	}
	switch n := covers[at]; {
	case covers[[2]int{-1, -1}] == 0: // no such room can be
		return -1
	case n == covers[[2]int{-1, -1}]:
		return 1
	case n == 0:
		return 0
	}
	return -1
}

// everyRoom counts for each cell in how many rectangles it lies that a room with a mark may be; at -1, -1 how many those are.
func (c *chartSeen) everyRoom(mark byte) map[[2]int]int {
	covers := map[[2]int]int{}
	total := 0
	for _, letter := range c.letters {
		if letter == mark {
			total++
		}
	}
	for top := range c.rows {
		for left := range c.cols {
			for bottom := top; bottom < c.rows; bottom++ {
			next:
				for right := left; right < c.cols; right++ {
					seen := 0
					for r := top; r <= bottom; r++ {
						for k := left; k <= right; k++ {
							p := [2]int{r, k}
							if letter := c.letters[p]; letter == mark {
								seen++
							} else if letter != 0 || c.ground[p] == '.' {
								break next // no larger one fits either
							}
						}
					}
					if seen != total {
						continue
					}
					covers[[2]int{-1, -1}]++
					for r := top; r <= bottom; r++ {
						for k := left; k <= right; k++ {
							covers[[2]int{r, k}]++
						}
					}
				}
			}
		}
	}
	return covers
}

func (c *chartSeen) allRooms() (all []string) {
	for name := range c.rooms {
		all = append(all, name)
	}
	for name := range c.roomMark {
		all = append(all, name)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// chartFill returns the prompts that may lie under one with hidden cells.
func chartFill(prompt string) (all []string) {
	drawing, rest, _ := strings.Cut(prompt, "\n\n")
	marks := map[rune]bool{'.': true, '#': true, '+': true}
	legend, tail, _ := strings.Cut(rest, "\n\n")
	hasLegend := len(legend) > 4 && legend[1:4] == " = "
	for _, r := range drawing {
		if r != '?' && r != '\n' {
			marks[r] = true
		}
	}
	for c := 'Z'; c >= 'A'; c-- {
		if !marks[c] {
			marks[c] = true // one that is not there yet
			break
		}
	}
	if hasLegend {
		for _, line := range strings.Split(legend, "\n") {
			if line[0] != '?' {
				marks[rune(line[0])] = true
			}
		}
		var kept []string
		for _, line := range strings.Split(legend, "\n") {
			if line[0] != '?' {
				kept = append(kept, line)
			}
		}
		if rest = tail; len(kept) > 0 {
			rest = strings.Join(kept, "\n") + "\n\n" + tail
		}
	}
	for mark := range marks {
		all = append(all, strings.ReplaceAll(drawing, "?", string(mark))+"\n\n"+rest)
	}
	slices.Sort(all)
	return all
}
