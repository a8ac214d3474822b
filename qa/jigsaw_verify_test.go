package qa_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

func TestJigsawZero(t *testing.T) {
	for _, q := range []qa.Jigsaw{{}, {Form: qa.JigsawOrder}, {Form: qa.JigsawOffset, View: 7}} {
		for _, response := range []string{"", "none", "A", "(0, 0)"} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 {
				t.Error(v)
			}
		}
		_ = qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsDrawing)
		_, _ = q.Turn(1)
		_, _ = q.Contrast()
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Error(err)
		}
		if len(q.Mistakes()) > 0 || q.Difficulty() < 1 || q.Pieces() != 0 || len(q.AppendRationale(nil)) > 0 || q.Answer() == nil {
			t.Error("the zero question says something")
		}
	}
	small := layout.NewMap(1, 1)
	for _, s := range []qa.Subject{{}, {Views: []*layout.Map{nil, nil}}, {Views: []*layout.Map{{}, {}}}, {Views: []*layout.Map{small, small, small}},
		{Views: []*layout.Map{small, small, small, small}}, {Views: []*layout.Map{layout.NewMap(3, 3), layout.NewMap(3, 3)}},
		{Views: []*layout.Map{layout.NewMap(3, 3), small, small, small}}} {
		if _, err := (qa.JigsawFamily{}).Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
			t.Error(err)
		}
	}
}

// TestJigsawVerify: what is accepted as an order and as an offset.

func TestJigsawVerify(t *testing.T) {
	tiles := tallyOf(t, "#./.#", ".#/#.", ".#/##", "#./#.")
	ask := func(s qa.Subject) qa.Question {
		t.Helper()
		for k := range uint64(20) {
			q, err := qa.JigsawFamily{}.Ask(s, seed.NewKey(k).Stream())
			if err != nil {
				t.Fatal(err)
			}
			if j := q.(qa.Jigsaw); !j.ByColumns && j.View != 0 || j.Form == qa.JigsawOrder && !j.ByColumns {
				return q
			}
		}
		t.Fatal("no question")
		return nil
	}
	q := ask(tiles)
	want := q.Answer().String()
	bare := strings.ReplaceAll(want, ", ", "")
	for response, right := range map[string]bool{want: true, bare: true, strings.ReplaceAll(want, ", ", " -> "): true, "The order is as follows.\nAnswer: " + want: true,
		strings.ReplaceAll(want, ", ", " "): true, "": false, want + ", A": false, strings.ToLower(want): false, "none": false, want + " or " + bare: false,
		want[3:]: false, "A, A, A, A": false} {
		if v := q.Verify(response); v.Correct != right || v.Correct != (v.Reward == 1) {
			t.Errorf("%q: %+v", response, v)
		}
	}
	q = ask(tallyOf(t, "A..#/.##./#.B#/####", "#.B#/####/...E/#..#"))
	if got := q.Answer().String(); got != "(2, 0)" {
		t.Fatal(got)
	}
	for response, right := range map[string]bool{"(2, 0)": true, "2, 0": true, "[2, 0]": true, "2 rows down, 0 columns to the right": true, "2 down and 0 left": true,
		"rows: 2, columns: 0": true, "2 rows, 0 columns": true, "(+2, 0)": true, "(-2, 0)": false, "(0, 2)": false, "(2, 0) or (0, 2)": false, "not (2, 0)": false,
		"2": false, "(2, 0": false, "(2, 0, 0)": false, "(−2, 0)": false, "2 rows up, 0 columns right": false} {
		if v := q.Verify(response); v.Correct != right || v.Correct != (v.Reward == 1) {
			t.Errorf("%q: %+v", response, v)
		}
	}
}

// TestJigsawBalance: every tile is equally likely to come first and last, every direction of an offset likely.

func TestJigsawBalance(t *testing.T) {
	for level := 1; level <= qa.Levels; level++ {
		f := qa.JigsawFamily{}.At(level)
		first, down, right, byColumns := make(map[byte]int), make(map[int]int), make(map[int]int), 0
		orders, offsets := 0, 0
		for i := range int64(1000) {
			src := seed.NewKey(9).Named("jigsaw").At(i).Stream()
			s, err := f.Sample(src)
			if err != nil {
				t.Fatal(err)
			}
			q, err := f.Ask(s, src)
			if err != nil {
				t.Fatal(err)
			}
			if o, ok := q.Answer().(qa.Offset); ok {
				offsets++
				down[min(max(o.Rows, -1), 1)]++
				right[min(max(o.Cols, -1), 1)]++
				continue
			}
			orders++
			first[q.Answer().String()[0]]++
			if q.(qa.Jigsaw).ByColumns {
				byColumns++
			}
		}
		t.Logf("level %d: first %v, %d of %d by columns, down %v, right %v of %d", level, first, byColumns, orders, down, right, offsets)
		for tile, n := range first {
			if fair := orders / len(first); n > fair+orders/20 || n < fair-orders/20 {
				t.Errorf("level %d: tile %c comes first %d times of %d", level, tile, n, orders)
			}
		}
		for _, sides := range []map[int]int{down, right} {
			if d := sides[1] - sides[-1]; d > offsets/10 || -d > offsets/10 {
				t.Errorf("level %d: %v", level, sides)
			}
		}
	}
}

func FuzzJigsawOffset(f *testing.F) {
	for _, seed := range []string{"(2, -3)", "2, 3", "2 rows up and 3 columns to the left", "rows: 2, columns: -3", "[+1, -1]", "(", "−1, 0"} {
		f.Add(seed)
	}
	crops := []*layout.Map{layout.NewMap(2, 2), layout.NewMap(2, 2)}
	for i, m := range crops {
		m.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{{Row: 1 - i, Col: 1 - i}}}}
	}
	q, err := qa.JigsawFamily{}.Ask(qa.Subject{Views: crops}, seed.NewKey(1).Stream())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, response string) {
		v := q.Verify(response)
		if v.Correct != (v.Reward == 1) || v.Correct && !v.FormatOK {
			t.Fatalf("%q: %+v", response, v)
		}
		if v.FormatOK {
			if again := q.Verify(v.Extracted); again.Extracted != v.Extracted || again.Correct != v.Correct {
				t.Fatalf("%q was read from %q, and then %q", v.Extracted, response, again.Extracted)
			}
		}
	})
}
