// Package qa asks questions about layouts and grades answers to them, one family of questions a file.
//
// A [Family] samples a [Subject], as its knobs or its level of difficulty say, and asks a [Question] about it, or about one that
// others made. A Question knows what it asks, the right [Answer] and how to grade a response: [Question.Verify] reads what a language
// model wrote and returns a [Verdict]. [Families] lists the families.
//
// Questions about texts leave the text to who asks them. All others are an [Instance], which brings along what it is asked about, as a
// drawing, as sentences or as both, and can be asked again of the scene turned, in words turned round, or with a part hidden.
// [AppendPrompt] writes all that is shown and asked, and [NewOptions] puts an Instance as a multiple choice. Package qatest holds
// every family to this.
package qa

import (
	"errors"
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Subject is what questions are asked about. It holds a text about objects, or one of the other kinds of layout; those that it
// does not hold are nil. A family asks about the kinds that fit it.
//
// Of a text it holds named objects, the facts that the text states, and the layout that the drawing shows. Facts refer to the
// entities of the layout by index, and hold in it. World is what the text takes for granted; the zero World is a grid without end
// where no two objects share a cell.
type Subject struct {
	Facts  []layout.Fact
	Layout layout.Layout
	World  layout.World

	Map   *layout.Map   // a map
	Views []*layout.Map // several maps: the same place before and after, or views of parts of it
	// Windows says where each of the frames lies on the map that they are views of; empty where that is not told.
	Windows []layout.Window
	Matrix  *layout.Matrix // dots
	Figure  *layout.Figure // shapes to be drawn with dots
	Paper   *layout.Paper  // a sheet, its folds and what is punched through them
	Graph   *layout.Graph  // places and the ways between them
	Log     *layout.Log    // who was where, step by step
}

// Family is one kind of question.
type Family interface {
	// Name returns the family's name, one lower-case word.
	Name() string
	// Summary says in one line what the family asks.
	Summary() string
	// Group returns the group that the family belongs to.
	Group() Group
	// Validate reports a knob that is out of range, and what is allowed. The zero value of every family is valid; zero knobs stand
	// for those of level 1.
	Validate() error
	// At returns the family with its knobs set for a level of difficulty from 1 to Levels; the nearest one for others. What says
	// how a question is put, as the phrasing does, stays.
	At(level int) Family
	// Sample draws a subject as the knobs say, about which the family has a question. The error wraps ErrUnsuitable
	// where the draw came to nothing; the next draw may not.
	Sample(src seed.Source) (Subject, error)
	// Ask returns a question about the subject, drawn from src. The subject's facts alone entail its answer, or its
	// drawing does, as the family says. The error wraps ErrUnsuitable when the subject holds no such question.
	Ask(subject Subject, src seed.Source) (Question, error)
}

// ErrUnsuitable is wrapped by the error for a subject that a family has no question about.
var ErrUnsuitable = errors.New("no such question about this subject")

// Question is one question with its answer.
type Question interface {
	// Family returns the name of the question's family.
	Family() string
	// AppendText appends what is asked, without the description or drawing that it is asked about.
	AppendText(dst []byte) []byte
	// AppendFormat appends a sentence that says which answers there are or what form an answer takes, for after the text;
	// nothing where the text says it.
	AppendFormat(dst []byte) []byte
	// Answer returns a right answer: the one that a corpus gives.
	Answer() Answer
	// Hops returns the least number of stated facts that prove the answer; 0 where none does: where the answer is that
	// something is possible or cannot be determined, and where a drawing or a description is asked for.
	Hops() int
	// Verify grades a response, as a language model writes it. It never panics.
	Verify(response string) Verdict
}

// Answer is a right or given answer. Of texts it is one of [Label], [TruthValue], [Choice], [Relations], [Moves], [Drawing] and
// [Description]; of all else also a [Word], a [Number], a [Place] or a [Sequence] of names, or what some families ask for: [Boxes],
// [Dots], [MapDrawing], [MapDescription], [MapPicture], [Redrawn], [Moved], [Offset], [Pose], [Poses] and [Spans]. Answers are compared
// as values: of the same type, and meaning the same.
type Answer interface {
	// Equal reports whether another answer is of the same type and means the same.
	Equal(other Answer) bool
	// String returns the answer as text.
	String() string

	sealed()
}

// Verdict is the grade of a response. The zero Verdict is no reward.
type Verdict struct {
	Reward    float64 // from 0 to 1; 1 exactly when Correct
	Correct   bool    // the answer is right
	FormatOK  bool    // an answer of the question's type was found
	Extracted string  // what was understood, empty when nothing was; if not FormatOK, it does not answer the question
	Reason    string  // why it is not right, for a person; empty when it is
}

// Families lists the families in a fixed order, group by group, as [Group] counts them.
func Families() []Family {
	return []Family{
		DrawFamily{}, DescribeFamily{}, CoordinatesFamily{}, ShapeFamily{},
		LocateFamily{}, CountFamily{}, SizeFamily{}, DistanceFamily{}, NearestFamily{},
		DirectionFamily{}, MultihopFamily{}, ChooseFamily{}, TruthFamily{}, PossibleFamily{}, ArrangeFamily{}, TopologyFamily{},
		EgocentricFamily{}, PoseFamily{}, VisibleFamily{}, MergeFamily{},
		MotionFamily{}, EditFamily{}, RecallFamily{}, TallyFamily{},
		RouteFamily{}, PathFamily{}, FitFamily{},
		RotateFamily{}, FoldFamily{}, JigsawFamily{},
	}
}

// Phrasing chooses between the ways to word a question that ask the same. The zero value is the canonical one.
type Phrasing uint8

// The phrasings. A family that has fewer words the question as the one before.
const (
	// Canonical says all that the question takes for granted.
	Canonical Phrasing = iota
	// Variant says the same in other words.
	Variant
	// Benchmark is how the benchmark asks that the question comes from, StepGame or bAbI. What its words mean is left to
	// the prompt.
	Benchmark
)

// Phrasings is the number of phrasings.
const Phrasings = 3

var phrasingNames = [Phrasings]string{"canonical", "variant", "benchmark"}

// String returns "canonical", "variant" or "benchmark".
func (p Phrasing) String() string {
	if p >= Phrasings {
		return "Phrasing(?)"
	}
	return phrasingNames[p]
}

func (p Phrasing) validate(family string) error {
	if p >= Phrasings {
		return fmt.Errorf("qa: %s: phrasing %d; 0 to %d are allowed", family, p, Phrasings-1)
	}
	return nil
}

// nameOf returns the name of object i, its number where it has none.
func nameOf(all []string, i int) string {
	if i < 0 || i >= len(all) {
		return fmt.Sprintf("#%d", i)
	}
	return all[i]
}

// gradable returns an error that wraps ErrUnsuitable when a question's own answer does not earn the whole reward: the
// objects have names that sentences or drawings cannot hold, or the drawing is too large to be read.
func gradable(q Question) error {
	if v := q.Verify(q.Answer().String()); !v.Correct {
		return fmt.Errorf("qa: %s: the answer itself is graded wrong: %s: %w", q.Family(), v.Reason, ErrUnsuitable)
	}
	return nil
}
