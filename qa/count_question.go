package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Counting is what a question about numbers of things asks. The zero value is CountThings.
type Counting uint8

// What is asked.
const (
	CountThings   Counting = iota // how many there are
	FullestRow                    // the row that holds the most of them
	FullestColumn                 // the column that does
	countings
)

// Count asks how many things there are: "How many chairs are above the stove?", or where the most are. The zero Count asks nothing, and no
// response to it is right.
type Count struct {
	chart
	Counts   Counting
	What     string  // the kind that is counted; "" for things of every kind
	Sieves   []Sieve // the conditions, all of which hold; shared, do not change them
	Phrasing Phrasing
}

// Family returns "count".
func (Count) Family() string { return CountFamily{}.Name() }

// kept returns what each condition keeps; ok is false where one has no meaning.
func (q *Count) kept() (kept []sieved, ok bool) {
	var floors []int8
	for _, s := range q.Sieves {
		if s.By == InRoom && floors == nil {
			floors = q.floors()
		}
		k, ok := q.sift(s, floors)
		if !ok {
			return nil, false
		}
		kept = append(kept, k)
	}
	return kept, true
}

// lines returns how many things each row or column holds, and how many hidden cells; ok is false where a thing may lie in several.
func (q *Count) lines() (counts, hidden []int, ok bool) {
	m := q.Map
	line := func(at layout.Cell) int { return at.Row }
	size := m.Rows
	if q.Counts == FullestColumn {
		line = func(at layout.Cell) int { return at.Col }
		size = m.Cols
	}
	counts, hidden = make([]int, size), make([]int, size)
	for i := range m.Things {
		t := &m.Things[i]
		if q.What != "" && t.Kind != q.What {
			continue
		}
		for _, at := range q.most(i) {
			if line(at) != line(t.Cells[0]) {
				return nil, nil, false
			}
		}
		counts[line(t.Cells[0])]++
	}
	for i, g := range m.Ground {
		if g == layout.Hidden {
			hidden[line(m.Cell(i))]++
		}
	}
	return counts, hidden, true
}

// fullest returns the line that holds the most, and how many those are; ok is false where several do, or may.
func (q *Count) fullest() (line, most int, ok bool) {
	counts, hidden, ok := q.lines()
	if !ok || len(counts) == 0 {
		return 0, 0, false
	}
	for i, n := range counts {
		if n > counts[line] {
			line = i
		}
	}
	for i, n := range counts {
		if i != line && n+hidden[i] >= counts[line] {
			return 0, 0, false
		}
	}
	return line, counts[line], true
}

// solve returns the answer; ok is false where there is none, or it is not known.
func (q *Count) solve() (answer int, ok bool) {
	if q.Map == nil || len(q.Map.Things) > mostCharted || q.Counts >= countings || q.What == "" && len(q.Sieves) == 0 && q.Counts == CountThings {
		return 0, false
	}
	if q.Counts != CountThings {
		line, _, ok := q.fullest()
		return line + 1, ok
	}
	kept, ok := q.kept()
	if !ok {
		return 0, false
	}
	return tallied(&q.chart, q.of(q.What), kept)
}

// Answer returns the count, or the number of the row or column from 1, a Number.
func (q Count) Answer() Answer {
	n, _ := q.solve()
	return Number{Value: n}
}

// Difficulty counts the things to look at and the conditions to hold them to.
func (q Count) Difficulty() int {
	if q.Map == nil {
		return 1
	}
	steps := 2 + len(q.Map.Things)/4 + 2*len(q.Sieves)
	for i := range q.Map.Things {
		if q.What == "" || q.Map.Things[i].Kind == q.What {
			steps++
		}
	}
	if q.Counts != CountThings {
		steps += 2
	}
	return steps
}

// Mistakes returns the counts without a condition, of other kinds and with the opposite condition, and those that are off by one; of lines the others
// that hold many, and lines counted from the other side.
func (q Count) Mistakes() []Answer {
	right, ok := q.solve()
	if !ok {
		return nil
	}
	all := make([]Answer, 0, 8)
	add := func(n int) {
		if a := (Number{Value: n}); n >= 0 && n != right && len(all) < 8 && !slices.Contains(all, Answer(a)) {
			all = append(all, a)
		}
	}
	if q.Counts != CountThings {
		counts, _, _ := q.lines()
		second := -1
		for i, n := range counts {
			if i != right-1 && (second < 0 || n > counts[second]) {
				second = i
			}
		}
		add(second + 1)
		add(len(counts) + 1 - right)
		other := q
		other.Counts = FullestRow + FullestColumn - q.Counts
		if n, ok := other.solve(); ok {
			add(n)
		}
		add(counts[right-1])
		add(max(right-1, 1))
		for _, n := range [...]int{right + 1, right + 2, right - 2} {
			if n >= 1 && n <= len(counts) {
				add(n)
			}
		}
		return all
	}
	kept, _ := q.kept()
	set := q.of(q.What)
	add(right + 1)
	add(right - 1)
	for i := range q.Sieves {
		rest := slices.Delete(slices.Clone(kept), i, i+1)
		if n, ok := tallied(&q.chart, set, rest); ok {
			add(n)
		}
		if s, ok := q.Sieves[i].opposite(); ok {
			other := q
			other.Sieves = slices.Clone(q.Sieves)
			other.Sieves[i] = s
			if n, ok := other.solve(); ok {
				add(n)
			}
		}
	}
	for _, kind := range q.kinds() {
		if n, ok := tallied(&q.chart, q.of(kind), kept); ok {
			add(n)
		}
	}
	for _, off := range [...]int{2, -2, 3} {
		add(right + off)
	}
	return all
}

// Verify grades a number, alone or with what was counted, as in "3 chairs", or with "row" or "column" before it where that is asked for.
func (q Count) Verify(response string) Verdict {
	right, ok := q.solve()
	if !ok {
		return Verdict{Reason: "nothing was asked"}
	}
	counted := q.counted()
	parse := func(text string) (Number, bool) {
		if q.Counts == CountThings {
			return numberOf(text, "", counted)
		}
		for _, before := range [...]string{"it is ", "in ", q.line() + " "} {
			if len(text) > len(before) && strings.EqualFold(text[:len(before)], before) {
				text = text[len(before):]
			}
		}
		return numberOf(text, "", nil)
	}
	given, err := settle(response, parse, func(text string, given *Number) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(Number{Value: right}), Number{Value: right})
}

// counted returns what may follow the number: what is counted, alone or with the conditions on it.
func (q *Count) counted() []string {
	all := []string{q.What, describe.NounOf(q.What).Plural, "things", "thing", "other things", "other thing", "of them"}
	conditions := "on the map"
	for i, s := range q.Sieves {
		if i == 0 {
			conditions = string(s.append(nil))
		} else {
			conditions = string(s.append(append([]byte(conditions), " and "...)))
		}
	}
	for _, what := range all[:6] {
		for _, is := range [...]string{" ", " are ", " is ", " that are ", " that is "} {
			all = append(all, strings.TrimSpace(what+is+conditions))
		}
	}
	return all
}

// line returns "row" or "column".
func (q *Count) line() string {
	if q.Counts == FullestColumn {
		return "column"
	}
	return "row"
}

// Turn asks the same of the map moved.
func (q Count) Turn(s layout.Symmetry) (Instance, bool) {
	if _, ok := q.solve(); !ok {
		return nil, false
	}
	sieves := make([]Sieve, len(q.Sieves))
	for i := range sieves {
		sieves[i] = q.Sieves[i].turned(s, q.Map.Rows, q.Map.Cols)
	}
	if q.Counts != CountThings && s.Cardinal(layout.N).Project(layout.Vertical) == layout.EQ {
		q.Counts = FullestRow + FullestColumn - q.Counts
	}
	q.Sieves, q.chart = sieves, q.turned(s)
	_, ok := q.solve()
	return q, ok
}

// Contrast asks with the first condition turned round that has an opposite: below for above, the column for the row.
func (q Count) Contrast() (Instance, bool) {
	if q.Map == nil {
		return nil, false
	}
	if q.Counts != CountThings {
		q.Counts = FullestRow + FullestColumn - q.Counts
		_, ok := q.solve()
		return q, ok
	}
	for i := range q.Sieves {
		if s, ok := q.Sieves[i].opposite(); ok {
			q.Sieves = slices.Clone(q.Sieves)
			q.Sieves[i] = s
			kept, ok := q.kept()
			if !ok || !telling(q.What, q.of(q.What), q.of(""), kept) {
				return nil, false
			}
			_, ok = q.solve()
			return q, ok
		}
	}
	return nil, false
}

// Without asks the same with a cell hidden.
func (q Count) Without(piece int) (Instance, error) {
	was, ok := q.solve()
	c, err := q.without(q.Family(), piece)
	if err != nil {
		return nil, err
	}
	q.chart = c
	if n, known := q.solve(); !ok || !known || n != was {
		return nil, unsuitable(q.Family(), fmt.Sprintf("cell %d is needed", piece))
	}
	return q, nil
}
