package scene_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

func TestCompare(t *testing.T) {
	for _, c := range []struct {
		name, got, want string
		judgement       scene.Judgement
	}{
		{"same", "A 0,0; B 1,1", "A 0,0; B 1,1", scene.Judgement{Right: true, Share: 1}},
		{"other order", "B 1,1; A 0,0", "A 0,0; B 1,1", scene.Judgement{Right: true, Share: 1}},
		{"stretched and moved", "A 2,1; B 5,4", "A 0,0; B 1,1", scene.Judgement{Right: true, Share: 1}},
		{"turned", "B 0,0; A 1,1", "A 0,0; B 1,1", scene.Judgement{}},
		{"one of three pairs", "A 0,0; B 0,1; C 1,1", "A 0,0; B 0,1; C 1,0", scene.Judgement{Share: 1. / 3}},
		{"missing", "A 0,0; B 0,1", "A 0,0; B 0,1; C 1,0", scene.Judgement{Share: 1. / 3, Missing: []string{"C"}}},
		{"extra", "A 0,0; B 0,1; C 1,1", "A 0,0; B 0,1", scene.Judgement{Share: 1, Extra: []string{"C"}}},
		{"twice", "A 0,0; B 0,1; A 1,1", "A 0,0; B 0,1", scene.Judgement{Share: 1, Extra: []string{"A"}}},
		{"alone", "A 3,3", "A 0,0", scene.Judgement{Right: true, Share: 1}},
		{"alone and wrong", "B 0,0", "A 0,0", scene.Judgement{Missing: []string{"A"}, Extra: []string{"B"}}},
		{"nothing", "", "", scene.Judgement{Right: true, Share: 1}},
	} {
		got := scene.Compare(scene.Scene{Layout: place(c.got)}, place(c.want))
		if diff := cmp.Diff(c.judgement, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestCompareFacts(t *testing.T) {
	names := []string{"A", "B", "C"}
	facts := []layout.Fact{
		{Locatum: 0, Relatum: 1, Relation: layout.N},
		{Locatum: 2, Relatum: 1, Relation: layout.SE},
	}
	for _, c := range []struct {
		name, got string
		facts     []layout.Fact
		judgement scene.Judgement
	}{
		{"right", "A 0,0; B 1,0; C 2,1", facts, scene.Judgement{Right: true, Share: 1}},
		{"other drawing, right", "A 0,3; B 7,3; C 9,9", facts, scene.Judgement{Right: true, Share: 1}},
		{"first fails", "A 0,1; B 1,0; C 2,1", facts, scene.Judgement{Share: 0.5, Failed: []int{0}}},
		{"both fail", "A 1,0; B 0,0; C 0,1", facts, scene.Judgement{Failed: []int{0, 1}}},
		{"missing", "A 0,0; B 1,0", facts, scene.Judgement{Share: 0.5, Failed: []int{1}, Missing: []string{"C"}}},
		{"extra", "A 0,0; B 1,0; C 2,1; D 3,3", facts, scene.Judgement{Share: 1, Extra: []string{"D"}}},
		{"empty", "", facts, scene.Judgement{Failed: []int{0, 1}, Missing: names}},
		{"no facts", "A 0,0; B 1,0; C 2,1", nil, scene.Judgement{Right: true, Share: 1}},
		{"no facts, missing", "A 0,0; B 1,0", nil, scene.Judgement{Missing: []string{"C"}}},
		{"outside names", "A 0,0; B 1,0; C 2,1", []layout.Fact{{Locatum: 3}, {Relatum: -1}},
			scene.Judgement{Failed: []int{0, 1}}},
	} {
		got := scene.CompareFacts(scene.Scene{Layout: place(c.got)}, names, c.facts)
		if diff := cmp.Diff(c.judgement, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// Equal after compaction is the same as right; and a layout is right about every fact read off it.
func TestCompareIsEqualityOfCompactLayouts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := layouts(t)
		got := layout.Layout{Entities: append([]layout.Entity(nil), want.Entities...)}
		moved := rapid.IntRange(0, got.Len()-1).Draw(t, "moved")
		got.Entities[moved].At.Row += rapid.IntRange(-1, 1).Draw(t, "rows")
		got.Entities[moved].At.Col += rapid.IntRange(-1, 1).Draw(t, "columns")
		same := cmp.Equal(got.Compact(), want.Compact())
		if right := scene.Compare(scene.Scene{Layout: got}, want).Right; right != same {
			t.Fatalf("right is %v, equal is %v: %s and %s", right, same, placed(got), placed(want))
		}
		var facts []layout.Fact
		for a := range want.Entities {
			for b := range want.Entities {
				if a != b {
					facts = append(facts, layout.Fact{Locatum: a, Relatum: b, Relation: want.Relation(a, b)})
				}
			}
		}
		if right := scene.CompareFacts(scene.Scene{Layout: got}, namesOf(want), facts).Right; right != same {
			t.Fatalf("right by facts is %v, equal is %v: %s and %s", right, same, placed(got), placed(want))
		}
	})
}

func ExampleParse() {
	text := "Here is the map:\n```\n+--+--+--+\n|B |  |C |\n+--+--+--+\n|D |A |  |\n+--+--+--+\n```"
	s, err := scene.Parse(text, []string{"A", "B", "C", "D"})
	fmt.Println(s.Style, s.Layout, err)

	_, err = scene.Parse("A  B\n   A", []string{"A", "B", "C"})
	fmt.Println(err)
	// Output:
	// grid {[{A {1 1}} {B {0 0}} {C {0 2}} {D {1 0}}]} <nil>
	// scene: line 2, column 4: "A" is drawn a second time; every name must stand once
}

func ExampleRender() {
	l := layout.Layout{Entities: []layout.Entity{{Name: "A"}, {Name: "B", At: layout.Cell{Row: 1, Col: 1}}}}
	fmt.Println(scene.Render(l, scene.Panel))
	// Output:
	// ┌───────┐
	// │ A     │
	// │    B  │
	// └───────┘
}
