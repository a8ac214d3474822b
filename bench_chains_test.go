package gridscribe_test

import (
	"testing"

	"github.com/gridscribe/gridscribe"
)

// chainPresets are the presets that go by hops.
func chainPresets() (all []gridscribe.Preset) {
	for _, p := range gridscribe.Presets() {
		if len(p.Config().Hops) > 0 {
			all = append(all, p)
		}
	}
	return all
}

// appendStory makes record i and appends what a story needs of it: text, question and answer.
func appendStory(b *gridscribe.Builder, rec *gridscribe.Record, dst []byte, i int64) ([]byte, error) {
	if err := b.Build(rec, i); err != nil {
		return dst, err
	}
	return rec.AppendAnswer(rec.AppendQuestion(rec.AppendText(dst))), nil
}

// BenchmarkStory makes records of the presets with hops, text, question and answer included. One row of stepgame has
// 5.5 sentences on average.
func BenchmarkStory(b *testing.B) {
	for _, p := range chainPresets() {
		b.Run(p.Name, func(b *testing.B) {
			builder, rec := mustCorpus(b, p.Config()).NewBuilder(), new(gridscribe.Record)
			var buf []byte
			b.ReportAllocs()
			for i := int64(0); b.Loop(); i++ {
				var err error
				if buf, err = appendStory(builder, rec, buf[:0], i); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// TestStoriesReuseMemory: once warm, a row of StepGame costs no allocation, with distractors as without.
func TestStoriesReuseMemory(t *testing.T) {
	for _, p := range chainPresets() {
		builder, rec := mustCorpus(t, p.Config()).NewBuilder(), new(gridscribe.Record)
		var buf []byte
		var failed error
		i := int64(0)
		next := func() {
			if buf, failed = appendStory(builder, rec, buf[:0], i); failed != nil {
				panic(failed)
			}
			i++
		}
		for range 2000 {
			next()
		}
		allowed := 0.
		if p.Name == "babi19" {
			allowed = 3 // the answer, which is a list
		}
		if allocs := testing.AllocsPerRun(2000, next); allocs > allowed {
			t.Errorf("%s: %v allocations a record, %v are allowed", p.Name, allocs, allowed)
		}
	}
}
