// Package export writes corpora: rows as JSONL and Parquet, the fields of the released Text2Space file, the eight prompt
// forms as chats, prompts and plain texts, and splits that share no problem.
package export

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// Options says how a corpus is written. The zero Options writes Text2Space rows to Parquet, one worker, default splits.
type Options struct {
	View   View
	Form   Form        // what the rows of a view other than Text2Space show and ask for
	Style  scene.Style // how their drawings look
	Format Format
	Splits []Split // nil: DefaultSplits

	Workers int // 1 or more; 0 counts as 1. The files do not depend on it.
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
		return fmt.Errorf("export: form %d; %s are allowed", o.Form, list(formNames[:]))
	case o.Style >= scene.Styles:
		return fmt.Errorf("export: style %d; simple, grid and panel are allowed", o.Style)
	case o.Format >= formats:
		return fmt.Errorf("export: format %d; %s are allowed", o.Format, list(formatNames[:]))
	case o.Workers < 0:
		return fmt.Errorf("export: %d workers; 0 or more are allowed", o.Workers)
	}
	if o.Splits != nil {
		return validateSplits(o.Splits)
	}
	return nil
}

// ErrNotEmpty is wrapped by the error for a folder that holds something already.
var ErrNotEmpty = errors.New("the folder is not empty")

// Write writes the corpus to dir, which it creates: data/<split>-00000-of-00001.<format> for every split. It returns
// what it wrote. The files appear under these names together, after all are complete and synced; when anything fails,
// ctx ends included, none does, and what was there before stays.
func Write(ctx context.Context, corpus *gridscribe.Corpus, dir string, opt Options) (*Summary, error) {
	if err := opt.Validate(); err != nil {
		return nil, err
	}
	if opt.Splits == nil {
		opt.Splits = DefaultSplits()
	}
	switch opt.View {
	case Messages:
		return write(ctx, corpus, dir, opt, rowKind[MessagesRow]{fillMessages, appendMessages})
	case Prompt:
		return write(ctx, corpus, dir, opt, rowKind[PromptRow]{fillPrompt, appendPrompt})
	case Text:
		return write(ctx, corpus, dir, opt, rowKind[TextRow]{fillText, appendTextRow})
	}
	return write(ctx, corpus, dir, opt, rowKind[Text2SpaceRow]{fillText2Space, appendText2Space})
}

// rowKind is how one type of row is made from a record and written as JSON.
type rowKind[T any] struct {
	fill       func(*arena, *T, *gridscribe.Record, Options)
	appendJSON func([]byte, *T) []byte
}

// output is the file of one split.
type output[T any] struct {
	file *atomicFile
	sink sink[T]
}

func write[T any](
	ctx context.Context, corpus *gridscribe.Corpus, dir string, opt Options, kind rowKind[T],
) (summary *Summary, err error) {
	data := filepath.Join(dir, "data")
	if err := prepare(dir, data, opt); err != nil {
		return nil, err
	}
	outputs := make([]output[T], 0, len(opt.Splits))
	defer func() {
		if err != nil {
			for _, o := range outputs {
				o.file.discard()
			}
		}
	}()
	largest, _, _ := largestSplit(opt.Splits)
	for i, s := range opt.Splits {
		file, err := createFile(filepath.Join(data, fileName(s.Name, opt.Format)))
		if err != nil {
			return nil, err
		}
		outputs = append(outputs, output[T]{file, newSink(file, opt.Format, i == largest, kind)})
	}
	summary, err = pump(ctx, corpus, outputs, opt, kind)
	if err != nil {
		return nil, err
	}
	for _, o := range outputs {
		if err := errors.Join(o.sink.close(), o.file.finish()); err != nil {
			return nil, fmt.Errorf("export: finishing %s: %w", o.file.final, err)
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := removeOld(data, opt.Splits, opt.Format); err != nil {
		return nil, err
	}
	for i, o := range outputs {
		if err := o.file.commit(); err != nil {
			return nil, fmt.Errorf("export: naming %s: %w", o.file.final, err)
		}
		summary.Splits[i].Path = o.file.final
	}
	return summary, syncDir(data)
}

func fileName(split string, format Format) string {
	return fmt.Sprintf("%s-00000-of-00001.%s", split, format)
}

func newSink[T any](w io.Writer, format Format, large bool, kind rowKind[T]) sink[T] {
	if format == JSONL {
		return &jsonlSink[T]{out: w, appendRow: kind.appendJSON}
	}
	return newParquetSink[T](w, large)
}

// prepare makes the folder, or checks that it may be written to.
func prepare(dir, data string, opt Options) error {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return fmt.Errorf("export: looking into the output folder: %w", err)
	case len(entries) > 0 && !opt.Overwrite:
		return fmt.Errorf("export: %s holds %q: %w; name another folder or allow overwriting", dir, entries[0].Name(),
			ErrNotEmpty)
	}
	if err := os.MkdirAll(data, 0o755); err != nil {
		return fmt.Errorf("export: making the output folder: %w", err)
	}
	return nil
}

// removeOld removes the files of an earlier corpus that the new files do not replace: a reader would mix them in.
func removeOld(data string, splits []Split, format Format) error {
	replaced := make(map[string]bool)
	for _, s := range splits {
		replaced[fileName(s.Name, format)] = true
	}
	for f := range formats {
		old, err := filepath.Glob(filepath.Join(data, "*-00000-of-00001."+f.String()))
		if err != nil {
			return fmt.Errorf("export: looking for an earlier corpus: %w", err)
		}
		for _, path := range old {
			if name := filepath.Base(path); name[0] != '.' && !replaced[name] {
				if err := os.Remove(path); err != nil {
					return fmt.Errorf("export: removing an earlier corpus: %w", err)
				}
			}
		}
	}
	return nil
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
	var free sync.Pool // of []*batch[T], one for each output
	work := func(b *gridscribe.Builder, from, to int64) (made, error) {
		m := made{counts: newSummary(corpus, opt.Splits), to: to}
		batches, ok := free.Get().([]*batch[T])
		if !ok {
			for range outputs {
				batches = append(batches, newBatch[T](batchRows))
			}
		}
		for _, o := range outputs {
			m.parts = append(m.parts, o.sink.begin())
		}
		flush := func(i int) error {
			rows, err := batches[i].seal()
			if err != nil {
				return err
			}
			keeps, err := m.parts[i].add(rows)
			batches[i].reset(keeps)
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
			i := splitOf(opt.Splits, rec.Fingerprint())
			kind.fill(&batches[i].arena, batches[i].next(), &rec, opt)
			m.counts.add(i, &rec)
			if batches[i].full() {
				if err := flush(i); err != nil {
					return m, err
				}
			}
		}
		for i, p := range m.parts {
			if err := flush(i); err != nil {
				return m, err
			}
			if err := p.end(); err != nil {
				return m, err
			}
		}
		free.Put(batches)
		return m, nil
	}

	summary := newSummary(corpus, opt.Splits)
	for m, err := range gridscribe.Ranges(ctx, corpus, rangeSize(opt), opt.Workers, work) {
		if err != nil {
			return nil, err
		}
		for i, o := range outputs {
			if err := o.sink.commit(m.parts[i]); err != nil {
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

// rangeSize returns how many records make a range: enough for a row group of the largest split.
func rangeSize(opt Options) int64 {
	if opt.Format == JSONL {
		return 1024
	}
	_, weight, total := largestSplit(opt.Splits)
	return int64(rowGroupRows) * int64(total) / int64(weight)
}
