package describe

import "github.com/gridscribe/gridscribe/layout"

// words raises a doubt at the first word, or pair of words, of a class.
func (a *answerReader) words(class wordClass, doubt Doubt) {
	for i, t := range a.tokens {
		if t.class&class != 0 || t.class&wordPaired != 0 && a.paired(i, class) {
			a.raise(doubt, t.raw)
			return
		}
	}
}

// paired reports whether token i and one soon after it are of a class together.
func (a *answerReader) paired(i int, class wordClass) bool {
	const far = 4
	for n := i + 1; n < len(a.tokens) && n <= i+far && a.tokens[n].before < full; n++ {
		for _, p := range englishPairs {
			if p.class == class && p.first == a.tokens[i].word && p.second == a.tokens[n].word {
				return true
			}
		}
	}
	return false
}

// questions raises a doubt at a question that names a direction.
func (a *answerReader) questions() {
	named := false
	for i, t := range a.tokens {
		if t.before == full {
			named = false
		}
		named = named || t.relation != layout.EQ || t.class&wordSame != 0 && a.shared(i).last >= i
		if named && t.question {
			a.raise(Hedged, "?")
		}
	}
}

// numbers raises a doubt at a direction that is said zero times, or of the number of a row or a column.
func (a *answerReader) numbers(first, end int) {
	compared, numbered := noName, false
	for i := first; i < end; i++ {
		t, last, next := a.tokens[i], token{before: full}, token{before: full}
		if i > first {
			last = a.tokens[i-1]
		}
		if i+1 < end {
			next = a.tokens[i+1]
		}
		switch {
		case t.class&wordZero != 0 && t.relation == layout.EQ && last.class&(wordLine|wordNumber) == 0 &&
			(next.before <= glue && (next.class&wordLink != 0 || next.relation != layout.EQ) ||
				last.word == englishBy || last.relation != layout.EQ):
			a.raise(Several, t.raw)
		case t.class&wordCompared != 0:
			compared = i
		case t.class&wordNumber != 0:
			numbered = true
		case t.class&wordLine != 0 && !a.counted(i):
			numbered = numbered || i < 3 || last.class&wordCompared == 0 || a.tokens[i-3].word != englishIn
		}
	}
	if compared >= 0 && numbered {
		a.raise(Several, a.tokens[compared].raw)
	}
}

// counted reports whether a number stands before token i, and none after it: "one row", not "row 1".
func (a *answerReader) counted(i int) bool {
	if i == 0 {
		return false
	}
	last := a.tokens[i-1]
	_, spelled := a.lex.clock[last.word]
	return last.before < full && (spelled || isDigit(last.word, 0))
}

// motion passes over the directions of a sentence about going somewhere.
func (a *answerReader) motion(first, end int) {
	moves, from, to := false, noName, noName
	for i := first; i < end && !moves; i++ {
		t := a.tokens[i]
		moves = t.class&wordMotion != 0 || t.class&wordPaired != 0 && a.paired(i, wordMotion)
		if t.name == noName || i == first {
			continue
		}
		at := i - 1
		if a.tokens[at].word == englishThe && at > first {
			at--
		}
		switch last := a.tokens[at]; {
		case last.word == englishFrom:
			from = int(t.name)
		case last.class&wordTo != 0 && at > first && a.tokens[at-1].name != noName:
			moves = true
		case last.class&wordTo != 0 && (at == first || a.tokens[at-1].class&wordOf == 0): // not "relative to"
			to = int(t.name)
		}
		moves = moves || from >= 0 && to >= 0 && from != to
	}
	if !moves {
		return
	}
	a.moves = true
	for i := first; i < end; i++ {
		a.tokens[i].relation = layout.EQ
		a.tokens[i].class &^= wordSame
	}
}
