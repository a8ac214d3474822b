package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// network returns the network of a subject's facts. The error wraps ErrUnsuitable.
func network(family string, s Subject) (*layout.Network, error) {
	net, err := layout.NewNetwork(s.Layout.Len(), s.World)
	if err != nil {
		return nil, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
	}
	for _, fact := range s.Facts {
		if err := net.Add(fact); err != nil {
			return nil, fmt.Errorf("qa: %s: %w: %w", family, ErrUnsuitable, err)
		}
	}
	return net, nil
}

// unsuitable returns an error that wraps ErrUnsuitable.
func unsuitable(family, why string) error {
	return fmt.Errorf("qa: %s: %s: %w", family, why, ErrUnsuitable)
}

// askedName returns the name of an object for the text of a question, "?" where there is none.
func askedName(all []string, i int) string {
	if i < 0 || i >= len(all) {
		return "?"
	}
	return all[i]
}

// bins sorts what can be drawn by the answer that it has, so that first the answer is drawn and then a question with it:
// answers are equally frequent then, however many questions have them. The keys are small and not negative.
type bins[T any] struct {
	byKey [][]T
}

func (b *bins[T]) add(key int, item T) {
	for len(b.byKey) <= key {
		b.byKey = append(b.byKey, nil)
	}
	b.byKey[key] = append(b.byKey[key], item)
}

// draw draws one of the keys that have items and then one of its items; ok is false when there are none.
func (b *bins[T]) draw(src seed.Source) (item T, ok bool) {
	filled := 0
	for _, items := range b.byKey {
		if len(items) > 0 {
			filled++
		}
	}
	if filled == 0 {
		return item, false
	}
	k := src.Intn(filled)
	for _, items := range b.byKey {
		if len(items) == 0 {
			continue
		}
		if k == 0 {
			return items[src.Intn(len(items))], true
		}
		k--
	}
	return item, false // not reached
}
