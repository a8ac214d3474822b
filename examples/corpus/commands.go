package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"slices"
	"syscall"

	"github.com/gridscribe/gridscribe/export"
)

// job opens the folder: for what the flags say, or with none that do for what is planned there.
func (s *settings) job() (*export.Job, error) {
	if !s.planned {
		return export.Load(s.out)
	}
	return export.Open(s.out, s.plan)
}

func planCommand(ctx context.Context, s *settings, stdout, _ io.Writer) error {
	job, err := s.job()
	if err != nil {
		return planned(err)
	}
	if err := job.Prepare(ctx, export.Run{Workers: s.workers}); err != nil {
		return err
	}
	return printStatus(job, s, stdout)
}

func statusCommand(_ context.Context, s *settings, stdout, _ io.Writer) error {
	job, err := export.Load(s.out)
	if err != nil {
		return err
	}
	return printStatus(job, s, stdout)
}

// planned marks an error about what the command line asks for.
func planned(err error) error {
	for _, never := range []error{export.ErrOtherPlan, export.ErrNoPlan, export.ErrNotEmpty} {
		if errors.Is(err, never) {
			return err
		}
	}
	var system syscall.Errno
	if errors.As(err, &system) {
		return err
	}
	return usageError{err}
}

func printStatus(job *export.Job, s *settings, stdout io.Writer) error {
	all := job.Status()
	if s.json {
		text, err := json.MarshalIndent(all, "", "  ")
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "%s\n", text)
		return nil
	}
	done, rows := 0, int64(0)
	for _, shard := range all {
		if shard.Done {
			done++
			rows += shard.Rows
			continue
		}
		if s.progress {
			fmt.Fprintf(stdout, "shard %5d: records %d to %d: %s\n", shard.Shard, shard.First, shard.First+shard.Records-1, shard.Reason)
		}
	}
	fmt.Fprintf(stdout, "%d of %d shards are done, %d rows\n", done, len(all), rows)
	return nil
}

// suits reports why the shard that is asked for is none of so many.
func (s *settings) suits(shards int) error {
	switch {
	case s.shard >= shards:
		return usageError{fmt.Errorf("shard %d; 0 to %d are allowed", s.shard, shards-1)}
	case s.of > 0 && s.of != shards:
		return usageError{fmt.Errorf("-shard-from-env: the batch system makes %d shards and the plan has %d; submit all of them, or name one by -shard",
			s.of, shards)}
	}
	return nil
}

func makeCommand(ctx context.Context, s *settings, stdout, stderr io.Writer) error {
	if s.planned { // opening the job leaves a plan in the folder
		if err := s.suits(s.plan.Shards); err != nil {
			return err
		}
	}
	job, err := s.job()
	if err != nil {
		return planned(err)
	}
	shards := job.Plan().Shards
	if err := s.suits(shards); err != nil {
		return err
	}
	if s.shard >= 0 {
		return makeShard(ctx, job, s, s.shard, stderr)
	}
	order := make([]int, shards)
	for i := range order {
		order[i] = i
	}
	// Every process has an order of its own, so that those that work on one folder seldom make a shard twice.
	seed := maphash.MakeSeed()
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Compare(maphash.Comparable(seed, a), maphash.Comparable(seed, b))
	})
	for _, shard := range order {
		if err := makeShard(ctx, job, s, shard, stderr); err != nil {
			return err
		}
	}
	return finalize(ctx, job, s, stdout)
}

// errLeak is what an audit must not find. No other try will find less.
var errLeak = errors.New("two splits share evidence")

func auditCommand(ctx context.Context, s *settings, stdout, _ io.Writer) error {
	job, err := export.Load(s.out)
	if err != nil {
		return err
	}
	found, err := job.Audit(ctx, s.workers)
	if err != nil {
		return err
	}
	if s.json {
		err = json.NewEncoder(stdout).Encode(found)
	} else {
		_, err = stdout.Write(found.AppendText(nil))
	}
	if err != nil {
		return err
	}
	if _, err := job.Finalize(ctx); err != nil { // the card tells it
		return err
	}
	if n := max(found.All.EvidenceShared.Keys, found.Leaks()); n > 0 {
		return fmt.Errorf("%w: %d texts or scenes", errLeak, n)
	}
	return nil
}

func makeShard(ctx context.Context, job *export.Job, s *settings, shard int, stderr io.Writer) error {
	made, err := job.Make(ctx, shard, export.Run{Workers: s.workers})
	if err != nil || !s.progress {
		return err
	}
	what := "was done before"
	if made {
		what = "is done"
	}
	fmt.Fprintf(stderr, "shard %d of %d %s\n", shard, job.Plan().Shards, what)
	return nil
}

func verifyCommand(ctx context.Context, s *settings, stdout, stderr io.Writer) error {
	job, err := export.Load(s.out)
	if err != nil {
		return err
	}
	damaged := 0
	for shard := range job.Plan().Shards {
		err := job.Verify(ctx, shard)
		switch {
		case err == nil:
			continue
		case ctx.Err() != nil || !errors.Is(err, export.ErrIncomplete):
			return err
		}
		damaged++
		fmt.Fprintf(stderr, "%v\n", err)
		if s.forget {
			if err := job.Forget(shard); err != nil {
				return err
			}
		}
	}
	if damaged > 0 {
		return fmt.Errorf("%d of %d shards are damaged or missing; corpus make makes missing ones, with -forget damaged ones count as missing",
			damaged, job.Plan().Shards)
	}
	fmt.Fprintf(stdout, "%d shards are as their manifests say\n", job.Plan().Shards)
	return nil
}

func finalizeCommand(ctx context.Context, s *settings, stdout, _ io.Writer) error {
	job, err := export.Load(s.out)
	if err != nil {
		return err
	}
	return finalize(ctx, job, s, stdout)
}

func finalize(ctx context.Context, job *export.Job, s *settings, stdout io.Writer) error {
	m, err := job.Finalize(ctx)
	if err != nil {
		return err
	}
	if !s.progress {
		return nil
	}
	for _, subset := range m.Subsets {
		for _, split := range m.Splits {
			rows, size := m.Rows(subset.Name, split.Name)
			fmt.Fprintf(stdout, "%-24s %-12s %12d rows %14d bytes\n", subset.Name, split.Name, rows, size)
		}
	}
	for _, split := range m.Splits {
		if rows, _ := m.Rows(m.Subsets[0].Name, split.Name); rows == 0 && m.Stats.Records > 0 {
			fmt.Fprintf(stdout, "The split %s is empty: texts alike but for names, words, order and symmetry go to one split, and here few "+
				"differ in more.\n", split.Name)
		}
	}
	fmt.Fprintf(stdout, "%d records in %s\n", m.Stats.Records, s.out)
	return nil
}
