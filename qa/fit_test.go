package qa_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var fitQuestions = []struct {
	form string
	*regexp.Regexp
}{
	{"into", regexp.MustCompile(`^Somebody pushes (.*) straight (\w+) as far as it goes\. What does it hit\? Answer with the name of the thing, .*$`)},
	{"into", regexp.MustCompile(`^(.*) slides (\w+) until something stops it\. What stops it\? Answer with the name of the thing, .*$`)},
	{"by", regexp.MustCompile(`^Somebody pushes (.*) straight (\w+) as far as it goes\. By how many cells does it move\? Answer with a whole number\.$`)},
	{"by", regexp.MustCompile(`^(.*) slides (\w+) until something stops it\. How many cells does it slide\? Answer with a whole number\.$`)},
	{"rug", regexp.MustCompile(`^Is there room on the free cells for a rug of (\d+) by (\d+) cells \(rows by columns\)\? Answer with "yes" or "no"\.$`)},
	{"rug", regexp.MustCompile(`^Does a rug of (\d+) rows and (\d+) columns fit somewhere on the free cells\? Answer with "yes" or "no"\.$`)},
	{"gap", regexp.MustCompile(`^How many cells wide is the (?P<size>\w+) gap between walls in (?P<line>row|column) (?P<n>\d+)\? Answer with a whole number\.$`)},
	{"gap", regexp.MustCompile(`^Look at the gaps in (?P<line>row|column) (?P<n>\d+)\. How many cells wide is the (?P<size>\w+) of them\? Answer with a whole number\.$`)},
}

func fitSolve(prompt string) (s qatest.Solution, err error) {
	m, rest, err := planParse(prompt)
	if err != nil {
		return s, err
	}
	if m == nil || len(rest) != 2 {
		return s, fmt.Errorf("%d paragraphs", len(rest))
	}
	at := map[[2]int]string{}
	for name, cells := range m.cells {
		for _, c := range cells {
			at[c] = name
		}
	}
	for _, q := range fitQuestions {
		match := q.FindStringSubmatch(rest[1])
		if match == nil {
			continue
		}
		switch q.form {
		case "into", "by":
			return m.fitSlide(planName(match[1]), pathDirections[match[2][:1]], q.form, at)
		case "rug":
			rows, _ := strconv.Atoi(match[1])
			cols, _ := strconv.Atoi(match[2])
			turnable := strings.Contains(rest[0], "It may be turned by a quarter")
			if turnable == strings.Contains(rest[0], "It must not be turned.") {
				return s, fmt.Errorf("turned or not: %s", rest[0])
			}
			if m.fitRug(rows, cols, at) || turnable && m.fitRug(cols, rows, at) {
				return qatest.Solution{Answer: "yes"}, nil
			}
			return qatest.Solution{Answer: "no"}, nil
		default:
			line, size := match[q.SubexpIndex("line")], match[q.SubexpIndex("size")]
			n, _ := strconv.Atoi(match[q.SubexpIndex("n")])
			var text []byte
			for i := range max(m.rows, m.cols) {
				if line == "row" && i < m.cols {
					text = append(text, m.ground[n-1][i])
				} else if line == "column" && i < m.rows {
					text = append(text, m.ground[i][n-1])
				}
			}
			// What stands between walls, once the ends are cut off.
			parts := strings.Split(string(text), "#")
			if len(parts) < 3 {
				return s, fmt.Errorf("no gap in %q", text)
			}
			var widths []int
			for _, p := range parts[1 : len(parts)-1] {
				if p != "" {
					widths = append(widths, len(p))
				}
			}
			if len(widths) == 0 {
				return s, fmt.Errorf("no gap in %q", text)
			}
			if size == "widest" {
				return qatest.Solution{Answer: strconv.Itoa(slices.Max(widths))}, nil
			}
			return qatest.Solution{Answer: strconv.Itoa(slices.Min(widths))}, nil
		}
	}
	return s, fmt.Errorf("%q is not understood", rest[1])
}

// fitSlide moves a thing cell by cell, drawing it anew each time.
func (m *planMap) fitSlide(name string, way [2]int, form string, at map[[2]int]string) (s qatest.Solution, err error) {
	cells, ok := m.cells[name]
	if !ok {
		return s, fmt.Errorf("no %q", name)
	}
	// In one piece?
	seen := map[[2]int]bool{cells[0]: true}
	for queue := cells[:1:1]; len(queue) > 0; queue = queue[1:] {
		for _, d := range [][2]int{{0, 1}, {1, 0}, {0, -1}, {-1, 0}} {
			next := [2]int{queue[0][0] + d[0], queue[0][1] + d[1]}
			if at[next] == name && !seen[next] {
				seen[next] = true
				queue = append(queue, next)
			}
		}
	}
	if len(seen) != len(cells) {
		return s, fmt.Errorf("%q is not in one piece", name)
	}
	for n := 1; ; n++ {
		hits := map[string]bool{}
		for _, c := range cells {
			r, col := c[0]+n*way[0], c[1]+n*way[1]
			switch {
			case r < 0 || col < 0 || r >= m.rows || col >= m.cols:
				hits["edge"] = true
			case m.ground[r][col] == '#':
				hits["wall"] = true
			case at[[2]int{r, col}] != "" && at[[2]int{r, col}] != name:
				hits[at[[2]int{r, col}]] = true
			}
		}
		if len(hits) == 0 {
			continue
		}
		if form == "by" {
			return qatest.Solution{Answer: strconv.Itoa(n - 1)}, nil
		}
		if len(hits) > 1 {
			return s, fmt.Errorf("it is stopped by %v", hits)
		}
		for what := range hits {
			return qatest.Solution{Answer: what}, nil
		}
	}
}

func (m *planMap) fitRug(rows, cols int, at map[[2]int]string) bool {
	for r := 0; r+rows <= m.rows; r++ {
	place:
		for c := 0; c+cols <= m.cols; c++ {
			for i := range rows * cols {
				cell := [2]int{r + i/cols, c + i%cols}
				if m.ground[cell[0]][cell[1]] == '#' || at[cell] != "" {
					continue place
				}
			}
			return true
		}
	}
	return false
}

// fitFill fills the gap with a part of everything that is on the map, too.
func fitFill(prompt string) []string {
	all := planFill(prompt)
	start, end := strings.Index(prompt, "?"), strings.Index(prompt, "\n\n")
	if start < 0 || start > end {
		return nil
	}
	for mark := 'A'; mark <= 'Z'; mark++ {
		if strings.ContainsRune(prompt[:end], mark) {
			all = append(all, prompt[:start]+string(mark)+prompt[start+1:])
		}
	}
	return all
}

func fitWrong(q qa.Question, src seed.Source) string {
	switch a := q.Answer().(type) {
	case qa.Number:
		return strconv.Itoa(max(0, a.Value+src.Intn(7)-3))
	case qa.TruthValue:
		return []string{"yes", "no"}[src.Intn(2)]
	}
	things := q.(qa.Fit).Map.Things
	if k := src.Intn(len(things) + 2); k < len(things) {
		return things[k].Name
	}
	return []string{"wall", "edge"}[src.Intn(2)]
}

var fitKit = qatest.Kit{
	Families: []qa.Family{qa.FitFamily{}, qa.FitFamily{Phrasing: qa.Variant}, qa.FitFamily{Side: 24, Things: 12, Walls: 20, Phrasing: qa.Benchmark}, qa.FitFamily{Side: 6, Walls: 30}},
	Solve:    fitSolve, Wrong: fitWrong, Fill: fitFill,
}

func TestFitKit(t *testing.T) { qatest.Run(t, fitKit) }
