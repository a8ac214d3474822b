package report

import (
	"strings"
	"unicode"
)

// passage is a part of a text that is set in one way: "prose", "wrap" (in columns, but broken where a line is too long) or
// "art" (as it stands). The passages of a text, one after the other, are the text.
type passage struct{ Class, Text string }

// passages tells sentences from drawings, paragraph by paragraph. It may take a sentence for a drawing; a drawing that it
// takes for sentences would be spoilt, so the rules for these are strict.
func passages(text string) (all []passage) {
	add := func(class, line string) {
		if n := len(all); n > 0 && (all[n-1].Class == class || class == "") {
			all[n-1].Text += line
			return
		}
		all = append(all, passage{class, line})
	}
	lines := strings.SplitAfter(text, "\n")
	for i := 0; i < len(lines); {
		start, prose := i, true
		for ; i < len(lines) && strings.TrimSpace(lines[i]) != ""; i++ {
			prose = prose && isProse(lines[i])
		}
		for _, line := range lines[start:i] {
			switch {
			case prose || words(line) >= 8 && isProse(line):
				add("prose", line)
			case isProse(line):
				add("wrap", line)
			default:
				add("art", line)
			}
		}
		for ; i < len(lines) && strings.TrimSpace(lines[i]) == ""; i++ {
			if lines[i] != "" {
				add("", lines[i])
			}
		}
	}
	return all
}

// isProse says whether a line is clearly made of words with a blank between them.
func isProse(line string) bool {
	line = strings.TrimRight(line, "\r\n")
	if strings.Contains(line, "  ") || strings.ContainsAny(line, "|\t") || strings.TrimLeft(line, " ") != line {
		return false
	}
	letters, others := 0, 0
	for _, r := range line {
		switch {
		case r >= 0x2500 && r < 0x2600: // lines, blocks and shapes
			return false
		case unicode.IsLetter(r):
			letters++
		case r != ' ':
			others++
		}
	}
	n := words(line)
	sentence := n > 0 && strings.ContainsAny(line[len(line)-1:], ".:?!")
	return (n >= 4 || sentence) && letters > others
}

// words counts what has two small letters or more between blanks.
func words(line string) (n int) {
	for _, word := range strings.Fields(line) {
		small := 0
		for _, r := range word {
			if unicode.IsLower(r) {
				small++
			}
		}
		if small >= 2 {
			n++
		}
	}
	return n
}
