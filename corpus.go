package gridscribe

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// Corpus makes the records of one Config. It is immutable and safe for use by many goroutines; each of them takes its
// own [Builder]. Make one with [NewCorpus]; the zero Corpus is not valid.
type Corpus struct {
	cfg     Config
	text    []byte // the Config as JSON
	id      string
	design  *design
	lexicon *describe.Lexicon
	names   []string // all that objects can have
	streams struct{ layout, plan, question, words, names, family, options, media seed.Key }
}

// NewCorpus checks the Config and prepares its design. Its errors are those of [Config.Validate].
func NewCorpus(cfg Config) (*Corpus, error) {
	d, err := newDesign(cfg.clone())
	if err != nil {
		return nil, err
	}
	text := cfg.text()
	c := &Corpus{cfg: cfg.clone(), design: d, lexicon: describe.English(), text: text, id: idOf(text)}
	c.names = cfg.Names.newPool(d.most)
	key := seed.NewKey(cfg.Seed)
	c.streams.layout = key.Named("layout")
	c.streams.plan = key.Named("plan")
	c.streams.question = key.Named("question")
	c.streams.words = key.Named("words")
	c.streams.names = key.Named("names")
	c.streams.family = key.Named("family")
	c.streams.options = key.Named("options")
	c.streams.media = key.Named("media")
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
// goes on, and [Record.Clone] keeps it. The first error ends the sequence, also that of ctx. [Ranges] works in
// parallel.
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

// Builder makes records into memory that it and the caller reuse: the hot path. Get one from [Corpus.NewBuilder]; the
// zero Builder makes nothing but errors. It must not be used from two goroutines at once.
type Builder struct {
	corpus  *Corpus
	sampler layout.Sampler
	chains  layout.HopSampler
	problem layout.HopProblem
	network layout.Network
	parts   parts
	namer   namer
	stream  seed.Stream
	brief   brief
	cells   []layout.Cell
}

// NewBuilder returns a builder of the corpus's records.
func (c *Corpus) NewBuilder() *Builder { return &Builder{corpus: c, namer: namer{pool: c.names}} }

// Build fills rec with record i, 0 or more, reusing its memory. After the first records of a size it hardly allocates.
func (b *Builder) Build(rec *Record, i int64) error {
	if i < 0 {
		return fmt.Errorf("gridscribe: record %d; records are numbered from 0", i)
	}
	c := b.corpus
	if c == nil {
		return errors.New("gridscribe: a Builder that no Corpus made")
	}
	b.brief = c.design.at(i)
	var err error
	rec.Level, rec.Medium, rec.subject = 0, qa.AsText, qa.Subject{}
	switch {
	case b.brief.chain.Hops > 0:
		err = b.buildChain(rec, i, &b.brief)
	case b.brief.leveled.level > 0:
		err = b.buildLevel(rec, i, &b.brief)
	default:
		err = b.build(rec, i, &b.brief)
	}
	if err != nil {
		return fmt.Errorf("gridscribe: seed %d, record %d (%v): %w", c.cfg.Seed, i, b.brief, err)
	}
	return nil
}

// build draws each stage from its own stream, so that a change in one stage leaves the others' choices in place.
func (b *Builder) build(rec *Record, i int64, brief *brief) error {
	c, spec, src, net := b.corpus, brief.spec, &b.stream, &b.network
	src.Reset(c.streams.layout.At(i))
	facts, err := b.sampler.Sample(spec, src)
	if err != nil {
		return err
	}
	b.name(rec, i, spec.Objects)
	question := qa.Direction{
		Names: rec.names, Aspect: spec.Aspect, Relation: spec.Answer, Phrasing: c.cfg.Phrasing,
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

	rec.Reading, rec.World, rec.Kinds = layout.Aligned, layout.World{}, rec.Kinds[:0]
	if err := b.state(rec, spec.Objects); err != nil {
		return err
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
	question.Needs = proof.Hops()
	rec.direction = question
	rec.Question = &rec.direction
	rec.Unique, rec.Direct = spec.Unique, spec.Direct
	b.cells = net.Realise(b.cells[:0])
	b.fill(rec, i, brief)
	if brief.family != directionName {
		return b.askFamily(rec, i, brief.family)
	}
	return nil
}

// state adds the facts to the network and counts the stages.
func (b *Builder) state(rec *Record, objects int) error {
	net := &b.network
	if err := net.Reset(objects, rec.World); err != nil {
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
	return nil
}

// askFamily replaces the question by one of another family, if the record holds one.
func (b *Builder) askFamily(rec *Record, i int64, name string) error {
	own := qa.Subject{Facts: slices.Clone(rec.Plan.Facts), World: rec.World}
	own.Layout.Entities = slices.Clone(rec.Layout.Entities)
	b.stream.Reset(b.corpus.streams.family.At(i))
	q, err := familyNamed(name, b.corpus.cfg.Phrasing).Ask(own, &b.stream)
	switch {
	case errors.Is(err, qa.ErrUnsuitable):
		return nil
	case err != nil:
		return err
	}
	rec.Question = q
	if q, ok := q.(qa.Truth); ok {
		rec.truth, rec.Question = q, &rec.truth
	}
	rec.Direct = q.Hops() == 1
	rec.Proof.CopyFrom(layout.Proof{})
	b.prove(rec)
	return nil
}

// name gives the objects of a record their names.
func (b *Builder) name(rec *Record, i int64, objects int) {
	kind := b.corpus.cfg.Names
	rec.drawn = rec.drawn[:0]
	if kind == NamesInOrder {
		rec.names = b.corpus.names[:objects:objects]
		return
	}
	b.stream.Reset(b.corpus.streams.names.At(i))
	rec.drawn = b.namer.append(rec.drawn, kind, objects, &b.stream)
	rec.names = rec.drawn
}

func (b *Builder) fill(rec *Record, i int64, brief *brief) {
	c := b.corpus
	rec.Index, rec.Seed, rec.Corpus = i, c.cfg.Seed, c.id
	rec.Vocabulary, rec.lexicon = brief.vocabulary, c.lexicon
	rec.Layout.Entities = rec.Layout.Entities[:0]
	for k, at := range b.cells {
		rec.Layout.Entities = append(rec.Layout.Entities, layout.Entity{Name: rec.names[k], At: at})
	}
}
