package export

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// TestStoriesAreReadBack audits stories with names of every kind and questions in every wording: each label follows.
func TestStoriesAreReadBack(t *testing.T) {
	for _, preset := range gridscribe.Presets() {
		if preset.Config().Sort() == gridscribe.ByLevels {
			continue // not a story
		}
		for names := gridscribe.NamesInOrder; names <= gridscribe.NamesOfPlaces; names++ {
			for phrasing := range qa.Phrasing(qa.Phrasings) {
				cfg := preset.Config()
				cfg.Records, cfg.Names, cfg.Phrasing = 40, names, phrasing
				auditWritten(t, cfg)
			}
		}
	}
	many := gridscribe.StepGame() // more objects than there are letters
	many.Records, many.Hops = 10, []gridscribe.HopWeight{{Hops: 255, Weight: 1}}
	auditWritten(t, many)
}

func auditWritten(t *testing.T, cfg gridscribe.Config) {
	t.Helper()
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		return // more objects than names of the kind
	}
	dir := filepath.Join(t.TempDir(), "out")
	if _, err := Write(t.Context(), corpus, dir, Options{View: ViewStepGame, Format: JSONL}); err != nil {
		t.Fatal(err)
	}
	files, _ := filepath.Glob(filepath.Join(dir, "data", "*", "*.jsonl"))
	rows := int64(0)
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		report, err := Audit(t.Context(), file, name, AuditOptions{}, func(f AuditFinding) error {
			if f.Row == 1 {
				t.Errorf("%v, %v: %+v", cfg.Names, cfg.Phrasing, f)
			}
			return nil
		})
		file.Close()
		if err != nil || !report.Right() {
			t.Errorf("%v, %v: %+v, %v", cfg.Names, cfg.Phrasing, report, err)
		}
		rows += report.Rows
	}
	if rows != cfg.Records {
		t.Errorf("%v, %v: %d rows were read; want %d", cfg.Names, cfg.Phrasing, rows, cfg.Records)
	}
}
