package export

import (
	"strings"

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
	t.paragraph(readingNote)
}

func (t *turnWriter) question() {
	t.paragraph("")
	t.dst = t.rec.AppendQuestion(t.dst)
	aspect := t.rec.Direction().Aspect
	t.sentence([layout.Aspects]string{promptFull, promptVertical, promptHorizontal}[aspect])
	t.sentence(promptLabels)
	t.dst = append(t.dst, labelLists[aspect]...)
}

// labelLists names the answers to each aspect, as in "above, below, same level."
var labelLists = func() (lists [layout.Aspects]string) {
	for aspect := range lists {
		var labels []string
		for _, l := range qa.Labels(layout.Aspect(aspect)) {
			labels = append(labels, l.String())
		}
		lists[aspect] = strings.Join(labels, ", ") + "."
	}
	return lists
}()

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
		t.dst = append(t.dst, qa.Labels(t.rec.Direction().Aspect)[0].String()...)
		t.dst = append(t.dst, '.')
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
