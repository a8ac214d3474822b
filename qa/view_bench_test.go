package qa_test

import (
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// BenchmarkView samples, asks and writes a prompt, at each level.
func BenchmarkView(b *testing.B) {
	for _, f := range []qa.Family{qa.EgocentricFamily{}, qa.VisibleFamily{}, qa.PoseFamily{}} {
		for level := 1; level <= qa.Levels; level++ {
			f := f.At(level)
			b.Run(fmt.Sprintf("%s/%d", f.Name(), level), func(b *testing.B) {
				b.ReportAllocs()
				var dst []byte
				key := seed.NewKey(3)
				failed := 0
				for i := range int64(b.N) {
					src := key.At(i).Stream()
					s, err := f.Sample(src)
					if err != nil {
						b.Fatal(err)
					}
					q, err := f.Ask(s, src)
					if err != nil {
						failed++
						continue
					}
					dst = qa.AppendPrompt(dst[:0], s, q, q.(qa.Instance).Media()[i%3])
				}
				b.ReportMetric(float64(failed)/float64(b.N), "failed/op")
			})
		}
	}
}
