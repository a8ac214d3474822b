package describe

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// step is a line that was understood.
type step struct {
	says     []Fact
	premises []Fact
	derived  bool // it gives reasons, or starts with "so"
}

// stepReader reads lines of reasoning.
type stepReader struct {
	lex     *Lexicon
	names   []string
	reading layout.Reading
}

// longestStep is the longest sentence that is read as a step, in bytes.
const longestStep = 1 << 10

// sentence reads the sentence at text[i:]: up to the first end that makes one, for names may hold full stops.
func (r *stepReader) sentence(text string, i int) (s step, end int, reason Break) {
	stops := 1
	for _, name := range r.names {
		stops += 8 * strings.Count(name, ".")
	}
	for at := i; at < len(text) && at-i < longestStep; at++ {
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
	return step{}, i, NotUnderstood
}

// read returns the ways to understand a sentence without its full stop, two at most.
func (r *stepReader) read(text string) (ways []step) {
	add := func(s step) {
		for _, w := range ways {
			if sameFacts(w.says, s.says) && sameFacts(w.premises, s.premises) && w.derived == s.derived {
				return
			}
		}
		if len(ways) < 2 {
			ways = append(ways, s)
		}
	}
	reasoned := func(premises, conclusion string) {
		for _, p := range r.clauses(premises, noSubject, 0) {
			for _, c := range r.clauses(conclusion, noSubject, 0) {
				add(step{c, p, true})
			}
		}
	}
	if body, ok := cutAny(text, englishBecause); ok {
		for k := strings.Index(body, ", "); k >= 0 && k < len(body); {
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
		for _, c := range r.clauses(body, noSubject, 0) {
			add(step{c, nil, true})
		}
	}
	for _, so := range englishHence {
		for k := strings.Index(text, so); k >= 0; {
			reasoned(text[:k], text[k+len(so):])
			next := strings.Index(text[k+1:], so)
			if next < 0 {
				break
			}
			k += 1 + next
		}
	}
	for _, c := range r.clauses(text, noSubject, 0) {
		add(step{c, nil, false})
	}
	return ways
}

func sameFacts(a, b []Fact) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
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

// noSubject stands for no subject.
const noSubject = -100

// mostClauses bounds how many clauses one side of a step may have.
const mostClauses = 8

// clauses returns the ways to understand clauses joined by commas and "and"; one without a subject is about that of the
// clause before.
func (r *stepReader) clauses(text string, subject, depth int) (ways [][]Fact) {
	add := func(facts []Fact) {
		for _, w := range ways {
			if sameFacts(w, facts) {
				return
			}
		}
		if len(ways) < 2 {
			ways = append(ways, facts)
		}
	}
	for _, f := range r.clause(text, subject) {
		add([]Fact{f})
	}
	if depth == mostClauses {
		return ways
	}
	for k := 1; k < len(text); k++ {
		if text[k] != ' ' && text[k] != ',' {
			continue
		}
		rest, ok := cutAny(text[k:], englishCommas)
		if !ok {
			continue
		}
		for _, first := range r.clause(text[:k], subject) {
			for _, others := range r.clauses(rest, first.Locatum, depth+1) {
				add(append([]Fact{first}, others...))
			}
		}
	}
	return ways
}

// clause returns the ways to understand one clause.
func (r *stepReader) clause(text string, subject int) (ways []Fact) {
	try := func(locatum int, predicate string) {
		if d, err := Read(r.names[locatum]+" "+englishIs+" "+predicate, r.names); err == nil && len(d.Facts) == 1 {
			// Only one direction with one relatum: the rest is read below, clause by clause.
			if f := d.Facts[0]; f.Reading.OfWords() {
				phrase, ends := strings.CutSuffix(predicate, r.names[f.Relatum])
				if ends && !strings.Contains(phrase, " "+r.names[f.Relatum]+" ") {
					f.Reading = r.reading
					ways = append(ways, f)
					return
				}
			}
		}
		ways = append(ways, r.lex.readCounted(predicate, locatum, r.names)...)
		if f, ok := r.bound(predicate, locatum); ok {
			ways = append(ways, f)
		}
	}
	named := false
	for i, name := range r.names {
		rest, ok := strings.CutPrefix(text, name)
		if !ok && startsWithArticle(name) && hasFolded(text, name[:1]) && strings.HasPrefix(text[1:], name[1:]) {
			rest, ok = text[len(name):], true
		}
		if predicate, is := strings.CutPrefix(rest, " "+englishIs+" "); ok && is {
			named = true
			try(i, predicate)
		}
	}
	if !named && subject >= 0 {
		try(subject, text)
	}
	return ways
}

// bound reads one clause of those that appendBounds writes for what no pattern fits.
func (r *stepReader) bound(text string, locatum int) (f Fact, ok bool) {
	f = Fact{Locatum: locatum, Reading: layout.Measured, Rows: layout.Anything(), Cols: layout.Anything()}
	for axis, v := range [axes]*layout.Interval{&f.Rows, &f.Cols} {
		for side, words := range [2]*[axes]string{&boundFrom, &boundTo} {
			rest, found := strings.CutPrefix(text, words[axis]+" ")
			if !found {
				continue
			}
			x := 0
			if place, found := strings.CutPrefix(rest, unitNames[axis]+" "); found {
				n, end, isNumber := numberAt(place, 0)
				f.Relatum, x, ok = layout.TopLeft, n-1, isNumber && n > 0 && end == len(place)
			} else {
				if n, end, isNumber := numberAt(rest, 0); isNumber {
					if far, sign, found := cutDistance(rest[end:], axis); found {
						rest, x = far, sign*n
					}
				}
				f.Relatum, ok = r.lineNamed(rest, axis)
			}
			if side == 0 {
				v.Lo = x
			} else {
				v.Hi = x
			}
			return f, ok && f.Relatum != locatum
		}
	}
	return f, false
}

// cutDistance returns text without " rows above " or its like, and the sign of that side.
func cutDistance(text string, axis int) (rest string, sign int, ok bool) {
	rest, ok = strings.CutPrefix(text, " "+unitNames[axis])
	if !ok {
		return "", 0, false
	}
	rest = strings.TrimPrefix(rest, "s")
	if after, found := strings.CutPrefix(rest, " "+sideFrom[axis]+" "); found {
		return after, -1, true
	}
	rest, ok = strings.CutPrefix(rest, " "+sideTo[axis]+" ")
	return rest, 1, ok
}

// lineNamed returns the object or the line of the frame with this name.
func (r *stepReader) lineNamed(name string, axis int) (relatum int, ok bool) {
	switch name {
	case frameFirst[axis]:
		return layout.TopLeft, true
	case frameLast[axis]:
		return layout.BottomRight, true
	}
	for i := range r.names {
		if r.names[i] == name {
			return i, true
		}
	}
	return 0, false
}
