package layout_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// TestPartsOfNetworks: a selection knows what a network of the same facts, added one after the other, knows; a copy what the original knows; and a layout
// to look at first changes no answer.
func TestPartsOfNetworks(t *testing.T) {
	key := seed.NewKey(5)
	var part, again, suggested layout.Network
	taken := 0
	for i := range int64(400) {
		src := key.At(i).Stream()
		n := 2 + src.Intn(4)
		w := layout.World{Sharing: src.Intn(4) == 0}
		if src.Intn(3) > 0 {
			w.Rows, w.Cols = src.Intn(4), 3
		}
		if w.Rows*w.Cols < n {
			w.Rows = 0
		}
		cells := make([]layout.Cell, 0, n)
		for len(cells) < n {
			rows := w.Rows
			if rows == 0 {
				rows = 4
			}
			c := layout.Cell{Row: src.Intn(rows), Col: src.Intn(3)}
			if !slices.Contains(cells, c) {
				cells = append(cells, c)
			}
		}
		whole, err := layout.NewNetwork(n, w)
		if err != nil {
			t.Fatal(err)
		}
		if err := suggested.Reset(n, w); err != nil {
			t.Fatal(err)
		}
		if suggested.Suggest(cells) {
			taken++
		}
		var chosen []int
		fresh, _ := layout.NewNetwork(n, w)
		for range 1 + src.Intn(6) {
			a := src.Intn(n)
			b := (a + 1 + src.Intn(n-1)) % n
			f := layout.Fact{Locatum: a, Relatum: b, Relation: cells[a].Relation(cells[b])}
			switch src.Intn(4) {
			case 0:
				f.Reading = layout.HalfPlane
			case 1:
				rows, cols := cells[a].Row-cells[b].Row, cells[a].Col-cells[b].Col
				f = layout.Fact{Locatum: a, Relatum: b, Reading: layout.Measured, Rows: layout.Interval{Lo: rows, Hi: rows}, Cols: layout.Interval{Lo: cols, Hi: cols}}
			}
			if err := whole.Add(f); err != nil {
				t.Fatal(err)
			}
			if err := suggested.Add(f); err != nil {
				t.Fatal(err)
			}
			if src.Intn(2) == 0 {
				chosen = append(chosen, len(whole.Facts())-1)
				if err := fresh.Add(f); err != nil {
					t.Fatal(err)
				}
			}
		}
		part.Select(whole, chosen)
		again.CopyFrom(whole)
		same := func(what string, got, want *layout.Network) {
			if !slices.Equal(got.Facts(), want.Facts()) {
				t.Fatalf("%s: the facts are %v, want %v", what, got.Facts(), want.Facts())
			}
			for a := range n {
				for b := range n {
					if got.Possible(a, b) != want.Possible(a, b) {
						t.Fatalf("%s: %d to %d may be %v, want %v; %v in %+v", what, a, b, got.Possible(a, b), want.Possible(a, b), want.Facts(), w)
					}
					if back := got.Possible(b, a); a != b && back.Converse() != got.Possible(a, b) {
						t.Fatalf("the converse of %v is %v, want %v", back, back.Converse(), got.Possible(a, b))
					}
					f := layout.Fact{Locatum: a, Relatum: b, Relation: layout.N + layout.Cardinal(src.Intn(layout.Cardinals-1))}
					if a == b {
						if got.Allows(f) {
							t.Fatalf("%v is allowed", f)
						}
						continue
					}
					if got.Judge(f) != want.Judge(f) || got.Allows(f) != (want.Judge(f) != layout.Contradicted) {
						t.Fatalf("%s: %v is %v, allowed %t, want %v", what, f, got.Judge(f), got.Allows(f), want.Judge(f))
					}
				}
			}
		}
		same("part", &part, fresh)
		same("copy", &again, whole)
		same("suggested", &suggested, whole)
	}
	if taken < 100 {
		t.Errorf("%d layouts were taken", taken)
	}
}

// TestSuggestWrong: a layout that is none is not taken.
func TestSuggestWrong(t *testing.T) {
	w := layout.World{Rows: 2, Cols: 2}
	for name, c := range map[string]struct {
		w     layout.World
		cells []layout.Cell
	}{
		"too few":      {w, []layout.Cell{{}}},
		"shared":       {w, []layout.Cell{{}, {}}},
		"outside":      {w, []layout.Cell{{}, {Row: 2}}},
		"before":       {w, []layout.Cell{{}, {Row: -1}}},
		"no end":       {layout.World{}, []layout.Cell{{}, {Row: 1}}},
		"far off":      {layout.World{Rows: 2}, []layout.Cell{{}, {Col: layout.MaxSide + 1}}},
		"may be level": {layout.World{Rows: 2, Cols: 2, Sharing: true}, []layout.Cell{{}, {Row: 1}}},
	} {
		net, err := layout.NewNetwork(2, c.w)
		if err != nil {
			t.Fatal(err)
		}
		if net.Suggest(c.cells) {
			t.Errorf("%s: taken", name)
		}
	}
}
