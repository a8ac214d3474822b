package gridscribe_test

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

var hopRecords = flag.Int64("hops.records", 3000, "how many records of each Config TestChainTruth checks")

// chainConfigs are corpora with hops: the presets, and what leaves them in every way.
func chainConfigs() map[string]gridscribe.Config {
	all := make(map[string]gridscribe.Config)
	for _, p := range chainPresets() {
		all[p.Name] = p.Config()
	}
	every := gridscribe.StepGameNoise()
	every.Seed, every.Phrasing = 3, qa.Canonical
	every.Hops = []gridscribe.HopWeight{{Hops: 1, Weight: 1}, {Hops: 4, Weight: 2}, {Hops: 12, Weight: 2}, {Hops: 17, Weight: 1}}
	every.Questions = gridscribe.QuestionWeights{Full: 2, Vertical: 1, Horizontal: 1}
	every.Families = []gridscribe.FamilyWeight{{Family: "direction", Weight: 2}, {Family: "truth", Weight: 1}}
	every.Distractors.Redundant = gridscribe.CountRange{Min: 0, Max: 2}
	all["every kind of distractor"] = every

	apart := gridscribe.StepGame()
	apart.Seed, apart.Sharing, apart.Names = 4, false, gridscribe.NamesInOrder
	all["no sharing"] = apart

	paths := gridscribe.BAbI19()
	paths.Hops = []gridscribe.HopWeight{{Hops: 1, Weight: 1}, {Hops: 3, Weight: 1}, {Hops: 5, Weight: 1}}
	paths.Distractors.Disconnected = gridscribe.CountRange{Min: 0, Max: 2}
	all["longer paths"] = paths

	shapes := gridscribe.BAbI17()
	shapes.Hops = []gridscribe.HopWeight{{Hops: 1, Weight: 1}, {Hops: 3, Weight: 1}, {Hops: 6, Weight: 1}}
	shapes.Straight, shapes.Sharing, shapes.Phrasing = false, true, qa.Canonical
	all["more shapes"] = shapes
	return all
}

// TestChainTruth checks records of corpora with hops against the oracle of chain_oracle_test.go, and once more by
// reading the text back with describe and solving it with a network. The long run:
//
//	go test -run TestChainTruth -hops.records=100000 -timeout 0 .
func TestChainTruth(t *testing.T) {
	for name, cfg := range chainConfigs() {
		t.Run(name, func(t *testing.T) {
			cfg.Records = *hopRecords
			if testing.Short() {
				cfg.Records = min(cfg.Records, 500)
			}
			checkChains(t, cfg, checkSteps)
		})
	}
}

// TestChainTruthWithoutDistances does so for the readings in which distances are open.
func TestChainTruthWithoutDistances(t *testing.T) {
	for _, reading := range []layout.Reading{layout.Aligned, layout.HalfPlane} {
		t.Run(reading.String(), func(t *testing.T) {
			cfg := gridscribe.StepGame()
			cfg.Records, cfg.Reading, cfg.Sharing, cfg.Hops = 600, reading, false, cfg.Hops[:4]
			cfg.Questions = gridscribe.QuestionWeights{Full: 1, Vertical: 1, Horizontal: 1}
			cfg.Distractors = gridscribe.Distractors{
				Disconnected: gridscribe.CountRange{Max: 1}, Branch: gridscribe.CountRange{Max: 2},
				Redundant: gridscribe.CountRange{Max: 1},
			}
			if reading == layout.HalfPlane {
				cfg.Vocabularies = cfg.Vocabularies[:3] // without clocks
			}
			checkChains(t, cfg, checkOrder)
		})
	}
}

// checkChains runs a check over all records.
func checkChains(t *testing.T, cfg gridscribe.Config, check func(*gridscribe.Record, *story, asked) error) {
	t.Helper()
	work := func(_ context.Context, b *gridscribe.Builder, from, to int64) (faults []error, err error) {
		rec := new(gridscribe.Record)
		for i := from; i < to; i++ {
			err := b.Build(rec, i)
			if err == nil {
				err = checkChain(rec, &cfg, check)
			}
			if err != nil {
				faults = append(faults, fmt.Errorf("record %d: %w\n%s %s %s", i, err, rec.Text(), rec.AppendQuestion(nil),
					rec.AppendAnswer(nil)))
			}
		}
		return faults, nil
	}
	failures := 0
	for faults, err := range gridscribe.Ranges(t.Context(), mustCorpus(t, cfg), 200, runtime.GOMAXPROCS(0), work) {
		if err != nil {
			t.Fatal(err)
		}
		for _, err := range faults {
			if failures++; failures <= 5 {
				t.Error(err)
			}
		}
	}
	if failures > 0 {
		t.Errorf("%d of %d records are wrong", failures, cfg.Records)
	}
}

func checkChain(rec *gridscribe.Record, cfg *gridscribe.Config, check func(*gridscribe.Record, *story, asked) error) error {
	s, err := readStory(rec.Text(), rec.Names())
	if err != nil {
		return err
	}
	text, _, _ := strings.Cut(string(rec.AppendQuestion(nil)), " What does not follow")
	q, err := s.readAsked(text)
	if err != nil {
		return err
	}
	if err := check(rec, s, q); err != nil {
		return err
	}
	if !slices.ContainsFunc(cfg.Hops, func(h gridscribe.HopWeight) bool { return h.Hops == rec.Hops() && h.Weight > 0 }) {
		return fmt.Errorf("%d hops are not asked for", rec.Hops())
	}
	if v := rec.Question.Verify(string(rec.AppendAnswer(nil))); !v.Correct {
		return fmt.Errorf("its own answer earns nothing: %s", v.Reason)
	}
	if rec.Reading != cfg.Reading || rec.World != (layout.World{Sharing: cfg.Sharing}) || rec.Layout.Len() != len(rec.Names()) {
		return fmt.Errorf("it says reading %v, world %+v and %d objects", rec.Reading, rec.World, rec.Layout.Len())
	}
	for i, f := range rec.Plan.Facts {
		if !f.Holds(rec.Layout.Entities[f.Locatum].At, rec.Layout.Entities[f.Relatum].At) {
			return fmt.Errorf("fact %d does not hold in the layout", i)
		}
	}
	return checkKinds(rec, cfg.Distractors)
}

// checkKinds holds the numbers of facts of each kind to their bounds, and the proof to the facts that are no
// distractors.
func checkKinds(rec *gridscribe.Record, d gridscribe.Distractors) error {
	if len(rec.Kinds) != len(rec.Plan.Facts) {
		return fmt.Errorf("%d kinds of %d facts", len(rec.Kinds), len(rec.Plan.Facts))
	}
	var counts [layout.DistractorKinds]int
	for _, kind := range rec.Kinds {
		counts[kind]++
	}
	for kind, bounds := range map[layout.Distractor]gridscribe.CountRange{
		layout.NotDistractor: {Min: rec.Hops(), Max: rec.Hops()}, layout.Disconnected: d.Disconnected,
		layout.Branch: d.Branch, layout.Redundant: d.Redundant, layout.Useless: d.Useless,
	} {
		if n := counts[kind]; n < bounds.Min || n > bounds.Max {
			return fmt.Errorf("%d facts of kind %q, %+v are allowed", n, kind, bounds)
		}
	}
	for _, i := range rec.Proof.Facts {
		if rec.Kinds[i] != layout.NotDistractor {
			return fmt.Errorf("fact %d of the proof is %v", i, rec.Kinds[i])
		}
	}
	return nil
}

// checkSteps solves a story of unit steps.
func checkSteps(rec *gridscribe.Record, s *story, q asked) error {
	if err := s.consistent(rec.World.Sharing); err != nil {
		return err
	}
	want, hops, err := s.answer(q)
	if err != nil && !slices.Contains(rec.Kinds, layout.Redundant) { // which may say a fact again
		return err
	}
	if err == nil && (string(rec.AppendAnswer(nil)) != want || rec.Hops() != hops) {
		return fmt.Errorf("by the steps it is %q in %d hops, not %d", want, hops, rec.Hops())
	}
	// The proof alone must do, and nothing in it can be missing.
	proof := &story{names: s.names}
	for _, i := range rec.Proof.Facts {
		proof.said = append(proof.said, s.said[i])
	}
	if got, _, err := proof.answer(q); err != nil || got != string(rec.AppendAnswer(nil)) || len(proof.said) != rec.Hops() {
		return fmt.Errorf("the proof gives %q, %v", got, err)
	}
	reached := s.walk(q.a)
	if whole := len(reached) == len(s.names); whole != rec.Unique {
		return fmt.Errorf("that the layout is determined is %t", rec.Unique)
	}
	if rec.AmbiguousStages != apartStages(s.said) {
		return fmt.Errorf("%d stages leave something open, not %d", apartStages(s.said), rec.AmbiguousStages)
	}
	return checkNetwork(rec)
}

// apartStages counts the sentences after which those mentioned are in several parts.
func apartStages(said []statement) (stages int) {
	for n := range said {
		part := &story{said: said[:n+1]}
		all := make(map[int]bool)
		for _, f := range part.said {
			all[f.a], all[f.b] = true, true
		}
		if len(part.walk(said[0].a)) != len(all) {
			stages++
		}
	}
	return stages
}

// checkNetwork reads the text back and lets a network answer.
func checkNetwork(rec *gridscribe.Record) error {
	text := rec.Text()
	if strings.Contains(rec.Names()[0], " ") { // a name that starts a sentence has a capital there
		text = strings.ReplaceAll("x. "+text, ". The ", ". the ")[3:]
	}
	read, err := describe.Read(text, rec.Names())
	if err != nil {
		return err
	}
	net, err := layout.NewNetwork(len(rec.Names()), rec.World)
	if err != nil {
		return err
	}
	for i, f := range read.Facts {
		f.Reading = rec.Reading
		if f != rec.Plan.Facts[i] {
			return fmt.Errorf("sentence %d reads as %v, the record has %v", i+1, f, rec.Plan.Facts[i])
		}
		if err := net.Add(f); err != nil {
			return err
		}
	}
	var proof layout.Proof
	switch q := rec.Question.(type) {
	case *qa.Direction:
		if c, ok := net.Entails(q.Locatum, q.Relatum, q.Aspect); !ok || c != q.Relation {
			return fmt.Errorf("a network says %v, %t", c, ok)
		}
		proof, _ = net.Prove(q.Locatum, q.Relatum, q.Aspect)
	case *qa.Truth:
		status := net.Judge(q.Claim)
		aspect := layout.Vertical
		if _, cols := q.Claim.Relation.Signs(); cols != 0 {
			aspect = layout.Horizontal
		}
		proof, _ = net.Prove(q.Claim.Locatum, q.Claim.Relatum, aspect)
		if want := map[layout.Status]qa.TruthValue{layout.Entailed: qa.Yes, layout.Contradicted: qa.No}[status]; want != q.Value {
			return fmt.Errorf("a network says %v", status)
		}
	case *qa.Path:
		var router layout.Router
		if moves, ways := router.Shortest(rec.Plan.Facts, len(rec.Names()), q.From, q.To); ways != 1 || !slices.Equal(moves, q.Moves) {
			return fmt.Errorf("%d ways, one of them %v", ways, moves)
		}
		return nil
	}
	if proof.Hops() != rec.Hops() && !(proof.MayShrink && proof.Hops() > rec.Hops()) {
		return fmt.Errorf("a network needs %d facts, not %d", proof.Hops(), rec.Hops())
	}
	return nil
}

// checkOrder solves a story in which distances are open, by the order of rows and columns.
func checkOrder(rec *gridscribe.Record, s *story, q asked) error {
	said := slices.Clone(s.said)
	if rec.Reading == layout.HalfPlane {
		for i := range said {
			for axis, sign := range said[i].signs {
				if sign == 0 {
					said[i].signs[axis] = unsaid
				}
			}
		}
	}
	ask := question{q.kind, q.a, q.b}
	var c closure
	c.reset(len(s.names), said, 1<<len(said)-1)
	signs, ok := c.answer(ask)
	if !ok || !c.consistent(len(s.names)) {
		return fmt.Errorf("the text leaves the answer open: %v", signs)
	}
	if want := labelTable[q.kind][signs]; want != string(rec.AppendAnswer(nil)) {
		return fmt.Errorf("from the text follows %q", want)
	}
	if n := fewest(len(s.names), said, ask, rec.Hops()); n != rec.Hops() {
		return fmt.Errorf("%d facts are enough, not %d", n, rec.Hops())
	}
	return checkNetwork(rec)
}
