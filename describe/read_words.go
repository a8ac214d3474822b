package describe

import (
	"math/bits"
	"strings"
	"sync"
)

// wordRole is the job of a word in descriptions. Every word that is understood has one; the grammar is written in terms
// of roles, never of the words themselves.
type wordRole uint8

// The roles. Those up to roleStop are no words.
const (
	roleUnknown wordRole = iota // a word that is not in the tables: part of a name, or not understood
	rolePunct                   // anything else
	roleEnd                     // the end of the text
	roleStop                    // the full stop of a sentence
	roleQuestion
	roleComma // a comma or a semicolon
	rolePossessive
	roleName // a given name

	roleBad        // known, but no part of a description: "not", "perhaps"
	roleDet        // "the"
	roleBoth       // "both"
	roleIs         // "is"
	roleStands     // "lies": a verb that needs no "located"
	roleHas        // "has"
	roleDo         // "do", "you" and "go" of questions
	roleMay        // "could"
	roleBe         // "be"
	roleAsk        // "where"
	roleAskWhat    // "what"
	roleWhich      // "which"
	rolePlaced     // "located"
	roleTo         // before a direction and after it
	roleAt         // "at"
	roleOn         // "on", "in"
	roleFrom       // "from"
	roleOf         // "of"
	roleThan       // "than"
	roleAs         // "as"
	roleWith       // "with"
	roleBy         // "by", "x" in "5 by 5"
	roleRelative   // "relative" to, with "respect" to
	roleBetween    // "between"
	roleIf         // "if"
	roleSuppose    // "suppose"
	roleThat       // "that"
	roleAnd        // "and"
	roleOr         // "or"
	roleThen       // "then"
	roleToo        // "too", "also"
	roleWell       // "well" in "as well"
	roleDirectly   // says nothing, or that a direction is straight
	roleStraightly // "vertically", "horizontally"
	roleDiagonally // "diagonally"
	roleDiagonal   // "diagonal"
	roleAbout      // "approximately" 45 degrees
	roleThere      // "there"
	roleHere       // "here"
	roleIt
	roleIts
	roleThem
	roleSortal  // "object"
	roleLabeled // "object labeled A"
	roleDir     // a direction
	roleAbove   // a direction that takes its relatum without "of"
	roleOver    // the same, but "over there" is none
	roleHand    // "left hand side"
	roleSide    // a noun after a direction that adds nothing
	roleCorner
	rolePlace // what is counted or shared: "cell", "position"
	roleRow   // "row", and num 1 for "column"
	roleLine  // "line", "plane"
	roleLevel // "level", "height"
	roleMost  // "topmost"
	roleNumber
	roleTime // "10:30"
	roleOClock
	roleOrdinal
	roleLast
	roleExactly
	roleLeast
	roleAtMost // "most"
	roleMore
	roleFewer
	roleNo
	roleHigher  // "higher", "lower"
	roleFurther // "further"
	roleSomewhere
	roleAnywhere
	roleAngle
	roleDegree
	roleBearing
	roleClock
	roleFace
	roleCenter
	roleOff
	roleSame
	roleSmall
	roleGap
	roleGrid
	roleParallel
	roleAxial // "horizontal", "vertical"
	roleNext  // "next", "beside"
	roleEach
	roleOther
	rolePossible
	roleRelation // "relation", "position" in questions: a noun for what is asked
)

// Flags of words.
const (
	flagName    uint8 = 1 << iota // may be a name, or part of one, where names are open
	flagCompass                   // a direction of the compass; without it, spatial
	flagNoun                      // a direction that needs a noun or a second direction: "upper"
	flagSplit                     // may be a part of a word with hyphens
	flagSame                      // what two objects may share: "place"
	flagUnit                      // what is counted: "steps"
	flagSide                      // may stand after a direction: "position"
	flagA                         // the word "a", which may be a name
)

// readWord is what is known of a word.
type readWord struct {
	role       wordRole
	rows, cols int8 // of a direction
	flags      uint8
	num        int32 // of a number, an hour, an ordinal; for other roles see there
}

// wordKey is a folded word of up to 16 bytes.
type wordKey struct{ lo, hi uint64 }

func (k wordKey) hash() uint64 {
	return bits.RotateLeft64(k.lo*0x9e3779b97f4a7c15, 29) ^ k.hi*0xc2b2ae3d27d4eb4f
}

// wordTable finds words: a table with open addressing, at most a quarter full.
type wordTable struct {
	keys  [readTableSize]wordKey
	words [readTableSize]readWord
}

const (
	readTableBits = 12
	readTableSize = 1 << readTableBits
)

func (t *wordTable) find(k wordKey) (w readWord, ok bool) {
	for i := k.hash() >> (64 - readTableBits); ; i = (i + 1) % readTableSize {
		if t.keys[i&(readTableSize-1)] == k {
			return t.words[i&(readTableSize-1)], true
		}
		if t.keys[i&(readTableSize-1)].lo == 0 {
			return readWord{}, false
		}
	}
}

// add enters a word unless it is there.
func (t *wordTable) add(text string, w readWord) {
	k, ok := keyOf(text)
	if !ok {
		return
	}
	i := k.hash() >> (64 - readTableBits)
	for ; t.keys[i].lo != 0; i = (i + 1) % readTableSize {
		if t.keys[i] == k {
			return
		}
	}
	t.keys[i], t.words[i] = k, w
}

// keyOf folds a word of ASCII letters and digits; ok is false when it is too long or empty.
func keyOf(text string) (k wordKey, ok bool) {
	n := 0
	for i := 0; i < len(text); i++ {
		c := text[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		if c == '-' || c == '\'' {
			continue
		}
		if n == 16 {
			return wordKey{}, false
		}
		k.put(n, c)
		n++
	}
	return k, n > 0
}

func (k *wordKey) put(n int, c byte) {
	if n < 8 {
		k.lo |= uint64(c) << (8 * n)
	} else {
		k.hi |= uint64(c) << (8 * (n - 8))
	}
}

// readTable is the table of all words that the reader of descriptions understands.
var readTable = sync.OnceValue(func() *wordTable {
	t := new(wordTable)
	for _, list := range englishReadWords {
		for _, word := range strings.Fields(list.words) {
			t.add(word, readWord{list.role, list.rows, list.cols, list.flags, list.num})
		}
	}
	for _, list := range englishReadNumbers {
		for i, word := range strings.Fields(list.words) {
			t.add(word, readWord{role: list.role, flags: list.flags, num: int32(list.from + i*list.step)})
		}
	}
	for _, v := range englishReadCompounds {
		for _, h := range englishReadCompounds {
			if v.rows != 0 && h.cols != 0 && v.flags == h.flags {
				t.add(v.text+h.text, readWord{v.role, v.rows, h.cols, v.flags, 0})
				if v.flags&flagCompass != 0 {
					for _, ending := range englishReadEndings {
						t.add(v.text+h.text+ending.text, readWord{v.role, v.rows, h.cols, v.flags | ending.flags, 0})
					}
				}
			}
		}
		for _, ending := range englishReadEndings {
			if v.role == roleDir && (v.flags&flagCompass != 0 || ending.flags == 0) {
				t.add(v.text+ending.text, readWord{v.role, v.rows, v.cols, v.flags | ending.flags, 0})
			}
		}
	}
	// What is no part of any description: the words that answers are doubted by, and those that are never names.
	for _, list := range englishWords {
		if list.class&(wordNegation|wordHedge|wordPronoun|wordMotion|wordSays|wordSo) != 0 {
			for _, word := range strings.Fields(list.words) {
				if len(word) > 1 {
					t.add(word, readWord{role: roleBad})
				}
			}
		}
	}
	for _, words := range []string{englishReadBad, englishNotNames} {
		for _, word := range strings.Fields(words) {
			if word != "a" {
				t.add(word, readWord{role: roleBad})
			}
		}
	}
	return t
})
