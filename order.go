package gridscribe

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// placeEnds chooses the first and the last fact so that neither tells much about the answer. In plain random order they
// would: the facts that prove "above" are vertical themselves, and one about the locatum is often half of the proof.
//
// For each end a line is drawn, the one along which the answer lies at half the weight of the others, to make up for
// short texts that have facts along no other. Taken is a fact along that line, else one along any line but the
// answer's, else any; and among equals one that is about neither object of the question. The pair of q is the one that
// the facts were built around, and so the likely one.
func placeEnds(facts []layout.Fact, q qa.Direction, src seed.Source) {
	if len(facts) < 2 {
		return
	}
	own := answerLine(q)
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
			if !isAbout(facts[i], q) {
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

// isAbout reports whether the fact is about an object of the question.
func isAbout(f layout.Fact, q qa.Direction) bool {
	return f.Locatum == q.Locatum || f.Locatum == q.Relatum || f.Relatum == q.Locatum || f.Relatum == q.Relatum
}

// answerLine returns the line along which the facts that prove the answer tend to run; EQ when they run along several.
func answerLine(q qa.Direction) layout.Cardinal {
	switch {
	case q.Aspect == layout.Full:
		return q.Relation.Line()
	case q.Relation != layout.EQ:
		return layout.EQ
	case q.Aspect == layout.Vertical: // the same row
		return layout.E
	}
	return layout.N
}
