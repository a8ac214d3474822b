package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Texts are the knobs of families that ask about texts. The zero Texts stands for those of level 1.
type Texts struct {
	Objects int // how many objects there are, 2 to 12; 0 stands for 3
	Facts   int // how many facts are stated beyond those that tie the objects together, 0 to 12, as far as there are pairs
	// Grid says that of half the texts the grid has an end, close around the objects, that the text tells how many rows and columns there are,
	// and that what follows may follow from that too. The objects are 6 at most then, for the search would take long.
	Grid bool
	Open bool // the facts leave the relation of some pair open, where there are pairs enough; without it those of half the texts do
}

// textLevels are the knobs by level.
var textLevels = [Levels]Texts{{Objects: 3}, {Objects: 4, Facts: 1}, {Objects: 6, Facts: 2}, {Objects: 8, Facts: 3}}

// whereLevels are those of families that ask for a relation: longer chains, and fewer facts that shorten them.
var whereLevels = [Levels]Texts{{Objects: 3}, {Objects: 5}, {Objects: 7, Facts: 1}, {Objects: 10, Facts: 2}}

// chooseLevels are those of the family choose.
var chooseLevels = [Levels]Texts{{Objects: 3}, {Objects: 4, Facts: 1}, {Objects: 5, Facts: 1, Grid: true}, {Objects: 7, Facts: 2}}

// openLevels are those of families that ask what follows and what does not.
var openLevels = [Levels]Texts{{Objects: 3, Open: true}, {Objects: 4, Open: true}, {Objects: 5, Facts: 1, Open: true, Grid: true}, {Objects: 8, Facts: 2, Open: true}}

// arrangeLevels are those of the family arrange.
var arrangeLevels = [Levels]Texts{{Objects: 3}, {Objects: 4, Facts: 1}, {Objects: 5, Facts: 2, Grid: true}, {Objects: 7, Facts: 2}}

func (t Texts) validate(family string) error {
	switch {
	case t.Objects != 0 && (t.Objects < 2 || t.Objects > 12):
		return fmt.Errorf("qa: %s: %d objects; 2 to 12 are allowed, or 0 for 3", family, t.Objects)
	case t.Facts < 0 || t.Facts > 12:
		return fmt.Errorf("qa: %s: %d facts more than are needed; 0 to 12 are allowed", family, t.Facts)
	case t.Grid && t.Objects > mostOnGrid:
		return fmt.Errorf("qa: %s: %d objects on a grid with an end; %d at most are allowed", family, t.Objects, mostOnGrid)
	}
	return nil
}

// mostOnGrid is how many objects there may be on a grid with an end.
const mostOnGrid = 6

// sample draws a text.
func (t Texts) sample(family string, src seed.Source) (Subject, error) {
	facts, err := t.facts(family, src)
	if err != nil {
		return Subject{}, err
	}
	return t.subject(family, facts, src)
}

// filled returns the knobs with the number of objects filled in.
func (t Texts) filled() Texts {
	if t.Objects == 0 {
		t.Objects = textLevels[0].Objects
	}
	return t
}

// facts draws what a text states.
func (t Texts) facts(family string, src seed.Source) ([]layout.Fact, error) {
	if err := t.validate(family); err != nil {
		return nil, err
	}
	t = t.filled()
	n := t.Objects
	spec := layout.Spec{
		Objects: n, Facts: min(n-1+t.Facts, n*(n-1)/2), Direct: n == 2 || t.Open && n == 3 || src.Intn(2) == 0, Aspect: layout.Full,
		Answer: layout.N + layout.Cardinal(src.Intn(layout.Cardinals-1)), LocatumFirst: src.Intn(2) == 0,
	}
	spec.Unique = n == 2 || !t.Open && src.Intn(2) == 0
	if !layout.Feasible(n, spec.Facts, spec.Unique, spec.Direct, spec.Aspect) {
		spec.Unique = !spec.Unique
	}
	var sampler layout.Sampler
	facts, err := sampler.Sample(spec, src)
	if err != nil {
		return nil, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
	}
	return facts, nil
}

// subject draws the order in which facts are stated, the names, and the end of the grid.
func (t Texts) subject(family string, facts []layout.Fact, src seed.Source) (Subject, error) {
	n := t.filled().Objects
	var plan describe.Plan
	plan.Arrange(facts, src)
	net, err := textNetwork(n, layout.World{}, plan.Facts, nil)
	if err != nil {
		return Subject{}, err
	}
	s := Subject{Facts: plan.Facts, Layout: layout.Layout{Entities: make([]layout.Entity, 0, n)}}
	cells := net.Realise(nil)
	if t.Grid && src.Intn(2) == 0 {
		around := layout.BoxAround(cells)
		s.World = layout.World{Rows: around.Rows + src.Intn(2), Cols: around.Cols + src.Intn(2)}
		for i := range cells {
			cells[i].Row, cells[i].Col = cells[i].Row-around.Row, cells[i].Col-around.Col
		}
		if net, err = textNetwork(n, s.World, plan.Facts, cells); err != nil {
			return Subject{}, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
		}
		cells = net.Realise(cells[:0])
	}
	// The sampler numbers objects; their names must not tell in which order it did.
	names := layout.Names(n)
	seed.Shuffle(src, names)
	for i, at := range cells {
		s.Layout.Entities = append(s.Layout.Entities, layout.Entity{Name: names[i], At: at})
	}
	return s, nil
}

// textNetwork returns the network of facts, which hold in the layout if there is one.
func textNetwork(n int, w layout.World, facts []layout.Fact, shown []layout.Cell) (*layout.Network, error) {
	net, err := layout.NewNetwork(n, w)
	if err != nil {
		return nil, err
	}
	net.Suggest(shown)
	for _, f := range facts {
		if err := net.Add(f); err != nil {
			return nil, err
		}
	}
	return net, nil
}

// Group returns Construct.
func (DrawFamily) Group() Group { return Construct }

// At returns the family with the texts and the maps of a level; with the maps alone where the family has these alone.
func (f DrawFamily) At(level int) Family {
	f.Texts, f.Maps = textLevels[clampLevel(level)-1], f.Maps.at(level)
	return f
}

// WithPhrasing returns the family with its questions about maps put so; of texts there is but one phrasing.
func (f DrawFamily) WithPhrasing(p Phrasing) Family { f.Maps.Phrasing = p; return f }

// Sample draws a text, or a map.
func (f DrawFamily) Sample(src seed.Source) (Subject, error) {
	if f.Maps.drawn(src) {
		return f.Maps.subject(f, src)
	}
	return f.Texts.sample(f.Name(), src)
}

// Group returns Construct.
func (DescribeFamily) Group() Group { return Construct }

// At returns the family with the texts and the maps of a level; with the maps alone where the family has these alone.
func (f DescribeFamily) At(level int) Family {
	f.Texts, f.Maps = textLevels[clampLevel(level)-1], f.Maps.at(level)
	return f
}

// WithPhrasing returns the family with its questions about maps put so; of texts there is but one phrasing.
func (f DescribeFamily) WithPhrasing(p Phrasing) Family { f.Maps.Phrasing = p; return f }

// Sample draws a text, or a map.
func (f DescribeFamily) Sample(src seed.Source) (Subject, error) {
	if f.Maps.drawn(src) {
		return f.Maps.subject(f, src)
	}
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (DirectionFamily) Group() Group { return Relate }

// At returns the family with the texts of a level; from the second on no single fact is the answer.
func (f DirectionFamily) At(level int) Family {
	f.Texts, f.Unstated = whereLevels[clampLevel(level)-1], level > 1
	return f
}

// Sample draws a text.
func (f DirectionFamily) Sample(src seed.Source) (Subject, error) {
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (MultihopFamily) Group() Group { return Relate }

// hopLevels are how many facts the answer needs, and textsOfHops what is stated beside them.
var hopLevels = [Levels]int{2, 3, 5, 8}

var textsOfHops = [Levels]Texts{{}, {Facts: 1}, {Facts: 2}, {Facts: 3}}

// At returns the family with the hops and the texts of a level.
func (f MultihopFamily) At(level int) Family {
	f.Hops, f.Texts = hopLevels[clampLevel(level)-1], textsOfHops[clampLevel(level)-1]
	return f
}

// Sample draws a text. Where the hops are given it has a chain of just so many facts, whose answer is drawn first, and Texts says only how many facts
// branch off it; the objects are as many as that takes.
func (f MultihopFamily) Sample(src seed.Source) (Subject, error) {
	if err := f.Validate(); err != nil {
		return Subject{}, err
	}
	if f.Hops == 0 {
		return f.Texts.sample(f.Name(), src)
	}
	labels := Labels(f.Aspect)
	spec := layout.HopSpec{Hops: f.Hops, Aspect: f.Aspect, Answer: labels[src.Intn(len(labels))].Relation}
	spec.Distractors[layout.Branch] = f.Texts.Facts
	var sampler layout.HopSampler
	var p layout.HopProblem
	if err := sampler.Sample(&p, spec, src); err != nil {
		return Subject{}, fmt.Errorf("qa: multihop: %d hops and %d facts: %w", f.Hops, f.Texts.Facts, err)
	}
	s := Subject{Facts: p.Facts}
	names := layout.Names(p.Objects)
	seed.Shuffle(src, names)
	for i, at := range p.Cells {
		s.Layout.Entities = append(s.Layout.Entities, layout.Entity{Name: names[i], At: at})
	}
	return s, nil
}

// Group returns Relate.
func (ChooseFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f ChooseFamily) At(level int) Family { f.Texts = chooseLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f ChooseFamily) Sample(src seed.Source) (Subject, error) { return f.Texts.sample(f.Name(), src) }

// Group returns Relate.
func (TruthFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f TruthFamily) At(level int) Family { f.Texts = openLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f TruthFamily) Sample(src seed.Source) (Subject, error) { return f.Texts.sample(f.Name(), src) }

// Group returns Relate.
func (PossibleFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f PossibleFamily) At(level int) Family { f.Texts = openLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f PossibleFamily) Sample(src seed.Source) (Subject, error) {
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (ArrangeFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f ArrangeFamily) At(level int) Family { f.Texts = arrangeLevels[clampLevel(level)-1]; return f }

// Sample draws a text. By chance hardly ever three objects lie in one row or column: most texts are made so that some do.
func (f ArrangeFamily) Sample(src seed.Source) (Subject, error) {
	facts, err := f.Texts.facts(f.Name(), src)
	if err != nil {
		return Subject{}, err
	}
	// Among few objects there is little else that lies in line.
	if n := f.Texts.filled().Objects; n < 7 && src.Intn(6) > 0 || n >= 7 && src.Intn(2) == 0 {
		along := layout.N
		if f.Arrangement == OneRow || f.Arrangement != OneColumn && src.Intn(2) == 0 {
			along = layout.E
		}
		facts = lineUp(n, facts, along, src)
	}
	return f.Texts.subject(f.Name(), facts, src)
}

// Validate reports a knob out of range.
func (f DrawFamily) Validate() error {
	if err := f.Texts.validate(f.Name()); err != nil {
		return err
	}
	return f.Maps.validate(f.Name())
}

// Validate reports a knob out of range.
func (f DescribeFamily) Validate() error {
	if err := f.Texts.validate(f.Name()); err != nil {
		return err
	}
	return f.Maps.validate(f.Name())
}
