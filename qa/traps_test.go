package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestFoldByHand unfolds sheets that were folded by hand, twice about one axis among them: each fold opens about its own crease, so that the
// holes are not where they were if each opened about the middle.
func TestFoldByHand(t *testing.T) {
	for _, test := range []struct {
		name  string
		paper layout.Paper
		want  string
	}{
		// A strip of 8: the left half onto the right, then columns 5 to 6 onto 7 to 8. A hole in the corner of column 8 goes through
		// 8, 5, 4 and 1; one in column 7 through 7, 6, 3 and 2.
		{"halves", layout.Paper{Rows: 2, Cols: 8, Folds: []layout.Fold{{Flap: layout.W, Crease: 4}, {Flap: layout.W, Crease: 6}}, Punches: []layout.Cell{{Row: 0, Col: 7}}},
			"#..##..#\n........"},
		{"halves, beside the crease", layout.Paper{Rows: 2, Cols: 8, Folds: []layout.Fold{{Flap: layout.W, Crease: 4}, {Flap: layout.W, Crease: 6}}, Punches: []layout.Cell{{Row: 1, Col: 6}}},
			"........\n.##..##."},
		// Uneven: column 1 onto 2, then 2 and 3 onto 5 and 4. A hole in column 5 goes through 5, 2 and with it 1.
		{"uneven", layout.Paper{Rows: 2, Cols: 6, Folds: []layout.Fold{{Flap: layout.W, Crease: 1}, {Flap: layout.W, Crease: 3}}, Punches: []layout.Cell{{Row: 0, Col: 4}}},
			"##..#.\n......"},
		// From both ends: column 1 onto 2, column 6 onto 5; a hole in column 2 and one in column 4, which has a single layer.
		{"both ends", layout.Paper{Rows: 2, Cols: 6, Folds: []layout.Fold{{Flap: layout.W, Crease: 1}, {Flap: layout.E, Crease: 5}}, Punches: []layout.Cell{{Row: 0, Col: 1}, {Row: 1, Col: 3}, {Row: 1, Col: 4}}},
			"##....\n...###"},
		// Across and along: the lower half of four rows up, then the right column of three left.
		{"two axes", layout.Paper{Rows: 4, Cols: 3, Folds: []layout.Fold{{Flap: layout.S, Crease: 2}, {Flap: layout.E, Crease: 2}}, Punches: []layout.Cell{{Row: 0, Col: 1}}},
			".##\n...\n...\n.##"},
	} {
		q := qa.Fold{Paper: &test.paper}
		if err := test.paper.Validate(); err != nil {
			t.Fatalf("%s: %v", test.name, err)
		}
		if v := checkedVerdict(t, q, test.want); !v.Correct {
			t.Errorf("%s: graded %+v; the answer given is\n%v", test.name, v, q.Answer())
		}
	}
}

// TestRotateRegularShapes: a shape whose mirror image is itself turned is never asked to be told from its mirror image.
func TestRotateRegularShapes(t *testing.T) {
	for _, rows := range [][]string{{"###", ".#."}, {"#.", "##"}, {"#..", "##.", ".##"}, {"###", "#.#"}, {"####", "#..#"}, {".#.", "###", ".#."}} {
		for i := range int64(60) {
			q, err := qa.RotateFamily{Options: 4, Similar: true}.Ask(qa.Subject{Matrix: dotRows(rows...)}, seed.NewKey(3).At(i).Stream())
			if err == nil && q.(qa.Rotate).Asks == qa.RotateOption {
				t.Fatalf("%q: %s", rows, q.AppendText(nil))
			}
		}
	}
}
