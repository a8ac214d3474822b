package export

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fullDir is the environment variable that makes a run of this test the one that fails.
const fullDir = "GRIDSCRIBE_TEST_FULL_DIR"

// TestFileTooLarge writes under a limit of the size of files, in a process of its own: as when the disk is full, a
// write fails in the middle of a file.
func TestFileTooLarge(t *testing.T) {
	if dir := os.Getenv(fullDir); dir != "" {
		signal.Ignore(syscall.SIGXFSZ)
		if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &syscall.Rlimit{Cur: 100_000, Max: 100_000}); err != nil {
			t.Fatal(err)
		}
		for _, format := range rowFormats {
			_, err := Write(t.Context(), newCorpus(t, 2500), dir, Options{Format: format, Workers: 2, Overwrite: true})
			if !errors.Is(err, syscall.EFBIG) {
				t.Errorf("%v: %v", format, err)
			}
		}
		return
	}
	dir, before := inDir(t, Options{})
	cmd := exec.Command(os.Args[0], "-test.run=^TestFileTooLarge$")
	cmd.Env = append(os.Environ(), fullDir+"="+dir)
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
	if diff := cmp.Diff(before, listing(t, dir)); diff != "" {
		t.Errorf("the folder is not as it was:\n%.1000s", diff)
	}
}

// TestDiskFull writes to a disk of half a megabyte.
func TestDiskFull(t *testing.T) {
	disk := smallDisk(t, "512k")
	dir := filepath.Join(disk, "corpus")
	if _, err := Write(t.Context(), newCorpus(t, 50), dir, Options{}); err != nil {
		t.Fatal(err)
	}
	before := listing(t, dir)
	for _, format := range rowFormats {
		_, err := Write(t.Context(), newCorpus(t, 5000), dir, Options{Format: format, Workers: 2, Overwrite: true})
		if !errors.Is(err, syscall.ENOSPC) || !strings.Contains(err.Error(), fileName("train", format)) {
			t.Errorf("%v: %v", format, err)
		}
		if diff := cmp.Diff(before, listing(t, disk+"/corpus")); diff != "" {
			t.Errorf("the folder is not as it was:\n%.1000s", diff)
		}
	}
}

// smallDisk mounts a disk that is soon full.
func smallDisk(t *testing.T, size string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+size); err != nil {
		t.Skipf("no disk to fill: mounting one: %v", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(dir, 0); err != nil {
			t.Errorf("unmounting the disk: %v", err)
		}
	})
	return dir
}

// TestJobDiskFull holds that a full disk leaves nothing half, not even of a plan, and that what killed processes left
// makes room.
func TestJobDiskFull(t *testing.T) {
	disk := smallDisk(t, "512k")
	fill := func(name string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(disk, name), make([]byte, 1<<20), 0o600); !errors.Is(err, syscall.ENOSPC) {
			t.Fatalf("filling the disk: %v", err)
		}
	}
	fill("mine")
	dir := filepath.Join(disk, "corpus")
	for range 2 {
		if _, err := Open(dir, jobPlan(100, 2)); !errors.Is(err, syscall.ENOSPC) {
			t.Errorf("opening on a full disk: %v", err)
		}
		for name := range listing(t, disk) {
			if name != "mine" {
				t.Errorf("%s is left", name)
			}
		}
	}
	if err := os.Remove(filepath.Join(disk, "mine")); err != nil {
		t.Fatal(err)
	}
	job := mustOpen(t, dir, jobPlan(100, 2))
	mustMake(t, job, 0)
	fill("corpus/data/text2space/.tmp-1-train-00001-of-00002.jsonl")
	if made, err := job.Make(t.Context(), 1, Run{}); made || !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("making on a full disk: %v, %v", made, err)
	}
	mustMake(t, job)
	mustFinalize(t, job)
	_, want := complete(t, jobPlan(100, 2))
	sameFiles(t, "after a full disk", want, dir)
}
