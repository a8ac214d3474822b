package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// TestRationaleCapitals: a line of a rationale that begins with a thing begins with a capital.
func TestRationaleCapitals(t *testing.T) {
	for _, k := range []qatest.Kit{topologyKit, routeKit, pathKit, fitKit} {
		name := k.Families[0].Name()
		for i := range int64(120) {
			q, ok := k.Draw(t, i).Question.(qa.Instance)
			if !ok {
				break
			}
			for line := range strings.Lines(string(q.AppendRationale(nil))) {
				if strings.HasPrefix(line, "the ") {
					t.Errorf("%s, item %d: %q", name, i, line)
					break
				}
			}
		}
	}
}
