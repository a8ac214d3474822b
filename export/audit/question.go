package audit

import (
	"strings"
)

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
