package qa_test

import (
	"errors"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// TestMoveHidden asks about subjects of which a part is hidden already: whatever fills the gap, the answer must be right.
func TestMoveHidden(t *testing.T) {
	for _, k := range []qatest.Kit{editKit, motionKit, recallKit} {
		asked, filled := 0, 0
		const n = 100
		for i := range int64(n) {
			item := k.Draw(t, i)
			src := seed.NewKey(6).At(i).Stream()
			s := item.Subject
			switch {
			case s.Map != nil:
				s.Map = s.Map.Without(s.Map.Cell(src.Intn(len(s.Map.Ground))))
			case s.Views != nil:
				s.Views = []*layout.Map{s.Views[0], s.Views[1]}
				m := &s.Views[src.Intn(2)]
				*m = (*m).Without((*m).Cell(src.Intn(len((*m).Ground))))
			default:
				s.Log = s.Log.Without(src.Intn(len(s.Log.Events)))
			}
			q, err := item.Family.Ask(s, src)
			if errors.Is(err, qa.ErrUnsuitable) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			asked++
			prompt := string(qa.AppendPrompt(nil, s, q, q.(qa.Instance).Media()[0]))
			for _, whole := range k.Fill(prompt) {
				solution, err := k.Solve(whole)
				if err != nil {
					continue // filled so, it is no question
				}
				filled++
				right := solution.Right
				if right == nil {
					right = func(a string) bool { return a == solution.Answer }
				}
				if a := q.Answer().String(); !right(a) {
					t.Fatalf("%s %d: the answer %q is not right when the gap is filled so; %q is\n%s", q.Family(), i, a, solution.Answer, whole)
				}
			}
		}
		t.Logf("%s: %d of %d asked, %d fillings", k.Families[0].Name(), asked, n, filled)
		if asked < n/3 || filled < asked {
			t.Errorf("%s: %d of %d with something hidden are asked about, %d fillings", k.Families[0].Name(), asked, n, filled)
		}
	}
}
