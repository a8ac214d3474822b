package scene

import (
	"fmt"
	"strings"
)

// Reason says why a text could not be read as a drawing. The zero value is NoDrawing.
type Reason uint8

// The reasons.
const (
	NoDrawing   Reason = iota // the text holds nothing that looks like a drawing, or the last one has no line to read
	TooLarge                  // the text is longer than MaxText, or a drawing in it larger than MaxSide
	Malformed                 // names stand so that their columns cannot be told
	Unknown                   // a name is drawn that was not asked for
	Duplicate                 // a name is drawn twice
	Shared                    // two names stand in one cell
	Missing                   // names that were asked for are not drawn
	Uneven                    // the rows of a map or a matrix are not all of one length
	Unexplained               // a map shows a mark that its legend does not tell the meaning of
	Impossible                // a map shows what no map can be: a thing on a wall, two things of one name
)

// String returns the reason in a word or two: "no drawing", "too large", "malformed", "unknown", "duplicate", "shared",
// "missing", "uneven", "unexplained" or "impossible".
func (r Reason) String() string {
	switch r {
	case NoDrawing:
		return "no drawing"
	case TooLarge:
		return "too large"
	case Malformed:
		return "malformed"
	case Unknown:
		return "unknown"
	case Duplicate:
		return "duplicate"
	case Shared:
		return "shared"
	case Missing:
		return "missing"
	case Uneven:
		return "uneven"
	case Unexplained:
		return "unexplained"
	case Impossible:
		return "impossible"
	}
	return "Reason(?)"
}

// SyntaxError says where and why a drawing could not be read. Parse, ParseMap and ParseMatrix return no other error.
type SyntaxError struct {
	// Line and Col tell the place, both from 1; Col counts display columns, with a tab stop every eight. For Missing it
	// is where the drawing begins; for NoDrawing, and for a text that is TooLarge, there is no place and both are 0.
	Line, Col int
	Reason    Reason
	// Names are the names at fault as they are written: one for Malformed, Unknown and Duplicate, those in the cell for
	// Shared, all that are absent for Missing (in the order asked for), else none.
	Names []string
}

// Error tells the place, the names and what was expected.
func (e *SyntaxError) Error() string {
	names := e.quoted()
	at := fmt.Sprintf("scene: line %d, column %d: ", e.Line, e.Col)
	switch e.Reason {
	case NoDrawing:
		return "scene: no drawing in the text"
	case TooLarge:
		if e.Line == 0 {
			return fmt.Sprintf("scene: the text is longer than %d bytes", MaxText)
		}
		return at + fmt.Sprintf("the drawing has more than %d rows or columns", MaxSide)
	case Malformed:
		return at + names + " stands between two columns; names of one column must start below each other"
	case Unknown:
		return at + names + " is not one of the names to draw"
	case Duplicate:
		return at + names + " is drawn a second time; every name must stand once"
	case Shared:
		return at + names + " share one cell; every name needs its own"
	case Missing:
		return at + "the drawing lacks " + names
	case Uneven:
		return at + "the row has not as many cells as those before it"
	case Unexplained:
		return at + "the legend does not tell what " + names + " is"
	case Impossible:
		return at + names + " cannot stand so on a map"
	}
	return at + e.Reason.String() + " " + names
}

func (e *SyntaxError) quoted() string {
	quoted := make([]string, len(e.Names))
	for i, name := range e.Names {
		quoted[i] = fmt.Sprintf("%q", name)
	}
	return strings.Join(quoted, ", ")
}
