package audit

import (
	"encoding/binary"
	"strings"
)

// token is a piece of a question: a word, or what moves and is renamed with the evidence.
type token struct {
	kind       tokenKind
	text       string
	a, b, c, d int // a name's number; a step; a row and a column; a box
}

type tokenKind uint8

const (
	literal    tokenKind = iota
	shownName            // a: the number of a name that the evidence shows
	freeName             // a: the number of another name, by order
	direction            // a, b: a step
	axisWord             // text: the word of the axis along which a, b leads
	cellAt               // a, b: row and column from 0
	boxAt                // a, b: rows, c, d: columns from 0
	lineAtAxis           // a: 0 for rows, 1 for columns; b, c: the first and last
	sizeOf               // a, b: numbers of rows and columns, -1 where one is left out
)

// directions are the words for steps. Several words for one step of one kind are one.
var directions = map[string]token{
	"above":         {a: -1},
	"over":          {a: -1},
	"up":            {a: -1},
	"upper":         {a: -1},
	"top":           {a: -1},
	"north":         {a: -1},
	"northward":     {a: -1},
	"northern":      {a: -1},
	"n":             {a: -1},
	"higher":        {a: -1},
	"below":         {a: 1},
	"under":         {a: 1},
	"down":          {a: 1},
	"lower":         {a: 1},
	"bottom":        {a: 1},
	"south":         {a: 1},
	"southward":     {a: 1},
	"southern":      {a: 1},
	"s":             {a: 1},
	"left":          {b: -1},
	"west":          {b: -1},
	"westward":      {b: -1},
	"western":       {b: -1},
	"w":             {b: -1},
	"leftward":      {b: -1},
	"right":         {b: 1},
	"east":          {b: 1},
	"eastward":      {b: 1},
	"eastern":       {b: 1},
	"e":             {b: 1},
	"rightward":     {b: 1},
	"topmost":       {text: "most", a: -1},
	"uppermost":     {text: "most", a: -1},
	"northernmost":  {text: "most", a: -1},
	"highest":       {text: "most", a: -1},
	"bottommost":    {text: "most", a: 1},
	"lowermost":     {text: "most", a: 1},
	"southernmost":  {text: "most", a: 1},
	"lowest":        {text: "most", a: 1},
	"leftmost":      {text: "most", b: -1},
	"westernmost":   {text: "most", b: -1},
	"rightmost":     {text: "most", b: 1},
	"easternmost":   {text: "most", b: 1},
	"northeast":     {a: -1, b: 1},
	"north-east":    {a: -1, b: 1},
	"northeastward": {a: -1, b: 1},
	"ne":            {a: -1, b: 1},
	"northwest":     {a: -1, b: -1},
	"north-west":    {a: -1, b: -1},
	"northwestward": {a: -1, b: -1},
	"nw":            {a: -1, b: -1},
	"southeast":     {a: 1, b: 1},
	"south-east":    {a: 1, b: 1},
	"southeastward": {a: 1, b: 1},
	"se":            {a: 1, b: 1},
	"southwest":     {a: 1, b: -1},
	"south-west":    {a: 1, b: -1},
	"southwestward": {a: 1, b: -1},
	"sw":            {a: 1, b: -1},
	"upper-right":   {a: -1, b: 1},
	"upper-left":    {a: -1, b: -1},
	"lower-right":   {a: 1, b: 1},
	"lower-left":    {a: 1, b: -1},
	"top-right":     {a: -1, b: 1},
	"top-left":      {a: -1, b: -1},
	"bottom-right":  {a: 1, b: 1},
	"bottom-left":   {a: 1, b: -1},
}

// axes are words that belong to rows (a 1) or to columns (b 1), with what the two have in common.
var axes = map[string]token{
	"row": {text: "line", a: 1}, "column": {text: "line", b: 1}, "rows": {text: "lines", a: 1}, "columns": {text: "lines", b: 1},
	"vertical": {text: "along", a: 1}, "horizontal": {text: "along", b: 1},
	"vertically": {text: "along", a: 1}, "horizontally": {text: "along", b: 1},
	"height": {text: "extent", a: 1}, "width": {text: "extent", b: 1},
	"tall": {text: "long", a: 1}, "high": {text: "long", a: 1}, "wide": {text: "long", b: 1},
}

// stillWords are words whose meaning under a symmetry is not known here: sides of somebody who looks, turns, mirrors. A question with
// one of them is compared as it stands, without symmetries.
var stillWords = map[string]bool{
	"clockwise":        true,
	"counterclockwise": true,
	"turn":             true,
	"turns":            true,
	"turned":           true,
	"turning":          true,
	"your":             true,
	"ahead":            true,
	"behind":           true,
	"front":            true,
	"facing":           true,
	"faces":            true,
	"face":             true,
	"mirror":           true,
	"mirrored":         true,
	"mirroring":        true,
	"rotation":         true,
	"rotated":          true,
	"crop":             true,
	"crops":            true,
	"tile":             true,
	"tiles":            true,
	"back":             true,
	"forward":          true,
	"letter":           true,
	"letters":          true,
	"digit":            true,
	"digits":           true,
	"font":             true,
	"actions":          true,
	"diagonal":         true,
	"triangle":         true,
	"order":            true,
	"moved":            true,
	"go":               true,
	"goes":             true,
}

// small are words that the phrases of a relation differ in; they are left out.
var small = map[string]bool{"the": true, "to": true, "of": true, "a": true, "an": true}

// question is a text in pieces.
type question struct {
	tokens []token
	free   map[string]int // other names, by order
	still  bool           // no symmetry is applied
	places bool           // it names rows or columns by their numbers
}

func (q *question) reset() {
	if q.free == nil {
		q.free = make(map[string]int)
	}
	clear(q.free)
	q.tokens, q.still, q.places = q.tokens[:0], false, false
}

// read appends the pieces of a text.
func (q *question) read(text string, names *naming) {
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case c <= ' ':
			i++
		case letter(c):
			i = q.word(text, i, names)
		case digit(c):
			end := wordEnd(text, i)
			if n := q.size(text[i:]); n > 0 {
				end = i + n
			} else {
				q.tokens = append(q.tokens, token{text: text[i:end]})
			}
			i = end
		default:
			q.tokens = append(q.tokens, token{text: text[i : i+1]})
			i++
		}
	}
}

func (q *question) word(text string, i int, names *naming) int {
	if known, noun, end := names.nameAt(text, i); end > 0 {
		if known >= 0 {
			q.tokens = append(q.tokens, token{kind: shownName, a: known})
			return end
		}
		id, ok := q.free[noun]
		if !ok {
			id = len(q.free)
			q.free[noun] = id
		}
		q.tokens = append(q.tokens, token{kind: freeName, a: id})
		return end
	}
	if n := q.place(text[i:]); n > 0 {
		q.places = true
		return i + n
	}
	end := wordEnd(text, i)
	word := strings.ToLower(text[i:end])
	if d, ok := directions[word]; ok {
		q.direction(d)
		return end
	}
	if a, ok := axes[word]; ok {
		a.kind = axisWord
		q.tokens = append(q.tokens, a)
		return end
	}
	q.still = q.still || stillWords[word]
	if !small[word] {
		q.tokens = append(q.tokens, token{text: word})
	}
	return end
}

// direction appends a step, and makes it one with the step before it: "above and to the left".
func (q *question) direction(d token) {
	d.kind = direction
	last := len(q.tokens) - 1
	if last >= 0 && q.tokens[last].kind == literal && (q.tokens[last].text == "and" || q.tokens[last].text == "-") {
		last--
	}
	if last >= 0 && q.tokens[last].kind == direction && d.text == "" {
		if p := &q.tokens[last]; p.text == "" && p.a != 0 && p.b == 0 && d.a == 0 || p.text == "" && p.a == 0 && p.b != 0 && d.b == 0 {
			p.a, p.b = p.a+d.a, p.b+d.b
			q.tokens = q.tokens[:last+1]
			return
		}
	}
	q.tokens = append(q.tokens, d)
}

// place reads rows and columns by their numbers, and returns how long their text is; 0 where there are none.
func (q *question) place(text string) int {
	s := scan{rest: text}
	if strings.HasPrefix(text, "row") {
		low, high := s.span("row")
		if s.bad {
			return 0
		}
		left := s
		left.skip(", ")
		if first, last := left.span("column"); !left.bad {
			kind := boxAt
			if low == high && first == last {
				kind = cellAt
			}
			t := token{kind: kind, a: low, b: high, c: first, d: last}
			if kind == cellAt {
				t = token{kind: kind, a: low, b: first}
			}
			q.tokens = append(q.tokens, t)
			return len(text) - len(left.rest)
		}
		q.tokens = append(q.tokens, token{kind: lineAtAxis, a: 0, b: low, c: high})
		return len(text) - len(s.rest)
	}
	if strings.HasPrefix(text, "column") {
		if low, high := s.span("column"); !s.bad {
			q.tokens = append(q.tokens, token{kind: lineAtAxis, a: 1, b: low, c: high})
			return len(text) - len(s.rest)
		}
	}
	return 0
}

// size reads "7 rows and 4 columns" or one half of it.
func (q *question) size(text string) int {
	s := scan{rest: text}
	n := s.number()
	rows, cols := -1, -1
	switch {
	case s.bad:
		return 0
	case s.has(" row"):
		rows = n
		s.has("s")
		both := s
		if both.has(" and ") {
			if n = both.number(); !both.bad && both.has(" column") {
				both.has("s")
				cols, s = n, both
			}
		}
	case s.has(" column"):
		cols = n
		s.has("s")
	default:
		return 0
	}
	q.tokens = append(q.tokens, token{kind: sizeOf, a: rows, b: cols})
	return len(text) - len(s.rest)
}

// appendForm appends the pieces from one on, moved as a grid of a size is, names as the labels have them.
func appendForm(dst []byte, tokens []token, t turn, rows, cols int, lab *labels) []byte {
	ints := func(kind byte, all ...int) {
		dst = append(dst, kind)
		for _, x := range all {
			dst = binary.AppendVarint(dst, int64(x))
		}
	}
	for _, k := range tokens {
		switch k.kind {
		case literal:
			dst = append(append(dst, ' '), k.text...)
		case shownName, freeName:
			name := k.a
			if k.kind == freeName {
				name = -1 - k.a
			}
			switch label, shown := lab.mention(name); {
			case k.kind == shownName && lab.hide:
				dst = append(dst, "\x01*"...)
			case shown:
				ints(1, label)
			default:
				ints(2, label)
			}
		case direction:
			a, b := t.vector(k.a, k.b)
			ints(3, a, b)
			dst = append(dst, k.text...)
		case axisWord:
			ints(4, (k.b+int(t&1))%2)
			dst = append(dst, k.text...)
		case cellAt:
			a, b := t.cell(k.a, k.b, rows, cols)
			ints(5, a, b)
		case boxAt:
			a, c := t.cell(k.a, k.c, rows, cols)
			b, d := t.cell(k.b, k.d, rows, cols)
			ints(6, min(a, b), max(a, b), min(c, d), max(c, d))
		case lineAtAxis:
			var a, b int
			if k.a == 0 {
				a, b = moveLine(t, k.b, k.c, rows, 0)
			} else {
				a, b = moveLine(t, k.b, k.c, cols, 1)
			}
			ints(7, (k.a+int(t&1))%2, a, b)
		case sizeOf:
			a, b := t.size(k.a, k.b)
			ints(8, a, b)
		}
	}
	return dst
}

// moveLine moves rows (axis 0) or columns (axis 1) of a grid that has so many of them.
func moveLine(t turn, low, high, length, axis int) (int, int) {
	down, right := t.vector(1-axis, axis)
	if down+right < 0 {
		return length - 1 - high, length - 1 - low
	}
	return low, high
}
