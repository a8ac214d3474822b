package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

// together runs a function so many times at once.
func together(n int, run func(i int)) {
	var all sync.WaitGroup
	all.Add(n)
	for i := range n {
		go func() {
			defer all.Done()
			run(i)
		}()
	}
	all.Wait()
}

// TestJobsAtOnce lets jobs that know nothing of each other make all shards of a folder, each in an order of its own,
// and finalize it.
func TestJobsAtOnce(t *testing.T) {
	plan := jobPlan(120, 6)
	_, want := complete(t, plan)
	dir := filepath.Join(t.TempDir(), "corpus")
	together(4, func(i int) {
		job, err := Open(dir, plan)
		if err != nil {
			t.Error(err)
			return
		}
		for k := range plan.Shards {
			shard := (k*(1+4*(i%2)) + i) % plan.Shards // forwards from i, or backwards
			if _, err := job.Make(t.Context(), shard, Run{Workers: 1 + i}); err != nil {
				t.Error(err)
			}
		}
		if _, err := job.Finalize(t.Context()); err != nil {
			t.Error(err)
		}
	})
	mustFinalize(t, mustOpen(t, dir, plan))
	sameFiles(t, "made by four jobs at once", want, dir)
}

// TestOpenAtOnce holds that of plans which come at the same time one is taken, and the others are told so.
func TestOpenAtOnce(t *testing.T) {
	for range 4 {
		dir := filepath.Join(t.TempDir(), "corpus")
		errs := make([]error, 6)
		together(len(errs), func(i int) {
			job, err := Open(dir, jobPlan(20, 1+i%2))
			if errs[i] = err; err == nil { // data may be there before the last one opens
				_, errs[i] = job.Make(t.Context(), 0, Run{})
			}
		})
		job, err := Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		for i, err := range errs {
			if taken := 1+i%2 == job.plan.Shards; taken != (err == nil) || !taken && !errors.Is(err, ErrOtherPlan) {
				t.Errorf("%d shards are planned, for %d: %v", job.plan.Shards, 1+i%2, err)
			}
		}
	}
}

// TestFinalizeAtOnce holds that jobs which finalize at the same time do not disturb each other.
func TestFinalizeAtOnce(t *testing.T) {
	job, want := complete(t, jobPlan(20, 2))
	for round := range 10 {
		if err := os.Remove(filepath.Join(job.dir, manifestName)); err != nil {
			t.Fatal(err)
		}
		together(4, func(int) {
			if _, err := job.Finalize(t.Context()); err != nil {
				t.Errorf("round %d: %v", round, err)
			}
		})
		sameFiles(t, fmt.Sprint("finalized by four, round ", round), want, job.dir)
	}
}

// TestFinalizedMeanwhile lets a job be late: while it makes a shard, another makes the same one, finalizes the corpus
// and so takes the first one's temporary files away. The late one finds its shard done, wherever it was.
func TestFinalizedMeanwhile(t *testing.T) {
	plan := jobPlan(failRecords, 2)
	_, want := complete(t, plan)
	for _, at := range []int64{1024, failRecords / 2} {
		late := mustOpen(t, filepath.Join(t.TempDir(), "corpus"), plan)
		mustMake(t, late, 0)
		made, err := late.Make(t.Context(), 1, Run{Progress: func(done int64) {
			if done == at {
				other := mustOpen(t, late.dir, plan)
				mustMake(t, other, 1)
				mustFinalize(t, other)
			}
		}})
		if made || err != nil {
			t.Errorf("late after %d records: %v, %v", at, made, err)
		}
		sameFiles(t, "with a late job", want, late.dir)
	}
}

// TestLeftovers holds which files Finalize removes: those of killed runs, and no one else's.
func TestLeftovers(t *testing.T) {
	job, want := complete(t, jobPlan(10, 2))
	for _, name := range []string{".tmp-123-manifest.json", ".shards/.tmp-7-00001.json", "data/text2space/.tmp-99-train-00000-of-00002.jsonl"} {
		if err := os.WriteFile(filepath.Join(job.dir, name), []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	mine := []string{".tmp-mine", "A.md", ".shards/notes", "data/notes", "data/text2space/.tmp-mine.jsonl", "data/text2space/train.jsonl", "data/other/.tmp-1-x"}
	for _, name := range mine {
		path := filepath.Join(job.dir, name)
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("mine"), 0o644)); err != nil {
			t.Fatal(err)
		}
		want[filepath.FromSlash(name)] = "mine"
	}
	if err := os.Mkdir(filepath.Join(job.dir, ".tmp-5-folder"), 0o755); err != nil {
		t.Fatal(err)
	}
	mustFinalize(t, job)
	sameFiles(t, "after finalizing", want, job.dir)
	if _, err := os.Stat(filepath.Join(job.dir, ".tmp-5-folder")); err != nil {
		t.Error(err)
	}
	if !slices.IsSortedFunc(job.Status(), func(a, b ShardStatus) int { return a.Shard - b.Shard }) {
		t.Error("the status is out of order")
	}
}
