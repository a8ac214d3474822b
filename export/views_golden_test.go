package export

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// TestViewsGolden shows what a user of each view gets: a row of JSON, by form where that matters, a multiple choice,
// the Parquet schema and the lines that use it.
func TestViewsGolden(t *testing.T) {
	text, levels := newCorpus(t, 1, 3), leveledCorpus(t, 24)
	var out []byte
	for _, view := range Views() {
		out = fmt.Appendf(out, "=== %v\n", view)
		corpus, forms := text, []Form{NoForm}
		switch {
		case view.single():
			forms = []Form{FormAsk, FormRead}
		case view.Formed():
			forms = []Form{FormAsk, FormTwoTurn}
		case view.story():
			corpus = storyCorpus(t)
		}
		for _, form := range forms {
			opt := Options{View: view, Form: form, Style: scene.Simple}
			out = fmt.Appendf(out, "--- row %v\n%s\n", form, madeRows(t, corpus, opt)[0].line)
		}
		if view.single() || view == ViewNative {
			rows := madeRows(t, levels, Options{View: view})
			i := firstChoice(t, levels)
			out = fmt.Appendf(out, "--- row multiple choice\n%s\n", rows[i].line)
		}
		out = fmt.Appendf(out, "--- schema\n%s\n", rowSchema(view))
		last := ""
		for _, format := range Formats() {
			lines := usage(view, format, "path/to/corpus", view.String(), "train", "test")
			if got := strings.Join(lines, "\n"); got != last && (format != Numbered || view.story()) {
				out, last = fmt.Appendf(out, "--- use of %v\n%s\n", format, got), got
			}
			if n := len(lines); n == 0 || n > 3 || slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, "\n") || l == "" }) {
				t.Errorf("view %v, format %v: %d lines %q", view, format, n, lines)
			}
		}
	}
	golden(t, "views.golden", out)
}

func storyCorpus(t *testing.T) *gridscribe.Corpus {
	t.Helper()
	cfg := gridscribe.StepGame()
	cfg.Records = 1
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return corpus
}

// firstChoice returns the number of the first record that is a multiple choice.
func firstChoice(t *testing.T, corpus *gridscribe.Corpus) int {
	t.Helper()
	for i, row := range madeRows(t, corpus, Options{View: ViewNative}) {
		if row.plain["choice"] == true {
			return i
		}
	}
	t.Fatal("no multiple choice")
	return 0
}

// TestFilesGolden shows the files beside the data.
func TestFilesGolden(t *testing.T) {
	out := []byte("=== lm-eval task\n")
	out = append(out, lmEvalTask(taskName("lm-eval"), map[string]string{
		"train": "data/lm-eval/train-*.parquet", "validation": "data/lm-eval/validation-*.parquet", "test": "data/lm-eval/test-*.parquet",
	})...)
	out = append(out, "=== lm-eval task, JSON lines, no test split\n"...)
	out = append(out, lmEvalTask("x", map[string]string{"train": "data/x/train-*.jsonl.zst", "validation": "data/x/validation-*.jsonl.zst"})...)
	subsets := make(map[string]View)
	for _, view := range Views() {
		subsets[view.String()] = view
	}
	info := datasetInfo(subsets, "train")
	out = append(append(out, "=== dataset_info.json\n"...), info...)
	golden(t, "files.golden", out)

	var decoded map[string]struct {
		ScriptURL string `json:"script_url"`
		Subset    string
		Split     string
		Columns   map[string]string
	}
	if err := json.Unmarshal(info, &decoded); err != nil {
		t.Fatal(err)
	}
	if len(decoded) != 4 {
		t.Errorf("%d data sets, want those of four views", len(decoded))
	}
	for name, d := range decoded {
		view := subsets[d.Subset]
		rows := madeRows(t, newCorpus(t, 1), Options{View: view, Form: FormAsk})
		for _, column := range d.Columns {
			if _, ok := rows[0].plain[column]; !ok {
				t.Errorf("%s: rows have no column %s", name, column)
			}
		}
		if name != taskName(d.Subset) || d.Split != "train" || d.ScriptURL != "." {
			t.Errorf("%s: %+v", name, d)
		}
	}
	if err := json.Unmarshal(datasetInfo(nil, "train"), &decoded); err != nil {
		t.Error(err)
	}
}
