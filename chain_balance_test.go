package gridscribe_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// TestChainBalance holds every prefix of the presets with hops to their shares: of hops, answers within a number of
// hops, vocabularies and numbers of distractors. Quotas promise a few records either way, whatever the length.
func TestChainBalance(t *testing.T) {
	for _, p := range chainPresets() {
		for _, seed := range []uint64{0, 1, 99} {
			cfg := p.Config()
			cfg.Records, cfg.Seed = 20_000, seed
			if testing.Short() {
				cfg.Records = 4000
			}
			t.Run(fmt.Sprintf("%s/seed=%d", p.Name, seed), func(t *testing.T) {
				totals, counts := make(map[string]float64), make(map[string]map[string]float64)
				shares := make(map[string]map[string]float64)
				worst := make(map[string]float64)
				note := func(group, value string, share float64) {
					if counts[group] == nil {
						counts[group], shares[group] = make(map[string]float64), make(map[string]float64)
					}
					counts[group][value]++
					shares[group][value] = share
				}
				n := 0
				for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
					if err != nil {
						t.Fatal(err)
					}
					n++
					k := rec.Hops()
					note("hops", fmt.Sprint(k), 1/float64(len(cfg.Hops)))
					totals["hops"]++
					group, share := answerShare(rec)
					note(group, string(rec.AppendAnswer(nil)), share)
					totals[group]++
					note("vocabulary", rec.Vocabulary.String(), 0)
					for kind, r := range map[layout.Distractor]gridscribe.CountRange{
						layout.Branch: cfg.Distractors.Branch, layout.Disconnected: cfg.Distractors.Disconnected,
					} {
						if r.Max > r.Min {
							group := fmt.Sprintf("%v at %d hops", kind, k)
							note(group, fmt.Sprint(countKind(rec, kind)), 1/float64(r.Max-r.Min+1))
							totals[group]++
						}
					}
					if n%97 != 0 && n > 100 {
						continue
					}
					for group, values := range counts {
						for value, count := range values {
							if share := shares[group][value]; share > 0 {
								off := math.Abs(count - share*totals[group])
								kind := group[:min(4, len(group))]
								worst[kind] = max(worst[kind], off)
							}
						}
					}
				}
				t.Logf("records away from their share at worst: %v", worst)
				for group, off := range worst {
					if bound := map[string]float64{"hops": 6, "answ": 8, "bran": 10, "disc": 8}[group]; off > bound {
						t.Errorf("%s: %.1f records away from their share, %.0f are allowed", group, off, bound)
					}
				}
				if p.Name == "stepgame" {
					for v, count := range counts["vocabulary"] {
						if share := count / float64(n); math.Abs(share-1./7) > 0.01 {
							t.Errorf("vocabulary %s: %.3f of the records, a seventh is due", v, share)
						}
					}
					for k := 1; k <= 10; k++ {
						want := 9
						if k == 1 {
							want = 8
						}
						if got := len(counts[fmt.Sprintf("answers at %d hops", k)]); got != want {
							t.Errorf("%d hops: %d labels, want %d", k, got, want)
						}
					}
				}
			})
		}
	}
}

// answerShare says what an answer is counted among, and its share there.
func answerShare(rec *gridscribe.Record) (group string, share float64) {
	switch q := rec.Question.(type) {
	case *qa.Truth:
		return "answers", 0.5
	case *qa.Path:
		if len(q.Moves) == 2 {
			// Four ways straight on; eight round a corner, of which two make one answer of the design.
			return "answers to the way", 0
		}
	case *qa.Direction:
		if rec.Hops() == 1 {
			return "answers at 1 hops", 1. / 8
		}
		return fmt.Sprintf("answers at %d hops", rec.Hops()), 1. / 9
	}
	return "answers", 0
}

func countKind(rec *gridscribe.Record, kind layout.Distractor) (n int) {
	for _, k := range rec.Kinds {
		if k == kind {
			n++
		}
	}
	return n
}

// TestWaysAreBalanced: the twelve ways of two moves that do not turn back are equally frequent.
func TestWaysAreBalanced(t *testing.T) {
	cfg := gridscribe.BAbI19()
	cfg.Records = 12_000
	counts := make(map[string]int)
	for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		counts[string(rec.AppendAnswer(nil))]++
	}
	for way, n := range counts {
		if n < 850 || n > 1150 {
			t.Errorf("%s: %d of 12,000, a twelfth is 1,000", way, n)
		}
	}
	if len(counts) != 12 {
		t.Errorf("%d ways: %v", len(counts), counts)
	}
}

// TestTruthIsBalanced: yes and no are equally frequent whatever is asked for, and a fifth of the noes are about objects
// that are level.
func TestTruthIsBalanced(t *testing.T) {
	cfg := gridscribe.BAbI17()
	cfg.Records = 8000
	yes, all := make(map[layout.Cardinal]int), make(map[layout.Cardinal]int)
	level := 0
	for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		q := rec.Question.(*qa.Truth)
		all[q.Claim.Relation]++
		if q.Value == qa.Yes {
			yes[q.Claim.Relation]++
		}
		rows, cols := q.Claim.Relation.Signs()
		a, b := rec.Layout.Entities[q.Claim.Locatum].At, rec.Layout.Entities[q.Claim.Relatum].At
		if rows != 0 && a.Row == b.Row || cols != 0 && a.Col == b.Col {
			level++
		}
	}
	for side, n := range all {
		if math.Abs(float64(n)-2000) > 5 || math.Abs(float64(yes[side])-1000) > 5 {
			t.Errorf("%v: asked %d times, %d times true; 2000 and 1000 are due", side, n, yes[side])
		}
	}
	if math.Abs(float64(level)-800) > 20 {
		t.Errorf("%d of 4000 noes are about level objects, 800 are due", level)
	}
}
