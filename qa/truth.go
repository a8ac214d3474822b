package qa

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TruthFamily asks whether something follows from the facts: yes, no, or it cannot be determined.
type TruthFamily struct {
	// Closed leaves two answers: what does not follow counts as no. So does bAbI 17.
	Closed   bool
	Claims   Claims
	Phrasing Phrasing
	Texts    Texts
}

// Name returns "truth".
func (TruthFamily) Name() string { return "truth" }

// Summary describes the family in one line.
func (TruthFamily) Summary() string {
	return "whether one object lies so relative to another: yes, no, or it cannot be determined"
}

// Validate reports a field out of range.
func (f TruthFamily) Validate() error {
	if err := f.Claims.validate(f.Name()); err != nil {
		return err
	}
	return errors.Join(f.Phrasing.validate(f.Name()), f.Texts.validate(f.Name()))
}

// Ask draws an answer and then a claim that has it: its kind, the direction and the pair. Each answer is equally
// frequent as far as the subject has it. A pair that a fact relates is taken only where no other has the answer:
// looking up would do.
func (f TruthFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := begin(f, s)
	if err != nil {
		return nil, err
	}
	claims, stated, n := f.Claims.of(s.Reading()), s.stated(), net.Len()
	type item struct {
		a, b, claim int32
		value       TruthValue
		stated      bool
	}
	var lost patience
	all := make([]item, 0, n*n*len(claims))
	for a := range n {
		for b := range n {
			if a == b {
				continue
			}
			possible := net.Possible(a, b)
			if lost.doubts(net) {
				if lost.spent() {
					return nil, unsuitable(f.Name(), tooCrowded)
				}
				continue
			}
			for k := range claims {
				value := truthValue(claims[k].status(net, a, b, possible))
				if f.Closed && value == Unknown {
					value = No
				}
				all = append(all, item{int32(a), int32(b), int32(k), value, stated.pair(a, b)})
			}
		}
	}
	all = narrow(src, all, func(it *item) int { return int(it.value) })
	all = prefer(all, func(it *item) bool { return !it.stated })
	all = narrow(src, all, func(it *item) int { return kindOf(claims[it.claim].Fact) })
	all = narrow(src, all, func(it *item) int { return int(claims[it.claim].Relation) })
	if len(all) == 0 {
		return nil, unsuitable(f.Name(), "there are no two objects")
	}
	it := all[src.Intn(len(all))]
	q := NewTruth(net, s.Layout.Names(), claims[it.claim].about(int(it.a), int(it.b)), f.Closed)
	if status := net.Judge(q.Claim); status == layout.Open && net.GaveUp() {
		return nil, unsuitable(f.Name(), tooCrowded)
	}
	q.Phrasing = f.Phrasing
	return q, readable(q, q.Names)
}

func truthValue(s layout.Status) TruthValue {
	switch s {
	case layout.Entailed:
		return Yes
	case layout.Contradicted:
		return No
	}
	return Unknown
}

// Truth asks whether a claim about two objects follows from the text. The zero Truth asks nothing, and no response to it
// is right.
type Truth struct {
	Names    []string    // of all objects; shared, do not change them
	Claim    layout.Fact // in any reading, which need not be the text's; its own words say which
	Closed   bool        // what does not follow counts as no
	Value    TruthValue  // the answer
	Needs    int         // what Hops returns
	Phrasing Phrasing
}

// NewTruth returns the question whether a claim follows from a network. The answer to a claim that no network could hold
// is that it cannot be determined.
func NewTruth(net *layout.Network, names []string, claim layout.Fact, closed bool) Truth {
	proof, status := net.ProveFact(claim)
	q := Truth{Names: names, Claim: claim, Closed: closed, Value: truthValue(status), Needs: proof.Hops()}
	if q.Value == Unknown {
		q.Needs = 0
		if closed {
			q.Value = No
		}
	}
	return q
}

// Family returns "truth".
func (Truth) Family() string { return TruthFamily{}.Name() }

// AppendText appends the question, as in "Is A in a higher row than B?" or bAbI's "Is the pink square above the red
// circle?". Where what does not follow counts as no, all phrasings but bAbI's say so.
func (q Truth) AppendText(dst []byte) []byte {
	if _, ok := predicateOf(q.Claim, q.Phrasing); ok {
		dst = append(append(dst, "Is "...), askedName(q.Names, q.Claim.Locatum)...)
		dst = appendPredicate(append(dst, ' '), q.Claim, q.Names, q.Phrasing)
	} else {
		dst = describe.AppendFact(append(dst, "Is it true that "...), q.Claim, q.Names)
	}
	dst = append(dst, '?')
	if q.Closed && q.Phrasing != Benchmark {
		dst = append(dst, " What does not follow counts as no."...)
	}
	return dst
}

// AppendFormat appends which answers there are.
func (q Truth) AppendFormat(dst []byte) []byte {
	if q.Closed {
		return append(dst, "Answer yes or no."...)
	}
	return append(dst, "Answer yes, no or cannot be determined."...)
}

// Answer returns the truth value.
func (q Truth) Answer() Answer { return q.Value }

// Hops returns the least number of stated facts that prove the claim or rule it out; 0 where none do.
func (q Truth) Hops() int { return q.Needs }

// Verify grades a response by the truth value that a sentence of it starts with, in the words "yes", "no", "cannot be
// determined" and a few others. A reason may follow. Two values, a value that is hedged or doubted, a yes that goes on to
// deny, a reason that says of the two objects what the value rules out ("Yes, A is below B"), and a question earn nothing, and so does "cannot be determined" where what does not follow counts as no.
func (q Truth) Verify(response string) Verdict {
	given, err := readTruth(response, q.contrary)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	if given == Unknown && q.Closed {
		return Verdict{Extracted: given.String(), Reason: fmt.Sprintf("%q is no answer to a yes-or-no question", given)}
	}
	return graded(given, given == q.Value, q.Value)
}

// contrary reports whether a text is a sentence about the objects of the claim that does not go with its value: it rules
// the claim out beside a yes, implies it beside a no, or does either where the claim is said to be open.
func (q Truth) contrary(v TruthValue, text string) bool {
	const longest = 400 // of a sentence
	text = strings.TrimLeft(text, " ,:;-–—(")
	if name, after := namedAt(text, q.Names); name < 0 || after == "" || len(text) > longest || len(q.Names) > layout.MaxObjects {
		return false
	}
	var d describe.Description
	reader := describe.Reader{Names: q.Names, Reading: layout.HalfPlane}
	if reader.Read(&d, strings.TrimRight(text, " )*\"")+".") != nil || len(d.Facts) != 1 {
		return false
	}
	said := d.Facts[0]
	if said.Bordered() || said.Locatum+said.Relatum != q.Claim.Locatum+q.Claim.Relatum ||
		said.Locatum != q.Claim.Locatum && said.Locatum != q.Claim.Relatum {
		return false
	}
	net, err := layout.NewNetwork(len(q.Names), layout.World{Sharing: true})
	if err != nil || net.Add(said) != nil {
		return false
	}
	status := net.Judge(q.Claim)
	return status != layout.Open && truthValue(status) != v
}
