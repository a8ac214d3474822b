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
