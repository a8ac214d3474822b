package export

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"io"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
)

// repeatsOf finds the repeats of a corpus.
func repeatsOf(t *testing.T, cfg gridscribe.Config, key func(*gridscribe.Record) uint64, opt repeatOptions) ([]byte, RepeatCount) {
	t.Helper()
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	opt.Temp = t.TempDir()
	count, err := findRepeats(t.Context(), corpus, key, &out, opt)
	if err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(opt.Temp); err != nil || len(left) > 0 {
		t.Errorf("%d files are left, %v", len(left), err)
	}
	return out.Bytes(), count
}

func listed(t *testing.T, file []byte, from, to int64) (all []int64) {
	t.Helper()
	set, err := readRepeats(bytes.NewReader(file), from, to)
	if err != nil {
		t.Fatal(err)
	}
	for i := int64(0); i < to+100; i++ {
		if set.Has(i) {
			all = append(all, i)
		}
	}
	return all
}

// smallText is a corpus with many repeats.
func smallText(records int64) gridscribe.Config {
	cfg := gridscribe.Text2Space()
	cfg.Records = records
	cfg.Objects = []gridscribe.ObjectWeight{{Objects: 2, Weight: 1}, {Objects: 3, Weight: 2}, {Objects: 5, Weight: 1}}
	return cfg
}

// TestFindRepeats compares with a map of all problems, in memory and through files, with any number of workers.
func TestFindRepeats(t *testing.T) {
	for name, cfg := range map[string]gridscribe.Config{"shapes": smallText(20_000), "hops": gridscribe.StepGame(), "levels": gridscribe.Leveled()} {
		switch name {
		case "hops":
			cfg.Records = 9000
		case "levels":
			cfg.Records = 500
		}
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		first, want := make(map[uint64]string), []int64(nil)
		cells := make(map[repeatKey]RepeatCell)
		splits := DefaultSplits()
		for rec, err := range corpus.All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			k := cellOf(map[string]string{"shapes": "objects", "hops": "hops", "levels": "level"}[name], rec)
			cell := cells[k]
			cell.Family, cell.Size = k.family, k.size
			cell.Records++
			split := splits[splitOf(splits, rec.TextFingerprint())].Name
			if other, ok := first[rec.Fingerprint()]; !ok {
				first[rec.Fingerprint()] = split
			} else if want = append(want, rec.Index); other != split {
				t.Fatalf("%s: record %d is in %s, what it repeats in %s", name, rec.Index, split, other)
			} else {
				cell.Repeats++
			}
			cells[k] = cell
		}
		var before []byte
		for _, opt := range []repeatOptions{{}, {Workers: 3, Memory: leastRepeatMemory}, {Workers: 2, Memory: 100_000}} {
			file, count := repeatsOf(t, cfg, (*gridscribe.Record).Fingerprint, opt)
			if got := listed(t, file, 0, cfg.Records); !slices.Equal(got, want) {
				t.Fatalf("%s, %+v: %d repeats; want %d", name, opt, len(got), len(want))
			}
			if before != nil && !bytes.Equal(file, before) {
				t.Errorf("%s: the file depends on %+v", name, opt)
			}
			before = file
			if count.Records != cfg.Records || count.Repeats != int64(len(want)) || len(count.Cells) != len(cells) || len(count.Corpus) != 8 {
				t.Errorf("%s: %+v", name, count)
			}
			for _, c := range count.Cells {
				if cells[repeatKey{c.Family, c.Size}] != c {
					t.Errorf("%s: %+v; want %+v", name, c, cells[repeatKey{c.Family, c.Size}])
				}
			}
			set, err := readRepeats(bytes.NewReader(file), 10, 20)
			if err != nil || cmp.Diff(set.Count, count) != "" {
				t.Errorf("%s: the count is read back as %+v, %v", name, set, err)
			}
		}
		if name != "levels" && len(want) < 100 {
			t.Errorf("%s: %d repeats are too few to see anything", name, len(want))
		}
		t.Logf("%s: %d of %d records repeat, %d bytes", name, len(want), cfg.Records, len(before))
	}
}

// TestRepeatsOfPrefix: the repeats of a shorter corpus are those of a longer one, up to its end.
func TestRepeatsOfPrefix(t *testing.T) {
	long, _ := repeatsOf(t, smallText(6000), (*gridscribe.Record).Fingerprint, repeatOptions{})
	short, _ := repeatsOf(t, smallText(2500), (*gridscribe.Record).Fingerprint, repeatOptions{})
	if a, b := listed(t, long, 0, 2500), listed(t, short, 0, 2500); !slices.Equal(a, b) {
		t.Error("a shorter corpus has other repeats")
	}
	all := listed(t, long, 0, 6000)
	for _, r := range [][2]int64{{0, 1}, {63, 64}, {1000, 2345}, {5999, 6000}, {17, 17}, {5000, 9000}} {
		var want []int64
		for _, i := range all {
			if i >= r[0] && i < r[1] {
				want = append(want, i)
			}
		}
		if got := listed(t, long, r[0], r[1]); !slices.Equal(got, want) {
			t.Errorf("records %d to %d: %v; want %v", r[0], r[1], got, want)
		}
	}
}

// TestRepeatsOfWindows: a corpus whose bits do not fit into memory is gone over several times.
func TestRepeatsOfWindows(t *testing.T) {
	cfg := gridscribe.BAbI17() // records that cost next to nothing
	cfg.Records = 300_000      // 64 KiB hold bits of 131,072
	key := func(rec *gridscribe.Record) uint64 { return uint64(rec.Index % 100_003) }
	file, count := repeatsOf(t, cfg, key, repeatOptions{Workers: 2, Memory: leastRepeatMemory})
	if count.Repeats != 300_000-100_003 {
		t.Errorf("%d repeats", count.Repeats)
	}
	set, err := readRepeats(bytes.NewReader(file), 0, cfg.Records)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cfg.Records {
		if set.Has(i) != (i >= 100_003) {
			t.Fatalf("record %d: %t", i, set.Has(i))
		}
	}
}

// TestReadRepeatsErrors: no file that is cut off or changed is taken for a whole one.
func TestReadRepeatsErrors(t *testing.T) {
	file, _ := repeatsOf(t, smallText(400), (*gridscribe.Record).Fingerprint, repeatOptions{})
	for n := range file {
		if _, err := readRepeats(bytes.NewReader(file[:n]), 0, 400); !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Fatalf("%d of %d bytes: %v", n, len(file), err)
		}
		bad := bytes.Clone(file)
		bad[n] ^= 0x10
		if _, err := readRepeats(bytes.NewReader(bad), 0, 400); err == nil {
			t.Fatalf("byte %d of %d is another, and all is well", n, len(file))
		}
	}
	for _, bad := range [][]byte{nil, []byte("PAR1 and so on, but nothing of repeats"), append(bytes.Clone(file), 0)} {
		if _, err := readRepeats(bytes.NewReader(bad), 0, 400); err == nil {
			t.Errorf("%.20q is read", bad)
		}
	}
	if _, err := readRepeats(bytes.NewReader(file), 5, 4); err == nil {
		t.Error("a range from 5 to 4 is read")
	}
}

// TestFindRepeatsErrors: options out of range, a disk that is full and an end from outside are told, and nothing is
// left.
func TestFindRepeatsErrors(t *testing.T) {
	corpus, err := gridscribe.NewCorpus(smallText(9000))
	if err != nil {
		t.Fatal(err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	for name, run := range map[string]func() error{
		"workers": func() error {
			_, err := findRepeats(t.Context(), corpus, (*gridscribe.Record).Fingerprint, io.Discard, repeatOptions{Workers: -1})
			return err
		},
		"memory": func() error {
			_, err := findRepeats(t.Context(), corpus, (*gridscribe.Record).Fingerprint, io.Discard, repeatOptions{Memory: 10})
			return err
		},
		"folder": func() error {
			_, err := findRepeats(t.Context(), corpus, (*gridscribe.Record).Fingerprint, io.Discard, repeatOptions{Memory: leastRepeatMemory, Temp: "/nowhere/at/all"})
			return err
		},
		"end": func() error {
			_, err := findRepeats(ended, corpus, (*gridscribe.Record).Fingerprint, io.Discard, repeatOptions{})
			return err
		},
		"disk": func() error {
			in, out := io.Pipe()
			in.CloseWithError(errors.New("full"))
			_, err := findRepeats(t.Context(), corpus, (*gridscribe.Record).Fingerprint, out, repeatOptions{})
			return err
		},
	} {
		if err := run(); err == nil {
			t.Errorf("%s: no error", name)
		} else {
			t.Logf("%s: %v", name, err)
		}
	}
}

var (
	repeatRecords = flag.Int64("repeats.records", 0, "how many Text2Space records TestRepeatsAtScale looks at; 0 skips it")
	repeatWorkers = flag.Int("repeats.workers", 2, "with so many workers")
)

// TestRepeatsAtScale shows what it takes: go test ./export -run RepeatsAtScale -v -repeats.records 1000000
func TestRepeatsAtScale(t *testing.T) {
	if *repeatRecords == 0 {
		t.Skip("run with -repeats.records")
	}
	cfg := gridscribe.Text2Space()
	cfg.Records = *repeatRecords
	file, count := repeatsOf(t, cfg, (*gridscribe.Record).Fingerprint, repeatOptions{Workers: *repeatWorkers})
	t.Logf("%d of %d records repeat; %d bytes", count.Repeats, count.Records, len(file))
	for _, c := range count.Cells {
		t.Logf("%s, %d %s: %d of %d repeat, %d problems", c.Family, c.Size, count.By, c.Repeats, c.Records, c.Records-c.Repeats)
	}
}
