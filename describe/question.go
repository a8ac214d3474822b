package describe

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// AskedKind says what a question asks for.
type AskedKind uint8

// The kinds of questions.
const (
	AskRelation  AskedKind = iota // "Where is A relative to D?"
	AskTruth                      // "Is A above B?"
	AskPossible                   // "Could A be above B?"
	AskRelations                  // "Which relations of A to B are possible?"
	AskRoute                      // "How do you go from A to B?": from the locatum to the relatum
	AskLocatum                    // "What is north of B?": the locatum is asked for
	AskRelatum                    // "What is A north of?": the relatum is asked for
)

var askedNames = [...]string{"relation", "truth", "possible", "relations", "route", "locatum", "relatum"}

// String returns the name of the kind.
func (k AskedKind) String() string {
	if int(k) >= len(askedNames) {
		return "AskedKind(?)"
	}
	return askedNames[k]
}

// Asked is a question that was understood. The zero Asked asks for the relation of object 0 to itself.
type Asked struct {
	Kind             AskedKind
	Locatum, Relatum int           // by their numbers in the description; -1 for the one that is asked for
	Aspect           layout.Aspect // of AskRelation: what part of the relation
	// Fact is what AskTruth, AskPossible, AskLocatum and AskRelatum ask about, in the reader's reading. Its locatum and
	// relatum are those above, but for a place on the grid.
	Fact Fact
}

// unasked is the number of an object that is asked for.
const unasked = -1

// ReadQuestion reads one question about the objects of d, which it leaves as it is: what relation two objects have, or
// whether they have one, which object has one, and how to go from one to another. Direction words have the reader's
// Reading, whatever d says. What it does not understand is a [*SyntaxError]; so is a name that d does not have.
func (r *Reader) ReadQuestion(d *Description, text string) (Asked, error) {
	if !r.Reading.OfWords() {
		return Asked{}, invalidReading(r.Reading)
	}
	if len(text) > MaxText {
		return Asked{}, syntaxError(text, TooLong, 0, MaxText)
	}
	r.table = readTable()
	if !r.names.open || !r.names.knows(d.Names) {
		if err := r.names.giveOnce(d.Names, r.table); err != nil {
			return Asked{}, err
		}
	}
	r.d = Description{Facts: r.asked[:0], World: d.World}
	whole := text
	text, free := freeAxis(text)
	r.text, r.reading, r.stated, r.asking = text, r.Reading, false, true
	r.tokens, r.at, r.next, r.problem, r.failedAt = r.tokens[:0], 0, 0, NoProblem, 0
	r.begins = int(r.token(0).start)
	r.sentenceState = sentenceState{
		subjects: r.subjects[:0], pending: r.pending[:0], center: nobodyHere, anchor: nobodyHere, owner: nobodyHere, centerAt: -1, opens: -1,
	}
	asked, ok := r.question()
	ok = ok && r.problem == NoProblem && r.finish()
	r.asked, r.asking = r.d.Facts[:0], false
	if ok && r.token(0).role != roleEnd {
		ok = r.unexpected(Unfinished)
	}
	if !ok {
		return Asked{}, syntaxError(whole, r.problem, r.begins, r.failedAt)
	}
	if free >= 0 && !asked.onOneAxis(free) {
		return Asked{}, syntaxError(whole, UnknownPhrase, r.begins, len(text))
	}
	return asked, nil
}

// freeAxis cuts ", in whatever row" or ", in whatever column" off a question: free is its place in englishWhatever, -1
// where there is none.
func freeAxis(text string) (rest string, free int) {
	for i, end := range englishWhatever {
		if rest, ok := strings.CutSuffix(text, end); ok {
			return rest, i
		}
	}
	return text, -1
}

// onOneAxis makes a question whether something holds one of a side alone, in whatever row (free is 0) or column (1). It
// is false when the question is of another kind or about that axis.
func (a *Asked) onOneAxis(free int) bool {
	if a.Kind != AskTruth && a.Kind != AskPossible {
		return false
	}
	f := &a.Fact
	rows, cols := f.Relation.Signs()
	if free == 1 {
		rows, cols = cols, rows
	}
	switch {
	case f.Reading == layout.Measured:
		return [2]layout.Interval{f.Rows, f.Cols}[free] == layout.Anything()
	case !f.Reading.OfWords() || rows != 0 || cols == 0:
		return false
	}
	f.Reading = layout.HalfPlane
	return true
}

// question reads a question up to its question mark.
//
//	question = "where" "is" NP [aspect] relative NP
//	         | "what is the relation of" NP relative NP
//	         | "is" NP ["and" NP] predicate [whatever] | "does" NP "lie" predicate | "is it true that" clause [whatever]
//	         | "could" NP "be" predicate [whatever]
//	         | "which relations of" NP "to" NP "are possible" | "where could" NP "be" relative NP
//	         | "how do you go from" NP "to" NP
//	         | "what" "is" predicate
//	         | "what" "is" NP direction "of"
func (r *Reader) question() (a Asked, ok bool) {
	t := r.token(0)
	switch {
	case t.role == roleAsk && t.num == 0:
		r.at++
		if r.token(0).role == roleMay {
			return r.whereCould()
		}
		if !r.isVerb(0) {
			return a, r.unexpected(NoVerb)
		}
		r.at++
		return r.whereIs()
	case t.role == roleAsk:
		return r.route()
	case t.role == roleIs:
		r.at++
		a.Kind = AskTruth
		if r.token(0).role == roleIt && r.token(2).role == roleThat { // "is it true that A is above B"
			return r.isTrue(a)
		}
		return r.isIt(a)
	case t.role == roleDo: // "does A lie above B"
		r.at++
		a.Kind = AskTruth
		return r.isIt(a)
	case t.role == roleMay:
		r.at++
		a.Kind = AskPossible
		return r.isIt(a)
	case t.role == roleOn: // "in which direction is A from B"
		if next := r.token(1).role; next == roleAskWhat || next == roleWhich {
			r.at++
			return r.what()
		}
	case t.role == roleAskWhat, t.role == roleWhich:
		return r.what()
	}
	return a, r.unexpected(UnknownPhrase)
}

// object takes an object of a question.
func (r *Reader) object() (name int, ok bool) {
	np, ok := r.nounPhrase(0)
	if !ok {
		return 0, r.unexpected(UnknownName)
	}
	at := np.start
	p := r.take(np)
	if p.name == noName {
		return 0, r.fail(UnknownName, int(at))
	}
	return int(p.name), true
}

// two takes the second object of a question and checks that it is another one.
func (r *Reader) two(a Asked) (Asked, bool) {
	at := int(r.token(0).start)
	var ok bool
	if a.Relatum, ok = r.object(); !ok {
		return a, false
	}
	if a.Relatum == a.Locatum {
		return a, r.fail(SelfRelation, at)
	}
	return a, true
}

// whereIs reads "A located vertically relative to B" after "where is".
func (r *Reader) whereIs() (a Asked, ok bool) {
	if a.Locatum, ok = r.object(); !ok {
		return a, false
	}
	if r.token(0).role == rolePlaced {
		r.at++
	}
	if t := r.token(0); t.role == roleStraightly {
		a.Aspect = layout.Vertical
		if t.cols != 0 {
			a.Aspect = layout.Horizontal
		}
		r.at++
	}
	if !r.against() {
		return a, r.unexpected(UnknownPhrase)
	}
	return r.two(a)
}

// whereCould reads "could A be relative to B" after "where".
func (r *Reader) whereCould() (a Asked, ok bool) {
	a.Kind = AskRelations
	r.at++
	if a.Locatum, ok = r.object(); !ok {
		return a, false
	}
	if r.token(0).role != roleBe {
		return a, r.unexpected(NoVerb)
	}
	r.at++
	if !r.against() {
		return a, r.unexpected(UnknownPhrase)
	}
	return r.two(a)
}

// isTrue reads "it true that A is above B" after "is".
func (r *Reader) isTrue(a Asked) (Asked, bool) {
	if t := r.token(1); !strings.EqualFold(r.text[t.start:t.end], englishTrue) {
		return a, r.unexpected(UnknownPhrase)
	}
	r.at += 3
	at := int(r.token(0).start)
	if !r.clause() {
		return a, false
	}
	return r.single(a, at)
}

// against takes "relative to", "from" and the like.
func (r *Reader) against() bool {
	if n := r.relativeTo(0); n > 0 {
		r.at += n
		return true
	}
	if role := r.token(0).role; role == roleFrom || role == roleTo {
		r.at++
		return true
	}
	return false
}

// isIt reads "A above B" after "is", and "A be above B" after "could".
func (r *Reader) isIt(a Asked) (Asked, bool) {
	at, do := int(r.token(0).start), r.token(-1).role == roleDo
	for r.subjects = r.subjects[:0]; ; r.at++ {
		np, ok := r.nounPhrase(0)
		if !ok {
			return a, r.unexpected(UnknownName)
		}
		p := r.take(np)
		if p.name == noName {
			return a, r.fail(UnknownName, int(p.at))
		}
		if r.subjects = append(r.subjects, p); r.token(0).role != roleAnd || len(r.subjects) == 2 {
			break
		}
	}
	if do {
		if r.token(0).role != roleStands {
			return a, r.unexpected(NoVerb)
		}
		r.at++
	}
	if a.Kind == AskPossible {
		if r.token(0).role != roleBe {
			return a, r.unexpected(NoVerb)
		}
		r.at++
	}
	if r.token(0).role == rolePlaced {
		r.at++
	}
	if !r.predicate() {
		return a, false
	}
	if len(r.subjects) == 2 && !r.resolve() { // "are A and B in the same row"
		return a, false
	}
	return r.single(a, at)
}

// single takes the one fact of the question.
func (r *Reader) single(a Asked, at int) (Asked, bool) {
	if len(r.pending) > 0 {
		return a, r.fail(AmbiguousDirection, r.pending[0].at)
	}
	if len(r.d.Facts) != 1 {
		return a, r.fail(UnknownPhrase, at)
	}
	a.Fact = r.d.Facts[0]
	a.Locatum, a.Relatum = a.Fact.Locatum, a.Fact.Relatum
	return a, true
}

// route reads "how do you go from A to B".
func (r *Reader) route() (a Asked, ok bool) {
	a.Kind = AskRoute
	r.at++
	for r.token(0).role == roleDo {
		r.at++
	}
	if r.token(0).role != roleFrom {
		return a, r.unexpected(UnknownPhrase)
	}
	r.at++
	if a.Locatum, ok = r.object(); !ok {
		return a, false
	}
	if r.token(0).role != roleTo {
		return a, r.unexpected(UnknownPhrase)
	}
	r.at++
	return r.two(a)
}

// what reads what follows "what" or "which".
func (r *Reader) what() (a Asked, ok bool) {
	which := r.token(0).role == roleWhich
	r.at++
	t := r.token(0)
	if t.role == roleRelation && t.num == 1 { // "which relations of A to B are possible"
		r.at++
		if r.token(0).role != roleOf {
			return a, r.unexpected(UnknownPhrase)
		}
		r.at++
		a.Kind = AskRelations
		if a.Locatum, ok = r.object(); !ok {
			return a, false
		}
		if !r.against() {
			return a, r.unexpected(UnknownPhrase)
		}
		if a, ok = r.two(a); !ok {
			return a, false
		}
		if !r.isVerb(0) || r.token(1).role != rolePossible {
			return a, r.unexpected(UnknownPhrase)
		}
		r.at += 2
		return a, true
	}
	if t.role == roleSide && t.num == 1 && r.isVerb(1) { // "which direction is A from B"
		r.at += 2
		return r.whereIs()
	}
	if which && t.role == roleSortal || t.role == roleSortal { // "which object is above B"
		r.at++
	} else if which && r.token(0).role == roleNumber && r.token(0).num == 1 {
		r.at++
	}
	if !r.isVerb(0) {
		return a, r.unexpected(NoVerb)
	}
	r.at++
	axial := r.token(1)
	if r.token(0).role == roleDet && axial.role == roleAxial && r.token(2).role == roleRelation && r.token(3).role == roleOf {
		r.at += 4 // "what is the vertical relation of A to B"
		a, ok = r.whereIs()
		if a.Aspect = layout.Vertical; axial.cols != 0 {
			a.Aspect = layout.Horizontal
		}
		return a, ok
	}
	if r.token(0).role == roleDet && (r.token(1).role == roleRelation || r.token(1).flags&flagSide != 0 || r.token(1).role == roleSide) &&
		r.token(2).role == roleOf {
		r.at += 3 // "what is the relation of A to B"
		return r.whereIs()
	}
	if r.startsPlace(0) {
		a.Kind = AskLocatum
		at := int(r.token(0).start)
		r.subjects = append(r.subjects[:0], placed{noName, int32(at)})
		if !r.predicate() {
			return a, false
		}
		a, ok = r.single(a, at)
		a.Locatum, a.Fact.Locatum = unasked, unasked
		return a, ok
	}
	return r.whatOf()
}

// whatOf reads "A north of" after "what is": the landmark is asked for.
func (r *Reader) whatOf() (a Asked, ok bool) {
	a.Kind = AskRelatum
	if a.Locatum, ok = r.object(); !ok {
		return a, false
	}
	r.subjects = append(r.subjects[:0], placed{int32(a.Locatum), r.token(0).start})
	at := int(r.token(0).start)
	r.beginPlaces()
	if !r.places() {
		return a, false
	}
	if len(r.groups) > 0 || !r.said.direct() || r.frameSays.said != 0 {
		return a, r.fail(UnknownPhrase, at)
	}
	f, problem := r.said.fact(r.reading)
	if problem != NoProblem {
		return a, r.fail(problem, at)
	}
	f.Locatum, f.Relatum = a.Locatum, unasked
	a.Relatum, a.Fact = unasked, f
	return a, true
}
