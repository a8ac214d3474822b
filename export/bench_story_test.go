package export

import (
	"context"
	"fmt"
	"io"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// BenchmarkStepGame generates and writes rows of the preset stepgame, one goroutine, with what stories take for granted
// and without, to one split and to three, which takes fingerprints.
func BenchmarkStepGame(b *testing.B) {
	const records = 50_000
	cfg := gridscribe.StepGame()
	cfg.Records = records
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		b.Fatal(err)
	}
	for _, format := range Formats() {
		for _, bare := range []bool{true, false} {
			for _, splits := range [][]Split{DefaultSplits()[:1], DefaultSplits()} {
				opt := Options{View: ViewStepGame, Format: format, Workers: 1, Splits: splits, Bare: bare}
				b.Run(fmt.Sprintf("%v/bare=%t/splits=%d", format, bare, len(splits)), func(b *testing.B) {
					kind := stepGameRows(opt)
					total := new(countWriter)
					b.ReportAllocs()
					for b.Loop() {
						to := discardLane(mustSink(b, io.Writer(total), format, kind), opt, kind)
						for range splits[1:] {
							to.outputs = append(to.outputs, output[StepGameRow]{file: &atomicFile{}, sink: mustSink(b, io.Writer(total), format, kind)})
						}
						size := rangeSize(splits, format == Parquet)
						if _, err := pump(context.Background(), corpus, stretch{0, records}, []lane{to}, size, Run{}, nil); err != nil {
							b.Fatal(err)
						}
						for _, o := range to.outputs {
							if err := o.sink.Close(); err != nil {
								b.Fatal(err)
							}
						}
					}
					b.SetBytes(total.n / int64(b.N))
					b.ReportMetric(float64(b.N)*records/b.Elapsed().Seconds(), "rows/s")
				})
			}
		}
	}
}

// countWriter counts what it is given.
type countWriter struct{ n int64 }

func (w *countWriter) Write(p []byte) (int, error) {
	w.n += int64(len(p))
	return len(p), nil
}
