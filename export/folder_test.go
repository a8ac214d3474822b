package export

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// beside are files of a corpus that are not rows. Their names sort before and behind that of the manifest.
var beside = []string{"README.md", "report.html"}

// writeBeside writes a corpus that has files beside its rows, all of which say whose they are.
func writeBeside(t *testing.T, records int64, dir string, opt Options) {
	t.Helper()
	if _, err := Write(t.Context(), newCorpus(t, records), dir, opt); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, manifestName)
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var m Manifest
	if err := json.Unmarshal(text, &m); err != nil {
		t.Fatal(err)
	}
	for _, name := range beside {
		if !slices.Contains(m.Beside, name) {
			m.Beside = append(m.Beside, name)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(m.Plan), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if text, err = json.Marshal(m); err == nil {
		err = os.WriteFile(path, text, 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// TestReplaceKilled stops a replacement after every step, and what restores the folder then after every step of that
// too. The next run finds the earlier corpus, or from the last step on the new one, whole and with nothing of the
// other.
func TestReplaceKilled(t *testing.T) {
	both := Options{Format: JSONL, Splits: []Split{{"train", 1}, {"test", 1}}}
	other := Options{Format: JSONL, View: ViewPrompt, Form: FormDraw, Splits: []Split{{"train", 1}, {"dev", 1}}}
	for name, test := range map[string]struct{ old, fresh *Options }{
		"the same names":   {&both, &both},
		"other names":      {&both, &other},
		"no corpus before": {nil, &other},
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			before, work := filepath.Join(root, "before"), filepath.Join(root, "fresh")
			if test.old != nil {
				writeBeside(t, 6, before, *test.old)
			}
			writeBeside(t, 8, work, *test.fresh)
			for _, name := range []string{"A.md", "data/notes", ".new-mine/x", ".old/x"} {
				path := filepath.Join(before, name)
				if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte("mine"), 0o644)); err != nil {
					t.Fatal(err)
				}
			}
			earlier := listing(t, before)
			later := listing(t, work)
			for name, content := range earlier {
				if content == "mine" {
					later[name] = content
				}
			}
			old, err := corpusFiles(before)
			if err != nil {
				t.Fatal(err)
			}
			fresh, err := corpusFiles(work)
			if err != nil {
				t.Fatal(err)
			}
			fresh = append(slices.Clone(fresh[1:]), fresh[0])
			// What restore moves: single files, the manifest last.
			var back []string
			for name, content := range earlier {
				if content != "mine" && name != manifestName {
					back = append(back, name)
				}
			}
			slices.Sort(back)
			if test.old != nil {
				back = append(back, manifestName)
			}

			// killed builds the folder as it is after so many steps, and lets the next run find it.
			killed := func(away, in, out, home int) {
				dir := filepath.Join(t.TempDir(), "corpus")
				hidden := filepath.Join(dir, ".new-1")
				oldCorpus := filepath.Join(dir, outgoing)
				for _, err := range []error{
					os.CopyFS(dir, os.DirFS(before)), os.CopyFS(hidden, os.DirFS(work)), os.Mkdir(oldCorpus, 0o755),
					moveAll(dir, oldCorpus, old[:away]), moveAll(hidden, dir, fresh[:in]), moveAll(dir, hidden, fresh[:out]),
					moveAll(oldCorpus, dir, back[:home]),
				} {
					if err != nil {
						t.Fatal(err)
					}
				}
				want := earlier
				if in == len(fresh) {
					want = later
				}
				_, err := openFolder(dir, false) // restores, and says that something is there
				if !errors.Is(err, ErrNotEmpty) {
					t.Errorf("after %d, %d, %d, %d steps: %v", away, in, out, home, err)
				}
				got := listing(t, dir)
				maps.DeleteFunc(got, func(name, _ string) bool { return strings.HasPrefix(name, ".new-1") })
				if !maps.Equal(got, want) {
					t.Fatalf("after %d, %d, %d, %d steps the folder holds %q, want %q", away, in, out, home, slices.Sorted(maps.Keys(got)),
						slices.Sorted(maps.Keys(want)))
				}
				f, err := openFolder(dir, true)
				if err != nil {
					t.Fatalf("after %d, %d, %d, %d steps: %v", away, in, out, home, err)
				}
				f.abandon()
				sameFiles(t, "after the next run", want, dir)
			}
			for away := range old {
				killed(away, 0, 0, 0)
			}
			for in := range len(fresh) + 1 {
				killed(len(old), in, 0, 0)
				if in == len(fresh) {
					break // complete
				}
				if in < len(fresh)-1 {
					continue
				}
				for out := range in + 1 {
					killed(len(old), in, out, 0)
				}
				for home := range len(back) + 1 {
					killed(len(old), in, in, home)
				}
			}
		})
	}
}

// TestRestoreInTheWay holds that what somebody puts in place of an earlier corpus is not lost when that comes back.
func TestRestoreInTheWay(t *testing.T) {
	dir := t.TempDir()
	writeBeside(t, 6, dir, Options{Format: JSONL})
	old, err := corpusFiles(dir)
	if err != nil {
		t.Fatal(err)
	}
	if err := moveAll(dir, filepath.Join(dir, outgoing), old); err != nil {
		t.Fatal(err)
	}
	mine := filepath.Join(dir, "report.html")
	if err := os.WriteFile(mine, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, overwrite := range []bool{false, true} {
		if _, err := openFolder(dir, overwrite); err == nil || !strings.Contains(err.Error(), mine+" is in the way") {
			t.Errorf("overwrite %v: %v", overwrite, err)
		}
	}
	if content, err := os.ReadFile(mine); err != nil || string(content) != "mine" {
		t.Errorf("what was in the way is %q, %v", content, err)
	}
	if err := os.Remove(mine); err != nil {
		t.Fatal(err)
	}
	if err := restore(dir); err != nil {
		t.Fatal(err)
	}
	if again, err := corpusFiles(dir); err != nil || !slices.Equal(again, old) {
		t.Errorf("restored are %q, %v, want %q", again, err, old)
	}
}

var replaceKills = flag.Int("kills", 8, "how many replacements TestReplaceKill kills")

// replaceDir is the environment variable that makes a run of TestReplaceKill the one that is killed.
const replaceDir = "GRIDSCRIBE_TEST_REPLACE_DIR"

// TestReplaceKill kills processes that replace a corpus, at moments spread over what they do: the next run finds the
// earlier corpus or the new one, whole.
func TestReplaceKill(t *testing.T) {
	opt := Options{Format: JSONL, Overwrite: true}
	for i := range 12 { // many files to move
		opt.Splits = append(opt.Splits, Split{fmt.Sprint("s", i), 1})
	}
	if dir := os.Getenv(replaceDir); dir != "" {
		if _, err := Write(t.Context(), newCorpus(t, 8), dir, opt); err != nil {
			t.Fatal(err)
		}
		return
	}
	write := func(records int64, dir string) map[string]string {
		if _, err := Write(t.Context(), newCorpus(t, records), dir, opt); err != nil {
			t.Fatal(err)
		}
		return listing(t, dir)
	}
	earlier, later := write(6, t.TempDir()), write(8, t.TempDir())
	replace := func(dir string) *exec.Cmd {
		cmd := exec.Command(os.Args[0], "-test.run=^TestReplaceKill$")
		cmd.Env = append(os.Environ(), replaceDir+"="+dir)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		return cmd
	}
	dir := t.TempDir()
	begin := time.Now()
	if err := replace(dir).Wait(); err != nil {
		t.Fatal(err)
	}
	took := time.Since(begin)
	moved := 0
	for kill := range *replaceKills {
		write(6, dir)
		cmd := replace(dir)
		ended := make(chan error, 1)
		go func() { ended <- cmd.Wait() }()
		if kill%2 == 0 {
			time.Sleep(took * time.Duration(kill) / time.Duration(*replaceKills))
		}
		// Moving files takes the least time, so half of the kills wait for it.
		for moving := kill%2 == 0; !moving && len(ended) == 0; {
			_, err := os.Lstat(filepath.Join(dir, outgoing))
			moving = err == nil
		}
		_ = cmd.Process.Kill()
		<-ended
		if _, err := os.Lstat(filepath.Join(dir, outgoing)); err == nil {
			moved++
		}
		f, err := openFolder(dir, true)
		if err != nil {
			t.Fatal(err)
		}
		f.abandon()
		if got := listing(t, dir); !maps.Equal(got, earlier) && !maps.Equal(got, later) {
			t.Errorf("kill %d: the folder holds %q, neither of the two corpora", kill, slices.Sorted(maps.Keys(got)))
		}
	}
	t.Logf("%d of %d were moving files", moved, *replaceKills)
}
