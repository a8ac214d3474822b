package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// planMap is a map as the solvers of this group of families read it off a prompt.
type planMap struct {
	rows, cols int
	ground     [][]byte            // '.', '#', '+' or '?'
	cells      map[string][][2]int // of things, by name
	facing     map[string]string
}

var (
	planSize  = regexp.MustCompile(`^The map has (\d+) rows? and (\d+) columns?;`)
	planThing = regexp.MustCompile(`^(.*?) (?:is at|takes up) (rows? .*)$`)
	planPiece = regexp.MustCompile(`rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?`)
	planMarks = regexp.MustCompile(`^(.) = (.*?)(?:, facing (\S+))?$`)
	planLine  = regexp.MustCompile(`^[A-Z0-9.#+?&]+$`)
)

// planParse reads a prompt into a map, if it has one, and the other paragraphs.
func planParse(prompt string) (m *planMap, rest []string, err error) {
	for _, paragraph := range strings.Split(prompt, "\n\n") {
		lines := strings.Split(paragraph, "\n")
		switch {
		case planSize.MatchString(paragraph):
			if m, err = planText(paragraph); err != nil {
				return nil, nil, err
			}
		case planLine.MatchString(lines[0]) && !strings.Contains(lines[0], "-"):
			d := planDrawing(lines)
			if m != nil && fmt.Sprint(m.ground) != fmt.Sprint(d.ground) {
				return nil, nil, errors.New("the drawing is not what the text says")
			}
			if m == nil {
				m = d
			}
		case planMarks.MatchString(lines[0]):
			for _, line := range lines {
				s := planMarks.FindStringSubmatch(line)
				if cells, ok := m.cells[s[1]]; ok && s[1] != s[2] {
					delete(m.cells, s[1])
					m.cells[s[2]] = cells
				}
				if s[3] != "" {
					m.facing[s[2]] = s[3]
				}
			}
		default:
			rest = append(rest, paragraph)
		}
	}
	return m, rest, nil
}

func planDrawing(lines []string) *planMap {
	m := &planMap{rows: len(lines), cols: len(lines[0]), cells: map[string][][2]int{}, facing: map[string]string{}}
	for r, line := range lines {
		m.ground = append(m.ground, []byte(line))
		for c := range len(line) {
			if mark := line[c]; mark >= '0' && mark <= '9' || mark >= 'A' && mark <= 'Z' {
				m.cells[string(rune(mark))] = append(m.cells[string(rune(mark))], [2]int{r, c})
				m.ground[r][c] = '.'
			}
		}
	}
	return m
}

func planText(text string) (*planMap, error) {
	size := planSize.FindStringSubmatch(text)
	m := &planMap{cells: map[string][][2]int{}, facing: map[string]string{}}
	m.rows, _ = strconv.Atoi(size[1])
	m.cols, _ = strconv.Atoi(size[2])
	for range m.rows {
		m.ground = append(m.ground, []byte(strings.Repeat(".", m.cols)))
	}
	for _, sentence := range strings.Split(strings.TrimSuffix(text, "."), ". ")[1:] {
		cells := func(list string) (all [][2]int) {
			for _, p := range planPiece.FindAllStringSubmatch(list, -1) {
				var n [4]int
				for i := range n {
					n[i], _ = strconv.Atoi(p[i+1])
				}
				for r := n[0]; r <= max(n[0], n[1]); r++ {
					for c := n[2]; c <= max(n[2], n[3]); c++ {
						all = append(all, [2]int{r - 1, c - 1})
					}
				}
			}
			return all
		}
		mark := byte(0)
		for before, g := range map[string]byte{"Walls: ": '#', "Doors: ": '+', "Nothing is known of: ": '?'} {
			if strings.HasPrefix(sentence, before) {
				mark = g
			}
		}
		if mark != 0 {
			for _, c := range cells(sentence) {
				m.ground[c[0]][c[1]] = mark
			}
			continue
		}
		if before, facing, ok := strings.Cut(sentence, " and faces "); ok {
			sentence = before
			defer func() { m.facing[planName(sentence[:strings.Index(sentence, " is at ")])] = facing }()
		}
		s := planThing.FindStringSubmatch(sentence)
		if s == nil {
			return nil, fmt.Errorf("%q is not understood", sentence)
		}
		m.cells[planName(s[1])] = cells(s[2])
	}
	return m, nil
}

func planName(name string) string {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return "the " + rest
	}
	return name
}

// planSteps returns how far all cells are from one by relaxing every step until nothing gets nearer: value iteration.
func (m *planMap) planSteps(from [2]int, gait string) [][]int {
	const far = 1 << 20
	dist := make([][]int, m.rows)
	for r := range dist {
		dist[r] = slices.Repeat([]int{far}, m.cols)
	}
	dist[from[0]][from[1]] = 0
	open := func(r, c int) bool { return r >= 0 && c >= 0 && r < m.rows && c < m.cols && m.ground[r][c] != '#' }
	for changed, forward := true, true; changed; forward = !forward {
		changed = false
		for i := range m.rows * m.cols {
			if !forward {
				i = m.rows*m.cols - 1 - i
			}
			r, c := i/m.cols, i%m.cols
			if !open(r, c) {
				continue
			}
			for dr := -1; dr <= 1; dr++ {
				for dc := -1; dc <= 1; dc++ {
					if (dr != 0 && dc != 0) && (gait == "4" || gait == "8open" && !(open(r+dr, c) && open(r, c+dc))) {
						continue
					}
					if open(r+dr, c+dc) && dist[r+dr][c+dc]+1 < dist[r][c] {
						dist[r][c] = dist[r+dr][c+dc] + 1
						changed = true
					}
				}
			}
		}
	}
	for r := range dist {
		for c := range dist[r] {
			if dist[r][c] >= far {
				dist[r][c] = -1
			}
		}
	}
	return dist
}

// planFill returns the prompts in which the one hidden cell of the drawing is a wall, floor, a door, or something new.
func planFill(prompt string) (all []string) {
	start, end := strings.Index(prompt, "?"), strings.Index(prompt, "\n\n")
	if start < 0 || start > end {
		return nil
	}
	for _, mark := range []string{".", "#", "+", "9"} {
		all = append(all, prompt[:start]+mark+prompt[start+1:])
	}
	return all
}

var pathQuestions = []struct {
	form string
	*regexp.Regexp
}{
	{"steps", regexp.MustCompile(`^Give a shortest way from (.*) to (.*)\. Answer with the steps, .* or with "none" if there is no way\.$`)},
	{"steps", regexp.MustCompile(`^Which steps lead from (.*) to (.*), as few as possible\? Answer with the steps, .* or with "none" if there is no way\.$`)},
	{"length", regexp.MustCompile(`^How many steps does a shortest way from (.*) to (.*) take\? Answer with a whole number, or with "none" if there is no way\.$`)},
	{"length", regexp.MustCompile(`^What is the least number of steps from (.*) to (.*)\? Answer with a whole number, or with "none" if there is no way\.$`)},
	{"reach", regexp.MustCompile(`^Is there a way from (.*) to (.*)\? Answer with "yes" or "no"\.$`)},
	{"reach", regexp.MustCompile(`^Can one get from (.*) to (.*)\? Answer with "yes" or "no"\.$`)},
	{"order", regexp.MustCompile(`^Start at (.*) and visit (.*)\. Which order makes the whole way shortest\? Answer with the names .*$`)},
	{"order", regexp.MustCompile(`^Somebody wants to visit (?P<stops>.*), starting from (?P<start>.*)\. In which order is the whole way shortest\? Answer with the names .*$`)},
	{"whole", regexp.MustCompile(`^Start at (.*) and visit (.*), in the order that makes the whole way shortest\. How many steps does it take\? Answer with a whole number\.$`)},
	{"whole", regexp.MustCompile(`^Somebody wants to visit (?P<stops>.*), starting from (?P<start>.*)\. What is the least number of steps for the whole way\? Answer with a whole number\.$`)},
}

var pathDirections = map[string][2]int{
	"n": {-1, 0}, "ne": {-1, 1}, "e": {0, 1}, "se": {1, 1}, "s": {1, 0}, "sw": {1, -1}, "w": {0, -1}, "nw": {-1, -1},
}

func pathSolve(prompt string) (s qatest.Solution, err error) {
	if strings.Contains(prompt, "sum of its parts") {
		return pathGraphSolve(prompt)
	}
	m, rest, err := planParse(prompt)
	if err != nil {
		return s, err
	}
	if m == nil || len(rest) != 2 {
		return s, fmt.Errorf("%d paragraphs", len(rest))
	}
	gait := ""
	for words, g := range map[string]string{
		"east, south or west. Walls": "4", "or diagonally, also between two walls;": "8",
		"or diagonally if neither of the two cells on both sides of the step is a wall;": "8open",
	} {
		if strings.Contains(rest[0], words) {
			gait += g
		}
	}
	if gait != "4" && gait != "8" && gait != "8open" || !strings.Contains(rest[0], "North is up") {
		return s, fmt.Errorf("steps %q", gait)
	}
	for _, q := range pathQuestions {
		match := q.FindStringSubmatch(rest[1])
		if match == nil {
			continue
		}
		if q.SubexpIndex("stops") > 0 {
			match[1], match[2] = match[2], match[1]
		}
		from, ok := m.cells[match[1]]
		if !ok || len(from) != 1 {
			return s, fmt.Errorf("no %q", match[1])
		}
		if q.form == "order" || q.form == "whole" {
			return m.pathTour(from[0], match[2], gait, q.form)
		}
		to, ok := m.cells[match[2]]
		if !ok || len(to) != 1 {
			return s, fmt.Errorf("no %q", match[2])
		}
		steps := m.planSteps(to[0], gait)[from[0][0]][from[0][1]]
		mayFail := strings.Contains(rest[0], "There may be no way.")
		switch {
		case q.form == "reach" && steps < 0:
			return qatest.Solution{Answer: "no"}, nil
		case q.form == "reach":
			return qatest.Solution{Answer: "yes"}, nil
		case !mayFail:
			return s, errors.New("it is not said that there may be no way")
		case steps < 0:
			return qatest.Solution{Answer: "none"}, nil
		case q.form == "length":
			return qatest.Solution{Answer: strconv.Itoa(steps)}, nil
		}
		if (gait == "4") == strings.Contains(rest[1], "ne, e, se") {
			return s, errors.New("the format names other steps than the conventions")
		}
		return qatest.Solution{Answer: strconv.Itoa(steps) + " steps", Right: func(answer string) bool {
			all := strings.Split(answer, ",")
			at := from[0]
			for _, step := range all {
				d, ok := pathDirections[step]
				if !ok || gait == "4" && len(step) > 1 {
					return false
				}
				next := [2]int{at[0] + d[0], at[1] + d[1]}
				// One step by the solver's own measure.
				if next[0] < 0 || next[1] < 0 || next[0] >= m.rows || next[1] >= m.cols || m.ground[next[0]][next[1]] == '#' {
					return false
				}
				if gait == "8open" && (m.ground[at[0]][next[1]] == '#' || m.ground[next[0]][at[1]] == '#') {
					return false
				}
				at = next
			}
			return len(all) == steps && at == to[0]
		}}, nil
	}
	return s, fmt.Errorf("%q is not understood", rest[1])
}

func (m *planMap) pathTour(from [2]int, list, gait, form string) (s qatest.Solution, err error) {
	stops := strings.Split(strings.ReplaceAll(list, " and ", ", "), ", ")
	dist := map[string][][]int{}
	for _, stop := range stops {
		cells, ok := m.cells[stop]
		if !ok || len(cells) != 1 {
			return s, fmt.Errorf("no %q", stop)
		}
		dist[stop] = m.planSteps(cells[0], gait)
		if dist[stop][from[0]][from[1]] < 0 {
			return s, fmt.Errorf("%q cannot be reached", stop)
		}
	}
	length := func(order []string) (sum int) {
		at := from
		for _, stop := range order {
			sum += dist[stop][at[0]][at[1]]
			at = m.cells[stop][0]
		}
		return sum
	}
	// Held and Karp: the shortest way over a set of stops that ends at one of them.
	k := len(stops)
	table := make([][]int, 1<<k)
	for set := 1; set < 1<<k; set++ {
		table[set] = make([]int, k)
		for last := range k {
			table[set][last] = 1 << 20
			if set&(1<<last) == 0 {
				continue
			}
			if set == 1<<last {
				table[set][last] = dist[stops[last]][from[0]][from[1]]
			}
			for before := range k {
				if rest := set &^ (1 << last); rest&(1<<before) != 0 {
					c := m.cells[stops[before]][0]
					table[set][last] = min(table[set][last], table[rest][before]+dist[stops[last]][c[0]][c[1]])
				}
			}
		}
	}
	best := slices.Min(table[1<<k-1])
	if form == "whole" {
		return qatest.Solution{Answer: strconv.Itoa(best)}, nil
	}
	return qatest.Solution{Answer: fmt.Sprint("an order of length ", best), Right: func(answer string) bool {
		order := strings.Split(answer, ", ")
		sorted, want := slices.Sorted(slices.Values(order)), slices.Sorted(slices.Values(stops))
		return slices.Equal(sorted, want) && length(order) == best
	}}, nil
}

func pathWrong(q qa.Question, src seed.Source) string {
	switch a := q.Answer().(type) {
	case qa.Number:
		return strconv.Itoa(max(1, a.Value+src.Intn(7)-3))
	case qa.TruthValue:
		return []string{"yes", "no"}[src.Intn(2)]
	case qa.Sequence:
		if g, ok := q.(qa.GraphPath); ok && src.Intn(2) == 0 {
			detour := slices.Insert(slices.Clone(a), 1, g.Graph.Places[src.Intn(len(g.Graph.Places))].Name)
			return slices.Delete(detour, 2, 2+src.Intn(2)).String()
		}
		order := slices.Clone(a)
		seed.Shuffle(src, order)
		if src.Intn(4) == 0 {
			order = order[1:]
		}
		return order.String()
	case qa.Moves:
		moves := slices.Clone(a)
		for range 1 + src.Intn(3) {
			i, j := src.Intn(len(moves)), src.Intn(len(moves))
			moves[i], moves[j] = moves[j], moves[i]
		}
		if src.Intn(3) == 0 {
			moves[src.Intn(len(moves))] = []layout.Cardinal{layout.N, layout.E, layout.S, layout.W}[src.Intn(4)]
		}
		return moves.String()
	}
	if g, ok := q.(qa.GraphPath); ok {
		if g.Form == qa.PathSteps {
			return g.Graph.Places[g.From].Name + ", " + g.Graph.Places[g.To].Name
		}
		return strconv.Itoa(1 + src.Intn(20))
	}
	if p, ok := q.(qa.MapPath); ok && p.Form == qa.PathLength {
		return strconv.Itoa(1 + src.Intn(20))
	}
	return []string{"n", "n,e", "s,s,w", "e,e"}[src.Intn(4)]
}

var pathKit = qatest.Kit{
	Families: []qa.Family{qa.PathFamily{}, qa.PathFamily{Phrasing: qa.Variant}, qa.PathFamily{Side: 12, Walls: 40, Stops: 6, Phrasing: qa.Benchmark}},
	Solve:    pathSolve, Wrong: pathWrong, Fill: planFill,
}

func TestPathKit(t *testing.T) { qatest.Run(t, pathKit) }
