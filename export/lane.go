package export

import (
	"errors"
	"fmt"
	"sync"

	"github.com/gridscribe/gridscribe"
)

// lane writes one subset: a file for every split. Ranges of records are begun and filled by workers and committed in
// order.
type lane interface {
	begin() lanePart
	// commit writes the part, which must not be used any more.
	commit(lanePart) error
	// close ends the files, which keep their temporary names.
	close() error
	files() []*atomicFile // by split
	rows() []int64        // by split, of what is committed
	discard()
}

// lanePart is a range of records on its way into a lane.
type lanePart interface {
	add(rec *gridscribe.Record) error
	// end is called once, after the last record.
	end() error
}

// newLane creates the files of a subset at these paths, by split of the Options.
func newLane(corpus *gridscribe.Corpus, opt Options, paths []string) (lane, error) {
	opt.Form = opt.form()
	switch opt.View {
	case ViewMessages:
		return openLane(opt, paths, rowKind[MessagesRow]{fill: fillMessages, appendJSON: appendMessages})
	case ViewPrompt:
		return openLane(opt, paths, rowKind[PromptRow]{fill: fillPrompt, appendJSON: appendPrompt})
	case ViewText:
		return openLane(opt, paths, rowKind[TextRow]{fill: fillText, appendJSON: appendTextRow})
	case ViewNative:
		return openLane(opt, paths, nativeRows())
	case ViewStepGame:
		return openLane(opt, paths, stepGameRows(opt))
	case ViewBAbI:
		return openLane(opt, paths, babiRows(opt))
	case ViewPromptChat:
		return openLane(opt, paths, promptChatRows())
	case ViewGRPO:
		return openLane(opt, paths, grpoRows(corpus))
	case ViewVerl:
		return openLane(opt, paths, verlRows(corpus))
	case ViewOpenAI:
		return openLane(opt, paths, openAIRows())
	case ViewShareGPT:
		return openLane(opt, paths, shareGPTRows())
	case ViewAlpaca:
		return openLane(opt, paths, alpacaRows())
	case ViewNeMoGym:
		return openLane(opt, paths, nemoGymRows(corpus))
	case ViewLMEval:
		return openLane(opt, paths, lmEvalRows(corpus))
	case ViewInspect:
		return openLane(opt, paths, inspectRows(corpus))
	}
	return openLane(opt, paths, text2SpaceRows())
}

// rowKind is how one type of row is made from a record and written as JSON.
type rowKind[T any] struct {
	fill       func(*arena, *T, *gridscribe.Record, Options)
	appendJSON func([]byte, *T) []byte
	// line, if not nil, appends a record as it stands in a file that is not Parquet, line ends included. No row is made
	// then.
	line recordAppender
}

type recordAppender = func(dst []byte, rec *gridscribe.Record) []byte

// output is the file of one split.
type output[T any] struct {
	file *atomicFile
	sink sink[T]
	rows int64
}

// subsetLane is the lane of one type of row.
type subsetLane[T any] struct {
	opt     Options
	kind    rowKind[T]
	outputs []output[T]
	// Batches go from range to range; those of a range that failed may hold anything and are left behind.
	free sync.Pool // of *[]*batch[T]
}

func openLane[T any](opt Options, paths []string, kind rowKind[T]) (lane, error) {
	l := &subsetLane[T]{opt: opt, kind: kind}
	for i, path := range paths {
		file, err := createFile(path)
		if err != nil {
			l.discard()
			return nil, err
		}
		l.outputs = append(l.outputs, output[T]{file: file})
		if l.outputs[i].sink, err = newSink(file, opt.Format, encodedByWorkers(opt, i), kind); err != nil {
			l.discard()
			return nil, err
		}
	}
	return l, nil
}

func (l *subsetLane[T]) begin() lanePart {
	p := &subsetPart[T]{lane: l, rows: make([]int64, len(l.outputs))}
	var ok bool
	if p.batches, ok = l.free.Get().(*[]*batch[T]); !ok {
		p.batches = new([]*batch[T])
		for range l.outputs {
			*p.batches = append(*p.batches, newBatch[T](batchRows))
		}
	}
	for i := range l.outputs { // no copies: commit counts rows in them at the same time
		p.parts = append(p.parts, l.outputs[i].sink.Begin())
	}
	return p
}

func (l *subsetLane[T]) commit(part lanePart) error {
	p := part.(*subsetPart[T])
	for i := range l.outputs {
		o := &l.outputs[i]
		if err := o.sink.Commit(p.parts[i]); err != nil {
			return fmt.Errorf("export: writing %s: %w", o.file.final, err)
		}
		o.rows += p.rows[i]
	}
	return nil
}

func (l *subsetLane[T]) close() error {
	for _, o := range l.outputs {
		if err := errors.Join(o.sink.Close(), o.file.finish()); err != nil {
			return fmt.Errorf("export: finishing %s: %w", o.file.final, err)
		}
	}
	return nil
}

func (l *subsetLane[T]) files() []*atomicFile {
	all := make([]*atomicFile, len(l.outputs))
	for i, o := range l.outputs {
		all[i] = o.file
	}
	return all
}

func (l *subsetLane[T]) rows() []int64 {
	all := make([]int64, len(l.outputs))
	for i, o := range l.outputs {
		all[i] = o.rows
	}
	return all
}

func (l *subsetLane[T]) discard() {
	for _, o := range l.outputs {
		o.file.discard()
	}
}

// batchRows is how many rows share one text buffer.
const batchRows = 256

type subsetPart[T any] struct {
	lane    *subsetLane[T]
	parts   []part[T] // by split, and so are the others
	batches *[]*batch[T]
	rows    []int64
}

func (p *subsetPart[T]) add(rec *gridscribe.Record) error {
	l, i := p.lane, 0
	if len(p.parts) > 1 {
		i = splitOf(l.opt.Splits, l.opt.Form.fingerprint(rec))
	}
	p.rows[i]++
	if l.kind.line != nil {
		lines := p.parts[i].(*linesPart[T])
		lines.lines = l.kind.line(lines.lines, rec)
		return nil
	}
	batch := (*p.batches)[i]
	opt := l.opt
	opt.split = opt.Splits[i].Name
	l.kind.fill(&batch.arena, batch.next(), rec, opt)
	if batch.full() {
		return p.flush(i)
	}
	return nil
}

func (p *subsetPart[T]) flush(split int) error {
	batch := (*p.batches)[split]
	rows, err := batch.seal()
	if err != nil {
		return err
	}
	keeps, err := p.parts[split].Add(rows)
	batch.reset(keeps)
	return err
}

func (p *subsetPart[T]) end() error {
	for i, part := range p.parts {
		if err := p.flush(i); err != nil {
			return err
		}
		if err := part.End(); err != nil {
			return err
		}
	}
	p.lane.free.Put(p.batches)
	p.batches = nil
	return nil
}
