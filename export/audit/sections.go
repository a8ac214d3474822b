package audit

import (
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/scene"
)

// section is one of the maps of a prompt, with its heading: "Tile A:".
type section struct {
	heading string // its first word; empty where there is none
	name    string // what tells it from the others: "A", "2"
	*grid
}

// free reports whether the order of sections is told by their names alone.
func (s section) free() bool {
	return s.heading == "Tile" || s.heading == "View" || s.heading == "Crop"
}

// lineAt returns the line that starts at i, and where the next one starts.
func lineAt(text string, i int) (line string, next int) {
	if end := strings.IndexByte(text[i:], '\n'); end >= 0 {
		return text[i : i+end], i + end + 1
	}
	return text[i:], len(text)
}

// heading reads the heading of a section.
func heading(line string) (s section, ok bool) {
	line, ok = strings.CutSuffix(line, ":")
	if !ok {
		return s, false
	}
	switch line {
	case "Before", "After", "First view", "Second view":
		return section{heading: "Order", name: line}, true
	}
	line, window, placed := strings.Cut(line, " (")
	word, name, named := strings.Cut(line, " ")
	s = section{heading: word, name: name, grid: &grid{}}
	if !s.free() || !named || len(name) > 3 {
		return s, false
	}
	if placed {
		in := scan{rest: window}
		b := in.box()
		in.skip(" of the whole map")
		if in.has(", shown after a ") { // the window is that before the turn
			how, _, _ := strings.Cut(in.rest, ")")
			s.turned, in.rest = how, ")"
		}
		in.skip(")")
		s.window, s.placed = b, true
		return s, !in.bad
	}
	return s, true
}

// drawnLine reports whether a line is a row of a drawn map.
func drawnLine(line string) bool {
	for i := range len(line) {
		switch c := line[i]; {
		case letter(c) && c < 0x80, digit(c), c == '.', c == '#', c == '+', c == '?', c == '*', c == '&':
		default:
			return false
		}
	}
	return line != ""
}

// legendLine reports whether a line is one of a legend: "Q = the harp".
func legendLine(line string) bool {
	return len(line) > 4 && line[1:4] == " = "
}

// readSections reads the maps that a prompt begins with. Told and drawn, a map counts once. It returns what is left of the
// prompt; no sections where it begins with none, or with one that is not understood.
func readSections(prompt string, names *naming) (all []section, rest string) {
	i := 0
	var current section
	open := false // a section waits for its map
	add := func(g *grid) bool {
		if g == nil {
			return false
		}
		switch {
		case open && current.grid != nil && current.placed:
			g.window, g.turned, g.placed = current.window, current.turned, true
		case !open && len(all) > 0:
			return true // the same once more
		}
		current.grid = g
		all, open = append(all, current), false
		return true
	}
	for i < len(prompt) {
		line, next := lineAt(prompt, i)
		if line == "" {
			i = next
			continue
		}
		if s, ok := heading(line); ok && !open {
			current, open, i = s, true, next
			continue
		}
		switch {
		case strings.HasPrefix(line, "The map has "):
			if again := !open && len(all) > 0; !again {
				m, err := describe.ReadMap(line)
				if err != nil || !add(mapGrid(m, names)) {
					return nil, prompt
				}
			}
			i = next
		case strings.HasPrefix(line, "The matrix has "):
			if !add(readMatrix(line)) {
				return nil, prompt
			}
			i = next
		case strings.HasPrefix(line, "A map has "):
			paragraph, _, _ := strings.Cut(prompt[i:], "\n\n")
			if !add(readBoxes(strings.Split(paragraph, "\n"), names)) {
				return nil, prompt
			}
			i += len(paragraph)
		case drawnLine(line), strings.HasPrefix(line, "|   "), strings.HasPrefix(strings.TrimLeft(line, " "), "1 ") && line[0] == ' ':
			end, legend, walled := drawingAt(prompt[i:])
			if open || len(all) == 0 {
				drawing := prompt[i : i+legend]
				var g *grid
				if m, _, err := scene.ParseMap(drawing); err == nil && (walled || legend > end) {
					g = mapGrid(m, names)
				} else if drawnLine(line) && (walled || legend > end) {
					g = plainGrid(prompt[i:i+end], drawing[end:], names)
				} else if g = readScene(drawing, names); g == nil && drawnLine(line) { // things all over the map
					g = plainGrid(prompt[i:i+end], drawing[end:], names)
				}
				if !add(g) {
					return nil, prompt
				}
			}
			i += legend
		default:
			if open {
				return nil, prompt
			}
			return all, prompt[i:]
		}
	}
	return all, ""
}

// drawingAt measures a drawing at the start of a text, without and with its legend, and tells whether it shows floor or walls.
func drawingAt(text string) (end, legend int, walled bool) {
	for end < len(text) {
		row, after := lineAt(text, end)
		if row == "" || drawnLine(text[:strings.IndexByte(text+"\n", '\n')]) && !drawnLine(row) {
			break
		}
		walled = walled || strings.ContainsAny(row, ".#")
		end = after
	}
	legend = end
	for j := end; j < len(text); {
		row, after := lineAt(text, j)
		if row != "" && !legendLine(row) {
			break
		}
		if j = after; row != "" {
			legend = after
		}
	}
	return end, legend, walled
}

// plainGrid reads a drawing mark by mark, and the names of its marks from the legend. A cell that two things share is of neither.
func plainGrid(drawing, legend string, names *naming) *grid {
	called := map[byte]string{}
	for line := range strings.SplitSeq(legend, "\n") {
		if legendLine(line) {
			called[line[0]] = line[4:]
		}
	}
	lines := strings.Split(strings.TrimRight(drawing, "\n"), "\n")
	g := newGrid(len(lines), len(lines[0]))
	at := map[byte]int{}
	for row, line := range lines {
		if len(line) != g.cols {
			return nil
		}
		for col := range g.cols {
			c, cell := line[col], int32(row*g.cols+col)
			if !letter(c) && !digit(c) {
				g.ground[cell] = c
				continue
			}
			i, ok := at[c]
			if !ok {
				name, told := called[c]
				if !told {
					name = line[col : col+1]
				}
				e := ent{class: 't'}
				if c >= 'a' {
					e.class = 'r'
				}
				if strings.HasPrefix(name, "a ") || strings.HasPrefix(name, "an ") {
					e.class, e.name = 'k', names.kind(bare(name))
				} else {
					e.name = names.id(name)
				}
				i = len(g.ents)
				at[c] = i
				g.ents = append(g.ents, e)
			}
			g.ents[i].cells = append(g.ents[i].cells, cell)
		}
	}
	g.index()
	return g
}
