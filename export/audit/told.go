package audit

import (
	"strings"

	"github.com/gridscribe/gridscribe/scene"
)

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
