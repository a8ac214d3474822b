package qa

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Polarity says whether a question asks what something holds of, or what it does not hold of. The zero value draws one
// of both with equal chance.
type Polarity uint8

// The polarities.
const (
	AnyPolarity Polarity = iota
	Positive
	Negated
)

// MaxOptions is the largest number of objects to choose from.
const MaxOptions = 6

// ChooseFamily asks which of some objects lie so relative to another one.
type ChooseFamily struct {
	// Options is how many objects there are to choose from, 2 to MaxOptions; 0 stands for 2.
	Options  int
	Claims   Claims
	Polarity Polarity
	Phrasing Phrasing
	Texts    Texts
}

// Name returns "choose".
func (ChooseFamily) Name() string { return "choose" }

// Summary describes the family in one line.
func (ChooseFamily) Summary() string {
	return "which of two objects or more lie so relative to another: some, all or none"
}

// Validate reports a field out of range.
func (f ChooseFamily) Validate() error {
	switch {
	case f.Options != 0 && (f.Options < 2 || f.Options > MaxOptions):
		return fmt.Errorf("qa: choose: %d options; 2 to %d are allowed, or 0 for 2", f.Options, MaxOptions)
	case f.Polarity > Negated:
		return fmt.Errorf("qa: choose: polarity %d; 0 to %d are allowed", f.Polarity, Negated)
	}
	if err := f.Claims.validate(f.Name()); err != nil {
		return err
	}
	return errors.Join(f.Phrasing.validate(f.Name()), f.Texts.validate(f.Name()))
}

// Ask draws the polarity, then the answer: which of the options, in their order, are right. Then it draws the kind of the
// claim, its direction, the relatum, and options to match. Of every option the facts entail that the claim holds or that
// it does not. All answers are equally frequent as far as the subject has them.
func (f ChooseFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := begin(f, s)
	if err != nil {
		return nil, err
	}
	options := max(f.Options, 2)
	negated := f.Polarity == Negated
	if f.Polarity == AnyPolarity {
		negated = src.Intn(2) == 1
	}
	possible := possibilitiesOf(net)
	all := chances(s.stated(), net, possible, f.Claims.of(s.Reading()), negated)
	var answers []uint64 // bit i: option i is right
	for answer := range uint64(1) << options {
		if slices.ContainsFunc(all, func(c chance) bool { return c.has(bits.OnesCount64(answer), options) }) {
			answers = append(answers, answer)
		}
	}
	if len(answers) == 0 {
		return nil, unsuitable(f.Name(), fmt.Sprintf("no direction is certain of %d objects relative to another", options))
	}
	answer := answers[src.Intn(len(answers))]
	fits := func(c *chance) bool { return c.has(bits.OnesCount64(answer), options) }
	all = keep(all, fits)
	all = prefer(all, func(c *chance) bool { return c.unstated })
	all = narrow(src, all, func(c *chance) int { return kindOf(c.claim.Fact) })
	all = narrow(src, all, func(c *chance) int { return int(c.claim.Relation) })
	it := all[src.Intn(len(all))]
	yes, not := it.sort(s.stated(), net, possible, negated)
	q := Choose{
		Names: s.Layout.Names(), Claim: it.claim.about(0, it.relatum), Negated: negated, Phrasing: f.Phrasing,
		Options: make([]int, options), Right: make([]bool, options),
	}
	for i := range options {
		from := &not
		if q.Right[i] = answer>>i&1 == 1; q.Right[i] {
			from = &yes
		}
		k := src.Intn(len(*from))
		q.Options[i] = (*from)[k]
		*from = append((*from)[:k], (*from)[k+1:]...)
	}
	q.Needs = q.hops(net)
	return q, readable(q, q.Names)
}

// chance is a claim about a relatum, and of how many objects it holds and does not hold.
type chance struct {
	claim    *assertion
	relatum  int
	yes, not int
	unstated bool // of those objects only that no fact relates to the relatum
}

// has reports whether options with so many right ones can be drawn.
func (c *chance) has(right, options int) bool { return c.yes >= right && c.not >= options-right }

// chances returns every claim about every relatum, once with all objects of which it is certain and once with those only
// that no fact relates to the relatum.
func chances(stated stated, net *layout.Network, possible possibilities, claims []assertion, negated bool) []chance {
	n := net.Len()
	all := make([]chance, 0, 2*n*len(claims))
	for k := range claims {
		claim := &claims[k]
		for relatum := range n {
			any := chance{claim: claim, relatum: relatum}
			inferred := chance{claim: claim, relatum: relatum, unstated: true}
			for a := range n {
				if a == relatum {
					continue
				}
				status := claim.status(net, a, relatum, possible.of(a, relatum))
				if status == layout.Open {
					continue
				}
				right := (status == layout.Entailed) != negated
				any.count(right)
				if !stated.pair(a, relatum) {
					inferred.count(right)
				}
			}
			all = append(all, any, inferred)
		}
	}
	return all
}

func (c *chance) count(right bool) {
	if right {
		c.yes++
	} else {
		c.not++
	}
}

// sort returns the objects that are counted.
func (c *chance) sort(stated stated, net *layout.Network, possible possibilities, negated bool) (yes, not []int) {
	room := make([]int, c.yes+c.not)
	yes, not = room[:0:c.yes], room[c.yes:c.yes]
	for a := range net.Len() {
		if a == c.relatum || c.unstated && stated.pair(a, c.relatum) {
			continue
		}
		status := c.claim.status(net, a, c.relatum, possible.of(a, c.relatum))
		switch {
		case status == layout.Open:
		case (status == layout.Entailed) != negated:
			yes = append(yes, a)
		default:
			not = append(not, a)
		}
	}
	return yes, not
}

// hops returns the least number of facts that settle the claim for every option.
func (q Choose) hops(net *layout.Network) int {
	fewest := 0
	want := make([]layout.Status, len(q.Options))
	if net.World().Bounded() {
		// Each proof would be searched for: at once for all options is cheaper.
		for i, a := range q.Options {
			want[i] = net.Judge(about(q.Claim, a, q.Claim.Relatum))
		}
		return newProver(net).least(1, nil, q.settles(want))
	}
	used := make([]bool, len(net.Facts()))
	for i, a := range q.Options {
		proof, status := net.ProveFact(about(q.Claim, a, q.Claim.Relatum))
		fewest, want[i] = max(fewest, proof.Hops()), status
		for _, k := range proof.Facts {
			used[k] = true
		}
	}
	// What proves one option after the other proves all.
	within := make([]int, 0, len(used))
	for k, is := range used {
		if is {
			within = append(within, k)
		}
	}
	return newProver(net).least(fewest, within, q.settles(want))
}

// settles returns the test whether the claim has the wanted status for every option.
func (q Choose) settles(want []layout.Status) func(*layout.Network) bool {
	return func(net *layout.Network) bool {
		for i, a := range q.Options {
			if !stays(net, about(q.Claim, a, q.Claim.Relatum), want[i]) {
				return false
			}
		}
		return true
	}
}

// Choose asks which of the options the claim holds of, or does not hold of: "Which is in a higher row than C: A, B, both
// or neither?". The zero Choose asks nothing, and no response to it is right.
type Choose struct {
	Names    []string    // of all objects; shared, do not change them
	Claim    layout.Fact // its locatum stands for each option
	Negated  bool        // it is asked which options the claim does not hold of
	Options  []int       // indices into Names
	Right    []bool      // by option: it is part of the answer
	Needs    int         // what Hops returns
	Phrasing Phrasing
}

// Family returns "choose".
func (Choose) Family() string { return ChooseFamily{}.Name() }

func (q Choose) options() []string {
	all := make([]string, len(q.Options))
	for i, o := range q.Options {
		all[i] = askedName(q.Names, o)
	}
	return all
}

// AppendText appends the question.
func (q Choose) AppendText(dst []byte) []byte {
	is := " is "
	if len(q.Options) > 2 {
		is = " are "
	}
	if q.Negated {
		is += "not "
	}
	all := q.options()
	if len(all) == 2 && q.Phrasing != Variant {
		dst = append(append(dst, "Which"...), is...)
		dst = append(appendPredicate(dst, q.Claim, q.Names, q.Phrasing), ": "...)
		dst = append(append(append(dst, all[0]...), ", "...), all[1]...)
		return append(dst, ", both or neither?"...)
	}
	dst = append(appendList(append(dst, "Which of "...), all, "and"), is...)
	dst = appendPredicate(dst, q.Claim, q.Names, q.Phrasing)
	return append(dst, ", if any?"...)
}

// AppendFormat appends which answers there are.
func (q Choose) AppendFormat(dst []byte) []byte {
	dst = append(dst, "Answer with "...)
	if len(q.Options) == 2 {
		return append(append(dst, strings.Join(q.options(), ", ")...), ", both or neither."...)
	}
	return append(dst, "their names, joined by commas, or with none."...)
}

// Answer returns the right options in the order of the question.
func (q Choose) Answer() Answer { return q.choice(q.Right) }

func (q Choose) choice(right []bool) Choice {
	c := Choice{Options: len(q.Options)}
	for i, o := range q.Options {
		if i < len(right) && right[i] {
			c.Names = append(c.Names, askedName(q.Names, o))
		}
	}
	return c
}

// Hops returns the least number of stated facts that settle the claim for every option, the wrong ones too. It is exact
// for a dozen facts and more; where there are so many that a search takes too long, it may be too large.
func (q Choose) Hops() int { return q.Needs }

// Verify grades the names that a response chooses: a list of options, "both", "neither", "none" or "all", alone or
// followed by what the question asks ("Both are above C") or by a reason ("A, because …") that names no other option.
// Names count in their own letter case. What is hedged or denied, an option beside the list, and two different answers
// earn nothing.
func (q Choose) Verify(response string) Verdict {
	r := choiceReader{options: q.options(), negated: q.Negated}
	if len(r.options) < 2 {
		return Verdict{Reason: errNone.Error()}
	}
	for p := range Phrasing(Phrasings) {
		r.predicates = append(r.predicates, strings.TrimSpace(string(appendPredicate(nil, q.Claim, q.Names, p))))
	}
	given, err := r.read(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(q.Answer()), q.Answer())
}
