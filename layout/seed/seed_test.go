package seed_test

import (
	"fmt"
	"math"
	"math/bits"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
)

// Inputs are fixed everywhere in this file, so no statistical test can flake: each always passes or always fails.

func word(k seed.Key) uint64 {
	var s seed.Stream
	s.Reset(k)
	return s.Uint64()
}

// TestGoldenWords holds the promise: these words never change while seed.Version is 2. A failure here means that every
// corpus ever made would come out different; bump the Version and say so in the release notes.
func TestGoldenWords(t *testing.T) {
	if seed.Version != 2 {
		t.Fatalf("stream version is %d, these goldens are for 2: write new ones", seed.Version)
	}
	goldens := []struct {
		corpus uint64
		name   string
		record int64
		want   uint64
	}{
		{0, "layout", 0, 0x8dd450f3744d6953},
		{0, "layout", 1, 0xfa28d1897aaf2c2d},
		{0, "layout", 1_000_000_000_000, 0x2e38193857e7d77a},
		{0, "words", 0, 0x808b73447edd1985},
		{0, "words", 1, 0xf746eb7a4fb5e9f5},
		{0, "words", 1_000_000_000_000, 0x1d7bde4d5345dde1},
		{1, "layout", 0, 0x921aa147e4e0fb7a},
		{1, "layout", 1, 0xc3799a74adb5e128},
		{1, "layout", 1_000_000_000_000, 0xefe25fcf244dc729},
		{1, "words", 0, 0x034e0dbaf3035db3},
		{1, "words", 1, 0xc5828966da873b4c},
		{1, "words", 1_000_000_000_000, 0xbb98cb8b6b444623},
		{1 << 63, "layout", 0, 0x629a16b1ffc0b10c},
		{1 << 63, "layout", 1, 0x7d42d8b28ecce173},
		{1 << 63, "layout", 1_000_000_000_000, 0x300061aaed195ba5},
		{1 << 63, "words", 0, 0x5a68a1a748ef7478},
		{1 << 63, "words", 1, 0x2a3e2640cc109af0},
		{1 << 63, "words", 1_000_000_000_000, 0xb59a8f2a0bdf6141},
		{42, "a name longer than one word", -1, 0x6797b0fc4196b7e7},
	}
	for _, g := range goldens {
		if got := word(seed.NewKey(g.corpus).Named(g.name).At(g.record)); got != g.want {
			t.Errorf("{%d, %q, %d, %#016x}: want %#016x", g.corpus, g.name, g.record, got, g.want)
		}
	}
}

// TestGoldenChoices holds what is built on the words: how Intn, Shuffle and Pick use them, and Key.Uint64.
func TestGoldenChoices(t *testing.T) {
	key := seed.NewKey(7).Named("layout").At(3)
	s := key.Stream()
	var draws []int
	for _, n := range []int{2, 3, 8, 10, 100, 1000, 1 << 30, 2_000_000_011} {
		draws = append(draws, s.Intn(n))
	}
	order := []int{0, 1, 2, 3, 4, 5, 6, 7}
	seed.Shuffle(s, order)
	var picks []int
	for range 8 {
		picks = append(picks, seed.Pick(s, []int{3, 0, 2, 5}, 10))
	}
	for _, g := range []struct {
		what      string
		got, want []int
	}{
		{"Intn", draws, []int{1, 0, 2, 2, 63, 528, 393600850, 1783850345}},
		{"Shuffle", order, []int{6, 3, 2, 4, 5, 7, 0, 1}},
		{"Pick", picks, []int{0, 2, 3, 0, 3, 0, 2, 3}},
	} {
		if !slices.Equal(g.got, g.want) {
			t.Errorf("%s: got %v, want %v", g.what, g.got, g.want)
		}
	}
	if got, want := key.Uint64(), uint64(0x23fb512a0bd79db5); got != want {
		t.Errorf("Key.Uint64: got %#016x, want %#016x", got, want)
	}
}

// chiSquare returns the statistic of counts against equally likely bins, or against weights if there are any.
func chiSquare(counts []int, weights ...int) float64 {
	n, total := 0, len(counts)
	for _, c := range counts {
		n += c
	}
	if len(weights) > 0 {
		total = 0
		for _, w := range weights {
			total += w
		}
	}
	stat := 0.0
	for i, c := range counts {
		w := 1
		if len(weights) > 0 {
			w = weights[i]
		}
		expected := float64(n) * float64(w) / float64(total)
		stat += (float64(c) - expected) * (float64(c) - expected) / expected
	}
	return stat
}

// plausible reports whether a chi-square statistic lies within five standard deviations of what chance gives (the
// cube-root approximation of Wilson & Hilferty 1931): one fair test in two million fails. Too even is as wrong as too
// uneven: a plain counter fills its bins perfectly.
func plausible(stat float64, df int) bool {
	v := 2 / (9 * float64(df))
	z := (math.Cbrt(stat/float64(df)) - (1 - v)) / math.Sqrt(v)
	return math.Abs(z) < 5
}

// looks is what a test of pairs of words looks at.
type looks struct {
	high, low float64 // joint values of the top, and of the lowest, four bits of both words: 256 bins
	first     float64 // the top six bits of the first word: 64 bins
	xor       float64 // how often each of the 64 bits differs between the words
	ones      float64 // the squared correlation of their numbers of one bits, times the number of pairs
}

func look(pairs int64, pair func(i int64) (a, b uint64)) looks {
	var high, low [256]int
	var first, differ [64]int
	ones := 0
	for i := range pairs {
		a, b := pair(i)
		high[a>>60<<4|b>>60]++
		low[a&15<<4|b&15]++
		first[a>>58]++
		for x := a ^ b; x != 0; x &= x - 1 {
			differ[bits.TrailingZeros64(x)]++
		}
		ones += (bits.OnesCount64(a) - 32) * (bits.OnesCount64(b) - 32) // mean 0 and variance 16² when unrelated
	}
	l := looks{high: chiSquare(high[:]), low: chiSquare(low[:]), first: chiSquare(first[:])}
	for _, c := range differ {
		d := float64(2*int64(c) - pairs)
		l.xor += d * d / float64(pairs)
	}
	l.ones = float64(ones) * float64(ones) / (16 * 16 * float64(pairs))
	return l
}

func (l looks) unrelated() bool {
	return plausible(l.high, 255) && plausible(l.low, 255) && plausible(l.first, 63) && plausible(l.xor, 64) &&
		plausible(l.ones, 1)
}

func TestNeighboursAreUnrelated(t *testing.T) {
	layout := seed.NewKey(7).Named("layout")
	for _, test := range []struct {
		name string
		pair func(i int64) (a, b uint64)
	}{
		{"record and next record", func(i int64) (a, b uint64) {
			return word(layout.At(i)), word(layout.At(i + 1))
		}},
		{"record and the one before it", func(i int64) (a, b uint64) {
			return word(layout.At(-i)), word(layout.At(-i - 1))
		}},
		{"record and far record", func(i int64) (a, b uint64) {
			return word(layout.At(i)), word(layout.At(i + 1<<40))
		}},
		{"seed and next seed", func(i int64) (a, b uint64) {
			k, next := seed.NewKey(uint64(i)), seed.NewKey(uint64(i)+1)
			return word(k.Named("layout").At(0)), word(next.Named("layout").At(0))
		}},
		{"seed and seed with another top bit", func(i int64) (a, b uint64) {
			k, far := seed.NewKey(uint64(i)), seed.NewKey(uint64(i)|1<<63)
			return word(k.Named("layout").At(0)), word(far.Named("layout").At(0))
		}},
		{"seed and record trade places", func(i int64) (a, b uint64) {
			return word(seed.NewKey(uint64(i)).At(i + 1)), word(seed.NewKey(uint64(i) + 1).At(i))
		}},
		{"two names", func(i int64) (a, b uint64) {
			return word(layout.At(i)), word(seed.NewKey(7).Named("words").At(i))
		}},
		{"name and longer name", func(i int64) (a, b uint64) {
			return word(layout.At(i)), word(seed.NewKey(7).Named("layouts").At(i))
		}},
		{"numbered names", func(i int64) (a, b uint64) {
			k := seed.NewKey(7)
			return word(k.Named(fmt.Sprint("stage", i))), word(k.Named(fmt.Sprint("stage", i+1)))
		}},
		{"first and second word of a stream", func(i int64) (a, b uint64) {
			s := layout.At(i).Stream()
			return s.Uint64(), s.Uint64()
		}},
		{"successive words of one stream", func() func(i int64) (a, b uint64) {
			s := layout.Stream()
			return func(int64) (a, b uint64) { return s.Uint64(), s.Uint64() }
		}()},
		{"Key.Uint64 of record and next record", func(i int64) (a, b uint64) {
			return layout.At(i).Uint64(), layout.At(i + 1).Uint64()
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if l := look(20_000, test.pair); !l.unrelated() {
				t.Errorf("chi-square statistics %.1f: far from 255, 255, 63, 64 and 1", l)
			}
		})
	}
}

// TestRawSeedsAreRelated shows why a Key is a hash: the generator seeded with k and with k+4 gives words whose numbers
// of one bits depend on each other, which the words of records k and k+4 do not.
func TestRawSeedsAreRelated(t *testing.T) {
	const pairs = 200_000
	raw := func(k int64) uint64 {
		var s seed.Stream
		s.RawSeed(uint64(k))
		return s.Uint64()
	}
	if l := look(pairs, func(i int64) (a, b uint64) { return raw(i), raw(i + 4) }); l.unrelated() {
		t.Errorf("chi-square statistics %.1f: raw neighbouring seeds look unrelated, so the test sees nothing", l)
	}
	root := seed.NewKey(7)
	if l := look(pairs, func(i int64) (a, b uint64) { return word(root.At(i)), word(root.At(i + 4)) }); !l.unrelated() {
		t.Errorf("chi-square statistics %.1f of keys: far from 255, 255, 63, 64 and 1", l)
	}
}

func TestNoTwoKeysAreEqual(t *testing.T) {
	const seeds, records = 400, 500
	keys := make(map[seed.Key]bool, seeds*records)
	words := make(map[uint64]bool, seeds*records)
	for s := range uint64(seeds) {
		root := seed.NewKey(s)
		for i := range int64(records) {
			k := root.At(i)
			keys[k], words[word(k)] = true, true
		}
	}
	if len(keys) != seeds*records {
		t.Errorf("%d different keys among %d", len(keys), seeds*records)
	}
	if len(words) != seeds*records {
		t.Errorf("%d different first words among %d", len(words), seeds*records)
	}
}

// TestDerivationIsUnambiguous: what a key is derived from can be read only one way.
func TestDerivationIsUnambiguous(t *testing.T) {
	root := seed.NewKey(7)
	keys := map[string]seed.Key{
		"zero":                 {},
		"root":                 root,
		"seed 8":               seed.NewKey(8),
		"layout":               root.Named("layout"),
		"layout, then 3":       root.Named("layout").At(3),
		"3, then layout":       root.At(3).Named("layout"),
		"lay, then out":        root.Named("lay").Named("out"),
		"layo, then ut":        root.Named("layo").Named("ut"),
		"layout with a zero":   root.Named("layout\x00"),
		"layout after a zero":  root.Named("\x00layout"),
		"eight letters":        root.Named("abcdefgh"),
		"sixteen letters":      root.Named("abcdefghijklmnop"),
		"twice eight letters":  root.Named("abcdefgh").Named("ijklmnop"),
		"other order of words": root.Named("ijklmnopabcdefgh"),
		"1, then 2":            root.At(1).At(2),
		"2, then 1":            root.At(2).At(1),
	}
	seen := make(map[seed.Key]string)
	for what, k := range keys {
		if other, taken := seen[k]; taken {
			t.Errorf("%q and %q derive the same key", what, other)
		}
		seen[k] = what
	}
	if root.Named("layout").At(3) != seed.NewKey(7).Named("layout").At(3) {
		t.Error("the same derivation gave two keys")
	}
}

func TestIntnIsUniform(t *testing.T) {
	const draws = 60_000
	s := seed.NewKey(7).Named("uniform").Stream()
	for _, n := range []int{2, 3, 7, 1000} {
		counts := make([]int, n)
		for range draws {
			counts[s.Intn(n)]++
		}
		if stat := chiSquare(counts); !plausible(stat, n-1) {
			t.Errorf("Intn(%d): chi-square %.1f", n, stat)
		}
	}

	// Ranges too large to count value by value, by the part of the range and by the remainder. Without its rejection
	// step Intn(3<<61) would give a value with remainder 0 or 1 modulo 3 half as often again as one with remainder 2.
	large := []int{1 << 30, 3 << (bits.UintSize - 3), math.MaxInt}
	if bits.UintSize == 64 {
		forty := 40 // a variable: a constant 1<<40 does not compile where int has 32 bits
		large = append(large, 1<<forty, 3<<forty+1)
	}
	for _, n := range large {
		var parts [64]int
		var remainders [3]int
		for range draws {
			v := s.Intn(n)
			if v < 0 || v >= n {
				t.Fatalf("Intn(%d) gave %d", n, v)
			}
			parts[int(float64(v)/float64(n)*64)]++
			remainders[v%3]++
		}
		if stat := chiSquare(parts[:]); !plausible(stat, 63) {
			t.Errorf("Intn(%d): chi-square %.1f over 64 parts of the range", n, stat)
		}
		if stat := chiSquare(remainders[:]); !plausible(stat, 2) {
			t.Errorf("Intn(%d): chi-square %.1f over the remainders modulo 3", n, stat)
		}
	}
}

// TestIntnWithoutChoice: where there is nothing to choose the answer is 0, and no random word is spent on it, which is
// part of what the stream version fixes.
func TestIntnWithoutChoice(t *testing.T) {
	k := seed.NewKey(7)
	s := k.Stream()
	for _, n := range []int{1, 0, -1, -5, math.MinInt} {
		if got := s.Intn(n); got != 0 {
			t.Errorf("Intn(%d) gave %d, want 0", n, got)
		}
	}
	if s.Uint64() != word(k) {
		t.Error("Intn spent a random word on a choice of one")
	}
}

func TestShuffleIsUniform(t *testing.T) {
	s := seed.NewKey(7).Named("shuffle").Stream()
	counts := make(map[[4]int]int)
	for range 48_000 {
		order := [4]int{0, 1, 2, 3}
		seed.Shuffle(s, order[:])
		counts[order]++
	}
	var bins []int
	for order, c := range counts {
		sorted := order
		if slices.Sort(sorted[:]); sorted != [4]int{0, 1, 2, 3} {
			t.Errorf("%v is no order of 0, 1, 2, 3", order)
		}
		bins = append(bins, c)
	}
	if len(bins) != 24 {
		t.Fatalf("%d orders of 24 occur", len(bins))
	}
	if stat := chiSquare(bins); !plausible(stat, 23) {
		t.Errorf("chi-square %.1f over the 24 orders", stat)
	}

	seed.Shuffle[int](s, nil)
	one := []string{"alone"}
	seed.Shuffle(s, one)
	if one[0] != "alone" {
		t.Errorf("a slice of one became %q", one)
	}
}

func TestPickFollowsWeights(t *testing.T) {
	t.Run("int", func(t *testing.T) { testPick(t, []int{0, 1, 0, 2, 5, 0, 8, 0}) })
	t.Run("uint8", func(t *testing.T) { testPick(t, []uint8{255, 0, 250}) })
	t.Run("uint16", func(t *testing.T) { testPick(t, []uint16{0, 65535, 40000}) })
	t.Run("named type", func(t *testing.T) {
		type share uint8
		testPick(t, []share{3, 1})
	})
	t.Run("one weight", func(t *testing.T) { testPick(t, []int{9}) })
}

func testPick[W ~int | ~uint8 | ~uint16](t *testing.T, weights []W) {
	total := 0
	for _, w := range weights {
		total += int(w)
	}
	s := seed.NewKey(7).Named("pick").Stream()
	counts := make([]int, len(weights))
	for range 40_000 {
		counts[seed.Pick(s, weights, total)]++
	}
	var bins, shares []int
	for i, w := range weights {
		if w == 0 {
			if counts[i] > 0 {
				t.Errorf("index %d has weight 0 and was picked %d times", i, counts[i])
			}
			continue
		}
		bins, shares = append(bins, counts[i]), append(shares, int(w))
	}
	if len(bins) < 2 {
		return // one possible outcome: nothing to compare
	}
	if stat := chiSquare(bins, shares...); !plausible(stat, len(bins)-1) {
		t.Errorf("weights %v picked %v times: chi-square %.1f", weights, counts, stat)
	}
}

func TestResetIsANewStream(t *testing.T) {
	k := seed.NewKey(7).Named("layout").At(3)
	used := seed.NewKey(8).Stream()
	for n := range 9 {
		used.Intn(n)
	}
	used.Reset(k)
	fresh := k.Stream()
	for i := range 100 {
		if got, want := used.Uint64(), fresh.Uint64(); got != want {
			t.Fatalf("word %d is %#016x after Reset and %#016x in a new stream", i, got, want)
		}
	}
}

func TestZeroStream(t *testing.T) {
	var s, zero seed.Stream
	zero.Reset(seed.Key{})
	for i := range 10 {
		if got, want := s.Uint64(), zero.Uint64(); got != want {
			t.Fatalf("word %d of the zero Stream is %#016x, of the zero Key's stream %#016x", i, got, want)
		}
	}
}

var (
	sinkInt int
	sinkKey seed.Key
)

func TestDrawingAllocatesNothing(t *testing.T) {
	root := seed.NewKey(7).Named("layout")
	weights := []uint8{3, 1, 4}
	order := []int{0, 1, 2, 3}
	var s seed.Stream
	record := int64(0)
	allocs := testing.AllocsPerRun(100, func() {
		record++
		s.Reset(root.At(record).Named("words"))
		sinkInt = s.Intn(1000) + seed.Pick(&s, weights, 8)
		seed.Shuffle(&s, order)
	})
	if allocs != 0 {
		t.Errorf("%v allocations a record, want none", allocs)
	}
}

func BenchmarkStreamIntn(b *testing.B) {
	s := seed.NewKey(7).Stream()
	b.ReportAllocs()
	for b.Loop() {
		sinkInt = s.Intn(1000)
	}
}

func BenchmarkKeyAndReset(b *testing.B) {
	root := seed.NewKey(7)
	var s seed.Stream
	record := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		record++
		sinkKey = root.Named("layout").At(record)
		s.Reset(sinkKey)
	}
}
