package gridscribe_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// TestFingerprintKeepsSplit: problems that are one problem show one thing, so that no split can hold a repeat of
// another's.
func TestFingerprintKeepsSplit(t *testing.T) {
	presets := map[string]gridscribe.Config{
		"text2space": gridscribe.Text2Space(), "stepgame": gridscribe.StepGame(), "babi17": gridscribe.BAbI17(),
		"babi19": gridscribe.BAbI19(), "levels": gridscribe.Leveled(),
	}
	for name, cfg := range presets {
		if cfg.Records = 3000; name == "levels" {
			cfg.Records = 600
		}
		shown, repeats := make(map[uint64]uint64), 0
		for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			problem, text := rec.Fingerprint(), rec.TextFingerprint()
			if _, ok := rec.Question.(qa.Describe); ok { // which shows no text
				text = rec.Layout.Fingerprint()
			}
			other, ok := shown[problem]
			if ok {
				repeats++
			}
			if ok && other != text {
				t.Fatalf("%s, record %d: one problem with two texts", name, rec.Index)
			}
			shown[problem] = text
		}
		t.Logf("%s: %d repeats in %d records", name, repeats, cfg.Records)
		if repeats == 0 && name != "levels" {
			t.Errorf("%s: no repeats to look at", name)
		}
	}
}

// TestEqualFingerprintsHaveEqualAnswers: of records with one fingerprint the answers that no name and no symmetry
// changes are one too. It shares nothing with how fingerprints are made.
func TestEqualFingerprintsHaveEqualAnswers(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Records, cfg.Seed = 4000, 11
	cfg.Levels = []gridscribe.LevelWeight{{Level: 1, Weight: 1}}
	first, repeats := make(map[uint64]string), 0
	for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		q := rec.Question
		if o, ok := q.(qa.Options); ok {
			q = o.Instance
		}
		answer := fmt.Sprintf("%T ", q.Answer()) // direction and multihop ask the same
		switch a := q.Answer().(type) {
		case qa.TruthValue:
			answer += a.String()
		case qa.Number:
			if q.Family() != "count" { // which row holds the most is another where rows are counted from below
				answer += a.String()
			}
		}
		other, ok := first[rec.Fingerprint()]
		if ok {
			repeats++
		}
		if ok && other != answer {
			t.Errorf("record %d, %s has the fingerprint of one with %s", rec.Index, answer, other)
		}
		first[rec.Fingerprint()] = answer
	}
	if t.Logf("%d repeats in %d records", repeats, cfg.Records); repeats < 100 {
		t.Error("there are too few repeats to see anything")
	}
}

func BenchmarkFingerprint(b *testing.B) {
	for _, c := range []struct {
		name string
		cfg  gridscribe.Config
	}{{"text2space", gridscribe.Text2Space()}, {"babi17", gridscribe.BAbI17()}, {"levels", gridscribe.Leveled()}} {
		c.cfg.Records = 200
		var all []*gridscribe.Record
		for rec, err := range mustCorpus(b, c.cfg).All(context.Background()) {
			if err != nil {
				b.Fatal(err)
			}
			all = append(all, rec.Clone())
		}
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for i := range b.N {
				all[i%len(all)].Fingerprint()
			}
		})
		b.Run(c.name+" text", func(b *testing.B) {
			for i := range b.N {
				all[i%len(all)].TextFingerprint()
			}
		})
		b.Run(c.name+" build", func(b *testing.B) {
			builder, rec := mustCorpus(b, c.cfg).NewBuilder(), new(gridscribe.Record)
			for i := range b.N {
				if err := builder.Build(rec, int64(i)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
