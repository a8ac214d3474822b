package qa

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// DrawFamily asks for a drawing in which every stated fact holds, or for that of a whole map.
type DrawFamily struct {
	Texts Texts
	Maps  Maps
}

// Name returns "draw".
func (DrawFamily) Name() string { return "draw" }

// Summary describes the family in one line.
func (DrawFamily) Summary() string { return "an ASCII drawing in which every stated fact holds" }

// Ask draws a style. Any subject will do that can be drawn so that its names read back: of one with a map and no text the map is
// asked for, in one of the styles of maps, as a [DrawMap].
func (f DrawFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if s.mapped() {
		return f.askMap(s.Map, src)
	}
	q := Draw{Subject: s, Style: scene.Style(src.Intn(scene.Styles))}
	if s.plain() {
		return q, nil
	}
	if err := gradable(q); err != nil {
		return nil, err
	}
	return q, nil
}

// plain reports whether the drawing of the subject surely reads back and is right: a drawing of a plain layout in which the facts hold, none of them
// about a frame.
func (s Subject) plain() bool {
	for _, f := range s.Facts {
		if f.Bordered() || min(f.Locatum, f.Relatum) < 0 || max(f.Locatum, f.Relatum) >= s.Layout.Len() ||
			!f.Holds(s.Layout.Entities[f.Locatum].At, s.Layout.Entities[f.Relatum].At) {
			return false
		}
	}
	return len(s.Facts) > 0 && plainLayout(s.Layout)
}

// Draw asks for a drawing of the subject's facts. The subject's layout is the one that Answer draws; every other that
// shows the same objects and satisfies the facts is as right. The zero Draw asks for nothing, and no response to it is
// right.
type Draw struct {
	Subject
	Style scene.Style
}

// Family returns "draw".
func (Draw) Family() string { return DrawFamily{}.Name() }

// AppendText appends the request, without the facts.
func (d Draw) AppendText(dst []byte) []byte {
	return fmt.Appendf(dst, "Draw the objects as an ASCII layout in the %v style.", d.Style)
}

// AppendFormat appends what the style is.
func (d Draw) AppendFormat(dst []byte) []byte {
	switch d.Style {
	case scene.Grid:
		return append(dst, "Draw a grid with a cell for each row and column, as +--+ and |A | lines, and empty cells blank."...)
	case scene.Panel:
		return append(dst, "Draw a box around the rows, with every object's name in its column and blanks between."...)
	}
	return append(dst, "Write one line for each row, with every object's name in its column and blanks between."...)
}

// Answer returns the subject's layout as a drawing.
func (d Draw) Answer() Answer { return Drawing{scene.Scene{Style: d.Style, Layout: d.Layout}} }

// Hops returns 0: no facts prove a drawing.
func (Draw) Hops() int { return 0 }

// Verify grades the drawing in a response, in whatever style. It is right when it shows exactly the subject's objects
// and every fact holds in it; else the reward is the share of the facts that hold, less than 1. A drawing that cannot be
// read, or that shows an object twice or two in one cell, earns nothing.
func (d Draw) Verify(response string) Verdict {
	all := d.Layout.Names()
	got, err := scene.Parse(response, all)
	var fault *scene.SyntaxError
	if err != nil && (!errors.As(err, &fault) || fault.Reason != scene.Missing && fault.Reason != scene.Unknown) {
		return Verdict{Reason: err.Error()}
	}
	judged := scene.CompareFacts(got, all, d.Facts)
	v := Verdict{FormatOK: true, Extracted: Drawing{got}.String(), Reward: judged.Share, Correct: judged.Right}
	switch {
	case judged.Right:
		v.Reward = 1
	case len(judged.Missing) > 0:
		v.Reason = strings.Join(judged.Missing, ", ") + " missing from the drawing"
	case len(judged.Extra) > 0:
		v.Reason = strings.Join(judged.Extra, ", ") + " drawn but not asked for"
	default:
		k := judged.Failed[0]
		v.Reason = fmt.Sprintf("fact %d does not hold: %s", k+1, factText(d.Facts[k], all))
	}
	if !judged.Right {
		// Extra objects leave every fact holding; a wrong drawing still never earns the whole reward.
		v.Reward = min(v.Reward, float64(len(d.Facts))/float64(len(d.Facts)+1))
	}
	return v
}

// factText says a fact in words, as in "A must be above and to the left of B".
func factText(f layout.Fact, all []string) string {
	if f.Reading != layout.Aligned {
		return string(describe.AppendFact(nil, f, all))
	}
	return fmt.Sprintf("%s must be %s %s",
		nameOf(all, f.Locatum), describe.AppendBase(nil, f.Relation), nameOf(all, f.Relatum))
}

// Drawing is a drawing given as an answer. The zero Drawing is empty.
type Drawing struct{ scene.Scene }

// Equal reports whether other is a drawing of the same objects in the same relations, in whatever style.
func (d Drawing) Equal(other Answer) bool {
	o, ok := other.(Drawing)
	return ok && scene.Compare(o.Scene, d.Layout).Right
}

// String returns the drawing in its style.
func (d Drawing) String() string { return scene.Render(d.Layout, d.Style) }

func (Drawing) sealed() {}
