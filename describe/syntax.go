package describe

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// Problem says why a sentence was not read.
type Problem uint8

// The problems. The zero value is none.
const (
	NoProblem      Problem = iota
	EmptySentence          // a full stop with no sentence before it
	UnknownName            // a name is expected and none that is allowed stands there
	NoVerb                 // the first name is not followed by "is" or the like
	UnknownPhrase          // the words after "is" are no place that is understood
	SelfRelation           // an object is related to itself
	Unfinished             // the sentence goes on where it must end
	AmbiguousNames         // the names allow two ways to read the sentence
	TooLong                // the text is longer than MaxText

	AmbiguousDirection // a direction that can be meant in two ways, or whose landmark is not said
	AmbiguousReference // "it" or the like that can stand for two objects
	Contradiction      // parts of the sentence that cannot both hold

	NoSize  // no sentence says how many rows and columns the map has
	OffMap  // the map has no such cell
	BadSize // the map would be larger than layout.MaxMapSide, or its size is said twice
	Misfit  // what the sentence says cannot be beside what the others say: a thing on a wall, a name that stands twice
)

var problemTexts = [...]string{
	NoProblem:      "no problem",
	EmptySentence:  "an empty sentence",
	UnknownName:    "no known name",
	NoVerb:         `a name must be followed by "is"`,
	UnknownPhrase:  "no direction phrase goes on like this",
	SelfRelation:   "an object cannot be related to itself",
	Unfinished:     "the sentence must end here, with a full stop, a new line or the end of the text",
	AmbiguousNames: "the names allow more than one reading",
	TooLong:        "the text is too long",

	AmbiguousDirection: "the direction can be meant in more than one way",
	AmbiguousReference: "it is not clear which object is meant",
	Contradiction:      "the parts of the sentence contradict each other",

	NoSize:  "no sentence says how many rows and columns the map has",
	OffMap:  "the map has no such cell",
	BadSize: "the map cannot be of this size",
	Misfit:  "this cannot be beside what the other sentences say",
}

// String says the problem in words.
func (p Problem) String() string {
	if int(p) >= len(problemTexts) {
		return "Problem(?)"
	}
	return problemTexts[p]
}

// SyntaxError is the error of [Read] and [ReadMap]: what it could not understand, and where. The zero value holds no problem;
// neither returns it.
type SyntaxError struct {
	Problem   Problem
	Offset    int    // bytes from the start of the text to where understanding ended
	Line, Col int    // the same place, both from 1; Col counts characters
	Sentence  string // the sentence, cut off when it is long
	Near      string // what stands at Offset, cut off when it is long; empty at the end of the text
}

// Error names the place, the problem and the sentence.
func (e *SyntaxError) Error() string {
	text := fmt.Sprintf("describe: line %d, column %d: %v", e.Line, e.Col, e.Problem)
	if e.Near != "" {
		text += fmt.Sprintf(", at %q", e.Near)
	}
	if e.Sentence != e.Near {
		text += fmt.Sprintf(" in %q", e.Sentence)
	}
	if e.Problem == TooLong {
		text += fmt.Sprintf("; the limit is %d bytes", MaxText)
	}
	return text
}

// syntaxError makes the error for a problem at offset in the sentence that starts at start.
func syntaxError(text string, problem Problem, start, offset int) error {
	before := text[:offset]
	lineStart := strings.LastIndexByte(before, '\n') + 1
	return &SyntaxError{
		Problem: problem, Offset: offset,
		Line: strings.Count(before, "\n") + 1, Col: utf8.RuneCountInString(before[lineStart:]) + 1,
		Sentence: excerpt(text[start:]), Near: excerpt(text[offset:]),
	}
}

// excerpt returns the start of s up to the end of the sentence or line, 80 bytes at most.
func excerpt(s string) string {
	const limit = 80
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\n', i >= limit && utf8.RuneStart(s[i]):
			return s[:i]
		case s[i] == '.' && blankLen(s, i+1) > 0:
			return s[:i+1]
		}
	}
	return s
}
