package qa

import (
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// namer gives the things and rooms of one map their names and marks: letters, or nouns of one theme. Marks are drawn at random, so
// that the alphabet tells nothing of where or in which order things stand.
type namer struct {
	theme  *describe.Theme
	plain  bool // things are called by their marks
	marks  []byte
	things []string
	places []string
	actors []string
}

// newNamer draws a theme, and with equal chance whether things are called by letters or by nouns.
func newNamer(src seed.Source) *namer {
	themes := describe.Themes()
	n := &namer{theme: &themes[src.Intn(len(themes))], plain: src.Intn(2) == 0, marks: make([]byte, 0, 26)}
	for c := byte('A'); c <= 'Z'; c++ {
		n.marks = append(n.marks, c)
	}
	seed.Shuffle(src, n.marks)
	shuffled := func(names []string) []string {
		all := append([]string(nil), names...)
		seed.Shuffle(src, all)
		return all
	}
	n.things, n.places, n.actors = shuffled(n.theme.Things), shuffled(n.theme.Places), shuffled(n.theme.Actors)
	return n
}

// mark draws a capital letter that no other thing has; '0' to '9' when the letters are used up, and then '*'.
func (n *namer) mark() byte {
	if len(n.marks) == 0 {
		return '*'
	}
	m := n.marks[len(n.marks)-1]
	if n.marks = n.marks[:len(n.marks)-1]; len(n.marks) == 0 && m >= 'A' {
		n.marks = []byte("9876543210")
	}
	return m
}

// thing returns a thing on these cells with a name and a mark of its own.
func (n *namer) thing(cells ...layout.Cell) layout.Thing {
	return named(&n.things, n.plain, n.mark(), cells)
}

// actor returns somebody who stands on a cell and can look somewhere.
func (n *namer) actor(at layout.Cell) layout.Thing {
	return named(&n.actors, n.plain, n.mark(), []layout.Cell{at})
}

func named(names *[]string, plain bool, mark byte, cells []layout.Cell) layout.Thing {
	t := layout.Thing{Name: string(rune(mark)), Mark: mark, Cells: cells}
	if !plain && len(*names) > 0 {
		t.Name, *names = (*names)[0], (*names)[1:]
	}
	return t
}

// room returns a room with a name of its own, marked by the first letter of its name that is free, or another small letter.
func (n *namer) room(others []layout.Room, cells ...layout.Cell) layout.Room {
	r := layout.Room{Name: "room " + string(rune('1'+len(others))), Cells: cells}
	if len(n.places) > 0 {
		r.Name, n.places = n.places[0], n.places[1:]
	}
	free := func(mark byte) bool {
		for i := range others {
			if others[i].Mark == mark {
				return false
			}
		}
		return 'a' <= mark && mark <= 'z'
	}
	start := 0
	if len(r.Name) > 4 && r.Name[:4] == "the " {
		start = 4
	}
	for _, c := range []byte(r.Name[start:] + "abcdefghijklmnopqrstuvwxyz") {
		if free(c) {
			r.Mark = c
			break
		}
	}
	return r
}
