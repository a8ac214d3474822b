package describe

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"pgregory.net/rapid"
)

// meantBy is what a fact is to say in the terms of the second reading.
func meantBy(f Fact, names []string) meant {
	if f.Reading == layout.InCorner {
		return meant{locatum: names[f.Locatum], relatum: "corner"}
	}
	relatum := "first"
	switch {
	case f.Relatum == layout.BottomRight:
		relatum = "last"
	case f.Relatum >= 0:
		relatum = names[f.Relatum]
	}
	return meant{names[f.Locatum], relatum, span{f.Rows.Lo, f.Rows.Hi}, span{f.Cols.Lo, f.Cols.Hi}}
}

// drawInterval draws any interval, small ones and those of one side more often.
func drawInterval(t *rapid.T, label string) layout.Interval {
	lo := rapid.IntRange(-14, 14).Draw(t, label)
	v := layout.Interval{Lo: lo, Hi: lo + rapid.IntRange(0, 5).Draw(t, label+" width")}
	switch rapid.IntRange(0, 6).Draw(t, label+" kind") {
	case 0:
		return layout.Anything()
	case 1:
		return layout.Interval{}
	case 2:
		v.Hi = v.Lo
	case 3:
		v.Lo = -layout.Unbounded
	case 4:
		v.Hi = layout.Unbounded
	}
	return v
}

func drawMeasured(t *rapid.T, n int) Fact {
	f := Fact{Locatum: rapid.IntRange(0, n-1).Draw(t, "locatum"), Reading: layout.Measured}
	f.Relatum = rapid.IntRange(layout.BottomRight, n-2).Draw(t, "relatum")
	if f.Relatum >= f.Locatum {
		f.Relatum++
	}
	if f.Bordered() && rapid.IntRange(0, 9).Draw(t, "corner") == 0 {
		return Fact{Locatum: f.Locatum, Relatum: layout.TopLeft, Reading: layout.InCorner}
	}
	for f.Rows, f.Cols = layout.Anything(), layout.Anything(); f.Rows == layout.Anything() && f.Cols == layout.Anything(); {
		f.Rows, f.Cols = drawInterval(t, "rows"), drawInterval(t, "cols")
	}
	return f
}

// TestMeasuredMeansWhatIsSaid holds every way to say a Measured fact against the second reading.
func TestMeasuredMeansWhatIsSaid(t *testing.T) {
	lex := English()
	rapid.Check(t, func(t *rapid.T) {
		p := Plan{Facts: []Fact{drawMeasured(t, 8)}}
		v := rapid.SampledFrom([]Vocabulary{Spatial, Compass}).Draw(t, "vocabulary")
		want := meantBy(p.Facts[0], eightNames)
		check := func(text string) {
			if got, ok := secondMeet(strings.TrimSuffix(text, ".")); !ok || got != want {
				t.Fatalf("%v is said as %q, which reads %t %v; want %v", p.Facts[0], text, ok, got, want)
			}
		}
		check(string(p.Append(nil, lex, eightNames)))
		check(string(AppendFact(nil, p.Facts[0], eightNames)))
		if err := p.Word(lex, v, rapidSource{t}); err != nil {
			if v == Compass && !lex.hasCounted(&p.Facts[0], Compass) {
				return // no fact for the one vocabulary
			}
			t.Fatal(err)
		}
		if p.used(lex) != v {
			t.Fatalf("asked for %v, used %v", v, p.used(lex))
		}
		check(string(p.Append(nil, lex, eightNames)))
	})
}

// sampleMeasured are facts that between them fit every counted phrase.
var sampleMeasured = func() (out []Fact) {
	zero, open, end := layout.Interval{}, layout.Anything(), layout.Unbounded
	spans := []layout.Interval{{Lo: 2, Hi: 2}, {Lo: 1, Hi: end}, {Lo: 2, Hi: end}, {Lo: 1, Hi: 2}, {Lo: 2, Hi: 3}, {Lo: 1, Hi: 3}}
	add := func(relatum int, rows, cols layout.Interval) {
		out = append(out, Fact{Relatum: relatum, Reading: layout.Measured, Rows: rows, Cols: cols})
	}
	add(1, zero, zero)
	add(1, zero, open)
	add(1, open, zero)
	for _, v := range spans {
		add(1, v.Negate(), open)
		add(1, open, v.Negate())
		add(1, v, zero)
		add(1, zero, v)
		add(1, v.Negate(), v)
	}
	add(1, layout.Interval{Lo: -2, Hi: 1}, layout.Interval{Lo: 0, Hi: end})
	for _, relatum := range []int{layout.TopLeft, layout.BottomRight} {
		two, few := layout.Interval{Lo: 1, Hi: 1}, layout.Interval{Hi: 1}
		if relatum == layout.BottomRight {
			two, few = two.Negate(), few.Negate()
		}
		add(relatum, zero, zero)
		for _, v := range []layout.Interval{zero, two, few} {
			add(relatum, v, open)
			add(relatum, open, v)
		}
		add(relatum, two, two)
		add(relatum, few, two)
	}
	return append(out, Fact{Relatum: layout.TopLeft, Reading: layout.InCorner})
}()

// drawMeasuredScene draws where A can be: 'a' there, and B in the middle of seven rows and columns or, for a place on the
// grid, the cells of a grid of four rows and columns.
func drawMeasuredScene(f Fact) []string {
	var lines []string
	if f.Bordered() {
		for row := range 4 {
			line := ""
			for col := range 4 {
				r, c := row, col
				if f.Relatum == layout.BottomRight {
					r, c = row-3, col-3
				}
				is := f.Rows.Contains(r) && f.Cols.Contains(c)
				if f.Reading == layout.InCorner {
					is = (row == 0 || row == 3) && (col == 0 || col == 3)
				}
				line += map[bool]string{true: "a", false: "."}[is]
			}
			lines = append(lines, line)
		}
		return lines
	}
	for row := -3; row <= 3; row++ {
		line := ""
		for col := -3; col <= 3; col++ {
			switch is := f.Rows.Contains(row) && f.Cols.Contains(col); {
			case row == 0 && col == 0 && is:
				line += "X"
			case row == 0 && col == 0:
				line += "B"
			case is:
				line += "a"
			default:
				line += "."
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// TestCountedGolden prints every counted phrase beside a map of where A can be, for a person to read, and holds each
// against the second reading.
func TestCountedGolden(t *testing.T) {
	lex := English()
	var text strings.Builder
	printed := make(map[string]bool)
	for _, f := range sampleMeasured {
		text.WriteString(strings.Join(drawMeasuredScene(f), "\n") + "\n")
		plain := string(AppendFact(nil, f, eightNames))
		text.WriteString("    " + plain + " (plain)\n")
		if got, ok := secondMeet(plain); !ok || got != meantBy(f, eightNames) {
			t.Errorf("%v is said as %q, which reads %v", f, plain, got)
		}
		for k, c := range lex.counted {
			id := PhraseID(len(lex.phrases) + k)
			form := &lex.forms[c.pattern]
			if _, ok := lex.countedFit(id, &f); !ok || form.styles(rowAxis) > 1 && form.styles(colAxis) > 1 && c.styles[0] != c.styles[1] {
				continue
			}
			said := string(lex.appendMeasured([]byte("A is "), id, &f, eightNames))
			if got, ok := secondMeet(said); !ok || got != meantBy(f, eightNames) {
				t.Errorf("%v is said as %q, which reads %v", f, said, got)
			}
			fmt.Fprintf(&text, "    %s (%v)\n", said, form.vocabulary)
			printed[fmt.Sprint(c.pattern, form.vocabulary)] = true
			printed["style "+englishCounts[c.styles[0]].text] = true
		}
		text.WriteString("\n")
	}
	for i, form := range lex.forms {
		if !printed[fmt.Sprint(i, form.vocabulary)] {
			t.Errorf("%q is in no sample", form.text)
		}
	}
	for _, style := range englishCounts {
		if !printed["style "+style.text] {
			t.Errorf("%q is in no sample", style.text)
		}
	}
	golden(t, "counted.golden", text.String())
}

// TestOtherReadings: facts of all readings are said in phrases of their reading, each vocabulary at least once.
func TestOtherReadings(t *testing.T) {
	lex := English()
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SampledFrom(Vocabularies()).Draw(t, "vocabulary")
		var p Plan
		carriers := 0 // of direction words in every vocabulary
		for range rapid.IntRange(v.Len(), 9).Draw(t, "facts") {
			f := Fact{Locatum: 1, Relation: layout.Cardinal(rapid.IntRange(1, layout.Cardinals-1).Draw(t, "relation"))}
			f.Reading = rapid.SampledFrom([]layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep}).Draw(t, "reading")
			if rapid.IntRange(0, 2).Draw(t, "measured") == 0 {
				f = drawMeasured(t, 8)
			} else if f.Reading != layout.HalfPlane || !f.Relation.Straight() {
				carriers++
			}
			p.Facts = append(p.Facts, f)
		}
		err := p.Word(lex, v, rapidSource{t})
		if err != nil {
			if carriers >= v.Len() {
				t.Fatal(err)
			}
			return
		}
		if used := p.used(lex); !used.Has(v) || used&^v&^Spatial != 0 {
			t.Fatalf("asked for %v, used %v", v, used)
		}
		for i, id := range p.Phrases {
			f := p.Facts[i]
			if !f.Reading.OfWords() {
				continue
			}
			if said := lex.Phrase(id); said.Relation != f.Relation || !said.Readings.Has(f.Reading) {
				t.Fatalf("%v is said with %+v", f, said)
			}
		}
	})
}

// TestNamesWithArticles: a sentence starts with a capital, and nothing else does.
func TestNamesWithArticles(t *testing.T) {
	names := []string{"the red square", "a lamp", "an owl", "a", "the", "theatre", "above"}
	facts := []Fact{fact("A", layout.N, "B"), fact("B", layout.E, "C"), fact("C", layout.E, "A"), fact("D", layout.E, "E"), fact("E", layout.E, "F"), fact("F", layout.E, "G")}
	p := Plan{Facts: append(facts, Fact{Locatum: 0, Relatum: layout.TopLeft, Reading: layout.InCorner})}
	want := "The red square is above a lamp. A lamp is to the right of an owl. An owl is to the right of the red square. " +
		"a is to the right of the. the is to the right of theatre. theatre is to the right of above. The red square is in a corner."
	if got := string(p.Append(nil, nil, names)); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func BenchmarkPlanReadings(b *testing.B) {
	lex, src, dst := English(), seed.NewKey(1).Stream(), make([]byte, 0, 4096)
	units, measured := someFacts(8), make([]Fact, 0, 8)
	for i := range units {
		units[i].Reading = layout.UnitStep
		measured = append(measured, sampleMeasured[3+i])
	}
	for _, kind := range []struct {
		name  string
		facts []Fact
		v     Vocabulary
	}{{"unit steps", units, AllVocabularies}, {"measured", measured, Spatial | Compass}} {
		p := Plan{Facts: kind.facts}
		b.Run(kind.name+"/Word", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if err := p.Word(lex, kind.v, src); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(p.Facts)), "ns/fact")
		})
		b.Run(kind.name+"/Append", func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				dst = p.Append(dst[:0], lex, eightNames)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(p.Facts)), "ns/sentence")
		})
	}
}
