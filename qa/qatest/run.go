package qatest

import (
	"flag"
	"testing"
)

var (
	items  = flag.Int64("kit.items", 300, "how many instances of each family the conformance kit makes")
	wrongs = flag.Int("kit.wrongs", 50, "how many wrong answers to each it grades")
)

// Run checks a kit's items, as many as the flags -kit.items and -kit.wrongs say; a fifth with -short.
func Run(t *testing.T, k Kit) {
	t.Helper()
	n := *items
	if testing.Short() {
		n /= 5
	}
	for i := range n {
		k.Check(t, i, *wrongs)
	}
}
