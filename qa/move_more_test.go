package qa_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// moveFamilies are those that this file's tests hold.
var moveFamilies = []qa.Family{qa.EditFamily{}, qa.MotionFamily{}, qa.RecallFamily{}}

// moveMapOf draws a map of capitals, each a thing, with walls.
func moveMapOf(rows ...string) *layout.Map {
	m := layout.NewMap(len(rows), len(rows[0]))
	for r, line := range rows {
		for c, mark := range []byte(line) {
			at := layout.Cell{Row: r, Col: c}
			switch mark {
			case '.':
			case '#':
				m.Ground[m.Index(at)] = layout.Wall
			default:
				m.Things = append(m.Things, layout.Thing{Name: string(mark), Mark: mark, Cells: []layout.Cell{at}})
			}
		}
	}
	return m
}

func TestMoveLevels(t *testing.T) {
	for _, f := range moveFamilies {
		before := 0.0
		for level := 1; level <= qa.Levels; level++ {
			const n = 1000
			sum := 0
			for i := range int64(n) {
				sum += moveDraw(t, f.At(level), i).(qa.Instance).Difficulty()
			}
			mean := float64(sum) / n
			if mean <= before {
				t.Errorf("%s: the mean difficulty of level %d is %.1f after %.1f", f.Name(), level, mean, before)
			}
			before = mean
		}
	}
}

// moveDraw draws a question.
func moveDraw(t testing.TB, f qa.Family, i int64) qa.Question {
	t.Helper()
	src := seed.NewKey(9).Named(f.Name()).At(i).Stream()
	for range 50 {
		s, err := f.Sample(src)
		if err != nil {
			continue
		}
		if q, err := f.Ask(s, src); err == nil {
			return q
		}
	}
	t.Fatalf("%s %d: nothing can be asked", f.Name(), i)
	return nil
}

// TestMoveSucceeds holds families to draws that hardly ever come to nothing.
func TestMoveSucceeds(t *testing.T) {
	for _, f := range moveFamilies {
		failed, n := 0, 0
		for level := 1; level <= qa.Levels; level++ {
			for i := range int64(500) {
				src := seed.NewKey(8).At(i).Stream()
				n++
				s, err := f.At(level).Sample(src)
				if err == nil {
					_, err = f.At(level).Ask(s, src)
				}
				if err != nil {
					failed++
				}
				if err != nil && !errors.Is(err, qa.ErrUnsuitable) {
					t.Fatal(err)
				}
			}
		}
		if failed > n/100 {
			t.Errorf("%s: %d of %d draws came to nothing", f.Name(), failed, n)
		}
	}
}

// TestMoveBalance counts answers, which no short cut may guess: "nothing" and its like, ways, turns, classes.
func TestMoveBalance(t *testing.T) {
	const n = 4000
	counts := map[string]map[string]int{}
	add := func(what, answer string) {
		if counts[what] == nil {
			counts[what] = map[string]int{}
		}
		counts[what][answer]++
	}
	for i := range int64(n) {
		level := 1 + int(i%qa.Levels)
		e := moveDraw(t, qa.EditFamily{}.At(level), i).(qa.Edit)
		answer := e.Answer().String()
		add("edit asks", fmt.Sprint(e.Asks))
		switch e.Asks {
		case qa.CloserNow:
			add("edit closer", answer)
		case qa.FacingNow:
			add("edit facing", answer)
		case qa.WhatIsThere:
			add("edit there", map[bool]string{true: "nothing", false: "something"}[answer == "nothing"])
		case qa.NearestNow:
			add("edit nearest", fmt.Sprint("first named ", e.Map.Things[0].Name == answer))
			add("edit far", fmt.Sprint(e.Farthest))
		}
		m := moveDraw(t, qa.MotionFamily{}.At(level), i).(qa.Motion)
		answer = m.Answer().String()
		add("motion asks", fmt.Sprint(m.Asks))
		switch m.Asks {
		case qa.WhatMoved:
			add("motion what", map[bool]string{true: "nothing", false: "something"}[answer == "nothing moved"])
		case qa.WhichMoved:
			add("motion which", map[bool]string{true: "nothing", false: "something"}[answer == "nothing"])
		case qa.WhichWay:
			add("motion way", answer)
		case qa.HowFar:
			add("motion far", answer)
		case qa.HowTurned:
			add("motion turn", answer)
		}
		r := moveDraw(t, qa.RecallFamily{}.At(level), i).(qa.Recall)
		answer = r.Answer().String()
		add("recall asks", fmt.Sprint(r.Asks))
		add("recall backwards", fmt.Sprint(r.Backwards))
		switch r.Asks {
		case qa.Together, qa.WestOf:
			add("recall runs", fmt.Sprint(len(r.Answer().(qa.Spans))))
		case qa.NthItem:
			add("recall item", map[bool]string{true: "nothing", false: "something"}[answer == "nothing"])
		case qa.NthPlace, qa.PlaceAt, qa.MostVisited, qa.LastSeen:
			add("recall place", fmt.Sprint(slices.Index(r.Log.Places, answer)))
		}
	}
	// The largest share that an answer may have, in percent: fair and a few points.
	for what, most := range map[string]int{
		"edit asks": 24, "edit closer": 39, "edit facing": 31, "edit there": 55, "edit far": 55, "motion turn": 29, "motion way": 26, "motion far": 26,
		"recall item": 56, "recall runs": 33, "recall asks": 18, "recall backwards": 64, "recall place": 27,
	} {
		all := 0
		for _, k := range counts[what] {
			all += k
		}
		for answer, k := range counts[what] {
			if 100*k > most*all {
				t.Errorf("%s: %d of %d answers are %q; at most %d %% may be", what, k, all, answer, most)
			}
		}
	}
	for what, c := range counts {
		t.Log(what, c)
	}
}

func TestMoveZero(t *testing.T) {
	for _, q := range []qa.Instance{qa.Edit{}, qa.Motion{}, qa.Recall{}, qa.Edit{Asks: 99}, qa.Motion{Asks: 99}, qa.Recall{Asks: 99}} {
		for _, response := range []string{"", "nothing", "never", "none", "nothing moved", "0", "row 1, column 1", "A", q.Answer().String()} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 {
				t.Errorf("%T: %q is graded %+v", q, response, v)
			}
		}
		for _, medium := range []qa.Medium{qa.AsDrawing, qa.AsText, qa.AsBoth, 9} {
			if text := qa.AppendPrompt(nil, qa.Subject{}, q, medium); len(strings.TrimSpace(string(text))) != 0 {
				t.Errorf("%T says %q", q, text)
			}
		}
		if q.Pieces() != 0 || q.Difficulty() < 1 || q.Hops() != 0 || len(q.Mistakes()) != 0 || len(q.AppendRationale(nil)) != 0 || len(q.Media()) == 0 {
			t.Errorf("%T: %d pieces, difficulty %d, %d hops, mistakes %v, rationale %q", q, q.Pieces(), q.Difficulty(), q.Hops(), q.Mistakes(), q.AppendRationale(nil))
		}
		if _, err := q.Without(0); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%T without a piece that there is not: %v", q, err)
		}
		if _, ok := q.Turn(1); ok {
			t.Errorf("%T can be turned", q)
		}
		if _, ok := q.Contrast(); ok {
			t.Errorf("%T has a contrast", q)
		}
	}
	for _, f := range moveFamilies {
		for _, s := range []qa.Subject{{}, {Map: &layout.Map{}}, {Views: []*layout.Map{nil, nil}}, {Views: []*layout.Map{{}, {}}}, {Log: &layout.Log{}}} {
			if _, err := f.Ask(s, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
				t.Errorf("%s about %+v: %v", f.Name(), s, err)
			}
		}
		if f.Group() != qa.Move || f.Validate() != nil {
			t.Errorf("%s: group %v, %v", f.Name(), f.Group(), f.Validate())
		}
	}
}

func TestMoveValidate(t *testing.T) {
	for _, f := range []qa.Family{
		qa.EditFamily{Side: 3}, qa.EditFamily{Side: 13}, qa.EditFamily{Things: 2}, qa.EditFamily{Things: 13}, qa.EditFamily{Walls: -1}, qa.EditFamily{Walls: 21},
		qa.EditFamily{Actions: -1}, qa.EditFamily{Actions: 11}, qa.EditFamily{Phrasing: 3},
		qa.MotionFamily{Side: 4}, qa.MotionFamily{Side: 13}, qa.MotionFamily{Things: 2}, qa.MotionFamily{Things: 11}, qa.MotionFamily{Walls: -1},
		qa.MotionFamily{Walls: 21}, qa.MotionFamily{Phrasing: 3},
		qa.RecallFamily{Entries: 5}, qa.RecallFamily{Entries: 241}, qa.RecallFamily{Things: 1}, qa.RecallFamily{Things: 5}, qa.RecallFamily{Places: 2},
		qa.RecallFamily{Places: 9}, qa.RecallFamily{Items: -1}, qa.RecallFamily{Items: 13}, qa.RecallFamily{Phrasing: 3},
	} {
		err := f.Validate()
		if err == nil || !strings.HasPrefix(err.Error(), "qa: "+f.Name()+": ") || !strings.Contains(err.Error(), "allowed") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, e := f.Sample(seed.NewKey(1).Stream()); e == nil {
			t.Errorf("%+v samples", f)
		}
		if _, e := f.Ask(qa.Subject{}, seed.NewKey(1).Stream()); e == nil || errors.Is(e, qa.ErrUnsuitable) {
			t.Errorf("%+v: Ask says %v", f, e)
		}
	}
	// The ends of all ranges work together.
	for _, f := range []qa.Family{
		qa.EditFamily{Side: 4, Things: 12, Walls: 20, Actions: 10}, qa.EditFamily{Side: 12, Things: 3, Actions: 1},
		qa.MotionFamily{Side: 5, Things: 10, Walls: 20, Views: true}, qa.MotionFamily{Side: 12, Things: 3, Walls: 0, Observer: true},
		qa.RecallFamily{Entries: 6, Things: 4, Places: 8, Items: 12}, qa.RecallFamily{Entries: 240, Things: 2, Places: 3, Items: 1},
	} {
		for i := range int64(200) {
			moveDraw(t, f, i)
		}
	}
}

// TestMoveOptions puts questions as multiple choices.
func TestMoveOptions(t *testing.T) {
	for _, k := range []qatest.Kit{editKit, motionKit, recallKit} {
		few := 0
		for i := range int64(400) {
			item := k.Draw(t, i)
			o, err := qa.NewOptions(item.Question.(qa.Instance), 3, false, seed.NewKey(5).At(i).Stream())
			if err != nil {
				few++
				continue
			}
			if v := o.Verify(o.Answer().String()); !v.Correct {
				t.Fatalf("%+v\n%s", v, qa.AppendPrompt(nil, item.Subject, o, qa.AsText))
			}
		}
		t.Logf("%s: %d of 400 have too few mistakes for three options", k.Families[0].Name(), few)
		if few > 120 {
			t.Errorf("%s: %d of 400 have too few mistakes for three options", k.Families[0].Name(), few)
		}
	}
}

func BenchmarkMove(b *testing.B) {
	for _, f := range moveFamilies {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s level %d", f.Name(), level), func(b *testing.B) {
				b.ReportAllocs()
				f := f.At(level)
				var dst []byte
				stream := new(seed.Stream)
				i := int64(0)
				for b.Loop() {
					i++
					stream.Reset(seed.NewKey(1).At(i))
					s, err := f.Sample(stream)
					if err != nil {
						continue
					}
					q, err := f.Ask(s, stream)
					if err != nil {
						continue
					}
					dst = qa.AppendPrompt(dst[:0], s, q, q.(qa.Instance).Media()[i%2])
				}
			})
		}
	}
}
