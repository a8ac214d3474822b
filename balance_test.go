package gridscribe_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// TestBalance holds the preset to the targets of the released corpus, for a whole corpus and for its beginnings: quotas
// balance every prefix, not only the end. That the flags counted here are true is for TestTruth.
func TestBalance(t *testing.T) {
	for _, size := range []struct {
		records int64
		points  balanceBounds
	}{
		{1000, balanceBounds{marginal: 1.5, flag: 5, label: 5, half: 4, side: 4, facts: 4}},
		{5000, balanceBounds{marginal: 0.5, flag: 1.5, label: 1, half: 1.5, side: 2, facts: 3}},
		{20_000, balanceBounds{marginal: 0.3, flag: 0.5, label: 0.5, half: 0.7, side: 1, facts: 2}},
	} {
		for _, s := range []uint64{0, 1, 12345} {
			t.Run(fmt.Sprintf("records=%d/seed=%d", size.records, s), func(t *testing.T) {
				cfg := gridscribe.Text2Space()
				cfg.Records, cfg.Seed = size.records, s
				countUp(t, cfg).check(t, size.points)
			})
		}
	}
}

// balanceBounds says how far each share may be from its target, in points; facts is in records.
type balanceBounds struct{ marginal, flag, label, half, side, facts float64 }

// shape is the part of the design that the number of facts is spread over.
type shape struct {
	objects int
	unique  bool
}

// census counts the records of a corpus.
type census struct {
	records               int
	aspects               map[layout.Aspect]int
	vocabularies          map[describe.Vocabulary]int
	objects               map[int]int
	unique, direct        map[int]int // by number of objects
	labels                map[qa.Label]int
	locatumFirst, largest int
	shapes                map[shape]int
	facts                 map[shape]map[int]int
}

func countUp(t *testing.T, cfg gridscribe.Config) *census {
	t.Helper()
	n := &census{
		aspects: make(map[layout.Aspect]int), vocabularies: make(map[describe.Vocabulary]int),
		objects: make(map[int]int), unique: make(map[int]int), direct: make(map[int]int),
		labels: make(map[qa.Label]int), shapes: make(map[shape]int), facts: make(map[shape]map[int]int),
	}
	for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		objects, facts := rec.Layout.Len(), len(rec.Plan.Facts)
		n.records++
		n.objects[objects]++
		n.aspects[rec.Direction().Aspect]++
		n.vocabularies[rec.Vocabulary]++
		n.labels[rec.Direction().Label()]++
		n.largest = max(n.largest, facts)
		if rec.Unique {
			n.unique[objects]++
		}
		if rec.Direct {
			n.direct[objects]++
		}
		if rec.Direction().Locatum < rec.Direction().Relatum {
			n.locatumFirst++
		}
		s := shape{objects, rec.Unique}
		n.shapes[s]++
		if n.facts[s] == nil {
			n.facts[s] = make(map[int]int)
		}
		n.facts[s][facts]++
	}
	return n
}

func (n *census) check(t *testing.T, b balanceBounds) {
	near := func(name string, count, of int, target, points float64) {
		t.Helper()
		if got := 100 * float64(count) / float64(of); math.Abs(got-target) > points {
			t.Errorf("%s: %d of %d, which is %.2f %%; the target is %.2f ± %.1f", name, count, of, got, target, points)
		}
	}
	for aspect := range layout.Aspect(layout.Aspects) {
		near(aspect.String(), n.aspects[aspect], n.records, 100./3, b.marginal)
		labels, points := qa.Labels(aspect), b.half
		if aspect == layout.Full {
			points = b.label
		}
		for _, label := range labels {
			near(fmt.Sprintf("%v %v", aspect, label), n.labels[label], n.aspects[aspect], 100/float64(len(labels)), points)
		}
	}
	for _, v := range describe.Vocabularies() {
		near(v.String(), n.vocabularies[v], n.records, 100./7, b.marginal)
	}
	for objects, target := range map[int]float64{2: 2.5, 3: 7.5, 4: 18, 5: 18, 6: 18, 7: 18, 8: 18} {
		near(fmt.Sprintf("%d objects", objects), n.objects[objects], n.records, target, b.marginal)
		if objects > 2 {
			near(fmt.Sprintf("%d objects, unique", objects), n.unique[objects], n.objects[objects], 50, b.flag)
			near(fmt.Sprintf("%d objects, direct", objects), n.direct[objects], n.objects[objects], 50, b.flag)
		}
	}
	near("locatum before relatum", n.locatumFirst, n.records, 50, b.side)
	if n.largest != 12 {
		t.Errorf("at most %d facts are stated, want 12", n.largest)
	}
	for s, count := range n.shapes {
		// A connected text needs objects-1 facts; an ambiguous one leaves at least one pair unstated.
		low, high := s.objects-1, s.objects*(s.objects-1)/2
		if !s.unique {
			high--
		}
		high = min(high, 12)
		even := float64(count) / float64(high-low+1)
		for facts, got := range n.facts[s] {
			if facts < low || facts > high {
				t.Errorf("%+v with %d facts: that cannot be", s, facts)
			}
			if math.Abs(float64(got)-even) > b.facts {
				t.Errorf("%+v with %d facts: %d times, an even share is %.1f", s, facts, got, even)
			}
		}
		if len(n.facts[s]) != high-low+1 {
			t.Errorf("%+v: %d numbers of facts occur, want %d to %d", s, len(n.facts[s]), low, high)
		}
	}
}
