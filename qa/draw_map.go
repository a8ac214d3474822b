package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// askMap asks for the drawing of a map that its sentences tell and a drawing shows.
func (f DrawFamily) askMap(m *layout.Map, src seed.Source) (Question, error) {
	if err := f.Validate(); err != nil {
		return nil, err
	}
	styles := int(scene.MapBinary)
	if bareMap(m) {
		styles++
	}
	q := DrawMap{Map: m, Style: scene.MapStyle(src.Intn(styles)), Phrasing: f.Maps.Phrasing}
	if err := askable(f.Name(), m); err != nil {
		return nil, err
	}
	if !drawable(q.Map, q.Style) {
		return nil, unsuitable(f.Name(), "a drawing cannot show the map")
	}
	return q, nil
}

// drawable reports whether each cell of a map looks in its drawing as it must.
func drawable(m *layout.Map, style scene.MapStyle) bool {
	shown, _, err := scene.ParseMap(string(scene.AppendMap(nil, m, style)))
	return err == nil && alike(shown, m)
}

// bareMap reports whether a map is nothing but floor and walls.
func bareMap(m *layout.Map) bool {
	for _, g := range m.Ground {
		if g > layout.Wall {
			return false
		}
	}
	return len(m.Rooms) == 0 && len(m.Things) == 0
}

// askable returns an error that wraps ErrUnsuitable for a map that has no cells, or whose sentences do not read back.
func askable(family string, m *layout.Map) error {
	switch {
	case len(m.Ground) == 0:
		return unsuitable(family, "the map has no cells")
	case !describe.ReadsMap(m):
		return unsuitable(family, "sentences cannot tell the map")
	}
	return nil
}

// DrawMap asks for the drawing of a map that sentences tell. Every drawing in which each cell looks as they say is right, in whatever style and
// with whatever marks. The zero DrawMap asks for nothing, and no response to it is right.
type DrawMap struct {
	Map      *layout.Map
	Style    scene.MapStyle
	Phrasing Phrasing
}

// Family returns "draw".
func (DrawMap) Family() string { return DrawFamily{}.Name() }

// Media returns AsText.
func (DrawMap) Media() []Medium { return []Medium{AsText} }

// AppendEvidence appends the sentences.
func (q DrawMap) AppendEvidence(dst []byte, medium Medium) []byte {
	if q.Map == nil {
		return dst
	}
	return describe.AppendMap(dst, q.Map)
}

// AppendConventions appends what marks there are.
func (q DrawMap) AppendConventions(dst []byte) []byte {
	if q.Map == nil {
		return dst
	}
	if q.Style == scene.MapBinary {
		return append(dst, "In the drawing 1 is a wall and 0 is floor."...)
	}
	dst = append(dst, "In the drawing . is floor, # is a wall"...)
	var used [4]bool
	for _, g := range q.Map.Ground {
		used[g&3] = true
	}
	if used[layout.Door] {
		dst = append(dst, ", + is a door"...)
	}
	if used[layout.Hidden] {
		dst = append(dst, ", ? is a cell of which nothing is known"...)
	}
	dst = append(dst, '.')
	named, kinds, facing := false, false, false
	for i := range q.Map.Things {
		t := &q.Map.Things[i]
		named, kinds, facing = named || t.Kind == "" && len(t.Name) > 1, kinds || t.Kind != "", facing || t.Facing != layout.EQ
	}
	if len(q.Map.Rooms) > 0 {
		dst = append(dst, " The rooms are "...)
		for i := range q.Map.Rooms {
			switch {
			case i > 0 && i == len(q.Map.Rooms)-1:
				dst = append(dst, " and "...)
			case i > 0:
				dst = append(dst, ", "...)
			}
			dst = append(dst, q.Map.Rooms[i].Name...)
		}
		dst = append(dst, "; each has a small letter of its own, which stands on all of its floor where there is no thing."...)
	}
	if len(q.Map.Things) > 0 {
		dst = append(dst, " Each thing has a capital letter of its own, which stands on all of its cells"...)
		if kinds {
			dst = append(dst, "; things of one kind have the same letter"...)
		}
		dst = append(dst, "; a thing that is called by a letter has that one."...)
	}
	if len(q.Map.Rooms) == 0 && !named && !kinds && !facing {
		return dst
	}
	dst = append(dst, " The legend tells in a line each what the letters mean"...)
	for _, example := range [...]struct {
		wanted bool
		text   string
	}{{len(q.Map.Rooms) > 0, `"h = the hall"`}, {named, `"Q = the harp"`}, {kinds, `"D = a drum" where every D is a drum`}, {facing, `"W = the watchman, facing north-east"`}} {
		if example.wanted {
			dst = append(append(dst, ", "...), example.text...)
		}
	}
	return append(dst, '.')
}

// AppendText appends the request, without the sentences.
func (q DrawMap) AppendText(dst []byte) []byte {
	if q.Phrasing == Canonical {
		return fmt.Appendf(dst, "Draw the map in the %v style.", q.Style)
	}
	return fmt.Appendf(dst, "How does this map look? Show it in the %v style.", q.Style)
}

// AppendFormat appends what the style is.
func (q DrawMap) AppendFormat(dst []byte) []byte {
	switch q.Style {
	case scene.MapAxes:
		dst = append(dst, "The first line has the numbers of the columns; then comes a line for each row, with its number and a mark for each cell, all set apart by blanks"...)
	case scene.MapTable:
		dst = append(dst, "It is a Markdown table: its head has an empty cell and the numbers of the columns; each row has its number and a mark for each cell"...)
	case scene.MapBinary:
		return append(dst, `Write a line for each row with a digit for each cell, then an empty line and the legend "0 = floor" and "1 = wall".`...)
	default:
		dst = append(dst, "Write a line for each row with a mark for each cell, without blanks"...)
	}
	return append(dst, ", then an empty line and the legend, where one is needed."...)
}

// Answer returns the drawing.
func (q DrawMap) Answer() Answer { return MapDrawing{q.Map, q.Style} }

// Hops returns 0: no facts prove a drawing.
func (DrawMap) Hops() int { return 0 }

// Verify grades the drawing in a response, as [scene.ParseMap] reads it. The reward is the share of cells that look right, of all that
// either map has, but for those that are bare floor in both: an empty map earns nothing.
func (q DrawMap) Verify(response string) Verdict {
	if q.Map == nil {
		return Verdict{Reason: "nothing was asked"}
	}
	got, style, err := scene.ParseMap(response)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	called(got, q.Map)
	same, all, bare := likeness(got, q.Map)
	v := Verdict{FormatOK: true, Extracted: MapDrawing{got, style}.String(), Correct: same == all, Reward: 1}
	if !v.Correct {
		v.Reward = float64(same-bare) / float64(all-bare)
		v.Reason = fmt.Sprintf("%d of %d cells look as they must", same, all)
		if got.Rows != q.Map.Rows || got.Cols != q.Map.Cols {
			v.Reason += fmt.Sprintf("; drawn are %d rows and %d columns, there are %d and %d", got.Rows, got.Cols, q.Map.Rows, q.Map.Cols)
		}
	}
	return v
}

// Difficulty counts the pieces that the map is put together of.
func (q DrawMap) Difficulty() int {
	if q.Map == nil {
		return 1
	}
	return mapSteps(q.Map)
}

// Mistakes returns the map mirrored, with rows for columns, with things swapped and without one.
func (q DrawMap) Mistakes() (all []Answer) {
	if q.Map == nil {
		return nil
	}
	for _, m := range lookalikes(q.Map) {
		if d := (MapDrawing{m, q.Style}); q.Verify(d.String()).FormatOK {
			all = append(all, d)
		}
	}
	return all
}

// Turn asks for the drawing of the map moved.
func (q DrawMap) Turn(s layout.Symmetry) (Instance, bool) {
	if q.Map == nil {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	return q, true
}

// Contrast returns none.
func (DrawMap) Contrast() (Instance, bool) { return nil, false }

// Pieces returns 0: every cell is asked for.
func (DrawMap) Pieces() int { return 0 }

// Without returns an error: every cell is asked for.
func (q DrawMap) Without(int) (Instance, error) {
	return nil, unsuitable(q.Family(), "every cell is asked for")
}

// AppendRationale appends what stands in each row.
func (q DrawMap) AppendRationale(dst []byte) []byte {
	if q.Map == nil {
		return dst
	}
	return appendRows(dst, q.Map)
}
