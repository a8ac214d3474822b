package describe

import "github.com/gridscribe/gridscribe/layout"

// halfHours is how many half hours a clock shows.
const halfHours = 24

// clockRelation returns the direction of a position of the clock, in half hours from 12. Between the quarters it is
// diagonal; a quarter is straight, and nothing else.
func clockRelation(half int) relation {
	quarter := halfHours / 4
	rel := relation{flags: relClock}
	switch half %= halfHours; {
	case half == 0:
		rel.rows, rel.flags = -1, relClock|relCol0
	case half < quarter:
		rel.rows, rel.cols = -1, 1
	case half == quarter:
		rel.cols, rel.flags = 1, relClock|relRow0
	case half < 2*quarter:
		rel.rows, rel.cols = 1, 1
	case half == 2*quarter:
		rel.rows, rel.flags = 1, relClock|relCol0
	case half < 3*quarter:
		rel.rows, rel.cols = 1, -1
	case half == 3*quarter:
		rel.cols, rel.flags = -1, relClock|relRow0
	default:
		rel.rows, rel.cols = -1, -1
	}
	return rel
}

// hourOf returns the half hours of a number or time.
func hourOf(t *readToken) (half int, ok bool) {
	if t.role == roleTime {
		return int(t.num), true
	}
	return int(t.num) * 2, t.role == roleNumber && t.num <= 12
}

// hour reads "3 o'clock position from B", "12:00 from B" or "2 position of a clock face".
func (r *Reader) hour() bool {
	t := r.token(0)
	half, ok := hourOf(t)
	if !ok {
		return r.unexpected(UnknownPhrase)
	}
	next := r.token(1)
	if t.role == roleNumber && next.role != roleOClock && next.role != roleSide && next.flags&flagSide == 0 && !r.bareHour() {
		return r.unexpected(UnknownPhrase)
	}
	r.at++
	if next.role == roleOClock {
		r.at++
	}
	return r.clockPlace(t, half, t.role == roleTime || next.role == roleOClock)
}

// bareHour reports whether the number at the current token, which is followed by nothing of a clock, is an hour of the one
// that was spoken of: "if A is the center of a clock face, B is at 3".
func (r *Reader) bareHour() bool {
	if r.center == nobodyHere || r.centerAt >= 0 || r.token(-1).role != roleAt {
		return false
	}
	switch next := r.token(1); next.role {
	case roleStop, roleEnd, roleComma, roleAnd:
		return true
	default:
		return next.newLine
	}
}

// clockPlace reads what follows a time: "position of a clock face", and the landmark. It must be plain that the time is
// one of a clock.
func (r *Reader) clockPlace(t *readToken, half int, plain bool) bool {
	if next := r.token(0); next.role == roleSide || next.flags&flagSide != 0 {
		r.at++
	}
	r.d.Vocabulary |= Clock
	if !r.put(t, clockRelation(half)) {
		return false
	}
	if n := r.clockFace(); n > 0 {
		r.at += n
		if r.token(0).role == roleCenter && r.token(0).num == 1 && (r.token(1).role == roleAt || r.token(1).role == roleOn) {
			r.at += 2
			return r.landmark()
		}
		return r.noLandmark()
	}
	if !plain && r.center == nobodyHere {
		return r.fail(AmbiguousDirection, int(t.start))
	}
	return r.link(false)
}

// clockFace returns how many tokens "of a clock face" is, 0 when it is not there.
func (r *Reader) clockFace() int {
	switch r.token(0).role {
	case roleOf, roleOn, roleAt:
	default:
		return 0
	}
	k := 1
	if r.token(k).role == roleDet {
		k++
	}
	if r.token(k).role != roleClock {
		return 0
	}
	k++
	if r.token(k).role == roleFace {
		k++
	}
	return k
}

// between reads "between 10 and 11" of a clock, or "between 2 and 3 rows above".
func (r *Reader) between() bool {
	t, last := r.token(1), r.token(3)
	if (t.role != roleNumber && t.role != roleTime) || r.token(2).role != roleAnd || last.role != t.role {
		return r.unexpected(UnknownPhrase)
	}
	if r.isUnit(4) {
		return r.counted()
	}
	from, ok1 := hourOf(t)
	to, ok2 := hourOf(last)
	if !ok1 || !ok2 {
		return r.unexpected(UnknownPhrase)
	}
	from, to = from%halfHours, to%halfHours
	switch {
	case (from+2)%halfHours == to:
	case (to+2)%halfHours == from:
		from = to
	default:
		return r.fail(AmbiguousDirection, int(t.start))
	}
	r.at += 4
	plain := t.role == roleTime
	if r.token(0).role == roleOClock {
		plain = true
		r.at++
	}
	return r.clockPlace(t, from+1, plain)
}

// isAngle reports whether "45 degree" or "angle of" starts at the current token.
func (r *Reader) isAngle() bool {
	k := 0
	if r.token(k).role == roleDet && r.token(k).flags&flagA != 0 {
		k++
	}
	t := r.token(k)
	return t.role == roleAngle || t.role == roleNumber && r.token(k+1).role == roleDegree
}

// angle reads "45 degree angle" and "angle of about 45 degrees" with its landmark. No other angle is understood: what it
// would be measured from is not said.
func (r *Reader) angle() bool {
	t := r.token(0)
	if t.role == roleDet {
		r.at++
		t = r.token(0)
	}
	if t.role == roleAngle {
		r.at++
		if r.token(0).role != roleOf {
			return r.unexpected(UnknownPhrase)
		}
		r.at++
		if r.token(0).role == roleAbout {
			r.at++
		}
	}
	if number := r.token(0); number.role != roleNumber || r.token(1).role != roleDegree {
		return r.unexpected(UnknownPhrase)
	} else if number.num != 45 {
		return r.unexpected(AmbiguousDirection)
	}
	r.at += 2
	if t.role != roleAngle && r.token(0).role == roleAngle {
		r.at++
	}
	if !r.put(t, relation{flags: relDiagonal | relAngle}) {
		return false
	}
	if r.beside || r.token(0).role != roleTo && r.token(0).role != roleFrom && r.token(0).role != roleOf {
		return r.noLandmark()
	}
	if !r.startsNoun(1) {
		return r.noLandmark()
	}
	r.at++
	return r.landmark()
}

// bearing reads "bearing of 90 degrees from B", clockwise from north.
func (r *Reader) bearing() bool {
	t := r.token(0)
	r.at++
	if r.token(0).role == roleOf {
		r.at++
	}
	number := r.token(0)
	if number.role != roleNumber || number.num > 360 {
		return r.unexpected(UnknownPhrase)
	}
	if number.num%45 != 0 {
		return r.unexpected(AmbiguousDirection)
	}
	r.at++
	if r.token(0).role == roleDegree {
		r.at++
	}
	relation := clockRelation(int(number.num) * halfHours / 360)
	relation.flags &^= relClock
	r.d.Vocabulary |= Compass
	return r.put(t, relation) && r.link(false)
}

// frame reads "if A is the center of a clock face", with a comma where a clause follows.
func (r *Reader) frame(before bool) bool {
	t := r.token(0)
	k := 0
	switch t.role {
	case roleIf, roleSuppose, roleWith:
		k = 1
		if r.token(k).role == roleThat {
			k++
		}
	default:
		return true
	}
	np, ok := r.nounPhrase(k)
	if !ok {
		r.at += k
		return r.unexpected(UnknownName)
	}
	n := r.centerAfter(np.after)
	if n == 0 || n == 1 {
		r.at += np.after
		return r.unexpected(UnknownPhrase)
	}
	owner := r.take(np)
	r.at += n
	if !r.setCenter(owner) {
		return false
	}
	if !before {
		return true
	}
	if r.conjunctionLen(0) == 0 {
		if r.token(0).role == roleThen {
			r.at++
			return true
		}
		return r.unexpected(Unfinished)
	}
	r.conjunction()
	return true
}

func (r *Reader) setCenter(owner placed) bool {
	if r.cornered {
		return r.fail(AmbiguousDirection, int(owner.at))
	}
	if r.center != nobodyHere && r.center != owner.name {
		return r.fail(AmbiguousReference, int(owner.at))
	}
	r.center = owner.name
	return true
}

// mainCenter reads "A is the center of a clock face" as a clause of its own.
func (r *Reader) mainCenter() bool {
	n := r.centerAfter(0)
	if n == 0 || len(r.subjects) != 1 {
		return r.unexpected(UnknownPhrase)
	}
	if r.at += n; r.token(-1).role == roleCenter {
		r.centerAt = int(r.token(-1).start)
	}
	return r.setCenter(r.subjects[0])
}

// centerAfter returns how many tokens from the k-th on say "is the center of a clock face", 0 when they do not.
func (r *Reader) centerAfter(k int) int {
	from := k
	if r.token(k).role == roleIs {
		k++
	}
	if role := r.token(k).role; role == roleAt || role == roleOn {
		k++
	}
	if r.token(k).role == roleDet {
		k++
	}
	if r.token(k).role != roleCenter || r.token(k).num != 0 {
		return 0
	}
	k++
	if r.token(k).role == roleOf {
		if k++; r.token(k).role == roleDet {
			k++
		}
		if r.token(k).role != roleClock {
			return 0
		}
		if k++; r.token(k).role == roleFace {
			k++
		}
	}
	return k - from
}

// firstOf returns the role of the first token from the k-th on that is no preposition or article.
func (r *Reader) firstOf(k int) wordRole {
	if role := r.token(k).role; role == roleAt || role == roleOn {
		k++
	}
	if r.token(k).role == roleDet {
		k++
	}
	return r.token(k).role
}

var anyCount = layout.Anything()
