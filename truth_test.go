package gridscribe_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"math/bits"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

var (
	truthRecords = flag.Int64("truth.records", 20_000, "how many records TestTruth checks")
	truthSeed    = flag.Uint64("truth.seed", 0, "the seed of the corpus that TestTruth checks")
)

// TestTruth makes records of the preset and checks all that each says with an oracle that shares no table and no solver
// with the generator (oracle_*_test.go). The long run:
//
//	go test -run TestTruth -truth.records=1000000 -timeout 0 .
func TestTruth(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Seed, cfg.Records = *truthSeed, *truthRecords
	if testing.Short() {
		cfg.Records = min(cfg.Records, 2000)
	}
	checkTruth(t, cfg)
}

// TestTruthOfLargeRecords leaves the preset: up to 40 objects, so that some have names of two letters.
func TestTruthOfLargeRecords(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Records = 1200
	if testing.Short() {
		cfg.Records = 200
	}
	cfg.Objects = []gridscribe.ObjectWeight{{Objects: 9, Weight: 1}, {Objects: 14, Weight: 1}, {Objects: 26, Weight: 1},
		{Objects: 27, Weight: 1}, {Objects: 40, Weight: 1}}
	cfg.Facts = gridscribe.FactRange{Min: 8, Max: 64}
	checkTruth(t, cfg)
}

// tally counts what the checked records were, so that the log shows what the claim rests on.
type tally struct {
	records, sentences, pairs, lines, bruteForced, hopsOverOne int
}

func (a *tally) add(b tally) {
	a.records += b.records
	a.sentences += b.sentences
	a.pairs += b.pairs
	a.lines += b.lines
	a.bruteForced += b.bruteForced
	a.hopsOverOne += b.hopsOverOne
}

type finding struct {
	index int64
	err   error
}

func checkTruth(t *testing.T, cfg gridscribe.Config) {
	c := mustCorpus(t, cfg)
	type result struct {
		tally  tally
		faults []finding
	}
	work := func(_ context.Context, b *gridscribe.Builder, from, to int64) (result, error) {
		var r result
		var w witness
		rec := new(gridscribe.Record)
		for i := from; i < to; i++ {
			err := b.Build(rec, i)
			if err == nil && rec.Index != i {
				err = fmt.Errorf("the record says that it is number %d", rec.Index)
			}
			if err == nil {
				err = w.check(rec, &r.tally)
			}
			if err != nil {
				r.faults = append(r.faults, finding{i, err})
			}
		}
		return r, nil
	}
	var all tally
	failures := 0
	for r, err := range gridscribe.Ranges(context.Background(), c, 250, runtime.GOMAXPROCS(0), work) {
		if err != nil {
			t.Fatal(err)
		}
		all.add(r.tally)
		for _, f := range r.faults {
			if failures++; failures <= 10 {
				t.Errorf("seed %d, record %d: %v", cfg.Seed, f.index, f.err)
			}
		}
	}
	if failures > 0 {
		t.Errorf("%d of %d records are wrong", failures, cfg.Records)
	}
	t.Logf("%d records, %d of them also against every layout there is; %d stated sentences, %d pairs, %d lines of "+
		"reasoning; %d answers need more than one fact", all.records, all.bruteForced, all.sentences, all.pairs, all.lines,
		all.hopsOverOne)
}

func mustCorpus(tb testing.TB, cfg gridscribe.Config) *gridscribe.Corpus {
	tb.Helper()
	c, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// witness is what the oracle makes of one record, from its texts alone.
type witness struct {
	n        int // objects
	said     []statement
	question question
	answer   [2]int // signs, unsaid for an axis that is not asked about
	closed   closure
	cells    map[int]place // where the simple drawing shows the objects
}

// check reports the first thing that is wrong with a record.
func (w *witness) check(rec *gridscribe.Record, count *tally) error {
	for _, step := range []struct {
		name string
		do   func(*gridscribe.Record, *tally) error
	}{
		{"text", w.checkText},
		{"question", w.checkQuestion},
		{"drawings", w.checkDrawings},
		{"detailed relations", w.checkRelations},
		{"flags", w.checkFlags},
		{"brute force", w.checkByBruteForce},
		{"hops", w.checkHops},
		{"steps", w.checkSteps},
		{"round trips", w.checkRoundTrips},
	} {
		if err := step.do(rec, count); err != nil {
			return fmt.Errorf("%s: %w\n%s\n%s\n%s %s\n%s", step.name, err, rec.Text(), rec.Drawing(scene.Simple),
				rec.AppendQuestion(nil), rec.AppendAnswer(nil), rec.AppendSteps(nil))
		}
	}
	count.records++
	return nil
}

// checkText reads the description: its facts are consistent, connect objects that are named without a gap, and state no
// pair twice.
func (w *witness) checkText(rec *gridscribe.Record, count *tally) (err error) {
	if w.said, err = readClauses(rec.Text(), phraseTable); err != nil {
		return err
	}
	set := mentioned(w.said)
	w.n = bits.Len64(set)
	if set != 1<<w.n-1 || w.n != len(rec.Names()) || w.n != rec.Layout.Len() {
		return fmt.Errorf("objects %b are mentioned, of %d", set, rec.Layout.Len())
	}
	pairs, linked := make(map[[2]int]bool), uint64(1)
	for _, s := range w.said {
		pair := [2]int{min(s.a, s.b), max(s.a, s.b)}
		if pairs[pair] {
			return fmt.Errorf("pair %v is stated twice", pair)
		}
		pairs[pair] = true
	}
	for range w.n {
		for _, s := range w.said {
			if link := uint64(1)<<s.a | 1<<s.b; linked&link != 0 {
				linked |= link
			}
		}
	}
	if linked != set {
		return fmt.Errorf("objects %b are not connected to A", set&^linked)
	}
	if w.closed.reset(w.n, w.said, 1<<len(w.said)-1); !w.closed.consistent(w.n) {
		return fmt.Errorf("the facts contradict each other")
	}
	count.sentences += len(w.said)
	return nil
}

// checkQuestion derives the answer from the text and compares the labels.
func (w *witness) checkQuestion(rec *gridscribe.Record, _ *tally) (err error) {
	if w.question, err = readQuestion(string(rec.AppendQuestion(nil))); err != nil {
		return err
	}
	q := rec.Direction()
	if w.question.locatum >= w.n || w.question.relatum >= w.n || w.question.kind != q.Aspect.String() ||
		w.question.locatum != q.Locatum || w.question.relatum != q.Relatum {
		return fmt.Errorf("the text asks %+v, the record %v of %d and %d", w.question, q.Aspect, q.Locatum, q.Relatum)
	}
	var ok bool
	if w.answer, ok = w.closed.answer(w.question); !ok {
		return fmt.Errorf("the text leaves the answer open: %v", w.answer)
	}
	if got, want := string(rec.AppendAnswer(nil)), labelTable[w.question.kind][w.answer]; got != want || got == "" {
		return fmt.Errorf("the answer is %q, from the text follows %q", got, want)
	}
	if v := rec.Question.Verify(string(rec.AppendAnswer(nil))); v.Reward != 1 || !v.Correct {
		return fmt.Errorf("the answer earns %v: %s", v.Reward, v.Reason)
	}
	return nil
}

// checkDrawings reads the three drawings: the same places, those of the layout, for exactly the objects of the text;
// compact; and every stated fact holds.
func (w *witness) checkDrawings(rec *gridscribe.Record, _ *tally) error {
	for style := range scene.Style(scene.Styles) {
		cells, err := readDrawing(style.String(), rec.Drawing(style))
		if err != nil {
			return err
		}
		if len(cells) != w.n {
			return fmt.Errorf("%v shows %d objects of %d", style, len(cells), w.n)
		}
		for k, e := range rec.Layout.Entities {
			if at, ok := cells[k]; !ok || at != (place{e.At.Row, e.At.Col}) || objectNumber(e.Name) != k {
				return fmt.Errorf("%v shows %s at %v (%t), the layout has it at %v", style, e.Name, at, ok, e.At)
			}
		}
		w.cells = cells
		for i, s := range w.said {
			if w.shown(s.a, s.b) != s.signs {
				return fmt.Errorf("fact %d does not hold in the %v drawing: it shows %v", i, style, w.shown(s.a, s.b))
			}
		}
	}
	return checkCompact(w.cells)
}

// shown returns the signs that the drawing shows.
func (w *witness) shown(a, b int) (signs [2]int) {
	for axis := range signs {
		switch at, other := w.cells[a][axis], w.cells[b][axis]; {
		case at < other:
			signs[axis] = -1
		case at > other:
			signs[axis] = 1
		}
	}
	return signs
}

// checkRelations: every ordered pair once, in alphabetical order, as the drawing shows it.
func (w *witness) checkRelations(rec *gridscribe.Record, count *tally) error {
	said, err := readClauses(string(rec.AppendRelations(nil)), pairTable)
	if err != nil {
		return err
	}
	k := 0
	for a := range w.n {
		for b := range w.n {
			if a == b {
				continue
			}
			if k == len(said) || said[k].a != a || said[k].b != b {
				return fmt.Errorf("sentence %d is not about %d and %d", k, a, b)
			}
			if said[k].signs != w.shown(a, b) {
				return fmt.Errorf("sentence %d says %v, the drawing shows %v", k, said[k].signs, w.shown(a, b))
			}
			k++
		}
	}
	if k != len(said) {
		return fmt.Errorf("%d sentences for %d pairs", len(said), k)
	}
	count.pairs += k
	return nil
}

func (w *witness) checkFlags(rec *gridscribe.Record, _ *tally) error {
	all := mentioned(w.said)
	if got := w.closed.determined(all); got != rec.Unique {
		return fmt.Errorf("the text determines the layout: %t, the record says %t", got, rec.Unique)
	}
	direct := slices.ContainsFunc(w.said, func(s statement) bool {
		return s.a == w.question.locatum && s.b == w.question.relatum ||
			s.b == w.question.locatum && s.a == w.question.relatum
	})
	if direct != rec.Direct {
		return fmt.Errorf("the pair is stated: %t, the record says %t", direct, rec.Direct)
	}
	var used vocabularyBit
	for _, s := range w.said {
		used |= s.words
	}
	if got, want := rec.Vocabulary.String(), vocabularyName(used); got != want {
		return fmt.Errorf("vocabulary %q, in the text occurs %q", got, want)
	}
	open := 0
	var c closure
	for k := 1; k <= len(w.said); k++ {
		if c.reset(w.n, w.said, 1<<k-1); !c.determined(mentioned(w.said[:k])) {
			open++
		}
	}
	if open != rec.AmbiguousStages {
		return fmt.Errorf("%d ambiguous stages, counted %d", rec.AmbiguousStages, open)
	}
	return nil
}

// checkByBruteForce tries every layout of up to four objects, which also holds the oracle's own closure to account.
func (w *witness) checkByBruteForce(rec *gridscribe.Record, count *tally) error {
	if w.n > 4 {
		return nil
	}
	count.bruteForced++
	all := models(w.n, w.said)
	if (len(all) == 1) != rec.Unique || len(all) == 0 {
		return fmt.Errorf("%d layouts satisfy the text, unique is %t", len(all), rec.Unique)
	}
	for axis := range 2 {
		for a := range w.n {
			for b := range a {
				sign := all[0].sign(axis, a, b)
				for _, m := range all[1:] {
					if m.sign(axis, a, b) != sign {
						sign = unsaid
						break
					}
				}
				if got := w.closed[axis].sign(a, b); got != sign {
					return fmt.Errorf("axis %d, objects %d and %d: the closure says %d, all layouts %d", axis, a, b, got, sign)
				}
			}
		}
	}
	open := 0
	for k := 1; k <= len(w.said); k++ {
		if len(models(renumbered(w.said[:k]))) > 1 {
			open++
		}
	}
	if open != rec.AmbiguousStages {
		return fmt.Errorf("%d ambiguous stages, by all layouts %d", rec.AmbiguousStages, open)
	}
	return nil
}

// checkHops looks for a smaller proof among all sets of facts; beyond the preset's sizes among sets of up to three.
func (w *witness) checkHops(rec *gridscribe.Record, count *tally) error {
	var set uint64
	for _, k := range rec.Proof.Facts {
		set |= 1 << k
	}
	if bits.OnesCount64(set) != rec.Hops() || len(rec.Proof.Facts) != rec.Hops() || set>>len(w.said) != 0 {
		return fmt.Errorf("proof %v has not %d facts of the %d", rec.Proof.Facts, rec.Hops(), len(w.said))
	}
	var c closure
	c.reset(w.n, w.said, set)
	if signs, ok := c.answer(w.question); !ok || signs != w.answer {
		return fmt.Errorf("from the facts %v follows %v", rec.Proof.Facts, signs)
	}
	limit := rec.Hops() - 1
	if len(w.said) > 14 {
		if limit = min(limit, 3); rec.Index%20 != 0 {
			limit = min(limit, 2)
		}
	}
	if least := fewest(w.n, w.said, w.question, limit); least <= limit {
		return fmt.Errorf("%d hops, but %d facts prove the answer", rec.Hops(), least)
	}
	if rec.Direct != (rec.Hops() == 1) {
		return fmt.Errorf("%d hops, direct %t", rec.Hops(), rec.Direct)
	}
	if rec.Hops() > 1 {
		count.hopsOverOne++
	}
	return nil
}

// checkSteps replays the reasoning. A plain sentence is a stated fact, from either side. In "Since P and Q, R.", P, Q
// and R hold in every layout that satisfies the text, and R in every layout that satisfies P and Q. The facts cited are
// as many as there are hops and prove the answer, and no line but a stated fact gives the whole answer away: of a proof
// by two chains each may end with its half.
func (w *witness) checkSteps(rec *gridscribe.Record, count *tally) error {
	lines, err := sentences(string(rec.AppendSteps(nil)))
	if err != nil {
		return err
	}
	cited := make(map[int]bool)
	for i, line := range lines {
		body, derived := strings.CutPrefix(line, "Since ")
		if !derived {
			s, err := readClause(line, pairTable)
			if err != nil {
				return err
			}
			fact := slices.IndexFunc(w.said, func(f statement) bool {
				return f.a == s.a && f.b == s.b && f.signs == s.signs ||
					f.a == s.b && f.b == s.a && f.signs == [2]int{-s.signs[0], -s.signs[1]}
			})
			if fact < 0 {
				return fmt.Errorf("line %d is no stated fact: %s", i, line)
			}
			cited[fact] = true
			continue
		}
		if err := w.checkInference(body); err != nil {
			return fmt.Errorf("line %d: %w", i, err)
		}
	}
	var set uint64
	for k := range cited {
		set |= 1 << k
	}
	var c closure
	c.reset(w.n, w.said, set)
	if signs, ok := c.answer(w.question); !ok || signs != w.answer || len(cited) != rec.Hops() {
		return fmt.Errorf("%d facts are cited for %d hops, from which %v follows", len(cited), rec.Hops(), signs)
	}
	count.lines += len(lines)
	return nil
}

func (w *witness) checkInference(body string) error {
	// Relations have an "and" of their own, so the clauses are told by the comma and by the one split that reads.
	premises, conclusion, ok := strings.Cut(body, ", ")
	if !ok {
		return fmt.Errorf("%q concludes nothing", body)
	}
	var clauses []statement
	for i := 0; ; {
		k := strings.Index(premises[i:], " and ")
		if k < 0 {
			break
		}
		i += k
		p, err := readClause(premises[:i], stepTable)
		q, err2 := readClause(premises[i+len(" and "):], stepTable)
		if err == nil && err2 == nil {
			clauses = append(clauses, p, q)
		}
		i += len(" and ")
	}
	r, err := readClause(conclusion, stepTable)
	if err != nil || len(clauses) != 2 {
		return fmt.Errorf("%q has %d premises that can be read, then %v", body, len(clauses), err)
	}
	for _, s := range append(clauses, r) {
		for axis, sign := range s.signs {
			if sign != unsaid && w.closed[axis].sign(s.a, s.b) != sign {
				return fmt.Errorf("%q: of %v the text entails %d on axis %d", body, s, w.closed[axis].sign(s.a, s.b), axis)
			}
		}
	}
	if p, q := clauses[0], clauses[1]; p.b != q.a || r.a != p.a || r.b != q.b {
		return fmt.Errorf("%q is no chain", body)
	}
	for axis, sign := range r.signs {
		var o order
		var usable []statement
		for _, s := range clauses {
			if s.signs[axis] != unsaid {
				usable = append(usable, s)
			}
		}
		o.closeOrder(w.n, usable, 1<<len(usable)-1, axis)
		if sign != unsaid && o.sign(r.a, r.b) != sign {
			return fmt.Errorf("%q does not follow from its premises", body)
		}
	}
	if r.a == w.question.locatum && r.b == w.question.relatum {
		whole := true
		for axis, sign := range r.signs {
			whole = whole && (sign != unsaid || !w.question.asks(axis))
		}
		if whole {
			return fmt.Errorf("%q gives the answer away", body)
		}
	}
	return nil
}

// checkRoundTrips: what production writes it reads back, to the same bytes and the same structure.
func (w *witness) checkRoundTrips(rec *gridscribe.Record, _ *tally) error {
	text := rec.Text()
	named, err := describe.Read(text, rec.Names())
	if err != nil {
		return err
	}
	if !slices.Equal(named.Facts, rec.Plan.Facts) || named.Vocabulary != rec.Vocabulary {
		return fmt.Errorf("the text reads as %v in %v", named.Facts, named.Vocabulary)
	}
	if w.n <= 26 { // beyond, a name can be a word of English: object 39 is AN
		free, err := describe.Read(text, nil)
		if err != nil {
			return err
		}
		for i, f := range free.Facts {
			want := rec.Plan.Facts[i]
			if free.Names[f.Locatum] != rec.Names()[want.Locatum] || free.Names[f.Relatum] != rec.Names()[want.Relatum] ||
				f.Relation != want.Relation {
				return fmt.Errorf("without names sentence %d reads as %v of %v", i, f, free.Names)
			}
		}
	}
	plan := describe.Plan{Facts: named.Facts, Phrases: rec.Plan.Phrases}
	if again := plan.Append(nil, describe.English(), rec.Names()); string(again) != text {
		return fmt.Errorf("written again it is %s", again)
	}
	relations := rec.AppendRelations(nil)
	pairs, err := describe.Read(string(relations), rec.Names())
	if err != nil {
		return err
	}
	base := describe.Plan{Facts: pairs.Facts}
	if again := base.Append(nil, describe.English(), rec.Names()); !bytes.Equal(again, relations) {
		return fmt.Errorf("the relations written again are %s", again)
	}
	for style := range scene.Style(scene.Styles) {
		drawing := rec.Drawing(style)
		got, err := scene.Parse(drawing, rec.Names())
		if err != nil {
			return err
		}
		if got.Style != style || !slices.Equal(got.Layout.Entities, rec.Layout.Entities) {
			return fmt.Errorf("the %v drawing parses as %+v", style, got)
		}
		unnamed, err := scene.Parse(drawing, nil)
		if err != nil {
			return err
		}
		byRow := slices.Clone(rec.Layout.Entities) // in reading order, as Parse gives them without names
		slices.SortFunc(byRow, func(a, b layout.Entity) int {
			return (a.At.Row-b.At.Row)*1000 + a.At.Col - b.At.Col
		})
		if unnamed.Style != style || !slices.Equal(unnamed.Layout.Entities, byRow) {
			return fmt.Errorf("without names the %v drawing parses as %+v", style, unnamed)
		}
		if again := scene.Render(unnamed.Layout, style); again != drawing {
			return fmt.Errorf("drawn again it is\n%s", again)
		}
	}
	return nil
}
