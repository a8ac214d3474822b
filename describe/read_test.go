package describe

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// fact writes a test's fact about A, B, C, D and so on: fact("C", layout.NW, "A").
func fact(locatum string, relation layout.Cardinal, relatum string) Fact {
	return Fact{Locatum: int(locatum[0] - 'A'), Relatum: int(relatum[0] - 'A'), Relation: relation}
}

func TestRead(t *testing.T) {
	tests := []struct {
		text string
		want []Fact
	}{
		{"", nil},
		{" \n\n ", nil},
		{"A is above B.", []Fact{fact("A", layout.N, "B")}},
		{"A is above B", []Fact{fact("A", layout.N, "B")}},
		{"A is above B .", []Fact{fact("A", layout.N, "B")}},
		{"A IS Above B.", []Fact{fact("A", layout.N, "B")}},
		{"A  is\tabove \n B.", []Fact{fact("A", layout.N, "B")}},
		{"A\u00a0is above\u00a0B.", []Fact{fact("A", layout.N, "B")}},
		{"- A is above B.\n- C is under D.", []Fact{fact("A", layout.N, "B"), fact("C", layout.S, "D")}},
		{"* A is above B\n* C is under D\n", []Fact{fact("A", layout.N, "B"), fact("C", layout.S, "D")}},
		{"• A is above B.\r\n• C is under D.\r\n", []Fact{fact("A", layout.N, "B"), fact("C", layout.S, "D")}},
		{"1. A is above B.\n2) C is under D.", []Fact{fact("A", layout.N, "B"), fact("C", layout.S, "D")}},
		{"A is above B\nC is under D", []Fact{fact("A", layout.N, "B"), fact("C", layout.S, "D")}},
		{"A is at 10 o’clock from B.", []Fact{fact("A", layout.NW, "B")}},
		{"A is at 12 oclock from B.", []Fact{fact("A", layout.N, "B")}},
		{"A is at the 4:30 position from B.", []Fact{fact("A", layout.SE, "B")}},
		{"A is to the north-west of B.", []Fact{fact("A", layout.NW, "B")}},
		{"A is to the upper left of B.", []Fact{fact("A", layout.NW, "B")}},
		{"A is to the upper‑left of B.", []Fact{fact("A", layout.NW, "B")}},
		{"A is in the same place as B.", []Fact{{Locatum: 0, Relatum: 1, Reading: layout.Measured}}},
		{"A is above and to the left of B.", []Fact{fact("A", layout.NW, "B")}},
		{"A is above B. A is below B.", []Fact{fact("A", layout.N, "B"), fact("A", layout.S, "B")}},
	}
	for _, test := range tests {
		got, err := Read(test.text, eightNames[:4])
		if err != nil || len(got.Facts) != len(test.want) || len(test.want) > 0 && !cmp.Equal(got.Facts, test.want) {
			t.Errorf("Read(%q) = %v, %v; want %v", test.text, got.Facts, err, test.want)
		}
		if _, err := Read(test.text, nil); err != nil {
			t.Errorf("Read(%q) with open names: %v", test.text, err)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct {
		text      string
		problem   Problem
		line, col int
	}{
		{"A is not above B.", UnknownPhrase, 1, 6},
		{"A isn't above B.", NoVerb, 1, 3},
		{"A is above B, not C.", Unfinished, 1, 15},
		{"A is above B?", Unfinished, 1, 13},
		{"A is above B!", Unfinished, 1, 13},
		{"A is above B's left.", Unfinished, 1, 13},
		{"A is above B if C is above D.", UnknownPhrase, 1, 19},
		{"A is above B.C is above D.", Unfinished, 1, 13},
		{"A is above A.", SelfRelation, 1, 12},
		{".", EmptySentence, 1, 1},
		{"A is above B.. C is above D.", Unfinished, 1, 13},
		{"A is above B. . C is above D.", EmptySentence, 1, 15},
		{"Above is A.", AmbiguousDirection, 1, 1},
		{"A above B.", NoVerb, 1, 3},
		{"A", NoVerb, 1, 2},
		{"A is", UnknownPhrase, 1, 5},
		{"A is B.", UnknownPhrase, 1, 6},
		{"A is above", AmbiguousDirection, 1, 6},
		{"A is above.", AmbiguousDirection, 1, 6},
		{"A is to the left.", AmbiguousDirection, 1, 13},
		{"A is above or below B.", UnknownName, 1, 12},
		{"A is above nothing.", UnknownName, 1, 12},
		{"A is left above B.", AmbiguousDirection, 1, 11},
		{"A is above left.", Unfinished, 1, 12},
		{"Nobody is above B.", UnknownName, 1, 1},
		{"It is false that A is above B.", UnknownName, 1, 1},
		{"A is above B. Not!", UnknownName, 1, 15},
		{"\"A is above B.\"", UnknownName, 1, 1},
		{"A is at 13 o'clock from B.", UnknownPhrase, 1, 9},
		{"A is above B.\n\n  C is beside D.", AmbiguousDirection, 3, 8},
		{"- A is above B.\n- ", UnknownName, 2, 1},
		{"A -is above B.", NoVerb, 1, 3},
		{"A is above\x00 B.", UnknownName, 1, 11},
		{"-- is above B.", UnknownName, 1, 1},
		{strings.Repeat(" ", MaxText+1), TooLong, 1, MaxText + 1},
	}
	for _, test := range tests {
		for _, names := range [][]string{eightNames, nil} {
			got, err := Read(test.text, names)
			var e *SyntaxError
			switch {
			case !errors.As(err, &e):
				t.Errorf("Read(%.60q) = %v, %v; want a SyntaxError", test.text, got, err)
			case e.Problem != test.problem || e.Line != test.line || e.Col != test.col:
				t.Errorf("Read(%.60q), open %v: %v (%d:%d); want %v (%d:%d)",
					test.text, names == nil, e, e.Line, e.Col, test.problem, test.line, test.col)
			case got.Facts != nil || got.Names != nil:
				t.Errorf("Read(%.60q) gives %v beside an error", test.text, got)
			}
		}
	}
}

func TestSyntaxErrorText(t *testing.T) {
	_, err := Read("A is above B.\nÄ is not above B. B is above A.", []string{"A", "B", "Ä"})
	want := `describe: line 2, column 6: no direction phrase goes on like this, at "not above B." in "Ä is not above B."`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
	e := err.(*SyntaxError)
	if e.Offset != 20 {
		t.Errorf("offset %d, want 20", e.Offset)
	}
}

func TestReadNames(t *testing.T) {
	got, err := Read("lamp is above desk_2. Ünal is left of lamp. 3 is under lamp-post.", nil)
	want := Description{
		Names: []string{"lamp", "desk_2", "Ünal", "3", "lamp-post"},
		Facts: []Fact{
			{Locatum: 0, Relatum: 1, Relation: layout.N}, {Locatum: 2, Relatum: 0, Relation: layout.W},
			{Locatum: 3, Relatum: 4, Relation: layout.S},
		},
		Spans:      []Span{{0, 21}, {22, 44}, {45, 66}},
		Vocabulary: Spatial,
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	got, err = Read("red  chair is above\nSt. Mary.", []string{"red", "red chair", "St. Mary", "chair"})
	if err != nil || got.Facts[0] != (Fact{Locatum: 1, Relatum: 2, Relation: layout.N}) {
		t.Errorf("%v, %v", got, err)
	}
	got, err = Read("1. is above 2.\n3. 1. is above 2.", []string{"1.", "2"})
	if err != nil || len(got.Facts) != 2 {
		t.Errorf("a name that looks like a list marker: %v, %v", got, err)
	}
	got, err = Read("I is above J. a is under I.", nil)
	if err != nil || !cmp.Equal(got.Names, []string{"I", "J", "a"}) {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range [][]string{{"A", ""}, {"A", "B", "A"}} {
		if _, err := Read("A is above B.", bad); err == nil {
			t.Errorf("names %q are accepted", bad)
		}
	}
	if _, err := Read("A is above B.", []string{}); err == nil {
		t.Error("with no names allowed, a name is accepted")
	}
}

func TestReadAmbiguousNames(t *testing.T) {
	boxes := []string{"A", "box", "box 2", "box 3", "box 4", "box 5", "box 6", "box 7", "box 8"}
	tests := []struct {
		text  string
		names []string
	}{
		{"A is above and to the left of B.", []string{"A", "B", "and to the left of B"}},
		{"A is above B is above C.", []string{"A", "A is above B", "C", "B is above C"}},
		// Too many to try: boxes that may be one or have a number, and words with three ways each.
		{"box 2, box 3, box 4, box 5, box 6, box 7 and box 8 are above A.", boxes},
		{"box 2 is above A, box 3 is above A, box 4 is above A and box 5 is nowhere, box 6, box 7, box 8.", boxes},
		{"Is above A, is above A, is above A and is above A is above A.", []string{"A", "is", "is above", "is above A"}},
		{"A is above B. C.", []string{"A", "B. C", "B"}}, // one way only: "B" leaves the sentence "C."
	}
	for i, test := range tests {
		got, err := Read(test.text, test.names)
		var e *SyntaxError
		if !errors.As(err, &e) || e.Problem != AmbiguousNames {
			t.Errorf("%d: Read(%q) = %v, %v; want %v", i, test.text, got, err, AmbiguousNames)
		}
	}
	text := "box 2, box 3, box 4, box 5, box 6 and box 7 are above A."
	if d, err := Read(text, boxes); err != nil || len(d.Facts) != 6 || d.Facts[5] != (Fact{Locatum: 7, Relatum: 0, Relation: layout.N}) {
		t.Errorf("Read(%q) = %v, %v", text, d.Facts, err)
	}
}

// TestReadClears: after any error the description states nothing.
func TestReadClears(t *testing.T) {
	for _, test := range []struct {
		r    Reader
		text string
	}{
		{Reader{Reading: layout.Measured}, "A is above B."},
		{Reader{Names: []string{"A", ""}}, "A is above B."},
		{Reader{}, "A is above B. A is a cat."},
		{Reader{}, strings.Repeat(" ", MaxText+1)},
	} {
		d, _ := Read("A is in row 2. The grid has 9 rows and 8 columns.", nil)
		if err := test.r.Read(&d, test.text); err == nil || len(d.Names)+len(d.Facts)+len(d.Spans) > 0 || d.Vocabulary != 0 || d.World != (layout.World{}) {
			t.Errorf("%.30q: %+v, %v", test.text, d, err)
		}
	}
}

// TestLongTexts reads long texts that are made to be slow. Each takes milliseconds; were reading not linear in the
// text, they would take minutes.
func TestLongTexts(t *testing.T) {
	const size = MaxText / 12
	for _, unit := range []string{
		"A is above B. ", "A is in the same place as B\n", " ", "\n", ".", "- ", "1. ", "A", "A ", "A is ", "to the left of and ",
		"-", "a-", "to ", "left ", "left and ", "left? ", "same ", "o'", "and A ", "10:", "A, ", "A and ", "the b ", "which is above A ", "is above A, ", "5x5 ", "a-b-", "'s ", "A is above B and ",
		"if A is the center, ", "with A above ", "two rows above ", "B, C and D is ", "it is ", "1 ", "no higher than ", "\xc2", "é", "\u00a0", "\x00",
	} {
		for _, before := range []string{"", "A is to the left ", "A is above "} {
			text := before + strings.Repeat(unit, size/len(unit))
			_, _ = Read(text, nil)
			_, _ = Read(text, []string{"A", "B", "A A", "A A A", "to the left", "-"})
			_, _ = ReadDirectionOf(text, []string{"A", "to the", "left"}, 0, 1)
			_, _ = ReadDirectionOf(text, []string{"", " ", "a-a", "A"}, 1, 2)
		}
	}
}

func TestProblemStrings(t *testing.T) {
	for p := NoProblem; p <= Contradiction; p++ {
		if p.String() == "" || p.String() == "Problem(?)" {
			t.Errorf("problem %d has no text", p)
		}
	}
	for d := NoDoubt; d <= Overlong; d++ {
		if d.String() == "" || d.String() == "Doubt(?)" {
			t.Errorf("doubt %d has no text", d)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	var p Plan
	src := seed.NewKey(3).Stream()
	p.Arrange(someFacts(12), src)
	if err := p.Word(English(), AllVocabularies, src); err != nil {
		b.Fatal(err)
	}
	text := string(p.Append(nil, English(), eightNames))
	for _, bench := range []struct {
		name  string
		names []string
	}{{"given", eightNames}, {"open", nil}} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, err := Read(text, bench.names); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*12), "ns/sentence")
		})
		b.Run("reader/"+bench.name, func(b *testing.B) {
			b.ReportAllocs()
			r := Reader{Names: bench.names}
			var d Description
			for range b.N {
				if err := r.Read(&d, text); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*12), "ns/sentence")
		})
	}
}
