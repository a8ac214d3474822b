package qa

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// How a way on a map may be written: steps joined by commas, blanks, "and", "then" or arrows, as letters (n, ne), compass words, up, down, left and
// right, or as nothing but arrows; a number of times before or behind a step that stands alone between commas ("2 north, east 1"), or "twice" behind it.
// Or one step a line. Letters that run together ("nne") are refused, for "ne" may be one step or two, and so is "north east" without a
// comma where there are diagonal steps.

// mostSteps is how many steps are read.
const mostSteps = 1 << 14

var (
	stepLead = regexp.MustCompile(`^(?:here is |follow |take )?(?:the |a |one )?(?:shortest |least )?(?:way|path|route|steps|moves)(?: is| are)?:? `)
	stepJoin = regexp.MustCompile(`->|→|,|\bthen\b|\band\b`)
)

var upWords = map[string]layout.Cardinal{
	"up": layout.N, "right": layout.E, "down": layout.S, "left": layout.W, "upwards": layout.N, "downwards": layout.S,
}

var stepArrows = map[rune]layout.Cardinal{
	'↑': layout.N, '→': layout.E, '↓': layout.S, '←': layout.W, '↗': layout.NE, '↘': layout.SE, '↙': layout.SW, '↖': layout.NW,
}

var stepCounts = map[string]int{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// stepsOf returns the steps that a text consists of, diagonal ones only if allowed.
func stepsOf(text string, diagonal bool) (Moves, bool) {
	if moves, ok := arrowsOf(text, diagonal); ok {
		return moves, true
	}
	text = strings.ToLower(text)
	text = strings.TrimPrefix(text, stepLead.FindString(text))
	for _, pair := range []string{"[]", "()"} {
		if len(text) > 1 && text[0] == pair[0] && text[len(text)-1] == pair[1] {
			text = text[1 : len(text)-1]
		}
	}
	var moves Moves
	for _, leg := range stepJoin.Split(text, -1) {
		var ok bool
		if moves, ok = appendLeg(moves, leg, diagonal); !ok || len(moves) > mostSteps {
			return nil, false
		}
	}
	return moves, len(moves) > 0
}

// arrowsOf returns the steps of a text of nothing but arrows.
func arrowsOf(text string, diagonal bool) (moves Moves, ok bool) {
	for _, r := range text {
		if strings.ContainsRune(" \t,", r) {
			continue
		}
		move, ok := stepArrows[r]
		if !ok || !diagonal && !move.Straight() || len(moves) == mostSteps {
			return nil, false
		}
		moves = append(moves, move)
	}
	return moves, len(moves) > 0
}

// appendLeg appends the steps of a text in which no comma stands.
func appendLeg(moves Moves, leg string, diagonal bool) (Moves, bool) {
	words := strings.Fields(leg)
	start, count, afterWord := len(moves), 0, false
	for i := 0; i < len(words); i++ {
		word := words[i]
		if i+1 < len(words) && words[i+1] == "times" {
			word += " times"
			i++
		}
		move := stepOf(word, diagonal)
		if n := moveTimes[word]; n > 0 && count == 0 {
			// It repeats the step before it, also one before a comma where nothing else stands; "two times north" is a number before a step.
			if alone := i == len(words)-1 && len(moves) == start; len(moves) == start && !(alone && start > 0) {
				count = n
				continue
			}
			for range n - 1 {
				moves = append(moves, moves[len(moves)-1])
			}
			afterWord = false
			continue
		}
		if n := stepCount(strings.TrimSuffix(word, " times")); n > 0 && count == 0 {
			count = n
			continue
		}
		switch {
		case move != layout.EQ:
			whole := len(word) > 2
			if whole && afterWord && diagonal && !slices.Contains([]layout.Cardinal{layout.EQ, move, move.Converse()}, moves[len(moves)-1]) {
				return nil, false // "north east"
			}
			afterWord = whole
			moves = append(moves, move)
		case slices.Contains([]string{"go", "move", "walk", "head", "first", "step", "steps", "cell", "cells", "to", "the"}, word):
		default:
			return nil, false
		}
	}
	if count == 0 {
		return moves, true
	}
	if len(moves) != start+1 || count > mostSteps {
		return nil, false // to which step a number belongs is not told
	}
	for range count - 1 {
		moves = append(moves, moves[start])
	}
	return moves, true
}

// stepOf returns the step that a word is, EQ for none.
func stepOf(word string, diagonal bool) layout.Cardinal {
	move := moveWords[word]
	if move == layout.EQ {
		move = upWords[word]
	}
	if move == layout.EQ && diagonal {
		move = diagonalWords[word]
	}
	return move
}

// stepCount returns the number that a word is, as in "2", "x2" and "two"; 0 for none.
func stepCount(word string) int {
	if n := stepCounts[word]; n > 0 {
		return n
	}
	word = strings.TrimSuffix(strings.TrimPrefix(strings.TrimPrefix(word, "x"), "×"), "x")
	if n, err := strconv.Atoi(word); err == nil && n > 0 && word[0] != '+' {
		return n
	}
	return 0
}

// readSteps reads the steps of a way, or that there is none.
func readSteps(response string, diagonal bool) (Answer, error) {
	if all, err := parts(response); err == nil && len(all) > 1 {
		// One step a line: two lines with "n" are two steps, not one that is said twice.
		var lines Moves
		single := true
		for _, p := range all {
			if moves, ok := stepsOf(p.text, diagonal); ok {
				single = single && len(moves) == 1 && !p.concluding
				lines = append(lines, moves...)
			} else if stepCount(p.text) == 0 {
				single = false
			}
		}
		if single && len(lines) > 1 {
			return lines, nil
		}
	}
	return readOrNone(response, func(text string) (Answer, bool) {
		moves, ok := stepsOf(text, diagonal)
		return moves, ok
	})
}
