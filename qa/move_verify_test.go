package qa_test

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// moveEdit is A pushed against B, then B removed: A stays at row 1, column 2.
func moveEdit(asks qa.EditAsks) qa.Edit {
	m := moveMapOf("A.B.", "....", "#..C")
	m.Things[2].Facing = layout.W
	return qa.Edit{Map: m, Asks: asks, Thing: "A", Other: "C", Cell: layout.Cell{Row: 0, Col: 1}, Actions: []layout.Action{
		{Thing: "A", Way: layout.E, Count: 3}, {Deed: layout.Remove, Thing: "B"}, {Deed: layout.Advance, Thing: "C", Count: 5},
	}}
}

func moveLog() *layout.Log {
	l := &layout.Log{Places: []string{"the hall", "the attic", "the yard"}, Things: []string{"Ann", "Bob"}, Items: []string{"the cat", "the hen"}, Row: true}
	for i, v := range [][3]int{{0, 0, 1}, {1, 0, 0}, {0, 1, 0}, {1, 1, 2}, {0, 2, 1}, {1, 2, 0}, {1, 0, 1}} {
		l.Events = append(l.Events, layout.Event{Step: i + 1, Thing: v[0], Place: v[1], Item: v[2]})
	}
	return l
}

func TestMoveVerify(t *testing.T) {
	motion := qa.Motion{Before: moveMapOf("A.B.", "....", "C..."), After: moveMapOf("A...", "....", "C.B."), Asks: qa.WhatMoved}
	which := motion
	which.Asks = qa.WhichMoved
	far := motion
	far.Asks = qa.HowFar
	still := qa.Motion{Before: motion.Before, After: motion.Before, Asks: qa.WhatMoved}
	view := qa.Motion{Before: moveMapOf("AB.", "...", "C..").Transform(layout.Turn(1)), After: moveMapOf("AB.", "...", "C.."), Views: true, Observer: "C",
		Asks: qa.HowTurned}
	drawn := ".A..\n....\n#C..\n"
	for name, test := range map[string]struct {
		q     qa.Instance
		right []string
		wrong []string // answers that are wrong
		none  []string // no answers
	}{
		"redraw": {moveEdit(qa.Redraw),
			[]string{drawn, ". A . .\n. . . .\n# C . .", "Here is the map:\n```\n" + drawn + "```", "First A moves.\n\n" + drawn, "At first:\n\nA.B.\n....\n#..C\n\nAnswer:\n" + drawn,
				"<answer>" + drawn + "</answer>", drawn + "\nand\n" + drawn, "  .A..\n  ....\n  #C..", "C goes on\nuntil the wall.\n" + drawn},
			[]string{"A.B.\n....\n#..C", "...A\n....\n#C..", ".A..\n....\nC...", "A...\n....\n#C.."},
			[]string{drawn + "....", ".A..\n....", ".A.\n...\n#C.", "A.B.\n....\n#..C\n\n" + drawn, "Maybe this:\n" + drawn, "row 1, column 2", ". A . . .\n. . . . .\n# C . . .",
				drawn + "\nBut this is wrong.", drawn + "\n?", ".A..\n\n....\n\n#C.."}},
		"where": {moveEdit(qa.WhereNow),
			[]string{"row 1, column 2", "(1, 2)", "A is at row 1, column 2.", "A is now at row 1, column 2", "Row 1, Column 2", "1, 2", "B is at row 1, column 3.\nAnswer: row 1, column 2"},
			[]string{"row 2, column 1", "row 1, column 4", "(2, 1)", "row 0, column 1"},
			[]string{"row 1", "column 2", "A", "row 1, column 2 or row 1, column 3", "row 1, column 2\nrow 1, column 3", "B is at row 1, column 2", "not row 1, column 2"}},
		"there": {moveEdit(qa.WhatIsThere),
			[]string{"A", "A is there", "It is A.", "Answer: A"}, []string{"B", "nothing", "C", "it is empty"}, []string{"a", "A or B", "A, B", "not A", "row 1"}},
		"closer": {moveEdit(qa.CloserNow),
			[]string{"closer", "nearer", "A is closer to C.", "Closer"}, []string{"farther", "further away", "neither", "the same"}, []string{"closer or farther", "not closer", "A", "maybe closer"}},
		"what moved": {motion,
			[]string{"B moved 2 cells down", "B moved down by 2 cells.", "B moved two cells south", "B has moved 2 steps down", "B, 2 cells down", "b moved 2 cells down\nAnswer: B moved 2 cells down"},
			[]string{"B moved 2 cells up", "B moved 1 cell down", "A moved 2 cells down", "nothing moved", "C moved 2 cells north"},
			[]string{"B", "B moved", "B moved down", "2 cells down", "B moved 2 cells", "B moved 2 cells down or up", "B did not move 2 cells down", "Maybe B moved 2 cells down",
				"D moved 2 cells down", "B moved 0 cells down", "B moved 2 cells down. A moved 1 cell up.", "not B moved 2 cells down", "AB moved 2 cells down"}},
		"nothing moved": {still, []string{"nothing moved", "Nothing moved.", "nothing", "Nothing has moved"}, []string{"A moved 1 cell up"}, []string{"none of it", "A moved 0 cells"}},
		"which moved":   {which, []string{"B", "B moved", "It is B"}, []string{"A", "nothing", "Nothing moved"}, []string{"A or B", "b", "not B"}},
		"how far":       {far, []string{"2", "two", "2 cells", "Answer: 2"}, []string{"1", "0", "3 cells"}, []string{"2 m", "2 or 3", "far"}},
		"turned": {view, []string{"right", "to the right", "C turned right", "Clockwise"}, []string{"left", "not at all", "around", "C turned left", "no turn", "counterclockwise"},
			[]string{"right or left", "up", "C", "not right"}},
		"order": {qa.Recall{Log: moveLog(), Item: 1},
			[]string{"the hall, the yard, the hall", "hall, yard, hall", "The hall -> the yard -> the hall", "the hall, then the yard, then the hall"},
			[]string{"the hall, the yard", "the yard, the hall, the hall", "the hall, the hall, the yard", "none"}, []string{"the cat", "the hall, the moon", "the hall or the yard"}},
		"together": {qa.Recall{Log: moveLog(), Asks: qa.Together, Thing: 0, Other: 1, From: 1, To: 7},
			[]string{"steps 2, 4, 6", "2, 4 and 6", "during steps 2, 4, and 6", "step 2, step 4, step 6", "steps 2-2, 4-4, 6", "6, 4, 2"},
			[]string{"steps 2 to 6", "never", "step 2", "steps 2, 4", "steps 2 to 4, 6", "none"},
			[]string{"step 2 or 4", "steps 6 to 2", "often", "2, 4, 6 and maybe 7", "steps 0 to 3", "step -2", "not 2, 4, 6", "2 4 6", "step 2.\nstep 4."}},
		"west": {qa.Recall{Log: moveLog(), Asks: qa.WestOf, Thing: 1, Other: 0, From: 1, To: 7},
			[]string{"steps 3, 5, 7", "3, 5, 7"}, []string{"steps 3 to 7", "never"}, []string{"the hall"}},
		"seen last": {qa.Recall{Log: moveLog(), Asks: qa.LastSeen, Item: 1}, []string{"the hall", "hall", "In the hall."}, []string{"the yard"}, []string{"the cat", "hall or yard"}},
	} {
		t.Run(name, func(t *testing.T) {
			for _, response := range test.right {
				if v := test.q.Verify(response); !v.Correct || v.Reward != 1 || !v.FormatOK {
					t.Errorf("%q is graded %+v; the answer is %q", response, v, test.q.Answer())
				}
			}
			for _, response := range test.wrong {
				if v := test.q.Verify(response); v.Correct || v.Reward >= 1 || !v.FormatOK || v.Reason == "" {
					t.Errorf("%q is graded %+v; the answer is %q", response, v, test.q.Answer())
				}
			}
			for _, response := range test.none {
				if v := test.q.Verify(response); v.Correct || v.Reward != 0 || v.FormatOK || v.Reason == "" {
					t.Errorf("%q is graded %+v; the answer is %q", response, v, test.q.Answer())
				}
			}
		})
	}
}

// TestMovePartial holds to what wrong drawings and steps earn.
func TestMovePartial(t *testing.T) {
	for _, test := range []struct {
		q        qa.Question
		response string
		want     float64
	}{
		{moveEdit(qa.Redraw), "A.B.\n....\n#..C", 0},       // as it was
		{moveEdit(qa.Redraw), ".AB.\n....\n#C..", 4. / 5},  // B is still there
		{moveEdit(qa.Redraw), "...A\n....\n#C..", 4. / 6},  // not stopped
		{moveEdit(qa.Redraw), "BBBB\nBBBB\nBBBB", 0. / 12}, // nonsense
		{moveEdit(qa.Redraw), ".A..\n....\n.C..", 5. / 6},  // a wall is lost
		{qa.Recall{Log: moveLog(), Asks: qa.Together, Other: 1, From: 1, To: 7}, "steps 2 to 6", 3. / 5},
		{qa.Recall{Log: moveLog(), Asks: qa.Together, Other: 1, From: 1, To: 7}, "never", 0},
		{qa.Recall{Log: moveLog(), Asks: qa.Together, Other: 1, From: 1, To: 7}, "steps 2, 4", 2. / 3},
	} {
		if v := test.q.Verify(test.response); v.Reward != test.want || v.Correct {
			t.Errorf("%q is graded %+v; want %v", test.response, v, test.want)
		}
	}
}

// TestMoveTraps are situations that are easily got wrong.
func TestMoveTraps(t *testing.T) {
	// A view that looks the same after a turn tells nothing.
	same := qa.Motion{Before: moveMapOf("#.#", ".A.", "#.#"), After: moveMapOf("#.#", ".A.", "#.#"), Views: true, Observer: "A", Asks: qa.HowTurned}
	if v := same.Verify("not at all"); v.Correct {
		t.Errorf("a view that looks the same after every turn: %+v", v)
	}
	// Who moves through another has not moved straight over free cells.
	through := qa.Motion{Before: moveMapOf("AB."), After: moveMapOf(".BA"), Asks: qa.WhatMoved}
	if v := through.Verify("A moved 2 cells right"); v.Correct {
		t.Errorf("through another: %+v", v)
	}
	// Two that moved are no change of those that there may be.
	two := qa.Motion{Before: moveMapOf("A.B."), After: moveMapOf(".A.B"), Asks: qa.WhatMoved}
	if v := two.Verify("A moved 1 cell right"); v.Correct {
		t.Errorf("two moved: %+v", v)
	}
	// The other way round, the last action is done first.
	back := moveEdit(qa.WhereNow)
	back.Backwards = true
	if v := back.Verify("row 1, column 4"); !v.Correct {
		t.Errorf("backwards: %+v", v)
	}
	// What is hidden may stop A.
	hidden := moveEdit(qa.WhereNow)
	if _, err := hidden.Without(1); err == nil {
		t.Error("A goes over a hidden cell")
	}
	if _, err := hidden.Without(7); err != nil {
		t.Errorf("a cell that nothing goes over: %v", err)
	}
	// Before Bob has come anywhere, he and Ann are not apart.
	apart := qa.Recall{Log: moveLog(), Asks: qa.Together, Other: 1, From: 1, To: 3, Backwards: true}
	if got := apart.Answer().String(); got != "step 3" {
		t.Errorf("apart at %s; want step 3", got)
	}
}

func FuzzMoveVerify(f *testing.F) {
	for _, response := range []string{"B moved 2 cells down", "nothing moved", "steps 3 to 7, 12", "never", ".A..\n....\n#C..", "row 1, column 2", "2-3, 5", "\x80 moved 2 cells up",
		"İ moved 2 cells up", "Answer:\n....", "A is at row 1, column 2", "the hall -> the yard", "step 999999 to 1000000", "B moved 99 cells up or"} {
		f.Add(response)
	}
	questions := []qa.Instance{
		qa.Motion{Before: moveMapOf("A.B.", "....", "C..."), After: moveMapOf("A...", "....", "C.B."), Asks: qa.WhatMoved},
		qa.Recall{Log: moveLog(), Asks: qa.Together, Other: 1, From: 1, To: 7}, qa.Recall{Log: moveLog(), Item: 1},
	}
	for asks := range qa.EditAsks(6) {
		questions = append(questions, moveEdit(asks))
	}
	f.Fuzz(func(t *testing.T, response string) {
		for _, q := range questions {
			v := q.Verify(response)
			if v.Reward < 0 || v.Reward > 1 || v.Correct != (v.Reward == 1) || v.Correct && !v.FormatOK || !v.FormatOK && v.Reward != 0 {
				t.Fatalf("%s: %q is graded %+v", q.Family(), response, v)
			}
			// What was understood means the same when it is answered.
			if w := q.Verify(v.Extracted); v.FormatOK && !strings.Contains(v.Extracted, "?") && (w.Correct != v.Correct || w.Reward != v.Reward) {
				t.Fatalf("%s: %q is graded %+v, but what was understood %+v", q.Family(), response, v, w)
			}
		}
	})
}
