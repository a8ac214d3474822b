package export

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
)

// TestSplitsShareNothing brings every problem to a form of its own by trying all names and symmetries, and looks for
// one in two splits. The corpus is small enough in kind to hold many problems twice.
func TestSplitsShareNothing(t *testing.T) {
	corpus := newCorpus(t, fewer(4000), 2, 3, 4, 5)
	data, summary := mustWrite(t, corpus, Options{Format: JSONL})
	splitOf := make(map[string]string)
	again := 0
	for _, split := range summary.Splits {
		if split.Rows == 0 {
			t.Errorf("%s is empty", split.Name)
		}
		for _, row := range readJSONL(t, filepath.Join(data, fileName(split.Name, JSONL))) {
			parts := strings.Split(row["id"].(string), "-")
			index, err := strconv.ParseInt(parts[len(parts)-1], 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			rec, err := corpus.At(index)
			if err != nil {
				t.Fatal(err)
			}
			problem := canonical(rec)
			if other, ok := splitOf[problem]; ok {
				again++
				if other != split.Name {
					t.Fatalf("record %d, %q, is in %s and, but for names and symmetry, in %s", index, rec.Text(), split.Name,
						other)
				}
			}
			splitOf[problem] = split.Name
		}
	}
	t.Logf("%d problems, %d repeated", len(splitOf), again)
	if again < 200 {
		t.Errorf("only %d problems are repeated: this shows nothing", again)
	}
}

// step is a direction as signs of the row and the column of the locatum seen from the relatum, written by hand here.
type step struct{ row, col int8 }

var steps = map[layout.Cardinal]step{
	layout.N: {-1, 0}, layout.NE: {-1, 1}, layout.E: {0, 1}, layout.SE: {1, 1},
	layout.S: {1, 0}, layout.SW: {1, -1}, layout.W: {0, -1}, layout.NW: {-1, -1},
}

// aspects has the letter of what is asked as it is, and with rows and columns swapped.
var aspects = map[layout.Aspect]string{layout.Full: "ff", layout.Vertical: "vh", layout.Horizontal: "hv"}

// canonical returns the smallest of all descriptions of the record's problem: a table of the stated steps from each
// object to each other, and the question, for every numbering and each of the eight symmetries.
func canonical(rec *gridscribe.Record) string {
	n := rec.Layout.Len()
	best := ""
	numbers := make([]int, n)
	for i := range numbers {
		numbers[i] = i
	}
	table := make([]byte, n*n+3)
	eachPermutation(numbers, 0, func() {
		for s := range 8 {
			clear(table)
			for _, f := range rec.Plan.Facts {
				a, b := numbers[f.Locatum], numbers[f.Relatum]
				table[a*n+b] = code(steps[f.Relation], s)
				table[b*n+a] = code(step{-steps[f.Relation].row, -steps[f.Relation].col}, s)
			}
			aspect := aspects[rec.Direction().Aspect]
			table[n*n] = byte(numbers[rec.Direction().Locatum])
			table[n*n+1] = byte(numbers[rec.Direction().Relatum])
			table[n*n+2] = aspect[s/4]
			if best == "" || string(table) < best {
				best = string(table)
			}
		}
	})
	return best
}

// code numbers a step, 1 to 9, after mirroring rows (1), columns (2) and swapping them (4).
func code(v step, symmetry int) byte {
	if symmetry&1 != 0 {
		v.row = -v.row
	}
	if symmetry&2 != 0 {
		v.col = -v.col
	}
	if symmetry&4 != 0 {
		v.row, v.col = v.col, v.row
	}
	return byte(5 + 3*v.row + v.col)
}

func eachPermutation(numbers []int, from int, visit func()) {
	if from == len(numbers) {
		visit()
		return
	}
	for i := from; i < len(numbers); i++ {
		numbers[from], numbers[i] = numbers[i], numbers[from]
		eachPermutation(numbers, from+1, visit)
		numbers[from], numbers[i] = numbers[i], numbers[from]
	}
}

// TestCustomSplits holds that records go where their fingerprints say, near their shares, and into no other file.
func TestCustomSplits(t *testing.T) {
	records := fewer(6000)
	corpus := newCorpus(t, records)
	for _, splits := range [][]Split{
		{{"all", 1}},
		{{"a", 1}, {"b", 1}},
		{{"Size_2", 3}, {"rest", 1}},
		{{"a", 1}, {"b", 1}, {"c", 1}, {"d", 1}, {"e", 1}},
		{{"rare", 1}, {"train", 999}},
	} {
		var want map[int64]string
		for _, format := range rowFormats {
			data, summary := mustWrite(t, corpus, Options{View: ViewText, Form: FormDraw, Format: format, Splits: splits})
			if got := len(listing(t, data)); got != len(splits) {
				t.Errorf("%v: %d files", splits, got)
			}
			total := 0
			for _, s := range splits {
				total += s.Weight
			}
			found := make(map[int64]string)
			for i, split := range summary.Splits {
				path := filepath.Join(data, fileName(splits[i].Name, format))
				if split.Name != splits[i].Name || split.Path != path {
					t.Errorf("split %d is %+v, want %q at %s", i, split, splits[i].Name, path)
				}
				read := readJSONL
				if format == Parquet {
					read = readParquet[TextRow]
				}
				rows := read(t, path)
				// Six standard deviations of a fair draw, and a little for problems that repeat.
				want := float64(records) * float64(splits[i].Weight) / float64(total)
				if got := float64(len(rows)); (got-want)*(got-want) > 36*want+100 || int64(got) != split.Rows {
					t.Errorf("%v: %v rows in %s, of which the summary has %d; about %.0f are due", splits, got, split.Name,
						split.Rows, want)
				}
				last := int64(-1)
				for _, row := range rows {
					id := row["id"].(string)
					index, err := strconv.ParseInt(id[strings.LastIndexByte(id, '-')+1:], 10, 64)
					if err != nil || index <= last {
						t.Fatalf("%s: id %q after record %d", path, id, last)
					}
					last = index
					found[index] = split.Name
				}
			}
			if int64(len(found)) != records {
				t.Errorf("%v: %d different records of %d", splits, len(found), records)
			}
			if want == nil {
				want = found
			}
			for index, split := range want {
				if found[index] != split {
					t.Errorf("record %d is in %s as JSONL and in %s as Parquet", index, found[index], split)
				}
			}
		}
	}
}

func TestSplitOf(t *testing.T) {
	splits := []Split{{"a", 2}, {"b", 1}, {"c", 3}}
	want := []int{0, 0, 1, 2, 2, 2}
	for fingerprint := range uint64(600) {
		if got := splitOf(splits, fingerprint); got != want[fingerprint%6] {
			t.Errorf("splitOf(%d) = %d, want %d", fingerprint, got, want[fingerprint%6])
		}
	}
	if got := splitOf(splits, 1<<64-1); got != 2 { // 2⁶⁴-1 leaves 3 when divided by 6
		t.Errorf("splitOf of the largest fingerprint = %d, want 2", got)
	}
}

func TestValidate(t *testing.T) {
	heavy := []Split{{"a", 1_000_000}, {"b", 1_000_000}, {"C_3", 1}}
	for _, test := range []struct {
		opt  Options
		want string // "" if valid
	}{
		{Options{}, ""},
		{Options{Splits: DefaultSplits(), Workers: 99, View: ViewText, Form: FormTwoTurnGold, Style: 2, Format: JSONL}, ""},
		{Options{Splits: heavy}, ""},
		{Options{View: views}, "export: view 16; text2space, messages, prompt, text, stepgame, babi, native, prompt-chat, grpo, verl, openai, " +
			"sharegpt, alpaca, nemo-gym, lm-eval and inspect are allowed"},
		{Options{Form: forms}, "export: form 10; draw, describe, answer, read, draw+answer, text+read, two-turn, " +
			"two-turn-gold and ask are allowed"},
		{Options{Style: 3}, "export: style 3; simple, grid and panel are allowed"},
		{Options{Format: formats}, "export: format 5; parquet, jsonl, txt, jsonl.gz and jsonl.zst are allowed"},
		{Options{View: ViewStepGame, Format: Numbered, Bare: true}, ""},
		{Options{View: ViewBAbI, Format: Parquet}, ""},
		{Options{Format: Numbered}, "export: view text2space in format txt; parquet, jsonl, jsonl.gz and jsonl.zst are allowed, " +
			"or use the views stepgame and babi"},
		{Options{View: ViewPrompt, Form: FormAnswer, Format: Numbered}, "export: view prompt in format txt; parquet, jsonl, jsonl.gz and " +
			"jsonl.zst are allowed, or use the views stepgame and babi"},
		{Options{View: ViewBAbI, Form: FormAnswer}, "export: view babi with form answer; leave out the form, or use the views " +
			"messages, prompt, text, prompt-chat, grpo, verl, openai, sharegpt, alpaca, nemo-gym, lm-eval and inspect"},
		{Options{View: ViewText}, "export: view text without a form; draw, describe, answer, read, draw+answer, text+read, " +
			"two-turn, two-turn-gold and ask are allowed"},
		{Options{Bare: true}, "export: view text2space bare; only stepgame and babi can be"},
		{Options{Workers: -1}, "export: -1 workers; 0 or more are allowed"},
		{Options{Splits: []Split{}}, "export: no splits; at least one is needed"},
		{Options{Splits: []Split{{"", 1}}}, `export: split ""; letters, digits and underscores are allowed`},
		{Options{Splits: []Split{{"my-split", 1}}}, `export: split "my-split"; letters, digits and underscores are allowed`},
		{Options{Splits: []Split{{"../up", 1}}}, `export: split "../up"; letters, digits and underscores are allowed`},
		{Options{Splits: []Split{{"größe", 1}}}, `export: split "größe"; letters, digits and underscores are allowed`},
		{Options{Splits: []Split{{"a\n", 1}}}, `export: split "a\n"; letters, digits and underscores are allowed`},
		{Options{Splits: []Split{{"a", 1}, {"b", 1}, {"a", 2}}}, `export: split "a" stands twice`},
		{Options{Splits: []Split{{"a", 0}}}, `export: split "a" has weight 0; 1 to 1000000 are allowed`},
		{Options{Splits: []Split{{"a", 1}, {"b", -1}}}, `export: split "b" has weight -1; 1 to 1000000 are allowed`},
		{Options{Splits: []Split{{"a", 1_000_001}}}, `export: split "a" has weight 1000001; 1 to 1000000 are allowed`},
	} {
		got := ""
		if err := test.opt.Validate(); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%+v: %q, want %q", test.opt, got, test.want)
		}
		if test.want == "" {
			continue
		}
		dir := filepath.Join(t.TempDir(), "out")
		if _, err := Write(t.Context(), newCorpus(t, 1), dir, test.opt); err == nil || err.Error() != test.want {
			t.Errorf("Write with %+v: %v", test.opt, err)
		}
	}
}

// TestRangeSize holds that the rows which wait in memory stay few whatever the splits, and row groups full.
func TestRangeSize(t *testing.T) {
	many := slices.Repeat([]Split{{"s", 1}}, 300)
	for _, test := range []struct {
		splits  []Split
		want    int64
		workers []int // the splits that the workers encode
	}{
		{[]Split{{"a", 1}}, 24_000, []int{0}},
		{DefaultSplits(), 30_000, []int{0}},
		{[]Split{{"a", 1}, {"b", 1}}, 48_000, []int{0, 1}},
		{[]Split{{"a", 1}, {"b", 3}, {"c", 2}}, 48_000, []int{1}},
		{[]Split{{"a", 1}, {"b", 1}, {"c", 1}}, 1024, nil},
		{many, 1024, nil},
	} {
		opt := Options{Splits: test.splits}
		var workers []int
		for i := range test.splits {
			if encodedByWorkers(opt, i) {
				workers = append(workers, i)
			}
		}
		if got := rangeSize(opt.Splits, true); got != test.want || !slices.Equal(workers, test.workers) {
			t.Errorf("%v: ranges of %d records, workers encode %v; want %d and %v", test.splits[:min(3, len(test.splits))], got,
				workers, test.want, test.workers)
		}
	}
}
