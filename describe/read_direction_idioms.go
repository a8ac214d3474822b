package describe

import (
	"slices"
	"strings"
	"unicode"

	"github.com/gridscribe/gridscribe/layout"
)

// idiom is a way to use the word of a direction that names none.
type idiom struct {
	tokens   []token
	at       int  // the first word of a direction among them
	sentence bool // it starts a sentence
	aside    bool // it is a direction after all when one goes on after it
}

// addIdioms enters the idioms. The words must be known.
func (lex *Lexicon) addIdioms() {
	lex.idioms = make(map[string][]idiom)
	add := func(text string, aside bool) {
		tokens := lex.tokenize(text, nil)
		at := slices.IndexFunc(tokens, func(t token) bool { return t.class&wordDirection != 0 })
		word := tokens[at].word
		lex.idioms[word] = append(lex.idioms[word], idiom{tokens, at, unicode.IsUpper(rune(text[0])), aside})
	}
	for _, row := range englishIdioms {
		for _, text := range strings.Split(row.texts, " / ") {
			add(text, row.aside)
		}
	}
	for _, text := range strings.Fields(englishTexts) {
		for _, place := range [...]string{englishAbove, englishBelow} {
			add(text+" "+place, true)
			add(place+" "+text, true)
		}
	}
}

// idioms takes the directions out of idioms.
func (a *answerReader) idioms() {
	for i, t := range a.tokens {
		if t.class&wordDirection == 0 {
			continue
		}
		for _, p := range a.lex.idioms[t.word] {
			first, end := i-p.at, i-p.at+len(p.tokens)
			if !a.isIdiom(p, first, end) || p.aside && a.goesOn(end-1) {
				continue
			}
			for n := first; n < end; n++ {
				a.tokens[n].class &^= wordDirection | wordPreposition | wordMotion
			}
		}
	}
}

// isIdiom reports whether an idiom is tokens first to end, with the same commas.
func (a *answerReader) isIdiom(p idiom, first, end int) bool {
	if first < 0 || end > len(a.tokens) || p.sentence && first > 0 && a.tokens[first].before < full {
		return false
	}
	for n, want := range p.tokens {
		t := a.tokens[first+n]
		if t.word != want.word || n > 0 && (t.before > soft || t.before == soft != (want.before == soft)) {
			return false
		}
	}
	return true
}

// goesOn reports whether what a direction at token i is against follows it, or more of a direction.
func (a *answerReader) goesOn(i int) bool {
	if reference, _ := a.referenceAfter(i); reference != noName {
		return true
	}
	for i++; i < len(a.tokens) && a.tokens[i].before < hard; i++ {
		switch t := a.tokens[i]; {
		case t.class.relation() != layout.EQ:
			return true
		case t.class&(wordAnd|wordLink|wordOf) == 0:
			return false
		}
	}
	return false
}
