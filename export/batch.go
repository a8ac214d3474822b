package export

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// batch gathers rows whose texts share one allocation: they are appended to a common buffer, which becomes a string
// once, when the batch is sealed.
type batch[T any] struct {
	rows  []T
	arena arena
}

// arena is the common buffer and the list of the fields that shall become parts of it.
type arena struct {
	buf    []byte
	fields []field
	// What lists of rows are cut from.
	messages []Message
	turns    []ShareGPTTurn
	texts    []string
}

type field struct {
	text       *string
	start, end int
}

func newBatch[T any](rows int) *batch[T] { return &batch[T]{rows: make([]T, 0, rows)} }

func (b *batch[T]) full() bool { return len(b.rows) == cap(b.rows) }

// next returns a zeroed row, which stays where it is: the batch must not be full.
func (b *batch[T]) next() *T {
	var zero T
	b.rows = append(b.rows, zero)
	return &b.rows[len(b.rows)-1]
}

// ErrNotUTF8 is wrapped by the error for a text that no format can store.
var ErrNotUTF8 = errors.New("not UTF-8")

// seal gives the rows their texts and returns them; they stay valid when the batch is reset.
func (b *batch[T]) seal() ([]T, error) {
	if !utf8.Valid(b.arena.buf) {
		return nil, fmt.Errorf("export: the text of one of %d rows: %w", len(b.rows), ErrNotUTF8)
	}
	all := string(b.arena.buf)
	for _, f := range b.arena.fields {
		*f.text = all[f.start:f.end]
	}
	return b.rows, nil
}

// reset empties the batch. Its rows get new memory when the part kept the old.
func (b *batch[T]) reset(kept bool) {
	if kept {
		b.rows = make([]T, 0, cap(b.rows))
	}
	b.rows = b.rows[:0]
	b.arena.buf = b.arena.buf[:0]
	b.arena.fields = b.arena.fields[:0]
}

// open returns the buffer to append a text to; [arena.text] takes it back.
func (a *arena) open() []byte { return a.buf }

// text makes what was appended since open the value of a field.
func (a *arena) text(of *string, buf []byte) {
	a.fields = append(a.fields, field{of, len(a.buf), len(buf)})
	a.buf = buf
}

// cut returns a list of n zeroed elements that stay where they are. Many lists share one allocation.
func cut[E any](from *[]E, n int) []E {
	if len(*from) < n {
		*from = make([]E, max(n, batchRows))
	}
	list := (*from)[:n:n]
	*from = (*from)[n:]
	return list
}
