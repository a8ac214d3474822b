package gridscribe_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
)

func corpusOf(tb testing.TB, records int64) *gridscribe.Corpus {
	cfg := gridscribe.Text2Space()
	cfg.Records = records
	return mustCorpus(tb, cfg)
}

type span struct{ from, to int64 }

// spanWork returns its range, and lets others overtake it.
func spanWork(_ context.Context, _ *gridscribe.Builder, from, to int64) (span, error) {
	for range from % 5 {
		runtime.Gosched()
	}
	return span{from, to}, nil
}

var workerCounts = []int{-1, 0, 1, 2, 3, 7, 64}

func TestRangesComeInOrder(t *testing.T) {
	for _, records := range []int64{0, 1, 2, 9, 10, 11, 500} {
		for _, size := range []int64{-3, 0, 1, 3, 10, 499, 500, 501, 1 << 62} {
			for _, workers := range workerCounts {
				step := max(size, 1)
				var want, got []span
				for from := int64(0); from < records; from += step {
					want = append(want, span{from, min(from+step, records)})
				}
				for s, err := range gridscribe.Ranges(t.Context(), corpusOf(t, records), size, workers, spanWork) {
					if err != nil {
						t.Fatal(err)
					}
					got = append(got, s)
				}
				if !slices.Equal(got, want) {
					t.Errorf("%d records in ranges of %d by %d workers: got %v, want %v", records, size, workers, got, want)
				}
			}
		}
	}
}

// TestRangesTwice: the sequence can be gone through again.
func TestRangesTwice(t *testing.T) {
	for _, workers := range workerCounts {
		all := gridscribe.Ranges(t.Context(), corpusOf(t, 30), 7, workers, spanWork)
		for range 2 {
			n := 0
			for range all {
				n++
			}
			if n != 5 {
				t.Errorf("%d workers: %d ranges, want 5", workers, n)
			}
		}
	}
}

// TestRangesStopAtFirstError: everything before the first failing range comes, then its error, then nothing, whichever
// range happens to fail first in time.
func TestRangesStopAtFirstError(t *testing.T) {
	for _, workers := range workerCounts {
		for _, bad := range []int64{0, 40, 490} {
			boom := errors.New("boom")
			work := func(_ context.Context, _ *gridscribe.Builder, from, to int64) (span, error) {
				if from >= bad {
					return span{}, fmt.Errorf("range %d: %w", from, boom)
				}
				runtime.Gosched() // later ranges fail before earlier ones are done
				return span{from, to}, nil
			}
			next, failed := int64(0), false
			for s, err := range gridscribe.Ranges(t.Context(), corpusOf(t, 500), 10, workers, work) {
				switch {
				case failed:
					t.Errorf("%d workers: the sequence goes on after its error", workers)
				case err != nil:
					failed = true
					if want := fmt.Sprintf("range %d: boom", bad); err.Error() != want || !errors.Is(err, boom) {
						t.Errorf("%d workers: error %v, want %s", workers, err, want)
					}
				case s.from != next:
					t.Errorf("%d workers: range %v, want one from %d", workers, s, next)
				default:
					next = s.to
				}
			}
			if !failed || next != bad {
				t.Errorf("%d workers: failed %t after %d records, want %d", workers, failed, next, bad)
			}
		}
	}
}

func TestRangesStopWhenCancelled(t *testing.T) {
	why := errors.New("enough")
	for _, workers := range workerCounts {
		for _, after := range []int{0, 1, 7} {
			ctx, cancel := context.WithCancelCause(t.Context())
			if after == 0 {
				cancel(why)
			}
			n, failed := 0, false
			for s, err := range gridscribe.Ranges(ctx, corpusOf(t, 5000), 10, workers, spanWork) {
				if failed {
					t.Fatalf("%d workers: the sequence goes on after its error", workers)
				}
				if err != nil {
					failed = true
					if !errors.Is(err, context.Canceled) {
						t.Errorf("%d workers: %v", workers, err)
					}
					continue
				}
				if s.from != int64(n)*10 {
					t.Errorf("%d workers: range %v after %d others", workers, s, n)
				}
				if n++; n == after {
					cancel(why)
				}
			}
			cancel(why)
			// What was done already may still come: at most about two results a worker.
			if most := after + 2*max(workers, 1) + 2; !failed || n < after || n > most {
				t.Errorf("%d workers, cancelled after %d: failed %t after %d", workers, after, failed, n)
			}
		}
	}
}

// TestRangesBuildersAreApart: no builder is used by two workers at once. The race detector sees the rest.
func TestRangesBuildersAreApart(t *testing.T) {
	busy := make(map[*gridscribe.Builder]*atomic.Int32)
	guard := make(chan struct{}, 1)
	work := func(_ context.Context, b *gridscribe.Builder, from, to int64) (int, error) {
		guard <- struct{}{}
		if busy[b] == nil {
			busy[b] = new(atomic.Int32)
		}
		mine := busy[b]
		<-guard
		if mine.Add(1) != 1 {
			return 0, errors.New("two workers share a builder")
		}
		defer mine.Add(-1)
		var rec gridscribe.Record
		for i := from; i < to; i++ {
			if err := b.Build(&rec, i); err != nil {
				return 0, err
			}
		}
		return 0, nil
	}
	for _, err := range gridscribe.Ranges(t.Context(), corpusOf(t, 1000), 3, 7, work) {
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(busy) > 7 {
		t.Errorf("%d builders for 7 workers", len(busy))
	}
}

// TestRangesWaitLittle: a reader that stops reading stops the workers too.
func TestRangesWaitLittle(t *testing.T) {
	for _, workers := range []int{2, 7} {
		var started atomic.Int64
		work := func(context.Context, *gridscribe.Builder, int64, int64) (int, error) {
			started.Add(1)
			return 0, nil
		}
		n := int64(0)
		for range gridscribe.Ranges(t.Context(), corpusOf(t, 1000), 1, workers, work) {
			n++
			for range 50 {
				runtime.Gosched()
			}
			if ahead := started.Load() - n; ahead > int64(2*workers+2) {
				t.Errorf("%d workers are %d ranges ahead", workers, ahead)
				break
			}
		}
	}
}

// TestRangesLeaveNothingBehind: whichever way the loop ends, its goroutines are gone when it has.
func TestRangesLeaveNothingBehind(t *testing.T) {
	before := runtime.NumGoroutine()
	for range 20 {
		for _, workers := range []int{2, 7} {
			for range gridscribe.Ranges(t.Context(), corpusOf(t, 1000), 5, workers, spanWork) {
				break
			}
			for s := range gridscribe.Ranges(t.Context(), corpusOf(t, 1000), 5, workers, spanWork) {
				if s.from >= 100 {
					break
				}
			}
			func() {
				defer func() { _ = recover() }()
				for range gridscribe.Ranges(t.Context(), corpusOf(t, 1000), 5, workers, spanWork) {
					panic("the reader gives up")
				}
			}()
			ctx, cancel := context.WithCancel(t.Context())
			for range gridscribe.Ranges(ctx, corpusOf(t, 1000), 5, workers, spanWork) {
				cancel()
			}
			cancel()
		}
	}
	// A goroutine that has told its wait group that it is done may need a moment more to end.
	for wait := 0; runtime.NumGoroutine() > before && wait < 1000; wait++ {
		time.Sleep(time.Millisecond)
	}
	if after := runtime.NumGoroutine(); after > before {
		t.Errorf("%d goroutines, %d before", after, before)
	}
}

func TestAllStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	for rec, err := range corpusOf(t, 100).All(ctx) {
		if err != nil {
			if !errors.Is(err, context.Canceled) || rec != nil || n != 5 {
				t.Errorf("after %d records %v, %v", n, rec, err)
			}
			n = -1
			continue
		}
		if n < 0 {
			t.Fatal("All goes on after its error")
		}
		if n++; n == 5 {
			cancel()
		}
	}
	if n != -1 {
		t.Errorf("All gave %d records and no error", n)
	}
	for range corpusOf(t, 0).All(t.Context()) {
		t.Error("an empty corpus has a record")
	}
}

// TestRangesCompleteInSpiteOfCancel: the same corpus gives the same sequence whatever the number of workers, also when
// the reader cancels while it holds the last result.
func TestRangesCompleteInSpiteOfCancel(t *testing.T) {
	for _, workers := range workerCounts {
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		for _, err := range gridscribe.Ranges(ctx, corpusOf(t, 30), 10, workers, spanWork) {
			if err != nil {
				t.Errorf("%d workers: %v after all %d ranges", workers, err, n)
				continue
			}
			if n++; n == 3 {
				cancel()
			}
		}
		cancel()
	}
}

// TestRangesIn holds that a part of the records is cut as all of them are, from where it begins.
func TestRangesIn(t *testing.T) {
	c := mustCorpus(t, gridscribe.Text2Space())
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.Int64Range(0, 50).Draw(t, "first")
		end := rapid.Int64Range(first, 90).Draw(t, "end")
		size := rapid.Int64Range(1, 30).Draw(t, "size")
		next := first
		for got, err := range gridscribe.RangesIn(context.Background(), c, first, end, size, rapid.IntRange(1, 3).Draw(t, "workers"),
			func(_ context.Context, _ *gridscribe.Builder, from, to int64) ([2]int64, error) {
				return [2]int64{from, to}, nil
			}) {
			if err != nil {
				t.Fatal(err)
			}
			if got[0] != next || got[1] != min(next+size, end) {
				t.Fatalf("from %d: %v", next, got)
			}
			next = got[1]
		}
		if next != end {
			t.Fatalf("ends at %d, want %d", next, end)
		}
	})
}
