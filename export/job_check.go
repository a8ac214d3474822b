package export

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// ShardStatus is how far a shard is.
type ShardStatus struct {
	Shard   int    `json:"shard"`
	First   int64  `json:"first"`   // number of its first record
	Records int64  `json:"records"` // before any are left out
	Done    bool   `json:"done"`
	Rows    int64  `json:"rows"`             // of all its files; 0 until it is done
	Bytes   int64  `json:"bytes"`            // likewise
	Reason  string `json:"reason,omitempty"` // why it is not done
}

// Status says how far every shard is, by the sizes of its files.
func (j *Job) Status() []ShardStatus {
	all := make([]ShardStatus, j.plan.Shards)
	for shard := range all {
		from, to := j.plan.records(shard)
		s := ShardStatus{Shard: shard, First: from, Records: to - from}
		if m, err := j.done(shard); err != nil {
			s.Reason = err.Error()
		} else {
			s.Done = true
			for _, f := range m.Files {
				s.Rows += f.Rows
				s.Bytes += f.Bytes
			}
		}
		all[shard] = s
	}
	return all
}

// Verify reads all files of a shard and reports the first that is not what its manifest says, with an error that wraps
// [ErrIncomplete].
func (j *Job) Verify(ctx context.Context, shard int) error {
	if err := j.checkShard(shard); err != nil {
		return err
	}
	m, err := j.done(shard)
	if err != nil {
		return err
	}
	for _, f := range m.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		sum, err := hashFile(filepath.Join(j.dir, filepath.FromSlash(f.Path)))
		if err != nil {
			return fmt.Errorf("export: shard %d: %w", shard, err)
		}
		if sum != f.SHA256 {
			return fmt.Errorf("export: shard %d: %w: %s has the SHA-256 %s, its manifest says %s", shard, ErrIncomplete, f.Path, sum,
				f.SHA256)
		}
	}
	return nil
}

// Forget removes the manifest of a shard, so that Make makes it again.
func (j *Job) Forget(shard int) error {
	if err := j.checkShard(shard); err != nil {
		return err
	}
	if err := os.Remove(j.manifestPath(shard)); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("export: shard %d: %w", shard, err)
	}
	return nil
}

func hashFile(path string) (string, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", fmt.Errorf("reading %s: %w", path, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
