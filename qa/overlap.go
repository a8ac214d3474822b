package qa

import (
	"strings"
	"unicode"
)

var sharingPhrases = strings.NewReplacer("share a cell", "overlap", "share one cell", "overlap", "shares a cell with", "overlaps")

// overlapping returns a response with "overlap", "overlaps", "overlapping" and "share a cell" said as "same place", which is what the
// reader of directions knows.
func overlapping(response string) string {
	if len(response) < len(overlap) {
		return response
	}
	response = sharingPhrases.Replace(response)
	var out strings.Builder
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for len(response) > 0 {
		end := strings.IndexFunc(response, func(r rune) bool { return !word(r) })
		if end < 0 {
			end = len(response)
		}
		switch strings.ToLower(response[:end]) {
		case overlap, "overlaps", "overlapping":
			out.WriteString("same place")
		default:
			out.WriteString(response[:end])
		}
		response = response[end:]
		next := strings.IndexFunc(response, word)
		if next < 0 {
			next = len(response)
		}
		out.WriteString(response[:next])
		response = response[next:]
	}
	return out.String()
}
