package qa_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// BenchmarkPlan makes instances whole: sampled, asked and written.
func BenchmarkPlan(b *testing.B) {
	for _, family := range []qa.Family{qa.PathFamily{}, qa.RouteFamily{}, qa.FitFamily{}} {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s/%d", family.Name(), level), func(b *testing.B) {
				f := family.At(level)
				src := seed.NewKey(3).Stream()
				var dst []byte
				b.ReportAllocs()
				for b.Loop() {
					s, err := f.Sample(src)
					if err == nil {
						var q qa.Question
						if q, err = f.Ask(s, src); err == nil {
							dst = qa.AppendPrompt(dst[:0], s, q, qa.AsDrawing)
						}
					}
					if err != nil && !errors.Is(err, qa.ErrUnsuitable) {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
