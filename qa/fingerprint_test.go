package qa_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// turnedSubject returns a subject moved by a symmetry, with other names, and with lists whose order says nothing turned about.
func turnedSubject(s qa.Subject, sym layout.Symmetry) qa.Subject {
	var t qa.Subject
	other := func(m *layout.Map) *layout.Map {
		m = m.Transform(sym)
		for i := range m.Things {
			m.Things[i].Name += "'"
		}
		for i := range m.Rooms {
			m.Rooms[i].Name += "'"
		}
		slices.Reverse(m.Things)
		slices.Reverse(m.Rooms)
		return m
	}
	n := s.Layout.Len()
	for _, f := range s.Facts {
		f.Relation = sym.Cardinal(f.Relation)
		f.Locatum, f.Relatum = n-1-f.Locatum, n-1-f.Relatum
		t.Facts = append(t.Facts, f)
	}
	t.Layout = s.Layout.Transform(sym)
	slices.Reverse(t.Layout.Entities)
	slices.Reverse(t.Facts)
	for i := range t.Layout.Entities {
		t.Layout.Entities[i].Name += "'"
	}
	if s.Map != nil {
		t.Map = other(s.Map)
	}
	for i, f := range s.Views {
		if len(s.Windows) == 0 {
			t.Views = append(t.Views, other(f))
			continue
		}
		// The view as it lies on a map of so many rows and columns, which is turned.
		const side = 1000
		w := s.Windows[i]
		part := f.Transform(layout.Turn(-w.Turn))
		a := sym.Cell(w.At, side, side)
		b := sym.Cell(layout.Cell{Row: w.At.Row + part.Rows - 1, Col: w.At.Col + part.Cols - 1}, side, side)
		w.At = layout.Cell{Row: min(a.Row, b.Row), Col: min(a.Col, b.Col)}
		t.Views, t.Windows = append(t.Views, other(part).Transform(layout.Turn(w.Turn))), append(t.Windows, w)
	}
	slices.Reverse(t.Views)
	slices.Reverse(t.Windows)
	if s.Matrix != nil {
		t.Matrix = s.Matrix.Transform(sym)
	}
	if s.Figure != nil {
		t.Figure = s.Figure.Transform(sym)
	}
	if s.Paper != nil {
		t.Paper = s.Paper.Transform(sym)
	}
	if s.Graph != nil {
		t.Graph = s.Graph.Transform(sym)
		for i := range t.Graph.Places {
			t.Graph.Places[i].Name += "'"
		}
		for i, w := range t.Graph.Ways {
			t.Graph.Ways[i].A, t.Graph.Ways[i].B = w.B, w.A
		}
		slices.Reverse(t.Graph.Ways)
	}
	if s.Log != nil {
		l := *s.Log
		l.Things, l.Places, l.Events = slices.Clone(l.Things), slices.Clone(l.Places), slices.Clone(l.Events)
		slices.Reverse(l.Things)
		slices.Reverse(l.Places)
		for i, e := range l.Events {
			l.Events[i].Thing, l.Events[i].Place = len(l.Things)-1-e.Thing, len(l.Places)-1-e.Place
		}
		t.Log = &l
	}
	return t
}

// TestFingerprintOfEveryFamily: problems that differ only in names, order and a symmetry fall into one split, and others mostly differ.
func TestFingerprintOfEveryFamily(t *testing.T) {
	const draws = 200
	for _, family := range qa.Families() {
		for level := 1; level <= qa.Levels; level++ {
			seen := make(map[uint64]bool)
			asked, texts := 0, false
			for i := range int64(draws) {
				src := seed.NewKey(3).At(i).Stream()
				s, err := family.At(level).Sample(src)
				if err != nil {
					continue
				}
				asked++
				texts = len(s.Facts) > 0
				want := s.Fingerprint()
				seen[want] = true
				for sym := range layout.Symmetry(layout.Symmetries) {
					if got := turnedSubject(s, sym).Fingerprint(); got != want {
						t.Fatalf("%s, level %d, draw %d: moved by symmetry %d it has the fingerprint %d, before %d", family.Name(), level, i, sym, got, want)
					}
				}
			}
			// There are few small texts, signs and folded sheets, but many of the hardest.
			least := asked / 4
			switch {
			case level == qa.Levels:
				least = asked * 8 / 10
			case texts:
				least = 2
			}
			if len(seen) < least {
				t.Errorf("%s, level %d: %d fingerprints of %d subjects", family.Name(), level, len(seen), asked)
			}
		}
	}
}

// TestFingerprintOfBrokenSubjects: what no family takes has a fingerprint all the same.
func TestFingerprintOfBrokenSubjects(t *testing.T) {
	for _, s := range []qa.Subject{
		{}, {Map: new(layout.Map)}, {Map: &layout.Map{Ground: []layout.Ground{layout.Wall}}}, {Matrix: &layout.Matrix{Dots: []bool{true}}},
		{Map: &layout.Map{Rows: 1, Cols: 1, Things: []layout.Thing{{Facing: 99, Cells: []layout.Cell{{Row: -1}}}}}},
		{Figure: &layout.Figure{Rows: -1, Cols: 2}}, {Figure: &layout.Figure{Rows: 1, Cols: 1, Strokes: []layout.Stroke{{Shape: 99, Box: layout.Box{Row: 5, Rows: 1, Cols: 1}}}}},
		{Paper: &layout.Paper{Folds: []layout.Fold{{Flap: 99}}}}, {Views: []*layout.Map{nil}, Windows: make([]layout.Window, 1)},
		{Views: []*layout.Map{nil, nil}, Windows: []layout.Window{{Turn: -1}, {}}}, {Windows: make([]layout.Window, 1)},
		{Graph: &layout.Graph{Ways: []layout.Way{{A: 1}}}}, {Log: &layout.Log{Events: []layout.Event{{Thing: -1}}}},
		{Facts: []layout.Fact{{Locatum: 5}}},
	} {
		s.Fingerprint()
	}
}
