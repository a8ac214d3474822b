package export

import (
	"context"
	"errors"
	"io"
	"sync"
)

// auditBatch is so many rows on their way through an audit.
type auditBatch struct {
	rows     []auditRow
	bytes    int
	findings []AuditFinding
	done     chan struct{}
}

// auditRow is a problem, or why there is none.
type auditRow struct {
	problem Problem
	err     error
}

// A batch is full with so many rows, or so much text.
const (
	auditRows  = 128
	auditBytes = 1 << 20
)

// Audit solves every problem of a data set, in any form that [ReadProblems] reads, from its text alone, and compares
// the answer with the label. Each is called with what there is to say of a row: in the order of the file, for every row
// whose label was not found to follow or that has notes. It may be nil. File is only for messages.
//
// The error is ctx's, or each's, or a [*ProblemError] for a file that cannot be read (to its end); the report is then
// of what came before. Memory does not grow with the file; every row is solved in parallel, and nothing depends on how
// many at a time.
func Audit(ctx context.Context, r io.Reader, file string, opt AuditOptions, each func(AuditFinding) error) (AuditReport, error) {
	var report AuditReport
	if err := opt.Validate(); err != nil {
		return report, err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	workers := opt.workers()
	work, inOrder := make(chan *auditBatch, workers), make(chan *auditBatch, 2*workers)
	var running sync.WaitGroup
	defer running.Wait()
	defer stop(nil) // before waiting
	running.Add(1 + workers)
	go func() {
		defer running.Done()
		defer close(inOrder)
		defer close(work)
		for b := range batches(r, file) {
			for _, to := range [2]chan *auditBatch{inOrder, work} {
				select {
				case to <- b:
				case <-ctx.Done():
					return
				}
			}
		}
	}()
	for range workers {
		go func() {
			defer running.Done()
			checker := auditChecker{opt: opt}
			for b := range work {
				if ctx.Err() == nil {
					checker.batch(b)
				}
				close(b.done)
			}
		}()
	}
	told := 0
	var last error // the end of the file, if it is not a good one
	for b := range inOrder {
		select {
		case <-b.done:
		case <-ctx.Done():
		}
		if ctx.Err() != nil {
			break
		}
		for i := range b.findings {
			f := &b.findings[i]
			var fault *ProblemError
			if errors.As(b.rows[i].err, &fault) && (fault.Fault == FaultRead || fault.Fault == FaultUnknownForm) {
				last = fault
				continue
			}
			report.add(f, opt.kinds(), &told)
			if each == nil || f.Verdict == AuditFollows && len(f.Notes) == 0 {
				continue
			}
			if err := each(*f); err != nil {
				stop(err)
				return report, err
			}
		}
	}
	if err := context.Cause(ctx); err != nil {
		return report, err
	}
	return report, last
}

// batches gathers the rows of a file.
func batches(r io.Reader, file string) func(yield func(*auditBatch) bool) {
	return func(yield func(*auditBatch) bool) {
		b := &auditBatch{done: make(chan struct{})}
		for p, err := range ReadProblems(r, file) {
			b.rows = append(b.rows, auditRow{p, err})
			b.bytes += len(p.Story) + len(p.Question) + len(p.Drawing.Simple) + len(p.Drawing.Grid) + len(p.Drawing.Panel)
			if len(b.rows) < auditRows && b.bytes < auditBytes {
				continue
			}
			if !yield(b) {
				return
			}
			b = &auditBatch{done: make(chan struct{})}
		}
		if len(b.rows) > 0 {
			yield(b)
		}
	}
}
