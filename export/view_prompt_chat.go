package export

import "github.com/gridscribe/gridscribe"

// PromptChatRow is a form as a prompt and a completion that are chats: what TRL trains on the completion of. Of a form
// with two turns the prompt is all but the last message.
type PromptChatRow struct {
	Prompt     []Message `parquet:"prompt,list"`
	Completion []Message `parquet:"completion,list"`
	About
}

func promptChatRows() rowKind[PromptChatRow] {
	return rowKind[PromptChatRow]{fill: fillPromptChat, appendJSON: appendPromptChat}
}

func fillPromptChat(a *arena, row *PromptChatRow, rec *gridscribe.Record, opt Options) {
	turns := opt.Form.turns()
	row.Prompt = a.chat(rec, opt, 0, turns-1)
	row.Completion = a.chat(rec, opt, turns-1, turns)
	row.About.fill(a, rec, opt)
}

func appendPromptChat(dst []byte, r *PromptChatRow) []byte {
	dst = appendChat(dst, `{"prompt":`, r.Prompt)
	return r.About.appendJSON(appendChat(dst, `,"completion":`, r.Completion))
}
