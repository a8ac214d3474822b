package export

import (
	"fmt"
	"io"
	"time"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
)

// Compressed files are one stream each, level and window fixed: the bytes depend on the rows alone, and on the version
// of the library that go.mod names, which is why gzip is not the standard library's, whose bytes may change with Go. It
// is one stream and not one for each range because Python's zstandard, with which data sets are read, stops after the
// first frame.
const (
	gzipLevel = 6
	zstdLevel = zstd.SpeedDefault
	// zstdWindow is how far back a repetition is found. Rows repeat what their neighbours say; more would cost memory
	// for every file that is open.
	zstdWindow = 1 << 20
)

// compressor returns a writer that writes to w what a file of the format holds; for formats that do not compress, w
// itself. Close ends the stream and leaves w open.
func compressor(f Format, w io.Writer) (io.WriteCloser, error) {
	switch f {
	case JSONLGzip:
		z, err := gzip.NewWriterLevel(w, gzipLevel)
		if err != nil {
			return nil, fmt.Errorf("export: compressing with gzip: %w", err)
		}
		z.ModTime = time.Unix(0, 0) // which stands for no time; the zero Time would be written as some other
		return z, nil
	case JSONLZstd:
		z, err := zstd.NewWriter(w, zstd.WithEncoderLevel(zstdLevel), zstd.WithWindowSize(zstdWindow), zstd.WithEncoderConcurrency(1))
		if err != nil {
			return nil, fmt.Errorf("export: compressing with zstd: %w", err)
		}
		return z, nil
	}
	return uncompressed{w}, nil
}

// decompressor is the way back of [compressor].
func decompressor(f Format, r io.Reader) (io.ReadCloser, error) {
	switch f {
	case JSONLGzip:
		return gzip.NewReader(r)
	case JSONLZstd:
		z, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1))
		if err != nil {
			return nil, err
		}
		return z.IOReadCloser(), nil
	}
	return io.NopCloser(r), nil
}

// uncompressed is a writer that has nothing to end.
type uncompressed struct{ io.Writer }

func (uncompressed) Close() error { return nil }
