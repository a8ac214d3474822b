package audit

import (
	"bytes"
	"encoding/binary"
	"slices"
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

// asked is the end of a prompt.
type asked struct {
	rules   string
	stem    string
	options []string
}

// optionAt returns where the line starts that has an option, or from where it follows; -1 where there is none.
func optionAt(text string, letter byte) int {
	for from := 0; ; {
		at := strings.Index(text[from:], "\n"+string(rune(letter))+")")
		if at < 0 {
			return -1
		}
		at += from
		if from = at + 3; from < len(text) && (text[from] == ' ' || text[from] == '\n') {
			return at
		}
	}
}

// readAsked takes what is taken for granted, the question and its options apart.
func readAsked(tail string) (a asked) {
	if at := optionAt(tail, 'A'); at >= 0 && optionAt(tail[at:], 'B') >= 0 {
		list, _, _ := strings.Cut(tail[at:], "\nAnswer with the letter")
		tail = tail[:at]
		for c := byte('B'); list != ""; c++ {
			option := list[len("\nA) "):]
			if list = ""; c <= 'Z' {
				if at := optionAt(option, c); at >= 0 {
					option, list = option[:at], option[at:]
				}
			}
			a.options = append(a.options, option)
		}
	}
	a.stem = tail
	for {
		head, rest, more := strings.Cut(a.stem, "\n\n")
		if !more {
			break
		}
		a.rules += head
		a.stem = rest
		if !strings.HasPrefix(head, "Scale: ") {
			break
		}
	}
	for _, start := range [...]string{"Answer ", "Above and below mean "} {
		for from := 0; ; {
			at := strings.Index(a.stem[from:], start)
			if at < 0 {
				break
			}
			at += from
			end := strings.Index(a.stem[at:], ". ")
			if nl := strings.IndexByte(a.stem[at:], '\n'); nl >= 0 && (end < 0 || nl < end) {
				end = nl - 1
			}
			if end < 0 {
				a.stem = a.stem[:at]
				break
			}
			a.stem = a.stem[:at] + a.stem[at+end+1:]
			from = at
		}
	}
	return a
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

// grids returns the keys of a prompt that shows maps.
func (k *Keyer) grids(all []section, rest string) Keys {
	how := Exact
	free := len(all) > 1
	for i := range all {
		free = free && all[i].free()
	}
	if free && all[0].heading == "Tile" {
		for i := range all {
			k.names.id(all[i].name)
		}
	}
	a := k.ask(rest)
	for i := range all {
		all[i].face(a.rules)
	}
	least := 0
	for t := range turns {
		k.labels[t].reset(k.names.n)
		form := k.forms[t][:0]
		if free {
			var ok bool
			if form, k.orders[t], ok = tilesForm(form, all, turn(t), k.names.n, &k.labels[t]); !ok {
				how = GivenUp
			}
		} else {
			for i := range all {
				form = all[i].appendForm(form, turn(t), &k.labels[t])
			}
		}
		if k.forms[t] = form; bytes.Compare(form, k.forms[least]) < 0 {
			least = t
		}
	}
	q := &k.question
	q.still = q.still || q.places && len(all) > 1 || strings.Contains(a.rules, "letter or digit") || strings.Contains(a.rules, "north is to the") || strings.Contains(a.rules, "clockwise")
	var best []byte
	for t := range turns {
		if q.still && t > 0 || !q.still && !bytes.Equal(k.forms[t], k.forms[least]) {
			continue
		}
		lab := &k.labels[t]
		if free {
			for place, i := range k.orders[t] {
				if all[i].heading == "Tile" {
					lab.of[k.names.ids[all[i].name]] = int32(1000 + place)
				}
			}
		}
		problem := append([]byte{}, k.forms[t]...)
		if free && all[0].heading != "Tile" {
			for _, i := range k.orders[t] {
				problem = append(problem, byte('1'+i))
			}
		}
		problem = appendForm(append(problem, 'Q'), q.tokens, turn(t), all[0].rows, all[0].cols, lab)
		problem = k.appendOptions(problem, a.options, turn(t), all[0].rows, all[0].cols, lab)
		problem = k.appendRules(problem, a.rules, lab)
		if best == nil || bytes.Compare(problem, best) < 0 {
			best = problem
		}
	}
	return Keys{Evidence: k.forms[least], Problem: best, How: how}
}

// appendOptions appends options in an order of their own.
func (k *Keyer) appendOptions(dst []byte, options []string, t turn, rows, cols int, lab *labels) []byte {
	if len(options) == 0 {
		return dst
	}
	forms := make([][]byte, len(options))
	for i, option := range options {
		if strings.Contains(option, "\n") {
			if all, rest := readSections(option, &k.names); len(all) == 1 && rest == "" {
				own := labels{of: slices.Clone(lab.of), next: 1 << 16, unseen: slices.Clone(lab.unseen)}
				forms[i] = all[0].appendForm(nil, t, &own)
				continue
			}
		}
		from := len(k.question.tokens)
		k.question.read(option, &k.names)
		own := labels{of: slices.Clone(lab.of), unseen: slices.Clone(lab.unseen)}
		forms[i] = appendForm(nil, k.question.tokens[from:], t, rows, cols, &own)
		k.question.tokens = k.question.tokens[:from]
	}
	slices.SortFunc(forms, bytes.Compare)
	for _, form := range forms {
		dst = append(append(dst, 'O'), form...)
	}
	return dst
}

// sheet returns the keys of a prompt about a folded sheet.
func (k *Keyer) sheet(prompt string) (Keys, bool) {
	sh, ok := readSheet(prompt)
	if !ok {
		return Keys{}, false
	}
	at := strings.Index(prompt, "\n\nRow 1 is at the top")
	if at < 0 {
		return Keys{}, false
	}
	a := k.ask(prompt[at+2:])
	least := 0
	for t := range turns {
		if k.forms[t] = sh.appendForm(k.forms[t][:0], turn(t)); bytes.Compare(k.forms[t], k.forms[least]) < 0 {
			least = t
		}
	}
	var best []byte
	for t := range turns {
		if !bytes.Equal(k.forms[t], k.forms[least]) {
			continue
		}
		problem := append(append([]byte{}, k.forms[t]...), 'Q')
		problem = appendForm(problem, k.question.tokens, turn(t), sh.rows, sh.cols, &labels{})
		problem = k.appendOptions(problem, a.options, turn(t), sh.rows, sh.cols, &labels{})
		if best == nil || bytes.Compare(problem, best) < 0 {
			best = problem
		}
	}
	return Keys{Evidence: k.forms[least], Problem: k.appendRules(best, a.rules, &labels{})}, true
}

// log returns the keys of a prompt that shows who was where.
func (k *Keyer) log(prompt string) (Keys, bool) {
	end := 0
	var lines []string
	for end < len(prompt) {
		line, next := lineAt(prompt, end)
		if line != "" && !strings.HasPrefix(line, "Step ") && !strings.HasPrefix(line, "|") && !strings.HasPrefix(line, "The places lie in ") {
			break
		}
		lines, end = append(lines, line), next
	}
	form, ok := appendLog(k.forms[0][:0], lines, &k.names)
	if k.forms[0] = form; !ok {
		return Keys{}, false
	}
	a := k.ask(prompt[end:])
	lab := &labels{of: identity(k.names.n), next: int32(k.names.n)}
	problem := appendForm(append(append([]byte{}, form...), 'Q'), k.question.tokens, 0, 0, 0, lab)
	problem = k.appendOptions(problem, a.options, 0, 0, 0, lab)
	return Keys{Evidence: form, Problem: k.appendRules(problem, a.rules, lab)}, true
}

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
