package gridscribe

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// frame moves a fact to the start and one to the end that tell as little about the answer as can be. In plain random
// order they would betray it: the facts that prove "above" are vertical themselves, and one about the locatum is often
// half of the proof. So the line along which an end's fact runs is drawn, the answer's own line at half the weight of the
// others, which makes up for the short texts that have no other; where no fact runs along the line drawn, any is
// taken rather than one along the answer's own; and of several, one about neither object of the question.
func frame(facts []layout.Fact, q pairQuestion, src seed.Source) {
	if len(facts) < 2 {
		return
	}
	own := q.line()
	for _, end := range [2]int{0, len(facts) - 1} {
		line := drawLine(own, src)
		best, bestRank := end, -1
		for i := min(end, 1); i < len(facts); i++ { // the first fact is settled when the last is drawn
			rank := 0
			switch l := facts[i].Relation.Line(); {
			case l == line:
				rank = 4
			case l != own:
				rank = 2
			}
			if !q.about(facts[i]) {
				rank++
			}
			if rank > bestRank {
				best, bestRank = i, rank
			}
		}
		facts[best], facts[end] = facts[end], facts[best]
	}
}

// drawLine draws one of the four lines; own has half the weight of the others, unless it is EQ.
func drawLine(own layout.Cardinal, src seed.Source) layout.Cardinal {
	weights := [layout.SE + 1]int{layout.N: 2, layout.NE: 2, layout.E: 2, layout.SE: 2}
	total := 8
	if own != layout.EQ {
		weights[own]--
		total--
	}
	return layout.Cardinal(seed.Pick(src, weights[:], total))
}

// pairQuestion is what is asked about a pair, and the answer.
type pairQuestion struct {
	locatum, relatum int
	aspect           layout.Aspect
	answer           layout.Cardinal
}

// about reports whether the fact is about an object of the question.
func (q pairQuestion) about(f layout.Fact) bool {
	return f.Locatum == q.locatum || f.Locatum == q.relatum || f.Relatum == q.locatum || f.Relatum == q.relatum
}

// line returns the line along which the facts that prove the answer tend to run; EQ when they run along several.
func (q pairQuestion) line() layout.Cardinal {
	switch {
	case q.aspect == layout.Full:
		return q.answer.Line()
	case q.answer != layout.EQ:
		return layout.EQ
	case q.aspect == layout.Vertical: // the same row
		return layout.E
	}
	return layout.N
}
