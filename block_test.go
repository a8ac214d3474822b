package gridscribe_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// valueOf reads a record's value of a dimension off the record; ok is false where that cannot be told.
func valueOf(rec *gridscribe.Record, dimension string) (value string, ok bool) {
	pick := func(first bool, a, b string) string {
		if first {
			return a
		}
		return b
	}
	count := func(kind layout.Distractor) string { return strconv.Itoa(countKind(rec, kind)) }
	switch dimension {
	case "objects":
		return strconv.Itoa(rec.Layout.Len()), true
	case "layout":
		return pick(rec.Unique, "unique", "ambiguous"), true
	case "facts":
		return strconv.Itoa(len(rec.Plan.Facts)), true
	case "evidence":
		return pick(rec.Direct, "direct", "inferred"), true
	case "question":
		switch q := rec.Question.(type) {
		case *qa.Direction:
			return q.Aspect.String(), true
		case *qa.Truth:
			return q.Claim.Relation.String(), true
		}
	case "answer":
		return string(rec.AppendAnswer(nil)), true
	case "order":
		return pick(rec.Direction().Locatum < rec.Direction().Relatum, "locatum first", "relatum first"), true
	case "family":
		return rec.Question.Family(), true
	case "vocabulary":
		return rec.Vocabulary.String(), rec.Level == 0
	case "hops":
		return strconv.Itoa(rec.Hops()), true
	case "disconnected":
		return count(layout.Disconnected), true
	case "branch":
		return count(layout.Branch), true
	case "redundant":
		return count(layout.Redundant), true
	case "useless":
		return count(layout.Useless), true
	case "level":
		return strconv.Itoa(rec.Level), true
	case "choice":
		_, choice := rec.Question.(qa.Options)
		return pick(choice, "choice", "free"), true
	case "medium":
		return rec.Medium.String(), true
	}
	return "", false
}

// checkBlocks makes whole blocks and counts their records. Each cell of the design must have its target to a record;
// known gives targets that the test works out by itself, as shares by "dimension|value" or
// "dimension+dimension|value|value".
func checkBlocks(t *testing.T, cfg gridscribe.Config, known map[string]float64, blocks ...int64) {
	t.Helper()
	corpus := mustCorpus(t, cfg)
	b, rec := corpus.NewBuilder(), new(gridscribe.Record)
	design := corpus.Design()
	all := append(design.Dimensions, design.Crossings...)
	met := 0
	for _, block := range blocks {
		counts, read := make(map[string]float64), make(map[string]bool)
		for i := block * corpus.Block(); i < (block+1)*corpus.Block(); i++ {
			if err := b.Build(rec, i); err != nil {
				t.Fatal(err)
			}
			for _, one := range all {
				name, values, readable := strings.Join(one.Of, "+"), "", true
				for _, of := range one.Of {
					value, ok := valueOf(rec, of)
					values, readable = values+"|"+value, readable && ok
				}
				if readable {
					counts[name+values]++
					read[name] = true
				}
			}
		}
		found := make(map[string]float64)
		for _, one := range all {
			name := strings.Join(one.Of, "+")
			if !read[name] {
				continue
			}
			if !one.Exact && len(design.Impossible) == 0 {
				t.Errorf("%s is not exact", name)
			}
			if !one.Exact {
				t.Logf("%s is not exact", name)
				continue
			}
			for _, cell := range one.Cells {
				key := name + "|" + strings.Join(cell.Values, "|")
				found[name] += counts[key]
				target := cell.Target
				if share, ok := known[key]; ok {
					met++
					target = share * float64(corpus.Block())
				}
				slack := 1.0001
				if cfg.Contrasts {
					slack *= 2
				}
				if count := counts[key]; math.Abs(count-target) > slack || target == 0 && count > 0 {
					t.Errorf("block %d: %s: %v records, %v are due: %+v", block, key, count, target, cell)
				}
			}
			if found[name] != float64(corpus.Block()) {
				t.Errorf("block %d: %v of %d records have a value of %s that the design lists", block, found[name], corpus.Block(), name)
			}
		}
	}
	if want := len(known) * len(blocks); met != want {
		t.Errorf("%d targets of the test's own are met in the design, want %d", met, want)
	}
}

// TestBlocksOfShapes counts the preset, crossed, block by block.
func TestBlocksOfShapes(t *testing.T) {
	cfg := gridscribe.Text2Space()
	known := map[string]float64{"objects|2": 0.025, "objects|3": 0.075}
	for n := 4; n <= 8; n++ {
		known[fmt.Sprintf("objects|%d", n)] = 0.18
		known[fmt.Sprintf("objects+question|%d|full", n)] = 0.06
	}
	for _, v := range describe.Vocabularies() {
		known["vocabulary|"+v.String()] = 1. / 7
	}
	cfg.Cross = [][]string{{"question", "objects"}, {"answer", "question"}, {"vocabulary", "layout"}}
	for aspect := range layout.Aspect(layout.Aspects) {
		known["question|"+aspect.String()] = 1. / 3
		labels := qa.Labels(aspect)
		for _, label := range labels {
			known[fmt.Sprintf("question+answer|%v|%v", aspect, label)] = 1. / 3 / float64(len(labels))
		}
	}
	checkBlocks(t, cfg, known, 0, 1, 1_000_003)
}

// TestBlocksOfPlainShapes counts a Config in which nothing is impossible: every target is a product of weights.
func TestBlocksOfPlainShapes(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Objects = []gridscribe.ObjectWeight{{Objects: 5, Weight: 5}, {Objects: 6, Weight: 2}}
	cfg.Facts = gridscribe.FactRange{Min: 5, Max: 7}
	cfg.Layouts = gridscribe.LayoutWeights{Unique: 1, Ambiguous: 2}
	cfg.Evidence = gridscribe.EvidenceWeights{Direct: 3, Inferred: 1}
	cfg.Questions = gridscribe.QuestionWeights{Full: 3, Vertical: 1}
	cfg.AnswerValues = []gridscribe.AnswerValue{
		{Family: "direction", Answer: "above", Weight: 3}, {Family: "direction", Answer: "upper-left", Weight: 1},
	}
	cfg.Cross = [][]string{{"answer", "question", "vocabulary"}, {"evidence", "layout"}}
	known := map[string]float64{
		"objects|5": 5. / 7, "layout|unique": 1. / 3, "evidence|direct": 0.75, "question|full": 0.75, "facts|5": 1. / 3,
		"answer|above": 0.75*0.75 + 0.25, "answer|upper-left": 0.75 * 0.25,
		"layout+evidence|unique|direct": 0.25, "layout+evidence|ambiguous|inferred": 1. / 6,
	}
	for _, v := range describe.Vocabularies() {
		known["question+answer+vocabulary|full|upper-left|"+v.String()] = 0.75 * 0.25 / 7
		known["question+answer+vocabulary|vertical|above|"+v.String()] = 0.25 / 7
	}
	checkBlocks(t, cfg, known, 2)
}

// TestBlocksOfChains counts chains, crossed.
func TestBlocksOfChains(t *testing.T) {
	cfg := gridscribe.StepGame()
	cfg.Hops = []gridscribe.HopWeight{{Hops: 1, Weight: 1}, {Hops: 2, Weight: 2}, {Hops: 5, Weight: 4}}
	cfg.Families = gridscribe.FamilyWeights{{Family: "direction", Weight: 2}, {Family: "truth", Weight: 1}}
	cfg.Questions = gridscribe.QuestionWeights{Full: 1, Horizontal: 2}
	cfg.Distractors.Branch.Max = 2
	cfg.AnswerValues = []gridscribe.AnswerValue{
		{Family: "truth", Answer: "yes", Weight: 1}, {Family: "truth", Answer: "no", Weight: 3},
	}
	cfg.Cross = [][]string{{"family", "answer"}, {"branch", "vocabulary"}}
	known := map[string]float64{
		"hops|1": 1. / 7, "hops|2": 2. / 7, "hops|5": 4. / 7, "family|direction": 2. / 3, "family|truth": 1. / 3,
		"family+answer|truth|yes": 1. / 12, "family+answer|truth|no": 1. / 4, "branch|0": 1. / 3, "branch|2": 1. / 3,
		"family+answer|direction|same column": 4. / 9 / 3,
	}
	checkBlocks(t, cfg, known, 0, 7)
}

// TestBlocksOfLevels counts families whose questions are quickly made, crossed with the answers that are asked for.
func TestBlocksOfLevels(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Families = gridscribe.FamilyWeights{{Family: "direction", Weight: 1}, {Family: "truth", Weight: 2}}
	cfg.Levels = cfg.Levels[:2]
	cfg.Answers, cfg.Phrasings = gridscribe.AnswerWeights{}, gridscribe.PhrasingWeights{}
	for _, truth := range []string{"yes", "no", "cannot be determined"} {
		cfg.AnswerValues = append(cfg.AnswerValues, gridscribe.AnswerValue{Family: "truth", Answer: truth, Weight: 1})
	}
	for _, label := range qa.Labels(layout.Full) {
		cfg.AnswerValues = append(cfg.AnswerValues, gridscribe.AnswerValue{Family: "direction", Answer: label.String(), Weight: 1})
	}
	cfg.Cross = [][]string{{"family", "level", "answer"}}
	known := map[string]float64{"family|direction": 1. / 3, "level|1": 0.5, "level|2": 0.5,
		"family+level+answer|truth|1|yes": 1. / 9, "family+level+answer|direction|2|above": 1. / 48}
	checkBlocks(t, cfg, known, 3)
}

// TestRandomBlocks counts a block of random Configs of texts and chains, crossed.
func TestRandomBlocks(t *testing.T) {
	made := 0
	for _, sort := range []gridscribe.Sort{gridscribe.ByShape, gridscribe.ByHops} {
		for k, n := 0, 0; n < 5; k++ {
			cfg := gridscribe.RandomConfigs(sort).Example(k)
			if cfg.Validate() != nil || len(cfg.Cross) == 0 {
				continue
			}
			n++
			made++
			t.Run(fmt.Sprintf("sort=%d/example=%d", sort, k), func(t *testing.T) {
				checkBlocks(t, cfg, plainTargets(cfg), int64(k))
			})
		}
	}
	if made != 10 {
		t.Errorf("%d Configs are counted", made)
	}
}

// plainTargets works out from a Config the shares that hang on nothing else.
func plainTargets(cfg gridscribe.Config) map[string]float64 {
	known := make(map[string]float64)
	add := func(name string, values []string, weights []int) {
		total := 0
		for _, w := range weights {
			total += w
		}
		for k, w := range weights {
			if w > 0 {
				known[name+"|"+values[k]] = float64(w) / float64(total)
			}
		}
	}
	var values []string
	var weights []int
	fewest := cfg.Facts.Min
	for _, o := range cfg.Objects {
		values, weights = append(values, strconv.Itoa(o.Objects)), append(weights, o.Weight)
	}
	add("objects", values, weights)
	values, weights = nil, nil
	for _, h := range cfg.Hops {
		values, weights = append(values, strconv.Itoa(h.Hops)), append(weights, h.Weight)
		fewest = h.Hops
	}
	if len(cfg.Hops) > 1 {
		fewest = 0
	}
	add("hops", values, weights)
	values, weights = nil, nil
	for _, f := range cfg.Families {
		values, weights = append(values, f.Family), append(weights, f.Weight)
	}
	add("family", values, weights)
	values, weights = nil, nil
	for _, v := range cfg.Vocabularies {
		values, weights = append(values, v.Vocabulary.String()), append(weights, v.Weight)
		if v.Weight > 0 && v.Vocabulary.Len() > fewest {
			return known
		}
	}
	add("vocabulary", values, weights)
	return known
}
