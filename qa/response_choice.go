package qa

import (
	"fmt"
	"slices"
	"strings"
)

// choiceReader reads which of the options a response chooses.
type choiceReader struct {
	options    []string
	predicates []string // what may follow "is" after an answer
	negated    bool     // a predicate follows "is not"
}

func (r *choiceReader) read(response string) (Choice, error) {
	if text := strings.TrimSpace(response); slices.Contains(r.options, text) {
		return Choice{Names: []string{text}, Options: len(r.options)}, nil
	}
	return settle(response, r.parse, func(text string, given *Choice) error {
		if err := hedged(text); err != nil {
			return err
		}
		if err := negated(text); err != nil {
			return err
		}
		if given != nil && namesIn(text, r.options) {
			return fmt.Errorf("%.40q comes after the answer", text)
		}
		for _, word := range wordsOf(text) {
			switch word {
			case "both", "none", "all":
				return fmt.Errorf("%.40q is not clear", text)
			}
		}
		return nil
	})
}

// parse returns the choice that a sentence is.
func (r *choiceReader) parse(text string) (Choice, bool) {
	text = r.bare(text)
	chosen := make([]bool, len(r.options))
	rest, ok := r.list(text, chosen)
	if !ok || !r.end(rest) {
		return Choice{}, false
	}
	c := Choice{Options: len(r.options)}
	for i, name := range r.options {
		if chosen[i] {
			c.Names = append(c.Names, name)
		}
	}
	return c, true
}

// bare returns a sentence without brackets around it, and without "it is" before a name.
func (r *choiceReader) bare(text string) string {
	for _, pair := range []string{"()", "[]", "{}"} {
		if n, _ := namedAt(text, r.options); n < 0 && len(text) > 2 && text[0] == pair[0] && text[len(text)-1] == pair[1] {
			text = strings.TrimSpace(text[1 : len(text)-1])
		}
	}
	for _, before := range []string{"it is ", "it's ", "they are ", "object ", "objects ", "the object is ", "the objects are "} {
		if n, _ := namedAt(text, r.options); n < 0 && len(text) > len(before) && strings.EqualFold(text[:len(before)], before) {
			text = text[len(before):]
		}
	}
	return text
}

// list reads a list at the start of a text into chosen and returns what follows it.
func (r *choiceReader) list(text string, chosen []bool) (rest string, ok bool) {
	word, after := firstWord(text)
	if n, _ := namedAt(text, r.options); n >= 0 {
		word = "" // an object called so
	}
	switch word {
	case "both":
		if len(r.options) == 2 {
			if rest, ok := r.names(after, make([]bool, 2), 2); ok {
				text, after = "", rest
			}
			chosen[0], chosen[1] = true, true
			return strings.TrimPrefix(after, " of them"), true
		}
		return r.names(after, chosen, 2)
	case "neither":
		if rest, ok := r.names(after, make([]bool, len(r.options)), len(r.options)); ok {
			return rest, true
		}
		return cutAny(after, " of them", " of these", " of the two", " one"), true
	case "none":
		return cutAny(after, " of them", " of these"), true
	case "all":
		for i := range chosen {
			chosen[i] = true
		}
		return cutAny(after, " of them", " of these"), true
	case "only", "just":
		text = strings.TrimSpace(after)
	}
	return r.names(text, chosen, 0)
}

// names reads names joined by commas, "and" and "nor". There must be so many of them, or any number where want is 0.
func (r *choiceReader) names(text string, chosen []bool, want int) (rest string, ok bool) {
	text = strings.TrimLeft(text, " ")
	for count := 1; ; count++ {
		n, after := namedAt(text, r.options)
		if n < 0 || chosen[n] {
			return "", false
		}
		chosen[n] = true
		next, joined := cutJoin(after)
		if !joined {
			return after, want == 0 || want == count
		}
		if n, _ := namedAt(next, r.options); n < 0 {
			return after, want == 0 || want == count
		}
		text = next
	}
}

// cutJoin cuts what joins two names of a list.
func cutJoin(text string) (rest string, ok bool) {
	for _, join := range []string{", and ", ", ", " and ", " & ", " nor ", ","} {
		if rest, ok := strings.CutPrefix(text, join); ok {
			return strings.TrimLeft(rest, " "), true
		}
	}
	return text, false
}

// end reports whether what follows a list may follow it: nothing, the question's own words or a reason.
func (r *choiceReader) end(rest string) bool {
	if rest == "" {
		return true
	}
	word, after := firstWord(rest)
	switch word {
	case "only", "alone":
		return after == ""
	case "is", "are", "lies", "lie":
		after = strings.TrimSpace(after)
		if after == "" && !r.negated && (word == "is" || word == "are") {
			return true
		}
		if r.negated {
			cut, ok := strings.CutPrefix(after, "not ")
			if !ok {
				return false
			}
			after = cut
		}
		return slices.Contains(r.predicates, after)
	}
	return becauseWords[word] && hedged(after) == nil && negated(after) == nil && !namesIn(after, r.options)
}

// firstWord returns the first word of a text in lower case, and what follows it.
func firstWord(text string) (word, rest string) {
	text = strings.TrimLeft(text, " ,")
	end := strings.IndexAny(text, " ,:")
	if end < 0 {
		end = len(text)
	}
	return strings.ToLower(text[:end]), text[end:]
}

func cutAny(text string, prefixes ...string) string {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(text, p); ok {
			return rest
		}
	}
	return text
}
