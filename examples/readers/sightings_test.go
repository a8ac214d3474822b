package readers

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// sightings are the columns in which each kind of cell was seen.
type sightings map[string]map[string]bool

// marks are what a text may hold that writers and readers lose.
var marks = []string{"\n", "\r", "\t", `"`, `\`, "<", ">", "&", "│", "\u2028", "🧭"}

// look notes what a value is, and what it holds.
func (s sightings) look(column string, value any) {
	see := func(kind string, is bool) {
		if is && s[kind] == nil {
			s[kind] = make(map[string]bool)
		}
		if is {
			s[kind][column] = true
		}
	}
	switch v := value.(type) {
	case string:
		see("text", true)
		see("empty", v == "")
		for _, mark := range marks {
			see(mark, strings.Contains(v, mark))
		}
	case int64:
		see("number", true)
		see("0", v == 0)
	case bool:
		see("flag", true)
		see(fmt.Sprint(v), true)
	case []any:
		see("list", true)
		see("[]", len(v) == 0)
		for _, element := range v {
			s.look(column+"[]", element)
		}
	case row:
		for key, field := range v {
			s.look(column+"."+key, field)
		}
	}
}

// inCorpora are columns of corpora and the cells that they must show, so that a loss of them can show.
var inCorpora = map[string]string{
	"empty": "messages.aspect prompt.aspect text.aspect native.rationale",
	"0":     "text2space.ambiguous_stages messages.hops native.level",
	"false": "text2space.is_directly_stated text2space.has_unique_layout messages.direct prompt.unique native.choice",
	"true":  "text2space.is_directly_stated text2space.has_unique_layout messages.direct prompt.unique native.choice",
	"\n":    "text2space.ascii.simple text2space.ascii.grid messages.messages[].content prompt.prompt prompt.completion text.text native.answer",
	"│":     "text2space.ascii.panel messages.messages[].content prompt.prompt prompt.completion text.text",
	`"`:     "messages.messages[].content prompt.prompt text.text native.prompt",
	"&":     "messages.messages[].content prompt.prompt text.text native.prompt",
	"list":  "messages.messages stepgame.story babi.story babi.support",
}

// checkSightings holds that the corpora show the cells of inCorpora, and the edges each kind of cell in every column.
func checkSightings(t *testing.T, corpora, edges sightings) {
	t.Helper()
	for kind, columns := range inCorpora {
		for column := range strings.FieldsSeq(columns) {
			if !corpora[kind][column] {
				t.Errorf("no cell of %s is %q", column, kind)
			}
		}
	}
	for of, kinds := range map[string][]string{
		"text": append([]string{"empty"}, marks...), "number": {"0"}, "flag": {"false", "true"}, "list": {"[]"},
	} {
		columns := slices.Sorted(maps.Keys(edges[of]))
		if len(columns) == 0 {
			t.Errorf("the edges have no column of the kind %s", of)
		}
		for _, column := range columns {
			for _, kind := range kinds {
				if !edges[kind][column] {
					t.Errorf("no cell of %s in the edges is %q", column, kind)
				}
			}
		}
	}
	for of := range corpora["text"] {
		if !edges["text"][of] {
			t.Errorf("the edges lack the column %s", of)
		}
	}
}
