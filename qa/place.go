package qa

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Place answers a question for a cell. The zero Place is the top-left cell. Words count rows and columns from 1.
type Place struct{ layout.Cell }

// String returns the place as in "row 2, column 3".
func (p Place) String() string { return fmt.Sprintf("row %d, column %d", p.Row+1, p.Col+1) }

// Equal reports whether other is the same cell.
func (p Place) Equal(other Answer) bool { return other == Answer(p) }

func (Place) sealed() {}

var placeWords = regexp.MustCompile(`(?i)^(?:(?:it is )?(?:at|in|on) )?(?:row:? |r)(\d{1,3}),? ?(?:and )?(?:column:? |col:? |c)(\d{1,3})$|^[(\[](\d{1,3}), ?(\d{1,3})[)\]]$|^(\d{1,3}), ?(\d{1,3})$`)

// placeOf returns the place that a text is: "row 2, column 3", "(2, 3)" or "2, 3", the row first.
func placeOf(text string) (Place, bool) {
	m := placeWords.FindStringSubmatch(strings.TrimSpace(text))
	if m == nil {
		return Place{}, false
	}
	for i := 1; i < len(m); i += 2 {
		if m[i] != "" {
			row, _ := strconv.Atoi(m[i])
			col, _ := strconv.Atoi(m[i+1])
			return Place{layout.Cell{Row: row - 1, Col: col - 1}}, true
		}
	}
	return Place{}, false
}

// readPlace reads the cell that a response gives.
func readPlace(response string) (Place, error) {
	return settle(response, placeOf, func(text string, given *Place) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}
