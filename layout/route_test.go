package layout_test

import (
	"bufio"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

// fourMoves are the ways out of a room.
var fourMoves = []layout.Cardinal{layout.N, layout.E, layout.S, layout.W}

// bruteWalks lists all walks of so many moves: the rooms visited and the moves, as one text each.
func bruteWalks(facts []layout.Fact, at, to, length int, walk string) map[string]bool {
	out := make(map[string]bool)
	if length == 0 {
		if at == to {
			out[walk] = true
		}
		return out
	}
	for _, f := range facts {
		signs := handSigns[f.Relation]
		if (signs[0] == 0) == (signs[1] == 0) {
			continue
		}
		next, move := -1, layout.EQ
		if f.Locatum == at {
			next, move = f.Relatum, handRelation(-signs[0], -signs[1])
		} else if f.Relatum == at {
			next, move = f.Locatum, f.Relation
		}
		if next >= 0 {
			for w := range bruteWalks(facts, next, to, length-1, walk+fmt.Sprintf("%v>%d ", move, next)) {
				out[w] = true
			}
		}
	}
	return out
}

func movesOf(walk string) (moves []layout.Cardinal) {
	for _, step := range strings.Fields(walk) {
		word, _, _ := strings.Cut(step, ">")
		for _, c := range fourMoves {
			if c.String() == word {
				moves = append(moves, c)
			}
		}
	}
	return moves
}

// TestShortestWalks compares with all walks, in graphs that need not fit any grid.
func TestShortestWalks(t *testing.T) {
	var r layout.Router
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		var facts []layout.Fact
		for range rapid.IntRange(0, 8).Draw(t, "facts") {
			f := layout.Fact{
				Locatum:  rapid.IntRange(0, n-1).Draw(t, "locatum"),
				Relatum:  rapid.IntRange(0, n-1).Draw(t, "relatum"),
				Relation: rapid.SampledFrom(eightRelations).Draw(t, "relation"),
				Reading:  rapid.SampledFrom(wordReadings).Draw(t, "reading"),
			}
			if f.Locatum != f.Relatum {
				facts = append(facts, f)
			}
		}
		from, to := rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")
		var walks map[string]bool
		for length := 0; length < n && len(walks) == 0; length++ {
			walks = bruteWalks(facts, from, to, length, "")
		}
		moves, ways := r.Shortest(facts, n, from, to)
		if ways != min(len(walks), layout.MostWays) {
			t.Fatalf("%v from %d to %d: %d ways, want %v", facts, from, to, ways, walks)
		}
		if ways == 0 {
			if moves != nil || len(r.Facts()) != 0 || r.IsShortest(facts, n, from, to, nil) {
				t.Fatalf("%v from %d to %d: moves %v where there is no way", facts, from, to, moves)
			}
			return
		}
		right := make(map[string]bool)
		for walk := range walks {
			right[fmt.Sprint(movesOf(walk))] = true
		}
		at := from
		for i, k := range r.Facts() {
			f := facts[k]
			move := handConverse(f).Relation
			if f.Relatum == at {
				f, move = handConverse(f), f.Relation
			}
			if f.Locatum != at || move != moves[i] {
				t.Fatalf("%v from %d to %d: moves %v by facts %v", facts, from, to, moves, r.Facts())
			}
			at = f.Relatum
		}
		if at != to || !right[fmt.Sprint(append([]layout.Cardinal(nil), moves...))] {
			t.Fatalf("%v from %d to %d: moves %v, want one of %v", facts, from, to, moves, right)
		}
		for walk := range walks {
			if !r.IsShortest(facts, n, from, to, movesOf(walk)) {
				t.Fatalf("%v from %d to %d: %q is a shortest walk", facts, from, to, walk)
			}
		}
		other := rapid.SliceOfN(rapid.SampledFrom(eightRelations), 0, 4).Draw(t, "other")
		if want := right[fmt.Sprint(append([]layout.Cardinal(nil), other...))]; r.IsShortest(facts, n, from, to, other) != want {
			t.Fatalf("%v from %d to %d: is %v a shortest walk? want %t", facts, from, to, other, want)
		}
	})
}

// TestRouterTraps lists what a simpler router gets wrong.
func TestRouterTraps(t *testing.T) {
	for _, test := range []struct {
		name  string
		facts []string
		want  string // from A to B
		ways  int
	}{
		{"north of is reached by going north", []string{"B N A"}, "[N]", 1},
		{"and left by going south", []string{"A N B"}, "[S]", 1},
		{"in two moves", []string{"A N C", "B E C"}, "[S E]", 1},
		{"the same said again", []string{"A N C", "C S A", "B E C", "C W B"}, "[S E]", 1},
		{"two ways", []string{"A N C", "B E C", "A W D", "B S D"}, "[S E]", 2},
		{"two rooms in one place", []string{"A N C", "C N B", "A N D", "D N B"}, "[S S]", 2},
		{"no way over a diagonal", []string{"A NE B"}, "[]", 0},
		{"no way over a place", []string{"A N C", "D W B"}, "[]", 0},
		{"a place is no room: C and D are one cell", []string{"A N C", "A N D", "D N B"}, "[S S]", 1},
		{"the longer way does not count", []string{"A N B", "A W C", "C N D", "D W B"}, "[S]", 1},
	} {
		var r layout.Router
		facts := says(test.facts...)
		moves, ways := r.Shortest(facts, 4, 0, 1)
		if fmt.Sprint(moves) != test.want || ways != test.ways {
			t.Errorf("%s: %v, %d ways, want %s, %d", test.name, moves, ways, test.want, test.ways)
		}
	}
	var r layout.Router
	facts := says("A N B", "B N C")
	facts = append(facts, layout.Fact{Locatum: -7, Relatum: 99, Relation: layout.N}, layout.Fact{},
		layout.Fact{Locatum: 0, Relatum: 2, Relation: 99}, layout.Fact{Locatum: 0, Relatum: 2, Relation: layout.N, Reading: layout.Measured})
	for _, pair := range [][2]int{{-1, 0}, {0, 3}, {3, 3}, {layout.TopLeft, layout.TopLeft}} {
		if moves, ways := r.Shortest(facts, 3, pair[0], pair[1]); moves != nil || ways != 0 || r.IsShortest(facts, 3, pair[0], pair[1], nil) {
			t.Errorf("%v: %v, %d ways", pair, moves, ways)
		}
	}
	if moves, ways := r.Shortest(facts, 3, 0, 2); fmt.Sprint(moves) != "[S S]" || ways != 1 {
		t.Errorf("%v, %d ways", moves, ways)
	}
	if moves, ways := r.Shortest(facts, 3, 1, 1); len(moves) != 0 || ways != 1 || !r.IsShortest(facts, 3, 1, 1, nil) {
		t.Errorf("from a room to itself: %v, %d ways", moves, ways)
	}
}

// TestSampledRoutes: a straight chain is the only shortest walk between its ends, whatever hangs on it.
func TestSampledRoutes(t *testing.T) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var r layout.Router
	rapid.Check(t, func(t *rapid.T) {
		spec := layout.HopSpec{
			Hops: rapid.IntRange(1, 6).Draw(t, "hops"), Reading: layout.UnitStep, Straight: true,
			World:  layout.World{Sharing: rapid.Bool().Draw(t, "sharing")},
			Answer: layout.Cardinal(rapid.IntRange(0, layout.Cardinals-1).Draw(t, "answer")),
		}
		for _, kind := range []layout.Distractor{layout.Branch, layout.Disconnected} {
			spec.Distractors[kind] = rapid.IntRange(0, 4).Draw(t, kind.String())
		}
		if spec.Validate() != nil {
			t.Skip()
		}
		if err := sampler.Sample(&problem, spec, &drawn{t: t}); err != nil {
			t.Fatal(err)
		}
		moves, ways := r.Shortest(problem.Facts, problem.Objects, problem.Locatum, problem.Relatum)
		if len(moves) != spec.Hops || ways != 1 || !slices.Equal(r.Facts(), problem.Proof) {
			t.Fatalf("%v: %d ways, %v by %v in %v", spec, ways, moves, r.Facts(), problem)
		}
	})
}

// TestRoutesOfOthers holds the router to the questions of bAbI's task 19, read as its words say.
func TestRoutesOfOthers(t *testing.T) {
	file, err := os.Open("../../shared/conformance/babi/qa19.txt")
	if err != nil {
		t.Skip("no data of others here: ", err)
	}
	defer file.Close()
	words := map[string]layout.Cardinal{"north": layout.N, "east": layout.E, "south": layout.S, "west": layout.W}
	var r layout.Router
	var facts []layout.Fact
	rooms := make(map[string]int)
	room := func(name string) int {
		if _, ok := rooms[name]; !ok {
			rooms[name] = len(rooms)
		}
		return rooms[name]
	}
	questions := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line, fields := lines.Text(), strings.Fields(strings.NewReplacer(".", "", "?", "").Replace(lines.Text()))
		if fields[0] == "1" {
			facts, rooms = facts[:0], make(map[string]int)
		}
		if !strings.Contains(line, "\t") {
			facts = append(facts, layout.Fact{Locatum: room(fields[2]), Relatum: room(fields[7]), Relation: words[fields[4]]})
			continue
		}
		questions++
		var want []layout.Cardinal
		columns := strings.Split(line, "\t")
		for letter := range strings.SplitSeq(columns[1], ",") {
			want = append(want, fourMoves[strings.Index("nesw", letter)])
		}
		from, to := room(fields[7]), room(fields[10])
		moves, ways := r.Shortest(facts, len(rooms), from, to)
		var support []string
		for _, k := range r.Facts() {
			support = append(support, fmt.Sprint(k+1))
		}
		if !slices.Equal(moves, want) || ways != 1 || strings.Join(support, " ") != columns[2] ||
			!r.IsShortest(facts, len(rooms), from, to, want) {
			t.Errorf("%q: %v, %d ways, by %v", line, moves, ways, support)
		}
	}
	t.Logf("%d questions", questions)
}

func BenchmarkShortestRoute(b *testing.B) {
	var sampler layout.HopSampler
	var problem layout.HopProblem
	var r layout.Router
	spec := layout.HopSpec{
		Hops: 2, Reading: layout.UnitStep, Straight: true, Answer: layout.NE,
		Distractors: [layout.DistractorKinds]int{layout.Branch: 3},
	}
	if err := sampler.Sample(&problem, spec, seed.NewKey(7).Stream()); err != nil {
		b.Fatal(err)
	}
	r.Shortest(problem.Facts, problem.Objects, problem.Locatum, problem.Relatum)
	b.ReportAllocs()
	for b.Loop() {
		if _, ways := r.Shortest(problem.Facts, problem.Objects, problem.Locatum, problem.Relatum); ways != 1 {
			b.Fatal(ways)
		}
	}
}
