package qa_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// movedSubject returns a subject moved by a symmetry, as the Turn of a question moves it.
func movedSubject(s qa.Subject, sym layout.Symmetry) qa.Subject {
	t := turnedSubject(s, sym)
	slices.Reverse(t.Views)
	slices.Reverse(t.Windows)
	back := func(m *layout.Map) {
		for i := range m.Things {
			m.Things[i].Name = strings.TrimSuffix(m.Things[i].Name, "'")
		}
		for i := range m.Rooms {
			m.Rooms[i].Name = strings.TrimSuffix(m.Rooms[i].Name, "'")
		}
	}
	if t.Map != nil {
		back(t.Map)
	}
	for _, m := range t.Views {
		back(m)
	}
	if t.Graph != nil {
		t.Graph = s.Graph.Transform(sym)
	}
	if t.Log = s.Log; t.Log != nil && t.Log.Row && sym.Cardinal(layout.E) == layout.W {
		t.Log = t.Log.Mirror()
	}
	return t
}

// otherNames gives what has a name of its own each other's names, as a renaming does.
func otherNames(s qa.Subject) qa.Subject {
	type named struct {
		name string
		mark byte
	}
	var all []named
	next := func(n named) named {
		i := slices.Index(all, n)
		return all[(i+1)%len(all)]
	}
	maps := slices.Clone(s.Views)
	if s.Map != nil {
		maps = append(maps, s.Map)
	}
	for i, m := range maps {
		maps[i] = m.Transform(0)
		for _, t := range m.Things {
			if n := (named{t.Name, t.Mark}); t.Kind == "" && !slices.Contains(all, n) {
				all = append(all, n)
			}
		}
	}
	for _, m := range maps {
		for i := range m.Things {
			if t := &m.Things[i]; t.Kind == "" {
				n := next(named{t.Name, t.Mark})
				t.Name, t.Mark = n.name, n.mark
			}
		}
	}
	if s.Map != nil {
		s.Map, maps = maps[len(maps)-1], maps[:len(maps)-1]
	}
	s.Views = maps
	shift := func(names []string) []string {
		if len(names) == 0 {
			return names
		}
		return append(slices.Clone(names[1:]), names[0])
	}
	if s.Graph != nil {
		g := *s.Graph
		g.Places = slices.Clone(g.Places)
		for i := range g.Places {
			g.Places[i].Name = s.Graph.Places[(i+1)%len(g.Places)].Name
		}
		s.Graph = &g
	}
	if s.Log != nil {
		l := *s.Log
		l.Things, l.Places, l.Items = shift(l.Things), shift(l.Places), shift(l.Items)
		s.Log = &l
	}
	return s
}

// sameWords returns the words of a question in alphabetical order, so that lists that name the same things are equal.
func sameWords(text string) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,.?:", r) })
	slices.Sort(words)
	return strings.Join(words, " ")
}

// stepsMoved returns what must be done once all is moved so that it still comes out as it did, moved: it tries all there is.
func stepsMoved(steps []layout.Symmetry, sym layout.Symmetry) (moved []layout.Symmetry) {
	const side = 3
	for _, step := range steps {
		for other := range layout.Symmetry(layout.Symmetries) {
			same := true
			for i := range side * side {
				c := layout.Cell{Row: i / side, Col: i % side}
				same = same && other.Cell(sym.Cell(c, side, side), side, side) == sym.Cell(step.Cell(c, side, side), side, side)
			}
			if same {
				moved = append(moved, other)
			}
		}
	}
	return moved
}

// TestProblemFingerprintOfTurns: to mirror a shape top to bottom is another problem than to mirror the shape on its side so, but one
// with mirroring that left to right; and options may stand in any order.
func TestProblemFingerprintOfTurns(t *testing.T) {
	topToBottom, leftToRight := layout.Symmetry(2), layout.Symmetry(4)
	shape := &layout.Matrix{Rows: 3, Cols: 2, Dots: []bool{true, true, true, true, true, false}}
	number := func(q qa.Rotate) uint64 { return qa.ProblemFingerprint(qa.Subject{Matrix: q.Matrix}, q) }
	turned := func(step layout.Symmetry) qa.Rotate {
		return qa.Rotate{Matrix: shape, Asks: qa.RotateDraw, Steps: []layout.Symmetry{step}}
	}
	onItsSide := turned(topToBottom)
	onItsSide.Matrix = shape.Transform(1)
	if number(turned(topToBottom)) == number(onItsSide) {
		t.Error("one number for two problems of mirroring top to bottom")
	}
	if number(turned(leftToRight)) != number(onItsSide) {
		t.Error("another number for mirroring the shape on its side")
	}
	choice := qa.Rotate{Matrix: shape, Options: []*layout.Matrix{shape.Transform(layout.Turn(1)), shape.Transform(4), shape.Transform(5)}}
	other := choice
	other.Options = []*layout.Matrix{choice.Options[2], choice.Options[0], choice.Options[1]}
	if number(choice) != number(other) {
		t.Error("another number for options in another order")
	}
}

// TestProblemFingerprintOfDescribe: who describes a drawing sees no facts.
func TestProblemFingerprintOfDescribe(t *testing.T) {
	drawn := layout.Layout{Entities: []layout.Entity{{Name: "A"}, {Name: "B", At: layout.Cell{Col: 1}}, {Name: "C", At: layout.Cell{Row: 1, Col: 1}}}}
	few := []layout.Fact{{Relation: layout.W, Locatum: 0, Relatum: 1}, {Relation: layout.N, Locatum: 1, Relatum: 2}}
	more := append(few, layout.Fact{Relation: layout.NW, Locatum: 0, Relatum: 2})
	q := qa.Describe{Layout: drawn}
	if qa.ProblemFingerprint(qa.Subject{Layout: drawn, Facts: few}, q) != qa.ProblemFingerprint(qa.Subject{Layout: drawn, Facts: more}, q) {
		t.Error("another number for the same drawing under other facts")
	}
	if qa.ProblemFingerprint(qa.Subject{Layout: drawn, Facts: few}, q) == qa.ProblemFingerprint(qa.Subject{Layout: drawn, Facts: few}, qa.Draw{}) {
		t.Error("one number for drawing and describing")
	}
}

// TestProblemFingerprint: a problem keeps its number when it is moved, named otherwise or put in other words, and other questions
// about the scene have others.
func TestProblemFingerprint(t *testing.T) {
	for name, kit := range kits() {
		posed, renewed := 0, 0
		one := 0 // questions in other words, but for the order of lists, that share a number
		for i := range int64(24) {
			item := kit.Draw(t, i)
			inst, ok := item.Question.(qa.Instance)
			if !ok {
				continue
			}
			posed++
			want, asked := qa.ProblemFingerprint(item.Subject, inst), string(inst.AppendText(nil))
			for sym := layout.Symmetry(1); sym < layout.Symmetries; sym++ {
				q, ok := inst.Turn(sym)
				if !ok {
					continue
				}
				if r, ok := q.(qa.Rotate); ok { // of which Turn leaves what is done as it is
					r.Steps = stepsMoved(r.Steps, sym)
					q = r
				}
				same := qa.ProblemFingerprint(movedSubject(item.Subject, sym), q) == want
				if name == "size" && sym&1 != 0 { // a width stays a width, and is another
					if same && !q.Answer().Equal(inst.Answer()) {
						t.Errorf("%s, item %d: one number when %s has another answer", name, i, asked)
					}
				} else if !same {
					t.Fatalf("%s, item %d: another number when it is moved by %d:\n%s\n%s", name, i, sym, asked, q.AppendText(nil))
				}
			}
			if q, ok := inst.Contrast(); ok && sameWords(string(q.AppendText(nil))) != sameWords(asked) && qa.ProblemFingerprint(item.Subject, q) == want {
				t.Errorf("%s, item %d: one number for\n%s\n%s", name, i, asked, q.AppendText(nil))
			}
			if o, err := qa.NewOptions(inst, 2, false, seed.NewKey(6).Stream()); err == nil && qa.ProblemFingerprint(item.Subject, o) != want {
				t.Errorf("%s, item %d: options make it another problem", name, i)
			}
			texts := make(map[uint64]string)
			for k := range int64(6) { // the same draws ask the same about things of other names
				key := seed.NewKey(5).At(i).At(k)
				q, err := item.Family.Ask(item.Subject, key.Stream())
				if err != nil {
					continue
				}
				print, text := qa.ProblemFingerprint(item.Subject, q), string(q.AppendText(nil))
				if other, ok := texts[print]; ok && sameWords(other) != sameWords(text) {
					one++
				}
				texts[print] = text
				renamed := otherNames(item.Subject)
				q, err = item.Family.Ask(renamed, key.Stream())
				if err == nil {
					renewed++
				}
				if err == nil && qa.ProblemFingerprint(renamed, q) != print {
					t.Errorf("%s, item %d: another number under other names:\n%s\n%s", name, i, text, q.AppendText(nil))
				}
				f, ok := item.Family.(interface {
					WithPhrasing(qa.Phrasing) qa.Family
				})
				if !ok {
					continue
				}
				if q, err := f.WithPhrasing(qa.Variant).Ask(item.Subject, key.Stream()); err == nil && qa.ProblemFingerprint(item.Subject, q) != print {
					t.Errorf("%s, item %d: another number in other words:\n%s\n%s", name, i, text, q.AppendText(nil))
				}
			}
		}
		if renewed < 5*posed {
			t.Errorf("%s: %d questions under other names about %d scenes", name, renewed, posed)
		}
		if one > 3 { // a scene that looks the same when it is moved may have one
			t.Errorf("%s: %d of 144 questions about one scene share a number with another", name, one)
		}
	}
}

// textProblem writes a question about a text, with objects numbered by names and the square moved by a symmetry.
func textProblem(s qa.Subject, q qa.Question, names []int, sym layout.Symmetry) string {
	var lines []string
	state := func(f layout.Fact) string {
		f = layout.Fact{Locatum: names[f.Locatum], Relatum: names[f.Relatum], Relation: sym.Cardinal(f.Relation), Reading: f.Reading}
		if f.Locatum > f.Relatum {
			f = f.Converse()
		}
		return fmt.Sprint(f.Locatum, f.Relatum, f.Relation, f.Reading)
	}
	for _, f := range s.Facts {
		lines = append(lines, state(f))
	}
	slices.Sort(lines)
	size := [2]int{s.World.Rows, s.World.Cols}
	if sym&1 != 0 {
		size[0], size[1] = size[1], size[0]
	}
	side := func(c layout.Cardinal) layout.Cardinal { return sym.Cardinal(c) }
	axis := func(vertical bool) bool { return vertical != (sym&1 != 0) }
	asked := ""
	switch q := q.(type) {
	case qa.Choose:
		of := []int{names[q.Options[0]], names[q.Options[1]]}
		slices.Sort(of)
		asked = fmt.Sprint("choose", names[q.Claim.Relatum], side(q.Claim.Relation), q.Claim.Reading, q.Negated, of)
	case qa.Possible:
		asked = fmt.Sprint("which", names[q.Claim.Locatum], names[q.Claim.Relatum])
		if q.Form == qa.Could {
			asked = "could" + state(q.Claim)
		}
	case qa.Truth:
		asked = "is" + state(q.Claim)
	case qa.Direction:
		if asked = fmt.Sprint("where", names[q.Locatum], names[q.Relatum]); q.Aspect != layout.Full {
			asked += fmt.Sprint(axis(q.Aspect == layout.Vertical))
		}
	case qa.Arrange:
		three := []int{}
		if q.Arrangement <= qa.OneColumn {
			for _, o := range q.Objects {
				three = append(three, names[o])
			}
		}
		switch a := q.Arrangement; a {
		case qa.Between:
			slices.Sort(three[1:])
			asked = fmt.Sprint("between", three)
		case qa.OneRow, qa.OneColumn:
			slices.Sort(three)
			asked = fmt.Sprint("line", three, axis(a == qa.OneColumn))
		default:
			asked = fmt.Sprint("side", side([...]layout.Cardinal{layout.N, layout.S, layout.W, layout.E, layout.NW, layout.NE, layout.SW, layout.SE}[a-qa.Topmost]), a >= qa.InTopLeft)
		}
	}
	return fmt.Sprint(lines, size, asked)
}

// TestProblemFingerprintOfTexts compares numbers with the exact answer, by all names and symmetries, for small texts.
func TestProblemFingerprintOfTexts(t *testing.T) {
	for _, family := range []qa.Family{
		qa.ChooseFamily{Texts: qa.Texts{Objects: 4, Grid: true}}, qa.PossibleFamily{Texts: qa.Texts{Objects: 4, Grid: true}},
		qa.ArrangeFamily{Texts: qa.Texts{Objects: 4, Grid: true}}, qa.TruthFamily{Texts: qa.Texts{Objects: 4}}, qa.DirectionFamily{},
	} {
		byText, byNumber, lost := make(map[string]uint64), make(map[uint64]string), 0
		for i := range int64(250) {
			src := seed.NewKey(8).At(i).Stream()
			s, err := family.Sample(src)
			if err != nil {
				continue
			}
			q, err := family.Ask(s, src)
			if err != nil {
				continue
			}
			names := make([]int, s.Layout.Len())
			for k := range names {
				names[k] = k
			}
			text := ""
			permute(names, 0, func() {
				for sym := range layout.Symmetry(layout.Symmetries) {
					if p := textProblem(s, q, names, sym); text == "" || p < text {
						text = p
					}
				}
			})
			number := qa.ProblemFingerprint(s, q)
			if other, ok := byText[text]; ok && other != number {
				t.Fatalf("%s: %s has the numbers %x and %x", family.Name(), text, other, number)
			}
			if other, ok := byNumber[number]; ok && other != text {
				if lost++; lost <= 2 {
					t.Logf("%s: one number for\n%s\n%s", family.Name(), other, text)
				}
			}
			byText[text], byNumber[number] = number, text
		}
		if len(byText) < 20 || lost > 1 {
			t.Errorf("%s: %d of %d problems share a number with another", family.Name(), lost, len(byText))
		}
	}
}

// permute calls each with every order of list[k:].
func permute(list []int, k int, each func()) {
	if k == len(list) {
		each()
		return
	}
	for i := k; i < len(list); i++ {
		list[k], list[i] = list[i], list[k]
		permute(list, k+1, each)
		list[k], list[i] = list[i], list[k]
	}
}

// TestProblemFingerprintOfNothing: questions and subjects that no family makes have numbers too.
func TestProblemFingerprintOfNothing(t *testing.T) {
	m := layout.NewMap(2, 2)
	for _, s := range []qa.Subject{{}, {Map: m}, {Map: new(layout.Map)}, {Views: []*layout.Map{nil, m}}, {Views: []*layout.Map{nil}, Windows: make([]layout.Window, 1)},
		{Graph: new(layout.Graph)}, {Log: &layout.Log{Row: true, Events: []layout.Event{{Thing: -1, Place: 7, Item: 9}}}}, {Facts: []layout.Fact{{Locatum: 5}}}} {
		for _, q := range []qa.Question{
			nil, qa.Draw{}, qa.DrawMap{}, qa.Describe{}, qa.DescribeMap{}, qa.Coordinates{}, qa.Shape{}, qa.Locate{}, qa.Count{}, qa.Size{}, qa.Distance{},
			qa.Nearest{}, qa.Direction{}, &qa.Direction{}, qa.Multihop{}, qa.Choose{}, qa.Truth{}, &qa.Truth{}, qa.Possible{}, qa.Arrange{}, qa.Arrange{Arrangement: 200},
			qa.Arrange{Arrangement: qa.InBottomRight}, qa.Topology{}, qa.Egocentric{}, qa.FindPose{}, qa.Visible{}, qa.Merge{}, qa.Motion{}, qa.Edit{}, qa.Recall{},
			qa.Tally{}, qa.Route{}, qa.Path{}, &qa.Path{}, qa.MapPath{}, qa.GraphPath{}, qa.Tour{}, qa.Fit{}, qa.Rotate{}, qa.Fold{}, qa.Jigsaw{}, qa.Options{},
			qa.Options{Instance: qa.Fold{}},
		} {
			func() {
				defer func() {
					if r := recover(); r != nil {
						t.Errorf("%+v, %T: %v", s, q, r)
					}
				}()
				if first, again := qa.ProblemFingerprint(s, q), qa.ProblemFingerprint(s, q); first != again {
					t.Errorf("%T has two numbers", q)
				}
			}()
		}
	}
}
