package qa

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// DirectionFamily asks where one object is relative to another: wholly, or only how they lie vertically or
// horizontally.
type DirectionFamily struct {
	Unstated bool // asks of pairs that no fact relates, where there are any
	Phrasing Phrasing
	Texts    Texts
}

// Name returns "direction".
func (DirectionFamily) Name() string { return "direction" }

// Summary describes the family in one line.
func (DirectionFamily) Summary() string {
	return "where one object is relative to another: wholly, vertically or horizontally"
}

// Validate reports a phrasing out of range.
func (f DirectionFamily) Validate() error {
	return errors.Join(f.Phrasing.validate(f.Name()), f.Texts.validate(f.Name()))
}

// Ask draws an aspect, a label, and a pair whose relation the facts entail to be that; so does every layout that
// satisfies them. Aspects are equally frequent, and so are an aspect's labels, as far as the facts entail them.
func (f DirectionFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := begin(f, s)
	if err != nil {
		return nil, err
	}
	type item struct {
		a, b     int32
		relation layout.Cardinal
	}
	n := net.Len()
	all := make([]item, 0, n*n)
	var given stated
	if f.Unstated {
		given = s.stated()
	}
	var lost patience
	first := src.Intn(layout.Aspects)
	for k := range layout.Aspects {
		aspect := layout.Aspect((first + k) % layout.Aspects)
		all = all[:0]
		for a := range n {
			for b := range n {
				answer, ok := net.Entails(a, b, aspect)
				if lost.doubts(net); lost.spent() {
					return nil, unsuitable(f.Name(), tooCrowded)
				}
				if ok && a != b {
					all = append(all, item{int32(a), int32(b), answer})
				}
			}
		}
		if f.Unstated {
			all = prefer(all, func(it *item) bool { return !given.pair(int(it.a), int(it.b)) })
		}
		if all = narrow(src, all, func(it *item) int { return int(it.relation) }); len(all) > 0 {
			it := all[src.Intn(len(all))]
			return Direction{
				Names: s.Layout.Names(), Locatum: int(it.a), Relatum: int(it.b), Aspect: aspect, Relation: it.relation,
				Sharing: s.World.Sharing, Phrasing: f.Phrasing,
			}.proved(net), nil
		}
	}
	return nil, unsuitable(f.Name(), "no relation follows from the facts")
}

// Direction asks where the locatum is relative to the relatum. The text entails the answer, and the drawing shows it.
// The zero Direction asks nothing, and no response to it is right.
type Direction struct {
	Names            []string // of all objects; shared, do not change them
	Locatum, Relatum int      // indices into Names
	Aspect           layout.Aspect
	Relation         layout.Cardinal // the answer, as the aspect projects it
	Sharing          bool            // objects may share a cell, so that "overlap" is an answer
	Needs            int             // what Hops returns
	Phrasing         Phrasing
}

// proved returns the question with the number of facts that its answer needs.
func (d Direction) proved(net *layout.Network) Direction {
	proof, _ := net.Prove(d.Locatum, d.Relatum, d.Aspect)
	d.Needs = proof.Hops()
	return d
}

// Family returns "direction".
func (Direction) Family() string { return DirectionFamily{}.Name() }

// AppendText appends the question, as in "Where is A vertically relative to D?", "What is the vertical relation of A to
// D?" and StepGame's "What is the relation of the agent A to the agent D?".
func (d Direction) AppendText(dst []byte) []byte {
	a, b := askedName(d.Names, d.Locatum), askedName(d.Names, d.Relatum)
	if d.Phrasing == Canonical {
		dst = append(append(dst, "Where is "...), a...)
		switch d.Aspect {
		case layout.Vertical:
			dst = append(dst, " vertically"...)
		case layout.Horizontal:
			dst = append(dst, " horizontally"...)
		}
		dst = append(append(dst, " relative to "...), b...)
		return append(dst, '?')
	}
	agent := ""
	if d.Phrasing == Benchmark && !strings.Contains(a, " ") && !strings.Contains(b, " ") { // "the agent the red square" is no English
		agent = "the agent "
	}
	dst = append(dst, "What is the "...)
	if d.Aspect != layout.Full {
		dst = append(append(dst, d.Aspect.String()...), ' ')
	}
	dst = append(append(append(dst, "relation of "...), agent...), a...)
	dst = append(append(append(dst, " to "...), agent...), b...)
	return append(dst, '?')
}

// AppendFormat appends what the labels mean, and the labels.
func (d Direction) AppendFormat(dst []byte) []byte {
	dst = append(dst, aspectMeanings[min(d.Aspect, layout.Aspects-1)]...)
	if d.Sharing && d.Aspect == layout.Full {
		dst = append(dst, overlapMeaning...)
	}
	dst = append(dst, "Answer with one of: "...)
	dst = appendLabels(dst, layout.World{Sharing: d.Sharing}, d.Aspect)
	return append(dst, '.')
}

// Label returns the answer.
func (d Direction) Label() Label { return Label{d.Aspect, d.Relation} }

// Answer returns the answer as an [Answer].
func (d Direction) Answer() Answer { return d.Label() }

// Hops returns the least number of stated facts that prove the answer.
func (d Direction) Hops() int { return d.Needs }

// Verify grades a response by the label that it names, in any of the words that [describe.ReadDirectionOf] takes; what
// it says of other objects is passed over. The reward is 1 or 0: a label is right or wrong. A diagonal is no answer to
// a vertical or horizontal question, even if its part would be right, because the other part was not asked for and may
// be wrong. Nor is "same place", unless objects may share a cell; it is then an answer to every question, and so is
// "overlap". But "left, in the same row" says a straight direction in full, and answers whichever part was asked for. A
// response that is a label and nothing else is that label even where an object is called so.
func (d Direction) Verify(response string) Verdict {
	all := d.Names
	if isLabel(response) {
		all = nil
	}
	if d.Sharing {
		response = overlapping(response)
	}
	said, err := describe.ReadDirectionOf(response, all, d.Locatum, d.Relatum)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	relation, ok := said.Answer(d.Aspect)
	together := said.SameRow && said.SameCol
	if !ok || together && !d.Sharing || d.Aspect != layout.Full && said.Relation.Diagonal() || d.Aspect >= layout.Aspects {
		return Verdict{
			Extracted: said.String(),
			Reason:    fmt.Sprintf("%q is no answer to a question about the %v relation", said, d.Aspect),
		}
	}
	given := Label{d.Aspect, relation}
	v := Verdict{FormatOK: true, Extracted: given.String()}
	if given.Equal(d.Label()) && len(d.Names) > 0 {
		v.Correct, v.Reward = true, 1
	} else {
		v.Reason = fmt.Sprintf("%q was answered; %s is %q", given, askedName(d.Names, d.Locatum), d.Label())
	}
	return v
}
