package export

import (
	"io"
	"sync"
)

// sink is one file being written. Ranges of rows are begun and filled by workers and committed in order.
type sink[T any] interface {
	Begin() part[T]
	// Commit writes the part, which must not be used any more: its memory goes to the next one.
	Commit(part[T]) error
	Close() error
}

// part is a range of rows on its way into a sink.
type part[T any] interface {
	// Add takes rows and reports whether it keeps the slice.
	Add(rows []T) (keeps bool, err error)
	// End is called once, after the last Add.
	End() error
}

// linesSink writes a file of lines: one JSON object each, or bAbI's.
type linesSink[T any] struct {
	out       io.WriteCloser // ends what it writes, not the file
	appendRow func([]byte, *T) []byte
	free      sync.Pool // of *linesPart[T]
}

func (s *linesSink[T]) Begin() part[T] {
	if p, ok := s.free.Get().(*linesPart[T]); ok {
		return p
	}
	return &linesPart[T]{appendRow: s.appendRow}
}

func (s *linesSink[T]) Commit(p part[T]) error {
	lines := p.(*linesPart[T])
	_, err := s.out.Write(lines.lines)
	lines.lines = lines.lines[:0]
	s.free.Put(lines)
	return err
}

func (s *linesSink[T]) Close() error { return s.out.Close() }

// linesPart is a range as lines.
type linesPart[T any] struct {
	lines     []byte
	appendRow func([]byte, *T) []byte
}

func (p *linesPart[T]) Add(rows []T) (keeps bool, err error) {
	for i := range rows {
		p.lines = append(p.appendRow(p.lines, &rows[i]), '\n')
	}
	return false, nil
}

func (p *linesPart[T]) End() error { return nil }
