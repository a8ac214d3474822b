package audit

import (
	"strings"

	"github.com/gridscribe/gridscribe/scene"
)

// readWays reads places and the ways between them, told or drawn as a street map.
func readWays(text string, net *network, names *naming) bool {
	way := func(a, b, length int) {
		label := edgeLabel{int32(length)}
		net.edges = append(net.edges, edge{int32(a), int32(b), label}, edge{int32(b), int32(a), label})
	}
	if !strings.HasPrefix(text, "The places are ") {
		g, err := scene.ParseStreets(text)
		if err != nil {
			return false
		}
		for _, p := range g.Places {
			names.id(p.Name)
		}
		for _, w := range g.Ways {
			way(w.A, w.B, w.Length)
		}
		return len(g.Places) > 0
	}
	places, rest, _ := strings.Cut(strings.TrimPrefix(text, "The places are "), ". ")
	for part := range strings.SplitSeq(places, ", ") {
		for name := range strings.SplitSeq(part, " and ") {
			names.id(name)
		}
	}
	if rest == "There are no ways between them." {
		return true
	}
	_, list, ok := strings.Cut(rest, ": ")
	list, unit := strings.CutSuffix(list, ". Every way has length 1.")
	for part := range strings.SplitSeq(strings.TrimSuffix(list, "."), "; ") {
		length := 1
		if !unit {
			ends, measure, measured := strings.Cut(part, " (length ")
			s := scan{rest: measure}
			length = s.number()
			if s.skip(")"); !measured || s.bad {
				return false
			}
			part = ends
		}
		from, to, joined := strings.Cut(part, " to ")
		a, knownA := names.ids[bare(from)]
		b, knownB := names.ids[bare(to)]
		if !joined || !knownA || !knownB {
			return false
		}
		way(a, b, length)
	}
	return ok
}
