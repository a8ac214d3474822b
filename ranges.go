package gridscribe

import (
	"context"
	"iter"
	"sync"
)

// Ranges cuts the records 0 to Config.Records-1 into ranges of size records (at least 1), runs work over them on so
// many workers (at least 1), each with a builder of its own, and yields the results in order. At most about two results
// a worker wait at a time, so memory stays constant. The first error, also that of ctx, ends the sequence; so does
// leaving the loop. Either also ends the context that work is given, and Ranges waits for work that has begun. With one
// worker the work is done in the calling goroutine.
func Ranges[T any](
	ctx context.Context, c *Corpus, size int64, workers int,
	work func(ctx context.Context, b *Builder, from, to int64) (T, error),
) iter.Seq2[T, error] {
	return RangesIn(ctx, c, 0, c.cfg.Records, size, workers, work)
}

// RangesIn is [Ranges] over the records first up to, without, end.
func RangesIn[T any](
	ctx context.Context, c *Corpus, first, end, size int64, workers int,
	work func(ctx context.Context, b *Builder, from, to int64) (T, error),
) iter.Seq2[T, error] {
	size = max(size, 1)
	if workers <= 1 {
		return func(yield func(T, error) bool) {
			b := c.NewBuilder()
			for from, to := first, int64(0); from < end; from = to {
				to = from + min(size, end-from)
				out, err := doRange(ctx, b, from, to, work)
				if !yield(out, err) || err != nil {
					return
				}
			}
		}
	}
	return func(yield func(T, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel()

		type result struct {
			out T
			err error
		}
		type job struct {
			from, to int64
			done     chan result // holds one
		}
		jobs := make(chan job)
		order := make(chan chan result, workers) // what is awaited next, in order
		running.Add(1 + workers)
		go func() {
			defer running.Done()
			defer close(order)
			defer close(jobs)
			for from, to := first, int64(0); from < end; from = to {
				to = from + min(size, end-from)
				j := job{from, to, make(chan result, 1)}
				select {
				case order <- j.done:
				case <-ctx.Done():
					return
				}
				select {
				case jobs <- j:
				case <-ctx.Done():
					j.done <- result{err: ctx.Err()}
					return
				}
			}
		}()
		for range workers {
			go func() {
				defer running.Done()
				b := c.NewBuilder()
				for j := range jobs {
					out, err := doRange(ctx, b, j.from, j.to, work)
					j.done <- result{out, err}
				}
			}()
		}
		yielded := first
		for done := range order {
			r := <-done
			if !yield(r.out, r.err) || r.err != nil {
				return
			}
			yielded += min(size, end-yielded)
		}
		if yielded < end { // the dispatcher stopped at the end of ctx, with nothing in order to say so
			var none T
			yield(none, ctx.Err())
		}
	}
}

func doRange[T any](
	ctx context.Context, b *Builder, from, to int64,
	work func(ctx context.Context, b *Builder, from, to int64) (T, error),
) (T, error) {
	if err := ctx.Err(); err != nil {
		var none T
		return none, err
	}
	return work(ctx, b, from, to)
}
