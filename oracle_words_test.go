package gridscribe_test

import (
	"fmt"
	"strings"
)

// This file reads what a record says in words. It shares neither a table nor code with describe: a phrase whose meaning
// was turned round there would still mean what it means here.

// A statement is one clause as the oracle reads it: a against b, one sign an axis. Rows grow downward, columns
// rightward, so "above" is -1 on the rows.
type statement struct {
	a, b  int
	signs [2]int // rows, columns; unsaid where the clause does not speak of the axis
	words vocabularyBit
}

const unsaid = 9

type vocabularyBit uint8

const (
	plainWords vocabularyBit = 1 << iota
	compassWords
	clockWords
)

// vocabularyName writes a set of vocabularies as the rows do.
func vocabularyName(used vocabularyBit) string {
	var names []string
	for i, name := range []string{"spatial", "cardinal", "clock"} {
		if used>>i&1 == 1 {
			names = append(names, name)
		}
	}
	return strings.Join(names, "+")
}

type phraseMeaning struct {
	signs [2]int
	words vocabularyBit
}

// phraseTable says what every phrase of a description means, written by hand: one line a direction and vocabulary.
var phraseTable = readPhraseTable(`
-1  0 spatial | above | positioned above | located above | directly above | vertically above | over | higher than
-1  0 spatial | on top of
-1  0 compass | north of | to the north of | directly north of | due north of | northward of | northward from
-1  0 clock   | at 12 o'clock from | at the 12 o'clock position from | in the 12 o'clock direction from
-1  0 clock   | at 12:00 from | at the 12:00 position from | at 0 o'clock from | at the 0 o'clock position from

+1  0 spatial | below | positioned below | located below | directly below | vertically below | under | beneath
+1  0 spatial | lower than | underneath
+1  0 compass | south of | to the south of | directly south of | due south of | southward of | southward from
+1  0 clock   | at 6 o'clock from | at the 6 o'clock position from | in the 6 o'clock direction from
+1  0 clock   | at 6:00 from | at the 6:00 position from

 0 -1 spatial | to the left of | on the left side of | left of | positioned to the left of | located to the left of
 0 -1 spatial | directly to the left of
 0 -1 compass | west of | to the west of | directly west of | due west of | westward of | westward from
 0 -1 clock   | at 9 o'clock from | at the 9 o'clock position from | in the 9 o'clock direction from
 0 -1 clock   | at 9:00 from | at the 9:00 position from

 0 +1 spatial | to the right of | on the right side of | right of | positioned to the right of | located to the right of
 0 +1 spatial | directly to the right of
 0 +1 compass | east of | to the east of | directly east of | due east of | eastward of | eastward from
 0 +1 clock   | at 3 o'clock from | at the 3 o'clock position from | in the 3 o'clock direction from
 0 +1 clock   | at 3:00 from | at the 3:00 position from

-1 -1 spatial | above and to the left of | to the upper-left of | at the top-left of | in the upper-left of
-1 -1 spatial | positioned upper-left of | to the left and above | left and above | above and left
-1 -1 spatial | to the above and to the left of | to the left and to the above of | to the left of and above
-1 -1 spatial | to the above of and left | to the top-left of | located to the upper-left of
-1 -1 compass | to the northwest of | northwest of | north and west of | to the north and west of | west and north of
-1 -1 compass | to the west and north of | to the north and to the west of | to the west and to the north of
-1 -1 compass | northwestward of | northwestward from
-1 -1 clock   | at 10 o'clock from | at the 10 o'clock position from | in the 10 o'clock direction from
-1 -1 clock   | at 11 o'clock from | at the 11 o'clock position from | in the 11 o'clock direction from
-1 -1 clock   | at 10:30 from | at the 10:30 position from

-1 +1 spatial | above and to the right of | to the upper-right of | at the top-right of | in the upper-right of
-1 +1 spatial | positioned upper-right of | to the right and above | right and above | above and right
-1 +1 spatial | to the above and to the right of | to the right and to the above of | to the right of and above
-1 +1 spatial | to the above of and right | to the top-right of | located to the upper-right of
-1 +1 compass | to the northeast of | northeast of | north and east of | to the north and east of | east and north of
-1 +1 compass | to the east and north of | to the north and to the east of | to the east and to the north of
-1 +1 compass | northeastward of | northeastward from
-1 +1 clock   | at 1 o'clock from | at the 1 o'clock position from | in the 1 o'clock direction from
-1 +1 clock   | at 2 o'clock from | at the 2 o'clock position from | in the 2 o'clock direction from
-1 +1 clock   | at 1:30 from | at the 1:30 position from

+1 -1 spatial | below and to the left of | to the lower-left of | at the bottom-left of | in the lower-left of
+1 -1 spatial | positioned lower-left of | to the left and below | left and below | below and left
+1 -1 spatial | to the below and to the left of | to the left and to the below of | to the left of and below
+1 -1 spatial | to the below of and left | to the bottom-left of | located to the lower-left of
+1 -1 compass | to the southwest of | southwest of | south and west of | to the south and west of | west and south of
+1 -1 compass | to the west and south of | to the south and to the west of | to the west and to the south of
+1 -1 compass | southwestward of | southwestward from
+1 -1 clock   | at 7 o'clock from | at the 7 o'clock position from | in the 7 o'clock direction from
+1 -1 clock   | at 8 o'clock from | at the 8 o'clock position from | in the 8 o'clock direction from
+1 -1 clock   | at 7:30 from | at the 7:30 position from

+1 +1 spatial | below and to the right of | to the lower-right of | at the bottom-right of | in the lower-right of
+1 +1 spatial | positioned lower-right of | to the right and below | right and below | below and right
+1 +1 spatial | to the below and to the right of | to the right and to the below of | to the right of and below
+1 +1 spatial | to the below of and right | to the bottom-right of | located to the lower-right of
+1 +1 compass | to the southeast of | southeast of | south and east of | to the south and east of | east and south of
+1 +1 compass | to the east and south of | to the south and to the east of | to the east and to the south of
+1 +1 compass | southeastward of | southeastward from
+1 +1 clock   | at 4 o'clock from | at the 4 o'clock position from | in the 4 o'clock direction from
+1 +1 clock   | at 5 o'clock from | at the 5 o'clock position from | in the 5 o'clock direction from
+1 +1 clock   | at 4:30 from | at the 4:30 position from
`)

// stepTable is what a line of reasoning may say: a whole relation in the plainest words, or one axis alone.
var stepTable = map[string]phraseMeaning{
	"above":                     {signs: [2]int{-1, 0}},
	"above and to the right of": {signs: [2]int{-1, 1}},
	"to the right of":           {signs: [2]int{0, 1}},
	"below and to the right of": {signs: [2]int{1, 1}},
	"below":                     {signs: [2]int{1, 0}},
	"below and to the left of":  {signs: [2]int{1, -1}},
	"to the left of":            {signs: [2]int{0, -1}},
	"above and to the left of":  {signs: [2]int{-1, -1}},

	"in a higher row than":        {signs: [2]int{-1, unsaid}},
	"in the same row as":          {signs: [2]int{0, unsaid}},
	"in a lower row than":         {signs: [2]int{1, unsaid}},
	"in a column to the left of":  {signs: [2]int{unsaid, -1}},
	"in the same column as":       {signs: [2]int{unsaid, 0}},
	"in a column to the right of": {signs: [2]int{unsaid, 1}},
}

// pairTable is what detailed_relations may say.
var pairTable = map[string]phraseMeaning{
	"above": {signs: [2]int{-1, 0}}, "below": {signs: [2]int{1, 0}},
	"to the left of": {signs: [2]int{0, -1}}, "to the right of": {signs: [2]int{0, 1}},
	"above and to the left of": {signs: [2]int{-1, -1}}, "above and to the right of": {signs: [2]int{-1, 1}},
	"below and to the left of": {signs: [2]int{1, -1}}, "below and to the right of": {signs: [2]int{1, 1}},
}

// labelTable gives the label of every answer, by kind of question and signs.
var labelTable = map[string]map[[2]int]string{
	"full": {
		{-1, 0}: "above", {-1, 1}: "upper-right", {0, 1}: "right", {1, 1}: "lower-right",
		{1, 0}: "below", {1, -1}: "lower-left", {0, -1}: "left", {-1, -1}: "upper-left",
	},
	"vertical":   {{-1, unsaid}: "above", {1, unsaid}: "below", {0, unsaid}: "same level"},
	"horizontal": {{unsaid, -1}: "left", {unsaid, 1}: "right", {unsaid, 0}: "same column"},
}

func readPhraseTable(text string) map[string]phraseMeaning {
	table := make(map[string]phraseMeaning)
	for line := range strings.Lines(text) {
		head, phrases, ok := strings.Cut(line, "|")
		if !ok {
			continue
		}
		var m phraseMeaning
		var words string
		if _, err := fmt.Sscan(head, &m.signs[0], &m.signs[1], &words); err != nil {
			panic(err)
		}
		m.words = map[string]vocabularyBit{"spatial": plainWords, "compass": compassWords, "clock": clockWords}[words]
		for phrase := range strings.SplitSeq(phrases, "|") {
			phrase = strings.TrimSpace(phrase)
			if _, twice := table[phrase]; twice || m.words == 0 {
				panic("phrase table: " + line)
			}
			table[phrase] = m
		}
	}
	return table
}

// objectNumber turns a name into a number: A is 0, Z 25, AA 26, as spreadsheets count columns; -1 for anything else.
func objectNumber(name string) int {
	n := 0
	for _, c := range name {
		if c < 'A' || c > 'Z' || n > 1000 {
			return -1
		}
		n = n*26 + int(c-'A') + 1
	}
	return n - 1
}

// readClause reads "A is PHRASE B".
func readClause(clause string, table map[string]phraseMeaning) (statement, error) {
	a, rest, ok := strings.Cut(clause, " is ")
	last := strings.LastIndexByte(rest, ' ')
	if !ok || last < 0 {
		return statement{}, fmt.Errorf("%q is no clause", clause)
	}
	m, ok := table[rest[:last]]
	s := statement{objectNumber(a), objectNumber(rest[last+1:]), m.signs, m.words}
	if !ok || s.a < 0 || s.b < 0 || s.a == s.b {
		return statement{}, fmt.Errorf("%q is no clause about two objects", clause)
	}
	return s, nil
}

// sentences splits "S. S. S." and refuses any other punctuation or spacing.
func sentences(text string) ([]string, error) {
	body, ok := strings.CutSuffix(text, ".")
	if !ok {
		return nil, fmt.Errorf("%q does not end with a full stop", text)
	}
	out := strings.Split(body, ". ")
	for _, s := range out {
		if s == "" || strings.TrimSpace(s) != s || strings.ContainsAny(s, ".\n\t") || strings.Contains(s, "  ") {
			return nil, fmt.Errorf("%q is badly set", s)
		}
	}
	return out, nil
}

// readClauses reads a text in which every sentence is one clause.
func readClauses(text string, table map[string]phraseMeaning) ([]statement, error) {
	parts, err := sentences(text)
	if err != nil {
		return nil, err
	}
	out := make([]statement, len(parts))
	for i, s := range parts {
		if out[i], err = readClause(s, table); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// question is a question as the oracle reads it.
type question struct {
	kind             string // as in query_type
	locatum, relatum int
}

func readQuestion(text string) (question, error) {
	body, ok := strings.CutPrefix(text, "Where is ")
	body, ok2 := strings.CutSuffix(body, "?")
	a, b, ok3 := strings.Cut(body, " relative to ")
	if !ok || !ok2 || !ok3 {
		return question{}, fmt.Errorf("%q is no question", text)
	}
	q := question{kind: "full", relatum: objectNumber(b)}
	if name, found := strings.CutSuffix(a, " vertically"); found {
		a, q.kind = name, "vertical"
	} else if name, found := strings.CutSuffix(a, " horizontally"); found {
		a, q.kind = name, "horizontal"
	}
	if q.locatum = objectNumber(a); q.locatum < 0 || q.relatum < 0 || q.locatum == q.relatum {
		return question{}, fmt.Errorf("%q asks about no two objects", text)
	}
	return q, nil
}

// asks reports whether the question is about an axis, 0 for the rows and 1 for the columns.
func (q question) asks(axis int) bool {
	return q.kind == "full" || (q.kind == "vertical") == (axis == 0)
}
