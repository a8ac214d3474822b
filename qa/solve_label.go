package qa

import (
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Accepts reports whether a label that a data set gives is the answer, in any letter case: of ways any shortest one is.
func (sol *Solution) Accepts(label string) bool {
	if !sol.Known {
		return false
	}
	if sol.Asked.Kind == describe.AskRoute {
		var buf [16]layout.Cardinal
		moves, ok := parseMoves(buf[:0], label)
		return ok && sol.solver.router.IsShortest(sol.Facts, len(sol.Names), sol.Asked.Locatum, sol.Asked.Relatum, moves)
	}
	return strings.EqualFold(sol.Label(), label)
}

// Allows reports whether some layout that the text allows makes the label the answer, as far as
// is known where the solver gave up. A text that is no label of the
// question's kind is never one.
func (sol *Solution) Allows(label string) bool {
	switch kind := sol.Asked.Kind; {
	case sol.Known:
		return sol.Accepts(label)
	case kind == describe.AskRelation:
		for c := range layout.Cardinal(layout.Cardinals) {
			l := Label{sol.Asked.Aspect, c.Project(sol.Asked.Aspect)}
			if sol.Possible.Has(c) && strings.EqualFold(l.String(), label) {
				return true
			}
		}
		return false
	case kind == describe.AskTruth || kind == describe.AskPossible:
		if sol.GaveUp && kind == describe.AskTruth && strings.EqualFold(label, Unknown.String()) {
			return true
		}
		return strings.EqualFold(label, Yes.String()) || strings.EqualFold(label, No.String())
	case kind == describe.AskRelations:
		given, err := readRelations(label, true)
		return err == nil && layout.CardinalSet(given)&^sol.Possible == 0
	case kind == describe.AskLocatum || kind == describe.AskRelatum:
		for i, name := range sol.Names {
			if strings.EqualFold(name, label) {
				f, ok := sol.filled(i)
				return ok && sol.solver.net.Judge(f) != layout.Contradicted
			}
		}
	}
	return false
}

// parseMoves appends the moves of a label such as "s,s".
func parseMoves(dst []layout.Cardinal, label string) (moves []layout.Cardinal, ok bool) {
	for i := 0; i < len(label); i += 2 {
		var m layout.Cardinal
		switch label[i] | 0x20 {
		case 'n':
			m = layout.N
		case 'e':
			m = layout.E
		case 's':
			m = layout.S
		case 'w':
			m = layout.W
		default:
			return dst, false
		}
		if dst = append(dst, m); i+1 < len(label) && (label[i+1] != ',' || i+2 == len(label)) {
			return dst, false
		}
	}
	return dst, len(dst) > 0
}
