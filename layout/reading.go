package layout

import "fmt"

// ParseReading returns the reading with this name, as [Reading.String] gives it. The error names what is allowed.
func ParseReading(name string) (Reading, error) {
	for r := range readings {
		if name == readingNames[r] {
			return r, nil
		}
	}
	return 0, fmt.Errorf("layout: reading %q; aligned, half-plane, unit-step, measured and in-corner are allowed", name)
}

// MarshalText returns the name.
func (r Reading) MarshalText() ([]byte, error) {
	if !r.Valid() {
		return nil, fmt.Errorf("layout: reading %d has no name", uint8(r))
	}
	return []byte(r.String()), nil
}

// UnmarshalText reads the name.
func (r *Reading) UnmarshalText(text []byte) (err error) {
	*r, err = ParseReading(string(text))
	return err
}
