package describe

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

var (
	sameRow = Direction{SameRow: true}
	sameCol = Direction{SameCol: true}
)

func said(c layout.Cardinal) Direction { return Direction{Relation: c} }

func TestReadDirection(t *testing.T) {
	tests := []struct {
		text string
		want Direction
	}{
		// The labels themselves, and what stands around them.
		{"above", said(layout.N)},
		{"below", said(layout.S)},
		{"left", said(layout.W)},
		{"right", said(layout.E)},
		{"upper-left", said(layout.NW)},
		{"upper-right", said(layout.NE)},
		{"lower-left", said(layout.SW)},
		{"lower-right", said(layout.SE)},
		{"same level", sameRow},
		{"same column", sameCol},
		{"Above.", said(layout.N)},
		{"  LEFT \n", said(layout.W)},
		{"**upper-left**", said(layout.NW)},
		{"(left)", said(layout.W)},
		{"`above`", said(layout.N)},
		{"\"below\"", said(layout.S)},
		{"“below”", said(layout.S)},
		{"\\boxed{lower-left}", said(layout.SW)},
		{"<answer>right</answer>", said(layout.E)},
		{"Answer: left", said(layout.W)},
		{"Answer:left", said(layout.W)},
		{"The answer is: **Upper-Right**.", said(layout.NE)},
		{"The right answer is left", said(layout.W)},
		{"The right option is right.", said(layout.E)},
		{"right choice: above", said(layout.N)},
		{"The right label would be lower-left.", said(layout.SW)},
		{"The right one is below.", said(layout.S)},

		// Synonyms of straight directions.
		{"over", said(layout.N)},
		{"A is over the B", said(layout.N)},
		{"over to the left", said(layout.W)},
		{"on top", said(layout.N)},
		{"C is on top of A.", said(layout.N)},
		{"up", said(layout.N)},
		{"upward", said(layout.N)},
		{"straight up", said(layout.N)},
		{"directly above", said(layout.N)},
		{"vertically above", said(layout.N)},
		{"higher", said(layout.N)},
		{"higher up", said(layout.N)},
		{"up above", said(layout.N)},
		{"north", said(layout.N)},
		{"to the north", said(layout.N)},
		{"due north", said(layout.N)},
		{"northern", said(layout.N)},
		{"northward", said(layout.N)},
		{"12 o'clock", said(layout.N)},
		{"12 o’clock", said(layout.N)},
		{"12 oclock", said(layout.N)},
		{"12-o'clock", said(layout.N)},
		{"12oclock", said(layout.N)},
		{"twelve o'clock", said(layout.N)},
		{"at the 0 o'clock position", said(layout.N)},
		{"12:00", said(layout.N)},
		{"under", said(layout.S)},
		{"underneath", said(layout.S)},
		{"beneath", said(layout.S)},
		{"lower", said(layout.S)},
		{"down", said(layout.S)},
		{"straight down", said(layout.S)},
		{"bottom", said(layout.S)},
		{"southern", said(layout.S)},
		{"at 6:00", said(layout.S)},
		{"to the left", said(layout.W)},
		{"on the left side", said(layout.W)},
		{"left-hand side", said(layout.W)},
		{"leftward", said(layout.W)},
		{"far left", said(layout.W)},
		{"west", said(layout.W)},
		{"western", said(layout.W)},
		{"9 o'clock", said(layout.W)},
		{"to the east", said(layout.E)},
		{"eastwards", said(layout.E)},
		{"3:00", said(layout.E)},
		{"on the right-hand side of A", said(layout.E)},
		{"N", said(layout.N)},
		{"Answer: e", said(layout.E)},
		{"The answer is W.", said(layout.W)},

		// Diagonals.
		{"north-west", said(layout.NW)},
		{"north west", said(layout.NW)},
		{"northwest", said(layout.NW)},
		{"North-West.", said(layout.NW)},
		{"northwestern", said(layout.NW)},
		{"NW", said(layout.NW)},
		{"nw", said(layout.NW)},
		{"C is NE of A", said(layout.NE)},
		{"northeast", said(layout.NE)},
		{"top left", said(layout.NW)},
		{"top-left", said(layout.NW)},
		{"upper left", said(layout.NW)},
		{"upper_left", said(layout.NW)},
		{"upperleft", said(layout.NW)},
		{"bottom right corner", said(layout.SE)},
		{"10:30", said(layout.NW)},
		{"10 o'clock", said(layout.NW)},
		{"eleven o'clock", said(layout.NW)},
		{"1:30", said(layout.NE)},
		{"at the 2 o'clock position from A", said(layout.NE)},
		{"7:30", said(layout.SW)},
		{"8 o'clock", said(layout.SW)},
		{"5 o'clock", said(layout.SE)},
		{"left and above", said(layout.NW)},
		{"above and left", said(layout.NW)},
		{"above & left", said(layout.NW)},
		{"above-left", said(layout.NW)},
		{"above left", said(layout.NW)},
		{"left above", said(layout.NW)},
		{"above and to the left", said(layout.NW)},
		{"above, and to the left", said(layout.NW)},
		{"above and\nto the left", said(layout.NW)},
		{"up and to the left", said(layout.NW)},
		{"up to the left", said(layout.NW)},
		{"above on the left", said(layout.NW)},
		{"on the left side above", said(layout.NW)},
		{"both above and left", said(layout.NW)},
		{"higher up and to the right", said(layout.NE)},
		{"right and above", said(layout.NE)},
		{"to the right above", said(layout.NE)},
		{"to the left of and above", said(layout.NW)},
		{"to the above of and left", said(layout.NW)},
		{"to the north and to the west of A", said(layout.NW)},
		{"south and east", said(layout.SE)},
		{"one row up and two columns to the left", said(layout.NW)},
		{"2 rows below and 1 column to the right", said(layout.SE)},
		{"C is to the north-west of A.", said(layout.NW)},
		{"C lies diagonally below and to the left of A", said(layout.SW)},
		{"**above** and **left**", said(layout.NW)},

		// Arrows.
		{"↑", said(layout.N)},
		{"Answer: ⬇️", said(layout.S)},
		{"→", said(layout.E)},
		{"The answer is ←.", said(layout.W)},
		{"↖", said(layout.NW)},
		{"↗️", said(layout.NE)},
		{"↘ (lower-right)", said(layout.SE)},
		{"A is ↙ of D", said(layout.SW)},
		{"Answer → left", said(layout.W)},

		// Shared rows and columns.
		{"same row", sameRow},
		{"in the same\nrow", sameRow},
		{"level\nwith", sameRow},
		{"They are in the same row.", sameRow},
		{"at the same height", sameRow},
		{"horizontally aligned", sameRow},
		{"aligned horizontally", sameRow},
		{"level with A", sameRow},
		{"on the same horizontal line", sameRow},
		{"vertically aligned", sameCol},
		{"They are vertically aligned", sameCol},
		{"the same vertical line", sameCol},
		{"the same position", Direction{SameRow: true, SameCol: true}},
		{"same row and same column", Direction{SameRow: true, SameCol: true}},
		{"left, in the same row", Direction{Relation: layout.W, SameRow: true}},
		{"directly above, same column", Direction{Relation: layout.N, SameCol: true}},

		// Numbers that are no counts, and counts.
		{"A is in row 0, left of D", said(layout.W)},
		{"A has row 0 and D has row 2, so above", said(layout.N)},
		{"at row 0 column 1, above", said(layout.N)},
		{"above, because A has a smaller row", said(layout.N)},
		{"one row higher", said(layout.N)},
		{"2 rows lower than A", said(layout.S)},
		{"in a higher row than A", said(layout.N)},

		// Said twice.
		{"upper-left (northwest)", said(layout.NW)},
		{"It is northwest, that is above and to the left. Answer: upper-left", said(layout.NW)},
		{"A is left of B. left", said(layout.W)},
		{"Where is C relative to A? C is above A.", said(layout.N)},
	}
	for _, test := range tests {
		if got, err := ReadDirection(test.text); err != nil || got != test.want {
			t.Errorf("ReadDirection(%q) = %v, %v; want %v", test.text, got, err, test.want)
		}
	}
}

func TestReadDirectionDoubts(t *testing.T) {
	tests := []struct {
		text string
		want Doubt
	}{
		{"", Empty},
		{" \n", Empty},
		{"**", Empty},
		{"...", Empty},

		{"banana", NoDirection},
		{"C", NoDirection},
		{"the answer", NoDirection},
		{"13 o'clock", NoDirection},
		{"12:30", NoDirection},
		{"The right answer.", NoDirection},
		{"o'clock", NoDirection},
		{"leftover", NoDirection},
		{"E is what I see", NoDirection},
		{"N and E", NoDirection},

		{"above, below, left", Several},
		{"above, left", Several},
		{"above/left", Several},
		{"left/right", Several},
		{"left - right", Several},
		{"above\nleft", Several},
		{"above. left", Several},
		{"above; left", Several},
		{"above and below", Several},
		{"left and right", Several},
		{"left right", Several},
		{"up down", Several},
		{"upper-left, above", Several},
		{"northeast, north", Several},
		{"north-northwest", Several},
		{"south-south-west", Several},
		{"north of east", Several},
		{"10 o'clock or so, above", Hedged},
		{"10:30, 1:30", Several},
		{"right below", Several},
		{"right above A", Several},
		{"right on top of A", Several},
		{"right to the north", Several},
		{"above but to the left", Several},
		{"up, then left", Several},
		{"at the top of the left column", Several},
		{"above the left lamp", Several},
		{"down the right side", Several},
		{"on the left side of the upper room", Several},
		{"above, same row", Several},
		{"left, in the same column", Several},
		{"viewed from above", Several},
		{"far from above", Several},
		{"it comes from the left", Several},
		{"C is above B and to the left of D", Several},
		{"A is right of C, so C is left of A", Several},

		{"above or below", Hedged},
		{"either left or right", Hedged},
		{"could be left", Hedged},
		{"might be above", Hedged},
		{"maybe north", Hedged},
		{"Perhaps it is to the left.", Hedged},
		{"probably left", Hedged},
		{"left?", Hedged},
		{"Is it above?", Hedged},
		{"same row or same column", Hedged},
		{"If B is left of A, above.", Hedged},
		{"unknown", Hedged},

		{"not above", Negated},
		{"It isn't left", Negated},
		{"it isn’t left", Negated},
		{"neither", Negated},
		{"none", Negated},
		{"left, no, right", Negated},
		{"I don't know", Negated},
		{"cannot be determined", Negated},
		{"can't tell", Negated},
		{"above rather than below", Negated},
		{"the opposite of above", Negated},
		{"anything but left", Negated},
		{"'above' is wrong", Negated},
		{"never left", Negated},
		{"without going left", Negated},

		// Exclusions.
		{"everything but above", Negated},
		{"every direction but above", Negated},
		{"all but above", Negated},
		{"all directions but above", Negated},
		{"I rule out above.", Negated},
		{"That rules above out.", Negated},
		{"Ruled out: above", Negated},
		{"Ruling out above.", Negated},
		{"above is excluded", Negated},
		{"Exclude above", Negated},
		{"avoid above", Negated},
		{"I doubt it is above", Hedged},
		{"above is doubtful", Hedged},
		{"other than above", Negated},
		{"anything except above", Negated},
		{"apart from above", Negated},
		{"Eliminated: above", Negated},
		{"instead of above", Negated},
		{"opposite of above", Negated},
		{"the reverse of above", Negated},
		{"unlike above", Negated},
		{"as opposed to above", Negated},
		{"Anywhere but above.", Negated},

		// Directions said zero times.
		{"A is 2 rows above and 0 columns left of D", Several},
		{"2 rows above and zero columns left", Several},
		{"2 rows above and no columns left", Negated},
		{"2 up, 0 left", Several},
		{"up: 2, left: 0", Several},
		{"above by 2 and left by 0", Several},
		{"zero steps to the left and one above", Several},

		// Numbers of rows and columns.
		{"A has a higher row index", Several},
		{"the row of A is lower", Several},
		{"row number is higher", Several},
		{"A's row is lower than D's", Several},
		{"A has a higher row", Several},
		{"A has a larger column", NoDirection},
		{"A is higher in its y coordinate", Several},
		{"A has a lower row index and is left of D", Several},

		// Motion.
		{"you go down", NoDirection},
		{"Moving up.", NoDirection},
		{"Go up. Then left.", Several},
		{"To get to it from here: down", NoDirection},

		{"→ and ←", NoDirection},
		{"↑ ↓", Several},
		{"⇧", NoDirection},

		{strings.Repeat("left ", MaxText/5+1), Overlong},
	}
	for _, test := range tests {
		got, err := ReadDirection(test.text)
		var e *DirectionError
		if !errors.As(err, &e) || e.Doubt != test.want || got != (Direction{}) {
			t.Errorf("ReadDirection(%.60q) = %v, %v; want doubt %v", test.text, got, err, test.want)
		}
	}
}

func TestReadDirectionOf(t *testing.T) {
	tests := []struct {
		text, locatum, relatum string
		want                   Direction
		doubt                  Doubt
	}{
		{"C is to the left of A.", "C", "A", said(layout.W), NoDoubt},
		{"A is right of C.", "C", "A", said(layout.W), NoDoubt},
		{"A is to the right of C, so C is to the left of A.", "C", "A", said(layout.W), NoDoubt},
		{"A is right of C, so left", "C", "A", said(layout.W), NoDoubt},
		{"A is right of C, so right", "C", "A", Direction{}, Several},
		{"A is at the 4 o'clock position from C", "C", "A", said(layout.NW), NoDoubt},
		{"A lies directly below C", "C", "A", said(layout.N), NoDoubt},
		{"C is above A and to the left of A", "C", "A", said(layout.NW), NoDoubt},
		{"A is above C and to the left of C", "C", "A", said(layout.SE), NoDoubt},
		{"C is above and to the left of A", "C", "A", said(layout.NW), NoDoubt},
		{"C relative to A: above", "C", "A", said(layout.N), NoDoubt},
		{"C, relative to A, is above", "C", "A", said(layout.N), NoDoubt},
		{"Relative to A, C is above", "C", "A", said(layout.N), NoDoubt},
		{"the position of C relative to A is left", "C", "A", said(layout.W), NoDoubt},
		{"to the left of A", "C", "A", said(layout.W), NoDoubt},
		{"Left of A is C.", "C", "A", said(layout.W), NoDoubt},
		{"C relative to A is above", "C", "A", said(layout.N), NoDoubt},
		{"the position of C relative to A is to the left of A", "C", "A", said(layout.W), NoDoubt},
		{"Compared to A, C is below A", "C", "A", said(layout.S), NoDoubt},
		{"A is the one left of C", "C", "A", said(layout.E), NoDoubt},
		{"C's position is left of A's", "C", "A", said(layout.W), NoDoubt},
		{"A is above", "C", "A", Direction{}, Several},
		{"Compared to C, A is above", "C", "A", Direction{}, Several},
		{"C is below, A is above", "C", "A", said(layout.S), NoDoubt},
		{"C is below, A is to the left", "C", "A", Direction{}, Several},
		{"A, which is left of C", "C", "A", Direction{}, Several},
		{"C is left of A and A is left of C", "C", "A", Direction{}, Several},
		{"to the left of C", "C", "A", Direction{}, Several},
		{"To the left of C is A.", "C", "A", said(layout.E), NoDoubt},
		{"C is left of C", "C", "A", Direction{}, Several},
		{"upper-left", "C", "A", said(layout.NW), NoDoubt},
		{"the red chair is left of the desk", "desk", "red chair", said(layout.E), NoDoubt},
		{"the top shelf is left of the lamp", "lamp", "top shelf", said(layout.E), NoDoubt},
		{"left is left of right", "right", "left", Direction{}, NoDirection},
		{"E is north of N", "N", "E", said(layout.S), NoDoubt},
		{"C and A are in the same row", "C", "A", sameRow, NoDoubt},
		{"A is not left of C", "C", "A", Direction{}, Negated},
		{"A", "C", "A", Direction{}, NoDirection},
		{"", "C", "A", Direction{}, Empty},
		{"left", "", "", said(layout.W), NoDoubt},
		{"CA is left of C", "C", "A", Direction{}, Several},
	}
	for _, test := range tests {
		got, err := ReadDirectionOf(test.text, []string{test.relatum, test.locatum}, 1, 0)
		doubt := NoDoubt
		if e := (*DirectionError)(nil); errors.As(err, &e) {
			doubt = e.Doubt
		}
		if got != test.want || doubt != test.doubt {
			t.Errorf("ReadDirectionOf(%q, %q, %q) = %v, %v; want %v, doubt %v",
				test.text, test.locatum, test.relatum, got, err, test.want, test.doubt)
		}
	}
}

func TestDirectionAnswer(t *testing.T) {
	tests := []struct {
		d      Direction
		aspect layout.Aspect
		want   layout.Cardinal
		ok     bool
		label  string
	}{
		{said(layout.NW), layout.Full, layout.NW, true, "upper-left"},
		{said(layout.NW), layout.Vertical, layout.N, true, "upper-left"},
		{said(layout.NW), layout.Horizontal, layout.W, true, "upper-left"},
		{said(layout.W), layout.Vertical, layout.EQ, false, "left"},
		{sameRow, layout.Vertical, layout.EQ, true, "same level"},
		{sameRow, layout.Full, layout.EQ, false, "same level"},
		{sameCol, layout.Horizontal, layout.EQ, true, "same column"},
		{Direction{Relation: layout.W, SameRow: true}, layout.Vertical, layout.EQ, true, "left, same level"},
		{Direction{SameRow: true, SameCol: true}, layout.Full, layout.EQ, true, "same place"},
		{Direction{}, layout.Full, layout.EQ, false, ""},
	}
	for _, test := range tests {
		got, ok := test.d.Answer(test.aspect)
		if got != test.want || ok != test.ok || test.d.String() != test.label {
			t.Errorf("%v.Answer(%v) = %v, %v; want %v, %v", test.d, test.aspect, got, ok, test.want, test.ok)
		}
	}
}

// TestReadDirectionAmong reads directions of A against D among other objects.
func TestReadDirectionAmong(t *testing.T) {
	const several, none = Several, NoDirection
	n, s, w, e, nw := said(layout.N), said(layout.S), said(layout.W), said(layout.E), said(layout.NW)
	letters := []string{"A", "D", "B", "C", "E", "I"}
	tests := []struct {
		names []string
		text  string
		want  Direction
		doubt Doubt
	}{
		// Other pairs are passed over.
		{letters, "A is above B. B is left of D. So A is upper-left of D.", nw, 0},
		{letters, "A is above B. B is left of D. So upper-left.", nw, 0},
		{letters, "A is above B and B is left of D, so A is upper-left.", nw, 0},
		{letters, "A is above B and B is left of D. Therefore the answer is upper-left.", nw, 0},
		{letters, "A is above B\nB is left of D\nupper-left", nw, 0},
		{letters, "- B is above C\n- D is below B\n\n**Answer:** left", w, 0},
		{letters, "Since B is below C, D is right of A.", w, 0},
		{letters, "B is above C and D is right of A.", w, 0},
		{letters, "A is above B and to the left of D", w, 0},
		{letters, "A is above B, left of D", w, 0},
		{letters, "above, because A is over B and B is over D", n, 0},
		{letters, "B is above C.", Direction{}, none},
		{letters, "A is above B", Direction{}, none},
		{letters, "D is above B", Direction{}, none},
		{letters, "B is above A", Direction{}, none},
		{letters, "A is above B. B is left of D.", Direction{}, none},
		{letters, "B is above C and left of D", Direction{}, none},
		{letters, "B is above C, left of D", Direction{}, none},
		{letters, "B is above", Direction{}, none},
		{letters, "above B", Direction{}, none},
		{letters, "Left of D is B.", Direction{}, none},
		{letters, "A and B are above D", Direction{}, none},
		{letters, "B is left of A. A is left of C.", Direction{}, none},
		{letters, "A is above B. B is above D. below", s, 0},

		// A third object close by.
		{letters, "B, relative to C, is above", Direction{}, several},
		{letters, "B relative to C: above", Direction{}, several},
		{letters, "B relative to C:\nabove", Direction{}, several},
		{letters, "The position of B relative to C is above", Direction{}, several},
		{letters, "Compared to B, A is above", Direction{}, several},
		{letters, "Compared to B, it is above", Direction{}, several},
		{letters, "A is above, and to the left of, B", Direction{}, several},
		{letters, "Left of D we find B.", Direction{}, several},
		{letters, "B is\nabove D", Direction{}, several},
		{letters, "B is above C; left of D", Direction{}, several},
		{letters, "A is below B; B is left of D: lower-left", Direction{}, several},
		{letters, "A is above B, which is left of D", Direction{}, several},
		{letters, "B is above C. It is left of D.", Direction{}, several},
		{letters, "B is above C. Left of it is D. above", Direction{}, several},
		{letters, "C is near. It is left of D.", Direction{}, several},
		{letters, "It is left of D.", w, 0},

		// Shared rows and columns of other pairs.
		{letters, "A and B are in the same row. A is left of D.", w, 0},
		{letters, "A is in the same row as B. left", w, 0},
		{letters, "A and B are in the same row.", Direction{}, none},
		{letters, "A is in the same row as B", Direction{}, none},
		{letters, "A and D are in the same row.", sameRow, 0},
		{letters, "D is level with A.", sameRow, 0},
		{letters, "B is above C. They are in the same row.", Direction{}, several},
		{letters, "A is left of D, in the same row.", Direction{Relation: layout.W, SameRow: true}, 0},

		// From the other side.
		{letters, "A is at the top, D at the bottom", n, 0},
		{letters, "A is above, and D is below it", n, 0},
		{letters, "A is left, D is right", w, 0},
		{letters, "A is at the top left, D at the bottom left", Direction{}, several},
		{letters, "D is at the bottom", Direction{}, several},
		{letters, "On the left A, on the right D", Direction{}, several},
		{letters, "Relative to A: below", Direction{}, several},
		{letters, "D, in row 2, is below", Direction{}, several},
		{letters, "A, in row 0, is above", n, 0},
		{letters, "From A, down", Direction{}, several},
		{letters, "From D, A is up", n, 0},
		{letters, "D is to A's left", e, 0},
		{letters, "A is on D’s left side", w, 0},
		{letters, "A's above D", n, 0},
		{letters, "right above D", Direction{}, several},

		// Motion.
		{letters, "Moving from A to D you go down.", Direction{}, none},
		{letters, "to get from A to D go down", Direction{}, none},
		{letters, "D is reached by going down", Direction{}, none},
		{letters, "From A to D: down", Direction{}, none},
		{letters, "From A to D\ndown", Direction{}, none},
		{letters, "A to D: down", Direction{}, none},
		{letters, "A → D: down", Direction{}, none},
		{letters, "A -> D: down", Direction{}, none},
		{letters, "to D from A: down", Direction{}, none},
		{letters, "Go from A to D. Down.", Direction{}, several},
		{letters, "From D go up to A. So A is above D.", n, 0},
		{letters, "A is above D: to get from A to D go down.", Direction{}, none},

		// Names that are words, letters and parts of words.
		{letters, "A correct answer is above.", n, 0},
		{letters, "I think it is above.", n, 0},
		{letters, "I'd say above", n, 0},
		{letters, "I is above D.", Direction{}, none},
		{letters, "A is above I.", Direction{}, none},
		{letters, "E", e, 0},
		{letters, "E is NE of D", Direction{}, none},
		{letters, "E is left of D", Direction{}, none},
		{[]string{"C", "left"}, "Upper-left.", nw, 0},
		{[]string{"C", "left"}, "Upper left.", Direction{}, several},
		{[]string{"left", "C"}, "lower left", Direction{}, several},
		{[]string{"top", "desk"}, "top-left", nw, 0},
		{[]string{"top", "desk"}, "top left", Direction{}, several},
		{[]string{"top", "desk"}, "top is left of the desk", w, 0},
		{[]string{"C", "west"}, "south-west", said(layout.SW), 0},
		{[]string{"bottom", "C"}, "bottom-left.", said(layout.SW), 0},
		{[]string{"bottom", "C"}, "bottom\u2011left.", said(layout.SW), 0},
		{[]string{"left-most", "C"}, "left-most is above C", n, 0},
		{[]string{"lamp", "desk", "chair"}, "Chair is left of desk.", Direction{}, none},
		{[]string{"lamp", "desk", "chair"}, "Desk is left of the lamp.", e, 0},
		{[]string{"red lamp", "desk", "lamp"}, "The red lamp is above the desk.", n, 0},
		{[]string{"red lamp", "desk", "lamp"}, "The lamp is above the desk.", Direction{}, none},
	}
	for _, test := range tests {
		got, err := ReadDirectionOf(test.text, test.names, 0, 1)
		doubt := NoDoubt
		if e := (*DirectionError)(nil); errors.As(err, &e) {
			doubt = e.Doubt
		}
		if got != test.want || doubt != test.doubt {
			t.Errorf("ReadDirectionOf(%q, %q, 0, 1) = %v, %v; want %v, doubt %v",
				test.text, test.names, got, err, test.want, test.doubt)
		}
	}
	for _, pair := range [][2]int{{-1, -1}, {-1, 0}, {6, 7}, {0, 0}} {
		if got, err := ReadDirectionOf("upper-left", letters, pair[0], pair[1]); err != nil || got != nw {
			t.Errorf("with the pair %v upper-left reads as %v, %v", pair, got, err)
		}
	}
}

// TestReadDirectionIdioms holds that idioms are no directions, and that the same words are where they are meant.
func TestReadDirectionIdioms(t *testing.T) {
	names := []string{"A", "B", "C"} // of A against B
	for _, text := range []string{"I give up.", "It's up to you.", "See above.", "as stated above", "as stated below", "the facts above",
		"Above all, A and B.", "Over and out.", "See the drawing below.", "as follows below", "upside down",
		"You left out some information.", "what is left", "What's left", "Right, let me think.",
		"Right, so let's see.", "That's right.", "That is right.", "All right.", "All right, let me see.", "right away",
		"right now", "It is right that A and B are here.", "make up", "set up", "We end up here.", "look up", "Step down.",
		"write down", "Let me break it down.", "over here", "off the top of my head", "on top of that", "bottom line",
		"over time", "A is right next to B.", "A lines up with B.", "Based on the above facts."} {
		if got, err := ReadDirectionOf(text, names, 0, 1); !isDoubt(err, NoDirection) {
			t.Errorf("%q reads as %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"nothing left", "There is nothing left.", "above (not below)", "above, not below",
		"not below but above"} {
		if got, err := ReadDirectionOf(text, names, 0, 1); !isDoubt(err, Negated) {
			t.Errorf("%q reads as %v, %v", text, got, err)
		}
	}
	for text, want := range map[string]layout.Cardinal{
		"Right.": layout.E, "right": layout.E, "Answer: right": layout.E, "To the right.": layout.E, "A is right": layout.E,
		"That's right of B.": layout.E, "What is left of B is A.": layout.W, "A is above figure B": layout.N,
		"A is one step down from B": layout.S, "1 step down": layout.S, "two steps above": layout.N,
		"A ends up left of B": layout.W, "A ends up to the left of B": layout.W, "A shows up above B": layout.N,
		"A is given above B": layout.N, "A is given above and to the left of B": layout.NW, "A is on top of it": layout.N,
		"As stated above, A is left of B.": layout.W, "See above: left": layout.W,
		"Right, let me think. A is above B.": layout.N, "That's right, A is below B.": layout.S,
		"Off the top of my head, A is left of B.": layout.W, "From the facts above, A is left of B.": layout.W,
		"N.W.": layout.NW, "N. W.": layout.NW, "A is S.E. of B": layout.SE,
		"A is above B by 2 rows and right by 1 column": layout.NE, "A is above B and to its left": layout.NW,
		"A is below B and on its right.": layout.SE,
	} {
		if got, err := ReadDirectionOf(text, names, 0, 1); err != nil || got != said(want) {
			t.Errorf("%q reads as %v, %v; want %v", text, got, err, want)
		}
	}
	for _, text := range []string{"A is above B and its left side is free", "A is above C and to its left",
		"A is given above, left", "A is above B and on its left is C", "right above B"} {
		if got, err := ReadDirectionOf(text, names, 0, 1); !isDoubt(err, Several) {
			t.Errorf("%q reads as %v, %v", text, got, err)
		}
	}
	if got, err := ReadDirectionOf("the drawing above", []string{"drawing", "B"}, 0, 1); err != nil || got != said(layout.N) {
		t.Errorf("of an object called drawing: %v, %v", got, err)
	}
}

func isDoubt(err error, want Doubt) bool {
	e := (*DirectionError)(nil)
	return errors.As(err, &e) && e.Doubt == want
}

// TestReadDirectionOfPhrases reads every phrase as an answer, alone and from both sides.
func TestReadDirectionOfPhrases(t *testing.T) {
	for _, p := range English().All() {
		for text, want := range map[string]layout.Cardinal{
			p.Text:                          p.Relation,
			"C is " + p.Text + " A.":        p.Relation,
			"A is " + p.Text + " C.":        p.Relation.Converse(),
			"**A** is " + p.Text + " **C**": p.Relation.Converse(),

			"B is " + p.Text + " A. C is " + p.Text + " A.":                              p.Relation,
			"A is " + p.Text + " B. B is " + p.Text + " C, so C is " + p.Text + " A.":    p.Relation,
			"B is " + p.Text + " A and C is " + p.Text + " A and B is " + p.Text + " C.": p.Relation,
		} {
			got, err := ReadDirectionOf(text, []string{"A", "B", "C"}, 2, 0)
			if err != nil || got != said(want) {
				t.Errorf("ReadDirectionOf(%q) = %v, %v; want %v", text, got, err, want)
			}
		}
	}
}

func FuzzReadDirection(f *testing.F) {
	for _, text := range []string{"upper-left", "A is right of C, so left", "10 o’clock?", "above, and to the left", "NW",
		"not _left_", "same row; level with A", "right one: left-hand", "12oclock", "over & to the east", "\xff-\xc2",
		"Right, let me break it down: N.W.", "as stated above and to its left"} {
		f.Add(text, "C", "A", "B")
	}
	f.Fuzz(func(t *testing.T, text, locatum, relatum, third string) {
		got, err := ReadDirectionOf(text, []string{third, relatum, locatum}, 2, 1)
		if e := (*DirectionError)(nil); (err != nil) != errors.As(err, &e) || (err == nil) == (got == Direction{}) {
			t.Fatalf("ReadDirectionOf(%q) = %v, %v", text, got, err)
		}
		if err != nil {
			_ = err.Error()
			return
		}
		// What was understood is understood again when it is said in the words of a label.
		again, err := ReadDirection(got.String())
		if err != nil || again != got {
			t.Fatalf("%q reads as %v, which reads as %v, %v", text, got, again, err)
		}
	})
}

func BenchmarkReadDirection(b *testing.B) {
	for _, text := range []string{"upper-left", "C is above and to the left of A."} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				if _, err := ReadDirectionOf(text, []string{"A", "B", "C"}, 2, 0); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
