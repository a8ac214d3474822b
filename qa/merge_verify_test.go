package qa_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

func TestMergeTraps(t *testing.T) {
	for _, test := range []struct {
		views []string
		f     qa.MergeFamily
		want  string
	}{
		{[]string{"A.B/.E.", "A.B/.E."}, qa.MergeFamily{Form: qa.MergeDraw}, "A.B\n.E."},
		{[]string{"A.B/.E.", ".B#/E../..F"}, qa.MergeFamily{Form: qa.MergeDraw}, "A.B#\n.E..\n?..F"},
		{[]string{"A.B/.E.", ".B#/E?./..F"}, qa.MergeFamily{Form: qa.MergeDraw}, "A.B#\n.E..\n?..F"},
		{[]string{"A.B/.E.", ".B?/E../..F"}, qa.MergeFamily{Form: qa.MergeDraw}, ""},
		{[]string{"A.B/.E.", ".B#/E#./..F"}, qa.MergeFamily{Form: qa.MergeDraw}, ""},
		{[]string{"A.B/.E.", ".B#/E../A.F"}, qa.MergeFamily{Form: qa.MergeDraw}, ""},
		{[]string{"C.C/...", "C.C/..."}, qa.MergeFamily{Form: qa.MergeDraw}, "C.C\n..."},
		{[]string{"C.C/...", "C.C/..."}, qa.MergeFamily{Form: qa.MergeTurn, Turned: true}, ""},
		{[]string{"C.CC/....", "C.CC/...."}, qa.MergeFamily{Form: qa.MergeTurn, Turned: true, Shared: 3}, "0"},
		{[]string{"C.C.C/.....", "C.C.C/....."}, qa.MergeFamily{Form: qa.MergeDraw}, ""},
		{[]string{"A.B/.E.", ".A/E./.B"}, qa.MergeFamily{Form: qa.MergeTurn, Turned: true, Shared: 3}, "90"},
		{[]string{"A.B/.E.", "A./.E/B."}, qa.MergeFamily{Form: qa.MergeTurn, Turned: true, Shared: 3}, ""},
		{[]string{"A.B", "A.B"}, qa.MergeFamily{Form: qa.MergeDraw}, ""},
	} {
		s := tallyOf(t, test.views...)
		got := ""
		for k := range uint64(8) {
			q, err := test.f.Ask(s, seed.NewKey(k).Stream())
			if err == nil && q.(qa.Merge).Against == 0 {
				got = q.Answer().String()
			} else if err != nil && !errors.Is(err, qa.ErrUnsuitable) {
				t.Fatal(err)
			}
		}
		if got != test.want {
			t.Errorf("%v, %+v: %q; want %q", test.views, test.f, got, test.want)
		}
	}
}

// TestMergeVerify: what is accepted as a drawing, a name and a turn.

func TestMergeVerify(t *testing.T) {
	s := tallyOf(t, "A.B/.E.", ".B#/E../..F")
	ask := func(f qa.MergeFamily, s qa.Subject) qa.Question {
		t.Helper()
		q, err := f.Ask(s, seed.NewKey(1).Stream())
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	check := func(q qa.Question, responses map[string]bool) {
		t.Helper()
		for response, right := range responses {
			if v := q.Verify(response); v.Correct != right || v.Correct != (v.Reward == 1) {
				t.Errorf("%q: %+v", response, v)
			}
		}
	}
	check(ask(qa.MergeFamily{Form: qa.MergeDraw}, s), map[string]bool{
		"A.B#\n.E..\n?..F": true, "Here is the map:\n\n```\nA.B#\n.E..\n?..F\n```\n": true, "A . B #\n. E . .\n? . . F": true,
		"A.B#\n.E..\n?..F\n\n# = wall\n? = unknown": true, "A.B#\n.E..\n..?F": false, "A.B#\n.E..\n?..F\n....": false, "A.B#\n.E..\n?..": false,
		"A.B#\n.E..\n?..F\n\nor maybe\n\nA.B#\n.E..\n????": false, "A.B#\n.E..": false, "A.B#\n.E..\n?..F\n\nThe same again:\n\nA.B#\n.E..\n?..F": true,
		"A.B#\n.E..\n?..F\n\nPerhaps.": false, "A.B#.E..?..F": false, "A.B#\r\n.E..\r\n?..F\r\n": true, "...\n...": false,
		"?..F\n.E..\nA.B#": false, "a.b#\n.e..\n?..f": false,
	})
	q := ask(qa.MergeFamily{Form: qa.MergeTurn, Turned: true, Shared: 3}, tallyOf(t, "A.B/.E.", ".A/E./.B"))
	check(q, map[string]bool{q.Answer().String(): true, "90": true, "90 degrees": true, "A quarter turn clockwise.": true, "90° clockwise": true, "270 degrees counterclockwise": true,
		"90 degrees counterclockwise": false, "180": false, "90 or 270": false, "not 90": false, "": false, "270": false, "It is 90 degrees.": true})
}

// TestMergeBalance: no turn is the answer too often, and a masked thing is not found by what is missing from the view alone.

func TestMergeBalance(t *testing.T) {
	turns, forms := make(map[string]int), make(map[qa.MergeForm]int)
	missing, asked := 0, 0
	for level := 1; level <= qa.Levels; level++ {
		f := qa.MergeFamily{}.At(level)
		for i := range int64(1000) {
			src := seed.NewKey(9).Named("merge").At(i).Stream()
			s, err := f.Sample(src)
			if err != nil {
				t.Fatal(err)
			}
			q, err := f.Ask(s, src)
			if err != nil {
				t.Fatal(level, i, err)
			}
			m := q.(qa.Merge)
			forms[m.Form]++
			switch m.Form {
			case qa.MergeTurn:
				turns[m.Answer().String()]++
			case qa.MergeMasked:
				asked++
				shown := make(map[string]bool)
				for _, thing := range m.Views[m.View].Things {
					shown[string(thing.Mark)] = true
				}
				count := 0
				for k, v := range m.Views {
					for _, thing := range v.Things {
						if k != m.View && !shown[string(thing.Mark)] {
							shown[string(thing.Mark)] = true
							count++
						}
					}
				}
				if count == 1 {
					missing++
				}
			}
		}
	}
	t.Logf("forms %v, turns %v; of %d masked things %d are the only one that their view does not show", forms, turns, asked, missing)
	for answer, n := range turns {
		if all := forms[qa.MergeTurn]; n > all/4+all/20 || n < all/4-all/20 {
			t.Errorf("%s comes %d times of %d", answer, n, all)
		}
	}
}

// TestMergeHuge: a response of a million lines is graded in no time.
func TestMergeHuge(t *testing.T) {
	q, err := qa.MergeFamily{Form: qa.MergeDraw}.Ask(tallyOf(t, "A.B/.E.", ".B#/E../..F"), seed.NewKey(1).Stream())
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range []string{"A\n", "A\n\n", "A = \n", "A B\n", "?", "\n", "A "} {
		if v := q.Verify(strings.Repeat(line, (1<<20)/len(line))); v.Correct || v.Reward != 0 {
			t.Errorf("%q: %v", line, v.Reason)
		}
	}
}

func FuzzMergePicture(f *testing.F) {
	for _, seed := range []string{"A.B#\n.E..\n?..F", "```\nA\n```", "A . B", "", "\n\n", "A = x\nA", "?\n?\n\n?\n?"} {
		f.Add(seed)
	}
	s := qa.Subject{}
	a, b := layout.NewMap(2, 2), layout.NewMap(2, 2)
	for _, m := range []*layout.Map{a, b} {
		m.Things = []layout.Thing{{Name: "A", Mark: 'A', Cells: []layout.Cell{{}}}, {Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 1, Col: 1}}}}
	}
	s.Views = []*layout.Map{a, b}
	q, err := qa.MergeFamily{Form: qa.MergeDraw}.Ask(s, seed.NewKey(1).Stream())
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, response string) {
		v := q.Verify(response)
		if v.Correct != (v.Reward == 1) || v.Reward < 0 || v.Reward > 1 || v.Correct && !v.FormatOK {
			t.Fatalf("%q: %+v", response, v)
		}
		if v.FormatOK {
			if again := q.Verify(v.Extracted); again.Extracted != v.Extracted || again.Correct != v.Correct {
				t.Fatalf("%q was read from %q, and then %q", v.Extracted, response, again.Extracted)
			}
		}
	})
}
