package gridscribe

import "testing"

// BenchmarkDesign measures what the record number costs before anything is made: of one record after another, and of
// corpora.
func BenchmarkDesign(b *testing.B) {
	for _, p := range Presets() {
		b.Run("at/"+p.Name, func(b *testing.B) {
			d, err := newDesign(p.Config())
			if err != nil {
				b.Fatal(err)
			}
			d.at(0)
			b.ReportAllocs()
			for i := range b.N {
				d.at(int64(i))
			}
		})
		b.Run("new/"+p.Name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, err := newDesign(p.Config()); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("table/"+p.Name, func(b *testing.B) {
			d, err := newDesign(p.Config())
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for i := range b.N {
				d.allotment.newTable(d.allotment.key.At(int64(i)))
			}
		})
	}
}
