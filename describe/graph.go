package describe

import (
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendGraph appends sentences that say all of a graph but where its places stand: their names, and the ways in their order with the length of each, which
// is left out where all are 1.
func AppendGraph(dst []byte, g *layout.Graph) []byte {
	switch len(g.Places) {
	case 0:
		return append(dst, "There are no places."...)
	case 1:
		return append(append(append(dst, "There is one place, "...), g.Places[0].Name...), ". There are no ways."...)
	}
	dst = append(dst, "The places are "...)
	for i := range g.Places {
		switch {
		case i > 0 && i == len(g.Places)-1:
			dst = append(dst, " and "...)
		case i > 0:
			dst = append(dst, ", "...)
		}
		dst = append(dst, g.Places[i].Name...)
	}
	if len(g.Ways) == 0 {
		return append(dst, ". There are no ways between them."...)
	}
	dst = append(dst, ". There are these ways between them, and no others; each can be gone in both directions: "...)
	measured := false
	for _, w := range g.Ways {
		measured = measured || w.Length != 1
	}
	for i, w := range g.Ways {
		if i > 0 {
			dst = append(dst, "; "...)
		}
		dst = append(append(dst, g.Places[w.A].Name...), " to "...)
		dst = append(dst, g.Places[w.B].Name...)
		if measured {
			dst = strconv.AppendInt(append(dst, " (length "...), int64(w.Length), 10)
			dst = append(dst, ')')
		}
	}
	if !measured {
		return append(dst, ". Every way has length 1."...)
	}
	return append(dst, '.')
}
