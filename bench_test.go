package gridscribe_test

import (
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// appendRow makes record i and appends all that a Text2Space row holds of it: the path that exports take.
func appendRow(b *gridscribe.Builder, rec *gridscribe.Record, dst []byte, i int64) ([]byte, error) {
	if err := b.Build(rec, i); err != nil {
		return dst, err
	}
	dst = rec.AppendText(dst)
	for style := range scene.Style(scene.Styles) {
		dst = rec.AppendDrawing(dst, style)
	}
	dst = rec.AppendRelations(dst)
	dst = rec.AppendQuestion(dst)
	dst = rec.AppendAnswer(dst)
	return rec.AppendSteps(dst), nil
}

// sizes are the corpora that are measured: the preset's mixture, and two single sizes whose ratio shows how the cost
// grows.
func sizes() []struct {
	name string
	cfg  gridscribe.Config
} {
	small, large := gridscribe.Text2Space(), gridscribe.Text2Space()
	small.Objects = []gridscribe.ObjectWeight{{Objects: 8, Weight: 1}}
	small.Facts = gridscribe.FactRange{Min: 7, Max: 12}
	large.Objects = []gridscribe.ObjectWeight{{Objects: 26, Weight: 1}}
	large.Facts = gridscribe.FactRange{Min: 25, Max: 39}
	return []struct {
		name string
		cfg  gridscribe.Config
	}{{"text2space", gridscribe.Text2Space()}, {"n=8", small}, {"n=26", large}}
}

func BenchmarkRecord(b *testing.B) {
	for _, size := range sizes() {
		b.Run(size.name, func(b *testing.B) {
			builder, rec := mustCorpus(b, size.cfg).NewBuilder(), new(gridscribe.Record)
			var buf []byte
			total := 0
			b.ReportAllocs()
			for i := int64(0); b.Loop(); i++ {
				var err error
				if buf, err = appendRow(builder, rec, buf[:0], i); err != nil {
					b.Fatal(err)
				}
				total += len(buf)
			}
			b.SetBytes(int64(total / b.N))
		})
	}
}

func BenchmarkBuild(b *testing.B) {
	for _, size := range sizes() {
		b.Run(size.name, func(b *testing.B) {
			builder, rec := mustCorpus(b, size.cfg).NewBuilder(), new(gridscribe.Record)
			b.ReportAllocs()
			for i := int64(0); b.Loop(); i++ {
				if err := builder.Build(rec, i); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestRecordsReuseMemory: once warm, a record costs two allocations at most, and on the whole none.
func TestRecordsReuseMemory(t *testing.T) {
	for _, size := range sizes() {
		builder, rec := mustCorpus(t, size.cfg).NewBuilder(), new(gridscribe.Record)
		var buf []byte
		var failed error
		i := int64(0)
		next := func() {
			var err error
			if buf, err = appendRow(builder, rec, buf[:0], i); err != nil {
				failed = err
			}
			i++
		}
		for range 500 {
			next()
		}
		allocs := testing.AllocsPerRun(1000, next)
		if failed != nil {
			t.Fatal(failed)
		}
		t.Logf("%s: %v allocations a record", size.name, allocs)
		if allocs > 2 {
			t.Errorf("%s: %v allocations a record, at most 2 are allowed", size.name, allocs)
		}
	}
}
