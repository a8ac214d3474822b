package qa

import (
	"fmt"
	"strings"
)

// Word answers a question that is answered with one of a few words or names: "left", "the oak table", "none". The zero Word is no
// answer.
type Word string

// String returns the word.
func (w Word) String() string { return string(w) }

// Equal reports whether other is the same word.
func (w Word) Equal(other Answer) bool { return other == Answer(w) }

func (Word) sealed() {}

// option is a word that may be answered, and other ways to say it, in lower case.
type option struct {
	word    string
	aliases []string
}

// optionsOf returns options without aliases; names with an article can be said without it.
func optionsOf(words ...string) []option {
	all := make([]option, len(words))
	for i, w := range words {
		all[i].word = w
		if bare, ok := strings.CutPrefix(w, "the "); ok {
			all[i].aliases = []string{bare}
		}
	}
	return all
}

// readWord reads which of the options a response gives: the option by itself, or after "it is" and the like. An option of one capital letter must be written
// so; letter case counts for no other.
func readWord(response string, options []option) (Word, error) {
	parse := func(text string) (Word, bool) { return wordOf(text, options) }
	return settle(response, parse, wordDoubt(options))
}

// wordDoubt returns what finds out why a part that is none of the options puts an answer in doubt.
func wordDoubt(options []option) func(text string, given *Word) error {
	return func(text string, given *Word) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given == nil {
			return nil
		}
		for _, o := range options {
			if namesIn(text, []string{o.word}) {
				return fmt.Errorf("%.40q comes after the answer", text)
			}
		}
		return negated(text)
	}
}

// wordOf returns the option that a text is.
func wordOf(text string, options []option) (Word, bool) {
	for range 2 {
		for _, o := range options {
			if text == o.word || len(o.word) > 1 && strings.EqualFold(text, o.word) {
				return Word(o.word), true
			}
		}
		// What one option is comes before what another may be called.
		for _, o := range options {
			for _, alias := range o.aliases {
				if strings.EqualFold(text, alias) {
					return Word(o.word), true
				}
			}
		}
		for _, before := range []string{"it is ", "it's ", "they are ", "object ", "facing ", "to the "} {
			if len(text) > len(before) && strings.EqualFold(text[:len(before)], before) {
				text = text[len(before):]
				break
			}
		}
	}
	return "", false
}
