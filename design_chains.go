package gridscribe

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// chainDesign is the design of a corpus that goes by hops: a tree of quotas as [design] is, of other levels. They are the
// number of hops, the family, what it asks and the answer, and the number of distractors of each kind.
type chainDesign struct {
	key          seed.Key
	words        seed.Key
	vocabularies []describe.Vocabulary
	spec         layout.HopSpec // what all records have in common
	most         int            // objects
	hops         quota
	byHops       []hopsDesign // by cell of hops
}

// hopsDesign is the part of the tree below one number of hops.
type hopsDesign struct {
	hops        int
	most        int // objects
	family      quota
	families    []familyDesign // by cell of family
	distractors [4]countDesign // by place in distractorKinds
	vocabulary  quota
}

// countDesign shares out the numbers that a count can have.
type countDesign struct {
	quota
	values []int
}

// familyDesign is the part below one family: whatever is asked, with whatever answer, is one of its cases.
type familyDesign struct {
	family string
	first  quota // by aspect, or by direction asked for
	cases  []askDesign
}

type askDesign struct {
	second quota // by answer
	asked  []chainAsk
}

// chainAsk is what one question asks and what its ends must be like.
type chainAsk struct {
	aspect layout.Aspect   // of a direction
	side   layout.Cardinal // that a question of truth asks for
	answer layout.Cardinal // the relation of the ends
}

func (d *chainDesign) at(i int64) brief {
	k, key := scatter(uint64(i), d.key), d.key
	next := func(q *quota) (cell int) {
		cell, k = q.cell(k, key)
		key = key.At(int64(cell))
		return cell
	}
	h := &d.byHops[next(&d.hops)]
	v, _ := h.vocabulary.cell(k%vocabularyPhase,
		d.words.At(int64(key.Uint64()>>1)).At(int64(k/vocabularyPhase)))
	f := &h.families[next(&h.family)]
	a := &f.cases[next(&f.first)]
	ask := a.asked[next(&a.second)]
	b := brief{chain: d.spec, family: f.family, ask: ask, vocabulary: d.vocabularies[v]}
	b.chain.Hops, b.chain.Aspect, b.chain.Answer = h.hops, ask.aspect, ask.answer
	for n := range h.distractors {
		if d := &h.distractors[n]; len(d.values) > 1 {
			b.chain.Distractors[distractorKinds[n]] = d.values[next(&d.quota)]
		} else {
			b.chain.Distractors[distractorKinds[n]] = d.values[0]
		}
	}
	return b
}

func (d *chainDesign) mostObjects() int { return d.most }

// distractorKinds are the kinds in the order of Distractors.ranges.
var distractorKinds = func() (all [4]layout.Distractor) {
	for i, r := range (Distractors{}).ranges() {
		all[i] = r.kind
	}
	return all
}()

func newChainDesign(cfg Config) (*chainDesign, error) {
	key := seed.NewKey(cfg.Seed)
	d := &chainDesign{key: key.Named("design"), words: key.Named("vocabulary")}
	d.spec = layout.HopSpec{Reading: cfg.Reading, World: layout.World{Sharing: cfg.Sharing}, Straight: cfg.Straight}
	for _, v := range cfg.Vocabularies {
		d.vocabularies = append(d.vocabularies, v.Vocabulary)
	}
	total := 0
	for _, h := range cfg.Hops {
		total += h.Weight
	}
	weights := make([]int, len(cfg.Hops))
	d.byHops = make([]hopsDesign, len(cfg.Hops))
	var leaves []leafShare
	for i, h := range cfg.Hops {
		weights[i] = h.Weight
		if h.Weight == 0 {
			continue
		}
		below := &d.byHops[i]
		if err := below.fill(cfg, d.spec, h.Hops); err != nil {
			return nil, err
		}
		facts := h.Hops
		for _, count := range below.distractors {
			facts += count.values[0]
		}
		d.most = max(d.most, below.most)
		leaves = append(leaves, leafShare{facts: facts, share: rat(h.Weight, total), vocabulary: &below.vocabulary})
	}
	d.hops = newQuota(weights)
	return d, setVocabularies(cfg, leaves)
}

// fill computes the tree below a number of hops.
func (h *hopsDesign) fill(cfg Config, spec layout.HopSpec, hops int) error {
	h.hops, spec.Hops = hops, hops
	for _, f := range cfg.familyWeights() {
		below := familyDesign{family: f.Family}
		if f.Weight > 0 {
			if err := below.fill(cfg, spec); err != nil {
				return configErrorf("hops: %d hops, family %s: %w", hops, f.Family, err)
			}
		}
		h.families = append(h.families, below)
	}
	h.family = familyQuota(cfg.familyWeights())
	if n, most := spec.Objects(), cfg.Names.most(); n > most {
		return configErrorf("hops: %d hops take %d objects; with names %v, %d are allowed", hops, n, cfg.Names, most)
	}
	for n, r := range cfg.Distractors.ranges() {
		d := &h.distractors[n]
		var cause error
		for count := r.Min; count <= r.Max; count++ {
			spec.Distractors[r.kind] = count
			if err := h.check(spec, cfg.Names); err == nil {
				d.values = append(d.values, count)
			} else if cause == nil {
				cause = err
			}
		}
		if len(d.values) == 0 {
			return configErrorf("distractors.%s: %d to %d at %d hops: %w", r.name, r.Min, r.Max, hops, cause)
		}
		d.quota = evenQuota(len(d.values))
		spec.Distractors[r.kind] = d.values[len(d.values)-1]
	}
	h.most = spec.Objects()
	return nil
}

// check reports a question that cannot have the distractors of spec, or too few names for the objects.
func (h *hopsDesign) check(spec layout.HopSpec, names NameKind) error {
	if n := spec.Objects(); n > names.most() {
		return fmt.Errorf("they take %d objects; with names %v, %d are allowed", n, names, names.most())
	}
	for _, f := range h.families {
		for _, c := range f.cases {
			for _, ask := range c.asked {
				spec.Aspect, spec.Answer = ask.aspect, ask.answer
				if err := spec.Validate(); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// fill computes what the family asks of chains that are as spec says. The error says why nothing can be asked.
func (f *familyDesign) fill(cfg Config, spec layout.HopSpec) error {
	var firsts []int
	var cause error
	possible := func(aspect layout.Aspect, answer layout.Cardinal) bool {
		spec.Aspect, spec.Answer = aspect, answer
		err := spec.Validate()
		if err != nil && cause == nil {
			cause = err
		}
		return err == nil
	}
	add := func(weight int, seconds []int, asked []chainAsk) {
		if len(asked) == 0 {
			weight = 0
		}
		firsts = append(firsts, weight)
		f.cases = append(f.cases, askDesign{newQuota(seconds), asked})
	}
	switch f.family {
	case truthName:
		for _, side := range straightSides {
			seconds, asked := truthWeights(side, possible)
			add(1, seconds, asked)
		}
	case pathName:
		var asked []chainAsk
		var seconds []int
		for _, answer := range fullAnswers {
			if possible(layout.Full, answer) {
				asked = append(asked, chainAsk{answer: answer})
				seconds = append(seconds, 1+diagonal(answer)) // two steps in a row can come in either order
			}
		}
		add(1, seconds, asked)
	default:
		for aspect, weight := range cfg.Questions.weights() {
			var asked []chainAsk
			var seconds []int
			for k := range layout.Cardinal(layout.Cardinals) {
				aspect, answer := layout.Aspect(aspect), (k+1)%layout.Cardinals // EQ is the last
				if weight > 0 && answer.Project(aspect) == answer && possible(aspect, answer) {
					asked = append(asked, chainAsk{aspect: aspect, answer: answer})
					seconds = append(seconds, 1)
				}
			}
			add(weight, seconds, asked)
		}
	}
	if sum(firsts) == 0 {
		return cause
	}
	f.first = newQuota(firsts)
	return nil
}

var straightSides = [...]layout.Cardinal{layout.N, layout.E, layout.S, layout.W}

// truthWeights returns what a question about one side asks, half of it true. Of the false ones a fifth is about ends on
// one level: neither on that side nor on the other.
func truthWeights(side layout.Cardinal, possible func(layout.Aspect, layout.Cardinal) bool) (weights []int, asked []chainAsk) {
	const beyond, level = 8, 3
	all := [2]int{} // weights of false, number of true
	for pass := range 2 {
		for answer := range layout.Cardinal(layout.Cardinals) {
			ask := chainAsk{side: side, answer: answer}
			truth := ask.truth()
			if truth != (pass == 1) || !possible(layout.Full, answer) {
				continue
			}
			switch {
			case truth:
				all[1]++
				weights = append(weights, 1)
			case (chainAsk{side: side.Converse(), answer: answer}).truth():
				all[0] += beyond
				weights = append(weights, beyond)
			default:
				all[0] += level
				weights = append(weights, level)
			}
			asked = append(asked, ask)
		}
	}
	if all[0] == 0 || all[1] == 0 {
		return nil, nil // only ever yes, or only ever no
	}
	for i, ask := range asked {
		if ask.truth() {
			weights[i] *= all[0]
		} else {
			weights[i] *= all[1]
		}
	}
	return weights, asked
}

// truth reports whether the one end is strictly on that side of the other.
func (a chainAsk) truth() bool {
	rows, cols := a.answer.Signs()
	sideRows, sideCols := a.side.Signs()
	return rows*sideRows+cols*sideCols > 0
}

func diagonal(c layout.Cardinal) int {
	if c.Diagonal() {
		return 1
	}
	return 0
}
