package export

import (
	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// turns returns how many turns the form's chat has; the last is the assistant's.
func (f Form) turns() int {
	if f == FormTwoTurn || f == FormTwoTurnGold {
		return 4
	}
	return 2
}

// appendTurns appends the first n turns, an empty line between them.
func appendTurns(dst []byte, rec *gridscribe.Record, opt Options, n int) []byte {
	for i := range n {
		if i > 0 {
			dst = append(dst, "\n\n"...)
		}
		dst = appendTurn(dst, rec, opt, i)
	}
	return dst
}

// appendTurn appends what is said in one turn: even ones are the user's, odd ones the assistant's.
func appendTurn(dst []byte, rec *gridscribe.Record, opt Options, turn int) []byte {
	t := turnWriter{dst: dst, start: len(dst), rec: rec, style: opt.Style}
	if opt.Form == FormAsk {
		if turn == 0 {
			return rec.AppendPrompt(dst)
		}
		return rec.AppendAnswer(dst)
	}
	if q := rec.Instance(); q != nil {
		return appendInstanceTurn(dst, rec.Subject(), q, opt.Form, turn)
	}
	switch form := opt.Form; {
	case turn == 0:
		t.request(form)
	case turn == 2:
		t.followUp(form)
	case turn == 3 || form == FormAnswer || form == FormRead || form == FormTextRead:
		t.dst = rec.AppendAnswer(t.dst)
	case form == FormDescribe:
		t.dst = rec.AppendRelations(t.dst)
	case form == FormDrawAnswer:
		t.drawing()
		t.paragraph(answerWord)
		t.dst = rec.AppendAnswer(t.dst)
	default:
		t.drawing()
	}
	return t.dst
}

// turnWriter writes paragraphs, an empty line between them.
type turnWriter struct {
	dst   []byte
	start int
	rec   *gridscribe.Record
	style scene.Style
}

func (t *turnWriter) paragraph(s string) {
	if len(t.dst) > t.start {
		t.dst = append(t.dst, "\n\n"...)
	}
	t.dst = append(t.dst, s...)
}

func (t *turnWriter) sentence(s string) { t.dst = append(append(t.dst, ' '), s...) }

// drawing writes the drawing in a code fence, in which every blank counts.
func (t *turnWriter) drawing() {
	t.paragraph("```\n")
	t.dst = t.rec.AppendDrawing(t.dst, t.style)
	t.dst = append(t.dst, "\n```"...)
}

func (t *turnWriter) text() {
	t.paragraph("")
	t.dst = t.rec.AppendText(t.dst)
	t.paragraph("")
	t.dst = t.rec.AppendAssumptions(t.dst)
}

func (t *turnWriter) question() {
	t.paragraph("")
	t.dst = t.rec.AppendQuestion(t.dst)
	t.dst = t.rec.Question.AppendFormat(append(t.dst, ' '))
}

// firstAnswers are the answers that prompts give as examples.
var firstAnswers = [layout.Aspects]layout.Cardinal{layout.N, layout.N, layout.E}

func (t *turnWriter) drawRequest() {
	t.paragraph(promptDraw)
	t.sentence([scene.Styles]string{promptStyleSimple, promptStyleGrid, promptStylePanel}[t.style])
}

func (t *turnWriter) request(form Form) {
	switch form {
	case FormDraw, FormTwoTurn, FormTwoTurnGold:
		t.text()
		t.drawRequest()
	case FormDescribe:
		t.paragraph(promptDescribe)
		t.drawing()
	case FormAnswer:
		t.text()
		t.question()
	case FormRead:
		t.paragraph(promptGiven)
		t.drawing()
		t.question()
	case FormDrawAnswer:
		t.text()
		t.drawRequest()
		t.question()
		t.sentence(promptBoth)
		example := qa.Yes.String()
		if q := t.rec.Direction(); q != nil {
			example = qa.Label{Aspect: q.Aspect, Relation: firstAnswers[q.Aspect]}.String()
		}
		t.dst = append(append(t.dst, example...), '.')
	case FormTextRead:
		t.text()
		t.paragraph(promptAlsoGiven)
		t.drawing()
		t.question()
	}
}

// followUp is the second request of a two-turn form.
func (t *turnWriter) followUp(form Form) {
	if form == FormTwoTurnGold {
		t.paragraph(promptGoldGiven)
		t.drawing()
	} else {
		t.paragraph(promptAskDrawing)
	}
	t.question()
}
