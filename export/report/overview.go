package report

import (
	"math"
	"strconv"
)

// deviation is how far the values of one chart are from their targets, as dots on a line.
type deviation struct {
	Name, Anchor string
	Values       string
	Dots         []dot
	BandX, Band  string // within which values are right
	Largest      miss
	Label        string // of the value that is furthest off
	Misses       int
}

type dot struct {
	X   string
	Off bool
}

// number gives all parts a name to link to.
func (v *view) number() {
	v.Splits.Anchor = "splits"
	for i := range v.Charts {
		v.Charts[i].Anchor = "chart-" + strconv.Itoa(i+1)
	}
	for i := range v.Heats {
		v.Heats[i].Anchor = "heat-" + strconv.Itoa(i+1)
	}
	for i := range v.Histograms {
		v.Histograms[i].Anchor = "histogram-" + strconv.Itoa(i+1)
	}
	for i := range v.Tables {
		v.Tables[i].Anchor = "table-" + strconv.Itoa(i+1)
	}
}

// overview lists the parts that have targets.
func overview(v *view) (all []deviation) {
	add := func(name, anchor string, misses []labelled) {
		if len(misses) > 0 {
			all = append(all, newDeviation(name, anchor, misses))
		}
	}
	add(v.Splits.Name, v.Splits.Anchor, v.Splits.misses)
	for _, c := range v.Charts {
		add(c.Name, c.Anchor, c.misses)
	}
	for _, h := range v.Heats {
		add(h.Name, h.Anchor, h.misses)
	}
	return all
}

func newDeviation(name, anchor string, misses []labelled) deviation {
	d := deviation{Name: name, Anchor: anchor, Values: Thousands(int64(len(misses)))}
	reach := 2 * misses[0].within
	for i, m := range misses {
		reach = max(reach, math.Abs(m.Diff))
		if i == 0 || math.Abs(m.Diff) > math.Abs(d.Largest.Diff) {
			d.Largest, d.Label = m.miss, m.label
		}
		if m.Off {
			d.Misses++
		}
	}
	at := func(diff float64) string { return length(50 + 46*diff/reach) }
	band := misses[0].within / reach
	d.BandX, d.Band = length(50-46*band), length(92*band)
	seen := map[dot]bool{} // many values are off by the same; one dot will do
	for _, m := range misses {
		next := dot{at(math.Round(m.Diff*100) / 100), m.Off}
		if !seen[next] {
			d.Dots, seen[next] = append(d.Dots, next), true
		}
	}
	return d
}
