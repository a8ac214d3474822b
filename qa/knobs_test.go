package qa_test

import (
	"errors"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestKnobs: a knob out of its range is an error that is not about the subject, and every value in it is asked about.
func TestKnobs(t *testing.T) {
	type validated interface {
		qa.Family
		Validate() error
	}
	for _, f := range []validated{
		qa.DirectionFamily{Phrasing: 3}, qa.MultihopFamily{Hops: -1}, qa.MultihopFamily{Aspect: 3}, qa.MultihopFamily{Phrasing: 9},
		qa.ChooseFamily{Options: 1}, qa.ChooseFamily{Options: -2}, qa.ChooseFamily{Options: qa.MaxOptions + 1},
		qa.ChooseFamily{Polarity: 3}, qa.ChooseFamily{Claims: 3}, qa.ChooseFamily{Phrasing: 3}, qa.TruthFamily{Claims: 3},
		qa.TruthFamily{Phrasing: 3}, qa.PossibleFamily{Form: 3}, qa.PossibleFamily{Claims: 3}, qa.PossibleFamily{Phrasing: 3},
		qa.ArrangeFamily{Arrangement: 12}, qa.ArrangeFamily{Phrasing: 3},
	} {
		if f.Validate() == nil {
			t.Errorf("%s %+v is valid", f.Name(), f)
		}
		if _, err := f.Ask(benchSubject(), new(scripted)); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s %+v is asked about: %v", f.Name(), f, err)
		}
	}
	var all []validated
	for p := range qa.Phrasing(qa.Phrasings) {
		for c := qa.AnyClaims; c <= qa.WholeClaims; c++ {
			all = append(all, qa.TruthFamily{Claims: c, Phrasing: p, Closed: c%2 == 0}, qa.PossibleFamily{Claims: c, Phrasing: p, Form: qa.Could})
			for n := range qa.MaxOptions + 1 {
				if n != 1 {
					all = append(all, qa.ChooseFamily{Options: n, Claims: c, Phrasing: p, Polarity: qa.Polarity(p)})
				}
			}
		}
		for a := qa.AnyArrangement; a <= qa.InBottomRight; a++ {
			all = append(all, qa.ArrangeFamily{Arrangement: a, Phrasing: p})
		}
		all = append(all, qa.DirectionFamily{Phrasing: p}, qa.MultihopFamily{Phrasing: p}, qa.PossibleFamily{Form: qa.Which, Phrasing: p})
	}
	for _, f := range all {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
		s := benchSubject()
		s.World = layout.World{Rows: 5, Cols: 5}
		asked := 0
		for k := range int64(2) {
			q, err := f.Ask(s, seed.NewKey(3).At(k).Stream())
			if errors.Is(err, qa.ErrUnsuitable) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			checkQuestion(t, f, q)
			asked++
		}
		if a, ok := f.(qa.ArrangeFamily); asked == 0 && !(ok && a.Arrangement > qa.OneColumn) {
			t.Errorf("%s %+v has no question", f.Name(), f)
		}
	}
}
