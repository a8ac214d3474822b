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
