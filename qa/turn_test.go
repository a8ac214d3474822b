package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// claim moves a claim.
func (m move) claim(f layout.Fact) layout.Fact {
	f.Relation = m.relation(f.Relation)
	return f
}

// subject moves a subject; an end of the grid moves along.
func (m move) subject(s qa.Subject) qa.Subject {
	out := qa.Subject{Facts: m.facts(s.Facts), Layout: m.layout(s.Layout), World: s.World}
	if m%2 == 1 {
		out.World.Rows, out.World.Cols = s.World.Cols, s.World.Rows
	}
	return out
}

// arrangement moves what is asked.
func (m move) arrangement(a qa.Arrangement) qa.Arrangement {
	lines := [2]qa.Arrangement{qa.OneRow, qa.OneColumn}
	sides := map[qa.Arrangement]layout.Cardinal{
		qa.Topmost: layout.N, qa.Bottommost: layout.S, qa.Leftmost: layout.W, qa.Rightmost: layout.E,
		qa.InTopLeft: layout.NW, qa.InTopRight: layout.NE, qa.InBottomLeft: layout.SW, qa.InBottomRight: layout.SE,
	}
	for i, line := range lines {
		if a == line {
			return lines[(i+int(m))%2]
		}
	}
	for to, side := range sides {
		if from, ok := sides[a]; ok && m.relation(from) == side {
			return to
		}
	}
	return a
}

// TestRelateTurns: turn or mirror a subject, and what is asked of it turns with it, answer and all: the moved question has
// the moved answer by every placement of the moved subject, and needs as many facts.
func TestRelateTurns(t *testing.T) {
	for _, f := range relateFamilies() {
		t.Run(f.Name(), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				s := worldSubject(t, least(f), max(3, least(f)))
				q, err := f.Ask(s, drawn{t})
				if err != nil {
					t.Skip(err)
				}
				m := move(rapid.IntRange(1, moves-1).Draw(t, "move"))
				turned := m.subject(s)
				net, err := layout.NewNetwork(turned.Layout.Len(), turned.World)
				if err != nil {
					t.Fatal(err)
				}
				for _, fact := range turned.Facts {
					if err := net.Add(fact); err != nil {
						t.Fatal(err)
					}
				}
				switch q := q.(type) {
				case qa.Truth:
					after := qa.NewTruth(net, q.Names, m.claim(q.Claim), q.Closed)
					if after.Value != q.Value || after.Needs != q.Needs {
						t.Fatalf("%s: %v; after move %d %s: %v", q.AppendText(nil), q.Value, m, after.AppendText(nil), after.Value)
					}
				case qa.Possible:
					if q.Form == qa.Could {
						if got := net.Judge(m.claim(q.Claim)) != layout.Contradicted; got != (q.Value == qa.Yes) {
							t.Fatalf("%s: %v; after move %d %t", q.AppendText(nil), q.Value, m, got)
						}
						return
					}
					var want layout.CardinalSet
					for c := range layout.Cardinal(layout.Cardinals) {
						if layout.CardinalSet(q.Relations).Has(c) {
							want = want.Add(m.relation(c))
						}
					}
					if got := net.Possible(q.Claim.Locatum, q.Claim.Relatum); got != want {
						t.Fatalf("%s: %v; after move %d %v", q.AppendText(nil), q.Relations, m, got)
					}
				case qa.Choose:
					for i, o := range q.Options {
						claim := m.claim(q.Claim)
						claim.Locatum = o
						want := layout.Contradicted
						if q.Right[i] != q.Negated {
							want = layout.Entailed
						}
						if got := net.Judge(claim); got != want {
							t.Fatalf("%s %v: after move %d %v is %v", q.AppendText(nil), q.Answer(), m, claim, got)
						}
					}
				case qa.Arrange:
					q.Arrangement = m.arrangement(q.Arrangement)
					if got, want := oracleAnswer(turned, q), q.Answer().String(); got != want {
						t.Fatalf("after move %d %s: %q; want %q", m, q.AppendText(nil), got, want)
					}
				default:
					d, _ := asDirection(q)
					got, ok := net.Entails(d.Locatum, d.Relatum, m.aspect(d.Aspect))
					proof, _ := net.Prove(d.Locatum, d.Relatum, m.aspect(d.Aspect))
					if !ok || got != m.relation(d.Relation) || proof.Hops() != d.Needs {
						t.Fatalf("%s: %v by %d facts; after move %d %v by %d", q.AppendText(nil), d.Relation, d.Needs, m, got, proof.Hops())
					}
				}
			})
		})
	}
}
