package gridscribe

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// The dimensions of a corpus that goes by hops. Those of distractors follow, one for each kind, and the vocabularies.
const (
	chainHops = iota
	chainFamily
	chainQuestion
	chainAnswer
	chainRelation
	chainDistractors
	chainVocabulary = chainDistractors + 4
)

// chainAsk is what one question asks and what its ends must be like.
type chainAsk struct {
	aspect layout.Aspect   // of a direction
	side   layout.Cardinal // that a question of truth asks for
	answer layout.Cardinal // the relation of the ends
}

// draftChains declares the design of a corpus that goes by hops.
func draftChains(cfg Config) (*draft, error) {
	spec := layout.HopSpec{Reading: cfg.Reading, World: layout.World{Sharing: cfg.Sharing}, Straight: cfg.Straight}
	families, labels := cfg.familyWeights(), newLabels()
	byHops := make([]hopsDesign, len(cfg.Hops))
	dr := new(draft)
	var hops []string
	var weights []int
	for i, h := range cfg.Hops {
		hops, weights = append(hops, strconv.Itoa(h.Hops)), append(weights, h.Weight)
		if h.Weight == 0 {
			continue
		}
		if err := byHops[i].fill(cfg, spec, h.Hops, labels); err != nil {
			return nil, err
		}
		dr.most = max(dr.most, byHops[i].most)
	}
	cases := func(at []int) *familyDesign { return &byHops[at[chainHops]].families[at[chainFamily]] }
	answers := chainAnswers(cfg, labels)
	dr.dims = []dimension{
		chainHops:   fixed("hops", hops, weights),
		chainFamily: familyDimension(cfg, chainHops),
		chainQuestion: {
			name: "question", values: chainQuestions(), within: []int{chainHops, chainFamily},
			weights: func(at []int) []int { return cases(at).weights(0, nil) },
			allowed: func(at []int, v int) bool { return cases(at).allows([]int{v}) },
			reason:  "no answer to it can be had of a chain of so many hops",
		},
		chainAnswer: {
			name: "answer", values: answers, within: []int{chainHops, chainFamily, chainQuestion},
			weights: func(at []int) []int { return cases(at).weights(len(answers), at[chainQuestion:chainAnswer]) },
			allowed: func(at []int, v int) bool { return cases(at).allows([]int{at[chainQuestion], v}) },
			reason:  "the ends of a chain of so many hops cannot lie so",
		},
		chainRelation: {
			name: "relation", hidden: true, values: cardinalNames(), within: []int{chainHops, chainFamily, chainQuestion, chainAnswer},
			weights: func(at []int) []int { return cases(at).weights(layout.Cardinals, at[chainQuestion:chainRelation]) },
		},
	}
	dr.dims[chainAnswer].own = cfg.familiesBut(func(f string) bool { return f != pathName })
	distractors := cfg.Distractors.ranges()
	for n, r := range distractors {
		var counts []string
		for count := r.Min; count <= r.Max; count++ {
			counts = append(counts, strconv.Itoa(count))
		}
		dr.dims = append(dr.dims, dimension{
			name: r.name, values: counts, within: []int{chainHops},
			weights: func([]int) []int { return ones(len(counts)) },
			allowed: func(at []int, v int) bool { return slices.Contains(byHops[at[chainHops]].distractors[n], r.Min+v) },
			reason:  "a chain of so many hops has no room for so many",
		})
	}
	fewest := func(at []int) int {
		h := &byHops[at[chainHops]]
		facts := h.hops
		for _, counts := range h.distractors {
			facts += counts[0]
		}
		return facts
	}
	dr.dims = append(dr.dims, vocabularyDimension(cfg, []int{chainHops}, fewest))
	dr.impossible = func(_ int, at []int) error { return noVocabulary(fewest(at)) }
	dr.brief = func(_ int64, v [maxDimensions]int) brief {
		h := &byHops[v[chainHops]]
		b := brief{
			chain: spec, family: families[v[chainFamily]].Family, vocabulary: cfg.Vocabularies[v[chainVocabulary]].Vocabulary,
			ask: chainAsk{answer: layout.Cardinal(v[chainRelation])},
		}
		switch k := v[chainQuestion]; {
		case k < layout.Aspects:
			b.ask.aspect = layout.Aspect(k)
		case k < layout.Aspects+len(straightSides):
			b.ask.side = straightSides[k-layout.Aspects]
		}
		b.chain.Hops, b.chain.Aspect, b.chain.Answer = h.hops, b.ask.aspect, b.ask.answer
		for n, r := range distractors {
			b.chain.Distractors[r.kind] = r.Min + v[chainDistractors+n]
		}
		return b
	}
	return dr, nil
}

// chainQuestions lists what the families ask: an aspect, a side, or the way.
func chainQuestions() []string {
	names := aspectNames()
	for _, side := range straightSides {
		names = append(names, side.String())
	}
	return append(names, "way")
}

// The answers beside labels.
const yesAnswer, noAnswer = "yes", "no"

func chainAnswers(cfg Config, l *labels) []string {
	names := append(slices.Clone(l.names), yesAnswer, noAnswer)
	if cfg.asks(pathName) {
		names = append(names, ownAnswer)
	}
	return names
}

// hopsDesign is what there is of one number of hops.
type hopsDesign struct {
	hops        int
	most        int // objects
	families    []familyDesign
	distractors [4][]int // numbers there is room for, by place in Distractors.ranges
}

// familyDesign is what one family asks of chains of so many hops.
type familyDesign struct {
	asked []weighedAsk
}

// weighedAsk is one way to ask: the question, the answer and the relation of the ends by number, each with its weight
// among those that share the ones before.
type weighedAsk struct {
	ask     [3]int
	weights [3]int
	err     error // why it cannot be
}

// weights returns the weights of the next choice, of so many values, after some are made.
func (f *familyDesign) weights(values int, made []int) []int {
	if len(made) == 0 {
		values = layout.Aspects + len(straightSides) + 1
	}
	out := make([]int, values)
	for _, a := range f.asked {
		if n := len(made); slices.Equal(a.ask[:n], made) {
			out[a.ask[n]] = a.weights[n]
		}
	}
	return out
}

// allows reports whether something can be asked after the choices that are made.
func (f *familyDesign) allows(made []int) bool {
	return slices.ContainsFunc(f.asked, func(a weighedAsk) bool { return a.err == nil && slices.Equal(a.ask[:len(made)], made) })
}

// fill computes what there is of so many hops.
func (h *hopsDesign) fill(cfg Config, spec layout.HopSpec, hops int, l *labels) error {
	h.hops, spec.Hops = hops, hops
	for _, f := range cfg.familyWeights() {
		var below familyDesign
		if f.Weight > 0 {
			if err := below.fill(cfg, f.Family, spec, l); err != nil {
				return configErrorf("hops: %d hops, family %s: %w", hops, f.Family, err)
			}
		}
		h.families = append(h.families, below)
	}
	if n, most := spec.Objects(), cfg.Names.most(); n > most {
		return configErrorf("hops: %d hops take %d objects; with names %v, %d are allowed", hops, n, cfg.Names, most)
	}
	for n, r := range cfg.Distractors.ranges() {
		var counts []int
		var cause error
		for count := r.Min; count <= r.Max; count++ {
			spec.Distractors[r.kind] = count
			if err := h.check(spec, cfg.Names); err == nil {
				counts = append(counts, count)
			} else if cause == nil {
				cause = err
			}
		}
		if len(counts) == 0 {
			return configErrorf("distractors.%s: %d to %d at %d hops: %w", r.name, r.Min, r.Max, hops, cause)
		}
		spec.Distractors[r.kind], h.distractors[n] = counts[len(counts)-1], counts
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
		for _, a := range f.asked {
			if a.err != nil {
				continue
			}
			spec.Aspect, spec.Answer = layout.Full, layout.Cardinal(a.ask[2])
			if a.ask[0] < layout.Aspects {
				spec.Aspect = layout.Aspect(a.ask[0])
			}
			if err := spec.Validate(); err != nil {
				return err
			}
		}
	}
	return nil
}

// fill computes what the family asks of chains that are as spec says. The error says why nothing can be asked.
func (f *familyDesign) fill(cfg Config, family string, spec layout.HopSpec, l *labels) error {
	var cause error
	possible := func(aspect layout.Aspect, answer layout.Cardinal) bool {
		spec.Aspect, spec.Answer = aspect, answer
		err := spec.Validate()
		if err != nil && cause == nil {
			cause = err
		}
		return err == nil
	}
	add := func(question, answer int, relation layout.Cardinal, weights ...int) {
		f.asked = append(f.asked, weighedAsk{ask: [3]int{question, answer, int(relation)}, weights: [3]int(weights)})
	}
	yes := len(l.names)
	switch family {
	case truthName:
		asked := cfg.answerWeights(truthName, []string{yesAnswer, noAnswer})
		if asked == nil {
			asked = ones(2)
		}
		for k, side := range straightSides {
			weights, asks := truthWeights(side, possible)
			for n, ask := range asks {
				answer := 1
				if ask.truth() {
					answer = 0
				}
				if asked[answer] > 0 {
					add(layout.Aspects+k, yes+answer, ask.answer, 1, asked[answer], weights[n])
				}
			}
		}
	case pathName:
		for _, answer := range fullAnswers {
			if possible(layout.Full, answer) { // two steps in a row can come in either order
				add(layout.Aspects+len(straightSides), yes+2, answer, 1, 1, 1+diagonal(answer))
			}
		}
	default:
		asked := cfg.answerWeights(directionName, l.names)
		for k, weight := range cfg.Questions.weights() {
			aspect := layout.Aspect(k)
			for name, relation := range l.relation[aspect] {
				overlap := relation == layout.EQ && aspect == layout.Full
				if weight == 0 || relation == noRelation || overlap && !cfg.Sharing || asked != nil && asked[name] == 0 {
					continue
				}
				due := 1
				if asked != nil {
					due = asked[name]
				}
				add(k, name, relation, weight, due, 1)
				if !possible(aspect, relation) {
					f.asked[len(f.asked)-1].err = spec.Validate()
				}
			}
		}
	}
	if !f.allows(nil) {
		if cause == nil {
			cause = fmt.Errorf("answer_values has no answer with a weight that could be")
		}
		return cause
	}
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
