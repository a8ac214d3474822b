package export

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// leveledCorpus returns the corpus of families at all levels.
func leveledCorpus(t *testing.T, records int64, families ...string) *gridscribe.Corpus {
	t.Helper()
	cfg := gridscribe.Leveled()
	cfg.Records = records
	for _, name := range families {
		cfg.Families = append(cfg.Families, gridscribe.FamilyWeight{Family: name, Weight: 1})
	}
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return corpus
}

// TestNativeLevelsGolden pins a row of every family.
func TestNativeLevelsGolden(t *testing.T) {
	var lines []byte
	for _, f := range qa.Families() {
		for rec, err := range leveledCorpus(t, 1, f.Name()).All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			lines = appendFirst(t, lines, rec, Options{View: ViewNative}, fillNative, appendNative)
		}
	}
	golden(t, "native.golden", lines)
}

// TestLeveledForms: a form is allowed only where what it shows holds the answer.
func TestLeveledForms(t *testing.T) {
	texts := []string{"choose", "truth", "possible", "arrange"}
	for form, families := range map[Form][]string{
		FormRead: append(texts, "draw", "describe", "path", "shape"), FormTextRead: append(texts, "recall", "describe"), FormTwoTurn: append(texts, "merge"),
		FormTwoTurnGold: append(texts, "edit"), FormDrawAnswer: append(texts, "describe"), FormAnswer: {"describe", "coordinates"},
	} {
		for _, family := range families {
			if err := (Options{View: ViewMessages, Form: form}).Suits(leveledCorpus(t, 1, family).Config()); err == nil {
				t.Errorf("form %v is allowed for %s", form, family)
			}
		}
	}
	for form, families := range map[Form][]string{
		FormAnswer: append(texts, "direction", "recall", "path"), FormRead: {"direction", "multihop", "merge"}, FormTwoTurn: {"direction", "count"},
		FormDraw: append(texts, "fold"), FormDescribe: {"truth", "locate"},
	} {
		for _, family := range families {
			if err := (Options{View: ViewMessages, Form: form}).Suits(leveledCorpus(t, 1, family).Config()); err != nil {
				t.Error(err)
			}
		}
	}
}

// TestLeveledAbout: rows say nothing of facts, their reading and their words where the record has none.
func TestLeveledAbout(t *testing.T) {
	corpus := leveledCorpus(t, 200)
	rows := newBatch[MessagesRow](200)
	var told []bool
	for rec, err := range corpus.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		told = append(told, len(rec.Plan.Facts) > 0)
		fillMessages(&rows.arena, rows.next(), rec, Options{View: ViewMessages, Form: FormAsk})
	}
	all, err := rows.seal()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range all {
		got := []bool{row.Reading != "", row.Vocabulary != ""}
		if want := []bool{told[i], told[i]}; !slices.Equal(got, want) || row.Unique && !told[i] {
			t.Errorf("%s, facts %t: reading %q, vocabulary %q, unique %t", row.Family, told[i], row.Reading, row.Vocabulary, row.Unique)
		}
	}
	if !slices.Contains(told, true) || !slices.Contains(told, false) {
		t.Error("the records all have facts, or none has")
	}
}

// TestLeveledTurns: what is shown is the record's own evidence in the form's media, what is drawn uses characters that the prompt tells of, and the last turn
// is the record's answer.
func TestLeveledTurns(t *testing.T) {
	for _, f := range qa.Families() {
		corpus := leveledCorpus(t, 40, f.Name())
		for _, form := range Forms() {
			opt := Options{View: ViewMessages, Form: form}
			if opt.Suits(corpus.Config()) != nil {
				continue
			}
			for rec, err := range corpus.All(t.Context()) {
				if err != nil {
					t.Fatal(err)
				}
				q := rec.Instance()
				if q == nil {
					continue
				}
				var turns []string
				for i := range form.turns() {
					turns = append(turns, string(appendTurn(nil, rec, opt, i)))
				}
				evidence := func(m qa.Medium) string { return string(q.AppendEvidence(nil, m)) }
				text, drawing := evidence(qa.AsText), evidence(qa.AsDrawing)
				starts := map[Form]string{FormDescribe: "```\n" + drawing, FormRead: drawing, FormTextRead: evidence(qa.AsBoth), FormAsk: evidence(rec.Medium)}
				start, ok := starts[form]
				if !ok {
					start = text
				}
				if !strings.HasPrefix(turns[0], start) {
					t.Fatalf("%s, form %v: the prompt\n%s\ndoes not start with\n%s", f.Name(), form, turns[0], start)
				}
				answer, last := q.Answer().String(), turns[len(turns)-1]
				switch form {
				case FormDraw:
					answer = "```\n" + drawing + "\n```"
				case FormDescribe:
					answer = text
				case FormDrawAnswer:
					answer = "```\n" + drawing + "\n```\n\nAnswer: " + answer
				}
				if diff := cmp.Diff(answer, last); diff != "" {
					t.Fatalf("%s, form %v (-want +got):\n%s", f.Name(), form, diff)
				}
				if slices.Contains([]Form{FormDraw, FormDrawAnswer, FormTwoTurn}, form) {
					for _, c := range drawing {
						if strings.ContainsRune("#.+?&-|", c) && !strings.ContainsRune(text, c) && !strings.Contains(turns[0], string(c)+" for ") &&
							!strings.Contains(turns[0], string(c)+" where ") && !strings.Contains(turns[0], "table") {
							t.Fatalf("%s, form %v: the prompt does not tell of %q:\n%s\n%s", f.Name(), form, c, turns[0], drawing)
						}
					}
				}
			}
		}
	}
}
