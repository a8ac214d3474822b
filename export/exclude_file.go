package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// savedExclusion is an [Exclusion] as a folder keeps it, so that shards can be made without the files it was read from.
type savedExclusion struct {
	Files      []ExcludedFile `json:"files"`
	Problems   []uint64       `json:"problems"`   // fingerprints, in order
	OtherWorld []uint64       `json:"otherworld"` // those that stand for the same problems where objects may share a cell, or not
}

// exclusionPath names the file by what it holds: two plans cannot disagree about one.
func exclusionPath(dir, hash string) string {
	return filepath.Join(dir, shardsDir, "excluded-"+hash[:16]+".json")
}

// save writes the set into the folder of a corpus.
func (e *Exclusion) save(dir string) error {
	hash := e.Hash()
	if hash == "" {
		return nil
	}
	saved := savedExclusion{Files: e.files, Problems: []uint64{}, OtherWorld: []uint64{}}
	for _, print := range slices.Sorted(maps.Keys(e.problems)) {
		if e.problems[print] {
			saved.Problems = append(saved.Problems, print)
		} else {
			saved.OtherWorld = append(saved.OtherWorld, print)
		}
	}
	text, err := json.Marshal(saved)
	if err != nil {
		return fmt.Errorf("export: saving what is kept out: %w", err)
	}
	if err := createOnce(exclusionPath(dir, hash), append(text, '\n')); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return nil
}

// loadExclusion reads the set with a hash from the folder of a corpus; nil for the empty hash.
func loadExclusion(dir, hash string) (*Exclusion, error) {
	if hash == "" {
		return nil, nil
	}
	if len(hash) < 16 {
		return nil, fmt.Errorf("export: exclude is %q; the hash of a set of problems is allowed", hash)
	}
	path := exclusionPath(dir, hash)
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("export: reading what is kept out: %w", err)
	}
	var saved savedExclusion
	if err := json.Unmarshal(text, &saved); err != nil {
		return nil, fmt.Errorf("export: %s: %w: %v", path, ErrNoPlan, err)
	}
	e := &Exclusion{files: saved.Files, problems: make(map[uint64]bool), count: len(saved.Problems)}
	for _, print := range saved.OtherWorld {
		e.problems[print] = false
	}
	for _, print := range saved.Problems {
		e.problems[print] = true
	}
	if got := e.Hash(); got != hash {
		return nil, fmt.Errorf("export: %s: %w: it holds the problems %s, the plan keeps out %s", path, ErrNoPlan, got, hash)
	}
	return e, nil
}
