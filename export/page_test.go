package export

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export/report"
)

// TestHistogramLast holds that the last bin ends where its numbers do.
func TestHistogramLast(t *testing.T) {
	h := Histogram{Width: promptBin}
	const limit = histogramBins * promptBin
	h.add(10)
	h.add(limit - 1)
	if drawn := histogram("", "", "", h); drawn.Edges[histogramBins] != limit || drawn.Quantile(1) != limit-1 {
		t.Errorf("the last bin ends at %v, the longest is %v", drawn.Edges[histogramBins], drawn.Quantile(1))
	}
	h.add(3 * limit)
	drawn := histogram("", "", "", h)
	if drawn.Edges[histogramBins-1] != limit-promptBin || drawn.Edges[histogramBins] != 3*limit+1 || drawn.Quantile(1) != 3*limit {
		t.Errorf("the last bin goes from %v to %v", drawn.Edges[histogramBins-1], drawn.Edges[histogramBins])
	}
}

// TestImpossibleBound holds that a card lists as many cells as the report does, and says how many more there are.
func TestImpossibleBound(t *testing.T) {
	for n, want := range map[int]string{0: "", 1: "", report.MostRows: "", report.MostRows + 1: "And 1 more cell.", report.MostRows + 7: "And 7 more cells."} {
		c := &card{manifest: new(Manifest)}
		for i := range n {
			c.design.Impossible = append(c.design.Impossible, gridscribe.ImpossibleCell{Dimension: fmt.Sprint("cell ", i), Value: "x"})
		}
		text := string(appendCard(nil, c))
		if got := strings.Count(text, "| cell "); got != min(n, report.MostRows) {
			t.Errorf("of %d cells %d are listed", n, got)
		}
		if !strings.Contains(text, want) || want == "" && strings.Contains(text, " more cell") {
			t.Errorf("of %d cells the card does not say %q", n, want)
		}
	}
}
