package export

import (
	"bytes"
	"io"
	"sync"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// rowGroupRows is how many rows a row group of the largest split aims at; the others are cut at maxGroupRows.
// Readers stream a row group at a time: 20,000 to 50,000 of our rows are some 40 to 100 MB.
const (
	rowGroupRows = 24_000
	maxGroupRows = 40_000
)

// codec is shared because it keeps its encoders, which are megabytes each, for reuse.
var codec = &zstd.Codec{Level: zstd.SpeedDefault}

func parquetConfig[T any]() []parquet.WriterOption {
	schema := parquet.SchemaOf(new(T))
	opts := []parquet.WriterOption{
		schema,
		// The default names the module versions of the build, so bytes would change with an upgrade of anything.
		parquet.CreatedBy("gridscribe", "1", ""),
		parquet.Compression(codec),
		parquet.PageBufferSize(256 << 10),
		parquet.MaxRowsPerRowGroup(maxGroupRows),
	}
	for _, path := range schema.Columns() {
		if leaf, ok := schema.Lookup(path...); ok && leaf.Node.Type().Kind() == parquet.ByteArray {
			// Bounds of texts are stored whole in the footer, hundreds of bytes each, and no query uses them.
			opts = append(opts, parquet.SkipPageBounds(path...))
		}
	}
	return opts
}

// parquetSink writes one Parquet file. Ranges of a large split are encoded by the workers, each to a row group of its
// own that is then copied in as it is; ranges of small splits are gathered here, because a row group of their own would
// be too small.
type parquetSink[T any] struct {
	writer *parquet.GenericWriter[T]
	large  bool
	// A writer holds megabytes of buffers, so there is one for each worker and not one for each range that waits.
	writers sync.Pool // of *parquet.GenericWriter[T]
	files   sync.Pool // of *bytes.Buffer
}

func newParquetSink[T any](w io.Writer, large bool) sink[T] {
	return &parquetSink[T]{writer: parquet.NewGenericWriter[T](w, parquetConfig[T]()...), large: large}
}

func (s *parquetSink[T]) Begin() part[T] {
	if !s.large {
		return new(parquetRows[T])
	}
	p := &parquetGroup[T]{sink: s}
	var ok bool
	if p.file, ok = s.files.Get().(*bytes.Buffer); !ok {
		p.file = new(bytes.Buffer)
	}
	if p.writer, ok = s.writers.Get().(*parquet.GenericWriter[T]); ok {
		p.writer.Reset(p.file)
	} else {
		p.writer = parquet.NewGenericWriter[T](p.file, parquetConfig[T]()...)
	}
	return p
}

func (s *parquetSink[T]) Commit(p part[T]) error {
	switch p := p.(type) {
	case *parquetGroup[T]:
		file, err := parquet.OpenFile(bytes.NewReader(p.file.Bytes()), int64(p.file.Len()))
		if err != nil {
			return err
		}
		for _, group := range file.RowGroups() {
			if _, err := s.writer.WriteRowGroup(group); err != nil {
				return err
			}
		}
		p.file.Reset()
		s.files.Put(p.file)
	case *parquetRows[T]:
		for _, rows := range p.rows {
			if _, err := s.writer.Write(rows); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *parquetSink[T]) Close() error { return s.writer.Close() }

// parquetGroup is a range encoded as a Parquet file in memory.
type parquetGroup[T any] struct {
	sink   *parquetSink[T]
	file   *bytes.Buffer
	writer *parquet.GenericWriter[T] // nil after End
}

func (p *parquetGroup[T]) Add(rows []T) (keeps bool, err error) {
	_, err = p.writer.Write(rows)
	return false, err
}

func (p *parquetGroup[T]) End() error {
	err := p.writer.Close()
	p.sink.writers.Put(p.writer)
	p.writer = nil
	return err
}

// parquetRows is a range kept as it is.
type parquetRows[T any] struct{ rows [][]T }

func (p *parquetRows[T]) Add(rows []T) (keeps bool, err error) {
	p.rows = append(p.rows, rows)
	return true, nil
}

func (p *parquetRows[T]) End() error { return nil }
