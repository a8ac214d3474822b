package describe

import "strings"

// MaxText is the longest text that is read, in bytes: 1 MiB.
const MaxText = 1 << 20

// Description is what a text states. The zero Description states nothing.
type Description struct {
	Names      []string   // the names that Fact.Locatum and Fact.Relatum count
	Facts      []Fact     // one a sentence, in the order of the text
	Vocabulary Vocabulary // those that occur
}

// Read takes a description back to its facts: sentences "A is PHRASE B." with any phrase of the English lexicon, and
// the base words of [AppendPairs] ("in the same place as" reads as layout.EQ). Case of the words, repeated blanks, line
// ends, list markers ("- ", "* ", "• ", "1. ", "1) ") and the kind of apostrophe do not matter, and a sentence may end
// with its line or with the text instead of a full stop. Names are matched exactly, letter case included.
//
// With names, only these are allowed and Description.Names is that slice, not a copy; they may hold blanks, stops and
// words of the phrases, and must not be empty or repeat. With nil, a name is one word of letters, digits, '-' and '_'
// that sentences are not made of ("A" and "I" are fine, "it" and "AS" are not), and the names are listed in the order
// of first mention.
//
// Everything else is a [*SyntaxError], and nothing is returned beside it: Read never guesses and never drops a
// sentence. It does not ask whether the facts agree with each other. An empty text states nothing and is no error.
func Read(text string, names []string) (Description, error) {
	if len(text) > MaxText {
		return Description{}, syntaxError(text, TooLong, 0, MaxText)
	}
	r := reader{lex: English(), text: text}
	if err := r.names.give(names); err != nil {
		return Description{}, err
	}
	const shortest = len("A is over B.")
	facts := make([]Fact, 0, min(strings.Count(text, ".")+1, len(text)/shortest+1))
	var used Vocabulary
	for i := r.next(0); i < len(text); {
		r.sentence(i)
		if r.problem != NoProblem {
			return Description{}, syntaxError(text, r.problem, i, r.failedAt)
		}
		facts = append(facts, Fact{
			Locatum: r.names.intern(text, r.found.locatum), Relatum: r.names.intern(text, r.found.relatum),
			Relation: r.found.meaning.relation, Reading: r.found.meaning.reading,
		})
		used |= r.found.meaning.vocabulary
		i = r.next(r.found.end)
	}
	return Description{Names: r.names.names, Facts: facts, Vocabulary: used}, nil
}

// reader reads one sentence at a time. It tries every name and every phrase that could stand at each place; exactly one
// way through must reach the end of the sentence.
type reader struct {
	lex   *Lexicon
	text  string
	names nameTable

	found    statement // the way through
	problem  Problem   // why there is none, or not one only
	failedAt int       // how far the furthest way came
}

// statement is a sentence that was understood.
type statement struct {
	locatum, relatum place
	meaning          meaning
	end              int
}

// next returns the place where the next sentence starts at or after i: past blanks and a list marker.
func (r *reader) next(i int) int {
	start := skipBlanks(r.text, i)
	if i == 0 || strings.IndexByte(r.text[i:start], '\n') >= 0 {
		if marker := markerLen(r.text[start:]); marker > 0 && !r.nameStands(start) {
			// What follows must be a sentence: a bare marker is not the end of the text.
			if after := skipBlanks(r.text, start+marker); after < len(r.text) {
				return after
			}
		}
	}
	return start
}

// nameStands reports whether a given name stands at text[i:] as a whole: "1." may be one.
func (r *reader) nameStands(i int) bool {
	if r.names.open {
		return false
	}
	name, ok := r.names.at(r.lex, r.text, i)
	for ok && blankLen(r.text, name.end) == 0 {
		name, ok = r.names.after(r.text, name)
	}
	return ok
}

// markerLen returns the length of the list marker at the start of s, without the blank that must follow it.
func markerLen(s string) int {
	n := 0
	switch {
	case strings.HasPrefix(s, "-"), strings.HasPrefix(s, "*"):
		n = 1
	case strings.HasPrefix(s, "•"):
		n = len("•")
	default:
		for n < len(s) && '0' <= s[n] && s[n] <= '9' {
			n++
		}
		if n == 0 || n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	}
	if blankLen(s, n) == 0 {
		return 0
	}
	return n
}

// sentence reads the sentence at text[start:], which is not empty, into found, or sets problem.
func (r *reader) sentence(start int) {
	r.found, r.problem, r.failedAt = statement{}, NoProblem, -1
	if r.text[start] == '.' {
		r.fail(EmptySentence, start)
		return
	}
	locatum, ok := r.names.at(r.lex, r.text, start)
	if !ok {
		r.fail(UnknownName, start)
	}
	for ; ok; locatum, ok = r.names.after(r.text, locatum) {
		r.afterName(locatum)
	}
	switch {
	case r.found.end == 0:
	case r.problem == AmbiguousNames:
		r.failedAt = start
	case r.names.intern(r.text, r.found.locatum) == r.names.intern(r.text, r.found.relatum):
		r.problem, r.failedAt = SelfRelation, r.found.relatum.start
	default:
		r.problem = NoProblem
	}
}

// afterName reads on from the locatum: "is", then every phrase, each with every relatum.
func (r *reader) afterName(locatum place) {
	if blankLen(r.text, locatum.end) == 0 {
		r.fail(UnknownName, locatum.start)
		return
	}
	i := skipBlanks(r.text, locatum.end)
	var buf wordBuffer
	word, end := nextWord(r.text, i, &buf)
	if string(word) != englishIs || blankLen(r.text, end) == 0 {
		r.fail(NoVerb, i)
		return
	}
	i = skipBlanks(r.text, end)
	for node := uint16(0); ; {
		node, end = r.lex.grammar.step(node, r.text, i)
		if node == noNode || blankLen(r.text, end) == 0 {
			r.fail(UnknownPhrase, i)
			return
		}
		i = skipBlanks(r.text, end)
		if n := &r.lex.grammar.nodes[node]; n.complete {
			r.afterPhrase(locatum, n.meaning, i)
		}
	}
}

// afterPhrase reads the relatum at text[i:] and the end of the sentence.
func (r *reader) afterPhrase(locatum place, m meaning, i int) {
	relatum, ok := r.names.at(r.lex, r.text, i)
	if !ok {
		r.fail(UnknownName, i)
	}
	for ; ok; relatum, ok = r.names.after(r.text, relatum) {
		end, ends := sentenceEnd(r.text, relatum.end)
		switch {
		case !ends:
			r.fail(Unfinished, relatum.end)
		case r.found.end > 0:
			r.problem = AmbiguousNames
		default:
			r.found = statement{locatum, relatum, m, end}
		}
	}
}

// fail notes a problem unless another way came as far.
func (r *reader) fail(problem Problem, at int) {
	if at > r.failedAt && r.problem != AmbiguousNames {
		r.problem, r.failedAt = problem, at
	}
}

// sentenceEnd returns the place after the end of a sentence whose last name ends at text[i].
func sentenceEnd(text string, i int) (end int, ok bool) {
	for i < len(text) && text[i] != '\n' && blankLen(text, i) > 0 {
		i += blankLen(text, i)
	}
	switch {
	case i == len(text) || text[i] == '\n':
		return i, true
	case text[i] == '.' && (i+1 == len(text) || blankLen(text, i+1) > 0):
		return i + 1, true
	}
	return i, false
}
