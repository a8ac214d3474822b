package describe

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
)

// Break says why a chain of reasoning is not valid.
type Break uint8

// The breaks. The zero value is none.
const (
	NoBreak        Break = iota
	NotUnderstood        // the line is no sentence that the reader knows
	TwoWays              // the line can be read in more than one way
	NotEstablished       // the line is neither stated nor does it follow from the lines before it
	NoPremise            // a premise does not follow from the lines before
	NotSound             // the conclusion does not follow from its premises
	NotAssumed           // the line takes for granted what the text does not
	ClaimOpen            // all lines hold, and the claim does not follow from them
)

var breakTexts = [...]string{
	NoBreak:        "no break",
	NotUnderstood:  "is not understood",
	TwoWays:        "can be read in more than one way",
	NotEstablished: "is neither stated nor follows from the lines before it",
	NoPremise:      "has a premise that does not follow from the lines before it",
	NotSound:       "has a conclusion that does not follow from its premises",
	NotAssumed:     "takes for granted what the text does not",
	ClaimOpen:      "leaves the claim open: it does not follow from all the lines",
}

// String says the break in words.
func (b Break) String() string {
	if int(b) >= len(breakTexts) {
		return "Break(?)"
	}
	return breakTexts[b]
}

// ReplayError is the error of [Replay]: where a chain of reasoning breaks, and why. The zero value holds no break; Replay
// never returns it.
type ReplayError struct {
	Line   int    // the sentence, counted from 1; the last one, or 0 where there is none, when the claim is left open
	Offset int    // bytes from the start of the steps to the sentence
	Text   string // the sentence, cut off when it is long
	Reason Break
}

// Error names the line, its text and the reason.
func (e *ReplayError) Error() string {
	return fmt.Sprintf("describe: step %d, %q, %v", e.Line, e.Text, e.Reason)
}

// Stated is what a chain of reasoning may start from. The zero Stated knows of no objects.
type Stated struct {
	Names   []string // of the objects that facts count
	Facts   []Fact
	Reading layout.Reading // of bare direction words in the steps
	World   layout.World
}

// Replay checks reasoning line by line, a line being a sentence, and returns nil only if every line is valid and the claim
// follows from all of them. Valid is
//   - a stated fact, from either side;
//   - an assumption that [AppendAssumptions] would state of this reading and world;
//   - what follows from the lines before it, alone or after "So" or "Therefore";
//   - "Since P and Q, R." and its like ("Because P, R.", "P and Q, so R."), where each of P and Q follows from the lines
//     before, and R from P and Q.
//
// What follows is judged by a [layout.Network] of the world in which only those lines are stated. Lines can be in any
// words that [Read] understands and those of [AppendFact].
//
// A chain that breaks is a [*ReplayError]. Other errors are about what is given: a [*SyntaxError] for steps longer than
// [MaxText], a [*layout.RoomError] for a world that has no room for the objects, what [layout.NewNetwork] says of other
// worlds and of more than [layout.MaxObjects], and an error for a fact about an object without a name.
//
// Steps may come from anyone. A line is read as at most 64 texts of about 1 KiB, beside what its names take; one that
// needs more is not understood. That takes about a millisecond of a CPU, and up to dozens of times that where many names
// hold words that sentences are made of; a line of usual names and two premises takes some microseconds. To judge a line
// takes the time of adding its facts to a network, and its premises to an empty one.
func Replay(steps string, given Stated, claim Fact) error {
	if len(steps) > MaxText {
		return syntaxError(steps, TooLong, 0, MaxText)
	}
	r := replayer{stepReader: stepReader{Reader: Reader{Names: given.Names}, world: given.World}, given: &given}
	if given.Reading.OfWords() {
		r.Reading = given.Reading
	}
	if r.Names == nil {
		r.Names = []string{}
	}
	if err := r.known.Reset(len(given.Names), given.World); err != nil {
		return err
	}
	if err := r.premises.Reset(len(given.Names), given.World); err != nil {
		return err
	}
	for _, f := range append([]Fact{claim}, given.Facts...) {
		if f.Locatum < 0 || f.Locatum >= len(given.Names) || f.Relatum >= len(given.Names) || f.Relatum < layout.BottomRight {
			return fmt.Errorf("describe: fact %v is about an object without a name; there are %d names", f, len(given.Names))
		}
	}
	line, last := 0, 0
	for i := skipBlanks(steps, 0); i < len(steps); line++ {
		end, reason := r.line(steps, i)
		if reason != NoBreak {
			return &ReplayError{line + 1, i, excerpt(steps[i:]), reason}
		}
		last, i = i, skipBlanks(steps, end)
	}
	if r.known.Judge(claim) != layout.Entailed {
		return &ReplayError{line, last, excerpt(steps[last:]), ClaimOpen}
	}
	return nil
}

// replayer judges lines in turn.
type replayer struct {
	stepReader
	given    *Stated
	known    layout.Network // of the lines so far
	premises layout.Network // of one line
}

// line judges the sentence at text[i:] and, if it is valid, adds what it says to what is known.
func (r *replayer) line(text string, i int) (end int, reason Break) {
	if a, world, end := assumptionAt(text, i); a != nil {
		if !a.holds(r.given.Reading, r.given.World, world) {
			return end, NotAssumed
		}
		return end, NoBreak
	}
	s, end, reason := r.sentence(text, i)
	switch {
	case reason != NoBreak:
		return end, reason
	case !s.derived:
		return end, r.plain(s.says)
	}
	return end, r.derived(&s)
}

// plain judges a line that gives no reasons.
func (r *replayer) plain(facts []Fact) Break {
	for _, f := range facts {
		// Several facts about one pair may state one together.
		whole := f
		for _, g := range facts {
			whole = meetFacts(whole, g)
		}
		if !r.isStated(whole) && r.known.Judge(f) != layout.Entailed {
			return NotEstablished
		}
	}
	return r.learn(facts)
}

func (r *replayer) learn(facts []Fact) Break {
	for _, f := range facts {
		if r.known.Add(f) != nil { // the stated facts contradict each other
			return NotEstablished
		}
	}
	return NoBreak
}

// derived judges a line with reasons.
func (r *replayer) derived(s *step) Break {
	for _, f := range s.premises {
		if r.known.Judge(f) != layout.Entailed {
			return NoPremise
		}
	}
	from := &r.known
	if len(s.premises) > 0 {
		from = &r.premises
		if from.Reset(len(r.given.Names), r.given.World) != nil {
			return NotSound
		}
		for _, f := range s.premises {
			if from.Add(f) != nil {
				return NoPremise
			}
		}
	}
	for _, f := range s.says {
		if from.Judge(f) != layout.Entailed {
			return NotSound
		}
	}
	return r.learn(s.says)
}

// isStated reports whether a fact says, from either side, what a stated one says.
func (r *replayer) isStated(f Fact) bool {
	rows, cols := f.Intervals()
	for _, g := range r.given.Facts {
		if (f.Reading == layout.InCorner) != (g.Reading == layout.InCorner) {
			continue
		}
		for range 2 {
			gRows, gCols := g.Intervals()
			if f.Locatum == g.Locatum && f.Relatum == g.Relatum && rows == gRows && cols == gCols {
				return true
			}
			g = g.Converse()
		}
	}
	return false
}

// meetFacts returns the fact that says what both say, when they are about the same two; else the first.
func meetFacts(f, g Fact) Fact {
	if f.Locatum != g.Locatum || f.Relatum != g.Relatum {
		g = g.Converse()
	}
	if f.Locatum != g.Locatum || f.Relatum != g.Relatum || f.Reading == layout.InCorner || g.Reading == layout.InCorner {
		return f
	}
	rows, cols := f.Intervals()
	gRows, gCols := g.Intervals()
	rows, rowsMeet := rows.Meet(gRows)
	cols, colsMeet := cols.Meet(gCols)
	if !rowsMeet || !colsMeet {
		return f
	}
	return Fact{Locatum: f.Locatum, Relatum: f.Relatum, Reading: layout.Measured, Rows: rows, Cols: cols}
}

// holds reports whether a text in this reading, about this world, takes the assumption for granted, said being the numbers
// that it gives.
func (a *assumption) holds(reading layout.Reading, world, said layout.World) bool {
	return a.readings.Has(reading) && a.says.needed(world) &&
		(said.Rows == 0 || said.Rows == world.Rows) && (said.Cols == 0 || said.Cols == world.Cols)
}

// AnswerFact returns what an answer about an aspect says as a fact: for Full the relation in the Aligned reading, or the
// same place for EQ; for Vertical and Horizontal the side, or the same row or column for EQ, with the other axis open. It is
// what [Replay] is to prove for an answer.
func AnswerFact(locatum, relatum int, aspect layout.Aspect, answer layout.Cardinal) Fact {
	f := Fact{Locatum: locatum, Relatum: relatum, Relation: answer}
	if aspect == layout.Full && answer != layout.EQ {
		return f
	}
	f.Rows, f.Cols = f.Intervals()
	if answer == layout.EQ {
		f.Rows, f.Cols = layout.Interval{}, layout.Interval{}
	}
	f.Relation, f.Reading = layout.EQ, layout.Measured
	switch aspect {
	case layout.Vertical:
		f.Cols = layout.Anything()
	case layout.Horizontal:
		f.Rows = layout.Anything()
	}
	return f
}
