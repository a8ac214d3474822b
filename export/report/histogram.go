package report

import (
	"math"
	"slices"
	"strings"
)

// Heights in a histogram in pixels. Its columns share the width, whatever that is.
const (
	plotHeight = 190
	mostHeight = 150 // of a column; labels stand above
)

type histogramView struct {
	Name, Note, Anchor, Unit string
	Rows                     string
	Tail                     string // what the last column is where it holds all that is beyond; "" elsewhere
	Columns                  []columnView
	Lines                    []lineView // of the vertical axis
	Ticks                    []lineView // of the horizontal axis
	Marks                    []lineView // quantiles
	Height, Total            int        // of the plot, and with its axis
}

type columnView struct {
	X, Width  string
	Y, Height string
	Range     string
	Count     string
}

// lineView is a line of an axis with its label.
type lineView struct {
	At     string // X in percent, or Y in pixels
	Anchor string
	Label  string
	Row    int // of labels that could overlap
}

func newHistogram(h Histogram) histogramView {
	v := histogramView{Name: h.Name, Note: h.Note, Unit: h.Unit, Height: plotHeight, Total: plotHeight + 24}
	var rows, most int64
	for _, n := range h.Counts {
		rows, most = rows+n, max(most, n)
	}
	v.Rows = Thousands(rows)
	if most == 0 {
		return v
	}
	shown, folded := foldTail(h, rows)
	if folded {
		n := len(shown.Counts)
		v.Tail = Thousands(shown.Counts[n-1]) + " rows from " + decimal(shown.Edges[n-1]) + " to under " + decimal(shown.Edges[n])
		most = slices.Max(shown.Counts)
	}
	h = shown
	step := niceStep(float64(most) / 3)
	for y := step; y <= float64(most); y += step {
		v.Lines = append(v.Lines, lineView{At: pixels(plotHeight - mostHeight*y/float64(most)), Label: Thousands(int64(y))})
	}
	width := 100 / float64(len(h.Counts))
	for i, n := range h.Counts {
		height := mostHeight * float64(n) / float64(most)
		if n > 0 {
			height = max(height, 1)
		}
		v.Columns = append(v.Columns, columnView{
			X: length((float64(i) + 0.05) * width), Width: length(0.9 * width),
			Y: pixels(plotHeight - height), Height: pixels(height),
			Range: decimal(h.Edges[i]) + " to under " + decimal(h.Edges[i+1]), Count: Thousands(n),
		})
	}
	every := (len(h.Counts) + 4) / 5
	for i := 0; i < len(h.Edges); i += every {
		t := lineView{At: length(float64(i) * width), Label: decimal(h.Edges[i]), Anchor: "middle"}
		if i == 0 {
			t.Anchor = "start"
		} else if i == len(h.Counts) {
			t.Anchor = "end"
		}
		if folded && i == len(h.Counts) {
			continue // on another scale
		}
		v.Ticks = append(v.Ticks, t)
	}
	for i, q := range []struct {
		name string
		part float64
	}{{"median", 0.5}, {"95 %", 0.95}} {
		bin, inside := quantile(h.Counts, rows, q.part)
		at := (float64(bin) + inside) * width
		m := lineView{At: length(at), Label: q.name + " ≈ " + decimal(h.Quantile(q.part)), Anchor: "start", Row: 1 + 16*i}
		if at > 60 {
			m.Anchor = "end"
		}
		v.Marks = append(v.Marks, m)
	}
	return v
}

// foldTail puts a long tail, all that is more than twice what 95 % of the rows stay under, into one column, which leaves more
// room for the others.
func foldTail(h Histogram, rows int64) (Histogram, bool) {
	bin, _ := quantile(h.Counts, rows, 0.95)
	keep := 1
	for keep < len(h.Counts) && h.Edges[keep] < 2*h.Edges[bin+1] {
		keep++
	}
	if keep < 8 || 4*keep > 3*len(h.Counts) {
		return h, false
	}
	var beyond int64
	for _, n := range h.Counts[keep:] {
		beyond += n
	}
	h.Counts = append(slices.Clone(h.Counts[:keep]), beyond)
	h.Edges = append(slices.Clone(h.Edges[:keep+1]), h.Edges[len(h.Edges)-1])
	return h, true
}

// Quantile returns the whole number that a part of the rows, 0 to 1, are about below: as if the rows of a range were spread
// evenly, and Max at most. Without rows it is 0.
func (h Histogram) Quantile(part float64) float64 {
	var rows int64
	for _, n := range h.Counts {
		rows += n
	}
	if rows == 0 {
		return 0
	}
	bin, inside := quantile(h.Counts, rows, part)
	value := math.Round(h.Edges[bin] + float64(inside*(h.Edges[bin+1]-h.Edges[bin]))) // rounded alike on every platform
	if h.Max > 0 {
		return min(value, h.Max)
	}
	return value
}

// quantile returns the range below whose end a part of the rows lies, and how far into it, as if its rows were spread evenly.
func quantile(counts []int64, rows int64, part float64) (bin int, inside float64) {
	want, below := part*float64(rows), 0.0
	for i, n := range counts {
		if n > 0 && below+float64(n) >= want {
			return i, (want - below) / float64(n)
		}
		below += float64(n)
	}
	return len(counts) - 1, 1
}

// niceStep returns the least 1, 2 or 5 with zeros that is not below x.
func niceStep(x float64) float64 {
	step := 1.0
	for {
		for _, m := range []float64{1, 2, 5} {
			if m*step >= x {
				return m * step
			}
		}
		step *= 10
	}
}

func pixels(x float64) string { return strings.TrimSuffix(length(x), "%") }
