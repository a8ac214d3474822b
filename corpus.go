package gridscribe

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// Corpus makes the records of one Config. It is immutable and safe for use by many goroutines; each of them takes its
// own [Builder]. Make one with [NewCorpus]; the zero Corpus is not valid.
type Corpus struct {
	cfg     Config
	id      string
	design  *design
	lexicon *describe.Lexicon
	names   []string // for the most objects
	streams struct{ layout, plan, question, words seed.Key }
}

// NewCorpus checks the Config and prepares its design. Its errors are those of [Config.Validate].
func NewCorpus(cfg Config) (*Corpus, error) {
	d, err := newDesign(cfg)
	if err != nil {
		return nil, err
	}
	c := &Corpus{cfg: cfg.clone(), design: d, lexicon: describe.English(), id: cfg.id()}
	most := 0
	for _, o := range cfg.Objects {
		most = max(most, o.Objects)
	}
	c.names = layout.Names(most)
	key := seed.NewKey(cfg.Seed)
	c.streams.layout = key.Named("layout")
	c.streams.plan = key.Named("plan")
	c.streams.question = key.Named("question")
	c.streams.words = key.Named("words")
	return c, nil
}

// Config returns a copy of the corpus's Config.
func (c *Corpus) Config() Config { return c.cfg.clone() }

// At makes record i, 0 or more; i may lie beyond Config.Records. It depends on nothing but the Config and i.
func (c *Corpus) At(i int64) (*Record, error) {
	rec := new(Record)
	if err := c.NewBuilder().Build(rec, i); err != nil {
		return nil, err
	}
	return rec, nil
}

// All makes records 0 to Config.Records-1 in order, one worker's work. The record is reused: it is valid until the loop
// goes on, and [Record.Clone] keeps it. The first error ends the sequence, also that of ctx. [Ranges] works in parallel.
func (c *Corpus) All(ctx context.Context) iter.Seq2[*Record, error] {
	return func(yield func(*Record, error) bool) {
		b, rec := c.NewBuilder(), new(Record)
		for i := range c.cfg.Records {
			err := ctx.Err()
			if err == nil {
				err = b.Build(rec, i)
			}
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(rec, nil) {
				return
			}
		}
	}
}

// Builder makes records into memory that it and the caller reuse: the hot path. Get one from [Corpus.NewBuilder]; the zero
// Builder makes nothing but errors. It must not be used from two goroutines at once.
type Builder struct {
	corpus  *Corpus
	sampler layout.Sampler
	network layout.Network
	stream  seed.Stream
	cells   []layout.Cell
}

// NewBuilder returns a builder of the corpus's records.
func (c *Corpus) NewBuilder() *Builder { return &Builder{corpus: c} }

// Build fills rec with record i, 0 or more, reusing its memory. After the first records of a size it hardly allocates.
func (b *Builder) Build(rec *Record, i int64) error {
	if i < 0 {
		return fmt.Errorf("gridscribe: record %d; records are numbered from 0", i)
	}
	c := b.corpus
	if c == nil {
		return errors.New("gridscribe: a Builder that no Corpus made")
	}
	brief := c.design.at(i)
	if err := b.build(rec, i, brief); err != nil {
		return fmt.Errorf("gridscribe: seed %d, record %d (%v): %w", c.cfg.Seed, i, brief, err)
	}
	return nil
}

// build draws each stage from its own stream, so that a change in one stage leaves the others' choices in place.
func (b *Builder) build(rec *Record, i int64, brief brief) error {
	c, spec, src, net := b.corpus, brief.spec, &b.stream, &b.network
	src.Reset(c.streams.layout.At(i))
	facts, err := b.sampler.Sample(spec, src)
	if err != nil {
		return err
	}
	question := qa.Direction{
		Names: c.names[:spec.Objects:spec.Objects], Aspect: spec.Aspect, Relation: spec.Answer,
	}
	likely := question // which pair is asked about can only be told when the order of the facts is settled
	likely.Locatum, likely.Relatum = b.sampler.CertainPair()
	src.Reset(c.streams.plan.At(i))
	rec.Plan.Arrange(facts, src)
	placeEnds(rec.Plan.Facts, likely, src)
	src.Reset(c.streams.words.At(i))
	if err := rec.Plan.Word(c.lexicon, brief.vocabulary, src); err != nil {
		return err
	}

	if err := net.Reset(spec.Objects, layout.World{}); err != nil {
		return err
	}
	rec.AmbiguousStages = 0
	for _, f := range rec.Plan.Facts {
		if err := net.Add(f); err != nil {
			return err
		}
		if !net.DeterminedSoFar() {
			rec.AmbiguousStages++
		}
	}
	if net.Determined() != spec.Unique {
		return fmt.Errorf("whether the facts determine the layout is %t", net.Determined())
	}
	src.Reset(c.streams.question.At(i))
	if question.Locatum, question.Relatum, err = b.sampler.ChoosePair(spec, net, src); err != nil {
		return err
	}
	proof, ok := net.Prove(question.Locatum, question.Relatum, spec.Aspect)
	if !ok {
		return fmt.Errorf("the facts do not entail the answer")
	}
	rec.Proof.CopyFrom(proof)
	b.cells = net.Realise(b.cells[:0])
	b.fill(rec, i, brief, question)
	return nil
}

func (b *Builder) fill(rec *Record, i int64, brief brief, question qa.Direction) {
	c := b.corpus
	rec.Index, rec.Seed, rec.Corpus = i, c.cfg.Seed, c.id
	rec.Vocabulary = brief.vocabulary
	rec.Unique, rec.Direct = brief.spec.Unique, brief.spec.Direct
	rec.lexicon, rec.names, rec.World = c.lexicon, question.Names, layout.World{}
	rec.direction = question
	rec.Question = &rec.direction
	rec.Layout.Entities = rec.Layout.Entities[:0]
	for k, at := range b.cells {
		rec.Layout.Entities = append(rec.Layout.Entities, layout.Entity{Name: rec.names[k], At: at})
	}
}
