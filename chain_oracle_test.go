package gridscribe_test

import (
	"fmt"
	"slices"
	"strings"
)

// This file reads and solves the stories of corpora with hops. Like the other oracles it shares no code and no table
// with what it tests.

// story is what the oracle makes of a text, given the names.
type story struct {
	names []string
	said  []statement
}

// nameAtStart returns the longest name that a text starts with, in a sentence with a capital, and what follows it.
func (s *story) nameAtStart(text string) (name int, rest string) {
	name = -1
	for i, n := range s.names {
		for _, try := range []string{n, strings.ToUpper(n[:1]) + n[1:]} {
			if after, ok := strings.CutPrefix(text, try); ok && (name < 0 || len(n) > len(s.names[name])) {
				name, rest = i, after
			}
		}
	}
	return name, rest
}

// nameAtEnd is the same for the end of a text.
func (s *story) nameAtEnd(text string) (name int, before string) {
	name = -1
	for i, n := range s.names {
		if head, ok := strings.CutSuffix(text, " "+n); ok && (name < 0 || len(n) > len(s.names[name])) {
			name, before = i, head
		}
	}
	return name, before
}

// readStory reads "NAME is PHRASE NAME." sentence by sentence.
func readStory(text string, names []string) (*story, error) {
	s := &story{names: names}
	parts, err := sentences(text)
	if err != nil {
		return nil, err
	}
	for _, part := range parts {
		a, rest := s.nameAtStart(part)
		b, middle := s.nameAtEnd(rest)
		phrase, ok := strings.CutPrefix(middle, " is ")
		m, known := phraseTable[phrase]
		if a < 0 || b < 0 || a == b || !ok || !known {
			return nil, fmt.Errorf("%q is no sentence about two of %v", part, names)
		}
		s.said = append(s.said, statement{a, b, m.signs, m.words})
	}
	return s, nil
}

// step is a place and how it was reached.
type reached struct {
	row, col int // against the start
	facts    int // the fewest that lead there
	via      int // the last of them
	from     int
	ways     int // shortest ways
}

// walk follows unit steps from an object to all that they tie to it, breadth first.
func (s *story) walk(start int) map[int]reached {
	found := map[int]reached{start: {via: -1, from: -1, ways: 1}}
	for queue := []int{start}; len(queue) > 0; queue = queue[1:] {
		here := queue[0]
		at := found[here]
		for i, f := range s.said {
			next, sign := -1, 0
			switch here {
			case f.a: // the other is where I am less the signs
				next, sign = f.b, -1
			case f.b:
				next, sign = f.a, +1
			default:
				continue
			}
			if was, ok := found[next]; ok {
				if was.facts == at.facts+1 {
					was.ways += at.ways
					found[next] = was
				}
				continue
			}
			found[next] = reached{at.row + sign*f.signs[0], at.col + sign*f.signs[1], at.facts + 1, i, here, at.ways}
			queue = append(queue, next)
		}
	}
	return found
}

// consistent reports two statements that disagree, or two objects in one cell where that is not allowed.
func (s *story) consistent(sharing bool) error {
	seen := make(map[int]bool)
	for start := range s.names {
		if seen[start] {
			continue
		}
		cells := make(map[[2]int]int)
		all := s.walk(start)
		for name, at := range all {
			seen[name] = true
			cell := [2]int{at.row, at.col}
			if other, taken := cells[cell]; taken && !sharing {
				return fmt.Errorf("%s and %s share a cell", s.names[name], s.names[other])
			}
			cells[cell] = name
		}
		for _, f := range s.said {
			a, ok := all[f.a]
			b := all[f.b]
			if ok && (a.row-b.row != f.signs[0] || a.col-b.col != f.signs[1]) {
				return fmt.Errorf("the sentences about %s and %s disagree with others", s.names[f.a], s.names[f.b])
			}
		}
	}
	return nil
}

// asked is a question as the oracle reads it.
type asked struct {
	kind string // full, vertical, horizontal, path, or the side of a question of truth
	a, b int
}

// readAsked reads the questions of corpora with hops, in the phrasings canonical and benchmark.
func (s *story) readAsked(text string) (asked, error) {
	body, ok := strings.CutSuffix(text, "?")
	if !ok {
		return asked{}, fmt.Errorf("%q is no question", text)
	}
	two := func(kind, a, b string) (asked, error) {
		b, _ = strings.CutSuffix(b, "?")
		q := asked{kind, slices.Index(s.names, a), slices.Index(s.names, b)}
		if q.a < 0 || q.b < 0 || q.a == q.b {
			return q, fmt.Errorf("%q asks about no two of %v", text, s.names)
		}
		return q, nil
	}
	for _, pattern := range []struct{ kind, before, between string }{
		{"full", "What is the relation of the agent ", " to the agent "},
		{"vertical", "What is the vertical relation of the agent ", " to the agent "},
		{"horizontal", "What is the horizontal relation of the agent ", " to the agent "},
		{"full", "What is the relation of ", " to "},
		{"vertical", "What is the vertical relation of ", " to "},
		{"horizontal", "What is the horizontal relation of ", " to "},
		{"path", "How do you go from ", " to "},
		{"up", "Is ", " in a higher row than "}, {"down", "Is ", " in a lower row than "},
		{"left", "Is ", " in a column to the left of "}, {"right", "Is ", " in a column to the right of "},
		{"up", "Is ", " above "}, {"down", "Is ", " below "},
		{"left", "Is ", " to the left of "}, {"right", "Is ", " to the right of "},
		{"vertical", "Where is ", " vertically relative to "}, {"horizontal", "Where is ", " horizontally relative to "},
		{"full", "Where is ", " relative to "},
	} {
		if rest, ok := strings.CutPrefix(body, pattern.before); ok {
			if a, b, ok := strings.Cut(rest, pattern.between); ok {
				return two(pattern.kind, a, b)
			}
		}
	}
	return asked{}, fmt.Errorf("%q is no question", text)
}

// answer derives the answer of a question from unit steps, and how many of them it takes.
func (s *story) answer(q asked) (answer string, hops int, err error) {
	all := s.walk(q.b)
	at, ok := all[q.a]
	if !ok {
		return "", 0, fmt.Errorf("nothing ties %s to %s", s.names[q.a], s.names[q.b])
	}
	if at.ways != 1 {
		return "", 0, fmt.Errorf("%d shortest ways lead from %s to %s", at.ways, s.names[q.a], s.names[q.b])
	}
	row, col := signOf(at.row), signOf(at.col)
	yes := map[bool]string{true: "yes", false: "no"}
	switch q.kind {
	case "full":
		answer = [3][3]string{{"upper-left", "above", "upper-right"}, {"left", "overlap", "right"},
			{"lower-left", "below", "lower-right"}}[row+1][col+1]
	case "vertical":
		answer = [3]string{"above", "same level", "below"}[row+1]
	case "horizontal":
		answer = [3]string{"left", "same column", "right"}[col+1]
	case "up":
		answer = yes[row < 0]
	case "down":
		answer = yes[row > 0]
	case "left":
		answer = yes[col < 0]
	case "right":
		answer = yes[col > 0]
	case "path":
		var letters []string
		for here := q.a; here != q.b; here = all[here].from {
			move := [2]int{all[all[here].from].row - all[here].row, all[all[here].from].col - all[here].col}
			letters = append(letters, map[[2]int]string{{-1, 0}: "n", {1, 0}: "s", {0, 1}: "e", {0, -1}: "w"}[move])
		}
		answer = strings.Join(letters, ",")
	}
	return answer, at.facts, nil
}

func signOf(x int) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}
