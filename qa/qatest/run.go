package qatest

import (
	"flag"
	"testing"
)

var (
	items  = flag.Int64("kit.items", 300, "how many instances of each family the conformance kit makes")
	wrongs = flag.Int("kit.wrongs", 50, "how many wrong answers to each it grades")
)

// Run checks a kit's items, as many as the flags -kit.items and -kit.wrongs say, a fifth with -short; and that the mean difficulty
// rises from level to level.
func Run(t *testing.T, k Kit) {
	t.Helper()
	n := *items
	if testing.Short() {
		n /= 5
	}
	for i := range n {
		k.Check(t, i, *wrongs)
	}
	if n < enoughItems {
		return
	}
	r := k.Measure(t, n)
	for level := 1; level < len(r.Difficulty); level++ {
		if d := r.Difficulty; d[0] > 0 && d[level] <= d[level-1] {
			t.Errorf("%s: the mean difficulties of the levels are %.2f; they must rise", r.Family, d)
		}
	}
}

// Items returns how many items the flags ask for.
func Items() int64 { return *items }

// enoughItems is how many items it takes until means tell.
const enoughItems = 200
