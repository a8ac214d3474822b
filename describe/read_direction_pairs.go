package describe

import "github.com/gridscribe/gridscribe/layout"

// hearPart hears the mentions in tokens first to end.
func (a *answerReader) hearPart(first, end int) {
	var near nearby
	for _, t := range a.tokens[first:end] {
		near.third = near.third || t.name != noName && !a.asked(int(t.name))
	}
	at, before := first, mention{subject: noName}
	for m, ok := a.mention(first, end); ok; m, ok = a.mention(m.last+1, end) {
		a.place(&m)
		for ; at < m.first; at++ {
			a.pass(at, first, &near)
		}
		if m.subject == noName && before.subject != noName && a.continues(before.last+1, m.first) {
			m.subject = before.subject
		}
		a.hear(m, near)
		if m.end >= at {
			near.before = near.before || m.subject >= 0 || m.reference >= 0
			for ; at <= m.end; at++ {
				a.passThird(at, &near)
			}
		}
		before = m
	}
	a.third = a.third || near.third
}

// nearby is what else is named in the part of a sentence where a mention stands.
type nearby struct {
	third       bool // a third object, anywhere
	thirdBefore bool // a third object, before the mention
	before      bool // any object, before the mention
	wrongWay    bool // the pair the wrong way round, before the mention
}

// pass notes the name at token i, if one stands there. The first of the pair tells which way round it is spoken of.
func (a *answerReader) pass(i, first int, near *nearby) {
	a.passThird(i, near)
	name := int(a.tokens[i].name)
	if !a.asked(name) || near.before {
		return
	}
	at := i - 1
	if at > first && a.tokens[at].word == englishThe {
		at--
	}
	against := at >= first && a.tokens[at].class&wordAgainst != 0
	near.before, near.wrongWay = true, against == (name == a.locatum)
}

func (a *answerReader) passThird(i int, near *nearby) {
	name := int(a.tokens[i].name)
	near.thirdBefore = near.thirdBefore || name != noName && !a.asked(name)
}

// hear adds a mention to what was said; all mentions must agree.
func (a *answerReader) hear(m mention, near nearby) {
	word := a.tokens[m.first].raw
	isThird := func(name int) bool { return name >= 0 && !a.asked(name) }
	one := m.subject >= 0 || m.reference >= 0
	both := m.subject >= 0 && m.reference >= 0
	stands := m.subject == pronoun || m.reference == pronoun
	switch {
	case a.comesFrom(m.first), a.besideName(m, both), !both && a.loose(m), both && m.subject == m.reference:
		a.raise(Several, word)
		return
	case isThird(m.subject) || isThird(m.reference):
		return
	case both:
	case a.moves, stands && (a.third || near.thirdBefore), one && near.third, !one && near.thirdBefore:
		a.raise(Several, word)
		return
	}
	a.said.SameRow, a.said.SameCol = a.said.SameRow || m.sameRow, a.said.SameCol || m.sameCol
	if m.relation == layout.EQ {
		return
	}
	said, relation := &a.said.Relation, m.relation
	switch {
	case !one && near.wrongWay:
		a.raise(Several, word)
	case m.subject == a.relatum || m.reference == a.locatum:
		if relation = relation.Converse(); !both {
			said, a.turnedWord = &a.turned, word
		}
	}
	if *said != layout.EQ && *said != relation {
		a.raise(Several, word)
	}
	*said = relation
}

// comesFrom reports whether "from" or "from the" stands before token i.
func (a *answerReader) comesFrom(i int) bool {
	if i > 0 && a.tokens[i].before <= glue && a.tokens[i-1].word == englishThe {
		i--
	}
	return i > 0 && a.tokens[i].before <= glue && a.tokens[i-1].word == englishFrom
}

// besideName reports whether a name that is a direction itself stands right beside a mention so that the two can be one
// direction: "top left" where an object is called "top".
func (a *answerReader) besideName(m mention, both bool) bool {
	direction := func(i int) bool {
		t := a.tokens[i]
		return t.name != noName && a.lex.words[foldWord(t.raw)]&wordDirection != 0
	}
	return m.first > 0 && a.tokens[m.first].before <= glue && direction(m.first-1) ||
		!both && m.last+1 < len(a.tokens) && a.tokens[m.last+1].before <= glue && direction(m.last+1)
}

// loose reports whether a name stands after a mention without an "of" between them, as in "on the left A".
func (a *answerReader) loose(m mention) bool {
	return m.relation != layout.EQ && m.reference >= 0 && m.end == m.last+1 && a.tokens[m.last].class&wordPreposition == 0
}

// place finds the subject and the reference of a mention.
func (a *answerReader) place(m *mention) {
	m.subject, m.end = noName, m.last
	reference, at := a.referenceAfter(m.last)
	if m.reference = reference; reference != noName {
		m.end = at
	}
	for i := m.first; i > 0 && a.tokens[i].before <= glue; i-- {
		switch t := a.tokens[i-1]; {
		case t.name == noName && t.class&(wordLink|wordIs) != 0:
			continue
		case t.owner && i == m.first && m.reference == noName: // "to A's left"
			m.reference = int(t.name)
			continue
		case t.name == noName:
			if t.class&wordPronoun != 0 {
				m.subject = pronoun
			}
		case i > 1 && t.before <= glue && a.tokens[i-2].class&(wordOf|wordLink) != 0 && a.tokens[i-2].word != englishThe:
			// In "C relative to A is above" A is not the subject.
		default:
			m.subject = int(t.name)
			if m.relation == layout.EQ && m.reference == noName && i > 2 && t.before <= glue &&
				a.tokens[i-2].class&wordAnd != 0 && a.tokens[i-3].name != noName { // "A and C are in the same row"
				m.reference = int(a.tokens[i-3].name)
			}
		}
		break
	}
	if m.subject != noName || m.reference < 0 {
		return
	}
	if subject, at := a.subjectAfter(m.end); subject != noName {
		m.subject, m.end = subject, at
	}
}

// referenceAfter returns the name or pronoun that the direction at token i is against, and where it stands.
func (a *answerReader) referenceAfter(i int) (name, at int) {
	for i++; i < len(a.tokens) && a.tokens[i].before <= glue; i++ {
		switch t := a.tokens[i]; {
		case t.name != noName:
			return int(t.name), i
		case t.class&wordPronoun != 0:
			return pronoun, i
		case t.class&(wordLink|wordOf) == 0 && t.word != englishOClock:
			return noName, 0
		}
	}
	return noName, 0
}

// subjectAfter returns the name in "left of A is NAME", A being token i, and where it stands.
func (a *answerReader) subjectAfter(i int) (name, at int) {
	is := false
	for i++; i < len(a.tokens) && a.tokens[i].before <= glue; i++ {
		t := a.tokens[i]
		switch is = is || t.class&wordIs != 0; {
		case t.name != noName && is:
			return int(t.name), i
		case t.name != noName || t.class&wordIs == 0 && t.word != englishThe:
			return noName, 0
		}
	}
	return noName, 0
}

// continues reports whether tokens first to end lead on to token end from a direction of the same subject: "of B and".
func (a *answerReader) continues(first, end int) bool {
	for _, t := range a.tokens[first:end] {
		const small = wordAnd | wordLink | wordIs | wordOf
		if t.before >= hard || t.name == noName && t.class&small == 0 {
			return false
		}
	}
	return a.tokens[end].before < hard
}
