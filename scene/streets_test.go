package scene_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

func TestStreets(t *testing.T) {
	g, err := scene.ParseStreets("A---B\n|\nC   D\n    |\n    E")
	if err != nil {
		t.Fatal(err)
	}
	if want := []layout.Way{{A: 0, B: 1, Length: 1}, {A: 0, B: 2, Length: 1}, {A: 3, B: 4, Length: 1}}; !slices.Equal(g.Ways, want) || len(g.Places) != 5 {
		t.Errorf("%+v", g)
	}
	for i := range int64(300) {
		src := seed.NewKey(9).At(i).Stream()
		g := new(layout.Graph)
		cols := 1 + src.Intn(4)
		for k := range 1 + src.Intn(12) {
			at := layout.Cell{Row: k / cols, Col: k % cols}
			if src.Intn(5) == 0 {
				continue
			}
			g.Places = append(g.Places, layout.Entity{Name: string(rune('A' + k)), At: at})
			for j := range g.Places {
				if other := g.Places[j].At; src.Intn(2) == 0 && at.Row-other.Row+max(at.Col-other.Col, other.Col-at.Col) == 1 {
					g.Ways = append(g.Ways, layout.Way{A: len(g.Places) - 1, B: j, Length: 1})
				}
			}
		}
		drawing, err := scene.AppendStreets(nil, g)
		if err != nil {
			t.Fatal(err)
		}
		back, err := scene.ParseStreets(string(drawing))
		if err != nil {
			t.Fatalf("%v\n%s", err, drawing)
		}
		if !slices.Equal(back.Places, g.Places) || len(back.Ways) != len(g.Ways) {
			t.Fatalf("%+v\n%s\n%+v", g, drawing, back)
		}
		for _, w := range g.Ways {
			if back.Between(w.A, w.B) != 1 {
				t.Fatalf("%+v is not in\n%s", w, drawing)
			}
		}
	}
	two := []layout.Entity{{Name: "A"}, {Name: "B", At: layout.Cell{Col: 2}}}
	for _, g := range []layout.Graph{
		{Places: []layout.Entity{{Name: "AB"}}}, {Places: []layout.Entity{{Name: "a"}}}, {Places: []layout.Entity{{Name: "A"}, {Name: "B"}}},
		{Places: two, Ways: []layout.Way{{A: 0, B: 1, Length: 1}}}, {Places: []layout.Entity{{Name: "A", At: layout.Cell{Row: -1}}}},
		{Places: []layout.Entity{{Name: "A"}, {Name: "B", At: layout.Cell{Col: 1}}}, Ways: []layout.Way{{A: 0, B: 1, Length: 2}}},
	} {
		if _, err := scene.AppendStreets(nil, &g); !errors.Is(err, scene.ErrNoStreets) {
			t.Errorf("%+v: %v", g, err)
		}
	}
	for _, drawing := range []string{"a", "A--B", "A---", "A-- B", "A---B ", "A\n|", "A\n-\nB", " A", "A---A", "A   B\nC", "---", "A\n|\n|"} {
		if g, err := scene.ParseStreets(drawing); err == nil {
			t.Errorf("%q is read as %+v", drawing, g)
		}
	}
}

func FuzzParseStreets(f *testing.F) {
	for _, s := range []string{"", "A---B\n|   |\nC---D", "A", "A---", "\n\n    A", "A   B\n\nC---D", "|", "A---B\n    |\n    C", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, drawing string) {
		g, err := scene.ParseStreets(drawing)
		if err != nil {
			return
		}
		again, err := scene.AppendStreets(nil, g)
		if errors.Is(err, scene.ErrNoStreets) {
			return // too large
		}
		if back, err := scene.ParseStreets(string(again)); err != nil || !slices.Equal(back.Places, g.Places) || !slices.Equal(back.Ways, g.Ways) {
			t.Fatalf("%q became %q: %v", drawing, again, err)
		}
	})
}
