package layout_test

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// addAll adds facts that need not agree, each compared with the placements that show it and all facts kept before.
// It returns the facts kept, and asks the network everything after each.
func addAll(t fataler, n int, facts []layout.Fact) (net *layout.Network, kept []layout.Fact) {
	t.Helper()
	net, _ = layout.NewNetwork(n, layout.World{})
	models := placements(n, false)
	known := answersOf(net)
	diffAnswers(t, kept, withoutFacts[n](), known)
	for _, f := range facts {
		err := net.Add(f)
		after := showing(models, f)
		if len(after) == 0 {
			checkConflict(t, net, f, err)
			diffAnswers(t, kept, known, answersOf(net))
			continue
		}
		if err != nil {
			t.Fatalf("Add(%v) to %v: %v; %d placements show them all", f, kept, err, len(after))
		}
		kept, models = append(kept, f), after
		known = answersOf(net)
		diffAnswers(t, kept, bruteAnswers(n, kept, models, models), known)
	}
	return net, kept
}

// checkConflict holds a refusal to its word: the facts it names rule f out, and no smaller set does.
func checkConflict(t fataler, net *layout.Network, f layout.Fact, err error) {
	t.Helper()
	facts := net.Facts()
	var conflict *layout.ConflictError
	if !errors.As(err, &conflict) {
		t.Fatalf("Add(%v) to %v: %v, want a ConflictError", f, facts, err)
	}
	if conflict.Fact != f {
		t.Fatalf("the conflict is about %v, not %v", conflict.Fact, f)
	}
	with := append(slices.Clone(facts), f)
	itself := uint64(1) << len(facts)
	rulesOut := func(mask uint64) bool {
		r := reachableBy(net.Len(), with, mask|itself)
		return r.impossible()
	}
	var named uint64
	for i, k := range conflict.With {
		if k < 0 || k >= len(facts) || i > 0 && k <= conflict.With[i-1] {
			t.Fatalf("Add(%v) to %v: conflict with %v, want increasing numbers of facts", f, facts, conflict.With)
		}
		named |= 1 << k
	}
	if !rulesOut(named) {
		t.Fatalf("Add(%v) to %v: facts %v do not rule it out", f, facts, conflict.With)
	}
	if len(facts) > 12 {
		return
	}
	if size, _ := smallestSubset(len(facts), rulesOut); size != len(conflict.With) {
		t.Fatalf("Add(%v) to %v: ruled out by facts %v, but %d facts are enough", f, facts, conflict.With, size)
	}
}

// withoutFacts is what all placements of n objects say: worked out once, there are many.
var withoutFacts = func() (all [mostPlaced + 1]func() answers) {
	for n := range all {
		all[n] = sync.OnceValue(func() answers { return bruteAnswers(n, nil, placements(n, false), placements(n, false)) })
	}
	return all
}()

// TestUpToThreeFactsAboutThreeObjects goes through all of them, from alternating sides.
func TestUpToThreeFactsAboutThreeObjects(t *testing.T) {
	var all []layout.Fact
	for _, pair := range [][2]int{{0, 1}, {1, 2}, {2, 0}} {
		for _, c := range eightRelations {
			all = append(all, layout.Fact{Locatum: pair[0], Relatum: pair[1], Relation: c})
		}
	}
	for i, f := range all {
		for j, g := range all {
			if (i+j)%2 == 1 {
				g = handConverse(g)
			}
			for k, h := range all {
				if k%2 == 1 {
					h = handConverse(h)
				}
				addAll(t, 3, []layout.Fact{f, g, h})
			}
		}
	}
}

// TestEveryFactAboutTwoObjects: what one fact says, both ways round, and what a second fact can still say.
func TestEveryFactAboutTwoObjects(t *testing.T) {
	addAll(t, 0, nil)
	addAll(t, 1, nil)
	addAll(t, 2, nil)
	for _, c := range eightRelations {
		for _, d := range eightRelations {
			addAll(t, 2, []layout.Fact{{Relatum: 1, Relation: c}, {Locatum: 1, Relation: d}})
			addAll(t, 2, []layout.Fact{{Relatum: 1, Relation: c}, {Relatum: 1, Relation: d}})
		}
	}
}

func TestFactsAboutAFewObjects(t *testing.T) {
	t.Run("any", rapid.MakeCheck(func(t *rapid.T) {
		n := rapid.IntRange(2, mostPlaced).Draw(t, "n")
		addAll(t, n, anyFacts(t, n, 10))
	}))
	t.Run("true", rapid.MakeCheck(func(t *rapid.T) {
		n := rapid.IntRange(2, mostPlaced).Draw(t, "n")
		facts := trueFacts(t, n, 10)
		if _, kept := addAll(t, n, facts); len(kept) != len(facts) {
			t.Fatalf("of %v, true of one placement, only %v were taken", facts, kept)
		}
	}))
}

func TestFactsAboutManyObjects(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "n")
		facts := anyFacts(t, n, 30)
		if rapid.Bool().Draw(t, "mostly true") {
			facts = append(trueFacts(t, n, 30), facts[:min(3, len(facts))]...)
		}
		net, _ := layout.NewNetwork(n, layout.World{})
		var kept []layout.Fact
		known := answersOf(net)
		for _, f := range facts {
			err := net.Add(f)
			with := append(slices.Clone(kept), f)
			if r := reachable(n, with); r.impossible() {
				checkConflict(t, net, f, err)
				diffAnswers(t, kept, known, answersOf(net))
				continue
			}
			if err != nil {
				t.Fatalf("Add(%v) to %v: %v", f, kept, err)
			}
			kept = with
			known = answersOf(net)
			diffReach(t, net)
		}
		if !slices.Equal(net.Facts(), kept) {
			t.Fatalf("the network holds %v, want %v", net.Facts(), kept)
		}
	})
}

// TestOrderAndSideDoNotMatter: what is known depends on what was said, not on when or from which side.
func TestOrderAndSideDoNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 9).Draw(t, "n")
		facts := agreeingFacts(t, n, 16)
		known := answersOf(networkOf(t, n, facts))
		moved := slices.Clone(facts)
		for i := len(moved) - 1; i > 0; i-- {
			j := rapid.IntRange(0, i).Draw(t, "swap")
			moved[i], moved[j] = moved[j], moved[i]
		}
		for i := range moved {
			if rapid.Bool().Draw(t, "other side") {
				moved[i] = handConverse(moved[i])
			}
		}
		diffAnswers(t, moved, known, answersOf(networkOf(t, n, moved)))
	})
}

// TestSymmetriesMoveTheAnswers: turning or mirroring all facts turns or mirrors every answer.
func TestSymmetriesMoveTheAnswers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 8).Draw(t, "n")
		facts := agreeingFacts(t, n, 12)
		known := answersOf(networkOf(t, n, facts))
		for s := range layout.Symmetries {
			swap, flipRows, flipCols := s&1 != 0, s&2 != 0, s&4 != 0
			move := func(c layout.Cardinal) layout.Cardinal {
				rows, cols := handSigns[c][0], handSigns[c][1]
				if swap {
					rows, cols = cols, rows
				}
				if flipRows {
					rows = -rows
				}
				if flipCols {
					cols = -cols
				}
				return handRelation(rows, cols)
			}
			moved := slices.Clone(facts)
			for i := range moved {
				moved[i].Relation = layout.Symmetry(s).Cardinal(moved[i].Relation)
				if moved[i].Relation != move(facts[i].Relation) {
					t.Fatalf("symmetry %d moves %v to %v", s, facts[i].Relation, moved[i].Relation)
				}
			}
			want := known
			want.Rows, want.Cols = slices.Clone(known.Rows), slices.Clone(known.Cols)
			if swap {
				want.Rows, want.Cols = want.Cols, want.Rows
			}
			for axis, flip := range map[*[]layout.Interval]bool{&want.Rows: flipRows, &want.Cols: flipCols} {
				for i, v := range *axis {
					if flip {
						(*axis)[i] = layout.Interval{Lo: -v.Hi, Hi: -v.Lo}
					}
				}
			}
			want.Possible, want.Entails = nil, nil
			for k, set := range known.Possible {
				var to layout.CardinalSet
				for c := range handSigns {
					if set>>c&1 == 1 {
						to |= 1 << move(layout.Cardinal(c))
					}
				}
				want.Possible = append(want.Possible, to)
				for _, aspect := range threeAspects {
					from := aspect
					if swap && aspect != layout.Full {
						from = layout.Vertical + layout.Horizontal - aspect
					}
					e := known.Entails[k*3+int(from)]
					e.Answer = move(e.Answer)
					want.Entails = append(want.Entails, e)
				}
			}
			diffAnswers(t, moved, want, answersOf(networkOf(t, n, moved)))
		}
	})
}

// TestResetForgets: a used network is as good as a new one, whatever it held and refused before.
func TestResetForgets(t *testing.T) {
	var net layout.Network
	if net.Len() != 0 || len(net.Facts()) != 0 || !net.Determined() || !net.DeterminedSoFar() {
		t.Error("the zero network is not the empty one")
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 9).Draw(t, "n")
		if err := net.Reset(n, layout.World{}); err != nil {
			t.Fatal(err)
		}
		var kept []layout.Fact
		for _, f := range anyFacts(t, n, 14) {
			if net.Add(f) == nil {
				kept = append(kept, f)
			}
		}
		diffAnswers(t, kept, answersOf(networkOf(t, n, kept)), answersOf(&net))
		if !slices.Equal(net.Facts(), kept) {
			t.Fatalf("facts %v, want %v", net.Facts(), kept)
		}
	})
}

// TestConflicts lists contradictions by hand, with the smallest sets of facts that make them.
func TestConflicts(t *testing.T) {
	for _, test := range []struct {
		name  string
		facts []string
		add   string
		with  []int
	}{
		{"the opposite", []string{"A N B"}, "B N A", []int{0}},
		{"another direction", []string{"A N B"}, "A NE B", []int{0}},
		{"a cycle", []string{"A N B", "B N C"}, "C N A", []int{0, 1}},
		{"not every fact of a way round", []string{"A N B", "D W C", "B N C", "E S D"}, "C NE A", []int{0, 2}},
		{"two into one cell", []string{"A N C", "B N C", "A E D"}, "B E D", []int{0, 1, 2}},
		{"no contradiction in a square", []string{"A N B", "C N D", "A W C"}, "B W D", nil},
		{"no contradiction below two that differ", []string{"A N X", "B N X", "A W P", "B W Q"}, "Q N P", nil},
		{"two other than those named into one cell", []string{"A N X", "B N X", "A W P", "B W Q"}, "P W Q", []int{0, 1, 2, 3}},
		{
			"columns rule it out sooner than rows",
			[]string{"D NE E", "E NW F", "F NE A", "D SW G", "G NW A"}, "A NW D", []int{3, 4},
		},
		{
			"rows rule it out sooner than columns",
			[]string{"D SW E", "E NW F", "F SW A", "D NE G", "G NW A"}, "A NW D", []int{3, 4},
		},
		{
			"one cell is sooner than either axis",
			[]string{"A NE P", "P NE Q", "Q NE R", "R NE B", "A N I", "I E K", "B E K"}, "A N B", []int{4, 5, 6},
		},
		{
			"the second pair in one cell has the smaller reason",
			[]string{
				"A N C", "B N D", // columns A C E and B D F
				"A W G", "G E H", "H W I", "B W I", // A and B are level by four facts
				"E S C", "F S D", "E W J", "F W J", // E and F by two
			}, "C N D", []int{6, 7, 8, 9},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts, added := says(test.facts...), says(test.add)
			net := networkOf(t, objectsOf(slices.Concat(facts, added)), facts)
			before := answersOf(net)
			err := net.Add(added[0])
			if test.with == nil {
				if err != nil {
					t.Fatalf("%v: it does agree", err)
				}
				return
			}
			checkConflict(t, net, added[0], err)
			var conflict *layout.ConflictError
			if errors.As(err, &conflict); !slices.Equal(conflict.With, test.with) {
				t.Errorf("ruled out by %v, want %v", conflict.With, test.with)
			}
			diffAnswers(t, facts, before, answersOf(net))
		})
	}
}

func TestConflictErrorText(t *testing.T) {
	net := networkOf(t, 3, says("A N B", "B N C"))
	err := net.Add(says("C N A")[0])
	if got, want := err.Error(), "layout: 2 N 0 contradicts fact 0, fact 1"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestPossible lists by hand what no single pair of intervals shows.
func TestPossible(t *testing.T) {
	const ne, e, se = 1 << layout.NE, 1 << layout.E, 1 << layout.SE
	for _, test := range []struct {
		name  string
		facts []string
		want  layout.CardinalSet // of the first object to the second
	}{
		{"nothing known", []string{"C N D"}, layout.AllCardinals &^ (1 << layout.EQ)},
		{"right of it", []string{"A NE C", "C SE B"}, ne | e | se},
		{"in a column, not in a cell", []string{"A N C", "B N C"}, 1<<layout.N | 1<<layout.S},
		{"level would put C on B", []string{"A E C", "C N D", "B N D"}, ne | se},
		{"level would put C on D", []string{"A E C", "B W D", "C N E", "D N E"}, ne | se},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts := says(test.facts...)
			n := objectsOf(facts)
			net := networkOf(t, n, facts)
			if got := net.Possible(0, 1); got != test.want {
				t.Errorf("%v, want %v", got, test.want)
			}
			diffReach(t, net)
		})
	}
}

// TestIntervals holds the widths by hand.
func TestIntervals(t *testing.T) {
	free := layout.Interval{Lo: -layout.Unbounded, Hi: layout.Unbounded}
	atLeast := func(x int) layout.Interval { return layout.Interval{Lo: x, Hi: layout.Unbounded} }
	atMost := func(x int) layout.Interval { return layout.Interval{Lo: -layout.Unbounded, Hi: x} }
	for _, test := range []struct {
		name       string
		facts      []string
		rows, cols layout.Interval // of the first object less the second
	}{
		{"nothing", nil, free, free},
		{"one step", []string{"A N B"}, atMost(-1), layout.Interval{}},
		{"two steps", []string{"A SE C", "C SE B"}, atLeast(2), atLeast(2)},
		{"the longer way counts", []string{"A N B", "A N C", "C N D", "D N B"}, atMost(-3), layout.Interval{}},
		{"level by way of others", []string{"A E C", "C W D", "D E B"}, layout.Interval{}, free},
		{"a diamond needs room for both", []string{"A N C", "A N D", "C N B", "D N B"}, atMost(-3), layout.Interval{}},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts := says(test.facts...)
			rows, cols := networkOf(t, max(2, objectsOf(facts)), facts).Intervals(0, 1)
			if rows != test.rows || cols != test.cols {
				t.Errorf("rows %v, columns %v, want %v and %v", rows, cols, test.rows, test.cols)
			}
		})
	}
}

func TestDeterminedSoFar(t *testing.T) {
	net, _ := layout.NewNetwork(4, layout.World{})
	for i, test := range []struct {
		add           string
		soFar, wholly bool
	}{
		{"A N B", true, false},
		{"C N B", false, false}, // A and C are both above B
		{"A N C", true, false},
		{"D W C", true, true},
	} {
		if err := net.Add(says(test.add)[0]); err != nil {
			t.Fatal(err)
		}
		if soFar, wholly := net.DeterminedSoFar(), net.Determined(); soFar != test.soFar || wholly != test.wholly {
			t.Errorf("after fact %d: %t, %t, want %t, %t", i, soFar, wholly, test.soFar, test.wholly)
		}
	}
}

func TestInvalidFacts(t *testing.T) {
	good := layout.Fact{Locatum: 0, Relatum: 1, Relation: layout.N}
	for _, test := range []struct {
		name  string
		fact  layout.Fact
		names string
	}{
		{"zero", layout.Fact{}, "0 EQ 0"},
		{"negative locatum", layout.Fact{Locatum: -1, Relatum: 1, Relation: layout.N}, "-1"},
		{"negative relatum", layout.Fact{Locatum: 1, Relatum: -7, Relation: layout.N}, "-7"},
		{"locatum too large", layout.Fact{Locatum: 3, Relatum: 1, Relation: layout.N}, "3 N 1: there are 3 objects"},
		{"relatum too large", layout.Fact{Locatum: 1, Relatum: math.MaxInt, Relation: layout.N}, fmt.Sprint("N ", math.MaxInt)},
		{"smallest locatum", layout.Fact{Locatum: math.MinInt, Relatum: 1, Relation: layout.N}, fmt.Sprint(math.MinInt)},
		{"itself", layout.Fact{Locatum: 2, Relatum: 2, Relation: layout.W}, "2 W 2"},
		{"same cell", layout.Fact{Locatum: 0, Relatum: 1, Relation: layout.EQ}, "0 EQ 1"},
		{"no relation", layout.Fact{Locatum: 0, Relatum: 1, Relation: 9}, "not 9"},
		{"no relation at all", layout.Fact{Locatum: 0, Relatum: 1, Relation: 255}, "not 255"},
		{"no reading", layout.Fact{Locatum: 0, Relatum: 1, Relation: layout.N, Reading: 5}, "not 5"},
		{"no reading at all", layout.Fact{Locatum: 0, Relatum: 1, Relation: layout.N, Reading: 200}, "not 200"},
	} {
		t.Run(test.name, func(t *testing.T) {
			net := networkOf(t, 3, []layout.Fact{good})
			before := answersOf(net)
			err := net.Add(test.fact)
			if !errors.Is(err, layout.ErrInvalidFact) {
				t.Fatalf("Add(%+v): %v, want an invalid fact", test.fact, err)
			}
			if !strings.Contains(err.Error(), test.names) {
				t.Errorf("%q does not name %q", err, test.names)
			}
			if errors.As(err, new(*layout.ConflictError)) {
				t.Error("it is a conflict as well")
			}
			diffAnswers(t, net.Facts(), before, answersOf(net))
		})
	}
}

func TestSizes(t *testing.T) {
	for _, test := range []struct {
		n     int
		ok    bool
		many  bool
		names string
	}{
		{0, true, false, ""},
		{1, true, false, ""},
		{layout.MaxObjects, true, false, ""},
		{layout.MaxObjects + 1, false, true, "257"},
		{math.MaxInt, false, true, fmt.Sprint(math.MaxInt)},
		{-1, false, false, "-1"},
		{math.MinInt, false, false, fmt.Sprint(math.MinInt)},
	} {
		net, err := layout.NewNetwork(test.n, layout.World{})
		if (err == nil) != test.ok || (net != nil) != test.ok || errors.Is(err, layout.ErrTooMany) != test.many {
			t.Errorf("NewNetwork(%d): %v", test.n, err)
		}
		if err != nil && !strings.Contains(err.Error(), test.names) {
			t.Errorf("NewNetwork(%d): %q does not name it", test.n, err)
		}
		used := networkOf(t, 3, says("A N B"))
		if err := used.Reset(test.n, layout.World{}); (err == nil) != test.ok || errors.Is(err, layout.ErrTooMany) != test.many {
			t.Errorf("Reset(%d): %v", test.n, err)
		} else if err != nil && (used.Len() != 3 || len(used.Facts()) != 1) {
			t.Errorf("Reset(%d) was refused and did something", test.n)
		}
	}
}

// TestAskingAboutNobody: an index out of range is never known and never a panic.
func TestAskingAboutNobody(t *testing.T) {
	free := layout.Interval{Lo: -layout.Unbounded, Hi: layout.Unbounded}
	for _, net := range []*layout.Network{new(layout.Network), networkOf(t, 3, says("A N B", "B N C"))} {
		for _, pair := range [][2]int{
			{-1, 0}, {0, -1}, {-1, 5}, {7, 7}, {-1, -1}, {-3, 0}, {0, -3}, {0, 3}, {3, 0}, {math.MinInt, math.MaxInt}, {math.MaxInt, 0},
		} {
			a, b := pair[0], pair[1]
			framed := a == layout.TopLeft || b == layout.TopLeft // of which the intervals know something
			if rows, cols := net.Intervals(a, b); !framed && (rows != free || cols != free) {
				t.Errorf("Intervals(%d, %d): %v, %v", a, b, rows, cols)
			}
			for aspect := layout.Aspect(0); aspect < 5; aspect++ {
				if c, ok := net.Entails(a, b, aspect); ok || c != layout.EQ {
					t.Errorf("Entails(%d, %d, %v): %v, %t", a, b, aspect, c, ok)
				}
				if proof, ok := net.Prove(a, b, aspect); ok || proof.Hops() != 0 {
					t.Errorf("Prove(%d, %d, %v): %v, %t", a, b, aspect, proof, ok)
				}
			}
			_ = net.Possible(a, b)
		}
	}
	net := networkOf(t, 3, says("A N B", "B NE C"))
	for _, aspect := range []layout.Aspect{3, 4, 255} { // counts as full: no panic is all that is promised
		_, _ = net.Entails(0, 2, aspect)
		_, _ = net.Prove(0, 2, aspect)
	}
}

// TestFactsCanBeSaidAgain: a fact that is known already is kept like any other and changes nothing.
func TestFactsCanBeSaidAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 7).Draw(t, "n")
		facts := agreeingFacts(t, n, 9)
		net := networkOf(t, n, facts)
		known := answersOf(net)
		for a := range n {
			for b := range n {
				if c, ok := net.Entails(a, b, layout.Full); ok && a != b {
					if err := net.Add(layout.Fact{Locatum: a, Relatum: b, Relation: c}); err != nil {
						t.Fatalf("%v: %v", facts, err)
					}
				}
			}
		}
		got := answersOf(net)
		got.factsCount = known.factsCount
		diffAnswers(t, facts, known, got)
	})
}

// TestMostObjects: the largest network works, index 255 and all.
func TestMostObjects(t *testing.T) {
	net, err := layout.NewNetwork(layout.MaxObjects, layout.World{})
	if err != nil {
		t.Fatal(err)
	}
	last := layout.MaxObjects - 1
	for i := range last {
		if err := net.Add(layout.Fact{Locatum: i, Relatum: i + 1, Relation: layout.NW}); err != nil {
			t.Fatal(err)
		}
	}
	if rows, _ := net.Intervals(0, last); rows.Hi != -last || !net.Determined() {
		t.Errorf("rows %v, determined %t", rows, net.Determined())
	}
	if proof, ok := net.Prove(last, 0, layout.Full); !ok || proof.Hops() != last {
		t.Errorf("%d hops, %t", proof.Hops(), ok)
	}
	var conflict *layout.ConflictError
	if err := net.Add(layout.Fact{Locatum: last, Relatum: 0, Relation: layout.N}); !errors.As(err, &conflict) {
		t.Errorf("%v, want a conflict", err)
	} else if len(conflict.With) != last || bits.Len(uint(conflict.With[0])) != 0 {
		t.Errorf("ruled out by %d facts from %d", len(conflict.With), conflict.With[0])
	}
}
