package gridscribe_test

import (
	"math"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TestFamilies: a corpus without hops asks its families by weight, every answer is graded as right, and the records
// are, but for the question, those of the corpus that asks for directions alone.
func TestFamilies(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Records = 3000
	if testing.Short() {
		cfg.Records = 600
	}
	total := 0.
	weights := make(map[string]float64)
	for i, name := range gridscribe.FamilyNames(gridscribe.ByShape) {
		cfg.Families = append(cfg.Families, gridscribe.FamilyWeight{Family: name, Weight: 1 + i%2})
		weights[name] = float64(1 + i%2)
		total += weights[name]
	}
	plain := gridscribe.Text2Space()
	b, base := mustCorpus(t, plain).NewBuilder(), new(gridscribe.Record)
	counts := make(map[string]float64)
	c := mustCorpus(t, cfg)
	for rec, err := range c.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		counts[rec.Question.Family()]++
		if err := b.Build(base, rec.Index); err != nil {
			t.Fatal(err)
		}
		if rec.Text() != base.Text() || rec.TextFingerprint() != base.TextFingerprint() {
			t.Fatalf("record %d: another family, another text:\n%s\n%s", rec.Index, rec.Text(), base.Text())
		}
		answer := string(rec.AppendAnswer(nil))
		if v := rec.Question.Verify(answer); !v.Correct || answer == "" {
			t.Fatalf("record %d: %s %q is graded %+v", rec.Index, rec.AppendQuestion(nil), answer, v)
		}
		if again, err := c.At(rec.Index); err != nil || string(again.AppendQuestion(nil)) !=
			string(rec.AppendQuestion(nil)) {
			t.Fatalf("record %d alone asks something else", rec.Index)
		}
		if d := rec.Direction(); (d != nil) != (rec.Question.Family() == "direction" || rec.Question.Family() == "multihop") {
			t.Fatalf("record %d: %s and a direction %v", rec.Index, rec.Question.Family(), d)
		} else if d != nil && rec.Proof.Hops() != rec.Hops() {
			t.Fatalf("record %d: a proof of %d facts for %d hops", rec.Index, rec.Proof.Hops(), rec.Hops())
		}
		clone := rec.Clone()
		if string(clone.AppendQuestion(nil)) != string(rec.AppendQuestion(nil)) {
			t.Fatalf("record %d: the clone asks something else", rec.Index)
		}
	}
	for name, weight := range weights {
		share := counts[name] / float64(cfg.Records)
		// Small layouts hold no question of some families, and ask for a direction.
		if want := weight / total; math.Abs(share-want) > 0.06 {
			t.Errorf("%s: %.3f of the records, %.3f are due", name, share, want)
		}
		t.Logf("%-10s %.3f, %.3f are due", name, share, weight/total)
	}
}

// TestFingerprintsTellReadings: facts in another reading or world are another problem.
func TestFingerprintsTellReadings(t *testing.T) {
	rec, err := mustCorpus(t, gridscribe.StepGame()).At(1)
	if err != nil {
		t.Fatal(err)
	}
	seen := make(map[uint64]bool)
	for reading := layout.Aligned; reading <= layout.UnitStep; reading++ {
		for _, sharing := range []bool{false, true} {
			rec.Reading, rec.World.Sharing = reading, sharing
			for _, print := range []uint64{rec.Fingerprint(), rec.TextFingerprint()} {
				if seen[print] {
					t.Errorf("reading %v, sharing %t: the fingerprint of another one", reading, sharing)
				}
				seen[print] = true
			}
		}
	}
}

// TestChainFingerprintForgets: names, wording, order and sides do not count.
func TestChainFingerprintForgets(t *testing.T) {
	for name, cfg := range chainConfigs() {
		cfg.Records = 50
		other := cfg
		other.Names, other.Vocabularies, other.Phrasing = gridscribe.NamesAtRandom, cfg.Vocabularies[:1], 0
		for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			moved := rec.Clone()
			src := seed.NewKey(uint64(rec.Index)).Stream()
			seed.Shuffle(src, moved.Plan.Facts)
			for i, f := range moved.Plan.Facts {
				if src.Intn(2) == 1 {
					moved.Plan.Facts[i] = f.Converse()
				}
			}
			if moved.Fingerprint() != rec.Fingerprint() || moved.TextFingerprint() != rec.TextFingerprint() {
				t.Errorf("%s, record %d: order and sides change the fingerprint", name, rec.Index)
			}
		}
	}
}
