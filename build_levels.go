package gridscribe

import (
	"errors"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// mostDraws is how many draws of one record may come to nothing, one after the other. That of a family's own sampler
// seldom does.
const mostDraws = 1000

// mostAnswerDraws is how many draws may go by until the answer comes up that is due. That at least some of 600 have it
// is known.
const mostAnswerDraws = 20_000

// buildLevel makes a record of a corpus that goes by levels: the family samples a subject and asks about it.
func (b *Builder) buildLevel(rec *Record, i int64, brief *brief) error {
	ask := &brief.leveled
	subject, q, err := b.askLevel(ask, ask.of)
	if err != nil {
		return err
	}
	if inst, ok := q.(qa.Instance); ok && ask.contrast {
		if contrast, ok := inst.Contrast(); ok {
			q = contrast
		} else if subject, q, err = b.askLevel(ask, -1-ask.of); err != nil {
			return err
		}
	} else if ask.contrast {
		if subject, q, err = b.askLevel(ask, -1-ask.of); err != nil {
			return err
		}
	}
	c := b.corpus
	if inst, ok := q.(qa.Instance); ok && ask.choice {
		b.stream.Reset(c.streams.options.At(i))
		if q, err = choiceOf(inst, &b.stream); err != nil {
			return err
		}
	}
	rec.subject, rec.Question, rec.Level = subject, q, ask.level
	b.stream.Reset(c.streams.media.At(i))
	rec.Medium = c.cfg.chooseMedium(q, ask.medium, &b.stream)
	rec.names, rec.drawn = subject.Layout.Names(), rec.drawn[:0]
	rec.Plan.Facts, rec.Plan.Phrases = append(rec.Plan.Facts[:0], subject.Facts...), rec.Plan.Phrases[:0]
	rec.World, rec.Reading, rec.Kinds = subject.World, subject.Reading(), rec.Kinds[:0]
	rec.Unique, rec.AmbiguousStages, rec.Direct = true, 0, q.Hops() == 1
	rec.Proof.CopyFrom(layout.Proof{})
	b.cells = b.cells[:0]
	vocabulary := brief.vocabulary
	if len(subject.Facts) > 0 {
		if vocabulary.Len() > len(subject.Facts) {
			vocabulary = describe.Spatial
		}
		b.stream.Reset(c.streams.words.At(i))
		if err := rec.Plan.Word(c.lexicon, vocabulary, &b.stream); err != nil {
			return err
		}
		if err := b.state(rec, subject.Layout.Len()); err != nil {
			return err
		}
		b.prove(rec)
		rec.Unique = b.network.Determined()
		for _, e := range subject.Layout.Entities {
			b.cells = append(b.cells, e.At)
		}
	}
	b.fill(rec, i, brief)
	rec.Vocabulary = vocabulary
	return nil
}

// prove gives a question about a direction its proof.
func (b *Builder) prove(rec *Record) {
	if q, ok := rec.Question.(qa.Direction); ok {
		rec.direction, rec.Question = q, &rec.direction
	}
	if q := rec.Direction(); q != nil {
		if proof, ok := b.network.Prove(q.Locatum, q.Relatum, q.Aspect); ok {
			rec.Proof.CopyFrom(proof)
		}
	}
}

// choiceOf puts a question as a multiple choice of four answers, or of as many as there are, with "none of these"
// beside them in half; it stays free where there are no two.
func choiceOf(q qa.Instance, src seed.Source) (qa.Question, error) {
	none := src.Intn(2) == 0
	for n := 4; n >= 2; n-- {
		switch choice, err := qa.NewOptions(q, n, none, src); {
		case err == nil:
			return choice, nil
		case !errors.Is(err, qa.ErrUnsuitable):
			return nil, err
		}
	}
	return q, nil
}

// askLevel draws subjects until the family has a question about one, with the answer that is due.
func (b *Builder) askLevel(ask *levelAsk, of int64) (s qa.Subject, q qa.Question, err error) {
	c := b.corpus
	key := c.streams.layout
	if of < 0 {
		key, of = key.Named("alone"), -1-of
	}
	draws := int64(mostDraws)
	if ask.answer != "" {
		draws = mostAnswerDraws
	}
	for try := range draws {
		b.stream.Reset(key.At(of).At(try))
		if s, err = ask.family.Sample(&b.stream); err == nil {
			b.stream.Reset(c.streams.question.At(of).At(try))
			q, err = ask.family.Ask(s, &b.stream)
		}
		switch {
		case err == nil && (ask.answer == "" || ask.answer == q.Answer().String()):
			return s, q, nil
		case err != nil && !errors.Is(err, qa.ErrUnsuitable):
			return s, q, err
		}
	}
	if ask.answer != "" {
		return s, nil, fmt.Errorf("the answer %q did not come up in %d draws", ask.answer, draws)
	}
	return s, nil, fmt.Errorf("%d draws came to nothing: %w", draws, err)
}

// chooseMedium takes the medium that is due where the question allows it, else draws one of those that it allows. A
// question about a text is asked of the text, and a description of the drawing.
func (c Config) chooseMedium(q qa.Question, due qa.Medium, src seed.Source) qa.Medium {
	inst, ok := q.(qa.Instance)
	if _, shown := q.(qa.Describe); shown {
		return qa.AsDrawing
	}
	if !ok {
		return qa.AsText
	}
	allowed := inst.Media()
	if slices.Contains(allowed, due) {
		return due
	}
	weights := []int{1, 1, 1}
	if c.Media != (MediumWeights{}) {
		weights = c.Media.weights()
	}
	total := 0
	of := make([]int, len(allowed))
	for k, m := range allowed {
		of[k] = weights[m]
		total += of[k]
	}
	if total == 0 {
		return allowed[0]
	}
	return allowed[seed.Pick(src, of, total)]
}
