package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestMapsMixed: at every level draw and describe ask about texts and about maps, each in half of the questions, and about maps alone where
// that is what the knobs say; maps in the phrasing that is asked for.
func TestMapsMixed(t *testing.T) {
	const n = 400
	for _, f := range []qa.Family{qa.DrawFamily{}, qa.DescribeFamily{}} {
		for level := 1; level <= qa.Levels; level++ {
			at, ok := f.At(level).(qa.Phrased)
			if !ok {
				t.Fatalf("%s has no phrasings", f.Name())
			}
			if mapped := countMapped(t, at.WithPhrasing(qa.Variant), n, "this map", "Say all"); mapped < n*2/5 || mapped > n*3/5 {
				t.Errorf("%s, level %d: %d of %d are about maps", f.Name(), level, mapped, n)
			}
		}
		if mapped := countMapped(t, f, 50); mapped != 0 {
			t.Errorf("%s: %d of 50 are about maps by default", f.Name(), mapped)
		}
	}
	for _, f := range []qa.Family{qa.DrawFamily{Maps: qa.Maps{On: true}}, qa.DescribeFamily{Maps: qa.Maps{On: true}}} {
		if mapped := countMapped(t, f.At(2), 50, "Draw the map", "Describe the map"); mapped != 50 {
			t.Errorf("%s: %d of 50 are about maps, which alone were asked for", f.Name(), mapped)
		}
	}
}

// countMapped counts what is asked about maps, in words of which some must be among those given.
func countMapped(t *testing.T, f qa.Family, n int64, words ...string) (mapped int) {
	t.Helper()
	for i := range n {
		src := seed.NewKey(5).Named(f.Name()).At(i).Stream()
		s, err := f.Sample(src)
		if err != nil {
			t.Fatal(err)
		}
		q, err := f.Ask(s, src)
		if err != nil {
			t.Fatal(err)
		}
		if s.Map == nil {
			continue
		}
		mapped++
		said := false
		for _, w := range words {
			said = said || strings.Contains(string(q.AppendText(nil)), w)
		}
		if !said {
			t.Fatalf("%q has none of %q", q.AppendText(nil), words)
		}
	}
	return mapped
}
