package gridscribe_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"math"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

var update = flag.Bool("update", false, "write golden_test.go anew")

// appendAll appends everything that a record says, as a row of a file would hold it.
func appendAll(dst []byte, r *gridscribe.Record) []byte {
	dst = fmt.Appendf(dst, "%d %d %v %t %t %d %d %x\n", r.Seed, r.Index, r.Vocabulary, r.Unique, r.Direct,
		r.AmbiguousStages, r.Hops(), r.Fingerprint())
	if r.Level > 0 { // a corpus that goes by levels
		return leveledBytes(dst, r)
	}
	if len(r.Kinds) > 0 { // a corpus with hops
		dst = fmt.Appendf(dst, "%v %+v %v %q %v %v\n", r.Reading, r.World, r.Kinds, r.Names(), r.Proof.Facts,
			r.Layout.Entities)
		for _, part := range []func([]byte) []byte{
			r.AppendAssumptions, r.AppendText, r.AppendQuestion, r.AppendAnswer, r.AppendSteps,
		} {
			dst = append(part(dst), '\n')
		}
		return dst
	}
	for _, part := range []func([]byte) []byte{
		r.AppendText, r.AppendRelations, r.AppendQuestion, r.AppendAnswer, r.AppendSteps,
		func(dst []byte) []byte { return r.AppendDrawing(dst, scene.Simple) },
		func(dst []byte) []byte { return r.AppendDrawing(dst, scene.Grid) },
		func(dst []byte) []byte { return r.AppendDrawing(dst, scene.Panel) },
	} {
		dst = append(part(dst), '\n')
	}
	return dst
}

// hashOf makes a corpus with so many workers and hashes its records in the order in which they come.
func hashOf(tb testing.TB, cfg gridscribe.Config, size int64, workers int) string {
	tb.Helper()
	sum := sha256.New()
	for part, err := range gridscribe.Ranges(context.Background(), mustCorpus(tb, cfg), size, workers, rangeBytes) {
		if err != nil {
			tb.Fatal(err)
		}
		sum.Write(part)
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func rangeBytes(_ context.Context, b *gridscribe.Builder, from, to int64) (out []byte, err error) {
	rec := new(gridscribe.Record)
	for i := from; i < to; i++ {
		if err := b.Build(rec, i); err != nil {
			return nil, err
		}
		out = appendAll(out, rec)
	}
	return out, nil
}

// largeConfig leaves the preset in every way that a golden should see.
func largeConfig() gridscribe.Config {
	cfg := gridscribe.Text2Space()
	cfg.Seed = 7
	cfg.Objects = []gridscribe.ObjectWeight{{Objects: 3, Weight: 1}, {Objects: 9, Weight: 2}, {Objects: 17, Weight: 2},
		{Objects: 26, Weight: 3}}
	cfg.Facts = gridscribe.FactRange{Min: 3, Max: 60}
	cfg.Layouts = gridscribe.LayoutWeights{Unique: 1, Ambiguous: 3}
	cfg.Evidence = gridscribe.EvidenceWeights{Direct: 1, Inferred: 4}
	cfg.Questions = gridscribe.QuestionWeights{Full: 3, Vertical: 1, Horizontal: 1}
	return cfg
}

// allFamilies asks every family of a corpus without hops.
func allFamilies() gridscribe.Config {
	cfg := gridscribe.Text2Space()
	for _, name := range gridscribe.FamilyNames(gridscribe.ByShape) {
		cfg.Families = append(cfg.Families, gridscribe.FamilyWeight{Family: name, Weight: 1})
	}
	return cfg
}

// TestGoldens holds the promise: the same bytes on every platform and Go version. After a change that is meant to move
// them, bump seed.Version or describe.LexiconVersion and run
//
//	go test -run TestGoldens -update .
func TestGoldens(t *testing.T) {
	second := gridscribe.Text2Space()
	second.Seed = 42
	got := make(map[string]string)
	configs := map[string]gridscribe.Config{
		"text2space, seed 0":      gridscribe.Text2Space(),
		"text2space, seed 42":     second,
		"3 to 26 objects, seed 7": largeConfig(),
		"all families, seed 0":    allFamilies(),
		"curriculum":              gridscribe.Leveled(),
	}
	for name, cfg := range chainConfigs() {
		configs[name] = cfg
	}
	for name, cfg := range configs {
		cfg.Records = 1000
		got[name] = hashOf(t, cfg, 100, 2)
	}
	if *update {
		var file bytes.Buffer
		fmt.Fprint(&file, "package gridscribe_test\n\n",
			"// goldens are the SHA-256 sums of the first 1,000 records of some corpora: of all that appendAll appends.\n",
			"// Written by go test -run TestGoldens -update .\n",
			"var goldens = map[string]string{\n")
		names := make([]string, 0, len(got))
		for name := range got {
			names = append(names, name)
		}
		slices.Sort(names)
		width := 0
		for _, name := range names {
			width = max(width, len(name))
		}
		for _, name := range names {
			fmt.Fprintf(&file, "\t%q:%*s\"%s\",\n", name, width-len(name)+1, "", got[name])
		}
		file.WriteString("}\n")
		if err := os.WriteFile("golden_test.go", file.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(goldens, got); diff != "" {
		t.Errorf("records changed (-want +got):\n%s", diff)
	}
}

func TestWorkersDoNotShow(t *testing.T) {
	for _, cfg := range []gridscribe.Config{
		gridscribe.Text2Space(), largeConfig(), allFamilies(), gridscribe.StepGame(), gridscribe.StepGameNoise(),
		gridscribe.BAbI17(), gridscribe.BAbI19(), gridscribe.Leveled(),
	} {
		cfg.Records = 701
		if len(cfg.Families) > 1 { // their questions take a hundred times as long as a record
			cfg.Records = 101
		}
		want := hashOf(t, cfg, cfg.Records, 1)
		for _, workers := range []int{1, 2, 7} {
			for _, size := range []int64{1, 64, 100, 5000} {
				if got := hashOf(t, cfg, size, workers); got != want {
					t.Errorf("%d workers on ranges of %d give other records", workers, size)
				}
			}
		}
		sum := sha256.New()
		for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			sum.Write(appendAll(nil, rec))
		}
		if got := hex.EncodeToString(sum.Sum(nil)); got != want {
			t.Error("All gives other records than Ranges")
		}
	}
}

// TestRecordsAreAddressed: a record made alone is the record made in order, or after any other.
func TestRecordsAreAddressed(t *testing.T) {
	for _, cfg := range []gridscribe.Config{
		gridscribe.Text2Space(), largeConfig(), allFamilies(), gridscribe.StepGameNoise(), gridscribe.BAbI17(), gridscribe.BAbI19(),
	} {
		const records = 300
		cfg.Records = records
		c := mustCorpus(t, cfg)
		var inOrder [][]byte
		var kept []*gridscribe.Record
		for rec, err := range c.All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			inOrder = append(inOrder, appendAll(nil, rec))
			kept = append(kept, rec.Clone())
		}
		for i, want := range inOrder {
			rec, err := c.At(int64(i))
			if err != nil {
				t.Fatal(err)
			}
			if got := appendAll(nil, rec); !bytes.Equal(got, want) {
				t.Fatalf("record %d alone is\n%s\nand in order\n%s", i, got, want)
			}
			if got := appendAll(nil, kept[i]); !bytes.Equal(got, want) {
				t.Fatalf("the clone of record %d changed to\n%s\nfrom\n%s", i, got, want)
			}
		}
		rapid.Check(t, func(t *rapid.T) {
			b, rec := c.NewBuilder(), new(gridscribe.Record)
			for _, i := range rapid.SliceOfN(rapid.Int64Range(0, records-1), 1, 40).Draw(t, "order") {
				if err := b.Build(rec, i); err != nil {
					t.Fatal(err)
				}
				if got := appendAll(nil, rec); !bytes.Equal(got, inOrder[i]) {
					t.Fatalf("record %d is\n%s\nand in order\n%s", i, got, inOrder[i])
				}
			}
		})
	}
}

// TestLargerCorpusStartsWithSmaller: Records is no part of what a record is.
func TestLargerCorpusStartsWithSmaller(t *testing.T) {
	for _, small := range []gridscribe.Config{gridscribe.Text2Space(), largeConfig(), gridscribe.StepGame()} {
		small.Records = 1000
		large := small
		large.Records = 20_000
		sum, k := sha256.New(), int64(0)
		for rec, err := range mustCorpus(t, large).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			if k++; k > small.Records {
				break
			}
			sum.Write(appendAll(nil, rec))
		}
		if got := hex.EncodeToString(sum.Sum(nil)); got != hashOf(t, small, 1000, 1) {
			t.Error("the first records of a larger corpus are others")
		}
	}
}

// TestNothingRepeats: no two records of one corpus or of neighbouring seeds have text and drawing in common. Below four
// objects there is not enough to say for that.
func TestNothingRepeats(t *testing.T) {
	seen := make(map[string]string)
	for _, s := range []uint64{0, 1, 2, 42, 43, math.MaxUint64} {
		cfg := gridscribe.Text2Space()
		cfg.Seed, cfg.Records = s, 3000
		for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			if rec.Layout.Len() < 4 {
				continue
			}
			content := rec.Text() + "\n" + rec.Drawing(scene.Simple)
			here := fmt.Sprintf("seed %d, record %d", s, rec.Index)
			if other, ok := seen[content]; ok {
				t.Errorf("%s repeats %s:\n%s", here, other, content)
			}
			seen[content] = here
		}
	}
}

// TestSeedMatters: one bit of the seed changes what a record must be, not only its words.
func TestSeedMatters(t *testing.T) {
	shapes := func(s uint64) (out []int) {
		cfg := gridscribe.Text2Space()
		cfg.Seed, cfg.Records = s, 500
		for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, rec.Layout.Len())
		}
		return out
	}
	first, next := shapes(0), shapes(1)
	same := 0
	for i := range first {
		if first[i] == next[i] {
			same++
		}
	}
	if same > 200 { // by chance 17 % are
		t.Errorf("%d of 500 records have as many objects with the next seed", same)
	}
}

func TestRecordNumbers(t *testing.T) {
	cfg := gridscribe.Text2Space()
	c := mustCorpus(t, cfg)
	for _, i := range []int64{-1, -2, math.MinInt64} {
		rec, err := c.At(i)
		want := fmt.Sprintf("gridscribe: record %d; records are numbered from 0", i)
		if rec != nil || err == nil || err.Error() != want {
			t.Errorf("At(%d) gives %v, %v; want %q", i, rec, err, want)
		}
	}
	var w witness
	for _, start := range []int64{cfg.Records, 1 << 31, 1 << 32, 1 << 40, 1 << 62, math.MaxInt64 - 200} {
		for i := start; i < start+200; i++ {
			rec, err := c.At(i)
			if err != nil {
				t.Fatal(err)
			}
			if rec.Index != i || rec.Seed != cfg.Seed {
				t.Errorf("record %d says seed %d, number %d", i, rec.Seed, rec.Index)
			}
			if err := w.check(rec, new(tally)); err != nil {
				t.Errorf("record %d: %v", i, err)
			}
		}
	}
}

// TestStagesAreIndependent pins which stream a stage draws from: the layout of a record does not depend on the words
// that are allowed, nor the words on the version of anything but seed and lexicon.
func TestStagesAreIndependent(t *testing.T) {
	cfg := gridscribe.Text2Space()
	spatial := cfg
	spatial.Vocabularies = cfg.Vocabularies[:1]
	a, b := mustCorpus(t, cfg), mustCorpus(t, spatial)
	for i := range int64(300) {
		r, err := a.At(i)
		if err != nil {
			t.Fatal(err)
		}
		s, err := b.At(i)
		if err != nil {
			t.Fatal(err)
		}
		if !slices.Equal(r.Layout.Entities, s.Layout.Entities) || !slices.Equal(r.Plan.Facts, s.Plan.Facts) ||
			r.Direction().Label() != s.Direction().Label() || r.Direction().Locatum != s.Direction().Locatum {
			t.Fatalf("stream version %d, record %d: other words moved an object or a fact", seed.Version, i)
		}
	}
}
