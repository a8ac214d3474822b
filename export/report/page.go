// Package report draws what a corpus holds as one HTML page that needs nothing but a browser: charts of what was made beside
// what was asked for, tables of what was checked, and a gallery of samples to look through. It takes plain numbers and texts,
// knows nothing of corpora, and writes the same bytes for the same [Page].
package report

import (
	"fmt"
	"io"
	"math"
)

// Page is what a report shows. Parts that are empty are left out, so that the zero Page is a page that says there is
// nothing to see. All texts may hold anything; bytes that are not UTF-8 come out as U+FFFD.
type Page struct {
	Title      string // of the corpus
	Summary    string // one or two sentences
	Facts      []Fact
	Splits     Chart       // rows by split
	Charts     []Chart     // one a property: label, hops, objects ...
	Heats      []Heat      // two properties crossed: family and level
	Histograms []Histogram // prompt length, tokens
	Tables     []Table     // leaks, repeats, shortcuts, cells that cannot exist
	// Gallery is shown in its order, as far as there is room: a page stays under two megabytes, and says how many samples it
	// leaves out.
	Gallery []Sample
}

// Fact is a line about the corpus, such as its seed or a version.
type Fact struct {
	Name  string
	Value string
}

// Chart is how often each value of a property occurs. Of more than 40 values the 40 most frequent are shown, and the others
// in one bar.
type Chart struct {
	Name string
	Note string // what to know about it; may be empty
	Bars []Bar
	// Within is how many rows Got may be away from Target without being marked. Zero stands for 1, which is what rounding to
	// whole rows costs; for shares that are left to chance there is Unjudged.
	Within float64
}

// Unjudged is the Within of what nobody promised: targets are shown, and no number is said to be right or wrong.
const Unjudged = -1

// Bar is one value of a property.
type Bar struct {
	Label  string
	Got    int64   // rows, at least 0
	Target float64 // rows that were asked for; below 0 if none were
}

// Heat is how often each pair of values of two properties occurs.
type Heat struct {
	Name    string
	Note    string
	Rows    []string
	Columns []string
	Cells   [][]Cell // by row, then by column
	Within  float64  // as in Chart
}

// Cell is one pair of values.
type Cell struct {
	Got    int64   // rows, at least 0
	Target float64 // rows that were asked for; below 0 if none were
	Void   bool    // the pair cannot exist; neither number is shown
}

// Histogram is how many rows lie in each of several neighbouring ranges.
type Histogram struct {
	Name   string
	Note   string
	Unit   string    // what Edges count, in the plural: "characters"
	Edges  []float64 // ascending, one more than Counts; range i is from Edges[i] to just under Edges[i+1]
	Counts []int64   // rows, at least 0
	Max    float64   // no row is above it; 0 where that is not known
}

// Table is a table as it is to be printed. Columns of numbers are set to the right, and percentages get a bar.
type Table struct {
	Name    string
	Note    string
	Columns []string
	Rows    []Row
}

// Row is a line of a [Table].
type Row struct {
	Cells []string // as many as the table has columns
	Flag  Flag
}

// Flag says what a row of a table means.
type Flag uint8

// The flags. The zero Flag says nothing.
const (
	Plain Flag = iota
	Good
	Bad
)

// Sample is one row of the corpus. Texts that are empty are left out.
type Sample struct {
	ID        string
	Family    string
	Group     string // that the family belongs to
	Level     int    // 0 where there are no levels
	Split     string
	Medium    string // as what the evidence is shown
	Prompt    string
	Answer    string
	Rationale string
}

// Validate names the first number or list that cannot be drawn.
func (p *Page) Validate() error {
	for _, c := range append([]Chart{p.Splits}, p.Charts...) {
		if err := validWithin("chart", c.Name, c.Within); err != nil {
			return err
		}
		for _, b := range c.Bars {
			if err := validNumbers(b.Got, b.Target); err != nil {
				return fmt.Errorf("report: chart %q: %q: %w", c.Name, b.Label, err)
			}
		}
	}
	for _, h := range p.Heats {
		if err := h.validate(); err != nil {
			return err
		}
	}
	for _, h := range p.Histograms {
		if err := h.validate(); err != nil {
			return fmt.Errorf("report: histogram %q: %w", h.Name, err)
		}
	}
	for _, t := range p.Tables {
		for i, r := range t.Rows {
			if len(r.Cells) != len(t.Columns) {
				return fmt.Errorf("report: table %q: row %d has %d cells, want %d as there are columns", t.Name, i, len(r.Cells), len(t.Columns))
			}
			if r.Flag > Bad {
				return fmt.Errorf("report: table %q: row %d has flag %d, want Plain, Good or Bad", t.Name, i, r.Flag)
			}
		}
	}
	return nil
}

func (h *Heat) validate() error {
	if err := validWithin("heat map", h.Name, h.Within); err != nil {
		return err
	}
	if len(h.Cells) != len(h.Rows) {
		return fmt.Errorf("report: heat map %q: %d rows of cells, want %d", h.Name, len(h.Cells), len(h.Rows))
	}
	for i, row := range h.Cells {
		if len(row) != len(h.Columns) {
			return fmt.Errorf("report: heat map %q: row %d has %d cells, want %d", h.Name, i, len(row), len(h.Columns))
		}
		for j, c := range row {
			if err := validNumbers(c.Got, c.Target); err != nil {
				return fmt.Errorf("report: heat map %q: %q, %q: %w", h.Name, h.Rows[i], h.Columns[j], err)
			}
		}
	}
	return nil
}

func (h *Histogram) validate() error {
	if len(h.Counts) == 0 && len(h.Edges) == 0 {
		return nil
	}
	if len(h.Edges) != len(h.Counts)+1 {
		return fmt.Errorf("%d edges for %d counts, want one more than counts", len(h.Edges), len(h.Counts))
	}
	for i, e := range h.Edges {
		if math.IsNaN(e) || math.IsInf(e, 0) || i > 0 && e <= h.Edges[i-1] {
			return fmt.Errorf("edge %d is %v, want finite edges that ascend", i, e)
		}
	}
	for i, n := range h.Counts {
		if n < 0 {
			return fmt.Errorf("count %d is %d, want at least 0", i, n)
		}
	}
	return nil
}

func validWithin(what, name string, within float64) error {
	if within != Unjudged && !(within >= 0) || math.IsInf(within, 0) {
		return fmt.Errorf("report: %s %q: within is %v, want a number of rows, at least 0, or Unjudged", what, name, within)
	}
	return nil
}

func validNumbers(got int64, target float64) error {
	if got < 0 {
		return fmt.Errorf("got is %d, want at least 0", got)
	}
	if math.IsNaN(target) || math.IsInf(target, 0) {
		return fmt.Errorf("target is %v, want a number of rows, or below 0 for none", target)
	}
	return nil
}

// Write writes the page, after [Page.Validate].
func (p *Page) Write(w io.Writer) error {
	if err := p.Validate(); err != nil {
		return err
	}
	page, err := p.render()
	if err != nil {
		return fmt.Errorf("report: drawing the page: %w", err)
	}
	if _, err := w.Write(page); err != nil {
		return fmt.Errorf("report: writing the page: %w", err)
	}
	return nil
}
