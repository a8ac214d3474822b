package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// Nearest asks which thing is the nearest to another, or the farthest from it, or for the order. The zero Nearest asks nothing, and no response to
// it is right.
type Nearest struct {
	chart
	From     string   // the thing to measure from
	Of       []string // those to choose from, in the order in which they are named
	All      bool     // they are all things on the map beside the first, and are not named
	Farthest bool     // the farthest is asked for, or the order from the farthest
	Ordered  bool     // all of them are asked for, in their order
	Metric   layout.Metric
	Phrasing Phrasing
}

// Family returns "nearest".
func (Nearest) Family() string { return NearestFamily{}.Name() }

// solve returns the candidates in order, the answer first; ok is false where some that matter are as far as each other or may be.
func (q *Nearest) solve() (order []away, ok bool) {
	if q.Map == nil || len(q.Of) < 2 || len(q.Of) > mostCharted {
		return nil, false
	}
	order = make([]away, 0, len(q.Of))
	for _, name := range q.Of {
		a, ok := q.away(name)
		if !ok || name == q.From {
			return nil, false
		}
		order = append(order, a)
	}
	if q.All {
		// Something else may stand on a hidden cell.
		from := q.Map.Things[q.Map.ThingNamed(q.From)].Cells
		if q.Extended {
			from = q.chart.most(q.Map.ThingNamed(q.From))
		}
		if q.hides() && q.Farthest {
			from = q.Map.Things[q.Map.ThingNamed(q.From)].Cells
		}
		for i, g := range q.Map.Ground {
			if g == layout.Hidden {
				d, _, _ := q.Metric.Nearest(from, []layout.Cell{q.Map.Cell(i)})
				order = append(order, away{"", d, d})
			}
		}
	}
	slices.SortFunc(order, func(a, b away) int {
		if q.Farthest {
			return b.least - a.least
		}
		return a.most - b.most
	})
	for i := 1; i < len(order); i++ {
		switch {
		case q.Ordered && !q.beyond(order[i-1], order[i], 1):
			return nil, false
		case !q.beyond(order[0], order[i], 1):
			return nil, false
		}
	}
	return order, order[0].name != ""
}

// Answer returns the thing that is asked for, a Word, or a Sequence where the order is.
func (q Nearest) Answer() Answer {
	order, ok := q.solve()
	if !ok {
		return Word("")
	}
	if !q.Ordered {
		return Word(order[0].name)
	}
	names := make(Sequence, len(order))
	for i := range order {
		names[i] = order[i].name
	}
	return names
}

// Difficulty counts the distances to find and to compare.
func (q Nearest) Difficulty() int {
	if q.Map == nil {
		return 1
	}
	steps := 2 + len(q.Of)*[layout.Metrics]int{3, 3, 5, 5}[q.Metric%layout.Metric(layout.Metrics)]
	for _, name := range append([]string{q.From}, q.Of...) {
		if t := q.thing(name); t != nil && len(t.Cells) > 1 {
			steps += 2
		}
	}
	if q.Ordered {
		steps += len(q.Of)
	}
	return steps
}

// Mistakes returns the second, what other metrics tell, the opposite and the rest; of an order, it turned round and with neighbours swapped.
func (q Nearest) Mistakes() []Answer {
	order, ok := q.solve()
	if !ok {
		return nil
	}
	right := q.Answer()
	all := make([]Answer, 0, 8)
	add := func(a Answer) {
		if len(all) < 8 && a.String() != "" && !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	names := make(Sequence, 0, len(order))
	for _, a := range order {
		if a.name != "" {
			names = append(names, a.name)
		}
	}
	other := q
	if q.Ordered {
		turned := slices.Clone(names)
		slices.Reverse(turned)
		add(turned)
		for i := 1; i < len(names); i++ {
			swapped := slices.Clone(names)
			swapped[i-1], swapped[i] = swapped[i], swapped[i-1]
			add(swapped)
		}
		add(slices.Clone(Sequence(q.Of)))
		if len(names) > 2 {
			add(append(slices.Clone(names[1:]), names[0]))
		}
		return all
	}
	if len(names) > 1 {
		add(Word(names[1]))
	}
	for m := range layout.Metric(layout.Metrics) {
		other.Metric = m
		add(other.Answer())
	}
	for i := len(names) - 1; i > 0; i-- {
		add(Word(names[i]))
	}
	return all
}

// Verify grades a name, which may be said without its article, or names in order, joined by commas. What is hedged or denied and two different
// answers earn nothing.
func (q Nearest) Verify(response string) Verdict {
	if _, ok := q.solve(); !ok {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Answer
	var err error
	if q.Ordered {
		given, err = readSequence(response, q.Of)
	} else {
		options := optionsOf(q.Of...)
		for i, name := range q.Of {
			for _, what := range q.sense() {
				options[i].aliases = append(options[i].aliases, name+" "+what+q.From, name+" "+what+"it")
			}
		}
		given, err = readWord(response, options)
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(q.Answer()), q.Answer())
}

// sense returns what the question says of the thing that it asks for, in each phrasing, and the same with "the".
func (q *Nearest) sense() []string {
	switch two := !q.All && len(q.Of) == 2; {
	case two && q.Farthest:
		return []string{"is farther from ", "has the greater distance from ", "is the farther from ", "is farthest from ", "is the farthest from ",
			"has the greatest distance from "}
	case two:
		return []string{"is nearer to ", "has the smaller distance from ", "is the nearer to ", "is nearest to ", "is the nearest to ",
			"has the least distance from "}
	case q.Farthest:
		return []string{"is farthest from ", "has the greatest distance from ", "is the farthest from "}
	}
	return []string{"is nearest to ", "has the least distance from ", "is the nearest to "}
}

// Turn asks the same of the map moved.
func (q Nearest) Turn(s layout.Symmetry) (Instance, bool) {
	if _, ok := q.solve(); !ok {
		return nil, false
	}
	q.chart = q.turned(s)
	return q, true
}

// Contrast asks for the farthest instead of the nearest, or the other way round.
func (q Nearest) Contrast() (Instance, bool) {
	q.Farthest = !q.Farthest
	_, ok := q.solve()
	return q, ok
}

// Without asks the same with a cell hidden.
func (q Nearest) Without(piece int) (Instance, error) {
	was := q.Answer()
	c, err := q.without(q.Family(), piece)
	if err != nil {
		return nil, err
	}
	q.chart = c
	if _, ok := q.solve(); !ok || !q.Answer().Equal(was) {
		return nil, unsuitable(q.Family(), fmt.Sprintf("cell %d is needed", piece))
	}
	return q, nil
}

// AppendText appends the question.
func (q Nearest) AppendText(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	variant := q.Phrasing != Canonical
	if q.Ordered {
		first := "nearest"
		if q.Farthest {
			first = "farthest"
		}
		if variant {
			dst = append(appendList(append(dst, "Sort "...), q.Of, "and"), " by their distance from "...)
			return fmt.Appendf(dst, "%s. Which comes first, which next? Start with the %s.", q.From, first)
		}
		dst = append(appendList(append(dst, "Put "...), q.Of, "and"), " in the order of their distance from "...)
		return fmt.Appendf(dst, "%s, the %s first.", q.From, first)
	}
	what := q.sense()[0]
	if variant {
		what = q.sense()[1]
	}
	dst = append(dst, "Which "...)
	if q.All {
		dst = append(dst, "of all the other things on the map "...)
	} else {
		dst = append(appendList(append(dst, "of "...), q.Of, "and"), ' ')
	}
	return append(append(append(dst, what...), q.From...), '?')
}

// AppendConventions appends what the metric is, and from where extents are measured.
func (q Nearest) AppendConventions(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	dst = q.appendExtents(q.appendGrid(dst))
	dst = fmt.Appendf(dst, " Distances are %v. ", [...]string{"Manhattan", "Chebyshev", "Euclidean", "Euclidean"}[q.Metric%layout.Metric(layout.Metrics)])
	metric := q.Metric
	if metric == layout.SquaredEuclid {
		metric = layout.Euclid // the order is the same
	}
	dst = append(appendMetric(dst, metric), '.')
	if q.Extended {
		dst = append(dst, " Between things that take up several cells it is the least such distance between a cell of one and a cell of the other."...)
	}
	return dst
}

// AppendFormat appends that a name or names are asked for.
func (q Nearest) AppendFormat(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	if q.Ordered {
		return append(dst, "Answer with the names, joined by commas."...)
	}
	return append(dst, "Answer with its name."...)
}

// AppendRationale appends the distance of every candidate, squared for Euclidean ones, and what compares them.
func (q Nearest) AppendRationale(dst []byte) []byte {
	order, ok := q.solve()
	if !ok {
		return dst
	}
	what := "distance"
	if q.Metric >= layout.SquaredEuclid {
		what = "squared distance"
	}
	for _, name := range q.Of {
		a, _ := q.away(name)
		if a.least != a.most {
			dst = fmt.Appendf(dst, "%s: %s %d to %d.\n", capital(name), what, a.least, a.most)
		} else {
			dst = fmt.Appendf(dst, "%s: %s %d.\n", capital(name), what, a.most)
		}
	}
	if q.Ordered {
		return append(dst, "No two are the same."...)
	}
	return appendAll(dst, "Only ", order[0].name, " is so ", map[bool]string{true: "far away.", false: "near."}[q.Farthest])
}
