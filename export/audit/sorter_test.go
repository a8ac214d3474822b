package audit

import (
	"encoding/binary"
	"math"
	"os"
	"slices"
	"testing"
)

// TestSorterOnDisk sorts more runs than are merged at a time.
func TestSorterOnDisk(t *testing.T) {
	for _, n := range []int{0, 5, 16, 17, 3000} {
		s := &sorter{dir: t.TempDir(), limit: 16}
		var want []entry
		for i := range uint64(n) {
			e := entry{row: i, split: uint16(i % 3), family: uint16(i % 7)}
			binary.BigEndian.PutUint64(e.key[:], i*2654435761%1009)
			want = append(want, e)
			if err := s.add(e); err != nil {
				t.Fatal(err)
			}
		}
		slices.SortFunc(want, compareEntries)
		var got []entry
		for e := range s.sorted() {
			got = append(got, e)
		}
		if s.failed != nil || !slices.Equal(got, want) {
			t.Errorf("%d entries: not sorted: %v", n, s.failed)
		}
		if files, _ := os.ReadDir(s.dir); len(files) > maxRuns+1 {
			t.Errorf("%d entries: %d files", n, len(files))
		}
	}
}

// TestSorterReportsDamage: a run that was cut off is an error, not fewer keys.
func TestSorterReportsDamage(t *testing.T) {
	s := &sorter{dir: t.TempDir(), limit: 16}
	for i := range uint64(40) {
		if err := s.add(entry{row: i}); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Truncate(s.runs[0], entrySize+3); err != nil {
		t.Fatal(err)
	}
	for range s.sorted() {
	}
	if s.failed == nil {
		t.Error("no error")
	}
}

// TestWilson compares with intervals worked out by hand from Wilson's formula.
func TestWilson(t *testing.T) {
	for _, c := range []struct {
		right, rows int64
		low, high   float64
	}{{0, 0, 0, 0}, {0, 10, 0, 0.2775}, {5, 10, 0.2366, 0.7634}, {10, 10, 0.7225, 1}, {500, 1000, 0.4691, 0.5309}} {
		got := baseline(c.right, c.rows)
		if math.Abs(got.Low-c.low) > 1e-4 || math.Abs(got.High-c.high) > 1e-4 {
			t.Errorf("%d of %d: %.4f to %.4f, want %.4f to %.4f", c.right, c.rows, got.Low, got.High, c.low, c.high)
		}
	}
}

// TestTableIsBounded: what comes up too late counts as other, and is no answer.
func TestTableIsBounded(t *testing.T) {
	var b table
	for i := range 3 * maxFeatures {
		b.add(string(binary.BigEndian.AppendUint32(nil, uint32(i))), "yes", tally{1, 1})
	}
	if len(b.answers) > maxFeatures+1 {
		t.Errorf("%d features", len(b.answers))
	}
	if got := b.right(oddRows, evenRows); got != 3*maxFeatures {
		t.Errorf("%d of %d right", got, 3*maxFeatures)
	}
	b = table{}
	for i := range 2 * maxCells {
		b.add("", string(binary.BigEndian.AppendUint32(nil, uint32(i))), tally{1, 1})
	}
	if len(b.answers[""]) > maxCells+1 {
		t.Errorf("%d answers", len(b.answers[""]))
	}
	if got := b.right(oddRows, evenRows); got > 1 {
		t.Errorf("%d right by chance alone", got)
	}
}
