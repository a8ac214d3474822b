package export

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// lmEvalTask returns the task file with which lm-evaluation-harness asks the questions of a subset of the view lm-eval.
// Files holds patterns of the data files by split, such as "data/lm-eval/test-*.parquet", relative to where the harness
// is started. It asks those of the split test, else of validation, else of the first by name.
//
// The metric counts answers that are the given one but for case and blanks around it. Where there are several right
// answers only a [gridscribe.Verifier] knows them.
func lmEvalTask(name string, files map[string]string) []byte {
	splits := slices.Sorted(maps.Keys(files))
	reader, asked := "json", ""
	for i, s := range splits {
		if strings.HasSuffix(files[s], "."+Parquet.String()) {
			reader = "parquet"
		}
		if i == 0 || s == "test" || s == "validation" && asked != "test" {
			asked = s
		}
	}
	out := fmt.Appendf(nil, "task: %s\ndataset_path: %s\ndataset_kwargs:\n  data_files:\n", name, reader)
	for _, s := range splits {
		out = append(appendText(fmt.Appendf(out, "    %s: ", s), "", files[s]), '\n')
	}
	out = fmt.Appendf(out, "test_split: %s\n", asked)
	if _, ok := files["train"]; ok && asked != "train" {
		out = append(out, "fewshot_split: train\n"...)
	}
	return fmt.Appendf(out, `output_type: generate_until
doc_to_text: "{{question}}"
doc_to_target: "{{answer}}"
target_delimiter: "\n\n"
generation_kwargs:
  until: []
  do_sample: false
  max_gen_toks: 2048
metric_list:
- metric: exact_match
  aggregation: mean
  higher_is_better: true
  ignore_case: true
  regexes_to_ignore:
  - "^\\s+"
  - "\\s+$"
metadata:
  version: "%d.%d"
`, seed.Version, describe.LexiconVersion)
}
