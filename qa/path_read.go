package qa

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// noWay is the answer of questions about ways that there is none.
const noWay = Word("none")

// noWayWords say that there is no way, in lower case.
var noWayWords = phraseSet("none", "no way", "no path", "no route", "there is none", "there is no way", "there is no path", "there is no route", "no way exists",
	"no path exists", "no such way", "no such path", "there is no such way", "there is no such path")

// phraseSet returns a set of phrases.
func phraseSet(phrases ...string) map[string]bool {
	all := make(map[string]bool, len(phrases))
	for _, p := range phrases {
		all[p] = true
	}
	return all
}

var diagonalWords = map[string]layout.Cardinal{
	"ne": layout.NE, "se": layout.SE, "sw": layout.SW, "nw": layout.NW,
	"northeast": layout.NE, "southeast": layout.SE, "southwest": layout.SW, "northwest": layout.NW,
	"north-east": layout.NE, "south-east": layout.SE, "south-west": layout.SW, "north-west": layout.NW,
}

// mostSteps is how many steps are read.
const mostSteps = 1 << 14

// stepsOf returns the steps that a text consists of, diagonal ones only if allowed.
func stepsOf(text string, diagonal bool) (Moves, bool) {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "->", " "), "→", " ")
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \t\r\n,", r) })
	var moves Moves
	for i := 0; i < len(words); i++ {
		word := words[i]
		if i+1 < len(words) && words[i+1] == "times" {
			word += " times"
			i++
		}
		move := moveWords[word]
		if move == layout.EQ && diagonal {
			move = diagonalWords[word]
		}
		switch n := moveTimes[word]; {
		case move != layout.EQ:
			moves = append(moves, move)
		case n > 0 && len(moves) > 0:
			for range n - 1 {
				moves = append(moves, moves[len(moves)-1])
			}
		default:
			switch word {
			case "and", "then", "go", "move", "walk", "head", "first", "step":
			default:
				return nil, false
			}
		}
		if len(moves) > mostSteps {
			return nil, false
		}
	}
	return moves, len(moves) > 0
}

// readOrNone reads an answer, or that there is no way.
func readOrNone(response string, of func(text string) (Answer, bool)) (Answer, error) {
	parse := func(text string) (Answer, bool) {
		if noWayWords[strings.ToLower(text)] {
			return noWay, true
		}
		return of(text)
	}
	return settle(response, parse, func(text string, given *Answer) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		if strings.Contains(strings.ToLower(text), "no way") || strings.Contains(strings.ToLower(text), "no path") {
			return fmt.Errorf("%.40q is not clear", text)
		}
		return nil
	})
}

// readSteps reads the steps of a way, or that there is none.
func readSteps(response string, diagonal bool) (Answer, error) {
	return readOrNone(response, func(text string) (Answer, bool) {
		moves, ok := stepsOf(text, diagonal)
		return moves, ok
	})
}

// readLength reads a number of a unit, or that there is no way.
func readLength(response, unit string) (Answer, error) {
	return readOrNone(response, func(text string) (Answer, bool) {
		n, ok := numberOf(text, unit, nil)
		return n, ok
	})
}

var noWayThere = regexp.MustCompile(`(?i)\bthere(?: is|'s) no (way|path|route)\b`)

// readReach reads whether there is a way. "No, there is no way" denies once, not twice.
func readReach(response string) (TruthValue, error) {
	return readTruth(noWayThere.ReplaceAllString(response, "there is not a $1"), nil)
}
