package describe

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// MaxText is the longest text that is read, in bytes: 1 MiB.
const MaxText = 1 << 20

// Description is what a text states. The zero Description states nothing.
type Description struct {
	Names      []string   // the names that Fact.Locatum and Fact.Relatum count
	Facts      []Fact     // in the order of the text
	Spans      []Span     // by fact: the sentence that it was read from
	Vocabulary Vocabulary // those that occur
	// Reading is that of the direction words, and World the grid: as the text says, or else as the reader was told.
	Reading layout.Reading
	World   layout.World
	// QuestionReading is what direction words mean in questions about the text: what it says of them, or else Reading, but
	// Aligned where words are unit steps in the text.
	QuestionReading layout.Reading
}

// Span is a part of a text: the bytes from Start up to and without End.
type Span struct{ Start, End int }

// Reader reads descriptions and questions. The zero Reader reads names of any kind in the Aligned reading. A Reader that
// is used again allocates nothing once it has read a text as long before; it must not be used by two goroutines at once.
type Reader struct {
	Names   []string       // the names that are allowed; nil allows any
	Reading layout.Reading // of direction words, where the text does not say: Aligned, HalfPlane or UnitStep
	World   layout.World   // the grid, as far as the text does not say

	table  *wordTable
	text   string
	names  nameTable
	tokens []readToken // a window of the text
	at     int         // the current token
	next   int         // the place in text after the last token

	d       Description // what is said so far
	reading layout.Reading
	stated  bool // the text says the reading
	asking  bool // a question is read: it has no new names
	asked   []Fact
	settled bool // the text says whether objects share cells
	begins  int  // the place where the current sentence starts

	problem  Problem
	failedAt int

	own []string // the open names that were read last, in memory that is the reader's

	sentenceState
	predicateState
	choices choices
}

// Read takes a description back to its facts: plain English sentences about where objects are, in the Aligned reading
// unless the text says otherwise. Case of the words, repeated blanks, line ends, list markers ("- ", "* ", "• ", "1. ", "1) ") and the
// kind of apostrophe do not matter, and a sentence may end with its line or with the text instead of a full stop.
//
// With names, only these are allowed and Description.Names is that slice, not a copy; they may hold blanks, stops and
// words of the phrases, and must not be empty or repeat. They are matched exactly, letter case included; but a sentence
// may start with a capital, and an article may stand before a name, or be missing where the name has one. With nil, a
// name is one word of letters, digits, '-' and '_' that sentences are not made of ("A" and "I" are fine, "it" and "AS"
// are not), with a number behind it or not ("room 2"), or several words after an article ("the red square"), and the names
// are listed in the order of first mention, without their articles. The capital that a longer name has only where it
// starts a sentence is not told apart: "Kitchen" and "kitchen" are then one.
//
// Everything else is a [*SyntaxError], and nothing is returned beside it: Read never guesses and never drops a
// sentence. It does not ask whether the facts agree with each other. An empty text states nothing and is no error.
//
// Reading takes time in proportion to the text: less than a microsecond of a CPU for a sentence of usual names. Names that
// hold words of the phrases take up to some dozens of times that, and every given name with the first letter of a word is
// compared with it.
func Read(text string, names []string) (Description, error) {
	const shortest = len("A is over B.")
	n := min(strings.Count(text, ".")+1, len(text)/shortest+1)
	d := Description{Facts: make([]Fact, 0, n), Spans: make([]Span, 0, n)}
	r := Reader{Names: names}
	room := new(readRoom)
	r.tokens, r.subjects, r.landmarks = room.tokens[:0], room.subjects[:0], room.landmarks[:0]
	r.groups, r.stamps = room.groups[:0], room.stamps[:0]
	if err := r.Read(&d, text); err != nil {
		return Description{}, err
	}
	return d, nil
}

// readRoom is room for what a reader needs for usual texts.
type readRoom struct {
	tokens    [24]readToken
	subjects  [2]placed
	landmarks [2]placed
	groups    [2]group
	stamps    [16]groupStamp
}

// Read is like the function [Read], with the reader's names and reading, but replaces d and uses its slices again. The
// names in d share memory with the text. After an error d states nothing.
func (r *Reader) Read(d *Description, text string) error {
	if !r.Reading.OfWords() {
		d.clear()
		return invalidReading(r.Reading)
	}
	if len(text) > MaxText {
		d.clear()
		return syntaxError(text, TooLong, 0, MaxText)
	}
	r.table, r.text, r.reading, r.stated = readTable(), text, r.Reading, false
	for {
		if r.Names == nil {
			r.names.clear(r.ownNames(d))
		} else if err := r.names.giveOnce(r.Names, r.table); err != nil {
			d.clear()
			return err
		}
		r.d = Description{Facts: d.Facts[:0], Spans: d.Spans[:0]}
		before := r.reading
		r.settled = false
		if !r.sentences() {
			d.clear()
			return syntaxError(text, r.problem, r.begins, r.failedAt)
		}
		d.Facts, d.Spans = r.d.Facts, r.d.Spans
		if !r.stated || before == r.reading {
			break // else facts stand before the sentence that says how to read them
		}
	}
	*d = r.d
	d.Names, d.Reading = r.names.names, r.reading
	if d.QuestionReading == layout.Aligned && d.Reading != layout.UnitStep {
		d.QuestionReading = d.Reading
	}
	if d.World.Rows == 0 {
		d.World.Rows = r.World.Rows
	}
	if d.World.Cols == 0 {
		d.World.Cols = r.World.Cols
	}
	if !r.settled {
		d.World.Sharing = r.World.Sharing
	}
	r.d, r.text = Description{}, ""
	if r.names.open {
		r.own = d.Names
	}
	return nil
}

// clear makes d state nothing and keeps its memory.
func (d *Description) clear() {
	d.Names, d.Facts, d.Spans = d.Names[:0], d.Facts[:0], d.Spans[:0]
	d.Vocabulary, d.Reading, d.World, d.QuestionReading = 0, layout.Aligned, layout.World{}, layout.Aligned
}

// ownNames returns the memory of the names of d if it is the reader's to write to, and not a list that was given.
func (r *Reader) ownNames(d *Description) []string {
	if cap(d.Names) > 0 && cap(r.own) > 0 && &d.Names[:1][0] == &r.own[:1][0] {
		return d.Names
	}
	return nil
}

// sentences reads all sentences of the text, or fails.
func (r *Reader) sentences() bool {
	r.tokens, r.at, r.next = r.tokens[:0], 0, 0
	r.problem, r.failedAt = NoProblem, 0
	for {
		r.discard()
		first := r.token(0)
		if first.role == roleEnd {
			return true
		}
		r.begins = int(first.start)
		from := len(r.d.Facts)
		if !r.oneSentence() {
			return false
		}
		span := Span{r.begins, int(r.tokens[r.at-1].end)}
		for range len(r.d.Facts) - from {
			r.d.Spans = append(r.d.Spans, span)
		}
	}
}

// discard forgets the tokens of sentences that were read.
func (r *Reader) discard() {
	if r.at == len(r.tokens) {
		r.tokens, r.at = r.tokens[:0], 0
	} else if r.at > 64 {
		r.tokens = r.tokens[:copy(r.tokens, r.tokens[r.at:])]
		r.at = 0
	}
}

// oneSentence reads the sentence at the current token and its full stop. Where names hold words of the grammar, it tries
// all ways to split the sentence into names and words; exactly one must be a sentence, and there must not be too many.
func (r *Reader) oneSentence() bool {
	if !r.names.odd || r.names.open {
		return r.sentence()
	}
	return r.anySentence()
}

// fail notes a problem and returns false.
func (r *Reader) fail(problem Problem, at int) bool {
	if r.problem == NoProblem {
		r.problem, r.failedAt = problem, at
	}
	return false
}

// unexpected fails at the current token: it is no part of what may stand here.
func (r *Reader) unexpected(problem Problem) bool {
	return r.fail(problem, int(r.token(0).start))
}
