package describe

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendSteps appends the reasoning that a proof is made of: the facts of its chains in base words, from the locatum
// towards the relatum, and after each that continues a chain what follows so far, as in "Since A is above B and B is to
// the left of C, A is above and to the left of C." A conclusion that holds on one axis only says so: "A is in a higher
// row than C". The last conclusion of a single chain is the answer and is left unsaid; of a proof by two chains, one for
// the rows and one for the columns, each says its half. Facts refer to names by index; the proof refers to the facts.
func AppendSteps(dst []byte, facts []Fact, proof layout.Proof, locatum int, names []string) []byte {
	c := chainWriter{dst: dst, start: len(dst), facts: facts, locatum: locatum, names: names}
	if proof.Rows == nil || proof.Cols == nil || slices.Equal(proof.Rows, proof.Cols) {
		if proof.Rows != nil {
			c.chain(proof.Rows, nil)
		} else {
			c.chain(proof.Cols, nil)
		}
		return c.dst
	}
	c.chain(proof.Rows, func(k known) known { return known{rows: k.rows, cols: layout.Anything()} })
	c.chain(proof.Cols, func(k known) known { return known{rows: layout.Anything(), cols: k.cols} })
	return c.dst
}

// chainWriter writes chains of facts that start at the locatum.
type chainWriter struct {
	dst     []byte
	start   int
	facts   []Fact
	locatum int
	names   []string
}

// chain writes a chain. The last conclusion is cut down to the half that the chain is to prove, or left out.
func (c *chainWriter) chain(chain []int, half func(known) known) {
	at := c.locatum
	var sofar known
	for k, i := range chain {
		if i < 0 || i >= len(c.facts) {
			return
		}
		f := c.facts[i]
		if f.Locatum != at {
			f = f.Converse()
		}
		before, link := sofar, knownOf(f)
		sofar = link
		if len(c.dst) > c.start {
			c.dst = append(c.dst, ' ')
		}
		c.clause(f.Locatum, link, f.Relatum)
		c.dst = append(c.dst, '.')
		if k > 0 {
			sofar = before.compose(link)
			said := sofar
			if k == len(chain)-1 {
				if half == nil {
					return
				}
				said = half(sofar)
			}
			c.dst = append(c.dst, " "+englishSince+" "...)
			c.clause(c.locatum, before, at)
			c.dst = append(c.dst, " "+englishAnd+" "...)
			c.clause(f.Locatum, link, f.Relatum)
			c.dst = append(c.dst, ", "...)
			c.clause(c.locatum, said, f.Relatum)
			c.dst = append(c.dst, '.')
		}
		at = f.Relatum
	}
}

// clause writes a relation without a full stop: in base words when it is wholly known, else of the axis that is.
func (c *chainWriter) clause(locatum int, k known, relatum int) {
	rows, rowsKnown := k.rows.Sign()
	cols, colsKnown := k.cols.Sign()
	c.dst = appendName(c.dst, c.names, locatum)
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

func knownOf(f Fact) known {
	rows, cols := f.Intervals()
	return known{rows, cols}
}

// compose returns what is known of A against C, k being A against B and next being B against C.
func (k known) compose(next known) known {
	return known{k.rows.Add(next.rows), k.cols.Add(next.cols)}
}
