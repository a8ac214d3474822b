package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Redrawn answers a request to draw a map again: its rows, a character for each cell. The zero Redrawn has no rows and is no answer.
type Redrawn []string

// String returns the rows, one a line.
func (r Redrawn) String() string { return strings.Join(r, "\n") }

// Equal reports whether other is a drawing with the same characters.
func (r Redrawn) Equal(other Answer) bool {
	o, ok := other.(Redrawn)
	return ok && slices.Equal(r, o)
}

func (Redrawn) sealed() {}

// readRedrawn reads the map of this size that a response draws. Lines of a single run of marks are part of a drawing; several
// drawings must agree, but for those before a line that says that the answer follows, as in "Answer:".
func readRedrawn(response string, rows, cols int, rooms []layout.Room) (Redrawn, error) {
	if len(response) > mostResponse {
		return nil, errLong
	}
	if strings.Contains(response, "?") {
		return nil, errQuestion
	}
	var given, block Redrawn
	var other error // a drawing of another size, or one that does not agree
	end := func() {
		switch {
		case len(block) == 0 || len(block) == 1 && rows > 1:
			// One line of marks may be a word in capitals.
		case len(block) != rows || slices.ContainsFunc(block, func(line string) bool { return len(line) != cols }):
			other = fmt.Errorf("a drawing of %d rows is no map of %d rows and %d columns", len(block), rows, cols)
		case given != nil && !given.Equal(block):
			other = fmt.Errorf("two maps are drawn that differ")
		default:
			given = block
		}
		block = nil
	}
	tagged := strings.NewReplacer("<answer>", "\nAnswer:\n", "</answer>", "\n").Replace(response)
	for _, line := range strings.Split(tagged, "\n") {
		line = unspaced(strings.Trim(line, " \t\r"), 2*cols-1)
		if line != "" && isMarks(line, rooms) {
			block = append(block, line)
			continue
		}
		end()
		if strings.HasPrefix(line, "```") {
			continue
		}
		text, concluding := stripped(line)
		if concluding && text == "" {
			given, other = nil, nil
		}
		if err := hedged(text); err != nil {
			return nil, err
		}
		if given != nil {
			if err := negated(text); err != nil {
				return nil, err
			}
		}
	}
	end()
	switch {
	case other != nil:
		return nil, other
	case given == nil:
		return nil, errNone
	}
	return given, nil
}

// unspaced returns a line of so many characters, of which every other is a blank, without the blanks; others as they are.
func unspaced(line string, n int) string {
	if len(line) != n || n < 3 {
		return line
	}
	for i := 1; i < n; i += 2 {
		if line[i] != ' ' {
			return line
		}
	}
	return strings.ReplaceAll(line, " ", "")
}

// isMarks reports whether a line consists of nothing but what stands for cells of a map. Small letters are only what rooms are marked with: most
// words have others.
func isMarks(line string, rooms []layout.Room) bool {
	for _, c := range []byte(line) {
		switch {
		case 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == scene.FloorMark, c == scene.WallMark, c == scene.DoorMark:
		case slices.ContainsFunc(rooms, func(r layout.Room) bool { return r.Mark == c }):
		default:
			return false
		}
	}
	return true
}

// gradeRedrawn grades a drawing: the reward of a wrong one is the share of cells drawn right among those that changed or that it draws
// otherwise than they were before, so that the map as it was earns nothing.
func gradeRedrawn(given, before, after Redrawn) Verdict {
	v := graded(given, given.Equal(after), after)
	if v.Correct {
		return v
	}
	v.Reason = ""
	all, right := 0, 0
	for r := range after {
		for c := range len(after[r]) {
			g, b, a := given[r][c], before[r][c], after[r][c]
			if g == b && a == b {
				continue
			}
			if all++; g == a {
				right++
			} else if v.Reason == "" {
				v.Reason = fmt.Sprintf("row %d, column %d is drawn as %q; right is %q", r+1, c+1, g, a)
			}
		}
	}
	v.Reward = float64(right) / float64(max(all, 1))
	return v
}
