package export

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

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

// TestHeatTargets holds that a crossing is shown beside what the design asks for: all records, and each cell about its
// share.
func TestHeatTargets(t *testing.T) {
	shapes, levels := gridscribe.Text2Space(), gridscribe.Leveled()
	shapes.Cross = [][]string{{"objects", "answer"}}
	levels.Cross = [][]string{{"level", "family"}}
	for name, cfg := range map[string]gridscribe.Config{"objects,answer": shapes, "family,level": levels} {
		cfg.Records = 1500
		corpus := corpusOf(t, cfg)
		tally := newTally(cfg)
		for rec, err := range corpus.All(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			tally.add(rec)
		}
		stats := tally.stats()
		stats.sort()
		d := designTargets{corpus.Design(), &Manifest{Stats: *stats}}
		i := slices.IndexFunc(stats.Tables, func(t Table) bool { return t.Name == name })
		if i < 0 {
			t.Fatalf("no table of %s", name)
		}
		first, second, _ := strings.Cut(name, ",")
		h := d.heat(stats.Tables[i], first, second)
		var got int64
		target := 0.0
		for r, row := range h.Cells {
			for c, cell := range row {
				got, target = got+cell.Got, target+max(0, cell.Target)
				if cell.Void && cell.Got > 0 || cell.Target < 0 || h.Within != report.Unjudged && math.Abs(float64(cell.Got)-cell.Target) > h.Within {
					t.Errorf("%s %s and %s: %+v, within %v", name, h.Rows[r], h.Columns[c], cell, h.Within)
				}
			}
		}
		if got != cfg.Records || math.Abs(target-float64(got)) > 0.1 {
			t.Errorf("%s: %d records and %v targets of %d", name, got, target, cfg.Records)
		}
	}
}

// TestHeatVoid holds that only what the design says cannot be is shown so, and how far off a cell may be.
func TestHeatVoid(t *testing.T) {
	table := Table{Name: "x,y", Counts: []Count{{"a,1", 12}, {"b,2", 8}}}
	d := designTargets{gridscribe.Design{Block: 10}, &Manifest{Stats: Stats{Records: 20}}}
	want := report.Heat{Name: "x and y", Rows: []string{"a", "b"}, Columns: []string{"1", "2"},
		Cells: [][]report.Cell{{{Got: 12, Target: -1}, {Target: -1}}, {{Target: -1}, {Got: 8, Target: -1}}}}
	if diff := cmp.Diff(want, d.heat(table, "x", "y")); diff != "" {
		t.Errorf("without a design (-want +got):\n%s", diff)
	}
	d.design.Impossible = []gridscribe.ImpossibleCell{
		{Dimension: "y", Value: "2", Where: []gridscribe.Chosen{{Dimension: "x", Value: "a"}}},
		{Dimension: "y", Value: "1", Where: []gridscribe.Chosen{{Dimension: "x", Value: "b"}, {Dimension: "z", Value: "c"}}},
	}
	want.Cells[0][1].Void = true
	if diff := cmp.Diff(want, d.heat(table, "x", "y")); diff != "" {
		t.Errorf("with what cannot be (-want +got):\n%s", diff)
	}
	d.design.Crossings = []gridscribe.DesignDimension{{Of: []string{"y", "x"}, Cells: []gridscribe.DesignCell{
		{Values: []string{"1", "a"}, Asked: 6, Target: 6, Least: 4, Most: 7}, {Values: []string{"1", "c"}, Asked: 1},
		{Values: []string{"2", "b"}, Asked: 4, Target: 4, Least: 4, Most: 4},
	}}}
	d.design.Impossible = nil
	want = report.Heat{Name: "x and y", Rows: []string{"a", "c", "b"}, Columns: []string{"1", "2"}, Within: 2*2 + partOfBlock,
		Cells: [][]report.Cell{{{Got: 12, Target: 12}, {}}, {{Void: true}, {}}, {{}, {Got: 8, Target: 8}}}}
	if diff := cmp.Diff(want, d.heat(table, "x", "y")); diff != "" {
		t.Errorf("crossed (-want +got):\n%s", diff)
	}
	d.design.Dimensions = []gridscribe.DesignDimension{{Of: []string{"x"}, Note: "by chance"}}
	if h := d.heat(table, "x", "y"); h.Note != "by chance" || h.Within != report.Unjudged {
		t.Errorf("with a note: %+v", h)
	}
}
