package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

// TestArrangedTexts: whether three objects lie so is not told by the question. In texts drawn without care it hardly ever follows.
func TestArrangedTexts(t *testing.T) {
	const items = 800
	for level := 1; level <= qa.Levels; level++ {
		for _, form := range []qa.Arrangement{qa.Between, qa.OneRow, qa.OneColumn} {
			answers := map[string]int{}
			for i := range int64(items) {
				f := qa.ArrangeFamily{Arrangement: form}.At(level)
				_, q := textItem(t, f, i)
				answers[q.Answer().String()]++
			}
			t.Logf("level %d, %v: %v", level, form, answers)
			if no := answers["no"]; no > items*2/3 {
				t.Errorf("level %d, %v: %d of %d are no", level, form, no, items)
			}
			if yes := answers["yes"]; yes < items/5 {
				t.Errorf("level %d, %v: %d of %d are yes", level, form, yes, items)
			}
		}
		corners := map[bool]int{}
		for i := range int64(items) {
			_, q := textItem(t, qa.ArrangeFamily{}.At(level), i)
			if a := q.(qa.Arrange); a.Arrangement >= qa.InTopLeft {
				corners[a.Object >= 0]++
			}
		}
		t.Logf("level %d: that none is in a corner is right %d times, that some object is %d times", level, corners[false], corners[true])
		if corners[false] > 2*corners[true]+20 {
			t.Errorf("level %d: none is in a corner %d times, some object %d times", level, corners[false], corners[true])
		}
	}
}
