package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Path asks how to go from one place to another along stated adjacencies, as bAbI 19 does. The places are rooms of a
// graph: "A is north of B" means that a step south leads from A to B and a step north back, and there is no step between
// two places that no fact relates. The zero Path asks nothing, and no response to it is right.
type Path struct {
	Names    []string          // of all places; shared, do not change them
	Facts    []layout.Fact     // the adjacencies; those that are not straight directions lead nowhere
	From, To int               // indices into Names
	Moves    []layout.Cardinal // a shortest way, the answer
}

// Family returns "path".
func (Path) Family() string { return "path" }

// AppendText appends the question, as in "How do you go from the kitchen to the hallway?".
func (q Path) AppendText(dst []byte) []byte {
	dst = append(append(dst, "How do you go from "...), askedName(q.Names, q.From)...)
	dst = append(append(dst, " to "...), askedName(q.Names, q.To)...)
	return append(dst, '?')
}

// AppendFormat appends how moves are written.
func (Path) AppendFormat(dst []byte) []byte {
	return append(dst, "Answer with the steps, n, e, s or w each, joined by commas."...)
}

// Answer returns the moves, as in "s,s".
func (q Path) Answer() Answer { return Moves(q.Moves) }

// Hops returns the number of moves: each needs a fact of its own.
func (q Path) Hops() int { return len(q.Moves) }

// Verify grades the moves in a response. It is right when they are those of a shortest way along the facts, whichever it
// is. Moves are the letters n, e, s and w or the words north, east, south and west, in any
// letter case, with commas, blanks, "and", "then", "go", "move" or "->" between them; "twice" and "three times" after a
// word repeat it, as in "go south twice, then west". A response holds nothing else, but for an
// "Answer:" before it and emphasis, quotes, a box or a full stop around it.
func (q Path) Verify(response string) Verdict {
	moves, err := readMoves(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	v := Verdict{FormatOK: true, Extracted: moves.String()}
	switch {
	case len(q.Moves) == 0:
		v.Reason = "nothing was asked"
	case slices.Equal(moves, q.Moves):
		v.Correct, v.Reward = true, 1
	case len(moves) > len(q.Moves):
		v.Reason = fmt.Sprintf("%d moves are too many: %d suffice", len(moves), len(q.Moves))
	case !new(layout.Router).IsShortest(q.Facts, len(q.Names), q.From, q.To, moves):
		v.Reason = fmt.Sprintf("%v does not lead from %s to %s", moves, askedName(q.Names, q.From), askedName(q.Names, q.To))
	default:
		v.Correct, v.Reward = true, 1
	}
	return v
}
