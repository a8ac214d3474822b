package gridscribe_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// leveledBytes appends all that a record of a corpus that goes by levels says.
func leveledBytes(dst []byte, r *gridscribe.Record) []byte {
	dst = fmt.Appendf(dst, "%d %d %d %v %x\n", r.Seed, r.Index, r.Level, r.Medium, r.TextFingerprint())
	for _, part := range []func([]byte) []byte{r.AppendPrompt, r.AppendAnswer, r.AppendRationale} {
		dst = append(part(dst), '\n')
	}
	return dst
}

// TestLeveledAlone: a record is the same alone, in order and in a clone, and its answer earns the reward.
func TestLeveledAlone(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Contrasts = true
	cfg.Records = 600
	corpus := mustCorpus(t, cfg)
	for rec, err := range corpus.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		inOrder := string(leveledBytes(nil, rec))
		alone, err := corpus.At(rec.Index)
		if err != nil {
			t.Fatal(err)
		}
		for _, other := range []*gridscribe.Record{alone, rec.Clone()} {
			if diff := cmp.Diff(inOrder, string(leveledBytes(nil, other))); diff != "" {
				t.Fatalf("record %d (-in order +alone):\n%s", rec.Index, diff)
			}
		}
		if v := rec.Question.Verify(string(rec.AppendAnswer(nil))); !v.Correct || v.Reward != 1 {
			t.Fatalf("record %d: the answer is graded %+v\n%s", rec.Index, v, inOrder)
		}
	}
}

// TestLeveledBalance: families, levels, choices and phrasings come as weighed, in a prefix too.
func TestLeveledBalance(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Families = gridscribe.FamilyWeights{{Family: "direction", Weight: 3}, {Family: "truth", Weight: 1}}
	cfg.Levels = []gridscribe.LevelWeight{{Level: 1, Weight: 1}, {Level: 3, Weight: 4}}
	cfg.Records = 2000
	families, levels := make(map[string]float64), make(map[int]float64)
	for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		families[rec.Question.Family()]++
		levels[rec.Level]++
		if n := float64(rec.Index + 1); n == 500 || n == 2000 {
			for name, want := range map[string]float64{"direction": 0.75, "truth": 0.25} {
				if got := families[name] / n; got < want-0.02 || got > want+0.02 {
					t.Errorf("of %v records %.3f ask for %s; want %.3f", n, got, name, want)
				}
			}
			if got := levels[3] / n; got < 0.78 || got > 0.82 {
				t.Errorf("of %v records %.3f are of level 3; want 0.8", n, got)
			}
		}
	}
}

// TestContrasts: the second record of a pair asks about the scene of the first, where there is a contrast.
func TestContrasts(t *testing.T) {
	cfg := gridscribe.Leveled()
	cfg.Contrasts, cfg.Answers = true, gridscribe.AnswerWeights{}
	cfg.Media = gridscribe.MediumWeights{Drawing: 1}
	corpus := mustCorpus(t, cfg)
	pairs, answers := 0, 0
	for i := int64(0); i < 600; i += 2 {
		first, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		second, err := corpus.At(i + 1)
		if err != nil {
			t.Fatal(err)
		}
		if first.Question.Family() != second.Question.Family() || first.Level != second.Level {
			t.Fatalf("records %d and %d are of families %s and %s, levels %d and %d", i, i+1, first.Question.Family(),
				second.Question.Family(), first.Level, second.Level)
		}
		q := first.Instance()
		if q == nil {
			continue
		}
		contrast, ok := q.Contrast()
		if !ok {
			continue
		}
		pairs++
		if diff := cmp.Diff(string(contrast.AppendText(nil)), string(second.AppendQuestion(nil))); diff != "" {
			t.Fatalf("record %d is not the contrast of record %d:\n%s", i+1, i, diff)
		}
		if !contrast.Answer().Equal(q.Answer()) {
			answers++
		}
	}
	t.Logf("%d pairs, %d with different answers", pairs, answers)
	if pairs == 0 && len(qa.Families()) > 10 {
		t.Error("no family has a contrast")
	}
}

// TestFamilyWeightsJSON reads both ways to write weights.
func TestFamilyWeightsJSON(t *testing.T) {
	base := gridscribe.Leveled()
	want := gridscribe.FamilyWeights{{Family: "direction", Weight: 3}, {Family: "truth", Weight: 1}}
	for _, text := range []string{
		`{"families": {"truth": 1, "direction": 3}}`,
		`{"families": [{"family": "direction", "weight": 3}, {"family": "truth", "weight": 1}]}`,
	} {
		cfg, err := gridscribe.ReadConfig(strings.NewReader(text), base)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, cfg.Families); diff != "" {
			t.Errorf("%s (-want +got):\n%s", text, diff)
		}
		written, err := json.Marshal(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := gridscribe.ReadConfig(bytes.NewReader(written), gridscribe.Config{}); err != nil || !cmp.Equal(again, cfg) {
			t.Errorf("%s does not read back: %v", written, err)
		}
	}
	for _, text := range []string{`{"families": {"truth": "many"}}`, `{"families": [{"name": "truth"}]}`, `{"families": 3}`} {
		if _, err := gridscribe.ReadConfig(strings.NewReader(text), base); !errors.Is(err, gridscribe.ErrConfig) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

// TestWrongCurriculum lists Configs that are refused.
func TestWrongCurriculum(t *testing.T) {
	for _, test := range []struct {
		change func(*gridscribe.Config)
		want   string
	}{
		{func(c *gridscribe.Config) { c.Levels[0].Level = 5 }, "levels[0].level is 5; 1 to 4 are allowed"},
		{func(c *gridscribe.Config) { c.Levels[1].Level = 1 }, "levels[1].level is 1, which stands there already; each level once"},
		{func(c *gridscribe.Config) { c.Levels[2].Weight = -1 }, "levels[2].weight is -1; 0 to 1000000 are allowed"},
		{func(c *gridscribe.Config) { c.Levels = []gridscribe.LevelWeight{{Level: 1}} },
			"levels has no weight above 0; at least one level is needed"},
		{func(c *gridscribe.Config) { c.Hops = []gridscribe.HopWeight{{Hops: 1, Weight: 1}} },
			"hops is set and so is levels; a corpus goes by one of them: leave out hops, or start from the preset curriculum"},
		{func(c *gridscribe.Config) { c.Phrasing = qa.Variant },
			"phrasing is variant and phrasings is set too; leave out one of them"},
		{func(c *gridscribe.Config) { c.Answers.Free = -2 }, "answers.free is -2; 0 to 1000000 are allowed"},
		{func(c *gridscribe.Config) { c.Media.Both = -2 }, "media.both is -2; 0 to 1000000 are allowed"},
		{func(c *gridscribe.Config) { c.Levels = nil }, "answers is set, but levels is not; a corpus that goes by levels needs some"},
	} {
		cfg := gridscribe.Leveled()
		test.change(&cfg)
		if err := cfg.Validate(); !errors.Is(err, gridscribe.ErrConfig) || !strings.HasSuffix(err.Error(), test.want) {
			t.Errorf("%v; want %q", err, test.want)
		}
	}
}
