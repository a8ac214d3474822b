package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Jigsaw asks how parts of a map go together. The zero Jigsaw asks nothing, and no response to it is right.
type Jigsaw struct {
	Views         []*layout.Map
	Form          JigsawForm
	Rows, Cols    int  // of tiles
	ByColumns     bool // the order is asked for column by column
	View, Against int  // the crop whose offset is asked for, and the one that it is counted from, from 0
	Phrasing      Phrasing

	order  []int // the tiles in reading order
	answer Answer
}

// Family returns "jigsaw".
func (Jigsaw) Family() string { return JigsawFamily{}.Name() }

// Media lists all media.
func (Jigsaw) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// tileNames are what tiles are called.
var tileNames = strings.Split("ABCDEFGHI", "")

// AppendEvidence appends the tiles or crops.
func (j Jigsaw) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendViews(dst, j.Views, medium, func(dst []byte, i int) []byte {
		if j.Form == JigsawOrder && i < len(tileNames) {
			return append(append(append(dst, "Tile "...), tileNames[i]...), ':')
		}
		return append(appendNumbered(dst, "Crop", i+1), ':')
	})
}

// AppendConventions appends how tiles and crops overlap.
func (j Jigsaw) AppendConventions(dst []byte) []byte {
	switch j.Form {
	case JigsawOrder:
		dst = fmt.Appendf(dst, "A map was cut into these tiles, which lie in %d rows of %d tiles. ", j.Rows, j.Cols)
		dst = append(dst, "Neighbouring tiles overlap by one row or column: of two tiles side by side, the right column of the left one is the left column of the right one; "...)
		dst = append(dst, "of two tiles one above the other, the bottom row of the upper one is the top row of the lower one. "...)
		return append(dst, "No tile is turned or mirrored. Row 1 is the top row of a tile, column 1 its left column."...)
	case JigsawOffset:
		dst = append(dst, "Both crops show parts of one map, neither of them turned or mirrored: where they overlap, they show the same. "...)
		if least := offsetRegistration(j.Views).Cells; least == 1 {
			dst = append(dst, "They have at least one cell in common. "...)
		} else {
			dst = fmt.Appendf(dst, "They have at least %d cells in common. ", least)
		}
		for _, v := range j.Views {
			if slices.ContainsFunc(v.Things, func(t layout.Thing) bool { return t.Kind == "" }) {
				dst = append(dst, "There may be several things of a kind, as in \"a chair\"; of all others there is but one. "...)
				break
			}
		}
		return append(dst, "Row 1 is the top row of a crop, column 1 its left column."...)
	}
	return dst
}

// AppendText appends the question.
func (j Jigsaw) AppendText(dst []byte) []byte {
	if j.answer == nil {
		return dst
	}
	plain := j.Phrasing == Canonical
	if j.Form == JigsawOffset {
		if plain {
			dst = appendNumbered(append(dst, "How many rows down and how many columns to the right of the top-left cell of "...), "crop", j.Against+1)
			return append(appendNumbered(append(dst, " does the top-left cell of "...), "crop", j.View+1), " lie? Up and left count as negative."...)
		}
		dst = appendNumbered(append(dst, "By how many rows down and columns to the right is "...), "crop", j.View+1)
		return append(appendNumbered(append(dst, " shifted against "...), "crop", j.Against+1), ", top-left cell against top-left cell? Up and left count as negative."...)
	}
	if plain {
		dst = append(dst, "In what order do the tiles lie, "...)
	} else {
		dst = append(dst, "Put the map together again. Which tiles follow each other, "...)
	}
	if j.ByColumns {
		return append(dst, "column by column from the left, each column from top to bottom?"...)
	}
	return append(dst, "row by row from the top, each row from left to right?"...)
}

// AppendFormat appends what form the answer takes.
func (j Jigsaw) AppendFormat(dst []byte) []byte {
	switch j.Form {
	case JigsawOrder:
		return append(dst, "Answer with the letters of all tiles, separated by commas."...)
	case JigsawOffset:
		return append(dst, "Answer as (rows, columns), with a minus sign for up and for left."...)
	}
	return dst
}

// Answer returns the letters of the tiles in order, or the offset.
func (j Jigsaw) Answer() Answer {
	if j.answer == nil {
		return Word("")
	}
	return j.answer
}

// Hops returns 0.
func (Jigsaw) Hops() int { return 0 }

// Verify grades an order or an offset. The reward of a wrong order that names every tile once is the share of the tiles in their places.
func (j Jigsaw) Verify(response string) Verdict {
	switch want := j.answer.(type) {
	case Offset:
		given, err := readOffset(response)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given == want, want)
	case Sequence:
		given, err := j.readOrder(response)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		v := graded(given, given.Equal(want), want)
		if !v.Correct && len(given) == len(want) {
			right := 0
			for i := range given {
				if slices.Index(given, given[i]) != i {
					return v
				}
				if given[i] == want[i] {
					right++
				}
			}
			v.Reward = float64(right) / float64(len(want))
		}
		return v
	}
	return Verdict{Reason: "nothing was asked"}
}

// readOrder reads letters as sequences are read, as a list of JSON, apart by blanks, or all of them without anything between. Each may follow
// "tile". Letters that are set out as the tiles lie are no order: that of columns looks the same.
func (j Jigsaw) readOrder(response string) (Sequence, error) {
	names := tileNames[:len(j.Views)]
	parse := func(text string) (Sequence, bool) {
		for _, lead := range [...]string{"the order is ", "the tiles lie in the order ", "the order of the tiles is "} {
			if len(text) > len(lead) && strings.EqualFold(text[:len(lead)], lead) {
				text = text[len(lead):]
				break
			}
		}
		if given, ok := sequenceOf(text, names); ok {
			return given, true
		}
		if inside := strings.TrimPrefix(text, "["); strings.HasSuffix(inside, "]") {
			text = strings.TrimSuffix(inside, "]")
		} else if inside := strings.TrimPrefix(text, "("); strings.HasSuffix(inside, ")") {
			text = strings.TrimSuffix(inside, ")")
		}
		given := Sequence(strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" ,\"'→->", r) }))
		given = keep(given, func(s *string) bool { return !slices.Contains([]string{"tile", "Tile", "tiles", "Tiles"}, *s) })
		if len(given) == 1 && len(given[0]) == len(names) {
			given = strings.Split(given[0], "")
		}
		if len(given) != len(names) || slices.ContainsFunc(given, func(s string) bool { return !slices.Contains(names, s) }) {
			return nil, false
		}
		return given, true
	}
	return settle(response, parse, func(text string, given *Sequence) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

// solve finds the order or the offset. The error wraps ErrUnsuitable where there are none or several.
func (j *Jigsaw) solve() error {
	j.answer, j.order = nil, nil
	if j.Form == JigsawOffset {
		windows, ways := offsetRegistration(j.Views).Views(j.Views)
		if ways != 1 || len(windows) != 2 {
			return unsuitable(j.Family(), "the crops do not lie against each other in one way alone")
		}
		a, b := windows[j.Against].At, windows[j.View].At
		j.answer = Offset{b.Row - a.Row, b.Col - a.Col}
		return nil
	}
	ways := layout.Assemblies(j.Views, j.Rows, j.Cols, 2)
	if len(ways) != 1 || len(j.Views) > len(tileNames) {
		return unsuitable(j.Family(), "the tiles do not go together in one way alone")
	}
	j.order = ways[0]
	j.answer = j.sequence(j.ByColumns)
	return nil
}

// sequence returns the letters of the tiles in order.
func (j *Jigsaw) sequence(byColumns bool) Sequence {
	all := make(Sequence, len(j.order))
	for i, tile := range j.order {
		at := i
		if byColumns {
			at = i%j.Cols*j.Rows + i/j.Cols
		}
		all[at] = tileNames[tile]
	}
	return all
}

// Mistakes returns the order the other way, reversed, of the alphabet and with two tiles changed; or offsets counted the wrong way, changed
// and one off.
func (j Jigsaw) Mistakes() (all []Answer) {
	add := func(a Answer) {
		if !a.Equal(j.answer) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	switch want := j.answer.(type) {
	case Offset:
		for _, o := range [...]Offset{{-want.Rows, -want.Cols}, {want.Cols, want.Rows}, {want.Rows, -want.Cols}, {-want.Rows, want.Cols},
			{want.Rows + 1, want.Cols}, {want.Rows, want.Cols + 1}, {want.Rows - 1, want.Cols - 1}} {
			add(o)
		}
	case Sequence:
		add(j.sequence(!j.ByColumns))
		swapped := func(a, b int) Sequence {
			s := slices.Clone(want)
			s[a], s[b] = s[b], s[a]
			return s
		}
		last := len(want) - 1
		add(swapped(last-1, last))
		add(swapped(0, 1))
		add(swapped(0, last))
		back := slices.Clone(want)
		slices.Reverse(back)
		add(back)
		add(Sequence(slices.Clone(tileNames[:len(want)])))
	}
	return all
}

// Difficulty is the number of pairs of tiles times the two ways that they may lie, or the number of cells that two crops have in common, by
// rows and columns.
func (j Jigsaw) Difficulty() int {
	n := 1
	for _, v := range j.Views {
		n += v.Rows + v.Cols
	}
	if j.Form == JigsawOrder {
		n += len(j.Views) * (len(j.Views) - 1)
	}
	return n
}
