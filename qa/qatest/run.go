package qatest

import (
	"flag"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

var (
	items  = flag.Int64("kit.items", 200, "how many instances of each family the conformance kit makes")
	wrongs = flag.Int("kit.wrongs", 25, "how many wrong answers to each it grades")
)

// Run checks a kit's items, as many as the flags -kit.items and -kit.wrongs say, a fifth with -short; and that the mean difficulty
// rises from level to level.
func Run(t *testing.T, k Kit) {
	t.Helper()
	n := *items
	if testing.Short() {
		n /= 5
	}
	var sum totals
	for i := range n {
		k.check(t, i, *wrongs, &sum)
	}
	if n >= enoughItems {
		sum.check(t, k)
		most := k.Guess
		if most == 0 {
			most = 50
		}
		if r := k.Measure(t, n); 100*r.Majority > most || 100*r.Question > most {
			t.Errorf("%s: %.0f %% of the answers are the most frequent one, and of %.0f %% a guess by the question alone is right; %.0f %% is allowed", r.Family,
				100*r.Majority, 100*r.Question, most)
		}
	}
	if d := k.difficulties(t); d[0] > 0 {
		for level := 1; level < len(d); level++ {
			if d[level] <= d[level-1] {
				t.Errorf("%s: the mean difficulties of the levels are %.2f; they must rise", k.Families[0].Name(), d)
			}
		}
	}
}

// difficulties returns the mean difficulty of questions at each level; 0 for questions about texts, which do not say it.
func (k Kit) difficulties(t *testing.T) (mean [qa.Levels]float64) {
	t.Helper()
	for level := range mean {
		counted := 0
		for i := range int64(perLevel) {
			if q, ok := k.drawOf(t, k.Families[0].At(level+1), level+1, i).Question.(qa.Instance); ok {
				mean[level] += float64(q.Difficulty())
				counted++
			}
		}
		mean[level] /= float64(max(counted, 1))
	}
	return mean
}

// enoughItems is how many items tell what a family's questions have.
const enoughItems = 200

// perLevel is how many questions of a level tell its mean difficulty.
const perLevel = 1000

// Items returns how many items the flags ask for.
func Items() int64 { return *items }
