package layout_test

import (
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// FuzzNetwork states whatever the bytes say, sense or not, and holds the network to the order graph.
func FuzzNetwork(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 0, 1, 1})
	f.Add([]byte{3, 0, 1, 1, 1, 2, 1, 2, 0, 1})             // a cycle
	f.Add([]byte{4, 0, 2, 3, 1, 3, 7, 2, 3, 1, 0, 1, 1})    // two columns beside each other
	f.Add([]byte{5, 0, 2, 1, 2, 1, 5, 0, 3, 1, 3, 4, 1})    // two chains between the same two
	f.Add([]byte{4, 0, 2, 3, 2, 3, 1, 1, 3, 1, 0, 1, 3})    // two into one cell
	f.Add([]byte{3, 255, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 99}) // nonsense
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 || len(data) > 100 {
			return
		}
		n := int(data[0] % 14)
		net, err := layout.NewNetwork(n, layout.World{})
		if err != nil {
			t.Fatal(err)
		}
		var kept []layout.Fact
		for rest := data[1:]; len(rest) >= 3; rest = rest[3:] {
			fact := layout.Fact{Locatum: int(int8(rest[0])), Relatum: int(int8(rest[1])), Relation: layout.Cardinal(rest[2])}
			sense := fact.Locatum >= 0 && fact.Locatum < n && fact.Relatum >= 0 && fact.Relatum < n &&
				fact.Locatum != fact.Relatum && slices.Contains(eightRelations, fact.Relation)
			with := append(slices.Clone(kept), fact)
			err := net.Add(fact)
			switch agrees := sense; {
			case !sense && err == nil:
				t.Fatalf("%v was taken", fact)
			case !sense:
			default:
				if r := reachable(n, with); r.impossible() {
					agrees = false
					checkConflict(t, net, fact, err)
				} else if err != nil {
					t.Fatalf("Add(%v) to %v: %v", fact, kept, err)
				}
				if agrees {
					kept = with
				}
			}
		}
		if !slices.Equal(net.Facts(), kept) {
			t.Fatalf("the network holds %v, want %v", net.Facts(), kept)
		}
		diffReach(t, net)
		cells := net.Realise(nil)
		checkRealised(t, n, kept, cells)
		if want := slowRealise(n, kept); !slices.Equal(cells, want) {
			t.Fatalf("%v: %v, want %v", kept, cells, want)
		}
		if len(kept) <= 12 {
			checkProofs(t, n, kept)
		}
	})
}
