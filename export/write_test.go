package export

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// inDir returns a folder with an earlier corpus and files of somebody else's, and what it lists.
func inDir(t *testing.T, opt Options) (string, map[string]string) {
	t.Helper()
	dir := t.TempDir()
	if _, err := Write(t.Context(), newCorpus(t, 50), dir, opt); err != nil {
		t.Fatal(err)
	}
	for _, name := range foreign {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir, listing(t, dir)
}

// foreign are names that look more or less like those of a corpus and are not.
var foreign = []string{
	"A.md", "train-00000-of-00001.parquet", "data/notes.txt", "data/text2space/train-00000-of-00002.parquet",
	"data/text2space/my-train-00000-of-00001.jsonl", "data/text-draw/train-00000-of-00001.parquet.bak", "data/.tmp-mine.parquet",
	"data/sub/train-00000-of-00001.jsonl",
}

// TestOverwrite holds that a new corpus replaces an earlier one of whatever shape, and nothing else.
func TestOverwrite(t *testing.T) {
	for _, test := range []struct {
		name     string
		old, new Options
	}{
		{"the same", Options{}, Options{}},
		{"another format", Options{}, Options{Format: JSONL}},
		{"another format back", Options{Format: JSONL}, Options{}},
		{"other splits", Options{}, Options{Splits: []Split{{"test", 1}, {"dev", 1}}}},
		{"another view", Options{View: ViewText, Form: FormDraw, Splits: []Split{{"x", 1}}}, Options{Format: JSONL, Splits: []Split{{"x", 1}}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			dir, before := inDir(t, test.old)
			_, err := Write(t.Context(), newCorpus(t, 60), dir, test.new)
			if !errors.Is(err, ErrNotEmpty) || !strings.Contains(err.Error(), dir+` holds ".shards"`) {
				t.Errorf("without Overwrite: %v", err)
			}
			if diff := cmp.Diff(before, listing(t, dir)); diff != "" {
				t.Errorf("a refused run changed the folder:\n%.1000s", diff)
			}
			// What a killed run leaves is removed with the corpus.
			if err := os.MkdirAll(filepath.Join(dir, ".new-123/data/text2space"), 0o755); err != nil {
				t.Fatal(err)
			}
			test.new.Overwrite = true
			summary, err := Write(t.Context(), newCorpus(t, 60), dir, test.new)
			if err != nil {
				t.Fatal(err)
			}
			test.new.Overwrite = false
			fresh := t.TempDir()
			if _, err := Write(t.Context(), newCorpus(t, 60), fresh, test.new); err != nil {
				t.Fatal(err)
			}
			want := listing(t, fresh)
			for _, name := range foreign {
				want[name] = "mine"
			}
			if diff := cmp.Diff(want, listing(t, dir)); diff != "" {
				t.Errorf("after overwriting (-want +got):\n%.1000s", diff)
			}
			for _, split := range summary.Splits {
				if info, err := os.Stat(split.Path); err != nil || info.Mode().Perm() != 0o644 {
					t.Errorf("%s: %v, %v", split.Path, info, err)
				}
			}
		})
	}
}

// TestOverwriteOddName holds that characters which mean something in patterns mean nothing in a folder's name.
func TestOverwriteOddName(t *testing.T) {
	root := t.TempDir()
	beside := filepath.Join(root, "abc")
	if _, err := Write(t.Context(), newCorpus(t, 20), beside, Options{}); err != nil {
		t.Fatal(err)
	}
	want := listing(t, beside)
	for _, name := range []string{"a*", "[a-c]bc", "a?c"} {
		dir := filepath.Join(root, name)
		for _, format := range []Format{JSONL, Parquet} {
			opt := Options{Format: format, Overwrite: true}
			if _, err := Write(t.Context(), newCorpus(t, 20), dir, opt); err != nil {
				t.Skipf("no folder of the name %q can be made here: %v", name, err)
			}
		}
		if got := len(listing(t, dir)); got != len(want) {
			t.Errorf("%s holds %d files, want %d", dir, got, len(want))
		}
		if diff := cmp.Diff(want, listing(t, beside)); diff != "" {
			t.Errorf("writing to %s changed %s", dir, beside)
		}
	}
}

// TestFailures holds that a run which fails anywhere leaves everything as it was: nothing new, nothing half done, the
// earlier corpus in place; and that it can be tried again.
func TestFailures(t *testing.T) {
	mine := errors.New("mine")
	for _, test := range []struct {
		name    string
		prepare func(t *testing.T, dir string, opt *Options) context.Context
		want    string // in the error
	}{
		{"ended before", func(t *testing.T, _ string, _ *Options) context.Context {
			ctx, cancel := context.WithCancelCause(t.Context())
			cancel(mine)
			return ctx
		}, "context canceled"},
		{"ended between ranges", func(t *testing.T, _ string, opt *Options) context.Context {
			ctx, cancel := context.WithCancel(t.Context())
			opt.Progress = func(done int64) { cancel() }
			return ctx
		}, "context canceled"},
		{"ended after the last range", func(t *testing.T, _ string, opt *Options) context.Context {
			ctx, cancel := context.WithCancel(t.Context())
			opt.Progress = func(done int64) {
				if done == failRecords {
					cancel()
				}
			}
			return ctx
		}, "context canceled"},
		{"the last file cannot be named", func(t *testing.T, dir string, opt *Options) context.Context {
			opt.Progress = func(done int64) {
				// Somebody puts a folder there meanwhile.
				if err := os.MkdirAll(filepath.Join(dataDir(dir, *opt), fileName("other", opt.Format)), 0o755); err != nil {
					t.Error(err)
				}
			}
			return t.Context()
		}, "is in the way"},
		{"a temporary file vanishes", func(t *testing.T, dir string, opt *Options) context.Context {
			opt.Progress = func(done int64) {
				if done < failRecords {
					return
				}
				names, err := filepath.Glob(filepath.Join(dir, ".new-*", "data", "text2space", ".tmp-*-other-*"))
				if err != nil || len(names) != 1 {
					t.Errorf("temporary files: %q, %v", names, err)
				}
				for _, name := range names {
					os.Remove(name)
				}
			}
			return t.Context()
		}, "no such file"},
	} {
		for _, format := range rowFormats {
			for _, workers := range []int{1, 3} {
				t.Run(test.name+"/"+format.String(), func(t *testing.T) {
					// The earlier corpus shares a split and has another.
					dir, before := inDir(t, Options{Format: format, Splits: []Split{{"train", 1}, {"old", 1}}})
					opt := Options{Format: format, Workers: workers, Overwrite: true}
					opt.Splits = []Split{{"train", 5}, {"other", 1}}
					ctx := test.prepare(t, dir, &opt)
					summary, err := Write(ctx, newCorpus(t, failRecords), dir, opt)
					if err == nil || !strings.Contains(err.Error(), test.want) || summary != nil {
						t.Fatalf("%v, %v; want an error with %q", summary, err, test.want)
					}
					if diff := cmp.Diff(before, listing(t, dir)); diff != "" {
						t.Errorf("the folder is not as it was:\n%.1000s", diff)
					}
				})
			}
		}
	}
}

const failRecords = 2500

// TestFailureLeavesNoFolder holds that a failed run takes the folders with it that it made, and only those.
func TestFailureLeavesNoFolder(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	root := t.TempDir()
	_, err := Write(ctx, newCorpus(t, 10), filepath.Join(root, "a", "b"), Options{})
	if !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(root); err != nil || len(entries) != 0 {
		t.Errorf("left %v, %v", entries, err)
	}
	if err := os.Mkdir(filepath.Join(root, "a"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(ctx, newCorpus(t, 10), filepath.Join(root, "a"), Options{}); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	if entries, err := os.ReadDir(filepath.Join(root, "a")); err != nil || len(entries) != 0 {
		t.Errorf("left %v, %v", entries, err)
	}
}

// TestNoFolder holds that a folder which cannot be made is an error that names it. A path below a file stops even root.
func TestNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{file, filepath.Join(file, "below")} {
		for _, overwrite := range []bool{false, true} {
			_, err := Write(t.Context(), newCorpus(t, 1), dir, Options{Overwrite: overwrite})
			if err == nil || !strings.Contains(err.Error(), dir) {
				t.Errorf("writing to %s: %v", dir, err)
			}
		}
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "data"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Write(t.Context(), newCorpus(t, 1), dir, Options{Overwrite: true}); err == nil ||
		!strings.Contains(err.Error(), filepath.Join(dir, "data")) {
		t.Errorf("writing where data is a file: %v", err)
	}
}

// TestProgress holds that progress is told in order, up to the last record.
func TestProgress(t *testing.T) {
	for _, format := range rowFormats {
		last := int64(0)
		mustWrite(t, newCorpus(t, 3000), Options{Format: format, Workers: 4, Progress: func(done int64) {
			if done <= last {
				t.Errorf("%d records are done after %d", done, last)
			}
			last = done
		}})
		if last != 3000 {
			t.Errorf("%v: in the end %d records are done", format, last)
		}
	}
}

// TestSummary counts the rows on disk and compares.
func TestSummary(t *testing.T) {
	data, summary := mustWrite(t, newCorpus(t, 2000), Options{Format: JSONL, Workers: 3})
	counts := make(map[string]map[string]int64)
	for _, table := range summary.Tables {
		counts[table.Name] = make(map[string]int64)
	}
	rows := int64(0)
	for _, split := range summary.Splits {
		for _, row := range readJSONL(t, filepath.Join(data, fileName(split.Name, JSONL))) {
			rows++
			evidence, unique := "inferred", "ambiguous"
			if row["is_directly_stated"] == true {
				evidence = "direct"
			}
			if row["has_unique_layout"] == true {
				unique = "unique"
			}
			for table, value := range map[string]any{
				"objects": row["num_components"], "question": row["query_type"], "vocabulary": row["terminology_used"],
				"evidence": evidence, "layout": unique, "answer": row["label"], "facts": row["num_relations"],
				"objects,answer": fmt.Sprintf("%v,%v", row["num_components"], row["label"]),
			} {
				if counts[table] == nil {
					t.Fatalf("the summary has no table %q", table)
				}
				name, ok := value.(string)
				if !ok {
					name = value.(interface{ String() string }).String()
				}
				counts[table][name]++
			}
		}
	}
	if summary.Records != rows || rows != 2000 {
		t.Errorf("%d records, %d rows", summary.Records, rows)
	}
	for _, table := range summary.Tables {
		if strings.HasPrefix(table.Name, "hops") { // which these rows do not tell
			continue
		}
		for _, c := range table.Counts {
			if got := counts[table.Name][c.Value]; got != c.Records {
				t.Errorf("%s %s: %d, but %d rows", table.Name, c.Value, c.Records, got)
			}
			delete(counts[table.Name], c.Value)
		}
		if len(counts[table.Name]) > 0 {
			t.Errorf("the table %q lacks %v", table.Name, counts[table.Name])
		}
	}
}
