package qa_test

import (
	"slices"
	"strconv"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// asksOf draws questions of a family at a level.
func asksOf[Q qa.Question](f interface{ At(int) qa.Family }, level, n int, visit func(q Q)) {
	for i := range int64(n) {
		src := seed.NewKey(11).Named("shortcut").At(i).Stream()
		at := f.At(level)
		if s, err := at.Sample(src); err == nil {
			if q, err := at.Ask(s, src); err == nil {
				visit(q.(Q))
			}
		}
	}
}

// share fails unless something holds of at most so many of a hundred.
func share(t *testing.T, what string, of, all, most int) {
	t.Helper()
	if all < 100 || 100*of > most*all {
		t.Errorf("%s in %d of %d; at most %d of a hundred are allowed", what, of, all, most)
	}
}

// TestMergeOrders: lists that run alike would tell which thing of a kind is which, and which one is masked.
func TestMergeOrders(t *testing.T) {
	for level := 1; level <= qa.Levels; level++ {
		same, all := 0, 0
		for i := range int64(300) {
			s, err := qa.MergeFamily{}.At(level).Sample(seed.NewKey(3).At(i).Stream())
			if err != nil {
				continue
			}
			var orders [2][]string
			for k := range orders {
				for _, thing := range s.Views[k].Things {
					if s.Views[1-k].ThingNamed(thing.Name) >= 0 {
						orders[k] = append(orders[k], thing.Name)
					}
				}
			}
			all++
			if slices.Equal(orders[0], orders[1]) {
				same++
			}
		}
		share(t, "level "+strconv.Itoa(level)+": one order", same, all, 30)
	}
}

// TestTallyFullestView: neither the fullest view nor all of them added up tell how many there are.
func TestTallyFullestView(t *testing.T) {
	fullest, added, all := 0, 0, 0
	asksOf(qa.TallyFamily{}, 1, 1500, func(q qa.Tally) {
		most, sum := 0, 0
		for _, v := range q.Views {
			n := 0
			for i := range v.Things {
				if len(q.Windows) == 0 || v.Things[i].Kind == q.Noun.Singular {
					n++
				}
			}
			most, sum = max(most, n), sum+n
		}
		all++
		if q.Answer().Equal(qa.Number{Value: most}) {
			fullest++
		}
		if q.Answer().Equal(qa.Number{Value: sum}) {
			added++
		}
	})
	share(t, "the fullest view has all", fullest, all, 55)
	share(t, "the sum is right", added, all, 55)
}

// TestVisibleHider: what hides something is not just the thing next to the one who looks.
func TestVisibleHider(t *testing.T) {
	for level := 1; level <= qa.Levels; level++ {
		nearest, all := 0, 0
		asksOf(qa.VisibleFamily{Form: qa.HiddenBy}, level, 600, func(q qa.Visible) {
			from, best := q.Map.Things[q.At].At(), -1
			for i := range q.Map.Things {
				if i == q.At || i == q.Target {
					continue
				}
				if best < 0 || apart(from, q.Map.Things[i].At()) < apart(from, q.Map.Things[best].At()) {
					best = i
				}
			}
			all++
			if q.Map.Things[best].Name == q.Answer().String() {
				nearest++
			}
		})
		share(t, "level "+strconv.Itoa(level)+": the nearest thing hides it", nearest, all, 50)
	}
}

func apart(a, b layout.Cell) int {
	return max(a.Row-b.Row, b.Row-a.Row) + max(a.Col-b.Col, b.Col-a.Col)
}

// TestEditNearest: the nearest or farthest thing is not mostly the same as before.
func TestEditNearest(t *testing.T) {
	same, all := 0, 0
	asksOf(qa.EditFamily{}, 1, 2500, func(q qa.Edit) {
		if q.Asks != qa.NearestNow {
			return
		}
		at, best := q.Map.Things[q.Map.ThingNamed(q.Thing)].At(), -1
		better := func(a, b int) bool {
			d, e := apart(at, q.Map.Things[a].At()), apart(at, q.Map.Things[b].At())
			return d < e && !q.Farthest || d > e && q.Farthest
		}
		for i := range q.Map.Things {
			if q.Map.Things[i].Name != q.Thing && (best < 0 || better(i, best)) {
				best = i
			}
		}
		all++
		if q.Map.Things[best].Name == q.Answer().String() {
			same++
		}
	})
	share(t, "as before", same, all, 60)
}

// TestFieldsOutOfRange: what is named but not there is no reason to panic, and asks nothing.
func TestFieldsOutOfRange(t *testing.T) {
	try := func(q qa.Instance) {
		t.Helper()
		q.AppendEvidence(nil, qa.AsBoth)
		q.AppendConventions(nil)
		q.AppendText(nil)
		q.AppendFormat(nil)
		q.Mistakes()
		q.Difficulty()
		q.Contrast()
		q.Turn(1)
		for piece := range min(q.Pieces(), 5) {
			q.Without(piece)
		}
		if r, ok := q.(interface{ AppendRationale([]byte) []byte }); ok {
			r.AppendRationale(nil)
		}
		if v := q.Verify(q.Answer().String()); v.Correct {
			t.Errorf("%T: %q is right", q, q.Answer())
		}
	}
	for level := 1; level <= qa.Levels; level++ {
		asksOf(qa.VisibleFamily{}, level, 20, func(q qa.Visible) { q.Target = 99; try(q) })
		asksOf(qa.MergeFamily{}, level, 10, func(q qa.Merge) {
			for _, change := range []func(q *qa.Merge){func(q *qa.Merge) { q.View = 9 }, func(q *qa.Merge) { q.Against = -1 }, func(q *qa.Merge) { q.Views = nil },
				func(q *qa.Merge) { q.Form, q.Place = qa.MergeMasked, layout.Cell{Row: 99} }} {
				other := q
				change(&other)
				try(other)
			}
		})
		asksOf(qa.TallyFamily{}, level, 10, func(q qa.Tally) {
			for _, after := range [][]int{nil, {99}, {-1}, {1, 0, 2, 1, 0}} {
				other := q
				other.After = after
				try(other)
			}
			q.Windows = make([]layout.Window, 1)
			try(q)
		})
	}
}
