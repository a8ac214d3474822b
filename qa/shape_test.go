package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var (
	shapeSize  = regexp.MustCompile(`matrix (?:of|has) (\d+) rows and (\d+) columns`)
	shapeStep  = regexp.MustCompile(`(?m)^\d+\. (Draw|Clear the dots of) an? (.+)\.$`)
	shapeDigit = regexp.MustCompile(`\d+`)
	shapeList  = regexp.MustCompile(`, | or `)
	shapeTable = regexp.MustCompile(`(?m)^[A-Z0-9](?: +[A-Z0-9])*$`)
)

// shapePaint returns whether a cell belongs to a shape, given in words.
func shapePaint(words string, row, col int) bool {
	var n []int
	for _, d := range shapeDigit.FindAllString(words, -1) {
		n = append(n, foldInt(d))
	}
	r, c := row-n[len(n)-2], col-n[len(n)-1] // the corner comes last
	has := func(s string) bool { return strings.Contains(words, s) }
	within := func(h, w int) bool { return r >= 0 && c >= 0 && r < h && c < w }
	switch {
	case has("filled rectangle"):
		return within(n[0], n[1])
	case has("hollow rectangle"):
		return within(n[0], n[1]) && (r == 0 || c == 0 || r+1 == n[0] || c+1 == n[1])
	case has("horizontal"):
		return within(1, n[0])
	case has("vertical"):
		return within(n[0], 1)
	case has("down and to the right"):
		return r == c && within(n[0], n[0])
	case has("up and to the right"):
		return -r == c && c >= 0 && c < n[0]
	}
	if !within(n[0], n[0]) {
		return false
	}
	last := n[0] - 1
	switch {
	case has("plus sign"):
		return 2*r == last || 2*c == last
	case strings.HasPrefix(words, "X,"):
		return r == c || r == last-c
	case has("angle at the top left"):
		return r <= last-c
	case has("angle at the top right"):
		return last-c <= last-r
	case has("angle at the bottom left"):
		return last-r <= last-c
	case has("angle at the bottom right"):
		return last-r <= c
	}
	panic(words)
}

// shapeTrim returns the rows without empty ones around.
func shapeTrim(rows []string) []string {
	for len(rows) > 0 && !strings.Contains(rows[0], "#") {
		rows = rows[1:]
	}
	for len(rows) > 0 && !strings.Contains(rows[len(rows)-1], "#") {
		rows = rows[:len(rows)-1]
	}
	low, high := 1<<20, 0
	for _, line := range rows {
		if i := strings.Index(line, "#"); i >= 0 {
			low, high = min(low, i), max(high, strings.LastIndex(line, "#")+1)
		}
	}
	var all []string
	for _, line := range rows {
		all = append(all, line[low:high])
	}
	return all
}

// shapeGrow makes every dot by times by dots.
func shapeGrow(rows []string, by int) (all []string) {
	for _, line := range rows {
		wide := ""
		for _, d := range line {
			wide += strings.Repeat(string(d), by)
		}
		for range by {
			all = append(all, wide)
		}
	}
	return all
}

func shapeSolve(prompt string) (qatest.Solution, error) {
	none := qatest.Solution{}
	size := shapeSize.FindStringSubmatch(prompt)
	if steps := shapeStep.FindAllStringSubmatch(prompt, -1); steps != nil {
		var rows []string
		count := 0
		for r := 1; r <= foldInt(size[1]); r++ {
			line := ""
			for c := 1; c <= foldInt(size[2]); c++ {
				dot := "."
				for _, s := range steps {
					if shapePaint(s[2], r, c) {
						if dot = "#"; s[1] != "Draw" {
							dot = "."
						}
					}
				}
				line += dot
			}
			count += strings.Count(line, "#")
			rows = append(rows, line)
		}
		if !strings.Contains(prompt, "How many") {
			return qatest.Solution{Answer: strings.Join(rows, "\n")}, nil
		}
		if strings.Contains(prompt, "are not set") {
			count = len(rows)*len(rows[0]) - count
		}
		return qatest.Solution{Answer: strconv.Itoa(count)}, nil
	}
	if strings.HasPrefix(prompt, "In a font of dots") {
		return shapeWrite(prompt)
	}
	evidence, question, _ := strings.Cut(prompt, "\n\nIn drawings ")
	rows := rotateBlock(evidence, rotateDots)
	if size != nil {
		text, _, _ := strings.Cut(evidence, ", and at no other")
		set := foldListed(text)
		var listed []string
		for r := 1; r <= foldInt(size[1]); r++ {
			line := ""
			for c := 1; c <= foldInt(size[2]); c++ {
				line += map[bool]string{true: "#", false: "."}[set[[2]int{r, c}]]
			}
			listed = append(listed, line)
		}
		if rows != nil && fmt.Sprint(rows) != fmt.Sprint(listed) {
			return none, errors.New("the drawing is not what is listed")
		}
		rows = listed
	}
	rows = shapeTrim(rows)
	if len(rows) == 0 {
		return none, errors.New("no dots")
	}
	right := make(map[string]bool)
	if heads := shapeTable.FindString(question); heads != "" {
		_, table, _ := strings.Cut(question, "\n"+heads+"\n")
		lines := strings.Split(table, "\n")[:7]
		turned := strings.Contains(question, "It may be turned")
		for i, name := range strings.Fields(heads) {
			var glyph []string
			for _, line := range lines {
				glyph = append(glyph, strings.Fields(line)[i])
			}
			glyph = shapeTrim(glyph)
			for quarter := range 4 {
				if quarter > 0 && !turned {
					break
				}
				for by := 1; by <= 6; by++ {
					if fmt.Sprint(shapeGrow(glyph, by)) == fmt.Sprint(rows) {
						right[name] = true
					}
				}
				glyph = rotateApply(glyph, "turned by 90 degrees clockwise")
			}
		}
	} else {
		_, list, _ := strings.Cut(question, ": ")
		list, _, _ = strings.Cut(list, "?")
		h, w := len(rows), len(rows[0])
		for _, name := range shapeList.Split(list, -1) {
			name = strings.TrimPrefix(strings.TrimPrefix(name, "an "), "a ")
			words := fmt.Sprintf("%s %d in row 1, column 1", name, h)
			fits := h == w && h > 2
			switch {
			case strings.Contains(name, "rectangle"):
				words = fmt.Sprintf("%s of %d by %d from row 1, column 1", name, h, w)
				fits = h > 1 && w > 1 && (name[0] == 'f' || h > 2 && w > 2)
			case name == "horizontal line":
				words, fits = fmt.Sprintf("horizontal %d row 1, column 1", w), h == 1 && w > 2
			case name == "vertical line":
				words, fits = fmt.Sprintf("vertical %d row 1, column 1", h), w == 1 && h > 2
			case strings.HasPrefix(name, "diagonal line from top left"):
				words = fmt.Sprintf("down and to the right %d row 1, column 1", h)
			case strings.HasPrefix(name, "diagonal line"):
				words = fmt.Sprintf("up and to the right %d row %d, column 1", h, h)
			case name == "X":
				words = fmt.Sprintf("X, %d row 1, column 1", h)
			case name == "plus sign":
				fits = fits && h%2 == 1
			}
			for r := 0; r < h && fits; r++ {
				for c := 0; c < w && fits; c++ {
					fits = shapePaint(words, r+1, c+1) == (rows[r][c] == '#')
				}
			}
			if fits {
				right[name] = true
			}
		}
	}
	if len(right) != 1 {
		return none, fmt.Errorf("the options %v are right", right)
	}
	for name := range right {
		return qatest.Solution{Answer: name}, nil
	}
	return none, nil
}

var (
	shapeLetter = regexp.MustCompile(`the (?:letter|digit) ([A-Z0-9]),? (?:turned|with|so|drawn)`)
	shapeTurned = regexp.MustCompile(`, turned by (90|180) degrees( counter| clock)?`)
	shapeReach  = regexp.MustCompile(`from row (\d+) to row (\d+) and from column (\d+) to column (\d+)`)
	shapeSquare = regexp.MustCompile(`a square of (\d+) by (\d+) dots`)
)

// shapeWrite draws the letter that is asked for.
func shapeWrite(prompt string) (qatest.Solution, error) {
	none := qatest.Solution{}
	lines := strings.Split(prompt, "\n")[2:]
	size, letter, reach := shapeSize.FindStringSubmatch(prompt), shapeLetter.FindStringSubmatch(prompt), shapeReach.FindStringSubmatch(prompt)
	if size == nil || letter == nil || reach == nil {
		return none, fmt.Errorf("no letter is asked for: %q, %q, %q", size, letter, reach)
	}
	var glyph []string
	for i, name := range strings.Fields(lines[0]) {
		if name == letter[1] {
			for _, line := range lines[1:8] {
				glyph = append(glyph, strings.Fields(line)[i])
			}
		}
	}
	glyph = shapeTrim(glyph)
	if m := shapeTurned.FindStringSubmatch(prompt); m != nil {
		quarters := map[string]int{"90 clock": 1, "180": 2, "90 counter": 3}[m[1]+m[2]]
		if quarters == 0 {
			return none, errors.New(m[0])
		}
		for range quarters {
			glyph = rotateApply(glyph, "turned by 90 degrees clockwise")
		}
	}
	if m := shapeSquare.FindStringSubmatch(prompt); m != nil {
		if m[1] != m[2] {
			return none, errors.New(m[0])
		}
		glyph = shapeGrow(glyph, foldInt(m[1]))
	}
	top, left := foldInt(reach[1]), foldInt(reach[3])
	if foldInt(reach[2])-top+1 != len(glyph) || foldInt(reach[4])-left+1 != len(glyph[0]) {
		return none, fmt.Errorf("the letter of %d rows and %d columns is to reach from %v", len(glyph), len(glyph[0]), reach)
	}
	var all []string
	for r := 1; r <= foldInt(size[1]); r++ {
		line := ""
		for c := 1; c <= foldInt(size[2]); c++ {
			if r >= top && r < top+len(glyph) && c >= left && c < left+len(glyph[0]) {
				line += string(glyph[r-top][c-left])
			} else {
				line += "."
			}
		}
		all = append(all, line)
	}
	return qatest.Solution{Answer: strings.Join(all, "\n")}, nil
}

func shapeWrong(q qa.Question, src seed.Source) string {
	if _, ok := q.Answer().(qa.Word); ok {
		m := q.(qa.Instance).Mistakes()
		return m[src.Intn(len(m))].String()
	}
	return foldWrong(q, src)
}

// shapeFill fills the gap with both dots.
func shapeFill(prompt string) (all []string) {
	for _, mark := range []string{".", "#"} {
		lines := strings.Split(prompt, "\n")
		for i, line := range lines {
			if rotateDots.MatchString(line) {
				lines[i] = strings.ReplaceAll(line, "?", mark)
			}
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all
}

var shapeKit = qatest.Kit{
	Families: []qa.Family{qa.ShapeFamily{}, qa.ShapeFamily{Phrasing: qa.Variant}.At(3), qa.ShapeFamily{Phrasing: qa.Variant}.At(4),
		qa.ShapeFamily{Side: 4, Options: 6, Turned: true}, qa.ShapeFamily{Side: 24, Strokes: 8, Clear: true, Scale: 4}},
	Solve: shapeSolve, Wrong: shapeWrong, Fill: shapeFill,
}

func TestShapeKit(t *testing.T) { qatest.Run(t, shapeKit) }
