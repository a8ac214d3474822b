package report

import (
	"math"
	"strconv"
	"strings"
)

// Thousands writes 1234567 as 1,234,567.
func Thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	start := 0
	if n < 0 {
		start = 1
	}
	for i := len(s) - 3; i > start; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// decimal writes a number with at most one decimal, and thousands apart.
func decimal(x float64) string {
	s := strconv.FormatFloat(math.Abs(x), 'f', 1, 64)
	units, tenth, _ := strings.Cut(s, ".")
	if n, err := strconv.ParseInt(units, 10, 64); err == nil {
		units = Thousands(n)
	}
	if tenth != "0" {
		units += "." + tenth
	}
	if x < 0 && units != "0" {
		return "−" + units
	}
	return units
}

// signed writes a difference with its sign.
func signed(x float64) string {
	s := decimal(x)
	if x > 0 && s != "0" {
		return "+" + s
	}
	return s
}

// length writes a length in percent for an SVG attribute.
func length(x float64) string {
	if math.IsNaN(x) || math.IsInf(x, 0) {
		x = 0
	}
	s := strconv.FormatFloat(x, 'f', 2, 64)
	return strings.TrimSuffix(strings.TrimRight(s, "0"), ".") + "%"
}

// Percent writes a share, 0 to 1, with one digit after the point: "12.5 %". What is no number, as a share of nothing, is "–".
func Percent(share float64) string {
	if math.IsNaN(share) || math.IsInf(share, 0) {
		return "–"
	}
	return strconv.FormatFloat(100*share, 'f', 1, 64) + " %"
}

// share writes a part of a whole in percent, and tells none and all from nearly so.
func share(part, all int64) string {
	if all == 0 {
		return ""
	}
	x := float64(part) / float64(all)
	switch {
	case part == 0:
		return "0 %"
	case part == all:
		return "100 %"
	case x < 0.001:
		return "<0.1 %"
	}
	return Percent(x)
}

// miss is how far got is from its target.
type miss struct {
	Known bool // there is a target
	Off   bool // by more than it may
	Under bool
	Diff  float64
}

func newMiss(got int64, target, within float64) miss {
	if target < 0 {
		return miss{}
	}
	if within == 0 {
		within = 1
	}
	d := float64(got) - target
	// A millionth of a row is rounding: targets are sums and quotients of weights.
	return miss{Known: true, Off: within != Unjudged && math.Abs(d) > within+1e-6, Under: d < 0, Diff: d}
}

// Text is the difference as it is shown, with an arrow where it is too large.
func (m miss) Text() string {
	switch {
	case !m.Known:
		return ""
	case m.Off && m.Under:
		return "▼ " + signed(m.Diff)
	case m.Off:
		return "▲ " + signed(m.Diff)
	}
	return signed(m.Diff)
}
