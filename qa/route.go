package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Route asks how to go from one place to another along stated adjacencies, as bAbI 19 does. The places are rooms of a
// graph: "A is north of B" means that a step south leads from A to B and a step north back, and there is no step between
// two places that no fact relates. The zero Route asks nothing, and no response to it is right.
type Route struct {
	Names    []string          // of all places; shared, do not change them
	Facts    []layout.Fact     // the adjacencies; those that are not straight directions lead nowhere
	From, To int               // indices into Names
	Moves    []layout.Cardinal // a shortest way, the answer
}

// Family returns "path".
func (Route) Family() string { return "path" }

// AppendText appends the question, as in "How do you go from the kitchen to the hallway?".
func (r Route) AppendText(dst []byte) []byte {
	dst = append(append(dst, "How do you go from "...), askedName(r.Names, r.From)...)
	dst = append(append(dst, " to "...), askedName(r.Names, r.To)...)
	return append(dst, '?')
}

// AppendFormat appends how moves are written.
func (Route) AppendFormat(dst []byte) []byte {
	return append(dst, "Answer with the steps, n, e, s or w each, joined by commas."...)
}

// Answer returns the moves, as in "s,s".
func (r Route) Answer() Answer { return Moves(r.Moves) }

// Hops returns the number of moves: each needs a fact of its own.
func (r Route) Hops() int { return len(r.Moves) }

// Verify grades the moves in a response. It is right when they are those of a shortest way along the facts, whichever it
// is. Moves are the letters n, e, s and w or the words north, east, south and west, in any
// letter case, with commas, blanks, "and", "then", "go", "move" or "->" between them; "twice" and "three times" after a
// word repeat it, as in "go south twice, then west". A response holds nothing else, but for an
// "Answer:" before it and emphasis, quotes, a box or a full stop around it.
func (r Route) Verify(response string) Verdict {
	moves, err := readMoves(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	v := Verdict{FormatOK: true, Extracted: moves.String()}
	switch {
	case len(r.Moves) == 0:
		v.Reason = "nothing was asked"
	case slices.Equal(moves, r.Moves):
		v.Correct, v.Reward = true, 1
	case len(moves) > len(r.Moves):
		v.Reason = fmt.Sprintf("%d moves are too many: %d suffice", len(moves), len(r.Moves))
	case !new(layout.Router).IsShortest(r.Facts, len(r.Names), r.From, r.To, moves):
		v.Reason = fmt.Sprintf("%v does not lead from %s to %s", moves, nameOf(r.Names, r.From), nameOf(r.Names, r.To))
	default:
		v.Correct, v.Reward = true, 1
	}
	return v
}

var moveWords = map[string]layout.Cardinal{
	"n": layout.N, "e": layout.E, "s": layout.S, "w": layout.W,
	"north": layout.N, "east": layout.E, "south": layout.S, "west": layout.W,
}

var moveTimes = map[string]int{"once": 1, "twice": 2, "thrice": 3, "two times": 2, "three times": 3, "four times": 4}

// readMoves reads the moves that a response consists of.
func readMoves(response string) (Moves, error) {
	refused := func(why string) (Moves, error) {
		return nil, fmt.Errorf("%s; want moves such as \"s,s\" or \"south, then west\"", why)
	}
	all, err := parts(response)
	if err != nil {
		return refused(err.Error())
	}
	if len(all) != 1 {
		return refused(fmt.Sprintf("there are %d sentences", len(all)))
	}
	text := strings.ReplaceAll(strings.ReplaceAll(all[0].text, "->", " "), "→", " ")
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\r\n,.;", r) })
	var moves Moves
	for i := 0; i < len(words); i++ {
		word := words[i]
		if i+1 < len(words) && words[i+1] == "times" {
			word += " times"
			i++
		}
		if m := moveWords[word]; m != layout.EQ {
			moves = append(moves, m)
			continue
		}
		if n := moveTimes[word]; n > 0 && len(moves) > 0 {
			for range n - 1 {
				moves = append(moves, moves[len(moves)-1])
			}
			continue
		}
		switch word {
		case "and", "then", "go", "move", "walk", "head", "first":
		default:
			return refused(fmt.Sprintf("%.40q is no move", word))
		}
	}
	if len(moves) == 0 {
		return refused("there are no moves")
	}
	return moves, nil
}
