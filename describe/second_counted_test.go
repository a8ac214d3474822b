package describe

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// This file reads the words of Measured facts once more, by hand and by regular expressions. It shares neither a table nor
// code with the package: a row that is inverted there stands upright here.

const endless = 1 << 29

// span is the smallest and the largest difference, locatum minus relatum.
type span [2]int

var (
	anySpan  = span{-endless, endless}
	levelled = span{0, 0}
)

// meant is what a clause says. The relatum may be "first" or "last" for the frame, and "corner".
type meant struct {
	locatum, relatum string
	rows, cols       span
}

var (
	secondNumbers  = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve")
	secondOrdinals = strings.Fields("- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
)

func secondNumber(text string) int {
	if i := slices.Index(secondNumbers, text); i >= 0 {
		return i
	}
	if i := slices.Index(secondOrdinals, text); i >= 0 {
		return i
	}
	n, err := strconv.Atoi(strings.TrimRight(text, "stndrh"))
	if err != nil {
		return -1
	}
	return n
}

// secondQuantity says how many.
var secondQuantity = []struct {
	words string
	span  func(a, b int) span
}{
	{`between (\w+) and (\w+) (.+)`, func(a, b int) span { return span{a, b} }},
	{`from (\w+) to (\w+) (.+)`, func(a, b int) span { return span{a, b} }},
	{`(\w+) or (\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (.+)`, func(a, b int) span { return span{a, b} }},
	{`at least (\w+)() (.+)`, func(a, _ int) span { return span{a, endless} }},
	{`(\w+) or more() (.+)`, func(a, _ int) span { return span{a, endless} }},
	{`no fewer than (\w+)() (.+)`, func(a, _ int) span { return span{a, endless} }},
	{`more than (\w+)() (.+)`, func(a, _ int) span { return span{a + 1, endless} }},
	{`at most (\w+)() (.+)`, func(a, _ int) span { return span{1, a} }},
	{`no more than (\w+)() (.+)`, func(a, _ int) span { return span{1, a} }},
	{`fewer than (\w+)() (.+)`, func(a, _ int) span { return span{1, a - 1} }},
	{`exactly (\w+)() (.+)`, func(a, _ int) span { return span{a, a} }},
	{`(\w+)() (.+)`, func(a, _ int) span { return span{a, a} }},
}

var secondQuantityPatterns = func() (out []*regexp.Regexp) {
	for _, q := range secondQuantity {
		out = append(out, regexp.MustCompile("^"+q.words+"$"))
	}
	return out
}()

// secondSides are what stands after a number: the axis of each and its sign.
var secondSides = map[string][2]int{ // axis 0 rows, 1 columns; sign
	"above": {0, -1}, "north": {0, -1}, "north of": {0, -1}, "to the north of": {0, -1},
	"below": {0, 1}, "south": {0, 1}, "south of": {0, 1}, "to the south of": {0, 1},
	"to the left": {1, -1}, "to the left of": {1, -1}, "left of": {1, -1}, "west": {1, -1}, "west of": {1, -1}, "to the west of": {1, -1},
	"to the right": {1, 1}, "to the right of": {1, 1}, "right of": {1, 1}, "east": {1, 1}, "east of": {1, 1}, "to the east of": {1, 1},
}

// secondFixed are phrases without a number, before a relatum.
var secondFixed = map[string][2]span{
	"in the same place as": {levelled, levelled}, "in the same cell as": {levelled, levelled},
	"in the same spot as": {levelled, levelled}, "at the same place as": {levelled, levelled},
	"in the same row as": {levelled, anySpan}, "on the same row as": {levelled, anySpan},
	"in the same column as": {anySpan, levelled},
	"in a higher row than":  {{-endless, -1}, anySpan}, "further up than": {{-endless, -1}, anySpan},
	"somewhere above": {{-endless, -1}, anySpan}, "further north than": {{-endless, -1}, anySpan},
	"somewhere north of": {{-endless, -1}, anySpan}, "somewhere to the north of": {{-endless, -1}, anySpan},
	"in a lower row than": {{1, endless}, anySpan}, "further down than": {{1, endless}, anySpan},
	"somewhere below": {{1, endless}, anySpan}, "further south than": {{1, endless}, anySpan},
	"somewhere south of": {{1, endless}, anySpan}, "somewhere to the south of": {{1, endless}, anySpan},
	"further left than": {anySpan, {-endless, -1}}, "in a column to the left of": {anySpan, {-endless, -1}},
	"somewhere to the left of": {anySpan, {-endless, -1}}, "further west than": {anySpan, {-endless, -1}},
	"somewhere west of": {anySpan, {-endless, -1}}, "somewhere to the west of": {anySpan, {-endless, -1}},
	"further right than": {anySpan, {1, endless}}, "in a column to the right of": {anySpan, {1, endless}},
	"somewhere to the right of": {anySpan, {1, endless}}, "further east than": {anySpan, {1, endless}},
	"somewhere east of": {anySpan, {1, endless}}, "somewhere to the east of": {anySpan, {1, endless}},
	"no higher than": {{0, endless}, anySpan}, "no lower than": {{-endless, 0}, anySpan},
	"no further left than": {anySpan, {0, endless}}, "no further right than": {anySpan, {-endless, 0}},
}

// secondPlaces are places on the grid.
var secondPlaces = map[string]meant{
	"in the top row":             {relatum: "first", rows: levelled, cols: anySpan},
	"in the first row":           {relatum: "first", rows: levelled, cols: anySpan},
	"in the northernmost row":    {relatum: "first", rows: levelled, cols: anySpan},
	"in the bottom row":          {relatum: "last", rows: levelled, cols: anySpan},
	"in the last row":            {relatum: "last", rows: levelled, cols: anySpan},
	"in the southernmost row":    {relatum: "last", rows: levelled, cols: anySpan},
	"in the leftmost column":     {relatum: "first", rows: anySpan, cols: levelled},
	"in the first column":        {relatum: "first", rows: anySpan, cols: levelled},
	"in the westernmost column":  {relatum: "first", rows: anySpan, cols: levelled},
	"in the rightmost column":    {relatum: "last", rows: anySpan, cols: levelled},
	"in the last column":         {relatum: "last", rows: anySpan, cols: levelled},
	"in the easternmost column":  {relatum: "last", rows: anySpan, cols: levelled},
	"in the top-left corner":     {relatum: "first", rows: levelled, cols: levelled},
	"in the upper-left corner":   {relatum: "first", rows: levelled, cols: levelled},
	"in the northwest corner":    {relatum: "first", rows: levelled, cols: levelled},
	"in the bottom-right corner": {relatum: "last", rows: levelled, cols: levelled},
	"in the lower-right corner":  {relatum: "last", rows: levelled, cols: levelled},
	"in the southeast corner":    {relatum: "last", rows: levelled, cols: levelled},
	"in a corner":                {relatum: "corner"},
	"in one of the corners":      {relatum: "corner"},
	"in one of the four corners": {relatum: "corner"},
	"in a corner of the grid":    {relatum: "corner"},
}

// secondNumbered are places with numbers: the row and the column that the groups give, counted from 1 from the frame.
var secondNumbered = []struct {
	pattern, frame string
	row, col       int // the group, 0 for none
	few            bool
}{
	{`(?:in|at) row (\d+)(?:,| and) column (\d+)`, "first", 1, 2, false},
	{`in column (\d+), row (\d+)`, "first", 2, 1, false},
	{`in row (\d+)`, "first", 1, 0, false},
	{`in column (\d+)`, "first", 0, 1, false},
	{`in the (\w+) row and the (\w+) column`, "first", 1, 2, false},
	{`in the (\w+) row from the bottom and the (\w+) column from the right`, "last", 1, 2, false},
	{`in the (\w+) row from the bottom`, "last", 1, 0, false},
	{`in the (\w+) column from the right`, "last", 0, 1, false},
	{`in the (\w+) row`, "first", 1, 0, false},
	{`in the (\w+) column`, "first", 0, 1, false},
	{`in one of the (?:top|first) (\w+) rows`, "first", 1, 0, true},
	{`in one of the (?:bottom|last) (\w+) rows`, "last", 1, 0, true},
	{`in one of the (?:leftmost|first) (\w+) columns`, "first", 0, 1, true},
	{`in one of the (?:rightmost|last) (\w+) columns`, "last", 0, 1, true},
}

// secondAxis reads one part about one axis: "at least two rows above", "in the same column as".
func secondAxis(text string) (both [2]span, ok bool) {
	if both, ok := secondFixed[text]; ok {
		return both, true
	}
	for i, q := range secondQuantity {
		m := secondQuantityPatterns[i].FindStringSubmatch(text)
		if m == nil {
			continue
		}
		a, b := secondNumber(m[1]), 0
		if m[2] != "" {
			b = secondNumber(m[2])
		}
		if a < 0 || b < 0 {
			continue
		}
		how := q.span(a, b)
		unit, side, _ := strings.Cut(m[3], " ")
		unit = strings.TrimSuffix(unit, "s")
		straight := slices.Contains([]string{"cell", "square", "step"}, unit)
		if straight {
			var fixed bool
			if side, fixed = strings.CutPrefix(side, "directly "); !fixed {
				if side, fixed = strings.CutPrefix(side, "due "); !fixed {
					continue
				}
			}
		}
		where, known := secondSides[side]
		if !known || !straight && unit != [...]string{"row", "column"}[where[0]] {
			continue
		}
		if where[1] < 0 {
			how = span{-how[1], -how[0]}
		}
		both = [2]span{anySpan, anySpan}
		if straight {
			both = [2]span{levelled, levelled}
		}
		both[where[0]] = how
		return both, true
	}
	return both, false
}

var secondBound = regexp.MustCompile(`^no (higher|lower|further left|further right) than (\w+) (rows? above|rows? below|columns? to the left of|columns? to the right of)$`)

// secondBody reads what stands between "is" and the relatum.
func secondBody(text string) (both [2]span, ok bool) {
	if both, ok := secondAxis(text); ok {
		return both, true
	}
	if m := secondBound.FindStringSubmatch(text); m != nil {
		n := secondNumber(m[2])
		if vertical := strings.HasPrefix(m[3], "row"); vertical != strings.HasSuffix(m[1], "er") {
			return both, false
		}
		if strings.HasSuffix(m[3], "above") || strings.HasSuffix(m[3], "left of") {
			n = -n
		}
		switch m[1] {
		case "higher":
			return [2]span{{n, endless}, anySpan}, true
		case "lower":
			return [2]span{{-endless, n}, anySpan}, true
		case "further left":
			return [2]span{anySpan, {n, endless}}, true
		}
		return [2]span{anySpan, {-endless, n}}, true
	}
	for k := range text {
		if !strings.HasPrefix(text[k:], " and ") {
			continue
		}
		a, aOK := secondAxis(text[:k])
		b, bOK := secondAxis(text[k+5:])
		switch {
		case !aOK || !bOK:
		case a[1] == anySpan && b[0] == anySpan:
			return [2]span{a[0], b[1]}, true
		case a[0] == anySpan && b[1] == anySpan:
			return [2]span{b[0], a[1]}, true
		}
	}
	return both, false
}

var (
	secondRelatum = regexp.MustCompile(`^(.+) ([A-Z])$`)
	secondFrames  = map[string]string{" the top row": "first", " the leftmost column": "first", " the bottom row": "last", " the rightmost column": "last"}
	secondRowNo   = regexp.MustCompile(`^(no (?:higher|lower) than row|no further (?:left|right) than column) (\d+)$`)
)

// secondPredicate reads what stands after "is", about one relatum or one place.
func secondPredicate(text string) (m meant, ok bool) {
	if m, ok := secondPlaces[text]; ok {
		return m, true
	}
	for _, p := range secondNumbered {
		groups := regexp.MustCompile("^" + p.pattern + "$").FindStringSubmatch(text)
		if groups == nil {
			continue
		}
		m := meant{relatum: p.frame, rows: anySpan, cols: anySpan}
		for axis, group := range [2]int{p.row, p.col} {
			if group == 0 {
				continue
			}
			n := secondNumber(groups[group])
			if n < 1 {
				return m, false
			}
			s := span{n - 1, n - 1}
			if p.few {
				s[0] = 0
			}
			if p.frame == "last" {
				s = span{-s[1], -s[0]}
			}
			if axis == 0 {
				m.rows = s
			} else {
				m.cols = s
			}
		}
		return m, true
	}
	if groups := secondRowNo.FindStringSubmatch(text); groups != nil {
		both := secondFixed[groups[1][:strings.LastIndexByte(groups[1], ' ')]]
		n := secondNumber(groups[2]) - 1
		for axis := range both {
			for end, free := range anySpan {
				if both[axis][end] != free {
					both[axis][end] = n
				}
			}
		}
		return meant{relatum: "first", rows: both[0], cols: both[1]}, true
	}
	body, relatum := "", ""
	if groups := secondRelatum.FindStringSubmatch(text); groups != nil {
		body, relatum = groups[1], groups[2]
	}
	for name, frame := range secondFrames {
		if before, found := strings.CutSuffix(text, name); found {
			body, relatum = before, frame
		}
	}
	both, ok := secondBody(body)
	return meant{relatum: relatum, rows: both[0], cols: both[1]}, ok
}

var secondSubject = regexp.MustCompile(`^([A-Z]) is (.+)$`)

// secondClauses reads "A is … B and … B", every way; all that a way says holds together.
func secondClauses(text, subject string) (ways [][]meant) {
	predicate := text
	if m := secondSubject.FindStringSubmatch(text); m != nil {
		subject, predicate = m[1], m[2]
	} else if subject == "" {
		return nil
	}
	if m, ok := secondPredicate(predicate); ok {
		m.locatum = subject
		ways = append(ways, []meant{m})
	}
	for k := range predicate {
		if !strings.HasPrefix(predicate[k:], " and ") {
			continue
		}
		if m, ok := secondPredicate(predicate[:k]); ok {
			m.locatum = subject
			for _, rest := range secondClauses(predicate[k+5:], subject) {
				ways = append(ways, append([]meant{m}, rest...))
			}
		}
	}
	return ways
}

// secondMeet reads clauses about one pair and returns all that they say together; ok is false unless there is one way.
func secondMeet(text string) (m meant, ok bool) {
	ways := secondClauses(text, "")
	if len(ways) != 1 {
		return m, false
	}
	m = ways[0][0]
	for _, other := range ways[0][1:] {
		if other.locatum != m.locatum || other.relatum != m.relatum {
			return m, false
		}
		m.rows = span{max(m.rows[0], other.rows[0]), min(m.rows[1], other.rows[1])}
		m.cols = span{max(m.cols[0], other.cols[0]), min(m.cols[1], other.cols[1])}
	}
	return m, true
}
