package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// arranger finds questions about arrangements of a subject.
type arranger struct {
	s        Subject
	net      *layout.Network
	scratch  *prover
	trial    layout.Network // scratch of consistent
	facts    []layout.Fact  // scratch of always and never
	phrasing Phrasing
}

func (r *arranger) question(form Arrangement) Arrange {
	return Arrange{Names: r.s.Layout.Names(), Arrangement: form, Object: -1, Phrasing: r.phrasing}
}

// askThree draws a truth value first, then one of the forms, and takes the first triple that has it, in random order but
// those before that the fewest facts are about.
func (r *arranger) askThree(forms []Arrangement, src seed.Source) Arrange {
	triples := triples(r.net.Len(), src)
	values := []TruthValue{Yes, No, Unknown}
	seed.Shuffle(src, values)
	seed.Shuffle(src, forms)
	seed.Shuffle(src, triples)
	stated, possible := r.s.stated(), possibilitiesOf(r.net)
	// A stable sort by the pairs that facts relate, of which there are two at most.
	sorted := make([][3]int, 0, len(triples))
	for pairs := range 3 {
		for _, t := range triples {
			if stated.among(t) == pairs {
				sorted = append(sorted, t)
			}
		}
	}
	triples = sorted
	known := make([]TruthValue, len(forms)*len(triples))
	for _, value := range values {
		for i, form := range forms {
			for j, t := range triples {
				if form != Between && t[0] > t[1] {
					continue // a line of the same three
				}
				found := &known[i*len(triples)+j]
				if *found == 0 {
					*found = r.judge(r.net, form, t, possible.of(t[0], t[1]), possible.of(t[0], t[2]), possible.of(t[1], t[2]))
				}
				if *found != value {
					continue
				}
				if form == Between {
					seed.Shuffle(src, t[1:])
				} else {
					seed.Shuffle(src, t[:])
				}
				return r.three(form, t, value)
			}
		}
	}
	return Arrange{} // not reached: every triple has a value
}

func (r *arranger) three(form Arrangement, t [3]int, value TruthValue) Arrange {
	q := r.question(form)
	q.Objects, q.Value = t, value
	if value != Unknown {
		q.Needs = r.least(t, func(net *layout.Network) bool { return r.follows(net, form, t, value) })
	}
	return q
}

// follows reports whether an arrangement of three objects has a truth value other than unknown in the network of a part of the facts, given that it
// has it with all: whether no two relations of the first object to the others that speak against it are possible together.
func (r *arranger) follows(part *layout.Network, form Arrangement, t [3]int, value TruthValue) bool {
	first := layout.N
	if part.World().Sharing {
		first = layout.EQ
	}
	for c := first; c < layout.Cardinals; c++ {
		supposed := false
		for d := first; d < layout.Cardinals; d++ {
			if arranged(form, c, d) == (value == Yes) {
				continue
			}
			if !supposed {
				if supposed = true; !r.consistent(part, relationFact(t[0], t[1], c)) {
					break
				}
			}
			if r.trial.Allows(relationFact(t[0], t[2], d)) {
				return false
			}
		}
	}
	return true
}

// least returns the least number of facts from which something about three objects follows. Mostly those suffice that are on ways between the
// objects, so that the others need not be tried.
func (r *arranger) least(t [3]int, test func(*layout.Network) bool) int {
	return r.scratch.least(1, r.around(t, test), test)
}

// around returns the facts on ways between three objects where test holds from these, else nil for all.
func (r *arranger) around(t [3]int, test func(*layout.Network) bool) (within []int) {
	facts := r.net.Facts()
	ends := make([]int, r.net.Len()) // of facts that are left, by object
	out := make([]bool, len(facts))
	for i := range facts {
		if facts[i].Bordered() {
			return nil
		}
		ends[facts[i].Locatum]++
		ends[facts[i].Relatum]++
	}
	left := len(facts)
	for again := true; again; {
		again = false
		for i := range facts {
			f := &facts[i]
			if out[i] {
				continue
			}
			for _, end := range [2]int{f.Locatum, f.Relatum} {
				if !out[i] && ends[end] == 1 && end != t[0] && end != t[1] && end != t[2] {
					out[i], again = true, true
					left--
					ends[f.Locatum]--
					ends[f.Relatum]--
				}
			}
		}
	}
	within = make([]int, 0, left)
	for i := range facts {
		if !out[i] {
			within = append(within, i)
		}
	}
	if left == len(facts) || !r.scratch.holds(within, test) {
		return nil
	}
	return within
}

// mostTriples is how many triples are listed: all of 31 objects. Of more objects as many are drawn.
const mostTriples = 31 * 30 * 29 / 2

// triples lists every object with every two others, or of many objects some, drawn from src, perhaps one of them twice.
func triples(n int, src seed.Source) (all [][3]int) {
	all = make([][3]int, 0, min(n*(n-1)*(n-2)/2, mostTriples))
	if n*(n-1)*(n-2)/2 > mostTriples {
		for range mostTriples {
			a := src.Intn(n)
			b := (a + 1 + src.Intn(n-1)) % n
			c := src.Intn(n - 2)
			for _, taken := range [2]int{min(a, b), max(a, b)} {
				if c >= taken {
					c++
				}
			}
			all = append(all, [3]int{a, min(b, c), max(b, c)})
		}
		return all
	}
	for a := range n {
		for b := range n {
			for c := b + 1; c < n; c++ {
				if a != b && a != c {
					all = append(all, [3]int{a, b, c})
				}
			}
		}
	}
	return all
}

// judge says whether an arrangement of three objects follows from a network. It is exact: it tries every two relations
// that the first object may have to the others, but for those that the others' own relation does not allow.
func (r *arranger) judge(net *layout.Network, form Arrangement, t [3]int, first, second, third layout.CardinalSet) TruthValue {
	_, certain := first.Only()
	_, too := second.Only()
	certain = certain || too
	var may [2]bool // that they are so arranged, and that they are not
	for c := range layout.Cardinal(layout.Cardinals) {
		if !first.Has(c) {
			continue
		}
		supposed, consistent := false, false // that the first pair is so: in the scratch network, and there at all
		for d := range layout.Cardinal(layout.Cardinals) {
			k := 1
			if arranged(form, c, d) {
				k = 0
			}
			if may[k] || !second.Has(d) || c.Converse().Compose(d)&third == 0 {
				continue
			}
			if certain {
				may[k] = true
				continue
			}
			if !supposed {
				supposed, consistent = true, r.consistent(net, relationFact(t[0], t[1], c))
			}
			may[k] = consistent && r.trial.Allows(relationFact(t[0], t[2], d))
		}
		if may[0] && may[1] {
			break
		}
	}
	switch {
	case !may[1]:
		return Yes
	case !may[0]:
		return No
	}
	return Unknown
}

// arranged reports whether three objects are so arranged when the first has these relations to the two others.
func arranged(form Arrangement, c, d layout.Cardinal) bool {
	cRows, cCols := c.Signs()
	dRows, dCols := d.Signs()
	switch form {
	case Between:
		return c.Straight() && d == c.Converse()
	case OneRow:
		return cRows == 0 && dRows == 0
	}
	return cCols == 0 && dCols == 0
}

// relationFact states a whole relation at any distance, EQ too.
func relationFact(a, b int, c layout.Cardinal) layout.Fact {
	f := layout.Fact{Locatum: a, Relatum: b, Relation: c}
	if c == layout.EQ {
		f.Reading = layout.Measured
	}
	return f
}

// consistent reports whether facts can be added to a network; the scratch network then holds them too.
func (r *arranger) consistent(net *layout.Network, more ...layout.Fact) bool {
	for i, f := range more {
		if i == 0 {
			if !net.Allows(f) {
				return false
			}
			r.trial.CopyFrom(net)
		} else if !r.trial.Allows(f) {
			return false
		}
		if r.trial.Add(f) != nil {
			return false
		}
	}
	return true
}

// askName draws whether an object is to be named or none, and one of the forms to which the facts give that answer.
func (r *arranger) askName(forms []Arrangement, src seed.Source) (Arrange, bool) {
	all := make([]Arrange, 0, arrangements)
	for _, form := range forms {
		if object, ok := r.named(r.net, form); ok {
			q := r.question(form)
			q.Object = object
			all = append(all, q)
		}
	}
	all = narrow(src, all, func(q *Arrange) int { return min(q.Object+1, 1) })
	if len(all) == 0 {
		return Arrange{}, false
	}
	// Seldom it follows that an object is in a corner, and nearly always that none is: the one is asked first, the other seldom.
	corner := func(q *Arrange) bool { return q.Arrangement.corner() }
	if all[0].Object >= 0 {
		all = prefer(all, corner)
	} else if slices.ContainsFunc(all, func(q Arrange) bool { return corner(&q) }) && src.Intn(8) > 0 {
		all = prefer(all, func(q *Arrange) bool { return !corner(q) })
	}
	q := all[src.Intn(len(all))]
	form, likely := q.Arrangement, 0
	q.Needs = r.scratch.least(1, nil, func(net *layout.Network) bool {
		switch {
		case q.Object < 0:
			// The object that could be the one last time may well be so again.
			for k := range net.Len() {
				if a := (likely + k) % net.Len(); !r.never(net, form, a) {
					likely = a
					return false
				}
			}
			return true
		case !form.corner():
			return r.always(net, form, q.Object) // and then no other can be
		}
		object, ok := r.named(net, form)
		return ok && object == q.Object
	})
	return q, true
}

// named returns the object that is outermost or alone in a corner, -1 where there is none; ok is false where the network
// leaves that open, and where several share the corner.
func (r *arranger) named(net *layout.Network, form Arrangement) (object int, ok bool) {
	object = -1
	for a := range net.Len() {
		switch {
		case r.never(net, form, a):
		case object >= 0 || !r.always(net, form, a):
			return -1, false
		default:
			object = a
		}
	}
	return object, true
}

// always reports whether an object must be the outermost, or in the corner.
func (r *arranger) always(net *layout.Network, form Arrangement, a int) bool {
	r.facts = r.claims(r.facts[:0], form, a, net.Len())
	for _, f := range r.facts {
		if net.Judge(f) != layout.Entailed {
			return false
		}
	}
	return true
}

// never reports whether an object cannot be the outermost, or in the corner.
func (r *arranger) never(net *layout.Network, form Arrangement, a int) bool {
	r.facts = r.claims(r.facts[:0], form, a, net.Len())
	for _, f := range r.facts {
		if !net.Allows(f) {
			return true
		}
	}
	return len(r.facts) > 1 && !r.consistent(net, r.facts...)
}

// claims appends what makes an object the outermost, or the one in a corner.
func (r *arranger) claims(all []layout.Fact, form Arrangement, a, n int) []layout.Fact {
	if form.corner() {
		return append(all, cornerFact(r.s.World, form, a))
	}
	for b := range n {
		if b != a {
			all = append(all, layout.Fact{Locatum: a, Relatum: b, Relation: form.side(), Reading: layout.HalfPlane})
		}
	}
	return all
}

// cornerFact states that an object is in a corner of a grid with an end.
func cornerFact(w layout.World, form Arrangement, a int) layout.Fact {
	f := layout.Fact{Locatum: a, Relatum: layout.TopLeft, Reading: layout.Measured}
	if form == InBottomLeft || form == InBottomRight {
		f.Rows = layout.Interval{Lo: w.Rows - 1, Hi: w.Rows - 1}
	}
	if form == InTopRight || form == InBottomRight {
		f.Cols = layout.Interval{Lo: w.Cols - 1, Hi: w.Cols - 1}
	}
	return f
}
