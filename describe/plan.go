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
	Phrases []PhraseID // by fact; facts beyond its end are said in plain words
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

// Word chooses a phrase for every fact, by weight, among those that are said in the fact's reading. Every vocabulary of v
// occurs at least once; the facts that are left get one of them with equal chance. A fact that no vocabulary of v can
// state, such as "in row 2" in Clock, is said in Spatial words.
//
// It is an error when v is not valid, when there are fewer facts that can be said in a vocabulary of v than it needs, or
// when a fact says nothing or is not sound; the plan then has no phrases. A nil lexicon is [English]; it is an error as
// well when the lexicon has no phrase for a fact, as the zero one never has.
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
	all := true // facts can be said in every vocabulary
	for i := range p.Facts {
		f := &p.Facts[i]
		if !f.Reading.OfWords() || f.Relation == layout.EQ || !f.Relation.Valid() {
			if err := measurable(i, f); err != nil {
				return err
			}
			all = false
		} else if f.Reading == layout.HalfPlane && v.Has(Clock) && f.Relation.Straight() {
			all = false
		}
	}
	p.Phrases = slices.Grow(p.Phrases, len(p.Facts))[:len(p.Facts)]
	if all {
		p.spread(v, src)
	} else if err := p.spreadWhereSaid(lex, v, src); err != nil {
		p.Phrases = p.Phrases[:0]
		return err
	}
	for i, vocabulary := range p.Phrases {
		f := &p.Facts[i]
		if !f.Reading.OfWords() {
			p.Phrases[i] = lex.chooseCounted(f, Vocabulary(1)<<vocabulary, src)
			continue
		}
		slots := lex.slots[f.Reading][vocabulary][f.Relation]
		if len(slots) == 0 {
			p.Phrases = p.Phrases[:0]
			return fmt.Errorf("describe: the lexicon has no %v phrase for %v in the reading %v",
				Vocabulary(1)<<vocabulary, f.Relation, f.Reading)
		}
		p.Phrases[i] = slots[src.Intn(len(slots))]
	}
	return nil
}

// measurable returns what is wrong with fact i, which is no direction.
func measurable(i int, f *Fact) error {
	switch {
	case f.Reading.OfWords():
		return fmt.Errorf("describe: fact %d has relation %v; want one of the eight directions", i, f.Relation)
	case !f.Reading.Valid():
		return fmt.Errorf("describe: fact %d has reading %v; want one of the %d that there are", i, f.Reading, layout.Readings)
	case f.Reading == layout.InCorner:
		return nil
	case f.Rows.Lo > f.Rows.Hi || f.Cols.Lo > f.Cols.Hi:
		return fmt.Errorf("describe: fact %d has rows %v and columns %v; no number is in an empty interval", i, f.Rows, f.Cols)
	case f.Rows == layout.Anything() && f.Cols == layout.Anything():
		return fmt.Errorf("describe: fact %d says nothing: any row and any column", i)
	}
	return nil
}

// spread puts into Phrases the vocabulary of each fact: one of each of v, the rest as they fall, then mixed.
func (p *Plan) spread(v Vocabulary, src seed.Source) {
	n := v.Len()
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
}

// spreadWhereSaid does the same where not every fact can be said in all of v. What can be said in few vocabularies can be
// said in all that are wider: clock in compass, compass in spatial. So each is given, narrowest first, to one of the
// facts that can take it, and the rest fall as they may.
func (p *Plan) spreadWhereSaid(lex *Lexicon, v Vocabulary, src seed.Source) error {
	const open = plainWords
	for i := range p.Phrases {
		p.Phrases[i] = open
	}
	for _, vocabulary := range [...]Vocabulary{Clock, Compass, Spatial} {
		if !v.Has(vocabulary) {
			continue
		}
		able := 0
		for i := range p.Facts {
			if p.Phrases[i] == open && lex.said(&p.Facts[i], v).Has(vocabulary) {
				able++
			}
		}
		if able == 0 {
			return fmt.Errorf("describe: too few of the %d facts can be said in %v words for the vocabulary %v",
				len(p.Facts), vocabulary, v)
		}
		left := src.Intn(able)
		for i := range p.Facts {
			if p.Phrases[i] != open || !lex.said(&p.Facts[i], v).Has(vocabulary) {
				continue
			}
			if left == 0 {
				p.Phrases[i] = PhraseID(vocabulary.index())
				break
			}
			left--
		}
	}
	for i := range p.Facts {
		if p.Phrases[i] != open {
			continue
		}
		said := lex.said(&p.Facts[i], v)
		if said == 0 {
			said = Spatial
		}
		p.Phrases[i] = PhraseID(said.nth(src.Intn(said.Len())).index())
	}
	return nil
}

// said returns the vocabularies of v in which a fact can be said. Plain words, which can say anything, are Spatial.
func (lex *Lexicon) said(f *Fact, v Vocabulary) Vocabulary {
	said := v & Spatial
	for _, vocabulary := range [...]Vocabulary{Compass, Clock} {
		switch {
		case !v.Has(vocabulary):
		case !f.Reading.OfWords():
			if lex.hasCounted(f, vocabulary) {
				said |= vocabulary
			}
		case len(lex.slots[f.Reading][vocabulary.index()][f.Relation]) > 0:
			said |= vocabulary
		}
	}
	return said
}

// Append appends one sentence a fact, "A is above B.", joined by blanks. A name that starts with an article starts a
// sentence with a capital: "The red square is above A.". Objects without a name are written as "#" and
// their number; names should hold them all, or the text does not read back. A nil lexicon
// is [English]; the zero one has no words to write between the names.
func (p *Plan) Append(dst []byte, lex *Lexicon, names []string) []byte {
	lex = lex.orEnglish()
	for i := range p.Facts {
		f := &p.Facts[i]
		if i > 0 {
			dst = append(dst, ' ')
		}
		dst = appendFirstName(dst, names, f.Locatum)
		id := plainWords
		if i < len(p.Phrases) {
			id = p.Phrases[i]
		}
		if !f.Reading.OfWords() && len(lex.forms) > 0 {
			dst = append(dst, " "+englishIs+" "...)
			dst = append(lex.appendMeasured(dst, id, f, names), '.')
			continue
		}
		if int(id) < len(lex.middles) {
			dst = append(dst, lex.middles[id]...)
		} else {
			dst = append(dst, lex.between[f.Relation%layout.Cardinals]...)
		}
		dst = append(appendName(dst, names, f.Relatum), '.')
	}
	return dst
}

// AppendFact appends one fact of any reading in its plainest words, numbers in digits, without a full stop: "A is above
// and to the left of B", "A is 2 rows above B", "A is in row 2, column 5". Directions are in the words of [AppendBase] in
// every reading. Nothing is written in capitals that is not so in the names.
func AppendFact(dst []byte, f Fact, names []string) []byte {
	dst = append(appendName(dst, names, f.Locatum), " "+englishIs+" "...)
	if !f.Reading.OfWords() {
		return English().appendPlain(dst, &f, names)
	}
	dst = append(AppendBase(dst, f.Relation), ' ')
	return appendName(dst, names, f.Relatum)
}

func appendName(dst []byte, names []string, i int) []byte {
	if uint(i) < uint(len(names)) {
		return append(dst, names[i]...)
	}
	return strconv.AppendInt(append(dst, '#'), int64(i), 10)
}

// appendFirstName appends a name at the start of a sentence.
func appendFirstName(dst []byte, names []string, i int) []byte {
	if uint(i) >= uint(len(names)) {
		return appendName(dst, names, i)
	}
	return appendSentenceName(dst, names[i])
}

func appendSentenceName(dst []byte, name string) []byte {
	start := len(dst)
	dst = append(dst, name...)
	capitalise(dst[start:], name)
	return dst
}

// capitalise turns the first letter of a sentence that starts with this name into a capital if it starts an article.
func capitalise(sentence []byte, name string) {
	if len(name) > 2 && (name[0] == 't' || name[0] == 'a') && startsWithArticle(name) {
		sentence[0] -= 'a' - 'A'
	}
}
