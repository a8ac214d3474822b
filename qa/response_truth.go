package qa

import (
	"fmt"
	"strings"
)

// readTruth reads the truth value that a response gives. Words in spare are no hedges.
func readTruth(response string, spare ...string) (TruthValue, error) {
	parse := func(text string) (TruthValue, bool) { return truthOf(text, spare) }
	return settle(response, parse, func(text string, given *TruthValue) error {
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
		if given != nil && *given == Yes {
			return negated(text)
		}
		return nil
	})
}

// truthOf returns the truth value that a sentence starts with, if nothing in the rest of it is against that.
func truthOf(text string, spare []string) (TruthValue, bool) {
	lower := strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	for _, p := range truthPhrases {
		rest, ok := strings.CutPrefix(lower, p.text)
		if !ok || rest != "" && !strings.ContainsRune(" ,:-(*\"`–—", []rune(rest)[0]) {
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
			switch word {
			case "yes", "no", "true", "unknown", "determined", "undetermined", "false":
				return 0, false
			}
		}
		if hedged(rest, spare...) != nil || p.value == Yes && negated(rest) != nil {
			return 0, false
		}
		return p.value, true
	}
	return 0, false
}
