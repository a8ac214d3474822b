package qa

import (
	"slices"
	"strings"
)

// Choice answers a question that asks which of some objects something holds of: some of the names on offer, or none of
// them. The zero Choice is no answer.
type Choice struct {
	Names   []string // the chosen ones, each once, in any order; empty when it holds of none
	Options int      // how many names were on offer
}

// String returns the names in their order, joined by ", "; "both" for both of two, "neither" for none of two and "none"
// for none of another number; "" for no answer.
func (c Choice) String() string {
	switch {
	case c.Options == 0:
		return ""
	case len(c.Names) == 2 && c.Options == 2:
		return "both"
	case len(c.Names) > 0:
		return strings.Join(c.Names, ", ")
	case c.Options == 2:
		return "neither"
	}
	return "none"
}

// Equal reports whether other chooses the same names out of as many, in any order.
func (c Choice) Equal(other Answer) bool {
	o, ok := other.(Choice)
	if !ok || c.Options != o.Options || len(c.Names) != len(o.Names) {
		return false
	}
	for _, name := range c.Names {
		if !slices.Contains(o.Names, name) {
			return false
		}
	}
	return true
}

func (Choice) sealed() {}
