package describe

import (
	"errors"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// step is a line that was understood.
type step struct {
	says     []Fact
	premises []Fact
	derived  bool // it gives reasons, or starts with "so"
}

// stepReader reads lines of reasoning: it takes premises and conclusions apart, and what they say a [Reader] reads.
type stepReader struct {
	Reader
	world   layout.World
	d       Description
	twoWays bool // the names of a part of the line allow more than one reading
	left    int  // how many texts may still be read for the line
}

// longestStep is the longest sentence that is read as a step, in bytes, and stepNames how many of the longest names it may
// hold beside.
const longestStep, stepNames = 1 << 10, 8

// maxClauses is how many texts are read at most to take one line apart. A line of two premises needs three or four, and some
// more for every comma and for every full stop in its names.
const maxClauses = 64

// sentence reads the sentence at text[i:]: up to the first end that makes one, for names may hold full stops.
func (r *stepReader) sentence(text string, i int) (s step, end int, reason Break) {
	stops, longest := 1, 0
	for _, name := range r.Names {
		stops += stepNames * strings.Count(name, ".")
		longest = max(longest, len(name))
	}
	r.twoWays, r.left = false, maxClauses
	for at := i; at < len(text) && at-i < longestStep+stepNames*longest; at++ {
		switch {
		case text[at] == '\n':
		case text[at] == '.' && (at+1 == len(text) || blankLen(text, at+1) > 0):
		default:
			if at+1 < len(text) {
				continue
			}
			at++
		}
		steps := r.read(strings.TrimSpace(text[i:at]))
		if len(steps) < 2 && r.left < 0 {
			return step{}, i, NotUnderstood
		}
		if len(steps) > 1 {
			return step{}, at, TwoWays
		}
		if len(steps) == 1 {
			return steps[0], min(at+1, len(text)), NoBreak
		}
		if stops--; stops == 0 || at < len(text) && text[at] == '\n' {
			break
		}
	}
	if r.twoWays {
		return step{}, i, TwoWays
	}
	return step{}, i, NotUnderstood
}

// read returns the ways to understand a sentence without its full stop, two at most. They are not all when r.left is below 0.
func (r *stepReader) read(text string) (ways []step) {
	add := func(s step) {
		for _, w := range ways {
			if slices.Equal(w.says, s.says) && slices.Equal(w.premises, s.premises) && w.derived == s.derived {
				return
			}
		}
		if len(ways) < 2 {
			ways = append(ways, s)
		}
	}
	reasoned := func(premises, conclusion string) {
		if p := r.clauses(premises); p != nil {
			if c := r.clauses(conclusion); c != nil {
				add(step{c, p, true})
			}
		}
	}
	if body, ok := cutAny(text, englishBecause); ok {
		for k := strings.Index(body, ", "); k >= 0 && k < len(body) && len(ways) < 2; {
			conclusion, _ := cutAny(body[k+2:], englishThen)
			reasoned(body[:k], conclusion)
			next := strings.Index(body[k+2:], ", ")
			if next < 0 {
				break
			}
			k += 2 + next
		}
	}
	if body, ok := cutAny(text, englishSo); ok {
		if c := r.clauses(body); c != nil {
			add(step{c, nil, true})
		}
	}
	for _, so := range englishHence {
		for k := strings.Index(text, so); k >= 0 && len(ways) < 2; {
			reasoned(text[:k], text[k+len(so):])
			next := strings.Index(text[k+1:], so)
			if next < 0 {
				break
			}
			k += 1 + next
		}
	}
	if c := r.clauses(text); c != nil {
		add(step{c, nil, false})
	}
	return ways
}

// cutAny returns text without the first of the prefixes that it has, whatever its letter case.
func cutAny(text string, prefixes []string) (rest string, ok bool) {
	for _, prefix := range prefixes {
		if hasFolded(text, prefix) {
			return text[len(prefix):], true
		}
	}
	return text, false
}

// clauses returns the facts that a text without its full stop states: nil unless it is one sentence that states some and
// assumes nothing that the world is not.
func (r *stepReader) clauses(text string) []Fact {
	if r.left--; r.left < 0 {
		return nil
	}
	if err := r.Read(&r.d, text); err != nil {
		var e *SyntaxError
		r.twoWays = r.twoWays || errors.As(err, &e) && e.Problem == AmbiguousNames
		return nil
	}
	if len(r.d.Facts) == 0 || r.d.Spans[0].Start > 0 || r.d.Spans[len(r.d.Spans)-1] != r.d.Spans[0] {
		return nil
	}
	if r.d.World.Rows != 0 && r.d.World.Rows != r.world.Rows || r.d.World.Cols != 0 && r.d.World.Cols != r.world.Cols {
		return nil
	}
	return slices.Clone(r.d.Facts)
}
