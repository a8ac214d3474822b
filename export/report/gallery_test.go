package report

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// TestPassagesKeepTheText: put together again, they are the text.
func TestPassagesKeepTheText(t *testing.T) {
	line := rapid.SampledFrom([]string{"", " ", "A  B", "┌──┐", "#..#", "Where is the cook now?", "View 1:", "A) left", "one two three four five six seven eight\r", "\t", "|a|"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(line).Draw(t, "lines"), "\n")
		if rapid.Bool().Draw(t, "any") {
			text = rapid.String().Draw(t, "text")
		}
		var again strings.Builder
		for _, p := range passages(text) {
			again.WriteString(p.Text)
		}
		if again.String() != text {
			t.Errorf("%q became %q", text, again.String())
		}
	})
}

func TestPassages(t *testing.T) {
	type list = []passage
	for _, c := range []struct {
		text string
		want list
	}{
		{"", nil},
		{"\n\n", list{{"", "\n\n"}}},
		{"Where is the cook?", list{{"prose", "Where is the cook?"}}},
		{"above", list{{"art", "above"}}},
		{"Draw it.\n\nB   C\n  A\n\nD\n", list{{"prose", "Draw it.\n\n"}, {"art", "B   C\n  A\n\nD\n"}}},
		{"Here is the map:\n#..#\n# A#\n", list{{"wrap", "Here is the map:\n"}, {"art", "#..#\n# A#\n"}}},
		{"Which of all these things do you see from the door?\nA) the bed\nB) the lamp", list{
			{"prose", "Which of all these things do you see from the door?\n"}, {"art", "A) the bed\nB) the lamp"},
		}},
		{"#ab.. ..cd# #ef.. ..gh# ####", list{{"art", "#ab.. ..cd# #ef.. ..gh# ####"}}},
		{"| Step | Who is where and sees it |", list{{"art", "| Step | Who is where and sees it |"}}},
		{"The map has 14 rows; row 1 is at the top. Walls: row 1, columns 2 to 3, row 4, column 5, row 7, column 8.", list{
			{"prose", "The map has 14 rows; row 1 is at the top. Walls: row 1, columns 2 to 3, row 4, column 5, row 7, column 8."},
		}},
	} {
		if got := passages(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

// TestPassagesKnowDrawings: no line of a drawing that the library makes is set as a sentence.
func TestPassagesKnowDrawings(t *testing.T) {
	corpus, err := gridscribe.NewCorpus(gridscribe.Text2Space())
	if err != nil {
		t.Fatal(err)
	}
	for i := range int64(60) {
		rec, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		for _, style := range []scene.Style{scene.Simple, scene.Grid, scene.Panel} {
			drawing := rec.Drawing(style)
			if got := passages(drawing); len(got) != 1 || got[0].Class != "art" {
				t.Errorf("%q: %q", drawing, got)
			}
		}
	}
	if corpus, err = gridscribe.NewCorpus(gridscribe.Leveled()); err != nil {
		t.Fatal(err)
	}
	drawn := 0
	for i := range int64(300) {
		rec, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		if rec.Medium != qa.AsDrawing {
			continue
		}
		prompt := string(rec.AppendPrompt(nil))
		for _, p := range passages(prompt) {
			for _, line := range strings.Split(p.Text, "\n") {
				if strings.ContainsAny(line, "#┌│└|") && p.Class != "art" && !strings.Contains(line, " # ") {
					t.Errorf("record %d: %q is set as %s in\n%s", i, line, p.Class, prompt)
				}
				if p.Class == "art" {
					drawn++
				}
			}
		}
	}
	if drawn < 300 {
		t.Errorf("%d lines of drawings", drawn)
	}
}

func TestGalleryFilters(t *testing.T) {
	v := newGallery([]Sample{
		{Family: "route", Level: 10, Split: "train"}, {Family: "fold", Level: 2, Split: "train"}, {Family: "route", Level: 0, Split: "train"},
	})
	want := []filter{{"Family", "family", []string{"route", "fold"}}, {"Level", "level", []string{"2", "10"}}}
	if !slices.EqualFunc(v.Filters, want, func(a, b filter) bool {
		return a.Name == b.Name && a.Key == b.Key && slices.Equal(a.Values, b.Values)
	}) {
		t.Errorf("%v, want %v", v.Filters, want)
	}
}

// TestEscapedLength: the room that a sample is given is enough for it.
func TestEscapedLength(t *testing.T) {
	for _, prompt := range []string{"a", strings.Repeat("+--+\n", 400), strings.Repeat("#.#\n\nGo on there now.\n\n", 100), strings.Repeat(`<>&"'`+"`", 300)} {
		s := Sample{ID: "id", Family: "family", Group: "group", Level: 3, Split: "train", Medium: "text", Prompt: prompt, Answer: prompt, Rationale: prompt}
		one, two := len(write(t, &Page{Gallery: []Sample{s}})), len(write(t, &Page{Gallery: []Sample{s, s}}))
		if got := escapedLength(s); got < two-one {
			t.Errorf("%d bytes are counted for %.20q, and it takes %d", got, prompt, two-one)
		}
	}
}
