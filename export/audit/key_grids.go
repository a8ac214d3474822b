package audit

import (
	"bytes"
	"slices"
	"strings"
)

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
