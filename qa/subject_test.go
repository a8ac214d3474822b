package qa_test

import (
	"fmt"
	"slices"
	"sync"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// drawn is a seed.Source whose choices rapid makes and shrinks.
type drawn struct{ t *rapid.T }

func (d drawn) Intn(n int) int { return rapid.IntRange(0, n-1).Draw(d.t, "choice") }

// scripted is a seed.Source that makes given choices, then always the first; it notes how many there were to choose
// from.
type scripted struct{ choices, from []int }

func (s *scripted) Intn(n int) int {
	at := len(s.from)
	if s.from = append(s.from, n); at == len(s.choices) {
		s.choices = append(s.choices, 0)
	}
	return s.choices[at]
}

// everyQuestion asks with every possible run of choices.
func everyQuestion(f qa.Family, s qa.Subject) (all []qa.Question, err error) {
	src := new(scripted)
	for {
		src.from = src.from[:0]
		q, e := f.Ask(s, src)
		if e != nil {
			err = e
		} else {
			all = append(all, q)
		}
		src.choices = src.choices[:len(src.from)]
		last := len(src.choices) - 1
		for last >= 0 && src.choices[last] == src.from[last]-1 {
			last--
		}
		if last < 0 {
			return all, err
		}
		src.choices = src.choices[:last+1]
		src.choices[last]++
	}
}

// manyQuestions asks with every possible run of choices where those are few, else with a dozen.
func manyQuestions(f qa.Family, s qa.Subject) (all []qa.Question, err error) {
	switch f.(type) {
	case qa.DirectionFamily, qa.DrawFamily, qa.DescribeFamily:
		return everyQuestion(f, s)
	}
	for k := range uint64(12) {
		q, e := f.Ask(s, seed.NewKey(k).Stream())
		if e != nil {
			err = e
		} else {
			all = append(all, q)
		}
	}
	return all, err
}

func namesOf(l layout.Layout) []string {
	all := make([]string, l.Len())
	for i, e := range l.Entities {
		all[i] = e.Name
	}
	return all
}

func cellsOf(l layout.Layout) []layout.Cell {
	cells := make([]layout.Cell, l.Len())
	for i, e := range l.Entities {
		cells[i] = e.At
	}
	return cells
}

func layoutOf(names []string, cells []layout.Cell) layout.Layout {
	var l layout.Layout
	for i, at := range cells {
		l.Entities = append(l.Entities, layout.Entity{Name: names[i], At: at})
	}
	return l
}

// parsed turns "A N B" into a fact: object 0 is north of object 1.
func parsed(lines ...string) []layout.Fact {
	var facts []layout.Fact
	for _, line := range lines {
		var a, b rune
		var word string
		if _, err := fmt.Sscanf(line, "%c %s %c", &a, &word, &b); err != nil {
			panic(err)
		}
		at := slices.IndexFunc(eightRelations, func(c layout.Cardinal) bool { return c.String() == word })
		facts = append(facts, layout.Fact{
			Locatum: int(a - 'A'), Relatum: int(b - 'A'), Relation: eightRelations[at],
		})
	}
	return facts
}

// answerNames are names that are answers, too. Only a bare label is certain to be read where objects are called so.
var answerNames = []string{"left", "above", "right", "upper-left", "below", "top", "same level", "north"}

// namings are what objects may be called. The second looks like compass letters and English words, the third has blanks
// and other scripts.
var namings = [][]string{
	layout.Names(8),
	{"N", "E", "S", "W", "A", "I", "NE", "a"},
	{"red chair", "desk", "lamp 2", "Tür", "机器", "sofa-bed", "D'Arcy", "🐈"},
	answerNames,
}

// shapes lists all specs that can be sampled with up to most objects.
var shapes = sync.OnceValue(func() (all []layout.Spec) {
	for objects := range 9 {
		for facts := range 13 {
			for _, unique := range []bool{false, true} {
				for _, direct := range []bool{false, true} {
					s := layout.Spec{
						Objects: objects, Facts: facts, Unique: unique, Direct: direct, Answer: layout.N,
					}
					if s.Validate() == nil {
						all = append(all, s)
					}
				}
			}
		}
	}
	return all
})

// sampledSubject draws a subject of up to most objects as a corpus makes it.
func sampledSubject(t *rapid.T, most int) qa.Subject {
	fits := slices.DeleteFunc(slices.Clone(shapes()), func(s layout.Spec) bool { return s.Objects > most })
	spec := rapid.SampledFrom(fits).Draw(t, "spec")
	var sampler layout.Sampler
	facts, err := sampler.Sample(spec, drawn{t})
	if err != nil {
		t.Fatal(err)
	}
	var plan describe.Plan
	plan.Arrange(facts, drawn{t})
	net, err := layout.NewNetwork(spec.Objects, layout.World{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range plan.Facts {
		if err := net.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	names := rapid.SampledFrom(namings).Draw(t, "names")
	return qa.Subject{Facts: plan.Facts, Layout: layoutOf(names, net.Realise(nil))}
}

// scatteredSubject draws random cells with gaps between them, and some facts that hold, maybe none.
func scatteredSubject(t *rapid.T, most int) qa.Subject {
	const side = 6
	places := rapid.SliceOfNDistinct(rapid.IntRange(0, side*side-1), 1, most, rapid.ID[int]).Draw(t, "places")
	cells := make([]layout.Cell, len(places))
	for i, p := range places {
		cells[i] = layout.Cell{Row: p / side, Col: p % side}
	}
	var facts []layout.Fact
	for a := range cells {
		for b := range cells {
			if a != b && rapid.IntRange(0, 2).Draw(t, "stated") == 0 {
				facts = append(facts, layout.Fact{
					Locatum: a, Relatum: b, Relation: handRelation(cells[a], cells[b], layout.Full),
				})
			}
		}
	}
	seed.Shuffle(drawn{t}, facts)
	names := rapid.SampledFrom(namings).Draw(t, "names")
	return qa.Subject{Facts: facts, Layout: layoutOf(names, cells)}
}

// anySubject draws a subject of up to most objects.
func anySubject(t *rapid.T, most int) qa.Subject {
	if rapid.Bool().Draw(t, "sampled") {
		return sampledSubject(t, most)
	}
	return scatteredSubject(t, most)
}
