package layout

import "github.com/gridscribe/gridscribe/layout/seed"

// Fingerprint returns a number that is equal for logs that differ only in names. Different ones hardly share one.
func (l *Log) Fingerprint() uint64 {
	things, places := make(map[int]uint64), make(map[int]uint64)
	number := func(seen map[int]uint64, i int) uint64 {
		n, ok := seen[i]
		if !ok {
			n = uint64(len(seen))
			seen[i] = n
		}
		return n
	}
	h := seed.Mix(uint64(len(l.Events)))
	for _, e := range l.Events {
		h = seed.Mix(h ^ uint64(e.Step)<<40 ^ number(things, e.Thing)<<20 ^ number(places, e.Place))
	}
	return h
}
