package gridscribe

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// NameKind says what objects are called. The zero value is NamesInOrder.
type NameKind uint8

// The kinds of names.
const (
	NamesInOrder  NameKind = iota // A, B, C and so on, in the order of the objects
	NamesAtRandom                 // capital letters, drawn from all 26; from two-letter names as well when 26 are too few
	NamesOfShapes                 // "the red square": a shape with or without a colour, such that no two can be mixed up
	NamesOfPlaces                 // "the kitchen": rooms and places
	nameKinds
)

var nameKindNames = [nameKinds]string{"ordered", "letters", "shapes", "places"}

// String returns the kind's name, as it stands in JSON: "ordered", "letters", "shapes" or "places".
func (k NameKind) String() string {
	if k >= nameKinds {
		return "NameKind(?)"
	}
	return nameKindNames[k]
}

// ParseNameKind returns the kind with this name. The error names what is allowed.
func ParseNameKind(name string) (NameKind, error) {
	if i := slices.Index(nameKindNames[:], name); i >= 0 {
		return NameKind(i), nil
	}
	return 0, fmt.Errorf("gridscribe: names %q; %s are allowed", name, strings.Join(nameKindNames[:], ", "))
}

// MarshalText writes the name of a kind.
func (k NameKind) MarshalText() ([]byte, error) {
	if k >= nameKinds {
		return nil, fmt.Errorf("gridscribe: kind of names %d has no name", uint8(k))
	}
	return []byte(k.String()), nil
}

// UnmarshalText reads a name as [ParseNameKind] does.
func (k *NameKind) UnmarshalText(text []byte) (err error) {
	*k, err = ParseNameKind(string(text))
	return err
}

// most returns how many objects can have names of the kind.
func (k NameKind) most() int {
	switch k {
	case NamesOfShapes:
		return len(shapeNouns) * len(colours)
	case NamesOfPlaces:
		return len(placeNames)
	}
	return layout.MaxObjects
}

// namer names the objects of records. It is a Builder's.
type namer struct {
	pool  []string
	order []uint16 // scratch: the pool's order
}

// newPool returns the names that a corpus draws from, whose records have at most so many objects.
func (k NameKind) newPool(objects int) []string {
	switch k {
	case NamesAtRandom:
		words := len(strings.Fields(letterWords))
		pool := slices.DeleteFunc(layout.Names(max(objects, letters)+words), func(name string) bool {
			return len(name) > 1 && slices.Contains(strings.Fields(letterWords), name)
		})
		return pool[:max(objects, letters)]
	case NamesOfShapes:
		return shapeNames
	case NamesOfPlaces:
		return placeNames
	}
	return layout.Names(objects)
}

const letters = 26

// append appends the names of n objects, drawn from the pool in random order.
func (m *namer) append(dst []string, kind NameKind, n int, src seed.Source) []string {
	if kind == NamesInOrder {
		return append(dst, m.pool[:n]...)
	}
	if len(m.order) != len(m.pool) {
		m.order = make([]uint16, len(m.pool))
	}
	for i := range m.order {
		m.order[i] = uint16(i)
	}
	left := m.order
	if kind == NamesAtRandom {
		left = left[:min(len(left), max(n, letters))] // two letters only where one is too few
	}
	if kind == NamesOfShapes && n > len(shapeNouns) { // a bare shape takes the place of all its colours
		left = slices.DeleteFunc(left, func(name uint16) bool { return bare(int(name)) })
	}
	for len(dst) < n {
		k := src.Intn(len(left))
		name := left[k]
		dst = append(dst, m.pool[name])
		if kind == NamesOfShapes {
			left = slices.DeleteFunc(left, func(other uint16) bool { return confusable(int(name), int(other)) })
			continue
		}
		left[k], left = left[0], left[1:]
	}
	return dst
}
