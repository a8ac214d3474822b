package qa_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// dotFamilies are the families that this file's tests are about.
var dotFamilies = []qa.Family{qa.CoordinatesFamily{}, qa.ShapeFamily{}, qa.RotateFamily{}, qa.FoldFamily{}}

// drawDots makes a question of a family.
func drawDots(t testing.TB, f qa.Family, src seed.Source) (qa.Subject, qa.Question) {
	t.Helper()
	for range 100 {
		s, err := f.Sample(src)
		if err == nil {
			var q qa.Question
			if q, err = f.Ask(s, src); err == nil {
				return s, q
			}
		}
		if !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatal(err)
		}
	}
	t.Fatalf("%s: nothing came", f.Name())
	return qa.Subject{}, nil
}

func BenchmarkDots(b *testing.B) {
	for _, f := range dotFamilies {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s/level=%d", f.Name(), level), func(b *testing.B) {
				b.ReportAllocs()
				src := seed.NewKey(1).Stream()
				g := f.At(level)
				var dst []byte
				for range b.N {
					s, q := drawDots(b, g, src)
					dst = qa.AppendPrompt(dst[:0], s, q, q.(qa.Instance).Media()[0])
				}
			})
		}
	}
}

// TestDotDifficulty: the mean rises from level to level.
func TestDotDifficulty(t *testing.T) {
	for _, f := range dotFamilies {
		last := 0.0
		for level := 1; level <= qa.Levels; level++ {
			src := seed.NewKey(uint64(level)).Stream()
			sum := 0
			const n = 1000
			for range n {
				_, q := drawDots(t, f.At(level), src)
				sum += q.(qa.Instance).Difficulty()
			}
			mean := float64(sum) / n
			t.Logf("%s, level %d: difficulty %.1f", f.Name(), level, mean)
			if mean <= last {
				t.Errorf("%s, level %d: difficulty %.1f after %.1f", f.Name(), level, mean, last)
			}
			last = mean
		}
	}
}
