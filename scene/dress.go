package scene

import (
	"slices"
	"strings"
)

// Signs that names use are never taken for anything else.

// dropThoughts leaves out what stands between <think> and </think>, except line ends. A tag that is never closed opens
// a thought to the end of the text, one that is never opened closes a thought from its start.
func (v *vocabulary) dropThoughts(text string) string {
	const opening, closing = "<think>", "</think>"
	if v.uses['<'] || !strings.Contains(text, "<") {
		return text
	}
	type span struct{ from, to int }
	var kept []span
	from, thinking := 0, false
	for i := strings.IndexByte(text, '<'); i < len(text); {
		switch {
		case hasPrefixFold(text[i:], closing):
			if !thinking {
				kept = kept[:0]
			}
			from, thinking = i+len(closing), false
		case !thinking && hasPrefixFold(text[i:], opening):
			kept = append(kept, span{from, i})
			thinking = true
		}
		next := strings.IndexByte(text[i+1:], '<')
		if next < 0 {
			break
		}
		i += 1 + next
	}
	if !thinking {
		kept = append(kept, span{from, len(text)})
	}
	var out strings.Builder
	end := 0
	for _, s := range kept {
		for range strings.Count(text[end:s.from], "\n") {
			out.WriteByte('\n')
		}
		out.WriteString(text[s.from:s.to])
		end = s.to
	}
	return out.String()
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}

// unquote blanks the signs > that start a line of a Markdown quote.
func (v *vocabulary) unquote(s string) string {
	n := len(s) - len(strings.TrimLeft(s, "> "))
	if v.uses['>'] || !strings.Contains(s[:n], ">") {
		return s
	}
	return strings.Repeat(" ", n) + s[n:]
}

// undress blanks backquotes, double asterisks and, in a line that starts and ends with them, brackets around names.
// Brackets around nothing become the mark of an empty cell. Nothing moves.
func (v *vocabulary) undress(s string) string {
	if !strings.ContainsAny(s, "`*[(") {
		return s
	}
	if !v.uses['`'] {
		s = strings.ReplaceAll(s, "`", " ")
	}
	if t := strings.TrimSpace(s); !v.uses['*'] && strings.Trim(t, "*") != "" {
		s = strings.ReplaceAll(s, "**", "  ")
	}
	t := strings.TrimSpace(s)
	if t == "" || v.uses['['] || v.uses['('] || v.uses[']'] || v.uses[')'] || !isOpening(t[0]) || !isClosing(t[len(t)-1]) {
		return s
	}
	line := []byte(s)
	opened := -1 // the last opening bracket, while only blanks follow
	for i, c := range line {
		switch {
		case isOpening(c):
			opened = i
			line[i] = ' '
		case isClosing(c):
			line[i] = ' '
			if opened >= 0 {
				line[(opened+i)/2] = '.'
			}
			opened = -1
		case c != ' ':
			opened = -1
		}
	}
	return string(line)
}

func isOpening(c byte) bool { return c == '[' || c == '(' }

func isClosing(c byte) bool { return c == ']' || c == ')' }

// onlyNames reports whether a line that is no row is made of names and signs, as {A}{B} or A->B. In a code fence that
// is a drawing nobody can read.
func (v *vocabulary) onlyNames(s string) bool {
	words := strings.FieldsFunc(fold(s), func(c rune) bool { return !isWordRune(c) })
	return len(words) > 0 && !slices.ContainsFunc(words, func(word string) bool {
		_, ok := v.index[word]
		return !ok
	})
}
