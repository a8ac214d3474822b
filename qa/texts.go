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
}

// textLevels are the knobs by level.
var textLevels = [Levels]Texts{{Objects: 3}, {Objects: 4, Facts: 1}, {Objects: 6, Facts: 2}, {Objects: 8, Facts: 3}}

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
	if err := t.validate(family); err != nil {
		return Subject{}, err
	}
	if t.Objects == 0 {
		t.Objects = textLevels[0].Objects
	}
	n := t.Objects
	spec := layout.Spec{
		Objects: n, Facts: min(n-1+t.Facts, n*(n-1)/2), Direct: n == 2 || src.Intn(2) == 0, Aspect: layout.Full,
		Answer: layout.N + layout.Cardinal(src.Intn(layout.Cardinals-1)), LocatumFirst: src.Intn(2) == 0,
	}
	spec.Unique = n == 2 || src.Intn(2) == 0
	if !layout.Feasible(n, spec.Facts, spec.Unique, spec.Direct, spec.Aspect) {
		spec.Unique = !spec.Unique
	}
	var sampler layout.Sampler
	facts, err := sampler.Sample(spec, src)
	if err != nil {
		return Subject{}, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
	}
	var plan describe.Plan
	plan.Arrange(facts, src)
	net, err := textNetwork(n, layout.World{}, plan.Facts)
	if err != nil {
		return Subject{}, err
	}
	s := Subject{Facts: plan.Facts}
	cells := net.Realise(nil)
	if t.Grid && src.Intn(2) == 0 {
		around := layout.BoxAround(cells)
		s.World = layout.World{Rows: around.Rows + src.Intn(2), Cols: around.Cols + src.Intn(2)}
		if net, err = textNetwork(n, s.World, plan.Facts); err != nil {
			return Subject{}, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
		}
		cells = net.Realise(nil)
	}
	// The sampler numbers objects; their names must not tell in which order it did.
	names := layout.Names(n)
	seed.Shuffle(src, names)
	for i, at := range cells {
		s.Layout.Entities = append(s.Layout.Entities, layout.Entity{Name: names[i], At: at})
	}
	return s, nil
}

// textNetwork returns the network of facts.
func textNetwork(n int, w layout.World, facts []layout.Fact) (*layout.Network, error) {
	net, err := layout.NewNetwork(n, w)
	if err != nil {
		return nil, err
	}
	for _, f := range facts {
		if err := net.Add(f); err != nil {
			return nil, err
		}
	}
	return net, nil
}

// Group returns Construct.
func (DrawFamily) Group() Group { return Construct }

// At returns the family with the texts of a level, or the maps.
func (f DrawFamily) At(level int) Family {
	f.Texts, f.Maps = textLevels[clampLevel(level)-1], f.Maps.at(level)
	return f
}

// Sample draws a text, or a map.
func (f DrawFamily) Sample(src seed.Source) (Subject, error) {
	if f.Maps.On {
		return f.Maps.subject(f, src)
	}
	return f.Texts.sample(f.Name(), src)
}

// Group returns Construct.
func (DescribeFamily) Group() Group { return Construct }

// At returns the family with the texts of a level, or the maps.
func (f DescribeFamily) At(level int) Family {
	f.Texts, f.Maps = textLevels[clampLevel(level)-1], f.Maps.at(level)
	return f
}

// Sample draws a text, or a map.
func (f DescribeFamily) Sample(src seed.Source) (Subject, error) {
	if f.Maps.On {
		return f.Maps.subject(f, src)
	}
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (DirectionFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f DirectionFamily) At(level int) Family { f.Texts = textLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f DirectionFamily) Sample(src seed.Source) (Subject, error) {
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (MultihopFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f MultihopFamily) At(level int) Family { f.Texts = textLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f MultihopFamily) Sample(src seed.Source) (Subject, error) {
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (ChooseFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f ChooseFamily) At(level int) Family { f.Texts = textLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f ChooseFamily) Sample(src seed.Source) (Subject, error) { return f.Texts.sample(f.Name(), src) }

// Group returns Relate.
func (TruthFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f TruthFamily) At(level int) Family { f.Texts = textLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f TruthFamily) Sample(src seed.Source) (Subject, error) { return f.Texts.sample(f.Name(), src) }

// Group returns Relate.
func (PossibleFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f PossibleFamily) At(level int) Family { f.Texts = textLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f PossibleFamily) Sample(src seed.Source) (Subject, error) {
	return f.Texts.sample(f.Name(), src)
}

// Group returns Relate.
func (ArrangeFamily) Group() Group { return Relate }

// At returns the family with the texts of a level.
func (f ArrangeFamily) At(level int) Family { f.Texts = textLevels[clampLevel(level)-1]; return f }

// Sample draws a text.
func (f ArrangeFamily) Sample(src seed.Source) (Subject, error) { return f.Texts.sample(f.Name(), src) }

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
