package export

import (
	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// Traits is what rows with one question say of it, to sort and choose by.
type Traits struct {
	Family string `parquet:"family,dict"`
	Group  string `parquet:"group,dict"`
	Level  int64  `parquet:"level"`       // 0 in a corpus that does not go by levels
	Medium string `parquet:"medium,dict"` // drawing, text or both
	Choice bool   `parquet:"choice"`      // the question is a multiple choice
	// Difficulty is the number of elementary steps that the family counts; of questions about facts that of the facts
	// that are needed.
	Difficulty     int64 `parquet:"difficulty"`
	Hops           int64 `parquet:"hops"`
	StreamVersion  int64 `parquet:"stream_version"`
	LexiconVersion int64 `parquet:"lexicon_version"`
}

func (t *Traits) fill(rec *gridscribe.Record, form Form) {
	t.Family, t.Group = rec.Question.Family(), groups[rec.Question.Family()]
	t.Level, t.Medium, t.Hops = int64(rec.Level), form.medium(rec).String(), int64(rec.Hops())
	t.Difficulty = max(1, t.Hops)
	if q := rec.Instance(); q != nil {
		t.Difficulty = int64(q.Difficulty())
		_, t.Choice = q.(qa.Options)
	}
	t.StreamVersion, t.LexiconVersion = seed.Version, describe.LexiconVersion
}

// medium returns as what a form with one question shows the evidence.
func (f Form) medium(rec *gridscribe.Record) qa.Medium {
	switch f {
	case FormAnswer:
		return qa.AsText
	case FormRead:
		return qa.AsDrawing
	case FormTextRead:
		return qa.AsBoth
	}
	return rec.Medium
}

// groups holds the name of every family's group.
var groups = func() map[string]string {
	all := make(map[string]string)
	for _, f := range qa.Families() {
		all[f.Name()] = f.Group().String()
	}
	return all
}()

// appendJSON appends the fields after others of the same object, and closes it.
func (t *Traits) appendJSON(dst []byte) []byte {
	dst = appendText(dst, `,"family":`, t.Family)
	dst = appendText(dst, `,"group":`, t.Group)
	dst = appendInt(dst, `,"level":`, t.Level)
	dst = appendText(dst, `,"medium":`, t.Medium)
	dst = appendBool(dst, `,"choice":`, t.Choice)
	dst = appendInt(dst, `,"difficulty":`, t.Difficulty)
	dst = appendInt(dst, `,"hops":`, t.Hops)
	dst = appendInt(dst, `,"stream_version":`, t.StreamVersion)
	dst = appendInt(dst, `,"lexicon_version":`, t.LexiconVersion)
	return append(dst, '}')
}
