package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// dotRows returns a matrix of rows of # and . .
func dotRows(rows ...string) *layout.Matrix {
	m := layout.NewMatrix(len(rows), len(rows[0]))
	for i := range m.Dots {
		m.Dots[i] = rows[i/m.Cols][i%m.Cols] == '#'
	}
	return m
}

// boxMap has an anvil in row 1, columns 1 to 2, and a hay cart in rows 3 to 5, columns 2 to 4.
func boxMap() *layout.Map {
	m := layout.NewMap(6, 6)
	for _, t := range []struct {
		name string
		box  layout.Box
	}{{"the anvil", layout.Box{Rows: 1, Cols: 2}}, {"the hay cart", layout.Box{Row: 2, Col: 1, Rows: 3, Cols: 3}}} {
		m.Things = append(m.Things, layout.Thing{Name: t.name, Mark: t.name[4] - 'a' + 'A', Cells: t.box.AppendCells(nil)})
	}
	return m
}

// jigsawOf returns a question for the order of four tiles.
func jigsawOf(t *testing.T) (q qa.Question, order []string) {
	t.Helper()
	src := seed.NewKey(9).Stream()
	f := qa.JigsawFamily{Form: qa.JigsawOrder}.At(1)
	s, err := f.Sample(src)
	if err != nil {
		t.Fatal(err)
	}
	if q, err = f.Ask(s, src); err != nil {
		t.Fatal(err)
	}
	return q, strings.Split(q.Answer().String(), ", ")
}

// TestWrittenAnswers: right answers count in whatever form they are likely to be written; those that are wrong, or more than was asked for, do not.
func TestWrittenAnswers(t *testing.T) {
	jigsaw, o := jigsawOf(t)
	in := func(order ...int) (all []string) {
		for _, k := range order {
			all = append(all, o[k])
		}
		return all
	}
	const a, h = "row 1, columns 1 to 2", "rows 3 to 5, columns 2 to 4"
	const drawn = "AA....\n......\n.HHH..\n.HHH..\n.HHH..\n......"
	spaced := strings.ReplaceAll(strings.Join(strings.Split(drawn, ""), " "), " \n ", "\n")
	list := "the anvil: " + a + "\nthe hay cart: " + h
	for name, test := range map[string]struct {
		q            qa.Question
		right, wrong []string
	}{
		"dots": {
			qa.Rotate{Matrix: dotRows("#..", ".#."), Asks: qa.RotateDraw, Steps: []layout.Symmetry{layout.Turn(2)}},
			[]string{".#.\n..#", "0 1 0\n0 0 1", "[[0,1,0],[0,0,1]]", "[[0, 1, 0], [0, 0, 1]]", "[[0, 1, 0],\n [0, 0, 1]]", "```json\n[\n  [0, 1, 0],\n  [0, 0, 1]\n]\n```",
				"[\".#.\", \"..#\"]", "[\n  \".#.\",\n  \"..#\"\n]", "`.#.`\n`..#`", ". # .\n. . #", "| . | # | . |\n| . | . | # |", "The steps:\n#..\n.#.\n\nThe result:\n.#.\n..#"},
			[]string{".#.\n..#\n...", "...\n.#.\n..#", ".#.\n\n..#", ".#...#", "[[0,1,0,0,0,1]]", ".#.\n#..", "..#\n.#.", "The result:\n.#.\n..#\n\nThe matrix:\n#..\n.#.", "[[0,0],[1,0],[0,1]]"},
		},
		"a box": {
			qa.Coordinates{Map: boxMap(), Asks: qa.CoordinatesOne, Thing: "the hay cart"},
			[]string{h, "rows 3-5, columns 2–4", "Rows: 3 to 5, columns: 2 to 4", "row 3 to row 5, column 2 to column 4", "columns 2 to 4, rows 3 to 5", "(3, 2) to (5, 4)",
				"The hay cart occupies rows 3 to 5 and columns 2 to 4.", "The box of the hay cart is " + h + ".", "The box is " + h, h + " (inclusive)", "hay cart: " + h},
			[]string{"columns 3 to 5, rows 2 to 4", "rows 2 to 4, columns 3 to 5", h + "\n" + a, h + " or " + a, "the anvil: " + h, "The box of the anvil is " + h, "rows 5 to 3, columns 4 to 2",
				"(2, 3) to (4, 5)", h + ", and more", "The hay cart is not at " + h},
		},
		"boxes": {
			qa.Coordinates{Map: boxMap(), Asks: qa.CoordinatesList},
			[]string{list, "the hay cart: " + h + "\nthe anvil: " + a, "1) the anvil: " + a + "\n2) the hay cart: " + h, "1. anvil: " + a + "\n2. hay cart: " + h,
				"- the anvil - " + a + "\n- the hay cart - " + h, "```json\n{\n  \"the anvil\": \"" + a + "\",\n  \"the hay cart\": \"" + h + "\"\n}\n```",
				"The box of the anvil is " + a + ".\nThe box of the hay cart is " + h + "."},
			[]string{"the anvil: " + a, list + "\nthe stove: " + a, list + "\nrows 1 to 6, columns 1 to 6", list + "\nthe anvil: " + h, "the anvil: " + h + "\nthe hay cart: " + a,
				a + "\n" + h, list + "\nthe anvil and the hay cart: " + a},
		},
		"a map": {
			qa.Coordinates{Map: boxMap(), Asks: qa.CoordinatesDraw},
			[]string{drawn, spaced, "```\n" + spaced + "\n```", drawn + "\n\nA = the anvil", drawn + "\n\n" + spaced},
			[]string{drawn + "\n......", "......\n" + drawn, spaced + "\n. . . . . .", strings.ReplaceAll(drawn, "A", "B"), drawn + "\n\n" + strings.ReplaceAll(drawn, "A", "."), drawn[7:] + "\n......",
				strings.ReplaceAll(drawn, "H", "#")},
		},
		"the order of tiles": {
			jigsaw,
			[]string{strings.Join(o, ", "), strings.Join(o, " "), strings.Join(o, ""), strings.Join(o, "->"), strings.Join(o, " -> "), strings.Join(o, " → "), strings.Join(o, "-"),
				"[" + strings.Join(o, ", ") + "]", "[\"" + strings.Join(o, "\", \"") + "\"]", "(" + strings.Join(o, ", ") + ")", "Tile " + strings.Join(o, ", tile "),
				"Tiles " + strings.Join(o, ", "), "The order is " + strings.Join(o, " ") + ".", "Answer: " + strings.Join(o, " ")},
			[]string{strings.Join(in(0, 2, 1, 3), ", "), strings.Join(in(0, 2, 1, 3), " "), strings.Join(in(3, 2, 1, 0), ""), strings.Join(in(0, 1, 2), " "), strings.Join(in(0, 1, 2, 3, 0), " "),
				strings.Join(in(0, 1, 2, 2), " "), strings.Join(o, ", ") + "\n" + strings.Join(in(0, 2, 1, 3), ", "), o[0] + " " + o[1] + "\n" + o[2] + " " + o[3],
				strings.Join(o, ", ") + " or " + strings.Join(in(0, 2, 1, 3), ", ")},
		},
		"a shape": {
			qa.Shape{Matrix: dotRows("#..#", ".##.", ".##.", "#..#"), Asks: qa.ShapeName, Options: []int{int(layout.Cross), int(layout.HollowBox)}},
			[]string{"X", "an X", "The shape is an X.", "The dots show an X."},
			[]string{"hollow rectangle", "X or a hollow rectangle", "an X, not a hollow rectangle", "The shape is a hollow rectangle."},
		},
	} {
		for _, response := range test.right {
			if v := checkedVerdict(t, test.q, response); !v.Correct {
				t.Errorf("%s: %q is graded %+v", name, response, v)
			}
		}
		for _, response := range test.wrong {
			if v := checkedVerdict(t, test.q, response); v.Correct {
				t.Errorf("%s: %q is graded %+v", name, response, v)
			}
		}
	}
}
