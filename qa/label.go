package qa

import (
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Label answers a direction question: the part of the relation that was asked about. The zero Label is "overlap", which
// answers only where objects may share a cell.
type Label struct {
	Aspect   layout.Aspect
	Relation layout.Cardinal // as the aspect projects it; EQ for the same row or column, or for both
}

// overlap is StepGame's label for two objects in one cell.
const overlap = "overlap"

// String returns the label as rows store it: "above", "upper-left", "same level", "same column", "overlap"; "" for what
// is no label.
func (l Label) String() string {
	same := l.Relation == layout.EQ
	if same && l.Aspect == layout.Full {
		return overlap
	}
	return describe.Direction{
		Relation: l.Relation,
		SameRow:  same && l.Aspect == layout.Vertical,
		SameCol:  same && l.Aspect == layout.Horizontal,
	}.String()
}

// Equal reports whether other is the same label.
func (l Label) Equal(other Answer) bool { return other == Answer(l) }

func (Label) sealed() {}

// Labels returns all labels of an aspect where no two objects share a cell, clockwise from above, the same row or column
// last.
func Labels(aspect layout.Aspect) []Label { return LabelsIn(layout.World{}, aspect) }

// LabelsIn returns all labels of an aspect in a world: those of [Labels], and "overlap" where objects may share a cell.
func LabelsIn(world layout.World, aspect layout.Aspect) []Label { return labelsIn(nil, world, aspect) }

func labelsIn(out []Label, world layout.World, aspect layout.Aspect) []Label {
	for c := layout.N; c < layout.Cardinals; c++ {
		if c.Project(aspect) == c {
			out = append(out, Label{aspect, c})
		}
	}
	if aspect != layout.Full || world.Sharing {
		out = append(out, Label{aspect, layout.EQ})
	}
	return out
}

// appendLabels appends the labels of an aspect, joined by ", ".
func appendLabels(dst []byte, world layout.World, aspect layout.Aspect) []byte {
	var room [layout.Cardinals]Label // every prompt lists labels: nothing is allocated for them
	for i, l := range labelsIn(room[:0], world, aspect) {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = append(dst, l.String()...)
	}
	return dst
}

// isLabel reports whether a text is a label of some aspect and nothing else, in any letter case.
func isLabel(text string) bool {
	text = strings.TrimSpace(text)
	for aspect := range layout.Aspect(layout.Aspects) {
		for c := range layout.Cardinal(layout.Cardinals) {
			if s := (Label{aspect, c}).String(); s != "" && strings.EqualFold(s, text) {
				return true
			}
		}
	}
	return false
}
