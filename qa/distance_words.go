package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
)

// append appends what an end is called.
func (e End) append(dst []byte) []byte {
	if e.Thing != "" {
		return append(dst, e.Thing...)
	}
	return shownAt(dst, e.Cell)
}

// AppendText appends the question.
func (q Distance) AppendText(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	in := ""
	if q.Scale > 0 {
		in = ", in metres"
	}
	if q.Phrasing != Canonical {
		dst = q.From.append(append(dst, "How far is it from "...))
		dst = q.To.append(append(dst, " to "...))
		return fmt.Appendf(dst, ", as the %v distance%s?", q.Metric, in)
	}
	dst = fmt.Appendf(dst, "What is the %v distance between ", q.Metric)
	dst = q.From.append(dst)
	dst = q.To.append(append(dst, " and "...))
	return append(append(dst, in...), '?')
}

// appendMetric appends what the distance of two cells is, as the start of a sentence without its full stop.
func appendMetric(dst []byte, m layout.Metric) []byte {
	return append(dst, [...]string{
		layout.Manhattan:     "The Manhattan distance of two cells is the difference of their rows plus the difference of their columns",
		layout.Chebyshev:     "The Chebyshev distance of two cells is the larger of the difference of their rows and the difference of their columns",
		layout.SquaredEuclid: "The squared Euclidean distance of two cells is the square of the difference of their rows plus the square of the difference of their columns",
		layout.Euclid: "The Euclidean distance of two cells is the square root of the sum of the square of the difference of their rows and the square of the " +
			"difference of their columns",
	}[m%layout.Metric(layout.Metrics)]...)
}

// AppendConventions appends what the metric is, from where extents are measured, and the scale.
func (q Distance) AppendConventions(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	dst = q.appendExtents(q.appendGrid(dst))
	dst = append(appendMetric(append(dst, ' '), q.Metric), '.')
	switch {
	case q.Centres:
		dst = append(dst, " Things are measured between their centres: the centre of a thing lies midway between its first and its last row and midway between "+
			"its first and its last column, so that it may have half rows and half columns."...)
	case q.Extended:
		dst = append(dst, " Between things that take up several cells it is the least such distance between a cell of one and a cell of the other."...)
	}
	if q.Scale > 0 {
		dst = fmt.Appendf(dst, " A cell is %v m wide and %v m high.", trimmed(Number{Value: q.Scale, Decimals: 1}), trimmed(Number{Value: q.Scale, Decimals: 1}))
	}
	return dst
}

// AppendFormat appends that a number is asked for, and how it is rounded.
func (q Distance) AppendFormat(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	switch {
	case q.Metric == layout.Euclid && q.Scale > 0:
		return append(dst, "Answer with a number of metres, rounded to one decimal."...)
	case q.Metric == layout.Euclid:
		return append(dst, "Answer with a number of cells, rounded to one decimal."...)
	case q.Scale > 0:
		return append(dst, "Answer with a number of metres, not rounded."...)
	case q.Metric == layout.SquaredEuclid:
		return append(dst, "Answer with a number, not rounded."...)
	}
	return append(dst, "Answer with a number of cells."...)
}

// AppendRationale appends where both are, the differences, and what they come to.
func (q Distance) AppendRationale(dst []byte) []byte {
	right, ok := q.solve()
	if !ok {
		return dst
	}
	a, b := q.shape(q.From), q.shape(q.To)
	rows, cols, _ := q.differences(&a, &b)
	halves := func(n int) Number { return trimmed(Number{Value: 5 * n, Decimals: 1}) }
	_, at, to := q.Metric.Nearest(a.known, b.known)
	for i, e := range [...]End{q.From, q.To} {
		s, from := [...]*endCells{&a, &b}[i], [...]layout.Cell{at, to}[i]
		switch {
		case e.Thing == "":
		case q.Centres:
			dst = fmt.Appendf(dst, "%s has its centre at row %v, column %v.\n", capital(e.Thing), halves(s.first.Row+s.last.Row+2), halves(s.first.Col+s.last.Col+2))
		default:
			dst = fmt.Appendf(dst, "%s is measured at row %d, column %d.\n", capital(e.Thing), from.Row+1, from.Col+1)
		}
	}
	rows, cols = max(rows, -rows), max(cols, -cols)
	dst = fmt.Appendf(dst, "The rows differ by %v, the columns by %v.\n", halves(rows), halves(cols))
	plain := trimmed(Number{Value: 5 * q.Metric.Of(rows, cols), Decimals: 1})
	if q.Metric == layout.SquaredEuclid || q.Metric == layout.Euclid {
		plain = trimmed(Number{Value: 25 * q.Metric.Of(rows, cols), Decimals: 2})
	}
	switch q.Metric {
	case layout.Chebyshev:
		dst = fmt.Appendf(dst, "max(%v, %v) = %v.", halves(rows), halves(cols), plain)
	case layout.SquaredEuclid:
		dst = fmt.Appendf(dst, "%v * %v + %v * %v = %v.", halves(rows), halves(rows), halves(cols), halves(cols), plain)
	case layout.Euclid:
		dst = fmt.Appendf(dst, "%v * %v + %v * %v = %v.", halves(rows), halves(rows), halves(cols), halves(cols), plain)
		scale := Number{Value: 1}
		if q.Scale > 0 {
			scale = trimmed(Number{Value: q.Scale, Decimals: 1})
		}
		right.Unit = ""
		return fmt.Appendf(dst, "\nsqrt(%v) * %v = %v, rounded.", plain, scale, right)
	default:
		dst = fmt.Appendf(dst, "%v + %v = %v.", halves(rows), halves(cols), plain)
	}
	if q.Scale > 0 {
		right.Unit = ""
		dst = fmt.Appendf(dst, "\n%v * %v = %v.", plain, trimmed(Number{Value: q.Scale, Decimals: 1}), right)
	}
	return dst
}
