package export

import (
	"bytes"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// AlpacaRow is a form with one question in Alpaca's fields. Input and instruction, an empty line between them, are the
// prompt of the other views.
type AlpacaRow struct {
	Instruction string `parquet:"instruction"` // the question, and how to answer
	Input       string `parquet:"input"`       // what it is asked about; empty where nothing is shown
	Output      string `parquet:"output"`      // the answer
	About
}

func alpacaRows() rowKind[AlpacaRow] {
	return rowKind[AlpacaRow]{fill: fillAlpaca, appendJSON: appendAlpaca}
}

func fillAlpaca(a *arena, row *AlpacaRow, rec *gridscribe.Record, opt Options) {
	// A prompt ends with what is asked. That is written behind it once more, to find where it starts.
	prompt := appendTurn(a.open(), rec, opt, 0)
	all := appendAsked(prompt, rec)
	asked := all[len(prompt):]
	shown := bytes.TrimSuffix(bytes.TrimSuffix(prompt[len(a.open()):], asked), paragraphs)
	a.text(&row.Input, prompt[:len(a.open())+len(shown)])
	a.text(&row.Instruction, append(a.open(), asked...))
	a.text(&row.Output, appendTurn(a.open(), rec, opt, 1))
	row.About.fill(a, rec, opt)
}

var paragraphs = []byte("\n\n")

// appendAsked appends what prompts with one question end with: the question and how to answer, with the conventions of
// questions that bring along what they are asked about.
func appendAsked(dst []byte, rec *gridscribe.Record) []byte {
	if q := rec.Instance(); q != nil {
		return qa.AppendQuestion(dst, q)
	}
	return rec.Question.AppendFormat(append(rec.AppendQuestion(dst), ' '))
}

func appendAlpaca(dst []byte, r *AlpacaRow) []byte {
	dst = appendText(dst, `{"instruction":`, r.Instruction)
	dst = appendText(dst, `,"input":`, r.Input)
	dst = appendText(dst, `,"output":`, r.Output)
	return r.About.appendJSON(dst)
}
