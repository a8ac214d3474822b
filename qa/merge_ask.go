package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Merge asks to put views of one map together. The zero Merge asks nothing, and no response to it is right.
type Merge struct {
	Views    []*layout.Map
	Form     MergeForm
	Shared   int         // how many things each view has in common with the one before it at least
	Turned   bool        // views may be turned against each other
	View     int         // the view in which something is masked, or whose turn is asked for, counted from 0
	Against  int         // the view that it is turned against, or as which the drawing is turned
	Place    layout.Cell // the cell of View that is masked
	Phrasing Phrasing

	windows []layout.Window // on the plane of the first view
	answer  Answer
}

// Family returns "merge".
func (Merge) Family() string { return MergeFamily{}.Name() }

func (m Merge) registration() layout.Registration {
	return layout.Registration{Turned: m.Turned, Things: m.Shared}
}

// Media lists all media; a map that is to be drawn needs to be seen, unless things are called by their marks.
func (m Merge) Media() []Medium {
	if m.Form == MergeDraw {
		for _, v := range m.Views {
			for i := range v.Things {
				if t := &v.Things[i]; t.Kind != "" || t.Name != string(rune(t.Mark)) {
					return []Medium{AsDrawing, AsBoth}
				}
			}
		}
	}
	return []Medium{AsDrawing, AsText, AsBoth}
}

// AppendEvidence appends the views.
func (m Merge) AppendEvidence(dst []byte, medium Medium) []byte {
	if m.Form == MergeDraw && medium == AsText && !slices.Contains(m.Media(), AsText) {
		medium = AsDrawing
	}
	return appendViews(dst, m.Views, medium, func(dst []byte, i int) []byte {
		return append(appendNumbered(dst, "View", i+1), ':')
	})
}

// AppendConventions appends how the views may lie.
func (m Merge) AppendConventions(dst []byte) []byte {
	dst = append(dst, "All views show parts of one map, on which nothing moves: where two views overlap, they show the same. "...)
	if m.Turned {
		dst = append(dst, "Views may be turned against each other by quarter turns, but are never mirrored. "...)
	} else {
		dst = append(dst, "No view is turned or mirrored. "...)
	}
	if len(m.Views) == 2 {
		dst = fmt.Appendf(dst, "The two views have at least %d things in common. ", m.Shared)
	} else {
		dst = fmt.Appendf(dst, "Each view has at least %d things in common with the view before it. ", m.Shared)
	}
	kinds, names := false, false
	for _, v := range m.Views {
		for i := range v.Things {
			kinds, names = kinds || v.Things[i].Kind != "", names || v.Things[i].Kind == ""
		}
	}
	switch {
	case kinds && names:
		dst = append(dst, "There may be several things of a kind, as in \"a chair\"; of all others there is but one. "...)
	case kinds:
		dst = append(dst, "There may be several things of a kind. "...)
	default:
		dst = append(dst, "Every letter or name stands for one thing only. "...)
	}
	dst = append(dst, "The top row of each view is its row 1, its left column is its column 1."...)
	if m.Form == MergeTurn {
		dst = append(dst, " Turning a view clockwise by 90 degrees makes its left column the top row."...)
	}
	return dst
}

// asked reports whether the question has an answer. Its fields may have been changed since it was found.
func (m *Merge) asked() bool {
	_, drawn := m.answer.(MapPicture)
	return m.answer != nil && drawn == (m.Form == MergeDraw) && len(m.windows) == len(m.Views) && m.ranges()
}

// ranges reports whether the views and the cell that are named are there.
func (m *Merge) ranges() bool {
	n := len(m.Views)
	if n < 2 || m.View < 0 || m.View >= n || m.Against < 0 || m.Against >= n {
		return false
	}
	for _, v := range m.Views {
		if v == nil {
			return false
		}
	}
	return m.Form != MergeMasked || m.Views[m.View].Has(m.Place)
}

// AppendText appends the question.
func (m Merge) AppendText(dst []byte) []byte {
	if !m.asked() {
		return dst
	}
	plain := m.Phrasing == Canonical
	switch m.Form {
	case MergeMasked:
		if plain {
			dst = appendRowCol(append(dst, "The cell at "...), m.Place)
			return append(appendNumbered(append(dst, " of "...), "view", m.View+1), " is hidden. What stands there?"...)
		}
		dst = appendNumbered(append(dst, "In "...), "view", m.View+1)
		dst = appendRowCol(append(dst, " the thing at "...), m.Place)
		return append(dst, " is hidden. Which thing is it?"...)
	case MergeTurn:
		if plain {
			dst = appendNumbered(append(dst, "By how many degrees clockwise is "...), "view", m.View+1)
			return append(appendNumbered(append(dst, " turned against "...), "view", m.Against+1), '?')
		}
		dst = appendNumbered(append(dst, "By how many degrees must "...), "view", m.Against+1)
		return append(appendNumbered(append(dst, " be turned clockwise to lie the same way up as "...), "view", m.View+1), '?')
	}
	if plain {
		dst = append(dst, "Merge the views into one map and draw it"...)
	} else {
		dst = append(dst, "Draw the map that the views make up together"...)
	}
	if m.Turned {
		dst = appendNumbered(append(dst, ", the same way up as "...), "view", m.Against+1)
	}
	return append(dst, ". Show the smallest rectangle that holds all views."...)
}

// AppendFormat appends which answers there are.
func (m Merge) AppendFormat(dst []byte) []byte {
	switch m.Form {
	case MergeMasked:
		dst = append(dst, "Answer with one of these: "...)
		return append(appendList(dst, m.words(), "or"), '.')
	case MergeTurn:
		return append(dst, "Answer with 0, 90, 180 or 270."...)
	case MergeDraw:
		return append(dst, "Write a line for each row with the same marks as the views, one character for each cell, and ? for cells that no view shows."...)
	}
	return dst
}

// Answer returns the name of a thing, degrees, or the drawing.
func (m Merge) Answer() Answer {
	if !m.asked() {
		return Word("")
	}
	return m.answer
}

// Hops returns 0.
func (Merge) Hops() int { return 0 }

// calledAs returns what a thing is called in legends.
func calledAs(t *layout.Thing) string {
	if t.Kind != "" {
		return "a " + t.Kind
	}
	return t.Name
}

// words lists what the things of all views are called, in the order of the alphabet.
func (m Merge) words() (all []string) {
	for _, v := range m.Views {
		for i := range v.Things {
			if name := calledAs(&v.Things[i]); !slices.Contains(all, name) {
				all = append(all, name)
			}
		}
	}
	slices.Sort(all)
	return all
}

var viewTurnOptions = []option{
	{"0", []string{"0 degrees", "0°", "0 degrees clockwise", "0° clockwise", "zero", "not at all", "360", "360 degrees"}},
	{"90", []string{"90 degrees", "90°", "90 degrees clockwise", "90° clockwise", "a quarter turn clockwise", "270 degrees counterclockwise"}},
	{"180", []string{"180 degrees", "180°", "180 degrees clockwise", "180° clockwise", "a half turn", "half a turn", "180 degrees counterclockwise"}},
	{"270", []string{"270 degrees", "270°", "270 degrees clockwise", "270° clockwise", "a quarter turn counterclockwise", "90 degrees counterclockwise", "-90"}},
}

// Verify grades a name, a number of degrees or a drawing. The reward of a wrong drawing of the right size is half the share of its marks
// that are right.
func (m Merge) Verify(response string) Verdict {
	var given Answer
	var err error
	switch {
	case !m.asked():
		return Verdict{Reason: "nothing was asked"}
	case m.Form == MergeDraw:
		var p MapPicture
		if p, err = readPicture(response); err == nil {
			v := graded(p, p.Equal(m.answer), m.answer)
			if want, ok := m.answer.(MapPicture); ok && !v.Correct {
				v.Reward = want.share(p) / 2
			}
			return v
		}
	case m.Form == MergeTurn:
		given, err = readLed(response, viewTurnOptions, []string{"it is turned ", "by ", "turned "}, nil)
	default:
		options := optionsOf(m.words()...)
		for i := range options {
			if kind, ok := cutArticle(options[i].word); ok {
				options[i].aliases = append(options[i].aliases, kind, "the "+kind)
			}
		}
		given, err = readLed(response, options, []string{"there is ", "it is "}, []string{" stands there", " is there"})
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(m.answer), m.answer)
}

func cutArticle(word string) (string, bool) {
	if len(word) > 2 && word[:2] == "a " {
		return word[2:], true
	}
	return word, false
}

// solve registers the views and finds the answer. The error wraps ErrUnsuitable where they lie against each other in no way or in
// several, or a hidden cell matters.
func (m *Merge) solve() error {
	m.answer = nil
	if !m.ranges() {
		return unsuitable(m.Family(), "it asks nothing")
	}
	windows, ways := m.registration().Views(m.Views)
	if ways != 1 {
		return unsuitable(m.Family(), "the views do not lie against each other in one way alone")
	}
	m.windows = windows
	switch m.Form {
	case MergeTurn:
		if m.View == m.Against || !m.Turned {
			return unsuitable(m.Family(), "no view is turned")
		}
		m.answer = Word(viewTurnOptions[(windows[m.View].Turn-windows[m.Against].Turn)&3].word)
		return nil
	case MergeMasked:
		v := m.Views[m.View]
		on := windows[m.View].Cell(m.Place, v.Rows, v.Cols)
		for i, other := range m.Views {
			if k := other.ThingAt(windows[i].Seen(on, other.Rows, other.Cols)); i != m.View && k >= 0 {
				m.answer = Word(calledAs(&other.Things[k]))
				return nil
			}
		}
		return unsuitable(m.Family(), "no other view shows what is masked")
	}
	return m.draw()
}

// draw puts the drawings of the views together.
func (m *Merge) draw() error {
	top, left, bottom, right := 0, 0, 0, 0
	for i, w := range m.windows {
		rows, cols := w.Size(m.Views[i].Rows, m.Views[i].Cols)
		top, left, bottom, right = min(top, w.At.Row), min(left, w.At.Col), max(bottom, w.At.Row+rows), max(right, w.At.Col+cols)
	}
	rows, cols := bottom-top, right-left
	turn := layout.Turn(m.windows[m.Against].Turn)
	wide := cols
	if m.windows[m.Against].Turn&1 != 0 {
		wide = rows
	}
	if rows < 2 || cols < 2 {
		return unsuitable(m.Family(), "the map has one row alone")
	}
	marks := make([]byte, rows*cols)
	for i, w := range m.windows {
		v := m.Views[i]
		shown := pictureOf(v).Marks
		for k := range shown {
			at := w.Cell(v.Cell(k), v.Rows, v.Cols)
			at = turn.Cell(layout.Cell{Row: at.Row - top, Col: at.Col - left}, rows, cols)
			// 1 stands for a cell that views show, but hide.
			if mark := &marks[at.Row*wide+at.Col]; shown[k] != scene.HiddenMark {
				*mark = shown[k]
			} else if *mark == 0 {
				*mark = 1
			}
		}
	}
	for i, mark := range marks {
		if mark == 1 {
			return unsuitable(m.Family(), "a cell is hidden that no other view shows")
		} else if mark == 0 {
			marks[i] = scene.HiddenMark
		}
	}
	m.answer = MapPicture{wide, string(marks)}
	return nil
}
