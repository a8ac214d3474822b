package gridscribe

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// buildChain makes a record of a corpus that goes by hops. The sampler places the objects and says which facts prove
// the answer as it makes them, so that in the UnitStep reading nothing is left to be worked out.
func (b *Builder) buildChain(rec *Record, i int64, brief *brief) error {
	c, src, p := b.corpus, &b.stream, &b.problem
	src.Reset(c.streams.layout.At(i))
	if err := b.chains.Sample(p, brief.chain, src); err != nil {
		return err
	}
	rec.Plan.Facts = append(rec.Plan.Facts[:0], p.Facts...)
	rec.Kinds = append(rec.Kinds[:0], p.Kinds...)
	src.Reset(c.streams.words.At(i))
	if err := rec.Plan.Word(c.lexicon, brief.vocabulary, src); err != nil {
		return err
	}
	rec.Reading, rec.World = brief.chain.Reading, brief.chain.World
	proof := layout.Proof{Facts: p.Proof, Rows: p.Proof, Cols: p.Proof}
	switch brief.chain.Aspect {
	case layout.Vertical:
		proof.Cols = nil
	case layout.Horizontal:
		proof.Rows = nil
	}
	rec.Proof.CopyFrom(proof)
	rec.Direct = brief.chain.Hops == 1
	b.cells = append(b.cells[:0], p.Cells...)
	if brief.chain.Reading == layout.UnitStep {
		extra := &brief.chain.Distractors
		rec.Unique = extra[layout.Disconnected] == 0
		if extra[layout.Redundant] == 0 && extra[layout.Useless] == 0 {
			rec.AmbiguousStages = b.parts.apartTree(p.Facts)
		} else {
			rec.AmbiguousStages = b.parts.apart(p.Objects, p.Facts)
		}
	} else if err := b.settle(rec, p.Objects); err != nil {
		return err
	}
	b.name(rec, i, p.Objects)
	b.askChain(rec, brief)
	b.fill(rec, i, brief)
	return nil
}

// settle works out with the network what the facts leave open, and the canonical layout.
func (b *Builder) settle(rec *Record, objects int) error {
	if err := b.state(rec, objects); err != nil {
		return err
	}
	rec.Unique = b.network.Determined()
	b.cells = b.network.Realise(b.cells[:0])
	return nil
}

// askChain asks about the two ends of the chain.
func (b *Builder) askChain(rec *Record, brief *brief) {
	p, phrasing := &b.problem, b.corpus.cfg.Phrasing
	switch brief.family {
	case truthName:
		rec.truth = qa.Truth{
			Names:  rec.names,
			Claim:  layout.Fact{Locatum: p.Locatum, Relatum: p.Relatum, Relation: brief.ask.side, Reading: layout.HalfPlane},
			Closed: phrasing == qa.Benchmark, Value: qa.No, Needs: brief.chain.Hops, Phrasing: phrasing,
		}
		if brief.ask.truth() {
			rec.truth.Value = qa.Yes
		}
		rec.Question = &rec.truth
	case pathName:
		rec.route = qa.Path{
			Names: rec.names, Facts: rec.Plan.Facts, From: p.Locatum, To: p.Relatum, Moves: rec.route.Moves[:0],
		}
		at := p.Locatum
		for _, k := range p.Proof {
			f := p.Facts[k]
			if f.Locatum != at {
				f = f.Converse()
			}
			// What is north of the next place goes south to get there.
			rec.route.Moves, at = append(rec.route.Moves, f.Relation.Converse()), f.Relatum
		}
		rec.Question = &rec.route
	default:
		rec.direction = qa.Direction{
			Names: rec.names, Locatum: p.Locatum, Relatum: p.Relatum, Aspect: brief.chain.Aspect, Relation: p.Answer,
			Sharing: brief.chain.World.Sharing, Needs: brief.chain.Hops, Phrasing: phrasing,
		}
		rec.Question = &rec.direction
	}
}

// keepQuestion makes the question of a clone its own.
func (r *Record) keepQuestion(from *Record) {
	r.direction.Names, r.truth.Names, r.route.Names = r.names, r.names, r.names
	switch from.Question.(type) {
	case *qa.Direction:
		r.Question = &r.direction
	case *qa.Truth:
		r.Question = &r.truth
	case *qa.Path:
		r.route.Facts, r.route.Moves = r.Plan.Facts, slices.Clone(r.route.Moves)
		r.Question = &r.route
	}
}

// parts follows how facts in the UnitStep reading tie objects together: two objects are fixed against each other
// exactly when a chain of facts runs between them. It is scratch space; the zero value is ready.
type parts struct {
	of [layout.MaxObjects]int16 // another object of the same part, or itself; -1: not mentioned
}

// apart returns after how many facts, in order, the objects mentioned so far were in several parts.
func (p *parts) apart(objects int, facts []layout.Fact) (stages int) {
	of := p.of[:objects]
	for i := range of {
		of[i] = -1
	}
	count := 0
	for _, f := range facts {
		for _, o := range [2]int{f.Locatum, f.Relatum} {
			if of[o] < 0 {
				of[o] = int16(o)
				count++
			}
		}
		if a, b := p.end(f.Locatum), p.end(f.Relatum); a != b {
			of[a] = b
			count--
		}
		if count > 1 {
			stages++
		}
	}
	return stages
}

// apartTree is the same for facts that make no loops: each takes one part away.
func (p *parts) apartTree(facts []layout.Fact) (stages int) {
	var mentioned [layout.MaxObjects / 64]uint64
	count := 0
	for i := range facts {
		for _, o := range [2]int{facts[i].Locatum, facts[i].Relatum} {
			bit := uint64(1) << (o & 63)
			if at := &mentioned[uint(o)/64%uint(len(mentioned))]; *at&bit == 0 {
				*at |= bit
				count++
			}
		}
		if count--; count > 1 {
			stages++
		}
	}
	return stages
}

func (p *parts) end(i int) int16 {
	for int(p.of[i]) != i {
		i = int(p.of[i])
	}
	return int16(i)
}
