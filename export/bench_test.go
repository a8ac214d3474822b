package export

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// benchRows makes the rows of the first n records, which stay valid.
func benchRows[T any](b *testing.B, corpus *gridscribe.Corpus, kind rowKind[T], n int64) []T {
	b.Helper()
	builder, made := corpus.NewBuilder(), newBatch[T](int(n))
	var rec gridscribe.Record
	for i := range n {
		if err := builder.Build(&rec, i); err != nil {
			b.Fatal(err)
		}
		kind.fill(&made.arena, made.next(), &rec, Options{})
	}
	rows, err := made.seal()
	if err != nil {
		b.Fatal(err)
	}
	return rows
}

func benchCorpus(b *testing.B, records int64) *gridscribe.Corpus {
	b.Helper()
	cfg := gridscribe.Text2Space()
	cfg.Records = records
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		b.Fatal(err)
	}
	return corpus
}

// BenchmarkAppendText escapes the longest texts of a row.
func BenchmarkAppendText(b *testing.B) {
	rows := benchRows(b, benchCorpus(b, 0), text2SpaceRows(), 64)
	for _, bench := range []struct {
		name string
		text func(*Text2SpaceRow) string
	}{
		{"relations", func(r *Text2SpaceRow) string { return r.DetailedRelations }},
		{"grid", func(r *Text2SpaceRow) string { return r.ASCII.Grid }},
		{"panel", func(r *Text2SpaceRow) string { return r.ASCII.Panel }},
	} {
		b.Run(bench.name, func(b *testing.B) {
			var dst []byte
			bytes := 0
			for i := range rows {
				bytes += len(bench.text(&rows[i]))
			}
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				for i := range rows {
					dst = appendText(dst[:0], "", bench.text(&rows[i]))
				}
			}
		})
	}
}

// benchRecords is how many records one operation of BenchmarkWrite writes: full ranges of both formats.
const benchRecords = 30_000

// BenchmarkWrite compares generating and writing with writing the same rows made beforehand, on one worker.
func BenchmarkWrite(b *testing.B) {
	benchWrite(b, ViewText2Space, text2SpaceRows())
	benchWrite(b, ViewNative, nativeRows())
}

func benchWrite[T any](b *testing.B, view View, kind rowKind[T]) {
	for _, format := range rowFormats {
		corpus := benchCorpus(b, benchRecords)
		opt := Options{View: view, Format: format, Workers: 1, Splits: DefaultSplits()[:1]}
		size := countBytes(b, corpus, opt, kind)
		name := view.String() + "/" + format.String()
		b.Run(name+"/generated", func(b *testing.B) {
			b.SetBytes(size)
			benchGenerated(b, corpus, opt, kind)
		})
		b.Run(name+"/premade", func(b *testing.B) {
			rows := benchRows(b, corpus, kind, benchRecords)
			b.SetBytes(size)
			b.ReportAllocs()
			for b.Loop() {
				if err := writePremade(mustSink(b, io.Discard, format, kind), rows, rangeSize(opt.Splits, format == Parquet)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)*benchRecords/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// BenchmarkMake makes records and rows of them and writes nothing: what BenchmarkWrite's generated rows cost beyond the
// premade.
func BenchmarkMake(b *testing.B) {
	corpus := benchCorpus(b, benchRecords)
	builder, made, splits := corpus.NewBuilder(), newBatch[Text2SpaceRow](batchRows), DefaultSplits()
	var rec gridscribe.Record
	i := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		if err := builder.Build(&rec, i); err != nil {
			b.Fatal(err)
		}
		i++
		splitOf(splits, rec.Fingerprint())
		fillText2Space(&made.arena, made.next(), &rec, Options{})
		if made.full() {
			if _, err := made.seal(); err != nil {
				b.Fatal(err)
			}
			made.reset(false)
		}
	}
}

func mustSink[T any](b *testing.B, w io.Writer, format Format, kind rowKind[T]) sink[T] {
	b.Helper()
	s, err := newSink(w, format, true, kind)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// benchGenerated makes the corpus and its rows, and writes them nowhere.
func benchGenerated[T any](b *testing.B, corpus *gridscribe.Corpus, opt Options, kind rowKind[T]) {
	b.Helper()
	b.ReportAllocs()
	all, size := stretch{0, corpus.Config().Records}, rangeSize(opt.Splits, opt.Format == Parquet)
	for b.Loop() {
		to := discardLane(mustSink(b, io.Discard, opt.Format, kind), opt, kind)
		if _, err := pump(context.Background(), corpus, all, []lane{to}, size, Run{}, nil); err != nil {
			b.Fatal(err)
		}
		if err := to.outputs[0].sink.Close(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.N)*float64(all.to)/b.Elapsed().Seconds(), "rows/s")
}

// discardLane returns a lane of one split that has no file.
func discardLane[T any](s sink[T], opt Options, kind rowKind[T]) *subsetLane[T] {
	return &subsetLane[T]{opt: opt, kind: kind, outputs: []output[T]{{file: &atomicFile{}, sink: s}}}
}

// writePremade writes rows as pump does: range by range and batch by batch.
func writePremade[T any](s sink[T], rows []T, size int64) error {
	for len(rows) > 0 {
		part, in := s.Begin(), rows[:min(size, int64(len(rows)))]
		rows = rows[len(in):]
		for len(in) > 0 {
			n := min(batchRows, len(in))
			if _, err := part.Add(in[:n]); err != nil {
				return err
			}
			in = in[n:]
		}
		if err := part.End(); err != nil {
			return err
		}
		if err := s.Commit(part); err != nil {
			return err
		}
	}
	return s.Close()
}

// countBytes returns the size of the corpus's JSONL.
func countBytes[T any](b *testing.B, corpus *gridscribe.Corpus, opt Options, kind rowKind[T]) int64 {
	b.Helper()
	var all bytes.Buffer
	opt.Format = JSONL
	to := discardLane(mustSink(b, &all, JSONL, kind), opt, kind)
	if _, err := pump(context.Background(), corpus, stretch{0, corpus.Config().Records}, []lane{to}, 1024, Run{}, nil); err != nil {
		b.Fatal(err)
	}
	return int64(all.Len())
}
