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
	c.chain(proof.Rows, whole.onlyRows)
	c.chain(proof.Cols, whole.onlyCols)
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
func (c *chainWriter) chain(chain []int, half func(whole) whole) {
	at := c.locatum
	var known whole
	for k, i := range chain {
		f := c.facts[i]
		if f.Locatum != at {
			f = f.Converse()
		}
		before, link := known, wholeOf(f.Relation)
		known = link
		if len(c.dst) > c.start {
			c.dst = append(c.dst, ' ')
		}
		c.clause(f.Locatum, link, f.Relatum)
		c.dst = append(c.dst, '.')
		if k > 0 {
			known = before.compose(link)
			said := known
			if k == len(chain)-1 {
				if half == nil {
					return
				}
				said = half(known)
			}
			c.dst = append(c.dst, " Since "...)
			c.clause(c.locatum, before, at)
			c.dst = append(c.dst, " and "...)
			c.clause(f.Locatum, link, f.Relatum)
			c.dst = append(c.dst, ", "...)
			c.clause(c.locatum, said, f.Relatum)
			c.dst = append(c.dst, '.')
		}
		at = f.Relatum
	}
}

// clause writes a relation without a full stop: in base words when it is wholly known, else the axis that is.
func (c *chainWriter) clause(locatum int, w whole, relatum int) {
	c.dst = appendName(c.dst, c.names, locatum)
	c.dst = append(c.dst, " is "...)
	switch {
	case w.rowsKnown && w.colsKnown:
		c.dst = AppendBase(c.dst, layout.CardinalOf(w.rows, w.cols))
	case w.rowsKnown:
		c.dst = append(c.dst, rowPhrases[w.rows+1]...)
	default:
		c.dst = append(c.dst, columnPhrases[w.cols+1]...)
	}
	c.dst = append(c.dst, ' ')
	c.dst = appendName(c.dst, c.names, relatum)
}

// whole is what is known of both axes: the sign of each difference, and whether it is known.
type whole struct {
	rows, cols           int
	rowsKnown, colsKnown bool
}

func wholeOf(c layout.Cardinal) whole {
	rows, cols := c.Signs()
	return whole{rows, cols, true, true}
}

// compose returns what is known of A against C, w being A against B and next being B against C.
func (w whole) compose(next whole) whole {
	w.rows, w.rowsKnown = composeSign(w.rows, next.rows, w.rowsKnown)
	w.cols, w.colsKnown = composeSign(w.cols, next.cols, w.colsKnown)
	return w
}

func composeSign(a, b int, known bool) (int, bool) {
	if a*b < 0 {
		return 0, false
	}
	return max(-1, min(a+b, 1)), known
}

func (w whole) onlyRows() whole { w.colsKnown = false; return w }
func (w whole) onlyCols() whole { w.rowsKnown = false; return w }
