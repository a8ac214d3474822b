package export

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// atomicFile is a file under a temporary name that starts with a dot, which data set readers pass over, until commit
// gives it its own. Whatever goes wrong before, nothing stands under the final name.
type atomicFile struct {
	final string
	file  *os.File
	out   *bufio.Writer
}

func createFile(final string) (*atomicFile, error) {
	file, err := os.CreateTemp(filepath.Dir(final), ".tmp-*-"+filepath.Base(final))
	if err != nil {
		return nil, fmt.Errorf("export: creating %s: %w", final, err)
	}
	return &atomicFile{final, file, bufio.NewWriterSize(file, 1<<20)}, nil
}

// Write appends to the file.
func (f *atomicFile) Write(p []byte) (int, error) { return f.out.Write(p) }

var _ io.Writer = (*atomicFile)(nil)

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

// commit gives the finished file its name, replacing what has it.
func (f *atomicFile) commit() error { return os.Rename(f.file.Name(), f.final) }

// discard removes the file if it has not been committed.
func (f *atomicFile) discard() {
	f.file.Close()
	os.Remove(f.file.Name())
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
