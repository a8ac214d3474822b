package export

import (
	"fmt"
	"strconv"
	"strings"
)

// markdown returns a text with everything escaped that Markdown or its tables would take for markup.
func markdown(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '&':
			b.WriteString("&amp;")
			continue
		case '<':
			b.WriteString("&lt;")
			continue
		case '\\', '`', '*', '_', '[', ']', '|', '#', '~', '$', '!':
			b.WriteByte('\\')
		case '\n', '\r':
			r = ' '
		}
		b.WriteRune(r)
	}
	return b.String()
}

// fence writes a text as it stands, in a fence longer than any run of backticks in it.
func (w *cardWriter) fence(text string) {
	fence := "```"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	w.printf("%s\n%s\n%s\n", fence, text, fence)
}

// tableHead writes the head of a table whose columns but the first so many hold numbers.
func (w *cardWriter) tableHead(columns []string, texts int) {
	w.tableRow(columns)
	rule := make([]string, len(columns))
	for i := range rule {
		rule[i] = pick(i < texts, "---", "---:")
	}
	w.tableRow(rule)
}

func (w *cardWriter) tableRow(cells []string) { w.printf("| %s |\n", strings.Join(cells, " | ")) }

// codes returns names as Markdown code.
func codes(names []string) []string {
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = "`" + name + "`"
	}
	return all
}

// thousands returns a number, 0 or more, with commas: "1,000".
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// counted returns so many of a thing: "1 record", "2,000 records".
func counted(n int64, thing string) string { return thousands(n) + " " + thing + pick(n == 1, "", "s") }

// were returns how many were something: "1 was".
func were(n int64) string { return thousands(n) + pick(n == 1, " was", " were") }

// percent returns a share with one digit after the point, which rounds halves up: "12.5 %".
func percent(part, whole int64) string {
	if whole <= 0 {
		return "–"
	}
	// Of whole numbers alone, so that no platform rounds otherwise. The counts are far below the limit of ten thousandths.
	tenths := (part*2000/whole + 1) / 2
	return fmt.Sprintf("%d.%d %%", tenths/10, tenths%10)
}
