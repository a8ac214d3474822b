package qa

import (
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// Compass says where north is on a map as it is shown, so that "up is north" is no way to answer. Maps, cells and directions of a question
// are always those on the map, N being up; a Compass stands only between them and the words. The zero value is NorthUp.
type Compass uint8

// Where north is.
const (
	NorthUp Compass = iota
	NorthRight
	NorthDown
	NorthLeft
)

// drawCompass draws where north is: up in half of the cases, always with fixed.
func drawCompass(fixed bool, src seed.Source) Compass {
	if fixed || src.Intn(2) == 0 {
		return NorthUp
	}
	return NorthRight + Compass(src.Intn(3))
}

// show returns a map whose north is up as it is shown; its memory is shared where nothing is turned.
func (c Compass) show(m *layout.Map) *layout.Map {
	if c == NorthUp {
		return m
	}
	return m.Transform(layout.Turn(int(c)))
}

// OnMap returns the direction on the map, N being up, in which a direction of the compass lies.
func (c Compass) OnMap(said layout.Cardinal) layout.Cardinal { return said.Turn(2 * int(c&3)) }

// Said returns the direction of the compass in which a direction on the map lies.
func (c Compass) Said(onMap layout.Cardinal) layout.Cardinal { return onMap.Turn(-2 * int(c&3)) }

// name returns the name of a direction on the map.
func (c Compass) name(onMap layout.Cardinal) string { return describe.CompassName(c.Said(onMap)) }

// appendEvidence appends a shown map in a medium, sentences before the drawing, with who looks where in words of the compass.
func (c Compass) appendEvidence(dst []byte, m *layout.Map, medium Medium) []byte {
	if m == nil {
		return dst
	}
	if c != NorthUp && slices.ContainsFunc(m.Things, func(t layout.Thing) bool { return t.Facing != layout.EQ }) {
		said := *m
		said.Things = slices.Clone(m.Things)
		for i := range said.Things {
			said.Things[i].Facing = c.Said(said.Things[i].Facing)
		}
		m = &said
	}
	if medium == AsText || medium == AsBoth {
		dst = describe.AppendMap(dst, m)
	}
	if medium == AsBoth {
		dst = append(dst, "\n\n"...)
	}
	if medium != AsText {
		dst = scene.AppendMap(dst, m, scene.Plain)
	}
	return dst
}

// appendWhere appends where north is, the words of which hold for a drawing and for a map in sentences.
func (c Compass) appendWhere(dst []byte) []byte {
	return append(dst, [...]string{"On the map north is up.", "On the map north is to the right.", "On the map north is down.",
		"On the map north is to the left."}[c&3]...)
}

// compassOptions are the eight directions of the compass as answers.
var compassOptions = []option{
	layout.EQ: {word: "?"}, layout.N: {"north", []string{"n", "northward", "due north"}}, layout.NE: {"north-east", []string{"ne", "northeast", "north east"}},
	layout.E: {"east", []string{"e", "due east"}}, layout.SE: {"south-east", []string{"se", "southeast", "south east"}},
	layout.S: {"south", []string{"s", "due south"}}, layout.SW: {"south-west", []string{"sw", "southwest", "south west"}},
	layout.W: {"west", []string{"w", "due west"}}, layout.NW: {"north-west", []string{"nw", "northwest", "north west"}},
}

// readCompass reads which direction of the compass a response gives, after some of the leads too.
func readCompass(response string, leads []string) (Word, error) {
	return readLed(response, compassOptions[layout.N:], leads, nil)
}
