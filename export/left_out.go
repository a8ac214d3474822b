package export

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gridscribe/gridscribe"
)

// repeatsPath is the file that lists which records of the corpus are repeats. It is made once, by whoever needs it
// first.
func (j *Job) repeatsPath() string { return filepath.Join(j.dir, shardsDir, "repeats") }

// Prepare does what all shards need and one process can do ahead: where the plan says Unique it finds the repeats,
// which takes as long as making all records. Without it the first shard does.
func (j *Job) Prepare(ctx context.Context, run Run) error {
	if !j.plan.Unique {
		return nil
	}
	_, err := j.repeats(ctx, 0, 0, run)
	return err
}

// repeats returns the repeats among some records.
func (j *Job) repeats(ctx context.Context, from, to int64, run Run) (*repeats, error) {
	r, err := j.readRepeats(from, to)
	if err == nil {
		return r, nil
	}
	// What cannot be read is made anew: it is a function of the plan.
	file, err := createFile(j.repeatsPath())
	if err != nil {
		return nil, err
	}
	defer file.discard()
	opt := repeatOptions{Workers: run.Workers, Temp: filepath.Join(j.dir, shardsDir)}
	_, err = findRepeats(ctx, j.corpus, (*gridscribe.Record).Fingerprint, file, opt)
	if err = errors.Join(err, file.finish()); err == nil {
		err = file.commit()
	}
	if err != nil {
		return nil, fmt.Errorf("finding repeats: %w", err)
	}
	if err := syncDir(filepath.Join(j.dir, shardsDir)); err != nil {
		return nil, err
	}
	return j.readRepeats(from, to)
}

func (j *Job) readRepeats(from, to int64) (*repeats, error) {
	file, err := os.Open(j.repeatsPath())
	if err != nil {
		return nil, err
	}
	defer file.Close()
	r, err := readRepeats(file, from, to)
	if err != nil {
		return nil, err
	}
	if r.Count.Records != j.plan.Config.Records {
		return nil, fmt.Errorf("export: %s is about %d records, the plan has %d", j.repeatsPath(), r.Count.Records, j.plan.Config.Records)
	}
	return r, nil
}

// repeatCount returns what was found of repeats, nil where they were not looked for.
func (j *Job) repeatCount(ctx context.Context) (*RepeatCount, error) {
	if !j.plan.Unique {
		return nil, nil
	}
	r, err := j.repeats(ctx, 0, 0, Run{Workers: 1})
	if err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return &r.Count, nil
}

// leaves returns what says why a record between from and to is left out, nil where none is.
func (j *Job) leaves(ctx context.Context, from, to int64, run Run) (func(*gridscribe.Record) reason, error) {
	if !j.plan.Unique && j.exclusion.Len() == 0 {
		return nil, nil
	}
	var again *repeats
	if j.plan.Unique {
		var err error
		if again, err = j.repeats(ctx, from, to, run); err != nil {
			return nil, err
		}
	}
	return func(rec *gridscribe.Record) reason {
		switch {
		case j.exclusion.Has(rec):
			return excluded
		case again.Has(rec.Index):
			return repeated
		}
		return kept
	}, nil
}
