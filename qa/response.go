package qa

import "strings"

// mostResponse is the longest response that is read, in bytes.
const mostResponse = 1 << 20

// leads are what may stand before an answer, in lower case.
var leads = []string{
	"the final answer is", "the answer is", "my answer is", "final answer", "answer is", "answer",
}

// bare returns the answer that a response consists of, without an "Answer:" before it, emphasis, quotes, a code fence, a
// box or a full stop around it.
func bare(response string) string {
	const around = " \t\r\n*`\"“”$"
	text := response
	for before := ""; text != before; {
		before = text
		text = strings.TrimRight(strings.Trim(text, around), ".")
		for _, pair := range [][2]string{{"\\boxed{", "}"}, {"\\text{", "}"}, {"<answer>", "</answer>"}} {
			if inside, ok := strings.CutPrefix(text, pair[0]); ok {
				if inside, ok = strings.CutSuffix(inside, pair[1]); ok {
					text = inside
				}
			}
		}
		for _, lead := range leads {
			if len(text) > len(lead) && strings.EqualFold(text[:len(lead)], lead) && strings.ContainsRune(": \n*", rune(text[len(lead)])) {
				text = strings.TrimLeft(text[len(lead):], ": \n*")
				break
			}
		}
	}
	return text
}
