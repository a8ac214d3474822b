package gridscribe

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
)

// Chains is the part of a [Config] for corpora that go by hops. Every question is about the two ends of a chain of
// facts, all of which its answer needs. The zero Chains is the other sort of corpus.
type Chains struct {
	// Hops weighs the numbers of facts that an answer needs, each from 1 to MaxHops. Of one hop or two there are few texts
	// but for names, words and symmetry, so that not every split of a written corpus has some: see export.Split.
	Hops []HopWeight `json:"hops,omitzero"`
	// Reading is what direction words mean in the facts: layout.Aligned, HalfPlane or UnitStep.
	Reading layout.Reading `json:"reading,omitzero"`
	// Sharing says that objects may share a cell. In the UnitStep reading a chain of two facts or more may then end where
	// it began, and "overlap" is an answer.
	Sharing bool `json:"sharing,omitzero"`
	// Straight leaves out diagonal facts.
	Straight bool `json:"straight,omitzero"`
	// Distractors bounds the facts that stand beside the chain and leave its hops as they are.
	Distractors Distractors `json:"distractors,omitzero"`
}

// MaxHops is the largest number of hops.
const MaxHops = layout.MaxObjects - 1

// HopWeight is the weight of one number of hops.
type HopWeight struct {
	Hops   int `json:"hops"`
	Weight int `json:"weight"`
}

// Distractors bounds the number of facts of each kind that an answer does not need. Within the bounds every number is
// equally frequent. Where a chain has no room for Max of a kind, it gets the most that it has room for; it must have
// room for Min.
type Distractors struct {
	Disconnected CountRange `json:"disconnected,omitzero"` // among objects that nothing ties to the chain
	Branch       CountRange `json:"branch,omitzero"`       // that lead away from the chain
	Redundant    CountRange `json:"redundant,omitzero"`    // that follow from the others
	Useless      CountRange `json:"useless,omitzero"`      // that are true and help nothing
}

// CountRange bounds a number, both ends included, from 0.
type CountRange struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// distractorRange is the bounds of one kind and the kind's name in JSON.
type distractorRange struct {
	kind layout.Distractor
	name string
	CountRange
}

func (d Distractors) ranges() [4]distractorRange {
	return [...]distractorRange{
		{layout.Disconnected, "disconnected", d.Disconnected},
		{layout.Branch, "branch", d.Branch},
		{layout.Redundant, "redundant", d.Redundant},
		{layout.Useless, "useless", d.Useless},
	}
}

// chained reports whether the corpus goes by hops.
func (c Config) chained() bool { return len(c.Hops) > 0 }

// validateChains checks the fields of Chains, and that those of the other sort of corpus are left alone.
func (c Config) validateChains() error {
	if !c.chained() {
		switch {
		case c.Reading != layout.Aligned:
			return configErrorf("reading is %v; without hops only %v is allowed", c.Reading, layout.Aligned)
		case c.Sharing:
			return configErrorf("sharing is true; without hops only false is allowed")
		case c.Straight:
			return configErrorf("straight is true; without hops only false is allowed")
		case c.Distractors != Distractors{}:
			return configErrorf("distractors are %+v; without hops none are allowed", c.Distractors)
		}
		return nil
	}
	for _, other := range []struct {
		field string
		set   bool
	}{
		{"objects", len(c.Objects) > 0}, {"facts", c.Facts != FactRange{}},
		{"layouts", c.Layouts != LayoutWeights{}}, {"evidence", c.Evidence != EvidenceWeights{}},
	} {
		if other.set {
			return configErrorf("%s is set and so is hops; a corpus goes by one of them: leave out %s, or start from a "+
				"preset with hops such as stepgame", other.field, other.field)
		}
	}
	if err := c.validateHops(); err != nil {
		return err
	}
	if !c.Reading.OfWords() {
		return configErrorf("reading is %v; aligned, half-plane and unit-step are allowed", c.Reading)
	}
	for _, r := range c.Distractors.ranges() {
		if r.Min < 0 {
			return configErrorf("distractors.%s.min is %d; 0 or more is allowed", r.name, r.Min)
		}
		if r.Max < r.Min || r.Max > layout.MaxDistractors {
			return configErrorf("distractors.%s.max is %d; distractors.%s.min (%d) to %d are allowed", r.name, r.Max,
				r.name, r.Min, layout.MaxDistractors)
		}
	}
	return nil
}

func (c Config) validateHops() error {
	seen := make(map[int]bool)
	total := 0
	for i, h := range c.Hops {
		if h.Hops < 1 || h.Hops > MaxHops {
			return configErrorf("hops[%d].hops is %d; 1 to %d are allowed", i, h.Hops, MaxHops)
		}
		if seen[h.Hops] {
			return configErrorf("hops[%d].hops is %d, which stands there already; each number once", i, h.Hops)
		}
		seen[h.Hops] = true
		if err := checkWeight(fmt.Sprintf("hops[%d].weight", i), h.Weight); err != nil {
			return err
		}
		total += h.Weight
	}
	if total == 0 {
		return configErrorf("hops has no weight above 0; at least one number of hops is needed")
	}
	return nil
}
