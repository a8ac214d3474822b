package describe

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// A mirror turns the words of a text into those of its mirror image. The tables are this test's own.
type mirror struct {
	pairs string // words that change places
	hour  func(int) int
	turn  func(rows, cols int) (int, int)
}

var mirrors = map[string]mirror{
	"left and right": {
		pairs: "left right lefthand righthand west east leftmost rightmost leftward rightward northwest northeast " +
			"southwest southeast",
		hour: func(h int) int { return 12 - h },
		turn: func(rows, cols int) (int, int) { return rows, -cols },
	},
	"up and down": {
		pairs: "above below over under upper lower top bottom up down north south higher lower front back " +
			"northwest southwest northeast southeast northward southward",
		hour: func(h int) int { return 18 - h },
		turn: func(rows, cols int) (int, int) { return -rows, cols },
	},
	"both": {
		pairs: "above below over under upper lower top bottom up down north south higher lower front back " +
			"left right lefthand righthand west east northwest southeast southwest northeast northward southward",
		hour: func(h int) int { return 6 + h },
		turn: func(rows, cols int) (int, int) { return -rows, -cols },
	},
}

var mirrorWord = regexp.MustCompile(`[A-Za-z]+|\d+(:\d\d)?`)

// words returns the mirror image of a text, in which all numbers but 45 are hours.
func (m mirror) words(text string) string {
	swap, words := make(map[string]string), strings.Fields(m.pairs)
	for i := 0; i < len(words); i += 2 {
		if _, known := swap[words[i]]; !known {
			swap[words[i]] = words[i+1]
		}
		if _, known := swap[words[i+1]]; !known {
			swap[words[i+1]] = words[i]
		}
	}
	text = strings.ReplaceAll(text, "over there", "OVER there")
	return mirrorWord.ReplaceAllStringFunc(text, func(word string) string {
		if word == "OVER" {
			return "over"
		}
		hour, rest, half := strings.Cut(word, ":")
		if n, err := strconv.Atoi(hour); err == nil {
			if n == 45 {
				return word
			}
			if n = ((m.hour(n)%12)+11)%12 + 1; half {
				return strconv.Itoa(n) + ":" + rest
			}
			return strconv.Itoa(n)
		}
		if other, known := swap[word]; known {
			return other
		}
		return word
	})
}

// swapNames makes each of two capital letters the other.
func swapNames(text, a, b string) string {
	return regexp.MustCompile(`\b(`+a+`|`+b+`)\b`).ReplaceAllStringFunc(text, func(name string) string {
		if name == a {
			return b
		}
		return a
	})
}

// checkMirrors reads the mirror images of a sentence about two objects, and the sentence with its names changed round:
// the facts must be turned in the same way.
func checkMirrors(t *testing.T, r *Reader, sentence string) {
	t.Helper()
	var d Description
	if err := r.Read(&d, sentence); err != nil {
		t.Error(err)
		return
	}
	names, facts := slices.Clone(d.Names), slices.Clone(d.Facts)
	for name, m := range mirrors {
		text := m.words(sentence)
		if err := r.Read(&d, text); err != nil {
			t.Errorf("mirror %s: %v", name, err)
			continue
		}
		if len(d.Facts) != len(facts) {
			t.Errorf("%q has %d facts, %q has %d", sentence, len(facts), text, len(d.Facts))
			continue
		}
		for i, f := range facts {
			f.Relation = layout.CardinalOf(m.turn(f.Relation.Signs()))
			if d.Facts[i] != f {
				t.Errorf("%q says %v, %q says %v", sentence, facts[i], text, d.Facts[i])
			}
		}
	}
	if len(names) != 2 {
		return
	}
	text := swapNames(sentence, names[0], names[1])
	if err := r.Read(&d, text); err != nil {
		t.Error(err)
		return
	}
	if d.Names[0] != names[1] || d.Names[1] != names[0] || !slices.Equal(d.Facts, facts) {
		t.Errorf("%q says %v of %v, %q says %v of %v", sentence, facts, names, text, d.Facts, d.Names)
	}
}

// TestMirrorsOfStepGame mirrors every kind of sentence of the stories.
func TestMirrorsOfStepGame(t *testing.T) {
	names := regexp.MustCompile(`\b[A-Z]\b`)
	seen := make(map[string]bool)
	r := Reader{Reading: layout.UnitStep}
	for _, story := range numberedStories(t, "stepgame/*/*.txt") {
		for _, sentence := range story.sentences {
			if kind := names.ReplaceAllString(sentence, "_"); !seen[kind] {
				seen[kind] = true
				// Articles and single letters of abbreviations are tried elsewhere.
				letters, next := make(map[string]string), "B"
				sentence = names.ReplaceAllStringFunc(sentence, func(name string) string {
					if letters[name] == "" {
						letters[name] = next
						next = string(next[0] + 1)
					}
					return letters[name]
				})
				checkMirrors(t, &r, sentence)
			}
		}
	}
	if len(seen) != 196 {
		t.Errorf("%d kinds of sentences, want 196", len(seen))
	}
}
