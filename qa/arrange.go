package qa

import (
	"errors"
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Arrangement is something that can be asked of three objects, or of all.
type Arrangement uint8

// The arrangements. The zero value draws one of them with equal chance, as far as the subject has it.
const (
	AnyArrangement Arrangement = iota
	Between                    // one object lies in a row or a column with two others, strictly between them
	OneRow                     // three objects are in one row
	OneColumn                  // three objects are in one column
	Topmost                    // an object is in a higher row than every other
	Bottommost                 // in a lower row
	Leftmost                   // in a column to the left of every other
	Rightmost                  // in a column to the right of every other
	InTopLeft                  // in a corner of the grid, which must have an end
	InTopRight
	InBottomLeft
	InBottomRight

	arrangements
)

var arrangementNames = [arrangements]string{
	"any", "between", "one row", "one column", "topmost", "bottommost", "leftmost", "rightmost", "in the top-left corner",
	"in the top-right corner", "in the bottom-left corner", "in the bottom-right corner",
}

// String names the arrangement.
func (a Arrangement) String() string {
	if a >= arrangements {
		return "Arrangement(?)"
	}
	return arrangementNames[a]
}

// ofThree reports whether a is asked of three objects; the others ask for a name.
func (a Arrangement) ofThree() bool { return a == Between || a == OneRow || a == OneColumn }

// corner reports whether a is a corner of the grid.
func (a Arrangement) corner() bool { return a >= InTopLeft }

// ArrangeFamily asks how three objects or more lie together: whether one is between two others or three are in one row
// or column, and which object is outermost or in a corner.
type ArrangeFamily struct {
	Arrangement Arrangement
	Phrasing    Phrasing
	Texts       Texts
}

// Name returns "arrange".
func (ArrangeFamily) Name() string { return "arrange" }

// Summary describes the family in one line.
func (ArrangeFamily) Summary() string {
	return "whether objects lie between others or in one line, and which is outermost or in a corner"
}

// Validate reports a field out of range.
func (f ArrangeFamily) Validate() error {
	if f.Arrangement >= arrangements {
		return fmt.Errorf("qa: arrange: arrangement %d; 0 to %d are allowed", f.Arrangement, arrangements-1)
	}
	return errors.Join(f.Phrasing.validate(f.Name()), f.Texts.validate(f.Name()))
}

// Ask draws whether a truth value is asked for, which it is three times in five, or a name. Then it draws the answer: yes, no
// or cannot be determined; or a name or none, which must follow from the facts. Then it draws an arrangement and objects to
// match. Answers are equally frequent as far as the subject has them; three in one row or column it often has not. A
// corner is asked for only on a grid with an end in both directions.
func (f ArrangeFamily) Ask(s Subject, src seed.Source) (Question, error) {
	net, err := begin(f, s)
	if err != nil {
		return nil, err
	}
	if net.Len() < 3 {
		return nil, unsuitable(f.Name(), "there are no three objects")
	}
	asker := arranger{s: s, net: net, scratch: newProver(net), phrasing: f.Phrasing}
	var three, names []Arrangement
	for form := Between; form < arrangements; form++ {
		switch {
		case f.Arrangement != AnyArrangement && f.Arrangement != form:
		case form.ofThree():
			three = append(three, form)
		case !form.corner() || s.World.Rows > 0 && s.World.Cols > 0:
			names = append(names, form)
		}
	}
	if len(three) == 0 || len(names) > 0 && src.Intn(5) >= 3 {
		if q, ok := asker.askName(names, src); ok {
			return q, readable(q, q.Names)
		}
	}
	if len(three) == 0 {
		return nil, unsuitable(f.Name(), "the facts do not say which object it is")
	}
	q := asker.askThree(three, src)
	return q, readable(q, q.Names)
}

// Arrange asks how objects lie together. The zero Arrange asks nothing, and no response to it is right.
type Arrange struct {
	Names       []string // of all objects; shared, do not change them
	Arrangement Arrangement
	Objects     [3]int     // indices into Names; of Between the first is the one between
	Value       TruthValue // the answer of an arrangement of three
	Object      int        // the answer of the others, -1 where it is none
	Needs       int        // what Hops returns
	Phrasing    Phrasing
}

// Family returns "arrange".
func (Arrange) Family() string { return ArrangeFamily{}.Name() }

// AppendText appends the question, as in "Is C between A and B, in one row or one column with both?" and "Which object is
// in a higher row than every other object?".
func (q Arrange) AppendText(dst []byte) []byte {
	a, b, c := askedName(q.Names, q.Objects[0]), askedName(q.Names, q.Objects[1]), askedName(q.Names, q.Objects[2])
	switch q.Arrangement {
	case Between:
		dst = append(append(dst, "Is "...), a...)
		if q.Phrasing == Canonical {
			dst = appendList(append(dst, " strictly between "...), []string{b, c}, "and")
			return append(dst, ", in one row or in one column with both?"...)
		}
		dst = append(dst, " in one row or in one column with "...)
		return append(appendList(dst, []string{b, c}, "and"), " and strictly between them?"...)
	case OneRow, OneColumn:
		dst = appendList(append(dst, "Are "...), []string{a, b, c}, "and")
		if q.Phrasing == Canonical {
			dst = append(dst, " all"...)
		}
		return append(append(append(dst, " in "...), q.Arrangement.String()...), '?')
	}
	if q.Phrasing == Canonical || q.Arrangement.corner() {
		return append(append(append(dst, "Which object is "...), q.predicate()...), '?')
	}
	dst = append(append(dst, "Which object is the "...), q.Arrangement.String()...)
	return append(dst, ", with no other beside it?"...)
}

// predicate returns what may follow "A is" in the answer.
func (q Arrange) predicate() string {
	const others = "every other object"
	switch q.Arrangement {
	case Topmost, Bottommost, Leftmost, Rightmost:
		return sideWords[q.Arrangement.side()][0].before + others
	}
	return q.Arrangement.String()
}

// predicates returns all that may follow "A is" in a response.
func (q Arrange) predicates() []string {
	form := q.Arrangement.String()
	if q.Arrangement.corner() {
		return []string{form}
	}
	return []string{q.predicate(), form, "the " + form, "the " + form + " object", "the " + form + " one"}
}

// side returns the direction in which an object is outermost.
func (a Arrangement) side() layout.Cardinal {
	switch a {
	case Topmost:
		return layout.N
	case Bottommost:
		return layout.S
	case Leftmost:
		return layout.W
	}
	return layout.E
}

// AppendFormat appends which answers there are.
func (q Arrange) AppendFormat(dst []byte) []byte {
	if q.Arrangement.ofThree() {
		return append(dst, "Answer yes, no or cannot be determined."...)
	}
	return append(dst, "Answer with its name, or with none."...)
}

// Answer returns a truth value, or a [Choice] of one object out of all or of none.
func (q Arrange) Answer() Answer {
	switch {
	case q.Arrangement == AnyArrangement || q.Arrangement >= arrangements:
		return TruthValue(0)
	case q.Arrangement.ofThree():
		return q.Value
	case q.Object < 0 || q.Object >= len(q.Names):
		return Choice{Options: len(q.Names)}
	}
	return Choice{Names: []string{q.Names[q.Object]}, Options: len(q.Names)}
}

// Hops returns the least number of stated facts that prove the answer, as [Choose.Hops] does; 0 where it cannot be
// determined.
func (q Arrange) Hops() int { return q.Needs }

// Verify grades a truth value as [Truth.Verify] does, and a name as [Choose.Verify] does. Two names earn nothing, for one
// object was asked for.
func (q Arrange) Verify(response string) Verdict {
	if q.Arrangement == AnyArrangement || q.Arrangement >= arrangements {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Arrangement.ofThree() {
		given, err := readTruth(response, nil)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given == q.Value, q.Value)
	}
	r := choiceReader{options: q.Names, predicates: q.predicates()}
	given, err := r.read(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	if len(given.Names) > 1 {
		return Verdict{Extracted: given.String(), Reason: "several names are no answer to a question about one object"}
	}
	return graded(given, given.Equal(q.Answer()), q.Answer())
}
