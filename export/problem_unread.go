package export

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
)

// unreadSentence is a sentence that could not be read, or a question.
type unreadSentence struct {
	kind string
	line int // in the file; 0 where the sentence is the row's alone
}

// mostUnread is the most sentences that a finding names because they could not be read.
const mostUnread = 100

// unread returns the sentences of a story that cannot be read, by reading on behind each: the first of them as they
// are, and the kinds of all.
func (c *auditChecker) unread(p *Problem) (sentences []string, all []unreadSentence) {
	opt := c.opt.solve(p.Format)
	c.reader.Names, c.reader.Reading = opt.Names, opt.Reading
	at := 0 // in p.Sentences
	for rest := p.Story; rest != ""; {
		var fault *describe.SyntaxError
		if !errors.As(c.reader.Read(&c.text, rest), &fault) {
			break
		}
		start, end := sentenceAround(rest, fault.Offset)
		at += strings.Count(rest[:start], "\n")
		if sentence := strings.TrimSpace(rest[start:end]); sentence != "" {
			unread := unreadSentence{kind: kindOf(sentence)}
			if at < len(p.Sentences) && p.Sentences[at].Line < p.Line { // not so in a row of JSON
				unread.line = p.Sentences[at].Line
			}
			all = append(all, unread)
			if len(sentences) < mostUnread {
				sentences = append(sentences, sentence)
			}
		}
		at += strings.Count(rest[start:end], "\n")
		rest = rest[end:]
	}
	return sentences, all
}

// sentenceAround returns the extent of the sentence around text[i:], which ends with a full stop before a blank, with
// its line or with the text, and holds one byte at least.
func sentenceAround(text string, i int) (start, end int) {
	ends := func(i int) bool { // text[i] is the last byte of a sentence
		return text[i] == '\n' || text[i] == '.' && (i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '\r')
	}
	i = min(max(i, 0), len(text)-1)
	for start = i; start > 0 && !ends(start-1); start-- {
	}
	for end = i; end < len(text)-1 && !ends(end); end++ {
	}
	return start, end + 1
}

// kindOf returns a sentence with X1, X2 and so on in place of names of one capital letter, cut off when it is long.
func kindOf(sentence string) string {
	const longest = 200
	var out strings.Builder
	var names []byte
	letter := func(i int) bool {
		return i >= 0 && i < len(sentence) && (sentence[i] >= 'a' && sentence[i] <= 'z' || sentence[i] >= 'A' && sentence[i] <= 'Z' ||
			sentence[i] >= '0' && sentence[i] <= '9' || sentence[i] >= 0x80)
	}
	for i := 0; i < len(sentence); i++ {
		c := sentence[i]
		if out.Len() > longest {
			return strings.ToValidUTF8(out.String(), "\ufffd") + "…"
		}
		if c < 'A' || c > 'Z' || letter(i-1) || letter(i+1) && sentence[i+1] < 0x80 {
			out.WriteByte(c)
			continue
		}
		k := strings.IndexByte(string(names), c)
		if k < 0 {
			k, names = len(names), append(names, c)
		}
		fmt.Fprintf(&out, "X%d", k+1)
	}
	return strings.ToValidUTF8(out.String(), "\ufffd")
}
