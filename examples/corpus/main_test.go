package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe/export"
)

var kills = flag.Int("kills", 6, "how many runs TestKill kills; with 50 or more of 64 shards each")

// asCommand is the environment variable that makes the test binary the command itself.
const asCommand = "GRIDSCRIBE_TEST_CORPUS"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// shards is how many shards the tests make of how many records.
func shards() int {
	if *kills >= 50 {
		return 64
	}
	return 8
}

// what are the flags that say what the tests make: both formats, and some ten records in a shard.
func what() []string {
	return strings.Fields(fmt.Sprintf("-n %d -shards %d -subsets native,messages@jsonl -splits train:4,test -seed 3", 10*shards(), shards()))
}

// corpus runs the command in this process and returns its exit code and what it prints.
func corpus(env map[string]string, args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(context.Background(), args, func(name string) string { return env[name] }, &out, &errs)
	return code, out.String(), errs.String()
}

// mustCorpus runs the command, which must succeed.
func mustCorpus(t *testing.T, args ...string) (stdout string) {
	t.Helper()
	code, stdout, stderr := corpus(nil, args...)
	if code != exitDone {
		t.Fatalf("corpus %q: exit code %d\n%s", args, code, stderr)
	}
	return stdout
}

// process is the command in a process of its own.
type process struct {
	*exec.Cmd
	stderr bytes.Buffer
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(os.Args[0], args...)}
	p.Env = append(os.Environ(), asCommand+"=1")
	p.Stderr = &p.stderr
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.Process.Kill() })
	return p
}

// end waits for the process and returns its exit code, -1 if a signal ended it.
func (p *process) end() int {
	_ = p.Wait()
	return p.ProcessState.ExitCode()
}

// make is the command line that makes all of a folder.
func makeAll(dir string) []string {
	return append([]string{"make", "-quiet", "-out", dir}, what()...)
}

// listing returns the hash of every file below a folder, and the folders too.
func listing(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if all[name] = "folder"; err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		all[name] = fmt.Sprintf("%x", sha256.Sum256(content))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// times returns when the files of a folder were written, of shards that are done alone if wanted so.
func times(t *testing.T, dir string, done bool) map[string]time.Time {
	t.Helper()
	all := make(map[string]time.Time)
	var job *export.Job
	status := map[string]bool{}
	if done {
		var err error
		if job, err = export.Load(dir); err != nil {
			return all // nothing is planned yet
		}
		for _, s := range job.Status() {
			status[fmt.Sprintf("-%05d-of-", s.Shard)], status[fmt.Sprintf("%05d.json", s.Shard)] = s.Done, s.Done
		}
	}
	for name := range listing(t, dir) {
		info, err := os.Stat(filepath.Join(dir, name))
		if err != nil || info.IsDir() || strings.Contains(name, ".tmp-") {
			continue
		}
		base := filepath.Base(name)
		counts := status[base]
		if i := strings.Index(base, "-0"); i >= 0 && len(base) > i+10 {
			counts = status[base[i:i+10]]
		}
		if !done || counts {
			all[name] = info.ModTime()
		}
	}
	return all
}

// untouched holds that files have the times that they had.
func untouched(t *testing.T, before map[string]time.Time, dir string) {
	t.Helper()
	for name, was := range before {
		if info, err := os.Stat(filepath.Join(dir, name)); err != nil || !info.ModTime().Equal(was) {
			t.Errorf("%s was done and has been written again: %v", name, err)
		}
	}
}

// undisturbed makes the corpus that every other one is compared with, and says how long that took.
func undisturbed(t *testing.T) (map[string]string, time.Duration) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "corpus")
	begin := time.Now()
	if p := start(t, makeAll(dir)...); p.end() != exitDone {
		t.Fatalf("an undisturbed run fails:\n%s", &p.stderr)
	}
	took := time.Since(begin)
	all := listing(t, dir)
	if files := 2*2*shards() + shards() + 1; len(all) < files { // rows, their manifests and the plan
		t.Fatalf("a corpus of %d files, want %d or more", len(all), files)
	}
	return all, took
}

func same(t *testing.T, what string, want map[string]string, dir string) {
	t.Helper()
	if diff := cmp.Diff(want, listing(t, dir)); diff != "" {
		t.Errorf("%s is not as undisturbed (-want +got):\n%.2000s", what, diff)
	}
}

// upTo returns a random number, 0 or more and less than n.
func upTo(n int64) int64 {
	r, err := rand.Int(rand.Reader, big.NewInt(n))
	if err != nil {
		panic(err)
	}
	return r.Int64()
}

// TestEmptySplit holds that a split without rows is told of, and none that has some.
func TestEmptySplit(t *testing.T) {
	out := mustCorpus(t, "make", "-out", filepath.Join(t.TempDir(), "corpus"), "-n", "2", "-splits", "a,b,c", "-audit", "no")
	if told, empty := strings.Count(out, " is empty: "), strings.Count(out, " 0 rows"); empty == 0 || told != empty {
		t.Errorf("of %d empty splits %d are told of in %s", empty, told, out)
	}
}

// TestCommands goes once through all of it: plan, shards in any order, status, verify, finalize, again.
func TestCommands(t *testing.T) {
	want, _ := undisturbed(t)
	dir := filepath.Join(t.TempDir(), "corpus")
	mustCorpus(t, append([]string{"plan", "-out", dir}, what()...)...)
	missing := fmt.Sprintf("0 of %d shards are done, 0 rows\n", shards())
	if out := mustCorpus(t, "status", "-quiet", "-out", dir); out != missing {
		t.Errorf("status prints %q, want %q", out, missing)
	}
	for shard := shards() - 1; shard >= 0; shard-- {
		for _, command := range []string{"finalize", "verify"} {
			if code, _, stderr := corpus(nil, command, "-out", dir); code != exitRetry || !strings.Contains(stderr, "not complete") {
				t.Errorf("%s with shards missing: exit code %d, %s", command, code, stderr)
			}
		}
		mustCorpus(t, "make", "-out", dir, "-shard", fmt.Sprint(shard))
	}
	mustCorpus(t, "finalize", "-out", dir)
	same(t, "the corpus in single shards", want, dir)

	before := times(t, dir, false)
	mustCorpus(t, "verify", "-forget", "-out", dir)
	mustCorpus(t, "make", "-out", dir)
	mustCorpus(t, append([]string{"plan", "-out", dir}, what()...)...)
	mustCorpus(t, makeAll(dir)...)
	mustCorpus(t, "finalize", "-out", dir)
	same(t, "the corpus made again", want, dir)
	untouched(t, before, dir)

	var status []export.ShardStatus
	if err := json.Unmarshal([]byte(mustCorpus(t, "status", "-json", "-out", dir)), &status); err != nil || len(status) != shards() {
		t.Errorf("status prints %+v, %v", status, err)
	}
	// One file damaged, one cut off: verify tells, and what it lets be made again is as before.
	files, err := filepath.Glob(filepath.Join(dir, "data/messages/train-*"))
	if err != nil || len(files) != shards() {
		t.Fatal(files, err)
	}
	content, err := os.ReadFile(files[1])
	if err != nil {
		t.Fatal(err)
	}
	content[0] = '['
	if err := os.WriteFile(files[1], content, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(files[2], 5); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := corpus(nil, "verify", "-forget", "-out", dir)
	if code != exitRetry || !strings.Contains(stderr, fmt.Sprintf("2 of %d shards are damaged", shards())) {
		t.Errorf("verify: exit code %d, %s", code, stderr)
	}
	mustCorpus(t, "make", "-out", dir)
	mustCorpus(t, "verify", "-out", dir)
	same(t, "the corpus mended", want, dir)
}
