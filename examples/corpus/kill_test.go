package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gridscribe/gridscribe/export"
)

// TestKill kills runs at random moments, some of them twice or more, and lets the next run finish: the folder is as if
// nothing had been, and what was done is not made again. With -kills 200 that is so many of 64 shards each.
func TestKill(t *testing.T) {
	want, took := undisturbed(t)
	where := make(map[string]int)
	for killed := 0; killed < *kills; {
		dir := filepath.Join(t.TempDir(), "corpus")
		for again := true; again && killed < *kills; again = upTo(4) == 0 {
			p := start(t, makeAll(dir)...)
			switch killed % 5 {
			case 0: // early: most moments of a run come after the first files
				time.Sleep(time.Duration(upTo(int64(min(took, 40*time.Millisecond)))))
			case 1: // late: finalizing is short
				last := func() bool {
					made, _ := filepath.Glob(filepath.Join(dir, ".shards", "0*.json"))
					return len(made) == shards()
				}
				for begin := time.Now(); !last() && time.Since(begin) < 20*took; {
					time.Sleep(100 * time.Microsecond)
				}
				time.Sleep(time.Duration(upTo(int64(2 * time.Millisecond))))
			default:
				time.Sleep(time.Duration(upTo(int64(took))))
			}
			_ = p.Process.Kill()
			if p.end() == exitDone {
				break // it came too late
			}
			killed++
			where[left(dir)]++
		}
		before := times(t, dir, true)
		if p := start(t, makeAll(dir)...); p.end() != exitDone {
			t.Fatalf("after a kill: exit code %d\n%s", p.ProcessState.ExitCode(), &p.stderr)
		}
		same(t, "a corpus whose run was killed", want, dir)
		untouched(t, before, dir)
		if err := os.RemoveAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	for _, what := range slices.Sorted(maps.Keys(where)) {
		t.Logf("%4d killed %s", where[what], what)
	}
}

// left says where a run was killed, by what it left.
func left(dir string) string {
	exists := func(pattern string) bool {
		all, _ := filepath.Glob(filepath.Join(dir, pattern))
		return len(all) > 0
	}
	if !exists(".shards/plan.json") {
		return "before the plan was written"
	}
	made, _ := filepath.Glob(filepath.Join(dir, ".shards", "0*.json"))
	rows, _ := filepath.Glob(filepath.Join(dir, "data", "*", "t*-0*"))
	switch {
	case exists("manifest.json"):
		return "after the corpus's manifest was written"
	case len(made) == shards():
		return "while finalizing"
	case exists(".shards/.tmp-*"):
		return "while a shard's manifest was written"
	case len(rows) > 4*len(made):
		return "while files were named or before their manifest"
	case exists("data/*/.tmp-*"):
		return "within a shard"
	}
	return "between shards"
}

// TestProcessesAtOnce lets two and three processes make all of one folder, one of which may be killed: each of the others
// says that all is done, and it is.
func TestProcessesAtOnce(t *testing.T) {
	want, took := undisturbed(t)
	rounds := max(1, *kills/20)
	for round := range rounds {
		for _, n := range []int{2, 3} {
			dir := filepath.Join(t.TempDir(), "corpus")
			var all []*process
			for range n {
				all = append(all, start(t, makeAll(dir)...))
			}
			if n == 3 {
				time.Sleep(time.Duration(upTo(int64(took))))
				_ = all[0].Process.Kill()
				all[0].end()
				all = all[1:]
			}
			for _, p := range all {
				if p.end() != exitDone {
					t.Errorf("round %d, one of %d processes: exit code %d\n%s", round, n, p.ProcessState.ExitCode(), &p.stderr)
				}
			}
			// One that was done early does not see what others leave which are killed afterwards.
			mustCorpus(t, "finalize", "-quiet", "-out", dir)
			same(t, fmt.Sprintf("a corpus of %d processes", n), want, dir)
		}
	}
}

// TestRandomOrder makes single shards in random order by three processes at a time, which also make some twice.
func TestRandomOrder(t *testing.T) {
	want, _ := undisturbed(t)
	dir := filepath.Join(t.TempDir(), "corpus")
	mustCorpus(t, append([]string{"plan", "-quiet", "-out", dir}, what()...)...)
	var order []int
	for shard := range shards() {
		at := int(upTo(int64(len(order) + 1)))
		order = slices.Insert(order, at, shard)
	}
	order = append(order, order[:shards()/4]...)
	for batch := range slices.Chunk(order, 3) {
		var all []*process
		for _, shard := range append(batch, batch[0]) {
			all = append(all, start(t, "make", "-quiet", "-out", dir, "-shard", fmt.Sprint(shard)))
		}
		for _, p := range all {
			if p.end() != exitDone {
				t.Errorf("a shard: exit code %d\n%s", p.ProcessState.ExitCode(), &p.stderr)
			}
		}
	}
	mustCorpus(t, "finalize", "-out", dir)
	same(t, "a corpus made in random order", want, dir)
}

// TestSignals ends a long run as Ctrl-C and batch systems do: whole shards stay and nothing else, the exit code says that
// another try helps, and it does.
func TestSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("processes cannot be sent signals here")
	}
	for name, signals := range map[string][]os.Signal{"SIGINT": {os.Interrupt}, "SIGTERM": {syscall.SIGTERM}, "twice": {syscall.SIGTERM, syscall.SIGTERM}} {
		dir := filepath.Join(t.TempDir(), "corpus")
		p := start(t, "make", "-quiet", "-out", dir, "-n", "300000", "-shards", "3000", "-subsets", "native@jsonl,messages@jsonl")
		made := []string(nil)
		for range 20_000 {
			if made, _ = filepath.Glob(filepath.Join(dir, ".shards", "0*.json")); len(made) >= 3 {
				break
			}
			time.Sleep(time.Millisecond)
		}
		if len(made) < 3 {
			_ = p.Process.Kill()
			p.end()
			t.Fatalf("the command makes no shards:\n%s", &p.stderr)
		}
		for _, signal := range signals {
			if err := p.Process.Signal(signal); err != nil && len(signals) == 1 {
				t.Fatal(err)
			}
		}
		code := p.end()
		if len(signals) == 2 && code == -1 {
			continue // ended at once, as by a kill
		}
		if code != exitRetry || p.stderr.String() != "corpus: interrupted; whole shards stay, the others are made by the next run\n" {
			t.Errorf("%s: exit code %d\n%s", name, code, &p.stderr)
		}
		job, err := export.Load(dir)
		if err != nil {
			t.Fatal(err)
		}
		done := 0
		for _, s := range job.Status() {
			if s.Done {
				done++
				if err := job.Verify(t.Context(), s.Shard); err != nil {
					t.Error(err)
				}
			}
		}
		files := 0
		for name, what := range listing(t, dir) {
			if strings.Contains(name, ".tmp-") {
				t.Errorf("%s is left", name)
			}
			if what != "folder" {
				files++
			}
		}
		if want := 1 + done*(1+2*3); done < 3 || files != want {
			t.Errorf("%s: %d shards are done and %d files there, want %d", name, done, files, want)
		}
	}
}
