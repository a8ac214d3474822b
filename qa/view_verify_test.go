package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// viewMap is
//
//	.A..#
//	.....
//	B.C.D
//	.....
//	.E..F
//
// with names for the letters; the cook, A, faces up.
func viewMap() *layout.Map {
	m := layout.NewMap(5, 5)
	m.Ground[4] = layout.Wall
	for i, at := range []layout.Cell{{Row: 0, Col: 1}, {Row: 2, Col: 0}, {Row: 2, Col: 2}, {Row: 2, Col: 4}, {Row: 4, Col: 1}, {Row: 4, Col: 4}} {
		m.Things = append(m.Things, layout.Thing{Name: []string{"the cook", "the stove", "the sink", "the oven", "the oak table", "E"}[i], Mark: byte('A' + i),
			Cells: []layout.Cell{at}})
	}
	m.Things[0].Facing = layout.N
	return m
}

// TestEgocentricByHand: somebody at the sink in the middle, with everything worked out by hand.
func TestEgocentricByHand(t *testing.T) {
	const sink, stove, oven, cook, oak, e = 2, 1, 3, 0, 4, 5
	for _, c := range []struct {
		q    qa.Egocentric
		want string
	}{
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.N, Target: stove}, "left"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.S, Target: stove}, "right"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByThing, Toward: stove, Target: cook}, "right"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByThing, Toward: stove, Target: oven, Sectors: layout.Quarters}, "behind"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByThing, Toward: stove, Away: true, Target: oven, Sectors: layout.Quarters}, "ahead"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByThing, Toward: stove, Target: cook, Sectors: layout.Quadrants}, "front-right"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.E, Target: e, Sectors: layout.Eighths}, "front-right"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.E, Turns: []int{-2, -1}, Target: e, Sectors: layout.Eighths}, "behind"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.N, Target: oak, Sectors: layout.Hours}, "7 o'clock"},
		{qa.Egocentric{Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.N, Target: stove, Sectors: layout.Hours}, "9 o'clock"},
		{qa.Egocentric{Form: qa.EgoWhere, At: cook, Face: qa.AsShown, Target: stove}, "left"},
		{qa.Egocentric{Form: qa.EgoWhere, At: cook, Face: qa.AsShown, Away: true, Target: stove}, "right"},
		// On the map up is north, then west where north is to the right.
		{qa.Egocentric{Form: qa.EgoSide, At: cook, Face: qa.AsShown, Side: 6}, "west"},
		{qa.Egocentric{Form: qa.EgoSide, At: cook, Face: qa.AsShown, Side: 6, North: qa.NorthRight}, "south"},
		{qa.Egocentric{Form: qa.EgoFacing, At: sink, Target: stove, Side: 6}, "north"},
		{qa.Egocentric{Form: qa.EgoFacing, At: sink, Target: stove, Side: 2, Turns: []int{2}}, "west"},
		{qa.Egocentric{Form: qa.EgoFacing, At: sink, Target: stove, Side: 6, North: qa.NorthDown}, "south"},
		{qa.Egocentric{Form: qa.EgoBearing, At: stove, Face: qa.ByCompass, Facing: layout.S, Target: oven}, "east"},
		{qa.Egocentric{Form: qa.EgoBearing, At: stove, Face: qa.ByCompass, Facing: layout.S, Target: oven, North: qa.NorthLeft}, "south"},
	} {
		c.q.Map = viewMap()
		if got := c.q.Answer().String(); got != c.want {
			t.Errorf("%s: %q; want %q", c.q.AppendText(nil), got, c.want)
		}
	}
	q := qa.Egocentric{Map: viewMap(), Form: qa.EgoWhere, At: sink, Face: qa.ByCompass, Facing: layout.N, Target: stove}
	viewGrade(t, q, []string{"left", "Left.", "LEFT", "to the left", "It is on the left.", "On your left", "The sink looks north. Answer: left", "on my left side of me\nleft",
		"**left**", "First I thought right.\n\nThe answer is left."},
		[]string{"right", "to the right", "left or right", "maybe left", "not left", "left? right", "ahead", "The stove is left of the sink", "left\nright",
			"west", "Left. No, it is right."})
	q.Sectors = layout.Hours
	viewGrade(t, q, []string{"9 o'clock", "9", "nine o'clock", "at 9 o'clock", "It is at 9 o'clock.", "9:00", "Nine", "at your 9 o'clock"},
		[]string{"3 o'clock", "19", "9 or 10 o'clock", "12", "not 9 o'clock", "9 o'clock and 10 o'clock", "between 9 and 10", "0"})
	q.Sectors, q.Target = layout.Quadrants, cook
	viewGrade(t, q, []string{"front-left", "front left", "ahead and to the left", "Ahead-left", "left-front", "ahead left"}, []string{"front", "left", "front-right", "back left", "front-left or front-right"})
	side := qa.Egocentric{Map: viewMap(), Form: qa.EgoSide, At: cook, Face: qa.AsShown, Side: 7, Eight: true}
	viewGrade(t, side, []string{"north-west", "northwest", "NW", "North West", "It is north-west.", "to the north-west"}, []string{"north", "west", "north-east", "north and west",
		"north or north-west", "south-west", "left"})
}

func viewGrade(t *testing.T, q qa.Question, right, wrong []string) {
	t.Helper()
	for _, response := range right {
		if v := q.Verify(response); !v.Correct || v.Reward != 1 {
			t.Errorf("%s: %q is graded %+v", q.AppendText(nil), response, v)
		}
	}
	for _, response := range wrong {
		if v := q.Verify(response); v.Correct || v.Reward == 1 {
			t.Errorf("%s: %q is graded %+v", q.AppendText(nil), response, v)
		}
	}
}

// TestVisibleByHand: on the same map, with lines worked out by hand.
func TestVisibleByHand(t *testing.T) {
	const cook, stove, sink, oven, oak, e = 0, 1, 2, 3, 4, 5
	for _, c := range []struct {
		q    qa.Visible
		want string
	}{
		{qa.Visible{Form: qa.SightOf, At: stove, Target: oven}, "no"},
		{qa.Visible{Form: qa.SightOf, At: stove, Target: oven, Negated: true}, "yes"},
		{qa.Visible{Form: qa.SightOf, At: stove, Target: sink}, "yes"},
		{qa.Visible{Form: qa.SightOf, At: cook, Target: oak}, "yes"},  // straight down a free column
		{qa.Visible{Form: qa.SightOf, At: cook, Target: oven}, "yes"}, // 2 rows down, 3 columns to the right: beside the sink
		{qa.Visible{Form: qa.SightOf, At: oak, Target: oven}, "yes"},  // the other way round
		{qa.Visible{Form: qa.SightOf, At: cook, Target: e}, "no"},     // 4 down, 3 right: 1.5 down it is 1.125 right, inside the sink's cell
		{qa.Visible{Form: qa.SightOf, At: stove, Target: e}, "yes"},   // 2 down, 4 right
		{qa.Visible{Form: qa.SightOf, At: cook, Target: oak, Facing: layout.S}, "yes"},
		{qa.Visible{Form: qa.SightOf, At: cook, Target: oak, Facing: layout.N}, "no"},
		{qa.Visible{Form: qa.HiddenBy, At: stove, Target: oven}, "the sink"},
		{qa.Visible{Form: qa.FirstSight, At: stove, Facing: layout.E}, "the sink"},
		{qa.Visible{Form: qa.FirstSight, At: stove, Facing: layout.N}, "nothing"},
		{qa.Visible{Form: qa.FirstSight, At: cook, Facing: layout.E}, "a wall"},
		{qa.Visible{Form: qa.FirstSight, At: oven, Facing: layout.S}, "E"},
		{qa.Visible{Form: qa.InSight, At: stove, Options: []int{sink, oven, oak}}, "the sink, the oak table"},
		{qa.Visible{Form: qa.InSight, At: stove, Options: []int{sink, oven, oak}, Negated: true}, "the oven"},
		{qa.Visible{Form: qa.InSight, At: stove, Options: []int{sink, oven, oak}, Facing: layout.W}, "none"},
	} {
		c.q.Map = viewMap()
		if got := c.q.Answer().String(); got != c.want {
			t.Errorf("%s: %q; want %q", c.q.AppendText(nil), got, c.want)
		}
	}
	can := qa.Visible{Map: viewMap(), Form: qa.SightOf, At: stove, Target: oven}
	viewGrade(t, can, []string{"no", "No.", "The sink is in the way. Answer: no", "No, the sink hides it."}, []string{"yes", "maybe not", "yes and no", "cannot be determined", "no?"})
	first := qa.Visible{Map: viewMap(), Form: qa.FirstSight, At: cook, Facing: layout.E}
	viewGrade(t, first, []string{"a wall", "wall", "The wall.", "It is a wall."}, []string{"nothing", "the oven", "a wall or the oven", "the sink\nA wall?", "E"})
	hides := qa.Visible{Map: viewMap(), Form: qa.HiddenBy, At: stove, Target: oven}
	viewGrade(t, hides, []string{"the sink", "sink", "The sink.", "Answer: the sink"}, []string{"the oven", "the stove", "the sink or the cook", "a wall", "not the sink"})
	which := qa.Visible{Map: viewMap(), Form: qa.InSight, At: stove, Options: []int{sink, oven, oak}}
	viewGrade(t, which, []string{"the sink, the oak table", "the oak table and the sink", "The sink and the oak table."},
		[]string{"the sink", "all", "none", "the sink, the oven", "the sink, the oak table, the oven", "the sink and maybe the oak table"})
}

// TestVisibleGrazes: a corner that a line only touches hides nothing, and is not asked about.
func TestVisibleGrazes(t *testing.T) {
	m := layout.NewMap(2, 2)
	m.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{{Row: 0, Col: 0}}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 1, Col: 1}}}}
	m.Ground[1], m.Ground[2] = layout.Wall, layout.Wall
	if a := (qa.Visible{Map: m, Form: qa.SightOf, Target: 1}).Answer(); a != qa.Answer(qa.Yes) {
		t.Errorf("between two corners one sees: %v", a)
	}
	for i := range int64(50) {
		if q, err := (qa.VisibleFamily{Form: qa.SightOf}).Ask(qa.Subject{Map: m}, seed.NewKey(1).At(i).Stream()); err == nil {
			t.Fatalf("asked: %s", q.AppendText(nil))
		}
	}
	for i := range int64(2000) {
		_, inst := viewAsk(t, qa.VisibleFamily{}.At(1+int(i%4)), i)
		q := inst.(qa.Visible)
		s, err := egoRead(string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsDrawing)))
		if err != nil {
			t.Fatal(err)
		}
		targets := append([]int{}, q.Options...)
		if q.Target >= 0 {
			targets = append(targets, q.Target)
		}
		for _, target := range targets {
			from, to := s.things[q.Map.Things[q.At].Name], s.things[q.Map.Things[target].Name]
			if len(visibleBlockers(s, from, to)) > 0 {
				continue
			}
			for row := range s.rows {
				for col := range s.cols {
					if c := (egoSpot{row: row, col: col}); s.grid[row][col] != '.' && visibleMeets(from, to, c) == 1 && q.Facing == layout.EQ {
						t.Fatalf("row %d, column %d is grazed:\n%s", row+1, col+1, qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsDrawing))
					}
				}
			}
		}
	}
}

// TestVisibleShortcuts: neither how far away something is, nor whether something stands in the rectangle between the two, tells much.
func TestVisibleShortcuts(t *testing.T) {
	for level := 1; level <= qa.Levels; level++ {
		var byDistance [20][2]int
		crowded, n := 0, 0
		for i := range int64(3000) {
			f := qa.VisibleFamily{Form: qa.SightOf}.At(level).(qa.VisibleFamily)
			f.Cone = false
			_, inst := viewAsk(t, f, i)
			q := inst.(qa.Visible)
			a, b := q.Map.Things[q.At].At(), q.Map.Things[q.Target].At()
			yes := 0
			if q.Answer() == qa.Answer(qa.Yes) {
				yes = 1
			}
			byDistance[max(a.Row-b.Row, b.Row-a.Row, a.Col-b.Col, b.Col-a.Col)][yes]++
			empty := 1
			for row := min(a.Row, b.Row); row <= max(a.Row, b.Row); row++ {
				for col := min(a.Col, b.Col); col <= max(a.Col, b.Col); col++ {
					if c := (layout.Cell{Row: row, Col: col}); c != a && c != b && !q.Map.Free(c) {
						empty = 0
					}
				}
			}
			if empty == yes {
				crowded++
			}
			n++
		}
		best := 0
		for _, count := range byDistance {
			best += max(count[0], count[1])
		}
		t.Logf("level %d: the distance tells %.1f%%, the rectangle between %.1f%%", level, 100*float64(best)/float64(n), 100*float64(crowded)/float64(n))
		if crowded > n*80/100 {
			t.Errorf("level %d: whether the rectangle is empty tells %d of %d", level, crowded, n)
		}
		if best > n*56/100 {
			t.Errorf("level %d: the distance alone tells %d of %d", level, best, n)
		}
	}
}

// TestPoseVerify grades poses in all the ways that they can be said.
func TestPoseVerify(t *testing.T) {
	// The sink is straight ahead, 1 step away, and the oven straight ahead, 3 steps away: one looks right from between stove and sink.
	q := qa.FindPose{Map: viewMap(), Cues: []qa.Cue{{Thing: 2, Ahead: 1}, {Thing: 3, Ahead: 3}}}
	if got := q.Answer().String(); got != "row 3, column 2, facing east" {
		t.Fatalf("%q", got)
	}
	viewGrade(t, q, []string{"row 3, column 2, facing east", "Row 3, column 2, facing east.", "You are at row 3, column 2, facing east.", "(3, 2), facing east", "(3, 2) east",
		"at row 3, column 2 and facing east", "row 3, col 2, looking east", "r3c2, facing east", "row 3 and column 2, facing due east"},
		[]string{"row 3, column 2, facing west", "row 2, column 3, facing east", "row 3, column 2", "facing east", "row 3, column 2, facing east or west",
			"row 3, column 2, facing east and row 1, column 1, facing north", "row 3, column 2, facing east. Or row 1, column 1, facing north.",
			"not row 3, column 2, facing east", "row 3, column 2, facing north-east", "maybe row 3, column 2, facing east",
			"row 3, column 2, facing east\nrow 3, column 4, facing west", "row 13, column 2, facing east", "row 3, column 2, facing eastward ho"})
	turned := q
	turned.North = qa.NorthRight
	if got := turned.Answer().String(); got != "row 3, column 2, facing north" {
		t.Errorf("with north to the right: %q", got)
	}
	all := qa.FindPose{Map: viewMap(), All: true, Cues: []qa.Cue{{Thing: 2, Ahead: 1}, {Thing: 3, Kind: qa.CueSide, Side: 1}}}
	if got := all.Answer().String(); got != "row 4, column 3, facing north" {
		t.Errorf("%q", got)
	}
	all.Cues = all.Cues[:1]
	if got := all.Answer().String(); strings.Count(got, "facing") != 4 {
		t.Errorf("%q", got)
	}
	text := all.Answer().String()
	list := strings.Split(text, " and ")
	viewGrade(t, all, []string{text, strings.Join(list, "; "), strings.Join(list, "\n"), "- " + strings.Join(list, "\n- "), "1. " + strings.Join(list, "\n2. "),
		"The poses are:\n" + strings.Join(list, ",\n") + ".", list[3] + ", " + list[2] + " and " + list[1] + ", and " + list[0], "Answer: " + strings.Join(list, " / "),
		text + " and " + list[0]},
		[]string{list[0], strings.Join(list[1:], " and "), text + " and row 1, column 1, facing north", strings.Join(list, " or "), "none", "all", "maybe " + text,
			strings.Join(list, "\n") + "\nrow 1, column 1, facing north"})
	if v := all.Verify(list[0]); v.Reward != 0.25 || !v.FormatOK {
		t.Errorf("a quarter is graded %+v", v)
	}
	if v := all.Verify(text + " and row 1, column 1, facing north"); v.Reward != 0.8 {
		t.Errorf("one too many is graded %+v", v)
	}
}

// FuzzPose: readers of poses never fail badly, and what they take they take again.
func FuzzPose(f *testing.F) {
	for _, s := range []string{"row 3, column 2, facing east", "(3, 2), facing east / (1, 1) north", "row 1, column 1, facing north and row 2, column 3, facing east", "- r1c1 north\n- r2c2 east",
		"row 1; row 2, column 3", "\xff;;//\n1. row 999, column 999, facing south-west", "row 3, column 2, facing east and"} {
		f.Add(s)
	}
	one := qa.FindPose{Map: viewMap(), Cues: []qa.Cue{{Thing: 2, Ahead: 1}, {Thing: 3, Ahead: 3}}}
	all := qa.FindPose{Map: viewMap(), All: true, Cues: []qa.Cue{{Thing: 2, Ahead: 1}}}
	f.Fuzz(func(t *testing.T, response string) {
		for _, q := range []qa.FindPose{one, all} {
			v := q.Verify(response)
			if v.Correct != (v.Reward == 1) || v.Reward < 0 || v.Reward > 1 || v.Reward > 0 && !v.FormatOK {
				t.Fatalf("%q is graded %+v", response, v)
			}
			if v.FormatOK {
				if again := q.Verify(v.Extracted); again.Reward != v.Reward {
					t.Fatalf("%q is graded %+v, then %q %+v", response, v, v.Extracted, again)
				}
			}
		}
	})
}
