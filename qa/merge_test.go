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

var mergeKit = qatest.Kit{
	Families: []qa.Family{qa.MergeFamily{}, qa.MergeFamily{Phrasing: qa.Variant}.At(2), qa.MergeFamily{Phrasing: qa.Variant}.At(4),
		qa.MergeFamily{Views: 4, Side: 4, Shared: 2, Kinds: 5, Turned: true}, qa.MergeFamily{Views: 3, Side: 5, Shared: 5, Kinds: 2},
		qa.MergeFamily{Form: qa.MergeTurn}.At(1)},
	Solve: solveMerge,
	Wrong: func(q qa.Question, src seed.Source) string {
		switch m := q.(qa.Merge); m.Form {
		case qa.MergeTurn:
			return strconv.Itoa(90 * src.Intn(4))
		case qa.MergeDraw:
			text := []byte(q.Answer().String())
			for range src.Intn(3) {
				if i := src.Intn(len(text)); text[i] != '\n' {
					text[i] = ".#?A"[src.Intn(4)]
				}
			}
			return string(text)
		}
		format := string(q.AppendFormat(nil))
		all := regexp.MustCompile(`, | or `).Split(strings.TrimSuffix(strings.TrimPrefix(format, "Answer with one of these: "), "."), -1)
		return all[src.Intn(len(all))]
	},
	Fill: func(prompt string) []string {
		view, row, col := mergeMasked(prompt)
		skip := func(v, r, c int) bool { return v == view && r == row && c == col }
		return tallyFills(prompt, skip, ".#+9"+tallyMarks(prompt))
	},
	Class: func(q qa.Question) string { return q.Answer().String() },
}

func TestMergeKit(t *testing.T) { qatest.Run(t, mergeKit) }

var (
	mergeHidden = regexp.MustCompile(`The cell at row (\d+), column (\d+) of view (\d+) is hidden\.`)
	mergeIn     = regexp.MustCompile(`In view (\d+) the thing at row (\d+), column (\d+) is hidden\.`)
	mergeTurned = regexp.MustCompile(`By how many degrees clockwise is view (\d+) turned against view (\d+)\?`)
	mergeMust   = regexp.MustCompile(`By how many degrees must view (\d+) be turned clockwise to lie the same way up as view (\d+)\?`)
	mergeUp     = regexp.MustCompile(`, the same way up as view (\d+)\. Show`)
	mergeCommon = regexp.MustCompile(`at least (\d+) things in common`)
)

// mergeMasked returns which cell is asked about, counted from 0; -1 for none.
func mergeMasked(prompt string) (view, row, col int) {
	n := make([]int, 3)
	if m := mergeHidden.FindStringSubmatch(prompt); m != nil {
		for k := range n {
			n[k], _ = strconv.Atoi(m[k+1])
		}
		return n[2] - 1, n[0] - 1, n[1] - 1
	}
	if m := mergeIn.FindStringSubmatch(prompt); m != nil {
		for k := range n {
			n[k], _ = strconv.Atoi(m[k+1])
		}
		return n[0] - 1, n[1] - 1, n[2] - 1
	}
	return -1, -1, -1
}

// mergePlaced is a view that is turned back and put on the plane of the first.
type mergePlaced struct {
	cells    [][]string
	top, lft int
	back     int // quarters that it was turned back clockwise
}

func (p mergePlaced) at(row, col int) string {
	row, col = row-p.top, col-p.lft
	if row < 0 || col < 0 || row >= len(p.cells) || col >= len(p.cells[0]) {
		return ""
	}
	return p.cells[row][col]
}

func mergeThing(what string) bool { return !strings.Contains(".#+?", what) }

// solveMerge tries all turns and offsets of every view.
func solveMerge(prompt string) (qatest.Solution, error) {
	views, err := tallyParse(prompt, "View")
	if err != nil {
		return qatest.Solution{}, err
	}
	m := mergeCommon.FindStringSubmatch(prompt)
	if m == nil {
		return qatest.Solution{}, fmt.Errorf("how much views have in common is not said")
	}
	least, _ := strconv.Atoi(m[1])
	turns := 1
	if strings.Contains(prompt, "may be turned") {
		turns = 4
	}
	var ways [][]mergePlaced
	var try func(placed []mergePlaced)
	try = func(placed []mergePlaced) {
		if len(placed) == len(views) {
			ways = append(ways, append([]mergePlaced(nil), placed...))
			return
		}
		before := placed[len(placed)-1]
		for back := range turns {
			cells := tallyTurned(views[len(placed)].cells, back)
			for top := before.top - len(cells); top <= before.top+len(before.cells); top++ {
				for lft := before.lft - len(cells[0]); lft <= before.lft+len(before.cells[0]); lft++ {
					p := mergePlaced{cells, top, lft, back}
					if mergeFits(placed, p, least) {
						try(append(placed, p))
					}
				}
			}
		}
	}
	try([]mergePlaced{{cells: views[0].cells}})
	if len(ways) != 1 {
		return qatest.Solution{}, fmt.Errorf("there are %d ways to put the views together", len(ways))
	}
	way := ways[0]
	degrees := func(view, against string) (qatest.Solution, error) {
		v, _ := strconv.Atoi(view)
		a, _ := strconv.Atoi(against)
		return qatest.Solution{Answer: strconv.Itoa((way[a-1].back - way[v-1].back + 4) % 4 * 90)}, nil
	}
	if m := mergeTurned.FindStringSubmatch(prompt); m != nil {
		return degrees(m[1], m[2])
	}
	if m := mergeMust.FindStringSubmatch(prompt); m != nil {
		return degrees(m[2], m[1])
	}
	if view, row, col := mergeMasked(prompt); view >= 0 {
		// Follow the cell through the turns.
		size := [2]int{len(views[view].cells), len(views[view].cells[0])}
		for range way[view].back {
			row, col = col, size[0]-1-row
			size[0], size[1] = size[1], size[0]
		}
		found := ""
		for i := range way {
			if what := way[i].at(row+way[view].top, col+way[view].lft); i != view && what != "" && mergeThing(what) {
				found = what
			}
		}
		if found == "" {
			return qatest.Solution{}, fmt.Errorf("no view shows what is masked")
		}
		return qatest.Solution{Answer: found}, nil
	}
	if !strings.Contains(prompt, "Show the smallest rectangle that holds all views") {
		return qatest.Solution{}, fmt.Errorf("no question")
	}
	top, lft, bottom, right := 0, 0, 0, 0
	for _, p := range way {
		top, lft = min(top, p.top), min(lft, p.lft)
		bottom, right = max(bottom, p.top+len(p.cells)), max(right, p.lft+len(p.cells[0]))
	}
	var whole [][]string
	for row := top; row < bottom; row++ {
		var line []string
		for col := lft; col < right; col++ {
			mark := "?"
			for i := range way {
				if what := way[i].at(row, col); what != "" && what != "?" {
					mark = what
					for m, words := range views[i].marks {
						if words == what && mergeThing(what) {
							mark = m
						}
					}
				}
			}
			line = append(line, mark)
		}
		whole = append(whole, line)
	}
	if m := mergeUp.FindStringSubmatch(prompt); m != nil {
		k, _ := strconv.Atoi(m[1])
		whole = tallyTurned(whole, 4-way[k-1].back)
	}
	var lines []string
	for _, line := range whole {
		lines = append(lines, strings.Join(line, ""))
	}
	text := strings.Join(lines, "\n")
	return qatest.Solution{Answer: text, Right: func(given string) bool { return given == text }}, nil
}

// mergeFits reports whether a view agrees with those that are placed, and has enough in common with the last of them.
func mergeFits(placed []mergePlaced, p mergePlaced, least int) bool {
	things := 0
	for i, o := range placed {
		for r, row := range p.cells {
			for c, what := range row {
				other := o.at(r+p.top, c+p.lft)
				if other == "" || other == "?" || what == "?" {
					continue
				}
				if other != what {
					return false
				}
				if i == len(placed)-1 && mergeThing(what) {
					things++
				}
			}
		}
	}
	if things < least {
		return false
	}
	for _, o := range placed {
		for r, row := range p.cells {
			for c, what := range row {
				if !mergeThing(what) || strings.HasPrefix(what, "a ") {
					continue
				}
				for r2, row2 := range o.cells {
					for c2, other := range row2 {
						if other == what && (r2+o.top != r+p.top || c2+o.lft != c+p.lft) {
							return false
						}
					}
				}
			}
		}
	}
	return true
}

// TestMergeValidate: knobs out of range are named.
func TestMergeValidate(t *testing.T) {
	for _, f := range []qa.MergeFamily{{Views: 1}, {Views: 5}, {Side: 3}, {Side: 10}, {Shared: 1}, {Shared: 4}, {Shared: 6, Side: 9}, {Kinds: 1}, {Kinds: 6}, {Form: 4},
		{Form: qa.MergeTurn}, {Phrasing: 3}} {
		if err := f.Validate(); err == nil || !strings.HasPrefix(err.Error(), "qa: merge: ") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v is sampled: %v", f, err)
		}
	}
}

// TestMergeZero: the zero question asks nothing, and nothing panics.
func TestMergeZero(t *testing.T) {
	for _, q := range []qa.Merge{{}, {Form: qa.MergeDraw}, {Form: qa.MergeMasked, View: 3}, {Form: qa.MergeTurn, View: -1}} {
		for _, response := range []string{"", "0", "A", "."} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 {
				t.Error(v)
			}
		}
		_ = qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsDrawing)
		_, _ = q.Turn(1)
		_, _ = q.Contrast()
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Error(err)
		}
		if len(q.Mistakes()) > 0 || q.Difficulty() < 1 || q.Pieces() != 0 || len(q.AppendRationale(nil)) > 0 || q.Answer() == nil {
			t.Error("the zero question says something")
		}
	}
	for _, s := range []qa.Subject{{}, {Views: []*layout.Map{nil, nil}}, {Views: []*layout.Map{{}, {}}}, {Views: []*layout.Map{layout.NewMap(3, 3), layout.NewMap(3, 3)}}} {
		for range 4 {
			if _, err := (qa.MergeFamily{}).Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
				t.Error(err)
			}
		}
	}
}

// TestMergeAnything: what is asked about any views has the answer that the solver finds.
func TestMergeAnything(t *testing.T) {
	tallyHolds(t, solveMerge, qa.MergeFamily{}, qa.MergeFamily{Turned: true}, qa.MergeFamily{Turned: true, Side: 9, Shared: 3, Phrasing: qa.Variant})
}

func TestMergeRises(t *testing.T) { tallyRises(t, qa.MergeFamily{}) }

// TestMergeSteps: every line of the steps is so.
func TestMergeSteps(t *testing.T) {
	both := regexp.MustCompile(`^(.*) is at row (\d+), column (\d+) of view (\d+) and at row (\d+), column (\d+) of view (\d+)\.$`)
	turned := regexp.MustCompile(`^So view (\d+) (?:is turned by (90|180|270) degrees clockwise against|lies the same way up as) view (\d+)\.$`)
	masked := regexp.MustCompile(`^So row (\d+), column (\d+) of view (\d+) is row (\d+), column (\d+) of view (\d+)\.$`)
	for i := range int64(300) {
		q := mergeKit.Draw(t, i).Question.(qa.Merge)
		views, err := tallyParse(string(q.AppendEvidence(nil, qa.AsDrawing)), "View")
		if err != nil {
			t.Fatal(err)
		}
		at := func(m []string) string {
			n := make([]int, 3)
			for k := range n {
				n[k], _ = strconv.Atoi(m[k])
			}
			return views[n[2]-1].cells[n[0]-1][n[1]-1]
		}
		for _, text := range strings.Split(string(q.AppendRationale(nil)), "\n") {
			if text == "" {
				continue
			}
			if m := masked.FindStringSubmatch(text); m != nil {
				if at(m[1:4]) != "?" || at(m[4:7]) != q.Answer().String() {
					t.Fatalf("item %d: %q; the answer is %v", i, text, q.Answer())
				}
				continue
			}
			if m := both.FindStringSubmatch(text); m != nil {
				if name := m[1]; !strings.EqualFold(at(m[2:5]), name) || at(m[2:5]) != at(m[5:8]) {
					t.Fatalf("item %d: %q: they are %q and %q", i, text, at(m[2:5]), at(m[5:8]))
				}
				continue
			}
			m := turned.FindStringSubmatch(text)
			if m == nil {
				t.Fatalf("item %d: %q", i, text)
			}
			if m[2] == "" {
				m[2] = "0"
			}
			// Asked so, it is what the solver finds.
			evidence := string(q.AppendConventions(append(q.AppendEvidence(nil, qa.AsDrawing), "\n\n"...)))
			s, err := solveMerge(evidence + "\n\nBy how many degrees clockwise is view " + m[1] + " turned against view " + m[3] + "?")
			if err != nil || s.Answer != m[2] {
				t.Fatalf("item %d: %q: %v, %v", i, text, s.Answer, err)
			}
		}
	}
}

// TestMergeTraps: views that lie in several ways, or contradict each other, are not asked about.
func BenchmarkMerge(b *testing.B) {
	for level := 1; level <= qa.Levels; level++ {
		b.Run(fmt.Sprint(level), func(b *testing.B) { benchTally(b, qa.MergeFamily{}.At(level)) })
	}
	b.Run("largest", func(b *testing.B) {
		benchTally(b, qa.MergeFamily{Views: 4, Side: 9, Shared: 5, Kinds: 2, Turned: true})
	})
}
