package export

import "github.com/gridscribe/gridscribe"

// ShareGPTRow is a form as a chat in ShareGPT's words.
type ShareGPTRow struct {
	Conversations []ShareGPTTurn `parquet:"conversations,list"`
	About
}

// ShareGPTTurn is one turn of such a chat.
type ShareGPTTurn struct {
	From  string `parquet:"from"` // "human" or "gpt"
	Value string `parquet:"value"`
}

var shareGPTRoles = [2]string{"human", "gpt"}

func shareGPTRows() rowKind[ShareGPTRow] {
	return rowKind[ShareGPTRow]{fill: fillShareGPT, appendJSON: appendShareGPT}
}

func fillShareGPT(a *arena, row *ShareGPTRow, rec *gridscribe.Record, opt Options) {
	row.Conversations = cut(&a.turns, opt.Form.turns())
	for i := range row.Conversations {
		row.Conversations[i].From = shareGPTRoles[i%2]
		a.text(&row.Conversations[i].Value, appendTurn(a.open(), rec, opt, i))
	}
	row.About.fill(a, rec, opt)
}

func appendShareGPT(dst []byte, r *ShareGPTRow) []byte {
	dst = append(dst, `{"conversations":[`...)
	for i := range r.Conversations {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendText(dst, `{"from":`, r.Conversations[i].From)
		dst = appendText(dst, `,"value":`, r.Conversations[i].Value)
		dst = append(dst, '}')
	}
	return r.About.appendJSON(append(dst, ']'))
}
