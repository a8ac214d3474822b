package layout_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// slowRealise does what Realise documents, one relaxation at a time, on nothing but lists of "is before" and "is level
// with".
func slowRealise(n int, facts []layout.Fact) []layout.Cell {
	type before struct{ first, second, by int }
	var said [2][]before
	for _, f := range facts {
		for axis, sign := range handSigns[f.Relation] {
			switch sign {
			case -1:
				said[axis] = append(said[axis], before{f.Locatum, f.Relatum, 1})
			case 1:
				said[axis] = append(said[axis], before{f.Relatum, f.Locatum, 1})
			case 0:
				said[axis] = append(said[axis], before{f.Locatum, f.Relatum, 0}, before{f.Relatum, f.Locatum, 0})
			}
		}
	}
	for {
		var at [2][]int
		for axis := range at {
			at[axis] = make([]int, n)
			for again := true; again; {
				again = false
				for _, s := range said[axis] {
					if least := at[axis][s.first] + s.by; at[axis][s.second] < least {
						at[axis][s.second], again = least, true
					}
				}
			}
		}
		cells := make([]layout.Cell, n)
		for i := range cells {
			cells[i] = layout.Cell{Row: at[0][i], Col: at[1][i]}
		}
		a, b, shared := 0, 0, false
		for i := n - 1; i >= 0; i-- { // the pair with the least second index, then the least first one
			for j := i - 1; j >= 0; j-- {
				if cells[i] == cells[j] {
					a, b, shared = j, i, true
				}
			}
		}
		if !shared {
			return cells
		}
		// Whether the columns are open: level is known where following "at least as far" leads there and back.
		axis := 1
		reaches := func(from, to int) bool {
			seen, todo := make([]bool, n), []int{from}
			seen[from] = true
			for len(todo) > 0 {
				i := todo[0]
				todo = todo[1:]
				for _, s := range said[1] {
					if s.first == i && !seen[s.second] {
						seen[s.second] = true
						todo = append(todo, s.second)
					}
				}
			}
			return seen[to]
		}
		if reaches(a, b) || reaches(b, a) {
			axis = 0
		}
		said[axis] = append(said[axis], before{a, b, 1})
	}
}

func checkRealised(t fataler, n int, facts []layout.Fact, cells []layout.Cell) {
	t.Helper()
	if len(cells) != n {
		t.Fatalf("%v: %d cells for %d objects", facts, len(cells), n)
	}
	for _, f := range facts {
		a, b := cells[f.Locatum], cells[f.Relatum]
		if handRelation(a.Row-b.Row, a.Col-b.Col) != f.Relation {
			t.Fatalf("%v: %v does not hold in %v", facts, f, cells)
		}
	}
	var rows, cols []int
	for i, c := range cells {
		if slices.Contains(cells[:i], c) {
			t.Fatalf("%v: two objects at %v in %v", facts, c, cells)
		}
		rows, cols = append(rows, c.Row), append(cols, c.Col)
	}
	for _, used := range [][]int{rows, cols} {
		slices.Sort(used)
		for k, x := range slices.Compact(used) {
			if x != k {
				t.Fatalf("%v: %v is not compact", facts, cells)
			}
		}
	}
}

func TestRealise(t *testing.T) {
	var net layout.Network
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 12).Draw(t, "n")
		var facts []layout.Fact
		if n >= 2 {
			facts = agreeingFacts(t, n, 20)
		}
		if err := net.Reset(n, layout.World{}); err != nil {
			t.Fatal(err)
		}
		for _, f := range facts {
			if err := net.Add(f); err != nil {
				t.Fatal(err)
			}
		}
		known := answersOf(&net)
		cells := net.Realise(nil)
		checkRealised(t, n, facts, cells)
		if want := slowRealise(n, facts); !slices.Equal(cells, want) {
			t.Fatalf("%v: %v, want %v", facts, cells, want)
		}

		// The network is as before, asking twice gives the same, and so does another order of the facts.
		diffAnswers(t, facts, known, answersOf(&net))
		if again := net.Realise(nil); !slices.Equal(again, cells) {
			t.Fatalf("%v: %v the second time, %v the first", facts, again, cells)
		}
		turned := slices.Clone(facts)
		slices.Reverse(turned)
		if again := networkOf(t, n, turned).Realise(nil); !slices.Equal(again, cells) {
			t.Fatalf("%v: %v when the facts are turned round, else %v", facts, again, cells)
		}

		// It appends.
		kept := []layout.Cell{{Row: 8, Col: 9}}
		if longer := net.Realise(kept); longer[0] != kept[0] || !slices.Equal(longer[1:], cells) {
			t.Fatalf("%v: appended %v to %v, want %v", facts, longer, kept, cells)
		}
	})
}

// TestRealiseTheOnlyLayout: where there is one compact placement, that is it.
func TestRealiseTheOnlyLayout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "n")
		var facts []layout.Fact
		if n >= 2 {
			facts = trueFacts(t, n, 8)
		}
		models := placements(n, false)
		for _, f := range facts {
			models = showing(models, f)
		}
		net := networkOf(t, n, facts)
		if net.Determined() != (len(models) == 1) {
			t.Fatalf("%v: determined is %t with %d placements", facts, net.Determined(), len(models))
		}
		if len(models) > 1 {
			return
		}
		for i, c := range net.Realise(nil) {
			if want := (layout.Cell{Row: int(models[0][0][i]), Col: int(models[0][1][i])}); c != want {
				t.Fatalf("%v: object %d at %v, want %v", facts, i, c, want)
			}
		}
	})
}

// TestRealiseTies lists by hand where objects go that the facts leave open.
func TestRealiseTies(t *testing.T) {
	for _, test := range []struct {
		name  string
		n     int
		facts []string
		want  []layout.Cell
	}{
		{"nothing", 0, nil, nil},
		{"one", 1, nil, []layout.Cell{{}}},
		{"side by side in order", 3, nil, []layout.Cell{{Col: 0}, {Col: 1}, {Col: 2}}},
		{"one above the other where they share a column", 3, []string{"A N C", "B N C"},
			[]layout.Cell{{Row: 0}, {Row: 1}, {Row: 2}}},
		{"in a row where they share a row", 3, []string{"A W C", "B W C"},
			[]layout.Cell{{Col: 0}, {Col: 1}, {Col: 2}}},
		{"the later index can be first in a row", 3, []string{"C W A", "C W B"},
			[]layout.Cell{{Col: 1}, {Col: 2}, {Col: 0}}},
		{"beside the one in the corner", 3, []string{"A NW B"},
			[]layout.Cell{{Row: 0, Col: 0}, {Row: 1, Col: 1}, {Row: 0, Col: 1}}},
		{"up and left as far as it goes", 4, []string{"A N B", "B N C", "D S A"},
			[]layout.Cell{{Row: 0}, {Row: 1}, {Row: 2}, {Row: 3}}},
		{"up and left where the cell is free", 4, []string{"A W B", "B W C", "D SW C"},
			[]layout.Cell{{Row: 0, Col: 0}, {Row: 0, Col: 1}, {Row: 0, Col: 2}, {Row: 1, Col: 0}}},
		{"determined", 4, []string{"B W C", "B NW A", "C N A", "D W A", "D S B"},
			[]layout.Cell{{Row: 1, Col: 1}, {Row: 0, Col: 0}, {Row: 0, Col: 1}, {Row: 1, Col: 0}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			facts := says(test.facts...)
			got := networkOf(t, test.n, facts).Realise(nil)
			checkRealised(t, test.n, facts, got)
			if !slices.Equal(got, test.want) {
				t.Errorf("%v, want %v", got, test.want)
			}
		})
	}
}

func TestRealiseTheZeroNetwork(t *testing.T) {
	if cells := new(layout.Network).Realise(nil); len(cells) != 0 {
		t.Errorf("%v, want no cells", cells)
	}
}
