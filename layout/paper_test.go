package layout_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TestPaperUnfold: unfolding finds the holes that following every cell through the folds finds, and turning the sheet turns them.
func TestPaperUnfold(t *testing.T) {
	src := seed.NewKey(3).Stream()
	for i := range 3000 {
		spec := layout.PaperSpec{Rows: 1 + src.Intn(9), Cols: 1 + src.Intn(9), Folds: src.Intn(7), Punches: 1 + src.Intn(4), Uneven: i%2 == 0}
		p := spec.Sample(src)
		if err := p.Validate(); err != nil {
			t.Fatalf("%+v: %v", p, err)
		}
		if len(p.Punches) == 0 {
			t.Fatalf("%+v has no punches", p)
		}
		m := p.Unfold()
		layers := 0
		for _, c := range p.Punches {
			layers += p.Layers(c)
		}
		if layers != m.Count() {
			t.Fatalf("%+v: %d holes, but %d layers are punched", p, m.Count(), layers)
		}
		for r := range p.Rows {
			for c := range p.Cols {
				under, hole := p.Under(layout.Cell{Row: r, Col: c}), false
				for _, at := range p.Punches {
					hole = hole || at == under
				}
				if hole != m.At(layout.Cell{Row: r, Col: c}) {
					t.Fatalf("%+v: row %d, column %d, counted from 0", p, r, c)
				}
			}
		}
		s := layout.Symmetry(src.Intn(layout.Symmetries))
		turned := p.Transform(s)
		if err := turned.Validate(); err != nil || !turned.Unfold().Equal(m.Transform(s)) {
			t.Fatalf("%+v turned by %d: %+v, %v", p, s, turned, err)
		}
	}
}

// TestPaperSameAxis: two folds about the same axis unfold each about its own crease.
func TestPaperSameAxis(t *testing.T) {
	p := &layout.Paper{Rows: 1, Cols: 8, Folds: []layout.Fold{{Flap: layout.W, Crease: 4}, {Flap: layout.E, Crease: 6}}, Punches: []layout.Cell{{Col: 4}}}
	var got string
	for _, on := range p.Unfold().Dots {
		got += map[bool]string{true: "#", false: "."}[on]
	}
	if got != "#..##..#" {
		t.Errorf("the holes are %s", got)
	}
}

func TestPaperValidate(t *testing.T) {
	for _, test := range []struct {
		p  layout.Paper
		ok bool
	}{
		{layout.Paper{}, true},
		{layout.Paper{Rows: 65, Cols: 1}, false},
		{layout.Paper{Rows: 4, Cols: 4, Folds: []layout.Fold{{Flap: layout.N, Crease: 2}}, Punches: []layout.Cell{{Row: 2}}}, true},
		{layout.Paper{Rows: 4, Cols: 4, Folds: []layout.Fold{{Flap: layout.N, Crease: 3}}}, false},
		{layout.Paper{Rows: 4, Cols: 4, Folds: []layout.Fold{{Flap: layout.N, Crease: 0}}}, false},
		{layout.Paper{Rows: 4, Cols: 4, Folds: []layout.Fold{{Flap: layout.NE, Crease: 2}}}, false},
		{layout.Paper{Rows: 4, Cols: 4, Folds: []layout.Fold{{Flap: layout.S, Crease: 2}}, Punches: []layout.Cell{{Row: 2}}}, false},
		{layout.Paper{Rows: 4, Cols: 4, Punches: []layout.Cell{{Row: 2}, {Row: 1}}}, false},
	} {
		if err := test.p.Validate(); (err == nil) != test.ok {
			t.Errorf("%+v: %v", test.p, err)
		}
	}
}
