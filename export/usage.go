package export

import "fmt"

// taskName returns the name under which lmEvalTask and datasetInfo list a subset.
func taskName(subset string) string { return "gridscribe_" + subset }

// usage returns the lines that it takes to use a subset with what the view is made for: Python, YAML or a shell's. Dir
// is what load_dataset finds the corpus under, its folder or its name on a hub; train and held are splits that it has,
// to train on and to look at.
func usage(view View, format Format, dir, subset, train, held string) []string {
	load := func(split string) string { return fmt.Sprintf("load_dataset(%q, %q, split=%q)", dir, subset, split) }
	rows := "rows = " + load(train)
	files := func(split string) string { return fmt.Sprintf("%s/data/%s/%s-*.%v", dir, subset, split, format) }
	const datasets, sft, model = "from datasets import load_dataset", "from trl import SFTTrainer", `model="Qwen/Qwen3-0.6B"`
	if format == Numbered {
		return []string{datasets, fmt.Sprintf("lines = load_dataset(\"text\", data_files=%q, split=\"train\")[\"text\"]", files(train)),
			`print("\n".join(lines[:20]))`}
	}
	switch view {
	case ViewText2Space:
		return []string{datasets, rows, `print(rows[0]["description"], rows[0]["ascii"]["grid"], rows[0]["query_relation"], rows[0]["label"], sep="\n")`}
	case ViewStepGame:
		return []string{datasets, rows, `print(*rows[0]["story"], rows[0]["question"], rows[0]["label"], sep="\n")`}
	case ViewBAbI:
		return []string{datasets, rows, `print(*rows[0]["story"], rows[0]["question"], rows[0]["answer"], sep="\n")`}
	case ViewMessages, ViewPrompt, ViewPromptChat:
		return []string{datasets + "; " + sft, rows, "SFTTrainer(" + model + ", train_dataset=rows).train()"}
	case ViewText:
		return []string{datasets + "; from trl import SFTConfig, SFTTrainer", rows,
			"SFTTrainer(" + model + `, args=SFTConfig(dataset_text_field="text", packing=True), train_dataset=rows).train()`}
	case ViewGRPO:
		return []string{datasets + "; from trl import GRPOTrainer",
			`def reward(completions, answer, **_): return [float(c[0]["content"].strip() == a) for c, a in zip(completions, answer)]`,
			"GRPOTrainer(" + model + ", reward_funcs=reward, train_dataset=" + load(train) + ").train()"}
	case ViewVerl:
		reward := "echo 'def compute_score(data_source, solution_str, ground_truth, extra_info=None): " +
			"return float(solution_str.strip() == ground_truth)' > reward.py"
		// verl takes files that end in .parquet, and a list of them, but no pattern.
		trained, tested := "[$(list "+files(train)+")]", "[$(list "+files(held)+")]"
		prepare := `list() { printf '%s,' "$@" | sed 's/,$//'; }`
		if format != Parquet {
			trained, tested = train+".parquet", held+".parquet"
			prepare = fmt.Sprintf("python3 -c 'from datasets import load_dataset; [load_dataset(%q, %q, split=s).to_parquet(s + \".parquet\") for s in (%q, %q)]'",
				dir, subset, train, held)
		}
		return []string{reward, prepare, fmt.Sprintf("python3 -m verl.trainer.main_ppo data.train_files=%q data.val_files=%q custom_reward_function.path=reward.py",
			trained, tested)}
	case ViewOpenAI:
		return []string{datasets + "; from openai import OpenAI", load(train) + `.to_json("train.jsonl"); client = OpenAI()`,
			`client.fine_tuning.jobs.create(model="gpt-4.1-mini-2025-04-14", ` +
				`training_file=client.files.create(file=open("train.jsonl", "rb"), purpose="fine-tune").id)`}
	case ViewShareGPT:
		return []string{"base_model: Qwen/Qwen3-0.6B # axolotl", "datasets:", fmt.Sprintf("- {path: %s, name: %s, split: %s, type: chat_template, "+
			"field_messages: conversations, message_property_mappings: {role: from, content: value}}", dir, subset, train)}
	case ViewAlpaca:
		return []string{fmt.Sprintf("llamafactory-cli train --stage sft --do_train --dataset_dir %s --dataset %s \\", dir, taskName(subset)),
			"  --model_name_or_path Qwen/Qwen3-0.6B --template qwen3 --finetuning_type lora --output_dir trained"}
	case ViewNeMoGym:
		collect := "cat " + files(train) + " > train.jsonl"
		if format != JSONL {
			collect = fmt.Sprintf("python3 -c 'from datasets import load_dataset; %s.to_json(\"train.jsonl\")'", load(train))
		}
		return []string{collect, "gym env start --resources-server string_match --model-type openai_model &",
			"gym eval run --no-serve --agent string_match_simple_agent --input train.jsonl --output rollouts.jsonl"}
	case ViewLMEval:
		return []string{"cd " + dir, "lm_eval --model hf --model_args pretrained=Qwen/Qwen3-0.6B --apply_chat_template \\",
			"  --include_path . --tasks " + taskName(subset)}
	case ViewInspect:
		// By default match looks at the end alone, and "upper-left" would be right where "left" is.
		return []string{"from inspect_ai import Task, eval; from inspect_ai.dataset import hf_dataset; from inspect_ai.scorer import match",
			fmt.Sprintf("samples = hf_dataset(%q, name=%q, split=%q)", dir, subset, held),
			`eval(Task(dataset=samples, scorer=match("exact")), model="openai/gpt-5-mini")`}
	}
	return []string{datasets, rows, `print(rows[0]["prompt"], rows[0]["answer"], sep="\n")`}
}
