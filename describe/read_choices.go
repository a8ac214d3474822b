package describe

import "slices"

// A given name may hold words that sentences are made of: then there may be several ways to split a sentence into names
// and words. The ways are numbered by what is chosen at each place where there is a choice: at first the longest name.

// maxChoices and maxWays limit what is tried in one sentence; one of more is ambiguous.
const (
	maxChoices = 6
	maxWays    = 64
)

// choices is what is chosen in one sentence.
type choices struct {
	on     bool
	n      int             // how many places with a choice were met
	beyond bool            // there are more than maxChoices
	chosen [maxChoices]int // by place
	ways   [maxChoices]int // how many there are

	facts []Fact
}

// choose returns the given name to take at text[i:], noName for none. A sentence may start there.
func (r *Reader) choose(i int, starts bool) (name int32, end int) {
	name, end = r.names.longest(r.text, i, starts)
	c := &r.choices
	if name == noName || !c.on || c.beyond {
		return name, end
	}
	// Shorter names that stand here, from long to short, and the word.
	ways := 1
	chosen, chosenEnd := name, end
	for below := end; ; {
		next, nextEnd := int32(noName), 0
		for e := r.names.first[r.text[i]] - 1; e >= 0; e = r.names.entries[e].next {
			after, ok := matchName(r.text, i, r.names.entries[e].text)
			if ok && after < below && after > nextEnd && endsName(r.text, after) {
				next, nextEnd = r.names.entries[e].name, after
			}
		}
		if next == noName {
			break
		}
		if c.n < maxChoices && ways == c.chosen[c.n] {
			chosen, chosenEnd = next, nextEnd
		}
		below = nextEnd
		ways++
	}
	if wordEnds := wordEnd(r.text, i); wordEnds > i && r.meansMore(r.text[i:wordEnds]) {
		if c.n < maxChoices && ways == c.chosen[c.n] {
			chosen = noName
		}
		ways++
	}
	if ways > 1 && c.n == maxChoices {
		c.beyond = true
	} else if ways > 1 {
		c.ways[c.n] = ways
		c.n++
	}
	return chosen, chosenEnd
}

// meansMore reports whether the first word of a name also has a role of its own. Articles and the like before a name do
// not count: they would be taken for part of it by anyone.
func (r *Reader) meansMore(word string) bool {
	if word[0] <= '9' {
		return true
	}
	key, ok := keyOf(word)
	if !ok || len(word) == 1 {
		return false
	}
	w, known := r.table.find(key)
	return known && w.role != roleDet && w.role != roleSortal
}

// anySentence reads a sentence in every way that there is.
func (r *Reader) anySentence() bool {
	c := &r.choices
	*c = choices{on: true, facts: c.facts[:0]}
	start, first, from, before := r.at, *r.token(0), len(r.d.Facts), r.d
	reading, stated := r.reading, r.stated
	var after Description
	afterReading, afterStated := reading, stated
	end, found, problem, failedAt := 0, false, NoProblem, -1
	for tried := 0; ; tried++ {
		if tried == maxWays || c.beyond {
			c.on, r.problem = false, NoProblem
			return r.fail(AmbiguousNames, int(first.start))
		}
		c.n = 0
		r.tokens, r.at, r.next = r.tokens[:start], start, int(first.start)
		r.d.Facts, r.d.World, r.d.Vocabulary = r.d.Facts[:from], before.World, before.Vocabulary
		r.reading, r.stated, r.problem, r.failedAt = reading, stated, NoProblem, 0
		r.token(0).newLine = first.newLine
		if r.sentence() {
			last, facts := int(r.tokens[r.at-1].end), r.d.Facts[from:]
			if found && (last != end || !slices.Equal(c.facts, facts)) {
				c.on = false
				return r.fail(AmbiguousNames, int(first.start))
			}
			if !found {
				found, end, c.facts, after = true, last, append(c.facts, facts...), r.d
				afterReading, afterStated = r.reading, r.stated
			}
		} else if r.failedAt > failedAt {
			problem, failedAt = r.problem, r.failedAt
		}
		if !c.beyond && !c.advance() {
			break
		}
	}
	c.on = false
	if !found {
		r.problem, r.failedAt = problem, failedAt
		return false
	}
	// Go on where the sentence that was found ends; its tokens are done with.
	r.problem, r.failedAt = NoProblem, 0
	r.d.Facts, r.d.World, r.d.Vocabulary = append(r.d.Facts[:from], c.facts...), after.World, after.Vocabulary
	r.reading, r.stated = afterReading, afterStated
	first.end = int32(end)
	r.tokens, r.at, r.next = append(r.tokens[:start], first), start+1, end
	return true
}

// advance goes on to the next way: the last choice that has one more. It returns false when there is none.
func (c *choices) advance() bool {
	i := c.n - 1
	for i >= 0 && c.chosen[i]+1 >= c.ways[i] {
		i--
	}
	if i < 0 {
		return false
	}
	c.chosen[i]++
	clear(c.chosen[i+1:])
	return true
}
