package qa_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// viewFamilies are the families of one who looks.
var viewFamilies = []qa.Phrased{qa.EgocentricFamily{}, qa.VisibleFamily{}, qa.PoseFamily{}}

// viewAsk samples and asks with draw i, and passes over what comes to nothing.
func viewAsk(t testing.TB, f qa.Family, i int64) (qa.Subject, qa.Instance) {
	t.Helper()
	src := seed.NewKey(7).Named(f.Name()).At(i).Stream()
	for range 100 {
		s, err := f.Sample(src)
		if err != nil {
			t.Fatalf("%s: %v", f.Name(), err)
		}
		q, err := f.Ask(s, src)
		if err == nil {
			return s, q.(qa.Instance)
		}
		if !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatalf("%s: %v", f.Name(), err)
		}
	}
	t.Fatalf("%s: nothing to ask", f.Name())
	return qa.Subject{}, nil
}

// TestViewDifficulty: it rises from level to level on average.
func TestViewDifficulty(t *testing.T) {
	for _, f := range viewFamilies {
		before := 0.0
		for level := 1; level <= qa.Levels; level++ {
			sum := 0
			const n = 500
			for i := range int64(n) {
				_, q := viewAsk(t, f.At(level), i)
				sum += q.Difficulty()
			}
			mean := float64(sum) / n
			t.Logf("%s, level %d: %.2f", f.Name(), level, mean)
			if mean <= before {
				t.Errorf("%s: the difficulty of level %d is %.2f on average; that of the one before %.2f", f.Name(), level, mean, before)
			}
			before = mean
		}
	}
}

// TestViewNorth: north is up in half of the drawings, and all ways in the others; never another way where it is fixed.
func TestViewNorth(t *testing.T) {
	north := func(q qa.Instance) qa.Compass {
		switch q := q.(type) {
		case qa.Egocentric:
			return q.North
		case qa.Visible:
			return q.North
		}
		return q.(qa.FindPose).North
	}
	fixed := []qa.Family{qa.EgocentricFamily{NorthUp: true}, qa.VisibleFamily{NorthUp: true}, qa.PoseFamily{NorthUp: true}}
	for i, f := range viewFamilies {
		var count [4]int
		const n = 2000
		for k := range int64(n) {
			_, q := viewAsk(t, f.At(1+int(k%4)), k)
			count[north(q)]++
			if _, q := viewAsk(t, fixed[i], k); north(q) != qa.NorthUp {
				t.Fatalf("%s: north is %d", f.Name(), north(q))
			}
		}
		if count[0] < n*45/100 || count[0] > n*55/100 || slices.Min(count[1:]) < n*13/100 {
			t.Errorf("%s: north is up, right, down, left in %v", f.Name(), count)
		}
	}
}

// TestViewZero: what is zero asks nothing.
func TestViewZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.Egocentric{}, qa.Visible{}, qa.FindPose{}, qa.Egocentric{Map: layout.NewMap(2, 2), Form: qa.EgoWhere, At: -1, Toward: 9},
		qa.Egocentric{Form: 99, Sectors: 99, Face: 99}, qa.Visible{Map: layout.NewMap(2, 2), Form: qa.SightOf, At: 4}, qa.Visible{Form: 99},
		qa.FindPose{Map: layout.NewMap(2, 2), Cues: []qa.Cue{{Thing: 3}}}} {
		if got := len(q.AppendText(nil)) + len(q.AppendFormat(nil)) + len(q.AppendConventions(nil)) + len(q.AppendRationale(nil)) + len(q.Mistakes()); got != 0 {
			t.Errorf("%#v says something", q)
		}
		q.AppendEvidence(nil, qa.AsBoth)
		for _, response := range []string{"", "yes", "left", "north", "none", q.Answer().String(), "row 1, column 1, facing north"} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 || v.FormatOK {
				t.Errorf("%#v: %q is graded %+v", q, response, v)
			}
		}
		if _, ok := q.Turn(3); ok {
			t.Errorf("%#v can be turned", q)
		}
		if _, ok := q.Contrast(); ok {
			t.Errorf("%#v has a contrast", q)
		}
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) && q.Pieces() == 0 {
			t.Errorf("%#v: something of nothing is hidden: %v", q, err)
		}
		if q.Difficulty() < 1 {
			t.Errorf("%#v: difficulty %d", q, q.Difficulty())
		}
	}
	if !(qa.Poses{}).Equal(qa.Poses{}) || (qa.Poses{}).String() != "none" || (qa.Poses{}).Equal(qa.Pose{}) || (qa.Pose{}).Equal(nil) {
		t.Error("zero poses are not what they are said to be")
	}
}

// TestViewValidate: a knob out of its range is named, and is no fault of the subject.
func TestViewValidate(t *testing.T) {
	for _, f := range []qa.Family{
		qa.EgocentricFamily{Rows: 2}, qa.EgocentricFamily{Cols: 21}, qa.EgocentricFamily{Things: 13}, qa.EgocentricFamily{Rows: 3, Cols: 3, Things: 10},
		qa.EgocentricFamily{Sectors: 5}, qa.EgocentricFamily{Turns: 5}, qa.EgocentricFamily{Turns: -1}, qa.EgocentricFamily{Form: 5}, qa.EgocentricFamily{Phrasing: 3},
		qa.VisibleFamily{Rows: 3}, qa.VisibleFamily{Cols: 30}, qa.VisibleFamily{Things: 2}, qa.VisibleFamily{Walls: 41}, qa.VisibleFamily{Walls: -2},
		qa.VisibleFamily{Form: 5}, qa.VisibleFamily{Phrasing: 9}, qa.VisibleFamily{Rows: 4, Cols: 4, Things: 12},
		qa.PoseFamily{Rows: 13}, qa.PoseFamily{Cols: 2}, qa.PoseFamily{Things: 1}, qa.PoseFamily{Walls: -1}, qa.PoseFamily{Loose: 3}, qa.PoseFamily{Phrasing: 3},
		qa.PoseFamily{Rows: 3, Cols: 3, Things: 5},
	} {
		err := f.Validate()
		if err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") || !strings.Contains(err.Error(), "allowed") {
			t.Errorf("%+v: %v", f, err)
		}
		src := seed.NewKey(1).Stream()
		if _, err := f.Sample(src); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v samples: %v", f, err)
		}
		if _, err := f.Ask(qa.Subject{Map: layout.NewMap(3, 3)}, src); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v asks: %v", f, err)
		}
	}
	for _, f := range viewFamilies {
		if f.Validate() != nil || f.Group() != qa.View || f.Summary() == "" {
			t.Errorf("%s: %v, %v", f.Name(), f.Validate(), f.Group())
		}
		src := seed.NewKey(1).Stream()
		broken := layout.NewMap(3, 3)
		broken.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{{Row: 9}}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 0}}}}
		crowd := layout.NewMap(3, 3)
		crowd.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{{}}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{{}}}, {Name: "c 1", Kind: "c", Mark: 'C', Cells: []layout.Cell{{Row: 1}}}}
		for _, m := range []*layout.Map{nil, {}, layout.NewMap(3, 3), broken, crowd} {
			if _, err := f.Ask(qa.Subject{Map: m}, src); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s asks about %+v: %v", f.Name(), m, err)
			}
		}
		for level := 1; level <= qa.Levels; level++ {
			if err := f.WithPhrasing(qa.Variant).At(level).Validate(); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestViewAny: any map is asked about or is unsuitable, the same choices ask the same, and the answer earns all.
func TestViewAny(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		src := drawn{t}
		m := layout.NewMap(1+src.Intn(6), 1+src.Intn(6))
		for i := range m.Ground {
			if src.Intn(4) == 0 {
				m.Ground[i] = layout.Ground(src.Intn(4))
			}
		}
		for i, c := range m.Scatter(nil, src.Intn(6), src) {
			th := layout.Thing{Name: string(rune('A' + i)), Mark: byte('A' + i), Cells: []layout.Cell{c}, Facing: layout.Cardinal(src.Intn(layout.Cardinals))}
			if src.Intn(5) == 0 {
				th.Kind = "chair"
			}
			m.Things = append(m.Things, th)
		}
		f := viewFamilies[src.Intn(len(viewFamilies))].At(1 + src.Intn(4))
		key := seed.NewKey(uint64(src.Intn(1000)))
		q, err := f.Ask(qa.Subject{Map: m}, key.Stream())
		if err != nil {
			if !errors.Is(err, qa.ErrUnsuitable) {
				t.Fatal(err)
			}
			return
		}
		again, _ := f.Ask(qa.Subject{Map: m}, key.Stream())
		if fmt.Sprint(q) != fmt.Sprint(again) && string(q.AppendText(nil)) != string(again.AppendText(nil)) {
			t.Fatal("the same choices ask something else")
		}
		if v := q.Verify(q.Answer().String()); !v.Correct || v.Reward != 1 {
			t.Fatalf("%q is graded %+v", q.Answer(), v)
		}
		prompt := string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsDrawing))
		solve := map[string]func(string) (string, error){
			"egocentric": func(p string) (string, error) { s, err := egoSolve(p); return s.Answer, err },
			"visible":    func(p string) (string, error) { s, err := visibleSolve(p); return s.Answer, err },
			"pose":       func(p string) (string, error) { s, err := poseSolve(p); return s.Answer, err },
		}[f.Name()]
		for _, whole := range append(egoFill(prompt), prompt) {
			if strings.Contains(whole, "?\n") && whole != prompt || slices.ContainsFunc(m.Things, func(t layout.Thing) bool { return t.Kind != "" }) {
				continue // gaps are left, or things that only their kind tells
			}
			if got, err := solve(whole); err == nil && got != "" && !q.Verify(got).Correct {
				t.Fatalf("%q is right, not %q:\n%s", got, q.Answer(), whole)
			}
		}
	})
}

func viewShare(count map[string]int) (all []string) {
	total := 0
	for _, n := range count {
		total += n
	}
	for class, n := range count {
		all = append(all, fmt.Sprintf("%s %.1f%%", class, 100*float64(n)/float64(total)))
	}
	slices.Sort(all)
	return all
}

// TestViewBalance: no answer is much more frequent than its share of those that a form has.
func TestViewBalance(t *testing.T) {
	for _, f := range viewFamilies {
		for level := 1; level <= qa.Levels; level++ {
			counts := map[string]map[string]int{}
			fair := map[string]int{} // how many classes there are
			for i := range int64(4000) {
				_, q := viewAsk(t, f.At(level), i)
				form, class, n := viewClass(q)
				if n == 0 {
					continue
				}
				if counts[form] == nil {
					counts[form] = map[string]int{}
				}
				counts[form][class]++
				fair[form] = n
			}
			var forms []string
			for form := range counts {
				forms = append(forms, form)
			}
			slices.Sort(forms)
			for _, form := range forms {
				total := 0
				for _, n := range counts[form] {
					total += n
				}
				t.Logf("%s, level %d, %s (%d): %v", f.Name(), level, form, total, viewShare(counts[form]))
				// Three standard deviations and three points over the fair share.
				for class, n := range counts[form] {
					p := 1 / float64(fair[form])
					most := p*float64(total) + 0.03*float64(total) + 3*math.Sqrt(p*(1-p)*float64(total))
					if float64(n) > most {
						t.Errorf("%s, level %d, %s: %s is the answer of %d in %d", f.Name(), level, form, class, n, total)
					}
				}
			}
		}
	}
}

// viewClass returns what kind of question it is, the class of its answer, and how many classes there are; 0 for none to be balanced.
func viewClass(q qa.Instance) (form, class string, n int) {
	class = q.Answer().String()
	switch q := q.(type) {
	case qa.Egocentric:
		if q.Form == qa.EgoWhere {
			return fmt.Sprintf("where of %d, %d", q.Sectors.Count(), q.Sectors), class, q.Sectors.Count()
		}
		if q.Eight {
			return fmt.Sprintf("compass of 8, form %d", q.Form), class, 8
		}
		return fmt.Sprintf("compass of 4, form %d", q.Form), class, 4
	case qa.Visible:
		switch q.Form {
		case qa.SightOf:
			return "sight", class, 2
		case qa.FirstSight:
			if class != "a wall" && class != "nothing" {
				class = "a thing"
			}
			return "first", class, 2
		case qa.InSight:
			return fmt.Sprintf("in sight of %d", len(q.Options)), fmt.Sprint(len(q.Answer().(qa.Choice).Names)), len(q.Options) + 1
		}
		return "hidden by", "", 0
	case qa.FindPose:
		if q.All {
			return "how many poses", fmt.Sprint(len(q.Answer().(qa.Poses))), 0
		}
		return "facing", q.Answer().(qa.Pose).Facing.String(), 4
	}
	return "", "", 0
}
