package gridscribe_test

import (
	"context"
	"flag"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
)

var exactRecords = flag.Int64("exact.records", 4000, "how many records of a preset TestEqualFingerprintsAreEqualProblems compares")

// graph holds the facts of a puzzle by pair: what is stated of a, seen from b; unstated where nothing is.
type graph [][]layout.Cardinal

const unstated = layout.Cardinal(layout.Cardinals)

func (p puzzle) graph(symmetry int) graph {
	g := make(graph, p.n)
	for i := range g {
		g[i] = make([]layout.Cardinal, p.n)
		for j := range g[i] {
			g[i][j] = unstated
		}
	}
	for _, f := range p.facts {
		c := moved(f.Relation, symmetry)
		g[f.Locatum][f.Relatum], g[f.Relatum][f.Locatum] = c, moved(c, 2)
	}
	return g
}

// same looks for names and a symmetry that make one puzzle of two, by trying.
func same(p, q puzzle) bool {
	if p.n != q.n || len(p.facts) != len(q.facts) {
		return false
	}
	b := q.graph(0)
	for symmetry := range 8 {
		if movedAspect(p.aspect, symmetry) != q.aspect {
			continue
		}
		to, taken := make([]int, p.n), make([]bool, p.n)
		for i := range to {
			to[i] = -1
		}
		if p.graph(symmetry).fits(b, to, taken, [][2]int{{p.locatum, q.locatum}, {p.relatum, q.relatum}}) {
			return true
		}
	}
	return false
}

// fits reports whether the objects of a can be named as those of b, those in first so and the others as they fit.
func (a graph) fits(b graph, to []int, taken []bool, first [][2]int) bool {
	try := func(i, k int, rest [][2]int) bool {
		if taken[k] {
			return false
		}
		for j, l := range to {
			if l >= 0 && a[i][j] != b[k][l] {
				return false
			}
		}
		to[i], taken[k] = k, true
		if a.fits(b, to, taken, rest) {
			return true
		}
		to[i], taken[k] = -1, false
		return false
	}
	if len(first) > 0 {
		return try(first[0][0], first[0][1], first[1:])
	}
	next := -1 // an object that a fact ties to one with a name, or any
	for i, k := range to {
		if k >= 0 {
			continue
		}
		next = i
		tied := false
		for j, l := range to {
			tied = tied || l >= 0 && a[i][j] != unstated
		}
		if tied {
			break
		}
	}
	if next < 0 {
		return true
	}
	for k := range b {
		if try(next, k, nil) {
			return true
		}
	}
	return false
}

// TestEqualFingerprintsAreEqualProblems: of records that share a fingerprint hardly any is another problem than the
// first, and of those that do not none is the same.
func TestEqualFingerprintsAreEqualProblems(t *testing.T) {
	large := gridscribe.Text2Space()
	large.Objects = []gridscribe.ObjectWeight{{Objects: 6, Weight: 1}, {Objects: 7, Weight: 1}, {Objects: 8, Weight: 1}}
	long := gridscribe.StepGame()
	long.Hops = []gridscribe.HopWeight{{Hops: 4, Weight: 1}, {Hops: 6, Weight: 1}, {Hops: 10, Weight: 1}}
	for name, cfg := range map[string]gridscribe.Config{
		"text2space": gridscribe.Text2Space(), "text2space of 6 to 8": large, "stepgame": gridscribe.StepGame(),
		"stepgame of 4 to 10": long, "stepgame with noise": gridscribe.StepGameNoise(),
	} {
		cfg.Records = *exactRecords
		first, repeats, other := make(map[uint64]puzzle), 0, 0
		last := make(map[[2]int]*gridscribe.Record) // by objects and facts
		for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			p := puzzleOf(rec)
			shape := [2]int{p.n, len(p.facts)}
			if before := last[shape]; before != nil && before.Fingerprint() != rec.Fingerprint() && same(puzzleOf(before), p) {
				t.Fatalf("%s: records %d and %d are one problem with two fingerprints", name, before.Index, rec.Index)
			}
			last[shape] = rec.Clone()
			q, ok := first[rec.Fingerprint()]
			if !ok {
				first[rec.Fingerprint()] = p
				continue
			}
			if repeats++; !same(q, p) {
				if other++; other <= 2 {
					t.Logf("%s, record %d: one fingerprint for\n%+v\n%+v", name, rec.Index, q, p)
				}
			}
		}
		t.Logf("%s: %d of %d repeats are another problem than the first (%d records)", name, other, repeats, cfg.Records)
		if int64(other) > cfg.Records/1000 {
			t.Errorf("%s: %d of %d repeats are other problems", name, other, repeats)
		}
	}
}
