package qa

import "strings"

// readLed reads which of the options a response gives, also in a sentence: after some of the leads, each in whatever letter case, and before one of
// the tails.
func readLed(response string, options []option, leads, tails []string) (Word, error) {
	return settle(response, func(text string) (Word, bool) {
		if w, ok := wordOf(text, options); ok {
			return w, true
		}
		for _, tail := range tails {
			if n := len(text) - len(tail); n > 0 && strings.EqualFold(text[n:], tail) {
				text = text[:n]
				break
			}
		}
		for {
			if w, ok := wordOf(text, options); ok {
				return w, true
			}
			rest, _ := withoutLead(text, leads...)
			if rest == text {
				return "", false
			}
			text = rest
		}
	}, wordDoubt(options))
}

// bareList takes the brackets from a list.
var bareList = strings.NewReplacer("[", "", "]", "", "(", "", ")", "")

// joinNames returns a response in which lines that follow each other and are one of the names each are one line: a list.
func joinNames(response string, names []string) string {
	if len(response) > mostResponse || !strings.Contains(response, "\n") {
		return response
	}
	var out []string
	listed := false
	for _, line := range strings.Split(response, "\n") {
		bare := strings.TrimRight(strings.TrimSpace(listMark.ReplaceAllString(line, "")), ".,;")
		n, rest := namedAt(bare, names)
		if n < 0 {
			n, rest = namedAt("the "+bare, names)
		}
		one := n >= 0 && rest == ""
		if one && listed {
			out[len(out)-1] += ", " + bare
			continue
		}
		if listed = one; one {
			line = bare
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}
