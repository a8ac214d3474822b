package qa_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// crowded returns a subject of 24 objects in a grid of 25 cells with some facts about them, of which a search comes to no end.
func crowded() qa.Subject {
	const grid, pairs = "WGQLEONIDSMUAJXKCPR.BHVFT", "WR DA XT VK LF PL TA PB TG EQ RN RS HL NS FC FU MC SP DI JK TN GO KB FQ"
	cells := make([]layout.Cell, 24)
	for i := range cells {
		at := strings.IndexByte(grid, 'A'+byte(i))
		cells[i] = layout.Cell{Row: at / 5, Col: at % 5}
	}
	s := qa.Subject{Layout: layoutOf(layout.Names(24), cells), World: layout.World{Rows: 5, Cols: 5}}
	for _, pair := range strings.Fields(pairs) {
		a, b := int(pair[0]-'A'), int(pair[1]-'A')
		s.Facts = append(s.Facts, layout.Fact{Locatum: a, Relatum: b, Relation: handRelation(cells[a], cells[b], layout.Full)})
	}
	return s
}

// TestSolverGaveUp: where a search was cut off, what seems open is not said to be.
func TestSolverGaveUp(t *testing.T) {
	s := crowded()
	plan := describe.Plan{Facts: s.Facts}
	story := string(describe.AppendAssumptions(nil, layout.Aligned, s.World)) + " " + string(plan.Append(nil, describe.English(), s.Layout.Names()))
	var solver qa.Solver
	opt := qa.SolveOptions{Names: s.Layout.Names()}
	for _, closed := range []bool{false, true} {
		opt.Closed = closed
		for question, labels := range map[string][]string{
			"Is F in a higher row than T and in a column to the right of it?": {"yes", "no", "cannot be determined"},
			"Could F be above and to the right of T?":                         {"yes", "no"},
			"Where is F relative to T?":                                       {"above", "upper-right"},
			"Which relations of F to T are possible?":                         {"above, below"},
		} {
			sol, err := solver.Solve(story, question, opt)
			if err != nil {
				t.Errorf("%s: %v", question, err)
				continue
			}
			if sol.Known || !sol.GaveUp || sol.Answer() != nil || sol.Label() != "" {
				t.Errorf("%s known: %t, gave up: %t, %v", question, sol.Known, sol.GaveUp, sol.Answer())
			}
			for _, label := range labels {
				if !sol.Allows(label) || sol.Accepts(label) {
					t.Errorf("%s %q is allowed: %t, accepted: %t", question, label, sol.Allows(label), sol.Accepts(label))
				}
			}
		}
	}
}

// TestSolverRoom: more objects than the grid has cells are a contradiction.
func TestSolverRoom(t *testing.T) {
	_, err := new(qa.Solver).Solve("The grid has 1 row and 2 columns. A is left of B. B is left of C.", "Where is A relative to C?", qa.SolveOptions{})
	var clash *qa.ContradictionError
	var room *layout.RoomError
	if !errors.As(err, &clash) || !errors.As(err, &room) || room.Objects != 3 || !strings.Contains(err.Error(), "2 cells") {
		t.Errorf("%v", err)
	}
}

// TestFamiliesGiveUp: on a grid where searches are cut off a family asks nothing, or what it is sure of.
func TestFamiliesGiveUp(t *testing.T) {
	s := crowded()
	for _, f := range []qa.Family{qa.TruthFamily{}, qa.PossibleFamily{Form: qa.Which}} {
		if _, err := f.Ask(s, seed.NewKey(1).Stream()); err != nil && !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s: %v", f.Name(), err)
		}
	}
}
