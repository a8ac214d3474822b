package audit

import (
	"encoding/binary"
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
