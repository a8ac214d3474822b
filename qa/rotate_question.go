package qa

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// RotateAsks is what a question about turning asks for. The zero value is RotateOption.
type RotateAsks uint8

// What is asked for.
const (
	RotateOption RotateAsks = iota // which of several shapes is the same turned: a Word, its letter
	RotateDraw                     // the matrix after the steps: Dots
	RotateWhere                    // where a thing of the map is after the steps: a Place
	RotateWhat                     // which thing is at a cell after the steps: a Word, its name
)

// Rotate asks about a matrix or a map that is turned or mirrored. The zero Rotate asks nothing, and no response to it is right.
type Rotate struct {
	Matrix   *layout.Matrix // shared, as all else; do not change it
	Map      *layout.Map    // with RotateWhere and RotateWhat
	Asks     RotateAsks
	Options  []*layout.Matrix  // with RotateOption: in the order of their letters, A first
	Mirrored bool              // with RotateOption: ask for the mirror image instead of the turned shape
	Steps    []layout.Symmetry // otherwise: what is done, one after the other
	Thing    string            // with RotateWhere the thing asked about, with RotateWhat the answer
	Hidden   []layout.Cell     // dots of which nothing is shown; the map has its own
	Phrasing Phrasing
}

// Family returns "rotate".
func (Rotate) Family() string { return RotateFamily{}.Name() }

// onMap reports whether it is asked about a map.
func (q Rotate) onMap() bool { return q.Asks >= RotateWhere && q.Map != nil }

// asked reports whether there is anything that is asked.
func (q Rotate) asked() bool {
	if q.Asks >= RotateWhere {
		return q.Map != nil && q.Map.ThingNamed(q.Thing) >= 0
	}
	return isWhole(q.Matrix)
}

// Media lists all media.
func (Rotate) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the matrix or the map as it is at first.
func (q Rotate) AppendEvidence(dst []byte, medium Medium) []byte {
	if !q.onMap() {
		if !isWhole(q.Matrix) {
			return dst
		}
		return appendMatrix(dst, q.Matrix, q.Hidden, medium)
	}
	return appendMapEvidence(dst, q.Map, medium)
}

// AppendConventions appends what the marks mean and how cells are counted.
func (q Rotate) AppendConventions(dst []byte) []byte {
	switch {
	case q.onMap():
		return append(dst, "Row 1 is at the top and column 1 on the left, before and after. Every thing stands there once, takes up one cell and moves with the map."...)
	case q.Matrix == nil:
		return dst
	}
	dst = appendDotMarks(dst, q.Hidden)
	if q.Asks == RotateOption {
		return append(dst, " Only the shape counts, not where it lies: empty rows and columns around it make no difference."...)
	}
	return append(dst, " All of the matrix is turned and mirrored, empty rows and columns too."...)
}

// AppendText appends the question.
func (q Rotate) AppendText(dst []byte) []byte {
	variant := q.Phrasing != Canonical
	if q.Asks == RotateOption {
		switch {
		case q.Mirrored && variant:
			dst = append(dst, "One of these options is the shape seen in a mirror, perhaps turned as well, so that turning alone cannot give it. Which one?"...)
		case q.Mirrored:
			dst = append(dst, "Which option is a mirror image of the shape, perhaps turned as well, so that turning alone cannot give it?"...)
		case variant:
			dst = append(dst, "One of these options is the same shape turned by 90, 180 or 270 degrees, without mirroring. Which one?"...)
		default:
			dst = append(dst, "Which option is a rotation of the shape, by 90, 180 or 270 degrees, and not a mirror image or another shape?"...)
		}
		for i, o := range q.Options {
			dst = fmt.Appendf(dst, "\n%c)\n", 'A'+i)
			dst = scene.AppendMatrix(dst, o)
		}
		return append(dst, '\n')
	}
	what := "The matrix"
	if q.onMap() {
		what = "The map"
	}
	if variant {
		what = strings.Replace(what, "The", "Suppose that the", 1)
	}
	dst = append(append(dst, what...), " is "...)
	for i, s := range q.Steps {
		if i > 0 {
			dst = append(dst, ", then "...)
		}
		dst = append(dst, stepWordsOf(s)...)
	}
	dst = append(dst, ". "...)
	switch q.Asks {
	case RotateDraw:
		if variant {
			return append(dst, "What does it look like then? Draw it."...)
		}
		return append(dst, "Draw the result."...)
	case RotateWhere:
		if variant {
			return fmt.Appendf(dst, "Which row and column is %s in then?", q.Thing)
		}
		return fmt.Appendf(dst, "Where is %s afterwards?", q.Thing)
	}
	if variant {
		return fmt.Appendf(dst, "Which thing do you find at %v then?", q.place(composed(q.Steps)))
	}
	return fmt.Appendf(dst, "What is at %v afterwards?", q.place(composed(q.Steps)))
}

// stepWordsOf says what a step does.
func stepWordsOf(s layout.Symmetry) string {
	switch s {
	case layout.Turn(1):
		return "turned by 90 degrees clockwise"
	case layout.Turn(2):
		return "turned by 180 degrees"
	case layout.Turn(3):
		return "turned by 90 degrees counterclockwise"
	case mirrorSides:
		return "mirrored left to right (the leftmost column becomes the rightmost)"
	case mirrorHeights:
		return "mirrored top to bottom (the top row becomes the bottom row)"
	case mirrorDiagonal:
		return "mirrored along the diagonal (row 1 becomes column 1, row 2 becomes column 2 and so on)"
	}
	return "left as it is"
}

// AppendFormat appends what an answer looks like.
func (q Rotate) AppendFormat(dst []byte) []byte {
	switch q.Asks {
	case RotateOption:
		return append(dst, "Answer with the letter of the right option."...)
	case RotateDraw:
		return append(dst, "Answer with one line for each row, # for a dot that is set and . for one that is not."...)
	case RotateWhere:
		return append(dst, "Answer with its row and column, as in \"row 1, column 2\"."...)
	}
	return append(dst, "Answer with its name."...)
}

// place returns where the thing stands after a symmetry.
func (q Rotate) place(s layout.Symmetry) Place {
	if !q.onMap() {
		return Place{}
	}
	i := q.Map.ThingNamed(q.Thing)
	if i < 0 {
		return Place{}
	}
	return Place{s.Cell(q.Map.Things[i].At(), q.Map.Rows, q.Map.Cols)}
}

// drawn returns the matrix after the steps.
func (q Rotate) drawn() Dots {
	return Dots{q.Matrix.Transform(composed(q.Steps))}
}

// Answer returns the letter, the matrix, the place or the name.
func (q Rotate) Answer() Answer {
	if !q.asked() {
		return Word("")
	}
	switch q.Asks {
	case RotateOption:
		return q.solve()
	case RotateDraw:
		return q.drawn()
	case RotateWhere:
		return q.place(composed(q.Steps))
	}
	return Word(q.Thing)
}

// mostGaps is how many hidden dots are thought through in every way.
const mostGaps = 4

// solve returns the letter of the only option that the shape can be turned into, however its hidden dots are filled; "" where that is none or
// several. That the shape fits one of them is said, so that fillings which fit none do not count.
func (q Rotate) solve() Word {
	if len(q.Hidden) > mostGaps {
		return ""
	}
	m := q.Matrix.Clone()
	right := -1
	for filling := range 1 << len(q.Hidden) {
		for i, c := range q.Hidden {
			m.Set(c, filling>>i&1 == 1)
		}
		shape := m.Cropped()
		if q.Mirrored {
			shape = shape.Transform(mirrorSides)
		}
		for i, o := range q.Options {
			if shape.Turned(o) && right != i {
				if right >= 0 {
					return ""
				}
				right = i
			}
		}
	}
	if right < 0 {
		return ""
	}
	return Word(rune('A' + right))
}

// Hops returns 0: no stated facts.
func (Rotate) Hops() int { return 0 }

// Verify grades a letter, a drawing, a place or a name.
func (q Rotate) Verify(response string) Verdict {
	if !q.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Answer
	var err error
	switch q.Asks {
	case RotateDraw:
		return verifyDots(response, q.drawn())
	case RotateOption:
		given, err = readLetter(response, len(q.Options))
	case RotateWhere:
		given, err = readPlace(response)
	default:
		names := make([]string, len(q.Map.Things))
		for i := range names {
			names[i] = q.Map.Things[i].Name
		}
		given, err = readWord(response, optionsOf(names...))
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	right := q.Answer()
	return graded(given, given.Equal(right), right)
}

// readLetter reads the letter of one of n options.
func readLetter(response string, n int) (Word, error) {
	all := make([]option, n)
	for i := range all {
		letter := string(rune('A' + i))
		all[i] = option{letter, []string{"(" + letter + ")", letter + ")", "option " + letter, "option " + letter + ")"}}
	}
	return readWord(response, all)
}

// Difficulty counts the dots that are moved and compared, step by step or option by option; of a map the thing's moves and the things to look
// through.
func (q Rotate) Difficulty() int {
	switch {
	case !q.asked():
		return 1
	case q.onMap():
		return 2*len(q.Steps) + len(q.Map.Things)
	case q.Asks == RotateOption:
		return max(q.Matrix.Count()*len(q.Options), 1)
	}
	return max(q.Matrix.Count()*len(q.Steps), 1)
}

// Mistakes returns the other letters, other turns and mirrorings, and the other things.
func (q Rotate) Mistakes() (all []Answer) {
	if !q.asked() {
		return nil
	}
	right := q.Answer()
	add := func(a Answer) {
		if !a.Equal(right) && !slices.ContainsFunc(all, a.Equal) {
			all = append(all, a)
		}
	}
	switch q.Asks {
	case RotateOption:
		for i := range q.Options {
			add(Word(rune('A' + i)))
		}
		return all
	case RotateWhat:
		for i := range q.Map.Things {
			add(Word(q.Map.Things[i].Name))
		}
		return all
	}
	// The wrong way round first, then all other symmetries, and nothing done.
	whole := composed(q.Steps)
	for _, s := range append([]layout.Symmetry{layout.Compose(whole, layout.Turn(2)), layout.Compose(whole, mirrorSides)}, rotateSteps[:]...) {
		if q.Asks == RotateWhere {
			add(q.place(s))
		} else {
			add(Dots{q.Matrix.Transform(s)})
		}
	}
	if q.Asks == RotateWhere {
		add(q.place(0))
		p := right.(Place)
		add(Place{layout.Cell{Row: p.Col, Col: p.Row}})
		add(Place{layout.Cell{Row: p.Row + 1, Col: p.Col}})
		add(Place{layout.Cell{Row: p.Row, Col: p.Col + 1}})
	} else {
		add(Dots{q.Matrix})
	}
	return all
}
