package describe_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

func TestAppendGraph(t *testing.T) {
	places := []layout.Entity{{Name: "A"}, {Name: "the quay"}, {Name: "C"}}
	for want, g := range map[string]layout.Graph{
		"The places are A, the quay and C. There are these ways between them, and no others; each can be gone in both directions: " +
			"the quay to A (length 2); A to C (length 1).": {Places: places, Ways: []layout.Way{{A: 1, B: 0, Length: 2}, {A: 0, B: 2, Length: 1}}},
		"The places are A, the quay and C. There are these ways between them, and no others; each can be gone in both directions: A to C. Every way has length 1.": {
			Places: places, Ways: []layout.Way{{A: 0, B: 2, Length: 1}}},
		"The places are A and the quay. There are no ways between them.": {Places: places[:2]},
		"There is one place, A. There are no ways.":                      {Places: places[:1]},
		"There are no places.":                                           {},
	} {
		if got := string(describe.AppendGraph(nil, &g)); got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
}
