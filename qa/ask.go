package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// network returns the network of a subject's facts. The error wraps ErrUnsuitable: there are no facts or they contradict
// each other, or objects cannot be told apart by their names.
func network(family string, s Subject) (*layout.Network, error) {
	if len(s.Facts) == 0 {
		return nil, unsuitable(family, "there are no facts")
	}
	seen := make(map[string]bool, s.Layout.Len())
	for _, e := range s.Layout.Entities {
		if e.Name == "" || seen[e.Name] {
			return nil, unsuitable(family, "every object needs a name of its own")
		}
		seen[e.Name] = true
	}
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

// narrow draws one of the keys that the items have, each with equal chance however many items have it, and returns the
// items with it, in their order. Keys are 0 to 63. Of no items it returns none.
func narrow[T any](src seed.Source, items []T, key func(T) int) []T {
	var present uint64
	for _, item := range items {
		present |= 1 << key(item)
	}
	var keys []int
	for k := range 64 {
		if present&(1<<k) != 0 {
			keys = append(keys, k)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	drawn := keys[0]
	if len(keys) > 1 {
		drawn = keys[src.Intn(len(keys))]
	}
	return keep(items, func(item T) bool { return key(item) == drawn })
}

// keep returns the items that are wanted.
func keep[T any](items []T, wanted func(T) bool) []T {
	var kept []T
	for _, item := range items {
		if wanted(item) {
			kept = append(kept, item)
		}
	}
	return kept
}

// prefer returns the items that are wanted, and all where none is.
func prefer[T any](items []T, wanted func(T) bool) []T {
	if kept := keep(items, wanted); len(kept) > 0 {
		return kept
	}
	return items
}
