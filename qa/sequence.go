package qa

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Sequence answers a question for names or words in order. The zero Sequence is empty, which says "none".
type Sequence []string

// String returns the names joined by ", "; "none" for an empty sequence.
func (s Sequence) String() string {
	if len(s) == 0 {
		return "none"
	}
	return strings.Join(s, ", ")
}

// Equal reports whether other has the same names in the same order.
func (s Sequence) Equal(other Answer) bool {
	o, ok := other.(Sequence)
	return ok && slices.Equal(s, o)
}

func (Sequence) sealed() {}

// readSequence reads the names that a response lists, joined by commas, arrows, "then" or "and". A name may stand more than once. The longest
// name counts, so that "the oak table" is not "the oak".
func readSequence(response string, names []string) (Sequence, error) {
	parse := func(text string) (Sequence, bool) { return sequenceOf(text, names) }
	return settle(response, parse, func(text string, given *Sequence) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil && namesIn(text, names) {
			return fmt.Errorf("%.40q comes after the answer", text)
		}
		return nil
	})
}

func sequenceOf(text string, names []string) (Sequence, bool) {
	if strings.EqualFold(text, "none") {
		return Sequence{}, true
	}
	longest := 0
	for _, name := range names {
		longest = max(longest, len(name))
	}
	var given Sequence
	for {
		n, rest := namedAt(text, names)
		if n < 0 {
			// Only as much of the text is copied as a name may be long, and what ends it.
			head := text[:min(len(text), longest+utf8.UTFMax)]
			if n, rest = namedAt("the "+head, names); n < 0 {
				return nil, false
			}
			rest = text[len(head)-len(rest):]
		}
		given = append(given, names[n])
		if rest == "" {
			return given, true
		}
		joined := false
		for _, join := range []string{", and then ", ", then ", ", and ", " and then ", " then ", " and ", " -> ", "->", " → ", "→", " - ", ", ", ","} {
			if after, ok := strings.CutPrefix(rest, join); ok {
				text, joined = after, true
				break
			}
		}
		if !joined {
			return nil, false
		}
	}
}
