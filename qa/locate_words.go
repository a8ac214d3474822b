package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// The words of questions about one place, and how responses to them are read.

// AppendText appends the question.
func (q Locate) AppendText(dst []byte) []byte {
	if q.solve() == "" {
		return dst
	}
	variant := q.Phrasing != Canonical
	switch q.Asks {
	case WhatIsAt:
		if variant {
			return append(shownAt(append(dst, "Look at "...), q.At), ". What is there?"...)
		}
		return append(shownAt(append(dst, "What is at "...), q.At), '?')
	case WhereIs:
		switch {
		case q.Extended && variant:
			return fmt.Appendf(dst, "Name one cell that %s takes up.", q.Thing)
		case q.Extended:
			return fmt.Appendf(dst, "On which cell is %s? Where it takes up several, any of them will do.", q.Thing)
		case variant:
			return fmt.Appendf(dst, "Where is %s? Give its row and its column.", q.Thing)
		}
		return fmt.Appendf(dst, "In which row and column is %s?", q.Thing)
	case WhichRoom:
		if variant {
			return fmt.Appendf(dst, "Which room is %s in, if any?", q.Thing)
		}
		return fmt.Appendf(dst, "In which room is %s?", q.Thing)
	case WhichQuarter:
		if variant {
			return fmt.Appendf(dst, "Which quarter of the map is %s in?", q.Thing)
		}
		return fmt.Appendf(dst, "In which quarter of the map is %s?", q.Thing)
	case WhichBand:
		if variant {
			return fmt.Appendf(dst, "Cut the map into three bands of equally many rows. Which band is %s in?", q.Thing)
		}
		return fmt.Appendf(dst, "In which third of the rows is %s?", q.Thing)
	case WhichStrip:
		if variant {
			return fmt.Appendf(dst, "Cut the map into three strips of equally many columns. Which strip is %s in?", q.Thing)
		}
		return fmt.Appendf(dst, "In which third of the columns is %s?", q.Thing)
	}
	return dst
}

// AppendConventions appends how cells are counted, and what counts as empty or as a part of the map.
func (q Locate) AppendConventions(dst []byte) []byte {
	if q.solve() == "" {
		return dst
	}
	dst = q.appendExtents(q.appendGrid(dst))
	switch q.Asks {
	case WhatIsAt:
		dst = append(dst, " A cell is empty when it is floor and nothing stands on it, in a room or outside."...)
	case WhereIs:
		if q.Extended {
			return dst
		}
	case WhichRoom:
		dst = append(dst, " A room is a rectangle, and rooms do not overlap. What stands in a room covers the floor, whose letter is not shown there."...)
	case WhichQuarter:
		dst = append(dst, " The quarters lie between the middle of the rows and that of the columns: upper-left, upper-right, lower-left and lower-right."...)
	case WhichBand:
		dst = append(dst, " The thirds of the rows have equally many each, from the top: top, middle and bottom."...)
	case WhichStrip:
		dst = append(dst, " The thirds of the columns have equally many each, from the left: left, middle and right."...)
	}
	return dst
}

// AppendFormat appends which answers there are.
func (q Locate) AppendFormat(dst []byte) []byte {
	if q.solve() == "" {
		return dst
	}
	switch q.Asks {
	case WhatIsAt:
		dst = append(dst, "Answer with its name, or with its kind, as in \"a chair\""...)
		if q.Map.Things == nil || !slices.ContainsFunc(q.Map.Things, func(t layout.Thing) bool { return t.Kind != "" }) {
			dst = dst[:len(dst)-len(", or with its kind, as in \"a chair\"")]
		}
		walls, doors := slices.Contains(q.Map.Ground, layout.Wall), slices.Contains(q.Map.Ground, layout.Door)
		switch {
		case walls && doors:
			return append(dst, ", or with wall, door or empty."...)
		case walls:
			return append(dst, ", or with wall or empty."...)
		case doors:
			return append(dst, ", or with door or empty."...)
		}
		return append(dst, ", or with empty."...)
	case WhereIs:
		return append(dst, "Answer with the row and the column, as in \"row 1, column 2\", or with nowhere if it is not on the map."...)
	case WhichRoom:
		return append(dst, "Answer with the name of the room, or with none."...)
	}
	words := make([]string, 0, 4)
	for _, o := range q.options() {
		words = append(words, o.word)
	}
	return append(appendList(append(dst, "Answer with "...), words, "or"), '.')
}

// options returns the words that may be answered.
func (q Locate) options() (all []option) {
	switch q.Asks {
	case WhatIsAt:
		all = optionsOf(q.names()...)
		for i := range q.Map.Things {
			if kind := q.Map.Things[i].Kind; kind != "" && !slices.ContainsFunc(all, func(o option) bool { return o.word == withArticle+kind }) {
				all = append(all, option{withArticle + kind, []string{kind, "the " + kind}})
			}
		}
		all = append(all, option{emptyCell, []string{"nothing", "nothing there", "there is nothing", "nothing is there", "an empty cell", "it is empty", "floor"}})
		for _, g := range [...]layout.Ground{layout.Wall, layout.Door} {
			if slices.Contains(q.Map.Ground, g) {
				all = append(all, option{g.String(), []string{withArticle + g.String()}})
			}
		}
	case WhereIs:
		all = []option{{nowhere, []string{"not on the map", "it is not on the map", "nowhere on the map"}}}
	case WhichRoom:
		for i := range q.Map.Rooms {
			all = append(all, optionsOf(q.Map.Rooms[i].Name)...)
			name := q.Map.Rooms[i].Name
			all[len(all)-1].aliases = append(all[len(all)-1].aliases, "in "+name, "it is in "+name)
		}
		all = append(all, option{noRoom, []string{"no room", "in no room", "in none"}})
	case WhichQuarter:
		for _, w := range [...]string{upperLeft, upperRight, lowerLeft, lowerRight} {
			all = append(all, partOption(w, "quarter", strings.ReplaceAll(w, "-", " "), strings.NewReplacer("upper", "top", "lower", "bottom").Replace(w),
				strings.NewReplacer("upper", "top", "lower", "bottom", "-", " ").Replace(w)))
		}
	case WhichBand:
		all = []option{partOption(topBand, "third"), partOption(middleBand, "third"), partOption(bottomBand, "third")}
	case WhichStrip:
		all = []option{partOption(leftStrip, "third"), partOption(middleBand, "third"), partOption(rightStrip, "third")}
	}
	return all
}

// partOption returns the option for a part of the map, which may be said with what it is a part of.
func partOption(word, what string, also ...string) option {
	o := option{word: word}
	for _, w := range append([]string{word}, also...) {
		if w != word {
			o.aliases = append(o.aliases, w)
		}
		o.aliases = append(o.aliases, "the "+w, "in the "+w)
		for _, s := range [...]string{" " + what, " band", " strip"} {
			o.aliases = append(o.aliases, w+s, "the "+w+s, "in the "+w+s)
		}
	}
	return o
}

// Verify grades a cell or a word. Of a thing that takes up several cells each is right. A thing may be said without its article, "nothing" is
// empty; what is hedged or denied and two different answers earn nothing.
func (q Locate) Verify(response string) Verdict {
	right := q.solve()
	if right == "" {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Asks == WhereIs {
		return q.verifyCell(response)
	}
	options := q.options()
	given, err := settle(response, func(text string) (Word, bool) { return wordOf(q.bare(text), options) }, wordDoubt(options))
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, string(given) == right, Word(right))
}

// bare returns what a text says of the thing that is asked for, or of the cell: "the upper-left quarter" of "The oven is in the upper-left quarter".
func (q Locate) bare(text string) string {
	if q.Asks != WhatIsAt {
		if rest, ok := withoutLead(text, q.Thing+" is ", q.Thing+" takes up "); ok && (len(q.Thing) > 1 || text[:1] == q.Thing) {
			return rest
		}
		return text
	}
	cell := string(shownAt(nil, q.At))
	text, _ = withoutLead(text, "at "+cell+" is ", "at "+cell+" there is ", "at "+cell+", there is ", cell+" is ", cell+" holds ", cell+" contains ",
		"the cell is ", "the cell holds ", "the cell contains ", "that cell is ", "there is ")
	for _, end := range [...]string{" is at " + cell, " takes up " + cell, " at " + cell, " is there", " stands there"} {
		if len(text) > len(end) && strings.EqualFold(text[len(text)-len(end):], end) {
			return text[:len(text)-len(end)]
		}
	}
	return text
}

// spot is a cell, or that there is none.
type spot struct {
	Place
	none bool
}

func (s spot) String() string {
	if s.none {
		return nowhere
	}
	return s.Place.String()
}

func (s spot) Equal(other Answer) bool { return other == Answer(s) }

// verifyCell grades a cell or "nowhere".
func (q Locate) verifyCell(response string) Verdict {
	options := q.options()
	parse := func(text string) (spot, bool) {
		text = q.bare(text)
		if _, ok := wordOf(text, options); ok {
			return spot{none: true}, true
		}
		at, ok := placeOf(text)
		return spot{Place: at}, ok
	}
	given, err := settle(response, parse, func(text string, given *spot) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	t := q.thing(q.Thing)
	if given.none || t == nil {
		return graded(given, given.none && t == nil, q.Answer())
	}
	return graded(given, slices.Contains(t.Cells, given.Cell), q.Answer())
}

// AppendRationale appends what the cell holds, or which cells the thing takes up and between which lines the parts of the map lie.
func (q Locate) AppendRationale(dst []byte) []byte {
	right := q.solve()
	if right == "" {
		return dst
	}
	if q.Asks == WhatIsAt {
		switch {
		case right == emptyCell:
			return append(shownAt(append(dst, "No thing takes up "...), q.At), ", and it is floor."...)
		case q.Map.ThingAt(q.At) >= 0:
			dst = append(append(dst, capital(right)...), " takes up "...)
			return append(describe.AppendCells(dst, q.Map.Things[q.Map.ThingAt(q.At)].Cells), '.')
		}
		return fmt.Appendf(dst, "Row %d, column %d is %s.", q.At.Row+1, q.At.Col+1, right)
	}
	t := q.thing(q.Thing)
	if t == nil {
		return fmt.Appendf(dst, "None of the things on the map is %s.", q.Thing)
	}
	dst = append(append(dst, capital(q.Thing)...), " takes up "...)
	dst = append(describe.AppendCells(dst, t.Cells), '.')
	switch q.Asks {
	case WhichRoom:
		if right == noRoom {
			return append(dst, "\nNo room reaches there."...)
		}
		for i := range q.Map.Rooms {
			if r := &q.Map.Rooms[i]; r.Name == right {
				first, last, _ := layout.Span(r.Cells)
				dst = append(append(append(dst, '\n'), capital(right)...), " lies in "...)
				dst = appendLines(dst, "row", first.Row, last.Row)
				dst = append(appendLines(append(dst, ", "...), "column", first.Col, last.Col), '.')
			}
		}
	case WhichQuarter:
		dst = fmt.Appendf(dst, "\nThe middle of %d rows is %s.\nThe middle of %d columns is %s.", q.Map.Rows, middleOf(q.Map.Rows, "row"), q.Map.Cols,
			middleOf(q.Map.Cols, "column"))
	case WhichBand, WhichStrip:
		n, what, names := q.Map.Rows, "row", [...]string{"top", "middle", "bottom"}
		if q.Asks == WhichStrip {
			n, what, names = q.Map.Cols, "column", [...]string{"left", "middle", "right"}
		}
		third := n / 3
		for i, name := range names {
			dst = fmt.Appendf(dst, "\nThe %s third is ", name)
			dst = append(appendLines(dst, what, i*third, (i+1)*third-1), '.')
		}
	}
	return dst
}

// middleOf says where the middle of so many lines is.
func middleOf(n int, what string) string {
	if n%2 == 0 {
		return fmt.Sprintf("between %s %d and %s %d", what, n/2, what, n/2+1)
	}
	return fmt.Sprintf("%s %d", what, n/2+1)
}
