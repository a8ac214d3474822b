package audit

import (
	"encoding/binary"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/scene"
)

// scan takes words off the front of a text.
type scan struct {
	rest string
	bad  bool
}

// skip takes a word that must come next.
func (s *scan) skip(word string) {
	rest, ok := strings.CutPrefix(s.rest, word)
	s.rest, s.bad = rest, s.bad || !ok
}

// has takes a word if it comes next.
func (s *scan) has(word string) bool {
	rest, ok := strings.CutPrefix(s.rest, word)
	s.rest = rest
	return ok
}

// number takes a number up to a million.
func (s *scan) number() int {
	i := 0
	for i < len(s.rest) && i < 7 && digit(s.rest[i]) {
		i++
	}
	n, err := strconv.Atoi(s.rest[:i])
	s.rest, s.bad = s.rest[i:], s.bad || err != nil
	return n
}

// span takes "row 3" or "rows 3 to 5", from 0.
func (s *scan) span(word string) (low, high int) {
	s.skip(word)
	several := s.has("s")
	s.skip(" ")
	low = s.number()
	if high = low; several {
		s.skip(" to ")
		high = s.number()
	}
	return low - 1, high - 1
}

// box is rows and columns from 0, the last ones included.
type box struct{ top, bottom, left, right int }

// box takes "rows 3 to 5, column 2".
func (s *scan) box() (b box) {
	b.top, b.bottom = s.span("row")
	s.skip(", ")
	b.left, b.right = s.span("column")
	return b
}

// within reports whether a box lies on a grid and has cells.
func (b box) within(g *grid) bool {
	return b.top >= 0 && b.top <= b.bottom && b.bottom < g.rows && b.left >= 0 && b.left <= b.right && b.right < g.cols
}

// boxes takes boxes set apart by semicolons.
func (s *scan) boxes() (all []box) {
	for {
		all = append(all, s.box())
		if s.bad || !s.has("; ") {
			return all
		}
	}
}

// maxSide is the most rows or columns of a grid that is read.
const maxSide = 1024

// sized takes "9 rows and 8 columns" and returns an empty grid of that size.
func (s *scan) sized() *grid {
	rows := s.number()
	s.skip(" row")
	s.has("s")
	s.skip(" and ")
	cols := s.number()
	s.skip(" column")
	s.has("s")
	if s.bad = s.bad || rows > maxSide || cols > maxSide; s.bad {
		return nil
	}
	return newGrid(rows, cols)
}

// readMatrix reads dots that a sentence tells.
func readMatrix(line string) *grid {
	s := scan{rest: line}
	s.skip("The matrix has ")
	g := s.sized()
	if s.bad {
		return nil
	}
	_, dots, some := strings.Cut(s.rest, "Dots are set at ")
	if !some {
		_, dot, one := strings.Cut(s.rest, "A dot is set at ")
		dots, some = dot, one
	}
	if some {
		s.rest = dots
		for _, b := range s.boxes() {
			if s.bad || !b.within(g) {
				return nil
			}
			for row := b.top; row <= b.bottom; row++ {
				for col := b.left; col <= b.right; col++ {
					g.ground[row*g.cols+col] = '#'
				}
			}
		}
	} else if !strings.Contains(s.rest, "No dot") {
		return nil
	}
	g.index()
	return g
}

// readBoxes reads a list of things and their boxes: "A map has 8 rows and 8 columns. These things …:" and lines "- M: row 4, columns 4 to 7".
func readBoxes(lines []string, names *naming) *grid {
	s := scan{rest: lines[0]}
	s.skip("A map has ")
	g := s.sized()
	if s.bad {
		return nil
	}
	for _, line := range lines[1:] {
		name, where, ok := strings.Cut(strings.TrimPrefix(line, "- "), ": ")
		s.rest = where
		b := s.box()
		if !ok || s.bad || s.rest != "" || !b.within(g) {
			return nil
		}
		e := ent{class: 't', name: names.id(name)}
		for row := b.top; row <= b.bottom; row++ {
			for col := b.left; col <= b.right; col++ {
				e.cells = append(e.cells, int32(row*g.cols+col))
			}
		}
		g.ents = append(g.ents, e)
	}
	g.index()
	return g
}

// readScene reads a drawing of objects.
func readScene(drawing string, names *naming) *grid {
	s, err := scene.Parse(drawing, nil)
	if err != nil || s.Layout.Len() == 0 {
		return nil
	}
	rows, cols := 0, 0
	for _, e := range s.Layout.Entities {
		rows, cols = max(rows, e.At.Row+1), max(cols, e.At.Col+1)
	}
	g := newGrid(rows, cols)
	g.objects = true
	for _, e := range s.Layout.Entities {
		g.ents = append(g.ents, ent{class: 't', name: names.id(e.Name), cells: []int32{int32(e.At.Row*cols + e.At.Col)}})
	}
	g.index()
	return g
}

// readWays reads places and the ways between them, told or drawn as a street map.
func readWays(text string, net *network, names *naming) bool {
	way := func(a, b, length int) {
		label := edgeLabel{int32(length)}
		net.edges = append(net.edges, edge{int32(a), int32(b), label}, edge{int32(b), int32(a), label})
	}
	if !strings.HasPrefix(text, "The places are ") {
		g, err := scene.ParseStreets(text)
		if err != nil {
			return false
		}
		for _, p := range g.Places {
			names.id(p.Name)
		}
		for _, w := range g.Ways {
			way(w.A, w.B, w.Length)
		}
		return len(g.Places) > 0
	}
	places, rest, _ := strings.Cut(strings.TrimPrefix(text, "The places are "), ". ")
	for part := range strings.SplitSeq(places, ", ") {
		for name := range strings.SplitSeq(part, " and ") {
			names.id(name)
		}
	}
	if rest == "There are no ways between them." {
		return true
	}
	_, list, ok := strings.Cut(rest, ": ")
	list, unit := strings.CutSuffix(list, ". Every way has length 1.")
	for part := range strings.SplitSeq(strings.TrimSuffix(list, "."), "; ") {
		length := 1
		if !unit {
			ends, measure, measured := strings.Cut(part, " (length ")
			s := scan{rest: measure}
			length = s.number()
			if s.skip(")"); !measured || s.bad {
				return false
			}
			part = ends
		}
		from, to, joined := strings.Cut(part, " to ")
		a, knownA := names.ids[bare(from)]
		b, knownB := names.ids[bare(to)]
		if !joined || !knownA || !knownB {
			return false
		}
		way(a, b, length)
	}
	return ok
}

// sheet is a sheet of paper, what is folded over and where holes are.
type sheet struct {
	*grid
	folds []fold
}

// fold takes what lies on one side of a crease over it.
type fold struct {
	down, right int // where what is folded lies, seen from the crease
	at          int // rows or columns before the crease
}

// readSheet reads a folded sheet, told or drawn.
func readSheet(text string) (*sheet, bool) {
	s := scan{rest: text}
	s.skip("A sheet of paper of ")
	sh := &sheet{grid: s.sized()}
	if s.bad {
		return nil, false
	}
	for range strings.Count(text, "The part ") {
		_, s.rest, _ = strings.Cut(s.rest, "The part ")
		var f fold
		for _, side := range [...]struct {
			word        string
			down, right int
		}{{"above", -1, 0}, {"below", 1, 0}, {"left of", 0, -1}, {"right of", 0, 1}} {
			if s.has(side.word) {
				f.down, f.right = side.down, side.right
			}
		}
		s.skip(" the crease between ")
		if s.bad = s.bad || !s.has("rows ") && !s.has("columns "); s.bad {
			return nil, false
		}
		f.at = s.number()
		sh.folds = append(sh.folds, f)
	}
	_, punched, ok := strings.Cut(s.rest, "Then holes are punched")
	if !ok {
		_, punched, ok = strings.Cut(s.rest, "Then a hole is punched")
	}
	if _, told, found := strings.Cut(punched, " through all layers at "); found {
		s.rest = told
		for _, b := range s.boxes() {
			if s.bad || !b.within(sh.grid) {
				return nil, false
			}
			for row := b.top; row <= b.bottom; row++ {
				for col := b.left; col <= b.right; col++ {
					sh.ground[row*sh.cols+col] = '#'
				}
			}
		}
		return sh, ok
	}
	_, drawn, _ := strings.Cut(punched, "\n\n")
	for row, line := range strings.SplitN(drawn, "\n", sh.rows+1) {
		if row == sh.rows {
			break
		}
		if len(line) != sh.cols {
			return nil, false
		}
		for col := range line {
			if line[col] == '#' {
				sh.ground[row*sh.cols+col] = '#'
			}
		}
	}
	return sh, ok
}

// appendForm appends all that the sheet shows, moved.
func (sh *sheet) appendForm(dst []byte, t turn) []byte {
	sh.index()
	dst = append(dst, 'P')
	for _, f := range sh.folds {
		down, right := t.vector(f.down, f.right)
		at := f.at
		if a, b := t.vector(f.down*f.down, f.right*f.right); a+b < 0 { // counted from the other side
			at = sh.rows*f.down*f.down + sh.cols*f.right*f.right - at
		}
		dst = binary.AppendVarint(append(dst, byte('1'+down), byte('1'+right)), int64(at))
	}
	return sh.grid.appendForm(dst, t, &labels{})
}

// appendLog appends a log with names replaced in the order in which they come up; false where it is none. Where the places
// lie in a row, they come up in that order.
func appendLog(dst []byte, lines []string, names *naming) ([]byte, bool) {
	classes := [3]string{"\x00who ", "\x00where ", "\x00what "}
	seen := map[string]int{}
	label := func(class int, name string) {
		id, ok := seen[classes[class]+name]
		if !ok {
			id = len(seen)
			seen[classes[class]+name] = id
		}
		names.id(name)
		dst = binary.AppendUvarint(append(dst, "wpt"[class]), uint64(id))
	}
	dst = append(dst, 'L')
	for _, line := range lines {
		switch {
		case line == "" || strings.HasPrefix(line, "| Step") || strings.HasPrefix(line, "|--"):
		case strings.HasPrefix(line, "The places lie in "):
			_, places, ok := strings.Cut(line, ": ")
			if !ok {
				return dst, false
			}
			dst = append(dst, line[:strings.IndexByte(line, ':')]...)
			for place := range strings.SplitSeq(strings.TrimSuffix(places, "."), ", ") {
				label(1, bare(place))
			}
		case strings.HasPrefix(line, "|"):
			fields := strings.Split(strings.Trim(line, "| "), " | ")
			if len(fields) != 4 {
				return dst, false
			}
			label(0, bare(fields[1]))
			label(1, bare(fields[2]))
			if fields[3] != "-" {
				label(2, bare(fields[3]))
			}
		case strings.HasPrefix(line, "Step "):
			_, visit, _ := strings.Cut(strings.TrimSuffix(line, "."), ": ")
			visit, what, sees := strings.Cut(visit, " and sees ")
			who, where, ok := strings.Cut(visit, " comes to ")
			if !ok {
				return dst, false
			}
			label(0, bare(who))
			label(1, bare(where))
			if sees {
				label(2, bare(what))
			}
		default:
			return dst, false
		}
	}
	return dst, true
}
