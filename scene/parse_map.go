package scene

import (
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// ParseMap finds the drawing of a map in a text, with its legend, and reads it. Any error is a *[SyntaxError], and the map is nil then.
//
// The drawing. Thoughts (<think>), quote signs, line ends, indentation and the text around are passed over. What stands in a code
// fence is one drawing with its legend; elsewhere rows that follow each other are one, and the lines of the legend are those
// behind it that have a mark and = or a colon. Of several drawings the last counts, right or wrong; one of a single row counts
// outside fences only when there is none of several rows or in a fence, one that shows letters alone only when there is no other. A row is a run of marks, or marks set apart by blanks; where the first row counts the
// columns from 1, each of the others begins with its number (MapAxes). Rows that start with a bar are a Markdown table (MapTable). A drawing of
// 0 and 1 whose legend says that one of them is floor or wall is a MapBinary.
//
// The legend. "# = wall", "+ = door", "? = unknown" and ". = floor" may be said and need not be. Small letters are rooms, which must
// be named; capital letters, digits and * are things, called by their mark where the legend does not tell: "K = the kettle", "K = the cook, facing
// north". "C = a chair" says that every cell with a C is a chair; these are named "chair 1" and so on in reading order. Any other mark is one thing
// in all its cells.
//
// What is covered. The ground below things is floor. Of a cell with & the legend's things of names are tried: it belongs to the two that become
// rectangles by it, and where that leaves a choice the map is Unexplained; where only two things have a name they share all such cells.
// A room has the cells that show its mark, and those with a thing or with another room's mark inside the rectangle around these; things
// in no such rectangle lie in the room whose floor alone they touch.
func ParseMap(text string) (*layout.Map, MapStyle, error) {
	lines, fault := plainLines(text)
	if fault != nil {
		return nil, Plain, fault
	}
	p := mapReader{lines: lines}
	if fault = p.read(); fault != nil {
		return nil, p.style, fault
	}
	return p.m, p.style, nil
}

// mapReader reads one map.
type mapReader struct {
	lines    []plainLine
	style    MapStyle
	from, to int // the lines of the drawing
	marks    []byte
	m        *layout.Map
	meaning  [256]string // of a mark, as the legend says
	told     [256]int    // the line that does, from 1
}

func (p *mapReader) read() *SyntaxError {
	p.find()
	if p.from == p.to {
		return &SyntaxError{Reason: NoDrawing}
	}
	if err := p.rows(); err != nil {
		return err
	}
	if err := p.legend(); err != nil {
		return err
	}
	if err := p.ground(); err != nil {
		return err
	}
	if err := p.things(); err != nil {
		return err
	}
	if err := p.shared(); err != nil {
		return err
	}
	if err := p.rooms(); err != nil {
		return err
	}
	if err := p.m.Validate(); err != nil {
		return p.fault(p.from, Impossible, "the map")
	}
	return nil
}

// fault returns an error at the start of a line.
func (p *mapReader) fault(line int, reason Reason, names ...string) *SyntaxError {
	return &SyntaxError{Line: line + 1, Col: p.lines[line].indent + 1, Reason: reason, Names: names}
}

// find finds the last drawing.
func (p *mapReader) find() {
	best := 0
	for i := 0; i < len(p.lines); {
		j, sure := p.run(i)
		if j > i {
			rank := 1 // letters alone
			if sure {
				rank = 2
				// One row outside fences may be a number or dots after the drawing.
				if j > i+1 || p.lines[i].fenced {
					rank = 3
				}
			}
			if rank >= best {
				p.from, p.to, best = i, j, rank
			}
			i = j
			// The rest of a fence is the drawing's legend.
			for i < len(p.lines) && p.lines[i].fenced {
				i++
			}
			continue
		}
		i++
	}
}

// run returns the end of the rows that start at a line, which is that line where none does, and whether they are surely a drawing.
func (p *mapReader) run(from int) (to int, sure bool) {
	to = from
	for to < len(p.lines) {
		l := p.lines[to]
		kind := rowKind(l.text)
		if kind == noRow || l.fenced != p.lines[from].fenced {
			break
		}
		if kind == wordRow && to > from && len(l.text) != len(p.lines[to-1].text) && !l.fenced {
			break
		}
		sure = sure || kind == markRow
		to++
	}
	return to, to > from && (sure || p.lines[from].fenced)
}

// What a line may be.
const (
	noRow   = iota
	wordRow // may be a row or a word
	markRow // no word
)

func rowKind(s string) int {
	if s == "" {
		return noRow
	}
	if s[0] == '|' {
		return markRow
	}
	if !strings.Contains(s, " ") {
		signs := 0
		for i := 0; i < len(s); i++ {
			if !isMapMark(s[i]) {
				return noRow
			}
			if !isLetter(s[i]) && (i < len(s)-1 || s[i] != '.' && s[i] != '?') {
				signs++
			}
		}
		if signs == 0 && (len(s) > 1 || isLetter(s[0])) {
			return wordRow
		}
		return markRow
	}
	kind := wordRow
	numbers := true // a row of numbers counts the columns
	for f := range strings.FieldsSeq(s) {
		number := isNumber(f)
		numbers = numbers && number
		if len(f) > 1 && !number || !isMapMark(f[0]) {
			return noRow
		}
		if len(f) == 1 && !isLetter(f[0]) && !number {
			kind = markRow
		}
	}
	if numbers {
		return markRow
	}
	return kind
}

func isLetter(c byte) bool { return 'A' <= c && c <= 'Z' || 'a' <= c && c <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isMapMark(c byte) bool {
	return isLetter(c) || isDigit(c) || strings.IndexByte(".#+?&*", c) >= 0
}

// isNumber reports whether a word is a number of at most three digits.
func isNumber(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != "" && len(s) <= 3
}

// rows reads the marks of all cells.
func (p *mapReader) rows() *SyntaxError {
	p.m = new(layout.Map)
	var cells []string
	numbered := false
	head := true // no row yet, and nothing that counts the columns
	for i := p.from; i < p.to; i++ {
		s := p.lines[i].text
		table := s[0] == '|'
		if table {
			if strings.Trim(s, "|-: ") == "" && strings.Contains(s, "-") {
				continue
			}
			cells = tableCells(cells[:0], s)
		} else if strings.IndexByte(s, ' ') < 0 {
			cells = cells[:0]
			for k := range len(s) {
				cells = append(cells, s[k:k+1])
			}
		} else {
			cells = cells[:0]
			for f := range strings.FieldsSeq(s) {
				cells = append(cells, f)
			}
		}
		if head {
			head = false
			if p.counts(i, cells, table) {
				numbered = true
				p.style = MapAxes
				if table {
					p.style = MapTable
				}
				continue
			}
			if table {
				p.style = MapTable
			}
		}
		if table != (p.style == MapTable) {
			return p.fault(i, Malformed, s)
		}
		if numbered {
			if len(cells) == 0 || cells[0] != strconv.Itoa(p.m.Rows+1) {
				return p.fault(i, Malformed, s)
			}
			cells = cells[1:]
		}
		if p.m.Rows == 0 {
			p.m.Cols = len(cells)
		}
		if p.m.Rows++; p.m.Rows > layout.MaxMapSide || p.m.Cols > layout.MaxMapSide {
			return p.fault(i, TooLarge)
		}
		if len(cells) != p.m.Cols || len(cells) == 0 {
			return p.fault(i, Uneven)
		}
		if p.marks == nil {
			p.marks = make([]byte, 0, p.m.Cols*(p.to-i))
		}
		for _, c := range cells {
			if len(c) != 1 || !isMapMark(c[0]) {
				return p.fault(i, Unknown, c)
			}
			p.marks = append(p.marks, c[0])
		}
	}
	if p.m.Rows == 0 {
		return &SyntaxError{Reason: NoDrawing}
	}
	return nil
}

// tableCells cuts a row of a table.
func tableCells(dst []string, s string) []string {
	s = strings.TrimPrefix(strings.TrimSuffix(s, "|"), "|")
	for c := range strings.SplitSeq(s, "|") {
		dst = append(dst, strings.Trim(c, " `"))
	}
	return dst
}

// counts reports whether a row counts the columns, so that the others begin with their numbers: 1, 2, 3 and so on, after an empty cell or a word in a
// table. Elsewhere the row below must begin with 1 and be longer by that.
func (p *mapReader) counts(line int, cells []string, table bool) bool {
	if table {
		if len(cells) < 2 {
			return false
		}
		if len(cells[0]) == 1 && cells[0] != "#" {
			return false
		}
		cells = cells[1:]
	}
	for i, c := range cells {
		if c != strconv.Itoa(i+1) {
			return false
		}
	}
	if table {
		return true
	}
	if line+1 == p.to {
		return false
	}
	below := strings.Fields(p.lines[line+1].text)
	return len(below) == len(cells)+1 && below[0] == "1"
}
