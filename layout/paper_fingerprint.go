package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// Fingerprint returns a number that is equal for papers that differ only by a symmetry of the square. Different ones hardly share one.
func (p *Paper) Fingerprint() uint64 {
	least := ^uint64(0)
	for s := range Symmetry(Symmetries) {
		t := p.Transform(s)
		h := seed.Mix(uint64(t.Rows)<<32 | uint64(t.Cols))
		for _, f := range t.Folds {
			h = seed.Mix(h ^ uint64(f.Flap)<<56 ^ uint64(f.Crease))
		}
		h = seed.Mix(h)
		for _, c := range t.Punches {
			h = seed.Mix(h ^ 1<<60 ^ uint64(c.Row)<<30 ^ uint64(c.Col))
		}
		least = min(least, h)
	}
	return least
}
