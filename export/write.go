// Package export writes corpora: rows as JSONL and Parquet, with the fields of the released Text2Space file, those of
// StepGame, or as bAbI's text; the eight prompt forms as chats, prompts and plain texts; and splits that share no text.
// [ReadProblems] reads the data sets that others wrote, and [Audit] solves them from their texts.
package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"sync"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// Options says how a corpus is written. The zero Options writes Text2Space rows to Parquet, one worker, default splits.
type Options struct {
	View   View
	Form   Form        // what the rows show and ask for: needed by the views messages, prompt and text; the others have none
	Style  scene.Style // how their drawings look
	Format Format
	Splits []Split // nil: DefaultSplits
	// Bare leaves the sentences that say what a story takes for granted out of the views stepgame and babi, as the files
	// do that these views are like. The question then has an answer only for who knows what is meant.
	Bare bool

	// Workers is how many records are made at a time, 1 or more; 0 counts as 1. The files do not depend on it. For
	// Parquet each worker takes some 60 MB of memory, whatever the number of records.
	Workers int
	// Overwrite allows a folder that holds something already. Only files of a corpus are replaced.
	Overwrite bool
	// Progress, if not nil, is told after every range how many records are done. It is called from one goroutine.
	Progress func(done int64)
}

// Validate reports the first field that is out of range and what is allowed.
func (o Options) Validate() error {
	switch {
	case o.View >= views:
		return fmt.Errorf("export: view %d; %s are allowed", o.View, list(viewNames[:]))
	case o.Form >= forms:
		return fmt.Errorf("export: form %d; %s are allowed", o.Form, list(formNames[FormDraw:]))
	case !o.View.Formed() && o.Form != NoForm:
		return fmt.Errorf("export: view %v with form %v; leave out the form, or use the views %s", o.View, o.Form,
			list(viewNames[ViewMessages:ViewStepGame]))
	case o.View.Formed() && o.Form == NoForm:
		return fmt.Errorf("export: view %v without a form; %s are allowed", o.View, list(formNames[FormDraw:]))
	case o.Bare && !o.View.story():
		return fmt.Errorf("export: view %v bare; only %s can be", o.View, list(storyNames()))
	case o.Style >= scene.Styles:
		return fmt.Errorf("export: style %d; simple, grid and panel are allowed", o.Style)
	case o.Format >= formats:
		return fmt.Errorf("export: format %d; %s are allowed", o.Format, list(formatNames[:]))
	case o.Format == Numbered && !o.View.story():
		return fmt.Errorf("export: view %v in format txt; parquet and jsonl are allowed, or use the views %s", o.View,
			list(storyNames()))
	case o.Workers < 0:
		return fmt.Errorf("export: %d workers; 0 or more are allowed", o.Workers)
	}
	if o.Splits != nil {
		return validateSplits(o.Splits)
	}
	return nil
}

// Write writes the corpus to dir, which it creates: data/<split>-00000-of-00001.<format> for every split. It returns
// what it wrote. The files appear under these names together, after all are complete and synced; when anything fails,
// ctx ends included, none does, and what was there before stays.
func Write(ctx context.Context, corpus *gridscribe.Corpus, dir string, opt Options) (*Summary, error) {
	if err := opt.Validate(); err != nil {
		return nil, err
	}
	if err := opt.Suits(corpus.Config()); err != nil {
		return nil, err
	}
	if opt.Splits == nil {
		opt.Splits = DefaultSplits()
	}
	switch opt.View {
	case ViewMessages:
		return write(ctx, corpus, dir, opt, rowKind[MessagesRow]{fill: fillMessages, appendJSON: appendMessages})
	case ViewPrompt:
		return write(ctx, corpus, dir, opt, rowKind[PromptRow]{fill: fillPrompt, appendJSON: appendPrompt})
	case ViewText:
		return write(ctx, corpus, dir, opt, rowKind[TextRow]{fill: fillText, appendJSON: appendTextRow})
	case ViewNative:
		return write(ctx, corpus, dir, opt, rowKind[NativeRow]{fill: fillNative, appendJSON: appendNative})
	case ViewStepGame:
		return write(ctx, corpus, dir, opt, stepGameRows(opt))
	case ViewBAbI:
		return write(ctx, corpus, dir, opt, babiRows(opt))
	}
	return write(ctx, corpus, dir, opt, rowKind[Text2SpaceRow]{fill: fillText2Space, appendJSON: appendText2Space})
}

// rowKind is how one type of row is made from a record and written as JSON.
type rowKind[T any] struct {
	fill       func(*arena, *T, *gridscribe.Record, Options)
	appendJSON func([]byte, *T) []byte
	// line, if not nil, appends a record as it stands in a file that is not Parquet, line ends included. No row is made then.
	line recordAppender
}

type recordAppender = func(dst []byte, rec *gridscribe.Record) []byte

// output is the file of one split.
type output[T any] struct {
	file *atomicFile
	sink sink[T]
}

func write[T any](
	ctx context.Context, corpus *gridscribe.Corpus, dir string, opt Options, kind rowKind[T],
) (summary *Summary, err error) {
	folder, err := openFolder(dir, opt)
	if err != nil {
		return nil, err
	}
	outputs := make([]output[T], 0, len(opt.Splits))
	defer func() {
		if err != nil {
			for _, o := range outputs {
				o.file.discard()
			}
			folder.abandon()
		}
	}()
	for i, s := range opt.Splits {
		file, err := createFile(filepath.Join(folder.data, fileName(s.Name, opt.Format)))
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, output[T]{file, newSink(file, opt.Format, encodedByWorkers(opt, i), kind)})
	}
	summary, err = pump(ctx, corpus, outputs, opt, kind)
	if err != nil {
		return nil, err
	}
	for _, o := range outputs {
		if err := errors.Join(o.sink.Close(), o.file.finish()); err != nil {
			return nil, fmt.Errorf("export: finishing %s: %w", o.file.final, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	files := make([]*atomicFile, len(outputs))
	for i, o := range outputs {
		files[i] = o.file
		summary.Splits[i].Path = o.file.final
	}
	if err := folder.replace(files); err != nil {
		return nil, err
	}
	return summary, nil
}

func newSink[T any](w io.Writer, format Format, large bool, kind rowKind[T]) sink[T] {
	if format != Parquet {
		return &linesSink[T]{out: w, appendRow: kind.appendJSON}
	}
	return newParquetSink[T](w, large)
}

// batchRows is how many rows share one text buffer.
const batchRows = 256

// pump makes the rows range by range and commits the ranges in order.
func pump[T any](
	ctx context.Context, corpus *gridscribe.Corpus, outputs []output[T], opt Options, kind rowKind[T],
) (*Summary, error) {
	type made struct {
		parts  []part[T]
		counts *Summary
		to     int64
	}
	counted := columns(corpus.Config())
	// Batches go from range to range; those of a range that failed may hold anything and are left behind.
	free := sync.Pool{New: func() any {
		batches := make([]*batch[T], len(outputs))
		for i := range batches {
			batches[i] = newBatch[T](batchRows)
		}
		return &batches
	}}
	work := func(ctx context.Context, b *gridscribe.Builder, from, to int64) (made, error) {
		m := made{counts: newSummary(counted, opt.Splits), to: to}
		batches := free.Get().(*[]*batch[T])
		for _, o := range outputs {
			m.parts = append(m.parts, o.sink.Begin())
		}
		flush := func(i int) error {
			batch := (*batches)[i]
			rows, err := batch.seal()
			if err != nil {
				return err
			}
			keeps, err := m.parts[i].Add(rows)
			batch.reset(keeps)
			return err
		}
		var rec gridscribe.Record
		for n := from; n < to; n++ {
			if err := ctx.Err(); err != nil {
				return m, err
			}
			if err := b.Build(&rec, n); err != nil {
				return m, err
			}
			i := 0
			if len(opt.Splits) > 1 {
				i = splitOf(opt.Splits, opt.Form.fingerprint(&rec))
			}
			m.counts.add(counted, i, &rec)
			if kind.line != nil {
				part := m.parts[i].(*linesPart[T])
				part.lines = kind.line(part.lines, &rec)
				continue
			}
			batch := (*batches)[i]
			kind.fill(&batch.arena, batch.next(), &rec, opt)
			if batch.full() {
				if err := flush(i); err != nil {
					return m, err
				}
			}
		}
		for i, p := range m.parts {
			if err := flush(i); err != nil {
				return m, err
			}
			if err := p.End(); err != nil {
				return m, err
			}
		}
		free.Put(batches)
		return m, nil
	}

	summary := newSummary(counted, opt.Splits)
	for m, err := range gridscribe.Ranges(ctx, corpus, rangeSize(opt), opt.Workers, work) {
		if err != nil {
			return nil, err
		}
		for i, o := range outputs {
			if err := o.sink.Commit(m.parts[i]); err != nil {
				return nil, fmt.Errorf("export: writing %s: %w", o.file.final, err)
			}
		}
		summary.merge(m.counts)
		if opt.Progress != nil {
			opt.Progress(m.to)
		}
	}
	return summary, nil
}

// rangeSize returns how many records make a range: for Parquet enough for a row group of the largest split, if it has
// half of the records or more. Else a range would be very long, and the rows of the other splits, which wait in memory,
// many; ranges are short then and all rows are gathered.
func rangeSize(opt Options) int64 {
	weight, total := largestSplit(opt.Splits)
	if opt.Format != Parquet || 2*weight < total {
		return 1024
	}
	return int64(rowGroupRows) * int64(total) / int64(weight)
}

// encodedByWorkers reports whether a range holds a row group of the split's rows.
func encodedByWorkers(opt Options, split int) bool {
	weight, total := largestSplit(opt.Splits)
	return 2*weight >= total && opt.Splits[split].Weight == weight
}
