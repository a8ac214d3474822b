package qa_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// tallyShown is a view as a prompt shows it: of every cell ".", "#", "+", "?" or the words for what stands there, "a chair" or "the oven".
type tallyShown struct {
	head  string // what stands on its heading after the number or letter
	label string
	cells [][]string
	marks map[string]string // the words for each mark, where a drawing has them
}

func (v *tallyShown) rows() int { return len(v.cells) }
func (v *tallyShown) cols() int { return len(v.cells[0]) }

var (
	tallyGridLine = regexp.MustCompile(`^[A-Z0-9.#+?&]+$`)
	tallyLegend   = regexp.MustCompile(`^(\S) = (.+)$`)
	tallySize     = regexp.MustCompile(`^The map has (\d+) rows? and (\d+) columns?; row 1 is at the top, column 1 on the left\.(.*)$`)
	tallyOne      = regexp.MustCompile(`^(.*) is at row (\d+), column (\d+)$`)
	tallyPiece    = regexp.MustCompile(`^rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?$`)
)

// tallyParse reads all that is shown under headings such as "View 2 (…):".
func tallyParse(prompt, word string) ([]tallyShown, error) {
	heading := regexp.MustCompile(`^` + word + ` (\w+)(?: (.*))?:$`)
	var all []tallyShown
	lines := strings.Split(prompt, "\n")
	for i := 0; i < len(lines); i++ {
		m := heading.FindStringSubmatch(lines[i])
		if m == nil {
			continue
		}
		v := tallyShown{label: m[1], head: m[2], marks: make(map[string]string)}
		var drawn []string
		j := i + 1
		for ; j < len(lines) && tallyGridLine.MatchString(lines[j]); j++ {
			drawn = append(drawn, lines[j])
		}
		text := ""
		for ; j < len(lines) && !heading.MatchString(lines[j]); j++ {
			if l := tallyLegend.FindStringSubmatch(lines[j]); l != nil && len(drawn) > 0 {
				v.marks[l[1]] = l[2]
			}
			if strings.HasPrefix(lines[j], "The map has ") {
				text = lines[j]
			}
		}
		for _, line := range drawn {
			var row []string
			for _, c := range line {
				what := string(c)
				if words, ok := v.marks[what]; ok && !strings.ContainsRune(".#+?", c) {
					what = words
				}
				row = append(row, what)
			}
			v.cells = append(v.cells, row)
		}
		if text != "" {
			said, err := tallySaid(text)
			if err != nil {
				return nil, err
			}
			if len(drawn) > 0 && !slices.EqualFunc(said, v.cells, slices.Equal[[]string]) {
				return nil, fmt.Errorf("the text of view %s says %v, the drawing shows %v", v.label, said, v.cells)
			}
			v.cells = said
		}
		if len(v.cells) == 0 {
			return nil, fmt.Errorf("view %s shows nothing", v.label)
		}
		for _, row := range v.cells {
			if len(row) != len(v.cells[0]) {
				return nil, fmt.Errorf("view %s has rows of different lengths", v.label)
			}
		}
		all = append(all, v)
		i = j - 1
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("there are no views")
	}
	return all, nil
}

// tallySaid reads sentences about a map.
func tallySaid(text string) ([][]string, error) {
	m := tallySize.FindStringSubmatch(text)
	if m == nil {
		return nil, fmt.Errorf("%q does not say a size", text)
	}
	rows, _ := strconv.Atoi(m[1])
	cols, _ := strconv.Atoi(m[2])
	cells := make([][]string, rows)
	for i := range cells {
		cells[i] = slices.Repeat([]string{"."}, cols)
	}
	grounds := map[string]string{"Walls": "#", "Doors": "+", "Nothing is known of": "?"}
	for _, sentence := range strings.Split(strings.TrimSuffix(strings.TrimSpace(m[3]), "."), ". ") {
		if sentence == "" {
			continue
		}
		if one := tallyOne.FindStringSubmatch(sentence); one != nil {
			row, _ := strconv.Atoi(one[2])
			col, _ := strconv.Atoi(one[3])
			what := one[1]
			for _, lead := range []string{"The ", "A "} {
				if strings.HasPrefix(what, lead) {
					what = strings.ToLower(lead) + what[len(lead):]
				}
			}
			cells[row-1][col-1] = what
			continue
		}
		lead, where, ok := strings.Cut(sentence, ": ")
		if !ok || grounds[lead] == "" {
			return nil, fmt.Errorf("%q is not understood", sentence)
		}
		for _, piece := range strings.Split(where, "; ") {
			p := tallyPiece.FindStringSubmatch(piece)
			if p == nil {
				return nil, fmt.Errorf("%q is no place", piece)
			}
			n := make([]int, 5)
			for k := 1; k < 5; k++ {
				n[k], _ = strconv.Atoi(p[k])
			}
			for r := n[1]; r <= max(n[1], n[2]); r++ {
				for c := n[3]; c <= max(n[3], n[4]); c++ {
					cells[r-1][c-1] = grounds[lead]
				}
			}
		}
	}
	return cells, nil
}

// tallyFills returns the prompts in which the n-th "?" of the drawings is something else.
func tallyFills(prompt string, skip func(section, row, col int) bool, fills string) (all []string) {
	lines := strings.Split(prompt, "\n")
	section, row := -1, 0
	for i, line := range lines {
		if strings.HasSuffix(line, ":") {
			section, row = section+1, 0
			continue
		}
		if !tallyGridLine.MatchString(line) || section < 0 || i == 0 {
			continue
		}
		for col := range len(line) {
			if line[col] != '?' || skip != nil && skip(section, row, col) {
				continue
			}
			for _, with := range fills {
				changed := slices.Clone(lines)
				changed[i] = line[:col] + string(with) + line[col+1:]
				all = append(all, strings.Join(changed, "\n"))
			}
		}
		row++
	}
	return all
}

// tallyMarks lists the marks that the legends of a prompt explain.
func tallyMarks(prompt string) (all string) {
	for _, line := range strings.Split(prompt, "\n") {
		if m := tallyLegend.FindStringSubmatch(line); m != nil && 'A' <= m[1][0] && m[1][0] <= 'Z' && !strings.Contains(all, m[1]) {
			all += m[1]
		}
	}
	return all
}

// tallyTurned turns cells clockwise by so many quarters.
func tallyTurned(cells [][]string, quarters int) [][]string {
	for range (quarters%4 + 4) % 4 {
		turned := make([][]string, len(cells[0]))
		for col := range cells[0] {
			for row := len(cells) - 1; row >= 0; row-- {
				turned[col] = append(turned[col], cells[row][col])
			}
		}
		cells = turned
	}
	return cells
}
