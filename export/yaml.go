package export

import (
	"fmt"
	"strings"
)

// appendQuoted appends a text as a double-quoted YAML string that every version of YAML reads as that text: none is
// taken for a number, a date or a truth value, and no character that some reader takes for the end of a line stands
// bare. What is not UTF-8 becomes U+FFFD.
func appendQuoted(dst []byte, s string) []byte {
	dst = append(dst, '"')
	for _, r := range strings.ToValidUTF8(s, "\ufffd") {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r < ' ' || r >= 0x7f && r < 0xa0 || r == 0x2028 || r == 0x2029 || r == 0xfeff || r == 0xfffe || r == 0xffff:
			dst = fmt.Appendf(dst, `\u%04x`, r)
		default:
			dst = append(dst, string(r)...)
		}
	}
	return append(dst, '"')
}

// yamlWriter appends block YAML.
type yamlWriter struct{ dst []byte }

// line appends a line of so much indentation: a key or the start of a list's element as it stands, and after it,
// quoted, a text.
func (w *yamlWriter) line(indent int, start string, text ...string) {
	w.dst = append(append(w.dst, strings.Repeat(" ", indent)...), start...)
	for _, t := range text {
		w.dst = appendQuoted(append(w.dst, ' '), t)
	}
	w.dst = append(w.dst, '\n')
}

// number appends a key and a number.
func (w *yamlWriter) number(indent int, key string, n int64) {
	w.line(indent, fmt.Sprintf("%s: %d", key, n))
}

// list appends a list of words that need no quotes.
func (w *yamlWriter) list(key string, words []string) {
	w.line(0, key+":")
	for _, word := range words {
		w.line(0, "- "+word)
	}
}

// features appends columns as the list of a key.
func (w *yamlWriter) features(indent int, all []feature) {
	for _, f := range all {
		w.line(indent, "- name:", f.name)
		switch {
		case f.fields != nil && f.list:
			w.line(indent+2, "list:")
			w.features(indent+2, f.fields)
		case f.fields != nil:
			w.line(indent+2, "struct:")
			w.features(indent+2, f.fields)
		case f.list:
			w.line(indent+2, "list: "+f.dtype)
		default:
			w.line(indent+2, "dtype: "+f.dtype)
		}
	}
}
