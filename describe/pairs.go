package describe

import "github.com/gridscribe/gridscribe/layout"

// AppendPairs appends the relation of every ordered pair of entities in base words, "A is below and to the right of
// B.", joined by blanks: the first entity against each other one in their order, then the second, and so on. Two
// entities in one cell are "in the same place as" each other. A name that starts with an article starts a sentence with a
// capital. Fewer than two entities append nothing.
func AppendPairs(dst []byte, l layout.Layout) []byte {
	between := &English().between
	start := len(dst)
	for i := range l.Entities {
		locatum := &l.Entities[i]
		for j := range l.Entities {
			if i == j {
				continue
			}
			relatum := &l.Entities[j]
			if len(dst) > start {
				dst = append(dst, ' ')
			}
			dst = appendSentenceName(dst, locatum.Name)
			dst = append(dst, between[locatum.At.Relation(relatum.At)]...)
			dst = append(dst, relatum.Name...)
			dst = append(dst, '.')
		}
	}
	return dst
}
