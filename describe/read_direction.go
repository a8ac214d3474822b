package describe

import (
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// ReadDirection reads the one direction that an answer names: a relation ("upper-left", "NW", "north-west", "above and
// to the left", "10:30", "ten o'clock"), or a part of one ("left", "higher", "same row", "vertically aligned").
//
// The policy is to take what has one sense and to doubt the rest, for a wrong reward teaches more than none:
//
//   - Words that name no direction are passed over, and so is Markdown: "C is to the **north-west** of A." is NW.
//     "Right" before "answer", "option", "choice", "label" and their like means correct.
//   - Two words make a diagonal when nothing or "to the" stands between them ("top left", "above to the left"), or an
//     "and" with small words ("one row up and two columns to the left", "to the left of and above"). Mere commas,
//     slashes and brackets never join: "above, left" may be a list. "Right below" may mean just below.
//   - A direction may be said several times, but each time the same one: "upper-left (northwest)". The answer may add
//     what the direction implies: "left, in the same row". "From above" and directions between the eight
//     ("north-northwest") are no answers.
//   - A compass letter counts alone ("N", "Answer: e"); NE, SE, SW and NW in capitals count anywhere.
//   - Words of doubt ("or", "might", "if", a question that names a direction) and of denial ("not", "cannot", "wrong")
//     make no answer, wherever they stand.
//   - Which object is located against which is not looked at; [ReadDirectionOf] does.
//
// The error is a [*DirectionError]; its Doubt tells these cases apart. Reading takes time linear in the text, which may
// be MaxText long.
func ReadDirection(text string) (Direction, error) { return ReadDirectionOf(text, "", "") }

// ReadDirectionOf reads the direction of locatum against relatum as [ReadDirection] does, and turns what is said from
// the other side: for C and A, "A is right of C, so C is left of A" says W twice.
//
// A direction is turned where the names stand around it as in "A is DIRECTION of C". Where one name alone does and
// points the wrong way ("to the left of C", "A is above") it can be taken in two ways and is doubted; otherwise it is
// read plainly.
//
// Names count as whole words in their own letter case, and never as directions: of an object called "left", only other
// words can say where it is. An empty name is never found. Other objects are not known here; an answer about them is
// taken for one about these two.
func ReadDirectionOf(text, locatum, relatum string) (Direction, error) {
	if len(text) > MaxText {
		return Direction{}, &DirectionError{Doubt: Overlong, Text: excerpt(text)}
	}
	a := answerReader{lex: English()}
	a.tokens = a.lex.tokenize(text, locatum, relatum)
	if a.read(); a.doubt != NoDoubt {
		return Direction{}, &DirectionError{Doubt: a.doubt, Word: a.word, Text: excerpt(strings.TrimSpace(text))}
	}
	return a.said, nil
}

// answerReader looks for mentions of a direction in the words of an answer.
type answerReader struct {
	lex    *Lexicon
	tokens []token

	said  Direction
	doubt Doubt
	word  string // that raised the doubt
}

// mention is a run of words that name one direction: tokens first to last.
type mention struct {
	first, last int
	relation    layout.Cardinal
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
	for i := range a.tokens {
		a.tokens[i].relation = a.relation(i)
	}
	a.bareLetter()
	a.sharedAxes()
	a.hedges()
	if a.doubt != NoDoubt {
		return
	}
	for m, ok := a.mention(0); ok; m, ok = a.mention(m.last + 1) {
		a.hear(m)
	}
	rows, cols := a.said.Relation.Signs()
	switch {
	case a.said == Direction{}:
		a.raise(NoDirection, "")
	case a.said.SameRow && rows != 0, a.said.SameCol && cols != 0:
		a.raise(Several, "")
	}
}

// relation returns the direction that token i names by itself, EQ when it names none.
func (a *answerReader) relation(i int) layout.Cardinal {
	t := a.tokens[i]
	next := token{before: hard}
	if i+1 < len(a.tokens) {
		next = a.tokens[i+1]
	}
	joined := next.before <= glue
	switch {
	case t.name != otherWord:
		return layout.EQ
	case joined && t.word == englishRight && next.class&wordAnswer != 0,
		joined && t.word == englishOver && slices.Contains(strings.Fields(englishAfterOver), next.word):
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
	rows, cols := 0, 0
	switch {
	case t.class&wordUp != 0:
		rows = -1
	case t.class&wordDown != 0:
		rows = 1
	}
	switch {
	case t.class&wordLeft != 0:
		cols = -1
	case t.class&wordRight != 0:
		cols = 1
	}
	return layout.CardinalOf(rows, cols)
}

// bareLetter takes a compass letter or two that is all of the answer, but for words that say nothing.
func (a *answerReader) bareLetter() {
	at := -1
	for i, t := range a.tokens {
		switch _, letter := englishLetters[t.word]; {
		case t.name == otherWord && letter && at < 0:
			at = i
		case t.class&wordLabel == 0:
			return
		}
	}
	if at >= 0 {
		a.tokens[at].relation = englishLetters[a.tokens[at].word]
	}
}

// sharedAxes finds the ways to say that a row or a column is shared.
func (a *answerReader) sharedAxes() {
	for i, t := range a.tokens {
		if t.class&wordSame == 0 {
			continue
		}
		for _, p := range a.lex.same {
			if a.standsAt(i, p.words) {
				a.said.SameRow = a.said.SameRow || p.row
				a.said.SameCol = a.said.SameCol || p.col
			}
		}
	}
}

func (a *answerReader) standsAt(i int, words []string) bool {
	if i+len(words) > len(a.tokens) {
		return false
	}
	for n, word := range words {
		if t := a.tokens[i+n]; t.word != word || n > 0 && t.before == hard {
			return false
		}
	}
	return true
}

// hedges raises a doubt at the first word of doubt, or else of denial.
func (a *answerReader) hedges() {
	sentence := 0
	for i, t := range a.tokens {
		if t.name == otherWord && t.class&wordHedge != 0 {
			a.raise(Hedged, t.raw)
		}
		if t.before == hard {
			sentence = i
		}
		if t.question && (a.said != Direction{} ||
			slices.ContainsFunc(a.tokens[sentence:i+1], func(t token) bool { return t.relation != layout.EQ })) {
			a.raise(Hedged, "?")
		}
	}
	for _, t := range a.tokens {
		if t.class&wordNegation != 0 {
			a.raise(Negated, t.raw)
		}
	}
}

// mention returns the next mention at or after token i.
func (a *answerReader) mention(i int) (m mention, ok bool) {
	for ; i < len(a.tokens) && a.tokens[i].relation == layout.EQ; i++ {
	}
	if i == len(a.tokens) {
		return mention{}, false
	}
	m = mention{i, i, a.tokens[i].relation}
	for i++; i < len(a.tokens); i++ {
		t := a.tokens[i]
		if t.relation == layout.EQ {
			if t.before == hard || i > m.last+maxBetween {
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
	if largest == hard || largest == soft && !and || !and && !a.joinsPlainly(m.last+1, len(between)) {
		return layout.EQ, false
	}
	for _, b := range between {
		const small = wordAnd | wordLink | wordOf
		if and && b.class&small == 0 && b.name == otherWord && !isDigit(b.word, 0) {
			return layout.EQ, false
		}
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

// hear adds a mention to what was said; all mentions must agree.
func (a *answerReader) hear(m mention) {
	before, after := a.nameBefore(m.first), a.nameAfter(m.last)
	relation := m.relation
	switch {
	case a.comesFrom(m.first), before != otherWord && before == after,
		before == otherWord && after == locatumName, before == relatumName && after == otherWord:
		a.raise(Several, a.tokens[m.first].raw)
	case before == relatumName && after == locatumName:
		relation = relation.Converse()
	}
	if a.said.Relation != layout.EQ && a.said.Relation != relation {
		a.raise(Several, a.tokens[m.first].raw)
	}
	a.said.Relation = relation
}

// comesFrom reports whether "from" or "from the" stands before token i.
func (a *answerReader) comesFrom(i int) bool {
	if i > 0 && a.tokens[i].before <= glue && a.tokens[i-1].word == englishThe {
		i--
	}
	return i > 0 && a.tokens[i].before <= glue && a.tokens[i-1].word == englishFrom
}

// nameBefore returns the name that is the subject of the direction at token i. In "C relative to A is above" A is none.
func (a *answerReader) nameBefore(i int) askedName {
	for ; i > 0 && a.tokens[i].before <= glue; i-- {
		t := a.tokens[i-1]
		switch {
		case t.name != otherWord && i > 1 && t.before <= glue && a.tokens[i-2].class&(wordOf|wordLink) != 0 &&
			a.tokens[i-2].word != englishThe:
			return otherWord
		case t.name != otherWord || t.class&(wordLink|wordIs) == 0:
			return t.name
		}
	}
	return otherWord
}

// nameAfter returns the name that the direction at token i is against.
func (a *answerReader) nameAfter(i int) askedName {
	for i++; i < len(a.tokens) && a.tokens[i].before <= glue; i++ {
		t := a.tokens[i]
		if t.name != otherWord || t.class&(wordLink|wordOf) == 0 && t.word != englishOClock {
			return t.name
		}
	}
	return otherWord
}
