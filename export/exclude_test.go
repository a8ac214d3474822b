package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// disguise returns the facts and the question of a record moved by a symmetry, its objects numbered from the last,
// every other fact stated from the other side, and the last fact first.
func disguise(rec *gridscribe.Record, sym layout.Symmetry) (facts []layout.Fact, q qa.Question, names []string) {
	n := rec.Layout.Len()
	move := func(f layout.Fact) layout.Fact {
		f.Locatum, f.Relatum, f.Relation = n-1-f.Locatum, n-1-f.Relatum, sym.Cardinal(f.Relation)
		return f
	}
	for i := len(rec.Plan.Facts) - 1; i >= 0; i-- {
		f := move(rec.Plan.Facts[i])
		if i%2 == 0 {
			f = f.Converse()
		}
		facts = append(facts, f)
	}
	for i := range n {
		names = append(names, string(rune('Z'-i)))
	}
	switch asked := rec.Question.(type) {
	case *qa.Truth:
		return facts, &qa.Truth{Names: names, Claim: move(asked.Claim), Value: asked.Value, Phrasing: asked.Phrasing}, names
	case *qa.Path:
		return facts, &qa.Path{Names: names, Facts: facts, From: n - 1 - asked.From, To: n - 1 - asked.To}, names
	}
	was := rec.Direction()
	d := &qa.Direction{
		Names: names, Locatum: n - 1 - was.Locatum, Relatum: n - 1 - was.Relatum, Aspect: was.Aspect,
		Relation: layout.N, Sharing: was.Sharing, Phrasing: was.Phrasing,
	}
	if sym&1 != 0 && d.Aspect != layout.Full {
		d.Aspect = layout.Vertical + layout.Horizontal - d.Aspect
	}
	return facts, d, names
}

// disguisedRow writes a record so as a line of JSON, in other words.
func disguisedRow(t *testing.T, rec *gridscribe.Record, i int, stories bool) string {
	t.Helper()
	facts, q, names := disguise(rec, layout.Symmetry(i%layout.Symmetries))
	plan := describe.Plan{Facts: facts}
	if err := plan.Word(describe.English(), describe.Spatial, seed.NewKey(9).At(int64(i)).Stream()); err != nil {
		t.Fatal(err)
	}
	row := map[string]any{"label": "left"}
	if question := string(q.AppendText(nil)); stories {
		var story []string
		for k := range facts {
			one := describe.Plan{Facts: facts[k : k+1], Phrases: plan.Phrases[k : k+1]}
			story = append(story, string(one.Append(nil, describe.English(), names)))
		}
		row["story"], row["question"] = story, question
	} else {
		row["description"], row["query_relation"] = string(plan.Append(nil, describe.English(), names)), question
	}
	line, err := json.Marshal(row)
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

// TestExclusionFindsPlanted: problems of a corpus that stand in a file moved, renamed and in other words are gone, and
// no others.
func TestExclusionFindsPlanted(t *testing.T) {
	benchmark := gridscribe.StepGame()
	benchmark.Phrasing = qa.Benchmark
	for name, cfg := range map[string]gridscribe.Config{
		"text2space": gridscribe.Text2Space(), "stepgame": benchmark, "babi17": gridscribe.BAbI17(), "babi19": gridscribe.BAbI19(),
	} {
		cfg.Records = 600
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		var file strings.Builder
		planted := make(map[uint64]bool)
		for rec, err := range corpus.All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			if rec.Index%12 == 5 {
				file.WriteString(disguisedRow(t, rec, int(rec.Index/12), name != "text2space"))
				planted[rec.Fingerprint()] = true
			}
		}
		var e Exclusion
		if err := e.Add(strings.NewReader(file.String()), name); err != nil {
			t.Fatal(err)
		}
		gone := 0
		for rec, err := range corpus.All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			has := e.Has(rec)
			if has != planted[rec.Fingerprint()] {
				t.Fatalf("%s, record %d: kept out %t\n%s\n%s", name, rec.Index, has, rec.Text(), rec.AppendQuestion(nil))
			}
			if has {
				gone++
			}
		}
		f := e.Files()[0]
		if f.Rows != 50 || f.Unread != 0 || f.Unasked != 0 || int(f.Problems) != len(planted) || e.Len() != len(planted) {
			t.Errorf("%s: %+v; want 50 rows of %d problems", name, f, len(planted))
		}
		t.Logf("%s: %d rows, %d problems, %d of %d records gone", name, f.Rows, f.Problems, gone, cfg.Records)
	}
}

// TestExclusionOfWritten: what this package writes it keeps out whole, with what it says of its own readings.
func TestExclusionOfWritten(t *testing.T) {
	for _, preset := range gridscribe.Presets() {
		cfg := preset.Config()
		if cfg.Sort() == gridscribe.ByLevels {
			continue
		}
		cfg.Records = 60
		view := ViewText2Space
		if cfg.Sort() == gridscribe.ByHops {
			view, cfg.Names = ViewStepGame, gridscribe.NamesOfPlaces
		}
		corpus, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		dir := filepath.Join(t.TempDir(), "out")
		if _, err := Write(t.Context(), corpus, dir, Options{View: view, Format: JSONL, Splits: []Split{{"train", 1}}}); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, "data", view.String(), fileName("train", JSONL))
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		var e Exclusion
		err = e.Add(file, path)
		file.Close()
		if err != nil {
			t.Fatal(err)
		}
		for rec, err := range corpus.All(t.Context()) {
			if err != nil || !e.Has(rec) {
				t.Fatalf("%s as %v: record %d is kept, %v", preset.Name, view, rec.Index, err)
			}
		}
	}
}

// TestExclusionErrors: a file that cannot be read to its end adds nothing, and the error says where.
func TestExclusionErrors(t *testing.T) {
	const good = `{"description": "A is above B.", "query_relation": "Where is A relative to B?", "label": "above"}` + "\n"
	for _, test := range []struct{ name, text, want string }{
		{"cut", good + `{"description": "A is`, "f.jsonl:2:"},
		{"field", good + good + `{"description": "A is above B."}`, "f.jsonl:3:"},
		{"words", good + strings.Replace(good, "A is above B", "A greets B", 1), "f.jsonl:2: row 2"},
		{"question", good + strings.Replace(good, "Where is A", "Where is Q", 1), "f.jsonl:2: row 2"},
		{"empty", "", "no rows"},
		{"other", "a,b,c\n1,2,3\n", "f.jsonl:"},
	} {
		var e Exclusion
		err := e.Add(strings.NewReader(test.text), "f.jsonl")
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v; want one with %q", test.name, err, test.want)
		}
		if e.Len() != 0 || len(e.Files()) != 0 || e.Hash() != "" {
			t.Errorf("%s: %d problems were added", test.name, e.Len())
		}
	}
	var e Exclusion
	var fault *ProblemError
	if err := e.Add(strings.NewReader("{}\n"), "f"); !errors.As(err, &fault) || fault.Line != 1 {
		t.Errorf("%v is no ProblemError of line 1", err)
	}
	e.SkipUnread = true
	text := good + strings.Replace(good, "above B.", "beyond B.", 1) + strings.Replace(good, "A is above B.", "Z is left of Y.", 1)
	text = strings.Replace(text, `"Where is A relative to B?", "label": "above"}`+"\n"+`{"description": "Z`, `"Where is A relative to B?", "label": "above"}`+"\n"+`{"description": "Z`, 1)
	if err := e.Add(strings.NewReader(text), "f"); err != nil {
		t.Fatal(err)
	}
	if f := e.Files()[0]; f.Rows != 3 || f.Problems != 1 || f.Unread != 2 || f.Sentence == "" {
		t.Errorf("%+v", f)
	}
	if (*Exclusion)(nil).Has(new(gridscribe.Record)) || new(Exclusion).Has(new(gridscribe.Record)) {
		t.Error("an empty set holds something")
	}
}

// TestExclusionHash: the set counts, not the order of files or what they repeat.
func TestExclusionHash(t *testing.T) {
	row := func(i int) string {
		return fmt.Sprintf(`{"description": "%s", "query_relation": "Where is A relative to B?", "label": "x"}`+"\n",
			strings.Repeat("A is above B. ", 1)+[]string{"", "C is above A.", "C is to the left of A."}[i])
	}
	hash := func(files ...string) string {
		var e Exclusion
		for _, f := range files {
			if err := e.Add(strings.NewReader(f), "f"); err != nil {
				t.Fatal(err)
			}
		}
		return e.Hash()
	}
	if a, b := hash(row(0)+row(1)+row(1), row(2)), hash(row(2)+row(1), row(0), row(1)); a != b || len(a) != 64 {
		t.Errorf("one set has the hashes %s and %s", a, b)
	}
	if hash(row(0)+row(1)) == hash(row(0)+row(2)) {
		t.Error("two sets have one hash")
	}
}

// TestExclusionOfRealData reads test sets that nobody here wrote.
func TestExclusionOfRealData(t *testing.T) {
	found := false
	for _, pattern := range []string{"text2space/*.jsonl", "stepgame/*/*.txt", "babi/*.txt"} {
		paths, err := filepath.Glob(filepath.Join("../../shared/conformance", pattern))
		if err != nil {
			t.Fatal(err)
		}
		var e Exclusion
		var rows, unread, unasked int64
		for _, path := range paths {
			found = true
			file, err := os.Open(path)
			if err != nil {
				t.Fatal(err)
			}
			err = e.Add(file, path)
			file.Close()
			if err != nil {
				t.Errorf("%v", err)
				continue
			}
			f := e.Files()[len(e.Files())-1]
			rows, unread, unasked = rows+f.Rows, unread+f.Unread, unasked+f.Unasked
		}
		t.Logf("%s: %d rows, %d problems, %d unread, %d unasked, hash %.8s", pattern, rows, e.Len(), unread, unasked, e.Hash())
		if pattern == "text2space/*.jsonl" && len(paths) > 0 && (rows != 55 || e.Len() < 50) ||
			pattern == "stepgame/*/*.txt" && len(paths) > 0 && (rows != 11350 || unread != 0 || e.Len() < 8000) {
			t.Errorf("%s: %d rows, %d problems", pattern, rows, e.Len())
		}
	}
	if !found {
		t.Skip("../../shared/conformance is absent")
	}
}
