package report

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Thousands(0), "0"}, {Thousands(999), "999"}, {Thousands(1000), "1,000"}, {Thousands(-1234567), "-1,234,567"}, {Thousands(-123), "-123"},
		{decimal(0), "0"}, {decimal(666.666), "666.7"}, {decimal(1666.04), "1,666"}, {decimal(-0.7), "−0.7"}, {decimal(-0.01), "0"},
		{signed(12.34), "+12.3"}, {signed(-2), "−2"}, {signed(0.01), "0"}, {signed(1e6), "+1,000,000"},
		{length(12.5), "12.5%"}, {length(0), "0%"}, {length(100), "100%"}, {length(1.0 / 3), "0.33%"}, {length(math.NaN()), "0%"},
		{Percent(0.125), "12.5 %"}, {Percent(0), "0.0 %"}, {Percent(1), "100.0 %"}, {Percent(2.0 / 3), "66.7 %"}, {Percent(math.NaN()), "–"},
		{share(1, 3), "33.3 %"}, {share(0, 3), "0 %"}, {share(3, 3), "100 %"}, {share(1, 100000), "<0.1 %"}, {share(0, 0), ""},
	} {
		if c.got != c.want {
			t.Errorf("%q, want %q", c.got, c.want)
		}
	}
}

func TestMiss(t *testing.T) {
	for _, c := range []struct {
		got            int64
		target, within float64
		off            bool
		text           string
	}{
		{5, -1, 0, false, ""},
		{5, 5, 0, false, "0"},
		{5, 6, 0, false, "−1"},
		{5, 4, 0, false, "+1"},
		{5, 6.4, 0, true, "▼ −1.4"},
		{5, 3, 0, true, "▲ +2"},
		{5, 3, 2, false, "+2"},
		{5, 2, 2, true, "▲ +3"},
		{5, 0, 0.5, true, "▲ +5"},
	} {
		if m := newMiss(c.got, c.target, c.within); m.Off != c.off || m.Text() != c.text {
			t.Errorf("%d of %v within %v: %q, off %v", c.got, c.target, c.within, m.Text(), m.Off)
		}
	}
}

// TestBarLengths: a bar and its gap end where the numbers say, in the measure of the longest.
func TestBarLengths(t *testing.T) {
	v := newChart(Chart{Bars: []Bar{{"a", 50, 100}, {"b", 200, 100}, {"c", 100, 100}, {"d", 100, 100.5}, {"e", 10, -1}}})
	type lengths struct{ width, gapX, gap, mark string }
	var got []lengths
	for _, b := range v.Blocks[0] {
		got = append(got, lengths{b.Width, b.GapX, b.GapWidth, b.Mark})
	}
	want := []lengths{
		{"24.5%", "24.5%", "24.5%", "49%"}, {"49%", "49%", "49%", "49%"}, {"49%", "", "", "49%"}, {"49%", "", "", "49.24%"}, {"4.9%", "", "", ""},
	}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if v := newChart(Chart{Bars: []Bar{{"a", 50, 100}}}); v.Blocks[0][0].Mark != "98%" || v.Blocks[0][0].Width != "49%" {
		t.Errorf("the longest is a target: %+v", v.Blocks[0][0])
	}
}

// TestCollapse: rows and targets are neither lost nor counted twice, and no bar left out is longer than one that is kept.
func TestCollapse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var bars []Bar
		for i := range rapid.IntRange(0, 90).Draw(t, "bars") {
			bars = append(bars, Bar{strconv.Itoa(i), rapid.Int64Range(0, 50).Draw(t, "got"), float64(rapid.IntRange(0, 9).Draw(t, "target"))})
		}
		kept, others := collapse(bars)
		if others != (len(bars) > 40) || len(kept) != min(len(bars), 41) {
			t.Fatalf("%d bars of %d, others %v", len(kept), len(bars), others)
		}
		var rows, least int64 = 0, math.MaxInt64
		var target float64
		shown := map[string]bool{}
		for i, b := range kept {
			rows, target = rows+b.Got, target+b.Target
			if i < 40 {
				least = min(least, b.Got)
				shown[b.Label] = true
			}
		}
		for _, b := range bars {
			rows, target = rows-b.Got, target-b.Target
			if !shown[b.Label] && b.Got > least {
				t.Errorf("%v is left out, and %d is kept", b, least)
			}
		}
		if rows != 0 || target != 0 {
			t.Errorf("%d rows and a target of %v too many", rows, target)
		}
	})
	bars := make([]Bar, 45)
	for i := range bars {
		bars[i].Target = 1
	}
	bars[44].Target = -1
	if kept, _ := collapse(bars); kept[40].Target >= 0 || kept[40].Label != "5 others" {
		t.Errorf("the others are %v", kept[40])
	}
}

func TestLongListsTakeTwoColumns(t *testing.T) {
	for _, c := range []struct{ bars, blocks, first int }{{0, 0, 0}, {12, 1, 12}, {13, 2, 7}, {40, 2, 20}, {41, 2, 21}, {900, 2, 21}} {
		v := newChart(Chart{Bars: make([]Bar, c.bars)})
		if len(v.Blocks) != c.blocks || c.blocks > 0 && len(v.Blocks[0]) != c.first {
			t.Errorf("%d bars in %d blocks", c.bars, len(v.Blocks))
		}
	}
	v := newChart(Chart{Bars: append(make([]Bar, 40), Bar{Got: 10, Label: "a"}, Bar{Got: 10, Label: "b"})})
	if last := v.Blocks[1][19]; !last.Others || last.Width != "" {
		t.Errorf("the last bar is %+v", last)
	}
}

func TestHeat(t *testing.T) {
	v := newHeat(Heat{Rows: []string{"a", "b"}, Columns: []string{"1", "2", "3"}, Cells: [][]Cell{
		{{Got: 600, Target: 600}, {Got: 1, Target: 5}, {Got: 0, Target: -1}},
		{{Void: true}, {Got: 300, Target: 300.5}, {Got: 3, Void: true, Target: 0}}, // what cannot be was made: shown
	}})
	var got []string
	for _, r := range v.Rows {
		for _, c := range r.Cells {
			got = append(got, strconv.Itoa(c.Shade)+" "+c.Got+" "+c.Miss.Text())
		}
	}
	want := []string{"6 600 0", "1 1 ▼ −4", "0 0 ", "0  ", "3 300 −0.5", "1 3 ▲ +3"}
	if !slices.Equal(got, want) || !v.Void || len(v.misses) != 4 {
		t.Errorf("%q with %d targets, want %q", got, len(v.misses), want)
	}
}

func TestOverview(t *testing.T) {
	p := &Page{
		Charts: []Chart{
			{Name: "even", Bars: []Bar{{"a", 10, 10.5}, {"b", 11, 10.5}}},
			{Name: "free", Bars: []Bar{{"a", 10, -1}}},
			{Name: "loose", Within: 10, Bars: []Bar{{"a", 15, 10}, {"b", 5, 10}}},
		},
		Heats: []Heat{{Name: "crossed", Rows: []string{"x"}, Columns: []string{"1", "2"}, Cells: [][]Cell{{{Got: 2, Target: 6}, {Got: 8, Target: 6}}}}},
	}
	page := write(t, p)
	if !strings.Contains(page, "2 values are further from their targets") {
		t.Error("the page does not count the misses")
	}
	p.Heats = nil
	if page := write(t, p); !strings.Contains(page, "Every value is as close to its target") {
		t.Error("the page does not say that all is well")
	}
	d := newDeviation("crossed", "heat-1", []labelled{{"x, 1", newMiss(2, 6, 0), 1}, {"x, 2", newMiss(8, 6, 0), 1}, {"x, 3", newMiss(8, 6, 0), 1}})
	if d.Label != "x, 1" || d.Misses != 3 || d.BandX != "38.5%" || d.Band != "23%" || !slices.Equal(d.Dots, []dot{{"4%", true}, {"73%", true}}) {
		t.Errorf("%+v", d)
	}
}

// TestFoldTail: no row is lost, and what is kept is as it was.
func TestFoldTail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := Histogram{Edges: []float64{0}}
		n := rapid.IntRange(1, 60).Draw(t, "ranges")
		var rows int64 = 1
		for i := range n {
			h.Counts = append(h.Counts, rapid.Int64Range(0, 1+int64(1000>>min(i, 10))).Draw(t, "count"))
			h.Edges = append(h.Edges, h.Edges[i]+float64(rapid.IntRange(1, 3).Draw(t, "width")))
			rows += h.Counts[i]
		}
		h.Counts[0]++
		folded, is := foldTail(h, rows)
		if err := folded.validate(); err != nil {
			t.Fatal(err)
		}
		var sum int64
		for _, c := range folded.Counts {
			sum += c
		}
		last := len(folded.Counts) - 1
		if sum != rows || !slices.Equal(folded.Counts[:last], h.Counts[:last]) || folded.Edges[last+1] != h.Edges[n] {
			t.Errorf("%v became %v", h, folded)
		}
		if tail := folded.Counts[last]; is && 20*tail > rows {
			t.Errorf("%d of %d rows are in the tail", tail, rows)
		}
	})
}

func TestFoldTailOnlyLongOnes(t *testing.T) {
	for _, c := range []struct{ before, tail, want int }{{3, 50, 53}, {4, 50, 9}, {5, 50, 11}, {5, 8, 13}, {5, 9, 11}} {
		h := Histogram{Counts: make([]int64, c.before+c.tail), Edges: make([]float64, c.before+c.tail+1)}
		for i := range h.Edges {
			h.Edges[i] = float64(i)
		}
		for i := range c.before {
			h.Counts[i] = 100
		}
		if got, _ := foldTail(h, int64(100*c.before)); len(got.Counts) != c.want {
			t.Errorf("%d ranges and a tail of %d become %d, want %d", c.before, c.tail, len(got.Counts), c.want)
		}
	}
}

// TestQuantile counts rows one by one.
func TestQuantile(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		counts := rapid.SliceOfN(rapid.Int64Range(0, 20), 1, 12).Draw(t, "counts")
		counts[rapid.IntRange(0, len(counts)-1).Draw(t, "some")]++
		var ranges []int
		for i, n := range counts {
			for range n {
				ranges = append(ranges, i)
			}
		}
		part := float64(rapid.IntRange(1, 99).Draw(t, "percent")) / 100
		bin, inside := quantile(counts, int64(len(ranges)), part)
		want := ranges[int(math.Ceil(part*float64(len(ranges))-1e-9))-1]
		if bin != want || inside <= 0 || inside > 1+1e-9 {
			t.Errorf("%v of %v is in range %d at %v, want %d", part, counts, bin, inside, want)
		}
	})
}

// TestQuantileValue: the value lies in its range, and nobody is said to be above the largest.
func TestQuantileValue(t *testing.T) {
	h := Histogram{Edges: []float64{0, 100, 200}, Counts: []int64{10, 30}}
	for _, c := range []struct{ part, max, want float64 }{{0.25, 0, 100}, {0.125, 0, 50}, {0.5, 0, 133}, {1, 0, 200}, {1, 180, 180}, {0.95, 150, 150}} {
		h.Max = c.max
		if got := h.Quantile(c.part); got != c.want {
			t.Errorf("%v of the rows are below %v, want %v (at most %v)", c.part, got, c.want, c.max)
		}
	}
	if got := (Histogram{}).Quantile(0.5); got != 0 {
		t.Errorf("half of nothing is below %v", got)
	}
}

func TestHistogram(t *testing.T) {
	v := newHistogram(Histogram{Unit: "characters", Edges: []float64{0, 100, 200, 300, 400}, Counts: []int64{10, 0, 40, 20}})
	var got []string
	for _, c := range v.Columns {
		got = append(got, c.Range+" "+c.Count+" "+c.Height)
	}
	want := []string{"0 to under 100 10 37.5", "100 to under 200 0 0", "200 to under 300 40 150", "300 to under 400 20 75"}
	if !slices.Equal(got, want) || v.Marks[0].Label != "median ≈ 263" || v.Tail != "" || v.Rows != "70" {
		t.Errorf("%q, %+v", got, v.Marks)
	}
}

func TestTable(t *testing.T) {
	v := newTable(Table{Columns: []string{"rule", "rows", "right", "mixed"}, Rows: []Row{
		{[]string{"last fact", "12,000", "71.5 %", "1"}, Bad}, {[]string{"first", "−3", "−2 %", "a"}, Good}, {[]string{"", "–", "100%", ""}, Plain},
	}})
	var got []string
	for _, r := range v.Rows {
		for _, c := range r.Cells {
			got = append(got, c.Bar)
		}
	}
	var numbers []bool
	for _, c := range v.Columns {
		numbers = append(numbers, c.Numbers)
	}
	if want := []string{"", "", "71.5%", "", "", "", "", "", "", "", "100%", ""}; !slices.Equal(got, want) {
		t.Errorf("bars %q, want %q", got, want)
	}
	if want := []bool{false, true, true, false}; !slices.Equal(numbers, want) || !v.Flags || v.Rows[0].Flag != "bad" || v.Rows[2].Flag != "" {
		t.Errorf("numbers in %v, %+v", numbers, v)
	}
	if v := newTable(Table{Rows: make([]Row, 250)}); len(v.Rows) != 200 || v.Left != "50" {
		t.Errorf("%d rows and %q more", len(v.Rows), v.Left)
	}
}
