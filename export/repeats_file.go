package export

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
)

// repeatMagic begins a file of repeats. Behind it stand the differences of the records' numbers, in order, the first to
// -1, each as a uvarint, then 0; the count as JSON behind its length, a uvarint; and the SHA-256 of all that.
const repeatMagic = "gridscribe repeats 1\n"

// mostRepeatCount is the longest count that is read, in bytes.
const mostRepeatCount = 64 << 20

// repeatWriter writes a file of repeats. The first error stays until close tells it.
type repeatWriter struct {
	to   io.Writer
	out  *bufio.Writer
	hash hash.Hash
	last int64
	err  error
}

func newRepeatWriter(w io.Writer) *repeatWriter {
	r := &repeatWriter{to: w, hash: sha256.New(), last: -1}
	r.out = bufio.NewWriterSize(io.MultiWriter(w, r.hash), 64<<10)
	_, r.err = r.out.WriteString(repeatMagic)
	return r
}

func (r *repeatWriter) uvarint(n uint64) {
	var buf [binary.MaxVarintLen64]byte
	if r.err == nil {
		_, r.err = r.out.Write(binary.AppendUvarint(buf[:0], n))
	}
}

// add writes the number of a record, above those before it.
func (r *repeatWriter) add(record int64) {
	r.uvarint(uint64(record - r.last))
	r.last = record
}

func (r *repeatWriter) close(count RepeatCount) error {
	text, err := json.Marshal(count)
	r.uvarint(0)
	r.uvarint(uint64(len(text)))
	if r.err = errors.Join(r.err, err); r.err == nil {
		_, r.err = r.out.Write(text)
	}
	if r.err == nil {
		r.err = r.out.Flush()
	}
	if r.err == nil {
		_, r.err = r.to.Write(r.hash.Sum(nil))
	}
	if r.err != nil {
		return fmt.Errorf("export: writing repeats: %w", r.err)
	}
	return nil
}

// repeats is a set of records within a range that repeat the problem of a record before them. The zero repeats is
// empty.
type repeats struct {
	Count    RepeatCount // of the whole corpus
	from, to int64
	bits     []uint64 // of record from on
}

// Has reports whether a record is a repeat; false for those outside the range. A nil set is empty.
func (r *repeats) Has(record int64) bool {
	if r == nil {
		return false
	}
	i := record - r.from
	return record >= r.from && record < r.to && r.bits[i/64]>>(i%64)&1 == 1
}

// readRepeats reads what [findRepeats] wrote, and keeps what it says of records from up to and without to, a bit each.
// The whole file is checked. The error tells a file that is cut off, which wraps [io.ErrUnexpectedEOF], from one that
// is damaged or another.
func readRepeats(r io.Reader, from, to int64) (*repeats, error) {
	if from < 0 || to < from {
		return nil, fmt.Errorf("export: reading repeats of records %d to %d; 0 or more, in order, are allowed", from, to)
	}
	set := &repeats{from: from, to: to, bits: make([]uint64, (to-from+63)/64)}
	in := &hashedReader{in: bufio.NewReaderSize(r, 64<<10), hash: sha256.New()}
	if err := set.read(in); err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, fmt.Errorf("export: reading repeats: the file is cut off: %w", io.ErrUnexpectedEOF)
		}
		return nil, fmt.Errorf("export: reading repeats: %w", err)
	}
	return set, nil
}

func (r *repeats) read(in *hashedReader) error {
	magic := make([]byte, len(repeatMagic))
	if _, err := io.ReadFull(in, magic); err != nil {
		return err
	}
	if string(magic) != repeatMagic {
		return fmt.Errorf("the file begins with %q; %q is allowed", magic, repeatMagic)
	}
	last, n := int64(-1), int64(0)
	for {
		step, err := binary.ReadUvarint(in)
		if err != nil {
			return err
		}
		if step == 0 {
			break
		}
		if step > mostRepeatRecords || last+int64(step) >= mostRepeatRecords {
			return fmt.Errorf("damaged: record %d is followed by one %d further on", last, step)
		}
		last += int64(step)
		n++
		if i := last - r.from; i >= 0 && last < r.to {
			r.bits[i/64] |= 1 << (i % 64)
		}
	}
	size, err := binary.ReadUvarint(in)
	if err != nil {
		return err
	}
	if size > mostRepeatCount {
		return fmt.Errorf("damaged: a count of %d bytes; %d at most are allowed", size, mostRepeatCount)
	}
	text, err := io.ReadAll(io.LimitReader(in, int64(size)))
	if err != nil {
		return err
	}
	if uint64(len(text)) < size {
		return io.ErrUnexpectedEOF
	}
	want := in.sum()
	got := make([]byte, len(want))
	if _, err := io.ReadFull(in.in, got); err != nil {
		return err
	}
	if !bytes.Equal(got, want) {
		return errors.New("damaged: the checksum is wrong")
	}
	if _, err := in.in.ReadByte(); err != io.EOF {
		return errors.New("damaged: something stands behind the end")
	}
	if err := json.Unmarshal(text, &r.Count); err != nil {
		return err
	}
	if r.Count.Repeats != n || last >= r.Count.Records {
		return fmt.Errorf("damaged: %d repeats up to record %d; the count says %d in %d records", n, last, r.Count.Repeats, r.Count.Records)
	}
	return nil
}

// hashedReader hashes what is read through it.
type hashedReader struct {
	in   *bufio.Reader
	hash hash.Hash
	part []byte // not yet hashed
}

func (r *hashedReader) flush() {
	r.hash.Write(r.part)
	r.part = r.part[:0]
}

// ReadByte is for uvarints.
func (r *hashedReader) ReadByte() (byte, error) {
	b, err := r.in.ReadByte()
	if err == nil {
		if r.part = append(r.part, b); len(r.part) == 4096 {
			r.flush()
		}
	}
	return b, err
}

func (r *hashedReader) Read(p []byte) (int, error) {
	n, err := r.in.Read(p)
	r.flush()
	r.hash.Write(p[:n])
	return n, err
}

func (r *hashedReader) sum() []byte {
	r.flush()
	return r.hash.Sum(nil)
}
