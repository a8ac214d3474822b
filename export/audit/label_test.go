package audit

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// drawnNetwork returns a small network, and the same with its vertices and edges in another order.
func drawnNetwork(t *rapid.T, name string, n int) network {
	net := network{colors: make([]string, n)}
	for v := range net.colors {
		net.colors[v] = rapid.SampledFrom([]string{"", "", "red"}).Draw(t, name+" color")
	}
	for range rapid.IntRange(0, 5).Draw(t, name+" edges") {
		from, to := int32(rapid.IntRange(0, n-1).Draw(t, "from")), int32(rapid.IntRange(0, n-1).Draw(t, "to"))
		label := int32(rapid.IntRange(1, 2).Draw(t, "label"))
		net.edges = append(net.edges, edge{from, to, edgeLabel{label}}, edge{to, from, edgeLabel{-label}})
	}
	return net
}

// renumbered returns the network with its vertices in another order.
func (n *network) renumbered(to []int) network {
	out := network{colors: make([]string, len(n.colors))}
	for v, c := range n.colors {
		out.colors[to[v]] = c
	}
	for _, e := range n.edges {
		out.edges = append(out.edges, edge{int32(to[e.from]), int32(to[e.to]), e.label})
	}
	return out
}

// text says a network as it stands.
func (n *network) text() string {
	edges := slices.Clone(n.edges)
	slices.SortFunc(edges, func(a, b edge) int { return bytes.Compare(fmt.Append(nil, a), fmt.Append(nil, b)) })
	return fmt.Sprint(n.colors, slices.Compact(edges))
}

// permutations goes over all orders of n things.
func permutations(n int) (all [][]int) {
	var next func([]int)
	next = func(have []int) {
		if len(have) == n {
			all = append(all, slices.Clone(have))
			return
		}
		for i := range n {
			if !slices.Contains(have, i) {
				next(append(have, i))
			}
		}
	}
	next(nil)
	return all
}

// TestCanonicalIsExact holds canonical forms to all orders of the vertices: equal forms exactly of networks that some order makes equal.
func TestCanonicalIsExact(t *testing.T) {
	var l labeller
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "n")
		a, b := drawnNetwork(t, "a", n), drawnNetwork(t, "b", n)
		least := func(net *network) string {
			var best string
			for _, to := range permutations(n) {
				other := net.renumbered(to)
				if text := other.text(); best == "" || text < best {
					best = text
				}
			}
			return best
		}
		form := func(net network) string {
			f, ok := l.canonical(nil, &net)
			if !ok {
				t.Fatal("gave up")
			}
			return string(f)
		}
		if same := least(&a) == least(&b); (form(a) == form(b)) != same {
			t.Fatalf("the same: %v; forms say otherwise:\n%v\n%v", same, a.text(), b.text())
		}
		to := rapid.Permutation(permutations(n)[0]).Draw(t, "order")
		if form(a) != form(a.renumbered(to)) {
			t.Fatalf("another form in the order %v of %v", to, a.text())
		}
	})
}

// TestCanonicalOfTheSymmetric: networks in which much looks alike.
func TestCanonicalOfTheSymmetric(t *testing.T) {
	var l labeller
	ring := func(sizes ...int) network {
		net := network{}
		for _, size := range sizes {
			first := len(net.colors)
			for i := range size {
				net.colors = append(net.colors, "")
				a, b := int32(first+i), int32(first+(i+1)%size)
				net.edges = append(net.edges, edge{a, b, edgeLabel{1}}, edge{b, a, edgeLabel{1}})
			}
		}
		return net
	}
	star := network{colors: make([]string, 200)}
	for v := range int32(199) {
		star.edges = append(star.edges, edge{0, v + 1, edgeLabel{1}}, edge{v + 1, 0, edgeLabel{-1}})
	}
	whole, halves, hexagons := ring(12), ring(6, 6), ring(3, 9)
	forms := map[string]bool{}
	for _, net := range []*network{&whole, &halves, &hexagons, &star} {
		form, ok := l.canonical(nil, net)
		if !ok {
			t.Errorf("gave up on %d vertices", len(net.colors))
		}
		forms[string(form)] = true
	}
	if len(forms) != 4 {
		t.Errorf("%d different forms of 4 networks", len(forms))
	}
}
