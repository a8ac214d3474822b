package gridscribe

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// design maps a record number to what the record must be. The sorts of corpora differ in their dimensions alone.
type design struct {
	allotment *allotment
	cross     []cross
	brief     func(i int64, values [maxDimensions]int) brief
	most      int  // objects of any record
	pairs     bool // records 2k and 2k+1 share their cell
}

// brief is what one record must be.
type brief struct {
	spec       layout.Spec    // where the corpus goes by the shape of texts
	chain      layout.HopSpec // where it goes by hops
	leveled    levelAsk       // where it goes by levels
	family     string         // of the question
	ask        chainAsk       // about the ends of the chain
	vocabulary describe.Vocabulary
}

// at returns the brief of record i.
func (d *design) at(i int64) brief {
	of := i
	if d.pairs {
		of = i / 2
	}
	var values [maxDimensions]int
	d.allotment.at(of, &values)
	return d.brief(i, values)
}

// block returns the number of records in a block.
func (d *design) block() int64 {
	if d.pairs {
		return 2 * blockUnits
	}
	return blockUnits
}

// draft is a design in the making: what the designer of a sort declares.
type draft struct {
	dims       []dimension
	most       int
	pairs      bool
	brief      func(i int64, values [maxDimensions]int) brief
	impossible func(dim int, at []int) error // where no value of a dimension can be
}

// newDesign checks the Config and returns its design.
func newDesign(cfg Config) (*design, error) {
	if err := cfg.validateFields(); err != nil {
		return nil, err
	}
	makeDraft := [...]func(Config) (*draft, error){ByShape: draftShapes, ByHops: draftChains, ByLevels: draftLevels}[cfg.Sort()]
	dr, err := makeDraft(cfg)
	if err != nil {
		return nil, err
	}
	d := &design{brief: dr.brief, most: dr.most, pairs: dr.pairs}
	if d.cross, err = cfg.crosses(dr.dims); err != nil {
		return nil, err
	}
	d.allotment, err = newAllotment(seed.NewKey(cfg.Seed).Named("design"), dr.dims, d.cross, dr.impossible)
	var conflict crossError
	var size sizeError
	switch {
	case errors.As(err, &size):
		return nil, configErrorf("the design has more than %d cells of the dimension %q by those that it depends on or is crossed with; "+
			"ask for fewer values of these, such as a lower facts.max, or cross fewer", mostCells, dr.dims[size].name)
	case errors.As(err, &conflict):
		return nil, configErrorf("cross[%d] is %q and cross[%d] is %q; crossings that end with the same dimension must be parts of one another: "+
			"cross all of these dimensions instead", conflict.a, cfg.Cross[conflict.a], conflict.b, cfg.Cross[conflict.b])
	case err != nil:
		return nil, err
	}
	return d, cfg.checkCells(d)
}

// crosses returns the crossings that the Config names.
func (c Config) crosses(dims []dimension) (all []cross, err error) {
	var names []string
	for _, d := range dims {
		if d.hidden {
			names = append(names, "")
		} else {
			names = append(names, d.name)
		}
	}
	for i, list := range c.Cross {
		one := cross{index: i}
		for k, name := range list {
			dim := slices.Index(names, name)
			switch {
			case dim < 0 || name == "":
				return nil, configErrorf("cross[%d][%d] is %q; %s are allowed", i, k, name,
					strings.Join(slices.DeleteFunc(names, func(n string) bool { return n == "" }), ", "))
			case slices.Contains(one.dims, dim):
				return nil, configErrorf("cross[%d][%d] is %q, which stands there already; each dimension once", i, k, name)
			case len(dims[dim].own) > 0 && c.leveled():
				return nil, configErrorf("cross[%d][%d] is %q, but the families %s draw their own answers: give answer_values for them, or leave "+
					"them out", i, k, name, strings.Join(dims[dim].own, ", "))
			case len(dims[dim].own) > 0:
				return nil, configErrorf("cross[%d][%d] is %q, but the families %s draw their own answers: leave them out", i, k, name,
					strings.Join(dims[dim].own, ", "))
			}
			one.dims = append(one.dims, dim)
		}
		if len(list) < 2 {
			return nil, configErrorf("cross[%d] is %q; two dimensions or more are allowed", i, list)
		}
		slices.Sort(one.dims)
		all = append(all, one)
	}
	return all, nil
}

// checkCells reports a crossing of more cells than a block has records.
func (c Config) checkCells(d *design) error {
	for _, one := range d.cross {
		dim, number := d.allotment.crossMargin(one)
		if n := len(d.allotment.dims[dim].margins[number].mass); n > blockUnits {
			return configErrorf("cross[%d] is %q, which has %d cells; %d are allowed", one.index, c.Cross[one.index], n, blockUnits)
		}
	}
	return nil
}

// crossMargin returns the last dimension of a crossing, and the number of the crossing's margin among those of it.
func (a *allotment) crossMargin(c cross) (dim, number int) {
	last := len(c.dims) - 1
	dim = c.dims[last]
	return dim, slices.IndexFunc(a.dims[dim].margins, func(m margin) bool { return slices.Equal(m.of, c.dims[:last]) })
}

// vocabularyDimension shares out the mixtures of words. fewest returns how many facts a text has at least.
func vocabularyDimension(cfg Config, needs []int, fewest func(at []int) int) dimension {
	d := dimension{name: "vocabulary", needs: needs, reason: "a mixture of so many vocabularies needs more facts"}
	var weights []int
	for _, v := range cfg.Vocabularies {
		d.values, weights = append(d.values, v.Vocabulary.String()), append(weights, v.Weight)
	}
	d.weights = func([]int) []int { return weights }
	if fewest != nil {
		d.allowed = func(at []int, v int) bool { return cfg.Vocabularies[v].Vocabulary.Len() <= fewest(at) }
	}
	return d
}

func noVocabulary(facts int) error {
	return configErrorf("vocabularies: every mixture needs more than %d fact(s), but some layouts have no more; "+
		"add a simpler mixture or raise facts.min", facts)
}

func familyDimension(cfg Config, within ...int) dimension {
	d := dimension{name: "family", within: within}
	var weights []int
	for _, f := range cfg.familyWeights() {
		d.values, weights = append(d.values, f.Family), append(weights, f.Weight)
	}
	d.weights = func([]int) []int { return weights }
	return d
}

// familiesBut lists the families with a weight but for some.
func (c Config) familiesBut(some func(family string) bool) (names []string) {
	for _, f := range c.familyWeights() {
		if f.Weight > 0 && !some(f.Family) {
			names = append(names, f.Family)
		}
	}
	return names
}

// fixed returns a dimension whose weights are the same everywhere.
func fixed(name string, values []string, weights []int, within ...int) dimension {
	return dimension{name: name, values: values, within: within, weights: func([]int) []int { return weights }}
}

func ones(n int) []int { return slices.Repeat([]int{1}, n) }

func sum(values []int) (total int) {
	for _, v := range values {
		total += v
	}
	return total
}

// labels are the names of all answers to questions for a direction, each once, and what they are of an aspect.
type labels struct {
	names    []string
	relation [layout.Aspects][]layout.Cardinal // by name; noRelation where the aspect has no such label
}

const noRelation = layout.Cardinal(layout.Cardinals)

func newLabels() *labels {
	l := new(labels)
	for pass := range 2 {
		for aspect := range layout.Aspect(layout.Aspects) {
			for _, label := range qa.LabelsIn(layout.World{Sharing: true}, aspect) {
				if pass == 0 && !slices.Contains(l.names, label.String()) {
					l.names = append(l.names, label.String())
				} else if pass == 1 {
					l.relation[aspect][slices.Index(l.names, label.String())] = label.Relation
				}
			}
		}
		if pass == 0 {
			for aspect := range l.relation {
				l.relation[aspect] = slices.Repeat([]layout.Cardinal{noRelation}, len(l.names))
			}
		}
	}
	return l
}

// String gives the brief for error messages.
func (b brief) String() string {
	if b.chain.Hops > 0 {
		return fmt.Sprintf("%s of %+v in %v", b.family, b.chain, b.vocabulary)
	}
	if b.leveled.level > 0 {
		return fmt.Sprintf("%s of level %d", b.family, b.leveled.level)
	}
	return fmt.Sprintf("%s of %+v in %v", b.family, b.spec, b.vocabulary)
}
