package describe

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Plan is what a description will say: facts, in order, each with its phrase. The zero Plan says nothing and is ready
// to use; a Plan that is used again allocates nothing once it has been as long before.
//
// Order and wording are drawn in two steps, from two random streams, so that a new phrase never changes which side a
// fact is stated from.
type Plan struct {
	Facts   []Fact
	Phrases []PhraseID // by fact; facts beyond its end are said in base words
}

// Arrange replaces the plan by these facts: each stated from either side with equal chance ("A is above B." or "B is
// below A."), in random order. The facts are copied. No phrases are chosen yet.
func (p *Plan) Arrange(facts []Fact, src seed.Source) {
	p.Facts, p.Phrases = append(p.Facts[:0], facts...), p.Phrases[:0]
	for i, f := range p.Facts {
		if src.Intn(2) == 1 {
			p.Facts[i] = f.Converse()
		}
	}
	seed.Shuffle(src, p.Facts)
}

// Word chooses a phrase for every fact, by weight. Every vocabulary of v occurs at least once; the facts that are left
// get one of them with equal chance. It is an error when v is not valid, when there are fewer facts than vocabularies
// in v, or when a fact is not one of the eight directions in the Aligned reading; the plan then has no phrases. A nil
// lexicon is [English]; it is an error as well when the lexicon has no phrase for a fact, as the zero one never has.
func (p *Plan) Word(lex *Lexicon, v Vocabulary, src seed.Source) error {
	lex, p.Phrases = lex.orEnglish(), p.Phrases[:0]
	if !v.Valid() {
		return invalidVocabulary(v)
	}
	n := v.Len()
	if len(p.Facts) < n {
		return fmt.Errorf("describe: %d facts cannot use all %d vocabularies of %s; one fact is needed for each",
			len(p.Facts), n, v)
	}
	for i, f := range p.Facts {
		switch {
		case f.Relation == layout.EQ || !f.Relation.Valid():
			return fmt.Errorf("describe: fact %d has relation %v; want one of the eight directions", i, f.Relation)
		case f.Reading != layout.Aligned:
			return fmt.Errorf("describe: fact %d has reading %v; the phrases are %v", i, f.Reading, layout.Aligned)
		}
	}
	// First each fact's vocabulary: one of each, the rest as they fall, then mixed. Then the phrase in its place.
	p.Phrases = slices.Grow(p.Phrases, len(p.Facts))[:len(p.Facts)]
	for i := range p.Phrases {
		which := i
		if i >= n {
			which = src.Intn(n)
		}
		p.Phrases[i] = PhraseID(v.nth(which).index())
	}
	if n > 1 {
		seed.Shuffle(src, p.Phrases)
	}
	for i, vocabulary := range p.Phrases {
		slots := lex.slots[vocabulary][p.Facts[i].Relation]
		if len(slots) == 0 {
			p.Phrases = p.Phrases[:0]
			return fmt.Errorf("describe: the lexicon has no %v phrase for %v", Vocabulary(1)<<vocabulary, p.Facts[i].Relation)
		}
		p.Phrases[i] = slots[src.Intn(len(slots))]
	}
	return nil
}

// Used returns the vocabularies that occur in the chosen phrases, empty when none are chosen.
func (p *Plan) Used(lex *Lexicon) Vocabulary {
	var used Vocabulary
	for _, id := range p.Phrases {
		used |= lex.Phrase(id).Vocabulary
	}
	return used
}

// Append appends one sentence a fact, "A is above B.", joined by blanks. Objects without a name are written as "#" and
// their number; names should hold them all, or the text does not read back. A nil lexicon
// is [English]; the zero one has no words to write between the names.
func (p *Plan) Append(dst []byte, lex *Lexicon, names []string) []byte {
	lex = lex.orEnglish()
	for i, f := range p.Facts {
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = appendName(dst, names, f.Locatum)
		if i < len(p.Phrases) && int(p.Phrases[i]) < len(lex.middles) {
			dst = append(dst, lex.middles[p.Phrases[i]]...)
		} else {
			dst = append(dst, lex.between[f.Relation%layout.Cardinals]...)
		}
		dst = appendName(dst, names, f.Relatum)
		dst = append(dst, '.')
	}
	return dst
}

func appendName(dst []byte, names []string, i int) []byte {
	if uint(i) < uint(len(names)) {
		return append(dst, names[i]...)
	}
	return strconv.AppendInt(append(dst, '#'), int64(i), 10)
}
