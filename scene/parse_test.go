package scene_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Drawings as people and language models write them. Names are those of the layout, in its order, unless any may stand.
var sloppy = []struct {
	name  string
	text  string
	style scene.Style
	want  string
	any   bool
}{
	{name: "plain", text: "B     C\nD  A", want: "A 1,1; B 0,0; C 0,2; D 1,0"},
	{name: "final newline", text: "A  B\n", want: "A 0,0; B 0,1"},
	{name: "blank lines around", text: "\n\n  \nA  B\n\n", want: "A 0,0; B 0,1"},
	{name: "CRLF", text: "A  B\r\n   C\r\n", want: "A 0,0; B 0,1; C 1,1"},
	{name: "trailing blanks", text: "A  B   \n   C \t", want: "A 0,0; B 0,1; C 1,1"},
	{name: "byte order mark", text: "\ufeffA  B\nC", want: "A 0,0; B 0,1; C 1,0"},
	{name: "indented", text: "        A  B\n           C", want: "A 0,0; B 0,1; C 1,1"},
	{name: "no-break spaces", text: "A\u00a0\u00a0B\n\u00a0\u00a0 C", want: "A 0,0; B 0,1; C 1,1"},
	{name: "tabs", text: "A\tB\n\tC", want: "A 0,0; B 0,1; C 1,1"},
	{name: "tabs and blanks", text: "A\tB\n        C", want: "A 0,0; B 0,1; C 1,1"},
	{name: "fence", text: "```\nA  B\n   C\n```", want: "A 0,0; B 0,1; C 1,1"},
	{name: "fence with a language", text: "```text\nA  B\n   C\n```", want: "A 0,0; B 0,1; C 1,1"},
	{name: "tilde fence", text: "~~~\nA  B\n~~~", want: "A 0,0; B 0,1"},
	{name: "fence never closed", text: "Here:\n```\nA  B", want: "A 0,0; B 0,1"},
	{name: "fence only closed", text: "A  B\n```\n", want: "A 0,0; B 0,1"},
	{name: "prose around", text: "Sure! Here is the drawing:\nA  B\n   C\nI hope that A is where you want it.", want: "A 0,0; B 0,1; C 1,1"},
	{name: "prose of names", text: "A is above B\nA\nB\nA is above B", want: "A 0,0; B 1,0"},
	{name: "the words A and I", text: "I think\nA drawing\nI  A\nI  placed  it.", want: "A 0,1; I 0,0"},
	{name: "heading", text: "**Answer:**\n\nA  B\n\nA: top left", want: "A 0,0; B 0,1"},
	{name: "arrows", text: "A -> B\nA  B", want: "A 0,0; B 0,1"},
	{name: "a number before", text: "1\n\nA  B", want: "A 0,0; B 0,1"},
	{name: "list of objects after", text: "A  B\n\nObjects:\n- B\n- A", want: "A 0,0; B 0,1"},
	{name: "one blank between", text: "A B C\n  D", want: "A 0,0; B 0,1; C 0,2; D 1,1"},
	{name: "staircase down", text: "A\n B\n  C", want: "A 0,0; B 1,1; C 2,2"},
	{name: "staircase up", text: "  A\n B\nC", want: "A 0,2; B 1,1; C 2,0"},
	{name: "staircase of words", text: "apple\n  banana\n    cherry", want: "apple 0,0; banana 1,1; cherry 2,2"},
	{name: "halfway", text: "A     C\n  B", want: "A 0,0; B 1,1; C 0,2"},
	{name: "diagonal of pitch two", text: "A\n  B\n    C", want: "A 0,0; B 1,1; C 2,2"},
	{name: "wide pitch", text: "A      B\n       C", want: "A 0,0; B 0,1; C 1,1"},
	{name: "off by one", text: "A   B   C\n    D\n         E", want: "A 0,0; B 0,1; C 0,2; D 1,1; E 2,2"},
	{name: "off by one to the left", text: "A   B   C\n   D\n        E", want: "A 0,0; B 0,1; C 0,2; D 1,1; E 2,2"},
	{name: "words off by one", text: "cat    bird\n      ox", want: "cat 0,0; bird 0,1; ox 1,1"},
	{name: "words with one blank", text: "cat bird\n    ox", want: "cat 0,0; bird 0,1; ox 1,1"},
	{name: "names with blanks", text: "red square\n            dot", want: "red square 0,0; dot 1,1"},
	{name: "name within a name", text: "red  red dot", want: "red 0,0; red dot 0,1"},
	{name: "empty column kept", text: "A     B", want: "A 0,0; B 0,2"},
	{name: "empty row kept", text: "A\n\n   B", want: "A 0,0; B 2,1"},
	{name: "dots for empty cells", text: ". . A\nB . .\n. C .", want: "A 0,2; B 1,0; C 2,1"},
	{name: "dots and words", text: "cat . dog\n. bird .", want: "cat 0,0; dog 0,2; bird 1,1"},
	{name: "dashes for empty cells", text: "A  -  -\n-  B  -\n-  -  C", want: "A 0,0; B 1,1; C 2,2"},
	{name: "underscores for empty cells", text: "_ A\nB _", want: "A 0,1; B 1,0"},
	{name: "middle dots for empty cells", text: "· · A\n· B ·", want: "A 0,2; B 1,1"},
	{name: "marks in one row", text: "A  .  B\nC", want: "A 0,0; B 0,2; C 1,0"},
	{name: "full-width letters", text: "Ａ  Ｂ\n    Ｃ", want: "A 0,0; B 0,1; C 1,1"},
	{name: "full-width blanks", text: "Ａ\u3000Ｂ\n\u3000\u3000Ｃ", want: "A 0,0; B 0,1; C 1,1"},
	{name: "full-width bars", text: "｜Ａ｜Ｂ｜", style: scene.Grid, want: "A 0,0; B 0,1"},
	{name: "pictographs", text: "🍎  ⚪\n    🍌", want: "🍎 0,0; ⚪ 0,1; 🍌 1,1"},

	{name: "grid", text: "+--+--+\n|A |  |\n+--+--+\n|  |B |\n+--+--+", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "one cell", text: "+--+\n|A |\n+--+", style: scene.Grid, want: "A 0,0"},
	{name: "one column", text: "+--+\n|A |\n+--+\n|B |\n+--+", style: scene.Grid, want: "A 0,0; B 1,0"},
	{name: "empty first row and column", text: "+--+--+\n|  |  |\n+--+--+\n|  |A |\n+--+--+", style: scene.Grid, want: "A 1,1"},
	{name: "indented grid", text: "  +--+--+\n  |A |B |\n  +--+--+", style: scene.Grid, want: "A 0,0; B 0,1"},
	{name: "centred wide cells", text: "+-----+-----+\n|  A  |     |\n+-----+-----+\n|     |  B  |\n+-----+-----+", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "over-wide cell", text: "+--+--+--+\n|A      |  |B |\n+--+--+--+\n|  |C |  |\n+--+--+--+", style: scene.Grid, want: "A 0,0; B 0,2; C 1,1"},
	{name: "narrow cells", text: "|A||B|\n||C||", style: scene.Grid, want: "A 0,0; B 0,2; C 1,1"},
	{name: "no top or bottom", text: "|A |  |\n+--+--+\n|  |B |", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "no separators", text: "+--+--+\n|A |  |\n|  |B |\n+--+--+", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "one separator missing", text: "+--+--+\n|A |  |\n+--+--+\n|  |B |\n|C |  |\n+--+--+", style: scene.Grid, want: "A 0,0; B 1,1; C 2,0"},
	{name: "tall cells", text: "+-----+-----+\n|  B  |     |\n|     |  C  |\n+-----+-----+\n|  A  |     |\n|     |     |\n+-----+-----+", style: scene.Grid, want: "A 1,0; B 0,0; C 0,1"},
	{name: "tall cells, right first", text: "┌───┬───┐\n│   │ B │\n│ A │   │\n├───┼───┤\n│   │   │\n│   │ C │\n└───┴───┘", style: scene.Grid, want: "A 0,0; B 0,1; C 1,1"},
	{name: "Markdown table of many rows", text: "| A |   |\n|---|---|\n|   | B |\n| C |   |", style: scene.Grid, want: "A 0,0; B 1,1; C 2,0"},
	{name: "box below a cell", text: "+--+--+--+\n|A |B |C |\n+--+--+--+\n      |D |\n      +--+", style: scene.Grid, want: "A 0,0; B 0,1; C 0,2; D 1,2"},
	{name: "stacked boxes in a fence", text: "```\n+--+\n|A |\n+--+\n\n+--+\n|B |\n+--+\n```", style: scene.Grid, want: "A 0,0; B 1,0"},
	{name: "no right border", text: "+--+--+\n|A |B\n+--+--+\n|C\n+--+--+\n|  |D", style: scene.Grid, want: "A 0,0; B 0,1; C 1,0; D 2,1"},
	{name: "no left border", text: "A |B |\n--+--+\n  |C |", style: scene.Grid, want: "A 0,0; B 0,1; C 1,1"},
	{name: "only inner borders", text: " A |   | B\n---+---+---\n   | C |\n---+---+---\n   |   | D", style: scene.Grid, want: "A 0,0; B 0,2; C 1,1; D 2,2"},
	{name: "ragged grid", text: "+--+--+\n|A |B |\n +--+--+\n |C |D |\n+--+--+", style: scene.Grid, want: "A 0,0; B 0,1; C 1,0; D 1,1"},
	{name: "short rows", text: "|A |B |C |\n|D |\n|  |E |", style: scene.Grid, want: "A 0,0; B 0,1; C 0,2; D 1,0; E 2,1"},
	{name: "bars without rules", text: "A | B\nC | D", style: scene.Grid, want: "A 0,0; B 0,1; C 1,0; D 1,1"},
	{name: "Markdown table", text: "| A |   |\n|---|---|\n|   | B |", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "Markdown table, aligned", text: "| A |   |\n| :---: | --- |\n|   | B |", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "Unicode grid", text: "┌───┬───┐\n│ A │   │\n├───┼───┤\n│   │ B │\n└───┴───┘", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "double lines", text: "╔══╦══╗\n║A ║  ║\n╠══╬══╣\n║  ║B ║\n╚══╩══╝", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "marked cells", text: "+--+--+\n|A |. |\n+--+--+\n|- |B |\n+--+--+\n|__|· |\n+--+--+", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "row of marked cells", text: "| - | - |\n| A | B |", style: scene.Grid, want: "A 1,0; B 1,1"},
	{name: "blank lines in a grid", text: "+--+--+\n\n|A |  |\n\n+--+--+\n\n|  |B |\n\n+--+--+", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "equals signs", text: "+==+==+\n|A |B |\n+==+==+", style: scene.Grid, want: "A 0,0; B 0,1"},
	{name: "grid with tabs", text: "|A\t|\t|\n|\t|B\t|", style: scene.Grid, want: "A 0,0; B 1,1"},
	{name: "words in a grid", text: "+------+------+\n| red dot |      |\n+------+------+\n|      | ox   |\n+------+------+", style: scene.Grid, want: "red dot 0,0; ox 1,1"},
	{name: "joints but no bars between", text: "+--+--+\n|A  B |\n+--+--+", style: scene.Grid, want: "A 0,0; B 0,1"},

	{name: "panel", text: "┌──────────┐\n│ B     C  │\n│ D  A     │\n└──────────┘", style: scene.Panel, want: "A 1,1; B 0,0; C 0,2; D 1,0"},
	{name: "panel with empty first row and column", text: "┌───────┐\n│       │\n│    A  │\n└───────┘", style: scene.Panel, want: "A 1,1"},
	{name: "ASCII panel", text: "+----------+\n| B     C  |\n| D  A     |\n+----------+", style: scene.Panel, want: "A 1,1; B 0,0; C 0,2; D 1,0"},
	{name: "dashed panel", text: "------------\n| B     C  |\n| D  A     |\n------------", style: scene.Panel, want: "A 1,1; B 0,0; C 0,2; D 1,0"},
	{name: "rounded panel", text: "╭───────╮\n│ A  B  │\n╰───────╯", style: scene.Panel, want: "A 0,0; B 0,1"},
	{name: "tight panel", text: "┌────┐\n│A  B│\n│   C│\n└────┘", style: scene.Panel, want: "A 0,0; B 0,1; C 1,1"},
	{name: "panel without a right border", text: "┌───────\n│ A  B\n│    C\n└───────", style: scene.Panel, want: "A 0,0; B 0,1; C 1,1"},
	{name: "panel without a left border", text: "───────┐\n A  B  │\n    C  │\n───────┘", style: scene.Panel, want: "A 0,0; B 0,1; C 1,1"},
	{name: "panel without top and bottom", text: "│ A  B  │\n│    C  │", style: scene.Panel, want: "A 0,0; B 0,1; C 1,1"},
	{name: "panel without sides", text: "┌───────┐\n  A  B\n     C\n└───────┘", want: "A 0,0; B 0,1; C 1,1"},
	{name: "ragged right border", text: "┌───────┐\n│ A  B    │\n│    C │\n└───────┘", style: scene.Panel, want: "A 0,0; B 0,1; C 1,1"},
	{name: "ragged left border", text: "┌───────┐\n│ A  B  │\n │    C  │\n└───────┘", style: scene.Panel, want: "A 0,0; B 0,1; C 1,1"},
	{name: "panel of dots", text: "┌───────┐\n│ A . . │\n│ . B . │\n└───────┘", style: scene.Panel, want: "A 0,0; B 1,1"},

	{name: "draft, then final", text: "First try:\nA  B\n\nBetter:\nB  A", want: "A 0,1; B 0,0"},
	{name: "draft and final with only a blank line", text: "A  B\n\nB  A", want: "A 0,1; B 0,0"},
	{name: "final incomplete", text: "A  B\n\nThat is:\n\nB", want: "A 0,0; B 0,1"},
	{name: "grid, then simple", text: "+--+--+\n|A |B |\n+--+--+\nB  A", want: "A 0,1; B 0,0"},
	{name: "two grids touching", text: "+--+--+\n|A |B |\n+--+--+\n+--+--+\n|B |A |\n+--+--+", style: scene.Grid, want: "A 0,1; B 0,0"},
	{name: "plain after fenced counts", text: "```\nA  B\n```\nFinal answer:\nB  A", want: "A 0,1; B 0,0"},
	{name: "wrong after right", text: "```\nA\nB  C\n```\nFinal answer:\nB\nA  C", want: "A 1,0; B 0,0; C 1,1"},
	{name: "names after the drawing", text: "A\nB  C\n\nA B C\n\nB", want: "A 0,0; B 1,0; C 1,1"},
	{name: "facts after the drawing", text: "```\nA\nB  C\n```\n- A is above B\n- C is right of B\n```\nA is above B\n```\nDone.", want: "A 0,0; B 1,0; C 1,1"},
	{name: "list in a fence after the drawing", text: "```\nA  B\n```\n```\n- B\n- A\n```", want: "A 0,0; B 0,1"},
	{name: "table of facts after the drawing", text: "A  B\n\n| Object | Position |\n|---|---|\n", want: "A 0,0; B 0,1"},
	{name: "thought", text: "<think>\n```\nB  A\n</think>A  B", want: "A 0,0; B 0,1"},
	{name: "thought after", text: "A  B\n<THINK>is that right?\n\nB  A</Think>\n", want: "A 0,0; B 0,1"},
	{name: "thought never closed", text: "A  B\n<think>\nB  A", want: "A 0,0; B 0,1"},
	{name: "thought never opened", text: "B  A\nHm.\n</think>\nA  B\n   C", want: "A 0,0; B 0,1; C 1,1"},
	{name: "title in a fence", text: "```\nThe map:\nA  B\n\n   C\n```", want: "A 0,0; B 0,1; C 2,1"},
	{name: "panel without sides in a fence", text: "```\n┌───────┐\n  A  B\n     C\n└───────┘\n```", want: "A 0,0; B 0,1; C 1,1"},

	{name: "brackets for cells", text: "[A][ ]\n[B][C]", want: "A 0,0; B 1,0; C 1,1"},
	{name: "brackets around nothing first", text: "[ ][elephant]\n[cat][dog]", want: "elephant 0,1; cat 1,0; dog 1,1"},
	{name: "parentheses", text: "(A)\n(B) (C)", want: "A 0,0; B 1,0; C 1,1"},
	{name: "dots without blanks", text: "A..\n.B.\n..C", want: "A 0,0; B 1,1; C 2,2"},
	{name: "dots without blanks and letters without width", text: "A\u200b..\n.\u200b.B", want: "A 0,0; B 1,2"},
	{name: "dots and a broken letter", text: ".B\x80", want: "B 0,1; \x80 0,2"},
	{name: "dots without blanks, empty row", text: "A.B\n...\n..C", want: "A 0,0; B 0,2; C 2,2"},
	{name: "asterisks for empty cells", text: "* A\nB *", want: "A 0,1; B 1,0"},
	{name: "number signs for empty cells", text: "# A #\nB # C", want: "A 0,1; B 1,0; C 1,2"},
	{name: "asterisk as a name", text: "*  B", want: "* 0,0; B 0,1"},
	{name: "quote", text: "> ```\n> A  B\n>    C\n> ```", want: "A 0,0; B 0,1; C 1,1"},
	{name: "backquotes", text: "`A  B`\n`   C`", want: "A 0,0; B 0,1; C 1,1"},
	{name: "triple backquotes in a line", text: "```A  B```", want: "A 0,0; B 0,1"},
	{name: "bold", text: "**A**  **B**\n       **C**", want: "A 0,0; B 0,1; C 1,1"},
	{name: "blanks without width", text: "\u200bA  B\u200b\n\u2060\n\u200b   C", want: "A 0,0; B 0,1; C 2,1"},
	{name: "carriage returns", text: "A  B\r   C\r", want: "A 0,0; B 0,1; C 1,1"},
	{name: "last fence counts", text: "```\nA  B\n```\n```\nB  A\n```", want: "A 0,1; B 0,0"},

	{name: "any names", text: "Here you are:\n\nred  X9\n     blue-ish\n\nWhat do you think?", any: true, want: "red 0,0; X9 0,1; blue-ish 1,1"},
	{name: "any names, alone in rows", text: "one\n       two", any: true, want: "one 0,0; two 1,1"},
	{name: "any names in a grid", text: "|one|   |\n|   |two|", any: true, style: scene.Grid, want: "one 0,0; two 1,1"},
	{name: "any names, word after the fence", text: "```\nX Y\n```\nDone", any: true, want: "X 0,0; Y 0,1"},
}

func TestParseSloppy(t *testing.T) {
	for _, c := range sloppy {
		t.Run(c.name, func(t *testing.T) {
			want := scene.Scene{Style: c.style, Layout: place(c.want)}
			names := namesOf(want.Layout)
			if c.any {
				names = nil
			}
			got, err := scene.Parse(c.text, names)
			if err != nil {
				t.Fatalf("%v in\n%s", err, c.text)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s\nin\n%s", diff, c.text)
			}
		})
	}
}

func malformed(line, col int, name string) scene.SyntaxError {
	return scene.SyntaxError{Line: line, Col: col, Reason: scene.Malformed, Names: []string{name}}
}

func TestParseErrors(t *testing.T) {
	for _, c := range []struct {
		name  string
		text  string
		names string // none: any
		want  scene.SyntaxError
	}{
		{"nothing", "", "A B", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"only prose", "A is above B.\nI am sure.", "A B", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"only borders", "+--+--+\n|  |. |\n+--+--+", "A B", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"only fences", "```\n```", "", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"list", "- A\n- B", "A B", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"long text", strings.Repeat(" ", scene.MaxText+1), "A", scene.SyntaxError{Reason: scene.TooLarge}},
		{"many rows", "x\n|A|\n" + strings.Repeat("| |\n", scene.MaxSide), "A",
			scene.SyntaxError{Line: scene.MaxSide + 2, Col: 1, Reason: scene.TooLarge}},
		{"many columns", strings.Repeat("|", scene.MaxSide+1) + "A|", "A",
			scene.SyntaxError{Line: 1, Col: scene.MaxSide + 2, Reason: scene.TooLarge}},
		{"twice in a row", "A  B  A", "A B", scene.SyntaxError{Line: 1, Col: 7, Reason: scene.Duplicate, Names: []string{"A"}}},
		{"twice in a column", "Look:\n\n  A  B\n  A", "A B", scene.SyntaxError{Line: 4, Col: 3, Reason: scene.Duplicate, Names: []string{"A"}}},
		{"twice in a grid", "+--+--+\n|A |B |\n+--+--+\n|  |B |\n+--+--+", "A B",
			scene.SyntaxError{Line: 4, Col: 5, Reason: scene.Duplicate, Names: []string{"B"}}},
		{"stranger", "A  X\n   B", "A B", scene.SyntaxError{Line: 1, Col: 4, Reason: scene.Unknown, Names: []string{"X"}}},
		{"stranger below", "A  B\nX", "A B", scene.SyntaxError{Line: 2, Col: 1, Reason: scene.Unknown, Names: []string{"X"}}},
		{"strange word", "A  house  B", "A B", scene.SyntaxError{Line: 1, Col: 4, Reason: scene.Unknown, Names: []string{"house"}}},
		{"stranger in a grid", "|A |B |\n|tree|  |", "A B", scene.SyntaxError{Line: 2, Col: 2, Reason: scene.Unknown, Names: []string{"tree"}}},
		{"small letter", "a  B", "A B", scene.SyntaxError{Line: 1, Col: 1, Reason: scene.Unknown, Names: []string{"a"}}},
		{"one missing", "A  B", "A B C", scene.SyntaxError{Line: 1, Col: 1, Reason: scene.Missing, Names: []string{"C"}}},
		{"all missing are told", "Here:\n  +--+\n  |B |\n  +--+", "A B C D", scene.SyntaxError{Line: 2, Col: 3, Reason: scene.Missing, Names: []string{"A", "C", "D"}}},
		{"strangers before missing", "A  X", "A B", scene.SyntaxError{Line: 1, Col: 4, Reason: scene.Unknown, Names: []string{"X"}}},
		{"most complete draft is told", "A  B\n\nOr else:\n\nA", "A B C", scene.SyntaxError{Line: 1, Col: 1, Reason: scene.Missing, Names: []string{"C"}}},
		{"drafts are not merged", "A  B\n\nOr else:\n\nC", "A B C", scene.SyntaxError{Line: 1, Col: 1, Reason: scene.Missing, Names: []string{"C"}}},
		{"boxes are not merged", "+--+\n|A |\n+--+\n\n+--+\n|B |\n+--+", "A B", scene.SyntaxError{Line: 5, Col: 1, Reason: scene.Missing, Names: []string{"A"}}},
		{"one cell", "|A |B C |", "A B C", scene.SyntaxError{Line: 1, Col: 7, Reason: scene.Shared, Names: []string{"B", "C"}}},
		{"one cell, any names", "|one|two three|", "", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"one cell, glued", "|A |BC|", "A B C", scene.SyntaxError{Line: 1, Col: 5, Reason: scene.Shared, Names: []string{"B", "C"}}},
		{"one cell with a slash", "A/B  C", "A B C", scene.SyntaxError{Line: 1, Col: 1, Reason: scene.Shared, Names: []string{"A", "B"}}},
		{"glued in a row", "C\n\tAB", "A B C", scene.SyntaxError{Line: 2, Col: 9, Reason: scene.Shared, Names: []string{"A", "B"}}},
		{"one blank further", "A\n B", "A B", malformed(2, 2, "B")},
		{"one blank less", " A\nB", "A B", malformed(1, 2, "A")},
		{"one blank to and fro", "A\n B\nC\n D", "A B C D", malformed(2, 2, "B")},
		{"one blank in a narrow pitch", "A  B\n C", "A B C", malformed(2, 2, "C")},
		{"one blank in the narrowest pitch", "A B\n C", "A B C", malformed(2, 2, "C")},
		{"uneven staircase", "A\n B\n    C", "A B C", malformed(2, 2, "B")},
		{"slow slide", "A     D\n B\n  C", "A B C D", malformed(3, 3, "C")},
		{"centred between", "    elephant\ncat          dog", "elephant cat dog", malformed(1, 5, "elephant")},
		{"words off by two", "cat    bird\n     ox", "cat bird ox", malformed(1, 8, "bird")},
		{"centred in a panel", "│  cat      │\n│ elephant  │", "cat elephant", malformed(1, 4, "cat")},
		{"boxes beside each other", "+--+\n|A |\n+--+\n      |B |\n      +--+", "A B", malformed(4, 8, "B")},
		{"between two borders", "|A|B\n |C|", "A B C", malformed(2, 3, "C")},
		{"row without a left border, far right", "|A |B |C |\n       D |", "A B C D", malformed(2, 8, "D")},
		{"row without borders", "```\n|A |B |\n    C\n```", "A B C", malformed(3, 5, "C")},

		{"again in a fence", "```\nA\nB  C\n\nA\n```", "A B C", scene.SyntaxError{Line: 5, Col: 1, Reason: scene.Duplicate, Names: []string{"A"}}},
		{"more in a fence", "```\nA\nB  C\n\nD  E\n```", "A B C", scene.SyntaxError{Line: 5, Col: 1, Reason: scene.Unknown, Names: []string{"D"}}},
		{"more before in a fence", "```\nD\n\nA\nB  C\n```", "A B C", scene.SyntaxError{Line: 2, Col: 1, Reason: scene.Unknown, Names: []string{"D"}}},
		{"again and more in a fence", "```\nA\nB  C\n\nC  E\n```", "A B C", scene.SyntaxError{Line: 5, Col: 1, Reason: scene.Duplicate, Names: []string{"C"}}},
		{"prose in a fence", "```\nA\nB  C\nand so on:\nD\n```", "A B C", scene.SyntaxError{Line: 5, Col: 1, Reason: scene.Unknown, Names: []string{"D"}}},
		{"two boxes in a fence", "```\n|A |B |\n+--+--+\n+--+--+\n|B |A |\n```", "A B", scene.SyntaxError{Line: 5, Col: 2, Reason: scene.Duplicate, Names: []string{"B"}}},
		{"more without a fence", "A\nB  C\n\nD  E", "A B C", scene.SyntaxError{Line: 4, Col: 1, Reason: scene.Unknown, Names: []string{"D"}}},

		{"last has a name twice", "```\nA\nB  C\n```\n```\nA\nB  C  A\n```", "A B C", scene.SyntaxError{Line: 7, Col: 7, Reason: scene.Duplicate, Names: []string{"A"}}},
		{"last lacks a name", "```\nA\nB  C\n```\n```\nA  C\n```", "A B C", scene.SyntaxError{Line: 6, Col: 1, Reason: scene.Missing, Names: []string{"B"}}},
		{"last has one name", "```\nA\nB  C\n```\nFinal:\n```\n\nA\n```", "A B C", scene.SyntaxError{Line: 8, Col: 1, Reason: scene.Missing, Names: []string{"B", "C"}}},
		{"last has brackets", "```\nA\nB  C\n```\n```\n[A][C]\n```", "A B C", scene.SyntaxError{Line: 6, Col: 2, Reason: scene.Missing, Names: []string{"B"}}},
		{"last cannot be read", "```\nA\nB  C\n```\n```\n{A}{C}\n```", "A B C", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"last is askew", "```\nA\nB  C\n```\nFinal answer:\nB\n A  C", "A B C", malformed(7, 2, "A")},
		{"all is thought", "<think>A  B", "A B", scene.SyntaxError{Reason: scene.NoDrawing}},
		{"tall cell with two", "+--+--+\n|A |C |\n|B |  |\n+--+--+\n|  |D |\n|  |  |\n+--+--+", "A B C D", scene.SyntaxError{Line: 3, Col: 2, Reason: scene.Shared, Names: []string{"A", "B"}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := scene.Parse(c.text, strings.Fields(c.names))
			var got *scene.SyntaxError
			if !errors.As(err, &got) {
				t.Fatalf("error %v, want %v", err, &c.want)
			}
			if diff := cmp.Diff(&c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if !strings.HasPrefix(err.Error(), "scene: ") || strings.Contains(err.Error(), "?") {
				t.Errorf("message %q", err)
			}
			for _, name := range got.Names {
				if !strings.Contains(err.Error(), fmt.Sprintf("%q", name)) {
					t.Errorf("message %q does not name %q", err, name)
				}
			}
		})
	}
}

func TestParseGivesWhatIsShownBesideSomeErrors(t *testing.T) {
	got, err := scene.Parse("A  X\n   B", []string{"B", "C", "A"})
	if err == nil {
		t.Fatal("no error")
	}
	if want := "B 1,1; A 0,0; X 0,1"; placed(got.Layout) != want {
		t.Errorf("scene shows %s, want %s", placed(got.Layout), want)
	}
	got, err = scene.Parse("A  A", []string{"A"})
	if err == nil || got.Layout.Len() != 0 {
		t.Errorf("scene %v, error %v", got, err)
	}
}

func TestParseUndoesAppend(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := layouts(t).Compact()
		for s := range scene.Style(scene.Styles) {
			text := scene.Render(l, s)
			got, err := scene.Parse(text, namesOf(l))
			if err != nil {
				t.Fatalf("%v: %v in\n%s", s, err, text)
			}
			want := scene.Scene{Style: s, Layout: l}
			if s == scene.Panel && got.Style == scene.Grid {
				t.Fatalf("panel read as a grid:\n%s", text)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("%v (-want +got):\n%s\nin\n%s", s, diff, text)
			}
		}
	})
}

func TestParseUndoesAppendOfAnyNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := layouts(t).Compact()
		if strings.Contains(strings.Join(namesOf(l), ""), " ") {
			t.Skip("names with blanks are read only when they are asked for")
		}
		slices.SortFunc(l.Entities, func(a, b layout.Entity) int {
			return (a.At.Row-b.At.Row)*1000 + a.At.Col - b.At.Col
		})
		for s := range scene.Style(scene.Styles) {
			text := scene.Render(l, s)
			got, err := scene.Parse(text, nil)
			if err != nil {
				t.Fatalf("%v: %v in\n%s", s, err, text)
			}
			if diff := cmp.Diff(scene.Scene{Style: s, Layout: l}, got); diff != "" {
				t.Fatalf("%v (-want +got):\n%s\nin\n%s", s, diff, text)
			}
		}
	})
}

// Empty rows and columns survive where borders show them, and between objects in the simple style.
func TestParseKeepsEmptyRowsAndColumns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := layouts(t)
		for s := range scene.Style(scene.Styles) {
			want := l
			if s == scene.Simple {
				want = flush(l)
			}
			got, err := scene.Parse(scene.Render(l, s), namesOf(l))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got.Layout); diff != "" {
				t.Fatalf("%v (-want +got):\n%s\nin\n%s", s, diff, scene.Render(l, s))
			}
		}
	})
}

// Wherever names stand without borders, those in one column start together, or one apart where every row leaves three
// blanks or more between starts, and columns run from left to right.
func TestParseColumnsAreWhereNamesStart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom([]string{"A B C D E F", "elephant cat dog ox bird ant"}).Draw(t, "names")
		names := rapid.Permutation(strings.Fields(kind)).Draw(t, "order")
		names = names[:rapid.IntRange(2, 6).Draw(t, "count")]
		rows := rapid.IntRange(1, 4).Draw(t, "rows")
		lines := make([]string, rows)
		start, rowOf := map[string]int{}, map[string]int{}
		least := 0
		for _, name := range names {
			r := rapid.IntRange(0, rows-1).Draw(t, "row")
			gap := rapid.IntRange(0, 8).Draw(t, "gap")
			if lines[r] != "" {
				gap = max(gap, 1)
			}
			lines[r] += strings.Repeat(" ", gap)
			start[name], rowOf[name] = len(lines[r]), r
			lines[r] += name
			for other := range start {
				if d := start[name] - start[other]; rowOf[other] == r && d > 0 && (least == 0 || d < least) {
					least = d
				}
			}
		}
		text := strings.Join(lines, "\n")
		got, err := scene.Parse("```\n"+text+"\n```", names)
		if err != nil {
			return
		}
		for i, a := range got.Layout.Entities {
			for _, b := range got.Layout.Entities[:i] {
				d := start[a.Name] - start[b.Name]
				same := d == 0 || least >= 4 && (d == 1 || d == -1)
				if (a.At.Col == b.At.Col) != same || !same && (a.At.Col < b.At.Col) != (d < 0) {
					t.Fatalf("%s and %s in columns %d and %d of\n%s", a.Name, b.Name, a.At.Col, b.At.Col, text)
				}
			}
		}
	})
}

// flush moves a layout up and left to the first row and column.
func flush(l layout.Layout) layout.Layout {
	top, left := l.Bounds()
	for _, e := range l.Entities {
		top, left = min(top, e.At.Row), min(left, e.At.Col)
	}
	out := layout.Layout{Entities: slices.Clone(l.Entities)}
	for i := range out.Entities {
		out.Entities[i].At.Row -= top
		out.Entities[i].At.Col -= left
	}
	return out
}

// Prose and fences around a drawing change nothing.
func TestParseIgnoresSurroundings(t *testing.T) {
	before := rapid.SampledFrom([]string{"", "\n", "Here is the map:\n", "A is above B.\n\n", "```\n", "Let me think. I put A first.\r\n```ascii\n"})
	after := rapid.SampledFrom([]string{"", "\n\n", "\nI am done.", "\n```", "\n```\nA is left of B, I think."})
	rapid.Check(t, func(t *rapid.T) {
		l := layouts(t).Compact()
		s := scene.Style(rapid.IntRange(0, scene.Styles-1).Draw(t, "style"))
		indent := strings.Repeat(" ", rapid.IntRange(0, 9).Draw(t, "indent"))
		drawn := indent + strings.ReplaceAll(scene.Render(l, s), "\n", rapid.SampledFrom([]string{"\n", " \r\n"}).Draw(t, "line end")+indent)
		text := before.Draw(t, "before") + drawn + after.Draw(t, "after")
		got, err := scene.Parse(text, namesOf(l))
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if diff := cmp.Diff(scene.Scene{Style: s, Layout: l}, got); diff != "" {
			t.Fatalf("(-want +got):\n%s\nin\n%s", diff, text)
		}
	})
}

func TestValidName(t *testing.T) {
	for name, want := range map[string]bool{
		"A": true, "red square": true, "x-1": true, "猫": true, "#": true, "🍎": true, "a+b": true,
		"": false, " A": false, "A ": false, "A|B": false, "A\nB": false, "A\tB": false, "-": false, "._": false,
		"*": true, "[A]": true, "<think>": true, "A\u200b": false, "+": false, "│": false, "```": false, "\xff": false, "｜": false, "\u0301": false,
	} {
		if got := scene.ValidName(name); got != want {
			t.Errorf("ValidName(%q) = %v", name, got)
		}
	}
}

// Every name that is said to be valid is read back in every style.
func TestValidNamesAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.OneOf(rapid.StringN(1, 6, -1), rapid.StringOf(rapid.SampledFrom([]rune("AB .-_|+·:=`~'/Ａ　*#[]()<>")))).
			Filter(scene.ValidName).Draw(t, "name")
		if name == "Q" {
			return
		}
		l := layout.Layout{Entities: []layout.Entity{{Name: name}, {Name: "Q", At: layout.Cell{Row: 1, Col: 1}}}}
		for s := range scene.Style(scene.Styles) {
			got, err := scene.Parse(scene.Render(l, s), namesOf(l))
			if err != nil {
				t.Fatalf("%v: %v in\n%s", s, err, scene.Render(l, s))
			}
			if diff := cmp.Diff(l, got.Layout); diff != "" {
				t.Fatalf("%v (-want +got):\n%s", s, diff)
			}
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, text := range goldenLayouts {
		l := place(text)
		for s := range scene.Style(scene.Styles) {
			f.Add(scene.Render(l, s), strings.Join(namesOf(l), ","))
			f.Add(scene.Render(l, s), "")
		}
	}
	f.Add("<think>\nA\n</think>\n> [A][ ]\n> [B]**C**\n```\n..A\rB..\n```", "A,B,C")
	for _, c := range sloppy {
		f.Add(c.text, strings.Join(namesOf(place(c.want)), ","))
	}
	f.Fuzz(func(t *testing.T, text, list string) {
		var names []string
		if list != "" {
			names = strings.Split(list, ",")
		}
		got, err := scene.Parse(text, names)
		if err != nil {
			var syntax *scene.SyntaxError
			if !errors.As(err, &syntax) || err.Error() == "" {
				t.Fatalf("error %#v", err)
			}
			return
		}
		if err := got.Layout.Validate(); err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		shown := namesOf(got.Layout)
		if slices.ContainsFunc(shown, func(name string) bool { return !scene.ValidName(name) }) {
			return
		}
		drawn := scene.Render(got.Layout, got.Style)
		if drawn == "" {
			return // too large
		}
		again, err := scene.Parse(drawn, shown)
		if err != nil {
			t.Fatalf("%v in\n%s\ndrawn from\n%s", err, drawn, text)
		}
		want := got
		if got.Style == scene.Simple {
			want.Layout = flush(got.Layout)
		}
		if diff := cmp.Diff(want, again); diff != "" {
			t.Fatalf("(-want +got):\n%s\nin\n%s\ndrawn from\n%s", diff, drawn, text)
		}
	})
}
