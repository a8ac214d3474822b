package export

import (
	"github.com/gridscribe/gridscribe/qa"
)

// appendInstanceTurn appends one turn of a form about a question that brings along what it is asked about: its own text
// takes the place of a description, its own drawing that of a layout.
func appendInstanceTurn(dst []byte, s qa.Subject, q qa.Instance, form Form, turn int) []byte {
	drawing := func() { dst = appendFenced(dst, q) }
	ask := func() {
		if len(dst) > 0 {
			dst = append(dst, "\n\n"...)
		}
		dst = qa.AppendQuestion(dst, q)
	}
	switch {
	case turn == 0:
		switch form {
		case FormDraw, FormTwoTurn, FormTwoTurnGold:
			dst = append(q.AppendEvidence(dst, qa.AsText), "\n\n"+promptToDraw(s)...)
		case FormDescribe:
			drawing()
			dst = append(dst, "\n\n"+promptDescribeMap...)
		case FormRead:
			return qa.AppendPrompt(dst, qa.Subject{}, q, qa.AsDrawing)
		case FormTextRead:
			return qa.AppendPrompt(dst, qa.Subject{}, q, qa.AsBoth)
		case FormDrawAnswer:
			dst = qa.AppendPrompt(dst, qa.Subject{}, q, qa.AsText)
			dst = append(dst, "\n\n"+promptToDraw(s)+" "+promptThenAnswer...)
		default:
			return qa.AppendPrompt(dst, qa.Subject{}, q, qa.AsText)
		}
	case turn == 2:
		if form == FormTwoTurnGold {
			dst = append(dst, promptGoldMap+"\n\n"...)
			drawing()
		} else {
			dst = append(dst, promptAskMap...)
		}
		ask()
	case turn == 3 || form == FormAnswer || form == FormRead || form == FormTextRead:
		dst = append(dst, q.Answer().String()...)
	case form == FormDescribe:
		dst = q.AppendEvidence(dst, qa.AsText)
	case form == FormDrawAnswer:
		drawing()
		dst = append(append(dst, "\n\n"+answerWord...), q.Answer().String()...)
	default:
		drawing()
	}
	return dst
}

// appendFenced appends the drawing of what a question is asked about in a code fence.
func appendFenced(dst []byte, q qa.Instance) []byte {
	dst = q.AppendEvidence(append(dst, "```\n"...), qa.AsDrawing)
	return append(dst, "\n```"...)
}

// promptToDraw returns how what a subject shows is drawn.
func promptToDraw(s qa.Subject) string {
	switch {
	case s.Log != nil:
		return promptDrawLog
	case s.Paper != nil:
		return promptDrawPaper
	case s.Matrix != nil || s.Figure != nil:
		return promptDrawDots
	}
	return promptDrawMap
}
