package gridscribe_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// TestImpossibleCells: what the design calls impossible is what layout.Feasible does, no more and no less, and it says
// where the share went.
func TestImpossibleCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := gridscribe.RandomConfigs(gridscribe.ByShape).Draw(t, "config")
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			return
		}
		got := make(map[string]bool)
		for _, cell := range corpus.Design().Impossible {
			if cell.Asked <= 0 && cell.Value == "" || cell.Reason == "" || slices.Contains(cell.To, cell.Value) {
				t.Fatalf("%+v", cell)
			}
			key := cell.Dimension + " " + cell.Value
			for _, w := range cell.Where {
				key += " " + w.Value
			}
			got[key] = true
		}
		want := make(map[string]bool)
		weights := []int{cfg.Questions.Full, cfg.Questions.Vertical, cfg.Questions.Horizontal}
		evidence := map[string]int{"direct": cfg.Evidence.Direct, "inferred": cfg.Evidence.Inferred}
		for _, o := range cfg.Objects {
			for shape, weight := range map[string]int{"unique": cfg.Layouts.Unique, "ambiguous": cfg.Layouts.Ambiguous} {
				if o.Weight == 0 || weight == 0 {
					continue
				}
				some := false
				for facts := cfg.Facts.Min; facts <= cfg.Facts.Max; facts++ {
					can := make(map[string][]string) // by evidence: questions that cannot be
					possible := make(map[string]bool)
					for name, w := range evidence {
						for aspect, q := range weights {
							switch {
							case w == 0 || q == 0:
							case layout.Feasible(o.Objects, facts, shape == "unique", name == "direct", layout.Aspect(aspect)):
								possible[name] = true
							default:
								can[name] = append(can[name], layout.Aspect(aspect).String())
							}
						}
					}
					if len(possible) == 0 {
						continue
					}
					some = true
					for name, w := range evidence {
						where := fmt.Sprintf("%d %s %d", o.Objects, shape, facts)
						if w > 0 && !possible[name] {
							want["evidence "+name+" "+where] = true
						}
						for _, aspect := range can[name] {
							if possible[name] {
								want["question "+aspect+" "+where+" "+name] = true
							}
						}
					}
					for _, v := range cfg.Vocabularies {
						if v.Weight > 0 && v.Vocabulary.Len() > facts {
							want[fmt.Sprintf("vocabulary %v %d", v.Vocabulary, facts)] = true
						}
					}
				}
				if !some {
					want[fmt.Sprintf("layout %s %d", shape, o.Objects)] = true
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("impossible cells (-want +got):\n%s", diff)
		}
	})
}

// TestOverlapTakesTwoHops: of one unit step no end lies where the other does, and the design says so.
func TestOverlapTakesTwoHops(t *testing.T) {
	want := []gridscribe.ImpossibleCell{{
		Dimension: "answer", Value: "overlap", Reason: "the ends of a chain of so many hops cannot lie so", Asked: 224,
		Where: []gridscribe.Chosen{{Dimension: "hops", Value: "1"}, {Dimension: "family", Value: "direction"},
			{Dimension: "question", Value: "full"}},
		To: []string{"above", "upper-right", "right", "lower-right", "below", "lower-left", "left", "upper-left"},
	}}
	var got []gridscribe.ImpossibleCell
	for _, cell := range mustCorpus(t, gridscribe.StepGame()).Design().Impossible {
		if cell.Dimension == "answer" {
			got = append(got, cell)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("impossible answers (-want +got):\n%s", diff)
	}
}

// TestNoHoles: over many blocks every combination that can be occurs.
func TestNoHoles(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Objects = []gridscribe.ObjectWeight{{Objects: 2, Weight: 1}, {Objects: 3, Weight: 1}, {Objects: 4, Weight: 1}}
	cfg.Vocabularies = cfg.Vocabularies[:4]
	corpus := mustCorpus(t, cfg)
	b, rec := corpus.NewBuilder(), new(gridscribe.Record)
	seen := make(map[string]int)
	for i := range 6 * corpus.Block() {
		if err := b.Build(rec, i); err != nil {
			t.Fatal(err)
		}
		q := rec.Direction()
		seen[fmt.Sprint(rec.Layout.Len(), rec.Unique, len(rec.Plan.Facts), rec.Direct, q.Label(), q.Aspect,
			q.Locatum < q.Relatum, rec.Vocabulary)]++
	}
	cells := 0
	for objects := 2; objects <= 4; objects++ {
		for shape := range 2 * 2 * 13 {
			unique, direct, facts := shape%2 == 0, shape/2%2 == 0, shape/4
			for aspect := range layout.Aspect(layout.Aspects) {
				if !layout.Feasible(objects, facts, unique, direct, aspect) {
					continue
				}
				for _, label := range qa.Labels(aspect) {
					for _, first := range []bool{true, false} {
						for _, v := range cfg.Vocabularies {
							if v.Vocabulary.Len() > facts {
								continue
							}
							cells++
							if key := fmt.Sprint(objects, unique, facts, direct, label, aspect, first, v.Vocabulary); seen[key] == 0 {
								t.Errorf("none is %s", key)
							}
						}
					}
				}
			}
		}
	}
	if len(seen) != cells {
		t.Errorf("%d combinations occur, %d can be", len(seen), cells)
	}
}

// TestDesignsAsJSON: a design is written and read again, and is the same for a corpus of another length.
func TestDesignsAsJSON(t *testing.T) {
	for _, p := range gridscribe.Presets() {
		cfg := p.Config()
		design := mustCorpus(t, cfg).Design()
		text, err := json.Marshal(design)
		if err != nil {
			t.Fatal(err)
		}
		var back gridscribe.Design
		if err := json.Unmarshal(text, &back); err != nil {
			t.Fatal(err)
		}
		cfg.Records = 7
		for _, other := range []gridscribe.Design{back, mustCorpus(t, cfg).Design()} {
			if diff := cmp.Diff(design, other); diff != "" {
				t.Errorf("%s: %s", p.Name, diff)
			}
		}
		for _, one := range design.Dimensions {
			if !one.Exact {
				t.Errorf("%s: %v is not exact", p.Name, one.Of)
			}
		}
	}
}

// TestAnswersThatCannotBe: an answer that never comes up is reported, and its weight goes to the others.
func TestAnswersThatCannotBe(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Families, cfg.Media = gridscribe.FamilyWeights{{Family: "truth", Weight: 1}}, gridscribe.MediumWeights{Text: 1}
	for _, answer := range []string{"yes", "no", "blue"} {
		cfg.AnswerValues = append(cfg.AnswerValues, gridscribe.AnswerValue{Family: "truth", Answer: answer, Weight: 1})
	}
	design := mustCorpus(t, cfg).Design()
	if len(design.Impossible) != 4 {
		t.Fatalf("%d cells are impossible, want one a level: %+v", len(design.Impossible), design.Impossible)
	}
	for _, cell := range design.Impossible {
		if cell.Value != "blue" || cell.Asked != 1680 || cell.Regained || !slices.Equal(cell.To, []string{"yes", "no"}) {
			t.Errorf("%+v", cell)
		}
	}
	for _, one := range design.Dimensions {
		if one.Of[0] == "answer" {
			for _, cell := range one.Cells {
				want := map[string]float64{"yes": 10080, "no": 10080, "blue": 0}[cell.Values[0]]
				if cell.Asked != 6720 || cell.Target != want || float64(cell.Most) != want {
					t.Errorf("%+v; %v are due", cell, want)
				}
			}
		}
	}
}

// TestAnswersOfLevels: the answers that are listed come as weighed, in all phrasings and under multiple choices, and no
// others.
func TestAnswersOfLevels(t *testing.T) {
	cfg := gridscribe.Leveled()
	share := map[string]float64{"truth yes": 0.25, "truth no": 0.25, "count 0": 0.4, "count 3": 0.1}
	for key := range share {
		family, answer, _ := strings.Cut(key, " ")
		cfg.AnswerValues = append(cfg.AnswerValues, gridscribe.AnswerValue{Family: family, Answer: answer, Weight: int(100 * share[key])})
	}
	slices.SortFunc(cfg.AnswerValues, func(a, b gridscribe.AnswerValue) int { return strings.Compare(a.Answer, b.Answer) })
	cfg.Families = gridscribe.FamilyWeights{{Family: "truth", Weight: 1}, {Family: "count", Weight: 1}, {Family: "visible", Weight: 2}}
	corpus := mustCorpus(t, cfg)
	counts, others := make(map[string]float64), make(map[string]bool)
	const records = 2000
	for i := range int64(records) {
		rec, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		answer := rec.Question.Answer().String()
		if choice, ok := rec.Question.(qa.Options); ok {
			answer = choice.Instance.Answer().String()
		}
		if family := rec.Question.Family(); family == "visible" {
			others[answer] = true
		} else {
			counts[family+" "+answer]++
		}
	}
	if len(counts) != len(share) || len(others) < 10 {
		t.Errorf("answers %v, and %d of the family that is left alone", counts, len(others))
	}
	for key, count := range counts {
		if due := records * share[key] / 2; count < due-6 || count > due+6 {
			t.Errorf("%s: %v of %d, %v are due", key, count, records, due)
		}
	}
}

// TestMediaOfFamilies: families other than those that the design's note names are asked of the medium that is due.
func TestMediaOfFamilies(t *testing.T) {
	cfg := gridscribe.Leveled()
	for _, name := range gridscribe.FamilyNames(gridscribe.ByLevels) {
		if !slices.Contains([]string{"coordinates", "edit", "merge", "path", "shape"}, name) {
			cfg.Families = append(cfg.Families, gridscribe.FamilyWeight{Family: name, Weight: 1})
		}
	}
	cfg.Media = gridscribe.MediumWeights{Drawing: 1, Both: 2}
	corpus := mustCorpus(t, cfg)
	design := corpus.Design()
	for _, one := range design.Dimensions {
		if one.Of[0] == "medium" && (one.Note == "" || one.Cells[0].Target == one.Cells[0].Asked) {
			t.Errorf("%+v", one)
		}
	}
	counts := make(map[string]map[qa.Medium]int)
	for i := range int64(3000) {
		rec, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		if counts[rec.Question.Family()] == nil {
			counts[rec.Question.Family()] = make(map[qa.Medium]int)
		}
		counts[rec.Question.Family()][rec.Medium]++
	}
	for family, n := range counts {
		text, total := n[qa.AsText], n[qa.AsText]+n[qa.AsDrawing]+n[qa.AsBoth]
		if text > 0 && text < total {
			t.Errorf("%s: %v", family, n)
		}
		if n[qa.AsBoth] > 0 && (3*n[qa.AsDrawing] < total*6/10 || 3*n[qa.AsDrawing] > total*14/10) {
			t.Errorf("%s: %v; a third in drawings is due", family, n)
		}
	}
}

// TestWrongCrossings lists Configs that are refused.
func TestWrongCrossings(t *testing.T) {
	type config = gridscribe.Config
	answer := func(family, answer string, weight int) gridscribe.AnswerValue {
		return gridscribe.AnswerValue{Family: family, Answer: answer, Weight: weight}
	}
	for _, test := range []struct {
		preset func() config
		change func(*config)
		want   string
	}{
		{gridscribe.Text2Space, func(c *config) { c.Cross = [][]string{{"objects", "shape"}} },
			`cross[0][1] is "shape"; objects, layout, facts, evidence, question, answer, order, family, vocabulary are allowed`},
		{gridscribe.Text2Space, func(c *config) { c.Cross = [][]string{{"objects", ""}} },
			`cross[0][1] is ""; objects, layout, facts, evidence, question, answer, order, family, vocabulary are allowed`},
		{gridscribe.Text2Space, func(c *config) { c.Cross = [][]string{{"objects", "facts", "objects"}} },
			`cross[0][2] is "objects", which stands there already; each dimension once`},
		{gridscribe.Text2Space, func(c *config) { c.Cross = [][]string{{"objects", "facts"}, {"objects"}} },
			`cross[1] is ["objects"]; two dimensions or more are allowed`},
		{gridscribe.Text2Space, func(c *config) { c.Cross = [][]string{{"objects", "answer"}, {"answer", "layout"}} },
			`cross[0] is ["objects" "answer"] and cross[1] is ["answer" "layout"]; crossings that end with the same dimension must be ` +
				`parts of one another: cross all of these dimensions instead`},
		{gridscribe.Text2Space, func(c *config) {
			c.Facts.Max = 28
			c.Cross = [][]string{{"objects", "facts", "layout", "evidence", "question", "answer", "order", "vocabulary"}}
		}, `which has 44396 cells; 20160 are allowed`},
		{gridscribe.Text2Space, func(c *config) {
			c.Families = gridscribe.FamilyWeights{{Family: "direction", Weight: 1}, {Family: "choose", Weight: 1}}
			c.Cross = [][]string{{"family", "answer"}}
		}, `cross[0][1] is "answer", but the families choose draw their own answers: leave them out`},
		{gridscribe.BAbI19, func(c *config) { c.Cross = [][]string{{"hops", "answer"}} },
			`cross[0][1] is "answer", but the families path draw their own answers: leave them out`},
		{gridscribe.Leveled, func(c *config) {
			c.Families = gridscribe.FamilyWeights{{Family: "truth", Weight: 1}, {Family: "fit", Weight: 1}, {Family: "draw", Weight: 1}}
			c.AnswerValues = []gridscribe.AnswerValue{answer("truth", "yes", 1)}
			c.Cross = [][]string{{"family", "answer"}}
		}, `cross[0][1] is "answer", but the families fit, draw draw their own answers: give answer_values for them, or leave them out`},
		{gridscribe.Text2Space, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("truth", "yes", 1)} },
			`answer_values[0].family is "truth"; direction are allowed`},
		{gridscribe.Text2Space, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("direction", "over", 1)} },
			`answer_values[0].answer is "over"; above, upper-right, right, lower-right, below, lower-left, left, upper-left, same level, ` +
				`same column are allowed`},
		{gridscribe.Text2Space, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("direction", "same level", 1)} },
			`answer_values has no answer with a weight for questions of the kind full; it needs one, such as "above"`},
		{gridscribe.Text2Space, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("direction", "above", -1)} },
			`answer_values[0].weight is -1; 0 to 1000000 are allowed`},
		{gridscribe.StepGame, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("truth", "yes", 1)} },
			`answer_values[0].family is "truth", which has no weight in families`},
		{gridscribe.Leveled, func(c *config) {
			c.AnswerValues = []gridscribe.AnswerValue{answer("truth", "yes", 1), answer("truth", "yes", 2)}
		}, `answer_values[1].answer is "yes", which stands there already; each answer of a family once`},
		{gridscribe.Leveled, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("truth", "yes", 0)} },
			`answer_values[0].family is "truth", which has no answer with a weight above 0; at least one is needed`},
		{gridscribe.Leveled, func(c *config) { c.AnswerValues = []gridscribe.AnswerValue{answer("truth", "blue", 1)} },
			`answer_values: family truth has none of the answers "blue" at level 1; leave out that level or ask for another answer, spelt as the family's answers are`},
		{gridscribe.Leveled, func(c *config) {
			c.Contrasts, c.AnswerValues = true, []gridscribe.AnswerValue{answer("truth", "yes", 1)}
		}, `contrasts is true and answer_values is set; the answer of a contrast cannot be chosen: leave out one of them`},
	} {
		cfg := test.preset()
		test.change(&cfg)
		if err := cfg.Validate(); !errors.Is(err, gridscribe.ErrConfig) || !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("%v; want %q", err, test.want)
		}
	}
}

// TestCrossingsAsJSON: crossings and answer values are read, and stay where the JSON does not name them.
func TestCrossingsAsJSON(t *testing.T) {
	base := gridscribe.Text2Space()
	base.Cross = [][]string{{"objects", "answer"}}
	got, err := gridscribe.ReadConfig(strings.NewReader(`{"answer_values": [{"family": "direction", "answer": "above", "weight": 2}]}`), base)
	if err != nil {
		t.Fatal(err)
	}
	want := base
	want.AnswerValues = []gridscribe.AnswerValue{{Family: "direction", Answer: "above", Weight: 2}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	got, err = gridscribe.ReadConfig(strings.NewReader(`{"cross": [["facts", "question", "answer"], ["level", "medium"]]}`), want)
	if err != nil {
		t.Fatal(err)
	}
	want.Cross = [][]string{{"facts", "question", "answer"}, {"level", "medium"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestBlocksOfPairs: with contrasts a block holds twice as many records, in pairs.
func TestBlocksOfPairs(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Contrasts = true
	cfg.Families = gridscribe.FamilyWeights{{Family: "direction", Weight: 1}, {Family: "arrange", Weight: 3}}
	corpus := mustCorpus(t, cfg)
	if got := corpus.Block(); got != 2*20_160 {
		t.Errorf("a block has %d records", got)
	}
	counts := make(map[string]float64)
	for _, one := range corpus.Design().Dimensions {
		for _, cell := range one.Cells {
			counts[one.Of[0]] += cell.Target
		}
	}
	for name, n := range counts {
		if n < 40_319.99 || n > 40_320.01 {
			t.Errorf("%s: %v records", name, n)
		}
	}
}
