package qa

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Boxes answers a question for the rectangles that things take up, in any order, or for one rectangle. The zero Boxes has none and is no
// answer. Words count rows and columns from 1.
type Boxes []NamedBox

// NamedBox is a rectangle and whose it is; "" where that is plain.
type NamedBox struct {
	Name string
	layout.Box
}

// String returns the boxes one a line, as in "A: rows 2 to 4, column 1".
func (b Boxes) String() string {
	var dst []byte
	for i, one := range b {
		if i > 0 {
			dst = append(dst, '\n')
		}
		if one.Name != "" {
			dst = append(append(dst, one.Name...), ": "...)
		}
		dst = appendBox(dst, one.Box)
	}
	return string(dst)
}

// appendBox appends a box as in "rows 2 to 4, column 1".
func appendBox(dst []byte, b layout.Box) []byte {
	span := func(what string, first, n int) {
		dst = append(dst, what...)
		if n == 1 {
			dst = fmt.Appendf(dst, " %d", first+1)
		} else {
			dst = fmt.Appendf(dst, "s %d to %d", first+1, first+n)
		}
	}
	span("row", b.Row, b.Rows)
	dst = append(dst, ", "...)
	span("column", b.Col, b.Cols)
	return dst
}

// Equal reports whether other has the same boxes in whatever order.
func (b Boxes) Equal(other Answer) bool {
	o, ok := other.(Boxes)
	if !ok || len(o) != len(b) {
		return false
	}
	for _, one := range b {
		if !slices.Contains(o, one) {
			return false
		}
	}
	return true
}

func (Boxes) sealed() {}

const (
	boxRows = `(?:rows?:? |r)(\d{1,3})(?: ?(?:to|-|–|through) ?(?:row )?(\d{1,3}))?`
	boxCols = `(?:columns?:? |cols?:? |c)(\d{1,3})(?: ?(?:to|-|–|through) ?(?:column )?(\d{1,3}))?`
)

var (
	boxWords  = regexp.MustCompile(`(?i)^` + boxRows + `,? ?(?:and )?` + boxCols + `$`)
	boxTurn   = regexp.MustCompile(`(?i)^` + boxCols + `,? ?(?:and )?` + boxRows + `$`)
	boxPairs  = regexp.MustCompile(`^\((\d{1,3}), ?(\d{1,3})\) ?(?:to|-|–|through) ?\((\d{1,3}), ?(\d{1,3})\)$`)
	boxNumber = regexp.MustCompile(`^\d{1,2}\) `) // of an entry of a list
	boxEntry  = regexp.MustCompile(`^([^:=]{1,60}?)(?:\*\*|` + "`" + `)?(?: ?[:=] ?| [-–] | (?:is|lies|stands) (?:at|in) | is | takes up | fills | occupies )(?:\*\*|")?([RrCc(].*)$`)
)

// boxOf returns the box that a text is: "rows 2 to 4, column 1", or the top left and the bottom right cell as in "(2, 1) to (4, 1)".
func boxOf(text string) (layout.Box, bool) {
	var n [4]int // top, left, bottom, right
	if m := boxPairs.FindStringSubmatch(text); m != nil {
		for i := range n {
			n[i], _ = strconv.Atoi(m[i+1])
		}
	} else {
		order := [4]int{1, 3, 2, 4}
		m := boxWords.FindStringSubmatch(text)
		if m == nil {
			m, order = boxTurn.FindStringSubmatch(text), [4]int{3, 1, 4, 2}
		}
		if m == nil {
			return layout.Box{}, false
		}
		for i, k := range order {
			if m[k] == "" {
				k--
			}
			n[i], _ = strconv.Atoi(m[k])
		}
	}
	b := layout.Box{Row: n[0] - 1, Col: n[1] - 1, Rows: n[2] - n[0] + 1, Cols: n[3] - n[1] + 1}
	return b, !b.Empty()
}

// namedBoxOf returns the box that a text gives to a name, one of those asked for or another.
func namedBoxOf(text string, names []string) (NamedBox, bool) {
	m := boxEntry.FindStringSubmatch(text)
	if m == nil {
		return NamedBox{}, false
	}
	b, ok := boxOf(m[2])
	name := strings.Trim(boxNumber.ReplaceAllString(m[1], ""), "*`\" ")
	for _, lead := range [...]string{"The box of ", "the box of "} {
		if rest, ok := strings.CutPrefix(name, lead); ok {
			name = rest
			break
		}
	}
	for _, try := range [...]string{name, "the " + name} {
		if n, rest := namedAt(try, names); n >= 0 && rest == "" {
			name = names[n]
			break
		}
	}
	return NamedBox{name, b}, ok
}

// readBox reads the one box that a response gives, by itself or with the name.
func readBox(response, name string) (Boxes, error) {
	parse := func(text string) (Boxes, bool) {
		text = strings.TrimSuffix(strings.TrimSuffix(text, " (inclusive)"), ", inclusive")
		if b, ok := boxOf(strings.TrimPrefix(strings.TrimPrefix(text, "It "), "takes up ")); ok {
			return Boxes{{Box: b}}, true
		}
		b, ok := namedBoxOf(text, []string{name})
		if ok && (name != "" && b.Name == name || b.Name == "It" || b.Name == "The box" || b.Name == "the box") {
			return Boxes{{Box: b.Box}}, true
		}
		return nil, false
	}
	return settle(response, parse, func(text string, given *Boxes) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

// readBoxes reads the list of boxes that a response gives, each with its name. A name with two boxes is refused, but what comes before "Answer:" and the
// like does not count.
func readBoxes(response string, names []string) (Boxes, error) {
	all, err := parts(response)
	if err != nil {
		return nil, err
	}
	var given Boxes
	for _, p := range all {
		if p.concluding {
			given = nil
		}
		b, ok := namedBoxOf(p.text, names)
		if !ok {
			if _, box := boxOf(p.text); box {
				return nil, fmt.Errorf("%.60q is a box of nothing", p.text)
			}
			if err := hedged(p.text); err != nil {
				return nil, err
			}
			if len(given) > 0 {
				if err := negated(p.text); err != nil {
					return nil, err
				}
			}
			continue
		}
		if i := slices.IndexFunc(given, func(o NamedBox) bool { return o.Name == b.Name }); i < 0 {
			given = append(given, b)
		} else if given[i] != b {
			return nil, fmt.Errorf("%q is given two boxes", b.Name)
		}
	}
	if len(given) == 0 {
		return nil, errNone
	}
	return given, nil
}

// gradeBoxes grades a list: the reward of a wrong one is the share of boxes that are right among all that are given or should be, less than 1.
func gradeBoxes(given, right Boxes) Verdict {
	v := graded(given, given.Equal(right), right)
	if v.Correct {
		return v
	}
	hits, extra := 0, 0
	for _, one := range given {
		if slices.Contains(right, one) {
			hits++
		} else if !slices.ContainsFunc(right, func(r NamedBox) bool { return r.Name == one.Name }) {
			extra++
		}
	}
	if len(right) > 1 {
		v.Reward = float64(hits) / float64(len(right)+extra)
	}
	return v
}
