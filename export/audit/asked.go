package audit

import (
	"strings"
)

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
