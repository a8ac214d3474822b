package qa_test

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

var planFamilies = []qa.Family{qa.PathFamily{}, qa.RouteFamily{}, qa.FitFamily{}}

// planOf makes a map of a drawing in which things are called by their letters.
func planOf(lines ...string) *layout.Map {
	m := layout.NewMap(len(lines), len(lines[0]))
	at := map[byte]int{}
	for r, line := range lines {
		for c := range len(line) {
			cell := layout.Cell{Row: r, Col: c}
			switch mark := line[c]; mark {
			case '#', '+', '?':
				m.Ground[m.Index(cell)] = map[byte]layout.Ground{'#': layout.Wall, '+': layout.Door, '?': layout.Hidden}[mark]
			case '.':
			default:
				i, ok := at[mark]
				if !ok {
					i = len(m.Things)
					at[mark] = i
					m.Things = append(m.Things, layout.Thing{Name: string(rune(mark)), Mark: mark})
				}
				m.Things[i].Cells = append(m.Things[i].Cells, cell)
			}
		}
	}
	return m
}

// planAsk asks until a question is as wanted.
func planAsk[Q qa.Question](t *testing.T, f qa.Family, s qa.Subject, wanted func(Q) bool) Q {
	t.Helper()
	src := seed.NewKey(11).Stream()
	for range 2000 {
		q, err := f.Ask(s, src)
		if err != nil && !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatal(err)
		}
		if q, ok := q.(Q); ok && wanted(q) {
			return q
		}
	}
	t.Fatalf("%s does not ask that", f.Name())
	panic("not reached")
}

func TestPlanZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.MapPath{}, qa.MapPath{Form: qa.PathReach}, qa.MapPath{Form: qa.PathLength}, qa.Tour{}, qa.Tour{Length: true}, qa.GraphPath{},
		qa.GraphPath{Form: qa.PathReach}, qa.Route{}, qa.Route{Form: qa.RouteSeen}, qa.Route{Form: qa.RouteFacing}, qa.Fit{}, qa.Fit{Form: qa.FitBy},
		qa.Fit{Form: qa.FitRug}, qa.Fit{Form: qa.FitGap}, qa.MapPath{Map: layout.NewMap(2, 2), From: 3, To: -1}, qa.Fit{Map: layout.NewMap(2, 2), Thing: 7},
		qa.GraphPath{Graph: new(layout.Graph), From: 9}, qa.Route{Map: layout.NewMap(1, 1), Stops: []int{4, 5}}, qa.Tour{Map: layout.NewMap(1, 1), Goals: []int{9, 8, 7, 6, 5, 4, 3, 2}},
		qa.Route{Form: 9, Phrasing: 9}, qa.Fit{Form: 9, Phrasing: 9}, qa.MapPath{Form: 9, Phrasing: 9}, qa.GraphPath{Form: 9, Phrasing: 9}, qa.Tour{Phrasing: 9}} {
		for _, response := range []string{"", "none", "0", "1", "yes", "no", "n", "n,n", "A", "left", "north", "wall", "edge", "A, B", q.Answer().String()} {
			if v := checkedVerdict(t, q, response); v.Correct {
				t.Errorf("%T: %q is right", q, response)
			}
		}
		q.AppendText(nil)
		q.AppendFormat(nil)
		q.AppendConventions(nil)
		q.AppendRationale(nil)
		for m := range qa.Medium(4) {
			q.AppendEvidence(nil, m)
		}
		if q.Mistakes() != nil || q.Difficulty() < 1 || q.Hops() != 0 {
			t.Errorf("%T: %v", q, q.Mistakes())
		}
		for s := range layout.Symmetry(layout.Symmetries) {
			if _, ok := q.Turn(s); ok {
				t.Errorf("%T is turned", q)
			}
		}
		if _, ok := q.Contrast(); ok {
			t.Errorf("%T has a contrast", q)
		}
		for _, piece := range []int{-1, 0, 1, 99} {
			if _, err := q.Without(piece); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%T without %d: %v", q, piece, err)
			}
		}
	}
}

func TestPlanKnobs(t *testing.T) {
	for _, f := range []qa.Family{qa.PathFamily{Side: 6}, qa.PathFamily{Side: 41}, qa.PathFamily{Walls: 4}, qa.PathFamily{Walls: 41}, qa.PathFamily{Stops: 7},
		qa.PathFamily{Stops: 1}, qa.PathFamily{Places: 3}, qa.PathFamily{Places: 21}, qa.PathFamily{Phrasing: 3}, qa.RouteFamily{Side: 4}, qa.RouteFamily{Things: 25},
		qa.RouteFamily{Legs: 1}, qa.RouteFamily{Legs: 11}, qa.RouteFamily{Blanks: 7}, qa.RouteFamily{Blanks: -1}, qa.RouteFamily{Phrasing: 3}, qa.FitFamily{Side: 25},
		qa.FitFamily{Things: 1}, qa.FitFamily{Walls: 31}, qa.FitFamily{Phrasing: 3}} {
		err := f.Validate()
		if err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil {
			t.Errorf("%+v is sampled", f)
		}
		if _, err := f.Ask(qa.Subject{}, seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v asks: %v", f, err)
		}
	}
	for _, f := range planFamilies {
		if f.Validate() != nil || f.Summary() == "" || f.Group() != qa.Plan || f.At(0) != f.At(1) || f.At(9) != f.At(4) || f.At(1) == f.At(2) {
			t.Errorf("%+v", f)
		}
		for i, s := range []qa.Subject{{}, {Map: layout.NewMap(0, 0)}, {Map: &layout.Map{Rows: 2}}, {Graph: new(layout.Graph)},
			{Graph: &layout.Graph{Ways: []layout.Way{{}}}}, {Map: layout.NewMap(3, 3)}, {Map: planOf("A")}, {Map: planOf("A?B")}} {
			if f.Name() == "fit" && i > 4 {
				continue // rugs fit, and one thing can be slid
			}
			if q, err := f.Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s asks %v: %v", f.Name(), q, err)
			}
		}
	}
	if f := (qa.PathFamily{Phrasing: qa.Variant}).At(3).(qa.PathFamily); f.Phrasing != qa.Variant || f.WithPhrasing(qa.Canonical).(qa.PathFamily).Phrasing != qa.Canonical {
		t.Error("the phrasing of path is lost")
	}
	if f := (qa.RouteFamily{Phrasing: qa.Variant}).At(3).(qa.RouteFamily); f.Phrasing != qa.Variant || f.WithPhrasing(qa.Canonical).(qa.RouteFamily).Phrasing != qa.Canonical {
		t.Error("the phrasing of route is lost")
	}
	if f := (qa.FitFamily{Phrasing: qa.Variant}).At(3).(qa.FitFamily); f.Phrasing != qa.Variant || f.WithPhrasing(qa.Canonical).(qa.FitFamily).Phrasing != qa.Canonical {
		t.Error("the phrasing of fit is lost")
	}
}

// planClass says what is counted of a question, and how it was answered.
func planClass(q qa.Question) (form, answer string) {
	answer = q.Answer().String()
	switch q := q.(type) {
	case qa.MapPath:
		form = "map " + q.Form.String()
		if q.Form != qa.PathReach {
			answer = map[bool]string{true: "none", false: "some"}[answer == "none"]
		}
	case qa.GraphPath:
		form = "graph " + q.Form.String()
		if q.Form != qa.PathReach {
			answer = map[bool]string{true: "none", false: "some"}[answer == "none"]
		}
	case qa.Tour:
		form, answer = "tour", "place"+fmt.Sprint(slices.Index(q.Goals, q.Map.ThingNamed(strings.Split(answer, ", ")[0])))
		if q.Length {
			form, answer = "tour length", q.Answer().String()
		}
	case qa.Route:
		if form = q.Form.String(); q.Form == qa.RouteTurns {
			form += fmt.Sprint(" ", len(q.Blanks))
			answer, _, _ = strings.Cut(answer, ",")
		} else if q.Form == qa.RouteSeen {
			answer = map[bool]string{true: "none", false: fmt.Sprint("thing ", q.Map.ThingNamed(answer))}[answer == "none"]
		}
	case qa.Fit:
		if form = q.Form.String(); q.Form == qa.FitInto && answer != "wall" && answer != "edge" {
			answer = "thing"
		}
	}
	return form, answer
}

// TestPlanBalance: of 4,000 questions no answer is given much more often than the others. Numbers, and steps, of which there are many, are not
// counted one by one: of those what counts is whether there is a way.
func TestPlanBalance(t *testing.T) {
	for _, f := range planFamilies {
		counts := map[string]map[string]int{}
		last := 0.0
		first, expected := 0.0, 0.0 // tours that begin with what the question names first, against those that do not
		for level := 1; level <= qa.Levels; level++ {
			steps, n := 0, 0
			for i := range int64(1000) {
				src := seed.NewKey(21).Named(f.Name()).At(i*8 + int64(level)).Stream()
				s, err := f.At(level).Sample(src)
				if err != nil {
					continue
				}
				q, err := f.At(level).Ask(s, src)
				if err != nil {
					continue
				}
				n++
				steps += q.(qa.Instance).Difficulty()
				form, answer := planClass(q)
				if counts[form] == nil {
					counts[form] = map[string]int{}
				}
				counts[form][answer]++
				if q, ok := q.(qa.Tour); ok && !q.Length && answer == "place0" {
					first++
				} else if ok && !q.Length {
					first--
				}
				if q, ok := q.(qa.Tour); ok && !q.Length {
					expected += 2/float64(len(q.Goals)) - 1
				}
			}
			if mean := float64(steps) / float64(n); n < 950 || mean <= last {
				t.Errorf("%s, level %d: %d questions, %.1f steps; %.1f before", f.Name(), level, n, mean, last)
			} else {
				last = mean
			}
		}
		if first < expected-60 || first > expected+60 {
			t.Errorf("%s: the first stop of the question comes first %.0f times more often than not; want %.0f", f.Name(), first, expected)
		}
		for _, form := range slices.Sorted(maps.Keys(counts)) {
			all := 0
			for _, n := range counts[form] {
				all += n
			}
			t.Logf("%s %s: %d, %v", f.Name(), form, all, counts[form])
			limit := map[string]float64{
				"map reach": 0.55, "map steps": 0.55, "map length": 0.55, "graph reach": 0.58, "graph steps": 0.58, "graph length": 0.58,
				"turns 1": 0.42, "turns 2": 0.42, "turns 3": 0.45, "facing": 0.3, "into": 0.38, "rug": 0.55, "seen": 0.3, "gap": 0.36, "by": 0.2,
			}[form]
			if limit == 0 {
				continue
			}
			for answer, n := range counts[form] {
				if share := float64(n) / float64(all); share > limit {
					t.Errorf("%s %s: %q is the answer of %.2f; %.2f is allowed", f.Name(), form, answer, share, limit)
				}
			}
		}
	}
}

// TestPlanTraps are cases in which a rule of thumb goes wrong.
func TestPlanTraps(t *testing.T) {
	corner := planOf(
		"A#.",
		"#B.",
		"...",
	)
	for gait, want := range map[layout.Gait]string{layout.Gait4: "no", layout.Gait8: "yes", layout.Gait8Open: "no"} {
		q := planAsk(t, qa.PathFamily{}, qa.Subject{Map: corner}, func(q qa.MapPath) bool { return q.Gait == gait && q.Form == qa.PathReach })
		if q.Answer().String() != want {
			t.Errorf("gait %v: %v", gait, q.Answer())
		}
	}
	loop := planOf(
		"A..",
		".#.",
		"..B",
	)
	way := planAsk(t, qa.PathFamily{}, qa.Subject{Map: loop}, func(q qa.MapPath) bool {
		return q.Gait == layout.Gait4 && q.Form == qa.PathSteps && q.Map.Things[q.From].Name == "A"
	})
	checkGrades(t, way, []graded{
		{"e,e,s,s", right}, {"s,s,e,e", right}, {"East twice, then south twice.", right}, {"S S E E", right}, {"s -> s -> e -> e", right},
		{"Answer: s,s,e,e", right}, {"Going around the wall.\n\nAnswer: **s,s,e,e**", right}, {"none", wrongOne}, {"no way", wrongOne}, {"e,s,e,s", wrongOne},
		{"e,e,s", wrongOne}, {"e,e,s,s,n,s", wrongOne}, {"n,e,e,s,s", wrongOne}, {"se,se", none}, {"maybe s,s,e,e", none}, {"s,s,e,e or e,e,s,s", none},
		{"s,s,e,e?", none}, {"not s,s,e,e", none}, {"", none}, {"4", none}, {"ssee", none}, {"Answer: s,s,e,e. Answer: none", none},
		{"s,s,e,e\ne,e,s,s", none}, {"none, or s,s,e,e", none}, {"There is no way that is shorter than s,s,e,e.", none},
		{"s,s,e,e. Wait, that is blocked.", none}, {"s,s,e,e. That is not right.", none},
	})
	length := planAsk(t, qa.PathFamily{}, qa.Subject{Map: loop}, func(q qa.MapPath) bool { return q.Gait == layout.Gait8Open && q.Form == qa.PathLength })
	checkGrades(t, length, []graded{
		{"4", right}, {"four", right}, {"4 steps", right}, {"4.0", right}, {"It is 4", right}, {"3", wrongOne}, {"2", wrongOne}, {"none", wrongOne}, {"There is no way.", wrongOne},
		{"0", wrongOne}, {"3 or 4", none}, {"not 4", none}, {"4 cm", none}, {"", none}, {"4. 5.", none},
	})
	shut := planAsk(t, qa.PathFamily{}, qa.Subject{Map: planOf("A#B")}, func(q qa.MapPath) bool { return q.Form == qa.PathLength })
	checkGrades(t, shut, []graded{
		{"none", right}, {"None.", right}, {"There is no way.", right}, {"no path exists", right}, {"2", wrongOne}, {"0", wrongOne}, {"not none", none}, {"maybe none", none},
	})
	reach := planAsk(t, qa.PathFamily{}, qa.Subject{Map: planOf("A#B")}, func(q qa.MapPath) bool { return q.Form == qa.PathReach })
	checkGrades(t, reach, []graded{{"no", right}, {"No.", right}, {"No, there is no way.", right}, {"No, there is no path from A to B.", right},
		{"Yes, there is no way.", none}, {"Yes, there is a way.", wrongOne}, {"There is no way to tell.", none}, {"yes", wrongOne}, {"yes and no", none}, {"maybe", none}, {"", none}})
	tour := planAsk(t, qa.PathFamily{}, qa.Subject{Map: planOf("C.A...B")}, func(q qa.Tour) bool { return !q.Length && q.Map.Things[q.Start].Name == "A" })
	checkGrades(t, tour, []graded{
		{"C, B", right}, {"C then B", right}, {"C -> B", right}, {"B, C", wrongOne}, {"C", wrongOne}, {"C, C", wrongOne}, {"A, C, B", wrongOne}, {"C, B, C", wrongOne},
		{"C, D", none}, {"maybe C, B", none}, {"C or B", none}, {"", none}, {"C, B. Or B, C.", none},
	})
	graph := &layout.Graph{
		Places: []layout.Entity{{Name: "the quay"}, {Name: "the slipway"}, {Name: "the boathouse"}},
		Ways:   []layout.Way{{A: 0, B: 1, Length: 9}, {A: 1, B: 2, Length: 2}, {A: 0, B: 2, Length: 3}},
	}
	round := planAsk(t, qa.PathFamily{}, qa.Subject{Graph: graph}, func(q qa.GraphPath) bool { return q.Form == qa.PathSteps && q.From == 0 && q.To == 1 })
	checkGrades(t, round, []graded{
		{"the quay, the boathouse, the slipway", right}, {"The quay -> the boathouse -> the slipway", right}, {"the quay, the slipway", wrongOne},
		{"the slipway, the boathouse, the quay", wrongOne}, {"the boathouse, the slipway", wrongOne}, {"none", wrongOne}, {"the quay, the pier, the slipway", none}, {"", none},
	})
	push := planOf(
		"AA..B",
		"AA...",
		"....#",
	)
	into := planAsk(t, qa.FitFamily{}, qa.Subject{Map: push}, func(q qa.Fit) bool {
		return q.Form == qa.FitInto && q.Thing == 0 && q.Way == layout.E
	})
	checkGrades(t, into, []graded{
		{"B", right}, {"It is B.", right}, {"wall", wrongOne}, {"the edge", wrongOne}, {"edge of the map", wrongOne}, {"A", none}, {"b", none}, {"B or wall", none}, {"not B", none},
		{"B. The wall.", none}, {"", none},
	})
	by := planAsk(t, qa.FitFamily{}, qa.Subject{Map: push}, func(q qa.Fit) bool { return q.Form == qa.FitBy && q.Thing == 0 && q.Way == layout.E })
	checkGrades(t, by, []graded{{"2", right}, {"2 cells", right}, {"two", right}, {"3", wrongOne}, {"2 or 3", none}, {"2 rows", none}, {"", none}})
	line := planOf(
		"..B..",
		".....",
		"C.A.D",
		"....#",
	)
	blank := planAsk(t, qa.RouteFamily{}, qa.Subject{Map: line}, func(q qa.Route) bool {
		return q.Form == qa.RouteTurns && fmt.Sprint(q.Blanks) == "[1]" && q.Map.Things[q.Stops[0]].Name == "B" && q.Map.Things[q.Stops[2]].Name == "C"
	})
	checkGrades(t, blank, []graded{
		{"right", right}, {"Turn right.", right}, {"turn to the right", right}, {"left", wrongOne}, {"back", wrongOne}, {"turn around", wrongOne}, {"right or left", none}, {"north", none},
		{"not right", none}, {"straight on", none}, {"", none},
	})
}

// TestPlanHidden: what is hidden beside the way is all the same, what is hidden on it is not.
func TestPlanHidden(t *testing.T) {
	m := planOf("A.B", "...")
	q := planAsk(t, qa.PathFamily{}, qa.Subject{Map: m}, func(q qa.MapPath) bool { return q.Gait == layout.Gait4 && q.Form == qa.PathSteps })
	for piece, want := range []bool{false, false, false, true, true, true} {
		rest, err := q.Without(piece)
		if (err == nil) != want || err == nil && !rest.Answer().Equal(q.Answer()) {
			t.Errorf("without %d: %v", piece, err)
		}
	}
	push := planAsk(t, qa.FitFamily{}, qa.Subject{Map: planOf("A..B", "....")}, func(q qa.Fit) bool {
		return q.Form == qa.FitBy && q.Map.Things[q.Thing].Name == "A" && q.Way == layout.E
	})
	for piece, want := range []bool{false, false, false, false, false, true, true, true} {
		if _, err := push.Without(piece); (err == nil) != want {
			t.Errorf("without %d: %v", piece, err)
		}
	}
	// A wall that is known stops it at the same place, whatever else does.
	if _, err := qa.Instance(planAsk(t, qa.FitFamily{}, qa.Subject{Map: planOf("AA..#", "AA...", ".....")}, func(q qa.Fit) bool {
		return q.Form == qa.FitBy && q.Way == layout.E
	})).Without(9); err != nil {
		t.Error(err)
	}
}

// TestPlanRationale replays the steps of ways.
func TestPlanRationale(t *testing.T) {
	for i := range int64(400) {
		src := seed.NewKey(31).At(i).Stream()
		f := qa.PathFamily{}.At(1 + int(i)%3)
		s, err := f.Sample(src)
		if err != nil {
			continue
		}
		q, err := f.Ask(s, src)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(q.(qa.Instance).AppendRationale(nil)), "\n")
		switch q := q.(type) {
		case qa.MapPath:
			var row, col, n int
			at := q.Map.Things[q.From].At()
			gone := 0
			for _, line := range lines {
				var way string
				if _, err := fmt.Sscanf(strings.ReplaceAll(line, ",", ""), "Step %d %s leads to row %d column %d.", &n, &way, &row, &col); err != nil {
					continue
				}
				gone++
				next := layout.Cell{Row: row - 1, Col: col - 1}
				if n != gone || q.Map.GroundAt(next) == layout.Wall || q.Gait.Distance(at, next) != 1 {
					t.Fatalf("%q from %v\n%s", line, at, lines)
				}
				at = next
			}
			if gone > 0 && at != q.Map.Things[q.To].At() || gone == 0 && !strings.HasSuffix(lines[len(lines)-1], "is not among them.") {
				t.Fatalf("the steps end at %v\n%s", at, lines)
			}
		case qa.Tour:
			sum, total := 0, 0
			for _, line := range lines {
				k := strings.LastIndex(line, ": ")
				n := 0
				fmt.Sscan(strings.TrimRight(line[k+2:], ". Noderishf"), &n)
				if strings.HasPrefix(line, "From ") {
					sum += n
				} else {
					total = n
				}
			}
			if sum != total || q.Length && q.Answer().String() != fmt.Sprint(total) {
				t.Fatalf("%d, not %d\n%s", sum, total, lines)
			}
		case qa.GraphPath:
			if len(lines) < 2 {
				t.Fatal(lines)
			}
		}
	}
}

// TestPathOfText: about single steps that are stated in a text the family asks for the steps.
func TestPathOfText(t *testing.T) {
	facts := parsed("A N B", "B N C", "D E C")
	for i := range facts {
		facts[i].Reading = layout.UnitStep
	}
	s := qa.Subject{Facts: facts, Layout: layoutOf(abcd, []layout.Cell{{}, {Row: 1}, {Row: 2}, {Row: 2, Col: 1}})}
	q := planAsk(t, qa.PathFamily{}, s, func(q qa.Path) bool { return q.From == 0 && q.To == 3 })
	if q.Answer().String() != "s,s,e" {
		t.Error(q.Answer())
	}
	s.Facts = parsed("A N B", "B N C")
	if _, err := (qa.PathFamily{}).Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
		t.Error(err)
	}
}
