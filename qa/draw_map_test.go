package qa_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

var drawKit = qatest.Kit{
	NoContrast: "all of the map is asked for", NoHiding: "all of the map is asked for", NoDrawing: "the drawing is the answer",
	Families: append([]qa.Family{qa.DrawFamily{}}, mapFamilies(func(m qa.Maps) qa.Family { return qa.DrawFamily{Maps: m} })...),
	Solve: func(prompt string) (qatest.Solution, error) {
		if strings.HasPrefix(prompt, "The map has") {
			return drawMapSolve(prompt)
		}
		return drawTextSolve(prompt)
	},
	Wrong: drawWrong,
	Class: func(q qa.Question) string { return fmt.Sprintf("%T", q) },
	Texts: true,
}

func TestDrawKit(t *testing.T) { qatest.Run(t, drawKit) }

// mapFamilies returns a family of maps at every level, and with other knobs.
func mapFamilies(of func(qa.Maps) qa.Family) (all []qa.Family) {
	for level := range qa.Levels {
		m := qa.Maps{On: true, Phrasing: qa.Phrasing(level % qa.Phrasings)}
		all = append(all, of(m).At(level+1))
	}
	return append(all, of(qa.Maps{On: true}), of(qa.Maps{On: true, Rows: 10, Cols: 7, Rooms: 6, Things: 12, Walls: 12}),
		of(qa.Maps{On: true, Rows: 24, Cols: 24, Rooms: 1, Things: 12, Walls: 12}))
}

// TestMapLevels: maps grow with the level, and their rationales say what stands where.
func TestMapLevels(t *testing.T) {
	for _, f := range []qa.Family{qa.DrawFamily{Maps: qa.Maps{On: true}}, qa.DescribeFamily{Maps: qa.Maps{On: true}}} {
		before := 0
		for level := 1; level <= qa.Levels; level++ {
			sum := 0
			for i := range int64(300) {
				src := seed.NewKey(11).Named(f.Name()).At(i).Stream()
				s, err := f.At(level).Sample(src)
				if err != nil {
					t.Fatal(err)
				}
				if err := s.Map.Validate(); err != nil {
					t.Fatal(err)
				}
				q, err := f.At(level).Ask(s, src)
				if err != nil {
					t.Fatalf("%v\n%s", err, describe.AppendMap(nil, s.Map))
				}
				inst := q.(qa.Instance)
				sum += inst.Difficulty()
				board, _, err := mapBoardOfDrawing(string(scene.AppendMap(nil, s.Map, scene.Plain)))
				if err != nil {
					t.Fatal(err)
				}
				mapReplay(t, string(inst.AppendRationale(nil)), board)
			}
			if sum <= before {
				t.Errorf("%s, level %d: %d steps, %d before", f.Name(), level, sum, before)
			}
			t.Logf("%s, level %d: %.1f steps", f.Name(), level, float64(sum)/300)
			before = sum
		}
	}
}

// mapReplay checks every step of a rationale.
func mapReplay(t *testing.T, rationale string, b *mapBoard) {
	t.Helper()
	lines := strings.Split(rationale, "\n")
	if len(lines) != b.rows {
		t.Fatalf("%d steps for %d rows", len(lines), b.rows)
	}
	for r, line := range lines {
		rest, ok := strings.CutPrefix(line, fmt.Sprintf("Row %d: ", r+1))
		if !ok {
			t.Fatalf("step %q", line)
		}
		for c, word := range strings.Split(strings.TrimSuffix(rest, "."), ", ") {
			want := b.cells[[2]int{r + 1, c + 1}]
			switch {
			case want == "#":
				want = "wall"
			case want == "+":
				want = "door"
			case want == "":
				want = "floor"
			case want == "?":
				want = "unknown"
			case strings.HasPrefix(want, "kind "):
				want = "a " + want[5:]
			case strings.HasPrefix(want, "room "):
				want = "floor of " + want[5:]
			default:
				want = strings.TrimPrefix(want, "thing ")
			}
			if word != want {
				t.Fatalf("%q, column %d: %q is there", line, c+1, want)
			}
		}
	}
}

func oneMap() *layout.Map {
	m := layout.NewMap(2, 3)
	m.Ground[0] = layout.Wall
	m.Things = []layout.Thing{{Name: "the kettle", Mark: 'K', Cells: []layout.Cell{{Row: 1, Col: 1}}, Facing: layout.N}}
	return m
}

func TestDrawMapVerify(t *testing.T) {
	q := qa.DrawMap{Map: oneMap()}
	for _, test := range []struct {
		response string
		reward   float64
		formatOK bool
		reason   string
	}{
		{"#..\n.K.\n\nK = the kettle, facing north", 1, true, ""},
		{"Sure!\n```\n# . .\n. Z .\n\nZ = the kettle, facing North\n```\n", 1, true, ""},
		{"| |1|2|3|\n|-|-|-|-|\n|1|#|.|.|\n|2|.|K|.|\n\nK = the kettle, facing north", 1, true, ""},
		{"#..\n.K.\n\nK = kettle, facing north", 1, true, ""},
		{"#..\n.K.\n\nK = The kettle, facing north", 1, true, ""},
		{"#..\n.K.\n\nK = the black kettle, facing north", 1.0 / 2, true, "5 of 6"},
		{"#..\n.KL\n\nK = the kettle, facing north\nL = kettle, facing north", 2.0 / 3, true, "5 of 6"},
		{"...\n...", 0, true, "4 of 6"},
		{"...\n.K.\n\nK = the kettle, facing north", 1.0 / 2, true, "5 of 6"},
		{"#..\n.K.\n\nK = the kettle, facing south", 1.0 / 2, true, "5 of 6"},
		{"#..\n.K.\n\nK = the kettle", 1.0 / 2, true, "5 of 6"},
		{"#..\n.K.", 1.0 / 2, true, "5 of 6"},
		{"#..\nK..\n\nK = the kettle, facing north", 1.0 / 3, true, "4 of 6"},
		{"#..\n.K.\n...\n\nK = the kettle, facing north", 2.0 / 5, true, "3 rows"},
		{"#..\n.KK\n\nK = the kettle, facing north", 2.0 / 3, true, "5 of 6"},
		{"#..\n.K.\n\nK = the kettle, facing north\nA = the stove", 0, false, "lacks"},
		{"#..\n.K\n\nK = the kettle", 0, false, "cells"},
		{"The kettle is in the middle.", 0, false, "no drawing"},
		{"", 0, false, "no drawing"},
	} {
		v := checkedVerdict(t, q, test.response)
		if v.Reward != test.reward || v.FormatOK != test.formatOK || !strings.Contains(v.Reason, test.reason) {
			t.Errorf("%q is graded %+v; want reward %v, format %t, reason %q", test.response, v, test.reward, test.formatOK, test.reason)
		}
	}
}

func TestMapQuestionsZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.DrawMap{}, qa.DescribeMap{}} {
		if v := q.Verify("#..\n.K."); v.Reward != 0 || q.Answer().String() != "" || q.Mistakes() != nil || q.Difficulty() != 1 || !q.Answer().Equal(q.Answer()) {
			t.Errorf("%T: %+v", q, v)
		}
		if len(q.AppendEvidence(nil, 0)) > 0 || len(q.AppendConventions(nil)) > 0 || len(q.AppendRationale(nil)) > 0 {
			t.Errorf("%T shows something", q)
		}
		if _, ok := q.Turn(1); ok {
			t.Errorf("%T can be turned", q)
		}
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%T: %v", q, err)
		}
	}
}

func TestMapsValidate(t *testing.T) {
	for _, m := range []qa.Maps{{Rows: 3}, {Rows: 25}, {Cols: -1}, {Rooms: 7}, {Rooms: 6, Rows: 6, Cols: 12}, {Rooms: 2}, {Things: 13}, {Walls: -1}, {Phrasing: 9}} {
		m.On = true
		for _, f := range []qa.Family{qa.DrawFamily{Maps: m}, qa.DescribeFamily{Maps: m}} {
			if f.Validate() == nil {
				t.Errorf("%+v is valid", f)
			}
			if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%+v: %v", f, err)
			}
			if _, err := f.Ask(qa.Subject{Map: oneMap()}, seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%+v: %v", f, err)
			}
		}
	}
}

// TestMapsUnsuitable: maps that sentences or drawings cannot tell are refused.
func TestMapsUnsuitable(t *testing.T) {
	odd := map[string]*layout.Map{"no cells": new(layout.Map)}
	named := oneMap()
	named.Things[0].Name = "x. y"
	odd["a name with a full stop"] = named
	wide := oneMap()
	wide.Things[0] = layout.Thing{Name: "box 1", Kind: "box", Mark: 'B', Cells: []layout.Cell{{Row: 1, Col: 1}, {Row: 1, Col: 2}}}
	odd["a kind of two cells"] = wide
	for name, m := range odd {
		for _, f := range []qa.Family{qa.DrawFamily{}, qa.DescribeFamily{}} {
			if _, err := f.Ask(qa.Subject{Map: m}, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s, %s: %v", f.Name(), name, err)
			}
		}
	}
	bare := layout.NewMap(2, 2)
	bare.Ground[1] = layout.Wall
	styles := make(map[scene.MapStyle]bool)
	for i := range int64(40) {
		q, err := qa.DrawFamily{}.Ask(qa.Subject{Map: bare}, seed.NewKey(1).At(i).Stream())
		if err != nil {
			t.Fatal(err)
		}
		styles[q.(qa.DrawMap).Style] = true
		if v := checkedVerdict(t, q, q.Answer().String()); !v.Correct {
			t.Fatal(v)
		}
	}
	if len(styles) != scene.MapStyles {
		t.Errorf("%d styles", len(styles))
	}
}

// TestMapAnyCell: of any map that is asked about, its own answer is right, and with any cell changed it is not.
func TestMapAnyCell(t *testing.T) {
	asked := 0
	rapid.Check(t, func(t *rapid.T) {
		f := qa.DrawFamily{Maps: qa.Maps{On: true}}.At(rapid.IntRange(1, qa.Levels).Draw(t, "level"))
		s, err := f.Sample(drawn{t})
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 3).Draw(t, "hidden") {
			s.Map = s.Map.Without(s.Map.Cell(rapid.IntRange(0, len(s.Map.Ground)-1).Draw(t, "cell")))
		}
		for _, f := range []qa.Family{qa.DrawFamily{}, qa.DescribeFamily{}} {
			q, err := f.Ask(s, drawn{t})
			if errors.Is(err, qa.ErrUnsuitable) {
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			asked++
			text := q.Answer().String()
			if v := checkedVerdict(t, q, text); !v.Correct || !q.Verify(v.Extracted).Correct {
				t.Fatalf("%s\nis graded %+v", text, v)
			}
			m := s.Map.Clone()
			k := rapid.IntRange(0, len(m.Ground)-1).Draw(t, "changed")
			if m.ThingAt(m.Cell(k)) >= 0 {
				continue
			}
			if m.Ground[k]++; m.Ground[k] > layout.Hidden {
				m.Ground[k] = layout.Floor
			}
			wrong := string(scene.AppendMap(nil, m, scene.Plain))
			if f.Name() == "describe" {
				wrong = string(describe.AppendMap(nil, m))
			}
			if v := checkedVerdict(t, q, wrong); v.Correct {
				t.Fatalf("%s\nis graded %+v; right is\n%s", wrong, v, text)
			}
		}
	})
	if asked == 0 {
		t.Error("nothing was asked")
	}
}

func FuzzMapVerify(f *testing.F) {
	for _, s := range []string{"#..\n.K.\n\nK = the kettle, facing north", "The map has 2 rows and 3 columns. Walls: row 1, column 1.", "&&&\n&&&\n\nA = the box", "|1|",
		"The map has 2 rows and 3 columns. The pantry takes up rows 1 to 2, columns 1 to 3. The kettle is at row 2, column 2 and faces north."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, response string) {
		for _, q := range []qa.Question{qa.DrawMap{Map: oneMap()}, qa.DescribeMap{Map: oneMap()}} {
			checkedVerdict(t, q, response)
		}
	})
}

func BenchmarkDrawMap(b *testing.B) {
	benchMaps(b, qa.DrawFamily{Maps: qa.Maps{On: true}})
}

func BenchmarkDescribeMap(b *testing.B) {
	benchMaps(b, qa.DescribeFamily{Maps: qa.Maps{On: true}})
}

func benchMaps(b *testing.B, f qa.Family) {
	for level := 1; level <= qa.Levels; level++ {
		b.Run(fmt.Sprint(level), func(b *testing.B) {
			b.ReportAllocs()
			src := seed.NewKey(1).Stream()
			var dst []byte
			for b.Loop() {
				s, err := f.At(level).Sample(src)
				if err != nil {
					b.Fatal(err)
				}
				q, err := f.At(level).Ask(s, src)
				if err != nil {
					b.Fatal(err)
				}
				dst = qa.AppendPrompt(dst[:0], s, q, 0)
			}
		})
	}
}
