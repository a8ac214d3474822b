package qa_test

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var tallyKit = qatest.Kit{
	Families: []qa.Family{qa.TallyFamily{}, qa.TallyFamily{Phrasing: qa.Variant}.At(3), qa.TallyFamily{Phrasing: qa.Variant}.At(1),
		qa.TallyFamily{Identity: qa.ByPlace, Views: 8, Side: 3, Kinds: 4, Things: 12, Checkpoints: 4, Turned: true},
		qa.TallyFamily{Identity: qa.ByName, Views: 3, Side: 8, Things: 12, Turned: true}},
	Solve: solveTally,
	Wrong: func(q qa.Question, src seed.Source) string {
		n := strings.Count(q.Answer().String(), ",") + 1
		all := make([]string, n)
		for i := range all {
			all[i] = strconv.Itoa(src.Intn(8))
		}
		return strings.Join(all, ", ")
	},
	Turned: func(q qa.Instance, s layout.Symmetry) string { return q.Answer().String() },
	Fill: func(prompt string) []string {
		return tallyFills(prompt, nil, ".#+9"+tallyMarks(prompt))
	},
}

func TestTallyKit(t *testing.T) { qatest.Run(t, tallyKit) }

var (
	tallyPlace = regexp.MustCompile(`^\(rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))? of the whole map(?:, shown after a (.*))?\)$`)
	tallyAsked = []*regexp.Regexp{
		regexp.MustCompile(`How many different ([a-z ]+) are there in all views together\?`),
		regexp.MustCompile(`Counting each [a-z ]+ once, how many ([a-z ]+) do the views show in all\?`),
		regexp.MustCompile(`how many different ([a-z ]+) have been shown after (view .*)\?`),
		regexp.MustCompile(`How many ([a-z ]+) have been counted after (view .*)\?`),
	}
	tallyAgain = []*regexp.Regexp{
		regexp.MustCompile(`How many different ([a-z ]+) are shown by two or more of the views\?`),
		regexp.MustCompile(`Counting each [a-z ]+ once, how many ([a-z ]+) do at least two of the views show\?`),
	}
)

// solveTally lists for every thing the views that show it.
func solveTally(prompt string) (qatest.Solution, error) {
	views, err := tallyParse(prompt, "View")
	if err != nil {
		return qatest.Solution{}, err
	}
	noun, after, again := "", "", false
	for _, re := range tallyAsked {
		if m := re.FindStringSubmatch(prompt); m != nil {
			noun = m[1]
			if len(m) > 2 {
				after = m[2]
			}
		}
	}
	for _, re := range tallyAgain {
		if m := re.FindStringSubmatch(prompt); m != nil {
			noun, again = m[1], true
		}
	}
	if noun == "" {
		return qatest.Solution{}, fmt.Errorf("no question")
	}
	checks := []int{len(views)}
	if after != "" {
		checks = checks[:0]
		for _, number := range regexp.MustCompile(`\d+`).FindAllString(after, -1) {
			n, _ := strconv.Atoi(number)
			checks = append(checks, n)
		}
	}
	shownBy := make(map[string]map[int]bool)
	if strings.Contains(prompt, "under the same letter or name") {
		for i, v := range views {
			for _, row := range v.cells {
				for _, what := range row {
					if !strings.Contains(".#+?", what) {
						if shownBy[what] == nil {
							shownBy[what] = make(map[int]bool)
						}
						shownBy[what][i+1] = true
					}
				}
			}
		}
	} else {
		whole := make(map[[2]int]string)
		for i, v := range views {
			m := tallyPlace.FindStringSubmatch(v.head)
			if m == nil {
				return qatest.Solution{}, fmt.Errorf("%q says no place", v.head)
			}
			top, _ := strconv.Atoi(m[1])
			left, _ := strconv.Atoi(m[3])
			back, ok := map[string]int{"": 0, "quarter turn clockwise": 3, "half turn": 2, "quarter turn counterclockwise": 1}[m[5]]
			if !ok {
				return qatest.Solution{}, fmt.Errorf("turned by %q", m[5])
			}
			part := tallyTurned(v.cells, back)
			bottom, right := top+len(part)-1, left+len(part[0])-1
			for k, want := range []int{bottom, right} {
				said := m[2+2*k]
				if said == "" {
					said = m[1+2*k]
				}
				if said != strconv.Itoa(want) {
					return qatest.Solution{}, fmt.Errorf("the place of view %d does not fit its size", i+1)
				}
			}
			for r, row := range part {
				for c, what := range row {
					at := [2]int{top + r, left + c}
					if old := whole[at]; what != "?" && old != "" && old != what {
						return qatest.Solution{}, fmt.Errorf("the views do not agree")
					} else if what != "?" {
						whole[at] = what
					}
					if tallyPlural(noun, what) {
						key := fmt.Sprint(at)
						if shownBy[key] == nil {
							shownBy[key] = make(map[int]bool)
						}
						shownBy[key][i+1] = true
					}
				}
			}
		}
	}
	var answer []string
	for _, check := range checks {
		n := 0
		for _, by := range shownBy {
			times := 0
			for view := range by {
				if view <= check {
					times++
				}
			}
			if times > 1 || times == 1 && !again {
				n++
			}
		}
		answer = append(answer, strconv.Itoa(n))
	}
	text := strings.Join(answer, ", ")
	return qatest.Solution{Answer: text, Right: func(given string) bool { return given == text }}, nil
}

// TestTallyValidate: knobs out of range are named.
func TestTallyValidate(t *testing.T) {
	for _, f := range []qa.TallyFamily{{Views: 1}, {Views: 9}, {Side: 2}, {Side: 9}, {Things: -1}, {Things: 13}, {Kinds: 5}, {Checkpoints: 5}, {Identity: 3}, {Phrasing: 3}} {
		if err := f.Validate(); err == nil || !strings.HasPrefix(err.Error(), "qa: tally: ") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v is sampled: %v", f, err)
		}
	}
}

// TestTallyZero: the zero question asks nothing, and nothing panics.
func TestTallyZero(t *testing.T) {
	var q qa.Tally
	if v := q.Verify("0"); v.Correct || v.Reward != 0 {
		t.Error(v)
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
	for _, s := range []qa.Subject{{}, {Views: []*layout.Map{nil, nil}}, {Views: []*layout.Map{{}, {}}}, {Views: []*layout.Map{layout.NewMap(2, 2), layout.NewMap(2, 2)}, Windows: make([]layout.Window, 1)}} {
		if _, err := (qa.TallyFamily{}).Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
			t.Error(err)
		}
	}
}

func TestTallyAnything(t *testing.T) {
	tallyHolds(t, solveTally, qa.TallyFamily{}, qa.TallyFamily{Checkpoints: 3, Phrasing: qa.Variant})
}

func TestTallyRises(t *testing.T) { tallyRises(t, qa.TallyFamily{}) }

// TestTallySteps: every line of the steps says what the view shows, and the last what is answered.
func TestTallySteps(t *testing.T) {
	line := regexp.MustCompile(`^View (\d+) shows ([a-z ]+): (.*?)( of the whole map)?\. New: (\d+)\. So far: (\d+)(?:, shown again: (\d+))?\.$`)
	for i := range int64(300) {
		item := tallyKit.Draw(t, i)
		q := item.Question.(qa.Tally)
		if i%3 == 0 {
			if other, ok := q.Contrast(); ok {
				q = other.(qa.Tally)
			}
		}
		views, err := tallyParse(string(q.AppendEvidence(nil, qa.AsDrawing)), "View")
		if err != nil {
			t.Fatal(err)
		}
		seen, checks := make(map[string]int), []string{}
		for k, text := range strings.Split(string(q.AppendRationale(nil)), "\n") {
			m := line.FindStringSubmatch(text)
			if m == nil || m[1] != strconv.Itoa(k+1) {
				t.Fatalf("item %d: %q", i, text)
			}
			// What the view shows, worked out again.
			shown := make(map[string]bool)
			place := tallyPlace.FindStringSubmatch(views[k].head)
			cells := views[k].cells
			top, left := 0, 0
			if place != nil {
				top, _ = strconv.Atoi(place[1])
				left, _ = strconv.Atoi(place[3])
				cells = tallyTurned(cells, map[string]int{"": 0, "quarter turn clockwise": 3, "half turn": 2, "quarter turn counterclockwise": 1}[place[5]])
			}
			for r, row := range cells {
				for c, what := range row {
					switch {
					case place == nil && !strings.Contains(".#+?", what):
						shown[what] = true
					case place != nil && what == "a "+q.Noun.Singular:
						shown[fmt.Sprintf("row %d, column %d", top+r, left+c)] = true
					}
				}
			}
			fresh, listed := 0, strings.Split(m[3], "; ")
			if m[3] == "none" {
				listed = nil
			}
			for _, one := range listed {
				if !shown[one] {
					t.Fatalf("item %d: view %d does not show %q: %v", i, k+1, one, shown)
				}
				if seen[one]++; seen[one] == 1 {
					fresh++
				}
			}
			again := 0
			for _, n := range seen {
				if n > 1 {
					again++
				}
			}
			if len(listed) != len(shown) || m[5] != strconv.Itoa(fresh) || m[6] != strconv.Itoa(len(seen)) || q.Again && m[7] != strconv.Itoa(again) {
				t.Fatalf("item %d: %q; want %v, %d new, %d so far, %d again", i, text, shown, fresh, len(seen), again)
			}
			for _, after := range q.After {
				if after == k {
					checks = append(checks, m[6])
					if q.Again {
						checks[len(checks)-1] = m[7]
					}
				}
			}
		}
		if got := strings.Join(checks, ", "); got != q.Answer().String() {
			t.Fatalf("item %d: the steps come to %q, the answer is %v", i, got, q.Answer())
		}
	}
}

// TestTallyTraps: what is shown again counts once, hidden cells count where they matter, and what contradicts itself is not asked about.
func TestTallyTraps(t *testing.T) {
	two := []layout.Window{{}, {At: layout.Cell{Row: 0, Col: 1}}}
	for _, test := range []struct {
		views   []string
		windows []layout.Window
		want    string // "" for unsuitable
	}{
		{[]string{"C.C", ".C."}, two, "2"},
		{[]string{"C.C", "?CC"}, two, "3"},
		{[]string{"C.C", ".C?"}, two, ""},
		{[]string{"C?C", ".C."}, two, "2"},
		{[]string{"C.C", ".D."}, two, ""},
		{[]string{"C.C", ".#."}, two, ""},
		{[]string{"C.C", "..C"}, two, ""},
		{[]string{"C.C", ".C."}, []layout.Window{{}, {At: layout.Cell{Row: -1}}}, ""},
		{[]string{"C.C", ".C."}, []layout.Window{{}, {At: layout.Cell{Row: math.MaxInt - 1}}}, ""},
		{[]string{"C.C", ".C."}, []layout.Window{{}, {At: layout.Cell{Row: 1}, Turn: 1}}, "3"},
		{[]string{"A.B", ".B."}, nil, "2"},
		{[]string{"A.B", "EFG"}, nil, "5"},
		{[]string{"A.B", ".B?"}, nil, ""},
		{[]string{"C.C", ".C."}, nil, ""},
		{[]string{"...", "..."}, two, ""},
	} {
		s := tallyOf(t, test.views...)
		s.Windows = test.windows
		q, err := qa.TallyFamily{}.Ask(s, seed.NewKey(5).Stream())
		if test.want == "" {
			if !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%v is asked about: %v", test.views, err)
			}
			continue
		}
		if err != nil || q.Answer().String() != test.want {
			t.Errorf("%v: %v, %v; want %s", test.views, q, err, test.want)
		}
	}
}

// TestTallyVerify: what is accepted as a number or a list.
func TestTallyVerify(t *testing.T) {
	s := tallyOf(t, "C.C", ".C.")
	s.Windows = []layout.Window{{}, {At: layout.Cell{Row: 0, Col: 1}}}
	q, err := qa.TallyFamily{}.Ask(s, seed.NewKey(5).Stream())
	if err != nil {
		t.Fatal(err)
	}
	for response, right := range map[string]bool{"2": true, "two": true, "2 chairs": true, "There are 2 different chairs.": true, "Two chairs.": true,
		"3": false, "2 or 3": false, "not 2": false, "2 plates": false, "": false, "maybe 2": false, "2 in view 1, 1 in view 2": false, "Answer: 2": true,
		"3\nAnswer: 2": true, "2, 2": false} {
		if v := q.Verify(response); v.Correct != right {
			t.Errorf("%q: %+v", response, v)
		}
	}
}

// TestTallyBalance: no number is the answer too often, and adding up what the views show seldom finds it.
func TestTallyBalance(t *testing.T) {
	for level := 1; level <= qa.Levels; level++ {
		f := qa.TallyFamily{}.At(level)
		last, sums := make(map[string]int), 0
		const n = 1000
		for i := range int64(n) {
			src := seed.NewKey(9).Named("tally").At(i).Stream()
			s, err := f.Sample(src)
			if err != nil {
				t.Fatal(err)
			}
			q, err := f.Ask(s, src)
			if err != nil {
				t.Fatal(err)
			}
			parts := strings.Split(q.Answer().String(), ", ")
			last[parts[len(parts)-1]]++
			sum := 0
			for _, v := range q.(qa.Tally).Views {
				for _, thing := range v.Things {
					if noun := q.(qa.Tally).Noun.Singular; thing.Kind == noun || thing.Kind == "" {
						sum++
					}
				}
			}
			if parts[len(parts)-1] == strconv.Itoa(sum) {
				sums++
			}
		}
		most := 0
		for _, count := range last {
			most = max(most, count)
		}
		fair := n / len(last)
		t.Logf("level %d: %v; the sum is right %d times", level, last, sums)
		if sums > 2*n/5 {
			t.Errorf("level %d: the sum is right %d times of %d", level, sums, n)
		}
		if most > fair+n/10 {
			t.Errorf("level %d: an answer comes %d times of %d, fair are %d: %v", level, most, n, fair, last)
		}
	}
}

func BenchmarkTally(b *testing.B) {
	for level := 1; level <= qa.Levels; level++ {
		b.Run(fmt.Sprint(level), func(b *testing.B) { benchTally(b, qa.TallyFamily{}.At(level)) })
	}
	b.Run("largest", func(b *testing.B) {
		benchTally(b, qa.TallyFamily{Views: 8, Side: 8, Things: 12, Kinds: 4, Checkpoints: 4, Turned: true})
	})
}

// tallyPlural reports whether a noun is the plural of what a legend calls "a chair".
func tallyPlural(noun, what string) bool {
	one, ok := strings.CutPrefix(what, "a ")
	return ok && (noun == one+"s" || noun == one+"es" || noun == strings.TrimSuffix(one, "f")+"ves")
}
