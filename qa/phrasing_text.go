package qa

import "fmt"

// ParsePhrasing returns the phrasing with this name, as [Phrasing.String] gives it. The error names what is allowed.
func ParsePhrasing(name string) (Phrasing, error) {
	for p := range Phrasing(Phrasings) {
		if name == p.String() {
			return p, nil
		}
	}
	return 0, fmt.Errorf("qa: phrasing %q; canonical, variant and benchmark are allowed", name)
}

// MarshalText returns the name.
func (p Phrasing) MarshalText() ([]byte, error) {
	if p >= Phrasings {
		return nil, fmt.Errorf("qa: phrasing %d has no name", uint8(p))
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads the name.
func (p *Phrasing) UnmarshalText(text []byte) (err error) {
	*p, err = ParsePhrasing(string(text))
	return err
}

// Phrased is a family whose questions come in several phrasings.
type Phrased interface {
	Family
	// WithPhrasing returns the family with this phrasing instead of its own.
	WithPhrasing(p Phrasing) Family
}

// WithPhrasing returns the family with another phrasing.
func (f DirectionFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// WithPhrasing returns the family with another phrasing.
func (f MultihopFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// WithPhrasing returns the family with another phrasing.
func (f ChooseFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// WithPhrasing returns the family with another phrasing.
func (f TruthFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// WithPhrasing returns the family with another phrasing.
func (f PossibleFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }

// WithPhrasing returns the family with another phrasing.
func (f ArrangeFamily) WithPhrasing(p Phrasing) Family { f.Phrasing = p; return f }
