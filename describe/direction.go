package describe

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
)

// Direction is what an answer says: a whole relation, or one part of it. The zero Direction says nothing.
//
//	"upper-left"    {NW, false, false}
//	"above"         {N, false, false}   a whole relation, or the vertical part of one: the question decides
//	"same level"    {EQ, true, false}
//	"same column"   {EQ, false, true}
//	"same place"    {EQ, true, true}
type Direction struct {
	Relation layout.Cardinal // of the locatum to the relatum; EQ when no direction is said
	SameRow  bool            // the answer says that they share a row; Relation is then EQ, W or E
	SameCol  bool            // the answer says that they share a column; Relation is then EQ, N or S
}

// Answer returns the answer that d gives to a question about aspect: for Full one of the eight directions, or EQ for
// one place; for Vertical N, S or EQ (same row); for Horizontal W, E or EQ (same column). ok is false when d does not
// say: "left" answers no question about the vertical. "upper-left" answers both; whether it is right as a whole is for
// the caller to compare.
func (d Direction) Answer(aspect layout.Aspect) (relation layout.Cardinal, ok bool) {
	rows, cols := d.Relation.Signs()
	switch aspect {
	case layout.Full:
		ok = d.Relation != layout.EQ || d.SameRow && d.SameCol
	case layout.Vertical:
		ok = rows != 0 || d.SameRow
	case layout.Horizontal:
		ok = cols != 0 || d.SameCol
	}
	if !ok {
		return layout.EQ, false
	}
	return d.Relation.Project(aspect), true
}

// String says d in the words of a question's labels: "above", "upper-left", "same level", "left, same level"; "" for
// the zero Direction.
func (d Direction) String() string {
	text := ""
	if d.Relation.Valid() {
		text = englishLabels[d.Relation]
	}
	same := ""
	switch {
	case d.SameRow && d.SameCol:
		same = englishSamePlace
	case d.SameRow:
		same = englishSameRow
	case d.SameCol:
		same = englishSameCol
	}
	if text != "" && same != "" {
		return text + ", " + same
	}
	return text + same
}

// Doubt says why an answer is not taken as a direction.
type Doubt uint8

// The doubts. The zero value is none.
const (
	NoDoubt     Doubt = iota
	Empty             // there are no words and no symbols, but perhaps punctuation
	NoDirection       // no word names a direction
	Several           // more than one direction, or one that can be meant in two ways
	Hedged            // "or", "might", "maybe", a question
	Negated           // "not", "neither", "cannot"
	Overlong          // longer than MaxText
)

var doubtTexts = [...]string{
	NoDoubt:     "no doubt",
	Empty:       "is empty",
	NoDirection: "names no direction",
	Several:     "names more than one direction, or one that can be taken in two ways",
	Hedged:      "is hedged",
	Negated:     "is negated",
	Overlong:    "is too long",
}

// String says the doubt in words.
func (d Doubt) String() string {
	if int(d) >= len(doubtTexts) {
		return "Doubt(?)"
	}
	return doubtTexts[d]
}

// DirectionError is the error of [ReadDirection] and [ReadDirectionOf]. The zero value holds no doubt; they never return it.
type DirectionError struct {
	Doubt Doubt
	Word  string // the word that raised the doubt; empty when it is no single word
	Text  string // the answer, cut off when it is long
}

// Error names the answer, the doubt and what is wanted.
func (e *DirectionError) Error() string {
	at := ""
	if e.Word != "" {
		at = fmt.Sprintf(", at %q", e.Word)
	}
	return fmt.Sprintf(`describe: answer %q %v%s; want one direction such as "above", "upper-left" or "same row"`,
		e.Text, e.Doubt, at)
}
