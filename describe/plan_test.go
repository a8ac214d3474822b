package describe

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

// rapidSource lets rapid make, and shrink, every random choice.
type rapidSource struct{ t *rapid.T }

func (s rapidSource) Intn(n int) int { return rapid.IntRange(0, n-1).Draw(s.t, "choice") }

// used returns the vocabularies that occur in the chosen phrases, empty when none are chosen. Plain words are Spatial.
func (p *Plan) used(lex *Lexicon) Vocabulary {
	var used Vocabulary
	lex = lex.orEnglish()
	for i, id := range p.Phrases {
		switch k := int(id) - len(lex.phrases); {
		case k < 0:
			used |= lex.phrases[id].Vocabulary
		case k < len(lex.counted):
			used |= lex.forms[lex.counted[k].pattern].vocabulary
		case id == plainWords && i < len(p.Facts) && !p.Facts[i].Reading.OfWords():
			used |= Spatial
		}
	}
	return used
}

// awkwardNames are names that are hard to tell from the sentences around them.
var awkwardNames = []string{
	"A", "B", "AA", "AB", "a", "red chair", "red", "chair", "St. Mary", "left", "to the left", "is", "12", "10:30",
	"o'clock", "A is", "lamp-post", "Ünal", "of", "object 7", "E. coli", "1.", "above", "x's",
}

// drawLayout draws 2 to 6 entities in different cells.
func drawLayout(t *rapid.T) layout.Layout {
	names := rapid.SliceOfNDistinct(rapid.SampledFrom(awkwardNames), 2, 6, rapid.ID).Draw(t, "names")
	cells := rapid.SliceOfNDistinct(rapid.IntRange(0, 15), len(names), len(names), rapid.ID).Draw(t, "cells")
	var l layout.Layout
	for i, name := range names {
		l.Entities = append(l.Entities, layout.Entity{Name: name, At: layout.Cell{Row: cells[i] / 4, Col: cells[i] % 4}})
	}
	return l
}

func namesOf(l layout.Layout) []string {
	var names []string
	for _, e := range l.Entities {
		names = append(names, e.Name)
	}
	return names
}

// drawFacts draws true facts about a layout.
func drawFacts(t *rapid.T, l layout.Layout, least int) []Fact {
	var all []Fact
	for a := range l.Entities {
		for b := range a {
			all = append(all, Fact{Locatum: a, Relatum: b, Relation: l.Relation(a, b)})
		}
	}
	return rapid.SliceOfN(rapid.SampledFrom(all), least, 12).Draw(t, "facts")
}

func TestPlanReadsBack(t *testing.T) {
	lex, readings := English(), secondReadings(t)
	rapid.Check(t, func(t *rapid.T) {
		l, v := drawLayout(t), rapid.SampledFrom(Vocabularies()).Draw(t, "vocabulary")
		names, facts := namesOf(l), drawFacts(t, l, v.Len())
		var p Plan
		p.Arrange(facts, rapidSource{t})
		if err := p.Word(lex, v, rapidSource{t}); err != nil {
			t.Fatal(err)
		}
		if p.used(lex) != v {
			t.Fatalf("asked for %v, used %v", v, p.used(lex))
		}
		text := string(p.Append(nil, lex, names))
		got, err := Read(text, names)
		if e := (*SyntaxError)(nil); errors.As(err, &e) && e.Problem == AmbiguousNames {
			t.Skip("the names themselves are ambiguous") // refusing is right; see TestReadAmbiguousNames
		}
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if diff := cmp.Diff(Description{Names: names, Facts: p.Facts, Spans: got.Spans, Vocabulary: v}, got); diff != "" {
			t.Fatalf("%q (-written +read):\n%s", text, diff)
		}
		for i, f := range p.Facts {
			phrase := lex.Phrase(p.Phrases[i]).Text
			if !holdsBySecondReading(readings, phrase, l.Entities[f.Locatum].At, l.Entities[f.Relatum].At) {
				t.Fatalf("%q does not hold of %v and %v", phrase, l.Entities[f.Locatum], l.Entities[f.Relatum])
			}
		}
		// The same facts, whichever side they are told from.
		key := func(f Fact) Fact {
			if f.Locatum > f.Relatum {
				return f.Converse()
			}
			return f
		}
		count := make(map[Fact]int)
		for i := range facts {
			count[key(facts[i])]++
			count[key(p.Facts[i])]--
		}
		for f, n := range count {
			if n != 0 {
				t.Fatalf("fact %v: %d lost", f, n)
			}
		}
	})
}

func TestOpenNamesReadBack(t *testing.T) {
	lex := English()
	rapid.Check(t, func(t *rapid.T) {
		l := drawLayout(t)
		for i := range l.Entities {
			l.Entities[i].Name = string(rune('A' + i))
		}
		var p Plan
		p.Arrange(drawFacts(t, l, 3), rapidSource{t})
		if err := p.Word(lex, AllVocabularies, rapidSource{t}); err != nil {
			t.Fatal(err)
		}
		got, err := Read(string(p.Append(nil, lex, namesOf(l))), nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, f := range got.Facts {
			want := p.Facts[i]
			if got.Names[f.Locatum] != l.Entities[want.Locatum].Name || got.Names[f.Relatum] != l.Entities[want.Relatum].Name ||
				f.Relation != want.Relation {
				t.Fatalf("fact %d: wrote %v, read %v with %v", i, want, f, got.Names)
			}
		}
	})
}

func TestPairsReadBack(t *testing.T) {
	readings := secondReadings(t)
	rapid.Check(t, func(t *rapid.T) {
		l := drawLayout(t)
		if rapid.Bool().Draw(t, "shared cell") {
			l.Entities[0].At = l.Entities[1].At
		}
		text := string(AppendPairs(nil, l))
		got, err := Read(text, namesOf(l))
		if e := (*SyntaxError)(nil); errors.As(err, &e) && e.Problem == AmbiguousNames {
			t.Skip("the names themselves are ambiguous")
		}
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for a := range l.Entities {
			for b := range l.Entities {
				if a == b {
					continue
				}
				f := got.Facts[n]
				phrase := string(AppendBase(nil, f.Relation))
				if f.Locatum != a || f.Relatum != b || !holdsBySecondReading(readings, phrase, l.Entities[a].At, l.Entities[b].At) {
					t.Fatalf("pair %d %d is told as %v in %q", a, b, f, text)
				}
				n++
			}
		}
		if n != len(got.Facts) {
			t.Fatalf("%d facts read, %d pairs", len(got.Facts), n)
		}
	})
}

func TestAppendPairs(t *testing.T) {
	l := layout.Layout{Entities: []layout.Entity{
		{Name: "A", At: layout.Cell{Row: 0, Col: 0}},
		{Name: "B", At: layout.Cell{Row: 2, Col: 1}},
		{Name: "C", At: layout.Cell{Row: 2, Col: 1}},
	}}
	want := "|A is above and to the left of B. A is above and to the left of C. B is below and to the right of A. " +
		"B is in the same place as C. C is below and to the right of A. C is in the same place as B."
	if got := string(AppendPairs([]byte("|"), l)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if got := AppendPairs(nil, layout.Layout{Entities: l.Entities[:1]}); len(got) != 0 {
		t.Errorf("one entity gives %q", got)
	}
}

// someFacts is a chain around eight objects.
func someFacts(n int) []Fact {
	var facts []Fact
	for i := range n {
		facts = append(facts, Fact{Locatum: i % 8, Relatum: (i + 1) % 8, Relation: layout.Cardinal(1 + i%8)})
	}
	return facts
}

var eightNames = strings.Fields("A B C D E F G H")

// TestPlanGolden holds what one seed says. A change here changes every corpus: bump LexiconVersion.
func TestPlanGolden(t *testing.T) {
	var text strings.Builder
	var p Plan
	for i, v := range Vocabularies() {
		key := seed.NewKey(1).At(int64(i))
		p.Arrange(someFacts(6), key.Named("order").Stream())
		if err := p.Word(English(), v, key.Named("words").Stream()); err != nil {
			t.Fatal(err)
		}
		text.WriteString(v.String() + "\n" + string(p.Append(nil, English(), eightNames)) + "\n\n")
	}
	golden(t, "plans.golden", text.String())
}

func TestWordErrors(t *testing.T) {
	src := seed.NewKey(1).Stream()
	tests := []struct {
		name  string
		facts []Fact
		v     Vocabulary
		want  string
	}{
		{"no vocabulary", someFacts(3), 0, "vocabulary 0"},
		{"a wild vocabulary", someFacts(3), 9, "vocabulary 9"},
		{"too few facts", someFacts(2), AllVocabularies, "2 facts cannot use all 3 vocabularies of spatial+cardinal+clock"},
		{"no facts", nil, Spatial, "0 facts"},
		{"no direction", []Fact{{Locatum: 0, Relatum: 1}}, Spatial, "relation EQ"},
		{"a wild relation", []Fact{{Locatum: 0, Relatum: 1, Relation: 77}}, Spatial, "relation Cardinal(?)"},
		{"a wild reading", []Fact{{Locatum: 0, Relatum: 1, Relation: layout.N, Reading: 77}}, Spatial, "reading"},
	}
	for _, test := range tests {
		p := Plan{Facts: test.facts, Phrases: []PhraseID{1, 2, 3}}
		err := p.Word(English(), test.v, src)
		if err == nil || !strings.Contains(err.Error(), test.want) || len(p.Phrases) != 0 {
			t.Errorf("%s: error %v with phrases %v; want %q and none", test.name, err, p.Phrases, test.want)
		}
	}
}

func TestZeroLexicon(t *testing.T) {
	p := Plan{Facts: someFacts(3)}
	err := p.Word(new(Lexicon), Spatial, seed.NewKey(1).Stream())
	if want := "the lexicon has no spatial phrase for N"; err == nil || !strings.Contains(err.Error(), want) || len(p.Phrases) != 0 {
		t.Errorf("error %v with phrases %v; want %q and none", err, p.Phrases, want)
	}
}

// TestNilLexicon holds that nil is English, and what the zero Lexicon writes.
func TestNilLexicon(t *testing.T) {
	want, got := Plan{Facts: someFacts(3)}, Plan{Facts: someFacts(3)}
	err := errors.Join(want.Word(English(), Spatial, seed.NewKey(1).Stream()), got.Word(nil, Spatial, seed.NewKey(1).Stream()))
	if err != nil {
		t.Fatal(err)
	}
	if a, b := string(got.Append(nil, nil, eightNames)), string(want.Append(nil, English(), eightNames)); a != b {
		t.Errorf("nil says %q, English %q", a, b)
	}
	lex := (*Lexicon)(nil)
	if got.used(nil) != Spatial || lex.Len() != English().Len() || lex.Phrase(0) != English().Phrase(0) {
		t.Error("nil is not English")
	}
	p := Plan{Facts: []Fact{fact("A", layout.NW, "B")}, Phrases: []PhraseID{0}}
	if said := string(p.Append(nil, new(Lexicon), eightNames)); said != "AB." || p.used(new(Lexicon)) != 0 {
		t.Errorf("the zero Lexicon says %q", said)
	}
}

func TestAppendUnworded(t *testing.T) {
	p := Plan{Facts: []Fact{fact("A", layout.NW, "B"), fact("B", layout.E, "J")}, Phrases: []PhraseID{60000}}
	want := "A is above and to the left of B. B is to the right of #9."
	if got := string(p.Append(nil, English(), eightNames[:2])); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := new(Plan).Append(nil, English(), nil); len(got) != 0 {
		t.Errorf("the zero Plan says %q", got)
	}
}

// TestWordFrequencies holds the choices to their promise: vocabularies alike, phrases by weight.
func TestWordFrequencies(t *testing.T) {
	lex, src := English(), seed.NewKey(7).Stream()
	counts := make([]int, lex.Len())
	byVocabulary := make(map[Vocabulary]int)
	p := Plan{Facts: slices.Repeat([]Fact{fact("A", layout.NW, "B")}, 20)}
	const rounds = 3000
	for range rounds {
		if err := p.Word(lex, AllVocabularies, src); err != nil {
			t.Fatal(err)
		}
		for _, id := range p.Phrases {
			counts[id]++
			byVocabulary[lex.Phrase(id).Vocabulary]++
		}
	}
	for v, n := range byVocabulary {
		if want := rounds * 20 / 3; n < want*97/100 || n > want*103/100 {
			t.Errorf("%v is said %d times; want about %d", v, n, want)
		}
	}
	for id, p := range lex.All() {
		if p.Relation != layout.NW {
			continue
		}
		want := float64(rounds) * 20 / 3 * float64(p.Weight) / float64(len(lex.slots[layout.Aligned][p.Vocabulary.index()][p.Relation]))
		if got := float64(counts[id]); got < want*0.8 || got > want*1.2 {
			t.Errorf("%q is said %v times; want about %.0f", p.Text, got, want)
		}
	}
}

func TestNoAllocation(t *testing.T) {
	lex, src, facts := English(), seed.NewKey(1).Stream(), someFacts(12)
	var p Plan
	dst := make([]byte, 0, 4096)
	l := eightEntities()
	once := func() {
		p.Arrange(facts, src)
		_ = p.Word(lex, AllVocabularies, src)
		dst = p.Append(dst[:0], lex, eightNames)
		dst = AppendPairs(dst[:0], l)
		_ = p.used(lex)
	}
	once()
	if n := testing.AllocsPerRun(100, once); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func eightEntities() layout.Layout {
	var l layout.Layout
	for i, name := range eightNames {
		l.Entities = append(l.Entities, layout.Entity{Name: name, At: layout.Cell{Row: i * 3 % 5, Col: i * 5 % 4}})
	}
	return l
}

func BenchmarkPlan(b *testing.B) {
	lex, src, facts := English(), seed.NewKey(1).Stream(), someFacts(8)
	var p Plan
	dst := make([]byte, 0, 4096)
	b.Run("Arrange", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			p.Arrange(facts, src)
		}
	})
	b.Run("Word", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if err := p.Word(lex, AllVocabularies, src); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Append", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			dst = p.Append(dst[:0], lex, eightNames)
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(facts)), "ns/sentence")
	})
}

func BenchmarkAppendPairs(b *testing.B) {
	l, dst := eightEntities(), make([]byte, 0, 4096)
	b.ReportAllocs()
	for range b.N {
		dst = AppendPairs(dst[:0], l)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*56), "ns/sentence")
}
