package describe

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendSteps appends the reasoning that the proof of a claim is made of, or of what rules it out: the facts of its chains in
// the words of [AppendFact], from the claim's locatum towards another object, and after each that continues a chain what
// follows so far, as in "Since A is above B and B is to the left of C, A is above and to the left of C." A conclusion says
// all that follows for facts of other readings than Aligned, as in "A is 2 rows above and 1 column to the left of C"; for
// Aligned ones it names the direction, and one that holds on one axis only says so: "A is in a higher row than C".
//
// The last conclusion of a single chain is the answer and is left unsaid; of a proof by two chains, one for the rows and
// one for the columns, each says its half. Facts of the proof that are in no chain are stated, and then, in the words of
// [AppendAssumptions], what the claim needs of the world beside them: "No two objects share a place." The zero Proof
// appends nothing.
//
// Facts refer to names by index; the proof refers to the facts. [AnswerFact] is the claim of an answer about a direction.
// What is written [Replay] accepts for the claim.
func AppendSteps(dst []byte, world layout.World, facts []Fact, proof layout.Proof, claim Fact, names []string) []byte {
	c := chainWriter{dst: dst, start: len(dst), facts: facts, claim: claim, names: names}
	return c.steps(world, proof)
}

func (c *chainWriter) steps(world layout.World, proof layout.Proof) []byte {
	c.words, c.wordy = readingOf(c.facts)
	rows, cols := proof.Rows, proof.Cols
	if !c.connects(rows) {
		rows = nil
	}
	if !c.connects(cols) {
		cols = nil
	}
	inChain := func(i int) bool { return slices.Contains(rows, i) || slices.Contains(cols, i) }
	byRule := slices.ContainsFunc(proof.Facts, func(i int) bool { return !inChain(i) })
	byRule = byRule || rows == nil && proof.Rows != nil || cols == nil && proof.Cols != nil
	oneChain := rows == nil || cols == nil || slices.Equal(rows, cols)
	if oneChain && rows == nil {
		rows = cols
	}
	switch {
	case oneChain && !byRule:
		c.chain(rows, nil)
	case oneChain:
		c.chain(rows, func(k known) known { return k })
	default:
		c.chain(rows, func(k known) known { return known{rows: k.rows, cols: layout.Anything()} })
		c.chain(cols, func(k known) known { return known{rows: layout.Anything(), cols: k.cols} })
	}
	if !byRule {
		return c.dst
	}
	for _, i := range proof.Facts {
		if i >= 0 && i < len(c.facts) && !inChain(i) {
			c.sentence(c.facts[i])
		}
	}
	apart, ends := c.rules(world, proof.Facts)
	for i := range englishAssumptions {
		a := &englishAssumptions[i]
		if a.alias || !a.says.isRule() || !a.says.needed(world) {
			continue
		}
		if a.says == assumesApart && apart || a.says != assumesApart && ends {
			c.open()
			c.dst = a.append(c.dst, world)
		}
	}
	return c.dst
}

// rules reports which rules of the world the claim needs beside the facts of its proof: that no two objects share a cell,
// and that the grid ends: both where either will do.
func (c *chainWriter) rules(world layout.World, proof []int) (apart, ends bool) {
	free, unending := world, world
	free.Sharing = true
	unending.Rows, unending.Cols = 0, 0
	if c.settles(layout.World{Sharing: true}, proof) {
		return false, false
	}
	apart, ends = !c.settles(free, proof), !c.settles(unending, proof)
	if !apart && !ends { // either will do
		return true, true
	}
	return apart, ends
}

// settles reports whether the facts of a proof entail the claim in a world, or rule it out.
func (c *chainWriter) settles(world layout.World, proof []int) bool {
	var net layout.Network
	if net.Reset(len(c.names), world) != nil {
		return false
	}
	for _, k := range proof {
		if k < 0 || k >= len(c.facts) || net.Add(c.facts[k]) != nil {
			return false
		}
	}
	return net.Judge(c.claim) != layout.Open
}

// readingOf returns the reading that all direction words of the facts have; ok is false when there are none or they
// differ.
func readingOf(facts []Fact) (r layout.Reading, ok bool) {
	for i := range facts {
		switch reading := facts[i].Reading; {
		case !reading.OfWords():
		case !ok:
			r, ok = reading, true
		case r != reading:
			return 0, false
		}
	}
	return r, ok
}

// isRule reports whether something can follow from the assumption and no fact.
func (s assumed) isRule() bool {
	return s == assumesApart || s == assumesGrid || s == assumesRows || s == assumesCols
}

// chainWriter writes chains of facts that start at the locatum.
type chainWriter struct {
	dst   []byte
	start int
	facts []Fact
	names []string
	claim Fact           // that is proved or ruled out
	words layout.Reading // of direction words in the text
	wordy bool           // there is one
	signs bool           // conclusions name directions: all facts of the chain are Aligned
}

// connects reports whether a chain of facts leads from the locatum to another object.
func (c *chainWriter) connects(chain []int) bool {
	at := c.claim.Locatum
	for _, i := range chain {
		if i < 0 || i >= len(c.facts) {
			return false
		}
		_, next, ok := linkFrom(&c.facts[i], at)
		if !ok {
			return false
		}
		at = next
	}
	return at >= 0 && at != c.claim.Locatum
}

// chain writes a chain. The last conclusion is cut down to the half that the chain is to prove, or left out.
func (c *chainWriter) chain(chain []int, half func(known) known) {
	c.signs = !slices.ContainsFunc(chain, func(i int) bool { return c.facts[i].Reading != layout.Aligned })
	at := c.claim.Locatum
	var sofar known
	for k, i := range chain {
		f := c.facts[i]
		link, next, _ := linkFrom(&f, at)
		if f.Locatum != at {
			f = f.Converse()
		}
		before := sofar
		sofar = link
		c.sentence(f)
		if k > 0 {
			sofar = before.compose(link)
			said := sofar
			if k == len(chain)-1 {
				if half == nil {
					return
				}
				said = half(sofar)
			}
			c.open()
			c.dst = append(c.dst, englishSince+" "...)
			c.clause(before, at)
			c.dst = append(c.dst, " "+englishAnd+" "...)
			c.dst = AppendFact(c.dst, f, c.names)
			c.dst = append(c.dst, ", "...)
			c.clause(said, next)
			c.dst = append(c.dst, '.')
		}
		at = next
	}
}

// open starts a sentence.
func (c *chainWriter) open() {
	if len(c.dst) > c.start {
		c.dst = append(c.dst, ' ')
	}
}

// sentence writes a fact.
func (c *chainWriter) sentence(f Fact) {
	c.open()
	from := len(c.dst)
	c.dst = AppendFact(c.dst, f, c.names)
	if uint(f.Locatum) < uint(len(c.names)) {
		capitalise(c.dst[from:], c.names[f.Locatum])
	}
	c.dst = append(c.dst, '.')
}

// clause writes what is known of the locatum, without a full stop.
func (c *chainWriter) clause(k known, relatum int) {
	if c.signs {
		c.signClause(k, relatum)
		return
	}
	f := Fact{Locatum: c.claim.Locatum, Relatum: relatum, Reading: layout.Measured, Rows: k.rows, Cols: k.cols}
	if c.wordy && relatum >= 0 {
		for relation := layout.N; relation < layout.Cardinals; relation++ {
			word := Fact{Locatum: c.claim.Locatum, Relatum: relatum, Relation: relation, Reading: c.words}
			if rows, cols := word.Intervals(); rows == k.rows && cols == k.cols {
				f = word
			}
		}
	}
	c.dst = AppendFact(c.dst, f, c.names)
}

// signClause writes a relation in base words when it is wholly known, else of the axis that is.
func (c *chainWriter) signClause(k known, relatum int) {
	rows, rowsKnown := k.rows.Sign()
	cols, colsKnown := k.cols.Sign()
	c.dst = appendName(c.dst, c.names, c.claim.Locatum)
	c.dst = append(c.dst, " "+englishIs+" "...)
	switch {
	case rowsKnown && colsKnown:
		c.dst = AppendBase(c.dst, layout.CardinalOf(rows, cols))
	case rowsKnown:
		c.dst = append(c.dst, rowPhrases[rows+1]...)
	default:
		c.dst = append(c.dst, columnPhrases[cols+1]...)
	}
	c.dst = append(c.dst, ' ')
	c.dst = appendName(c.dst, c.names, relatum)
}

// known is what is known of the row and the column difference of two objects.
type known struct{ rows, cols layout.Interval }

// linkFrom returns what a fact says of an object, or of a line of the frame, against its other one.
func linkFrom(f *Fact, at int) (k known, other int, ok bool) {
	rows, cols := f.Intervals()
	switch {
	case f.Reading == layout.InCorner:
		return known{}, 0, false
	case f.Locatum == at:
		return known{rows, cols}, f.Relatum, true
	case f.Relatum == at:
		return known{rows.Negate(), cols.Negate()}, f.Locatum, true
	}
	return known{}, 0, false
}

// compose returns what is known of A against C, k being A against B and next being B against C.
func (k known) compose(next known) known {
	return known{k.rows.Add(next.rows), k.cols.Add(next.cols)}
}
