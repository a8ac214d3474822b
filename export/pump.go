package export

import (
	"context"

	"github.com/gridscribe/gridscribe"
)

// stretch is records to be written: those from up to, without, to.
type stretch struct{ from, to int64 }

// pumped is what pump counted.
type pumped struct {
	stats Stats
	left  Left
}

// pump makes the rows of a stretch range by range and commits the ranges in order. Drop, if not nil, says why a record
// is left out; it is called by many goroutines.
func pump(
	ctx context.Context, corpus *gridscribe.Corpus, of stretch, lanes []lane, size int64, run Run, drop func(*gridscribe.Record) reason,
) (*pumped, error) {
	type made struct {
		parts []lanePart
		tally *tally
		left  Left
		to    int64
	}
	cfg := corpus.Config()
	work := func(ctx context.Context, b *gridscribe.Builder, from, to int64) (made, error) {
		m := made{tally: newTally(cfg), to: to}
		for _, l := range lanes {
			m.parts = append(m.parts, l.begin())
		}
		var rec gridscribe.Record
		for n := from; n < to; n++ {
			if err := ctx.Err(); err != nil {
				return m, err
			}
			if err := b.Build(&rec, n); err != nil {
				return m, err
			}
			if drop != nil {
				if why := drop(&rec); why != kept {
					m.left.count(why)
					continue
				}
			}
			m.tally.add(&rec)
			for _, p := range m.parts {
				if err := p.add(&rec); err != nil {
					return m, err
				}
			}
		}
		for _, p := range m.parts {
			if err := p.end(); err != nil {
				return m, err
			}
		}
		return m, nil
	}

	out := new(pumped)
	out.stats.merge(newTally(cfg).stats()) // so that the order of values does not depend on the records
	for m, err := range gridscribe.RangesIn(ctx, corpus, of.from, of.to, size, run.Workers, work) {
		if err != nil {
			return nil, err
		}
		for i, l := range lanes {
			if err := l.commit(m.parts[i]); err != nil {
				return nil, err
			}
		}
		out.stats.merge(m.tally.stats())
		out.left.Repeats += m.left.Repeats
		out.left.Excluded += m.left.Excluded
		if run.Progress != nil {
			run.Progress(m.to - of.from)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out.stats.sort()
	return out, nil
}

// reason says why a record is left out.
type reason uint8

const (
	kept reason = iota
	repeated
	excluded
)

func (l *Left) count(why reason) {
	switch why {
	case repeated:
		l.Repeats++
	case excluded:
		l.Excluded++
	}
}

// rangeSize returns how many records make a range: for Parquet enough for a row group of the largest split, if it has
// half of the records or more. Else a range would be very long, and the rows of the other splits, which wait in memory,
// many; ranges are short then and all rows are gathered.
func rangeSize(splits []Split, parquet bool) int64 {
	weight, total := largestSplit(splits)
	if !parquet || 2*weight < total {
		return 1024
	}
	return int64(rowGroupRows) * int64(total) / int64(weight)
}

// encodedByWorkers reports whether a range holds a row group of the split's rows.
func encodedByWorkers(opt Options, split int) bool {
	weight, total := largestSplit(opt.Splits)
	return 2*weight >= total && opt.Splits[split].Weight == weight
}
