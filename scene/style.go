// Package scene draws a layout as ASCII, and reads drawings back.
//
// [Append] and [Render] draw a layout in one of three styles. [Parse] reads a drawing out of the text that a person or
// a language model wrote, and says exactly where it goes wrong when it does ([SyntaxError]). [Compare] and
// [CompareFacts] judge what was drawn. [AppendMap] and [ParseMap] draw and read maps, [AppendMatrix] and [ParseMatrix] dots.
package scene

import "fmt"

// Style is a way to draw a layout. The zero value is Simple.
type Style uint8

// The three styles.
const (
	Simple Style = iota // names aligned in columns, nothing else
	Grid                // a cell with ASCII borders for every place, +--+ and |A |
	Panel               // names aligned in columns inside one box, ┌──┐ and │ A │
)

// Styles is the number of styles.
const Styles = 3

// String returns "simple", "grid" or "panel"; "Style(?)" for a value outside the three.
func (s Style) String() string {
	switch s {
	case Simple:
		return "simple"
	case Grid:
		return "grid"
	case Panel:
		return "panel"
	}
	return "Style(?)"
}

// ParseStyle returns the style with this name: simple, grid or panel. Any other name is an error.
func ParseStyle(name string) (Style, error) {
	for s := range Style(Styles) {
		if name == s.String() {
			return s, nil
		}
	}
	return Simple, fmt.Errorf("scene: style %q; it must be simple, grid or panel", name)
}

// MarshalText returns the name of the style; a value outside the three is an error.
func (s Style) MarshalText() ([]byte, error) {
	if s >= Styles {
		return nil, fmt.Errorf("scene: style number %d; it must be 0 (simple), 1 (grid) or 2 (panel)", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText sets the style by its name, as [ParseStyle] does. After an error s is unchanged.
func (s *Style) UnmarshalText(text []byte) error {
	parsed, err := ParseStyle(string(text))
	if err != nil {
		return err
	}
	*s = parsed
	return nil
}
