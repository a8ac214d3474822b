package export

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"github.com/parquet-go/parquet-go"

	"github.com/gridscribe/gridscribe/export/audit"
)

// ErrNotAudited is wrapped by the error for a corpus without the rows that an audit reads.
var ErrNotAudited = errors.New("no subset of the view native")

// Audit looks through the files of the first subset of the view native for problems that two splits share, for repeats and
// for shortcuts: see [audit.Run]. It reads what a file shows and trusts nothing of what made it. All shards must be done.
func (j *Job) Audit(ctx context.Context, workers int) (*audit.Report, error) {
	k := j.plan.native()
	if k < 0 {
		return nil, fmt.Errorf("export: %w, which an audit reads", ErrNotAudited)
	}
	// Not in the system's folder for temporary files, which a container need not have.
	temp, err := os.MkdirTemp(filepath.Join(j.dir, shardsDir), temporary+"*"+auditSuffix)
	if err != nil {
		return nil, fmt.Errorf("export: auditing: %w", err)
	}
	defer os.RemoveAll(temp)
	r, err := audit.Run(ctx, j.nativeRows(k), audit.Options{Workers: workers, Dir: temp})
	if err != nil {
		if last := j.lastAudit(); last != nil && ctx.Err() == nil {
			return last, nil // another process has done it meanwhile, and cleaned up after both
		}
		return nil, fmt.Errorf("export: auditing %s: %w", j.plan.Subsets[k].Name, err)
	}
	return r, j.writeJSON(filepath.Join(j.dir, auditName), audited{j.hash, r})
}

// nativeRows yields the rows of all files of a subset of the view native.
func (j *Job) nativeRows(subset int) iter.Seq2[audit.Row, error] {
	return func(yield func(audit.Row, error) bool) {
		for shard := range j.plan.Shards {
			m, err := j.done(shard)
			if err != nil {
				yield(audit.Row{}, err)
				return
			}
			for i, split := range j.plan.Splits {
				file := m.Files[subset*len(j.plan.Splits)+i]
				for row, err := range readNative(filepath.Join(j.dir, filepath.FromSlash(file.Path)), split.Name, j.plan.Subsets[subset].Format) {
					if !yield(row, err) || err != nil {
						return
					}
				}
			}
		}
	}
}

// readNative yields the rows of a file of the view native.
func readNative(path, split string, format Format) iter.Seq2[audit.Row, error] {
	return func(yield func(audit.Row, error) bool) {
		file, err := os.Open(path)
		if err != nil {
			yield(audit.Row{}, err)
			return
		}
		defer file.Close()
		if format == Parquet {
			if err := readNativeParquet(file, split, yield); err != nil {
				yield(audit.Row{}, fmt.Errorf("reading %s: %w", path, err))
			}
			return
		}
		in, err := decompressor(format, file)
		if err != nil {
			yield(audit.Row{}, fmt.Errorf("reading %s: %w", path, err))
			return
		}
		defer in.Close()
		for row, err := range audit.ReadNative(in, split, path) {
			if !yield(row, err) {
				return
			}
		}
	}
}

func readNativeParquet(file *os.File, split string, yield func(audit.Row, error) bool) error {
	info, err := file.Stat()
	if err != nil {
		return err
	}
	whole, err := parquet.OpenFile(file, info.Size()) // a reader of a file that is none would panic
	if err != nil {
		return err
	}
	r := parquet.NewGenericReader[NativeRow](whole)
	defer r.Close()
	rows := make([]NativeRow, batchRows)
	for {
		n, err := r.Read(rows)
		for _, row := range rows[:n] {
			ok := yield(audit.Row{
				ID: row.ID, Split: split, Family: row.Family, Prompt: row.Prompt, Answer: row.Answer, Level: row.Level,
				Choice: row.Choice, Medium: row.Medium,
			}, nil)
			if !ok {
				return nil
			}
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

// audited is what the file audit.json holds.
type audited struct {
	Plan   string        `json:"plan"` // hash of plan.json
	Report *audit.Report `json:"report"`
}

// auditName is the file of an audit, and auditSuffix ends the name of the folder of its temporary files.
const (
	auditName   = "audit.json"
	auditSuffix = "-audit"
)

// lastAudit returns the report of the last audit of this corpus, nil if there was none.
func (j *Job) lastAudit() *audit.Report {
	text, err := os.ReadFile(filepath.Join(j.dir, auditName))
	var last audited
	if err != nil || json.Unmarshal(text, &last) != nil || last.Plan != j.hash {
		return nil
	}
	return last.Report
}
