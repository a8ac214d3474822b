package export

import (
	"maps"
	"slices"
)

// datasetInfo returns the file dataset_info.json with which LLaMA-Factory finds, in the folder of a corpus, the subsets
// that it can train on: those of the views messages, openai, sharegpt and alpaca, each under its taskName; others are
// left out. It loads the split through the card, so that the files may be of any format and the other splits stay out.
func datasetInfo(subsets map[string]View, split string) []byte {
	out := []byte("{")
	for _, subset := range slices.Sorted(maps.Keys(subsets)) {
		columns, ok := datasetColumns[subsets[subset]]
		if !ok {
			continue
		}
		if len(out) > 1 {
			out = append(out, ',')
		}
		out = append(appendText(append(out, "\n  "...), "", taskName(subset)), ": {\n    \"script_url\": \".\",\n"...)
		out = append(appendText(out, `    "subset": `, subset), ",\n"...)
		out = append(appendText(out, `    "split": `, split), ",\n"...)
		out = append(append(out, columns...), "\n  }"...)
	}
	return append(out, "\n}\n"...)
}

const chatColumns = `    "formatting": "sharegpt",
    "columns": {"messages": "messages"},
    "tags": {"role_tag": "role", "content_tag": "content", "user_tag": "user", "assistant_tag": "assistant", "system_tag": "system"}`

// datasetColumns says where LLaMA-Factory finds what in the rows of a view.
var datasetColumns = map[View]string{
	ViewMessages: chatColumns,
	ViewOpenAI:   chatColumns,
	ViewShareGPT: `    "formatting": "sharegpt",
    "columns": {"messages": "conversations"},
    "tags": {"role_tag": "from", "content_tag": "value", "user_tag": "human", "assistant_tag": "gpt", "system_tag": "system"}`,
	ViewAlpaca: `    "formatting": "alpaca",
    "columns": {"prompt": "instruction", "query": "input", "response": "output"}`,
}
