package export

import (
	"bytes"

	"github.com/gridscribe/gridscribe"
)

// NeMoGymRow is a question for NeMo Gym, as JSON lines. Its resources server string_match takes it as it is and
// compares texts.
type NeMoGymRow struct {
	Params         NeMoGymParams `parquet:"responses_create_params"`
	ExpectedAnswer string        `parquet:"expected_answer"`      // a right answer; there may be others
	ExtractionMode string        `parquet:"extraction_mode,dict"` // last_line; full_response where the answer has several lines
	Verifier       string        `parquet:"verifier"`             // the text with which a [gridscribe.Verifier] grades
	ID             string        `parquet:"id"`
	Traits
}

// NeMoGymParams is what the model is asked.
type NeMoGymParams struct {
	Input []Message `parquet:"input,list"` // one message, the user's
}

func nemoGymRows(corpus *gridscribe.Corpus) rowKind[NeMoGymRow] {
	return rowKind[NeMoGymRow]{appendJSON: appendNeMoGym, fill: func(a *arena, row *NeMoGymRow, rec *gridscribe.Record, opt Options) {
		row.Params.Input = a.chat(rec, opt, 0, 1)
		answer := appendTurn(a.open(), rec, opt, 1)
		lines := bytes.IndexByte(answer[len(a.open()):], '\n') >= 0
		a.text(&row.ExpectedAnswer, answer)
		row.ExtractionMode = pick(lines, "full_response", "last_line")
		a.text(&row.Verifier, corpus.AppendVerifier(a.open(), rec.Index, opt.Form.String()))
		a.text(&row.ID, appendID(a.open(), rec))
		row.Traits.fill(rec, opt.Form)
	}}
}

func appendNeMoGym(dst []byte, r *NeMoGymRow) []byte {
	dst = appendChat(dst, `{"responses_create_params":{"input":`, r.Params.Input)
	dst = appendText(dst, `},"expected_answer":`, r.ExpectedAnswer)
	dst = appendText(dst, `,"extraction_mode":`, r.ExtractionMode)
	dst = appendText(dst, `,"verifier":`, r.Verifier)
	dst = appendText(dst, `,"id":`, r.ID)
	return r.Traits.appendJSON(dst)
}
