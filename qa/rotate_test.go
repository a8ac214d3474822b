package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var (
	rotateDots   = regexp.MustCompile(`^[.#?]+$`)
	rotateMarks  = regexp.MustCompile(`^[.#A-Z0-9?]+$`)
	rotateSize   = regexp.MustCompile(`has (\d+) rows? and (\d+) columns?;`)
	rotateLegend = regexp.MustCompile(`(?m)^([A-Z0-9]) = (.+)$`)
	rotateThing  = regexp.MustCompile(`(?:^|\. )([^.]+?) is at row (\d+), column (\d+)`)
	rotateWhere  = regexp.MustCompile(`(?:Where is|row and column is) (.+?) (?:afterwards|in then)\?`)
	rotateWhat   = regexp.MustCompile(`(?:What is|do you find) at row (\d+), column (\d+)`)
)

// rotateBlock returns the first run of lines that are rows.
func rotateBlock(text string, row *regexp.Regexp) (rows []string) {
	for _, line := range strings.Split(text, "\n") {
		if row.MatchString(line) {
			rows = append(rows, line)
		} else if len(rows) > 0 {
			break
		}
	}
	return rows
}

// rotateKeys returns what a shape is like in all four turns, each written as its cells from the smallest row and column.
func rotateKeys(rows []string, mirror bool) map[string]bool {
	var cells [][2]int
	for r, line := range rows {
		for c, mark := range line {
			if mark == '#' {
				if mirror {
					c = -c
				}
				cells = append(cells, [2]int{r, c})
			}
		}
	}
	keys := make(map[string]bool)
	for range 4 {
		var all []string
		lowR, lowC := 1<<20, 1<<20
		for i := range cells {
			cells[i] = [2]int{cells[i][1], -cells[i][0]}
			lowR, lowC = min(lowR, cells[i][0]), min(lowC, cells[i][1])
		}
		for _, c := range cells {
			all = append(all, fmt.Sprintf("%03d,%03d", c[0]-lowR, c[1]-lowC))
		}
		sort.Strings(all)
		keys[strings.Join(all, " ")] = true
	}
	return keys
}

// rotateApply moves a grid of characters as the sentence says, step by step.
func rotateApply(rows []string, sentence string) []string {
	for _, step := range strings.Split(sentence, ", then ") {
		h, w := len(rows), len(rows[0])
		from := func(r, c int) (int, int) { return r, c }
		nh, nw := h, w
		switch {
		case strings.Contains(step, "180"):
			from = func(r, c int) (int, int) { return h - 1 - r, w - 1 - c }
		case strings.Contains(step, "counterclockwise"):
			nh, nw = w, h
			from = func(r, c int) (int, int) { return c, w - 1 - r }
		case strings.Contains(step, "clockwise"):
			nh, nw = w, h
			from = func(r, c int) (int, int) { return h - 1 - c, r }
		case strings.Contains(step, "left to right"):
			from = func(r, c int) (int, int) { return r, w - 1 - c }
		case strings.Contains(step, "top to bottom"):
			from = func(r, c int) (int, int) { return h - 1 - r, c }
		case strings.Contains(step, "diagonal"):
			nh, nw = w, h
			from = func(r, c int) (int, int) { return c, r }
		}
		moved := make([]string, nh)
		for r := range nh {
			for c := range nw {
				fr, fc := from(r, c)
				moved[r] += rows[fr][fc : fc+1]
			}
		}
		rows = moved
	}
	return rows
}

func rotateSolve(prompt string) (qatest.Solution, error) {
	none := qatest.Solution{}
	sections := strings.Split(prompt, "\n\n")
	question := sections[len(sections)-1]
	if !strings.Contains(question, "ption") && !strings.Contains(prompt, "atrix") {
		return rotateSolveMap(prompt, question)
	}
	var rows []string
	evidence := strings.Join(sections[:len(sections)-2], "\n\n")
	if m := rotateSize.FindStringSubmatch(evidence); m != nil {
		text, _, _ := strings.Cut(evidence, ", and at no other")
		set := foldListed(text)
		for r := 1; r <= foldInt(m[1]); r++ {
			line := ""
			for c := 1; c <= foldInt(m[2]); c++ {
				if set[[2]int{r, c}] {
					line += "#"
				} else {
					line += "."
				}
			}
			rows = append(rows, line)
		}
		if drawn := rotateBlock(evidence, rotateDots); drawn != nil && fmt.Sprint(drawn) != fmt.Sprint(rows) {
			return none, errors.New("the drawing is not what the text says")
		}
	} else {
		rows = rotateBlock(evidence, rotateDots)
	}
	if rows == nil {
		return none, errors.New("no matrix")
	}
	if _, after, ok := strings.Cut(question, " is "); ok && !strings.Contains(question, "ption") {
		sentence, _, _ := strings.Cut(after, ". ")
		return qatest.Solution{Answer: strings.Join(rotateApply(rows, sentence), "\n")}, nil
	}
	keys := rotateKeys(rows, strings.Contains(question, "Which option is a mirror") || strings.Contains(question, "seen in a mirror"))
	right := ""
	for i := 0; i < 9; i++ {
		letter := string(rune('A' + i))
		_, after, ok := strings.Cut(question, "\n"+letter+")\n")
		if !ok {
			break
		}
		for key := range rotateKeys(rotateBlock(after, rotateDots), false) {
			if keys[key] {
				right += letter
				break
			}
		}
	}
	if len(right) != 1 {
		return none, fmt.Errorf("options %q are right", right)
	}
	return qatest.Solution{Answer: right}, nil
}

func rotateSolveMap(prompt, question string) (qatest.Solution, error) {
	none := qatest.Solution{}
	names := make(map[byte]string)
	rows := rotateBlock(prompt, rotateMarks)
	if m := rotateSize.FindStringSubmatch(prompt); m != nil && rows == nil {
		grid := make([][]byte, foldInt(m[1]))
		for r := range grid {
			grid[r] = []byte(strings.Repeat(".", foldInt(m[2])))
		}
		mark := byte('A')
		for _, t := range rotateThing.FindAllStringSubmatch(strings.Split(prompt, "\n")[0], -1) {
			grid[foldInt(t[2])-1][foldInt(t[3])-1] = mark
			names[mark] = t[1]
			mark++
		}
		for _, line := range grid {
			rows = append(rows, string(line))
		}
	} else {
		for _, l := range rotateLegend.FindAllStringSubmatch(prompt, -1) {
			names[l[1][0]] = l[2]
		}
		for _, line := range rows {
			for _, mark := range []byte(line) {
				if mark != '.' && mark != '?' && names[mark] == "" {
					names[mark] = string(rune(mark))
				}
			}
		}
	}
	if rows == nil {
		return none, errors.New("no map")
	}
	if once := strings.NewReplacer(".", "", "#", "", "?", "").Replace(strings.Join(rows, "")); strings.IndexFunc(once, func(mark rune) bool {
		return strings.Count(once, string(mark)) > 1
	}) >= 0 {
		return none, errors.New("something stands there twice")
	}
	_, after, _ := strings.Cut(question, " is ")
	sentence, _, _ := strings.Cut(after, ". ")
	moved := rotateApply(rows, sentence)
	if m := rotateWhat.FindStringSubmatch(question); m != nil {
		name := names[moved[foldInt(m[1])-1][foldInt(m[2])-1]]
		if name == "" {
			return none, errors.New("nothing there")
		}
		return qatest.Solution{Answer: name}, nil
	}
	m := rotateWhere.FindStringSubmatch(question)
	if m == nil {
		return none, errors.New("no question")
	}
	for r, line := range moved {
		for c := range len(line) {
			if strings.EqualFold(names[line[c]], m[1]) {
				return qatest.Solution{Answer: fmt.Sprintf("row %d, column %d", r+1, c+1)}, nil
			}
		}
	}
	return none, errors.New("no such thing")
}

func rotateWrong(q qa.Question, src seed.Source) string {
	switch a := q.Answer().(type) {
	case qa.Place:
		return qa.Place{Cell: layout.Cell{Row: src.Intn(5), Col: src.Intn(5)}}.String()
	case qa.Dots:
		return foldWrong(q, src)
	case qa.Word:
		if len(a) == 1 && q.(qa.Rotate).Asks == qa.RotateOption {
			return string(rune('A' + src.Intn(len(q.(qa.Rotate).Options))))
		}
		things := q.(qa.Rotate).Map.Things
		return things[src.Intn(len(things))].Name
	}
	return "none"
}

// rotateFill fills the gap of the first drawing: with both dots, or with floor, another thing and nothing that is known.
func rotateFill(prompt string) (all []string) {
	for _, mark := range []string{".", "#", "Z", "9"} {
		lines := strings.Split(prompt, "\n")
		for i, line := range lines {
			if rotateMarks.MatchString(line) || rotateDots.MatchString(line) {
				lines[i] = strings.ReplaceAll(line, "?", mark)
			}
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all
}

var rotateKit = qatest.Kit{
	Families: []qa.Family{qa.RotateFamily{}, qa.RotateFamily{Phrasing: qa.Variant}.At(3), qa.RotateFamily{Phrasing: qa.Variant}.At(4),
		qa.RotateFamily{Cells: 24, Options: 6, Steps: 4, Side: 10, Things: 12, Similar: true}, qa.RotateFamily{Options: 2, Side: 2, Things: 2}},
	Solve: rotateSolve, Wrong: rotateWrong, Fill: rotateFill,
}

func TestRotateKit(t *testing.T) { qatest.Run(t, rotateKit) }
