package describe

import (
	"errors"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"pgregory.net/rapid"
)

// drawFact draws a fact of any kind, whose direction word has the reading.
func drawFact(t *rapid.T, n int, reading layout.Reading) Fact {
	if rapid.Bool().Draw(t, "measured") {
		f := drawMeasured(t, n)
		if rapid.IntRange(0, 9).Draw(t, "far") == 0 && f.Reading == layout.Measured {
			f.Rows = layout.Interval{Lo: layout.MaxSide, Hi: layout.MaxSide}
			if rapid.Bool().Draw(t, "up") {
				f.Rows = f.Rows.Negate()
			}
		}
		return f
	}
	f := Fact{Locatum: rapid.IntRange(0, n-1).Draw(t, "locatum"), Relatum: rapid.IntRange(0, n-2).Draw(t, "relatum"), Reading: reading}
	if f.Relatum >= f.Locatum {
		f.Relatum++
	}
	f.Relation = layout.Cardinal(rapid.IntRange(1, layout.Cardinals-1).Draw(t, "relation"))
	return f
}

// TestWrittenIsRead: a text of assumptions and facts of every reading, world and vocabulary is read back as what it was
// written from, a sentence for a fact; so is a fact by itself.
func TestWrittenIsRead(t *testing.T) {
	names := []string{"A", "the red square", "I", "St. Mary", "a lamp", "B and C", "object 7"}
	var r Reader
	rapid.Check(t, func(t *rapid.T) {
		reading := rapid.SampledFrom([]layout.Reading{layout.UnitStep, layout.HalfPlane, layout.Aligned}).Draw(t, "reading")
		side := rapid.IntRange(0, layout.MaxSide)
		world := layout.World{Rows: side.Draw(t, "rows"), Cols: side.Draw(t, "cols"), Sharing: rapid.Bool().Draw(t, "sharing")}
		p := Plan{Facts: rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Fact { return drawFact(t, len(names), reading) }), 3, 6).Draw(t, "facts")}
		if rapid.IntRange(0, 3).Draw(t, "plain") > 0 {
			if p.Word(nil, rapid.SampledFrom(Vocabularies()).Draw(t, "vocabulary"), rapidSource{t}) != nil {
				p.Phrases = p.Phrases[:0]
			}
		}
		text := append(AppendAssumptions(nil, reading, world), ' ')
		text = p.Append(text, nil, names)
		var d Description
		r.Names, r.Reading = names, layout.Aligned
		if err := r.Read(&d, string(text)); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if d.Reading != reading || d.World != world {
			t.Fatalf("%q says %v and %+v", text, d.Reading, d.World)
		}
		said := d.Facts
		for i, f := range p.Facts {
			n := 1
			for n < len(said) && d.Spans[len(d.Facts)-len(said)+n] == d.Spans[len(d.Facts)-len(said)] {
				n++
			}
			if len(said) == 0 || !meet(said[:n], f) {
				t.Fatalf("fact %d, %v, of %q reads %v", i, f, text, said)
			}
			said = said[n:]
		}
		if len(said) > 0 {
			t.Fatalf("%q says more: %v", text, said)
		}
		r.Reading = reading
		for _, f := range p.Facts {
			text := string(AppendFact(nil, f, names))
			if err := r.Read(&d, text); err != nil || !meet(d.Facts, f) {
				t.Fatalf("%v is written %q, which says %v, %v", f, text, d.Facts, err)
			}
		}
	})
}

// TestPairsAreRead: the relations of all ordered pairs are read back.
func TestPairsAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := drawLayout(t)
		l.Entities[1].At = l.Entities[0].At // two share a cell
		names, text := namesOf(l), string(AppendPairs(nil, l))
		d, err := Read(text, names)
		if e := (*SyntaxError)(nil); errors.As(err, &e) && e.Problem == AmbiguousNames {
			t.Skip("the names themselves are ambiguous")
		}
		if err != nil {
			t.Fatal(err)
		}
		var want []Fact
		for a := range l.Entities {
			for b := range l.Entities {
				f := Fact{Locatum: a, Relatum: b, Relation: l.Relation(a, b)}
				if f.Relation == layout.EQ {
					f.Reading = layout.Measured
				}
				if a != b {
					want = append(want, f)
				}
			}
		}
		if !slices.Equal(d.Facts, want) {
			t.Fatalf("%q says %v, want %v", text, d.Facts, want)
		}
	})
}
