package describe

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
)

var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, file, got string) {
	t.Helper()
	path := "testdata/" + file
	if *update {
		if err := os.MkdirAll("testdata", 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got; -update writes it anew):\n%s", path, diff)
	}
}

// drawTwo draws A and B, by hand, so that A has the relation to B.
func drawTwo(relation layout.Cardinal) string {
	switch relation {
	case layout.N:
		return "A\nB\n"
	case layout.S:
		return "B\nA\n"
	case layout.W:
		return "A B\n"
	case layout.E:
		return "B A\n"
	case layout.NW:
		return "A .\n. B\n"
	case layout.NE:
		return ". A\nB .\n"
	case layout.SW:
		return ". B\nA .\n"
	case layout.SE:
		return "B .\n. A\n"
	}
	return "?\n"
}

// TestPhrasesGolden prints every phrase beside the scene that the lexicon says it means, for a person to read.
func TestPhrasesGolden(t *testing.T) {
	var text strings.Builder
	for id, p := range English().All() {
		lines := strings.Split(strings.TrimSuffix(drawTwo(p.Relation), "\n"), "\n")
		for i := range 2 {
			line := ""
			if i < len(lines) {
				line = lines[i]
			}
			if i == 0 {
				line = fmt.Sprintf("%-5s A is %s B.  (%d, %v, %v, weight %d)", line, p.Text, id, p.Vocabulary, p.Readings, p.Weight)
			}
			if line != "" {
				text.WriteString(line + "\n")
			}
		}
		text.WriteString("\n")
	}
	golden(t, "phrases.golden", text.String())
}

func TestLexicon(t *testing.T) {
	lex, readings := English(), secondReadings(t)
	if lex.Len() < 170 || lex.Len() != len(readings)-1 {
		t.Errorf("%d phrases; want at least 170, and the second reading has %d", lex.Len(), len(readings)-1)
	}
	seen := make(map[string]bool)
	for id, p := range lex.All() {
		if want, known := readings[p.Text]; !known || want != p.Relation {
			t.Errorf("%q means %v; the second reading says %v (known: %v)", p.Text, p.Relation, want, known)
		}
		if seen[p.Text] {
			t.Errorf("%q stands twice", p.Text)
		}
		seen[p.Text] = true
		if p.Vocabulary.Len() != 1 || p.Weight < 1 || !p.Readings.Has(layout.Aligned) || strings.ContainsAny(p.Text, "{}.") {
			t.Errorf("phrase %d is not sound: %+v", id, p)
		}
		if got := lex.Phrase(id); got != p {
			t.Errorf("Phrase(%d) = %+v, want %+v", id, got, p)
		}
	}
	for v := range vocabularies {
		for c := layout.N; c < layout.Cardinals; c++ {
			if len(lex.slots[layout.Aligned][v][c]) == 0 {
				t.Errorf("nothing says %v in vocabulary %d", c, v)
			}
		}
	}
	for c := layout.EQ; c < layout.Cardinals; c++ {
		base := string(AppendBase(nil, c))
		if readings[base] != c || !seen[base] && c != layout.EQ {
			t.Errorf("base words of %v: %q", c, base)
		}
	}
	if got := string(AppendBase([]byte("x"), layout.Cardinals)); got != "x" {
		t.Errorf("AppendBase of no relation gives %q", got)
	}
	if got := lex.Phrase(PhraseID(lex.Len())); got != (Phrase{}) {
		t.Errorf("Phrase beyond the end gives %+v", got)
	}
	if got := new(Lexicon).Len(); got != 0 {
		t.Errorf("the zero Lexicon has %d phrases", got)
	}
}

func TestVocabulary(t *testing.T) {
	want := []string{
		"spatial", "cardinal", "spatial+cardinal", "clock", "spatial+clock", "cardinal+clock", "spatial+cardinal+clock",
	}
	if len(Vocabularies()) != len(want) {
		t.Fatalf("%d vocabularies", len(Vocabularies()))
	}
	for i, v := range Vocabularies() {
		text, err := v.MarshalText()
		if err != nil || string(text) != want[i] || v.String() != want[i] || v.Len() != strings.Count(want[i], "+")+1 {
			t.Errorf("vocabulary %d: %q, %v", v, text, err)
		}
		var back Vocabulary
		if err := back.UnmarshalText(text); err != nil || back != v {
			t.Errorf("%q reads as %v, %v", text, back, err)
		}
	}
	for _, bad := range []string{"", "compass", "Spatial", "clock+spatial", "spatial+", "spatial+spatial", "Vocabulary(?)"} {
		if v, err := ParseVocabulary(bad); err == nil || !strings.Contains(err.Error(), fmt.Sprintf("%q", bad)) {
			t.Errorf("ParseVocabulary(%q) = %v, %v", bad, v, err)
		}
	}
	for _, bad := range []Vocabulary{0, 8, 255} {
		if _, err := bad.MarshalText(); err == nil || bad.Valid() {
			t.Errorf("vocabulary %d is taken for valid", bad)
		}
	}
}
