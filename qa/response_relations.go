package qa

import (
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// readRelations reads the set of whole relations that a response lists. All of it must be the list, but for what leads up
// to it: "The possible relations are:".
func readRelations(response string, sharing bool) (Relations, error) {
	if len(response) > mostResponse {
		return 0, errLong
	}
	text := strings.NewReplacer("<answer>", " ", "</answer>", " ", "```text", " ", "```", " ").Replace(response)
	if before, last, err := concludingLine(text); err != nil {
		return 0, err
	} else if before {
		text = last
	}
	text, _ = stripped(text)
	if lead, list, ok := strings.Cut(text, ":"); ok && len(list) > 0 && leadsUp(lead) {
		text, _ = stripped(list)
	}
	text = strings.Trim(text, "{}[]() \t\r\n")
	var all layout.CardinalSet
	items := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;\n", r) })
	for i, item := range items {
		item = strings.TrimSpace(item)
		if item == "" {
			continue
		}
		if i == len(items)-1 && i > 0 {
			item = cutAny(item, "and ", "or ", "And ", "Or ")
		}
		set, err := readItem(item, sharing)
		if err != nil {
			return 0, err
		}
		all |= set
	}
	if all == 0 {
		return 0, errNone
	}
	return Relations(all), nil
}

// concludingLine returns the last line of a response that has others before it, where the line says that it is the answer.
func concludingLine(text string) (concludes bool, last string, err error) {
	text = strings.TrimSpace(text)
	at := strings.LastIndexByte(text, '\n')
	if at < 0 {
		return false, "", nil
	}
	if last, concludes = stripped(text[at:]); !concludes || last == "" {
		return false, "", nil
	}
	if strings.Contains(text[:at], "?") {
		return false, "", errQuestion
	}
	return true, last, hedged(text[:at])
}

// leadsUp reports whether a text is what may stand before a list.
func leadsUp(text string) bool {
	words := wordsOf(text)
	for _, word := range words {
		switch word {
		case "the", "a", "all", "possible", "relations", "relation", "are", "is", "answer", "answers", "final", "these",
			"following", "labels", "so", "therefore":
		default:
			return false
		}
	}
	return len(words) > 0
}

// readItem reads an item of a list: one label, or the last two with "and" or "or" between them.
func readItem(item string, sharing bool) (layout.CardinalSet, error) {
	item, _ = stripped(strings.ReplaceAll(item, "*", " "))
	first, last, joined := strings.Cut(item, " or ")
	if !joined {
		if first, last, joined = strings.Cut(item, " and "); joined {
			if _, err := readLabel(item, sharing); err == nil {
				return 0, fmt.Errorf("%.40q is one relation or two", item)
			}
		}
	}
	a, err := readLabel(first, sharing)
	if !joined || err != nil {
		return layout.CardinalSet(0).Add(a), err
	}
	b, err := readLabel(last, sharing)
	return layout.CardinalSet(0).Add(a).Add(b), err
}

// readLabel reads one whole relation, with nothing said beside it.
func readLabel(text string, sharing bool) (layout.Cardinal, error) {
	if sharing {
		text = overlapping(text)
	}
	if len(wordsOf(text)) > 6 {
		return 0, fmt.Errorf("%.40q is no label", text)
	}
	said, err := describe.ReadDirection(text)
	if err != nil {
		return 0, err
	}
	c, ok := said.Answer(layout.Full)
	if !ok || c == layout.EQ && !sharing {
		return 0, fmt.Errorf("%.40q is no whole relation", text)
	}
	return c, nil
}
