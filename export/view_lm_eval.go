package export

import "github.com/gridscribe/gridscribe"

// LMEvalRow is a question for lm-evaluation-harness: the task file beside the data says how its columns are used.
type LMEvalRow struct {
	Question string `parquet:"question"` // all that is shown and asked
	Answer   string `parquet:"answer"`   // a right answer; there may be others
	Verifier string `parquet:"verifier"` // the text with which a [gridscribe.Verifier] grades
	ID       string `parquet:"id"`
	Traits
}

func lmEvalRows(corpus *gridscribe.Corpus) rowKind[LMEvalRow] {
	return rowKind[LMEvalRow]{appendJSON: appendLMEval, fill: func(a *arena, row *LMEvalRow, rec *gridscribe.Record, opt Options) {
		a.text(&row.Question, appendTurn(a.open(), rec, opt, 0))
		a.text(&row.Answer, appendTurn(a.open(), rec, opt, 1))
		a.text(&row.Verifier, corpus.AppendVerifier(a.open(), rec.Index, opt.Form.String()))
		a.text(&row.ID, appendID(a.open(), rec))
		row.Traits.fill(rec, opt.Form)
	}}
}

func appendLMEval(dst []byte, r *LMEvalRow) []byte {
	dst = appendText(dst, `{"question":`, r.Question)
	dst = appendText(dst, `,"answer":`, r.Answer)
	dst = appendText(dst, `,"verifier":`, r.Verifier)
	dst = appendText(dst, `,"id":`, r.ID)
	return r.Traits.appendJSON(dst)
}
