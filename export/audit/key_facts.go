package audit

import (
	"bytes"
	"encoding/binary"
	"slices"
)

// ways returns the keys of a prompt about places and ways: the network has them.
func (k *Keyer) ways(tail string) Keys {
	a := k.ask(tail)
	k.colors = append(k.colors[:0], make([]string, k.names.n)...)
	k.net.colors = k.colors
	how := Exact
	form, ok := k.labeller.canonical(append(k.forms[0][:0], 'G'), &k.net)
	k.forms[0] = form
	colorNamed(k.colors, k.question.tokens)
	problem := appendForm([]byte{'G'}, k.question.tokens, 0, 0, 0, &labels{hide: true})
	problem, fine := k.labeller.canonical(append(problem, 'Q'), &k.net)
	if !ok || !fine {
		how = GivenUp
	}
	lab := &labels{of: make([]int32, k.names.n), next: 1 << 16}
	for place, v := range k.labeller.order {
		lab.of[v] = int32(place)
	}
	problem = k.appendOptions(problem, a.options, 0, 0, 0, lab)
	return Keys{Evidence: form, Problem: k.appendRules(problem, a.rules, lab), How: how}
}

// colorNamed colours what a question names by where it names it.
func colorNamed(colors []string, tokens []token) {
	for i, t := range tokens {
		if t.kind == shownName && t.a < len(colors) {
			colors[t.a] += string(binary.AppendUvarint([]byte{'@'}, uint64(i)))
		}
	}
}

// stated returns the keys of a prompt whose facts were read.
func (k *Keyer) stated(tail string) Keys {
	f := &k.facts
	for _, name := range f.d.Names {
		k.names.id(name)
	}
	k.hasFacts = k.names.n == len(f.d.Names)
	a := k.ask(tail)
	f.ask(&k.reader, a.stem)
	how := Exact
	if k.names.n != len(f.d.Names) {
		how = GivenUp // two names that differ by their article alone
	}
	if f.read {
		a.rules = "" // they are in the facts
	}
	f.network(&k.net, 0)
	vertices := len(f.d.Names)
	if f.corner {
		vertices++
	}
	var evidence, heads [turns][]byte
	for t := range turns {
		if t > 0 && f.corner {
			break
		}
		f.network(&k.net, turn(t))
		evidence[t] = k.histogram(f.appendWorld(k.forms[t][:0], turn(t)))
		k.forms[t] = evidence[t]
		k.colors = append(k.colors[:0], make([]string, vertices)...)
		heads[t] = append(append(heads[t], evidence[t]...), 'Q')
		if f.read {
			heads[t] = f.appendAsked(heads[t], turn(t), k.colors)
		} else {
			heads[t] = appendForm(heads[t], k.question.tokens, turn(t), f.d.World.Rows, f.d.World.Cols, &labels{hide: true})
		}
	}
	least, head := leastOf(evidence[:]), leastOf(heads[:])
	still := !f.read && (k.question.still || k.question.places && !f.d.World.Bounded())
	if still {
		head = heads[0]
	}
	var best, bestProblem []byte
	for t := range turns {
		inEvidence, inProblem := evidence[t] != nil && bytes.Equal(evidence[t], least), heads[t] != nil && bytes.Equal(heads[t], head)
		if still {
			inProblem = t == 0
		}
		if !inEvidence && !inProblem {
			continue
		}
		f.network(&k.net, turn(t))
		k.colors = append(k.colors[:0], make([]string, vertices)...)
		k.net.colors = k.colors
		if inEvidence {
			form, ok := k.labeller.canonical(slices.Clone(evidence[t]), &k.net)
			if !ok {
				how = GivenUp
			}
			if best == nil || bytes.Compare(form, best) < 0 {
				best = form
			}
		}
		if inProblem {
			if f.read {
				f.appendAsked(nil, turn(t), k.colors)
			} else {
				colorNamed(k.colors, k.question.tokens)
			}
			form, ok := k.labeller.canonical(slices.Clone(heads[t]), &k.net)
			if !ok {
				how = GivenUp
			}
			if bestProblem == nil || bytes.Compare(form, bestProblem) < 0 {
				bestProblem = form
			}
		}
	}
	return Keys{Evidence: best, Problem: k.appendRules(bestProblem, a.rules, &labels{hide: true}), How: how}
}

// leastOf returns the least of some texts, nil ones left out.
func leastOf(all [][]byte) (least []byte) {
	for _, text := range all {
		if text != nil && (least == nil || bytes.Compare(text, least) < 0) {
			least = text
		}
	}
	return least
}

// histogram appends how many edges lead in each of the first four of eight directions; it tells most symmetries apart
// before labellings are compared.
func (k *Keyer) histogram(dst []byte) []byte {
	var counts [9]uint64
	for _, e := range k.net.edges {
		if d := e.label[1] + 4; d >= 0 && d < 9 {
			counts[d]++
		}
	}
	for _, n := range counts[:4] {
		dst = binary.AppendUvarint(dst, n)
	}
	return dst
}
