package audit

import (
	"encoding/binary"
	"strings"
)

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
