package export

import "github.com/gridscribe/gridscribe"

// Message is one turn of a chat.
type Message struct {
	Role    string `parquet:"role"` // "user" or "assistant"
	Content string `parquet:"content"`
}

var roles = [2]string{"user", "assistant"}

// chat returns the turns from one to before another.
func (a *arena) chat(rec *gridscribe.Record, opt Options, from, to int) []Message {
	messages := cut(&a.messages, to-from)
	for i := range messages {
		messages[i].Role = roles[(from+i)%2]
		a.text(&messages[i].Content, appendTurn(a.open(), rec, opt, from+i))
	}
	return messages
}

// appendChat appends a key and a list of messages.
func appendChat(dst []byte, key string, messages []Message) []byte {
	dst = append(append(dst, key...), '[')
	for i := range messages {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendText(dst, `{"role":`, messages[i].Role)
		dst = appendText(dst, `,"content":`, messages[i].Content)
		dst = append(dst, '}')
	}
	return append(dst, ']')
}
