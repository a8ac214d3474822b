package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
)

// what returns what is counted, in the plural.
func (q *Count) what() string {
	if q.What != "" {
		return describe.NounOf(q.What).Plural
	}
	for _, s := range q.Sieves {
		if s.By > InRoom {
			return "other things"
		}
	}
	return "things"
}

// AppendText appends the question.
func (q Count) AppendText(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	variant := q.Phrasing != Canonical
	if q.Counts != CountThings {
		if variant {
			return fmt.Appendf(dst, "Count the %s in each %s. Which %s has more than every other?", q.what(), q.line(), q.line())
		}
		return fmt.Appendf(dst, "Which %s holds the most %s?", q.line(), q.what())
	}
	if variant {
		dst = append(append(dst, "Count the "...), q.what()...)
		if len(q.Sieves) > 0 {
			dst = append(dst, " that are "...)
		}
	} else {
		dst = append(append(append(dst, "How many "...), q.what()...), " are "...)
	}
	for i, s := range q.Sieves {
		if i > 0 {
			dst = append(dst, " and "...)
		}
		dst = s.append(dst)
	}
	switch {
	case len(q.Sieves) == 0 && variant:
		dst = append(dst, " on the map"...)
	case len(q.Sieves) == 0:
		dst = append(dst, "there on the map"...)
	}
	if variant {
		return append(dst, '.')
	}
	return append(dst, '?')
}

// AppendConventions appends how rows are counted, and what the conditions mean.
func (q Count) AppendConventions(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	dst = q.appendExtents(q.appendGrid(dst))
	if q.Extended && q.What == "" {
		dst = append(dst, " A thing counts once, however many cells it takes up."...)
	}
	for _, s := range q.Sieves {
		dst = s.appendMeaning(dst)
	}
	return dst
}

// AppendFormat appends that a number is asked for.
func (q Count) AppendFormat(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	if q.Counts != CountThings {
		return fmt.Appendf(dst, "Answer with the number of the %s.", q.line())
	}
	return append(dst, "Answer with a number, 0 if there are none."...)
}

// AppendRationale appends every thing that counts and where it is, or how many each line holds.
func (q Count) AppendRationale(dst []byte) []byte {
	right, ok := q.solve()
	if !ok {
		return dst
	}
	if q.Counts != CountThings {
		counts, _, _ := q.lines()
		for i, n := range counts {
			if n > 0 {
				dst = fmt.Appendf(dst, "%s %d: %d.\n", capital(q.line()), i+1, n)
			}
		}
		return fmt.Appendf(dst, "No other %s holds %d.", q.line(), counts[right-1])
	}
	kept, _ := q.kept()
	in := q.of(q.What)
	for _, k := range kept {
		in &= k.in
	}
	for n, i := 0, 0; i < len(q.Map.Things); i++ {
		if in>>i&1 == 1 {
			n++
			t := &q.Map.Things[i]
			name := t.Name
			if t.Kind != "" {
				name = withArticle + t.Kind
			}
			dst = append(fmt.Appendf(dst, "%d. %s, ", n, capital(name)), ""...)
			dst = append(shownAt(dst, t.At()), '\n')
		}
	}
	return fmt.Appendf(dst, "That makes %d.", right)
}
