package export

import "github.com/gridscribe/gridscribe"

// OpenAIRow is a form as a chat and nothing else: what OpenAI's fine-tuning takes, as JSON lines.
type OpenAIRow struct {
	Messages []Message `parquet:"messages,list"`
}

func openAIRows() rowKind[OpenAIRow] {
	return rowKind[OpenAIRow]{fill: fillOpenAI, appendJSON: appendOpenAI}
}

func fillOpenAI(a *arena, row *OpenAIRow, rec *gridscribe.Record, opt Options) {
	row.Messages = a.chat(rec, opt, 0, opt.Form.turns())
}

func appendOpenAI(dst []byte, r *OpenAIRow) []byte {
	return append(appendChat(dst, `{"messages":`, r.Messages), '}')
}
