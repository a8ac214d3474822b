package export

import (
	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// NativeRow is all that Gridscribe says of a record of any sort.
type NativeRow struct {
	Prompt    string `parquet:"prompt"`    // all that is shown and asked
	Answer    string `parquet:"answer"`    // a right answer; of a multiple choice the letter
	Rationale string `parquet:"rationale"` // steps that lead to the answer; empty where the family has none
	ID        string `parquet:"id"`
	Family    string `parquet:"family,dict"`
	Group     string `parquet:"group,dict"`
	Level     int64  `parquet:"level"`       // 0 in a corpus that does not go by levels
	Medium    string `parquet:"medium,dict"` // drawing, text or both
	Choice    bool   `parquet:"choice"`      // the question is a multiple choice
	// Difficulty is the number of elementary steps that the family counts; of questions about facts that of the facts that are needed.
	Difficulty     int64 `parquet:"difficulty"`
	Hops           int64 `parquet:"hops"`
	StreamVersion  int64 `parquet:"stream_version"`
	LexiconVersion int64 `parquet:"lexicon_version"`
}

func fillNative(a *arena, row *NativeRow, rec *gridscribe.Record, _ Options) {
	a.text(&row.Prompt, rec.AppendPrompt(a.open()))
	a.text(&row.Answer, rec.AppendAnswer(a.open()))
	a.text(&row.Rationale, rec.AppendRationale(a.open()))
	a.text(&row.ID, appendID(a.open(), rec))
	row.Family, row.Group = rec.Question.Family(), groups[rec.Question.Family()]
	row.Level, row.Medium, row.Hops = int64(rec.Level), rec.Medium.String(), int64(rec.Hops())
	row.Difficulty = max(1, row.Hops)
	if q := rec.Instance(); q != nil {
		row.Difficulty = int64(q.Difficulty())
		_, row.Choice = q.(qa.Options)
	}
	row.StreamVersion, row.LexiconVersion = seed.Version, describe.LexiconVersion
}

// groups holds the name of every family's group.
var groups = func() map[string]string {
	all := make(map[string]string)
	for _, f := range qa.Families() {
		all[f.Name()] = f.Group().String()
	}
	return all
}()

func appendNative(dst []byte, r *NativeRow) []byte {
	dst = appendText(dst, `{"prompt":`, r.Prompt)
	dst = appendText(dst, `,"answer":`, r.Answer)
	dst = appendText(dst, `,"rationale":`, r.Rationale)
	dst = appendText(dst, `,"id":`, r.ID)
	dst = appendText(dst, `,"family":`, r.Family)
	dst = appendText(dst, `,"group":`, r.Group)
	dst = appendInt(dst, `,"level":`, r.Level)
	dst = appendText(dst, `,"medium":`, r.Medium)
	dst = appendBool(dst, `,"choice":`, r.Choice)
	dst = appendInt(dst, `,"difficulty":`, r.Difficulty)
	dst = appendInt(dst, `,"hops":`, r.Hops)
	dst = appendInt(dst, `,"stream_version":`, r.StreamVersion)
	dst = appendInt(dst, `,"lexicon_version":`, r.LexiconVersion)
	return append(dst, '}')
}
