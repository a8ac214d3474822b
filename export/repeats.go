package export

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"math/bits"
	"os"

	"github.com/gridscribe/gridscribe"
)

// repeatOptions say how repeats are looked for. The zero value is ready.
type repeatOptions struct {
	Workers int    // how many records are made at a time; 0 counts as 1. Nothing else depends on it
	Memory  int64  // bytes that are held at a time, 64 KiB or more; 0 is 128 MiB
	Temp    string // the folder in which a folder for what does not fit is made and removed; "" is the system's
}

const (
	repeatMemory      = 128 << 20
	leastRepeatMemory = 64 << 10
	repeatChunk       = 4096 // records that a worker makes at a time
	mostRepeatRecords = 1 << 48
)

func (o repeatOptions) validate(records int64) error {
	switch {
	case o.Workers < 0:
		return fmt.Errorf("export: repeats: %d workers; 0 or more are allowed", o.Workers)
	case o.Memory != 0 && o.Memory < leastRepeatMemory:
		return fmt.Errorf("export: repeats: %d bytes of memory; %d or more are allowed, or 0 for %d", o.Memory, leastRepeatMemory, repeatMemory)
	case records > mostRepeatRecords:
		return fmt.Errorf("export: repeats: %d records; %d at most are allowed", records, int64(mostRepeatRecords))
	}
	return nil
}

// sighting is a problem in a record: its fingerprint, and the record's number with its cell above.
type sighting struct{ print, at uint64 }

// repeatCellShift is above the bits of a record's number; what is above is the number of its cell.
const repeatCellShift = 48

func (s sighting) record() int64 { return int64(s.at & (1<<repeatCellShift - 1)) }

func (s sighting) cell() int { return int(s.at >> repeatCellShift) }

func bySighting(a, b sighting) int {
	return cmp.Or(cmp.Compare(a.print, b.print), cmp.Compare(a.record(), b.record()))
}

// sightingSize is that of a sighting, in memory and in a file.
const sightingSize = 16

// findRepeats makes all records of a corpus, and writes to w which of them have the key of a record before them, as
// [readRepeats] reads it: every record of a problem but the first. So the repeats of a longer corpus begin with those
// of a shorter one.
//
// Key tells problems apart, by [gridscribe.Record.Fingerprint] say; it is called by many goroutines. What is held at a
// time is bounded by the options' memory, whatever the number of records; beyond that 16 bytes a record lie in the
// temporary folder.
func findRepeats(
	ctx context.Context, corpus *gridscribe.Corpus, key func(*gridscribe.Record) uint64, w io.Writer, opt repeatOptions,
) (count RepeatCount, err error) {
	cfg := corpus.Config()
	if err := opt.validate(cfg.Records); err != nil {
		return count, err
	}
	memory := cmp.Or(opt.Memory, repeatMemory)
	runs := repeatRuns{temp: opt.Temp, most: int(min(memory/2/sightingSize, max(cfg.Records, 1)))}
	defer func() { err = errors.Join(err, runs.remove()) }()
	tally := newRepeatTally(cfg)
	for chunk, err := range gridscribe.Ranges(ctx, corpus, repeatChunk, max(opt.Workers, 1), sightings(tally.by, key)) {
		if err != nil {
			return count, err
		}
		for _, s := range tally.seen(chunk) {
			if err := runs.add(s); err != nil {
				return count, err
			}
		}
	}
	if err := runs.close(); err != nil {
		return count, err
	}
	out := newRepeatWriter(w)
	// A window of records at a time, a bit each; all of them but in huge corpora.
	window := int64(min(memory/4*8, max(cfg.Records, 1)))
	repeated := make([]uint64, (window+63)/64)
	for from := int64(0); from < cfg.Records; from += window {
		clear(repeated)
		first, begun := sighting{}, false
		for s, err := range runs.all(memory / 4) {
			if err != nil {
				return count, err
			}
			if ctx.Err() != nil && s.at%1024 == 0 {
				return count, ctx.Err()
			}
			if !begun || s.print != first.print {
				first, begun = s, true
				continue
			}
			if i := s.record() - from; i >= 0 && i < window {
				repeated[i/64] |= 1 << (i % 64)
				tally.repeat(s.cell())
			}
		}
		for k, word := range repeated {
			for ; word != 0; word &= word - 1 {
				out.add(from + int64(64*k+bits.TrailingZeros64(word)))
			}
		}
	}
	count = tally.count()
	return count, out.close(count)
}

// sightings returns the work of making a range of records and telling their problems.
func sightings(
	by string, key func(*gridscribe.Record) uint64,
) func(ctx context.Context, b *gridscribe.Builder, from, to int64) (*repeatChunkOf, error) {
	return func(ctx context.Context, b *gridscribe.Builder, from, to int64) (*repeatChunkOf, error) {
		chunk := &repeatChunkOf{all: make([]sighting, 0, to-from)}
		rec := new(gridscribe.Record)
		for i := from; i < to; i++ {
			if err := b.Build(rec, i); err != nil {
				return nil, err
			}
			cell := chunk.cell(cellOf(by, rec))
			chunk.all = append(chunk.all, sighting{key(rec), uint64(i) | uint64(cell)<<repeatCellShift})
		}
		chunk.corpus = rec.Corpus
		return chunk, ctx.Err()
	}
}

// repeatRuns holds sightings, sorted, in memory or, where they are too many, in files.
type repeatRuns struct {
	temp string // where the folder is made
	most int    // so many are held at a time
	held []sighting
	dir  string // the folder; "": none yet
	runs int
}

func (r *repeatRuns) add(s sighting) error {
	if r.held == nil {
		r.held = make([]sighting, 0, r.most)
	}
	if len(r.held) == r.most {
		if err := r.spill(); err != nil {
			return err
		}
	}
	r.held = append(r.held, s)
	return nil
}

// close ends adding.
func (r *repeatRuns) close() error {
	if r.runs == 0 {
		return nil
	}
	err := r.spill()
	r.held = nil
	return err
}

func (r *repeatRuns) remove() error {
	if r.dir == "" {
		return nil
	}
	return os.RemoveAll(r.dir)
}
