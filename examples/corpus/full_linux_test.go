package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestDiskFull makes a corpus on a disk that is too small, and again whenever it has been made a little larger, by one
// process or two, some of which are killed. In the end the corpus is as undisturbed.
func TestDiskFull(t *testing.T) {
	want, took := undisturbed(t)
	steps := int64(max(6, *kills/5))
	for _, processes := range []int{1, 2} {
		disk := t.TempDir()
		size := func(kilobytes int64, flags uintptr) error {
			return syscall.Mount("tmpfs", disk, "tmpfs", flags, fmt.Sprintf("size=%dk", kilobytes))
		}
		if err := size(4, 0); err != nil {
			t.Skipf("no disk to fill: mounting one: %v", err)
		}
		t.Cleanup(func() {
			if err := syscall.Unmount(disk, 0); err != nil {
				t.Errorf("unmounting the disk: %v", err)
			}
		})
		dir := filepath.Join(disk, "corpus")
		full := 0
		// Every file takes whole pages of 4 kB, and rows and what is on its way must fit in.
		large := int64(len(want)) * 12
		for step := int64(1); ; step++ {
			if err := size(large*step/steps, syscall.MS_REMOUNT); err != nil {
				t.Fatal(err)
			}
			killed := start(t, makeAll(dir)...)
			time.Sleep(time.Duration(upTo(int64(took / 2))))
			_ = killed.Process.Kill()
			killed.end()
			var all []*process
			for range processes {
				all = append(all, start(t, makeAll(dir)...))
			}
			done := true
			for _, p := range all {
				code := p.end()
				done = done && code == exitDone
				if code == exitDone {
					continue
				}
				full++
				lost := processes > 1 && strings.Contains(p.stderr.String(), "no such file") // the other one made room
				if code != exitRetry || !strings.Contains(p.stderr.String(), "no space left on device") && !lost {
					t.Fatalf("step %d: exit code %d\n%s", step, code, &p.stderr)
				}
			}
			if done {
				break
			}
			if step > 4*steps {
				t.Fatalf("%d kB are not enough", large*step/steps)
			}
		}
		mustCorpus(t, "finalize", "-quiet", "-out", dir)
		same(t, "a corpus on a disk that was full", want, dir)
		if full == 0 {
			t.Error("the disk was never full")
		}
		t.Logf("%d runs by %d at a time found the disk full", full, processes)
	}
}
