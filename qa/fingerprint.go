package qa

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Fingerprint returns a number that is equal for subjects that differ only in names, order and a symmetry of the square. Different
// subjects may share one. Of a text it tells the facts, of a figure what is drawn in the end, of views how far apart they lie.
func (s Subject) Fingerprint() uint64 {
	h := uint64(0)
	mix := func(kind, x uint64) { h = seed.Mix(h ^ seed.Mix(kind<<56^x)) }
	if len(s.Facts) > 0 {
		mix(1, layout.Fingerprint(s.Layout.Len(), s.Facts, -1, -1, layout.Full))
	}
	if s.Map != nil {
		mix(2, s.Map.Fingerprint())
	}
	if len(s.Views) > 0 {
		mix(3, s.framesFingerprint())
	}
	if s.Matrix != nil {
		mix(4, s.Matrix.Fingerprint())
	}
	if s.Figure != nil && s.Figure.Validate() == nil {
		mix(4, s.Figure.Matrix().Fingerprint()) // so that it is never apart from its drawing
	}
	if s.Graph != nil {
		mix(5, s.Graph.Fingerprint())
	}
	if s.Log != nil {
		mix(6, s.Log.Fingerprint())
	}
	if s.Paper != nil && s.Paper.Validate() == nil {
		mix(7, s.Paper.Fingerprint())
	}
	return h
}

// framesFingerprint sums over frames and, where windows tell their places, over pairs of frames: what is summed does not show the order.
func (s Subject) framesFingerprint() (sum uint64) {
	prints := make([]uint64, len(s.Views))
	for i, f := range s.Views {
		if f != nil {
			prints[i] = f.Fingerprint()
		}
		sum += seed.Mix(prints[i])
	}
	if len(s.Windows) != len(s.Views) {
		return sum
	}
	for i := range s.Views {
		for j := range i {
			a, b := s.windowMiddle(i), s.windowMiddle(j)
			down, right := uint64(a.Row-b.Row), uint64(a.Col-b.Col)
			sum += seed.Mix(prints[i] + prints[j] + seed.Mix(down*down+right*right))
		}
	}
	return sum
}

// windowMiddle returns the middle of what a frame's window shows, in halves of cells: no symmetry changes how far two are apart.
func (s Subject) windowMiddle(i int) layout.Cell {
	w, rows, cols := s.Windows[i], 0, 0
	if f := s.Views[i]; f != nil {
		rows, cols = f.Rows, f.Cols
	}
	if w.Turn%2 != 0 {
		rows, cols = cols, rows
	}
	return layout.Cell{Row: 2*w.At.Row + rows, Col: 2*w.At.Col + cols}
}
