package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Solver answers questions about texts, which anybody may have written, from the text alone: it reads the story and the
// question, states the facts to a [layout.Network], and tells what follows. The zero Solver is ready. It keeps scratch
// space, so that solving allocates nothing in the steady state, and must not be used from two goroutines at once.
type Solver struct {
	reader describe.Reader
	text   describe.Description
	story  string
	opt    SolveOptions
	net    layout.Network
	stated bool // the network holds the facts
	gaveUp bool // a search was cut off when they were stated
	world  layout.World
	router layout.Router

	objects []int
}

// SolveOptions say what a text takes for granted where it does not say so itself. The zero value is Text2Space's: direction
// words in the Aligned reading, a grid without end, no two objects in a cell, and a question is left open where the text
// leaves it open.
type SolveOptions struct {
	// Names are the objects that the text may name; nil allows any.
	Names []string
	// Reading is what direction words mean in the story: Aligned, HalfPlane or UnitStep.
	Reading layout.Reading
	// QuestionReading is what direction words mean in the question, which bAbI 17 reads otherwise than the story. The zero
	// value is the story's reading; but of a story in unit steps a question is Aligned, as labels are: "above" asks for
	// the same column, at any distance.
	QuestionReading layout.Reading
	World           layout.World
	// OverrideReading and OverrideWorld hold what is given here even where the text says otherwise.
	OverrideReading, OverrideWorld bool
	// Closed answers no to a yes-or-no question about what does not follow.
	Closed bool
}

// Solution is what a text says to a question. Its slices are the solver's, until that solves again; so are its methods
// to be called before.
type Solution struct {
	Asked describe.Asked
	// Known reports that the text entails the answer. Only then do Relation, Moves and Objects hold it.
	Known bool
	// GaveUp reports that a search was cut off, as [layout.Network.GaveUp] says: the text may leave less open than it seems
	// to. What is Known is certain all the same. An answer that rests on something being open or possible is not known
	// then, nor is it Unknown: Truth is zero, and Possible may hold relations that are not possible.
	GaveUp bool
	// Relation answers where an object is, as the aspect projects it.
	Relation layout.Cardinal
	// Truth answers whether something holds or can hold. Of a closed world it is never Unknown.
	Truth TruthValue
	// Possible are the relations of the one object to the other that the text allows, when it was asked for a relation.
	Possible layout.CardinalSet
	// Moves are a shortest way, when it was asked for one, and Ways counts the shortest ways up to layout.MostWays.
	Moves []layout.Cardinal
	Ways  int
	// Objects are those that are in the place that was asked about; it is known when it is one.
	Objects []int

	Names   []string
	Facts   []layout.Fact
	World   layout.World
	Reading layout.Reading // of the direction words in the story

	solver *Solver
}

// Solve reads a story and a question about it and answers from the story alone.
//
// The error is a [*describe.SyntaxError] for a sentence that cannot be read, a [*ContradictionError] for facts that cannot
// hold together or more objects than the grid has cells, a [*QuestionError] for a question that cannot be read or names an
// object that the story does not name, one wrapping [layout.ErrTooMany] for a story of too many objects, one wrapping
// [layout.ErrInvalidFact] for a fact that no network can hold, as of a distance above [layout.MaxSide], and another for
// options that are out of range. A story that was read is in the Solution even then; one that was
// not leaves it empty.
//
// Reading costs time linear in the text, and answering what the facts cost that the network is told; proof and layout are
// found when they are asked for.
func (s *Solver) Solve(story, question string, opt SolveOptions) (Solution, error) {
	err := s.Read(story, opt)
	if err != nil {
		return s.begin(), err
	}
	return s.Ask(question)
}

// Read reads the story alone, for [Solver.Ask]. Errors are those of Solve; contradictions are found by Ask.
func (s *Solver) Read(story string, opt SolveOptions) error {
	s.story, s.opt, s.stated = story, opt, false
	s.reader.Names, s.reader.Reading, s.reader.World = opt.Names, opt.Reading, opt.World
	if err := s.reader.Read(&s.text, story); err != nil {
		// Of the story before, nothing may be left to be asked about.
		d := &s.text
		d.Names, d.Facts, d.Spans, d.World, d.Reading = d.Names[:0], d.Facts[:0], d.Spans[:0], opt.World, opt.Reading
		s.world = opt.World
		return err
	}
	if s.world = s.text.World; opt.OverrideWorld {
		s.world = opt.World
	}
	if opt.OverrideReading && s.text.Reading != opt.Reading {
		for i := range s.text.Facts {
			if f := &s.text.Facts[i]; f.Reading.OfWords() && f.Reading == s.text.Reading {
				f.Reading = opt.Reading
			}
		}
		s.text.Reading = opt.Reading
	}
	return nil
}

func (s *Solver) begin() Solution {
	return Solution{Names: s.text.Names, Facts: s.text.Facts, World: s.world, Reading: s.text.Reading, solver: s}
}

// Ask answers a question about the story that was read last.
func (s *Solver) Ask(question string) (Solution, error) {
	sol := s.begin()
	s.reader.Reading = s.questionReading()
	asked, err := s.reader.ReadQuestion(&s.text, question)
	if err != nil {
		return sol, &QuestionError{Question: question, Err: err}
	}
	sol.Asked = asked
	if asked.Kind == describe.AskRoute {
		sol.Moves, sol.Ways = s.router.Shortest(sol.Facts, len(sol.Names), asked.Locatum, asked.Relatum)
		sol.Known = sol.Ways > 0
		return sol, nil
	}
	if err := s.state(); err != nil {
		return sol, err
	}
	sol.GaveUp = s.gaveUp
	switch asked.Kind {
	case describe.AskRelation, describe.AskRelations:
		err = s.relation(&sol)
	case describe.AskTruth, describe.AskPossible:
		s.truth(&sol)
	case describe.AskLocatum, describe.AskRelatum:
		s.place(&sol)
	default:
		err = &QuestionError{Question: question, Err: fmt.Errorf("qa: a question of kind %d has no answer", asked.Kind)}
	}
	return sol, err
}

// state tells the network the facts.
func (s *Solver) state() error {
	if s.stated {
		return nil
	}
	if err := s.net.Reset(len(s.text.Names), s.world); err != nil {
		if room, ok := err.(*layout.RoomError); ok {
			return &ContradictionError{Room: room}
		}
		return err
	}
	s.gaveUp = false
	for _, f := range s.text.Facts {
		if err := s.net.Add(f); err != nil {
			return s.contradiction(err)
		}
		s.gaveUp = s.gaveUp || s.net.GaveUp()
	}
	s.stated = true
	return nil
}

// questionReading is what direction words mean in questions.
func (s *Solver) questionReading() layout.Reading {
	if s.opt.QuestionReading != layout.Aligned {
		return s.opt.QuestionReading
	}
	return s.text.QuestionReading
}

func (s *Solver) relation(sol *Solution) error {
	a, b := sol.Asked.Locatum, sol.Asked.Relatum
	if sol.Asked.Kind == describe.AskRelation {
		sol.Relation, sol.Known = s.net.Entails(a, b, sol.Asked.Aspect)
		sol.GaveUp = sol.GaveUp || s.net.GaveUp()
		if sol.Known && sol.Asked.Aspect == layout.Full {
			sol.Possible = sol.Possible.Add(sol.Relation)
			return nil
		}
	}
	sol.Possible = s.net.Possible(a, b)
	sol.GaveUp = sol.GaveUp || s.net.GaveUp()
	sol.Known = sol.Known || sol.Asked.Kind == describe.AskRelations && !sol.GaveUp
	return nil
}

func (s *Solver) truth(sol *Solution) {
	status := s.net.Judge(sol.Asked.Fact)
	sol.GaveUp = sol.GaveUp || s.net.GaveUp()
	switch {
	case status == layout.Open && sol.GaveUp:
		return // whether it is open is not known
	case status == layout.Entailed, status == layout.Open && sol.Asked.Kind == describe.AskPossible:
		sol.Truth = Yes
	case status == layout.Contradicted, s.opt.Closed:
		sol.Truth = No
	default:
		sol.Truth = Unknown
	}
	sol.Known = sol.Truth != Unknown
}

// place looks for the objects of which the question's fact holds.
func (s *Solver) place(sol *Solution) {
	s.objects = s.objects[:0]
	for i := range sol.Names {
		f, ok := sol.filled(i)
		if ok && s.net.Judge(f) == layout.Entailed {
			s.objects = append(s.objects, i)
		}
		sol.GaveUp = sol.GaveUp || ok && s.net.GaveUp()
	}
	sol.Objects = s.objects
	sol.Known = len(s.objects) == 1 && !sol.GaveUp
}

// filled returns the fact that was asked about with an object in the place that the question leaves open; ok is false for
// the object that stands there already.
func (sol *Solution) filled(i int) (f layout.Fact, ok bool) {
	f = sol.Asked.Fact
	if sol.Asked.Kind == describe.AskRelatum {
		f.Relatum = i
	} else {
		f.Locatum = i
	}
	return f, f.Locatum != f.Relatum
}

// Answer returns the answer: [Label], [TruthValue], [Relations], [Moves] or [Choice]; nil when it is not known, but for a
// TruthValue, which may be Unknown where the solver did not give up.
func (sol *Solution) Answer() Answer {
	switch kind := sol.Asked.Kind; {
	case (kind == describe.AskTruth || kind == describe.AskPossible) && sol.Truth != 0:
		return sol.Truth
	case !sol.Known:
		return nil
	case kind == describe.AskRelation:
		return Label{sol.Asked.Aspect, sol.Relation}
	case kind == describe.AskRelations:
		return Relations(sol.Possible)
	case kind == describe.AskRoute:
		return Moves(slices.Clone(sol.Moves))
	}
	return Choice{Names: []string{sol.Names[sol.Objects[0]]}, Options: len(sol.Names) - 1}
}

// Label returns the answer as text, as data sets give it: "upper-left", "yes", "s,s", a name; "" when it is not known. It
// allocates nothing for a direction, a truth value or a name.
func (sol *Solution) Label() string {
	switch kind := sol.Asked.Kind; {
	case !sol.Known:
		return ""
	case kind == describe.AskRelation:
		return Label{sol.Asked.Aspect, sol.Relation}.String()
	case kind == describe.AskTruth || kind == describe.AskPossible:
		return sol.Truth.String()
	case kind == describe.AskLocatum || kind == describe.AskRelatum:
		return sol.Names[sol.Objects[0]]
	}
	return sol.Answer().String()
}
