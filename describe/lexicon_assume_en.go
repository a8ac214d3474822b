package describe

import "github.com/gridscribe/gridscribe/layout"

// assumption is one sentence about what a text takes for granted. The gaps {rows} and {columns} stand for "4 rows" or
// "1 row", and for "5 columns" or "1 column".
type assumption struct {
	text     string
	says     assumed
	readings ReadingSet // it is written for these
	alias    bool       // it is understood and never written
}

// assumed is what an assumption settles.
type assumed uint8

const (
	assumesNothing assumed = iota // it explains; nothing follows for the facts
	assumesReading                // the one reading of its set
	assumesApart                  // no two objects share a cell
	assumesSharing                // objects may share a cell
	assumesGrid                   // how many rows and columns there are
	assumesRows                   // how many rows there are
	assumesCols                   // how many columns there are
	assumesOrigin                 // how rows and columns are numbered; written for a grid with an end
	assumesSides                  // the question is in the HalfPlane reading
)

// Sets of readings for the tables of words.
const (
	alignedOnly   = ReadingSet(1) << layout.Aligned
	halfPlaneOnly = ReadingSet(1) << layout.HalfPlane
	unitStepOnly  = ReadingSet(1) << layout.UnitStep
	freeLengths   = alignedOnly | halfPlaneOnly
	wordReadings  = alignedOnly | halfPlaneOnly | unitStepOnly
	measuredOnly  = ReadingSet(1) << layout.Measured
	allReadings   = ReadingSet(1)<<layout.Readings - 1
	withoutWords  = allReadings &^ wordReadings
)

// englishNotes are the sentences of the notes.
var englishNotes = [notes]string{
	SidesOnly: "In the question, above and below say only which row is higher, in whatever columns, and left and right " +
		"only which column is further left, in whatever rows.",
	AnyDistance: "In the answer a direction holds at whatever distance: above is further up in the same column, left is " +
		"further left in the same row, and upper-left is both further up and further left.",
	StatedWays: "You can go only between two places that a sentence names together.",
}

// englishAssumptions are the sentences of [AppendAssumptions] in the order in which they are written. Each stands for
// itself, so that a reader can know it alone.
var englishAssumptions = []assumption{
	{"In whatever words, a straight direction is exact: above, over, higher than, north of or at 12 o'clock " +
		"means further up in the same column, and so for below; left, west of or at 9 o'clock means further left in the " +
		"same row, and so for right.", assumesReading, alignedOnly, false},
	{"In whatever words, a straight direction leaves the other axis open: above, higher than or north of means further " +
		"up, in whatever column, and so for below; left or west of means further left, in whatever row, and so for " +
		"right.", assumesReading, halfPlaneOnly, false},
	{"In whatever words, a direction names a neighbouring cell, exactly one step away: above, over, north of or at 12 " +
		"o'clock means one row up in the same column, and so for below; left, west of or at 9 o'clock means one column to " +
		"the left in the same row, and so for right.", assumesReading, unitStepOnly, false},
	{"A diagonal direction means any distance both up or down and left or right: upper left, " +
		"northwest and from 10 to 11 o'clock are one, and 1 to 2, 4 to 5 and 7 to 8 o'clock are the others.",
		assumesNothing, freeLengths, false},
	{"A diagonal direction is one step both ways: upper left, northwest and from 10 to 11 o'clock mean one row up and one " +
		"column to the left, and 1 to 2, 4 to 5 and 7 to 8 o'clock are the others.", assumesNothing, unitStepOnly, false},
	{"Steps add up: one step to the left and then one step to the right lead back to the same place.",
		assumesNothing, unitStepOnly, false},
	{"A number of rows says nothing about the columns, and a number of columns nothing about the rows: two rows above is " +
		"two rows above in whatever column, and at most two rows above is one or two.", assumesNothing, withoutWords, false},
	{"No two objects share a place.", assumesApart, allReadings, false},
	{"Objects may share a place.", assumesSharing, allReadings, false},
	{"Distances are not given.", assumesNothing, freeLengths, false},
	{"The grid has {rows} and {columns}.", assumesGrid, allReadings, false},
	{"The grid has {rows}.", assumesRows, allReadings, false},
	{"The grid has {columns}.", assumesCols, allReadings, false},
	{"Row 1 is the top row and column 1 the leftmost.", assumesOrigin, allReadings, false},

	{englishNotes[SidesOnly], assumesSides, allReadings, true},
	{englishNotes[AnyDistance], assumesNothing, allReadings, true},
	{englishNotes[StatedWays], assumesNothing, allReadings, true},

	{"No two objects share a cell.", assumesApart, allReadings, true},
	{"No two objects are in the same place.", assumesApart, allReadings, true},
	{"No two objects are in the same cell.", assumesApart, allReadings, true},
	{"Objects do not share cells.", assumesApart, allReadings, true},
	{"Objects may share a cell.", assumesSharing, allReadings, true},
	{"Objects can share a cell.", assumesSharing, allReadings, true},
	{"Two objects may share a cell.", assumesSharing, allReadings, true},
	{"Two objects may share a place.", assumesSharing, allReadings, true},
	{"Several objects may share a cell.", assumesSharing, allReadings, true},
	{"The grid has {columns} and {rows}.", assumesGrid, allReadings, true},
	{"There are {rows} and {columns}.", assumesGrid, allReadings, true},
	{"The grid is {rows} by {columns}.", assumesGrid, allReadings, true},
	{"Rows are counted from the top and columns from the left.", assumesOrigin, allReadings, true},
}
