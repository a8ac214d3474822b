package scene

import "github.com/gridscribe/gridscribe/layout"

// Scene is what a drawing shows. The zero Scene is an empty drawing in the simple style.
type Scene struct {
	Style  Style
	Layout layout.Layout // rows and columns from 0
}

// Parse finds the drawing in a text and reads it. Names are the names that it must show, each once and no others; with
// none given it may show any names. The entities of the scene stand in the order of names, or in reading order where
// none are given. Any error is a *[SyntaxError]; when it is about Missing or Unknown names, the scene holds what was
// shown all the same.
//
// The drawing. Thoughts, from <think> to </think>, are left out; one tag of the two may be missing. What stands in
// one code fence is one drawing, without its lines of prose. Elsewhere prose ends a drawing, and so does a change
// between lines with and without borders; rows parted by blank lines are one drawing as long as no name repeats and
// no part is complete by itself. A line is prose when it holds a word that is neither a name nor stands apart as a
// drawn name would ("A is above B"). Lines that all start with a dash or an asterisk are a list, and no drawing. Of
// several drawings the last counts, right or wrong. Outside fences what may be a closing remark counts only when
// there is nothing else: a line of names with single blanks between, a single name, and lines that show none of the
// names asked for. In a fence any line of names counts, even one that cannot be read.
//
// The form. Borders between cells make a grid, borders around all cells a panel. Indentation, tabs, trailing blanks,
// missing or uneven borders, ASCII for box-drawing characters and the other way round, full-width letters, any line
// ends, blanks without width, quotes (>), backquotes and ** are all accepted. So are empty cells marked with . _ - ·
// * or #, dots with no blanks between (A..), and brackets around cells ([A][ ]). A sign that a name uses is never
// taken for anything else.
//
// Rows. Every line is a row, and blank lines are empty rows where there are no borders. In a grid that horizontal borders
// part into rows of one height the lines between two borders are one row; the |---| of a Markdown table does not count as
// a border.
//
// Columns. In a grid the vertical borders count them, however wide a cell is; a row that starts further right must
// start below a border. Elsewhere names that stand whole multiples of w+2 characters from the left edge (the panel's
// left border, or the leftmost name), with w the longest name, are in those columns, empty ones included. Where marks
// fill all empty cells their number counts. Otherwise columns are counted without empty ones: names that start
// together are in one column; those that start more than half a pitch apart, the pitch being w+2 or the least
// distance of two starts in one row where that is less, are in two. What lies between is Malformed, with two
// exceptions: one character's difference is forgiven where that least distance is 4 or more, and three or more rows
// of one name each in even steps are a staircase.
func Parse(text string, names []string) (Scene, error) {
	if len(text) > MaxText {
		return Scene{}, &SyntaxError{Reason: TooLarge}
	}
	v := newVocabulary(names)
	lines := v.readLines(text)
	var last block
	for _, b := range v.blocks(lines) {
		if b.weight > nothing && b.weight >= last.weight {
			last = b
		}
	}
	if last.weight == nothing {
		return Scene{}, &SyntaxError{Reason: NoDrawing}
	}
	scene, err := v.read(lines, last)
	if err != nil {
		return scene, err
	}
	return scene, nil
}
