package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// firstRows returns the JSON lines of the first two records in a view and form, drawings as grids.
func firstRows(t *testing.T, view View, form Form) []byte {
	t.Helper()
	corpus := newCorpus(t, 2)
	opt := Options{View: view, Form: form, Style: scene.Grid}
	var lines []byte
	for rec, err := range corpus.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		switch view {
		case ViewText2Space:
			lines = appendFirst(t, lines, rec, opt, fillText2Space, appendText2Space)
		case ViewMessages:
			lines = appendFirst(t, lines, rec, opt, fillMessages, appendMessages)
		case ViewPrompt:
			lines = appendFirst(t, lines, rec, opt, fillPrompt, appendPrompt)
		case ViewText:
			lines = appendFirst(t, lines, rec, opt, fillText, appendTextRow)
		}
	}
	return lines
}

func appendFirst[T any](
	t *testing.T, dst []byte, rec *gridscribe.Record, opt Options,
	fill func(*arena, *T, *gridscribe.Record, Options), appendRow func([]byte, *T) []byte,
) []byte {
	t.Helper()
	made := newBatch[T](1)
	fill(&made.arena, made.next(), rec, opt)
	rows, err := made.seal()
	if err != nil {
		t.Fatal(err)
	}
	return append(appendRow(dst, &rows[0]), '\n')
}

func TestRowsGolden(t *testing.T) {
	golden(t, "text2space.golden", firstRows(t, ViewText2Space, NoForm))
	for _, view := range []View{ViewMessages, ViewPrompt, ViewText} {
		var all []byte
		for _, form := range Forms() {
			all = fmt.Appendf(all, "%s %v\n", form.Letter(), form)
			all = append(all, firstRows(t, view, form)...)
		}
		golden(t, view.String()+".golden", all)
	}
}

// TestFieldOrder pins names and order of every view's fields: code that others wrote reads them.
func TestFieldOrder(t *testing.T) {
	const about = " id form style family aspect label reading vocabulary objects facts hops direct unique" +
		" stream_version lexicon_version"
	for view, want := range map[View]string{
		ViewText2Space: "description query_relation query_type label reasoning_steps detailed_relations" +
			" ascii{simple grid panel} terminology_used num_components num_relations is_directly_stated has_unique_layout" +
			" ambiguous_stages id",
		ViewMessages: "messages[{role content}{role content}]" + about,
		ViewPrompt:   "prompt completion" + about,
		ViewText:     "text" + about,
	} {
		line, _, _ := bytes.Cut(firstRows(t, view, FormDraw), []byte("\n"))
		if got := fieldOrder(t, line); got != want {
			t.Errorf("%v: fields\n%s\nwant\n%s", view, got, want)
		}
	}
}

// fieldOrder lists the names of an object as they stand in the text.
func fieldOrder(t *testing.T, object []byte) string {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(object))
	var value func() string
	value = func() string {
		token, err := dec.Token()
		if err != nil {
			t.Fatal(err)
		}
		switch token {
		case json.Delim('{'):
			var names []string
			for dec.More() {
				name, err := dec.Token()
				if err != nil {
					t.Fatal(err)
				}
				names = append(names, name.(string)+value())
			}
			_, _ = dec.Token()
			return "{" + strings.Join(names, " ") + "}"
		case json.Delim('['):
			items := ""
			for dec.More() {
				items += value()
			}
			_, _ = dec.Token()
			return "[" + items + "]"
		}
		return ""
	}
	return strings.Trim(value(), "{}")
}

// TestRelease compares fields and types with rows of the released Text2Space file.
func TestRelease(t *testing.T) {
	files, err := filepath.Glob("../../shared/conformance/text2space/*.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the released rows are not here: ../../shared/conformance/text2space")
	}
	row, _, _ := bytes.Cut(firstRows(t, ViewText2Space, NoForm), []byte("\n"))
	ours := types(t, row)
	// The released sample has no panels, and steps nowhere.
	delete(ours, "reasoning_steps")
	delete(ours, "ascii.panel")
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range bytes.Lines(data) {
			n++
			if diff := cmp.Diff(types(t, line), ours); diff != "" {
				t.Fatalf("%s, line %d (-released +ours):\n%s", file, n, diff)
			}
		}
		t.Logf("%s: %d rows", filepath.Base(file), n)
	}
}

// types returns the type of every field of an object by its path.
func types(t *testing.T, object []byte) map[string]string {
	t.Helper()
	dec := json.NewDecoder(bytes.NewReader(object))
	dec.UseNumber()
	var row map[string]any
	if err := dec.Decode(&row); err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	var walk func(path string, v any)
	walk = func(path string, v any) {
		switch v := v.(type) {
		case map[string]any:
			for name, field := range v {
				walk(strings.TrimPrefix(path+"."+name, "."), field)
			}
		case json.Number:
			_, err := v.Int64()
			all[path] = fmt.Sprintf("whole number: %t", err == nil)
		default:
			all[path] = fmt.Sprintf("%T", v)
		}
	}
	walk("", row)
	return all
}

// TestTurns holds every form against what its letter promises: who speaks, and whether text, drawing, question and
// answer stand where they should and nowhere else.
func TestTurns(t *testing.T) {
	// By form: for each turn what it shows. T text, D drawing, Q question, A answer alone at the end, R relations.
	want := []string{"", "T D", "D R", "TQ A", "DQ A", "TQ DA", "TDQ A", "T D Q A", "T D DQ A", "TQ A"}
	// A text about few objects may stand among the relations by chance.
	corpus := newCorpus(t, 200, 6, 7)
	for _, form := range Forms() {
		for _, style := range []scene.Style{scene.Simple, scene.Grid, scene.Panel} {
			for rec, err := range corpus.All(t.Context()) {
				if err != nil {
					t.Fatal(err)
				}
				var got []string
				for turn := range form.turns() {
					text := string(appendTurn(nil, rec, Options{Form: form, Style: style}, turn))
					shows := ""
					for _, part := range []struct{ letter, text string }{
						{"T", rec.Text()},
						{"D", "```\n" + rec.Drawing(style) + "\n```"},
						{"Q", string(rec.AppendQuestion(nil))},
					} {
						if strings.Contains(text, part.text) {
							shows += part.letter
						}
					}
					answer := string(rec.AppendAnswer(nil))
					if text == answer || strings.HasSuffix(text, "\n\nAnswer: "+answer) {
						shows += "A"
					}
					if turn%2 == 1 && strings.Contains(text, string(rec.AppendRelations(nil))) && form == FormDescribe {
						shows += "R"
					}
					if strings.TrimSpace(text) != text || strings.Contains(text, "\n\n\n") {
						t.Errorf("%v, record %d, turn %d: loose blanks in %q", form, rec.Index, turn, text)
					}
					got = append(got, shows)
				}
				if g := strings.Join(got, " "); g != want[form] {
					t.Fatalf("%v, %v, record %d: turns show %q, want %q", form, style, rec.Index, g, want[form])
				}
			}
		}
	}
}

// TestPromptJoins holds that prompt, completion and text are the chat's turns set apart by an empty line.
func TestPromptJoins(t *testing.T) {
	rec, err := newCorpus(t, 1).At(0)
	if err != nil {
		t.Fatal(err)
	}
	for _, form := range Forms() {
		opt := Options{Form: form, Style: scene.Panel}
		var turns []string
		for i := range form.turns() {
			turns = append(turns, string(appendTurn(nil, rec, opt, i)))
		}
		prompts, texts := newBatch[PromptRow](1), newBatch[TextRow](1)
		fillPrompt(&prompts.arena, prompts.next(), rec, opt)
		fillText(&texts.arena, texts.next(), rec, opt)
		p, err1 := prompts.seal()
		x, err2 := texts.seal()
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		last := len(turns) - 1
		if p[0].Prompt != strings.Join(turns[:last], "\n\n") || p[0].Completion != "\n\n"+turns[last] {
			t.Errorf("%v: prompt %q and completion %q of turns %q", form, p[0].Prompt, p[0].Completion, turns)
		}
		if x[0].Text != strings.Join(turns, "\n\n") || x[0].Text != p[0].Prompt+p[0].Completion {
			t.Errorf("%v: text %q of turns %q", form, x[0].Text, turns)
		}
	}
}

// TestID holds that a record has one id in a corpus of any length, and another in a corpus of another Config.
func TestID(t *testing.T) {
	ids := make(map[string]bool)
	for _, corpus := range []*gridscribe.Corpus{newCorpus(t, 5), newCorpus(t, 9), newCorpus(t, 5, 3), newCorpus(t, 5, 4)} {
		for i := range int64(5) {
			rec, err := corpus.At(i)
			if err != nil {
				t.Fatal(err)
			}
			ids[string(appendID(nil, rec))] = true
		}
	}
	if len(ids) != 15 {
		t.Errorf("%d ids, want 15: %v", len(ids), ids)
	}
}

// TestNames holds that every form, view and format is found under its name, and that the errors list all names.
func TestNames(t *testing.T) {
	var names []string
	for _, f := range Forms() {
		for _, name := range []string{f.String(), f.Letter()} {
			if name == "" { // ask has no letter
				continue
			}
			if got, err := ParseForm(name); err != nil || got != f {
				t.Errorf("ParseForm(%q) = %v, %v", name, got, err)
			}
		}
		if f.Summary() == "" {
			t.Errorf("%v has no summary", f)
		}
		names = append(names, f.String())
	}
	for _, v := range Views() {
		if got, err := ParseView(v.String()); err != nil || got != v {
			t.Errorf("ParseView(%q) = %v, %v", v, got, err)
		}
	}
	for f := range formats {
		if got, err := ParseFormat(f.String()); err != nil || got != f {
			t.Errorf("ParseFormat(%q) = %v, %v", f, got, err)
		}
	}
	_, err := ParseForm("a")
	for _, name := range names {
		if err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("ParseForm(a): %v; it does not name %s", err, name)
		}
	}
	if got := []string{forms.String(), views.String(), formats.String(), forms.Summary()}; !slices.Equal(got,
		[]string{"Form(?)", "View(?)", "Format(?)", ""}) {
		t.Errorf("values out of range print as %q", got)
	}
}

// TestNotUTF8 holds that a text that no format can store is refused.
func TestNotUTF8(t *testing.T) {
	b := newBatch[TextRow](1)
	b.arena.text(&b.next().Text, append(b.arena.open(), "a\xffb"...))
	if _, err := b.seal(); !errors.Is(err, ErrNotUTF8) {
		t.Errorf("seal of such a text: %v", err)
	}
}
