package export

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"os"
	"path/filepath"
)

// atomicFile is a file under a temporary name that starts with a dot, which data set readers pass over, until commit
// gives it its own. Whatever goes wrong before, nothing stands under the final name.
type atomicFile struct {
	final string
	file  *os.File
	out   *bufio.Writer
	sum   hash.Hash
	bytes int64
}

// temporary is how the names of files begin that are not complete.
const temporary = ".tmp-"

func createFile(final string) (*atomicFile, error) {
	file, err := os.CreateTemp(filepath.Dir(final), temporary+"*-"+filepath.Base(final))
	if err != nil {
		return nil, fmt.Errorf("export: creating %s: %w", final, err)
	}
	f := &atomicFile{final: final, file: file, sum: sha256.New()}
	f.out = bufio.NewWriterSize(&hashed{f}, 1<<20)
	return f, nil
}

// hashed passes on what is written, and counts and hashes it.
type hashed struct{ *atomicFile }

func (c *hashed) Write(p []byte) (int, error) {
	n, err := c.file.Write(p)
	c.sum.Write(p[:n])
	c.bytes += int64(n)
	return n, err
}

// Write appends to the file.
func (f *atomicFile) Write(p []byte) (int, error) { return f.out.Write(p) }

// finish writes out everything and closes the file, still under its temporary name.
func (f *atomicFile) finish() error {
	if err := f.out.Flush(); err != nil {
		return err
	}
	// Readable like any file that a program writes; temporary files start out private.
	if err := f.file.Chmod(0o644); err != nil {
		return err
	}
	if err := f.file.Sync(); err != nil {
		return err
	}
	return f.file.Close()
}

// sha256 returns the hash of what was written, in hexadecimal.
func (f *atomicFile) sha256() string { return hex.EncodeToString(f.sum.Sum(nil)) }

// commit gives the finished file its name, replacing what has it.
func (f *atomicFile) commit() error { return os.Rename(f.file.Name(), f.final) }

// discard removes the file if it has not been committed.
func (f *atomicFile) discard() {
	f.file.Close()
	os.Remove(f.file.Name())
}

// writeFile writes a whole file, or nothing. A file that has this content already stays as it is, its time too.
func writeFile(path string, content []byte) error {
	if there, err := os.ReadFile(path); err == nil && bytes.Equal(there, content) {
		return nil
	}
	var err error
	for range 10 { // processes that finalize at the same time take each other's files for those of killed ones
		if err = replaceFile(path, content); !errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err != nil {
		return fmt.Errorf("export: writing %s: %w", path, err)
	}
	return nil
}

func replaceFile(path string, content []byte) error {
	f, err := createFile(path)
	if err != nil {
		return err
	}
	defer f.discard()
	if _, err := f.Write(content); err != nil {
		return err
	}
	if err := f.finish(); err != nil {
		return err
	}
	return f.commit()
}

// createOnce writes a file that nobody has written before. The error for one that is there wraps [fs.ErrExist].
func createOnce(path string, content []byte) error {
	f, err := createFile(path)
	if err != nil {
		return err
	}
	defer f.discard()
	_, err = f.Write(content)
	if err = errors.Join(err, f.finish()); err != nil {
		return fmt.Errorf("export: writing %s: %w", path, err)
	}
	err = os.Link(f.file.Name(), path) // unlike a rename it replaces nothing
	if err != nil && !errors.Is(err, fs.ErrExist) {
		// Not every file system has links. There two that begin at once may both get here, with the same content or
		// not: who comes second reads what the first wrote.
		if _, statErr := os.Lstat(path); errors.Is(statErr, fs.ErrNotExist) {
			err = f.commit()
		}
	}
	if err != nil {
		return fmt.Errorf("export: writing %s: %w", path, err)
	}
	return nil
}

// syncDir makes the names in a folder durable, where the system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	d.Sync() // some file systems cannot; the files themselves are synced
	return nil
}
