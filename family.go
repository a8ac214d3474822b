package gridscribe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/qa"
)

// FamilyWeight is the weight of one family of questions. A corpus without hops takes every family that asks about
// facts: direction, multihop, choose, truth, possible and arrange; a record whose facts hold no question of its family
// asks for a direction. A corpus with hops takes direction (always of exactly so many hops), truth (whether one end is
// on that side of the other, in the HalfPlane reading, yes or no) and path (how to go from one end to the other, a
// [qa.Path]). A corpus that goes by levels takes every family.
type FamilyWeight struct {
	Family string `json:"family"`
	Weight int    `json:"weight"`
}

// The families that this package treats in its own way, by their names.
var (
	directionName = qa.DirectionFamily{}.Name()
	truthName     = qa.TruthFamily{}.Name()
	pathName      = qa.Path{}.Family()
)

// chainFamilies are the families of a corpus with hops.
var chainFamilies = []string{directionName, truthName, pathName}

// askFamilies returns the families of a corpus that goes by shape: those that ask about facts.
func askFamilies() []qa.Phrased {
	return []qa.Phrased{qa.DirectionFamily{}, qa.MultihopFamily{}, qa.ChooseFamily{}, qa.TruthFamily{}, qa.PossibleFamily{},
		qa.ArrangeFamily{}}
}

// familyNamed returns the family of a corpus without hops that has this name, which the Config's check has found there.
func familyNamed(name string, phrasing qa.Phrasing) qa.Family {
	all := askFamilies()
	i := slices.IndexFunc(all, func(f qa.Phrased) bool { return f.Name() == name })
	return all[max(i, 0)].WithPhrasing(phrasing)
}

// Sort is a sort of corpora: what their design goes by. The zero value is ByShape.
type Sort uint8

// The sorts.
const (
	ByShape  Sort = iota // of texts: numbers of objects and facts
	ByHops               // how many facts an answer needs
	ByLevels             // of difficulty, all families
)

// Sort returns the sort of the corpus.
func (c Config) Sort() Sort {
	switch {
	case c.chained():
		return ByHops
	case c.leveled():
		return ByLevels
	}
	return ByShape
}

// levelFamilyNamed returns the family with this name, which the Config's check has found.
func levelFamilyNamed(name string) qa.Family {
	all := qa.Families()
	i := slices.IndexFunc(all, func(f qa.Family) bool { return f.Name() == name })
	return all[max(i, 0)]
}

// FamilyNames lists the names that a [FamilyWeight] of a sort of corpora may have.
func FamilyNames(sort Sort) (all []string) {
	switch sort {
	case ByHops:
		return slices.Clone(chainFamilies)
	case ByLevels:
		for _, f := range qa.Families() {
			all = append(all, f.Name())
		}
		return all
	}
	for _, f := range askFamilies() {
		all = append(all, f.Name())
	}
	return all
}

// familyWeights returns the weights, those of a list that is left out included.
func (c Config) familyWeights() []FamilyWeight {
	switch {
	case len(c.Families) > 0:
		return c.Families
	case c.leveled():
		var all []FamilyWeight
		for _, f := range qa.Families() {
			all = append(all, FamilyWeight{f.Name(), 1})
		}
		return all
	}
	return []FamilyWeight{{directionName, 1}}
}

// asks reports whether some records are meant to ask a question of the family.
func (c Config) asks(family string) bool {
	return slices.ContainsFunc(c.familyWeights(), func(f FamilyWeight) bool { return f.Family == family && f.Weight > 0 })
}

func (c Config) validateFamilies() error {
	allowed := FamilyNames(c.Sort())
	seen := make(map[string]bool)
	total := 0
	for i, f := range c.familyWeights() {
		if !slices.Contains(allowed, f.Family) {
			sort := [...]string{ByShape: "without hops", ByHops: "with hops", ByLevels: "with levels"}[c.Sort()]
			return configErrorf("families[%d].family is %q; %s, %s are allowed", i, f.Family, sort,
				strings.Join(allowed, ", "))
		}
		if seen[f.Family] {
			return configErrorf("families[%d].family is %q, which stands there already; each family once", i, f.Family)
		}
		seen[f.Family] = true
		if err := checkWeight(fmt.Sprintf("families[%d].weight", i), f.Weight); err != nil {
			return err
		}
		total += f.Weight
	}
	if total == 0 {
		return configErrorf("families has no weight above 0; at least one family is needed")
	}
	if !c.chained() {
		return c.validatePhrasing()
	}
	if !c.asks(pathName) {
		return nil
	}
	switch {
	case !c.Straight:
		return configErrorf("straight is false, but the family %s needs true: a way has no diagonal steps", pathName)
	case c.Distractors.Redundant.Max > 0:
		return configErrorf("distractors.redundant.max is %d, but the family %s allows 0: there must be one way only",
			c.Distractors.Redundant.Max, pathName)
	}
	return nil
}

// validatePhrasing refuses the benchmarks' words for claims, which say one thing for a side and for a whole direction,
// so that a question would have two answers. In a corpus with hops the prompt says which is meant.
func (c Config) validatePhrasing() error {
	if c.Phrasing != qa.Benchmark {
		return nil
	}
	for _, f := range []qa.Family{qa.TruthFamily{}, qa.ChooseFamily{}, qa.PossibleFamily{}} {
		if c.asks(f.Name()) {
			return configErrorf("phrasing is %q, but without hops the family %s allows %v and %v alone: above would mean two things",
				qa.Benchmark, f.Name(), qa.Canonical, qa.Variant)
		}
	}
	return nil
}

func phrasingNames() (all []string) {
	for p := range qa.Phrasing(qa.Phrasings) {
		all = append(all, p.String())
	}
	return all
}
