package qa_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestLongLists: a list of a million bytes is read without copying the rest of it for each item.
func TestLongLists(t *testing.T) {
	const most = 1 << 30 // bytes, with the race detector too; copies of the rest took four times that and more
	for _, test := range []struct {
		family qa.Family
		fits   func(a qa.Answer) bool
		item   func(answer string) string
	}{
		{qa.PoseFamily{}.At(4), func(a qa.Answer) bool { _, ok := a.(qa.Poses); return ok }, func(string) string { return "row 1, column 1, facing north\n" }},
		{qa.NearestFamily{}.At(4), func(a qa.Answer) bool { s, ok := a.(qa.Sequence); return ok && strings.HasPrefix(s[0], "the ") }, func(answer string) string {
			return strings.TrimPrefix(strings.Split(answer, ", ")[0], "the ") + ", "
		}},
	} {
		asked := false
		for i := int64(0); i < 1000 && !asked; i++ {
			src := seed.NewKey(1).At(i).Stream()
			s, err := test.family.Sample(src)
			if err != nil {
				continue
			}
			q, err := test.family.Ask(s, src)
			if err != nil || !test.fits(q.Answer()) {
				continue
			}
			asked = true
			item := test.item(q.Answer().String())
			response := strings.TrimRight(strings.Repeat(item, 1<<19/len(item)), ", \n")
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if q.Verify(response).Correct {
				t.Errorf("%s: one item over and over is right", q.Family())
			}
			runtime.ReadMemStats(&after)
			if used := after.TotalAlloc - before.TotalAlloc; used > most {
				t.Errorf("%s: %d bytes of memory for a response of %d", q.Family(), used, len(response))
			}
		}
		if !asked {
			t.Errorf("%s: no such question in 1000", test.family.Name())
		}
	}
}

// TestOptionsSaid: what an option says may be answered in the place of its letter, also where that is one character, unless it is the letter of an option.
func TestOptionsSaid(t *testing.T) {
	said := 0
	for _, family := range []qa.Family{qa.CountFamily{}.At(2), qa.NearestFamily{}.At(2), qa.FitFamily{}.At(1)} {
		for i := range int64(100) {
			src := seed.NewKey(2).At(i).Stream()
			s, err := family.Sample(src)
			if err != nil {
				continue
			}
			q, err := family.Ask(s, src)
			if err != nil {
				continue
			}
			o, err := qa.NewOptions(q.(qa.Instance), 4, false, src)
			if err != nil {
				continue
			}
			for k, a := range o.Offered {
				text := a.String()
				if strings.Contains(text, "\n") || len(text) == 1 && strings.Contains("ABCD", text) {
					continue
				}
				said++
				if v := o.Verify(text); v.Correct != (k == o.Right) || !v.FormatOK {
					t.Errorf("%q of %q, right is %d: %+v", text, o.Offered, o.Right, v)
				}
			}
		}
	}
	if said < 300 {
		t.Errorf("only %d options were said", said)
	}
}
