package audit

import (
	"strings"

	"github.com/gridscribe/gridscribe/describe"
)

// How says how much of a row's evidence was understood.
type How uint8

// The ways to compare evidence.
const (
	Exact   How = iota // what is shown, up to names, wording, order and the symmetries of the square
	Named              // the text that is shown, up to names
	GivenUp            // too much looks alike in it: rows that differ in names or order may count as different
)

// Keys are the canonical texts of a row.
type Keys struct {
	Evidence []byte // of what is shown
	Problem  []byte // of what is shown and asked
	How      How
}

// Keyer finds canonical texts. The zero Keyer is ready to use, by one goroutine at a time.
type Keyer struct {
	names    naming
	reader   describe.Reader
	facts    stated
	labeller labeller
	net      network
	question question
	asked    asked // the end of the prompt of the last call
	shown    int   // how many names its evidence has
	hasFacts bool  // facts are those of its evidence
	forms    [turns][]byte
	labels   [turns]labels
	orders   [turns][]int
	rules    map[string]bool // of rules that were seen: whether they name nothing
	colors   []string
}

// Key returns the canonical texts of what a row shows. They follow from its prompt alone, and share no code with what shares
// records out to splits. The keys share memory with the Keyer until the next call.
//
// Two rows have the same evidence exactly if they differ in names, wording, the order or side of facts, in whether a map is
// drawn or told, or by a symmetry of the square. Problems are compared so as far as the words of the question are known:
// questions about two objects of a text in any wording; others by their words, with names and, where all words that a
// symmetry changes are known, directions and places moved along. Of a multiple choice the order of options does not matter.
func (k *Keyer) Key(prompt string) Keys {
	k.names.reset()
	k.question.reset()
	k.asked, k.shown, k.hasFacts = asked{}, 0, false
	first, tail, _ := strings.Cut(prompt, "\n\n")
	switch {
	case strings.HasPrefix(prompt, "Step 1: "), strings.HasPrefix(prompt, "| Step "), strings.HasPrefix(prompt, "The places lie in "):
		if keys, ok := k.log(prompt); ok {
			return keys
		}
	case strings.HasPrefix(prompt, "A sheet of paper of "):
		if keys, ok := k.sheet(prompt); ok {
			return keys
		}
	case strings.HasPrefix(prompt, "The places are "), strings.Contains(first, "---") && !strings.Contains(first, "+---"), strings.Contains(first, "|\n"):
		k.net.edges = k.net.edges[:0]
		if readWays(first, &k.net, &k.names) && k.names.n < maxVertices {
			if second, behind, _ := strings.Cut(tail, "\n\n"); readWays(second, &network{}, &naming{ids: map[string]int{}, starts: map[string]bool{}}) {
				tail = behind // told and drawn
			}
			return k.ways(tail)
		}
	}
	k.names.reset()
	if all, rest := readSections(prompt, &k.names); len(all) > 0 {
		return k.grids(all, rest)
	}
	k.names.reset()
	if rest, ok := k.readFacts(prompt); ok {
		return k.stated(rest)
	}
	k.names.reset()
	if g := readScene(first, &k.names); g != nil {
		return k.grids([]section{{grid: g}}, tail)
	}
	return k.fallback(first, tail)
}

// ask reads the end of a prompt.
func (k *Keyer) ask(tail string) asked {
	k.asked, k.shown = readAsked(tail), k.names.n
	k.question.read(k.asked.stem, &k.names)
	return k.asked
}

// appendRules appends what is taken for granted, names as the labels have them.
func (k *Keyer) appendRules(dst []byte, rules string, lab *labels) []byte {
	plain, known := k.rules[rules]
	if !known {
		var q question
		q.reset()
		var none naming
		q.read(rules, &none)
		plain = len(q.free) == 0
		if k.rules == nil || len(k.rules) >= 1<<12 {
			k.rules = make(map[string]bool)
		}
		k.rules[strings.Clone(rules)] = plain
	}
	if plain {
		return append(append(dst, 'R'), rules...)
	}
	from := len(k.question.tokens)
	still, places := k.question.still, k.question.places
	k.question.read(rules, &k.names)
	dst = appendForm(append(dst, 'r'), k.question.tokens[from:], 0, 0, 0, lab)
	k.question.tokens, k.question.still, k.question.places = k.question.tokens[:from], still, places
	return dst
}

func identity(n int) []int32 {
	all := make([]int32, n)
	for i := range all {
		all[i] = int32(i)
	}
	return all
}

// fallback returns the keys of a prompt that is not understood: its words, names numbered as they come up.
func (k *Keyer) fallback(first, tail string) Keys {
	q := &k.question
	a := readAsked(tail)
	q.read(first, &k.names)
	if strings.HasPrefix(first, "In a font ") { // which shows nothing yet
		q.read(a.rules, &k.names)
		q.read(a.stem, &k.names)
		a.rules, a.stem = "", ""
	}
	form := appendForm(append(k.forms[0][:0], '?'), q.tokens, 0, 0, 0, &labels{})
	k.forms[0] = form
	k.asked, k.shown = a, k.names.n
	from := len(q.tokens)
	q.read(a.stem, &k.names)
	problem := appendForm(append(append([]byte{}, form...), 'Q'), q.tokens[from:], 0, 0, 0, &labels{})
	problem = k.appendOptions(problem, a.options, 0, 0, 0, &labels{})
	return Keys{Evidence: form, Problem: k.appendRules(problem, a.rules, &labels{}), How: Named}
}
