package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

// ErrNotEmpty is wrapped by the error for a folder that holds something already.
var ErrNotEmpty = errors.New("the folder is not empty")

// fileName is the name that data set readers take for a split's only file.
func fileName(split string, format Format) string {
	return fmt.Sprintf("%s-00000-of-00001.%s", split, format)
}

// corpusFile matches the names that fileName makes, and leftover the temporary names of a run that was killed.
var (
	corpusFile = regexp.MustCompile(`^\w+-00000-of-00001\.(parquet|jsonl|txt)$`)
	leftover   = regexp.MustCompile(`^\.tmp-[0-9]+-\w+-00000-of-00001\.(parquet|jsonl|txt)$`)
)

// folder is where a corpus goes: its files stand in the folder data inside.
type folder struct {
	data string
	made []string // folders that were not there before, the outermost first
}

// openFolder makes the folder, or checks that it may be written to.
func openFolder(dir string, opt Options) (*folder, error) {
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, os.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("export: looking into the output folder: %w", err)
	case len(entries) > 0 && !opt.Overwrite:
		return nil, fmt.Errorf("export: %s holds %q: %w; name another folder or allow overwriting", dir,
			entries[0].Name(), ErrNotEmpty)
	}
	f := &folder{data: filepath.Join(dir, "data")}
	for path := f.data; ; path = filepath.Dir(path) {
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			break
		}
		f.made = append([]string{path}, f.made...)
	}
	if err := os.MkdirAll(f.data, 0o755); err != nil {
		f.abandon()
		return nil, fmt.Errorf("export: making the output folder: %w", err)
	}
	for _, s := range opt.Splits {
		path := filepath.Join(f.data, fileName(s.Name, opt.Format))
		if info, err := os.Lstat(path); err == nil && info.IsDir() {
			return nil, fmt.Errorf("export: %s is a folder; a file must go there", path)
		}
	}
	return f, nil
}

// abandon removes the folders that openFolder made, unless something is in them: what failed can be tried again.
func (f *folder) abandon() {
	for i := len(f.made) - 1; i >= 0; i-- {
		os.Remove(f.made[i])
	}
}

// replace gives the finished files their names in place of an earlier corpus, whatever its format and splits: a reader
// would mix its files in. It first moves the earlier files out of sight, so that at no moment a reader sees files of
// both, and moves them back if a file cannot get its name. Files that are not a corpus's stay.
func (f *folder) replace(files []*atomicFile) (err error) {
	var old []moved
	var named []*atomicFile
	defer func() {
		if err != nil {
			for _, file := range named {
				os.Remove(file.final)
			}
			for _, m := range old {
				os.Rename(m.to, m.from)
			}
		}
	}()
	entries, err := os.ReadDir(f.data)
	if err != nil {
		return fmt.Errorf("export: looking for an earlier corpus: %w", err)
	}
	own := make(map[string]bool)
	for _, file := range files {
		own[filepath.Base(file.file.Name())] = true
	}
	for _, entry := range entries {
		name := entry.Name()
		m := moved{filepath.Join(f.data, name), filepath.Join(f.data, name)}
		switch {
		case entry.IsDir() || own[name]:
			continue
		case corpusFile.MatchString(name):
			m.to = filepath.Join(f.data, ".tmp-0-"+name)
			if err := os.Rename(m.from, m.to); err != nil {
				return fmt.Errorf("export: moving an earlier corpus away: %w", err)
			}
		case !leftover.MatchString(name):
			continue
		}
		old = append(old, m)
	}
	for _, file := range files {
		if err := file.commit(); err != nil {
			return fmt.Errorf("export: naming %s: %w", file.final, err)
		}
		named = append(named, file)
	}
	if err := syncDir(f.data); err != nil {
		return fmt.Errorf("export: making the new names last: %w", err)
	}
	for _, m := range old {
		// The corpus is complete now; what cannot be removed is out of sight.
		os.Remove(m.to)
	}
	return nil
}

// moved is a file that has another name for a while.
type moved struct{ from, to string }
