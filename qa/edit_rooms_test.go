package qa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// TestEditRooms asks about maps that the family does not sample: two rooms with a wall and a door between them.
func TestEditRooms(t *testing.T) {
	drawn := 0
	for i := range int64(1500) {
		src := seed.NewKey(4).At(i).Stream()
		m := layout.NewMap(5, 7)
		rooms := [2]layout.Room{{Name: "the hall", Mark: 'h'}, {Name: "the yard", Mark: 'y'}}
		door := src.Intn(m.Rows)
		for r := range m.Rows {
			for c := range m.Cols {
				at := layout.Cell{Row: r, Col: c}
				switch {
				case c == 4 && r == door:
					m.Ground[m.Index(at)] = layout.Door
				case c == 4:
					m.Ground[m.Index(at)] = layout.Wall
				case c > 4:
					rooms[1].Cells = append(rooms[1].Cells, at)
				case c < 2:
					rooms[0].Cells = append(rooms[0].Cells, at)
				}
			}
		}
		m.Rooms = rooms[:]
		for k, c := range m.Scatter(nil, 6, src) {
			if m.GroundAt(c) == layout.Floor {
				m.Things = append(m.Things, layout.Thing{Name: string(rune('P' + k)), Mark: 'P' + byte(k), Cells: []layout.Cell{c}, Facing: layout.N.Turn(2*k) % 9})
			}
		}
		q, err := qa.EditFamily{Actions: 1 + src.Intn(6)}.Ask(qa.Subject{Map: m}, src)
		if err != nil {
			continue
		}
		for _, medium := range q.(qa.Instance).Media() {
			if medium == qa.AsBoth {
				continue // sentences do not tell the marks of rooms
			}
			prompt := string(qa.AppendPrompt(nil, qa.Subject{}, q, medium))
			s, err := editSolve(prompt)
			if err != nil || !strings.EqualFold(s.Answer, q.Answer().String()) {
				t.Fatalf("item %d: %q, %v; the answer is %q\n%s", i, s.Answer, err, q.Answer(), prompt)
			}
		}
		if v := q.Verify(fmt.Sprint(q.Answer())); !v.Correct {
			t.Fatalf("%+v", v)
		}
		if q.(qa.Edit).Asks == qa.Redraw {
			drawn++
		}
	}
	if drawn < 30 {
		t.Errorf("%d redrawn maps are too few", drawn)
	}
}
