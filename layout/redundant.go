package layout

// Redundant appends, in increasing order, the numbers of the facts that each follow from all the others. Of two facts that
// say the same, each follows from the other: leaving out both may change what is known. It costs closing all other facts,
// and where the matrices are not exact some searches, for every fact.
func (net *Network) Redundant(dst []int) []int {
	net.search.cut = false
	s := &net.search
	framed := net.axis[rowAxis].framed()
	others := make([]int, 0, len(net.facts))
	var room [2 * axes]clause
	for k := range net.facts {
		others = others[:0]
		for j := range net.facts {
			if j != k {
				others = append(others, j)
			}
		}
		follows := true
		for _, c := range net.denials(room[:0], &net.facts[k]) {
			s.blank(net, framed)
			s.work = mostWork
			if !s.stateFacts(net, others) || !s.state(&c) {
				continue
			}
			if s.solve() {
				s.cut = s.cut || s.work < 0
				follows = false
				break
			}
		}
		if follows {
			dst = append(dst, k)
		}
	}
	return dst
}
