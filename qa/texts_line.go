package qa

import (
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// lineUp changes two facts that have an object in common, so that three objects lie in one line along N or E, and those that contradict them. On which
// sides of each other the three lie it draws.
func lineUp(n int, facts []layout.Fact, along layout.Cardinal, src seed.Source) []layout.Fact {
	var pairs [][2]int
	for i, f := range facts {
		for j, g := range facts[:i] {
			shared := 0
			for _, a := range [2]int{f.Locatum, f.Relatum} {
				if a == g.Locatum || a == g.Relatum {
					shared++
				}
			}
			if shared == 1 {
				pairs = append(pairs, [2]int{i, j})
			}
		}
	}
	net, err := layout.NewNetwork(n, layout.World{})
	if err != nil || len(pairs) == 0 {
		return facts
	}
	pair := pairs[src.Intn(len(pairs))]
	lined := make([]layout.Fact, 0, len(facts))
	for _, k := range pair {
		f := facts[k]
		if f.Relation = along; src.Intn(2) == 0 {
			f.Relation = along.Converse()
		}
		if net.Add(f) != nil {
			return facts
		}
		lined = append(lined, f)
	}
	for k, f := range facts {
		if k == pair[0] || k == pair[1] {
			continue
		}
		if net.Judge(f) == layout.Contradicted {
			may := net.Possible(f.Locatum, f.Relatum)
			f.Relation += layout.Cardinal(src.Intn(layout.Cardinals))
			for range layout.Cardinals {
				if f.Relation = (f.Relation + 1) % layout.Cardinals; f.Relation != layout.EQ && may.Has(f.Relation) {
					break
				}
			}
		}
		if net.Add(f) == nil {
			lined = append(lined, f)
		}
	}
	return lined
}
