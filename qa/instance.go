package qa

import (
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// Instance is a question that brings along what it is asked about: a map, views of one, a log. It holds all that is needed to
// ask it again of the scene turned, or with a part of it hidden. Instances share the memory of their subject and must not be
// changed.
type Instance interface {
	Question
	// Media lists as what the evidence can be shown, the most natural first. Each alone entails the answer.
	Media() []Medium
	// AppendEvidence appends what is shown, and nothing that it is not asked about in this medium. A medium that is not in
	// Media counts as the first.
	AppendEvidence(dst []byte, medium Medium) []byte
	// AppendConventions appends sentences that say what the words of the question take for granted: metric, connectivity, what
	// "in front" means. Nothing where nothing is.
	AppendConventions(dst []byte) []byte
	// Difficulty is the number of elementary steps that it takes to answer, as the family counts them; 1 or more. On average
	// it rises with the level.
	Difficulty() int
	// Mistakes returns wrong answers that are easily given, the likeliest first, each once. There may be none.
	Mistakes() []Answer
	// Turn returns the same question about the scene moved by a symmetry; ok is false where the question has no meaning then.
	Turn(s layout.Symmetry) (turned Instance, ok bool)
	// Contrast returns the question about the same scene whose words are turned round ("farthest" for "nearest", the converse);
	// ok is false where there is none.
	Contrast() (contrast Instance, ok bool)
	// Pieces returns of how many pieces the evidence consists, each of which can be hidden: the cells of a map in reading order,
	// map after map, or the entries of a log.
	Pieces() int
	// Without asks the same with a piece of the evidence hidden; the evidence shows that it is missing. The error wraps ErrUnsuitable where
	// the rest no longer entails the answer to a question that has no answer "cannot be determined".
	Without(piece int) (Instance, error)
	// AppendRationale appends steps that lead to the answer, one a line, each of which can be checked; nothing where the family
	// has none.
	AppendRationale(dst []byte) []byte
}

// Medium is as what evidence is shown. The zero value is AsDrawing.
type Medium uint8

// The media.
const (
	AsDrawing Medium = iota // drawings alone
	AsText                  // sentences alone
	AsBoth                  // sentences and drawings
	media
)

// String returns "drawing", "text" or "both".
func (m Medium) String() string {
	if m >= media {
		return "Medium(?)"
	}
	return [media]string{"drawing", "text", "both"}[m]
}

// AppendPrompt appends all that is shown and asked: the evidence, the conventions and the question with its format, paragraphs set
// apart by empty lines. The evidence of an [Instance] is its own; that of other questions is the subject's text, or its drawing where a
// description is asked for, whatever the medium.
func AppendPrompt(dst []byte, s Subject, q Question, medium Medium) []byte {
	if q == nil {
		return dst
	}
	start := len(dst)
	if own, ok := q.(Instance); ok {
		dst = own.AppendEvidence(dst, medium)
		dst = paragraph(dst, own.AppendConventions)
	} else if d, ok := q.(Describe); ok {
		dst = scene.Append(dst, d.Layout, scene.Grid)
	} else {
		dst = (&describe.Plan{Facts: s.Facts}).Append(dst, nil, s.Layout.Names())
		dst = paragraph(dst, s.AppendAssumptions)
	}
	if len(dst) > start {
		dst = append(dst, "\n\n"...)
	}
	return appendAsked(dst, q)
}

// AppendQuestion appends what is asked without what it is asked about: the conventions and the question with its format.
func AppendQuestion(dst []byte, q Instance) []byte {
	start := len(dst)
	if dst = q.AppendConventions(dst); len(dst) > start {
		dst = append(dst, "\n\n"...)
	}
	return appendAsked(dst, q)
}

// appendAsked appends a question and its format.
func appendAsked(dst []byte, q Question) []byte {
	dst = q.AppendText(dst)
	end := len(dst)
	if end > 0 && dst[end-1] != '\n' {
		dst = append(dst, ' ')
	}
	format := len(dst)
	if dst = q.AppendFormat(dst); len(dst) == format {
		dst = dst[:end]
	}
	return dst
}

// paragraph appends a paragraph after an empty line, or nothing where there is none.
func paragraph(dst []byte, appendTo func([]byte) []byte) []byte {
	start := len(dst)
	if start > 0 {
		dst = append(dst, "\n\n"...)
	}
	text := len(dst)
	if dst = appendTo(dst); len(dst) == text {
		dst = dst[:start]
	}
	return dst
}
