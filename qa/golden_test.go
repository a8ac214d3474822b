package qa_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

var update = flag.Bool("update", false, "write the golden files anew")

// goldenFamilies are the families of the group Relate with their knobs turned.
var goldenFamilies = []struct {
	file string
	ask  []qa.Family
}{
	{"direction", []qa.Family{
		qa.DirectionFamily{}, qa.DirectionFamily{Phrasing: qa.Variant}, qa.DirectionFamily{Phrasing: qa.Benchmark},
	}},
	{"multihop", []qa.Family{
		qa.MultihopFamily{}, qa.MultihopFamily{Hops: 2}, qa.MultihopFamily{Aspect: layout.Vertical, Phrasing: qa.Variant},
	}},
	{"choose", []qa.Family{
		qa.ChooseFamily{}, qa.ChooseFamily{Phrasing: qa.Variant}, qa.ChooseFamily{Options: 3},
		qa.ChooseFamily{Phrasing: qa.Benchmark, Claims: qa.SideClaims, Polarity: qa.Positive},
	}},
	{"truth", []qa.Family{
		qa.TruthFamily{}, qa.TruthFamily{Phrasing: qa.Variant}, qa.TruthFamily{Closed: true},
		qa.TruthFamily{Closed: true, Claims: qa.SideClaims, Phrasing: qa.Benchmark},
	}},
	{"possible", []qa.Family{
		qa.PossibleFamily{Form: qa.Could}, qa.PossibleFamily{Form: qa.Which}, qa.PossibleFamily{Phrasing: qa.Variant},
	}},
	{"arrange", []qa.Family{
		qa.ArrangeFamily{}, qa.ArrangeFamily{Arrangement: qa.Between}, qa.ArrangeFamily{Phrasing: qa.Variant},
	}},
}

// goldenSubject returns one of a few texts: ambiguous ones of the sampler in several readings.
func goldenSubject(t *testing.T, k int) qa.Subject {
	t.Helper()
	src := seed.NewKey(uint64(k)).Named("golden").Stream()
	var sampler layout.Sampler
	facts, err := sampler.Sample(layout.Spec{Objects: 5, Facts: 5, Answer: layout.NW}, src)
	if err != nil {
		t.Fatal(err)
	}
	var plan describe.Plan
	plan.Arrange(facts, src)
	s := qa.Subject{Facts: plan.Facts, World: []layout.World{{}, {Rows: 4, Cols: 4}, {Sharing: true}}[k%3]}
	net, err := layout.NewNetwork(5, layout.World{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range s.Facts {
		if s.World.Sharing {
			s.Facts[i].Reading = layout.HalfPlane
		}
		if err := net.Add(s.Facts[i]); err != nil {
			t.Fatal(err)
		}
	}
	s.Layout = layoutOf(layout.Names(5), net.Realise(nil))
	return s
}

// TestGoldens prints ten questions of each family, for people to read and to answer.
func TestGoldens(t *testing.T) {
	for _, g := range goldenFamilies {
		t.Run(g.file, func(t *testing.T) {
			var out []byte
			for k, asked := 0, 0; asked < 10; k++ {
				if k == 100 {
					t.Fatal("no ten questions")
				}
				s := goldenSubject(t, k)
				q, err := g.ask[k%len(g.ask)].Ask(s, seed.NewKey(uint64(k)).Stream())
				if err != nil {
					continue
				}
				asked++
				plan := describe.Plan{Facts: s.Facts}
				out = fmt.Appendf(out, "%v %+v: ", s.Reading(), s.World)
				out = append(plan.Append(out, nil, s.Layout.Names()), '\n')
				out = append(q.AppendText(out), ' ')
				out = append(q.AppendFormat(out), '\n')
				out = fmt.Appendf(out, "%v (hops: %d)\n\n", q.Answer(), q.Hops())
			}
			file := filepath.Join("testdata", g.file+".golden")
			if *update {
				if err := os.WriteFile(file, out, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(out)); diff != "" {
				t.Errorf("(-golden +now) run with -update to write it anew:\n%s", diff)
			}
		})
	}
}
