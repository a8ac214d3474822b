package export

import (
	"bytes"
	stdgzip "compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"testing"

	"github.com/klauspost/compress/zstd"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/scene"
)

// compress writes text in pieces that end where cuts say.
func compress(t rapid.TB, f Format, text []byte, cuts []int) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := compressor(f, &out)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range cuts {
		n = min(n, len(text))
		if _, err := w.Write(text[:n]); err != nil {
			t.Fatal(err)
		}
		text = text[n:]
	}
	if _, err := w.Write(text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// expand reads a compressed file as others do: gzip with the standard library, zstd one frame alone.
func expand(t rapid.TB, f Format, data []byte) []byte {
	t.Helper()
	switch f {
	case JSONLGzip:
		r, err := stdgzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if !r.ModTime.IsZero() || r.Name != "" {
			t.Errorf("the header has time %v and name %q", r.ModTime, r.Name)
		}
		r.Multistream(false)
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		return text
	case JSONLZstd:
		r, err := zstd.NewReader(bytes.NewReader(data), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(zstdWindow))
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	return data
}

var lineFormats = []Format{JSONL, JSONLGzip, JSONLZstd}

// manyLines returns some megabytes of rows, more than a window.
func manyLines(t *testing.T) []byte {
	t.Helper()
	var lines []byte
	for rec, err := range newCorpus(t, 1500).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		lines = appendFirst(t, lines, rec, Options{Style: scene.Grid}, fillText2Space, appendText2Space)
	}
	return lines
}

// TestCompressor: a file holds what was written, and its bytes do not depend on the pieces in which that came.
func TestCompressor(t *testing.T) {
	lines := manyLines(t)
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(lineFormats).Draw(t, "format")
		text := lines[:rapid.IntRange(0, 300_000).Draw(t, "length")]
		cuts := rapid.SliceOfN(rapid.IntRange(0, 200_000), 0, 6).Draw(t, "cuts")
		data := compress(t, f, text, cuts)
		if !bytes.Equal(data, compress(t, f, text, nil)) {
			t.Fatalf("%v: %d bytes written in pieces %v have other bytes than written at once", f, len(text), cuts)
		}
		if !bytes.Equal(expand(t, f, data), text) {
			t.Fatalf("%v: %d bytes are read back as others", f, len(text))
		}
	})
}

// TestCompressedBytes pins the bytes of a large file: who makes the corpus again with the same modules gets the same
// file.
func TestCompressedBytes(t *testing.T) {
	lines := manyLines(t)
	if len(lines) < 2*zstdWindow {
		t.Fatalf("%d bytes are less than two windows", len(lines))
	}
	var pieces []int
	for range len(lines) / 7000 {
		pieces = append(pieces, 7001)
	}
	for f, want := range map[Format]string{
		JSONLGzip: "e97cd1dba64a6e0c",
		JSONLZstd: "4108f49888578061",
	} {
		data := compress(t, f, lines, pieces)
		hash := sha256.Sum256(data)
		if got := hex.EncodeToString(hash[:8]); got != want {
			t.Errorf("%v: %d bytes of %d with hash %s, want %s", f, len(data), len(lines), got, want)
		}
		if !bytes.Equal(expand(t, f, data), lines) {
			t.Errorf("%v: read back as other bytes", f)
		}
	}
}
