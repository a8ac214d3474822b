package export

import (
	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// InspectRow is a sample of inspect_ai, by the names that its readers look for.
type InspectRow struct {
	ID     string `parquet:"id"`
	Input  string `parquet:"input"`  // all that is shown and asked, the options of a multiple choice included
	Target string `parquet:"target"` // a right answer, of a multiple choice the letter; there may be others
	// Choices are the texts of the options, A first; of a question that is no multiple choice there are none.
	Choices  []string        `parquet:"choices,list"`
	Metadata InspectMetadata `parquet:"metadata"`
}

// InspectMetadata is what a scorer finds beside the target.
type InspectMetadata struct {
	Verifier string `parquet:"verifier"` // the text with which a [gridscribe.Verifier] grades
	Traits
}

func inspectRows(corpus *gridscribe.Corpus) rowKind[InspectRow] {
	return rowKind[InspectRow]{appendJSON: appendInspect, fill: func(a *arena, row *InspectRow, rec *gridscribe.Record, opt Options) {
		a.text(&row.ID, appendID(a.open(), rec))
		a.text(&row.Input, appendTurn(a.open(), rec, opt, 0))
		a.text(&row.Target, appendTurn(a.open(), rec, opt, 1))
		if q, ok := rec.Question.(qa.Options); ok {
			row.Choices = cut(&a.texts, q.Len())
			for i := range row.Choices {
				a.text(&row.Choices[i], append(a.open(), q.Text(i)...))
			}
		}
		a.text(&row.Metadata.Verifier, corpus.AppendVerifier(a.open(), rec.Index, opt.Form.String()))
		row.Metadata.Traits.fill(rec, opt.Form)
	}}
}

func appendInspect(dst []byte, r *InspectRow) []byte {
	dst = appendText(dst, `{"id":`, r.ID)
	dst = appendText(dst, `,"input":`, r.Input)
	dst = appendText(dst, `,"target":`, r.Target)
	dst = append(dst, `,"choices":[`...)
	for i, text := range r.Choices {
		dst = appendText(dst, pick(i > 0, ",", ""), text)
	}
	dst = appendText(dst, `],"metadata":{"verifier":`, r.Metadata.Verifier)
	return append(r.Metadata.Traits.appendJSON(dst), '}')
}
