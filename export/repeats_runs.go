package export

import (
	"bufio"
	"container/heap"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strconv"
)

// repeatsSuffix ends the name of the folder of the runs.
const repeatsSuffix = "-repeats"

// maxRuns is how many runs there are at most: more would take too many open files, and buffers too small to read fast.
const maxRuns = 64

func (r *repeatRuns) path(run int) string { return filepath.Join(r.dir, strconv.Itoa(run)) }

// spill writes what is held to a file of its own, sorted, and makes one of all files where they are many.
func (r *repeatRuns) spill() (err error) {
	if r.dir == "" {
		if r.dir, err = os.MkdirTemp(r.temp, temporary+"*"+repeatsSuffix); err != nil {
			return fmt.Errorf("export: repeats: %w", err)
		}
	}
	if err := r.write(r.inMemory()); err != nil {
		return err
	}
	r.held = r.held[:0]
	if r.runs < maxRuns {
		return nil
	}
	merged := r.path(r.runs)
	if err := r.write(r.merge(64 << 10)); err != nil {
		return err
	}
	r.runs = 1
	if err := os.Rename(merged, r.path(0)); err != nil {
		return fmt.Errorf("export: repeats: %w", err)
	}
	for run := 1; run < maxRuns; run++ {
		if err := os.Remove(r.path(run)); err != nil {
			return fmt.Errorf("export: repeats: %w", err)
		}
	}
	return nil
}

// write makes a run of sightings that are in order.
func (r *repeatRuns) write(all iter.Seq2[sighting, error]) (err error) {
	file, err := os.Create(r.path(r.runs))
	if err != nil {
		return fmt.Errorf("export: repeats: %w", err)
	}
	defer func() {
		if err = errors.Join(err, file.Close()); err != nil {
			err = fmt.Errorf("export: repeats: writing a sorted run: %w", err)
		}
	}()
	out := bufio.NewWriterSize(file, 64<<10)
	var block [sightingSize]byte
	for s, err := range all {
		if err != nil {
			return err
		}
		binary.LittleEndian.PutUint64(block[:], s.print)
		binary.LittleEndian.PutUint64(block[8:], s.at)
		if _, err := out.Write(block[:]); err != nil {
			return err
		}
	}
	r.runs++
	return out.Flush()
}

// inMemory yields what is held, in order.
func (r *repeatRuns) inMemory() iter.Seq2[sighting, error] {
	slices.SortFunc(r.held, bySighting)
	return func(yield func(sighting, error) bool) {
		for _, s := range r.held {
			if !yield(s, nil) {
				return
			}
		}
	}
}

// runReader reads a sorted run.
type runReader struct {
	in   *bufio.Reader
	next sighting
}

// advance reads the next sighting; io.EOF says that there is none.
func (r *runReader) advance() error {
	var block [sightingSize]byte
	if _, err := io.ReadFull(r.in, block[:]); err != nil {
		return err
	}
	r.next = sighting{binary.LittleEndian.Uint64(block[:]), binary.LittleEndian.Uint64(block[8:])}
	return nil
}

// runHeap has the run with the least sighting first.
type runHeap []*runReader

func (h runHeap) Len() int           { return len(h) }
func (h runHeap) Less(i, j int) bool { return bySighting(h[i].next, h[j].next) < 0 }
func (h runHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *runHeap) Push(x any)        { *h = append(*h, x.(*runReader)) }
func (h *runHeap) Pop() any {
	last := (*h)[len(*h)-1]
	*h = (*h)[:len(*h)-1]
	return last
}

// all yields every sighting in order, through so many bytes of buffers.
func (r *repeatRuns) all(memory int64) iter.Seq2[sighting, error] {
	if r.runs == 0 {
		return r.inMemory()
	}
	return r.merge(int(min(max(memory/int64(r.runs), 4<<10), 1<<20)))
}

// merge yields the sightings of all runs in order, through a buffer of so many bytes each.
func (r *repeatRuns) merge(size int) iter.Seq2[sighting, error] {
	return func(yield func(sighting, error) bool) {
		fail := func(err error) { yield(sighting{}, fmt.Errorf("export: repeats: reading a sorted run: %w", err)) }
		h := make(runHeap, 0, r.runs)
		for run := range r.runs {
			file, err := os.Open(r.path(run))
			if err != nil {
				fail(err)
				return
			}
			defer file.Close()
			in := &runReader{in: bufio.NewReaderSize(file, size)}
			if err := in.advance(); err != nil { // no run is empty
				fail(err)
				return
			}
			h = append(h, in)
		}
		for heap.Init(&h); len(h) > 0; {
			if !yield(h[0].next, nil) {
				return
			}
			switch err := h[0].advance(); err {
			case nil:
				heap.Fix(&h, 0)
			case io.EOF:
				heap.Pop(&h)
			default:
				fail(err)
				return
			}
		}
	}
}
