package qa_test

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
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

var chartKits = []qatest.Kit{locateKit, countKit, distanceKit, nearestKit}

// chartOf draws a map: capital letters are things, "c" a chair, and small "x" and "y" rooms round them.
func chartOf(lines ...string) *layout.Map {
	m := layout.NewMap(len(lines), len(lines[0]))
	rooms := map[byte][]layout.Cell{}
	for row, line := range lines {
		for col := range len(line) {
			at := layout.Cell{Row: row, Col: col}
			switch mark := line[col]; {
			case mark == '#':
				m.Ground[m.Index(at)] = layout.Wall
			case mark == '?':
				m.Ground[m.Index(at)] = layout.Hidden
			case mark == 'c' || mark == 'd':
				kind := map[byte]string{'c': "chair", 'd': "cup"}[mark]
				m.Things = append(m.Things, layout.Thing{Name: fmt.Sprint(kind, " ", len(m.Things)), Kind: kind, Mark: mark - 32, Cells: []layout.Cell{at}})
			case 'A' <= mark && mark <= 'Z':
				if i := m.ThingNamed(string(mark)); i >= 0 {
					m.Things[i].Cells = append(m.Things[i].Cells, at)
				} else {
					m.Things = append(m.Things, layout.Thing{Name: string(mark), Mark: mark, Cells: []layout.Cell{at}})
				}
			case mark == 'x' || mark == 'y':
				rooms[mark] = append(rooms[mark], at)
			}
		}
	}
	for _, mark := range slices.Sorted(maps.Keys(rooms)) {
		first, last, _ := layout.Span(rooms[mark])
		r := layout.Room{Name: map[byte]string{'x': "the pantry", 'y': "the larder"}[mark], Mark: mark}
		for i := range m.Ground {
			if at := m.Cell(i); at.Row >= first.Row && at.Row <= last.Row && at.Col >= first.Col && at.Col <= last.Col {
				r.Cells = append(r.Cells, at)
			}
		}
		m.Rooms = append(m.Rooms, r)
	}
	return m
}

func TestChartDifficultyRises(t *testing.T) {
	for _, kit := range chartKits {
		before := 0.0
		for level := 1; level <= qa.Levels; level++ {
			sum, n := 0, 400
			for i := range n {
				src := seed.NewKey(7).At(int64(i)).Stream()
				f := kit.Families[0].At(level)
				s, err := f.Sample(src)
				if err != nil {
					t.Fatal(err)
				}
				q, err := f.Ask(s, src)
				if errors.Is(err, qa.ErrUnsuitable) {
					continue
				}
				sum += q.(qa.Instance).Difficulty()
			}
			mean := float64(sum) / float64(n)
			if mean <= before+0.5 {
				t.Errorf("%s: level %d takes %.2f steps, the one before %.2f", kit.Families[0].Name(), level, mean, before)
			}
			before = mean
		}
	}
}

// TestChartBalance: over all levels no answer is much more frequent than the others of its kind.
func TestChartBalance(t *testing.T) {
	for _, kit := range chartKits {
		for level := 1; level <= qa.Levels; level++ {
			classes, total := map[string]map[string]int{}, map[string]int{}
			for i := range 1500 {
				src := seed.NewKey(8).At(int64(i)).Stream()
				f := kit.Families[0].At(level)
				s, err := f.Sample(src)
				if err != nil {
					t.Fatal(err)
				}
				q, err := f.Ask(s, src)
				if err != nil {
					continue
				}
				form, class := chartClass(q)
				if classes[form] == nil {
					classes[form] = map[string]int{}
				}
				classes[form][class]++
				total[form]++
			}
			for _, form := range slices.Sorted(maps.Keys(classes)) {
				all := classes[form]
				names := slices.SortedFunc(maps.Keys(all), func(a, b string) int { return cmp.Or(all[b]-all[a], strings.Compare(a, b)) })
				line := fmt.Sprintf("%s %d, %s (%d):", kit.Families[0].Name(), level, form, total[form])
				for _, name := range names {
					line += fmt.Sprintf(" %s %.1f%%", name, 100*float64(all[name])/float64(total[form]))
				}
				t.Log(line)
				fair := 1 / float64(len(all))
				// The largest numbers are rare, as few maps have them, which leaves the others more.
				slack := 0.06
				if strings.HasPrefix(form, "distance") {
					slack = 0.12
				}
				if got := float64(all[names[0]]) / float64(total[form]); total[form] > 300 && got > fair+slack+3*math.Sqrt(fair/float64(total[form])) {
					t.Errorf("%s, level %d, %s: %s is right in %.3f; fair is %.3f", kit.Families[0].Name(), level, form, names[0], got, fair)
				}
			}
		}
	}
}

// chartClass returns what a question asks, and the class of its answer that must be balanced.
func chartClass(q qa.Question) (form, class string) {
	answer := q.Answer().String()
	switch q := q.(type) {
	case qa.Locate:
		switch q.Asks {
		case qa.WhatIsAt:
			if answer != "empty" && answer != "wall" && answer != "door" {
				answer = "thing"
			}
			return "what is at", answer
		case qa.WhereIs:
			if p, ok := q.Answer().(qa.Place); ok { // which quarter; a quarter of the things asked for are not there
				return "where is", fmt.Sprint(2*p.Row < q.Map.Rows, 2*p.Col < q.Map.Cols)
			}
			return "where is", answer
		case qa.WhichRoom:
			if answer != "none" {
				for i := range q.Map.Rooms {
					if q.Map.Rooms[i].Name == answer {
						answer = fmt.Sprint("room ", i)
					}
				}
			}
			return "room", answer
		}
		return fmt.Sprint("part ", q.Asks), answer
	case qa.Count:
		return fmt.Sprint("counts ", q.Counts), answer
	case qa.Distance:
		if n := q.Answer().(qa.Number); q.Metric == layout.Euclid || q.Scale > 0 {
			q.Scale = 0
			n = q.Answer().(qa.Number)
			value := float64(n.Value) / math.Pow(10, float64(n.Decimals))
			return fmt.Sprint("distance ", q.Metric), fmt.Sprint(int(value))
		}
		return fmt.Sprint("distance ", q.Metric), answer
	case qa.Nearest:
		if q.Ordered {
			first, _, _ := strings.Cut(answer, ", ")
			return fmt.Sprint("order of ", len(q.Of)), fmt.Sprint("first is place ", slices.Index(q.Of, first))
		}
		// A third of them tell where in the question the answer is named, the others where it is in the alphabet.
		if q.From < "H" {
			return fmt.Sprint("nearest of ", len(q.Of)), fmt.Sprint("place ", slices.Index(q.Of, answer))
		}
		return fmt.Sprint("nearest by alphabet of ", len(q.Of)), fmt.Sprint("place ", slices.Index(slices.Sorted(slices.Values(q.Of)), answer))
	}
	return "", answer
}

// chartRough samples maps with some walls and doors and two hidden cells.
type chartRough struct{ qa.Family }

func (f chartRough) Sample(src seed.Source) (qa.Subject, error) {
	s, err := f.Family.Sample(src)
	if err != nil {
		return s, err
	}
	for i, at := range s.Map.Scatter(nil, 6, src) {
		s.Map.Ground[s.Map.Index(at)] = []layout.Ground{layout.Wall, layout.Door}[i%2]
	}
	for range 2 {
		s.Map = s.Map.Without(s.Map.Cell(src.Intn(len(s.Map.Ground))))
	}
	return s, nil
}

// chartForeign asks about the maps that another family samples.
type chartForeign struct{ qa.Family }

func (f chartForeign) Sample(src seed.Source) (qa.Subject, error) {
	all := []qa.Family{qa.CountFamily{}, qa.NearestFamily{}, qa.LocateFamily{}, qa.DistanceFamily{}}
	return all[src.Intn(len(all))].At(1 + src.Intn(qa.Levels)).Sample(src)
}

// TestCountTells: without any one of its conditions the count is another, and of several conditions something or other meets all.
func TestCountTells(t *testing.T) {
	seen := map[int]int{}
	for i := range int64(3000) {
		q := countKit.Draw(t, i).Question.(qa.Count)
		if q.Counts != qa.CountThings {
			continue
		}
		prompt := string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText))
		c, err := chartRead(prompt)
		if err != nil {
			t.Fatal(err)
		}
		m := countAsked.FindStringSubmatch(c.question)
		conditions := strings.Split(m[2], " and ")
		if m[2] == "" || m[2] == "there on the map" {
			conditions = nil
		}
		met := func(what string, skip int) (n int) {
			for _, o := range c.countObjects(what) {
				all := true
				for k, condition := range conditions {
					if k != skip {
						in, err := c.countHolds(o, condition)
						if err != nil {
							t.Fatal(err)
						}
						all = all && in == 1
					}
				}
				if all {
					n++
				}
			}
			return n
		}
		count := met(m[1], -1)
		seen[count]++
		for k, condition := range conditions {
			if met(m[1], k) <= count {
				t.Fatalf("%q leaves nothing out\n%s", condition, prompt)
			}
		}
		if len(conditions) == 0 && count >= met("things", -1) {
			t.Fatalf("the kind leaves nothing out\n%s", prompt)
		}
		if len(conditions) > 1 && met("things", -1) == 0 {
			t.Fatalf("nothing could be there\n%s", prompt)
		}
	}
	if seen[0] < 100 {
		t.Errorf("only %d counts are 0", seen[0])
	}
}

// TestNearestHasNoTies: of what is asked about, measured anew, the best is better than the next by the margin.
func TestNearestHasNoTies(t *testing.T) {
	for i := range int64(3000) {
		item := nearestKit.Draw(t, i)
		q, margin := item.Question.(qa.Nearest), 1.0
		if f, ok := item.Family.(qa.NearestFamily); ok {
			margin = float64(max(f.Margin, 1))
		}
		var distances []float64
		cells := func(name string) (all [][2]int) {
			for _, at := range q.Map.Things[q.Map.ThingNamed(name)].Cells {
				all = append(all, [2]int{at.Row, at.Col})
			}
			return all
		}
		metric := []string{"Manhattan", "Chebyshev", "squared Euclidean", "squared Euclidean"}[q.Metric]
		for _, name := range q.Of {
			d := distanceLeast(metric, cells(q.From), cells(name))
			if q.Farthest {
				d = -d
			}
			distances = append(distances, d)
		}
		slices.Sort(distances)
		for k := 1; k < len(distances); k++ {
			if gap := distances[k] - distances[k-1]; q.Ordered && gap < 1 || k == 1 && !q.Ordered && gap < margin {
				t.Fatalf("%v are too near each other for a margin of %v", distances, margin)
			}
		}
	}
}

func TestChartVerify(t *testing.T) {
	m := chartOf(
		"xxxxA.",
		"xxBx..",
		"xxxx.c",
		".CC..c",
		".CC.c.",
	)
	m.Things[0].Name = "the stove"
	locate := func(asks qa.Locating, thing string, row, col int) qa.Question {
		q := qa.Locate{Asks: asks, Thing: thing, At: layout.Cell{Row: row, Col: col}}
		q.Map, q.Extended = m, true
		return q
	}
	distance := func(metric layout.Metric, scale int, centres bool) qa.Question {
		q := qa.Distance{From: qa.End{Thing: "B"}, To: qa.End{Thing: "C"}, Metric: metric, Scale: scale, Centres: centres}
		q.Map, q.Extended = m, true
		return q
	}
	count := func(what string, sieves ...qa.Sieve) qa.Question {
		q := qa.Count{What: what, Sieves: sieves}
		q.Map, q.Extended = m, true
		return q
	}
	fullest := qa.Count{Counts: qa.FullestColumn, What: "chair"}
	fullest.Map = m
	nearest := func(ordered, farthest bool) qa.Question {
		q := qa.Nearest{From: "C", Of: []string{"the stove", "B"}, Ordered: ordered, Farthest: farthest}
		q.Map, q.Extended = m, true
		return q
	}
	for _, row := range []struct {
		q            qa.Question
		right, wrong []string // wrong ones are of the type; all others are refused
		none         []string
	}{
		{locate(qa.WhatIsAt, "", 0, 4), []string{"the stove", "The stove.", "stove", "It is the stove.", "So, the stove"}, []string{"B", "empty", "a chair", "nothing"},
			[]string{"not the stove", "the stove or B", "the stove? yes", "maybe the stove", "b", "the stove. No, B.", "The stove is next to B.", "A"}},
		{locate(qa.WhatIsAt, "", 2, 5), []string{"a chair", "chair", "A chair."}, []string{"the stove", "empty"}, []string{"chairs or cups", "two chairs"}},
		{locate(qa.WhatIsAt, "", 0, 0), []string{"empty", "Empty.", "nothing", "There is nothing.", "It is empty"}, []string{"C", "a chair"},
			[]string{"the pantry", "not empty", "It isn't empty", "", "empty or C", "probably empty"}},
		{locate(qa.WhereIs, "B", 0, 0), []string{"row 2, column 3", "(2, 3)", "2, 3", "It is at row 2, column 3.", "Row 2 and column 3"},
			[]string{"row 3, column 2", "nowhere", "(3, 2)", "row 1, column 3", "row 0, column 0"},
			[]string{"row 2", "maybe row 2, column 3", "row 2, column 3 or row 3, column 2", "row 2, column 3. row 3, column 2.", "column 3", "B"}},
		{locate(qa.WhereIs, "C", 0, 0), []string{"row 4, column 2", "row 5, column 3", "row 4, column 3"}, []string{"row 4, column 4", "row 3, column 2"},
			[]string{"row 4, column 2. row 5, column 3.", "rows 4 to 5"}},
		{locate(qa.WhereIs, "Q", 0, 0), []string{"nowhere", "Nowhere.", "It is not on the map."}, []string{"row 1, column 1"},
			[]string{"maybe nowhere", "Q", "It is somewhere."}},
		{locate(qa.WhichRoom, "B", 0, 0), []string{"the pantry", "pantry", "It is in the pantry."}, []string{"none", "in no room"}, []string{"the larder", "not in the pantry", "x"}},
		{locate(qa.WhichRoom, "C", 0, 0), []string{"none", "no room", "None."}, []string{"the pantry"}, []string{"", "neither"}},
		{locate(qa.WhichStrip, "C", 0, 0), nil, nil, []string{"left", "middle"}}, // it is in two: nothing is asked
		{locate(qa.WhichStrip, "the stove", 0, 0), []string{"right", "the right third", "Right."}, []string{"left", "middle"}, []string{"top", "left or right"}},
		{locate(qa.WhichQuarter, "the stove", 0, 0), []string{"upper-right", "upper right", "top-right", "the upper-right quarter"}, []string{"upper-left", "lower right"},
			[]string{"upper", "right", "upper-right or lower-right"}},
		{distance(layout.Manhattan, 0, false), []string{"2", "2 cells", "two", "It is 2.", "2.0"}, []string{"3", "-2", "2.5", "zero"},
			[]string{"2 m", "2 or 3", "about two or so", "2, 3", "two chairs", "2 metres"}},
		{distance(layout.Manhattan, 5, true), []string{"1.5", "1.5 m", "1.5 metres"}, []string{"2.5", "1 m", "1.6"}, []string{"1.5 cells", "1,5", "1.5 km", "3/2"}},
		{distance(layout.Euclid, 0, true), []string{"2.5", "2.5 cells", "2.50"}, []string{"2.55", "2.6", "3"}, []string{"sqrt(6.5)", "2.5 m"}},
		{count("chair"), []string{"3", "three", "3 chairs", "There are 3.", "There are three chairs.", "3.0"}, []string{"2", "0", "no chairs", "none", "-3"},
			[]string{"3 cups", "2 or 3", "not 3", "at least 3", "3, 4", "chairs"}},
		{count("chair", qa.Sieve{By: qa.Toward, Of: "B", Side: layout.N}), []string{"0", "none", "zero", "no chairs", "There are no chairs."}, []string{"1", "one"},
			[]string{"nothing", "none or one", ""}},
		{fullest, []string{"6", "column 6", "It is column 6.", "six"}, []string{"5", "column 5"}, []string{"row 6", "6 chairs", "columns 5 and 6", "5 or 6"}},
		{nearest(false, false), []string{"B", "B.", "It is B"}, []string{"the stove", "stove"}, []string{"C", "B or the stove", "not the stove", "b", "B, the stove"}},
		{nearest(true, true), []string{"the stove, B", "The stove, then B", "stove, B"}, []string{"B, the stove", "B", "the stove"}, []string{"the stove, C", "maybe the stove, B"}},
	} {
		for grade, responses := range map[string][]string{"right": row.right, "wrong": row.wrong, "none": row.none} {
			for _, response := range responses {
				v := row.q.Verify(response)
				got := "none"
				if v.Correct {
					got = "right"
				} else if v.FormatOK {
					got = "wrong"
				}
				if got != grade || v.Correct != (v.Reward == 1) {
					t.Errorf("%s -> %v: %q is graded %s, %+v; want %s", row.q.AppendText(nil), row.q.Answer(), response, got, v, grade)
				}
			}
		}
	}
}

func TestChartZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.Locate{}, qa.Locate{Asks: qa.WhereIs}, qa.Locate{Asks: qa.WhichRoom}, qa.Locate{Asks: 99}, qa.Count{}, qa.Count{What: "chair"},
		qa.Count{Counts: qa.FullestRow}, qa.Count{Counts: 77}, qa.Distance{}, qa.Distance{Metric: 9, Scale: -3}, qa.Nearest{}, qa.Nearest{Of: []string{"A", "B"}, Ordered: true}} {
		for _, response := range []string{"", "A", "0", "none", "nowhere", "empty", "row 1, column 1", "A, B", q.Answer().String()} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 {
				t.Errorf("zero %s: %q is graded %+v", q.Family(), response, v)
			}
		}
		if text := string(q.AppendText(nil)) + string(q.AppendFormat(nil)) + string(q.AppendConventions(nil)) + string(q.AppendRationale(nil)) +
			string(q.AppendEvidence(nil, qa.AsBoth)); text != "" {
			t.Errorf("zero %s says %q", q.Family(), text)
		}
		if len(q.Mistakes()) > 0 || q.Pieces() != 0 || q.Difficulty() < 1 {
			t.Errorf("zero %s has mistakes, pieces or no difficulty", q.Family())
		}
		if _, ok := q.Turn(1); ok {
			t.Errorf("zero %s is turned", q.Family())
		}
		if _, ok := q.Contrast(); ok {
			t.Errorf("zero %s has a contrast", q.Family())
		}
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("zero %s without a piece: %v", q.Family(), err)
		}
	}
}

func TestChartKnobs(t *testing.T) {
	for _, f := range []qa.Family{
		qa.LocateFamily{Phrasing: 3}, qa.LocateFamily{Scenery: qa.Scenery{Rows: 2}}, qa.LocateFamily{Scenery: qa.Scenery{Cols: 25}},
		qa.LocateFamily{Scenery: qa.Scenery{Things: 1}}, qa.LocateFamily{Scenery: qa.Scenery{Things: 21}}, qa.LocateFamily{Scenery: qa.Scenery{Things: 5, Extended: 6}},
		qa.LocateFamily{Scenery: qa.Scenery{Kinds: 5}}, qa.LocateFamily{Scenery: qa.Scenery{Each: 13}}, qa.LocateFamily{Scenery: qa.Scenery{Rooms: 5}},
		qa.LocateFamily{Scenery: qa.Scenery{Rows: 3, Cols: 3, Things: 7}}, qa.LocateFamily{Scenery: qa.Scenery{Rooms: -1}},
		qa.CountFamily{Most: 21}, qa.CountFamily{Most: -1}, qa.CountFamily{Conditions: 3}, qa.CountFamily{Fullest: 9}, qa.CountFamily{Phrasing: 3},
		qa.DistanceFamily{Metrics: 5}, qa.DistanceFamily{Scaled: 5}, qa.DistanceFamily{Phrasing: 3}, qa.DistanceFamily{Scenery: qa.Scenery{Rows: -1}},
		qa.NearestFamily{Candidates: 1}, qa.NearestFamily{Candidates: 9}, qa.NearestFamily{Metrics: -1}, qa.NearestFamily{Margin: 5}, qa.NearestFamily{Ordered: 5},
	} {
		if err := f.Validate(); err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") {
			t.Errorf("%s %+v: %v", f.Name(), f, err)
		}
		if _, err := f.Ask(qa.Subject{Map: chartOf("A..", "..B", "C..")}, new(scripted)); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s %+v is asked about: %v", f.Name(), f, err)
		}
		if _, err := f.Sample(new(scripted)); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s %+v is sampled: %v", f.Name(), f, err)
		}
	}
	for _, kit := range chartKits {
		f := kit.Families[0]
		if err := f.Validate(); err != nil || f.Group() != qa.Read {
			t.Errorf("%s: %v, %v", f.Name(), err, f.Group())
		}
		for _, p := range []*layout.Map{nil, new(layout.Map), chartOf("..."), chartOf("?"), {Rows: 3}, chartOf("A"), chartOf("AB", "BA")} {
			if _, err := f.Ask(qa.Subject{Map: p}, new(scripted)); err != nil && !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s of a map that does not suit: %v", f.Name(), err)
			}
		}
	}
}

// TestChartLevelsStay: the knobs of every level are valid, and the phrasing stays.
func TestChartLevelsStay(t *testing.T) {
	for _, kit := range chartKits {
		type phrased interface {
			qa.Family
			WithPhrasing(qa.Phrasing) qa.Family
		}
		for level := -1; level <= qa.Levels+1; level++ {
			f := kit.Families[0].(phrased).WithPhrasing(qa.Variant).At(level)
			if err := f.Validate(); err != nil || !strings.Contains(fmt.Sprintf("%+v", f), "Phrasing:variant") {
				t.Errorf("%s, level %d: %+v, %v", f.Name(), level, f, err)
			}
		}
	}
}

var (
	rationaleSum   = regexp.MustCompile(`^([\d.]+) \+ ([\d.]+) = ([\d.]+)\.$`)
	rationaleMax   = regexp.MustCompile(`^max\(([\d.]+), ([\d.]+)\) = ([\d.]+)\.$`)
	rationaleSq    = regexp.MustCompile(`^([\d.]+) \* ([\d.]+) \+ ([\d.]+) \* ([\d.]+) = ([\d.]+)\.$`)
	rationaleScale = regexp.MustCompile(`^([\d.]+) \* ([\d.]+) = ([\d.]+)\.$`)
	rationaleRoot  = regexp.MustCompile(`^sqrt\(([\d.]+)\) \* ([\d.]+) = ([\d.]+), rounded\.$`)
)

// TestDistanceRationale: every line can be worked out again, and the last gives the answer.
func TestDistanceRationale(t *testing.T) {
	for i := range int64(1500) {
		q := distanceKit.Draw(t, i).Question.(qa.Distance)
		lines := strings.Split(string(q.AppendRationale(nil)), "\n")
		last := 0.0
		for _, line := range lines {
			for kind, re := range []*regexp.Regexp{rationaleSum, rationaleMax, rationaleSq, rationaleScale, rationaleRoot} {
				m := re.FindStringSubmatch(line)
				if m == nil {
					continue
				}
				var v []float64
				for _, text := range m[1:] {
					f, _ := strconv.ParseFloat(text, 64)
					v = append(v, f)
				}
				var want float64
				switch kind {
				case 0:
					want = v[0] + v[1]
				case 1:
					want = max(v[0], v[1])
				case 2:
					want = v[0]*v[1] + v[2]*v[3]
				case 3:
					want = v[0] * v[1]
				case 4:
					want = math.Round(math.Sqrt(v[0])*v[1]*10) / 10
				}
				if last = v[len(v)-1]; math.Abs(want-last) > 1e-9 {
					t.Fatalf("%q: it is %v", line, want)
				}
			}
		}
		n := q.Answer().(qa.Number)
		if got := float64(n.Value) / math.Pow(10, float64(n.Decimals)); math.Abs(got-last) > 1e-9 {
			t.Fatalf("the steps come to %v; the answer is %v\n%s", last, n, strings.Join(lines, "\n"))
		}
	}
}

// TestChartHidden: how much can be hidden of each family, so that a cell that clearly does not matter is not refused.
func TestChartHidden(t *testing.T) {
	for _, kit := range chartKits {
		kept, all := 0, 0
		for i := range int64(150) {
			q := kit.Draw(t, i).Question.(qa.Instance)
			for piece := range q.Pieces() {
				all++
				if _, err := q.Without(piece); err == nil {
					kept++
				}
			}
		}
		name := kit.Families[0].Name()
		t.Logf("%s: %d of %d cells can be hidden", name, kept, all)
		if kept < all/3 {
			t.Errorf("%s: %d of %d cells can be hidden", name, kept, all)
		}
	}
}

// TestChartOptions: multiple choices of four can be made of nearly all.
func TestChartOptions(t *testing.T) {
	for _, kit := range chartKits {
		few := 0
		for i := range int64(300) {
			q := kit.Draw(t, i).Question.(qa.Instance)
			if _, err := qa.NewOptions(q, 3, false, seed.NewKey(3).At(i).Stream()); err != nil {
				few++
			}
		}
		t.Logf("%s: %d of 300 have too few mistakes", kit.Families[0].Name(), few)
	}
}

func FuzzChartVerify(f *testing.F) {
	for _, s := range []string{"row 2, column 3", "nowhere", "the stove", "3 chairs", "column 6", "B, C", "2.5 m", "(2, 3)", "So: none", "top-left third"} {
		f.Add(s, uint8(0))
	}
	f.Fuzz(func(t *testing.T, response string, which uint8) {
		q := chartKits[which%4].Draw(t, int64(which/4)).Question
		v := q.Verify(response)
		if v.Correct != (v.Reward == 1) || v.Reward < 0 || v.Reward > 1 || v.Correct && !v.FormatOK {
			t.Fatalf("%q is graded %+v", response, v)
		}
		if !v.FormatOK && v.Reward > 0 {
			t.Fatalf("%q earns %v", response, v.Reward)
		}
	})
}
