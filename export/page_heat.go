package export

import (
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export/report"
)

// heat shows a table of two properties, beside what the design asks for where it crosses the two. Values stand in the
// order of the design or, where it does not cross them, in that in which they come.
func (d designTargets) heat(t Table, first, second string) report.Heat {
	h := report.Heat{Name: first + " and " + second}
	type pair struct{ first, second string }
	cells := make(map[pair]*report.Cell)
	cell := func(p pair) *report.Cell {
		if cells[p] == nil {
			cells[p] = &report.Cell{Target: -1}
		}
		if !slices.Contains(h.Rows, p.first) {
			h.Rows = append(h.Rows, p.first)
		}
		if !slices.Contains(h.Columns, p.second) {
			h.Columns = append(h.Columns, p.second)
		}
		return cells[p]
	}
	i := slices.IndexFunc(d.design.Crossings, func(c gridscribe.DesignDimension) bool {
		return slices.Equal(c.Of, []string{first, second}) || slices.Equal(c.Of, []string{second, first})
	})
	if i >= 0 {
		crossing := d.design.Crossings[i]
		for _, c := range crossing.Cells {
			p := pair{c.Values[0], c.Values[1]}
			if crossing.Of[0] != first {
				p = pair{p.second, p.first}
			}
			one := cell(p)
			one.Target, one.Void = c.Target*d.blocks(), c.Target == 0 && c.Most == 0
		}
		h.Note = d.noteOf(first, second)
		h.Within = d.within(crossing, h.Note)
	}
	for _, c := range t.Counts {
		a, b, _ := strings.Cut(c.Value, ",")
		cell(pair{a, b}).Got = c.Records
	}
	for _, row := range h.Rows {
		var line []report.Cell
		for _, column := range h.Columns {
			c := report.Cell{Target: -1}
			if one := cells[pair{row, column}]; one != nil {
				c = *one
			}
			if c.Target < 0 && i >= 0 {
				c.Target = 0 // nobody asks for it
			}
			c.Void = c.Void || d.cannotBe(first, row, second, column)
			line = append(line, c)
		}
		h.Cells = append(h.Cells, line)
	}
	return h
}

// cannotBe reports whether the design says of two values that no record has both.
func (d designTargets) cannotBe(first, a, second, b string) bool {
	one, two := gridscribe.Chosen{Dimension: first, Value: a}, gridscribe.Chosen{Dimension: second, Value: b}
	return slices.ContainsFunc(d.design.Impossible, func(c gridscribe.ImpossibleCell) bool {
		if len(c.Where) != 1 {
			return false // it can, where others have other values
		}
		at := gridscribe.Chosen{Dimension: c.Dimension, Value: c.Value}
		return at == one && c.Where[0] == two || at == two && c.Where[0] == one
	})
}
