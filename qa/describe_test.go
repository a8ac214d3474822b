package qa_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// TestDescribeReward states some relations of up to four objects, some of them falsely. The oracle counts by every
// placement which pairs follow from the true ones.
func TestDescribeReward(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := anySubject(t, 4).Layout
		names, cells := layout.Names(l.Len()), cellsOf(l)
		q := qa.Describe{Layout: layoutOf(names, cells)}
		var said, holds []layout.Fact
		for a := range cells {
			for b := range cells {
				if a == b || rapid.IntRange(0, 2).Draw(t, "left out") > 0 {
					continue
				}
				f := layout.Fact{Locatum: a, Relatum: b, Relation: handRelation(cells[a], cells[b], layout.Full)}
				if rapid.IntRange(0, 9).Draw(t, "falsely") == 9 {
					f.Relation = rapid.SampledFrom(eightRelations).Draw(t, "as")
				}
				if said = append(said, f); holdsIn(cells, f) {
					holds = append(holds, f)
				}
			}
		}
		seed.Shuffle(drawn{t}, said)
		plan := describe.Plan{Facts: said}
		if len(said) > 0 {
			if err := plan.Word(describe.English(), describe.Spatial, drawn{t}); err != nil {
				t.Fatal(err)
			}
		}
		text := string(plan.Append(nil, describe.English(), names))
		v := checkedVerdict(t, q, text)
		said, holds = distinct(said), distinct(holds)
		if len(said) == 0 {
			if v.Reward != 0 || v.FormatOK {
				t.Fatalf("nothing is graded %+v", v)
			}
			return
		}
		pairs := len(cells) * (len(cells) - 1) / 2
		follows := len(consequencesOf(len(cells), holds)[layout.Full]) / 2
		want := float64(len(holds)*follows) / float64(len(said)*pairs)
		if v.Reward != want || !v.FormatOK || v.Correct != (len(holds) == len(said) && follows == pairs) {
			t.Fatalf("%s\n%d of %d claims hold, %d of %d pairs follow, graded %+v",
				text, len(holds), len(said), follows, pairs, v)
		}
	})
}

// distinct returns facts without those that were said before, from the same or the other side.
func distinct(facts []layout.Fact) (out []layout.Fact) {
	for _, f := range facts {
		if !slices.Contains(out, f) && !slices.Contains(out, f.Converse()) {
			out = append(out, f)
		}
	}
	return out
}

// TestDescribeVerify spells out what a description may look like and what its reward is.
func TestDescribeVerify(t *testing.T) {
	// B  C
	//    A
	q := qa.Describe{Layout: layoutOf([]string{"A", "B", "C"}, []layout.Cell{{Row: 1, Col: 1}, {}, {Col: 1}})}
	tests := []struct {
		response string
		reward   float64
		formatOK bool
		reason   string // must be in it
	}{
		{"C is to the right of B. A is below C.", 1, true, ""},
		{"B is left of C.\nC is north of A.", 1, true, ""},
		{"- B is at 9 o'clock from C.\n- C is directly above A.", 1, true, ""},
		{"c", 0, false, ""},
		{"C IS TO THE RIGHT OF B. A IS BELOW C.", 1, true, ""},
		{"A is below C. A is below C. C is to the right of B. C is above A.", 1, true, ""},
		{"A is below C.", 1.0 / 3, true, "the relation of A to B does not follow"},
		{"A is below and to the right of B.", 1.0 / 3, true, "does not follow"},
		{"A is below C. A is below and to the right of B.", 2.0 / 3, true, "the relation of B to C does not follow"},
		{"C is to the right of B. A is below C. A is below B.", 2.0 / 3, true, "sentence 3 is false: A is not below B"},
		{"C is above B. A is below C.", 1.0 / 6, true, "sentence 1 is false: C is not above B"},
		{"C is to the left of B.", 0, true, "sentence 1 is false: C is not to the left of B"},
		{"C is above B. A is below C. A is below C. C is above A. A is south of C.", 1.0 / 6, true, "sentence 1 is false"},
		{"A is below C. A is below C. C is above B. B is below C.", 1.0 / 6, true, "sentence 3 is false: C is not above B"},
		{"A is in the same place as B.", 0, true, "sentence 1 is false: A is not in the same place as B"},
		{"", 0, false, "no sentences"},
		{"A is below D.", 0, false, "D"},
		{"C is to the right of B. A is nearby C.", 0, false, ""},
		{"C is to the right of B. A is in the second row.", 0, false, "sentence 2, of A, relates no two objects"},
		{"C is to the right of B. A is below C. Hope this helps!", 0, false, ""},
		{"A is not below C.", 0, false, ""},
		{"A is below A.", 0, false, ""},
		{"B  C\n   A", 0, false, ""},
	}
	for _, test := range tests {
		v := checkedVerdict(t, q, test.response)
		if v.Reward != test.reward || v.FormatOK != test.formatOK || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%q is graded %+v; want reward %v, format %t, reason %q",
				test.response, v, test.reward, test.formatOK, test.reason)
		}
	}
}

// TestDescribeTurns: a description earns the same of a turned layout when its sentences are turned with it.
func TestDescribeTurns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := scatteredSubject(t, 6)
		m := move(rapid.IntRange(1, moves-1).Draw(t, "move"))
		names := layout.Names(s.Layout.Len())
		facts := append(s.Facts, layout.Fact{Relatum: len(names) - 1, Relation: layout.N})
		if len(names) == 1 {
			return
		}
		before := qa.Describe{Layout: layoutOf(names, cellsOf(s.Layout))}
		after := qa.Describe{Layout: m.layout(before.Layout)}
		v := before.Verify(qa.Description{Names: names, Facts: facts}.String())
		w := after.Verify(qa.Description{Names: names, Facts: m.facts(facts)}.String())
		if v.Reward != w.Reward || v.Correct != w.Correct {
			t.Fatalf("graded %+v, and %+v after move %d", v, w, m)
		}
	})
}
