package qa_test

import (
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// BenchmarkChart samples, asks and puts a prompt.
func BenchmarkChart(b *testing.B) {
	for _, f := range []qa.Family{qa.LocateFamily{}, qa.CountFamily{}, qa.DistanceFamily{}, qa.NearestFamily{}} {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s/%d", f.Name(), level), func(b *testing.B) {
				f := f.At(level)
				key := seed.NewKey(1)
				var src seed.Stream
				var dst []byte
				b.ReportAllocs()
				failed := 0
				for i := range b.N {
					src.Reset(key.At(int64(i)))
					s, err := f.Sample(&src)
					if err != nil {
						b.Fatal(err)
					}
					q, err := f.Ask(s, &src)
					if err != nil {
						failed++
						continue
					}
					dst = qa.AppendPrompt(dst[:0], s, q, qa.Medium(i%3))
				}
				b.ReportMetric(float64(failed)/float64(b.N), "failed/op")
			})
		}
	}
}
