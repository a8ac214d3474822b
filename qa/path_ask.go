package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// sampleGraph draws a graph of two parts: a street map, or rooms with ways of different lengths.
func (f PathFamily) sampleGraph(n *namer, src seed.Source) (Subject, error) {
	g := new(layout.Graph)
	var candidates []layout.Way
	more := f.Places / 3
	cols := 2
	for cols*cols < f.Places {
		cols++
	}
	lettered := n.plain || f.Places > len(n.places)
	streets := lettered && src.Intn(2) == 0
	for i := range f.Places {
		e := layout.Entity{Name: string(rune(n.mark())), At: layout.Cell{Row: i / cols, Col: i % cols}}
		if !lettered {
			e.Name = n.places[i]
		}
		g.Places = append(g.Places, e)
		for j := range i {
			other := g.Places[j].At
			switch neighbours := e.At.Row-other.Row+max(e.At.Col-other.Col, other.Col-e.At.Col) == 1; {
			case streets && neighbours:
				candidates = append(candidates, layout.Way{A: j, B: i, Length: 1})
			case !streets:
				candidates = append(candidates, layout.Way{A: j, B: i, Length: 1 + src.Intn(9)})
			}
		}
	}
	if err := g.Halves(candidates, more, src); err != nil {
		return Subject{}, fmt.Errorf("qa: path: %w: %w", err, ErrUnsuitable)
	}
	return Subject{Graph: g}, nil
}

// askGraph draws whether there is a way, then the form, then the places.
func (f PathFamily) askGraph(g *layout.Graph, src seed.Source) (Question, error) {
	if err := g.Validate(); err != nil {
		return nil, fmt.Errorf("qa: path: %w: %w", err, ErrUnsuitable)
	}
	type pair struct{ from, to, class int }
	var pairs []pair
	var scratch [layout.MaxPlaces]int
	for from := range g.Places {
		for to, d := range g.Lengths(scratch[:0], from) {
			switch {
			case to == from:
			case d < 0:
				pairs = append(pairs, pair{from, to, 0})
			case g.Between(from, to) == d:
				pairs = append(pairs, pair{from, to, 1})
			default:
				pairs = append(pairs, pair{from, to, 2})
			}
		}
	}
	if len(pairs) == 0 {
		return nil, unsuitable(f.Name(), "there are no two places")
	}
	pairs = narrow(src, pairs, func(p *pair) int { return min(p.class, 1) })
	// A way over a single edge is looked up: those over several come first.
	pairs = prefer(pairs, func(p *pair) bool { return p.class == 2 })
	p := pairs[src.Intn(len(pairs))]
	return newGraphPath(GraphPath{Graph: g, From: p.from, To: p.to, Form: PathForm(src.Intn(int(pathForms))), Phrasing: f.Phrasing}, src)
}

// askText asks for a way along stated adjacencies, the longest of a few pairs.
func (f PathFamily) askText(s Subject, src seed.Source) (Question, error) {
	if _, err := network(f.Name(), s); err != nil {
		return nil, err
	}
	for _, fact := range s.Facts {
		if fact.Reading != layout.UnitStep {
			return nil, unsuitable(f.Name(), "the facts are no single steps")
		}
	}
	q := Path{Names: s.Layout.Names(), Facts: s.Facts}
	var router layout.Router
	n := len(q.Names)
	for range 2 * n {
		from, to := src.Intn(n), src.Intn(n)
		if moves, ways := router.Shortest(s.Facts, n, from, to); ways > 0 && len(moves) > len(q.Moves) {
			q.From, q.To, q.Moves = from, to, append([]layout.Cardinal(nil), moves...)
		}
	}
	if len(q.Moves) == 0 {
		return nil, unsuitable(f.Name(), "no way was found")
	}
	return q, nil
}
