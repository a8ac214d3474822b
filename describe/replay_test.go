package describe

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// This file judges reasoning without a network: the lines are read by the second readings, and what follows from them is
// seen from all placements of three or four objects on a small grid.

// secondPlaced are the cells of all objects, row and column each.
type secondPlaced [][2]int

// placements lists every way to place n objects on a grid, once with and once without shared cells.
func placements(n, rows, cols int, sharing bool) (all []secondPlaced) {
	var at secondPlaced
	var place func()
	place = func() {
		if len(at) == n {
			all = append(all, slices.Clone(at))
			return
		}
		for r := range rows {
			for c := range cols {
				if sharing || !slices.Contains(at, [2]int{r, c}) {
					at = append(at, [2]int{r, c})
					place()
					at = at[:len(at)-1]
				}
			}
		}
	}
	place()
	return all
}

// board is a small grid and what direction words mean on it.
type board struct {
	objects    int
	rows, cols int // 0 for a grid without end
	wordsOnly  bool
	reading    layout.Reading
	base       map[string]layout.Cardinal
}

// shows reports whether a clause is true of a placement; names are A, B, …
func (b *board) shows(at secondPlaced, m meant) bool {
	l := at[m.locatum[0]-'A']
	r := [2]int{}
	switch m.relatum {
	case "corner":
		return (l[0] == 0 || l[0] == b.rows-1) && (l[1] == 0 || l[1] == b.cols-1)
	case "first":
	case "last":
		r = [2]int{b.rows - 1, b.cols - 1}
	default:
		r = at[m.relatum[0]-'A']
	}
	dr, dc := l[0]-r[0], l[1]-r[1]
	return m.rows[0] <= dr && dr <= m.rows[1] && m.cols[0] <= dc && dc <= m.cols[1]
}

var secondBase = regexp.MustCompile(`^([A-Z]) is (.+) ([A-Z])$`)

// clauses reads clauses in base words or words of measured facts.
func (b *board) clauses(text string) (ways [][]meant) {
	single := func(text string) []meant {
		if m := secondBase.FindStringSubmatch(text); m != nil {
			if c, known := b.base[m[2]]; known && c != layout.EQ {
				return []meant{b.word(m[1], c, m[3])}
			}
		}
		return nil
	}
	if m := single(text); m != nil {
		ways = append(ways, m)
	}
	ways = append(ways, secondClauses(text, "")...)
	for k := range text {
		if !strings.HasPrefix(text[k:], " and ") || !secondSubject.MatchString(text[k+5:]) {
			continue
		}
		left := secondClauses(text[:k], "")
		if m := single(text[:k]); m != nil {
			left = append(left, m)
		}
		for _, l := range left {
			for _, r := range b.clauses(text[k+5:]) {
				ways = append(ways, append(slices.Clone(l), r...))
			}
		}
	}
	seen := make(map[string]bool)
	return slices.DeleteFunc(ways, func(way []meant) bool {
		for _, m := range way {
			if m.locatum == m.relatum || int(m.locatum[0]-'A') >= b.objects || len(m.relatum) == 1 && int(m.relatum[0]-'A') >= b.objects {
				return true
			}
		}
		key := fmt.Sprint(way)
		twice := seen[key]
		seen[key] = true
		return twice
	})
}

// word says by hand what a direction means in the board's reading.
func (b *board) word(locatum string, c layout.Cardinal, relatum string) meant {
	down := map[layout.Cardinal]int{layout.N: -1, layout.NE: -1, layout.NW: -1, layout.S: 1, layout.SE: 1, layout.SW: 1}[c]
	right := map[layout.Cardinal]int{layout.E: 1, layout.NE: 1, layout.SE: 1, layout.W: -1, layout.NW: -1, layout.SW: -1}[c]
	axis := func(sign int) span {
		switch {
		case b.reading == layout.UnitStep:
			return span{sign, sign}
		case sign < 0:
			return span{-endless, -1}
		case sign > 0:
			return span{1, endless}
		case b.reading == layout.HalfPlane:
			return anySpan
		}
		return levelled
	}
	return meant{locatum, relatum, axis(down), axis(right)}
}

// showing keeps the placements that show all clauses.
func (b *board) showing(all []secondPlaced, clauses []meant) (out []secondPlaced) {
	for _, at := range all {
		if !slices.ContainsFunc(clauses, func(m meant) bool { return !b.shows(at, m) }) {
			out = append(out, at)
		}
	}
	return out
}

// follow reports whether all clauses are true of all placements.
func (b *board) follow(all []secondPlaced, clauses []meant) bool {
	return len(b.showing(all, clauses)) == len(all)
}

// firstBreak returns the number of the first line that is not valid, counted from 1, one more than all of them when the
// claim is left open, and 0 when all is well.
func (b *board) firstBreak(t *rapid.T, lines []string, all []secondPlaced, stated []meant, claim meant) int {
	known := all
	for i, line := range lines {
		switch {
		case line == "No two objects share a place", strings.HasPrefix(line, "The grid has "):
			continue
		}
		body, derived := strings.CutPrefix(line, "Since ")
		if !derived {
			ways := b.clauses(body)
			if len(ways) != 1 {
				return i + 1
			}
			meet := meetMeant(ways[0])
			isStated := slices.ContainsFunc(stated, func(s meant) bool { return s == meet || s == turned(meet) })
			if !isStated && !b.follow(known, ways[0]) {
				return i + 1
			}
			known = b.showing(known, ways[0])
			continue
		}
		var premises, says [][]meant
		for k := range body {
			if !strings.HasPrefix(body[k:], ", ") {
				continue
			}
			if p, c := b.clauses(body[:k]), b.clauses(body[k+2:]); len(p) > 0 && len(c) > 0 {
				premises, says = append(premises, p...), append(says, c...)
			}
		}
		if len(premises) != 1 || len(says) != 1 {
			return i + 1
		}
		if !b.follow(known, premises[0]) || !b.follow(b.showing(all, premises[0]), says[0]) {
			return i + 1
		}
		known = b.showing(known, says[0])
	}
	if !b.follow(known, []meant{claim}) {
		return len(lines) + 1
	}
	return 0
}

func turned(m meant) meant {
	return meant{m.relatum, m.locatum, span{-m.rows[1], -m.rows[0]}, span{-m.cols[1], -m.cols[0]}}
}

func meetMeant(ms []meant) meant {
	m := ms[0]
	for _, other := range ms[1:] {
		if other.locatum == m.locatum && other.relatum == m.relatum {
			m.rows = span{max(m.rows[0], other.rows[0]), min(m.rows[1], other.rows[1])}
			m.cols = span{max(m.cols[0], other.cols[0]), min(m.cols[1], other.cols[1])}
		}
	}
	return m
}

// reasoned is a proof in words and all it is about.
type reasoned struct {
	board  *board
	all    []secondPlaced
	given  Stated
	stated []meant
	claim  Fact
	text   string
}

// drawReasoned draws true facts about a placement on a small grid, and a proof of something that they entail.
func drawReasoned(t *rapid.T) (r reasoned, ok bool) {
	b := &board{base: baseReadings()}
	b.reading = rapid.SampledFrom([]layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep}).Draw(t, "reading")
	world := layout.World{Sharing: rapid.Bool().Draw(t, "sharing")}
	switch kind := rapid.SampledFrom([]int{1, 0, 2}).Draw(t, "world"); {
	case kind == 0:
		b.rows, b.cols = rapid.IntRange(2, 4).Draw(t, "rows"), rapid.IntRange(2, 4).Draw(t, "cols")
		world.Rows, world.Cols = b.rows, b.cols
		b.objects = rapid.IntRange(2, 4).Draw(t, "objects")
		if b.rows*b.cols > 9 {
			b.objects = min(b.objects, 3)
		}
		r.all = placements(b.objects, b.rows, b.cols, world.Sharing)
	case kind == 1 && b.reading != layout.UnitStep:
		// Four objects whose distances nobody gives need no more than four rows and columns.
		b.objects, b.wordsOnly = 4, true
		r.all = manyPlacements(world.Sharing)
	case kind == 1:
		b.objects, b.wordsOnly = 4, true
		r.all = stepPlacements(world.Sharing)
	default:
		b.objects = 3
		r.all = farPlacements(world.Sharing)
	}
	n := b.objects
	r.board = b
	r.given = Stated{Names: eightNames[:n], Reading: b.reading, World: world}
	at := rapid.SampledFrom(r.all).Draw(t, "placement")
	if world.Rows == 0 && (!b.wordsOnly || b.reading == layout.UnitStep) {
		at = drawNear(t, n, world.Sharing)
	}
	for k := range rapid.SampledFrom([]int{3, 2, 4, 5, 1}).Draw(t, "facts") {
		f := drawTrue(t, b, at, k)
		r.given.Facts = append(r.given.Facts, f)
		if f.Reading.OfWords() {
			r.stated = append(r.stated, b.word(eightNames[f.Locatum], f.Relation, eightNames[f.Relatum]))
		} else {
			r.stated = append(r.stated, meantBy(f, eightNames))
		}
	}
	net, err := layout.NewNetwork(n, world)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.given.Facts {
		if err := net.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	// All that follows, and one of it.
	type goal struct {
		a, b   int
		aspect layout.Aspect
	}
	var goals, far []goal
	most := 0
	for a := range n {
		for b := range n {
			for aspect := range layout.Aspect(layout.Aspects) {
				if proof, ok := net.Prove(a, b, aspect); ok {
					goals = append(goals, goal{a, b, aspect})
					if proof.Hops() > most {
						most, far = proof.Hops(), far[:0]
					}
					if proof.Hops() == most {
						far = append(far, goals[len(goals)-1])
					}
				}
			}
		}
	}
	if len(goals) == 0 {
		return r, false
	}
	if len(far) > 0 && rapid.IntRange(0, 3).Draw(t, "near") < 3 {
		goals = far
	}
	g := rapid.SampledFrom(goals).Draw(t, "goal")
	answer, _ := net.Entails(g.a, g.b, g.aspect)
	proof, _ := net.Prove(g.a, g.b, g.aspect)
	r.claim = AnswerFact(g.a, g.b, g.aspect, answer)
	r.text = string(AppendSteps(nil, world, r.given.Facts, proof, r.claim, r.given.Names))
	return r, true
}

// These stand for grids without end: four objects on four rows and columns, three of which two are up to six rows and
// columns from the first, and four of which three are up to three.
func manyPlacements(sharing bool) []secondPlaced {
	if sharing {
		return manySharing()
	}
	return manyApart()
}

func farPlacements(sharing bool) []secondPlaced {
	if sharing {
		return farSharing()
	}
	return farApart()
}

func stepPlacements(sharing bool) []secondPlaced {
	if sharing {
		return stepSharing()
	}
	return stepApart()
}

var (
	stepSharing = sync.OnceValue(func() []secondPlaced { return aroundFirst(3, 3, true) })
	stepApart   = sync.OnceValue(func() []secondPlaced { return aroundFirst(3, 3, false) })
	manySharing = sync.OnceValue(func() []secondPlaced { return placements(4, 4, 4, true) })
	manyApart   = sync.OnceValue(func() []secondPlaced { return placements(4, 4, 4, false) })
	farSharing  = sync.OnceValue(func() []secondPlaced { return aroundFirst(2, 6, true) })
	farApart    = sync.OnceValue(func() []secondPlaced { return aroundFirst(2, 6, false) })
)

// aroundFirst lists the placements of so many objects up to so many rows and columns from a first one.
func aroundFirst(n, far int, sharing bool) (all []secondPlaced) {
	for _, others := range placements(n, 2*far+1, 2*far+1, sharing) {
		first := [2]int{far, far}
		if sharing || !slices.Contains(others, first) {
			all = append(all, append(secondPlaced{first}, others...))
		}
	}
	return all
}

// drawNear draws objects of which each is next to the one before.
func drawNear(t *rapid.T, n int, sharing bool) secondPlaced {
	at := secondPlaced{{}}
	for len(at) < n {
		last := at[len(at)-1]
		cell := [2]int{last[0] + rapid.IntRange(-1, 1).Draw(t, "row"), last[1] + rapid.IntRange(-1, 1).Draw(t, "col")}
		if sharing && cell != last || !slices.Contains(at, cell) {
			at = append(at, cell)
		}
	}
	return at
}

// drawTrue draws a fact that is true of a placement; the first of them are often about one object and the next.
func drawTrue(t *rapid.T, b *board, at secondPlaced, k int) Fact {
	f := Fact{Locatum: rapid.IntRange(0, len(at)-1).Draw(t, "locatum")}
	least := layout.BottomRight
	if b.rows == 0 {
		least = 0
	}
	f.Relatum = rapid.IntRange(least, len(at)-2).Draw(t, "relatum")
	if f.Relatum >= f.Locatum {
		f.Relatum++
	}
	if k < len(at)-1 && rapid.IntRange(0, 3).Draw(t, "anywhere") < 3 {
		f.Locatum, f.Relatum = k, k+1
	}
	other := [2]int{}
	switch {
	case f.Relatum == layout.BottomRight:
		other = [2]int{b.rows - 1, b.cols - 1}
	case f.Relatum >= 0:
		other = at[f.Relatum]
	}
	diff := [2]int{at[f.Locatum][0] - other[0], at[f.Locatum][1] - other[1]}
	if f.Relatum >= 0 && (b.wordsOnly || rapid.IntRange(0, 4).Draw(t, "in words") > 0) {
		f.Reading = b.reading
		for f.Relation = layout.N; f.Relation < layout.Cardinals; f.Relation++ {
			if w := b.word("A", f.Relation, "B"); w.rows[0] <= diff[0] && diff[0] <= w.rows[1] && w.cols[0] <= diff[1] && diff[1] <= w.cols[1] {
				return f
			}
		}
		f.Relation = layout.EQ
	}
	f.Reading = layout.Measured
	if b.wordsOnly { // no direction says it
		f.Rows, f.Cols = layout.Interval{Lo: diff[0], Hi: diff[0]}, layout.Interval{Lo: diff[1], Hi: diff[1]}
		return f
	}
	around := func(d int, label string) layout.Interval {
		switch rapid.IntRange(0, 3).Draw(t, label) {
		case 0:
			return layout.Anything()
		case 1:
			return layout.Interval{Lo: -layout.Unbounded, Hi: d + rapid.IntRange(0, 1).Draw(t, "more")}
		case 2:
			return layout.Interval{Lo: d - rapid.IntRange(0, 1).Draw(t, "less"), Hi: layout.Unbounded}
		}
		return layout.Interval{Lo: d, Hi: d}
	}
	f.Rows, f.Cols = around(diff[0], "rows"), around(diff[1], "cols")
	if f.Rows == layout.Anything() && f.Cols == layout.Anything() {
		f.Rows = layout.Interval{Lo: diff[0], Hi: diff[0]}
	}
	return f
}

func linesOf(text string) []string {
	if text == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(text, "."), ". ")
}

// TestStepsReplay: what AppendSteps writes of any proof is valid, by Replay and by all placements.
func TestStepsReplay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r, ok := drawReasoned(t)
		if !ok {
			return
		}
		if err := Replay(r.text, r.given, r.claim); err != nil {
			t.Fatalf("%v\n%q\nfrom %v, claim %v", err, r.text, r.given, r.claim)
		}
		if line := r.board.firstBreak(t, linesOf(r.text), r.all, r.stated, meantOf(r.claim)); line != 0 {
			t.Fatalf("%q from %v breaks at line %d", r.text, r.given, line)
		}
	})
}

// TestReplayOfLongNames: a step may be as long as its names.
func TestReplayOfLongNames(t *testing.T) {
	long := strings.Repeat("very ", 100) + "long lamp"
	given := Stated{Names: []string{long + " A", long + " B", long + " C"}, Facts: statedIn(layout.Aligned, "A N B", "B NW C")}
	net, _ := layout.NewNetwork(3, layout.World{})
	for _, f := range given.Facts {
		if err := net.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	proof, _ := net.Prove(0, 2, layout.Vertical)
	claim := AnswerFact(0, 2, layout.Vertical, layout.N)
	text := string(AppendSteps(nil, given.World, given.Facts, proof, claim, given.Names)) +
		" Since " + string(AppendFact(nil, given.Facts[0], given.Names)) + " and " + string(AppendFact(nil, given.Facts[1], given.Names)) +
		", " + given.Names[0] + " is in a higher row than " + given.Names[2] + "."
	if err := Replay(text, given, claim); err != nil {
		t.Error(err)
	}
}

// meantOf is meantBy for a claim, which may be a direction in the Aligned reading.
func meantOf(f Fact) meant {
	if f.Reading == layout.Aligned {
		return (&board{}).word(eightNames[f.Locatum], f.Relation, eightNames[f.Relatum])
	}
	return meantBy(f, eightNames)
}

// TestReplayFindsTheBreak: of reasoning with one thing changed, Replay finds the line that breaks, the one that the
// placements find, or accepts what is still valid.
func TestReplayFindsTheBreak(t *testing.T) {
	swaps := [][2]string{
		{"above", "below"}, {"left", "right"}, {"higher", "lower"}, {"row", "column"}, {"A", "B"}, {"B", "C"}, {"same row", "same column"},
		{"2", "1"}, {"1", "3"}, {"top", "bottom"}, {" above", " to the right of"}, {"at least", "at most"},
	}
	broken := 0
	rapid.Check(t, func(t *rapid.T) {
		r, ok := drawReasoned(t)
		if !ok || r.text == "" {
			return
		}
		lines := linesOf(r.text)
		k := rapid.IntRange(0, len(lines)-1).Draw(t, "line")
		switch rapid.IntRange(0, 3).Draw(t, "change") {
		case 0:
			lines = slices.Delete(lines, k, k+1)
		case 1:
			j := rapid.IntRange(0, len(lines)-1).Draw(t, "other line")
			lines[k], lines[j] = lines[j], lines[k]
		default:
			swap := rapid.SampledFrom(swaps).Draw(t, "swap")
			which := rapid.IntRange(0, 3).Draw(t, "occurrence")
			changed := swapNth(lines[k], swap[0], swap[1], which)
			if strings.HasPrefix(changed, "The grid") || strings.HasPrefix(changed, "No two") {
				return
			}
			lines[k] = changed
		}
		text := strings.Join(lines, ". ") + "."
		if len(lines) == 0 {
			text = ""
		}
		want := r.board.firstBreak(t, lines, r.all, r.stated, meantOf(r.claim))
		err := Replay(text, r.given, r.claim)
		var e *ReplayError
		switch {
		case want == 0 && err == nil:
		case want == 0:
			t.Fatalf("%v\nbut %q is valid, from %v", err, text, r.given)
		case !errors.As(err, &e):
			t.Fatalf("%q from %v breaks at line %d, and Replay says %v", text, r.given, want, err)
		case want > len(lines) && (e.Reason != ClaimOpen || e.Line != len(lines)), want <= len(lines) && (e.Line != want || e.Reason == ClaimOpen):
			t.Fatalf("%q from %v breaks at line %d, and Replay says %v", text, r.given, want, err)
		default:
			broken++
			if want <= len(lines) && !strings.HasPrefix(text[e.Offset:], lines[want-1]) {
				t.Fatalf("line %d of %q is at %d", want, text, e.Offset)
			}
		}
	})
	if broken == 0 {
		t.Error("nothing broke")
	}
}

// swapNth exchanges one occurrence of a word for another.
func swapNth(text, old, new string, which int) string {
	if strings.Count(text, old) == 0 {
		old, new = new, old
	}
	at := 0
	for range which {
		next := strings.Index(text[at:], old)
		if next < 0 {
			break
		}
		at += next + len(old)
	}
	return text[:at] + strings.Replace(text[at:], old, new, 1)
}

// baseReadings are the second readings of the phrases.
var baseReadings = sync.OnceValue(func() map[string]layout.Cardinal { return secondReadings(nil) })
