package layout_test

import (
	"reflect"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// changesReplayed finds changes by doing all that there may be.
func changesReplayed(before, after *layout.Map, views bool) (all []layout.Change) {
	same := func(m *layout.Map) bool {
		if !slices.Equal(m.Ground, after.Ground) || m.Rows != after.Rows {
			return false
		}
		for i := range m.Things {
			k := after.ThingNamed(m.Things[i].Name)
			if k < 0 || after.Things[k].At() != m.Things[i].At() || !views && after.Things[k].Facing != m.Things[i].Facing {
				return false
			}
		}
		return true
	}
	for quarters := range 4 {
		turned := []*layout.Map{before.Transform(layout.Turn(-quarters))}
		if !views {
			turned[0] = before
			for i := range before.Things {
				if quarters == 0 {
					break
				}
				m := before.Clone()
				if _, err := (layout.Action{Deed: layout.Swing, Thing: m.Things[i].Name, Count: quarters}).Apply(m); err == nil {
					turned = append(turned, m)
				}
			}
			if quarters > 0 {
				turned = turned[1:]
			}
		}
		for _, m := range turned {
			if same(m) {
				all = append(all, layout.Change{Quarters: quarters})
			}
			for i := range m.Things {
				for _, way := range []layout.Cardinal{layout.N, layout.E, layout.S, layout.W} {
					for n := 1; n < max(m.Rows, m.Cols); n++ {
						c := m.Clone()
						a := layout.Action{Thing: m.Things[i].Name, Way: way, Count: n}
						if moved, err := a.Apply(c); err == nil && moved == n && same(c) {
							all = append(all, layout.Change{Quarters: quarters, Moved: a})
						}
					}
				}
			}
		}
	}
	return all
}

// TestChangesAreAll compares with a replay of all that may have happened, on maps so small that several changes may come to the same.
func TestChangesAreAll(t *testing.T) {
	several, none := 0, 0
	for i := range int64(3000) {
		src := seed.NewKey(3).At(i).Stream()
		views := src.Intn(2) == 0
		before := layout.NewMap(2+src.Intn(2), 2+src.Intn(3))
		cells := before.Scatter(nil, 1+src.Intn(4), src)
		for k, c := range cells {
			if k > 1 && src.Intn(2) == 0 {
				before.Ground[before.Index(c)] = [...]layout.Ground{layout.Wall, layout.Door}[src.Intn(2)]
				continue
			}
			facing := layout.EQ
			if !views && src.Intn(2) == 0 {
				facing = layout.N.Turn(2 * src.Intn(4))
			}
			before.Things = append(before.Things, layout.Thing{Name: string(rune('A' + k)), Cells: []layout.Cell{c}, Facing: facing})
		}
		after := before.Clone()
		if views {
			after = before.Transform(layout.Turn(src.Intn(4)))
		}
		for range src.Intn(3) {
			a := layout.Action{Deed: layout.Deed(src.Intn(2)) * layout.Swing, Thing: after.Things[src.Intn(len(after.Things))].Name,
				Way: layout.N.Turn(2 * src.Intn(4)), Count: 1 + src.Intn(3)}
			_, _ = a.Apply(after)
		}
		got, want := layout.Changes(nil, before, after, views), changesReplayed(before, after, views)
		if len(got) != len(want) || len(got) > 0 && !reflect.DeepEqual(got, want) {
			t.Fatalf("item %d, views %t: %v\n->\n%v: %v; want %v", i, views, actionDrawing(before), actionDrawing(after), got, want)
		}
		if len(want) > 1 {
			several++
		}
		if len(want) == 0 {
			none++
		}
	}
	if several < 50 || none < 50 {
		t.Errorf("%d with several changes and %d with none are too few to show anything", several, none)
	}
}
