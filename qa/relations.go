package qa

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Relations answers a question about all relations that two objects can have. The zero Relations is no answer.
type Relations layout.CardinalSet

// String returns the labels clockwise from above, "overlap" last, joined by ", ", as in "above, upper-right"; "" for no
// answer.
func (r Relations) String() string {
	var labels []string
	for _, l := range LabelsIn(layout.World{Sharing: true}, layout.Full) {
		if layout.CardinalSet(r).Has(l.Relation) {
			labels = append(labels, l.String())
		}
	}
	return strings.Join(labels, ", ")
}

// Equal reports whether other is the same set.
func (r Relations) Equal(other Answer) bool { return other == Answer(r) }

func (Relations) sealed() {}
