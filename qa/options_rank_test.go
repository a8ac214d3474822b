package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestOptionsTellNothing: among four options neither the place of the right number by size nor "nowhere" tells which one is right.
func TestOptionsTellNothing(t *testing.T) {
	for _, f := range []interface{ At(int) qa.Family }{qa.CountFamily{}, qa.SizeFamily{}, qa.DistanceFamily{}, qa.LocateFamily{}} {
		var ranks [4]int
		all, nowhere, right := 0, 0, 0
		for i := range int64(1200) {
			q := extentItem(t, f.At(int(i%4)+1), i)
			o, err := qa.NewOptions(q, 4, false, seed.NewKey(3).At(i).Stream())
			if err != nil {
				continue
			}
			if o.Offered[o.Right].String() == "nowhere" {
				right++
			}
			number, ok := q.Answer().(qa.Number)
			rank := 0
			for _, a := range o.Offered {
				if a.String() == "nowhere" {
					nowhere++
				}
				if n, is := a.(qa.Number); is && ok && float64(n.Value)*tens(number.Decimals) < float64(number.Value)*tens(n.Decimals) {
					rank++
				}
			}
			if ok {
				all++
				ranks[rank]++
			}
		}
		for rank, n := range ranks {
			if all > 0 && n > all*45/100 {
				t.Errorf("%s: of %d right numbers %d have %d less than themselves beside them", f.At(1).Name(), all, n, rank)
			}
		}
		if nowhere > 0 && right > nowhere*45/100 {
			t.Errorf("%s: of %d options nowhere %d are right", f.At(1).Name(), nowhere, right)
		}
		t.Log(f.At(1).Name(), ranks, nowhere, right)
	}
}

func tens(n int) float64 {
	p := 1.0
	for range n {
		p *= 10
	}
	return p
}
