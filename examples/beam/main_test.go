package main

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export"
)

func TestMain(m *testing.M) {
	registerAll()
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// planned opens a folder for 8 shards and returns it with the path of its plan.
func planned(t *testing.T) (job *export.Job, dir, plan string) {
	t.Helper()
	cfg := gridscribe.Text2Space()
	cfg.Records, cfg.Seed = 400, 3
	dir = filepath.Join(t.TempDir(), "corpus")
	job, err := export.Open(dir, export.Plan{Config: cfg, Shards: 8, Subsets: []export.Subset{
		{View: export.ViewNative}, {View: export.ViewText2Space, Format: export.JSONL},
	}})
	if err != nil {
		t.Fatal(err)
	}
	return job, dir, filepath.Join(dir, ".shards", "plan.json")
}

func contents(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		files[path[len(dir):]] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPipelineMakesTheSameFiles(t *testing.T) {
	job, alone, plan := planned(t)
	for shard := range 8 {
		if _, err := job.Make(context.Background(), shard, export.Run{}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := job.Finalize(context.Background()); err != nil {
		t.Fatal(err)
	}
	want := contents(t, alone)

	out := filepath.Join(t.TempDir(), "corpus")
	for range 2 { // the second finds everything done
		if err := run(context.Background(), plan, out, 2); err != nil {
			t.Fatal(err)
		}
		got := contents(t, out)
		if len(got) != len(want) || len(got) < 8*2*3 {
			t.Errorf("%d files, want %d", len(got), len(want))
		}
		for name, text := range want {
			if got[name] != text {
				t.Errorf("%s differs from what one process makes", name)
			}
		}
	}
}

// TestFailingShard: a shard that cannot be made fails the pipeline, nothing is finalized, and the next run, once the
// cause is gone, makes the rest.
func TestFailingShard(t *testing.T) {
	job, dir, plan := planned(t)
	blocked := filepath.Join(dir, "data", "native", "train-00005-of-00008.parquet")
	if err := os.MkdirAll(filepath.Join(blocked, "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := run(context.Background(), plan, dir, 1); err == nil {
		t.Fatal("no error for a shard that cannot be made")
	}
	if _, err := os.Stat(filepath.Join(dir, "manifest.json")); err == nil {
		t.Error("finalized without a shard")
	}
	if err := os.RemoveAll(blocked); err != nil {
		t.Fatal(err)
	}
	if err := run(context.Background(), plan, dir, 1); err != nil {
		t.Fatal(err)
	}
	for shard := range 8 {
		if err := job.Verify(context.Background(), shard); err != nil {
			t.Error(err)
		}
	}
}
