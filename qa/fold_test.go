package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var (
	foldSize  = regexp.MustCompile(`sheet of paper of (\d+) rows and (\d+) columns`)
	foldLine  = regexp.MustCompile(`(?m)^\d+\. The part (above|below|left of|right of) the crease between (row|column)s (\d+) and (\d+),`)
	foldAt    = regexp.MustCompile(`at row (\d+), column (\d+)`)
	foldCells = regexp.MustCompile(`row(?:s (\d+) to (\d+)| (\d+)), column(?:s (\d+) to (\d+)| (\d+))`)
	foldRow   = regexp.MustCompile(`^[-.#?]+$`)
)

func foldInt(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// foldListed returns the cells that a text lists, from 1.
func foldListed(text string) map[[2]int]bool {
	all := make(map[[2]int]bool)
	for _, m := range foldCells.FindAllStringSubmatch(text, -1) {
		r0, r1, c0, c1 := foldInt(m[1]+m[3]), foldInt(m[2]+m[3]), foldInt(m[4]+m[6]), foldInt(m[5]+m[6])
		for r := r0; r <= r1; r++ {
			for c := c0; c <= c1; c++ {
				all[[2]int{r, c}] = true
			}
		}
	}
	return all
}

// foldSolve follows every cell of the sheet through the folds, forwards.
func foldSolve(prompt string) (qatest.Solution, error) {
	none := qatest.Solution{}
	m := foldSize.FindStringSubmatch(prompt)
	if m == nil {
		return none, errors.New("no sheet")
	}
	rows, cols := foldInt(m[1]), foldInt(m[2])
	punched := make(map[[2]int]bool)
	paper := make(map[[2]int]bool)
	listed := false
	if _, rest, ok := strings.Cut(prompt, "through all layers at "); ok {
		rest, _, _ = strings.Cut(rest, ", and at no other cell")
		punched, listed = foldListed(rest), true
	}
	row := 0
	drawn := make(map[[2]int]bool)
	for _, line := range strings.Split(prompt, "\n") {
		if foldRow.MatchString(line) {
			row++
			if len(line) != cols {
				return none, errors.New("a row of another length")
			}
			for c, mark := range line {
				paper[[2]int{row, c + 1}] = mark != '-'
				if mark == '#' {
					drawn[[2]int{row, c + 1}] = true
				}
			}
		}
	}
	if row > 0 {
		if row != rows {
			return none, errors.New("a drawing of another size")
		}
		if listed && fmt.Sprint(drawn) != fmt.Sprint(punched) {
			return none, errors.New("the drawing is not what is listed")
		}
		punched = drawn
	}
	folds := foldLine.FindAllStringSubmatch(prompt, -1)
	lies := make(map[[2]int]bool)
	sheet := make([]string, rows)
	total := 0
	holes := make(map[[2]int]bool)
	for r := 1; r <= rows; r++ {
		for c := 1; c <= cols; c++ {
			at := [2]int{r, c}
			for _, f := range folds {
				k, low, high := 0, foldInt(f[3]), foldInt(f[4])
				if f[2] == "column" {
					k = 1
				}
				if first := f[1] == "above" || f[1] == "left of"; first && at[k] <= low {
					at[k] = high + (low - at[k])
				} else if !first && at[k] >= high {
					at[k] = low - (at[k] - high)
				}
			}
			lies[at] = true
			if punched[at] {
				holes[[2]int{r, c}] = true
				total++
				sheet[r-1] += "#"
			} else {
				sheet[r-1] += "."
			}
		}
	}
	for at := range punched {
		if !lies[at] {
			return none, errors.New("a hole beside the paper")
		}
	}
	for at, is := range paper {
		if is && !lies[at] && !strings.Contains(prompt, "?") && !strings.Contains(prompt, "filled") {
			return none, errors.New("paper is drawn where none lies")
		}
	}
	question := prompt[strings.LastIndex(prompt, "\n\n"):]
	whole := strings.Contains(question, "no hole") || strings.Contains(question, "without a hole")
	switch {
	case strings.Contains(question, "Draw"):
		return qatest.Solution{Answer: strings.Join(sheet, "\n")}, nil
	case strings.Contains(question, "How many"):
		if whole {
			total = rows*cols - total
		}
		return qatest.Solution{Answer: strconv.Itoa(total)}, nil
	}
	q := foldAt.FindStringSubmatch(question)
	if q == nil {
		return none, errors.New("no question")
	}
	if holes[[2]int{foldInt(q[1]), foldInt(q[2])}] != whole {
		return qatest.Solution{Answer: "yes"}, nil
	}
	return qatest.Solution{Answer: "no"}, nil
}

// foldWrong draws an answer of the right one's type.
func foldWrong(q qa.Question, src seed.Source) string {
	switch a := q.Answer().(type) {
	case qa.Number:
		return strconv.Itoa(max(0, a.Value-4+src.Intn(9)))
	case qa.Dots:
		m := a.Clone()
		for range src.Intn(3) {
			k := src.Intn(len(m.Dots))
			m.Dots[k] = !m.Dots[k]
		}
		return qa.Dots{Matrix: m}.String()
	}
	return []string{"yes", "no"}[src.Intn(2)]
}

// foldFill fills the gap of a drawing with paper and with a hole; beside the paper there is nothing that the fill changes.
func foldFill(prompt string) (all []string) {
	for _, mark := range []string{".", "#", "-"} {
		lines := strings.Split(prompt, "\n")
		for i, line := range lines {
			if foldRow.MatchString(line) {
				lines[i] = strings.ReplaceAll(line, "?", mark)
			}
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all
}

var foldKit = qatest.Kit{
	Families: []qa.Family{qa.FoldFamily{}, qa.FoldFamily{Phrasing: qa.Variant}.At(3), qa.FoldFamily{Phrasing: qa.Variant, Side: 2, Folds: 6, Punches: 6},
		qa.FoldFamily{Side: 10, Folds: 5, Punches: 4, Uneven: true}},
	Solve: foldSolve, Wrong: foldWrong, Fill: foldFill,
	Turned: func(q qa.Instance, s layout.Symmetry) string {
		if d, ok := q.Answer().(qa.Dots); ok {
			return qa.Dots{Matrix: d.Transform(s)}.String()
		}
		return q.Answer().String()
	},
}

func TestFoldKit(t *testing.T) { qatest.Run(t, foldKit) }
