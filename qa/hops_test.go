package qa_test

import (
	"errors"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestSampledHops: problems that the sampler made to need so many facts are asked by the families as what they are.
func TestSampledHops(t *testing.T) {
	var sampler layout.HopSampler
	var p layout.HopProblem
	src := seed.NewKey(5).Stream()
	asked := make(map[layout.Reading]int)
	for round := range 600 {
		spec := layout.HopSpec{
			Hops: 1 + round%10, Reading: layout.Reading(round % 3), Aspect: layout.Aspect(round / 3 % layout.Aspects),
			Answer: layout.Cardinal(src.Intn(layout.Cardinals)), World: layout.World{Sharing: round%2 == 0},
		}
		spec.Answer = spec.Answer.Project(spec.Aspect)
		spec.Distractors = [layout.DistractorKinds]int{layout.Branch: src.Intn(3), layout.Redundant: src.Intn(2), layout.Disconnected: src.Intn(2)}
		if err := sampler.Sample(&p, spec, src); errors.Is(err, layout.ErrInfeasible) {
			continue
		} else if err != nil {
			t.Fatalf("%+v: %v", spec, err)
		}
		asked[spec.Reading]++
		s := qa.Subject{World: spec.World, Facts: p.Facts, Layout: layoutOf(layout.Names(p.Objects), p.Cells)}

		// The pair itself needs so many facts, so that there is a question that does.
		q, err := qa.MultihopFamily{Hops: spec.Hops, Aspect: spec.Aspect}.Ask(s, src)
		if err != nil {
			t.Fatalf("%+v: %v", spec, err)
		}
		if q.Hops() != spec.Hops || !q.Verify(q.Answer().String()).Correct {
			t.Errorf("%+v: %s %v needs %d facts", spec, q.AppendText(nil), q.Answer(), q.Hops())
		}
		net, err := layout.NewNetwork(p.Objects, spec.World)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range p.Facts {
			if err := net.Add(f); err != nil {
				t.Fatalf("%+v: %v", spec, err)
			}
		}
		own := qa.Direction{
			Names: namesOf(s.Layout), Locatum: p.Locatum, Relatum: p.Relatum, Aspect: spec.Aspect, Relation: p.Answer,
			Sharing: spec.World.Sharing,
		}
		if c, ok := net.Entails(p.Locatum, p.Relatum, spec.Aspect); !ok || c != p.Answer || !own.Verify(own.Answer().String()).Correct {
			t.Errorf("%+v: the answer %v is %v, %t", spec, p.Answer, c, ok)
		}
		if proof, _ := net.Prove(p.Locatum, p.Relatum, spec.Aspect); proof.Hops() != spec.Hops {
			t.Errorf("%+v: %d facts prove the answer", spec, proof.Hops())
		}

		// Whether the answer holds needs as many facts as what it is.
		if spec.Aspect == layout.Full && p.Answer != layout.EQ && spec.Reading != layout.HalfPlane {
			claim := layout.Fact{Locatum: p.Locatum, Relatum: p.Relatum, Relation: p.Answer}
			if q := qa.NewTruth(net, own.Names, claim, false); q.Value != qa.Yes || q.Hops() != spec.Hops {
				t.Errorf("%+v: %s %v, by %d facts", spec, q.AppendText(nil), q.Value, q.Hops())
			}
		}
		for _, f := range []qa.Family{qa.TruthFamily{}, qa.TruthFamily{Claims: qa.WholeClaims}, qa.PossibleFamily{}, qa.DirectionFamily{}} {
			if p.Objects > 8 {
				break
			}
			q, err := f.Ask(s, src)
			if err != nil {
				t.Fatalf("%+v: %s: %v", spec, f.Name(), err)
			}
			if v := q.Verify(q.Answer().String()); !v.Correct {
				t.Errorf("%+v: %s %v: %s", spec, q.AppendText(nil), q.Answer(), v.Reason)
			}
		}
	}
	for r := layout.Aligned; r <= layout.UnitStep; r++ {
		if asked[r] < 30 {
			t.Errorf("%d problems in the reading %v", asked[r], r)
		}
	}
}
