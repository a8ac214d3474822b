package audit

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"iter"
)

// Row is what an audit looks at of a row of a corpus. The zero Row shows nothing.
type Row struct {
	ID     string // names the row in a report
	Split  string
	Family string
	Prompt string // all that is shown and asked
	Answer string // a right answer; of a multiple choice the letter
	Level  int64
	Choice bool   // the question is a multiple choice
	Medium string // drawing, text or both
}

// maxLine is the longest line that [ReadNative] reads, in bytes.
const maxLine = 16 << 20

// ReadNative reads the rows of a JSONL file of the view native. Split is the split that all of its rows belong to, and file
// what errors call it. Empty lines are passed over. A line of more than 16 MiB, and one that is no row, such as one
// without a prompt, a family or an ID, is an error that names the file and the line; it comes once, and last.
func ReadNative(r io.Reader, split, file string) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		lines := bufio.NewScanner(r)
		lines.Buffer(make([]byte, 64<<10), maxLine)
		n := 0
		for lines.Scan() {
			n++
			if len(lines.Bytes()) == 0 {
				continue
			}
			row, err := nativeRow(lines.Bytes())
			if err != nil {
				yield(Row{}, fmt.Errorf("audit: %s:%d: %w", file, n, err))
				return
			}
			row.Split = split
			if !yield(row, nil) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(Row{}, fmt.Errorf("audit: %s:%d: %w", file, n+1, err))
		}
	}
}

func nativeRow(line []byte) (Row, error) {
	var raw struct {
		Prompt string `json:"prompt"`
		Answer string `json:"answer"`
		ID     string `json:"id"`
		Family string `json:"family"`
		Level  int64  `json:"level"`
		Medium string `json:"medium"`
		Choice bool   `json:"choice"`
	}
	if err := json.Unmarshal(line, &raw); err != nil {
		return Row{}, fmt.Errorf("not a row of the view native: %w", err)
	}
	for _, field := range [...]struct{ name, value string }{{"prompt", raw.Prompt}, {"id", raw.ID}, {"family", raw.Family}} {
		if field.value == "" {
			return Row{}, fmt.Errorf("a row of the view native has the field %s; this one has none", field.name)
		}
	}
	return Row{
		ID: raw.ID, Family: raw.Family, Prompt: raw.Prompt, Answer: raw.Answer,
		Level: raw.Level, Choice: raw.Choice, Medium: raw.Medium,
	}, nil
}
