package scene

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// MapStyle is a way to draw a map. The zero value is Plain.
type MapStyle uint8

// The styles of maps.
const (
	Plain     MapStyle = iota // a character for each cell and a legend: . floor, # wall, + door, capital letters for things
	MapAxes                   // the same, cells set apart by blanks, with numbers for rows and columns, from 1
	MapTable                  // a Markdown table with numbers for rows and columns, from 1
	MapBinary                 // 1 for walls and 0 for all else: for maps of nothing but floor and walls
)

// MapStyles is the number of styles of maps.
const MapStyles = 4

var mapStyleNames = [MapStyles]string{"plain", "axes", "table", "binary"}

// String returns "plain", "axes", "table" or "binary"; "MapStyle(?)" for a value outside the four.
func (s MapStyle) String() string {
	if s >= MapStyles {
		return "MapStyle(?)"
	}
	return mapStyleNames[s]
}

// ParseMapStyle returns the style with this name: plain, axes, table or binary. Any other name is an error.
func ParseMapStyle(name string) (MapStyle, error) {
	for i, n := range mapStyleNames {
		if name == n {
			return MapStyle(i), nil
		}
	}
	return Plain, fmt.Errorf("scene: style of maps %q; it must be plain, axes, table or binary", name)
}

// MarshalText returns the name of the style; a value outside the four is an error.
func (s MapStyle) MarshalText() ([]byte, error) {
	if s >= MapStyles {
		return nil, fmt.Errorf("scene: style of maps number %d; it must be 0 (plain), 1 (axes), 2 (table) or 3 (binary)", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText sets the style by its name, as [ParseMapStyle] does. After an error s is unchanged.
func (s *MapStyle) UnmarshalText(text []byte) error {
	parsed, err := ParseMapStyle(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}

// Shows reports whether a drawing in this style tells all of a map: whether [ParseMap] reads it back as it was, but for the names of
// things that only their kind tells, and the order of things. That is so of valid maps of at least one cell, where
//   - rooms have small letters of their own and are rectangles (as far as there is floor), or are parted by walls; each shows its mark somewhere
//   - things have capital letters, digits or * as marks, those of a kind one for each kind and one cell each, others one each
//   - names and kinds are no longer than a line, and say nothing else in a legend, as the name "a chair" would
//   - things that look somewhere are of no kind, and nothing stands in a door
//   - no more than two things overlap in a cell, and these are rectangles that the drawing tells apart
//
// and for MapBinary, of maps of nothing but floor and walls.
func (s MapStyle) Shows(m *layout.Map) bool {
	if s >= MapStyles || m.Validate() != nil {
		return false
	}
	read, style, err := ParseMap(string(AppendMap(nil, m, s)))
	return err == nil && style == s && sameMap(m, read)
}

// sameMap reports whether two maps differ in nothing but the names of things that only their kind tells, and in the order of things and rooms.
func sameMap(a, b *layout.Map) bool {
	if a.Rows != b.Rows || a.Cols != b.Cols || !slices.Equal(a.Ground, b.Ground) || len(a.Rooms) != len(b.Rooms) || len(a.Things) != len(b.Things) {
		return false
	}
	for i := range a.Rooms {
		r := &a.Rooms[i]
		if !slices.ContainsFunc(b.Rooms, func(o layout.Room) bool {
			return o.Name == r.Name && o.Mark == r.Mark && slices.Equal(o.Cells, r.Cells)
		}) {
			return false
		}
	}
	found := make([]bool, len(b.Things))
	for i := range a.Things {
		t, k := &a.Things[i], 0
		for ; k < len(b.Things); k++ {
			o := &b.Things[k]
			if !found[k] && o.Kind == t.Kind && (t.Kind != "" || o.Name == t.Name) && o.Mark == t.Mark && o.Facing == t.Facing &&
				slices.Equal(o.Cells, t.Cells) {
				break
			}
		}
		if k == len(b.Things) {
			return false
		}
		found[k] = true
	}
	return true
}
