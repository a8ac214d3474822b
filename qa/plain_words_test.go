package qa_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

var (
	wordsOne   = regexp.MustCompile(`(^|[^\d.,-])1 (cells|rows|columns|steps|layers|times|holes|things|views|dots)\b`)
	wordsTwice = regexp.MustCompile(`(?i)\b(the the|a a|of of|is is|to to|in in|and and)\b`)
	wordsSmall = regexp.MustCompile(`^[a-z]{2,}\b[^(]|^a `)
	drawnLine  = regexp.MustCompile(`(?m)^( *\S)( \S)*$`) // of single characters: "# a a Z #" are marks
	wordsNoun  = regexp.MustCompile(`\ba [aeio][a-z]+`)
)

// plainItems draws questions of all levels and phrasings of a family.
func plainItems(t *testing.T, f qa.Family, n int64, look func(q qa.Instance, prompt string)) {
	t.Helper()
	for i := range n {
		f := f.At(int(i%4) + 1)
		if p, ok := f.(qa.Phrased); ok && i/4%2 == 1 {
			f = p.WithPhrasing(qa.Variant)
		}
		src := seed.NewKey(29).Named(f.Name()).At(i).Stream()
		s, err := f.Sample(src)
		if err == nil {
			var q qa.Question
			if q, err = f.Ask(s, src); err == nil {
				if q, ok := q.(qa.Instance); ok {
					look(q, string(qa.AppendPrompt(nil, s, q, q.Media()[int(i/8)%len(q.Media())])))
				}
			}
		}
		if err != nil && !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatal(err)
		}
	}
}

// TestPlainWords: no prompt and no step has slips that a person would stumble over.
func TestPlainWords(t *testing.T) {
	for _, f := range qa.Families() {
		plainItems(t, f, 160, func(q qa.Instance, prompt string) {
			steps := string(q.AppendRationale(nil))
			for _, slip := range []*regexp.Regexp{wordsOne, wordsTwice, wordsNoun} {
				if m := slip.FindString(drawnLine.ReplaceAllString(prompt+"\n"+steps, "")); m != "" {
					t.Errorf("%s says %q:\n%s\n\n%s", f.Name(), m, prompt, steps)
				}
			}
			for line := range strings.Lines(steps) {
				if wordsSmall.MatchString(line) {
					t.Errorf("%s: the step %q starts small", f.Name(), line)
				}
			}
		})
	}
}

// TestDistanceMistakes: no wrong option is told by its decimals: roots have one, all else as few as will do.
func TestDistanceMistakes(t *testing.T) {
	plainItems(t, qa.DistanceFamily{}, 400, func(q qa.Instance, prompt string) {
		root := q.(qa.Distance).Metric == layout.Euclid
		for _, wrong := range q.Mistakes() {
			if n, ok := wrong.(qa.Number); ok && (root && n.Decimals != 1 || !root && n.Decimals > 0 && n.Value%10 == 0) {
				t.Fatalf("the answer %v, the mistake %v\n%s", q.Answer(), wrong, prompt)
			}
		}
	})
}

// TestNearestOfTwo: of two things one is nearer, of more one is nearest.
func TestNearestOfTwo(t *testing.T) {
	two := 0
	plainItems(t, qa.NearestFamily{}, 400, func(q qa.Instance, prompt string) {
		if n := q.(qa.Nearest); !n.Ordered && !n.All {
			text := string(q.AppendText(nil))
			compared := strings.Contains(text, "nearer") || strings.Contains(text, "farther") || strings.Contains(text, "smaller") || strings.Contains(text, "greater ")
			if compared != (len(n.Of) == 2) {
				t.Fatal(text)
			}
			if compared {
				two++
			}
		}
	})
	if two == 0 {
		t.Error("none is of two")
	}
}

// TestUnsaid: what had to be guessed is said.
func TestUnsaid(t *testing.T) {
	tours, moved := 0, 0
	look := func(q qa.Instance, prompt string) {
		if _, ok := q.(qa.Tour); ok {
			if tours++; !strings.Contains(prompt, " in any order.") {
				t.Error(prompt)
			}
		}
		if c, ok := q.(qa.Coordinates); ok && c.Asks == qa.CoordinatesMoved {
			if moved++; !strings.Contains(prompt, " not in the way ") {
				t.Error(prompt)
			}
		}
	}
	plainItems(t, qa.PathFamily{}, 100, look)
	plainItems(t, qa.CoordinatesFamily{}, 200, look)
	if tours == 0 || moved == 0 {
		t.Errorf("%d tours, %d moves", tours, moved)
	}
}
