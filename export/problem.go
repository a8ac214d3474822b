package export

import (
	"fmt"
	"io"
	"iter"
	"strings"
)

// Problem is a question about a text with the label that a data set gives it, as [ReadProblems] finds it in a file that
// somebody else wrote. The zero Problem asks nothing.
type Problem struct {
	Format ProblemFormat
	File   string // as it was given to ReadProblems
	Row    int    // the number of the question in the file, from 1; broken rows count
	Line   int    // the line of the question, from 1; of a JSON row the line on which it starts
	ID     string // the row's id or, in a JSON object of rows, its key; else empty

	// Story is the text, a sentence of Sentences a line. Problems with the same story share it.
	Story     string
	Sentences []ProblemSentence // by line of Story; shared, do not change them
	Question  string
	Label     string
	Hops      int   // the row's k_hop; 0 where it has none
	Support   []int // the numbers of the sentences that are said to prove the label; StepGame's are dummies
	// Drawing is a Text2Space row's layout. Styles that the row lacks are empty.
	Drawing ASCIIDrawing
}

// ProblemSentence is where a sentence of a story stands in its file.
type ProblemSentence struct {
	Number int // as the file counts the sentences of a story, from 1
	Line   int // in the file, from 1
}

// Sentence returns the sentence of the story with this number, "" if there is none.
func (p *Problem) Sentence(number int) string {
	story := p.Story
	for _, s := range p.Sentences {
		sentence, rest, _ := strings.Cut(story, "\n")
		if s.Number == number {
			return sentence
		}
		story = rest
	}
	return ""
}

// ProblemFormat says which benchmark a problem is of: what its words mean follows from it. It is recognised by the
// fields of a row and by the form of the question, not by the name of the file. The zero value is none of them.
type ProblemFormat uint8

// The formats.
const (
	ProblemOther      ProblemFormat = iota
	ProblemText2Space               // fields description, query_relation and label
	ProblemStepGame                 // "What is the relation of the agent A to the agent B?"
	ProblemBAbI4                    // "What is north of the A?", "What is the A north of?"
	ProblemBAbI17                   // "Is the A above the B?"
	ProblemBAbI19                   // "How do you go from the A to the B?"
	problemFormats
)

var problemFormatNames = [problemFormats]string{"other", "text2space", "stepgame", "babi-4", "babi-17", "babi-19"}

// String returns the name of the format, such as "babi-17".
func (f ProblemFormat) String() string {
	if f >= problemFormats {
		return "ProblemFormat(?)"
	}
	return problemFormatNames[f]
}

// questionForms are the beginnings by which a question's benchmark is known; the first that fits counts. Those that
// anybody may ask are of no benchmark, whatever stands around them.
var questionForms = []struct {
	start  string
	format ProblemFormat
}{
	{"What is the relation of the agent", ProblemStepGame},
	{"What is the relation of", ProblemOther},
	{"What is the vertical relation of", ProblemOther},
	{"What is the horizontal relation of", ProblemOther},
	{"What is ", ProblemBAbI4},
	{"Is ", ProblemBAbI17},
	{"How do you go", ProblemBAbI19},
	{"Where ", ProblemOther},
	{"Which ", ProblemOther},
	{"Could ", ProblemOther},
}

// formatOf recognises a problem of a file that is not Text2Space by its question. A question that is like none, because
// it is damaged, is of the same format as the one before it.
func formatOf(question string, before ProblemFormat) ProblemFormat {
	for _, form := range questionForms {
		if len(question) >= len(form.start) && strings.EqualFold(question[:len(form.start)], form.start) {
			return form.format
		}
	}
	return before
}

// MaxProblem is the longest line, JSON row or story that is read, in bytes: 16 MiB.
const MaxProblem = 16 << 20

// ReadProblems reads a data set in any of these forms, told apart by their content:
//
//   - JSON lines, a row each: Text2Space (description, query_relation, label, and ascii and id where they are) or
//     stories (story as a list or a text, question, label or answer, k_hop as a number or a text of digits and support as a
//     list of numbers where they are), as StepGame has them;
//   - a JSON array of such rows, or a JSON object that holds them by number, as StepGame's own files do;
//   - the bAbI form, which StepGame's files have too: numbered sentences, and questions "N QUESTION<TAB>LABEL<TAB>SUPPORT"
//     about all sentences of their story so far. A number 1 starts a new story.
//
// A row that cannot be read is yielded as a [*ProblemError] with a zero Problem, once, and reading goes on behind it.
// In the bAbI form damage to a story's sentences breaks the next question of the story and no other. Where nothing can
// be read any more (a file of another kind, or a read that fails) the error is the last thing yielded, and wraps what r
// returned. Nothing is kept but the story or the row at hand, so memory is bounded by some times [MaxProblem] for files
// of any size. File is only for messages and Problem.File.
func ReadProblems(r io.Reader, file string) iter.Seq2[Problem, error] {
	return func(yield func(Problem, error) bool) {
		s := newProblemSource(r, file)
		switch s.recognise() {
		case numberedProblems:
			(&numberedReader{source: s, yield: yield}).read()
		case jsonLines:
			s.readJSONLines(yield)
		case jsonRows:
			s.readJSONRows(yield)
		default:
			if !s.empty {
				yield(Problem{}, s.lastError())
			}
		}
	}
}

// ProblemFault says what is wrong with a row. The zero value is none.
type ProblemFault uint8

// The faults.
const (
	NoFault           ProblemFault = iota
	FaultUnknownForm               // the file is none of the forms that are read
	FaultRead                      // reading the file failed
	FaultTooLong                   // a line, row or story is longer than MaxProblem
	FaultNumber                    // a line does not start with a number, a blank and a text
	FaultGap                       // a number is left out
	FaultCutSentence               // a sentence does not end with a full stop
	FaultNoQuestion                // a story ends without a question
	FaultNoLabel                   // a question has no label
	FaultSupport                   // support is missing, or names no earlier sentence
	FaultColumns                   // a line has more than three columns
	FaultJSON                      // the JSON breaks off or is malformed
	FaultMissingField              // a field is missing
	FaultWrongType                 // a field is not of its type
	problemFaults
)

var problemFaultNames = [problemFaults]string{
	"none", "unknown form", "read error", "too long", "bad number", "gap in numbers", "cut sentence", "no question", "no label",
	"bad support", "bad columns", "bad JSON", "missing field", "wrong type",
}

// String names the fault in two words or so.
func (f ProblemFault) String() string {
	if f >= problemFaults {
		return "ProblemFault(?)"
	}
	return problemFaultNames[f]
}

// ProblemError is the error for a row, a story or a file that cannot be read. The zero value holds no fault; it is
// never yielded.
type ProblemError struct {
	File      string
	Row       int // the row that is broken, from 1; 0 when the fault is not in a row
	Line, Col int // where it stands, both from 1; Col counts bytes
	Fault     ProblemFault
	Detail    string // the value that is wrong, and what is allowed
	Err       error  // of FaultRead
}

// Error names the place, the fault and what is allowed.
func (e *ProblemError) Error() string {
	return fmt.Sprintf("export: %s:%d:%d: %v: %s", e.File, e.Line, e.Col, e.Fault, e.Detail)
}

// Unwrap returns what the reader returned, nil for every fault but FaultRead.
func (e *ProblemError) Unwrap() error { return e.Err }
