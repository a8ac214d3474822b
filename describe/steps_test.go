package describe

import (
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// statedIn reads facts such as "A NW B" in a reading.
func statedIn(reading layout.Reading, texts ...string) (facts []Fact) {
	for _, text := range texts {
		w := strings.Fields(text)
		for c := layout.N; c < layout.Cardinals; c++ {
			if c.String() == w[1] {
				facts = append(facts, Fact{Locatum: int(w[0][0] - 'A'), Relatum: int(w[2][0] - 'A'), Relation: c, Reading: reading})
			}
		}
	}
	return facts
}

func measuredFact(locatum, relatum int, rows, cols layout.Interval) Fact {
	return Fact{Locatum: locatum, Relatum: relatum, Reading: layout.Measured, Rows: rows, Cols: cols}
}

// TestStepsOfReadings holds what is written by hand.
func TestStepsOfReadings(t *testing.T) {
	exactly := func(x int) layout.Interval { return layout.Interval{Lo: x, Hi: x} }
	for _, test := range []struct {
		name   string
		world  layout.World
		facts  []Fact
		a, b   int
		aspect layout.Aspect
		want   string
	}{
		{
			"unit steps", layout.World{Sharing: true}, statedIn(layout.UnitStep, "A N B", "C S B", "D W C", "D NE E"), 0, 4, layout.Full,
			"A is above B. B is above C. Since A is above B and B is above C, A is 2 cells directly above C. " +
				"C is to the right of D. Since A is 2 cells directly above C and C is to the right of D, " +
				"A is 2 rows above and 1 column to the right of D. D is above and to the right of E.",
		},
		{
			"half planes", layout.World{}, statedIn(layout.HalfPlane, "A N B", "B N C", "C NE D"), 0, 3, layout.Vertical,
			"A is above B. B is above C. Since A is above B and B is above C, A is at least 2 rows above C. C is above and to the right of D.",
		},
		{
			"measured", layout.World{}, []Fact{
				measuredFact(0, 1, exactly(-3), layout.Anything()), measuredFact(1, 2, layout.Interval{Lo: -1, Hi: 2}, layout.Anything()),
				measuredFact(3, 2, exactly(0), exactly(4)),
			}, 0, 3, layout.Vertical,
			"A is 3 rows above B. B is no higher than 1 row above C and no lower than 2 rows below C. Since A is 3 rows above B and " +
				"B is no higher than 1 row above C and no lower than 2 rows below C, A is between 1 and 4 rows above C. " +
				"C is 4 cells directly to the left of D.",
		},
		{
			"places", layout.World{Rows: 5, Cols: 5}, []Fact{
				measuredFact(0, layout.TopLeft, exactly(1), exactly(4)), measuredFact(1, layout.TopLeft, exactly(3), layout.Anything()),
			}, 0, 1, layout.Vertical,
			"A is in row 2, column 5. B is in row 4.",
		},
		{
			"by rule", layout.World{Rows: 1, Cols: 2}, []Fact{
				measuredFact(0, layout.TopLeft, layout.Anything(), exactly(0)),
			}, 1, 0, layout.Horizontal,
			"A is in the leftmost column. No two objects share a place. The grid has 1 row and 2 columns.",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			net, err := layout.NewNetwork(5, test.world)
			if test.name == "by rule" {
				net, err = layout.NewNetwork(2, test.world)
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range test.facts {
				if err := net.Add(f); err != nil {
					t.Fatal(err)
				}
			}
			proof, ok := net.Prove(test.a, test.b, test.aspect)
			if !ok {
				t.Fatal("not proved")
			}
			names := eightNames[:net.Len()]
			answer, _ := net.Entails(test.a, test.b, test.aspect)
			claim := AnswerFact(test.a, test.b, test.aspect, answer)
			got := string(AppendSteps(nil, test.world, test.facts, proof, claim, names))
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
			reading, _ := readingOf(test.facts)
			given := Stated{Names: names, Facts: test.facts, Reading: reading, World: test.world}
			if err := Replay(got, given, claim); err != nil {
				t.Error(err)
			}
		})
	}
}

// TestStepsSayTheRulesThatMatter lists proofs without a chain: of a claim, and by the rules of the world.
func TestStepsSayTheRulesThatMatter(t *testing.T) {
	above := Fact{Locatum: 0, Relatum: 2, Relation: layout.N}
	notRight := Fact{Locatum: 0, Relatum: 1, Reading: layout.Measured, Cols: layout.Interval{Lo: -layout.Unbounded}}
	aside := Fact{Locatum: 0, Relatum: 1, Reading: layout.HalfPlane, Relation: layout.W}
	grid := layout.World{Rows: 3, Cols: 1}
	for _, test := range []struct {
		world layout.World
		facts []Fact
		claim Fact
		rules string
	}{
		{layout.World{}, statedIn(layout.Aligned, "A N B", "B N C"), above, ""},
		{layout.World{Rows: 9, Cols: 9}, statedIn(layout.Aligned, "A N B", "B N C"), above, ""},
		{layout.World{}, []Fact{notRight}, aside, "No two objects share a place."},
		{layout.World{Sharing: true}, []Fact{measuredFact(0, 1, layout.Interval{Lo: -1, Hi: -1}, layout.Anything())}, Fact{Relatum: 1, Relation: layout.N, Reading: layout.HalfPlane}, ""},
		{grid, []Fact{measuredFact(0, 1, layout.Interval{Lo: -layout.Unbounded}, layout.Anything())}, Fact{Relatum: 1, Relation: layout.N, Reading: layout.HalfPlane}, "No two objects share a place. The grid has 3 rows and 1 column."},
	} {
		net, err := layout.NewNetwork(3, test.world)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range test.facts {
			if err := net.Add(f); err != nil {
				t.Fatal(err)
			}
		}
		proof, status := net.ProveFact(test.claim)
		if status != layout.Entailed {
			t.Errorf("%v of %v is %v", test.claim, test.facts, status)
			continue
		}
		text := string(AppendSteps(nil, test.world, test.facts, proof, test.claim, eightNames))
		rules := ""
		if k := strings.Index(text, "No two"); k >= 0 {
			rules = text[k:]
		} else if k := strings.Index(text, "The grid"); k >= 0 {
			rules = text[k:]
		}
		if rules != test.rules {
			t.Errorf("%v of %v in %+v: %q, want the rules %q", test.claim, test.facts, test.world, text, test.rules)
		}
	}
}

// TestLongWalks: the steps of a walk of unit steps over up to eight objects replay, whatever the names, and with the
// direction of a stated fact turned round they break at its line.
func TestLongWalks(t *testing.T) {
	names := []string{"the red square", "A", "St. Mary", "B and C", "a lamp", "E, the cat", "object 7", "H"}
	rapid.Check(t, func(t *rapid.T) {
		reading := rapid.SampledFrom([]layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep}).Draw(t, "reading")
		var facts []Fact
		for i := range len(names) - 1 {
			c := layout.Cardinal(rapid.IntRange(1, layout.Cardinals-1).Draw(t, "relation"))
			facts = append(facts, Fact{Locatum: i, Relatum: i + 1, Relation: c, Reading: reading})
		}
		world := layout.World{Sharing: true}
		net, _ := layout.NewNetwork(len(names), world)
		for _, f := range facts {
			if err := net.Add(f); err != nil {
				t.Fatal(err)
			}
		}
		for aspect := range layout.Aspect(layout.Aspects) {
			proof, ok := net.Prove(0, len(names)-1, aspect)
			if !ok {
				continue
			}
			answer, _ := net.Entails(0, len(names)-1, aspect)
			claim := AnswerFact(0, len(names)-1, aspect, answer)
			text := string(AppendSteps(nil, world, facts, proof, claim, names))
			given := Stated{names, facts, reading, world}
			if err := Replay(text, given, claim); err != nil {
				t.Fatalf("%v\n%s", err, text)
			}
			k := rapid.IntRange(0, len(facts)-1).Draw(t, "fact")
			turned := given
			turned.Facts = append([]Fact(nil), facts...)
			turned.Facts[k].Relation = turned.Facts[k].Relation.Converse()
			var e *ReplayError
			if err := Replay(text, turned, claim); !errors.As(err, &e) || e.Reason != NotEstablished || e.Text[:2] == "Si" {
				t.Fatalf("with fact %d turned: %v\n%s", k, err, text)
			}
		}
	})
}

// TestReplayLines lists lines that are written otherwise, and where they break.
// manyPremises starts a line that can be taken apart at many places.
var manyPremises = "Since " + strings.Repeat("A is above B, ", 70)

func TestReplayLines(t *testing.T) {
	given := Stated{
		Names: eightNames[:4], Facts: statedIn(layout.Aligned, "A N B", "B N C", "C W D"), World: layout.World{Rows: 9, Cols: 9},
	}
	claim := AnswerFact(0, 2, layout.Full, layout.N)
	for _, test := range []struct {
		text   string
		line   int // 0 for none
		reason Break
	}{
		{"A is above B. B is above C.", 0, NoBreak},
		{"A is above B. B is above C. Since A is above B and B is above C, A is above C.", 0, NoBreak},
		{"B is below A.\nC is south of B\nSo A is above C.", 0, NoBreak},
		{"A is above B. B is above C. Because A is above B, and B is above C, then A is in a higher row than C.", 0, NoBreak},
		{"A is above B. B is above C. A is above B and B is above C, so A is at least 2 rows above C.", 0, NoBreak},
		{"A is above B and B is above C. Therefore, A is above C.", 0, NoBreak},
		{"A is above B. B is above C. No two objects share a place. The grid has 9 rows and 9 columns.", 0, NoBreak},
		{"", -1, ClaimOpen},
		{"A is above B.", 1, ClaimOpen},
		{"A is above B. A is above C.", 2, NotEstablished},
		{"A is below B.", 1, NotEstablished},
		{"A is in a higher row than B.", 1, NotEstablished},
		{"Since A is above B and B is above C, A is above C.", 1, NoPremise},
		{"A is above B. Since A is above B and B is above C, A is above C. B is above C.", 2, NoPremise},
		{"A is above B. B is above C. Since A is above B, A is above C.", 3, NotSound},
		{"A is above B. B is above C. Since A is above B and B is above C, A is 2 cells directly above C.", 3, NotSound},
		{"A is above B. B is above C. Since A is above B and B is above C, A is above D.", 3, NotSound},
		{"A is above B. B is beside C.", 2, NotUnderstood},
		{"A is above B. Then a miracle occurs.", 2, NotUnderstood},
		{"A is above A.", 1, NotUnderstood},
		{"A is above B. B is above C. Objects may share a place.", 3, NotAssumed},
		{"A is above B. B is above C. The grid has 9 rows and 8 columns.", 3, NotAssumed},
		{"C is in the same place as D.", 1, NotEstablished},
		{manyPremises + "A is above B.", 1, TwoWays},
		{manyPremises + "A is nowhere.", 1, NotUnderstood},
	} {
		err := Replay(test.text, given, claim)
		var e *ReplayError
		switch errors.As(err, &e); {
		case test.line == 0:
			if err != nil {
				t.Errorf("%q: %v", test.text, err)
			}
		case e == nil || e.Line != max(test.line, 0) || e.Reason != test.reason:
			t.Errorf("%q: %v, want line %d: %v", test.text, err, test.line, test.reason)
		case !strings.HasPrefix(test.text[e.Offset:], e.Text):
			t.Errorf("%q: offset %d does not start %q", test.text, e.Offset, e.Text)
		}
	}
	if err := Replay("", given, Fact{Locatum: 9}); err == nil || !strings.Contains(err.Error(), "without a name") {
		t.Errorf("a claim about nobody: %v", err)
	}
}

// TestReplayIsBounded: a line that takes more readings than the limit is not understood, whatever the last ones would say.
func TestReplayIsBounded(t *testing.T) {
	given := Stated{Names: []string{"A", "B", "A is above"}, Facts: statedIn(layout.Aligned, "A N B")}
	err := Replay(manyPremises+"A is above B.", given, given.Facts[0])
	if e := (*ReplayError)(nil); !errors.As(err, &e) || e.Line != 1 || e.Reason != NotUnderstood {
		t.Errorf("%v, want line 1: %v", err, NotUnderstood)
	}
}

// BenchmarkReplay judges a line of two premises, and lines made to be slow.
func BenchmarkReplay(b *testing.B) {
	many := make([]string, 200)
	for i := range many {
		many[i] = "A is " + strings.Repeat("very ", i%7) + strconv.Itoa(i)
	}
	copy(many, []string{"A", "B", "C", "A is", "A is above", "B, A"})
	for _, bench := range []struct {
		name, text string
		names      []string
	}{
		{"usual", "Since A is above B and B is above C, A is above C.", eightNames},
		{"hostile", manyPremises + "A is nowhere.", eightNames},
		{"hostile/odd", manyPremises + "A is nowhere.", []string{"A", "B", "C", "A is"}},
		{"hostile/many", manyPremises + "A is nowhere.", many},
	} {
		b.Run(bench.name, func(b *testing.B) {
			given := Stated{Names: bench.names, Facts: statedIn(layout.Aligned, "A N B", "B N C")}
			b.ReportAllocs()
			for range b.N {
				_ = Replay("A is above B. B is above C. "+bench.text, given, given.Facts[0])
			}
		})
	}
}

func FuzzReplay(f *testing.F) {
	f.Add("A is above B. B is above C. Since A is above B and B is above C, A is above C.")
	f.Add("A is 2 rows above B and no further left than column 3, so B is lower. So. Since , .")
	given := Stated{Names: []string{"A", "B", "St. C", "the D and E"}, Facts: statedIn(layout.Aligned, "A N B", "B NE C", "C W D")}
	f.Fuzz(func(t *testing.T, text string) {
		err := Replay(text, given, AnswerFact(0, 2, layout.Vertical, layout.N))
		if e := (*ReplayError)(nil); errors.As(err, &e) && (e.Reason == NoBreak || e.Offset > len(text)) {
			t.Errorf("%q: %+v", text, e)
		}
	})
}
