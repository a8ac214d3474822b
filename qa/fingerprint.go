package qa

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Fingerprint returns a number that is equal for subjects that differ only in names, order and a symmetry of the square. Different
// subjects may share one. Of a text it tells the facts.
func (s Subject) Fingerprint() uint64 {
	h := uint64(0)
	mix := func(kind, x uint64) { h = seed.Mix(h ^ seed.Mix(kind<<56^x)) }
	if len(s.Facts) > 0 {
		mix(1, layout.Fingerprint(s.Layout.Len(), s.Facts, -1, -1, layout.Full))
	}
	if s.Map != nil {
		mix(2, s.Map.Fingerprint())
	}
	for _, f := range s.Frames {
		if f != nil {
			mix(3, f.Fingerprint())
		}
	}
	if s.Matrix != nil {
		mix(4, s.Matrix.Fingerprint())
	}
	if s.Graph != nil {
		mix(5, s.Graph.Fingerprint())
	}
	if s.Log != nil {
		mix(6, s.Log.Fingerprint())
	}
	return h
}
