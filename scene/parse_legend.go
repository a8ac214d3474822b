package scene

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// legend reads what the legend says of marks.
func (p *mapReader) legend() *SyntaxError {
	fenced := p.lines[p.from].fenced
	for i := p.to; i < len(p.lines); i++ {
		l := p.lines[i]
		if l.fence && fenced {
			fenced = false
		}
		mark, what, ok := legendLine(l.text)
		switch {
		case !ok:
			if fenced && l.text != "" && !strings.HasSuffix(l.text, ":") {
				return p.fault(i, Unknown, l.text)
			}
		case p.told[mark] > 0 && p.meaning[mark] != what:
			return p.fault(i, Duplicate, string(rune(mark)))
		default:
			p.meaning[mark], p.told[mark] = what, i+1
		}
	}
	return nil
}

// legendLine returns what a line of a legend says, as "K = the kettle", "- `K`: the kettle".
func legendLine(s string) (mark byte, what string, ok bool) {
	for _, bullet := range []string{"- ", "* ", "• "} {
		if rest, cut := strings.CutPrefix(s, bullet); cut && !strings.HasPrefix(strings.TrimSpace(rest), "=") {
			s = rest
		}
	}
	s = strings.TrimLeft(s, " `*")
	if strings.HasPrefix(s, "=") || strings.HasPrefix(s, ":") {
		s = "*" + s // the mark is an asterisk itself
	}
	if len(s) < 3 || !isMapMark(s[0]) {
		return 0, "", false
	}
	rest := strings.TrimLeft(s[1:], " `*")
	switch {
	case strings.HasPrefix(rest, "="), strings.HasPrefix(rest, ":"):
		rest = rest[1:]
	default:
		return 0, "", false
	}
	what = strings.TrimRight(strings.TrimSpace(rest), " `*.;,")
	return s[0], what, what != ""
}

// ground reads floor, walls, doors and what is hidden, and tells a drawing of 0 and 1.
func (p *mapReader) ground() *SyntaxError {
	zero, one := strings.ToLower(p.meaning['0']), strings.ToLower(p.meaning['1'])
	if p.style == Plain && (isGroundWord(layout.Floor, zero) || isGroundWord(layout.Wall, one)) {
		p.style = MapBinary
		p.meaning['0'], p.meaning['1'] = "", ""
	}
	for g, mark := range groundMarks {
		if what := p.meaning[mark]; what != "" && !isGroundWord(layout.Ground(g), strings.ToLower(what)) {
			return p.fault(p.told[mark]-1, Impossible, string(rune(mark)))
		}
	}
	if what := p.meaning[SharedMark]; what != "" && !slices.ContainsFunc([]string{"two", "both", "overlap", "share"}, func(word string) bool {
		return strings.Contains(strings.ToLower(what), word)
	}) {
		return p.fault(p.told[SharedMark]-1, Impossible, string(rune(SharedMark)))
	}
	p.m.Ground = make([]layout.Ground, len(p.marks))
	for i, mark := range p.marks {
		if p.style == MapBinary {
			switch mark {
			case '0':
				p.marks[i] = FloorMark
			case '1':
				p.marks[i] = WallMark
			default:
				return p.faultAt(i, Unknown)
			}
			mark = p.marks[i]
		}
		if g := slices.Index(groundMarks[:], mark); g > 0 {
			p.m.Ground[i] = layout.Ground(g)
		}
	}
	return nil
}

func isGroundWord(g layout.Ground, what string) bool {
	var words []string
	switch g {
	case layout.Floor:
		words = []string{"floor", "free", "empty", "empty floor", "free floor", "open floor"}
	case layout.Wall:
		words = []string{"wall", "walls", "a wall"}
	case layout.Door:
		words = []string{"door", "doors", "a door"}
	case layout.Hidden:
		words = []string{"unknown", "hidden"}
	}
	return slices.Contains(words, what)
}

// faultAt returns an error about the mark of a cell.
func (p *mapReader) faultAt(cell int, reason Reason) *SyntaxError {
	row, line := cell/p.m.Cols, p.from
	head := p.style == MapAxes || p.style == MapTable
	for ; line < p.to-1; line++ {
		s := p.lines[line].text
		if s[0] == '|' && strings.Trim(s, "|-: ") == "" {
			continue
		}
		if head {
			head = false
		} else if row--; row < 0 {
			break
		}
	}
	return &SyntaxError{Line: line + 1, Col: p.lines[line].indent + 1 + cell%p.m.Cols, Reason: reason, Names: []string{string(rune(p.marks[cell]))}}
}

// isThingMark reports whether a mark is one of things.
func isThingMark(c byte) bool { return 'A' <= c && c <= 'Z' || isDigit(c) || c == '*' }

// things reads the things, but for the cells that they share.
func (p *mapReader) things() *SyntaxError {
	var first [256]int // the thing of a mark, from 1
	var kinds []int    // things that only their kind tells
	for i, mark := range p.marks {
		switch {
		case 'a' <= mark && mark <= 'z' && p.told[mark] == 0:
			return p.faultAt(i, Unexplained)
		case !isThingMark(mark):
			continue
		}
		kind, isKind := kindOf(p.meaning[mark])
		if k := first[mark]; k > 0 && !isKind {
			t := &p.m.Things[k-1]
			t.Cells = append(t.Cells, p.m.Cell(i))
			continue
		}
		t := layout.Thing{Mark: mark, Cells: []layout.Cell{p.m.Cell(i)}, Kind: kind}
		if isKind {
			kinds = append(kinds, len(p.m.Things))
		} else {
			t.Name, t.Facing = nameOf(mark, p.meaning[mark])
		}
		p.m.Things = append(p.m.Things, t)
		first[mark] = len(p.m.Things)
	}
	// Those below others show no mark of their own.
	for mark, line := range p.told {
		c := byte(mark)
		if line == 0 || first[c] > 0 || !isThingMark(c) || p.meaning[c] == "" {
			continue
		}
		if _, isKind := kindOf(p.meaning[c]); isKind || !slices.Contains(p.marks, SharedMark) {
			return p.fault(line-1, Missing, string(rune(c)))
		}
		t := layout.Thing{Mark: c}
		t.Name, t.Facing = nameOf(c, p.meaning[c])
		p.m.Things = append(p.m.Things, t)
	}
	return p.names(kinds)
}

// names gives the things that only their kind tells names of their own. No two others may have one name.
func (p *mapReader) names(kinds []int) *SyntaxError {
	var few [64]string
	taken := few[:0] // no more than there are marks
	for i := range p.m.Things {
		t := &p.m.Things[i]
		if t.Name == "" {
			continue
		}
		if slices.Contains(taken, t.Name) {
			return p.fault(max(p.told[t.Mark]-1, p.from), Impossible, t.Name)
		}
		taken = append(taken, t.Name)
	}
	for c := byte('a'); c <= 'z'; c++ {
		if name := p.meaning[c]; name != "" {
			if slices.Contains(taken, name) {
				return p.fault(p.told[c]-1, Impossible, name)
			}
			taken = append(taken, name)
		}
	}
	if len(kinds) == 0 {
		return nil
	}
	count := make(map[string]int)
	for _, i := range kinds {
		t := &p.m.Things[i]
		for t.Name == "" || slices.Contains(taken, t.Name) {
			count[t.Kind]++
			t.Name = t.Kind + " " + strconv.Itoa(count[t.Kind])
		}
	}
	return nil
}

// kindOf returns the kind that "a chair" tells of.
func kindOf(what string) (string, bool) {
	for _, article := range []string{"a ", "an ", "A ", "An "} {
		if kind, ok := strings.CutPrefix(what, article); ok && kind != "" && !strings.Contains(what, ", facing ") {
			return kind, true
		}
	}
	return "", false
}

// nameOf returns what a thing is called and where it looks: "the cook, facing north".
func nameOf(mark byte, what string) (string, layout.Cardinal) {
	if what == "" {
		return string(rune(mark)), layout.EQ
	}
	if name, facing, ok := strings.Cut(what, ", facing "); ok && name != "" {
		facing = strings.ToLower(strings.NewReplacer("-", "", " ", "").Replace(facing))
		for c, known := range facingNames {
			if known != "" && strings.ReplaceAll(known, "-", "") == facing {
				return name, layout.Cardinal(c)
			}
		}
	}
	return what, layout.EQ
}
