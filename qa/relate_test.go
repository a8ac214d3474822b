package qa_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// relateFamilies are the families of the group Relate, with knobs.
func relateFamilies() []qa.Family {
	return []qa.Family{
		qa.DirectionFamily{}, qa.MultihopFamily{}, qa.MultihopFamily{Aspect: layout.Horizontal},
		qa.ChooseFamily{}, qa.ChooseFamily{Options: 3}, qa.TruthFamily{}, qa.TruthFamily{Closed: true},
		qa.PossibleFamily{Form: qa.Could}, qa.PossibleFamily{Form: qa.Which}, qa.ArrangeFamily{},
		qa.ArrangeFamily{Arrangement: qa.Between},
	}
}

// oracleAnswer answers a question by trying every placement.
func oracleAnswer(s qa.Subject, q qa.Question) string {
	if d, ok := asDirection(q); ok {
		var seen []string
		models(s, func(cells []layout.Cell) {
			word := handLabels[d.Aspect][handRelation(cells[d.Locatum], cells[d.Relatum], d.Aspect)]
			if !slices.Contains(seen, word) {
				seen = append(seen, word)
			}
		})
		if len(seen) != 1 {
			return "open"
		}
		if seen[0] == "" {
			return "overlap"
		}
		return seen[0]
	}
	switch q := q.(type) {
	case qa.Truth:
		value := inModels(s, func(cells []layout.Cell) bool { return handHolds(q.Claim, cells) })
		if q.Closed && value == qa.Unknown {
			value = qa.No
		}
		return value.String()
	case qa.Possible:
		if q.Form == qa.Could {
			if inModels(s, func(cells []layout.Cell) bool { return handHolds(q.Claim, cells) }) == qa.No {
				return "no"
			}
			return "yes"
		}
		var set qa.Relations
		models(s, func(cells []layout.Cell) {
			set |= 1 << handRelation(cells[q.Claim.Locatum], cells[q.Claim.Relatum], layout.Full)
		})
		return set.String()
	case qa.Choose:
		c := qa.Choice{Options: len(q.Options)}
		for _, o := range q.Options {
			claim := q.Claim
			claim.Locatum = o
			switch value := inModels(s, func(cells []layout.Cell) bool { return handHolds(claim, cells) }); {
			case value == qa.Unknown:
				return "open"
			case (value == qa.Yes) != q.Negated:
				c.Names = append(c.Names, q.Names[o])
			}
		}
		return c.String()
	case qa.Arrange:
		if q.Object < 0 && q.Value != 0 {
			return inModels(s, func(cells []layout.Cell) bool {
				return handArranged(q.Arrangement, cells[q.Objects[0]], cells[q.Objects[1]], cells[q.Objects[2]])
			}).String()
		}
		c := qa.Choice{Options: len(q.Names)}
		for a := range q.Names {
			switch inModels(s, func(cells []layout.Cell) bool { return handOutermost(s.World, q.Arrangement, cells, a) }) {
			case qa.Unknown:
				return "open"
			case qa.Yes:
				c.Names = append(c.Names, q.Names[a])
			}
		}
		return c.String()
	}
	return "?"
}

func handArranged(form qa.Arrangement, a, b, c layout.Cell) bool {
	switch form {
	case qa.Between:
		return a.Row == b.Row && a.Row == c.Row && (b.Col < a.Col && a.Col < c.Col || c.Col < a.Col && a.Col < b.Col) ||
			a.Col == b.Col && a.Col == c.Col && (b.Row < a.Row && a.Row < c.Row || c.Row < a.Row && a.Row < b.Row)
	case qa.OneRow:
		return a.Row == b.Row && b.Row == c.Row
	}
	return a.Col == b.Col && b.Col == c.Col
}

func handOutermost(w layout.World, form qa.Arrangement, cells []layout.Cell, a int) bool {
	at := cells[a]
	switch form {
	case qa.InTopLeft:
		return at == layout.Cell{}
	case qa.InTopRight:
		return at == layout.Cell{Col: w.Cols - 1}
	case qa.InBottomLeft:
		return at == layout.Cell{Row: w.Rows - 1}
	case qa.InBottomRight:
		return at == layout.Cell{Row: w.Rows - 1, Col: w.Cols - 1}
	}
	for b, other := range cells {
		if b == a {
			continue
		}
		beyond := map[qa.Arrangement]bool{
			qa.Topmost: at.Row < other.Row, qa.Bottommost: at.Row > other.Row,
			qa.Leftmost: at.Col < other.Col, qa.Rightmost: at.Col > other.Col,
		}
		if !beyond[form] {
			return false
		}
	}
	return true
}

// subjectFor draws a subject of a world, or one of the sampler.
func subjectFor(t *rapid.T, most int) qa.Subject {
	if rapid.IntRange(0, 3).Draw(t, "sampled") == 0 {
		return sampledSubject(t, most)
	}
	return worldSubject(t, 2, most)
}

// least returns how many objects a family needs.
func least(f qa.Family) int {
	if c, ok := f.(qa.ChooseFamily); ok {
		return max(c.Options, 2) + 1
	}
	return 2
}

// TestRelateFollows: the answer is that of every placement.
func TestRelateFollows(t *testing.T) {
	for _, f := range relateFamilies() {
		t.Run(f.Name(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := subjectFor(t, 4)
				q, err := f.Ask(s, drawn{t})
				if errors.Is(err, qa.ErrUnsuitable) {
					t.Skip(err)
				}
				if err != nil {
					t.Fatal(err)
				}
				if got, want := q.Answer().String(), oracleAnswer(s, q); got != want {
					t.Fatalf("%s of %v in %+v: %q; every placement says %q", q.AppendText(nil), s.Facts, s.World, got, want)
				}
			})
		})
	}
}

// TestRelateHops: no smaller set of facts gives the answer, and one of so many does.
func TestRelateHops(t *testing.T) {
	for _, f := range relateFamilies() {
		t.Run(f.Name(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := subjectFor(t, max(3, least(f)))
				q, err := f.Ask(s, drawn{t})
				if err != nil {
					t.Skip(err)
				}
				if got, want := q.Hops(), oracleHops(s, q); got != want {
					t.Fatalf("%s %v of %v in %+v: %d hops; want %d", q.AppendText(nil), q.Answer(), s.Facts, s.World, got, want)
				}
			})
		})
	}
}

// oracleHops tries every set of facts; 0 where the answer says that something is open or possible.
func oracleHops(s qa.Subject, q qa.Question) int {
	answer := q.Answer().String()
	switch q := q.(type) {
	case qa.Truth:
		if inModels(s, func(cells []layout.Cell) bool { return handHolds(q.Claim, cells) }) == qa.Unknown {
			return 0
		}
	case qa.Possible:
		if q.Form == qa.Could && inModels(s, func(cells []layout.Cell) bool { return handHolds(q.Claim, cells) }) == qa.Unknown {
			return 0
		}
		if _, only := layout.CardinalSet(q.Relations).Only(); q.Form != qa.Could && !only {
			return 0
		}
	case qa.Arrange:
		if q.Value == qa.Unknown {
			return 0
		}
	}
	least := len(s.Facts) + 1
	for set := range 1 << len(s.Facts) {
		some := s
		some.Facts = nil
		for k, f := range s.Facts {
			if set>>k&1 == 1 {
				some.Facts = append(some.Facts, f)
			}
		}
		if len(some.Facts) >= least {
			continue
		}
		var says string
		switch q := q.(type) {
		case qa.Truth:
			q.Closed = false // what does not follow has no proof
			says = oracleAnswer(some, q)
		case qa.Possible:
			if q.Form == qa.Could {
				says = oracleAnswer(some, qa.Truth{Claim: q.Claim})
			} else {
				says = oracleAnswer(some, q)
			}
		default:
			says = oracleAnswer(some, q)
		}
		if says == answer {
			least = len(some.Facts)
		}
	}
	return least
}
