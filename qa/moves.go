package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Moves answers a question about a way: one step after the other, each N, E, S or W. The zero Moves is no answer.
type Moves []layout.Cardinal

var moveLetters = [layout.Cardinals]string{layout.N: "n", layout.E: "e", layout.S: "s", layout.W: "w"}

// String returns the letters n, e, s and w joined by commas, as in "s,s"; "?" stands for what is no move.
func (m Moves) String() string {
	var text []byte
	for i, c := range m {
		if i > 0 {
			text = append(text, ',')
		}
		letter := "?"
		if c.Straight() {
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
