package describe

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

func TestReadQuestion(t *testing.T) {
	fact := func(locatum int, relation layout.Cardinal, relatum int) Fact {
		return Fact{Locatum: locatum, Relatum: relatum, Relation: relation}
	}
	tests := []struct {
		want      Asked
		questions string
	}{
		{Asked{Kind: AskRelation, Locatum: 0, Relatum: 1}, `
Where is A relative to B?
Where is A with respect to B?
Where is A from B?
Where is A in relation to B?
Where is the object A located relative to the object B?
What is the relation of A to B?
What is the relation of the agent A to the agent B?
What is the position of A relative to B?
In which direction is A from B?
what is the relationship of A to B`},
		{Asked{Kind: AskRelation, Locatum: 0, Relatum: 1, Aspect: layout.Vertical}, `
Where is A vertically relative to B?
Where is A located vertically relative to B?
What is the vertical relation of A to B?`},
		{Asked{Kind: AskRelation, Locatum: 0, Relatum: 1, Aspect: layout.Horizontal}, `
Where is A horizontally relative to B?`},
		{Asked{Kind: AskTruth, Locatum: 0, Relatum: 1, Fact: fact(0, layout.NW, 1)}, `
Is A above and to the left of B?
Is A to the upper left of B?
Is the object A located northwest of B?
Is A at 10 o'clock from B?
Is it true that A is above and to the left of B?`},
		{Asked{Kind: AskPossible, Locatum: 0, Relatum: 1, Fact: fact(0, layout.NW, 1)}, `
Could A be to the upper left of B?
Can A be north-west of B?
Could A be located above and to the left of B?`},
		{Asked{Kind: AskRelations, Locatum: 0, Relatum: 1}, `
Which relations of A to B are possible?
What relations of A to B are possible?
Where could A be relative to B?`},
		{Asked{Kind: AskRoute, Locatum: 0, Relatum: 1}, `
How do you go from A to B?
How do you get from the A to the B?`},
		{Asked{Kind: AskLocatum, Locatum: -1, Relatum: 1, Fact: fact(-1, layout.N, 1)}, `
What is north of B?
What is above the B?
Which object is above B?
Which is directly above B?`},
		{Asked{Kind: AskRelatum, Locatum: 0, Relatum: -1, Fact: fact(0, layout.N, -1)}, `
What is A north of?
What is A above?
What is the A to the north of?`},
		{Asked{Kind: AskTruth, Locatum: 0, Relatum: 1, Fact: Fact{
			Relatum: 1, Reading: layout.Measured, Rows: layout.Interval{Lo: -2, Hi: -2}, Cols: layout.Anything(),
		}}, `
Is A two rows above B?`},
		{Asked{Kind: AskTruth, Locatum: 0, Relatum: 1, Fact: Fact{Relatum: 1, Reading: layout.Measured, Cols: layout.Anything()}}, `
Is A in the same row as B?
Are A and B in the same row?`},
		{Asked{Kind: AskTruth, Locatum: 0, Relatum: 1, Fact: fact(0, layout.W, 1)}, `
Does A lie to the left of B?`},
	}
	for _, names := range [][]string{nil, {"A", "B", "C"}} {
		r := Reader{Names: names}
		var d Description
		if err := r.Read(&d, "A is above B. B is left of C."); err != nil {
			t.Fatal(err)
		}
		for _, test := range tests {
			for question := range strings.SplitSeq(strings.Trim(test.questions, "\n"), "\n") {
				if got, err := r.ReadQuestion(&d, question); err != nil || got != test.want {
					t.Errorf("%q: %+v, %v; want %+v", question, got, err, test.want)
				}
			}
		}
		if len(d.Facts) != 2 || len(d.Names) != 3 {
			t.Errorf("questions changed the description to %v", d)
		}
		for _, bad := range []string{
			"", "?", "A is above B.", "Is A above or below B?", "Is A not above B?", "Is A above D?", "Is A above A?", "Is A above?",
			"Where is A?", "Where is A relative to A?", "Where is B relative to the lamp?", "Is it above B?", "Is A next to B?",
			"Is A above B? Is B above A?", "How do you go to B?", "How far is A from B?", "Why is A above B?", "What is A?",
			"Is A above B and C?", "What is beside B?", "Could A above B?", "Which way is up?", "Is A taller than B?", "Is it false that A is above B?",
			"Are A and B above C?", "Are A and B side by side?", "Does A go left of B?", "Does A above B?",
		} {
			got, err := r.ReadQuestion(&d, bad)
			if e := (*SyntaxError)(nil); !errors.As(err, &e) || got != (Asked{}) {
				t.Errorf("%q: %+v, %v", bad, got, err)
			}
		}
	}
}

func TestReadQuestionOfLongNames(t *testing.T) {
	r := Reader{Reading: layout.HalfPlane}
	var d Description
	if err := r.Read(&d, "The red square is below the triangle. The pink rectangle is left of the red square."); err != nil {
		t.Fatal(err)
	}
	asked, err := r.ReadQuestion(&d, "Is the pink rectangle to the right of the triangle?")
	want := Fact{Locatum: 2, Relatum: 1, Relation: layout.E, Reading: layout.HalfPlane}
	if err != nil || asked.Fact != want {
		t.Errorf("%+v, %v", asked, err)
	}
	if asked, err := new(Reader).ReadQuestion(&d, "What is the red square below?"); err != nil || asked.Fact.Relation != layout.S {
		t.Errorf("%+v, %v", asked, err)
	}
}

func TestReaderReadings(t *testing.T) {
	measured := Fact{Relatum: 1, Reading: layout.Measured, Rows: layout.Interval{Lo: -2, Hi: -2}}
	tests := []struct {
		text    string
		reading layout.Reading
		want    Fact
	}{
		{"A is above B.", layout.UnitStep, Fact{Relatum: 1, Relation: layout.N, Reading: layout.UnitStep}},
		{"A is above B.", layout.HalfPlane, Fact{Relatum: 1, Relation: layout.N, Reading: layout.HalfPlane}},
		{"A is directly above B.", layout.HalfPlane, Fact{Relatum: 1, Relation: layout.N}},
		{"A is above B in the same column.", layout.HalfPlane, Fact{Relatum: 1, Relation: layout.N}},
		{"A is at 12 o'clock from B.", layout.HalfPlane, Fact{Relatum: 1, Relation: layout.N}},
		{"A is two steps above B.", layout.UnitStep, measured},
		{"A is two steps above B.", layout.HalfPlane, Fact{
			Relatum: 1, Reading: layout.Measured, Rows: measured.Rows, Cols: layout.Anything(),
		}},
		{"A is two rows above and to the left of B.", layout.Aligned, Fact{
			Relatum: 1, Reading: layout.Measured, Rows: measured.Rows, Cols: layout.Interval{Lo: -layout.Unbounded, Hi: -1},
		}},
		{"A is two rows above and to the left of B.", layout.UnitStep, Fact{
			Relatum: 1, Reading: layout.Measured, Rows: measured.Rows, Cols: layout.Interval{Lo: -1, Hi: -1},
		}},
	}
	for _, test := range tests {
		r := Reader{Reading: test.reading}
		var d Description
		if err := r.Read(&d, test.text); err != nil || len(d.Facts) != 1 || d.Facts[0] != test.want || d.Reading != test.reading {
			t.Errorf("%v: %q says %v, %v; want %v", test.reading, test.text, d.Facts, err, test.want)
		}
	}
	r := Reader{Reading: layout.Measured}
	if err := r.Read(&Description{}, "A is above B."); err == nil {
		t.Error("a reader with a reading that is none of words reads")
	}
}

func TestReadAssumptions(t *testing.T) {
	for _, world := range []layout.World{{}, {Sharing: true}, {Rows: 4, Cols: 5}, {Rows: 1, Cols: 12, Sharing: true}, {Rows: 3}, {Cols: 7}} {
		for _, reading := range []layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep} {
			note := string(AppendAssumptions(nil, reading, world))
			for _, text := range []string{note + " A is above B.", "A is above B.\n" + note, "- A is above B\n\n" + note + "\n"} {
				for _, names := range [][]string{nil, {"A", "B"}, {"B", "A", "object"}} {
					r := Reader{Names: names, Reading: layout.HalfPlane}
					var d Description
					err := r.Read(&d, text)
					if err != nil || d.Reading != reading || d.World != world || len(d.Facts) != 1 || d.Facts[0].Reading != reading {
						t.Errorf("%q: %v in %v, %+v, %v", text, d.Facts, d.Reading, d.World, err)
					}
				}
			}
		}
	}
	for _, text := range []string{
		"The grid has 4 rows. The grid has 5 rows.", "Objects may share a place. No two objects share a place.",
		string(AppendAssumptions(AppendAssumptions(nil, layout.Aligned, layout.World{}), layout.UnitStep, layout.World{})),
	} {
		if d, err := Read(text, nil); err == nil {
			t.Errorf("%q says %+v", text, d)
		}
	}
}

func TestReaderAllocates(t *testing.T) {
	text := "A is above B. The red square is left of A and below C. D is two rows above B. E is in row 2, column 5."
	for _, names := range [][]string{nil, {"A", "B", "C", "D", "E", "the red square"}} {
		r := Reader{Names: names}
		var d Description
		allocs := testing.AllocsPerRun(20, func() {
			if err := r.Read(&d, text); err != nil {
				t.Fatal(err)
			}
			if _, err := r.ReadQuestion(&d, "Is the red square to the left of A?"); err != nil {
				t.Fatal(err)
			}
		})
		if allocs > 0 {
			t.Errorf("with the names %q a text costs %v allocations", names, allocs)
		}
	}
}

// TestReaderKeepsGivenNames reads open names into a description that held a given list.
func TestReaderKeepsGivenNames(t *testing.T) {
	given := []string{"A", "B"}
	d, err := Read("A is above B.", given)
	if err != nil {
		t.Fatal(err)
	}
	var r Reader
	if err := r.Read(&d, "X is above Y. Y is above Z."); err != nil || given[0] != "A" || given[1] != "B" || len(d.Names) != 3 {
		t.Errorf("%v, %q, %q", err, given, d.Names)
	}
}

// TestReadQuestionWhatever: "in whatever row" makes a side of a direction, and goes with nothing else.
func TestReadQuestionWhatever(t *testing.T) {
	d, err := Read("A is above B.", nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, reading := range []layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep} {
		r := Reader{Reading: reading}
		west := layout.Fact{Relatum: 1, Relation: layout.W, Reading: layout.HalfPlane}
		further := layout.Fact{Relatum: 1, Reading: layout.Measured, Rows: layout.Anything(),
			Cols: layout.Interval{Lo: layout.Anything().Lo, Hi: -1}}
		higher := layout.Fact{Relatum: 1, Reading: layout.Measured, Rows: further.Cols, Cols: further.Rows}
		for text, want := range map[string]layout.Fact{
			"Is A to the left of B, in whatever row?":    west,
			"Could A be left of B, in whatever row?":     west,
			"Is A further left than B, in whatever row?": further,
			"Is A higher up than B, in whatever column?": higher,
		} {
			if asked, err := r.ReadQuestion(&d, text); err != nil || asked.Fact != want {
				t.Errorf("%v: %q asks for %+v, %v; want %+v", reading, text, asked.Fact, err, want)
			}
		}
		for _, text := range []string{"Is A to the left of B, in whatever column?", "Is A above B, in whatever row?",
			"Is A above and to the left of B, in whatever row?", "Where is A relative to B, in whatever row?",
			"Is A two columns to the left of B, in whatever column?", "Is A further left than B, in whatever column?"} {
			if asked, err := r.ReadQuestion(&d, text); err == nil {
				t.Errorf("%v: %q asks for %+v", reading, text, asked)
			}
		}
	}
}
