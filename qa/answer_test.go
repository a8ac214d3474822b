package qa_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

// Every answer is one of seven types: nothing else can be an Answer, since its last method is not exported.
var _ = []qa.Answer{
	qa.Label{}, qa.TruthValue(0), qa.Choice{}, qa.Relations(0), qa.Moves{}, qa.Drawing{}, qa.Description{},
}

func equal(a, b qa.Answer) bool { return a.Equal(b) && b.Equal(a) }

func TestLabels(t *testing.T) {
	var all []qa.Label
	for aspect := range layout.Aspect(layout.Aspects) {
		labels := qa.Labels(aspect)
		if len(labels) != len(handLabels[aspect]) {
			t.Errorf("%v: %d labels; want %d", aspect, len(labels), len(handLabels[aspect]))
		}
		for _, l := range labels {
			if want := handLabels[aspect][l.Relation]; l.Aspect != aspect || l.String() != want || want == "" {
				t.Errorf("label %+v is %q; want %q", l, l, want)
			}
		}
		all = append(all, labels...)
	}
	for i, a := range all {
		for j, b := range all {
			if a.Equal(b) != (i == j) {
				t.Errorf("%+v equals %+v: %t", a, b, a.Equal(b))
			}
		}
	}
	if s := (qa.Label{}).String(); s != "overlap" {
		t.Errorf("the zero Label is %q", s)
	}
}

func TestAnswersOfOtherTypesDiffer(t *testing.T) {
	l := layoutOf([]string{"A", "B"}, []layout.Cell{{}, {Row: 1}})
	answers := []qa.Answer{
		qa.Label{Relation: layout.N}, qa.Label{}, qa.Drawing{}, qa.Drawing{Scene: scene.Scene{Layout: l}}, qa.Description{},
		qa.Describe{Layout: l}.Answer(), qa.TruthValue(0), qa.Yes, qa.No, qa.Unknown, qa.Choice{},
		qa.Choice{Options: 2}, qa.Choice{Options: 3}, qa.Choice{Options: 2, Names: []string{"A"}},
		qa.Choice{Options: 2, Names: []string{"A", "B"}}, qa.Relations(0), qa.Relations(1), qa.Relations(2), qa.Moves{},
		qa.Moves{layout.S}, qa.Moves{layout.S, layout.E}, qa.Moves{layout.E, layout.S},
	}
	for i, a := range answers {
		for j, b := range answers {
			if a.Equal(b) != (i == j) {
				t.Errorf("%#v equals %#v: %t", a, b, a.Equal(b))
			}
		}
		if a.Equal(nil) {
			t.Errorf("%#v equals nil", a)
		}
	}
}

// TestDrawingEqual: drawings are equal that show the same objects in the same relations.
func TestDrawingEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := scatteredSubject(t, 6).Layout
		drawing := func(l layout.Layout, s int) qa.Answer {
			return qa.Drawing{Scene: scene.Scene{Style: scene.Style(s), Layout: l}}
		}
		stretched := layoutOf(namesOf(l), cellsOf(l))
		for i := range stretched.Entities {
			at := &stretched.Entities[i].At
			at.Row, at.Col = 2*at.Row+3, 3*at.Col
		}
		seed.Shuffle(drawn{t}, stretched.Entities)
		style := drawn{t}.Intn(scene.Styles)
		if !equal(drawing(l, 0), drawing(stretched, style)) {
			t.Fatal("other styles, empty rows and columns, and the order of the objects must not matter")
		}
		other := layoutOf(namesOf(l), cellsOf(scatteredSubject(t, l.Len()).Layout)[:1])
		same := other.Len() == l.Len()
		if equal(drawing(l, 0), drawing(other, 0)) != same {
			t.Fatalf("one object equals %d", l.Len())
		}
		moved := layoutOf(namesOf(l), cellsOf(l))
		i := drawn{t}.Intn(l.Len())
		moved.Entities[i].At.Row, moved.Entities[i].At.Col = 9, 9
		same = true
		for k := range l.Entities {
			same = same && (k == i || handRelation(cellsOf(l)[k], cellsOf(l)[i], layout.Full) == layout.NW)
		}
		if equal(drawing(l, 0), drawing(moved, 0)) != same {
			t.Fatalf("equal: %t after moving object %d of %v to the lower right", !same, i, cellsOf(l))
		}
		renamed := layoutOf(namesOf(l), cellsOf(l))
		renamed.Entities[i].Name = "Q"
		if equal(drawing(l, 0), drawing(renamed, 0)) {
			t.Fatal("a renamed object makes no difference")
		}
	})
}

// TestDescriptionEqual: descriptions are equal that state the same relations.
func TestDescriptionEqual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scatteredSubject(t, 5)
		names := namesOf(s.Layout)
		d := qa.Description{Names: names, Facts: s.Facts}

		backwards := slices.Clone(names)
		slices.Reverse(backwards)
		var other qa.Description
		other.Names = backwards
		for _, f := range s.Facts {
			f.Locatum, f.Relatum = len(names)-1-f.Locatum, len(names)-1-f.Relatum
			if rapid.Bool().Draw(t, "from the other side") {
				f = layout.Fact{Locatum: f.Relatum, Relatum: f.Locatum, Relation: move(2).relation(f.Relation)}
			}
			other.Facts = append(other.Facts, f)
			if rapid.Bool().Draw(t, "twice") {
				other.Facts = append(other.Facts, f)
			}
		}
		seed.Shuffle(drawn{t}, other.Facts)
		if !equal(d, other) {
			t.Fatalf("%v and %v must be equal", d, other)
		}
		if len(other.Facts) == 0 {
			return
		}
		i := drawn{t}.Intn(len(other.Facts))
		fewer := qa.Description{Names: backwards}
		for _, f := range other.Facts {
			gone := other.Facts[i]
			if f != gone && (f.Locatum != gone.Relatum || f.Relatum != gone.Locatum) {
				fewer.Facts = append(fewer.Facts, f)
			}
		}
		if d.Equal(fewer) || fewer.Equal(d) {
			t.Fatalf("%v and %v must differ", d, fewer)
		}
		changed := qa.Description{Names: backwards, Facts: slices.Clone(other.Facts)}
		changed.Facts[i].Relation = move(1).relation(changed.Facts[i].Relation)
		if equal(d, changed) {
			t.Fatalf("%v and %v must differ", d, changed)
		}
	})
}
