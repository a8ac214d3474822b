package scene

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// How far apart places stand in the drawing of a street map.
const (
	streetCols = 4 // "A---B"
	streetRows = 2
)

// ErrNoStreets is wrapped by the error for a graph that cannot be drawn as a street map.
var ErrNoStreets = errors.New("the graph is no street map")

// AppendStreets draws a graph as a street map, a letter for every place, "---" and "|" for the ways between neighbours; no line end at the last. The
// error wraps [ErrNoStreets] where a name is not one capital letter, two places stand on one cell, or a way joins others than neighbours or is not of length
// 1. Places stand where they are, and the top left is cell 0, 0; rows and columns without places stay free.
func AppendStreets(dst []byte, g *layout.Graph) ([]byte, error) {
	if err := g.Validate(); err != nil {
		return dst, fmt.Errorf("scene: %w: %w", err, ErrNoStreets)
	}
	rows, cols := layout.Layout{Entities: g.Places}.Bounds()
	if rows > layout.MaxMapSide || cols > layout.MaxMapSide {
		return dst, fmt.Errorf("scene: %d rows and %d columns: %w", rows, cols, ErrNoStreets)
	}
	for _, p := range g.Places {
		if p.At.Row < 0 || p.At.Col < 0 || len(p.Name) != 1 || p.Name[0] < 'A' || p.Name[0] > 'Z' {
			return dst, fmt.Errorf("scene: place %q at row %d, column %d: %w", p.Name, p.At.Row, p.At.Col, ErrNoStreets)
		}
	}
	high, wide := (rows-1)*streetRows+1, (cols-1)*streetCols+1
	if len(g.Places) == 0 {
		return dst, nil
	}
	drawn := make([]byte, high*wide)
	for i := range drawn {
		drawn[i] = ' '
	}
	at := func(c layout.Cell, downs, rights int) *byte {
		return &drawn[(c.Row*streetRows+downs)*wide+c.Col*streetCols+rights]
	}
	for _, p := range g.Places {
		if *at(p.At, 0, 0) != ' ' {
			return dst, fmt.Errorf("scene: two places at row %d, column %d: %w", p.At.Row, p.At.Col, ErrNoStreets)
		}
		*at(p.At, 0, 0) = p.Name[0]
	}
	for _, w := range g.Ways {
		a, b := g.Places[w.A].At, g.Places[w.B].At
		if a.Row > b.Row || a.Col > b.Col {
			a, b = b, a
		}
		switch {
		case w.Length != 1:
			return dst, fmt.Errorf("scene: a way of length %d: %w", w.Length, ErrNoStreets)
		case a.Row == b.Row && b.Col == a.Col+1:
			for i := 1; i < streetCols; i++ {
				*at(a, 0, i) = '-'
			}
		case a.Col == b.Col && b.Row == a.Row+1:
			*at(a, 1, 0) = '|'
		default:
			return dst, fmt.Errorf("scene: %q and %q are no neighbours: %w", g.Places[w.A].Name, g.Places[w.B].Name, ErrNoStreets)
		}
	}
	for row := range high {
		if row > 0 {
			dst = append(dst, '\n')
		}
		dst = append(dst, strings.TrimRight(string(drawn[row*wide:(row+1)*wide]), " ")...)
	}
	return dst, nil
}

// ParseStreets reads the drawing of a street map: places in reading order, and the ways of each to the right and down. The error says
// what stands where it should not.
func ParseStreets(drawing string) (*layout.Graph, error) {
	g := new(layout.Graph)
	if drawing == "" {
		return g, nil
	}
	lines := strings.Split(drawing, "\n")
	char := func(row, col int) byte {
		if row < 0 || row >= len(lines) || col < 0 || col >= len(lines[row]) {
			return ' '
		}
		return lines[row][col]
	}
	number := map[layout.Cell]int{}
	read := 0 // characters that belong to a place or a way
	for row := 0; row < len(lines); row += streetRows {
		for col := 0; col < len(lines[row]); col += streetCols {
			if c := lines[row][col]; c >= 'A' && c <= 'Z' {
				at := layout.Cell{Row: row / streetRows, Col: col / streetCols}
				number[at] = len(g.Places)
				g.Places = append(g.Places, layout.Entity{Name: string(rune(c)), At: at})
				read++
			}
		}
	}
	for i, p := range g.Places {
		row, col := p.At.Row*streetRows, p.At.Col*streetCols
		if next, ok := number[layout.Cell{Row: p.At.Row, Col: p.At.Col + 1}]; ok && char(row, col+1) == '-' {
			for k := 1; k < streetCols; k++ {
				if char(row, col+k) != '-' {
					return nil, fmt.Errorf("scene: a street is broken off in line %d", row+1)
				}
			}
			g.Ways = append(g.Ways, layout.Way{A: i, B: next, Length: 1})
			read += streetCols - 1
		}
		if next, ok := number[layout.Cell{Row: p.At.Row + 1, Col: p.At.Col}]; ok && char(row+1, col) == '|' {
			g.Ways = append(g.Ways, layout.Way{A: i, B: next, Length: 1})
			read++
		}
	}
	for i, line := range lines {
		for k := range len(line) {
			if line[k] != ' ' {
				read--
			}
		}
		if strings.HasSuffix(line, " ") {
			return nil, fmt.Errorf("scene: line %d ends in a blank", i+1)
		}
	}
	if read != 0 {
		return nil, errors.New("scene: something stands beside the places and streets")
	}
	if err := g.Validate(); err != nil {
		return nil, fmt.Errorf("scene: %w", err)
	}
	return g, nil
}
