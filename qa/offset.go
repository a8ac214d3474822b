package qa

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Offset answers a question for how far something lies from something else: so many rows down and columns to the right, less than 0
// for up and left. The zero Offset is the same place.
type Offset struct{ Rows, Cols int }

// String returns the offset as in "(2, -3)", rows first.
func (o Offset) String() string { return fmt.Sprintf("(%d, %d)", o.Rows, o.Cols) }

// Equal reports whether other is the same offset.
func (o Offset) Equal(other Answer) bool { return other == Answer(o) }

func (Offset) sealed() {}

var (
	offsetNumbers = regexp.MustCompile(`^(?:\(([+-]?\d{1,3}), ?([+-]?\d{1,3})\)|\[([+-]?\d{1,3}), ?([+-]?\d{1,3})\]|([+-]?\d{1,3}), ?([+-]?\d{1,3}))$`)
	offsetNamed   = regexp.MustCompile(`^(?:rows?:? ?(?:= ?)?([+-]?\d{1,3}),? (?:and )?(?:columns?|cols?):? ?(?:= ?)?([+-]?\d{1,3})|([+-]?\d{1,3}) rows?,? (?:and )?([+-]?\d{1,3}) columns?)$`)
	offsetWords   = regexp.MustCompile(`^(\d{1,3}) (?:rows? )?(down|up),? (?:and )?(\d{1,3}) (?:columns? )?(?:to the )?(right|left)$`)
)

// offsetOf returns the offset that a text is: "(2, -3)", "2, -3", "2 rows, -3 columns" or "2 rows down and 3 columns to the left".
func offsetOf(text string) (Offset, bool) {
	text = strings.ToLower(strings.ReplaceAll(strings.TrimSpace(text), "−", "-"))
	text = strings.TrimPrefix(text, "it is ")
	for _, re := range []*regexp.Regexp{offsetNumbers, offsetNamed} {
		m := re.FindStringSubmatch(text)
		for i := 1; i < len(m); i += 2 {
			if m[i] != "" {
				rows, _ := strconv.Atoi(m[i])
				cols, _ := strconv.Atoi(m[i+1])
				return Offset{rows, cols}, true
			}
		}
	}
	if m := offsetWords.FindStringSubmatch(text); m != nil {
		rows, _ := strconv.Atoi(m[1])
		cols, _ := strconv.Atoi(m[3])
		if m[2] == "up" {
			rows = -rows
		}
		if m[4] == "left" {
			cols = -cols
		}
		return Offset{rows, cols}, true
	}
	return Offset{}, false
}

// readOffset reads the offset that a response gives.
func readOffset(response string) (Offset, error) {
	return settle(response, offsetOf, func(text string, given *Offset) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}
