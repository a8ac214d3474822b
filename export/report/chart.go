package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"
)

const (
	mostBars = 40 // of one chart
	longList = 12 // bars from which on a chart takes the whole width, in two columns
)

// chartView is a chart as a table in which a bar stands beside each number, so that it can be looked at and read.
type chartView struct {
	Name, Note, Anchor string
	Targets            bool
	Rows               string // in all
	Wide               bool
	// Widths of columns, as classes of the style.
	LabelWidth, NumberWidth, TargetWidth, DiffWidth string

	Blocks [][]barView // side by side where there is room
	misses []labelled
}

// labelled is a deviation and what deviates.
type labelled struct {
	label string
	miss
	within float64
}

type barView struct {
	Label, Got, Share, Target string
	Others                    bool
	Miss                      miss
	Width                     string // of the bar up to the target, or all of it
	HasGap                    bool
	GapX, GapWidth            string // between got and target
	Mark                      string // where the target is
}

func newChart(c Chart) chartView {
	v := chartView{Name: c.Name, Note: c.Note, Wide: len(c.Bars) > longList}
	var rows int64
	for _, b := range c.Bars {
		rows += b.Got
		if m := newMiss(b.Got, b.Target, c.Within); m.Known {
			v.Targets = true
			if c.Within != Unjudged {
				v.misses = append(v.misses, labelled{b.Label, m, within(c.Within)})
			}
		}
	}
	v.Rows = Thousands(rows)
	bars, others := collapse(c.Bars)
	longest := 0.0
	for i, b := range bars {
		if i < mostBars { // the others, taken together, would dwarf all
			longest = max(longest, float64(b.Got), b.Target)
		}
	}
	var views []barView
	for i, b := range bars {
		view := newBar(b, newMiss(b.Got, b.Target, c.Within), longest)
		view.Share = share(b.Got, rows)
		if others && i == mostBars {
			view.Others, view.Width = true, ""
		}
		views = append(views, view)
	}
	v.LabelWidth = columnWidth(views, func(b barView) string { return b.Label })
	v.NumberWidth = columnWidth(views, func(b barView) string { return b.Got })
	v.TargetWidth = columnWidth(views, func(b barView) string { return b.Target })
	v.DiffWidth = columnWidth(views, func(b barView) string { return b.Miss.Text() })
	if v.Wide {
		half := (len(views) + 1) / 2
		v.Blocks = [][]barView{views[:half], views[half:]}
	} else if len(views) > 0 {
		v.Blocks = [][]barView{views}
	}
	return v
}

// columnWidth names the class of a column that is wide enough for all its texts, or for most of a long one.
func columnWidth(bars []barView, of func(barView) string) string {
	widest := 5
	for _, b := range bars {
		widest = max(widest, utf8.RuneCountInString(of(b)))
	}
	return "c" + strconv.Itoa(min(24, (widest+1)/2*2))
}

func within(rows float64) float64 { return cmp.Or(rows, 1) }

func newBar(b Bar, m miss, longest float64) barView {
	v := barView{Label: b.Label, Got: Thousands(b.Got), Miss: m}
	at := func(rows float64) float64 { return 98 * rows / longest } // room for the mark of the longest
	v.Width = length(at(float64(b.Got)))
	if !m.Known {
		return v
	}
	v.Target, v.Mark = decimal(b.Target), length(at(b.Target))
	if low, high := at(min(b.Target, float64(b.Got))), at(max(b.Target, float64(b.Got))); m.Off {
		v.HasGap, v.Width, v.GapX, v.GapWidth = true, length(low), length(low), length(high-low)
	}
	return v
}

// collapse keeps the most frequent of too many bars and adds up the others.
func collapse(bars []Bar) (kept []Bar, others bool) {
	if len(bars) <= mostBars {
		return bars, false
	}
	kept = slices.Clone(bars)
	slices.SortStableFunc(kept, func(a, b Bar) int { return cmp.Compare(b.Got, a.Got) })
	rest := Bar{Label: fmt.Sprintf("%s others", Thousands(int64(len(kept)-mostBars)))}
	for _, b := range kept[mostBars:] {
		rest.Got += b.Got
		if b.Target < 0 || rest.Target < 0 {
			rest.Target = -1
		} else {
			rest.Target += b.Target
		}
	}
	return append(kept[:mostBars:mostBars], rest), true
}
