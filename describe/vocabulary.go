package describe

import (
	"fmt"
	"math/bits"
)

// Vocabulary is a set of ways to name a direction: [Spatial], [Compass], [Clock], or a mixture such as Spatial|Clock.
// The seven valid values are the non-empty sets; the zero value is the empty set and says nothing.
type Vocabulary uint8

// The three vocabularies and their full mixture.
const (
	Spatial Vocabulary = 1 << iota // "above", "to the left of"
	Compass                        // "north of"; it is called "cardinal" in text, as the field does
	Clock                          // "at 12 o'clock from"

	AllVocabularies = Spatial | Compass | Clock
)

// vocabularies is the number of single vocabularies.
const vocabularies = 3

var vocabularyNames = [AllVocabularies + 1]string{
	"", "spatial", "cardinal", "spatial+cardinal", "clock", "spatial+clock", "cardinal+clock", "spatial+cardinal+clock",
}

// Vocabularies returns the seven valid values: the three vocabularies and their mixtures, in ascending order.
func Vocabularies() []Vocabulary {
	all := make([]Vocabulary, 0, AllVocabularies)
	for v := Spatial; v <= AllVocabularies; v++ {
		all = append(all, v)
	}
	return all
}

// Valid reports whether v is one of the seven non-empty sets.
func (v Vocabulary) Valid() bool { return v != 0 && v <= AllVocabularies }

// Len returns the number of single vocabularies in v, 0 to 3.
func (v Vocabulary) Len() int { return bits.OnesCount8(uint8(v & AllVocabularies)) }

// Has reports whether every vocabulary of other is in v.
func (v Vocabulary) Has(other Vocabulary) bool { return v&other == other }

// String joins the names in the order spatial, cardinal, clock, as in "spatial+clock". The empty set is "",
// a value outside the sets "Vocabulary(?)".
func (v Vocabulary) String() string {
	if v > AllVocabularies {
		return "Vocabulary(?)"
	}
	return vocabularyNames[v]
}

// ParseVocabulary returns the vocabulary with this name. Only the seven names that [Vocabulary.String] writes are
// allowed; anything else is an error.
func ParseVocabulary(name string) (Vocabulary, error) {
	for v := Spatial; v <= AllVocabularies; v++ {
		if vocabularyNames[v] == name {
			return v, nil
		}
	}
	return 0, fmt.Errorf("describe: vocabulary %q: want spatial, cardinal or clock, "+
		"or several of them in this order joined by +, as in %q", name, Spatial|Clock)
}

// MarshalText writes the name of a valid vocabulary.
func (v Vocabulary) MarshalText() ([]byte, error) {
	if !v.Valid() {
		return nil, invalidVocabulary(v)
	}
	return []byte(v.String()), nil
}

// UnmarshalText reads a name as [ParseVocabulary] does.
func (v *Vocabulary) UnmarshalText(text []byte) error {
	parsed, err := ParseVocabulary(string(text))
	if err != nil {
		return err
	}
	*v = parsed
	return nil
}

func invalidVocabulary(v Vocabulary) error {
	return fmt.Errorf("describe: vocabulary %d: want a mixture of Spatial, Compass and Clock, 1 to %d", v, AllVocabularies)
}

// nth returns the vocabulary number i in v, counted from 0 in the order spatial, cardinal, clock. v holds more than i.
func (v Vocabulary) nth(i int) Vocabulary {
	for ; i > 0; i-- {
		v &= v - 1
	}
	return v & -v
}

// index returns the place of a single vocabulary: 0 for Spatial, 1 for Compass, 2 for Clock.
func (v Vocabulary) index() int { return bits.TrailingZeros8(uint8(v)) }
