package audit_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/export/audit"
)

var update = flag.Bool("update", false, "rewrite the goldens")

func rowsOf(rows []audit.Row) iter.Seq2[audit.Row, error] {
	return func(yield func(audit.Row, error) bool) {
		for _, r := range rows {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// mapRow is a row about a map with two things, which no other number gives.
func mapRow(n int, split, family string) audit.Row {
	cells := []byte(strings.Repeat(".", 12))
	for i := range 8 { // walls spell the number, in a corner that tells the symmetries apart
		if n>>i&1 == 1 {
			cells[2+i] = '#'
		}
	}
	cells[0], cells[1] = 'A', 'B'
	rows := strings.Join([]string{string(cells[:3]), string(cells[3:6]), string(cells[6:9]), string(cells[9:])}, "\n")
	return audit.Row{
		ID: fmt.Sprintf("%s-%d", split, n), Split: split, Family: family, Answer: "1",
		Prompt: rows + "\n\nRows are counted from the top.\n\nHow many rows is A from B?",
	}
}

// planted are 200 rows without anything in common, and some that share what they should not.
func planted() []audit.Row {
	var rows []audit.Row
	for n := range 200 {
		rows = append(rows, mapRow(n, []string{"train", "test"}[n%2], []string{"one", "two"}[n/2%2]))
	}
	leak := mapRow(4, "test", "one") // the problem of train-4, with other names and told
	leak.ID = "leak"
	leak.Prompt = "The map has 4 rows and 3 columns; row 1 is at the top, column 1 on the left. Walls: row 2, column 2. The harp is at row 1, column 1. The sundial is at row 1, column 2." +
		"\n\nRows are counted from the top.\n\nHow many rows is the harp from the sundial?"
	shared := mapRow(8, "test", "one") // the map of train-8, and another question
	shared.ID, shared.Prompt = "shared", strings.Replace(shared.Prompt, "How many", "By how many", 1)
	repeat := mapRow(3, "test", "two")
	repeat.ID = "repeat"
	return append(rows, leak, shared, repeat)
}

func run(t *testing.T, rows []audit.Row, opt audit.Options) *audit.Report {
	t.Helper()
	opt.Dir = t.TempDir()
	report, err := audit.Run(context.Background(), rowsOf(rows), opt)
	if err != nil {
		t.Fatal(err)
	}
	if left, _ := os.ReadDir(opt.Dir); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
	return report
}

func TestPlantedLeaks(t *testing.T) {
	rows := planted()
	if clean := run(t, rows[:200], audit.Options{}); clean.All.EvidenceShared.Keys != 0 || clean.Leaks() != 0 || clean.All.Repeats.Keys != 0 {
		t.Errorf("of rows that share nothing: %+v", clean.All)
	}
	report := run(t, rows, audit.Options{})
	for _, c := range []struct {
		what string
		got  audit.Shared
		keys int64
		pair audit.Pair
	}{
		{"problems shared", report.All.ProblemsShared, 1, audit.Pair{First: "train-4", Second: "leak", FirstSplit: "train", SecondSplit: "test"}},
		{"evidence shared", report.All.EvidenceShared, 2, audit.Pair{}},
		{"repeats", report.All.Repeats, 1, audit.Pair{First: "test-3", Second: "repeat", FirstSplit: "test", SecondSplit: "test"}},
	} {
		if c.got.Keys != c.keys || c.got.Rows != 2*c.keys {
			t.Errorf("%s: %d keys of %d rows, want %d keys of two rows each", c.what, c.got.Keys, c.got.Rows, c.keys)
		}
		if c.pair != (audit.Pair{}) && !cmp.Equal(c.got.Examples, []audit.Pair{c.pair}) {
			t.Errorf("%s: %v, want %v", c.what, c.got.Examples, c.pair)
		}
	}
	for _, f := range report.Families {
		if want := map[string]int64{"one": 2, "two": 0}[f.Name]; f.EvidenceShared.Keys != want {
			t.Errorf("family %s: %d pieces of evidence shared, want %d", f.Name, f.EvidenceShared.Keys, want)
		}
	}
}

// TestReportDoesNotDependOnTheMachine: workers and memory change nothing, and rows are looked at once.
func TestReportDoesNotDependOnTheMachine(t *testing.T) {
	var rows []audit.Row
	for i, r := range levels(t, 1500) {
		row := audit.Row{
			ID: fmt.Sprint(i), Split: []string{"train", "test", "validation"}[i%3], Family: r.Question.Family(),
			Prompt: string(r.AppendPrompt(nil)), Answer: string(r.AppendAnswer(nil)),
		}
		row.Choice = strings.Contains(row.Prompt, "\nA)")
		rows = append(rows, row)
	}
	var want string
	for _, opt := range []audit.Options{{Workers: 1}, {Workers: 3, Memory: 1 << 20}, {}} {
		text, err := json.Marshal(run(t, rows, opt))
		if err != nil {
			t.Fatal(err)
		}
		if want == "" {
			want = string(text)
		} else if diff := cmp.Diff(want, string(text)); diff != "" {
			t.Errorf("%+v: another report:\n%s", opt, diff)
		}
	}
}

func TestRunErrors(t *testing.T) {
	broken := errors.New("a broken file")
	for _, c := range []struct {
		name string
		rows iter.Seq2[audit.Row, error]
		opt  audit.Options
		want string
	}{
		{"rows", func(yield func(audit.Row, error) bool) { _ = yield(planted()[0], nil) && yield(audit.Row{}, broken) }, audit.Options{}, "a broken file"},
		{"workers", rowsOf(nil), audit.Options{Workers: -1}, "1 or more are allowed"},
		{"memory", rowsOf(nil), audit.Options{Memory: 5}, "1 MiB or more"},
		{"folder", rowsOf(nil), audit.Options{Dir: "no/such/folder"}, "no such file"},
	} {
		if c.opt.Dir == "" {
			c.opt.Dir = t.TempDir()
		}
		report, err := audit.Run(context.Background(), c.rows, c.opt)
		if report != nil || err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, %v; want an error about %q", c.name, report, err, c.want)
		}
		if left, _ := os.ReadDir(c.opt.Dir); len(left) > 0 {
			t.Errorf("%s: %v is left behind", c.name, left)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	dir := t.TempDir()
	endless := func(yield func(audit.Row, error) bool) {
		for n := 0; yield(mapRow(n%200, "train", "one"), nil); n++ {
			if n == 1000 {
				cancel()
			}
		}
	}
	if _, err := audit.Run(ctx, endless, audit.Options{Dir: dir}); !errors.Is(err, context.Canceled) {
		t.Errorf("canceled: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("canceled: %v is left behind", left)
	}
	if report := run(t, nil, audit.Options{}); report.Rows != 0 || len(report.AppendText(nil)) == 0 {
		t.Errorf("of no rows: %+v", report)
	}
}

// TestReportText holds the report on planted leaks to what was read once by a person: -update rewrites it.
func TestReportText(t *testing.T) {
	got := string(run(t, planted(), audit.Options{}).AppendText(nil))
	golden := filepath.Join("testdata", "report.txt")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

// TestShortcutsAreFound: a cue that gives the answer away is flagged, and nothing is where answers are balanced.
func TestShortcutsAreFound(t *testing.T) {
	row := func(n int, answer string) audit.Row {
		r := mapRow(n%256, []string{"train", "test"}[n/3%2], "one")
		r.Choice, r.Answer = true, answer
		r.Prompt += "\nA) the first\nB) the very last\nC) it\nAnswer with the letter of the right option."
		return r
	}
	flagged := func(rows []audit.Row) (cues []string) {
		for _, s := range run(t, rows, audit.Options{}).Families[0].Shortcuts {
			for _, c := range s.Cues {
				if c.Flagged {
					cues = append(cues, c.Cue)
				}
			}
		}
		return cues
	}
	var balanced, longest []audit.Row
	for n := range 1200 {
		balanced = append(balanced, row(n, "ABC"[n%3:n%3+1]))
		r := row(n, "ABC"[n%3:n%3+1])
		long := strings.Index("ABC", r.Answer)
		options := []string{"\nA) short", "\nB) short", "\nC) short"}
		options[long] += "er than that"
		stem, _, _ := strings.Cut(r.Prompt, "\nA)")
		r.Prompt = stem + strings.Join(options, "") + "\nAnswer with the letter of the right option."
		longest = append(longest, r)
	}
	if cues := flagged(balanced); len(cues) > 0 {
		t.Errorf("balanced rows: %v", cues)
	}
	if cues := flagged(longest); !cmp.Equal(cues[max(0, len(cues)-1):], []string{"the longest option"}) {
		t.Errorf("the longest option is right: %v", cues)
	}
}
