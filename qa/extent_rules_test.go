package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// extentItem makes item i of a family at a level.
func extentItem(t testing.TB, f qa.Family, i int64) qa.Instance {
	src := seed.NewKey(11).Named(f.Name()).At(i).Stream()
	for range 50 {
		s, err := f.Sample(src)
		if err != nil {
			t.Fatal(err)
		}
		if q, err := f.Ask(s, src); err == nil {
			return q.(qa.Instance)
		} else if !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatal(err)
		}
	}
	t.Fatalf("%s, item %d: nothing to ask", f.Name(), i)
	return nil
}

// extentLevels checks that difficulty rises with the level, and returns how often each class of answer comes.
func extentLevels(t *testing.T, f qa.Family, class func(qa.Instance) string) map[string]int {
	const items = 1000
	count := make(map[string]int)
	before := 0.0
	for level := 1; level <= qa.Levels; level++ {
		sum := 0
		for i := range int64(items) {
			q := extentItem(t, f.At(level), i)
			sum += q.Difficulty()
			count[class(q)]++
		}
		mean := float64(sum) / items
		t.Logf("%s, level %d: difficulty %.1f", f.Name(), level, mean)
		if mean <= before {
			t.Errorf("%s: difficulty %.2f at level %d, %.2f before", f.Name(), mean, level, before)
		}
		before = mean
	}
	return count
}

func TestTopologyLevels(t *testing.T) {
	count := extentLevels(t, qa.TopologyFamily{}, func(q qa.Instance) string {
		if q.(qa.Topology).Kind == qa.RoomHolding {
			return "a room"
		}
		return q.Answer().String()
	})
	t.Log(count)
	all := 0
	for _, word := range topologyWords {
		all += count[word]
	}
	for _, word := range topologyWords {
		if share := float64(count[word]) / float64(all); share < 0.105 || share > 0.145 {
			t.Errorf("%s is answered %.3f of the time; an eighth is fair", word, share)
		}
	}
	if yes, no := count["yes"], count["no"]; float64(max(yes, no)) > 0.54*float64(yes+no) {
		t.Errorf("%d yes and %d no", yes, no)
	}
}

func TestSizeLevels(t *testing.T) {
	first, many := 0, 0
	count := extentLevels(t, qa.SizeFamily{}, func(q qa.Instance) string {
		s := q.(qa.Size)
		if s.Kind == qa.SizeMost {
			if len(s.Objects) == 2 {
				many++
				first += s.Right
			}
			return fmt.Sprintf("option %d of %d", s.Right+1, len(s.Objects))
		}
		return fmt.Sprintf("kind %d: %s", s.Kind, q.Answer())
	})
	t.Log(len(count), "answers")
	if d := 2*first - many; max(d, -d) > many/10 {
		t.Errorf("of two the second is right %d times in %d", first, many)
	}
	for answer, n := range count {
		if n > 4000*8/100 && !strings.HasPrefix(answer, "option") {
			t.Errorf("%s comes %d times", answer, n)
		}
	}
}

func boxThing(name string, mark byte, b layout.Box) layout.Thing {
	return layout.Thing{Name: name, Mark: mark, Cells: b.AppendCells(nil)}
}

// TestTopologyAtTheWall: a cell at the edge of a room touches the wall, one in its middle does not, and nothing does both.
func TestTopologyAtTheWall(t *testing.T) {
	for row := 1; row <= 4; row++ {
		for col := 1; col <= 5; col++ {
			m := layout.NewMap(6, 7)
			room := layout.Box{Row: 1, Col: 1, Rows: 4, Cols: 5}
			for i := range m.Ground {
				if !room.Contains(m.Cell(i)) {
					m.Ground[i] = layout.Wall
				}
			}
			m.Ground[m.Index(layout.Cell{Row: 0, Col: 3})] = layout.Door
			m.Rooms = []layout.Room{{Name: "the pantry", Mark: 'p', Cells: room.AppendCells(nil)}}
			m.Things = []layout.Thing{boxThing("X", 'X', layout.Box{Row: row, Col: col, Rows: 1, Cols: 1})}
			q, err := qa.TopologyFamily{About: qa.WallTouch}.Ask(qa.Subject{Map: m}, seed.NewKey(1).Stream())
			if err != nil {
				t.Fatal(err)
			}
			want := qa.No
			if row == 1 || row == 4 || col == 1 || col == 5 {
				want = qa.Yes
			}
			if q.Answer() != want || q.Verify(want.String()).Reward != 1 || q.Verify((qa.Yes+qa.No-want).String()).Reward != 0 {
				t.Errorf("row %d, column %d: %v; want %v", row, col, q.Answer(), want)
			}
		}
	}
}

// TestSizeNeverComparesEquals: things of one area are not asked apart, nor is one said to be once as large.
func TestSizeNeverComparesEquals(t *testing.T) {
	m := layout.NewMap(8, 8)
	m.Things = []layout.Thing{boxThing("A", 'A', layout.Box{Row: 0, Col: 0, Rows: 2, Cols: 3}), boxThing("B", 'B', layout.Box{Row: 3, Col: 0, Rows: 3, Cols: 2}),
		boxThing("C", 'C', layout.Box{Row: 0, Col: 5, Rows: 1, Cols: 2})}
	for i := range int64(500) {
		for _, about := range []qa.SizeKind{qa.SizeMost, qa.SizeRatio} {
			q, err := qa.SizeFamily{About: about, Options: 3, Things: 3}.Ask(qa.Subject{Map: m}, seed.NewKey(2).At(i).Stream())
			if err != nil {
				t.Fatal(err)
			}
			s := q.(qa.Size)
			sizes := map[int]bool{}
			for _, o := range s.Objects {
				b := layout.BoxAround(m.Things[o].Cells)
				size := b.Area()
				if s.Of == qa.SizeWidth {
					size = b.Cols
				} else if s.Of == qa.SizeTall {
					size = b.Rows
				}
				if sizes[size] {
					t.Fatalf("%s: two are equal", q.AppendText(nil))
				}
				sizes[size] = true
			}
		}
	}
	m.Things = m.Things[:2]
	if _, err := (qa.SizeFamily{About: qa.SizeRatio}).Ask(qa.Subject{Map: m}, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
		t.Errorf("the ratio of equals: %v", err)
	}
}

func TestExtentVerify(t *testing.T) {
	m := layout.NewMap(6, 6)
	m.Things = []layout.Thing{boxThing("the oak table", 'T', layout.Box{Row: 1, Col: 1, Rows: 2, Cols: 3}), boxThing("the sink", 'S', layout.Box{Row: 2, Col: 2, Rows: 1, Cols: 1})}
	inside := qa.Topology{Map: m, Kind: qa.RegionRelation, X: 1, Y: 0, Relation: layout.TPP}
	area := qa.Size{Map: m, Kind: qa.SizeArea, Of: qa.SizeArea, Objects: []int{0}, CellSide: 50, Number: qa.Number{Value: 15, Decimals: 1, Unit: "m²"}}
	most := qa.Size{Map: m, Kind: qa.SizeMost, Of: qa.SizeArea, Objects: []int{0, 1}}
	for _, c := range []struct {
		q        qa.Question
		response string
		right    bool
	}{
		{inside, "inside at the border", true}, {inside, "It is inside at the border.", true}, {inside, "TPP", true}, {inside, "**Inside at the border**", true},
		{inside, "strictly inside", false}, {inside, "not inside at the border", false}, {inside, "inside at the border or touching", false},
		{inside, "maybe inside at the border", false}, {inside, "inside at the border\nstrictly inside", false}, {inside, "inside", false},
		{inside, "containing at the border", false}, {inside, "overlapping", false}, {inside, "inside at the border?", false},
		{area, "1.5 m²", true}, {area, "1.50", true}, {area, "1.5 square metres", true}, {area, "1.5 m2", true}, {area, "6", false}, {area, "1.5 m", false},
		{area, "1.5 cells", false}, {area, "about 1.5 m²", false}, {area, "1.5 or 2", false}, {area, "3", false}, {area, "-1.5", false},
		{most, "the oak table", true}, {most, "oak table", true}, {most, "the sink", false}, {most, "the oak table, not the sink", false}, {most, "not the oak table", false},
		{most, "both", false},
	} {
		if v := c.q.Verify(c.response); v.Correct != c.right || (v.Reward == 1) != c.right {
			t.Errorf("%s: %q is graded %+v", c.q.AppendText(nil), c.response, v)
		}
	}
}

func TestExtentKnobs(t *testing.T) {
	for _, f := range []qa.Family{
		qa.TopologyFamily{About: 9}, qa.TopologyFamily{Side: 7}, qa.TopologyFamily{Side: 33}, qa.TopologyFamily{Things: 1}, qa.TopologyFamily{Things: 9},
		qa.TopologyFamily{Rooms: 1}, qa.TopologyFamily{Nested: -1}, qa.TopologyFamily{Nested: 5}, qa.TopologyFamily{Bites: 13}, qa.TopologyFamily{Cells: 9},
		qa.TopologyFamily{Rooms: 6}, qa.TopologyFamily{Phrasing: 3}, qa.SizeFamily{About: 9}, qa.SizeFamily{Side: 7}, qa.SizeFamily{Things: 7}, qa.SizeFamily{Cells: 3},
		qa.SizeFamily{Options: 5}, qa.SizeFamily{Scale: 4}, qa.SizeFamily{Scale: -1}, qa.SizeFamily{Phrasing: 3}, qa.SizeFamily{Things: 6},
	} {
		err := f.Validate()
		if err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v is sampled: %v", f, err)
		}
	}
	for _, f := range []qa.Family{qa.TopologyFamily{}, qa.SizeFamily{}} {
		for _, s := range []qa.Subject{{}, {Map: new(layout.Map)}, {Map: layout.NewMap(3, 3)}, {Map: &layout.Map{Rows: 2, Cols: 2}}} {
			if _, err := f.Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s asks about %+v: %v", f.Name(), s.Map, err)
			}
		}
		if f.Validate() != nil || f.At(0) != f.At(1) || f.At(9) != f.At(4) {
			t.Errorf("%s: levels or zero knobs are off", f.Name())
		}
	}
	for _, q := range []qa.Instance{qa.Topology{}, qa.Size{}, qa.Topology{Map: layout.NewMap(2, 2), Kind: qa.RoomHolding}, qa.Size{Map: layout.NewMap(2, 2), Kind: qa.SizeMost}} {
		text := string(q.AppendText(nil)) + string(q.AppendFormat(nil)) + string(q.AppendEvidence(nil, qa.AsBoth)) + string(q.AppendConventions(nil)) +
			string(q.AppendRationale(nil)) + q.Answer().String()
		_, turned := q.Turn(1)
		_, contrast := q.Contrast()
		if _, err := q.Without(0); text != "" || turned || contrast || err == nil || q.Pieces() != 0 || len(q.Mistakes()) > 0 || q.Verify("yes").Reward != 0 ||
			q.Verify("").Correct || q.Difficulty() < 1 {
			t.Errorf("%+v asks %q", q, text)
		}
	}
}

// TestRoomRationale: what is said of walls is on the map, and the rooms are all those around a thing, the answer first or last.
func TestRoomRationale(t *testing.T) {
	next := regexp.MustCompile(`^Next to row (\d+), column (\d+) there is (wall|a door) at row (\d+), column (\d+)\.$`)
	edge := regexp.MustCompile(`^At row (\d+), column (\d+) it is at the edge of the map\.$`)
	kinds := map[string]int{}
	for i := range int64(600) {
		about := []qa.TopologyKind{qa.RoomHolding, qa.WallTouch}[i%2]
		q := extentItem(t, qa.TopologyFamily{About: about}.At(int(i/2%4)+1), i).(qa.Topology)
		if q.Kind == qa.RegionRelation {
			continue
		}
		evidence, lines := string(q.AppendEvidence(nil, qa.AsDrawing)), strings.Split(string(q.AppendRationale(nil)), "\n")
		drawn := strings.Split(evidence, "\n")
		_, taken, _ := strings.Cut(strings.TrimSuffix(lines[0], "."), " takes up ")
		thing, err := extentCells(taken)
		if err != nil || len(thing) != len(q.Map.Things[q.X].Cells) || len(lines) < 2 {
			t.Fatalf("%q\n%s", lines, evidence)
		}
		for c := range thing {
			if drawn[c.Row][c.Col] != drawn[q.Map.Things[q.X].At().Row][q.Map.Things[q.X].At().Col] {
				t.Fatalf("%q\n%s", lines, evidence)
			}
		}
		if q.Kind == qa.WallTouch {
			yes := false
			if m := next.FindStringSubmatch(lines[1]); m != nil {
				var n [6]int
				for k := range n {
					n[k], _ = strconv.Atoi(m[k])
				}
				mark := map[string]byte{"wall": '#', "a door": '+'}[m[3]]
				yes = thing[layout.Cell{Row: n[1] - 1, Col: n[2] - 1}] && drawn[n[4]-1][n[5]-1] == mark && max(n[1]-n[4], n[4]-n[1], n[2]-n[5], n[5]-n[2]) == 1
			} else if m := edge.FindStringSubmatch(lines[1]); m != nil {
				row, _ := strconv.Atoi(m[1])
				col, _ := strconv.Atoi(m[2])
				yes = thing[layout.Cell{Row: row - 1, Col: col - 1}] && (row == 1 || col == 1 || row == q.Map.Rows || col == q.Map.Cols)
			}
			if yes != (q.Answer() == qa.Yes) || len(lines) != 2 {
				t.Fatalf("%q: %v\n%s", lines, q.Answer(), evidence)
			}
			kinds[q.Answer().String()]++
			continue
		}
		around := 0
		for _, r := range q.Map.Rooms {
			rows, cols := [2]int{99, -1}, [2]int{99, -1}
			for _, c := range r.Cells {
				rows[0], rows[1], cols[0], cols[1] = min(rows[0], c.Row), max(rows[1], c.Row), min(cols[0], c.Col), max(cols[1], c.Col)
			}
			all := true
			for c := range thing {
				all = all && rows[0] <= c.Row && c.Row <= rows[1] && cols[0] <= c.Col && c.Col <= cols[1]
			}
			if all {
				around++
			}
		}
		said := lines[1]
		if q.Outer {
			said = lines[len(lines)-1]
		}
		if around != len(lines)-1 || !strings.HasPrefix(strings.ToLower(said), strings.ToLower(q.Answer().String())+" is around it: ") {
			t.Fatalf("%q: %v, %d rooms\n%s", lines, q.Answer(), around, evidence)
		}
		kinds[fmt.Sprint(around, q.Outer)]++
	}
	if kinds["yes"] == 0 || kinds["no"] == 0 || kinds["2 true"] == 0 || kinds["2 false"] == 0 {
		t.Error(kinds)
	}
}

// TestExtentRationale: every line says which cells, as they are drawn.
func TestExtentRationale(t *testing.T) {
	rows := regexp.MustCompile(`\brows? \d`) // and no rowing boat
	for i := range int64(400) {
		q := extentItem(t, qa.TopologyFamily{About: qa.RegionRelation}.At(int(i%4)+1), i).(qa.Topology)
		lines := strings.Split(string(q.AppendRationale(nil)), "\n")
		cells := make([]map[layout.Cell]bool, 3)
		for k, line := range lines {
			line = strings.TrimSuffix(line, ".")
			if line[0] >= 'a' {
				t.Fatalf("%q starts small", line)
			}
			if at := rows.FindStringIndex(line); at != nil {
				var err error
				if cells[k], err = extentCells(line[at[0]:]); err != nil {
					t.Fatal(err)
				}
			}
		}
		if len(lines) != 3 {
			t.Fatalf("%q", lines)
		}
		for c := range cells[0] {
			if cells[1][c] != cells[2][c] {
				t.Fatalf("%v: %q", c, lines)
			}
		}
		if got := topologyWords[topologyByPoints(cells[0], cells[1])]; got != q.Answer().String() {
			t.Fatalf("%q: %v", lines, q.Answer())
		}
	}
	for i := range int64(400) {
		q := extentItem(t, qa.SizeFamily{}.At(int(i%4)+1), i).(qa.Size)
		prompt := string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText))
		for k, line := range strings.Split(string(q.AppendRationale(nil)), "\n") {
			if k == len(q.Objects) { // 6 × 0.5 × 0.5 = 1.5
				if want := " = " + strings.Fields(q.Answer().String())[0]; !strings.HasSuffix(line, want) {
					t.Fatalf("%q: %v", line, q.Answer())
				}
				continue
			}
			what, rest, _ := strings.Cut(strings.TrimPrefix(line, "The "), " of ")
			name, size, _ := strings.Cut(rest, " is ")
			evidence, _, _ := strings.Cut(prompt, "\n\n")
			s, err := solveSize(evidence + "\n\nWhat is the " + what + " of " + name + "?")
			if err != nil || !s.Right(strings.TrimSuffix(size, ".")) {
				t.Fatalf("%q: %v, %v", line, s.Answer, err)
			}
		}
	}
}

func BenchmarkExtent(b *testing.B) {
	for _, f := range []qa.Family{qa.TopologyFamily{}, qa.SizeFamily{}} {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s/%d", f.Name(), level), func(b *testing.B) {
				b.ReportAllocs()
				f, src := f.At(level), seed.NewKey(1).Stream()
				var buf []byte
				for range b.N {
					s, err := f.Sample(src)
					if err != nil {
						b.Fatal(err)
					}
					if q, err := f.Ask(s, src); err == nil {
						buf = qa.AppendPrompt(buf[:0], s, q, qa.AsDrawing)
					}
				}
			})
		}
	}
}
