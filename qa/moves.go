package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Moves answers a question about a way: one step after the other, in one of the eight directions. The zero Moves is no answer.
type Moves []layout.Cardinal

var moveLetters = [layout.Cardinals]string{
	layout.N: "n", layout.NE: "ne", layout.E: "e", layout.SE: "se", layout.S: "s", layout.SW: "sw", layout.W: "w", layout.NW: "nw",
}

// String returns the letters n, e, s and w, and ne to nw for diagonal steps, joined by commas, as in "s,s"; "?" stands for what is no move.
func (m Moves) String() string {
	var text []byte
	for i, c := range m {
		if i > 0 {
			text = append(text, ',')
		}
		letter := "?"
		if c.Valid() && c != layout.EQ {
			letter = moveLetters[c]
		}
		text = append(text, letter...)
	}
	return string(text)
}

// Equal reports whether other takes the same steps in the same order.
func (m Moves) Equal(other Answer) bool {
	o, ok := other.(Moves)
	return ok && slices.Equal(m, o)
}

func (Moves) sealed() {}

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
