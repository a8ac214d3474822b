package qa

import (
	"reflect"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// ProblemFingerprint returns a number for a whole problem: what is shown, and what is asked of it. It is equal for problems that differ
// only in names, marks and wording (phrasing, the order in which a list names things, the answers offered by [Options], the medium),
// and in a symmetry of the square as far as the question has a meaning then. A claim that is put to the test may be stated from either
// side. Problems with equal fingerprints show the same, as [Subject.Fingerprint] tells, or [layout.Layout.Fingerprint] of [Describe].
//
// Two questions about one scene have different numbers, but for rare ones. One problem may have two where views or tiles are
// shown in another order, where names are of kinds that the scene does not show ("How many chairs", of none), and of texts as
// [layout.Fingerprint] says. The zero Subject and nil have a number too.
func ProblemFingerprint(s Subject, q Question) uint64 {
	if o, ok := q.(Options); ok {
		return ProblemFingerprint(s, o.Instance)
	}
	if d, ok := q.(Describe); ok { // which shows a drawing alone, whatever was stated
		return seed.Mix(d.Layout.Fingerprint() ^ seed.Mix(askedToDescribe))
	}
	shown := seed.Mix(s.Fingerprint())
	if q == nil {
		return shown
	}
	if asked, ok := s.askedOfText(q); ok {
		return seed.Mix(shown ^ asked)
	}
	inst, ok := canonicalPhrasing(q).(Instance)
	if !ok {
		m := masker{}
		return seed.Mix(shown ^ m.text(q.AppendText(nil)))
	}
	return seed.Mix(shown ^ s.askedOfScene(inst))
}

const askedToDescribe = 12

// canonicalPhrasing returns the question in its canonical words: all that are put in several ways have a field for that.
func canonicalPhrasing(q Question) Question {
	v := reflect.ValueOf(q)
	if v.Kind() != reflect.Struct {
		return q
	}
	if f := v.FieldByName("Phrasing"); !f.IsValid() || f.IsZero() {
		return q
	}
	plain := reflect.New(v.Type()).Elem()
	plain.Set(v)
	if f := plain.FieldByName("Phrasing"); f.CanSet() {
		f.SetZero()
	}
	return plain.Interface().(Question)
}

// askedOfText is exact: it says which objects of a text a question names, each with its part, and what it asks of them.
func (s Subject) askedOfText(q Question) (uint64, bool) {
	mark := func(int) uint64 { return 1 }
	pair := func(a, b int) func(int) uint64 {
		return func(i int) uint64 {
			switch i {
			case a:
				return 2
			case b:
				return 3
			}
			return 1
		}
	}
	var kind uint64 // what no symmetry changes
	var side layout.Cardinal
	line := false                 // the side stands for its line
	var converse func(int) uint64 // the marks where the side, stated from the other side, asks the same
	switch q := q.(type) {
	case Direction:
		return s.askedOfText(&q)
	case Multihop:
		return s.askedOfText(&q.Direction)
	case *Direction:
		mark, kind = pair(q.Locatum, q.Relatum), 1
		switch q.Aspect {
		case layout.Vertical:
			side, line = layout.N, true
		case layout.Horizontal:
			side, line = layout.E, true
		}
	case Truth:
		return s.askedOfText(&q)
	case *Truth:
		mark, kind, side = pair(q.Claim.Locatum, q.Claim.Relatum), 2+uint64(q.Claim.Reading)<<8, q.Claim.Relation
		converse = pair(q.Claim.Relatum, q.Claim.Locatum)
	case *Path:
		mark, kind = pair(q.From, q.To), 3
	case Path:
		return s.askedOfText(&q)
	case Choose:
		kind, side = 4+uint64(q.Claim.Reading)<<8, q.Claim.Relation
		if q.Negated {
			kind += 1 << 16
		}
		mark = func(i int) uint64 {
			if i == q.Claim.Relatum {
				return 3
			}
			for _, o := range q.Options {
				if i == o {
					return 2
				}
			}
			return 1
		}
	case Possible:
		mark, kind = pair(q.Claim.Locatum, q.Claim.Relatum), 5
		if q.Form == Could {
			kind, side = 6+uint64(q.Claim.Reading)<<8, q.Claim.Relation
			converse = pair(q.Claim.Relatum, q.Claim.Locatum)
		}
	case Arrange:
		mark, kind = q.mark, 7
		switch {
		case q.Arrangement == Between:
			kind = 8
		case q.Arrangement == OneRow:
			kind, side, line = 9, layout.E, true
		case q.Arrangement == OneColumn:
			kind, side, line = 9, layout.N, true
		case !q.Arrangement.corner():
			side = q.Arrangement.side()
		case q.Arrangement < arrangements:
			kind, side = 10, [...]layout.Cardinal{layout.NW, layout.NE, layout.SW, layout.SE}[q.Arrangement-InTopLeft]
		}
	case Draw:
		kind = 11 + uint64(q.Style)<<8
	default:
		return 0, false
	}
	number := func(mark func(int) uint64, side layout.Cardinal) uint64 {
		return layout.FingerprintAsked(s.Layout.Len(), s.Facts, mark, func(sym layout.Symmetry) uint64 {
			to := sym.Cardinal(side)
			if line {
				to = min(to, to.Converse())
			}
			size := sym.Cell(layout.Cell{Row: s.World.Rows - 1, Col: s.World.Cols - 1}, s.World.Rows, s.World.Cols)
			first := sym.Cell(layout.Cell{}, s.World.Rows, s.World.Cols)
			rows, cols := uint64(max(size.Row, first.Row)+1), uint64(max(size.Col, first.Col)+1)
			return seed.Mix(kind<<8+uint64(to)) ^ rows<<32 ^ cols
		})
	}
	if converse != nil {
		return seed.Mix(number(mark, side) + number(converse, side.Converse())), true
	}
	return number(mark, side), true
}

// mark says what part an object has in the question.
func (q Arrange) mark(i int) uint64 {
	if q.Arrangement.ofThree() {
		for k, o := range q.Objects {
			switch {
			case o != i:
			case k == 0 && q.Arrangement == Between:
				return 2
			default:
				return 3
			}
		}
	}
	return 1
}
