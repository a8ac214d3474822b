package export

import (
	"context"
	"fmt"
	"io"
	"path/filepath"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// Options says how a corpus is written. The zero Options writes Text2Space rows to Parquet, one worker, default splits.
type Options struct {
	View View
	// Form is what the rows show and ask for, in views that show one: messages, prompt and text need it, in the others
	// NoForm stands for View.DefaultForm.
	Form   Form
	Style  scene.Style // how their drawings look
	Format Format
	Splits []Split // nil: DefaultSplits
	// Bare leaves the sentences that say what a story takes for granted out of the views stepgame and babi, as the
	// files do that these views are like. The question then has an answer only for who knows what is meant.
	Bare bool

	Workers  int              // see [Run]
	Progress func(done int64) // see [Run]
	// Overwrite allows a folder that holds something already. Only a corpus in it is replaced.
	Overwrite bool

	split string // of the row that is being filled
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
			list(formedNames()))
	case o.View.single() && o.Form != NoForm && !o.Form.single():
		return fmt.Errorf("export: view %v with form %v; %s are allowed, which have one question and one answer", o.View, o.Form,
			list(singleNames()))
	case o.View.Formed() && o.form() == NoForm:
		return fmt.Errorf("export: view %v without a form; %s are allowed", o.View, list(formNames[FormDraw:]))
	case o.Bare && !o.View.story():
		return fmt.Errorf("export: view %v bare; only %s can be", o.View, list(storyNames()))
	case o.Style >= scene.Styles:
		return fmt.Errorf("export: style %d; simple, grid and panel are allowed", o.Style)
	case o.Format >= formats:
		return fmt.Errorf("export: format %d; %s are allowed", o.Format, list(formatNames[:]))
	case o.Format == Numbered && !o.View.story():
		return fmt.Errorf("export: view %v in format txt; parquet, jsonl, jsonl.gz and jsonl.zst are allowed, or use the views %s", o.View,
			list(storyNames()))
	case o.Workers < 0:
		return fmt.Errorf("export: %d workers; 0 or more are allowed", o.Workers)
	}
	if o.Splits != nil {
		return validateSplits(o.Splits)
	}
	return nil
}

// Write writes the corpus to dir, which it creates, as one subset in one shard: see [Open] for more. It returns what it
// wrote. The files appear under their names together, after all are complete and synced; when anything fails, ctx ended
// included, none does, and what was there before stays.
func Write(ctx context.Context, corpus *gridscribe.Corpus, dir string, opt Options) (*Summary, error) {
	if err := opt.Validate(); err != nil {
		return nil, err
	}
	if err := opt.Suits(corpus.Config()); err != nil {
		return nil, err
	}
	place, err := openFolder(dir, opt.Overwrite)
	if err != nil {
		return nil, err
	}
	defer place.abandon()
	job, err := Open(place.work, opt.plan(corpus.Config()))
	if err != nil {
		return nil, err
	}
	if _, err := job.Make(ctx, 0, Run{Workers: opt.Workers, Progress: opt.Progress}); err != nil {
		return nil, err
	}
	manifest, err := job.Finalize(ctx)
	if err != nil {
		return nil, err
	}
	if err := place.replace(); err != nil {
		return nil, err
	}
	return manifest.summary(dir), nil
}

// plan returns what Write writes.
func (o Options) plan(cfg gridscribe.Config) Plan {
	subset := Subset{View: o.View, Form: o.Form, Style: o.Style, Format: o.Format, Bare: o.Bare}
	return Plan{Config: cfg, Subsets: []Subset{subset}, Splits: o.Splits, Shards: 1}.completed()
}

// summary returns what stands in the folder of a corpus in one shard.
func (m *Manifest) summary(dir string) *Summary {
	s := &Summary{Stats: m.Stats}
	for _, f := range m.Files {
		s.Splits = append(s.Splits, SplitCount{Name: f.Split, Path: filepath.Join(dir, filepath.FromSlash(f.Path)), Rows: f.Rows})
	}
	return s
}

func newSink[T any](w io.Writer, format Format, large bool, kind rowKind[T]) (sink[T], error) {
	if format == Parquet {
		return newParquetSink[T](w, large), nil
	}
	out, err := compressor(format, w)
	return &linesSink[T]{out: out, appendRow: kind.appendJSON}, err
}
