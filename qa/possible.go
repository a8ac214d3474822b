package qa

import (
	"errors"
	"fmt"
	"math/bits"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// PossibleForm says how a question about what is possible is put. The zero value draws one of the forms with equal chance.
type PossibleForm uint8

// The forms.
const (
	AnyPossible PossibleForm = iota
	Could                    // could it be so: yes or no
	Which                    // which relations are possible
)

// PossibleFamily asks what the facts leave possible: whether one object could lie so relative to another, or in which
// ways it could. The size of the grid changes the answer; the prompt must say it, as [Subject.AppendAssumptions] does.
type PossibleFamily struct {
	Form     PossibleForm
	Claims   Claims // of the form Could
	Phrasing Phrasing
	Texts    Texts
}

// Name returns "possible".
func (PossibleFamily) Name() string { return "possible" }

// Summary describes the family in one line.
func (PossibleFamily) Summary() string {
	return "whether one object could lie so relative to another, or all ways in which it could"
}

// Validate reports a field out of range.
func (f PossibleFamily) Validate() error {
	if f.Form > Which {
		return fmt.Errorf("qa: possible: form %d; 0 to %d are allowed", f.Form, Which)
	}
	if err := f.Claims.validate(f.Name()); err != nil {
		return err
	}
	return errors.Join(f.Phrasing.validate(f.Name()), f.Texts.validate(f.Name()))
}

// Ask draws the form, then the answer: yes or no, each equally frequent, or the number of relations that are possible.
// Then it draws a question with it. "Could" is asked of pairs whose relation is open, and that no fact relates, where there
// are any.
func (f PossibleFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := begin(f, s)
	if err != nil {
		return nil, err
	}
	if net.Len() < 2 {
		return nil, unsuitable(f.Name(), "there are no two objects")
	}
	form := f.Form
	if form == AnyPossible {
		form = Could + PossibleForm(src.Intn(2))
	}
	var q Possible
	if form == Which {
		q, err = f.which(net, src)
	} else {
		q, err = f.could(s, net, src)
	}
	if err != nil {
		return nil, err
	}
	q.Names, q.World, q.Phrasing = s.Layout.Names(), s.World, f.Phrasing
	return q, readable(q, q.Names)
}

func (f PossibleFamily) which(net *layout.Network, src seed.Source) (Possible, error) {
	var lost patience
	type item struct {
		a, b      int32
		relations layout.CardinalSet
	}
	n := net.Len()
	all := make([]item, 0, n*n)
	for a := range n {
		for b := range n {
			if a == b {
				continue
			}
			possible := net.Possible(a, b)
			if !lost.doubts(net) {
				all = append(all, item{int32(a), int32(b), possible})
			} else if lost.spent() {
				return Possible{}, unsuitable(f.Name(), tooCrowded)
			}
		}
	}
	if len(all) == 0 {
		return Possible{}, unsuitable(f.Name(), tooCrowded)
	}
	all = narrow(src, all, func(it *item) int { return bits.OnesCount16(uint16(it.relations)) })
	it := all[src.Intn(len(all))]
	q := Possible{Claim: layout.Fact{Locatum: int(it.a), Relatum: int(it.b)}, Relations: Relations(it.relations)}
	if _, only := layout.CardinalSet(q.Relations).Only(); only {
		proof, _ := net.Prove(q.Claim.Locatum, q.Claim.Relatum, layout.Full)
		q.Needs = proof.Hops()
	}
	return q, nil
}

func (f PossibleFamily) could(s Subject, net *layout.Network, src seed.Source) (Possible, error) {
	var lost patience
	claims, stated, n := f.Claims.of(s.Reading()), s.stated(), net.Len()
	if s.World.Sharing && f.Claims != SideClaims {
		claims = append(claims, assertionOf(layout.Fact{Relatum: 1, Reading: layout.Measured})) // the same place
	}
	type item struct {
		a, b, claim int32
		value       TruthValue
		status      layout.Status
		open        bool // the relation of the pair is
		stated      bool
	}
	all := make([]item, 0, n*n*len(claims))
	for a := range n {
		for b := range n {
			if a == b {
				continue
			}
			possible := net.Possible(a, b)
			if lost.doubts(net) {
				if lost.spent() {
					return Possible{}, unsuitable(f.Name(), tooCrowded)
				}
				continue
			}
			_, certain := possible.Only()
			for k := range claims {
				it := item{int32(a), int32(b), int32(k), Yes, claims[k].status(net, a, b, possible), !certain, stated.pair(a, b)}
				if it.status == layout.Contradicted {
					it.value = No
				}
				all = append(all, it)
			}
		}
	}
	if len(all) == 0 {
		return Possible{}, unsuitable(f.Name(), tooCrowded)
	}
	all = narrow(src, all, func(it *item) int { return int(it.value) })
	all = prefer(all, func(it *item) bool { return it.open && it.status != layout.Entailed })
	all = prefer(all, func(it *item) bool { return !it.stated })
	all = narrow(src, all, func(it *item) int { return kindOf(claims[it.claim].Fact) })
	all = narrow(src, all, func(it *item) int { return int(claims[it.claim].Relation) })
	it := all[src.Intn(len(all))]
	q := Possible{Form: Could, Claim: claims[it.claim].about(int(it.a), int(it.b)), Value: it.value}
	if status := net.Judge(q.Claim); status == layout.Open && net.GaveUp() {
		return Possible{}, unsuitable(f.Name(), tooCrowded)
	}
	if it.status != layout.Open {
		proof, _ := net.ProveFact(q.Claim)
		q.Needs = proof.Hops()
	}
	return q, nil
}

// Possible asks what is possible of two objects. The zero Possible asks nothing, and no response to it is right.
type Possible struct {
	Names     []string     // of all objects; shared, do not change them
	World     layout.World // which the prompt must say
	Form      PossibleForm // Could, or any other for Which
	Claim     layout.Fact  // what could be; of the form Which only the two objects
	Value     TruthValue   // the answer to Could
	Relations Relations    // the answer to Which
	Needs     int          // what Hops returns
	Phrasing  Phrasing
}

// Family returns "possible".
func (Possible) Family() string { return PossibleFamily{}.Name() }

// AppendText appends the question: "Could A be in a higher row than B?" or "Which relations of A to B are possible?".
func (q Possible) AppendText(dst []byte) []byte {
	a, b := askedName(q.Names, q.Claim.Locatum), askedName(q.Names, q.Claim.Relatum)
	switch {
	case q.Form == Could:
		dst = append(append(dst, "Could "...), a...)
		dst = appendPredicate(append(dst, " be "...), q.Claim, q.Names, q.Phrasing)
	case q.Phrasing == Canonical:
		dst = append(append(dst, "Which relations of "...), a...)
		dst = append(append(append(dst, " to "...), b...), " are possible"...)
	default:
		dst = append(append(dst, "Where could "...), a...)
		dst = append(append(dst, " be relative to "...), b...)
	}
	return append(dst, '?')
}

// AppendFormat appends which answers there are.
func (q Possible) AppendFormat(dst []byte) []byte {
	if q.Form == Could {
		return append(dst, "Answer yes or no."...)
	}
	dst = append(dst, "Answer with all that are possible of: "...)
	dst = appendLabels(dst, q.World, layout.Full)
	return append(dst, ". Above and below mean in the same column, left and right in the same row, and the others mean any "+
		"distance both ways."...)
}

// Answer returns the truth value, or the set of relations.
func (q Possible) Answer() Answer {
	if q.Form == Could {
		return q.Value
	}
	return q.Relations
}

// Hops returns the least number of stated facts that prove the answer: that rule the claim out, or that entail it or the
// only relation. It is 0 where something else is possible, which no facts prove.
func (q Possible) Hops() int { return q.Needs }

// Verify grades a yes or no as [Truth.Verify] does, and a set of relations by its labels, in any order, joined by commas,
// lines or a last "and" or "or", each in any of the words that [describe.ReadDirection] takes. The set must be the right one:
// there is no reward for a part of it. "Above and left" is in doubt between one relation and two, and earns nothing.
func (q Possible) Verify(response string) Verdict {
	if q.Form == Could {
		given, err := readTruth(response, nil, "could", "can", "possible", "possibly", "may", "might")
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		if given == Unknown {
			return Verdict{Extracted: given.String(), Reason: fmt.Sprintf("%q is no answer to a yes-or-no question", given)}
		}
		return graded(given, given == q.Value, q.Value)
	}
	given, err := readRelations(response, q.World.Sharing)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given == q.Relations, q.Relations)
}
