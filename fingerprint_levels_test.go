package gridscribe_test

import (
	"context"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// TestFingerprintKeepsSplit: problems that are one problem show one thing, so that no split can hold a repeat of another's.
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
