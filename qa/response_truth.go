package qa

import (
	"fmt"
	"strings"
)

// readTruth reads the truth value that a response gives. Words in spare are no hedges. It is not what the response says
// when contrary reports that something after it says otherwise; contrary may be nil.
func readTruth(response string, contrary func(v TruthValue, rest string) bool, spare ...string) (TruthValue, error) {
	parse := func(text string) (TruthValue, bool) { return truthOf(text, contrary, spare) }
	return settle(response, parse, func(text string, given *TruthValue) error {
		if given != nil && *given == Unknown {
			spare = truthOpen
		}
		if err := hedged(text, spare...); err != nil {
			return err
		}
		words := wordsOf(text)
		for i, word := range words {
			switch word {
			case "yes", "no":
				if word == "yes" || i == 0 || i == len(words)-1 {
					return fmt.Errorf("%.40q is not clear", text)
				}
			case "true", "unknown", "undetermined", "determined", "indeterminate", "insufficient":
				return fmt.Errorf("%.40q is not clear", text)
			}
		}
		if given != nil && *given == Yes && negated(text) != nil {
			return negated(text)
		}
		if given != nil && contrary != nil && contrary(*given, text) {
			return fmt.Errorf("%.40q is not what %q says", text, *given)
		}
		return nil
	})
}

// truthOf returns the truth value that a sentence starts with, if nothing in the rest of it is against that.
func truthOf(text string, contrary func(v TruthValue, rest string) bool, spare []string) (TruthValue, bool) {
	text = strings.ReplaceAll(text, "’", "'")
	for _, p := range truthPhrases {
		if len(text) < len(p.text) || !strings.EqualFold(text[:len(p.text)], p.text) {
			continue
		}
		rest := text[len(p.text):]
		if rest != "" && !strings.ContainsRune(" ,:-(*\"`–—", []rune(rest)[0]) {
			continue
		}
		words := wordsOf(rest)
		if len(words) > 0 && rest[0] == ' ' && p.value != Yes && !truthGoesOn[words[0]] && !strings.ContainsRune("-–—(", []rune(rest[1:])[0]) {
			return 0, false
		}
		if strings.HasPrefix(rest, "-") && !strings.HasPrefix(rest, "- ") {
			return 0, false // "no-one"
		}
		for _, word := range words {
			if truthUndone[word] {
				return 0, false
			}
		}
		if p.value == Unknown {
			spare = truthOpen
		}
		if hedged(rest, spare...) != nil || p.value == Yes && negated(rest) != nil || p.value == No && affirms(words) {
			return 0, false
		}
		if contrary != nil && contrary(p.value, rest) {
			return 0, false
		}
		return p.value, true
	}
	return 0, false
}

// affirms reports whether words take back a no: "it is", "it can", "it is impossible to say".
func affirms(words []string) bool {
	if len(words) == 2 && (words[0] == "it" || words[0] == "they") {
		switch words[1] {
		case "is", "are", "can", "could", "does", "may", "might":
			return true
		}
	}
	for i, word := range words {
		if word == "impossible" && i+1 < len(words) && words[i+1] == "to" {
			return true
		}
	}
	return false
}
