package qa

import (
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// QuestionError says that a question cannot be answered whatever the story says: it cannot be read, or names an object that
// the story does not name. It wraps the reason, a [*describe.SyntaxError] for a question that cannot be read.
type QuestionError struct {
	Question string
	Err      error
}

// Error names the question and the reason.
func (e *QuestionError) Error() string {
	return fmt.Sprintf("qa: question %.200q: %v", e.Question, e.Err)
}

// Unwrap returns the reason.
func (e *QuestionError) Unwrap() error { return e.Err }

// ContradictionError says that a story contradicts itself. It wraps the [*layout.ConflictError], or
// the [*layout.RoomError] of one whose objects are more than its grid has cells.
type ContradictionError struct {
	// Conflict is nil where there is no room for the objects, which Room then says.
	Conflict *layout.ConflictError
	Room     *layout.RoomError
	// Facts holds the facts that cannot hold together, in the order of the story, and Sentences those that they were read
	// from.
	Facts     []int
	Sentences []string
}

// Error quotes the sentences.
func (e *ContradictionError) Error() string {
	if e.Room != nil {
		return fmt.Sprintf("qa: the text contradicts itself: %v", e.Room)
	}
	var text strings.Builder
	text.WriteString("qa: the text contradicts itself:")
	for i, sentence := range e.Sentences {
		if i > 0 {
			text.WriteByte(',')
		}
		fmt.Fprintf(&text, " %.200q", sentence)
	}
	if len(e.Facts) == 1 {
		text.WriteString(", which no grid such as this allows")
	}
	return text.String()
}

// Unwrap returns the conflict, or the want of room.
func (e *ContradictionError) Unwrap() error {
	if e.Room != nil {
		return e.Room
	}
	return e.Conflict
}

// contradiction dresses an error of adding the fact after those that the network holds.
func (s *Solver) contradiction(err error) error {
	conflict, ok := err.(*layout.ConflictError)
	if !ok {
		return fmt.Errorf("qa: fact %d, %q: %w", len(s.net.Facts())+1, s.sentence(len(s.net.Facts())), err)
	}
	e := &ContradictionError{Conflict: conflict}
	e.Facts = append(append(e.Facts, conflict.With...), len(s.net.Facts()))
	for i, k := range e.Facts {
		if sentence := s.sentence(k); i == 0 || sentence != e.Sentences[len(e.Sentences)-1] {
			e.Sentences = append(e.Sentences, sentence)
		}
	}
	return e
}

// sentence returns the sentence that a fact was read from.
func (s *Solver) sentence(fact int) string {
	if fact < 0 || fact >= len(s.text.Spans) {
		return ""
	}
	v := s.text.Spans[fact]
	if v.Start < 0 || v.End > len(s.story) || v.Start > v.End {
		return ""
	}
	return strings.TrimSpace(s.story[v.Start:v.End])
}
