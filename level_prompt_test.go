package gridscribe_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// TestLevelPrompts: drawings and descriptions are asked for of texts and of maps, and their prompts say how a drawing
// is written and what the sentences of a description mean, and end there.
func TestLevelPrompts(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Families = gridscribe.FamilyWeights{{Family: "draw", Weight: 1}, {Family: "describe", Weight: 1}}
	cfg.Records = 200
	seen := make(map[string]int)
	for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		prompt := string(rec.AppendPrompt(nil))
		said, sort := "", rec.Question.Family()
		switch {
		case rec.Subject().Map != nil:
			sort += " a map"
		case sort == "draw":
			said = " blank"
		default:
			said = "in the same column"
		}
		seen[sort]++
		if !strings.Contains(prompt, said) || strings.TrimRight(prompt, " \n") != prompt {
			t.Fatalf("%s: the prompt\n%q\ndoes not say %q, or ends in a blank", sort, prompt, said)
		}
	}
	for _, sort := range []string{"draw", "describe", "draw a map", "describe a map"} {
		if seen[sort] < 25 {
			t.Errorf("%s: %d of %d records", sort, seen[sort], cfg.Records)
		}
	}
}
