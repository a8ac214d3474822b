package scene

import "github.com/gridscribe/gridscribe/layout"

// Judgement says how good a drawing is. The zero Judgement is a wrong drawing without anything right in it.
type Judgement struct {
	// Right reports whether the drawing shows exactly the objects asked for, and every relation or fact holds.
	Right bool
	// Share is the part of the relations or facts that hold, from 0 to 1. Extra objects do not lessen it. With none to
	// hold it is 1 for a right drawing and else 0.
	Share float64
	// Failed lists the facts that do not hold, by index; nil after Compare.
	Failed []int
	// Missing are the names that are not drawn, in the order asked for; Extra those that were not asked for.
	Missing, Extra []string
}

// Compare judges a drawing against the one layout it must show. It is right when both have the same names and every two
// objects stand in the same relation, that is when both are equal without their empty rows and columns. Share counts
// unordered pairs of the objects wanted; a pair with an absent object does not hold.
func Compare(got Scene, want layout.Layout) Judgement {
	names := make([]string, want.Len())
	for i, e := range want.Entities {
		names[i] = e.Name
	}
	cells, j := match(got, names)
	holding, total := 0, 0
	for a := range cells {
		for b := range a {
			total++
			if cells[a].shown && cells[b].shown && cells[a].at.Relation(cells[b].at) == want.Relation(a, b) {
				holding++
			}
		}
	}
	j.decide(holding, total)
	return j
}

// CompareFacts judges a drawing against stated facts, whose objects are indices into names. Any drawing that shows
// exactly these names and in which every fact holds is right. A fact about an absent object, or with an index outside
// names, does not hold.
func CompareFacts(got Scene, names []string, facts []layout.Fact) Judgement {
	cells, j := match(got, names)
	for i, f := range facts {
		if !holds(f, cells) {
			j.Failed = append(j.Failed, i)
		}
	}
	j.decide(len(facts)-len(j.Failed), len(facts))
	return j
}

func holds(f layout.Fact, cells []sighting) bool {
	n := len(cells)
	if f.Locatum < 0 || f.Locatum >= n || f.Relatum < 0 || f.Relatum >= n {
		return false
	}
	a, b := cells[f.Locatum], cells[f.Relatum]
	return a.shown && b.shown && f.Holds(a.at, b.at)
}

// sighting is where an object is shown, if it is.
type sighting struct {
	at    layout.Cell
	shown bool
}

// match finds every name in the scene, and tells which are missing and which are extra. A name that is drawn twice
// counts as extra the second time.
func match(got Scene, names []string) ([]sighting, Judgement) {
	var j Judgement
	cells := make([]sighting, len(names))
	asked := make(map[string]int, len(names))
	for i, name := range names {
		asked[name] = i
	}
	for _, e := range got.Layout.Entities {
		i, ok := asked[e.Name]
		if !ok || cells[i].shown {
			j.Extra = append(j.Extra, e.Name)
			continue
		}
		cells[i] = sighting{at: e.At, shown: true}
	}
	for i, name := range names {
		if !cells[i].shown {
			j.Missing = append(j.Missing, name)
		}
	}
	return cells, j
}

func (j *Judgement) decide(holding, total int) {
	j.Right = holding == total && len(j.Missing) == 0 && len(j.Extra) == 0
	switch {
	case total > 0:
		j.Share = float64(holding) / float64(total)
	case j.Right:
		j.Share = 1
	}
}
