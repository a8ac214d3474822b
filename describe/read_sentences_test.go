package describe

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// factTexts says facts in the short form of the tables below, from the side of the name that is first in the alphabet:
// "A NW B"; "A -2 [1,∞) B" for rows and columns, * for any; "A in 1 4" and "A out 0 *" for places counted from the first and
// from the last row and column.
func factTexts(d *Description) string {
	var out []string
	for _, f := range d.Facts {
		if !f.Bordered() && d.Names[f.Relatum] < d.Names[f.Locatum] {
			f = f.Converse()
		}
		name := d.Names[f.Locatum]
		axis := func(v layout.Interval) string {
			switch {
			case v == layout.Anything():
				return "*"
			case v.Lo == v.Hi:
				return fmt.Sprint(v.Lo)
			}
			return v.String()
		}
		switch {
		case f.Reading == layout.InCorner:
			out = append(out, name+" in a corner")
		case f.Relatum == layout.TopLeft:
			out = append(out, fmt.Sprintf("%s in %s %s", name, axis(f.Rows), axis(f.Cols)))
		case f.Relatum == layout.BottomRight:
			out = append(out, fmt.Sprintf("%s out %s %s", name, axis(f.Rows), axis(f.Cols)))
		case f.Reading == layout.Measured:
			out = append(out, fmt.Sprintf("%s %s %s %s", name, axis(f.Rows), axis(f.Cols), d.Names[f.Relatum]))
		default:
			out = append(out, fmt.Sprintf("%s %v %s", name, f.Relation, d.Names[f.Relatum]))
		}
	}
	return strings.Join(out, "; ")
}

func TestReadSentences(t *testing.T) {
	n := 0
	for _, group := range []struct{ want, sentences string }{
		{"A NW B", `
A is above and to the left of B
A is left and above B
A is above and left of B
A is to the left of and above B
A is to the above of and left of B
A is north and then west of B
A is to the north and to the west of B
A is above B and to the left
A is above B and to the left of B
A is above B and to the left of it
A is above B and to the left of it, too
A is above B, and also left of it
A is above B to the left
A is above to the left of B
A is up and to the left of B
A is upper left of B
A is up and left from B
A is higher than and to the left of B
A is left of and higher than B
A is upper and slightly to the left of B
A is diagonally up and left of B
A is diagonally above B to the left
A is diagonally above and to the left of B at a 45 degree angle
A is above and to the left of B at an angle of about 45 degrees
A is at a 45 degree angle to B, in the upper left-hand corner
A is at an angle of 45 degrees from B, to the upper left
A is in the upper left corner of B
A is in the top-left corner of B
A is in the front left corner of B
A is on the upper left side of B
A is in the upper left direction of B
A is at the upper left position relative to B
A is NW of B
A is to the NW of B
A is north-west of B
A is north west of B
A is directly northwest of B
A is northwestward of B
A is on the northwestern side of B
A is north and left of B
A is above and west of B
A is north of B and left of it
A is above B at 10 o'clock
A is at 11 o’clock from B
A is at eleven o'clock from B
A is at the 10:30 position relative to B
A is at 9:30 from B
A is at 11:30 from B
A is between 10 and 11 o'clock from B
A is at a bearing of 315 degrees from B
A is at B's 10 o'clock
A is at B’s upper left`},
		{"A NW B", `
B is there and A is to the upper left of it
B is over there and A is in the upper left direction of it
B is over there with A above and to the left
B has A to its upper left
B has A above it and to the left
To the upper left of B is A
Above and to the left of B is A
North and west of B there is A
There is an object A to the upper left of B
If B is the center of a clock face, A is located between 10 and 11
If B is the centre of a clock, then A is at 10 o'clock
If B is at the center of a clock face, A is at the 11 position
Suppose that B is the centre of a clock face, A is at 10 o'clock
With B in the centre of a clock, A is at 11 o'clock
B is the centre of a clock face and A is at the 10 position
A is at 11 o'clock if B is the center of a clock face
B is there and A is at the 10 position of a clock face
A is at the 10 position of a clock face centered on B
A is slightly off center to the top left and B is slightly off center to the bottom right
A and B are both there with the object A to the upper left of the object B
The objects A and B are over there, and the object A is to the upper left of the object B
The object A is to the upper left of the object labeled B
Agent A is to the upper left of agent B
A lies to the upper left of B
A is situated to the upper left of B`},
		{"A N B", `
A is above B
A is over B
A is atop B
A is on top of B
A is on the top of B
A is at the top of B
A is on the top side of B
A is in the top position relative to B
A is to the top of B vertically
A is vertically above B
A is directly above B
A is just above B
A is immediately above B
A is straight above B
A sits above B
A stands above B
A is found above B
A is above B with a small gap between them
A is above B with a tiny space between the two
A is above B and is on the same vertical plane
A is above B in the same column
A is in the same column as B and above it
A is on the same vertical line directly above B
A is at 12 o'clock from B
A is at the 12:00 position of B
A is at zero o'clock from B
A is at a bearing of 0 degrees from B
A is higher than B
A is up from B
A is due north of B
A is N of B`},
		{"A N B", `
A and B are side by side with A on the top and B at the bottom
A and B are in a vertical line with B below A
A and B are in a vertical line with A on top
A and B are vertical and A is above B
A and B are in the same column, with A above B
A and B are next to each other with A above and B below
A and B are parallel, and A above B
A is on the top and B is at the bottom
A is at the top and B is at the bottom`},
		{"A W B", `
A is to the immediate left of B
A is off to the left of B
Relative to B, A is on the left
From B, A is to the west
As seen from B, A lies to the left
To the left of B, there is A
There's an A to the left of B
A can be seen to the left of B
A is left of B
A is to the left of B horizontally
A is left to B
A is on the left side to B
A is placed in the left direction of B
A is on the lefthand side of B
A is on the left hand side of B
A is just left of B
A is to the left of B and is on the same horizontal plane
A is on the same level as B, to the left
A is at nine o'clock from B
A is on B's left
A is to B's left
B has A on its left
B has A to the left
B has A on the left of it
On the left of B is A
A is leftward of B
A is W of B
A is to the west from B`},
		{"A N B; A W C", `
A is above B and left of C
A is above B and to the left of C
A is above B, left of C
A is above B but left of C
A is above B and A is left of C
A is above B; A is left of C
A is over B and is left of C
A is higher than B and west of C`},
		{"A N C; B N C", `
A and B are above C
Both A and B are above C
The objects A and B are above the object C
A and B are both above C
Above C are A and B`},
		{"A N B; A N C; A N D", `
A is above B, C and D
A is above B, C, and D
A is above B and C and D
A is above B and above C and D`},
		{"A N B; B W C", `
A is above B, which is left of C
A is above B, which is to the left of C
A is above B and B is left of C
A is above B, B is left of C
A is above B, and B is left of C`},
		{"A W C; A N B", `
A, which is left of C, is above B
A is left of C and above B`},
		{"A E B; A W C", `
A has B on its left and is left of C
A has B on its left and C on its right`},
		{"A W B; B W C", `
If B is the center of a clock face, A is at 9 and C is at 3`},
		{"A N room 2; A -3 * B", `
A is above room 2 and 3 rows above B
A is above room 2, 3 rows above B`},
		{"A N B; C S D", `
A can be found above B and C can be found below D
A is above B while C is below D
A is above B; C is below D
A is above B, and C is under D
B has A above it; C is below D`},
		{"A -2 * B", `
A is two rows above B
A is exactly 2 rows above B
A is 2 rows north of B
A is two rows up from B`},
		{"A -2 0 B", `
A is two cells above B
A is two steps north of B
A is 2 squares directly above B
A is two rows directly above B
A is two rows above and in the same column as B
A is in the same column as B, two rows above it
A is in the same column as B and two rows above it
A is two units due north of B`},
		{"A * [3,∞) B", `
A is at least three columns to the right of B
A is three or more columns right of B
A is more than two columns east of B
A is no fewer than three columns to the right of B`},
		{"A * [-2,-1] B", `
A is at most two columns to the left of B
A is no more than two columns to the left of B
A is fewer than three columns west of B
A is one or two columns to the left of B
A is between one and two columns to the left of B
A is from 1 to 2 columns left of B`},
		{"A -2 3 B", `
A is two rows above and three columns to the right of B
A is 3 columns east and 2 rows north of B
A is two steps up and three steps to the right of B
A is two rows above B and three columns to its right`},
		{"A -1 * B", `
A is in the row above B
A is in the row directly above B
A is one row higher than B
A is one row further up than B`},
		{"A -1 0 B", `
A is one step above B
A is a step north of B
A is one cell up from B
A is one space above B`},
		{"A -21 * B", `
A is 21 rows above B
A is twenty-one rows above B
A is twenty one rows above B`},
		{"A (-∞,-1] * B", `
A is in a higher row than B
A is somewhere above B
A is further up than B
A is higher up than B
A is farther north than B
A is somewhere to the north of B`},
		{"A * (-∞,-1] B", `
A is further left than B
A is further to the left than B
A is in a column to the left of B
A is somewhere to the left of B`},
		{"A 0 * B", `
A is in the same row as B
A is on the same row as B
A is level with B
A is at the same height as B
A is on the same horizontal line as B
A and B are in the same row
A and B are in a horizontal line`},
		{"A 0 0 B", `
A is in the same place as B
A is in the same cell as B
A is at the same position as B
A is in the same row and column as B
A is in the same row and in the same column as B
A and B are in the same place`},
		{"A [-2,0] * B", `
A is no higher than 2 rows above B and no lower than B`},
		{"A in 1 4", `
A is in row 2, column 5
A is at row 2 and column 5
A is in row 2 and in column 5
A is in the second row and the fifth column
A is in the 2nd row and in the 5th column
A is in column 5, row 2
A is in row two, column five`},
		{"A out -1 *", `
A is in the second row from the bottom
A is in the second to last row
A is in the second-to-last row`},
		{"A out 0 *", `
A is in the bottom row
A is in the last row
A is in the last row of the grid
A is in the southernmost row`},
		{"A in 0 0", `
A is in the top-left corner
A is in the upper left corner of the grid
A is in the top left hand corner
A is in the northwest corner of the board
A is in the first row and the leftmost column`},
		{"A in 0 *; A out * 0", `
A is in the top-right corner
A is in the upper right corner of the grid
A is in the first row and the rightmost column`},
		{"A in a corner", `
A is in a corner
A is in one of the corners
A is in one of the four corners of the grid`},
		{"A in [0,1] *", `
A is in one of the top two rows
A is in one of the first 2 rows`},
		{"clock N room 2", `
The clock is above room 2
There is a clock above room 2`},
		{"blue square NE red square", `
The red square is below and to the left of the blue square.
The red square is below the blue square, and to the left of it.
the red square is at 7 o'clock from the blue square
The blue square has the red square to its lower left`},
		{"", `
There is a lamp
There's a lamp
There are a lamp and a desk
A is there
A is over there
A and B are both there
The objects A and B are over there
The grid has 4 rows and 5 columns
A is on the grid`},
	} {
		for sentence := range strings.SplitSeq(strings.Trim(group.sentences, "\n"), "\n") {
			if sentence == "" {
				continue
			}
			n++
			d, err := Read(sentence, nil)
			want := group.want
			if err != nil || factTexts(&d) != want {
				t.Errorf("%q says %q, %v; want %q", sentence, factTexts(&d), err, want)
			}
		}
	}
	if n < 200 {
		t.Errorf("%d sentences", n)
	}
}

// TestReadCapitals: the capital that starts a sentence makes no other name, unless it is seen elsewhere.
func TestReadCapitals(t *testing.T) {
	for text, want := range map[string]string{
		"Kitchen is above hall. Attic is above kitchen.":                  "hall S kitchen; Attic N kitchen",
		"Hall is below kitchen. Kitchen is below attic.":                  "Hall S kitchen; attic N kitchen",
		"Boston is north of Denver. Denver is west of Boston.":            "Boston N Denver; Boston E Denver",
		"The Rose is left of the rose. Rose is above B. rose is above C.": "Rose W rose; B S Rose; C S rose",
		"Box 1 is above box 2. Box 2 is above box 3.":                     "Box 1 N box 2; box 2 N box 3",
		"A is above b. B is above a.":                                     "A N b; B N a",
	} {
		d, err := Read(text, nil)
		if err != nil || factTexts(&d) != want {
			t.Errorf("%q says %q, %v; want %q", text, factTexts(&d), err, want)
		}
		asked, err := new(Reader).ReadQuestion(&d, "Where is "+d.Names[1]+" relative to "+d.Names[0]+"?")
		if err != nil || asked.Locatum != 1 || asked.Relatum != 0 {
			t.Errorf("%q: %+v, %v", text, asked, err)
		}
	}
}

// TestReadUnitSteps: what is said to be at any distance is no unit step.
func TestReadUnitSteps(t *testing.T) {
	for sentence, want := range map[string]string{
		"A is above B":                              "A N B",
		"A is higher than B":                        "A N B",
		"A is somewhere above B":                    "A (-∞,-1] * B",
		"A is in a higher row than B":               "A (-∞,-1] * B",
		"A is further left than B":                  "A * (-∞,-1] B",
		"A is in a column to the left of B":         "A * (-∞,-1] B",
		"A is somewhere above and to the left of B": "A (-∞,-1] (-∞,-1] B",
		"A is two rows above B and to the left":     "A -2 -1 B",
	} {
		r := Reader{Reading: layout.UnitStep}
		var d Description
		if err := r.Read(&d, sentence); err != nil || factTexts(&d) != want {
			t.Errorf("%q says %q, %v; want %q", sentence, factTexts(&d), err, want)
		}
	}
}

func TestReadRefusesSentences(t *testing.T) {
	for _, group := range []struct {
		want      Problem
		sentences string
	}{
		{AmbiguousDirection, `
A is above
A is at the 10 position of a clock face
A is at the 10 position of B
A is between 10 and 11
A is at 10 o'clock
A is next to B
A is beside B
A is near B
A is close to B
A and B are next to each other
A and B are side by side
A and B are parallel
A is diagonal to B
A is diagonally above B
A is at a 45 degree angle to B
A is at a 30 degree angle to B, in the upper left corner
A is at a bearing of 100 degrees from B
A is on the left
A is to the left
A is above
A is northwest
A is on the left and B is at the top
A is on the left and B is on the left
A is above B and C is on the left
A is over there. B is on the left
A is right above B
A is right below B
A is left above B
A is two steps to the upper left of B
A is two steps above and to the left of B
A is above B and to the left and below C
A is above B, in the upper left corner
B is there and A is in the upper left corner
A is in the middle
A is left of B at the top
A is over to the left of B
From B, A is between 7 and 8
A is at 10 o'clock and B is at 4 o'clock`},
		{AmbiguousReference, `
A is above B and C to the left
A is above B and C below D
A is above B and C is left of it
A is above B and it is left of C
A is above B and C, which is left of D
A and B are above C and D
A and B are on the left
A is above B and C is below D and left of it
A and B are side by side with C on the left
A is above B, which is left of C, and below D
A is above B, which is left of C, and is below D
A is above B, which is left of C, below D
A has B above C
From C, A is left of B
Relative to B, A and C are on the left
A has B on C's left
A has B on its left and above C
A is above it
A and B are above each other
A is there and B is there and C is on the left`},
		{Contradiction, `
A is above and below B
A is above B and below it
A is above B and below
A is to the left and to the right of B
A is north and south of B
A is above B and on the same horizontal plane
A is vertically left of B
A is horizontally above B
A is to the left of B at 12 o'clock
A is above B at 4 o'clock
A is at 3 o'clock from B and above it
A and B are in a vertical line with B on the left
A and B are horizontal and A is above B
A is two columns above B
A is two rows to the left of B
A is zero rows above B
A is fewer than one row above B
A is two rows above B and three rows above B
A is in the second row and the third row
A is diagonally above B and in the same column`},
		{SelfRelation, `
A is above A
A is above B and left of A
A and B are above B
A has A on its left
A and A are side by side`},
		{UnknownPhrase, `
Only A is above B
A is either above or below B
A is not above B
A is no longer above B
A is never above B
A is possibly above B
A is approximately above B
A is almost above B
A is far above B
A is better than B
A is taller than B
A is in front of B
A is behind B
A is inside B
A is between B and C
A is on B
A is in B
A is with B
A is above-ish B
A is at 13 o'clock from B
A is at 3:15 from B
A is at 25:00 from B
A is in row 0
A is in the zeroth row
A is three from B
A is two or five rows above B
A is lower of B
A is up to B
A is in the rows above B
A is in a column directly left of B
A is at 3 on the clock
A is down to B
A is upper B
A is the leftmost`},
		{NoVerb, `
B and not C
A above B
A cannot be found above B
A could be found above B
Rooms 3 and 4 are above B
A isn't above B
A was above B
A will be above B
A can be above B
A might be above B
A's above B
A seems to be above B
A, B are above C
the lamp perhaps is above the desk
To the left of A`},
		{UnknownName, `
A is above nothing
A is above itself
A is above everything
A is above or below B
It is above B
Is A above B?
Nothing is above B
Neither A nor B is above C
Not A is above B
Maybe A is above B
A is left of not B
All of them are above B
There is nothing above B`},
		{Unfinished, `
A is above B, C
A is above B C
A is above B below C
A is above B or C
A is above B not
A is above B except on Mondays
A is above B and not left of C
A is above B by two rows
A is above B?
A is above B!
A is above B (left of C)
A is above B because C is left
A is above B and
A is above B,
A is above B today
A is left B
A is south the B
A is to the left of B of C
A is to the right of B's left
A is above B or so`},
	} {
		for sentence := range strings.SplitSeq(strings.Trim(group.sentences, "\n"), "\n") {
			d, err := Read(sentence, nil)
			var e *SyntaxError
			if !errors.As(err, &e) {
				t.Errorf("%q says %q", sentence, factTexts(&d))
			} else if e.Problem != group.want {
				t.Errorf("%q: %v; want %v", sentence, err, group.want)
			}
		}
	}
}

// TestReadMereSides: what says a side alone leaves the distance open, whatever a direction means in the text.
func TestReadMereSides(t *testing.T) {
	for _, reading := range []layout.Reading{layout.Aligned, layout.HalfPlane, layout.UnitStep} {
		r := Reader{Names: []string{"A", "B"}, Reading: reading}
		for text, want := range map[string]layout.Interval{
			"A is in a higher row than B.": {Lo: layout.Anything().Lo, Hi: -1}, "A is somewhere below B.": {Lo: 1, Hi: layout.Anything().Hi},
		} {
			var d Description
			if err := r.Read(&d, text); err != nil || d.Facts[0].Rows != want || d.Facts[0].Cols != layout.Anything() {
				t.Errorf("%v: %q reads as %v, %v", reading, text, d.Facts, err)
			}
		}
	}
}
