package describe

import "github.com/gridscribe/gridscribe/layout"

// count is how many of a unit.
type count struct {
	lo, hi int // hi is layout.Unbounded for any number
	row    bool
	col    bool
}

// isUnit reports whether the k-th token is what is counted: "rows", "steps".
func (r *Reader) isUnit(k int) bool {
	t := r.token(k)
	return t.role == roleRow || t.flags&flagUnit != 0 || t.role == roleGap && t.num == 1
}

// number reads a number; "a" is one where a unit follows.
func (r *Reader) number() (n int, ok bool) {
	t := r.token(0)
	switch {
	case t.role == roleNumber:
		n = int(t.num)
		r.at++
		if t.num >= 20 && t.num%10 == 0 && t.num < 100 && r.text[t.start] > '9' { // "twenty one"
			if u := r.token(0); u.role == roleNumber && r.text[u.start] > '9' && 0 < u.num && u.num < 10 {
				n += int(u.num)
				r.at++
			}
		}
		if n > layout.MaxSide+1 { // the row after so many others, or "fewer than" it
			return 0, r.fail(UnknownPhrase, int(t.start))
		}
		return n, true
	case t.role == roleDet && t.flags&flagA != 0 && r.isUnit(1):
		r.at++
		return 1, true
	}
	return 0, r.unexpected(UnknownPhrase)
}

// quantity reads "at least two rows" and the like.
func (r *Reader) quantity() (c count, ok bool) {
	t := r.token(0)
	c.hi = layout.Unbounded
	ok = true
	switch t.role {
	case roleExactly:
		r.at++
		c.lo, ok = r.number()
		c.hi = c.lo
	case roleAt:
		r.at += 2 // "at least"
		if r.token(-1).role == roleLeast {
			c.lo, ok = r.number()
		} else {
			c.hi, ok = r.number()
		}
	case roleMore, roleFewer, roleNo:
		no := t.role == roleNo
		if no {
			r.at++
		}
		more := r.token(0).role == roleMore
		if !more && r.token(0).role != roleFewer || r.token(1).role != roleThan {
			return c, r.unexpected(UnknownPhrase)
		}
		r.at += 2
		var n int
		if n, ok = r.number(); more == no {
			c.hi = n
		} else {
			c.lo = n
		}
		if more && !no {
			c.lo++
		} else if !more && !no {
			c.hi = n - 1
			c.lo = 0
		}
	case roleBetween, roleFrom:
		r.at++
		if c.lo, ok = r.number(); !ok {
			return c, false
		}
		if want := r.token(0).role; t.role == roleBetween && want != roleAnd || t.role == roleFrom && want != roleTo {
			return c, r.unexpected(UnknownPhrase)
		}
		r.at++
		c.hi, ok = r.number()
	default:
		if c.lo, ok = r.number(); !ok {
			return c, false
		}
		c.hi = c.lo
		if r.token(0).role == roleOr {
			r.at++
			if r.token(0).role == roleMore {
				r.at++
				c.hi = layout.Unbounded
			} else if c.hi, ok = r.number(); ok && c.hi != c.lo+1 {
				return c, r.unexpected(UnknownPhrase) // "two or five" leaves a gap
			}
		}
	}
	if !ok {
		return c, false
	}
	if c.lo > layout.MaxSide || c.hi > layout.MaxSide && c.hi != layout.Unbounded {
		return c, r.fail(UnknownPhrase, int(t.start))
	}
	unit := r.token(0)
	if !r.isUnit(0) {
		return c, r.unexpected(UnknownPhrase)
	}
	c.row, c.col = unit.role == roleRow && unit.num == 0, unit.role == roleRow && unit.num == 1
	r.at++
	return c, true
}

// counted reads "two rows above B" and the like.
func (r *Reader) counted() bool {
	start := r.token(0)
	c, ok := r.quantity()
	if !ok {
		return false
	}
	if c.lo = max(c.lo, 1); c.lo > c.hi { // "zero rows above", "fewer than one"
		return r.fail(Contradiction, int(start.start))
	}
	rel, ok := r.straight(&c)
	if !ok {
		return false
	}
	if !c.row && !c.col {
		rel.flags |= relSteps
	}
	rel.rows, rel.cols = 0, 0
	if !r.put(start, rel) {
		return false
	}
	if r.possessor.name != nobodyHere { // "to its left"
		if r.trailing || r.linked {
			return r.fail(AmbiguousDirection, int(r.possessor.at))
		}
		r.landmarks = append(r.landmarks[:0], r.possessor)
		return r.settle()
	}
	return r.countedLink()
}

// countedLink reads the landmark of a counted direction, which may be a row or column of the grid.
func (r *Reader) countedLink() bool {
	switch r.token(-1).role {
	case roleAbove, roleOver:
		if r.startsNoun(0) {
			return r.landmark()
		}
	case roleHigher:
		return r.link(true)
	}
	return r.link(r.token(-2).role == roleFurther)
}

// straight reads the direction of a count: along the axis of its unit, if that has one.
func (r *Reader) straight(c *count) (rel relation, ok bool) {
	for {
		t := r.token(0)
		if t.role == roleDirectly && t.num == 1 || t.role == roleStraightly {
			rel.flags |= relStraight
		} else if t.role != roleDirectly {
			break
		}
		r.at++
	}
	r.possessor.name = nobodyHere
	if role := r.token(0).role; role == roleTo || role == roleOn {
		switch its := r.token(1); its.role {
		case roleDet:
			r.at += 2
		case roleIts:
			r.at++
			name, ok := r.antecedent(r.owner)
			if !ok {
				return rel, false
			}
			r.possessor = placed{name, its.start}
			r.at++
		}
	}
	t := r.token(0)
	if t.role == roleFurther && r.token(2).role == roleThan { // "two rows further up than"
		r.at++
		t = r.token(0)
	}
	if t.role == roleHigher && c.row && r.token(1).role == roleThan {
		rel.rows = t.rows
		r.at++
		r.words(t)
		return c.along(rel), true
	}
	over := t.role == roleOver || t.role == roleAbove
	if t.role == roleHigher || t.role == roleDir && t.flags&flagNoun != 0 && t.num == 0 {
		return rel, r.unexpected(AmbiguousDirection)
	}
	if !over && t.role != roleDir || t.flags&flagNoun != 0 || t.num == 2 {
		if letters, found := r.compassLetters(0); found && (r.token(1).role == roleOf || r.token(1).role == roleFrom) {
			rel.rows, rel.cols = letters.rows, letters.cols
		} else {
			return rel, r.unexpected(UnknownPhrase)
		}
	} else {
		rel.rows, rel.cols = t.rows, t.cols
	}
	if next := r.token(1); rel.rows != 0 && rel.cols != 0 || !over && next.role == roleDir {
		return rel, r.unexpected(AmbiguousDirection) // how far "two steps to the upper left" is
	}
	if c.row && rel.cols != 0 || c.col && rel.rows != 0 {
		return rel, r.unexpected(Contradiction)
	}
	r.at++
	if r.token(0).role == roleHand {
		r.at++
	}
	if r.token(0).role == roleSide && r.token(0).num == 0 {
		r.at++
	}
	r.words(t)
	return c.along(rel), true
}

// along returns the relation of so many to the side of rel.
func (c *count) along(rel relation) relation {
	lo, hi := c.lo, c.hi
	if rel.rows+rel.cols < 0 {
		lo, hi = -hi, -lo
	}
	if rel.rows != 0 {
		rel.flags |= relRows
		rel.countRows = layout.Interval{Lo: lo, Hi: hi}
	} else {
		rel.flags |= relCols
		rel.countCols = layout.Interval{Lo: lo, Hi: hi}
	}
	return rel
}

// bound reads "no higher than 2 rows above B" and "no further left than column 3".
func (r *Reader) bound() bool {
	start := r.token(0)
	r.at++
	t := r.token(0)
	if t.role == roleFurther {
		r.at++
		if t = r.token(0); t.role != roleDir || t.rows != 0 && t.cols != 0 || t.flags&flagNoun != 0 {
			return r.unexpected(UnknownPhrase)
		}
	}
	r.at++
	if r.token(0).role != roleThan {
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	r.words(t)
	vertical, from := t.rows != 0, t.rows+t.cols < 0 // from is no further up or left: a least difference
	x := 0
	if r.startsCount() {
		c, ok := r.quantity()
		if !ok {
			return false
		}
		rel, ok := r.straight(&c)
		if !ok {
			return false
		}
		if r.possessor.name != nobodyHere {
			return r.fail(UnknownPhrase, int(r.possessor.at))
		}
		v := rel.countRows
		if rel.flags&relCols != 0 {
			v = rel.countCols
		}
		if v.Lo != v.Hi || vertical != (rel.flags&relRows != 0) {
			return r.fail(UnknownPhrase, int(start.start))
		}
		x = v.Lo
		if last := r.token(-1).role; last != roleAbove && last != roleOver {
			if role := r.token(0).role; role != roleOf && role != roleFrom {
				return r.unexpected(UnknownPhrase)
			}
			r.at++
		}
	}
	v := layout.Interval{Lo: x, Hi: layout.Unbounded}
	if !from {
		v = layout.Interval{Lo: -layout.Unbounded, Hi: x}
	}
	if ok, done := r.boundByGrid(vertical, v); done {
		return ok
	}
	rel := relation{flags: relRows, countRows: v}
	if !vertical {
		rel = relation{flags: relCols, countCols: v}
	}
	return r.put(start, rel) && r.landmark()
}

func (r *Reader) startsCount() bool {
	t := r.token(0)
	return t.role == roleNumber && r.isUnit(1) || t.role == roleDet && t.flags&flagA != 0 && r.isUnit(1)
}

// same reads "same row as B", and "same row" of two subjects.
func (r *Reader) same() bool {
	t := r.token(0)
	r.at++
	var flags relFlags
	for {
		axial := relFlags(0)
		if a := r.token(0); a.role == roleAxial {
			axial = axialFlags(a)
			r.at++
		}
		noun := r.token(0)
		switch {
		case noun.role == roleRow && noun.num == 0 && axial != relVertical,
			noun.role == roleLevel && noun.num == 0 && axial == 0,
			noun.role == roleLine && axial == relHorizontal:
			flags |= relRow0
		case noun.role == roleRow && noun.num == 1 && axial != relHorizontal,
			noun.role == roleLevel && noun.num == 1 && axial == 0,
			noun.role == roleLine && axial == relVertical:
			flags |= relCol0
		case noun.flags&flagSame != 0 && axial == 0:
			flags |= relRow0 | relCol0
		default:
			return r.unexpected(UnknownPhrase)
		}
		r.at++
		// "and the same column", "and column"
		k := 1
		if r.token(0).role != roleAnd {
			break
		}
		if r.token(k).role == roleOn {
			k++
		}
		if r.token(k).role == roleDet {
			k++
		}
		if r.token(k).role == roleSame {
			k++
		}
		if next := r.token(k); next.role != roleRow && next.role != roleLevel || k == 2 {
			break
		}
		r.at += k
	}
	if !r.put(t, relation{flags: flags}) {
		return false
	}
	if r.token(0).role != roleAs || r.token(1).role == roleWell {
		return r.noLandmark()
	}
	r.at++
	if role := r.token(0).role; role == roleAnd || role == roleComma {
		r.linked = true
		return r.noLandmark()
	}
	return r.landmark()
}

// higherRow reads "higher row than B" after "in a".
func (r *Reader) higherRow() bool {
	t := r.token(0)
	if r.token(1).num != 0 || r.token(2).role != roleThan {
		return r.unexpected(UnknownPhrase)
	}
	r.at += 2
	r.d.Vocabulary |= Spatial
	return r.put(t, relation{rows: t.rows, flags: relOpen}) && r.link(true)
}

// rowAside reads "column to the left of B" after "in a", or after "in the": that is the one next to B.
func (r *Reader) rowAside(the bool) bool {
	t := r.token(0)
	c := count{lo: 1, hi: layout.Unbounded, row: t.num == 0, col: t.num == 1}
	r.at++
	if the {
		c.hi = 1
		for r.token(0).role == roleDirectly {
			r.at++
		}
	}
	rel, ok := r.straight(&c)
	if !ok || r.possessor.name != nobodyHere || rel.flags&relStraight != 0 {
		return r.unexpected(UnknownPhrase)
	}
	rel.rows, rel.cols = 0, 0 // the count says the side, at any distance in every reading
	return r.put(t, rel) && r.countedLink()
}
