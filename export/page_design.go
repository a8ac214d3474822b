package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export/report"
)

// designTargets says how many records of a corpus should have a value.
type designTargets struct {
	design   gridscribe.Design
	manifest *Manifest
}

// chart shows a table beside what the design of the corpus asks for, where it says anything about the property.
func (d designTargets) chart(t Table) report.Chart {
	c := report.Chart{Name: t.Name}
	i := slices.IndexFunc(d.design.Dimensions, func(dim gridscribe.DesignDimension) bool {
		return len(dim.Of) == 1 && dim.Of[0] == t.Name
	})
	for _, n := range t.Counts {
		bar := report.Bar{Label: n.Value, Got: n.Records, Target: -1}
		if i >= 0 {
			bar.Target = 0
			for _, cell := range d.design.Dimensions[i].Cells {
				if cell.Values[0] == n.Value {
					bar.Target = cell.Target * d.blocks()
				}
			}
		}
		c.Bars = append(c.Bars, bar)
	}
	if i < 0 {
		return c
	}
	c.Note = d.design.Dimensions[i].Note
	c.Within = d.within(d.design.Dimensions[i], c.Note)
	return c
}

// blocks returns how many blocks of records there are.
func (d designTargets) blocks() float64 {
	return float64(d.manifest.Stats.Records) / float64(d.design.Block)
}

// within returns how many records a cell may be off, given what is noted about it.
func (d designTargets) within(dim gridscribe.DesignDimension, note string) float64 {
	if left := d.manifest.Left; note != "" || left.Repeats+left.Excluded > 0 {
		return report.Unjudged // what is left to chance, or what was left out, nobody promised
	}
	block := 1.0 // what rounding costs in one; more where dim is not exact, or pairs of records are alike
	for _, c := range dim.Cells {
		block = max(block, c.Target-float64(c.Least), float64(c.Most)-c.Target)
	}
	return block*d.blocks() + partOfBlock
}

// noteOf returns what is noted about either of two dimensions.
func (d designTargets) noteOf(names ...string) string {
	var notes []string
	for _, dim := range d.design.Dimensions {
		if len(dim.Of) == 1 && dim.Note != "" && slices.Contains(names, dim.Of[0]) && !slices.Contains(notes, dim.Note) {
			notes = append(notes, dim.Note)
		}
	}
	return strings.Join(notes, " ")
}

// partOfBlock is how far a part of a block may be off: only whole blocks are exact.
const partOfBlock = 8

// impossible lists the cells that cannot be, and says whether there are any.
func impossible(d gridscribe.Design) (t report.Table, some bool) {
	t = report.Table{
		Name: "Cells that cannot be",
		Note: fmt.Sprintf("What the weights ask for and no record can be, in records of a block of %d. Others got their share; regained says "+
			"that the value comes more often elsewhere, so that it has its share after all.", d.Block),
		Columns: []string{"what", "where", "why", "asked", "went to", "regained"},
	}
	for _, cell := range d.Impossible {
		var where []string
		for _, w := range cell.Where {
			where = append(where, w.Dimension+" "+w.Value)
		}
		t.Rows = append(t.Rows, report.Row{Cells: []string{
			cell.Dimension + " " + cell.Value, strings.Join(where, ", "), cell.Reason, fmt.Sprintf("%.1f", cell.Asked),
			strings.Join(cell.To, ", "), pick(cell.Regained, "yes", "no"),
		}})
	}
	return t, len(t.Rows) > 0
}
