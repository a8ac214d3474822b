package describe

// This file holds the English words of Measured and InCorner facts: how far in rows and columns one object is from
// another, and where on the grid one is. Unlike the phrases of directions they stand in "A is PHRASE." and hold the
// relatum themselves, where there is one.
//
// A number of rows says nothing about the columns and the other way round: "two rows above B" is in whatever column. What
// is in the same column says so or says "directly". "At most two rows above" claims the side, and so is one or two.

// countWords and ordinalWords are the numbers that are written as words; larger ones are written in digits.
var (
	countWords = [...]string{
		"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
	}
	ordinalWords = [...]string{
		"zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth",
	}
)

// englishOrdinalEndings follow the digits of an ordinal number: those of 1, 2, 3 and all others.
var englishOrdinalEndings = [...]string{"st", "nd", "rd", "th"}

// What is counted. More than one has an s.
const (
	englishRow    = "row"
	englishColumn = "column"
)

// countStyle is a way to say how many rows or columns it is to one side: {n} is the smallest number and {m} the largest,
// {<n} is one less than the smallest and {>m} one more than the largest.
type countStyle struct {
	weight int
	fits   countShape
	text   string
}

// countShape sorts the intervals of numbers above 0.
type countShape uint8

const (
	countExact   countShape = iota // one number
	countAtLeast                   // any from one on
	countBeyond                    // any from one on, and that is not 1
	countAtMost                    // from 1 to a larger number
	countBetween                   // from one to a larger one
	countEither                    // two numbers next to each other
)

// englishCounts are said by weight. The first that fits is the plainest.
var englishCounts = []countStyle{
	{common, countExact, "{n}"},
	{usual, countExact, "exactly {n}"},
	{common, countAtLeast, "at least {n}"},
	{usual, countAtLeast, "{n} or more"},
	{usual, countBeyond, "more than {<n}"},
	{rare, countAtLeast, "no fewer than {n}"},
	{usual, countBetween, "between {n} and {m}"},
	{common, countAtMost, "at most {m}"},
	{usual, countAtMost, "no more than {m}"},
	{rare, countAtMost, "fewer than {>m}"},
	{rare, countBetween, "from {n} to {m}"},
	{usual, countEither, "{n} or {m}"},
}

// countedPattern is a phrase for what is known of both axes. The gaps of those with a relatum:
//
//	{b}                         the relatum
//	{rows} {columns}            how many, as in "at least three rows"
//	{cells} {squares} {steps}   how many, on the axis that is not 0
//	{above} {up} {higher}       or below, down, lower
//	{left} {west}               or right, east
//	{north}                     or south
//
// and of those about the grid, whose numbers are counted from 1, from the first row and column or from the last:
//
//	{r} {c}                     in digits, as in "row 2"
//	{r words} {c words}         in words, as in "the top two rows"
//	{rth} {cth}                 as in "the second row"
type countedPattern struct {
	weight     int
	rows, cols axisNeed
	text       string
}

// axisNeed is what a pattern can say of an axis.
type axisNeed uint8

const (
	needOpen axisNeed = iota // nothing is known

	needSame    // the same row or column
	needCounted // a number of rows or columns to one side
	needSide    // any number to one side
	needExact   // one number to one side

	needFirst    // the first row or column
	needLast     // the last
	needNumber   // one row or column, counted from the first
	needBack     // one before the last, counted from the last
	needFirstFew // one of the first two or more
	needLastFew  // one of the last two or more
	needCorner   // the first or the last; the fact says it of both axes

	axisNeedCount
)

// countedSpatial are said with Spatial, countedCompass with Compass. Of those that fit a fact, the first spatial one is
// its plainest.
var countedSpatial = []countedPattern{
	{common, needSide, needOpen, "in a {higher} row than {b}"},
	{common, needSide, needOpen, "further {up} than {b}"},
	{usual, needSide, needOpen, "somewhere {above} {b}"},
	{common, needOpen, needSide, "in a column to the {left} of {b}"},
	{common, needOpen, needSide, "further {left} than {b}"},
	{usual, needOpen, needSide, "somewhere to the {left} of {b}"},
	{common, needCounted, needOpen, "{rows} {above} {b}"},
	{common, needOpen, needCounted, "{columns} to the {left} of {b}"},
	{usual, needOpen, needCounted, "{columns} {left} of {b}"},
	{common, needCounted, needCounted, "{rows} {above} and {columns} to the {left} of {b}"},
	{usual, needCounted, needCounted, "{columns} to the {left} and {rows} {above} {b}"},
	{common, needExact, needSame, "{cells} directly {above} {b}"},
	{usual, needExact, needSame, "{squares} directly {above} {b}"},
	{usual, needExact, needSame, "exactly {cells} directly {above} {b}"},
	{rare, needExact, needSame, "{steps} directly {above} {b}"},
	{common, needSame, needExact, "{cells} directly to the {left} of {b}"},
	{usual, needSame, needExact, "{squares} directly to the {left} of {b}"},
	{usual, needSame, needExact, "exactly {cells} directly to the {left} of {b}"},
	{rare, needSame, needExact, "{steps} directly to the {left} of {b}"},
	{usual, needCounted, needSame, "{rows} {above} and in the same column as {b}"},
	{usual, needSame, needCounted, "{columns} to the {left} of and in the same row as {b}"},
	{usual, needCounted, needSame, "in the same column as and {rows} {above} {b}"},
	{usual, needSame, needCounted, "in the same row as and {columns} to the {left} of {b}"},
	{common, needSame, needOpen, "in the same row as {b}"},
	{rare, needSame, needOpen, "on the same row as {b}"},
	{common, needOpen, needSame, "in the same column as {b}"},
	{common, needSame, needSame, "in the same place as {b}"},
	{usual, needSame, needSame, "in the same cell as {b}"},
	{usual, needSame, needSame, "in the same spot as {b}"},
	{rare, needSame, needSame, "at the same place as {b}"},

	{common, needFirst, needOpen, "in the top row"},
	{usual, needFirst, needOpen, "in the first row"},
	{common, needOpen, needFirst, "in the leftmost column"},
	{usual, needOpen, needFirst, "in the first column"},
	{common, needLast, needOpen, "in the bottom row"},
	{usual, needLast, needOpen, "in the last row"},
	{common, needOpen, needLast, "in the rightmost column"},
	{usual, needOpen, needLast, "in the last column"},
	{common, needNumber, needOpen, "in row {r}"},
	{usual, needNumber, needOpen, "in the {rth} row"},
	{common, needOpen, needNumber, "in column {c}"},
	{usual, needOpen, needNumber, "in the {cth} column"},
	{common, needNumber, needNumber, "in row {r}, column {c}"},
	{usual, needNumber, needNumber, "at row {r}, column {c}"},
	{usual, needNumber, needNumber, "in row {r} and column {c}"},
	{usual, needNumber, needNumber, "at row {r} and column {c}"},
	{usual, needNumber, needNumber, "in the {rth} row and the {cth} column"},
	{rare, needNumber, needNumber, "in column {c}, row {r}"},
	{common, needFirst, needFirst, "in the top-left corner"},
	{usual, needFirst, needFirst, "in the upper-left corner"},
	{common, needLast, needLast, "in the bottom-right corner"},
	{usual, needLast, needLast, "in the lower-right corner"},
	{common, needBack, needOpen, "in the {rth} row from the bottom"},
	{common, needOpen, needBack, "in the {cth} column from the right"},
	{common, needBack, needBack, "in the {rth} row from the bottom and the {cth} column from the right"},
	{common, needFirstFew, needOpen, "in one of the top {r words} rows"},
	{usual, needFirstFew, needOpen, "in one of the first {r words} rows"},
	{common, needOpen, needFirstFew, "in one of the leftmost {c words} columns"},
	{usual, needOpen, needFirstFew, "in one of the first {c words} columns"},
	{common, needLastFew, needOpen, "in one of the bottom {r words} rows"},
	{usual, needLastFew, needOpen, "in one of the last {r words} rows"},
	{common, needOpen, needLastFew, "in one of the rightmost {c words} columns"},
	{usual, needOpen, needLastFew, "in one of the last {c words} columns"},
	{common, needCorner, needCorner, "in a corner"},
	{usual, needCorner, needCorner, "in one of the corners"},
	{rare, needCorner, needCorner, "in one of the four corners"},
	{rare, needCorner, needCorner, "in a corner of the grid"},
}

var countedCompass = []countedPattern{
	{common, needCounted, needOpen, "{rows} {north} of {b}"},
	{usual, needCounted, needOpen, "{rows} to the {north} of {b}"},
	{common, needOpen, needCounted, "{columns} {west} of {b}"},
	{usual, needOpen, needCounted, "{columns} to the {west} of {b}"},
	{common, needCounted, needCounted, "{rows} {north} and {columns} {west} of {b}"},
	{usual, needCounted, needCounted, "{columns} {west} and {rows} {north} of {b}"},
	{usual, needCounted, needSame, "{rows} {north} of and in the same column as {b}"},
	{usual, needSame, needCounted, "{columns} {west} of and in the same row as {b}"},
	{common, needExact, needSame, "{cells} due {north} of {b}"},
	{usual, needExact, needSame, "{squares} directly {north} of {b}"},
	{common, needSame, needExact, "{cells} due {west} of {b}"},
	{usual, needSame, needExact, "{squares} directly {west} of {b}"},
	{common, needSide, needOpen, "further {north} than {b}"},
	{usual, needSide, needOpen, "somewhere {north} of {b}"},
	{usual, needSide, needOpen, "somewhere to the {north} of {b}"},
	{common, needOpen, needSide, "further {west} than {b}"},
	{usual, needOpen, needSide, "somewhere {west} of {b}"},
	{usual, needOpen, needSide, "somewhere to the {west} of {b}"},

	{common, needFirst, needOpen, "in the northernmost row"},
	{common, needOpen, needFirst, "in the westernmost column"},
	{common, needLast, needOpen, "in the southernmost row"},
	{common, needOpen, needLast, "in the easternmost column"},
	{common, needFirst, needFirst, "in the northwest corner"},
	{common, needLast, needLast, "in the southeast corner"},
}

// sideWords fill the gaps that depend on the side: of negative differences and of positive ones.
var sideWords = [...][2]string{
	gapAbove:  {"above", "below"},
	gapUp:     {"up", "down"},
	gapHigher: {"higher", "lower"},
	gapNorth:  {"north", "south"},
	gapLeft:   {"left", "right"},
	gapWest:   {"west", "east"},
}

// What no pattern fits is said bound by bound, in clauses that are joined by "and": "A is no higher than 2 rows above B
// and no lower than B". By axis, rows and columns.
var (
	boundFrom  = [axes]string{"no higher than", "no further left than"}
	boundTo    = [axes]string{"no lower than", "no further right than"}
	sideFrom   = [axes]string{"above", "to the left of"}  // of negative differences
	sideTo     = [axes]string{"below", "to the right of"} // of positive ones
	lineNames  = [axes]string{"in the same row as", "in the same column as"}
	unitNames  = [axes]string{englishRow, englishColumn}
	frameFirst = [axes]string{"the top row", "the leftmost column"}
	frameLast  = [axes]string{"the bottom row", "the rightmost column"}
)

// englishAnywhere is said of a Measured fact that says nothing.
const englishAnywhere = "anywhere with respect to"
