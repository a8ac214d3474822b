package export

import (
	"testing"

	"github.com/gridscribe/gridscribe"
)

// TestColumnsHaveValues: nothing is counted, and shown as a chart without bars, that records of a preset cannot have.
func TestColumnsHaveValues(t *testing.T) {
	for _, p := range gridscribe.Presets() {
		for _, c := range columns(p.Config()) {
			if len(c.values) == 0 && c.name != countedHops().name { // hops are listed as they come
				t.Errorf("%s: no value of %s is listed", p.Name, c.name)
			}
		}
	}
}
