package qatest

import (
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

// totals counts what a kit's items could be held to, so that a family cannot pass by offering nothing that can be checked.
type totals struct {
	instances  int // questions that bring along what they are asked about
	turned     int // that can be turned
	moved      int // whose prompt is another then
	contrasted int // that have a contrast, whose prompt is another
	pieces     int // of which a piece could be hidden
	kept       int // that are still asked then
	marked     int // whose prompt shows that something is hidden
	filled     int // ways to fill the gap that are questions themselves
	mistakes   int // that have mistakes
	explained  int // that have a rationale
	media      [3]int
}

// lacks says what a family's questions do not have at all, and why; "" for what they have.
type lacks struct {
	what, declared string
	have           bool
}

// check fails for everything that no item has, and for everything that is declared missing but is not.
func (s *totals) check(t *testing.T, k Kit) {
	t.Helper()
	if s.instances == 0 {
		return
	}
	name := k.Families[0].Name()
	for _, l := range []lacks{
		{"can be turned, with another prompt", k.NoTurn, s.turned > 0 && s.moved > 0},
		{"has a contrast, with another prompt", k.NoContrast, s.contrasted > 0},
		{"is still asked with a piece hidden, shows that, and can be filled", k.NoHiding, s.kept > 0 && s.marked > 0 && s.filled > 0},
		{"has mistakes", "", s.mistakes > 0},
		{"has a rationale", k.NoRationale, s.explained > 0},
		{"is shown as a drawing", k.NoDrawing, s.media[qa.AsDrawing] > 0},
		{"is shown as a text", k.NoText, s.media[qa.AsText] > 0},
	} {
		switch {
		case l.have && l.declared != "":
			t.Errorf("%s: a question %s, but it is declared that none does: %s", name, l.what, l.declared)
		case !l.have && l.declared == "":
			t.Errorf("%s: no question %s, and it is not declared why: %+v", name, l.what, *s)
		}
	}
}

// prompt returns the prompt of an instance in its first medium.
func prompt(q qa.Instance) string {
	return string(qa.AppendPrompt(nil, qa.Subject{}, q, q.Media()[0]))
}
