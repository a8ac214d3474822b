package describe

// predicateState is what is known in the middle of a predicate.
type predicateState struct {
	landmarks []placed // those that were named last
	groups    []group  // what is said against each landmark of the predicate
	stamps    []groupStamp
	serial    uint32

	said      relation // what is said and not yet given a landmark
	saidAt    int
	puts      int    // how many parts it has
	linked    bool   // "left of and …": a landmark must follow
	trailing  bool   // said came after the landmarks
	beside    bool   // the place follows another with no conjunction
	bare      bool   // "above and left B": the landmark needs no "of"
	possessor placed // of the count that was read last: "two columns to its left"
	frameSays framed
	setting   setting
}

type group struct {
	landmark placed
	rel      relation
}

// groupStamp says where the group of an object is, if it is of this predicate.
type groupStamp struct {
	serial uint32
	at     int32
}

// setting is what a predicate says that is no place: of one subject, or of two that are set against each other.
type setting uint8

const (
	setThere setting = 1 << iota // "there"
	setNeeds                     // "parallel": how they are to each other must follow
	setLine                      // "in a vertical line"
	setGrid                      // "on a 5 by 5 grid"
	setSame                      // "in the same row"
)

// beginPlaces starts a predicate.
func (r *Reader) beginPlaces() {
	r.landmarks, r.groups = r.landmarks[:0], r.groups[:0]
	r.serial++
	r.said, r.saidAt, r.linked, r.trailing, r.beside, r.bare = relation{}, int(r.token(0).start), false, false, false, false
	r.frameSays.said, r.setting = 0, 0
}

// predicate reads places after the verb, or a setting, and adds the facts.
func (r *Reader) predicate() bool {
	r.beginPlaces()
	return r.places() && r.closePlaces()
}

// places reads places with what joins them, up to where something else starts.
func (r *Reader) places() bool {
	for {
		if !r.place() {
			return false
		}
		if goes, ok := r.anotherPlace(); !goes {
			return ok
		}
	}
}

// anotherPlace takes what leads to another place of the same predicate; goes is false when none follows.
func (r *Reader) anotherPlace() (goes, ok bool) {
	r.beside = false
	for {
		if r.ends() {
			return false, true
		}
		t := r.token(0)
		switch t.role {
		case roleToo:
			r.at++
			continue
		case roleAs:
			if r.token(1).role == roleWell {
				r.at += 2
				continue
			}
			return false, r.unexpected(Unfinished)
		case roleComma, roleAnd, roleThen:
			return r.afterConjunction()
		case roleWith, roleWhich, roleThat, roleIf, roleIs, roleStands:
			return false, true
		case roleThere:
			if r.isVerb(1) {
				return false, true
			}
		}
		if np, isName := r.nounPhrase(0); isName && r.verblessNext() && r.startsPlace(np.after) {
			return false, true
		}
		if !r.startsPlace(0) {
			return false, r.unexpected(Unfinished)
		}
		// "above B to the left", "above to the left of B": only these go without a conjunction.
		switch beside := r.startsBeside(); {
		case r.token(0).role == roleAt && len(r.groups) > 0 && r.token(1).role == roleDet && r.token(2).role == roleDir && r.token(3).role != roleOf:
			return false, r.unexpected(AmbiguousDirection) // "left of B at the top": of B or of all
		case len(r.landmarks) > 1:
			return false, r.unexpected(AmbiguousReference)
		case len(r.landmarks) == 1 && !r.trailing && beside:
		case len(r.groups) == 0 && r.said.directionless() && r.setting == 0:
		case len(r.groups) == 0 && r.bare && r.said.rows != 0 && r.said.cols == 0 && beside:
		default:
			return false, r.unexpected(Unfinished)
		}
		r.beside = true
		return true, true
	}
}

// startsBeside reports whether a place starts here that may follow another with no conjunction: adverbs and what has a
// preposition.
func (r *Reader) startsBeside() bool {
	for k := 0; ; k++ {
		switch t := r.token(k); t.role {
		case roleDirectly, roleStraightly, roleDiagonally:
			continue
		case roleTo, roleAt, roleOn:
			return true
		case roleComma, roleAnd, roleStop, roleEnd, roleQuestion, roleWith, roleToo, roleAs:
			return k > 0
		default:
			return t.newLine
		}
	}
}

// afterConjunction looks what a conjunction leads to. It is taken when another place follows.
func (r *Reader) afterConjunction() (goes, ok bool) {
	k := r.conjunctionLen(0)
	t := r.token(k)
	switch {
	case k == 0: // "then"
		k = 1
		if t = r.token(k); !r.startsPlace(k) {
			return false, r.unexpected(Unfinished)
		}
	case t.role == roleWith, t.role == roleWhich, t.role == roleThat, t.role == roleIf:
		return false, true
	case t.role == roleThere && r.isVerb(k+1), t.role == roleIt && r.isVerb(k+1):
		return false, true
	case r.isVerb(k):
		if r.owner != nobodyHere { // "A has B on its left and is above C"
			return false, true
		}
		if r.tailed {
			return false, r.unexpected(AmbiguousReference)
		}
		if r.relating && r.token(0).role == roleComma && k == 1 {
			return false, true
		}
		if r.token(k-1).role == roleComma {
			r.at += k
			return false, r.unexpected(Unfinished)
		}
		r.at += k
		r.verb()
		return true, true
	case t.role == roleToo && r.token(0).role == roleComma: // ", too"
		r.at += k
		return r.anotherPlace()
	case r.token(k-1).role == roleToo && (t.role == roleStop || t.role == roleEnd || t.newLine):
		r.at += k
		return false, true
	}
	if np, isName := r.nounPhrase(k); isName {
		next := r.token(np.after).role
		switch {
		case r.isVerb(np.after), next == roleHas:
			return false, true
		case next == roleComma && r.token(np.after+1).role == roleWhich:
			return false, true
		case r.verblessNext() && r.startsPlace(np.after):
			return false, true
		case next == roleAnd || next == roleComma: // "and B and C are"
			return false, true
		}
	}
	if !r.startsPlace(k) {
		if t.role == roleBad || t.role == roleUnknown {
			r.at += k
		}
		return false, r.unexpected(Unfinished)
	}
	if r.tailed && r.token(0).role == roleComma { // "A is above B, which is left of C, and below D": A or B
		return false, r.unexpected(AmbiguousReference)
	}
	r.at += k
	return true, true
}

// verblessNext reports whether the next clause may lack its verb: "A and B are parallel, and A on the left of B".
func (r *Reader) verblessNext() bool { return r.verbless || r.setting != 0 && len(r.subjects) == 2 }

// closePlaces ends a predicate: it adds its facts, or remembers what has no landmark.
func (r *Reader) closePlaces() bool {
	at := r.saidAt
	switch {
	case r.linked:
		return r.unexpected(UnknownName)
	case r.said.empty():
		if len(r.groups) == 0 && r.frameSays.said == 0 && r.setting == 0 {
			return r.unexpected(UnknownPhrase)
		}
	case r.said.flags&relCorner != 0 && len(r.groups) == 0 && r.frameCorner():
	case r.strayCorner():
		return r.fail(AmbiguousDirection, at)
	case len(r.groups) == 1 || len(r.groups) > 1 && len(r.groups) == len(r.landmarks):
		for i := range r.groups {
			if !r.groups[i].rel.merge(&r.said) {
				return r.fail(Contradiction, at)
			}
		}
	case len(r.groups) > 1:
		return r.fail(AmbiguousReference, at)
	case r.owner != nobodyHere && r.said.direct():
		r.landmarks = append(r.landmarks[:0], placed{r.owner, int32(at)})
		if !r.settle() {
			return false
		}
	case r.said.rows == 0 && r.said.cols == 0 && r.said.flags&relSays == relRow0|relCol0 && len(r.subjects) == 2:
		if !r.emit(r.subjects[0], r.subjects[1], r.said) {
			return false
		}
	case r.said.rows == 0 && r.said.cols == 0 && r.said.flags&relSays&(relRow0|relCol0) != 0 &&
		r.said.flags&(relRows|relCols) == 0 && len(r.subjects) == 2:
		r.setting |= setLine
		if r.said.flags&relCol0 != 0 {
			r.said.flags |= relVertical
		} else {
			r.said.flags |= relHorizontal
		}
	case r.setting&setLine != 0:
	case !r.said.direct():
		if r.setting != 0 && r.said.flags&^(relStraight|relVertical|relHorizontal) == 0 {
			break
		}
		if r.said.flags&(relDiagonal|relAngle) != 0 {
			return r.fail(AmbiguousDirection, at)
		}
		return r.unexpected(UnknownPhrase)
	default:
		if len(r.subjects) != 1 {
			return r.fail(AmbiguousReference, at)
		}
		if r.said.flags&relLoose != 0 && r.said.cols == 0 {
			return r.fail(AmbiguousDirection, at)
		}
		r.pending = append(r.pending, pendingPlace{r.subjects[0], r.said, at})
	}
	if r.frameSays.said != 0 && r.owner != nobodyHere {
		return r.fail(UnknownPhrase, at) // "B has A in the second row"
	}
	for i := range r.groups {
		if r.owner != nobodyHere && r.groups[i].landmark.name != r.owner {
			return r.fail(AmbiguousReference, int(r.groups[i].landmark.at)) // "A has B above C"
		}
	}
	if len(r.groups) > 1 && len(r.subjects) > 1 {
		return r.fail(AmbiguousReference, at) // "A and B are above C and D": each, or one each
	}
	for _, subject := range r.subjects {
		for i := range r.groups {
			g := &r.groups[i]
			if !r.emit(subject, g.landmark, g.rel) {
				return false
			}
		}
		if r.frameSays.said != 0 {
			r.framedFacts(subject, &r.frameSays)
		}
	}
	return r.closeSetting()
}

// closeSetting notes what a setting says of the subjects.
func (r *Reader) closeSetting() bool {
	if r.setting == 0 {
		return true
	}
	if r.setting&setNeeds != 0 && len(r.groups) > 0 {
		return r.fail(AmbiguousDirection, r.saidAt)
	}
	if r.setting&setGrid != 0 && r.setting&^setGrid == 0 || len(r.groups) > 0 {
		return true
	}
	switch n := len(r.subjects); {
	case n == 2:
		if r.paired != noPair {
			return r.unexpected(AmbiguousReference)
		}
		r.pair, r.verbless = [2]int32{r.subjects[0].name, r.subjects[1].name}, true
		if r.pair[0] == r.pair[1] {
			return r.fail(SelfRelation, int(r.subjects[1].at))
		}
		r.paired, r.pairCon = pairThere, r.said.flags&(relVertical|relHorizontal)
		if r.setting&setNeeds != 0 {
			r.paired = pairNeeds
		} else if r.setting&setLine != 0 {
			r.paired = pairInLine
		}
		if r.pairCon == relVertical|relHorizontal {
			return r.fail(Contradiction, r.saidAt)
		}
	case r.setting&(setNeeds|setLine) != 0:
		return r.fail(AmbiguousDirection, r.saidAt)
	case n == 1:
		if r.anchor != nobodyHere {
			return r.fail(AmbiguousReference, int(r.subjects[0].at))
		}
		r.anchor, r.verbless = r.subjects[0].name, false
	}
	return true
}

// settle gives what was said to the landmarks.
func (r *Reader) settle() bool {
	for _, landmark := range r.landmarks {
		if landmark.name == noName { // a question about an object that the text does not name
			return r.fail(UnknownName, int(landmark.at))
		}
		if !r.group(landmark).merge(&r.said) {
			return r.fail(Contradiction, r.saidAt)
		}
	}
	r.said = relation{}
	return true
}

// group returns what is said against a landmark in this predicate.
func (r *Reader) group(landmark placed) *relation {
	if landmark.name < 0 { // it failed before
		return new(relation)
	}
	for int(landmark.name) >= len(r.stamps) {
		r.stamps = append(r.stamps, groupStamp{})
	}
	stamp := &r.stamps[landmark.name]
	if stamp.serial != r.serial {
		*stamp = groupStamp{r.serial, int32(len(r.groups))}
		r.groups = append(r.groups, group{landmark: landmark})
	}
	return &r.groups[stamp.at].rel
}

// put adds to what is said; the words stand at this token.
func (r *Reader) put(t *readToken, rel relation) bool {
	at := int(t.start)
	if r.said.empty() {
		r.saidAt, r.puts = at, 0
	}
	r.puts++
	if !r.said.merge(&rel) {
		return r.fail(Contradiction, at)
	}
	return true
}

// link takes "of" and the like after a direction, with the landmarks; without it, what was said waits for them.
func (r *Reader) link(than bool) bool {
	t := r.token(0)
	switch {
	case t.role == roleOf, t.role == roleFrom, t.role == roleThan && than:
		r.at++
	case t.role == roleTo:
		if !r.startsNoun(1) {
			return r.noLandmark()
		}
		if last := r.token(-1); last.role == roleDir && last.num == 1 {
			return r.unexpected(UnknownPhrase) // "up to B"
		}
		r.at++
	default:
		n := r.relativeTo(0)
		if n == 0 {
			if r.bare && r.said.rows != 0 && r.said.cols != 0 && !r.ends() && r.startsNoun(0) {
				return r.landmark()
			}
			return r.noLandmark()
		}
		r.at += n
	}
	switch r.token(0).role {
	case roleAnd, roleComma:
		r.linked = true
		return r.noLandmark()
	case roleQuestion:
		if r.asking { // "what is A north of?"
			return r.noLandmark()
		}
	}
	return r.landmark()
}

// relativeTo returns how many tokens from the k-th on say "relative to" or the like, 0 when there are none.
func (r *Reader) relativeTo(k int) int {
	from := k
	switch r.token(k).role {
	case roleWith, roleOn: // "with respect to", "in relation to"
		k++
		if role := r.token(k).role; role != roleRelative && role != roleRelation {
			return 0
		}
	case roleRelative:
	case roleAs: // "as seen from"
		if r.token(k+1).role == rolePlaced && r.token(k+2).role == roleFrom {
			return 3
		}
		return 0
	default:
		return 0
	}
	k++
	if role := r.token(k).role; role != roleTo && role != roleWith {
		return 0
	}
	return k + 1 - from
}

// noLandmark leaves what was said to a landmark before or after.
func (r *Reader) noLandmark() bool {
	if len(r.groups) == 0 {
		return true
	}
	if r.beside { // "above B to the left": it refines what is there
		if r.strayCorner() {
			return r.fail(AmbiguousDirection, r.saidAt)
		}
		return r.settle()
	}
	r.trailing = true
	return true
}

// strayCorner reports whether a corner was said that may be one of the grid, or one of a landmark said before.
func (r *Reader) strayCorner() bool {
	angle := r.said.flags
	for i := range r.groups {
		angle |= r.groups[i].rel.flags
	}
	return r.said.flags&relCorner != 0 && angle&relAngle == 0
}

// landmark reads landmarks and gives them what was said.
func (r *Reader) landmark() bool {
	same := int32(nobodyHere)
	if r.beside && len(r.groups) > 0 {
		same = r.landmarks[0].name
	}
	if r.trailing {
		return r.fail(AmbiguousDirection, r.saidAt) // "above B and to the left and below C"
	}
	r.landmarks = r.landmarks[:0]
	r.linked, r.bare = false, false
	t := r.token(0)
	if t.role == roleIt {
		name, ok := r.antecedent(r.owner)
		if !ok {
			return false
		}
		r.landmarks = append(r.landmarks, placed{name, t.start})
		r.at++
	} else if !r.landmarkList() {
		return false
	}
	if same != nobodyHere && (len(r.landmarks) != 1 || r.landmarks[0].name != same) {
		return r.fail(Unfinished, int(t.start)) // "above B below C"
	}
	return r.settle()
}

// landmarkList reads "B, C and D".
func (r *Reader) landmarkList() bool {
	both := r.token(0).role == roleBoth
	np, ok := r.nounPhrase(0)
	if !ok {
		t := r.token(0)
		if t.role == roleEach || t.role == roleThem || t.role == roleOther {
			return r.unexpected(AmbiguousReference)
		}
		return r.unexpected(UnknownName)
	}
	r.landmarks = append(r.landmarks, r.take(np))
	start, commas, closed := r.at, 0, false
	for !r.ends() {
		k := 0
		if r.token(k).role == roleComma {
			k++
		}
		and := r.token(k).role == roleAnd
		if and {
			k++
		}
		if k == 0 {
			break
		}
		np, ok := r.nounPhrase(k)
		if !ok {
			break
		}
		next := r.token(np.after).role
		if r.isVerb(np.after) || next == roleHas || next == rolePossessive || r.verbless && r.startsPlace(np.after) {
			break
		}
		if !and && (closed || next != roleComma && next != roleAnd) {
			break // no list ends without "and"
		}
		r.landmarks = append(r.landmarks, r.take(np))
		closed = closed || and
		commas++
	}
	if commas > 0 && !closed || both && commas == 0 {
		return r.fail(Unfinished, int(r.tokens[start].start))
	}
	return true
}
