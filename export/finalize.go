package export

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Finalize makes a data set of the shards, all of which must be done: it writes manifest.json and removes what killed
// processes left. The error for a corpus that misses shards wraps [ErrIncomplete]. Doing it again, or twice at a time,
// gives the same files.
func (j *Job) Finalize(ctx context.Context) (*Manifest, error) {
	m := &Manifest{
		Title: j.plan.Title, Plan: j.hash, Versions: j.plan.Versions, Records: j.plan.Config.Records,
		Subsets: j.plan.Subsets, Splits: j.plan.Splits, Shards: j.plan.Shards,
	}
	byPlace := make([][]File, len(j.plan.Subsets)*len(j.plan.Splits)) // by subset and split
	for shard := range j.plan.Shards {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		own, err := j.done(shard)
		if err != nil {
			return nil, err
		}
		m.Left.Repeats += own.Left.Repeats
		m.Left.Excluded += own.Left.Excluded
		m.Stats.merge(&own.Stats)
		for i, f := range own.Files {
			byPlace[i] = append(byPlace[i], f)
		}
	}
	m.Stats.sort()
	var err error
	if m.Repeats, err = j.repeatCount(ctx); err != nil {
		return nil, err
	}
	m.Excluded = j.exclusion.Files()
	for _, files := range byPlace {
		m.Files = append(m.Files, files...)
	}
	if j.plan.Audit && j.lastAudit() == nil {
		if _, err := j.Audit(ctx, 0); err != nil {
			return nil, err
		}
	}
	if err := j.removeLeftovers(); err != nil {
		return nil, err
	}
	if err := j.writeBeside(ctx, m); err != nil {
		return nil, err
	}
	if err := j.writeJSON(filepath.Join(j.dir, manifestName), m); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return m, nil
}

// manifestName is the file of a [Manifest].
const manifestName = "manifest.json"

// leftover is the name of a temporary file.
var leftover = regexp.MustCompile(`^` + regexp.QuoteMeta(temporary) + `\d+-`)

// removeLeftovers removes the temporary files of processes that were killed. One that is still at work loses its own, and
// then finds its shard done.
func (j *Job) removeLeftovers() error {
	dirs := []string{j.dir, filepath.Join(j.dir, shardsDir)}
	for _, s := range j.plan.Subsets {
		dirs = append(dirs, filepath.Join(j.dir, "data", s.Name))
	}
	for _, dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("export: looking for leftovers: %w", err)
		}
		for _, e := range entries {
			ours := e.Type().IsRegular() || strings.HasSuffix(e.Name(), repeatsSuffix) || strings.HasSuffix(e.Name(), auditSuffix)
			if leftover.MatchString(e.Name()) && ours {
				// Where open files cannot be removed, those of processes at work stay. Readers do not see them.
				os.RemoveAll(filepath.Join(dir, e.Name()))
			}
		}
	}
	return nil
}
