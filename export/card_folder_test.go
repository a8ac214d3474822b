package export

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// cardFolder writes the records of a Config to a new folder, in subsets, splits and shards, puts into it what a killed
// run leaves, and returns the folder and its card.
func cardFolder(t *testing.T, cfg gridscribe.Config, shards int, splits []Split, subsets ...Subset) (string, *card) {
	t.Helper()
	dir := t.TempDir()
	job, err := Open(dir, Plan{
		Title: "A corpus: of \"tests\"", Config: cfg, Subsets: subsets, Splits: splits, Shards: shards, Date: "2026-01-31",
	})
	if err != nil {
		t.Fatal(err)
	}
	for shard := range shards {
		if _, err := job.Make(t.Context(), shard, Run{Workers: 1}); err != nil {
			t.Fatal(err)
		}
	}
	m, err := job.Finalize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range job.plan.Subsets {
		putFile(t, filepath.Join(dir, "data", s.Name), ".tmp-9-train-00000-of-00001."+s.Format.String(), nil)
	}
	c, err := job.card(m, nil)
	if err != nil {
		t.Fatal(err)
	}
	return dir, c
}

func recordAt(t *testing.T, corpus *gridscribe.Corpus, i int64) *gridscribe.Record {
	t.Helper()
	rec, err := corpus.At(i)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

func putFile(t *testing.T, dir, name string, content []byte) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
		t.Fatal(err)
	}
}

// cardCorpora are corpora of each sort in all views and formats.
func cardCorpora(t *testing.T) map[string]func() (string, *card) {
	shapes, hops, levels := gridscribe.Text2Space(), gridscribe.StepGame(), gridscribe.Leveled()
	shapes.Records, hops.Records, levels.Records = 70, 60, 60
	splits := []Split{{"train", 6}, {"no", 3}, {"no_1", 1}}
	return map[string]func() (string, *card){
		"shapes": func() (string, *card) {
			return cardFolder(t, shapes, 3, splits, Subset{}, Subset{Name: "default", View: ViewMessages, Form: FormDraw},
				Subset{View: ViewPrompt, Form: FormAnswer, Format: JSONL}, Subset{Name: "2026-01-31", View: ViewText, Form: FormRead, Format: JSONL})
		},
		"hops": func() (string, *card) {
			return cardFolder(t, hops, 1, nil, Subset{View: ViewStepGame}, Subset{View: ViewBAbI, Format: JSONL},
				Subset{Name: "lines", View: ViewBAbI, Format: Numbered})
		},
		"levels": func() (string, *card) {
			return cardFolder(t, levels, 2, nil, Subset{View: ViewNative}, Subset{View: ViewMessages, Form: FormAsk, Format: JSONL})
		},
		"an empty split": func() (string, *card) {
			few := shapes
			few.Records = 4
			return cardFolder(t, few, 1, []Split{{"train", 1_000_000}, {"test", 1}}, Subset{View: ViewNative}, Subset{Name: "b", Format: JSONL})
		},
		"no rows": func() (string, *card) {
			none := shapes
			none.Records = 0
			return cardFolder(t, none, 1, nil, Subset{})
		},
		"lines alone": func() (string, *card) {
			return cardFolder(t, hops, 1, nil, Subset{View: ViewBAbI, Format: Numbered})
		},
	}
}
