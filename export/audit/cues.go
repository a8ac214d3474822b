package audit

import (
	"crypto/sha256"
	"strconv"
	"strings"
)

// questionOnly is the cue that does not look at the evidence at all.
const questionOnly = "the question without names and numbers"

// learnt are cues from which the answer is learnt: a feature of the row, and the answer that mostly goes with it.
var learnt = [...]struct {
	name string
	of   func(*look) string
}{
	{questionOnly, func(l *look) string { return l.masked }},
	{"the length of the prompt", func(l *look) string { return l.masked + "|" + strconv.Itoa(len(l.row.Prompt)/128) }},
	{"the number of lines", func(l *look) string { return l.masked + "|" + strconv.Itoa(strings.Count(l.row.Prompt, "\n")) }},
	{"which of the things asked about is mentioned first", func(l *look) string { return l.ifAsked(l.askedOrder) }},
	{"which of the things asked about is mentioned last", func(l *look) string { return l.ifAsked(l.askedLast) }},
	{"the relation stated first", func(l *look) string { return l.relation(0) }},
	{"the relation stated last", func(l *look) string { return l.relation(len(l.k.facts.d.Facts) - 1) }},
	{"the relation stated most often", (*look).frequent},
	{"the fact that names both things asked about", (*look).lookUp},
}

// guessed are cues that give an answer themselves.
var guessed = [...]struct {
	name   string
	choice bool // of multiple choices only
	of     func(*look) string
}{
	{"the thing mentioned first", false, func(l *look) string { return l.nth(func(a, b *mention) bool { return a.first < b.first }) }},
	{"the thing mentioned last", false, func(l *look) string { return l.nth(func(a, b *mention) bool { return a.last > b.last }) }},
	{"the thing mentioned most often", false, func(l *look) string { return l.nth(func(a, b *mention) bool { return a.count > b.count }) }},
	{"the first option", true, func(l *look) string { return l.option(func(int, int) bool { return false }) }},
	{"the last option", true, func(l *look) string { return l.option(func(int, int) bool { return true }) }},
	{"the longest option", true, func(l *look) string {
		return l.option(func(i, best int) bool { return len(l.k.asked.options[i]) > len(l.k.asked.options[best]) })
	}},
	{"the shortest option", true, func(l *look) string {
		return l.option(func(i, best int) bool { return len(l.k.asked.options[i]) < len(l.k.asked.options[best]) })
	}},
	{"the option that stands most often in the prompt", true, func(l *look) string {
		return l.option(func(i, best int) bool {
			return strings.Count(l.row.Prompt, l.k.asked.options[i]) > strings.Count(l.row.Prompt, l.k.asked.options[best])
		})
	}},
}

// signs is all that the baselines need of a row.
type signs struct {
	choice   bool
	options  int
	majority string // the answer as the majority counts it
	target   string // the answer by its role: which thing of the question or of the evidence it is, else its words
	features [len(learnt)]string
	applies  [len(guessed)]bool
	right    [len(guessed)]bool
}

// mention is where a name stands in the evidence.
type mention struct {
	name               string
	first, last, count int
}

// look is a row with what cues look at.
type look struct {
	k      *Keyer
	row    *Row
	answer string // of a multiple choice the words of the right option
	names  []mention
	asked  []int // the names in the question, by order
	masked string
}

// signs takes what baselines need of the row whose prompt Key read last.
func (k *Keyer) signs(row *Row) (s signs) {
	l := look{k: k, row: row, answer: bare(row.Answer)}
	s.choice, s.options = row.Choice, len(k.asked.options)
	if row.Choice && len(row.Answer) == 1 && row.Answer[0] >= 'A' && int(row.Answer[0]-'A') < s.options {
		l.answer = bare(k.asked.options[row.Answer[0]-'A'])
	}
	evidence := row.Prompt
	if at := strings.LastIndex(row.Prompt, k.asked.rules+"\n\n"+k.asked.stem); at > 0 && k.asked.stem != "" {
		evidence = row.Prompt[:at]
	} else if before, _, ok := strings.Cut(row.Prompt, "\n\n"); ok && k.hasFacts {
		evidence = before
	}
	for _, name := range k.names.list[:k.shown] {
		l.names = append(l.names, mentioned(evidence, name))
	}
	for _, t := range k.question.tokens {
		if t.kind == shownName && t.a < k.shown {
			seen := false
			for _, id := range l.asked {
				seen = seen || id == t.a
			}
			if !seen {
				l.asked = append(l.asked, t.a)
			}
		}
	}
	l.masked = l.mask()
	s.target = l.role()
	if s.majority = s.target; row.Choice {
		s.majority = row.Answer
	}
	for i := range learnt {
		s.features[i] = learnt[i].of(&l)
	}
	for i := range guessed {
		if guessed[i].choice && !row.Choice {
			continue
		}
		if guess := guessed[i].of(&l); guess != "" {
			s.applies[i] = true
			s.right[i] = guess == l.answer || guessed[i].choice && guess == row.Answer
		}
	}
	return s
}

// mentioned finds a name in a text, as a word of its own.
func mentioned(text, name string) mention {
	m := mention{name: name, first: -1, last: -1}
	for from := 0; ; {
		at := strings.Index(text[from:], name)
		if at < 0 {
			return m
		}
		at += from
		from = at + len(name)
		if at > 0 && wordByte(text[at-1]) || from < len(text) && wordByte(text[from]) {
			continue
		}
		if m.first < 0 {
			m.first = at
		}
		m.last = at
		m.count++
	}
}

// longestAnswer is the longest answer that is counted as it stands and not by its hash, in bytes.
const longestAnswer = 64

// role returns the answer by which thing it is: of the question, or else of the evidence.
func (l *look) role() string {
	id, ok := l.k.names.ids[l.answer]
	if !ok || id >= l.k.shown {
		if len(l.answer) > longestAnswer {
			sum := sha256.Sum256([]byte(l.answer))
			return string(sum[:16])
		}
		return l.answer
	}
	for i, a := range l.asked {
		if a == id {
			return "#" + strconv.Itoa(i)
		}
	}
	return "@" + strconv.Itoa(id)
}

// mask returns the question with numbers and names replaced, several names in a list by one.
func (l *look) mask() string {
	b := make([]byte, 0, 128)
	listed := 0 // where a list of names ends that nothing but commas, "and" and "or" stands behind
	for _, t := range l.k.question.tokens {
		if name := t.kind == shownName || t.kind == freeName; name && listed > 0 {
			b = b[:listed]
			continue
		} else if name {
			b = append(b, " *"...)
			listed = len(b)
			continue
		} else if t.kind != literal || t.text != "," && t.text != "and" && t.text != "or" {
			listed = 0
		}
		switch t.kind {
		case literal:
			if digit(t.text[0]) {
				b = append(b, " 0"...)
			} else {
				b = append(append(b, ' '), t.text...)
			}
		case direction:
			b = append(b, ' ', byte('1'+t.a), byte('1'+t.b))
			b = append(b, t.text...)
		case axisWord:
			b = append(append(b, ' ', byte('0'+t.b)), t.text...)
		default:
			b = append(b, ' ', '*', byte('0'+t.kind))
		}
	}
	return string(b)
}

// ifAsked returns a feature of two things that are asked about, with the question.
func (l *look) ifAsked(of func(a, b *mention) bool) string {
	if len(l.asked) < 2 {
		return ""
	}
	return l.masked + "|" + strconv.FormatBool(of(&l.names[l.asked[0]], &l.names[l.asked[1]]))
}

func (l *look) askedOrder(a, b *mention) bool { return a.first < b.first }

func (l *look) askedLast(a, b *mention) bool { return a.last < b.last }

// relation returns the relation of a fact, with the question.
func (l *look) relation(i int) string {
	if !l.k.hasFacts {
		return ""
	}
	return l.masked + "|" + l.k.facts.d.Facts[i].Relation.String()
}

// frequent returns the relation that most facts state, the first among equals, with the question.
func (l *look) frequent() string {
	if !l.k.hasFacts {
		return ""
	}
	facts, counts, best := l.k.facts.d.Facts, [16]int{}, 0
	for i := range facts {
		counts[facts[i].Relation&15]++
		if counts[facts[i].Relation&15] > counts[facts[best].Relation&15] {
			best = i
		}
	}
	return l.relation(best)
}

// lookUp returns what the facts say of the first two things asked about, with the question.
func (l *look) lookUp() string {
	if !l.k.hasFacts || len(l.asked) < 2 {
		return ""
	}
	for _, f := range l.k.facts.d.Facts {
		switch {
		case f.Locatum == l.asked[0] && f.Relatum == l.asked[1]:
			return l.masked + "|" + f.Relation.String()
		case f.Locatum == l.asked[1] && f.Relatum == l.asked[0]:
			return l.masked + "|" + f.Relation.Converse().String()
		}
	}
	return l.masked + "|none"
}

// nth returns the name that comes before all others.
func (l *look) nth(before func(a, b *mention) bool) string {
	best := -1
	for i := range l.names {
		if l.names[i].count > 0 && (best < 0 || before(&l.names[i], &l.names[best])) {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return l.names[best].name
}

// option returns the letter of the option that is better than all before it.
func (l *look) option(better func(i, best int) bool) string {
	if len(l.k.asked.options) == 0 {
		return ""
	}
	best := 0
	for i := 1; i < len(l.k.asked.options); i++ {
		if better(i, best) {
			best = i
		}
	}
	return string(rune('A' + best))
}
