package layout_test

import (
	"cmp"
	"fmt"
	"math/bits"
	"reflect"
	"slices"
	"sync"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// The oracles of this package share no code and no table with the implementation. There are three: all placements of a
// few objects, one after the other; reachability in the graph of "is before" and "is level with"; and all subsets of
// the facts, smallest first.

// handSigns says where the locatum is against the relatum: rows further down, columns further right.
var handSigns = [...][2]int{
	layout.EQ: {0, 0},
	layout.N:  {-1, 0},
	layout.NE: {-1, 1},
	layout.E:  {0, 1},
	layout.SE: {1, 1},
	layout.S:  {1, 0},
	layout.SW: {1, -1},
	layout.W:  {0, -1},
	layout.NW: {-1, -1},
}

var eightRelations = []layout.Cardinal{
	layout.N, layout.NE, layout.E, layout.SE, layout.S, layout.SW, layout.W, layout.NW,
}

var threeAspects = []layout.Aspect{layout.Full, layout.Vertical, layout.Horizontal}

func handRelation(rows, cols int) layout.Cardinal {
	signs := [2]int{cmp.Compare(rows, 0), cmp.Compare(cols, 0)}
	return layout.Cardinal(slices.Index(handSigns[:], signs))
}

func handConverse(f layout.Fact) layout.Fact {
	signs := handSigns[f.Relation]
	return layout.Fact{Locatum: f.Relatum, Relatum: f.Locatum, Relation: handRelation(-signs[0], -signs[1])}
}

// says turns "A N B" into a fact: object 0 is north of object 1.
func says(lines ...string) []layout.Fact {
	var facts []layout.Fact
	for _, line := range lines {
		var a, b rune
		var word string
		if _, err := fmt.Sscanf(line, "%c %s %c", &a, &word, &b); err != nil {
			panic(err)
		}
		for _, c := range eightRelations {
			if c.String() == word {
				facts = append(facts, layout.Fact{Locatum: int(a - 'A'), Relatum: int(b - 'A'), Relation: c})
			}
		}
	}
	return facts
}

// objectsOf returns how many objects the facts speak of, were they numbered without gaps.
func objectsOf(facts []layout.Fact) int {
	n := 0
	for _, f := range facts {
		n = max(n, f.Locatum+1, f.Relatum+1)
	}
	return n
}

// answers is all that a network says when asked everything.
type answers struct {
	Rows, Cols          []layout.Interval // by a*n+b
	Possible            []layout.CardinalSet
	Entails             []entailed // by (a*n+b)*3+aspect
	Determined, SoFar   bool
	objects, factsCount int
}

type entailed struct {
	Answer layout.Cardinal
	OK     bool
}

func answersOf(net *layout.Network) answers {
	out := answers{objects: net.Len(), factsCount: len(net.Facts())}
	for a := range net.Len() {
		for b := range net.Len() {
			rows, cols := net.Intervals(a, b)
			out.Rows, out.Cols = append(out.Rows, rows), append(out.Cols, cols)
			out.Possible = append(out.Possible, net.Possible(a, b))
			for _, aspect := range threeAspects {
				c, ok := net.Entails(a, b, aspect)
				out.Entails = append(out.Entails, entailed{c, ok})
			}
		}
	}
	out.Determined, out.SoFar = net.Determined(), net.DeterminedSoFar()
	return out
}

// entails gives the three aspects of an answer from the sign per axis, where it is known.
func entailsBySigns(signs [2]int, known [2]bool) []entailed {
	out := make([]entailed, 3)
	if known[0] {
		out[layout.Vertical] = entailed{handRelation(signs[0], 0), true}
	}
	if known[1] {
		out[layout.Horizontal] = entailed{handRelation(0, signs[1]), true}
	}
	if known[0] && known[1] {
		out[layout.Full] = entailed{handRelation(signs[0], signs[1]), true}
	}
	return out
}

func mentioned(n int, facts []layout.Fact) []bool {
	seen := make([]bool, n)
	for _, f := range facts {
		seen[f.Locatum], seen[f.Relatum] = true, true
	}
	return seen
}

// placement is a compact placement of up to five objects: on each axis the coordinates used are 0, 1, … without gap.
type placement [2][5]int8

const mostPlaced = 5

func (p *placement) diff(axis, a, b int) int { return int(p[axis][a]) - int(p[axis][b]) }

func (p *placement) shows(f layout.Fact) bool {
	for axis, want := range handSigns[f.Relation] {
		if cmp.Compare(p.diff(axis, f.Locatum, f.Relatum), 0) != want {
			return false
		}
	}
	return true
}

// placements lists every compact placement of n objects, with two objects in a cell or without.
func placements(n int, sharing bool) []placement {
	if sharing {
		return allPlacements[n]()
	}
	return properPlacements[n]()
}

var allPlacements, properPlacements = func() (all, proper [mostPlaced + 1]func() []placement) {
	for n := range all {
		all[n] = sync.OnceValue(func() []placement {
			var out []placement
			lines := compactLines(n)
			for _, rows := range lines {
				for _, cols := range lines {
					out = append(out, placement{rows, cols})
				}
			}
			return out
		})
		proper[n] = sync.OnceValue(func() []placement {
			return slices.DeleteFunc(slices.Clone(all[n]()), func(p placement) bool {
				for a := range n {
					for b := range a {
						if p.diff(0, a, b) == 0 && p.diff(1, a, b) == 0 {
							return true
						}
					}
				}
				return false
			})
		})
	}
	return all, proper
}()

// compactLines counts through all coordinates from 0 to n-1 for n objects and keeps those that leave no gap.
func compactLines(n int) (lines [][mostPlaced]int8) {
	var at [mostPlaced]int8
	for {
		var used, top int
		for _, x := range at[:n] {
			used |= 1 << x
			top = max(top, int(x))
		}
		if n == 0 || used == 1<<(top+1)-1 {
			lines = append(lines, at)
		}
		i := 0
		for ; i < n && int(at[i]) == n-1; i++ {
			at[i] = 0
		}
		if i == n {
			return lines
		}
		at[i]++
	}
}

func showing(models []placement, f layout.Fact) []placement {
	var out []placement
	for i := range models {
		if models[i].shows(f) {
			out = append(out, models[i])
		}
	}
	return out
}

// bruteAnswers asks all placements; the intervals are those of the second ones.
func bruteAnswers(n int, facts []layout.Fact, models, sharing []placement) answers {
	out := answers{objects: n, factsCount: len(facts), Determined: true, SoFar: true}
	seen := mentioned(n, facts)
	for a := range n {
		for b := range n {
			out.Rows = append(out.Rows, bruteInterval(sharing, 0, a, b))
			out.Cols = append(out.Cols, bruteInterval(sharing, 1, a, b))
			var possible layout.CardinalSet
			var signs [2][3]bool
			for i := range models {
				rows, cols := models[i].diff(0, a, b), models[i].diff(1, a, b)
				possible |= 1 << handRelation(rows, cols)
				signs[0][cmp.Compare(rows, 0)+1], signs[1][cmp.Compare(cols, 0)+1] = true, true
			}
			var sign [2]int
			var known [2]bool
			for axis, s := range signs {
				for value, occurs := range s {
					if occurs {
						sign[axis] = value - 1
					}
				}
				known[axis] = s == [3]bool{true, false, false} || s == [3]bool{false, true, false} ||
					s == [3]bool{false, false, true}
			}
			out.Possible = append(out.Possible, possible)
			out.Entails = append(out.Entails, entailsBySigns(sign, known)...)
			if !known[0] || !known[1] {
				out.Determined = false
				out.SoFar = out.SoFar && !(seen[a] && seen[b])
			}
		}
	}
	return out
}

// bruteInterval widens: any placement with a difference above 0 can be stretched without end.
func bruteInterval(models []placement, axis, a, b int) layout.Interval {
	least, most := layout.Unbounded, -layout.Unbounded
	for i := range models {
		d := models[i].diff(axis, a, b)
		least, most = min(least, d), max(most, d)
	}
	if least < 0 {
		least = -layout.Unbounded
	}
	if most > 0 {
		most = layout.Unbounded
	}
	return layout.Interval{Lo: least, Hi: most}
}

// reach is the order graph of up to 32 objects: per axis, which objects can be reached from one by steps to an object
// that is level with it or after it, and which with at least one step of the second kind.
type reach struct {
	n           int
	atOrAfter   [2][32]uint32
	after       [2][32]uint32
	contradicts bool // an object is after itself
}

// reachableBy uses the facts that the mask names.
func reachableBy(n int, facts []layout.Fact, mask uint64) reach {
	var room [64]layout.Fact
	named := room[:0]
	for ; mask != 0; mask &= mask - 1 {
		named = append(named, facts[bits.TrailingZeros64(mask)])
	}
	return reachable(n, named)
}

func reachable(n int, facts []layout.Fact) reach {
	r := reach{n: n}
	for axis := range 2 {
		all, strict := &r.atOrAfter[axis], &r.after[axis]
		for i := range n {
			all[i] = 1 << i
		}
		var direct [32]uint32
		for _, f := range facts {
			switch handSigns[f.Relation][axis] {
			case -1:
				direct[f.Locatum] |= 1 << f.Relatum
				all[f.Locatum] |= 1 << f.Relatum
			case 1:
				direct[f.Relatum] |= 1 << f.Locatum
				all[f.Relatum] |= 1 << f.Locatum
			case 0:
				all[f.Locatum] |= 1 << f.Relatum
				all[f.Relatum] |= 1 << f.Locatum
			}
		}
		for k := range n {
			for i := range n {
				if all[i]>>k&1 == 1 {
					all[i] |= all[k]
				}
			}
		}
		for i := range n {
			for us := all[i]; us != 0; us &= us - 1 {
				for vs := direct[bits.TrailingZeros32(us)]; vs != 0; vs &= vs - 1 {
					strict[i] |= all[bits.TrailingZeros32(vs)]
				}
			}
			if strict[i]>>i&1 == 1 {
				r.contradicts = true
			}
		}
	}
	return r
}

// impossible reports whether no placement with one object a cell shows the facts.
func (r *reach) impossible() bool {
	if r.contradicts {
		return true
	}
	for a := range r.n {
		for b := range a {
			if r.level(0, a, b) && r.level(1, a, b) {
				return true
			}
		}
	}
	return false
}

func (r *reach) level(axis, a, b int) bool {
	return r.atOrAfter[axis][a]>>b&1 == 1 && r.atOrAfter[axis][b]>>a&1 == 1
}

// sign returns -1 where a is before b on the axis, 1 where it is after it, 0 where they are level.
func (r *reach) sign(axis, a, b int) (s int, known bool) {
	switch {
	case r.after[axis][a]>>b&1 == 1:
		return -1, true
	case r.after[axis][b]>>a&1 == 1:
		return 1, true
	case r.level(axis, a, b):
		return 0, true
	}
	return 0, false
}

func (r *reach) entails(a, b int) []entailed {
	var signs [2]int
	var known [2]bool
	for axis := range 2 {
		signs[axis], known[axis] = r.sign(axis, a, b)
	}
	return entailsBySigns(signs, known)
}

func (r *reach) determined(among func(i int) bool) bool {
	for a := range r.n {
		for b := range a {
			if !among(a) || !among(b) {
				continue
			}
			for axis := range 2 {
				if _, known := r.sign(axis, a, b); !known {
					return false
				}
			}
		}
	}
	return true
}

// reachAnswers asks the order graph. A relation is possible if the facts with it are. The intervals are those of objects
// that may share a cell: see diffReach.
func reachAnswers(n int, facts []layout.Fact) answers {
	r := reachable(n, facts)
	seen := mentioned(n, facts)
	out := answers{
		objects: n, factsCount: len(facts),
		Determined: r.determined(func(int) bool { return true }),
		SoFar:      r.determined(func(i int) bool { return seen[i] }),
	}
	steps := [2][]int{longestChains(n, facts, 0), longestChains(n, facts, 1)}
	with := append(slices.Clone(facts), layout.Fact{})
	for a := range n {
		for b := range n {
			var of [2]layout.Interval
			for axis := range 2 {
				of[axis] = layout.Interval{Lo: -layout.Unbounded, Hi: layout.Unbounded}
				switch s, known := r.sign(axis, a, b); {
				case !known:
				case s < 0:
					of[axis].Hi = -steps[axis][a*n+b]
				case s > 0:
					of[axis].Lo = steps[axis][b*n+a]
				default:
					of[axis] = layout.Interval{}
				}
			}
			out.Rows, out.Cols = append(out.Rows, of[0]), append(out.Cols, of[1])
			out.Entails = append(out.Entails, r.entails(a, b)...)
			possible := layout.CardinalSet(1 << layout.EQ)
			if a != b {
				possible = 0
				for _, c := range eightRelations {
					with[len(facts)] = layout.Fact{Locatum: a, Relatum: b, Relation: c}
					if trial := reachable(n, with); !trial.impossible() {
						possible |= 1 << c
					}
				}
			}
			out.Possible = append(out.Possible, possible)
		}
	}
	return out
}

// diffReach holds the answers of a network to the order graph, which knows nothing of the room that objects in one column
// need: the intervals compared are those of a network with the same facts in a world where cells are shared.
func diffReach(t fataler, net *layout.Network) {
	t.Helper()
	n, facts, got := net.Len(), net.Facts(), answersOf(net)
	shared, err := layout.NewNetwork(n, layout.World{Sharing: true})
	if err != nil {
		t.Fatalf("%v", err)
	}
	for _, f := range facts {
		if err := shared.Add(f); err != nil {
			t.Fatalf("Add(%v) with %v where cells are shared: %v", f, facts, err)
		}
	}
	wider := answersOf(shared)
	for k := range got.Rows {
		if !got.Rows[k].Within(wider.Rows[k]) || !got.Cols[k].Within(wider.Cols[k]) {
			t.Fatalf("%v: rows %v and columns %v of pair %d are wider than where cells are shared: %v and %v",
				facts, got.Rows[k], got.Cols[k], k, wider.Rows[k], wider.Cols[k])
		}
	}
	got.Rows, got.Cols = wider.Rows, wider.Cols
	diffAnswers(t, facts, reachAnswers(n, facts), got)
}

// longestChains returns, by a*n+b, the most steps "is before" on a way from a to b; the facts must not contradict.
func longestChains(n int, facts []layout.Fact, axis int) []int {
	const none = -1
	longest := make([]int, n*n)
	for k := range longest {
		longest[k] = none
	}
	for i := range n {
		longest[i*n+i] = 0
	}
	for again := true; again; {
		again = false
		extend := func(from, to, length int) {
			for i := range n {
				if so := longest[i*n+from]; so != none && so+length > longest[i*n+to] {
					longest[i*n+to], again = so+length, true
				}
			}
		}
		for _, f := range facts {
			switch handSigns[f.Relation][axis] {
			case -1:
				extend(f.Locatum, f.Relatum, 1)
			case 1:
				extend(f.Relatum, f.Locatum, 1)
			case 0:
				extend(f.Locatum, f.Relatum, 0)
				extend(f.Relatum, f.Locatum, 0)
			}
		}
	}
	return longest
}

// smallestSubset tries all subsets of m things, smallest first, until one is enough; it returns how many it holds.
func smallestSubset(m int, enough func(mask uint64) bool) (size int, ok bool) {
	for size := range m + 1 {
		for mask := uint64(1)<<size - 1; mask < 1<<m; {
			if enough(mask) {
				return size, true
			}
			if mask == 0 {
				break
			}
			low := mask & -mask // the next larger number with as many bits
			next := mask + low
			mask = (mask^next)/low>>2 | next
		}
	}
	return 0, false
}

// smallestProofs returns, by (a*n+b)*3+aspect, how many facts the smallest set holds that entails the answer, and -1
// where none does.
func smallestProofs(n int, facts []layout.Fact) []int {
	sizes := make([]int, n*n*3)
	for k := range sizes {
		sizes[k] = -1
	}
	smallestSubset(len(facts), func(mask uint64) bool {
		r := reachableBy(n, facts, mask)
		for a := range n {
			for b := range n {
				var known [2]bool
				for axis := range 2 {
					_, known[axis] = r.sign(axis, a, b)
				}
				for aspect, proven := range [...]bool{
					layout.Full: known[0] && known[1], layout.Vertical: known[0], layout.Horizontal: known[1],
				} {
					if at := &sizes[(a*n+b)*3+aspect]; proven && *at < 0 {
						*at = bits.OnesCount64(mask)
					}
				}
			}
		}
		return false
	})
	return sizes
}

// anyFacts draws facts about n objects that need not agree with each other.
func anyFacts(t *rapid.T, n, most int) []layout.Fact {
	if n < 2 {
		return nil
	}
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) layout.Fact {
		a := rapid.IntRange(0, n-1).Draw(t, "locatum")
		b := rapid.IntRange(0, n-2).Draw(t, "relatum")
		if b >= a {
			b++
		}
		return layout.Fact{Locatum: a, Relatum: b, Relation: rapid.SampledFrom(eightRelations).Draw(t, "relation")}
	}), 0, most).Draw(t, "facts")
}

// trueFacts draws a placement of n objects on a grid that may be tight, and facts that hold in it.
func trueFacts(t *rapid.T, n, most int) []layout.Fact {
	facts := anyFacts(t, n, most)
	height := rapid.IntRange(1, n).Draw(t, "height")
	width := rapid.IntRange((n+height-1)/height, n).Draw(t, "width")
	cells := make([]int, height*width)
	for i := range cells {
		cells[i] = i
	}
	cells = rapid.Permutation(cells).Draw(t, "cells")
	for i, f := range facts {
		a, b := cells[f.Locatum], cells[f.Relatum]
		facts[i].Relation = handRelation(a/width-b/width, a%width-b%width)
	}
	return facts
}

// agreeingFacts draws facts that some placement shows: half the time by looking at one, else by leaving out every fact
// that contradicts those before.
func agreeingFacts(t *rapid.T, n, most int) []layout.Fact {
	if rapid.Bool().Draw(t, "from a placement") {
		return trueFacts(t, n, most)
	}
	var kept []layout.Fact
	for _, f := range anyFacts(t, n, most) {
		kept = append(kept, f)
		if r := reachable(n, kept); r.impossible() {
			kept = kept[:len(kept)-1]
		}
	}
	return kept
}

type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

// networkOf returns a network with these facts, which must agree.
func networkOf(t fataler, n int, facts []layout.Fact) *layout.Network {
	t.Helper()
	net, err := layout.NewNetwork(n, layout.World{})
	if err != nil {
		t.Fatalf("NewNetwork(%d): %v", n, err)
	}
	for _, f := range facts {
		if err := net.Add(f); err != nil {
			t.Fatalf("Add(%v) to %v: %v", f, net.Facts(), err)
		}
	}
	return net
}

// TestOraclesAgree: the order graph is right because counting through all placements says the same.
func TestOraclesAgree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, mostPlaced).Draw(t, "n")
		facts := anyFacts(t, n, 7)
		models, sharing := placements(n, false), placements(n, true)
		for _, f := range facts {
			models, sharing = showing(models, f), showing(sharing, f)
		}
		r := reachable(n, facts)
		if r.impossible() != (len(models) == 0) || r.contradicts != (len(sharing) == 0) {
			t.Fatalf("%v: %d placements, %d with shared cells; the graph says %t, %t",
				facts, len(models), len(sharing), r.impossible(), r.contradicts)
		}
		if len(models) > 0 {
			diffAnswers(t, facts, bruteAnswers(n, facts, models, sharing), reachAnswers(n, facts))
		}
	})
}

// TestPlacementsAreCounted: 1, 3, 13, 75, 541 weak orders of 1 to 5 objects, on two axes.
func TestPlacementsAreCounted(t *testing.T) {
	for n, want := range []int{1, 1, 3 * 3, 13 * 13, 75 * 75, 541 * 541} {
		if got := len(placements(n, true)); got != want {
			t.Errorf("%d placements of %d objects, want %d", got, n, want)
		}
	}
	if got := len(placements(2, false)); got != 8 {
		t.Errorf("%d placements of 2 objects in 2 cells, want 8", got)
	}
}

func diffAnswers(t fataler, facts []layout.Fact, want, got answers) {
	t.Helper()
	if !reflect.DeepEqual(want, got) {
		t.Fatalf("facts %v (-want +got):\n%s", facts, gocmp.Diff(want, got, gocmp.AllowUnexported(answers{})))
	}
}
