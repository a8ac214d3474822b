package gridscribe

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// TestDesignsOfBoundedSize: what would take minutes and gigabytes to design is an error that says so, in a moment.
func TestDesignsOfBoundedSize(t *testing.T) {
	layouts := Text2Space()
	layouts.Objects = nil
	for n := 2; n <= layout.MaxObjects; n++ {
		layouts.Objects = append(layouts.Objects, ObjectWeight{n, 1})
	}
	layouts.Facts.Max = 1 << 30
	chains := StepGame()
	most := CountRange{0, layout.MaxDistractors}
	chains.Distractors = Distractors{Disconnected: most, Branch: most, Redundant: most, Useless: most}
	chains.Cross = [][]string{{"disconnected", "branch", "redundant", "useless"}}
	for name, cfg := range map[string]Config{"facts": layouts, "redundant": chains} {
		err := cfg.Validate()
		if !errors.Is(err, ErrConfig) || !strings.Contains(err.Error(), "more than 262144 cells") || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
