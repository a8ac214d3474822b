package qa

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Responses to the questions whose answers are words or names are read part by part, a part being a sentence or a line.
// Some part must be an answer and hold nothing else; what the others say is passed over, unless it puts the answer in
// doubt: a question, a hedge ("maybe", "or"), a denial. Several answers must agree; where one is given as a conclusion
// ("Answer: …", "So …"), those before it do not count.

// mostResponse is the longest response that is read, in bytes.
const mostResponse = 1 << 20

var (
	errLong     = errors.New("the response is too long")
	errQuestion = errors.New("the response asks a question")
	errNone     = errors.New("there is no answer of the kind that was asked for")
)

// answerTags makes a line of its own of a tagged answer.
var answerTags = strings.NewReplacer("<answer>", "\nAnswer: ", "</answer>", "\n")

// part is a sentence or a line of a response, without emphasis, quotes, boxes and full stop around it.
type part struct {
	text       string
	concluding bool // it says that it is the answer, or that it follows
}

// parts cuts a response.
func parts(response string) ([]part, error) {
	if len(response) > mostResponse {
		return nil, errLong
	}
	if strings.Contains(response, "?") {
		return nil, errQuestion
	}
	var all []part
	lines := strings.Split(answerTags.Replace(response), "\n")
	unnumber(lines)
	for _, line := range lines {
		if strings.HasPrefix(strings.TrimSpace(line), "```") {
			continue
		}
		for line != "" {
			end := sentenceEnd(line)
			text, concluding := stripped(line[:end])
			if text != "" || concluding {
				all = append(all, part{text, concluding})
			}
			line = line[end:]
		}
	}
	// "The answer is:" on a line of its own concludes with the next one.
	for i := 0; i < len(all); i++ {
		if all[i].text == "" && i+1 < len(all) {
			all[i+1].concluding = true
		}
	}
	return keep(all, func(p *part) bool { return p.text != "" }), nil
}

// unnumber takes the numbers of a list of two or more lines away, so that none of them is read as an answer.
func unnumber(lines []string) {
	var items [][2]int // number of the line, and where what follows its number starts
	for i, line := range lines {
		number := strconv.Itoa(len(items) + 1)
		rest, ok := strings.CutPrefix(strings.TrimLeft(line, " \t"), number)
		if ok && (strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ")) && strings.TrimSpace(rest[2:]) != "" {
			items = append(items, [2]int{i, len(line) - len(rest) + 2})
		}
	}
	if len(items) > 1 {
		for _, item := range items {
			lines[item[0]] = lines[item[0]][item[1]:]
		}
	}
}

// withoutLead returns a text without the first of the leads that it starts with, whatever the letter case; ok is false where there is none.
func withoutLead(text string, leads ...string) (rest string, ok bool) {
	for _, lead := range leads {
		if len(text) > len(lead) && strings.EqualFold(text[:len(lead)], lead) {
			return text[len(lead):], true
		}
	}
	return text, false
}

// sentenceEnd returns the place after the first full stop, exclamation mark or semicolon that ends a sentence.
func sentenceEnd(line string) int {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '.', '!', ';':
			rest := strings.TrimLeft(line[i+1:], "*_`\"')}")
			if rest == "" || rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r' {
				return len(line) - len(rest)
			}
		}
	}
	return len(line)
}

// stripped returns a sentence without what is around it and before it, and whether that says that it concludes.
func stripped(text string) (string, bool) {
	concluding := false
	for before := "\x00"; text != before; {
		before = text
		text = strings.Trim(text, " \t\r\n*`\"“”$")
		text = strings.TrimRight(text, ".!;,")
		for _, pair := range [][2]string{{"\\boxed{", "}"}, {"\\text{", "}"}, {"- ", ""}} {
			if inside, ok := strings.CutPrefix(text, pair[0]); ok && strings.HasSuffix(inside, pair[1]) {
				text = strings.TrimSuffix(inside, pair[1])
			}
		}
		for _, lead := range englishLeads {
			if len(text) < len(lead) || !strings.EqualFold(text[:len(lead)], lead) {
				continue
			}
			if rest := text[len(lead):]; rest == "" || strings.ContainsRune(" :,*\"", rune(rest[0])) {
				// An object may be called so: what is all of the part is no lead.
				if trimmed := strings.TrimLeft(rest, " :,*\""); trimmed != "" || strings.HasSuffix(strings.TrimSpace(before), ":") {
					text, concluding = trimmed, true
				}
				break
			}
		}
	}
	return text, concluding
}

// settle returns the answer that the parts of a response give: parse returns the answer that a part is, allowed reports
// what is wrong with a part that is none, given the answer before it, nil at first.
func settle[A Answer](response string, parse func(string) (A, bool), doubt func(text string, given *A) error) (A, error) {
	var given, zero A
	all, err := parts(response)
	if err != nil {
		return zero, err
	}
	var several error // several answers, none of them a conclusion
	found, concluded := false, false
	for _, p := range all {
		a, ok := parse(p.text)
		if !ok {
			before := &given
			if !found {
				before = nil
			}
			if err := doubt(p.text, before); err != nil {
				return zero, err
			}
			continue
		}
		if found && (concluded || !p.concluding) && !a.Equal(given) {
			if several = fmt.Errorf("both %q and %q are answered", given, a); concluded {
				return zero, several
			}
		}
		given, found, concluded = a, true, concluded || p.concluding
	}
	if several != nil && !concluded {
		return zero, several
	}
	if !found {
		return zero, errNone
	}
	return given, nil
}

// wordsOf returns the words of a text in lower case; an apostrophe is part of a word.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(strings.ReplaceAll(text, "’", "'")), func(r rune) bool {
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// hedged returns an error for a text with a word that puts its answer in doubt, but for those in spare.
func hedged(text string, spare ...string) error {
	if low := strings.ToLower(text); strings.Contains(low, " can") {
		text = nounsWithCan.Replace(low)
	}
	for _, word := range wordsOf(text) {
		if englishHedges[word] && !slices.Contains(spare, word) {
			return fmt.Errorf("the response is hedged, at %q", word)
		}
	}
	return nil
}

// negated returns an error for a text with a word that denies something.
func negated(text string) error {
	for _, word := range wordsOf(text) {
		if englishNegations[word] || strings.HasSuffix(word, "n't") {
			return fmt.Errorf("the response denies something, at %q", word)
		}
	}
	return nil
}

// namedAt returns the number of the longest of the names that stands at the start of a text as a whole word, and what
// follows it; -1 where none does. Letter case counts, but for a capital that a sentence may start with.
func namedAt(text string, names []string) (name int, rest string) {
	name = -1
	for i, try := range names {
		if try == "" || len(text) < len(try) || name >= 0 && len(try) <= len(names[name]) {
			continue
		}
		same := text[:len(try)] == try
		if !same && len(try) > 1 && text[1:len(try)] == try[1:] {
			same = text[0] == try[0]-('a'-'A') && 'a' <= try[0] && try[0] <= 'z'
		}
		if !same {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[len(try):]); unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '_' {
			continue
		}
		name, rest = i, text[len(try):]
	}
	return name, rest
}

// namesIn reports whether some of the names stand in a text as whole words.
func namesIn(text string, names []string) bool {
	before := ' '
	for i, r := range text {
		if !unicode.IsLetter(before) && !unicode.IsDigit(before) {
			if n, _ := namedAt(text[i:], names); n >= 0 {
				return true
			}
		}
		before = r
	}
	return false
}

// graded returns the verdict on an answer that was read from a response.
func graded(given Answer, right bool, answer Answer) Verdict {
	v := Verdict{FormatOK: true, Extracted: given.String()}
	if right {
		v.Correct, v.Reward = true, 1
	} else {
		v.Reason = fmt.Sprintf("%q was answered; right is %q", given, answer)
	}
	return v
}
