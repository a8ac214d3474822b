package export

import "github.com/gridscribe/gridscribe"

// NativeRow is all that Gridscribe says of a record of any sort.
type NativeRow struct {
	Prompt    string `parquet:"prompt"`    // all that is shown and asked
	Answer    string `parquet:"answer"`    // a right answer; of a multiple choice the letter
	Rationale string `parquet:"rationale"` // steps that lead to the answer; empty where the family has none
	ID        string `parquet:"id"`
	Traits
}

func nativeRows() rowKind[NativeRow] {
	return rowKind[NativeRow]{fill: fillNative, appendJSON: appendNative}
}

func fillNative(a *arena, row *NativeRow, rec *gridscribe.Record, _ Options) {
	a.text(&row.Prompt, rec.AppendPrompt(a.open()))
	a.text(&row.Answer, rec.AppendAnswer(a.open()))
	a.text(&row.Rationale, rec.AppendRationale(a.open()))
	a.text(&row.ID, appendID(a.open(), rec))
	row.Traits.fill(rec, FormAsk)
}

func appendNative(dst []byte, r *NativeRow) []byte {
	dst = appendText(dst, `{"prompt":`, r.Prompt)
	dst = appendText(dst, `,"answer":`, r.Answer)
	dst = appendText(dst, `,"rationale":`, r.Rationale)
	dst = appendText(dst, `,"id":`, r.ID)
	return r.Traits.appendJSON(dst)
}
