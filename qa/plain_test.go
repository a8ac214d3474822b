package qa_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestPlainNamesReadBack: where names are single capital letters the answer is not tried before a question is asked; it is right all the same, in
// every style, of the widest layouts and of every letter too.
func TestPlainNamesReadBack(t *testing.T) {
	key := seed.NewKey(11)
	for i := range int64(60) {
		src := key.At(i).Stream()
		n := 2 + src.Intn(25)
		var cells []layout.Cell
		for len(cells) < n {
			c := layout.Cell{Row: src.Intn(64), Col: src.Intn(64)}
			if i%2 == 0 {
				c = layout.Cell{Row: src.Intn(6), Col: src.Intn(6)}
			}
			if !slices.Contains(cells, c) {
				cells = append(cells, c)
			}
		}
		names := layout.Names(26)
		seed.Shuffle(src, names)
		s := qa.Subject{Layout: layoutOf(names[:n], cells)}
		for k := range n - 1 {
			f := layout.Fact{Locatum: k, Relatum: k + 1, Relation: cells[k].Relation(cells[k+1])}
			if k%3 == 1 {
				rows, cols := cells[k].Row-cells[k+1].Row, cells[k].Col-cells[k+1].Col
				f = layout.Fact{Locatum: k, Relatum: k + 1, Reading: layout.Measured, Rows: layout.Interval{Lo: rows, Hi: rows}, Cols: layout.Interval{Lo: cols, Hi: cols}}
			}
			s.Facts = append(s.Facts, f)
		}
		for _, f := range []qa.Family{
			qa.DrawFamily{}, qa.DescribeFamily{}, qa.ChooseFamily{}, qa.TruthFamily{}, qa.PossibleFamily{Form: qa.Could}, qa.PossibleFamily{Form: qa.Which},
			qa.ArrangeFamily{},
		} {
			if n > 8 && f.Name() != "draw" && f.Name() != "describe" {
				continue
			}
			q, err := f.Ask(s, src)
			if errors.Is(err, qa.ErrUnsuitable) && (f.Name() == "choose" || f.Name() == "arrange" && n < 3) {
				continue
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name(), err)
			}
			if v := q.Verify(q.Answer().String()); !v.Correct || v.Reward != 1 {
				t.Fatalf("%s: the answer earns %+v\n%s", f.Name(), v, q.Answer())
			}
		}
	}
}
