package export

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// storyConfigs are the presets whose corpora tell stories.
func storyConfigs(records int64) map[string]gridscribe.Config {
	all := make(map[string]gridscribe.Config)
	for _, p := range gridscribe.Presets() {
		if cfg := p.Config(); len(cfg.Hops) > 0 {
			cfg.Records = records
			all[p.Name] = cfg
		}
	}
	return all
}

func corpusOf(t *testing.T, cfg gridscribe.Config) *gridscribe.Corpus {
	t.Helper()
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return corpus
}

// whole is one split with everything.
var whole = []Split{{"all", 1}}

// readSplit returns the only file of a corpus.
func readSplit(t *testing.T, corpus *gridscribe.Corpus, opt Options) []byte {
	t.Helper()
	opt.Splits = whole
	data, _ := mustWrite(t, corpus, opt)
	text, err := os.ReadFile(filepath.Join(data, fileName("all", opt.Format)))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// TestStoriesGolden shows two records of each preset in both views, with and without what they take for granted.
func TestStoriesGolden(t *testing.T) {
	var all []byte
	for _, p := range gridscribe.Presets() {
		cfg := p.Config()
		if len(cfg.Hops) == 0 {
			continue
		}
		cfg.Records = 2
		corpus := corpusOf(t, cfg)
		for _, view := range []View{ViewStepGame, ViewBAbI} {
			for _, bare := range []bool{true, false} {
				for _, format := range []Format{JSONL, Numbered} {
					all = fmt.Appendf(all, "%s, view %v, bare %t, %v\n", p.Name, view, bare, format)
					all = append(all, readSplit(t, corpus, Options{View: view, Format: format, Bare: bare})...)
				}
			}
		}
	}
	golden(t, "stories.golden", all)
}

// TestStoriesAgree holds the two views in all three formats to the records, word by word.
func TestStoriesAgree(t *testing.T) {
	for name, cfg := range storyConfigs(300) {
		t.Run(name, func(t *testing.T) {
			corpus := corpusOf(t, cfg)
			for _, bare := range []bool{false, true} {
				stepGame := lines(readSplit(t, corpus, Options{View: ViewStepGame, Format: JSONL, Bare: bare}))
				babi := lines(readSplit(t, corpus, Options{View: ViewBAbI, Format: JSONL, Bare: bare}))
				text := readSplit(t, corpus, Options{View: ViewBAbI, Format: Numbered, Bare: bare})
				if other := readSplit(t, corpus, Options{View: ViewStepGame, Format: Numbered, Bare: bare}); !bytes.Equal(text, other) {
					t.Error("the views differ as text")
				}
				numbered := blocks(t, text)
				if len(stepGame) != 300 || len(babi) != 300 || len(numbered) != 300 {
					t.Fatalf("%d, %d and %d rows of 300", len(stepGame), len(babi), len(numbered))
				}
				for i := range stepGame {
					rec, err := corpus.At(int64(i))
					if err != nil {
						t.Fatal(err)
					}
					var a StepGameRow
					var b BAbIRow
					strict(t, stepGame[i], &a, "story question label k_hop")
					strict(t, babi[i], &b, "story question answer support")
					want := rec.Text()
					if !bare {
						assumed := string(rec.AppendAssumptions(nil))
						if rec.Direction() != nil {
							assumed += " " + describe.AnyDistance.String()
						}
						want = assumed + " " + want
					}
					if got := strings.Join(a.Story, " "); got != want {
						t.Fatalf("record %d: the story is\n%s\nwant\n%s", i, got, want)
					}
					for _, sentence := range a.Story {
						if !strings.HasSuffix(sentence, ".") || strings.Contains(sentence, ". ") {
							t.Fatalf("record %d: %q is no sentence", i, sentence)
						}
					}
					wantRow := StepGameRow{a.Story, string(rec.AppendQuestion(nil)), string(rec.AppendAnswer(nil)),
						strconv.Itoa(rec.Hops())}
					if diff := cmp.Diff(wantRow, a); diff != "" {
						t.Fatalf("record %d (-want +got):\n%s", i, diff)
					}
					if diff := cmp.Diff(BAbIRow{a.Story, a.Question, a.Label, b.Support}, b); diff != "" {
						t.Fatalf("record %d, babi against stepgame (-want +got):\n%s", i, diff)
					}
					if diff := cmp.Diff(b, numbered[i]); diff != "" {
						t.Fatalf("record %d, text against JSON:\n%s", i, diff)
					}
					checkSupport(t, rec, b)
				}
			}
		})
	}
}

func lines(text []byte) []string { return strings.Split(strings.TrimSuffix(string(text), "\n"), "\n") }

// strict reads a row that has exactly these fields in this order.
func strict(t *testing.T, line string, row any, fields string) {
	t.Helper()
	if got := fieldOrder(t, []byte(line)); got != strings.Replace(fields, "story", "story[]", 1) &&
		got != strings.Replace(strings.Replace(fields, "story", "story[]", 1), "support", "support[]", 1) {
		t.Fatalf("fields %s, want %s", got, fields)
	}
	var values map[string]json.RawMessage
	if err := json.Unmarshal([]byte(line), &values); err != nil {
		t.Fatal(err)
	}
	into := map[string]any{}
	switch row := row.(type) {
	case *StepGameRow:
		into = map[string]any{"story": &row.Story, "question": &row.Question, "label": &row.Label, "k_hop": &row.KHop}
	case *BAbIRow:
		into = map[string]any{"story": &row.Story, "question": &row.Question, "answer": &row.Answer, "support": &row.Support}
	}
	for name, value := range into {
		if err := json.Unmarshal(values[name], value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

// blocks reads bAbI's text as its readers do: lines numbered from 1, anew for every story, and tabs in the last line.
func blocks(t *testing.T, text []byte) (all []BAbIRow) {
	t.Helper()
	var row BAbIRow
	for _, line := range lines(text) {
		number, rest, ok := strings.Cut(line, " ")
		if !ok || number != strconv.Itoa(len(row.Story)+1) {
			t.Fatalf("line %q after %d sentences", line, len(row.Story))
		}
		parts := strings.Split(rest, "\t")
		switch len(parts) {
		case 1:
			row.Story = append(row.Story, rest)
			continue
		case 3:
		default:
			t.Fatalf("line %q has %d tabs", line, len(parts)-1)
		}
		row.Question, row.Answer = parts[0], parts[1]
		for _, n := range strings.Split(parts[2], " ") {
			line, err := strconv.ParseInt(n, 10, 64)
			if err != nil {
				t.Fatal(err)
			}
			row.Support = append(row.Support, line)
		}
		all = append(all, row)
		row = BAbIRow{}
	}
	if len(row.Story) > 0 {
		t.Fatalf("the last story has no question: %q", row.Story)
	}
	return all
}

// checkSupport holds that the lines of the support are sentences that alone prove the answer, and that none is too
// many.
func checkSupport(t *testing.T, rec *gridscribe.Record, row BAbIRow) {
	t.Helper()
	first := len(row.Story) - len(rec.Plan.Facts)
	if len(row.Support) != rec.Hops() {
		t.Fatalf("record %d: %d lines support %d hops", rec.Index, len(row.Support), rec.Hops())
	}
	answered := func(left int) bool { // without line left
		net, err := layout.NewNetwork(len(rec.Names()), rec.World)
		if err != nil {
			t.Fatal(err)
		}
		for i, n := range row.Support {
			k := int(n) - 1 - first
			if k < 0 || k >= len(rec.Plan.Facts) {
				t.Fatalf("record %d: line %d supports, but it states no fact", rec.Index, n)
			}
			if i == left {
				continue
			}
			if err := net.Add(rec.Plan.Facts[k]); err != nil {
				t.Fatal(err)
			}
		}
		switch q := rec.Question.(type) {
		case *qa.Direction:
			_, ok := net.Entails(q.Locatum, q.Relatum, q.Aspect)
			return ok
		case *qa.Truth:
			return net.Judge(q.Claim) != layout.Open
		case *qa.Path:
			moves, _ := new(layout.Router).Shortest(net.Facts(), len(rec.Names()), q.From, q.To)
			return slices.Equal(moves, q.Moves)
		}
		return false
	}
	if !answered(-1) {
		t.Fatalf("record %d: lines %v do not prove the answer of\n%s", rec.Index, row.Support, rec.Text())
	}
	for i := range row.Support {
		if answered(i) {
			t.Fatalf("record %d: line %d of %v is not needed", rec.Index, row.Support[i], row.Support)
		}
	}
}

// TestStoriesReadBack reads what was written as a data set that somebody else wrote.
func TestStoriesReadBack(t *testing.T) {
	for name, cfg := range storyConfigs(100) {
		corpus := corpusOf(t, cfg)
		for _, opt := range []Options{
			{View: ViewStepGame, Format: JSONL}, {View: ViewStepGame, Format: Numbered}, {View: ViewBAbI, Format: Numbered, Bare: true},
		} {
			n := int64(0)
			for p, err := range ReadProblems(bytes.NewReader(readSplit(t, corpus, opt)), name) {
				if err != nil {
					t.Fatalf("%s, %v %v: %v", name, opt.View, opt.Format, err)
				}
				rec, err := corpus.At(n)
				if err != nil {
					t.Fatal(err)
				}
				n++
				story := strings.ReplaceAll(p.Story, "\n", " ")
				if !strings.HasSuffix(story, rec.Text()) || p.Question != string(rec.AppendQuestion(nil)) ||
					p.Label != string(rec.AppendAnswer(nil)) || opt.Bare && story != rec.Text() {
					t.Fatalf("%s, record %d reads as %+v", name, rec.Index, p)
				}
				if opt.Format == JSONL && p.Hops != rec.Hops() || opt.Format == Numbered && len(p.Support) != rec.Hops() {
					t.Fatalf("%s, record %d: %d hops and support %v", name, rec.Index, p.Hops, p.Support)
				}
				for i, line := range p.Support {
					if want := string(rec.AppendSentence(nil, rec.Proof.Facts[i])); p.Sentence(line) != want {
						t.Fatalf("%s, record %d: line %d is %q, not %q", name, rec.Index, line, p.Sentence(line), want)
					}
				}
			}
			if n != 100 {
				t.Errorf("%s, %v %v: %d problems of 100", name, opt.View, opt.Format, n)
			}
		}
	}
}

// TestStoriesInParquet holds that both formats of rows hold the same, for any number of workers.
func TestStoriesInParquet(t *testing.T) {
	for name, cfg := range storyConfigs(fewer(2400)) {
		corpus := corpusOf(t, cfg)
		for _, view := range []View{ViewStepGame, ViewBAbI} {
			opt := Options{View: view, Format: JSONL}
			text, summary := mustWrite(t, corpus, opt)
			opt.Format, opt.Workers = Parquet, 3
			table, _ := mustWrite(t, corpus, opt)
			opt.Format = JSONL
			again, _ := mustWrite(t, corpus, opt)
			if diff := cmp.Diff(listing(t, text), listing(t, again)); diff != "" {
				t.Errorf("%s, %v: three workers write other JSONL", name, view)
			}
			for _, split := range summary.Splits {
				want := readJSONL(t, filepath.Join(text, fileName(split.Name, JSONL)))
				got := readAny(t, view, filepath.Join(table, fileName(split.Name, Parquet)))
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s, %v, %s (-JSONL +Parquet):\n%.2000s", name, view, split.Name, diff)
				}
			}
		}
	}
}

// TestStorySplitsShareNothing: no story of one split stands in another but for names, words, order and symmetry.
func TestStorySplitsShareNothing(t *testing.T) {
	cfg := gridscribe.StepGame()
	cfg.Records, cfg.Hops = fewer(4000), cfg.Hops[:4]
	corpus := corpusOf(t, cfg)
	splits, seen, again := DefaultSplits(), make(map[string]int), 0
	for rec, err := range corpus.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		split := splitOf(splits, NoForm.fingerprint(rec))
		problem := canonical(rec)
		if other, ok := seen[problem]; ok {
			again++
			if other != split {
				t.Fatalf("record %d, %q, is in splits %d and %d", rec.Index, rec.Text(), split, other)
			}
		}
		seen[problem] = split
	}
	if again < 200 {
		t.Errorf("only %d problems are repeated: this shows nothing", again)
	}
}

// TestSuits: what a corpus cannot be written as is said before anything is made.
func TestSuits(t *testing.T) {
	families := gridscribe.Text2Space()
	for _, name := range gridscribe.FamilyNames(gridscribe.ByShape) {
		families.Families = append(families.Families, gridscribe.FamilyWeight{Family: name, Weight: 1})
	}
	apart := gridscribe.StepGame()
	apart.Sharing = false
	loose := apart
	loose.Distractors.Disconnected.Max = 2
	const cannot = "and this corpus cannot be drawn: "
	const instead = "; use the views stepgame, babi or the form answer"
	shared := cannot + "objects share cells, and a cell shows one name (sharing)" + instead
	for _, test := range []struct {
		cfg  gridscribe.Config
		opt  Options
		want string
	}{
		{gridscribe.Text2Space(), Options{}, ""},
		{gridscribe.Text2Space(), Options{View: ViewStepGame}, ""},
		{gridscribe.Text2Space(), Options{View: ViewBAbI}, ""},
		{gridscribe.StepGame(), Options{}, "view text2space draws, " + shared},
		{gridscribe.StepGame(), Options{View: ViewMessages, Form: FormAnswer}, ""},
		{gridscribe.StepGame(), Options{View: ViewMessages, Form: FormDraw}, "form draw draws, " + shared},
		{gridscribe.StepGame(), Options{View: ViewText, Form: FormTwoTurnGold}, "form two-turn-gold draws, " + shared},
		{apart, Options{}, ""},
		{apart, Options{View: ViewPrompt, Form: FormTextRead}, ""},
		{loose, Options{View: ViewPrompt, Form: FormDraw}, "form draw draws, " + cannot + "steps are of one cell, but how far " +
			"off disconnected objects are is open (distractors.disconnected)" + instead},
		{gridscribe.BAbI17(), Options{View: ViewPrompt, Form: FormRead}, "form read draws, " + cannot + "names of several words " +
			"do not stand in a cell (names shapes)" + instead},
		{gridscribe.BAbI17(), Options{}, "view text2space asks for directions alone, the corpus for truth too; use another view"},
		{gridscribe.BAbI19(), Options{View: ViewPrompt, Form: FormRead}, "form read shows a drawing, which does not answer " +
			"questions of the family path: they are about the text; use the form answer"},
		{families, Options{}, "view text2space asks for directions alone, the corpus for choose too; use another view"},
		{families, Options{View: ViewStepGame}, ""},
		{families, Options{View: ViewBAbI}, "view babi names the facts that prove an answer, which questions of the family " +
			"choose do not say; use another view"},
		{families, Options{View: ViewStepGame, Format: Numbered}, "format txt names the facts that prove an answer, which " +
			"questions of the family choose do not say; use another view"},
		{families, Options{View: ViewText, Form: FormAnswer}, ""},
		{families, Options{View: ViewText, Form: FormDraw}, ""},
		{families, Options{View: ViewText, Form: FormRead}, "form read shows a drawing, which does not answer questions of the " +
			"family choose: they are about the text; use the form answer"},
	} {
		test.cfg.Records = 40
		corpus := corpusOf(t, test.cfg)
		dir := filepath.Join(t.TempDir(), "out")
		_, err := Write(t.Context(), corpus, dir, test.opt)
		got := ""
		if err != nil {
			got = strings.TrimPrefix(err.Error(), "export: ")
			if _, err := os.Stat(dir); !os.IsNotExist(err) {
				t.Errorf("%+v: something was made: %v", test.opt, err)
			}
		}
		if got != test.want {
			t.Errorf("view %v, form %v:\ngot  %s\nwant %s", test.opt.View, test.opt.Form, got, test.want)
		}
	}
}

// TestPromptsSayWhatTheyAssume: a prompt about a chain says the reading and the world of the text, what the question
// takes for granted, and how to answer.
func TestPromptsSayWhatTheyAssume(t *testing.T) {
	for name, cfg := range storyConfigs(5) {
		for rec, err := range corpusOf(t, cfg).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			opt := Options{View: ViewMessages, Form: FormAnswer}
			prompt := string(appendTurn(nil, rec, opt, 0))
			for _, part := range []string{
				rec.Text(), string(rec.AppendAssumptions(nil)), string(rec.AppendQuestion(nil)),
				string(rec.Question.AppendFormat(nil)), "one step away",
			} {
				if !strings.Contains(prompt, part) {
					t.Errorf("%s: %q is missing from\n%s", name, part, prompt)
				}
			}
			if answer := string(appendTurn(nil, rec, opt, 1)); answer != string(rec.AppendAnswer(nil)) {
				t.Errorf("%s: the answer is %q", name, answer)
			}
		}
	}
}
