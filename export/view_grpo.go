package export

import "github.com/gridscribe/gridscribe"

// GRPORow is a question for TRL's GRPO and RLOO trainers, which hand every column but the prompt to the reward
// functions.
type GRPORow struct {
	Prompt   []Message `parquet:"prompt,list"` // one message, the user's
	Answer   string    `parquet:"answer"`      // a right answer; there may be others
	Verifier string    `parquet:"verifier"`    // the text with which a [gridscribe.Verifier] grades
	ID       string    `parquet:"id"`
	Traits
}

func grpoRows(corpus *gridscribe.Corpus) rowKind[GRPORow] {
	return rowKind[GRPORow]{appendJSON: appendGRPO, fill: func(a *arena, row *GRPORow, rec *gridscribe.Record, opt Options) {
		row.Prompt = a.chat(rec, opt, 0, 1)
		a.text(&row.Answer, appendTurn(a.open(), rec, opt, 1))
		a.text(&row.Verifier, corpus.AppendVerifier(a.open(), rec.Index, opt.Form.String()))
		a.text(&row.ID, appendID(a.open(), rec))
		row.Traits.fill(rec, opt.Form)
	}}
}

func appendGRPO(dst []byte, r *GRPORow) []byte {
	dst = appendChat(dst, `{"prompt":`, r.Prompt)
	dst = appendText(dst, `,"answer":`, r.Answer)
	dst = appendText(dst, `,"verifier":`, r.Verifier)
	dst = appendText(dst, `,"id":`, r.ID)
	return r.Traits.appendJSON(dst)
}
