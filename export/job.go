package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"github.com/gridscribe/gridscribe"
)

// Job is a folder that is being filled as a [Plan] says, by one process or by many that know nothing of each other: a
// shard is a function of the plan and its number, files get their names when they are complete, and a shard counts as
// done when its manifest says so, which is written last. Whatever ends a process, the next one makes what is missing.
// Get one from [Open] or [Load]; the zero Job is not valid. It is safe for use by many goroutines.
type Job struct {
	dir    string
	plan   Plan
	hash   string
	corpus *gridscribe.Corpus

	exclusion *Exclusion // nil for none
}

// Errors that are wrapped by those of a Job. No other try can mend them.
var (
	// ErrOtherPlan is wrapped by the error for a folder that holds something else than the plan says.
	ErrOtherPlan = errors.New("the folder holds another corpus")
	// ErrNoPlan is wrapped by the error for a folder without a plan, with a damaged one, or with one of another
	// version.
	ErrNoPlan = errors.New("no plan to go by")
	// ErrShard is wrapped by the error for a number that no shard has.
	ErrShard = errors.New("no such shard")
)

// ErrIncomplete is wrapped by the errors for a corpus that misses shards, and for files that are not as their manifest
// says. Making the shards mends both.
var ErrIncomplete = errors.New("not complete")

// Run says how a shard is made. No byte of it depends on that. The zero Run is ready to use.
type Run struct {
	// Workers is how many records are made at a time, 1 or more; 0 counts as 1. For Parquet each worker takes some 60
	// MB of memory a subset, whatever the number of records.
	Workers int
	// Progress, if not nil, is told after every range how many records of the shard are done. It is called from one
	// goroutine.
	Progress func(done int64)
}

// shardsDir is where plan and manifests of shards stand. Readers of data sets pass over names that start with a dot.
const shardsDir = ".shards"

// manifestPath returns the path of a shard's manifest.
func (j *Job) manifestPath(shard int) string {
	return filepath.Join(j.dir, shardsDir, fmt.Sprintf("%05d.json", shard))
}

// Make makes a shard, 0 to Plan.Shards-1, and says that it did; or finds it done and touches nothing. When it fails,
// ctx ended included, none of the shard's files that were not there before stands under its name but whole ones, which
// the next try replaces by the same bytes.
func (j *Job) Make(ctx context.Context, shard int, run Run) (made bool, err error) {
	if err := j.checkShard(shard); err != nil {
		return false, err
	}
	if _, err := j.done(shard); err == nil {
		return false, nil
	}
	err = j.make(ctx, shard, run)
	if err == nil {
		return true, nil
	}
	if ctx.Err() == nil {
		// Another process may have made it meanwhile, and cleaned up after both.
		if _, doneErr := j.done(shard); doneErr == nil {
			return false, nil
		}
	}
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) {
		// What killed processes left may be what fills the disk. Those at work fail too; the next try finds room.
		j.removeLeftovers()
	}
	return false, fmt.Errorf("export: shard %d of %d: %w", shard, j.plan.Shards, err)
}

// checkShard reports a number that no shard has.
func (j *Job) checkShard(shard int) error {
	if shard < 0 || shard >= j.plan.Shards {
		return fmt.Errorf("export: shard %d: %w; 0 to %d are allowed", shard, ErrShard, j.plan.Shards-1)
	}
	return nil
}

func (j *Job) make(ctx context.Context, shard int, run Run) error {
	from, to := j.plan.records(shard)
	drop, err := j.leaves(ctx, from, to, run)
	if err != nil {
		return err
	}
	lanes, err := j.openLanes(shard)
	defer func() {
		for _, l := range lanes {
			l.discard()
		}
	}()
	if err != nil {
		return err
	}
	counted, err := pump(ctx, j.corpus, stretch{from, to}, lanes, j.rangeSize(), run, drop)
	if err != nil {
		return err
	}
	manifest := ShardManifest{Plan: j.hash, Shard: shard, First: from, End: to, Left: counted.left, Stats: counted.stats}
	for k, l := range lanes {
		if err := l.close(); err != nil {
			return err
		}
		rows := l.rows()
		for i, f := range l.files() {
			s := j.plan.Subsets[k]
			manifest.Files = append(manifest.Files, File{
				Path: j.plan.path(s, j.plan.Splits[i].Name, shard), Subset: s.Name, Split: j.plan.Splits[i].Name, Rows: rows[i],
				Bytes: f.bytes, SHA256: f.sha256(),
			})
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for k, l := range lanes {
		for _, f := range l.files() {
			if err := f.commit(); err != nil {
				return err
			}
		}
		if err := syncDir(filepath.Join(j.dir, "data", j.plan.Subsets[k].Name)); err != nil {
			return err
		}
	}
	text, err := json.MarshalIndent(manifest, "", "  ")
	if err != nil {
		return err
	}
	manifest.Sum = sumOf(text)
	return j.writeJSON(j.manifestPath(shard), manifest)
}

// openLanes creates the files of a shard. With an error it returns those that it has created.
func (j *Job) openLanes(shard int) (lanes []lane, err error) {
	for _, s := range j.plan.Subsets {
		if err := os.MkdirAll(filepath.Join(j.dir, "data", s.Name), 0o755); err != nil {
			return lanes, err
		}
		opt := s.options()
		opt.Splits = j.plan.Splits
		var paths []string
		for _, split := range j.plan.Splits {
			paths = append(paths, filepath.Join(j.dir, filepath.FromSlash(j.plan.path(s, split.Name, shard))))
		}
		l, err := newLane(j.corpus, opt, paths)
		if err != nil {
			return lanes, err
		}
		lanes = append(lanes, l)
	}
	return lanes, nil
}

// rangeSize returns the size of ranges that suits all subsets.
func (j *Job) rangeSize() int64 {
	parquet := false
	for _, s := range j.plan.Subsets {
		parquet = parquet || s.Format == Parquet
	}
	return rangeSize(j.plan.Splits, parquet)
}

func (j *Job) writeJSON(path string, v any) error {
	text, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		return err
	}
	if err := writeFile(path, append(text, '\n')); err != nil {
		return err
	}
	return syncDir(filepath.Dir(path))
}

// done returns the manifest of a shard that is done. The error says what is missing of it, and wraps [ErrIncomplete].
func (j *Job) done(shard int) (*ShardManifest, error) {
	path := j.manifestPath(shard)
	text, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("export: shard %d: %w: it has no manifest", shard, ErrIncomplete)
	case err != nil:
		return nil, fmt.Errorf("export: shard %d: reading its manifest: %w", shard, err)
	}
	m := new(ShardManifest)
	if err := json.Unmarshal(text, m); err != nil {
		return nil, fmt.Errorf("export: shard %d: %w: %s: %v", shard, ErrIncomplete, path, err)
	}
	if m.Sum != sumOf(text) {
		return nil, fmt.Errorf("export: shard %d: %w: %s is damaged", shard, ErrIncomplete, path)
	}
	if m.Plan != j.hash || m.Shard != shard || len(m.Files) != len(j.plan.Subsets)*len(j.plan.Splits) {
		return nil, fmt.Errorf("export: shard %d: %w: %s is of another plan or shard", shard, ErrIncomplete, path)
	}
	i := 0
	for _, s := range j.plan.Subsets {
		for _, split := range j.plan.Splits {
			f := m.Files[i]
			i++
			if want := j.plan.path(s, split.Name, shard); f.Path != want {
				return nil, fmt.Errorf("export: shard %d: %w: %s names %q where %q must stand", shard, ErrIncomplete, path, f.Path, want)
			}
			info, err := os.Lstat(filepath.Join(j.dir, filepath.FromSlash(f.Path)))
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return nil, fmt.Errorf("export: shard %d: %w: %s is missing", shard, ErrIncomplete, f.Path)
			case err != nil:
				return nil, fmt.Errorf("export: shard %d: %w", shard, err)
			case !info.Mode().IsRegular():
				return nil, fmt.Errorf("export: shard %d: %w: %s is not a file", shard, ErrIncomplete, f.Path)
			case info.Size() != f.Bytes:
				return nil, fmt.Errorf("export: shard %d: %w: %s has %d bytes, its manifest says %d", shard, ErrIncomplete, f.Path,
					info.Size(), f.Bytes)
			}
		}
	}
	return m, nil
}
