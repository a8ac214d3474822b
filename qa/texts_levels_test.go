package qa_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// textItem makes item i of a family that asks about texts.
func textItem(t testing.TB, f qa.Family, i int64) (qa.Subject, qa.Question) {
	src := seed.NewKey(21).Named(f.Name()).At(i).Stream()
	for range 50 {
		s, err := f.Sample(src)
		if err != nil {
			t.Fatal(err)
		}
		q, err := f.Ask(s, src)
		if err == nil {
			return s, q
		}
		if !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatal(err)
		}
	}
	t.Fatalf("%s, item %d: nothing to ask", f.Name(), i)
	return qa.Subject{}, nil
}

// TestTextLevels: answers that facts prove need more of them from level to level; there is more to read, too.
func TestTextLevels(t *testing.T) {
	const items = 600
	for _, f := range []qa.Family{qa.DirectionFamily{}, qa.MultihopFamily{}, qa.ChooseFamily{}, qa.TruthFamily{}, qa.PossibleFamily{}, qa.ArrangeFamily{}} {
		hops, facts := 0.0, 0.0
		for level := 1; level <= qa.Levels; level++ {
			sum, proved, read, grids := 0, 0, 0, 0
			answers := map[string]int{}
			for i := range int64(items) {
				s, q := textItem(t, f.At(level), i)
				if read += len(s.Facts); q.Hops() > 0 {
					sum, proved = sum+q.Hops(), proved+1
				}
				if s.World.Bounded() {
					grids++
				}
				answers[q.Answer().String()]++
			}
			mean, length := float64(sum)/float64(proved), float64(read)/items
			t.Logf("%s, level %d: %.2f hops of %.1f facts, %d of %d on a grid with an end", f.Name(), level, mean, length, grids, items)
			if mean <= hops || length <= facts {
				t.Errorf("%s, level %d: %.2f hops of %.1f facts; %.2f of %.1f before", f.Name(), level, mean, length, hops, facts)
			}
			hops, facts = mean, length
			switch f.Name() {
			case "truth":
				for _, a := range []string{"yes", "no", "cannot be determined"} {
					if n := answers[a]; n < items/4 || n > items*42/100 {
						t.Errorf("truth, level %d: %q comes %d times in %d", level, a, n, items)
					}
				}
			case "multihop":
				for _, a := range textLabels[""] {
					if n := answers[a]; n < items/20 || n > items/5 {
						t.Errorf("multihop, level %d: %q comes %d times in %d", level, a, n, items)
					}
				}
			}
		}
	}
}

// TestTextNames: names tell nothing of what is where: of two objects the one that comes first in the alphabet is as often the higher.
func TestTextNames(t *testing.T) {
	const items = 2000
	higher, first := 0, 0
	for i := range int64(items) {
		s, q := textItem(t, qa.MultihopFamily{}.At(2), i)
		d := q.(qa.Multihop)
		if strings.Compare(d.Names[d.Locatum], d.Names[d.Relatum]) < 0 {
			first++
		}
		a, b := s.Layout.Entities[0], s.Layout.Entities[1]
		if (a.Name < b.Name) == (a.At.Row < b.At.Row) {
			higher++
		}
	}
	for what, n := range map[string]int{"the first in the alphabet is located": first, "the first in the alphabet is higher": higher} {
		if n < items*46/100 || n > items*54/100 {
			t.Errorf("%s %d times in %d", what, n, items)
		}
	}
}

func TestTextKnobs(t *testing.T) {
	for _, f := range []qa.Family{
		qa.DirectionFamily{Texts: qa.Texts{Objects: 1}}, qa.MultihopFamily{Texts: qa.Texts{Objects: 13}}, qa.ChooseFamily{Texts: qa.Texts{Facts: -1}},
		qa.TruthFamily{Texts: qa.Texts{Facts: 13}}, qa.PossibleFamily{Texts: qa.Texts{Objects: 7, Grid: true}}, qa.ArrangeFamily{Texts: qa.Texts{Objects: -1}},
	} {
		err := f.Validate()
		if err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") || !strings.Contains(err.Error(), "allowed") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v is sampled: %v", f, err)
		}
	}
	if _, err := (qa.MultihopFamily{Hops: 1000}).Sample(seed.NewKey(1).Stream()); err == nil {
		t.Error("a thousand hops are sampled")
	}
}

func BenchmarkTextFamilies(b *testing.B) {
	for _, f := range []qa.Family{qa.DirectionFamily{}, qa.MultihopFamily{}, qa.ChooseFamily{}, qa.TruthFamily{}, qa.PossibleFamily{}, qa.ArrangeFamily{}} {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(f.Name()+"/"+string(rune('0'+level)), func(b *testing.B) {
				b.ReportAllocs()
				f, src := f.At(level), seed.NewKey(5).Stream()
				var buf []byte
				for range b.N {
					s, err := f.Sample(src)
					if err != nil {
						b.Fatal(err)
					}
					if q, err := f.Ask(s, src); err == nil {
						buf = qa.AppendPrompt(buf[:0], s, q, qa.AsText)
					}
				}
			})
		}
	}
}
