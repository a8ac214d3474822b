package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
)

// ErrNotEmpty is wrapped by the error for a folder that holds something already.
var ErrNotEmpty = errors.New("the folder is not empty")

// folder is where a corpus goes that is made as a whole: it grows in a hidden folder inside, work, and moves out when
// it is complete.
type folder struct {
	dir, work string
	made      []string // folders that were not there before, the outermost first
}

// Hidden folders inside the one to write to: a new corpus on its way in, and an old one on its way out. While the
// second is there and no manifest, restore can undo what has been done.
const (
	incoming = ".new-"
	outgoing = ".old-corpus"
)

// isIncoming matches the names that openFolder gives.
var isIncoming = regexp.MustCompile(`^` + regexp.QuoteMeta(incoming) + `\d+$`)

// openFolder makes the folder, or checks that it may be written to.
func openFolder(dir string, overwrite bool) (_ *folder, err error) {
	if err := restore(dir); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, fmt.Errorf("export: looking into the output folder: %w", err)
	case len(entries) > 0 && !overwrite:
		return nil, fmt.Errorf("export: %s holds %q: %w; name another folder or allow overwriting", dir,
			entries[0].Name(), ErrNotEmpty)
	}
	if _, err := corpusFiles(dir); err != nil {
		return nil, err
	}
	f := &folder{dir: dir}
	for path := dir; ; path = filepath.Dir(path) {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			break
		}
		f.made = append([]string{path}, f.made...)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		f.abandon()
		return nil, fmt.Errorf("export: making the output folder: %w", err)
	}
	for _, e := range entries {
		if isIncoming.MatchString(e.Name()) { // of a run that was killed
			os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	if f.work, err = os.MkdirTemp(dir, incoming); err != nil {
		f.abandon()
		return nil, fmt.Errorf("export: making the output folder: %w", err)
	}
	return f, nil
}

// abandon removes what is left of the work, and the folders that openFolder made unless something is in them: what
// failed can be tried again.
func (f *folder) abandon() {
	if f.work != "" {
		os.RemoveAll(f.work)
	}
	for i := len(f.made) - 1; i >= 0; i-- {
		os.Remove(f.made[i])
	}
}

// corpusFiles lists the files of the corpus in a folder, by their paths in it; none where there is no corpus. The error
// is for a corpus that is not complete, whose files nobody can tell from others.
func corpusFiles(dir string) ([]string, error) {
	text, err := os.ReadFile(filepath.Join(dir, manifestName))
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Lstat(filepath.Join(dir, shardsDir)); err == nil {
			return nil, fmt.Errorf("export: %s holds a corpus that is not complete: %w; finish or remove it", dir, ErrNotEmpty)
		}
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("export: looking for an earlier corpus: %w", err)
	}
	var m Manifest
	if json.Unmarshal(text, &m) != nil || m.Plan == "" || m.Shards < 1 {
		return nil, fmt.Errorf("export: %s in %s is not of a corpus: %w; remove it", manifestName, dir, ErrNotEmpty)
	}
	all := []string{manifestName, shardsDir}
	all = append(all, m.Beside...)
	for _, file := range m.Files {
		all = append(all, file.Path)
	}
	for _, name := range all {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil, fmt.Errorf("export: %s in %s names %q, which is not inside: %w", manifestName, dir, name, ErrNotEmpty)
		}
	}
	return all, nil
}

// replace moves the new corpus out of the work folder in place of an earlier one: a reader would mix its files in. It
// first moves the earlier files out of sight, so that at no moment a reader sees files of both, and moves them back if
// a file cannot get its name. Files that are not the corpus's stay, and are in the way where a new file must go.
func (f *folder) replace() error {
	old, err := corpusFiles(f.dir)
	if err != nil {
		return err
	}
	fresh, err := corpusFiles(f.work)
	if err != nil {
		return err
	}
	away := filepath.Join(f.dir, outgoing)
	if err := os.Mkdir(away, 0o755); err != nil {
		return fmt.Errorf("export: moving an earlier corpus away: %w", err)
	}
	if err = moveAll(f.dir, away, old); err == nil {
		// The manifest goes last: without it the folder counts as one whose corpus has not come yet.
		err = moveAll(f.work, f.dir, append(fresh[1:], fresh[0]))
	}
	if err != nil {
		err = fmt.Errorf("export: naming the files of the corpus: %w", err)
		if undone := restore(f.dir); undone != nil {
			f.work = "" // stays for the next try to restore
			return errors.Join(err, undone)
		}
		return err
	}
	// The corpus is complete now; what cannot be removed is out of sight.
	os.RemoveAll(away)
	removeEmpty(filepath.Join(f.dir, "data"), old)
	return syncDir(f.dir)
}

// moveAll moves files and folders by their paths in from to the same paths in to. It stops at the first that it cannot
// move or that something is in the way of; what is not there is passed over.
func moveAll(from, to string, names []string) error {
	for _, name := range names {
		name = filepath.FromSlash(name)
		a, b := filepath.Join(from, name), filepath.Join(to, name)
		if _, err := os.Lstat(a); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if _, err := os.Lstat(b); err == nil {
			return fmt.Errorf("%s is in the way, and not a corpus's: %w", b, ErrNotEmpty)
		}
		if err := os.MkdirAll(filepath.Dir(b), 0o755); err != nil {
			return err
		}
		if err := os.Rename(a, b); err != nil {
			return err
		}
	}
	return nil
}

// restore moves back an earlier corpus that a killed run had moved away, unless the new one is complete. Killed itself,
// it goes on where it was: the earlier corpus comes when the new one has gone, and its manifest last.
func restore(dir string) error {
	away := filepath.Join(dir, outgoing)
	if _, err := os.Lstat(away); err != nil {
		return nil
	}
	if _, err := os.Lstat(filepath.Join(dir, manifestName)); err == nil {
		return os.RemoveAll(away)
	}
	if err := moveBack(dir); err != nil {
		return fmt.Errorf("export: taking out the half of a corpus that a killed run moved in: %w", err)
	}
	var names []string
	err := filepath.WalkDir(away, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			path, err = filepath.Rel(away, path)
			names = append(names, path)
		}
		return err
	})
	if i := slices.Index(names, manifestName); i >= 0 {
		names = append(slices.Delete(names, i, i+1), manifestName)
	}
	if err == nil {
		err = moveAll(away, dir, names)
	}
	if err != nil {
		return fmt.Errorf("export: restoring the corpus that a killed run moved to %s: %w", away, err)
	}
	return os.RemoveAll(away)
}

// moveBack moves the files of a new corpus back out of dir that a killed run had moved in, when others were still to
// come. Those are the ones that are not among the others any more.
func moveBack(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !isIncoming.MatchString(e.Name()) {
			continue
		}
		work := filepath.Join(dir, e.Name())
		fresh, err := corpusFiles(work)
		if err != nil {
			continue // it had not been finished, so nothing of it was moved
		}
		fresh = slices.DeleteFunc(fresh, func(name string) bool {
			_, err := os.Lstat(filepath.Join(work, filepath.FromSlash(name)))
			return err == nil
		})
		if err := moveAll(dir, work, fresh); err != nil {
			return err
		}
		removeEmpty(filepath.Join(dir, "data"), fresh)
	}
	return nil
}

// removeEmpty removes the folders inside data that hold none but files of the corpus that is gone.
func removeEmpty(data string, gone []string) {
	for _, name := range gone {
		if dir := filepath.Join(filepath.Dir(data), filepath.FromSlash(filepath.Dir(name))); filepath.Dir(dir) == data {
			os.Remove(dir)
		}
	}
}
