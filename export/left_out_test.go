package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
)

// leavingPlan is the plan of a corpus that leaves out repeats and the problems of its own first records.
func leavingPlan(t *testing.T, shards int, formats ...Format) (Plan, []string) {
	t.Helper()
	cfg := gridscribe.Text2Space()
	cfg.Records, cfg.Seed = 400, 11
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	var rows bytes.Buffer
	var shown []string
	for i := range int64(5) {
		rec, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		row := map[string]string{
			"description": rec.Text(), "query_relation": string(rec.AppendQuestion(nil)), "label": string(rec.AppendAnswer(nil)),
		}
		if err := json.NewEncoder(&rows).Encode(row); err != nil {
			t.Fatal(err)
		}
		shown = append(shown, string(appendID(nil, rec)))
	}
	plan := Plan{Config: cfg, Shards: shards, Unique: true, Audit: true, Exclusion: new(Exclusion)}
	if err := plan.Exclusion.Add(&rows, "rows.jsonl"); err != nil {
		t.Fatal(err)
	}
	for _, f := range formats {
		plan.Subsets = append(plan.Subsets, Subset{Name: "native-" + strings.ReplaceAll(f.String(), ".", "-"), View: ViewNative, Format: f})
	}
	return plan, shown
}

func makeAll(t *testing.T, job *Job) *Manifest {
	t.Helper()
	for shard := range job.plan.Shards {
		if _, err := job.Make(t.Context(), shard, Run{}); err != nil {
			t.Fatal(err)
		}
	}
	m, err := job.Finalize(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestLeftOut holds that what is left out is the same in any number of shards, is nowhere in the folder, and is told.
func TestLeftOut(t *testing.T) {
	var rows [2][]string
	for i, shards := range []int{1, 3} {
		plan, shown := leavingPlan(t, shards, JSONL)
		dir := filepath.Join(t.TempDir(), "out")
		job := mustOpen(t, dir, plan)
		if i == 1 {
			if err := job.Prepare(t.Context(), Run{Workers: 2}); err != nil {
				t.Fatal(err)
			}
			var err error
			if job, err = Load(dir); err != nil { // without the files to exclude
				t.Fatal(err)
			}
		}
		m := makeAll(t, job)
		if m.Left.Excluded < 5 || m.Left.Repeats == 0 || m.Stats.Records+m.Left.Excluded+m.Left.Repeats != 400 {
			t.Errorf("%d records are written, %+v left out", m.Stats.Records, m.Left)
		}
		seen := make(map[uint64]bool)
		for name, content := range listing(t, dir) {
			for _, id := range shown {
				if strings.Contains(content, `"`+id+`"`) || strings.Contains(content, ">"+id+"<") {
					t.Errorf("%s shows %s, which is kept out", name, id)
				}
			}
			if !strings.HasSuffix(name, ".jsonl") {
				continue
			}
			for _, row := range readJSONL(t, filepath.Join(dir, name)) {
				rows[i] = append(rows[i], row["id"].(string))
				var n int64
				id := row["id"].(string)
				fmt.Sscan(id[strings.LastIndexByte(id, '-')+1:], &n)
				rec := recordAt(t, job.corpus, n)
				if seen[rec.Fingerprint()] {
					t.Errorf("%s asks a problem again", id)
				}
				seen[rec.Fingerprint()] = true
			}
		}
		slices.Sort(rows[i])
		card, err := os.ReadFile(filepath.Join(dir, "README.md"))
		if err != nil || !strings.Contains(string(card), "rows.jsonl") || !strings.Contains(string(card), "| direction |") {
			t.Errorf("the card does not tell what is left out: %v", err)
		}
		// The plan makes the folder again where it stands, and elsewhere with the problems.
		again, err := ReadPlan(filepath.Join(dir, shardsDir, "plan.json"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Open(dir, again); err != nil {
			t.Errorf("the plan of the folder: %v", err)
		}
		if _, err := Open(filepath.Join(t.TempDir(), "new"), again); err == nil || !strings.Contains(err.Error(), "not given") {
			t.Errorf("a plan without its problems: %v", err)
		}
	}
	if diff := cmp.Diff(rows[0], rows[1]); diff != "" {
		t.Errorf("three shards do not hold what one does:\n%.1000s", diff)
	}
}

// TestAuditFormats holds that an audit reads its rows in every format, finds nothing, and forgets the corpus of another plan.
func TestAuditFormats(t *testing.T) {
	for _, format := range []Format{Parquet, JSONL, JSONLGzip, JSONLZstd} {
		plan, _ := leavingPlan(t, 2, format)
		dir := filepath.Join(t.TempDir(), "out")
		job := mustOpen(t, dir, plan)
		m := makeAll(t, job)
		found := job.lastAudit()
		if found == nil || found.Rows != m.Stats.Records || found.All.EvidenceShared.Keys != 0 || found.All.Repeats.Keys != 0 {
			t.Errorf("%v: %d records, audit %+v", format, m.Stats.Records, found)
		}
		stale, err := json.Marshal(audited{Plan: "another", Report: found})
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, auditName), stale, 0o644); err != nil {
			t.Fatal(err)
		}
		if job.lastAudit() != nil {
			t.Errorf("%v: an audit of another plan is taken", format)
		}
	}
	plan, _ := leavingPlan(t, 1, JSONL)
	plan.Subsets[0] = Subset{View: ViewText2Space}
	if err := plan.completed().Validate(); err == nil || !strings.Contains(err.Error(), "audit is true") {
		t.Errorf("an audit without rows to read: %v", err)
	}
}
