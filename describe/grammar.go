package describe

// The grammar of descriptions. It knows words by their roles (read_words.go) and puts a sentence together from left to
// right, with a look ahead of a few words; nothing is read twice.
//
//	sentence  = [(frame | viewpoint) ","] clause {conj clause} ["if" center] "."
//	frame     = ("if" | "suppose" | "with") center
//	viewpoint = ("relative to" | "from" | …) NP
//	center    = NP "is" "the center" ["of a clock face"]
//	clause    = subjects "is" predicate             A and B are above C
//	          | subjects ", which is" predicate "," "is" predicate
//	          | place "is" subjects                 to the left of A is B
//	          | "there is" subjects predicate       there is a lamp above B
//	          | NP "has" subjects place             A has B on its left
//	predicate = place {conj place} {tail}
//	tail      = "with" subjects place {"and" subjects place}      side by side, with A on the left
//	          | "which is" predicate                              above B, which is left of C
//	place     = {adverb} direction [link landmarks]
//	direction = "above" | ["to the"] "upper" "left" ["corner"] | clock | bearing | count direction | "in the same row" | …
//	link      = "of" | "to" | "from" | "relative to" | …
//	landmarks = NP {"," NP} ["and" NP] | "it"
//	setting   = "there" | "side by side" | "in a horizontal line" | …
//	NP        = ["the"] ["object" ["labeled"]] name
//
// What it means:
//
//   - Places without a landmark share the one that follows ("above and to the left of B"), or else the one before ("above
//     B and to the left"). Places with the same landmark are one relation: "above B and left of it" is upper left. Places
//     with different ones are several facts.
//   - A subject without any landmark is set against what the sentence offers: the center of the frame; the object that is
//     merely "there"; the other one of two subjects ("A and B are side by side, with A on the left"); or the other one in
//     the opposite place ("A is on the left and B is on the right"). If it offers none, or more than one, that is an error.
//   - "It" is the one object of the sentence that it can be.
//   - Clock positions between the quarters are diagonal. The front is up.
//   - Adverbs, angles and settings say nothing by themselves, but must not contradict: "vertically left of" is an error.

// nobodyHere is the number of no object.
const nobodyHere = -1

// sentenceState is what is known in the middle of a sentence.
type sentenceState struct {
	subjects []placed // of the clause
	mentions [4]int32 // the first different objects of the sentence
	mention  int      // how many there are, at most one more than that
	center   int32    // the object in the center of a clock
	anchor   int32    // the object that is merely there
	pair     [2]int32 // two subjects that are set against each other
	paired   pairing
	pairCon  relFlags // what the setting of the pair says
	pending  []pendingPlace
	verbless bool // subjects may be followed by a place at once
	owner    int32
	cornered bool // a corner of the grid was said
	opens    int  // the place of the first word
	relating bool // in a relative clause that is followed by the verb
	tailed   bool // in a relative clause after a comma, at the end
	centerAt int  // the place of "A is in the center" where no clock was said and nothing is set against it, else -1
}

// pairing says whether there is a pair, and what it needs.
type pairing uint8

const (
	noPair     pairing = iota
	pairThere          // nothing
	pairInLine         // they share a row or column
	pairNeeds          // how they are to each other must be said
	pairDone           // it was said
)

// placed is an object that stands at a place in the text.
type placed struct {
	name int32
	at   int32
}

// pendingPlace is a subject with a place but without a landmark.
type pendingPlace struct {
	subject placed
	rel     relation
	at      int
}

// sentence reads the sentence at the current token, with its full stop.
func (r *Reader) sentence() bool {
	r.sentenceState = sentenceState{
		subjects: r.subjects[:0], pending: r.pending[:0], center: nobodyHere, anchor: nobodyHere, owner: nobodyHere, centerAt: -1,
	}
	t := r.token(0)
	if t.role == roleStop {
		return r.unexpected(EmptySentence)
	}
	if r.assumption() {
		return true
	}
	if r.problem != NoProblem {
		return false
	}
	if t.role == roleNumber && t.newLine && r.text[t.start] <= '9' && r.lineNumber() {
		r.at++
	}
	for r.token(0).role == roleToo || r.token(0).role == roleThen {
		r.at++
		if r.token(0).role == roleComma {
			r.at++
		}
	}
	r.opens = int(r.token(0).start)
	if done, ok := r.gridSentence(); done {
		return ok && r.finish()
	}
	from, seen := len(r.d.Facts), r.viewpoint()
	if !seen && !r.frame(true) {
		return false
	}
	for {
		if !r.clause() {
			return false
		}
		if r.token(0).role == roleIf {
			if !r.frame(false) {
				return false
			}
		}
		if r.ends() {
			break
		}
		if !r.conjunction() {
			return r.unexpected(Unfinished)
		}
	}
	if seen && (len(r.d.Facts) > from || len(r.pending) == 0) { // "From A, B is left of C"
		return r.fail(AmbiguousReference, r.begins)
	}
	return r.resolve() && r.finish()
}

// viewpoint takes "relative to A," or "from A," before a clause: what has no landmark is set against A.
func (r *Reader) viewpoint() bool {
	k := r.relativeTo(0)
	if k == 0 {
		if r.token(k).role == rolePlaced { // "seen from"
			k++
		}
		if r.token(k).role != roleFrom {
			return false
		}
		k++
	}
	np, ok := r.nounPhrase(k)
	if !ok || r.token(np.after).role != roleComma {
		return false
	}
	r.anchor = r.take(np).name
	r.at++
	return true
}

// lineNumber reports whether the number that starts a line numbers it.
func (r *Reader) lineNumber() bool {
	t := r.token(1)
	switch t.role {
	case roleName, roleDet, roleSortal, roleIf, roleBoth:
		return !t.newLine
	case roleUnknown:
		return !t.newLine && r.names.open
	case roleTo, roleAt, roleOn, roleAbove, roleThere:
		return !t.newLine
	}
	return false
}

// ends reports whether the sentence can end before the current token.
func (r *Reader) ends() bool {
	t := r.token(0)
	switch t.role {
	case roleStop, roleEnd:
		return true
	case roleQuestion:
		return r.asking
	case roleAnd, roleWith, roleWhich:
		return t.newLine && r.text[t.start] < 'a'
	}
	return t.newLine
}

// finish takes the full stop.
func (r *Reader) finish() bool {
	switch t := r.token(0); {
	case t.role == roleStop, t.role == roleQuestion && r.asking:
		r.at++
	case t.role == roleEnd:
	case !t.newLine:
		return r.unexpected(Unfinished)
	}
	return true
}

// conjunction takes ", and then" or a part of it; false when there is none.
func (r *Reader) conjunction() bool {
	n := r.conjunctionLen(0)
	r.at += n
	return n > 0
}

// conjunctionLen returns how many tokens from the k-th on join two parts of a sentence.
func (r *Reader) conjunctionLen(k int) int {
	from := k
	if r.token(k).role == roleComma {
		k++
	}
	if r.token(k).role == roleAnd {
		k++
	}
	for k > from && (r.token(k).role == roleThen || r.token(k).role == roleToo) {
		k++
	}
	return k - from
}

// isVerb reports whether the k-th token is "is" or stands for it.
func (r *Reader) isVerb(k int) bool {
	switch t := r.token(k); t.role {
	case roleIs, roleStands:
		return true
	case roleMay: // "can be found"
		return t.num == 1 && r.token(k+1).role == roleBe && r.token(k+2).role == rolePlaced
	}
	return false
}

// verb takes "is located" or what stands for it.
func (r *Reader) verb() bool {
	t := r.token(0)
	if !r.isVerb(0) {
		return r.unexpected(NoVerb)
	}
	if r.at++; t.role == roleMay {
		r.at += 2
	}
	for r.token(0).role == roleBoth || r.token(0).role == roleToo {
		r.at++
	}
	if t.role == roleIs && r.token(0).role == rolePlaced {
		r.at++
	}
	return true
}

// clause reads one clause up to the conjunction that leads to the next.
func (r *Reader) clause() bool {
	r.subjects, r.owner = r.subjects[:0], nobodyHere
	t := r.token(0)
	switch {
	case t.role == roleThere && (r.isVerb(1) || r.token(1).role == rolePossessive):
		r.at += 2
		if !r.subjectList(false) {
			return false
		}
		if r.ends() { // "There is a lamp" only names it
			return true
		}
		return r.predicate() && r.tails()
	case t.role == roleIt:
		subject, ok := r.antecedent(nobodyHere)
		if !ok {
			return false
		}
		r.subjects = append(r.subjects, placed{subject, t.start})
		r.at++
	case r.startsPlace(0):
		return r.inverted()
	default:
		if !r.subjectList(false) {
			return false
		}
	}
	if k := r.which(); k > 0 && len(r.subjects) == 1 && r.isVerb(k) {
		// "A, which is left of C, is above B"
		r.at += k
		r.relating = true
		ok := r.verb() && r.predicate()
		r.relating = false
		if !ok || r.token(0).role == roleComma && r.token(1).role == roleStop {
			return ok
		}
		if r.token(0).role == roleComma && r.isVerb(1) {
			r.at++
		}
	}
	switch {
	case r.token(0).role == roleHas:
		return r.having()
	case r.isVerb(0):
		if r.firstOf(1) == roleCenter {
			return r.mainCenter()
		}
		r.verb()
	case r.verbless && r.startsPlace(0):
	default:
		return r.unexpected(NoVerb)
	}
	return r.predicate() && r.tails()
}

// which returns how many tokens ", which" is, 0 when it is not there.
func (r *Reader) which() int {
	k := 0
	if r.token(0).role == roleComma {
		k++
	}
	if role := r.token(k).role; role == roleWhich || role == roleThat {
		return k + 1
	}
	return 0
}

// subjectList takes the subjects of a clause.
// Those of an inverted clause come last.
func (r *Reader) subjectList(last bool) bool {
	both := r.token(0).role == roleBoth
	for {
		np, ok := r.nounPhrase(0)
		if !ok {
			return r.unexpected(UnknownName)
		}
		r.subjects = append(r.subjects, r.take(np))
		k := r.conjunctionLen(0)
		if k == 0 && both && len(r.subjects) == 1 {
			return r.unexpected(UnknownName)
		}
		if k == 0 {
			return true
		}
		if next, ok := r.nounPhrase(k); !ok || r.isVerb(next.after) && (last || r.token(k-1).role != roleAnd) {
			return true
		}
		r.at += k
	}
}

// inverted reads "to the left of A is B".
func (r *Reader) inverted() bool {
	r.beginPlaces()
	if !r.places() {
		return false
	}
	if r.token(0).role == roleComma && r.token(1).role == roleThere && r.isVerb(2) { // "Above A, there is B"
		r.at++
	}
	if !r.isVerb(0) && !(r.token(0).role == roleThere && r.isVerb(1)) {
		return r.unexpected(NoVerb)
	}
	if r.token(0).role == roleThere {
		r.at++
	}
	r.verb()
	if !r.subjectList(true) {
		return false
	}
	return r.closePlaces() && r.tails()
}

// having reads "has B on its left" after a subject.
func (r *Reader) having() bool {
	if len(r.subjects) != 1 {
		return r.unexpected(AmbiguousReference)
	}
	subject := r.subjects[0]
	owner := subject.name
	r.verbless = true
	defer func() { r.verbless = false }()
	for r.at++; ; {
		r.subjects, r.owner = r.subjects[:0], owner
		if !r.subjectList(false) || !r.predicate() {
			return false
		}
		k := r.conjunctionLen(0)
		if k == 0 {
			break
		}
		if r.isVerb(k) { // "and is above C"
			r.at += k
			r.subjects, r.owner, r.verbless = append(r.subjects[:0], subject), nobodyHere, false
			return r.verb() && r.predicate()
		}
		np, ok := r.nounPhrase(k)
		if !ok || !r.startsPlace(np.after) {
			break
		}
		r.at += k
	}
	r.owner = nobodyHere
	return true
}

// tails reads what may follow a predicate: relative clauses and "with".
func (r *Reader) tails() bool {
	for !r.ends() {
		if k := r.which(); k > 0 && r.isVerb(k) {
			if len(r.landmarks) != 1 {
				return r.unexpected(AmbiguousReference)
			}
			r.tailed = k > 1
			r.at += k
			r.subjects = append(r.subjects[:0], r.landmarks[0])
			ok := r.verb() && r.predicate()
			if r.tailed = false; !ok {
				return false
			}
			continue
		}
		k := r.conjunctionLen(0)
		if r.token(k).role != roleWith {
			return true
		}
		r.at += k + 1
		if ok, done := r.smallGap(); done {
			if !ok {
				return false
			}
			continue
		}
		if np, ok := r.nounPhrase(0); ok && r.centerAfter(np.after) > 0 {
			r.at--
			return r.frame(false)
		}
		if !r.absolutes() {
			return false
		}
	}
	return true
}

// absolutes reads "A on the left and B on the right" after "with".
func (r *Reader) absolutes() bool {
	before := r.verbless
	r.verbless = true
	defer func() { r.verbless = before }()
	for {
		r.subjects = r.subjects[:0]
		np, ok := r.nounPhrase(0)
		if !ok {
			return r.unexpected(UnknownName)
		}
		r.subjects = append(r.subjects, r.take(np))
		if r.isVerb(0) {
			r.verb()
		}
		if !r.predicate() {
			return false
		}
		if r.ends() {
			return true
		}
		k := r.conjunctionLen(0)
		np, ok = r.nounPhrase(k)
		if !ok || !r.startsPlace(np.after) {
			return true
		}
		r.at += k
	}
}

// smallGap reads "a small gap between them" after "with"; done is false when something else stands there.
func (r *Reader) smallGap() (ok, done bool) {
	k := 0
	if r.token(k).role == roleDet {
		k++
	}
	for r.token(k).role == roleSmall {
		k++
	}
	if r.token(k).role != roleGap || k == 0 {
		return true, false
	}
	k++
	if r.token(k).role == roleBetween {
		k++
		switch r.token(k).role {
		case roleThem:
			k++
		case roleDet:
			if r.token(k+1).role != roleNumber || r.token(k+1).num != 2 {
				r.at += k
				return r.unexpected(Unfinished), true
			}
			k += 2
		default:
			r.at += k
			return r.unexpected(Unfinished), true
		}
	}
	r.at += k
	return true, true
}

// resolve sets the subjects without a landmark against what the sentence offers.
func (r *Reader) resolve() bool {
	against := r.center
	if against == nobodyHere {
		against = r.anchor
	}
	n := len(r.pending)
	switch {
	case n == 0 && r.centerAt >= 0:
		return r.fail(AmbiguousDirection, r.centerAt)
	case n == 0:
	case against != nobodyHere:
		for i := range r.pending {
			p := &r.pending[i]
			if !r.emit(p.subject, placed{against, p.subject.at}, p.rel) {
				return false
			}
		}
	case n == 1 && r.paired != noPair:
		p := &r.pending[0]
		other := r.pair[0]
		switch p.subject.name {
		case r.pair[0]:
			other = r.pair[1]
		case r.pair[1]:
		default:
			return r.fail(AmbiguousReference, int(p.subject.at))
		}
		if p.rel.flags&relClock != 0 {
			return r.fail(AmbiguousDirection, p.at)
		}
		if !r.emit(p.subject, placed{other, p.subject.at}, p.rel) {
			return false
		}
	case n == 2 && r.pending[0].rel.opposite(&r.pending[1].rel) && r.pending[0].subject.name != r.pending[1].subject.name:
		p, q := &r.pending[0], &r.pending[1]
		if r.paired != noPair && (!r.inPair(p.subject.name) || !r.inPair(q.subject.name)) {
			return r.fail(AmbiguousReference, int(q.subject.at))
		}
		p.rel.flags |= q.rel.flags
		if !r.emit(p.subject, q.subject, p.rel) {
			return false
		}
	default:
		return r.fail(AmbiguousDirection, r.pending[0].at)
	}
	switch r.paired {
	case pairNeeds:
		return r.fail(AmbiguousDirection, r.begins)
	case pairInLine:
		return r.emit(placed{r.pair[0], int32(r.begins)}, placed{r.pair[1], int32(r.begins)}, relation{flags: r.pairCon.line()})
	}
	return true
}

func (r *Reader) inPair(name int32) bool { return name == r.pair[0] || name == r.pair[1] }

// antecedent returns the object that "it" at the current token stands for: the one of the sentence that is not a subject.
func (r *Reader) antecedent(owner int32) (int32, bool) {
	if owner != nobodyHere {
		return owner, true
	}
	if r.mention == 0 {
		return 0, r.unexpected(UnknownName)
	}
	found := int32(nobodyHere)
	for _, name := range r.mentions[:min(r.mention, len(r.mentions))] {
		if r.isSubject(name) {
			continue
		}
		if found != nobodyHere || r.mention > len(r.mentions) {
			return 0, r.unexpected(AmbiguousReference)
		}
		found = name
	}
	if found == nobodyHere {
		return 0, r.unexpected(AmbiguousReference)
	}
	return found, true
}

func (r *Reader) isSubject(name int32) bool {
	for i := range r.subjects[:min(len(r.subjects), len(r.mentions))] {
		if r.subjects[i].name == name {
			return true
		}
	}
	return false
}

// mentioned notes an object of the sentence.
func (r *Reader) mentioned(name int32) {
	n := min(r.mention, len(r.mentions))
	for _, other := range r.mentions[:n] {
		if other == name {
			return
		}
	}
	if n < len(r.mentions) {
		r.mentions[n] = name
	}
	r.mention = n + 1
}
