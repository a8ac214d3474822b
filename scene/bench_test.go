package scene_test

import (
	"fmt"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// spread returns n single-letter objects, one of each letter, scattered over a compact grid.
func spread(n int) layout.Layout {
	var l layout.Layout
	for i := range n {
		at := layout.Cell{Row: i * 7 % n / 2, Col: i * 3 % n}
		l.Entities = append(l.Entities, layout.Entity{Name: string(rune('A' + i)), At: at})
	}
	return l.Compact()
}

func BenchmarkAppend(b *testing.B) {
	for _, n := range []int{8, 26} {
		l := spread(n)
		for s := range scene.Style(scene.Styles) {
			b.Run(fmt.Sprintf("%v/n=%d", s, n), func(b *testing.B) {
				b.ReportAllocs()
				var dst []byte
				for b.Loop() {
					dst = scene.Append(dst[:0], l, s)
				}
				b.SetBytes(int64(len(dst)))
			})
		}
	}
}

func BenchmarkParse(b *testing.B) {
	l := spread(8)
	names := namesOf(l)
	for s := range scene.Style(scene.Styles) {
		b.Run(s.String(), func(b *testing.B) {
			b.ReportAllocs()
			text := scene.Render(l, s)
			for b.Loop() {
				if _, err := scene.Parse(text, names); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
