package qa

import (
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// appendMapEvidence appends a map as sentences, as a drawing, or as both, the sentences first; nothing of nil. A medium that there
// is not counts as a drawing.
func appendMapEvidence(dst []byte, m *layout.Map, medium Medium) []byte {
	if m == nil {
		return dst
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
