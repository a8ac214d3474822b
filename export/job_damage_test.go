package export

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestDamagedShard harms every file of a shard in every way: Status, Verify and Finalize name it, Make mends it, and
// nothing else changes.
func TestDamagedShard(t *testing.T) {
	job, before := complete(t, jobPlan(60, 3))
	const shard = 1
	m, err := job.done(shard)
	if err != nil {
		t.Fatal(err)
	}
	names := []string{filepath.Join(shardsDir, "00001.json")}
	for _, f := range m.Files {
		names = append(names, f.Path)
	}
	for _, name := range names {
		path, content := filepath.Join(job.dir, name), before[filepath.FromSlash(name)]
		for what, harm := range map[string]func() error{
			"removed":  func() error { return os.Remove(path) },
			"empty":    func() error { return os.Truncate(path, 0) },
			"cut off":  func() error { return os.Truncate(path, int64(len(content)/2)) },
			"of zeros": func() error { return os.WriteFile(path, make([]byte, len(content)+1), 0o644) },
			"longer":   func() error { return os.WriteFile(path, []byte(content+"}"), 0o644) },
			"a folder": func() error { return errors.Join(os.Remove(path), os.Mkdir(path, 0o755)) },
		} {
			if content == "" && (what == "empty" || what == "cut off") {
				continue
			}
			if err := harm(); err != nil {
				t.Fatal(err)
			}
			for i, s := range job.Status() {
				if s.Done != (i != shard) || (s.Reason == "") != s.Done || (s.Rows == 0) == s.Done {
					t.Errorf("%s is %s: the status of shard %d is %+v", name, what, i, s)
				}
			}
			_, finalErr := job.Finalize(t.Context())
			for how, err := range map[string]error{"Verify": job.Verify(t.Context(), shard), "Finalize": finalErr} {
				manifestFolder := what == "a folder" && name == names[0] // cannot be read at all
				if err == nil || errors.Is(err, ErrIncomplete) == manifestFolder ||
					!(strings.Contains(err.Error(), filepath.Base(name)) || strings.Contains(err.Error(), "shard 1: not complete: it has no manifest")) {
					t.Errorf("%s is %s: %s: %v", name, what, how, err)
				}
			}
			made, err := job.Make(t.Context(), shard, Run{})
			if what == "a folder" {
				if err == nil || !strings.Contains(err.Error(), filepath.Base(name)) {
					t.Errorf("%s is a folder: %v, %v", name, made, err)
				}
				if err := os.Remove(path); err != nil {
					t.Fatal(err)
				}
				made, err = job.Make(t.Context(), shard, Run{})
			}
			if err != nil || !made {
				t.Errorf("%s was %s: %v, %v", name, what, made, err)
			}
			sameFiles(t, name+" was "+what, before, job.dir)
		}
	}
}

// TestDamagedContent holds that Verify sees a change that keeps the size, and that Forget lets it be mended.
func TestDamagedContent(t *testing.T) {
	job, before := complete(t, jobPlan(30, 3))
	name := job.plan.path(job.plan.Subsets[0], "train", 2)
	content := []byte(before[filepath.FromSlash(name)])
	content[len(content)/2] ^= 1
	if err := os.WriteFile(filepath.Join(job.dir, name), content, 0o644); err != nil {
		t.Fatal(err)
	}
	for shard := range 3 {
		err := job.Verify(t.Context(), shard)
		if (shard == 2) != errors.Is(err, ErrIncomplete) || shard == 2 && !strings.Contains(err.Error(), name) {
			t.Errorf("shard %d: %v", shard, err)
		}
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if err := job.Verify(ended, 0); !errors.Is(err, context.Canceled) {
		t.Errorf("an ended Verify: %v", err)
	}
	for range 2 { // twice does no harm
		if err := job.Forget(2); err != nil {
			t.Fatal(err)
		}
	}
	mustMake(t, job)
	sameFiles(t, "after making it again", before, job.dir)
}

// TestDamagedManifest changes bytes of a shard's manifest: it counts as damaged, or says the same as before.
func TestDamagedManifest(t *testing.T) {
	job, _ := complete(t, jobPlan(10, 2))
	want, err := job.done(1)
	if err != nil {
		t.Fatal(err)
	}
	path := job.manifestPath(1)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(text); i += 41 {
		for _, mask := range []byte{1, 0x20} { // 0x20 makes capitals of small letters, which is all the same in JSON keys
			text[i] ^= mask
			if err := os.WriteFile(path, text, 0o644); err != nil {
				t.Fatal(err)
			}
			got, err := job.done(1)
			if err == nil && !reflect.DeepEqual(got, want) || err != nil && !errors.Is(err, ErrIncomplete) {
				t.Fatalf("byte %d is %q: %v", i, text[i], err)
			}
			text[i] ^= mask
		}
	}
	// That of another shard, and that of another plan.
	for name, from := range map[string]string{"shard": job.manifestPath(0), "plan": func() string {
		other, _ := complete(t, jobPlan(11, 2))
		return other.manifestPath(1)
	}()} {
		text, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, text, 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := job.done(1); !errors.Is(err, ErrIncomplete) || !strings.Contains(err.Error(), "another plan or shard") {
			t.Errorf("the manifest of another %s: %v", name, err)
		}
	}
}

// TestNoSuchShard holds what is said of numbers that no shard has.
func TestNoSuchShard(t *testing.T) {
	job := mustOpen(t, t.TempDir(), jobPlan(10, 2))
	before := listing(t, job.dir)
	for _, shard := range []int{-1, 2, 1 << 30} {
		_, makeErr := job.Make(t.Context(), shard, Run{})
		for how, err := range map[string]error{"Make": makeErr, "Verify": job.Verify(t.Context(), shard), "Forget": job.Forget(shard)} {
			if !errors.Is(err, ErrShard) || !strings.Contains(err.Error(), fmt.Sprintf("shard %d: no such shard; 0 to 1 are allowed", shard)) {
				t.Errorf("%s: %v", how, err)
			}
		}
	}
	sameFiles(t, "after wrong numbers", before, job.dir)
}

// TestMakeFails ends Make at every stage: no file is half done or temporary, and the next try makes the same as ever.
func TestMakeFails(t *testing.T) {
	_, want := complete(t, jobPlan(failRecords, 1))
	for name, test := range map[string]struct {
		at     int64 // records done when it happens
		harm   func(t *testing.T, job *Job, cancel func())
		repair func(job *Job)
		want   string
	}{
		"ended before":                 {-1, func(_ *testing.T, _ *Job, cancel func()) { cancel() }, nil, "context canceled"},
		"ended between ranges":         {1024, func(_ *testing.T, _ *Job, cancel func()) { cancel() }, nil, "context canceled"},
		"ended before files are named": {failRecords, func(_ *testing.T, _ *Job, cancel func()) { cancel() }, nil, "context canceled"},
		"a file vanishes": {1024, func(t *testing.T, job *Job, _ func()) {
			all, err := filepath.Glob(filepath.Join(job.dir, "data/prompt-draw/.tmp-*-test-*"))
			if err != nil || len(all) != 1 || os.Remove(all[0]) != nil {
				t.Errorf("temporary files %q, %v", all, err)
			}
		}, nil, "no such file"},
		"the last file cannot be named": {1024, func(t *testing.T, job *Job, _ func()) {
			if err := os.Mkdir(filepath.Join(job.dir, job.plan.path(job.plan.Subsets[1], "test", 0)), 0o755); err != nil {
				t.Error(err)
			}
		}, func(job *Job) { os.Remove(filepath.Join(job.dir, job.plan.path(job.plan.Subsets[1], "test", 0))) }, "test-00000-of-00001"},
		"a later subset has no folder": {-1, func(t *testing.T, job *Job, _ func()) {
			if err := errors.Join(os.Mkdir(filepath.Join(job.dir, "data"), 0o755),
				os.WriteFile(filepath.Join(job.dir, "data/prompt-draw"), nil, 0o644)); err != nil {
				t.Error(err)
			}
		}, func(job *Job) { os.Remove(filepath.Join(job.dir, "data/prompt-draw")) }, "prompt-draw"},
	} {
		t.Run(name, func(t *testing.T) {
			job := mustOpen(t, t.TempDir(), jobPlan(failRecords, 1))
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			if test.at < 0 {
				test.harm(t, job, cancel)
			}
			made, err := job.Make(ctx, 0, Run{Workers: 2, Progress: func(done int64) {
				if done == test.at {
					test.harm(t, job, cancel)
				}
			}})
			if made || err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, %v; want an error with %q", made, err, test.want)
			}
			if test.repair != nil {
				test.repair(job)
			}
			for name, content := range listing(t, job.dir) {
				if want[name] != content {
					t.Errorf("%s is left, with %d bytes", name, len(content))
				}
			}
			if _, err := os.Stat(job.manifestPath(0)); err == nil {
				t.Error("the shard has a manifest")
			}
			mustMake(t, job)
			mustFinalize(t, job)
			sameFiles(t, "after trying again", want, job.dir)
		})
	}
}
