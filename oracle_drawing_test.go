package gridscribe_test

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// This file reads drawings. It knows only what the corpus promises of the three styles, and takes nothing else: a
// drawing that is off by one blank is an error. Every reader goes its own way.

// place is a row and a column.
type place [2]int

// readDrawing returns where each object stands, by its number.
func readDrawing(style, text string) (map[int]place, error) {
	var cells map[int]place
	var err error
	switch style {
	case "simple":
		cells, err = readSimple(text)
	case "grid":
		cells, err = readGrid(text)
	case "panel":
		cells, err = readPanel(text)
	}
	if err != nil {
		return nil, fmt.Errorf("%s drawing: %w\n%s", style, err, text)
	}
	return cells, nil
}

// widestName returns the width of the longest run of capitals in a drawing.
func widestName(text string) int {
	widest, run := 0, 0
	for _, c := range text {
		if c >= 'A' && c <= 'Z' {
			run++
			widest = max(widest, run)
		} else {
			run = 0
		}
	}
	return widest
}

func putName(cells map[int]place, name string, at place) error {
	k := objectNumber(name)
	if _, twice := cells[k]; twice || k < 0 {
		return fmt.Errorf("%q is no name, or stands twice", name)
	}
	cells[k] = at
	return nil
}

// readSimple walks over the characters. A name starts a multiple of w+2 into its line.
func readSimple(text string) (map[int]place, error) {
	cells, pitch := make(map[int]place), widestName(text)+2
	row, start, x := 0, 0, 0
	for i := 0; i <= len(text); i++ {
		c := byte('\n')
		if i < len(text) {
			c = text[i]
		}
		if c >= 'A' && c <= 'Z' {
			x++
			continue
		}
		if start < x { // a name ends here
			if start%pitch != 0 {
				return nil, fmt.Errorf("a name starts %d into line %d", start, row)
			}
			if err := putName(cells, text[i-(x-start):i], place{row, start / pitch}); err != nil {
				return nil, err
			}
		} else if c == '\n' {
			return nil, fmt.Errorf("line %d is empty or ends in a blank", row)
		}
		switch c {
		case '\n':
			row, x, start = row+1, 0, 0
		case ' ':
			x++
			start = x
		default:
			return nil, fmt.Errorf("%q in line %d", c, row)
		}
	}
	return cells, nil
}

// readGrid cuts every line at its borders.
func readGrid(text string) (map[int]place, error) {
	cells, w := make(map[int]place), widestName(text)
	lines := strings.Split(text, "\n")
	columns := strings.Count(lines[0], "+") - 1
	border := strings.Repeat("+"+strings.Repeat("-", w+1), max(columns, 0)) + "+"
	for i, line := range lines {
		if i%2 == 0 {
			if line != border {
				return nil, fmt.Errorf("line %d is no border of %d cells", i, columns)
			}
			continue
		}
		inside := strings.Split(line, "|")
		if len(inside) != columns+2 || inside[0] != "" || inside[columns+1] != "" {
			return nil, fmt.Errorf("line %d has no %d cells", i, columns)
		}
		for col, cell := range inside[1 : columns+1] {
			name := strings.Trim(cell, " ")
			if len(cell) != w+1 {
				return nil, fmt.Errorf("line %d, cell %d is %d wide", i, col, len(cell))
			}
			if name == "" {
				continue
			}
			if at := strings.Index(cell, name) + 1; at != (w+2-len(name))/2 {
				return nil, fmt.Errorf("%s starts %d after its border", name, at)
			}
			if err := putName(cells, name, place{i / 2, col}); err != nil {
				return nil, err
			}
		}
	}
	if len(lines)%2 != 1 {
		return nil, fmt.Errorf("%d lines", len(lines))
	}
	return cells, nil
}

// readPanel takes the box off and then looks at each place where a name may stand.
func readPanel(text string) (map[int]place, error) {
	cells, w := make(map[int]place), widestName(text)
	lines := strings.Split(text, "\n")
	inside := utf8.RuneCountInString(lines[0]) - 2
	last := len(lines) - 1
	stroke := strings.Repeat("─", max(inside, 0))
	if last < 2 || lines[0] != "┌"+stroke+"┐" || lines[last] != "└"+stroke+"┘" || (inside-1)%(w+2) != 0 {
		return nil, fmt.Errorf("this is no box, or it is %d wide inside", inside)
	}
	for row, line := range lines[1:last] {
		line, ok := strings.CutPrefix(line, "│")
		line, ok2 := strings.CutSuffix(line, "│")
		if !ok || !ok2 || len(line) != inside || line[0] != ' ' {
			return nil, fmt.Errorf("row %d does not fit the box", row)
		}
		for col := range (inside - 1) / (w + 2) {
			part := line[1+col*(w+2):][:w+2]
			name := strings.TrimRight(part, " ")
			if name == "" {
				continue
			}
			if len(name) > w {
				return nil, fmt.Errorf("%q overflows its column", name)
			}
			if err := putName(cells, name, place{row, col}); err != nil {
				return nil, err
			}
		}
	}
	return cells, nil
}

// checkCompact reports a row or column of a drawing that is empty.
func checkCompact(cells map[int]place) error {
	for axis := range 2 {
		used, size := make(map[int]bool), 0
		for _, at := range cells {
			used[at[axis]] = true
			size = max(size, at[axis]+1)
		}
		if len(used) != size {
			return fmt.Errorf("of %d rows or columns %d are used", size, len(used))
		}
	}
	return nil
}
