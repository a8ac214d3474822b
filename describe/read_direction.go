package describe

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gridscribe/gridscribe/layout"
)

// ReadDirection reads the one direction that an answer names: a relation ("upper-left", "NW", "north-west", "above and
// to the left", "10:30", "ten o'clock", "↖"), or a part of one ("left", "higher", "same row", "vertically aligned").
//
// The policy is to take what has one sense and to doubt the rest, for a wrong reward teaches more than none:
//
//   - Words that name no direction are passed over, and so is Markdown: "C is to the **north-west** of A." is NW.
//     "Right" before "answer", "option", "choice", "label" and their like means correct.
//   - Idioms are passed over too: "I give up", "see above", "the facts above", "that's right", "what is left". "Right"
//     by itself is E, for it is a label.
//   - Two words make a diagonal when nothing or "to the" stands between them ("top left", "above to the left"), or an
//     "and" with small words ("one row up and two columns to the left", "to the left of and above"). Mere commas,
//     slashes and brackets never join: "above, left" may be a list. "Right below" may mean just below.
//   - A direction may be said several times, but each time the same one: "upper-left (northwest)". The answer may add
//     what the direction implies: "left, in the same row". "From above" and directions between the eight
//     ("north-northwest") are no answers.
//   - A compass letter counts alone ("N", "Answer: e"), and so do "→" and "←", which may mean "to"; NE, SE, SW and NW
//     in capitals ("N.W." as well) and the other arrows count anywhere.
//   - Words of doubt ("or", "might", "I doubt", a question that names a direction), of denial ("not", "cannot", "wrong")
//     and of exclusion ("except", "all but", "ruled out", "other than") make no answer, wherever they stand; not even
//     where they say the same again, as in "above, not below".
//   - A direction that is not taken is doubted, not dropped, lest half a diagonal count as a whole: "0 columns left", and
//     "higher" or "lower" of a row or column number ("has a higher row index", "the row of A is lower").
//   - A sentence about going somewhere ("to get from A to D go down") is passed over, and from there on only statements
//     with both names count, for others may tell the way back or its next step.
//   - Which object is located against which is not looked at; [ReadDirectionOf] does.
//
// The error is a [*DirectionError]; its Doubt tells these cases apart. Reading takes time linear in the text, which may
// be MaxText long.
func ReadDirection(text string) (Direction, error) { return ReadDirectionOf(text, nil, 0, 0) }

// ReadDirectionOf reads the direction of locatum against relatum, two of the names, as [ReadDirection] does. All the
// names of a scene should be given, so that what is said of other objects is known to be about those.
//
// Each direction has a subject, the name before it, and a reference, the name after it:
//
//   - "A is DIRECTION of C", "DIRECTION of C is A" and "A is to C's DIRECTION" have both. For C and A they are turned:
//     "A is right of C, so C is left of A" says W twice. "B is above C and left of A" says the second of B as well.
//   - With a third object on either side it is about another pair and passed over: "A is above B. B is left of C."
//     names no direction of A against C.
//   - With neither, or with one on its own side ("to the left of A", "C is above"), it is taken to be about the pair
//     asked. Where a third object stands too close to be sure it is doubted: with neither when one stands earlier in
//     the sentence ("B, relative to A, is above"), with one when one stands anywhere in it, and where a pronoun stands
//     for an object when one stands anywhere before. "So", "therefore" and "answer" begin a sentence, and so does a
//     line.
//   - With one on the wrong side ("to the left of C", "A is above") it can be taken in two ways and is doubted, unless
//     the answer says the same from the other side as well: "C is at the top, A at the bottom".
//   - With neither, after the pair the wrong way round ("Relative to C: above", "A, in row 2, is below"), it is doubted.
//
// That a row or column is shared is said of two objects in the same ways, but has no sides.
//
// Names count as whole words in their own letter case, but for a capital at the start that an ordinary word takes in
// a sentence, and never as directions: of an object called "left", only other words can say where it is. What a hyphen
// joins to another word is no name: "upper-left" is one word. "A" before "correct answer" and "I" before "think" are no
// names. A bare letter is a direction unless one of the pair is called so. An empty name is never found, and an index
// outside the names is of no name.
func ReadDirectionOf(text string, names []string, locatum, relatum int) (Direction, error) {
	if len(text) > MaxText {
		return Direction{}, &DirectionError{Doubt: Overlong, Text: excerpt(text)}
	}
	a := answerReader{lex: English(), locatum: nobody, relatum: nobody}
	if locatum >= 0 && locatum < len(names) {
		a.locatum = locatum
	}
	if relatum >= 0 && relatum < len(names) {
		a.relatum = relatum
	}
	a.tokens = a.lex.tokenize(a.lex.dotted.Replace(text), names)
	a.read()
	if a.doubt == Empty && strings.ContainsFunc(text, isPicture) {
		a.doubt = NoDirection
	}
	if a.doubt != NoDoubt {
		return Direction{}, &DirectionError{Doubt: a.doubt, Word: a.word, Text: excerpt(strings.TrimSpace(text))}
	}
	return a.said, nil
}

// isPicture reports whether r is an arrow, an emoji or the like.
func isPicture(r rune) bool { return r > unicode.MaxASCII && unicode.IsSymbol(r) }

// answerReader looks for mentions of a direction in the words of an answer.
type answerReader struct {
	lex              *Lexicon
	tokens           []token
	locatum, relatum int

	moves bool // the answer tells of a motion
	third bool // a third object was named so far

	said       Direction
	turned     layout.Cardinal // what one-sided statements from the wrong side would mean
	turnedWord string
	doubt      Doubt
	word       string // that raised the doubt
}

// mention is a run of words that name one direction or a shared row or column: tokens first to last.
type mention struct {
	first, last      int
	relation         layout.Cardinal
	sameRow, sameCol bool

	subject, reference int // the names that it is said of, noName or pronoun
	end                int // the last token, the reference included
}

// raise notes the first doubt.
func (a *answerReader) raise(doubt Doubt, word string) {
	if a.doubt == NoDoubt {
		a.doubt, a.word = doubt, word
	}
}

func (a *answerReader) read() {
	if len(a.tokens) == 0 {
		a.raise(Empty, "")
		return
	}
	a.idioms()
	for i := range a.tokens {
		a.tokens[i].relation = a.relation(i)
	}
	a.bareLetter()
	a.words(wordHedge, Hedged)
	a.questions()
	a.words(wordNegation, Negated)
	for first, end := 0, 0; first < len(a.tokens); first = end {
		end = a.stop(first)
		a.numbers(first, end)
		a.motion(first, end)
	}
	for first, end := 0, 0; first < len(a.tokens) && a.doubt == NoDoubt; first = end {
		end = a.part(first)
		a.hearPart(first, end)
	}
	rows, cols := a.said.Relation.Signs()
	switch {
	case a.turned != layout.EQ && a.turned != a.said.Relation:
		a.raise(Several, a.turnedWord)
	case a.said == Direction{}:
		a.raise(NoDirection, "")
	case a.said.SameRow && rows != 0, a.said.SameCol && cols != 0:
		a.raise(Several, "")
	}
}

// stop returns the end of the sentence that starts at token first.
func (a *answerReader) stop(first int) int {
	for first++; first < len(a.tokens) && a.tokens[first].before < full; first++ {
	}
	return first
}

// part returns the end of the part of a sentence that starts at token first. A conclusion starts a new part, and so does
// a line unless a word at its border shows that the sentence goes on.
func (a *answerReader) part(first int) int {
	const small = wordAnd | wordLink | wordIs | wordOf
	inside := first // the last token of "same row" and its like, which are never cut
	for first++; first < len(a.tokens); first++ {
		t := a.tokens[first]
		if a.tokens[first-1].class&wordSame != 0 {
			inside = max(inside, a.shared(first-1).last)
		}
		if first <= inside {
			continue
		}
		if t.before == full || t.class&wordSo != 0 ||
			t.line && t.before < hard && (a.tokens[first-1].class|t.class&wordAnd)&small == 0 {
			break
		}
	}
	return first
}

// relation returns the direction that token i names by itself, EQ when it names none.
func (a *answerReader) relation(i int) layout.Cardinal {
	t := a.tokens[i]
	next := token{before: full}
	if i+1 < len(a.tokens) {
		next = a.tokens[i+1]
	}
	joined := next.before <= glue
	switch {
	case t.name != noName:
		return layout.EQ
	case joined && t.word == englishRight && next.class&wordAnswer != 0:
		return layout.EQ
	case len(t.raw) == 2 && strings.ToUpper(t.raw) == t.raw:
		if letters, ok := englishLetters[t.word]; ok {
			return letters
		}
	}
	if hour, ok := strings.CutSuffix(t.word, englishOClock); ok && hour != "" {
		return a.lex.clock[hour]
	}
	if strings.Contains(t.word, ":") || joined && next.word == englishOClock {
		return a.lex.clock[t.word]
	}
	return t.class.relation()
}

// relation returns the direction of a word, EQ when it is none.
func (c wordClass) relation() layout.Cardinal {
	rows, cols := 0, 0
	switch {
	case c&wordUp != 0:
		rows = -1
	case c&wordDown != 0:
		rows = 1
	}
	switch {
	case c&wordLeft != 0:
		cols = -1
	case c&wordRight != 0:
		cols = 1
	}
	return layout.CardinalOf(rows, cols)
}

// bareLetter takes a compass letter or two, or an arrow, that is all of the answer, but for words that say nothing.
func (a *answerReader) bareLetter() {
	at, relation := -1, layout.EQ
	for i, t := range a.tokens {
		letter, ok := englishLetters[foldWord(t.raw)]
		switch {
		case ok && !a.asked(int(t.name)) && at < 0:
			at, relation = i, letter
		case t.class&wordLabel == 0:
			return
		}
	}
	if at >= 0 {
		a.tokens[at].relation, a.tokens[at].name = relation, noName
	}
}

// asked reports whether name is of the pair that was asked about.
func (a *answerReader) asked(name int) bool {
	return name >= 0 && (name == a.locatum || name == a.relatum)
}

// shared returns the way to say that a row or a column is shared that starts at token i; it ends before i when there is
// none.
func (a *answerReader) shared(i int) mention {
	m := mention{first: i, last: i - 1}
	for _, p := range a.lex.same {
		if a.standsAt(i, p.words) {
			m.last = max(m.last, i+len(p.words)-1)
			m.sameRow, m.sameCol = m.sameRow || p.row, m.sameCol || p.col
		}
	}
	return m
}

func (a *answerReader) standsAt(i int, words []string) bool {
	if i+len(words) > len(a.tokens) {
		return false
	}
	for n, word := range words {
		if t := a.tokens[i+n]; t.word != word || n > 0 && t.before >= hard {
			return false
		}
	}
	return true
}

// mention returns the next mention at or after token i and before end.
func (a *answerReader) mention(i, end int) (m mention, ok bool) {
	for ; i < end && a.tokens[i].relation == layout.EQ; i++ {
		if a.tokens[i].class&wordSame != 0 {
			if m = a.shared(i); m.last >= i {
				return m, true
			}
		}
	}
	if i == end {
		return mention{}, false
	}
	m = mention{first: i, last: i, relation: a.tokens[i].relation}
	for i++; i < end; i++ {
		t := a.tokens[i]
		if t.relation == layout.EQ {
			if t.before >= hard || i > m.last+maxBetween {
				break
			}
			continue
		}
		joined, ok := a.join(m, i)
		if !ok {
			break
		}
		m.last, m.relation = i, joined
	}
	return m, true
}

// maxBetween is the most words that stand between the two parts of a diagonal, names not counted in their parts.
const maxBetween = 12

// join returns the relation of m together with the direction at token i, when they are two parts of one mention.
func (a *answerReader) join(m mention, i int) (layout.Cardinal, bool) {
	last, t := a.tokens[m.last], a.tokens[i]
	between := a.tokens[m.last+1 : i]
	and, largest := false, t.before
	for _, b := range between {
		and = and || b.class&wordAnd != 0
		largest = max(largest, b.before)
	}
	if largest >= hard || largest == soft && !and || !and && !a.joinsPlainly(m.last+1, len(between)) {
		return layout.EQ, false
	}
	name := int32(noName)
	for n, b := range between {
		const small = wordAnd | wordLink | wordOf
		switch {
		case b.name == noName:
			its := n > 0 && b.word == englishIts && between[n-1].class&wordLink != 0
			if and && b.class&small == 0 && !isDigit(b.word, 0) && b.word != englishBy && !its {
				return layout.EQ, false
			}
		case name != noName && b.name != name:
			return layout.EQ, false
		default:
			name = b.name
		}
	}
	if after, _ := a.referenceAfter(i); name != noName && after != noName && after != int(name) {
		return layout.EQ, false // "above B and to the left of D"
	}
	if len(between) == 0 && largest == blank && t.relation == last.relation && t.word != last.word && t.relation.Straight() {
		return m.relation, true // "higher up"
	}
	rows, cols := m.relation.Signs()
	moreRows, moreCols := t.relation.Signs()
	if rows != 0 && moreRows != 0 || cols != 0 && moreCols != 0 {
		return layout.EQ, false
	}
	if last.word == englishRight && m.first == m.last && !and && t.before != glue &&
		!(m.first > 0 && a.tokens[m.first-1].word == englishThe) {
		a.raise(Several, last.raw)
	}
	return layout.CardinalOf(rows+moreRows, cols+moreCols), true
}

// joinsPlainly reports whether the n words from token i on join two parts of a diagonal without an "and".
func (a *answerReader) joinsPlainly(i, n int) bool {
	return n == 0 || slices.ContainsFunc(a.lex.joins, func(join []string) bool {
		return len(join) == n && a.standsAt(i, join)
	})
}
