package audit

import (
	"bufio"
	"bytes"
	"cmp"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
)

// entry is the key of one row. Entries are sorted by key, then by row.
type entry struct {
	key    [16]byte
	row    uint64 // where the row's ID stands in the file of IDs: rows in order have rising numbers
	split  uint16
	family uint16
}

const entrySize = 28

func compareEntries(a, b entry) int {
	if c := bytes.Compare(a.key[:], b.key[:]); c != 0 {
		return c
	}
	return cmp.Compare(a.row, b.row)
}

func (e *entry) append(dst []byte) []byte {
	dst = binary.BigEndian.AppendUint64(append(dst, e.key[:]...), e.row)
	return binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(dst, e.split), e.family)
}

func (e *entry) decode(b []byte) {
	copy(e.key[:], b)
	e.row = binary.BigEndian.Uint64(b[16:])
	e.split, e.family = binary.BigEndian.Uint16(b[24:]), binary.BigEndian.Uint16(b[26:])
}

// maxRuns is how many runs are merged at a time.
const maxRuns = 64

// sorter sorts any number of entries in bounded memory: what does not fit is written to dir in sorted runs, which are merged
// in the end.
type sorter struct {
	dir     string
	limit   int // entries in memory
	entries []entry
	runs    []string
	failed  error
}

func (s *sorter) add(e entry) error {
	if len(s.entries) == s.limit {
		if err := s.spill(); err != nil {
			return err
		}
	}
	s.entries = append(s.entries, e)
	return nil
}

// spill writes the entries in memory to a run.
func (s *sorter) spill() error {
	slices.SortFunc(s.entries, compareEntries)
	err := s.write(func(yield func(entry) bool) {
		for _, e := range s.entries {
			if !yield(e) {
				return
			}
		}
	})
	s.entries = s.entries[:0]
	if err == nil && len(s.runs) >= maxRuns {
		runs := s.runs
		s.runs = nil
		if err = s.write(s.merge(runs)); err == nil {
			err = s.failed
		}
		for _, name := range runs {
			err = errors.Join(err, os.Remove(name))
		}
	}
	return err
}

// write writes sorted entries to a new run.
func (s *sorter) write(all func(yield func(entry) bool)) error {
	f, err := os.CreateTemp(s.dir, "run-*")
	if err != nil {
		return fmt.Errorf("audit: a run of sorted keys: %w", err)
	}
	w := bufio.NewWriterSize(f, 64<<10)
	var buf []byte
	all(func(e entry) bool {
		buf = e.append(buf[:0])
		_, err = w.Write(buf)
		return err == nil
	})
	if err = errors.Join(err, w.Flush(), f.Close()); err != nil {
		return fmt.Errorf("audit: write sorted keys to %s: %w", f.Name(), err)
	}
	s.runs = append(s.runs, f.Name())
	return nil
}

// sorted goes over all entries in order. An error on the way ends it and is in failed.
func (s *sorter) sorted() func(yield func(entry) bool) {
	if len(s.runs) > 0 && len(s.entries) > 0 {
		if err := s.spill(); err != nil {
			s.failed = err
			return func(func(entry) bool) {}
		}
	}
	if len(s.runs) > 0 {
		return s.merge(s.runs)
	}
	slices.SortFunc(s.entries, compareEntries)
	return func(yield func(entry) bool) {
		for _, e := range s.entries {
			if !yield(e) {
				return
			}
		}
	}
}

// run is a run that is read.
type run struct {
	file *os.File
	r    *bufio.Reader
	head entry
}

func (r *run) next() (bool, error) {
	var b [entrySize]byte
	switch _, err := io.ReadFull(r.r, b[:]); {
	case errors.Is(err, io.EOF):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("audit: read sorted keys from %s: %w", r.file.Name(), err)
	}
	r.head.decode(b[:])
	return true, nil
}

type runHeap []*run

func (h runHeap) Len() int           { return len(h) }
func (h runHeap) Less(i, j int) bool { return compareEntries(h[i].head, h[j].head) < 0 }
func (h runHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *runHeap) Push(x any)        { *h = append(*h, x.(*run)) }
func (h *runHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// merge goes over the entries of several runs in order.
func (s *sorter) merge(names []string) func(yield func(entry) bool) {
	return func(yield func(entry) bool) {
		var h runHeap
		var files []*os.File
		defer func() {
			for _, f := range files {
				_ = f.Close()
			}
		}()
		for _, name := range names {
			f, err := os.Open(name)
			if err != nil {
				s.failed = fmt.Errorf("audit: a run of sorted keys: %w", err)
				return
			}
			files = append(files, f)
			r := &run{file: f, r: bufio.NewReaderSize(f, 32<<10)}
			some, err := r.next()
			if err != nil {
				s.failed = err
				return
			}
			if some {
				h = append(h, r)
			}
		}
		for heap.Init(&h); len(h) > 0; {
			if !yield(h[0].head) {
				return
			}
			some, err := h[0].next()
			if err != nil {
				s.failed = err
				return
			}
			if some {
				heap.Fix(&h, 0)
			} else {
				heap.Pop(&h)
			}
		}
	}
}
