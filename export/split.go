package export

import (
	"fmt"
	"regexp"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// Split is a named part of a corpus and its weight. A record's split follows from what its form shows: from the stated
// facts, whatever is asked about them, or from the drawing, where the form shows no text. So no text, or no drawing,
// stands in two splits, under whatever names, wording, order or symmetry. That is said of what is shown, not of answers: there are
// few drawings of few objects, and one that is drawn as an answer in train may be shown in test, to be described. Sizes are
// therefore near their shares but not exact, and of two or three objects there are so few layouts that they may miss from a
// small split. Chains of one unit step have two texts in this sense, straight and diagonal, those of two steps eight, those of
// three 42: with [DefaultSplits] a test split has none of one or two hops, whatever the seed, and stories of bAbI 17, which
// have two texts, leave a split empty. For equal hops in all, write corpora of one split each, which then share texts.
// Rows of ViewText2Space go by their facts; to train on their drawings alone, use the forms that show nothing else.
type Split struct {
	Name   string `json:"name"`   // letters, digits and underscores
	Weight int    `json:"weight"` // 1 or more
}

// DefaultSplits returns 80 % train, 10 % validation and 10 % test.
func DefaultSplits() []Split {
	return []Split{{"train", 8}, {"validation", 1}, {"test", 1}}
}

// splitName is what data set readers take for the name of a split.
var splitName = regexp.MustCompile(`^\w+$`)

func validateSplits(splits []Split) error {
	seen := make(map[string]bool)
	for _, s := range splits {
		switch {
		case !splitName.MatchString(s.Name):
			return fmt.Errorf("export: split %q; letters, digits and underscores are allowed", s.Name)
		case seen[s.Name]:
			return fmt.Errorf("export: split %q stands twice", s.Name)
		case s.Weight < 1 || s.Weight > 1_000_000:
			return fmt.Errorf("export: split %q has weight %d; 1 to 1000000 are allowed", s.Name, s.Weight)
		}
		seen[s.Name] = true
	}
	if len(splits) == 0 {
		return fmt.Errorf("export: no splits; at least one is needed")
	}
	return nil
}

// fingerprint returns what the split of a record goes by.
func (f Form) fingerprint(rec *gridscribe.Record) uint64 {
	_, toDescribe := rec.Question.(qa.Describe) // which shows a drawing alone, whatever the form
	if toDescribe || rec.Instance() == nil && (f == FormDescribe || f == FormRead) {
		return rec.Layout.Fingerprint()
	}
	return rec.TextFingerprint()
}

// splitOf returns the index of the split to which a fingerprint belongs.
func splitOf(splits []Split, fingerprint uint64) int {
	total := 0
	for _, s := range splits {
		total += s.Weight
	}
	at := int(fingerprint % uint64(total))
	for i, s := range splits {
		if at -= s.Weight; at < 0 {
			return i
		}
	}
	return len(splits) - 1
}

// largestSplit returns the largest weight of a split and the sum of all.
func largestSplit(splits []Split) (weight, total int) {
	for _, s := range splits {
		total += s.Weight
		weight = max(weight, s.Weight)
	}
	return weight, total
}
