package layout_test

import (
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// hopBenchSpecs are the readings and worlds that are measured, with an answer that all of them have.
var hopBenchSpecs = []struct {
	name string
	spec layout.HopSpec
}{
	{"stepgame", layout.HopSpec{Reading: layout.UnitStep, World: layout.World{Sharing: true}, Answer: layout.NE}},
	{"apart", layout.HopSpec{Reading: layout.UnitStep, Answer: layout.NE}},
	{"aligned", layout.HopSpec{Reading: layout.Aligned, Answer: layout.NE}},
	{"half-plane", layout.HopSpec{Reading: layout.HalfPlane, Aspect: layout.Vertical, Answer: layout.N}},
}

// BenchmarkHopSample makes problems alone and with three facts of every kind of distractor.
func BenchmarkHopSample(b *testing.B) {
	for _, test := range hopBenchSpecs {
		for _, k := range []int{1, 5, 10} {
			for _, noise := range []int{0, 3} {
				spec := test.spec
				spec.Hops = k
				name := fmt.Sprintf("%s/k=%d", test.name, k)
				if noise > 0 {
					spec.Distractors = [layout.DistractorKinds]int{0, noise, noise, noise, noise}
					name += "/distractors"
				}
				b.Run(name, func(b *testing.B) { benchHops(b, func(int) layout.HopSpec { return spec }) })
			}
		}
	}
}

// BenchmarkHopSampleMean makes StepGame's problems: k from 1 to 10 and the answers in turn.
func BenchmarkHopSampleMean(b *testing.B) {
	benchHops(b, func(i int) layout.HopSpec {
		spec := layout.HopSpec{Hops: 1 + i%10, Reading: layout.UnitStep, World: layout.World{Sharing: true}}
		spec.Answer = layout.Cardinal(i / 10 % 9)
		if spec.Hops == 1 && spec.Answer == layout.EQ {
			spec.Answer = layout.N
		}
		return spec
	})
}

func benchHops(b *testing.B, spec func(i int) layout.HopSpec) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	src := seed.NewKey(7).Stream()
	run := func(i int) {
		if err := sampler.Sample(&problem, spec(i), src); err != nil {
			b.Fatal(err)
		}
	}
	for i := range 1000 {
		run(i)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		run(i)
	}
}
