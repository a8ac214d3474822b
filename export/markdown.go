package export

import (
	"strings"

	"github.com/gridscribe/gridscribe/export/report"
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

// counted returns so many of a thing: "1 record", "2,000 records".
func counted(n int64, thing string) string {
	return report.Thousands(n) + " " + thing + pick(n == 1, "", "s")
}

// were returns how many were something: "1 was".
func were(n int64) string { return report.Thousands(n) + pick(n == 1, " was", " were") }

// percent returns a share.
func percent(part, whole int64) string { return report.Percent(float64(part) / float64(whole)) }
