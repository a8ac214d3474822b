package export

import (
	"bufio"
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

func (r *repeatRuns) path(run int) string { return filepath.Join(r.dir, strconv.Itoa(run)) }

// spill writes what is held to a file of its own, sorted.
func (r *repeatRuns) spill() (err error) {
	if r.dir == "" {
		if r.dir, err = os.MkdirTemp(r.temp, temporary+"*"+repeatsSuffix); err != nil {
			return fmt.Errorf("export: repeats: %w", err)
		}
	}
	slices.SortFunc(r.held, bySighting)
	file, err := os.Create(r.path(r.runs))
	if err != nil {
		return fmt.Errorf("export: repeats: %w", err)
	}
	r.runs++
	defer func() {
		if err = errors.Join(err, file.Close()); err != nil {
			err = fmt.Errorf("export: repeats: writing a sorted run: %w", err)
		}
	}()
	var block [1024 * sightingSize]byte
	for rest := r.held; len(rest) > 0; {
		n := min(len(rest), len(block)/sightingSize)
		for i, s := range rest[:n] {
			binary.LittleEndian.PutUint64(block[i*sightingSize:], s.print)
			binary.LittleEndian.PutUint64(block[i*sightingSize+8:], s.at)
		}
		if _, err := file.Write(block[:n*sightingSize]); err != nil {
			return err
		}
		rest = rest[n:]
	}
	r.held = r.held[:0]
	return nil
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

// all yields every sighting in order, through so many bytes of buffers.
func (r *repeatRuns) all(memory int64) iter.Seq2[sighting, error] {
	return func(yield func(sighting, error) bool) {
		if r.runs == 0 {
			for _, s := range r.held {
				if !yield(s, nil) {
					return
				}
			}
			return
		}
		fail := func(err error) { yield(sighting{}, fmt.Errorf("export: repeats: reading a sorted run: %w", err)) }
		size := int(min(max(memory/int64(r.runs), 4<<10), 1<<20))
		heap := make([]*runReader, 0, r.runs) // the least first
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
			heap = append(heap, in)
		}
		slices.SortFunc(heap, func(a, b *runReader) int { return bySighting(a.next, b.next) })
		for len(heap) > 0 {
			if !yield(heap[0].next, nil) {
				return
			}
			switch err := heap[0].advance(); err {
			case nil:
			case io.EOF:
				heap[0] = heap[len(heap)-1]
				heap = heap[:len(heap)-1]
			default:
				fail(err)
				return
			}
			sink0(heap)
		}
	}
}

// sink0 puts the first of a heap where it belongs.
func sink0(heap []*runReader) {
	for i := 0; ; {
		least := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(heap); child++ {
			if bySighting(heap[child].next, heap[least].next) < 0 {
				least = child
			}
		}
		if least == i {
			return
		}
		heap[i], heap[least] = heap[least], heap[i]
		i = least
	}
}
