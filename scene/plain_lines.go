package scene

import "strings"

// A plainLine is a line of a text in which a map or a matrix may stand: without thoughts, quote signs and trailing blanks,
// full-width signs as ASCII.
type plainLine struct {
	text   string
	indent int  // bytes that were before it and are left out
	fence  bool // opens or closes a code fence; text is empty
	fenced bool // stands inside a code fence
}

// plainLines reads the lines of a text.
func plainLines(text string) ([]plainLine, *SyntaxError) {
	if len(text) > MaxText {
		return nil, &SyntaxError{Reason: TooLarge}
	}
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	var v vocabulary // of no names: no sign is part of one
	text = v.dropThoughts(text)
	lines := make([]plainLine, 0, 1+strings.Count(text, "\n"))
	fenced := false
	for s := range strings.SplitSeq(text, "\n") {
		s = v.unquote(s)
		trimmed := strings.TrimSpace(s)
		if isFence(trimmed) {
			fenced = !fenced
			lines = append(lines, plainLine{fence: true})
			continue
		}
		trimmed = fold(trimmed)
		lines = append(lines, plainLine{text: strings.TrimSpace(trimmed), indent: strings.Index(s, strings.TrimSpace(s)), fenced: fenced})
	}
	return lines, nil
}
