package scene

import (
	"strings"
	"unicode/utf8"
)

// A line is one line of the text, read on its own.
type line struct {
	kind   lineKind
	fenced bool    // stands inside a code fence
	named  bool    // for prose in a fence: names and signs, and no other word
	ascii  bool    // for rule: drawn with + and -
	table  bool    // for rule: |---|, which parts the head of a table from its rows
	joints int     // for rule: its corners and crossings
	edge   int     // the display column of its first character
	tokens []token // for row
}

type lineKind uint8

const (
	blank lineKind = iota
	row            // names, marks and borders
	rule           // a horizontal border
	prose          // anything else, fences included
)

// bordered reports whether the line belongs to a drawing with borders.
func (l line) bordered() bool { return l.kind == rule || l.kind == row && l.bars() > 0 }

func (l line) bars() (n int) {
	for _, t := range l.tokens {
		if t.kind == bar {
			n++
		}
	}
	return n
}

// readLines reads every line of the text.
func (v *vocabulary) readLines(text string) []line {
	text = strings.TrimPrefix(text, "\ufeff")
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	text = v.dropThoughts(text)
	lines := make([]line, 0, 1+strings.Count(text, "\n"))
	fenced := false
	for s := range strings.SplitSeq(text, "\n") {
		s = v.unquote(s)
		if isFence(strings.TrimSpace(s)) {
			fenced = !fenced
			lines = append(lines, line{kind: prose})
			continue
		}
		s = v.undress(s)
		l := v.readLine(s)
		l.fenced = fenced
		l.named = fenced && l.kind == prose && v.onlyNames(s)
		lines = append(lines, l)
	}
	return lines
}

// isFence reports whether a line opens or closes a code fence. ```A``` is not one.
func isFence(s string) bool {
	return strings.HasPrefix(s, "~~~") || strings.HasPrefix(s, "```") && !strings.Contains(strings.TrimLeft(s, "`"), "`")
}

func (v *vocabulary) readLine(s string) line {
	tokens := split(s)
	if len(tokens) == 0 {
		return line{kind: blank}
	}
	if l, ok := readRule(s); ok {
		l.edge = tokens[0].col
		return l
	}
	tokens = v.classify(s, tokens)
	for i, t := range tokens {
		if t.kind == unknown && !v.plausible(tokens, i) {
			return line{kind: prose}
		}
	}
	return line{kind: row, tokens: tokens, edge: tokens[0].col}
}

// readRule reads a horizontal border: strokes between corners (+--+), strokes between bars (|---|:-:|, as Markdown
// tables have), or one unbroken run of strokes.
func readRule(s string) (line, bool) {
	s = strings.TrimSpace(fold(s))
	l := line{kind: rule, ascii: true}
	bars, strokes, blanks := 0, 0, 0
	for _, c := range s {
		switch {
		case isJoint(c):
			l.joints++
		case isBar(c):
			bars++
		case isStroke(c):
			strokes++
		case c == ' ' || c == '\t':
			blanks++
		case !isBorder(c) && !isMark(string(c)):
			return line{}, false
		}
		l.ascii = l.ascii && c < utf8.RuneSelf
	}
	switch {
	case strings.ContainsAny(s, "._·") && (l.joints > 0 || bars > 0):
		return line{}, false
	case l.joints > 0:
		l.table = bars > 0
		return l, strokes > 0 || l.joints > 1
	case bars > 0:
		l.table = true
		return l, strokes > 0 && isTableRule(s, blanks > 0)
	}
	return l, blanks == 0 && utf8.RuneCountInString(s) > 1 && strings.Trim(s, ".·") != ""
}

// isTableRule tells |---|---| from a row whose empty cells are marked with dashes.
func isTableRule(s string, blanks bool) bool {
	bars := strings.Map(func(c rune) rune {
		if isBar(c) {
			return '|'
		}
		return c
	}, s)
	for cell := range strings.SplitSeq(strings.Trim(bars, "|"), "|") {
		cell = strings.TrimSpace(cell)
		if cell == "" || blanks && utf8.RuneCountInString(cell) < 3 || strings.Contains(cell, " ") {
			return false
		}
	}
	return true
}

// isBorder reports whether c can be part of a border.
func isBorder(c rune) bool { return isJoint(c) || isBar(c) || isStroke(c) || c == ':' }
