package describe

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendSteps appends the reasoning that a proof is made of: the facts of its chains in base words, from the locatum
// towards the relatum, and after each that continues a chain what follows so far, as in "Since A is above B and B is to
// the left of C, A is above and to the left of C." The last conclusion is the answer and is left unsaid. A conclusion
// that holds on one axis only says so: "A is in a higher row than C". A proof by two chains gives one after the other.
// Facts refer to names by index; the proof refers to the facts.
func AppendSteps(dst []byte, facts []Fact, proof layout.Proof, locatum int, names []string) []byte {
	start := len(dst)
	if proof.Rows != nil {
		dst = appendChain(dst, start, facts, proof.Rows, locatum, names)
	}
	if proof.Cols != nil && !slices.Equal(proof.Rows, proof.Cols) {
		dst = appendChain(dst, start, facts, proof.Cols, locatum, names)
	}
	return dst
}

func appendChain(dst []byte, start int, facts []Fact, chain []int, locatum int, names []string) []byte {
	at := locatum
	var known whole
	for k, i := range chain {
		f := facts[i]
		if f.Locatum != at {
			f = f.Converse()
		}
		before := known
		if known = wholeOf(f.Relation); k > 0 {
			known = before.compose(known)
		}
		dst = appendBlank(dst, start)
		dst = appendClause(dst, f.Locatum, wholeOf(f.Relation), f.Relatum, names)
		dst = append(dst, '.')
		if k > 0 && k < len(chain)-1 {
			dst = append(dst, " Since "...)
			dst = appendClause(dst, locatum, before, at, names)
			dst = append(dst, " and "...)
			dst = appendClause(dst, f.Locatum, wholeOf(f.Relation), f.Relatum, names)
			dst = append(dst, ", "...)
			dst = appendClause(dst, locatum, known, f.Relatum, names)
			dst = append(dst, '.')
		}
		at = f.Relatum
	}
	return dst
}

func appendBlank(dst []byte, start int) []byte {
	if len(dst) > start {
		dst = append(dst, ' ')
	}
	return dst
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

// appendClause appends a relation without a full stop: in base words when it is wholly known, else the axis that is.
func appendClause(dst []byte, locatum int, w whole, relatum int, names []string) []byte {
	dst = appendName(dst, names, locatum)
	dst = append(dst, " is "...)
	switch {
	case w.rowsKnown && w.colsKnown:
		dst = AppendBase(dst, layout.CardinalOf(w.rows, w.cols))
	case w.rowsKnown:
		dst = append(dst, rowPhrases[w.rows+1]...)
	default:
		dst = append(dst, columnPhrases[w.cols+1]...)
	}
	dst = append(dst, ' ')
	return appendName(dst, names, relatum)
}
