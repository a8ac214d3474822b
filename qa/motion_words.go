package qa

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// turnedWords are by quarters clockwise.
var turnedWords = [4]Word{"not at all", "right", "around", "left"}

var (
	turnedOptions = []option{
		{"not at all", []string{"no turn", "none", "it did not turn", "did not turn", "nothing turned"}},
		{"right", []string{"turned right", "a quarter turn to the right", "a quarter turn right", "a right turn", "right turn", "90 degrees right", "90 degrees to the right",
			"clockwise", "90 degrees clockwise"}},
		{"around", []string{"turned around", "half a turn", "a half turn", "180 degrees"}},
		{"left", []string{"turned left", "a quarter turn to the left", "a quarter turn left", "a left turn", "left turn", "90 degrees left", "90 degrees to the left",
			"counterclockwise", "anticlockwise", "90 degrees counterclockwise"}},
	}
	viewWayOptions = []option{{"up", []string{"upward", "upwards", "top"}}, {"right", []string{"rightward", "rightwards"}},
		{"down", []string{"downward", "downwards", "bottom"}}, {"left", []string{"leftward", "leftwards"}},
		{string(nothingMoved), []string{"nothing", "no thing moved", "none"}}}
	mapWayOptions = []option{{"up", []string{"upward", "upwards", "top", "north"}}, {"right", []string{"rightward", "rightwards", "east"}},
		{"down", []string{"downward", "downwards", "bottom", "south"}}, {"left", []string{"leftward", "leftwards", "west"}},
		{string(nothingMoved), []string{"nothing", "no thing moved", "none"}}}
)

// readCellsMoved reads by how many cells something moved.
func readCellsMoved(response string) (Number, error) {
	return settle(response, func(text string) (Number, bool) {
		if movedNone[strings.ToLower(text)] {
			return Number{}, true
		}
		for range 2 {
			text, _ = withoutLead(text, "it moved ", "it went ", "moved ", "by ")
		}
		return numberOf(text, "", []string{"cells", "cell"})
	}, func(text string, given *Number) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

// headings stand before the two maps.
func (q Motion) headings() [2]string {
	if q.Views {
		return [2]string{"First view:\n", "Second view:\n"}
	}
	return [2]string{"Before:\n", "After:\n"}
}

// AppendEvidence appends both maps with a heading each.
func (q Motion) AppendEvidence(dst []byte, medium Medium) []byte {
	if q.Before == nil || q.After == nil {
		return dst
	}
	if medium >= media {
		medium = AsDrawing
	}
	headings := q.headings()
	dst = appendMapEvidence(append(dst, headings[0]...), q.Before, medium)
	return appendMapEvidence(append(append(dst, "\n\n"...), headings[1]...), q.After, medium)
}

// AppendConventions says what may have happened, and for views how they are to be read.
func (q Motion) AppendConventions(dst []byte) []byte {
	if q.Before == nil || q.After == nil {
		return dst
	}
	const moves = "moved straight up, down, left or right by one cell or more, over free cells only, through no wall and no other thing"
	if q.Views {
		dst = append(append(dst, "Both views show the whole place from above, as "...), q.Observer...)
		dst = append(dst, " sees it: the way that "...)
		dst = append(append(dst, q.Observer...), " faces is at the top of each view. Between the views, "...)
		dst = append(append(dst, q.Observer...), " may have turned on the spot: left or right by a quarter turn, or around by half a turn. After that, at most one thing (it may be "...)
		dst = append(append(dst, q.Observer...), " too) "...)
		dst = append(append(dst, moves...), ". Nothing else has changed. Up, down, left and right are those of the second view."...)
	} else {
		dst = append(append(dst, "Between the two maps at most one thing "...), moves...)
		dst = append(dst, ". Nothing else has changed"...)
		if q.Observer != "" {
			dst = append(append(dst, ", except that "...), q.Observer...)
			dst = append(dst, " may also have turned on the spot: left or right by a quarter turn as seen by the one who turns, or around by half a turn"...)
		}
		dst = append(dst, ". Row 1 is the top row and column 1 the leftmost column; up is north."...)
	}
	return dst
}

// AppendText appends what is asked.
func (q Motion) AppendText(dst []byte) []byte {
	if q.Before == nil || q.After == nil {
		return dst
	}
	variant := q.Phrasing != Canonical
	word := func(canonical, other string) []byte {
		if variant {
			canonical = other
		}
		return append(dst, canonical...)
	}
	switch q.Asks {
	case WhatMoved:
		return word("Which thing moved, in which direction and by how many cells, if any did?", "What moved, and how?")
	case WhichMoved:
		return word("Which thing moved, if any did?", "Which thing has gone somewhere else, if one has?")
	case WhichWay:
		return word("In which direction did a thing move, if any did?", "Which way did something go, if anything did?")
	case HowFar:
		return word("By how many cells did a thing move? It is 0 if nothing moved.", "How many cells did something go? Count 0 if everything stayed.")
	case HowTurned:
		dst = append(append(word("How did ", "Which turn did "), q.Observer...), ' ')
		return word("turn?", "make?")
	}
	return dst
}

// AppendFormat says which answers there are.
func (q Motion) AppendFormat(dst []byte) []byte {
	if q.Before == nil || q.After == nil {
		return dst
	}
	switch q.Asks {
	case WhatMoved:
		return append(dst, `Answer in the form "NAME moved NUMBER cells DIRECTION", where the direction is up, down, left or right, or with "nothing moved".`...)
	case WhichMoved:
		return append(dst, `Answer with the name of the thing, or "nothing".`...)
	case WhichWay:
		return append(dst, `Answer "up", "down", "left", "right" or "nothing moved".`...)
	case HowFar:
		return append(dst, "Answer with the number."...)
	}
	return append(dst, `Answer "left", "right", "around" or "not at all".`...)
}

// AppendRationale compares the places of all things; of views, after the turn.
func (q Motion) AppendRationale(dst []byte) []byte {
	if q.Before == nil || q.After == nil {
		return dst
	}
	all := layout.Changes(nil, q.Before, q.After, q.Views)
	if len(all) != 1 {
		return dst
	}
	turn := all[0].Quarters
	start := len(dst)
	line := func() {
		if len(dst) > start {
			dst = append(dst, '\n')
		}
	}
	if q.Observer != "" {
		if dst = append(dst, capital(q.Observer)...); turn == 0 {
			dst = append(dst, " did not turn."...)
		} else {
			dst = append(append(append(dst, " turned "...), turnedWords[turn]...), '.')
		}
	}
	for i := range q.Before.Things {
		t := &q.Before.Things[i]
		k := q.After.ThingNamed(t.Name)
		if k < 0 {
			continue
		}
		line()
		dst = append(append(dst, capital(t.Name)...), ": "...)
		dst = append(dst, Place{t.At()}.String()...)
		if q.Views {
			dst = append(dst, " in the first view"...)
			if turn != 0 {
				dst = append(dst, ", which is "...)
				dst = append(dst, Place{layout.Turn(-turn).Cell(t.At(), q.Before.Rows, q.Before.Cols)}.String()...)
				dst = append(dst, " after the turn"...)
			}
			dst = append(append(dst, "; "...), Place{q.After.Things[k].At()}.String()...)
			dst = append(dst, " in the second view."...)
			continue
		}
		dst = append(append(dst, " before; "...), Place{q.After.Things[k].At()}.String()...)
		dst = append(dst, " after."...)
	}
	return dst
}
