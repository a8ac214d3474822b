package layout_test

import (
	"errors"
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

// FuzzWorlds states whatever the bytes say of up to four objects in any reading and world, sense or not, and holds the
// network to lists of coordinates.
func FuzzWorlds(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{3, 0, 0, 0, 0, 1, 1, 0, 0, 0, 1, 2, 1, 1, 0, 0})             // two facts without end
	f.Add([]byte{3, 3, 1, 0, 0, 2, 1, 0, 0, 0, 1, 2, 1, 2, 0, 0})             // a grid of three rows and a column
	f.Add([]byte{4, 2, 2, 1, 0, 255, 0, 4, 0, 0, 1, 255, 0, 4, 0, 0})         // corners, shared
	f.Add([]byte{4, 0, 0, 0, 0, 1, 0, 3, 0x22, 0x44, 2, 254, 0, 3, 0x0f, 51}) // measured
	f.Add([]byte{2, 1, 1, 0, 0, 1, 3, 0, 0, 0})                               // no room
	f.Add([]byte{3, 4, 4, 0, 9, 200, 99, 7, 0, 0, 1, 1, 0, 3, 0x91, 0x19})    // nonsense
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 4 || len(data) > 60 {
			return
		}
		n := int(data[0] % 5)
		w := layout.World{Rows: int(data[1] % 5), Cols: int(data[2] % 5), Sharing: data[3]%2 == 1}
		var c checker
		if err := c.net.Reset(n, w); err != nil {
			var room *layout.RoomError
			if !errors.As(err, &room) {
				t.Fatal(err)
			}
			return
		}
		var kept []layout.Fact
		framed := w.Rows > 0 && w.Cols > 0
		for rest := data[4:]; len(rest) >= 6 && len(kept) < 6; rest = rest[6:] {
			fact := layout.Fact{
				Locatum: int(int8(rest[0])), Relatum: int(int8(rest[1])), Relation: layout.Cardinal(rest[2]), Reading: layout.Reading(rest[3]),
			}
			if fact.Reading == layout.Measured {
				fact.Rows, fact.Cols = fuzzInterval(rest[4]), fuzzInterval(rest[5])
			}
			if fact.Relatum < 0 && !framed && n > 3 {
				continue // too many lines to list
			}
			err := c.net.Add(fact)
			if errors.Is(err, layout.ErrInvalidFact) {
				if status := c.net.Judge(fact); status != layout.Open {
					t.Fatalf("%v is not valid and %v", fact, status)
				}
				continue
			}
			tr := truthOf(n, w, append(slices.Clone(kept), fact))
			if tr.impossible() != (err != nil) {
				t.Fatalf("%+v: Add(%v) to %v: %v, impossible is %t", w, fact, kept, err, tr.impossible())
			}
			if err == nil {
				kept = append(kept, fact)
			}
		}
		if !slices.Equal(c.net.Facts(), kept) {
			t.Fatalf("the network holds %v, want %v", c.net.Facts(), kept)
		}
		tr := truthOf(n, w, kept)
		c.compare(t, w, kept, &tr)
	})
}

// fuzzInterval makes any interval of small numbers, some of them empty, some without an end.
func fuzzInterval(b byte) layout.Interval {
	v := layout.Interval{Lo: int(b&15) - 8, Hi: int(b>>4) - 8}
	if v.Lo > 3 || v.Lo < -3 {
		v.Lo = -layout.Unbounded
	}
	if v.Hi > 3 || v.Hi < -3 {
		v.Hi = layout.Unbounded
	}
	return v
}
