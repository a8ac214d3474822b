package qa

import (
	"errors"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Proof returns a smallest set of facts that proves the answer, as indices into Facts; ok is false when the answer is
// not known, or when no facts prove it: that something is possible, or does not follow in a closed world. Chains run from
// the first object asked about to the second; a way has one, which both axes share. The proof's slices are the solver's.
func (sol *Solution) Proof() (proof layout.Proof, ok bool) {
	s := sol.solver
	if s == nil || !sol.Known {
		return layout.Proof{}, false
	}
	f := sol.Asked.Fact
	switch sol.Asked.Kind {
	case describe.AskRelation:
		return s.net.Prove(sol.Asked.Locatum, sol.Asked.Relatum, sol.Asked.Aspect)
	case describe.AskRoute:
		facts := s.router.Facts()
		return layout.Proof{Facts: facts, Rows: facts, Cols: facts}, true
	case describe.AskTruth:
	case describe.AskPossible:
		if sol.Truth == Yes {
			return layout.Proof{}, false
		}
	case describe.AskLocatum, describe.AskRelatum:
		f, _ = sol.filled(sol.Objects[0])
	default:
		return layout.Proof{}, false
	}
	proof, status := s.net.ProveFact(f)
	return proof, status != layout.Open
}

// Sentence returns the sentence of the story that fact k was read from, without blanks around it.
func (sol *Solution) Sentence(k int) string {
	if sol.solver == nil {
		return ""
	}
	return sol.solver.sentence(k)
}

// Layout returns the canonical layout that satisfies the facts, with the names of the story. Where objects may share a cell
// they may do so here. The error is that of the story's facts, when they contradict each other, or says that the search was cut off: a way can be known of
// rooms that no grid holds.
func (sol *Solution) Layout() (layout.Layout, error) {
	s := sol.solver
	if s == nil {
		return layout.Layout{}, nil
	}
	if err := s.state(); err != nil {
		return layout.Layout{}, err
	}
	cells := s.net.Realise(nil)
	if s.gaveUp || s.net.GaveUp() {
		return layout.Layout{}, errors.New("qa: the search for a layout was cut off")
	}
	var l layout.Layout
	for i, at := range cells {
		l.Entities = append(l.Entities, layout.Entity{Name: s.text.Names[i], At: at})
	}
	return l, nil
}

// Unique reports whether every layout that satisfies the facts looks the same, but for empty rows and columns.
func (sol *Solution) Unique() bool {
	return sol.solver != nil && sol.solver.state() == nil && sol.solver.net.Determined()
}

// AppendSteps appends the reasoning of a proof, as [describe.AppendSteps] words it.
func (sol *Solution) AppendSteps(dst []byte, proof layout.Proof) []byte {
	claim, names := sol.Asked.Fact, sol.Names
	switch sol.Asked.Kind {
	case describe.AskLocatum, describe.AskRelatum:
		if len(sol.Objects) > 0 {
			claim, _ = sol.filled(sol.Objects[0])
		}
	case describe.AskTruth, describe.AskPossible:
	default:
		claim = describe.AnswerFact(sol.Asked.Locatum, sol.Asked.Relatum, sol.Asked.Aspect, sol.Relation)
		names = sol.articled()
	}
	return describe.AppendSteps(dst, sol.World, sol.Facts, proof, claim, names)
}

// articled returns the names as they stand in a sentence: a common noun, which starts with a small letter, has its
// article, which the reader leaves out.
func (sol *Solution) articled() []string {
	names := slices.Clone(sol.Names)
	for i, name := range names {
		if name != "" && 'a' <= name[0] && name[0] <= 'z' && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz -") == "" &&
			len(name) > 1 && !strings.HasPrefix(name, "the ") {
			names[i] = "the " + name
		}
	}
	return names
}
