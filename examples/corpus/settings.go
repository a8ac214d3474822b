package main

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export"
)

// settings is what the flags say.
type settings struct {
	out      string
	plan     export.Plan
	planned  bool // some flag says what the corpus is
	shard    int  // -1 for all
	of       int  // shards that a batch system makes; 0 if it does not say
	workers  int
	json     bool
	forget   bool
	exclude  []string
	skip     bool // what is not read of the files to exclude
	progress bool
}

// parse reads the flags after the command. For -help it prints the help to stdout and returns [flag.ErrHelp]. Every other
// error names the flag, what it was given and what is allowed.
func parse(args []string, getenv func(string) string, stdout io.Writer) (*settings, error) {
	s := &settings{shard: -1, workers: runtime.GOMAXPROCS(0)}
	s.plan.Shards = 1
	name := args[0]
	if !strings.HasPrefix(name, "-") {
		args = args[1:]
	}
	fs := flag.NewFlagSet("corpus", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // run prints the errors
	fs.Usage = func() {}     // called for every error
	var preset, config string
	var changes []func()
	fs.StringVar(&s.out, "out", "corpus", "the `folder` of the corpus")
	var others []string // flags that say what the corpus is and do not go with -plan
	said := func(name, usage string, set func(value string) error) {
		fs.Func(name, usage, func(value string) error {
			s.planned = true
			if name != "plan" && name != "exclude" {
				others = append(others, "-"+name)
			}
			return set(value)
		})
	}
	said("preset", "the `name` of the settings to start from (default text2space); go run ./examples/gen -list lists them",
		func(v string) error { preset = v; return nil })
	said("config", "a JSON `file` with settings that replace the preset's, as go run ./examples/gen -print-config prints them",
		func(v string) error { config = v; return nil })
	said("n", "how many `records` (default 1000)", func(v string) error {
		n, err := strconv.ParseInt(v, 10, 64)
		if err != nil || n < 0 {
			return fmt.Errorf("a whole number, 0 or more, is allowed")
		}
		changes = append(changes, func() { s.plan.Config.Records = n })
		return nil
	})
	said("seed", "the `number` that names the corpus (default 0)", func(v string) error {
		n, err := strconv.ParseUint(v, 10, 64)
		if err != nil {
			return fmt.Errorf("a whole number, 0 or more, is allowed")
		}
		changes = append(changes, func() { s.plan.Config.Seed = n })
		return nil
	})
	said("shards", "in how `many` shards (default 1)", func(v string) (err error) {
		if s.plan.Shards, err = strconv.Atoi(v); err != nil || s.plan.Shards < 1 || s.plan.Shards > export.MaxShards {
			return fmt.Errorf("a whole number, 1 to %d, is allowed", export.MaxShards)
		}
		return nil
	})
	said("subsets", "the `list` of what is written of every record, such as native,messages:draw,openai@jsonl: a view, :form,\n"+
		"@format (default native)", func(v string) (err error) {
		s.plan.Subsets, err = parseSubsets(v)
		return err
	})
	said("splits", "the `weights` of the splits (default train:8,validation:1,test:1)", func(v string) (err error) {
		s.plan.Splits, err = parseSplits(v)
		return err
	})
	var planFile string
	said("plan", "a plan `file` such as .shards/plan.json of another folder, in place of all other flags about the corpus",
		func(v string) error { planFile = v; return nil })
	said("license", "the `license` of the rows, as Hugging Face writes it (default mit)", func(v string) error { s.plan.License = v; return nil })
	said("date", "the `date` of publication for croissant.json, such as 2026-01-31", func(v string) error { s.plan.Date = v; return nil })
	said("title", "the `name` of the corpus on its card", func(v string) error { s.plan.Title = v; return nil })
	fs.BoolFunc("unique", "leave out every repeat of a problem", func(v string) (err error) {
		if s.plan.Unique, err = strconv.ParseBool(v); err != nil {
			return fmt.Errorf("true and false are allowed")
		}
		s.planned, others = true, append(others, "-unique")
		return nil
	})
	said("exclude", "keep out the problems of a Text2Space, StepGame or bAbI `file`; may be given more than once",
		func(v string) error { s.exclude = append(s.exclude, v); return nil })
	fs.BoolVar(&s.skip, "exclude-skip-unread", false, "pass over intact rows of the files to exclude whose words are not read")
	fs.Func("shard", "make: this `number` alone, from 0", func(v string) (err error) {
		if s.shard, err = strconv.Atoi(v); err != nil || s.shard < 0 {
			return fmt.Errorf("a whole number, 0 or more, is allowed")
		}
		return nil
	})
	fromEnv := fs.Bool("shard-from-env", false, "make: the shard that a batch system asks for by JOB_COMPLETION_INDEX (Kubernetes), SLURM_ARRAY_TASK_ID,\n"+
		"AWS_BATCH_JOB_ARRAY_INDEX, BATCH_TASK_INDEX (Google) or CLOUD_RUN_TASK_INDEX")
	fs.IntVar(&s.workers, "workers", s.workers, "make: how `many` records at a time; no byte depends on it")
	auditFlag := new(string)
	*auditFlag = "auto"
	said("audit", "audit the corpus when it is finalized, as the command audit does: `yes`, no, or auto (the default) for up to\n"+
		"200,000 records with a subset native", func(v string) error { *auditFlag = v; return nil })
	fs.BoolVar(&s.json, "json", false, "plan, status: print JSON")
	fs.BoolVar(&s.forget, "forget", false, "verify: let shards that are damaged be made again")
	quiet := fs.Bool("quiet", false, "print nothing but errors")

	if err := fs.Parse(args); err != nil {
		if err == flag.ErrHelp {
			fmt.Fprint(stdout, help, "\nFlags:\n")
			fs.SetOutput(stdout)
			fs.PrintDefaults()
		}
		return nil, err
	}
	s.progress = !*quiet
	switch {
	case fs.NArg() > 0:
		return nil, fmt.Errorf("argument %q is not a flag; flags start with -", fs.Arg(0))
	case s.out == "":
		return nil, fmt.Errorf("-out \"\": the name of a folder is allowed")
	case s.workers < 1:
		return nil, fmt.Errorf("-workers %d: 1 or more are allowed", s.workers)
	case s.planned && name != "plan" && name != "make":
		return nil, fmt.Errorf("flags that say what to make; with %s none are allowed, it goes by the plan in the folder", name)
	case planFile != "" && len(others) > 0:
		return nil, fmt.Errorf("-plan and %s; with -plan no other flags about the corpus are allowed", strings.Join(others, ", "))
	case (*fromEnv || s.shard >= 0) && name != "make":
		return nil, fmt.Errorf("-shard and -shard-from-env; only corpus make takes them")
	case *fromEnv && s.shard >= 0:
		return nil, fmt.Errorf("-shard and -shard-from-env; one of them is allowed")
	}
	if *fromEnv {
		var err error
		if s.shard, s.of, err = shardFromEnv(getenv); err != nil {
			return nil, fmt.Errorf("-shard-from-env: %w", err)
		}
	}
	if err := s.load(preset, config); err != nil {
		return nil, err
	}
	for _, change := range changes {
		change()
	}
	switch *auditFlag {
	case "yes":
		s.plan.Audit = true
	case "auto":
		s.plan.Audit = s.plan.Config.Records <= 200_000 && slices.ContainsFunc(s.plan.Subsets,
			func(sub export.Subset) bool { return sub.View == export.ViewNative })
	case "no":
	default:
		return nil, fmt.Errorf("-audit %q; yes, no and auto are allowed", *auditFlag)
	}
	if err := s.readExclusion(); err != nil {
		return nil, err
	}
	if planFile != "" {
		var err error
		keepOut := s.plan.Exclusion
		if s.plan, err = export.ReadPlan(planFile); errors.Is(err, os.ErrNotExist) {
			return nil, fmt.Errorf("-plan %s: there is no such file", planFile) // and not that the folder holds no plan
		} else if err != nil {
			return nil, fmt.Errorf("-plan: %w", err)
		}
		if got := keepOut.Hash(); keepOut != nil && got != s.plan.Exclude {
			return nil, fmt.Errorf("-plan %s keeps out the problems %q and -exclude gives %q; give the same files", planFile, s.plan.Exclude, got)
		}
		s.plan.Exclusion = keepOut
	}
	return s, nil
}

// load starts from the preset and reads the config file over it.
func (s *settings) load(preset, config string) error {
	preset = cmp.Or(preset, gridscribe.Presets()[0].Name)
	p, err := gridscribe.ParsePreset(preset)
	if err != nil {
		return fmt.Errorf("-preset: %w", err)
	}
	s.plan.Config = p.Config()
	if s.plan.Subsets == nil {
		s.plan.Subsets = []export.Subset{{View: export.ViewNative}}
	}
	if config == "" {
		return nil
	}
	file, err := os.Open(config)
	if err != nil {
		return fmt.Errorf("-config: %w", err)
	}
	defer file.Close()
	if s.plan.Config, err = gridscribe.ReadConfig(file, s.plan.Config); err != nil {
		return fmt.Errorf("-config %s: %w", config, err)
	}
	return nil
}

// readExclusion reads the problems to keep out.
func (s *settings) readExclusion() error {
	if len(s.exclude) == 0 {
		return nil
	}
	s.plan.Exclusion = &export.Exclusion{SkipUnread: s.skip}
	for _, name := range s.exclude {
		file, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("-exclude: %w", err)
		}
		err = s.plan.Exclusion.Add(file, name)
		file.Close()
		if err != nil {
			return fmt.Errorf("-exclude: %w", err)
		}
	}
	return nil
}

// parseSubsets reads a list of view:form@format.
func parseSubsets(list string) (all []export.Subset, err error) {
	for item := range strings.SplitSeq(list, ",") {
		var s export.Subset
		item, format, hasFormat := strings.Cut(strings.TrimSpace(item), "@")
		view, form, hasForm := strings.Cut(item, ":")
		if s.View, err = export.ParseView(view); err != nil {
			return nil, err
		}
		if hasForm {
			if s.Form, err = export.ParseForm(form); err != nil {
				return nil, err
			}
		} else if s.View.Formed() {
			s.Form = export.FormAsk
		}
		if hasFormat {
			if s.Format, err = export.ParseFormat(format); err != nil {
				return nil, err
			}
		}
		all = append(all, s)
	}
	return all, nil
}

// parseSplits reads a list of name:weight; a weight left out is 1.
func parseSplits(list string) (all []export.Split, err error) {
	for item := range strings.SplitSeq(list, ",") {
		name, text, weighted := strings.Cut(strings.TrimSpace(item), ":")
		split := export.Split{Name: name, Weight: 1}
		if weighted {
			if split.Weight, err = strconv.Atoi(text); err != nil {
				return nil, fmt.Errorf("weight %q of %s; a whole number is allowed", text, name)
			}
		}
		all = append(all, split)
	}
	return all, export.Options{Splits: all}.Validate()
}

// batchSystems are how batch systems tell a process its number and, some of them, how many there are and the least number.
var batchSystems = []struct{ index, count, least string }{
	{index: "JOB_COMPLETION_INDEX"}, // Kubernetes
	{"SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT", "SLURM_ARRAY_TASK_MIN"},
	{index: "AWS_BATCH_JOB_ARRAY_INDEX"},
	{index: "BATCH_TASK_INDEX", count: "BATCH_TASK_COUNT"}, // Google
	{index: "CLOUD_RUN_TASK_INDEX", count: "CLOUD_RUN_TASK_COUNT"},
}

// shardFromEnv returns the number that a batch system gives this process, counted from 0, and how many it says there are, 0
// where it does not.
func shardFromEnv(getenv func(string) string) (shard, of int, err error) {
	number := func(name string, most int) (n int, err error) {
		text := getenv(name)
		if name == "" || text == "" {
			return 0, nil
		}
		if n, err = strconv.Atoi(text); err != nil || n < 0 || n > most {
			return 0, fmt.Errorf("%s is %q; a whole number, 0 to %d, is allowed", name, text, most)
		}
		return n, nil
	}
	var names []string
	for _, system := range batchSystems {
		names = append(names, system.index)
		if getenv(system.index) == "" {
			continue
		}
		if shard, err = number(system.index, math.MaxInt32); err != nil {
			return 0, 0, err
		}
		if of, err = number(system.count, math.MaxInt32); err != nil {
			return 0, 0, err
		}
		least, err := number(system.least, shard) // an array need not start at 0
		return shard - least, of, err
	}
	return 0, 0, fmt.Errorf("no batch system gives a number: %s are empty", strings.Join(names, ", "))
}
