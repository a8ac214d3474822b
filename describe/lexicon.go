package describe

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/gridscribe/gridscribe/layout"
)

// LexiconVersion numbers the words that a corpus is written in: phrases and their weights, questions, prompts and steps of
// reasoning. A change to any of them bumps it; a change to what is understood does not, nor do words for kinds of facts
// that could not be said before.
const LexiconVersion = 1

// Phrase is one way to state a direction: it stands in "A is PHRASE B.", with A the locatum and B the relatum. The zero
// Phrase says nothing, and stands for one that does not exist. Facts without a direction have counted phrases, which are
// made of parts and are not among these.
type Phrase struct {
	Text       string          // lower case, single blanks, as in "to the left of"
	Relation   layout.Cardinal // of the locatum to the relatum, never EQ
	Vocabulary Vocabulary      // a single one
	Readings   ReadingSet      // the readings in which a careful reader can take it one way alone
	Weight     int             // how often it is said against its equals (same relation, vocabulary and reading), at least 1
}

// PhraseID is the place of a phrase in its [Lexicon], counted from 0; numbers from [Lexicon.Len] on are those of counted
// phrases. The number of a phrase stays the same for one [LexiconVersion], that of a counted phrase may not.
type PhraseID uint16

// plainWords stands for no phrase: the fact is said in its plainest words.
const plainWords PhraseID = 1<<16 - 1

// Lexicon is all words of one language. It never changes once built, so any number of goroutines can share it.
//
// A nil *Lexicon stands for [English] everywhere. The zero Lexicon has no words at all: [Plan.Word] fails with it, and
// [Plan.Append] writes names and full stops alone.
type Lexicon struct {
	phrases []Phrase
	middles []string // " is PHRASE ", by phrase
	// slots holds each phrase as many times as its weight.
	slots   [layout.UnitStep + 1][vocabularies][layout.Cardinals][]PhraseID
	forms   []countedForm // the patterns of Measured facts
	counted []counted     // their phrases, numbered after the others
	byNeeds [vocabularies][axisNeedCount][axisNeedCount]formsOf
	base    [layout.Cardinals]string   // the plainest words
	between [layout.Cardinals]string   // " is BASE "
	words   map[string]wordClass       // what a word means in an answer
	clock   map[string]layout.Cardinal // "10", "ten" and "10:30" as directions
	same    []samePhrase               // ways to say that a row or a column is shared
	notName map[string]bool            // words that are never taken for a name
	joins   [][]string                 // between two parts of a diagonal without an "and"
	idioms  map[string][]idiom         // by the first word of a direction in them
	dotted  *strings.Replacer          // "N.W." as "NW"
}

// English returns the English lexicon.
func English() *Lexicon { return english() }

var english = sync.OnceValue(func() *Lexicon {
	lex := &Lexicon{phrases: englishPhrases(), base: englishBase, same: englishSame()}
	lex.clock = englishClock()
	lex.words = make(map[string]wordClass)
	for _, list := range englishWords {
		for _, word := range strings.Fields(list.words) {
			lex.words[word] |= list.class
		}
	}
	for _, p := range englishPairs {
		lex.words[p.first] |= wordPaired
	}
	for _, p := range lex.same {
		lex.words[p.words[0]] |= wordSame
	}
	for _, join := range englishJoins {
		lex.joins = append(lex.joins, strings.Fields(join))
	}
	lex.addIdioms()
	lex.dotted = strings.NewReplacer(englishDotted...)
	lex.index()
	lex.addCounted(Spatial, countedSpatial)
	lex.addCounted(Compass, countedCompass)
	for _, word := range strings.Fields(englishNotNames) {
		lex.notName[word] = true
	}
	return lex
})

// index fills in what follows from the phrases and the base words.
func (lex *Lexicon) index() {
	lex.notName = make(map[string]bool)
	for i, p := range lex.phrases {
		id := PhraseID(i)
		lex.middles = append(lex.middles, " "+englishIs+" "+p.Text+" ")
		for reading := range lex.slots {
			if p.Readings.Has(layout.Reading(reading)) {
				at := &lex.slots[reading][p.Vocabulary.index()][p.Relation]
				*at = append(*at, slices.Repeat([]PhraseID{id}, p.Weight)...)
			}
		}
		lex.reserve(p.Text)
	}
	for relation, text := range lex.base {
		lex.between[relation] = " " + englishIs + " " + text + " "
		lex.reserve(text)
	}
}

// reserve makes the words of a phrase, other than numbers, never the name of an object.
func (lex *Lexicon) reserve(text string) {
	for i := 0; i < len(text); i = skipBlanks(text, i) {
		var buf wordBuffer
		word, end := nextWord(text, i, &buf)
		if word[0] > '9' {
			lex.notName[string(word)] = true
		}
		i = end
	}
}

// orEnglish returns lex, English for nil.
func (lex *Lexicon) orEnglish() *Lexicon {
	if lex == nil {
		return English()
	}
	return lex
}

// Len returns the number of phrases of directions.
func (lex *Lexicon) Len() int { return len(lex.orEnglish().phrases) }

// Phrase returns a phrase of a direction by its number; the zero Phrase when there is none with it.
func (lex *Lexicon) Phrase(id PhraseID) Phrase {
	lex = lex.orEnglish()
	if int(id) >= len(lex.phrases) {
		return Phrase{}
	}
	return lex.phrases[id]
}

// All goes through the phrases of directions in the order of their numbers.
func (lex *Lexicon) All() iter.Seq2[PhraseID, Phrase] {
	return func(yield func(PhraseID, Phrase) bool) {
		for i, p := range lex.orEnglish().phrases {
			if !yield(PhraseID(i), p) {
				return
			}
		}
	}
}

// AppendBase appends the plainest words for a relation, such as "above and to the left of"; EQ is "in the same place
// as". A value outside the nine relations appends nothing.
func AppendBase(dst []byte, relation layout.Cardinal) []byte {
	if !relation.Valid() {
		return dst
	}
	return append(dst, English().base[relation]...)
}
