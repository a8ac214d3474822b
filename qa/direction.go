package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// DirectionFamily asks where one object is relative to another: wholly, or only how they lie vertically or
// horizontally.
type DirectionFamily struct{}

// Name returns "direction".
func (DirectionFamily) Name() string { return "direction" }

// Summary describes the family in one line.
func (DirectionFamily) Summary() string {
	return "where one object is relative to another: wholly, vertically or horizontally"
}

// Ask draws an aspect and a pair whose relation the facts entail; so does every layout that satisfies them.
func (f DirectionFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := layout.NewNetwork(s.Layout.Len(), layout.World{})
	if err != nil {
		return nil, fmt.Errorf("qa: direction: %w: %w", ErrUnsuitable, err)
	}
	for _, fact := range s.Facts {
		if err := net.Add(fact); err != nil {
			return nil, fmt.Errorf("qa: direction: %w: %w", ErrUnsuitable, err)
		}
	}
	names := s.Layout.Names()
	first := src.Intn(layout.Aspects)
	for k := range layout.Aspects {
		aspect := layout.Aspect((first + k) % layout.Aspects)
		var all []Direction
		for a := range net.Len() {
			for b := range net.Len() {
				if answer, ok := net.Entails(a, b, aspect); ok && a != b {
					all = append(all, Direction{names, a, b, aspect, answer})
				}
			}
		}
		if len(all) > 0 {
			return all[src.Intn(len(all))], nil
		}
	}
	return nil, fmt.Errorf("qa: direction: no relation follows from the facts: %w", ErrUnsuitable)
}

// Direction asks where the locatum is relative to the relatum. The text entails the answer, and the drawing shows it.
// The zero Direction asks nothing, and no response to it is right.
type Direction struct {
	Names            []string // of all objects; shared, do not change them
	Locatum, Relatum int      // indices into Names
	Aspect           layout.Aspect
	Relation         layout.Cardinal // the answer, as the aspect projects it
}

// Family returns "direction".
func (Direction) Family() string { return DirectionFamily{}.Name() }

// AppendText appends the question, as in "Where is A vertically relative to D?".
func (d Direction) AppendText(dst []byte) []byte {
	dst = append(dst, "Where is "...)
	dst = append(dst, d.name(d.Locatum)...)
	switch d.Aspect {
	case layout.Vertical:
		dst = append(dst, " vertically"...)
	case layout.Horizontal:
		dst = append(dst, " horizontally"...)
	}
	dst = append(dst, " relative to "...)
	dst = append(dst, d.name(d.Relatum)...)
	return append(dst, '?')
}

func (d Direction) name(i int) string {
	if i < 0 || i >= len(d.Names) {
		return "?"
	}
	return d.Names[i]
}

// Label returns the answer.
func (d Direction) Label() Label { return Label{d.Aspect, d.Relation} }

// Answer returns the answer as an [Answer].
func (d Direction) Answer() Answer { return d.Label() }

// Verify grades a response by the label that it names, in any of the words that [describe.ReadDirectionOf] takes; what
// it says of other objects is passed over. The reward is 1 or 0: a label is right or wrong. A diagonal is no answer to
// a vertical or horizontal question, even if its part would be right, because the other part was not asked for and may
// be wrong. Nor is "same place": two objects never share a cell. But "left, in the same row" says a straight direction
// in full, and answers whichever part was asked for. A response that is a label and nothing else is that label even
// where an object is called so.
func (d Direction) Verify(response string) Verdict {
	all := d.Names
	if isLabel(response) {
		all = nil
	}
	said, err := describe.ReadDirectionOf(response, all, d.Locatum, d.Relatum)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	relation, ok := said.Answer(d.Aspect)
	given := Label{d.Aspect, relation}
	if !ok || said.SameRow && said.SameCol || d.Aspect != layout.Full && said.Relation.Diagonal() || given.String() == "" {
		return Verdict{
			Extracted: said.String(),
			Reason:    fmt.Sprintf("%q is no answer to a question about the %v relation", said, d.Aspect),
		}
	}
	v := Verdict{FormatOK: true, Extracted: given.String()}
	if given.Equal(d.Label()) {
		v.Correct, v.Reward = true, 1
	} else {
		v.Reason = fmt.Sprintf("%q was answered; %s is %q", given, d.name(d.Locatum), d.Label())
	}
	return v
}
