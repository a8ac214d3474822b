package export

import (
	"crypto/sha256"
	"encoding/hex"
	"math/bits"
	"os"
	"path/filepath"
	"testing"

	"github.com/gridscribe/gridscribe"
)

// cardFolder writes the records of a Config to a new folder, in subsets, splits and shards, with all that stands beside
// the data and what a killed run leaves, and returns the folder and its card.
func cardFolder(t *testing.T, cfg gridscribe.Config, shards int, splits []Split, subsets ...Subset) (string, *card) {
	t.Helper()
	plan := Plan{Title: "A corpus: of \"tests\"", Config: cfg, Subsets: subsets, Splits: splits, Shards: shards}.completed()
	if err := plan.Validate(); err != nil {
		t.Fatal(err)
	}
	encoded, err := plan.encoded()
	if err != nil {
		t.Fatal(err)
	}
	m := &Manifest{
		Title: plan.Title, Plan: planHash(encoded), Versions: plan.Versions, Records: cfg.Records, Subsets: plan.Subsets,
		Splits: plan.Splits, Shards: shards,
	}
	dir := t.TempDir()
	for i, s := range plan.Subsets {
		for shard := range shards {
			part := cfg
			part.Seed += uint64(shard)
			from, to := plan.records(shard)
			part.Records = to - from
			corpus, err := gridscribe.NewCorpus(part)
			if err != nil {
				t.Fatal(err)
			}
			opt := s.options()
			opt.Splits = plan.Splits
			made, summary := mustWrite(t, corpus, opt)
			if i == 0 {
				addStats(t, &m.Stats, corpus, summary)
			}
			for _, split := range summary.Splits {
				path := plan.path(s, split.Name, shard)
				m.Files = append(m.Files, moveFile(t, filepath.Join(made, filepath.Base(split.Path)), dir, path))
				m.Files[len(m.Files)-1].Subset, m.Files[len(m.Files)-1].Split = s.Name, split.Name
				m.Files[len(m.Files)-1].Rows = split.Rows
			}
		}
		writeFile(t, filepath.Join(dir, "data", s.Name), ".tmp-9-train-00000-of-00001."+s.Format.String(), nil)
	}
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	c := &card{manifest: m, plan: plan, encoded: encoded, date: "2026-01-31", command: "gen -plan plan.json", sample: recordAt(t, corpus, 0)}
	croissant, err := appendCroissant(nil, c)
	if err != nil {
		t.Fatal(err)
	}
	writeFile(t, filepath.Join(dir, ".shards"), "plan.json", encoded)
	writeFile(t, filepath.Join(dir, ".shards"), "00000.json", []byte("{}"))
	writeFile(t, dir, "manifest.json", []byte("{}"))
	writeFile(t, dir, "report.html", nil)
	writeFile(t, dir, "croissant.json", croissant)
	writeFile(t, dir, "README.md", appendCard(nil, c))
	return dir, c
}

// addStats adds the statistics of a shard.
func addStats(t *testing.T, stats *Stats, corpus *gridscribe.Corpus, summary *Summary) {
	t.Helper()
	whole := &Summary{Stats: *stats}
	if len(whole.Tables) == 0 {
		for _, table := range summary.Tables {
			whole.Tables = append(whole.Tables, Table{Name: table.Name})
		}
	}
	whole.merge(&Summary{Stats: summary.Stats})
	*stats = whole.Stats
	for i := range corpus.Config().Records {
		chars := int64(len([]rune(string(recordAt(t, corpus, i).AppendPrompt(nil)))))
		for _, h := range []struct {
			of *Histogram
			n  int64
		}{{&stats.Prompts, chars}, {&stats.Tokens, chars / 4}} {
			for len(h.of.Counts) <= bits.Len64(uint64(h.n)) {
				h.of.Counts = append(h.of.Counts, 0)
			}
			h.of.Counts[bits.Len64(uint64(h.n))]++
			h.of.Sum, h.of.Max = h.of.Sum+h.n, max(h.of.Max, h.n)
		}
	}
}

func recordAt(t *testing.T, corpus *gridscribe.Corpus, i int64) *gridscribe.Record {
	t.Helper()
	rec, err := corpus.At(i)
	if err != nil {
		t.Fatal(err)
	}
	return rec
}

// moveFile moves a file to a path inside a folder and says what is in it.
func moveFile(t *testing.T, from, dir, path string) File {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(content)
	writeFile(t, filepath.Join(dir, filepath.Dir(path)), filepath.Base(path), content)
	return File{Path: path, Bytes: int64(len(content)), SHA256: hex.EncodeToString(sum[:])}
}

func writeFile(t *testing.T, dir, name string, content []byte) {
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
