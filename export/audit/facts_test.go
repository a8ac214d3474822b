package audit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/export/audit"
	"pgregory.net/rapid"
)

// said is a fact of a story: the step from b to a.
type said struct{ a, b, down, right int }

var words = map[[2]int]string{
	{-1, 0}: "above", {1, 0}: "below", {0, -1}: "to the left of", {0, 1}: "to the right of",
	{-1, -1}: "above and to the left of", {-1, 1}: "above and to the right of", {1, -1}: "below and to the left of", {1, 1}: "below and to the right of",
}

// squares are the eight symmetries, written out on their own.
var squares = []func(d, r int) (int, int){
	func(d, r int) (int, int) { return d, r }, func(d, r int) (int, int) { return r, -d },
	func(d, r int) (int, int) { return -d, -r }, func(d, r int) (int, int) { return -r, d },
	func(d, r int) (int, int) { return d, -r }, func(d, r int) (int, int) { return -d, r },
	func(d, r int) (int, int) { return r, d }, func(d, r int) (int, int) { return -r, -d },
}

// orders are all orders of four things.
func orders() (all [][]int) {
	for a := range 4 {
		for b := range 4 {
			for c := range 4 {
				for d := range 4 {
					if o := []int{a, b, c, d}; len(slices.Compact(slices.Sorted(slices.Values(o)))) == 4 {
						all = append(all, o)
					}
				}
			}
		}
	}
	return all
}

// least returns the least way to say facts and a question, over all names and symmetries.
func least(facts []said, ask [2]int) (evidence, problem string) {
	for _, name := range orders() {
		for _, move := range squares {
			var lines []string
			for _, f := range facts {
				d, r := move(f.down, f.right)
				lines = append(lines, fmt.Sprint(name[f.a], name[f.b], d, r), fmt.Sprint(name[f.b], name[f.a], -d, -r))
			}
			slices.Sort(lines)
			text := strings.Join(slices.Compact(lines), ";")
			if evidence == "" || text < evidence {
				evidence = text
			}
			if text = fmt.Sprint(text, name[ask[0]], name[ask[1]]); problem == "" || text < problem {
				problem = text
			}
		}
	}
	return evidence, problem
}

// TestStoriesByBruteForce holds keys of stories to all names and symmetries: equal exactly where one of them makes stories equal.
func TestStoriesByBruteForce(t *testing.T) {
	var k audit.Keyer
	steps := [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {-1, 1}, {1, -1}, {1, 1}}
	tell := func(t *rapid.T, facts []said, ask [2]int) (prompt string) {
		names := []rune(rapid.SampledFrom([]string{"ABCD", "QXKM", "DBCA"}).Draw(t, "names"))
		for _, f := range rapid.Permutation(facts).Draw(t, "order") {
			if rapid.Bool().Draw(t, "converse") {
				f = said{f.b, f.a, -f.down, -f.right}
			}
			prompt += fmt.Sprintf("%c is %s %c. ", names[f.a], words[[2]int{f.down, f.right}], names[f.b])
		}
		return prompt + fmt.Sprintf("\n\nWhere is %c relative to %c?", names[ask[0]], names[ask[1]])
	}
	same := map[bool]int{}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) (facts []said, ask [2]int) {
			for range rapid.IntRange(2, 4).Draw(t, label+" facts") {
				a := rapid.IntRange(0, 3).Draw(t, "a")
				step := rapid.SampledFrom(steps).Draw(t, "direction")
				facts = append(facts, said{a, (a + rapid.IntRange(1, 3).Draw(t, "b")) % 4, step[0], step[1]})
			}
			return facts, [2]int{facts[0].a, facts[0].b}
		}
		f, askF := draw("first")
		g, askG := draw("second")
		if rapid.Bool().Draw(t, "moved") { // the first once more, and one fact of it perhaps otherwise
			order, move := rapid.SampledFrom(orders()).Draw(t, "objects"), rapid.SampledFrom(squares).Draw(t, "move")
			g, askG = nil, [2]int{order[askF[0]], order[askF[1]]}
			for _, x := range f {
				d, r := move(x.down, x.right)
				g = append(g, said{order[x.a], order[x.b], d, r})
			}
			if rapid.Bool().Draw(t, "changed") {
				step := rapid.SampledFrom(steps).Draw(t, "direction")
				g[0].down, g[0].right = step[0], step[1]
			}
		}
		promptF, promptG := tell(t, f, askF), tell(t, g, askG)
		a, b := keyOf(&k, promptF), keyOf(&k, promptG)
		if a.how != audit.Exact || b.how != audit.Exact {
			t.Fatalf("not read:\n%s\n%s", promptF, promptG)
		}
		evidenceF, problemF := least(f, askF)
		evidenceG, problemG := least(g, askG)
		if want := evidenceF == evidenceG; (a.evidence == b.evidence) != want {
			t.Fatalf("the same evidence: %v; keys say otherwise\n%s\n%s", want, promptF, promptG)
		}
		want := problemF == problemG
		if (a.problem == b.problem) != want {
			t.Fatalf("the same problem: %v; keys say otherwise\n%s\n%s", want, promptF, promptG)
		}
		same[want]++
	})
	if !testing.Short() && (same[true] < 5 || same[false] < 5) {
		t.Errorf("of pairs of stories %d are the same and %d differ", same[true], same[false])
	}
}

// TestMapsByBruteForce holds keys of small maps to all symmetries and names: equal exactly where one makes maps equal.
func TestMapsByBruteForce(t *testing.T) {
	var k audit.Keyer
	const rest = "\n\nRows are counted from the top.\n\nHow many things are there?"
	turned := func(rows []string, turn int) []string {
		if turn >= 4 {
			for i := range rows {
				r := []rune(rows[i])
				slices.Reverse(r)
				rows[i] = string(r)
			}
		}
		for range turn % 4 {
			next := make([]string, len(rows[0]))
			for c := range rows[0] {
				for r := len(rows) - 1; r >= 0; r-- {
					next[c] += rows[r][c : c+1]
				}
			}
			rows = next
		}
		return rows
	}
	least := func(drawing string) (best string) {
		for turn := range 8 {
			text := strings.Join(turned(strings.Split(drawing, "\n"), turn), "\n")
			names, n := map[rune]rune{}, rune(0)
			text = strings.Map(func(c rune) rune {
				if c < 'A' || c > 'Z' {
					return c
				}
				if names[c] == 0 {
					names[c] = 'a' + n
					n++
				}
				return names[c]
			}, text)
			if best == "" || text < best {
				best = text
			}
		}
		return best
	}
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) string {
			rows, cols := 2, rapid.IntRange(2, 3).Draw(t, label+" columns")
			var lines []string
			for range rows {
				line := ""
				for range cols {
					line += rapid.SampledFrom([]string{".", ".", ".", "#", "A", "B"}).Draw(t, label)
				}
				lines = append(lines, line)
			}
			if !strings.ContainsAny(strings.Join(lines, ""), ".#") {
				t.Skip("all things")
			}
			if rapid.Bool().Draw(t, label+" turned") {
				lines = turned(lines, 1)
			}
			return strings.Join(lines, "\n")
		}
		a, b := draw("first"), draw("second")
		x, y := keyOf(&k, a+rest), keyOf(&k, b+rest)
		if same := least(a) == least(b); (x.evidence == y.evidence) != same || (x.problem == y.problem) != same {
			t.Fatalf("the same: %v; keys say otherwise\n%s\n\n%s", same, a, b)
		}
	})
}
