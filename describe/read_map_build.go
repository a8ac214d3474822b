package describe

import (
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// build makes the map of what was said.
func (r *mapReader) build() error {
	fail := func(s *mapSentence, p Problem) error { return syntaxError(r.text, p, s.start, s.start) }
	for i := range r.said {
		s := &r.said[i]
		for k, c := range s.cells {
			switch {
			case !r.m.Has(c):
				return fail(s, OffMap)
			case k > 0 && c == s.cells[k-1]:
				return fail(s, Contradiction)
			case s.ground == layout.Floor:
			case r.m.GroundAt(c) != layout.Floor && r.m.GroundAt(c) != s.ground:
				return fail(s, Misfit)
			default:
				r.m.Ground[r.m.Index(c)] = s.ground
			}
		}
	}
	names := make(map[string]bool)
	for i := range r.said {
		s := &r.said[i]
		if s.ground != layout.Floor {
			continue
		}
		if s.name != "" && names[s.name] {
			return fail(s, Misfit)
		}
		names[s.name] = true
		if s.kind == "" && s.facing == layout.EQ && isPlace(s.name) {
			r.m.Rooms = append(r.m.Rooms, layout.Room{Name: s.name, Cells: s.cells})
			continue
		}
		for _, c := range s.cells {
			if g := r.m.GroundAt(c); g != layout.Floor && g != layout.Door {
				return fail(s, Misfit)
			}
		}
		r.m.Things = append(r.m.Things, layout.Thing{Name: s.name, Kind: s.kind, Cells: s.cells, Facing: s.facing})
	}
	count := make(map[string]int)
	for i := range r.m.Things {
		t := &r.m.Things[i]
		for t.Kind != "" && (t.Name == "" || names[t.Name]) {
			count[t.Kind]++
			t.Name = t.Kind + " " + strconv.Itoa(count[t.Kind])
		}
		names[t.Name] = true
	}
	return nil
}

// isPlace reports whether a name is one of a room's: a place of the themes, or "room" with a number.
func isPlace(name string) bool {
	if rest, ok := strings.CutPrefix(name, "room "); ok && rest != "" && strings.Trim(rest, "0123456789") == "" {
		return true
	}
	for i := range themes {
		for _, place := range themes[i].Places {
			if place == name {
				return true
			}
		}
	}
	return false
}

// giveMarks gives rooms small letters and things capital letters, then digits, and * when all are taken.
func giveMarks(m *layout.Map) {
	var taken [256]bool
	free := func(name, spare string, shift byte) byte {
		for _, c := range []byte(name) {
			if shift == 0 && 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			if 'a' <= c && c <= 'z' && !taken[c-shift] {
				taken[c-shift] = true
				return c - shift
			}
		}
		for _, c := range []byte(spare) {
			if !taken[c] {
				taken[c] = true
				return c
			}
		}
		return '*'
	}
	for i := range m.Rooms {
		r := &m.Rooms[i]
		if r.Mark = free(strings.TrimPrefix(r.Name, "the "), "abcdefghijklmnopqrstuvwxyz", 0); r.Mark == '*' {
			r.Mark = 0 // a room that drawings do not show
		}
	}
	isMark := func(t *layout.Thing) bool {
		return t.Kind == "" && len(t.Name) == 1 && ('A' <= t.Name[0] && t.Name[0] <= 'Z' || '0' <= t.Name[0] && t.Name[0] <= '9')
	}
	for i := range m.Things {
		if t := &m.Things[i]; isMark(t) {
			t.Mark = t.Name[0]
			taken[t.Mark] = true
		}
	}
	kinds := make(map[string]byte)
	for i := range m.Things {
		t := &m.Things[i]
		if isMark(t) {
			continue
		}
		if t.Kind != "" && kinds[t.Kind] != 0 {
			t.Mark = kinds[t.Kind]
			continue
		}
		name := t.Name
		if t.Kind != "" {
			name = t.Kind
		}
		t.Mark = free(strings.ToLower(strings.TrimPrefix(name, "the ")), "ABCDEFGHIJKLMNOPQRSTUVWXYZ9876543210", 'a'-'A')
		if t.Kind != "" {
			kinds[t.Kind] = t.Mark
		}
	}
}
