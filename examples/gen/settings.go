package main

import (
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
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/scene"
)

// settings is what the flags say.
type settings struct {
	config  gridscribe.Config
	options export.Options
	out     string
	preview int64
	show    bool // the settings
	list    bool
	gallery string
	quiet   bool
}

const help = `gen writes a corpus for spatial reasoning: layouts of objects as text and as ASCII drawings, with a
question and its answer. Everything in a record agrees, and the same flags give the same records anywhere.

  go run ./examples/gen                                   1,000 records as Parquet in ./corpus/data
  go run ./examples/gen -preview 3                        look at three records, write nothing
  go run ./examples/gen -n 100000 -seed 7 -out big        a larger corpus; it starts with the records of a smaller one
  go run ./examples/gen -form draw -format jsonl          chats that ask for a drawing, as JSON lines
  go run ./examples/gen -form draw -view prompt           the same as prompt and completion
  go run ./examples/gen -objects 3,4:2 -evidence inferred harder questions about three or, twice as often, four objects
  go run ./examples/gen -preset stepgame -hops 5-10       chains of five to ten steps, in StepGame's JSON fields
  go run ./examples/gen -preset babi17                    yes-no questions as bAbI's text
  go run ./examples/gen -preset curriculum -levels 1-2    all families of questions about texts and maps, the easier half
  go run ./examples/gen -preset curriculum -family path:2,fold -preview 4

A list of weights is value:weight,value:weight; a weight left out is 1. What a list leaves out does not occur.
-print-config shows the weights that stand where no flag says otherwise.
`

// parse reads the flags. A preset comes first, then the config file, then single flags. For -help it prints the help to
// stdout and returns [flag.ErrHelp]. Every other error names the flag, what it was given and what is allowed.
func parse(args []string, stdout io.Writer) (settings, error) {
	var s settings
	var presetName, configFile string
	var apply []func() error // flags that change the config, in the order given

	fs := flag.NewFlagSet("gen", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // run prints the errors
	fs.Usage = func() {}     // called for every error
	later := func(name, usage string, set func(value string) error) {
		fs.Func(name, usage, func(value string) error {
			apply = append(apply, func() error {
				if err := set(value); err != nil {
					return fmt.Errorf("-%s %q: %w", name, value, err)
				}
				return nil
			})
			return nil
		})
	}
	c := &s.config
	fs.StringVar(&presetName, "preset", "text2space", "the `name` of the settings to start from (see -list)")
	fs.StringVar(&configFile, "config", "", "a JSON `file` with settings that replace the preset's")
	later("n", "how many `records` to make (default 1000)", func(v string) (err error) {
		if c.Records, err = strconv.ParseInt(v, 10, 64); err != nil || c.Records < 0 {
			return fmt.Errorf("a whole number, 0 or more, is allowed")
		}
		return nil
	})
	later("seed", "the `number` that names the corpus: another seed, other records (default 0)", func(v string) error {
		seed, err := strconv.ParseUint(v, 10, 64)
		if err != nil {
			return fmt.Errorf("a whole number, 0 to %d, is allowed", uint64(math.MaxUint64))
		}
		c.Seed = seed
		return nil
	})
	objects := fmt.Sprintf("the `weights` of the numbers of objects, 2 to %d", layout.MaxObjects)
	later("objects", objects, func(v string) error {
		c.Objects = nil
		return eachWeight(v, func(value string, weight int) error {
			n, err := strconv.Atoi(value)
			if err != nil || n < 2 || n > layout.MaxObjects {
				return fmt.Errorf("a whole number, 2 to %d, is allowed", layout.MaxObjects)
			}
			c.Objects = append(c.Objects, gridscribe.ObjectWeight{Objects: n, Weight: weight})
			return nil
		})
	})
	later("facts", "the `range` of the number of stated facts, such as 1-12", func(v string) (err error) {
		low, high, both := strings.Cut(v, "-")
		if !both {
			high = low
		}
		if c.Facts.Min, err = strconv.Atoi(low); err == nil {
			c.Facts.Max, err = strconv.Atoi(high)
		}
		if err != nil || c.Facts.Min < 1 || c.Facts.Max < c.Facts.Min {
			return fmt.Errorf("a range such as 1-12 is allowed, from 1 or more")
		}
		return nil
	})
	later("layouts", "the `weights` of unique and ambiguous texts", func(v string) error {
		c.Layouts = gridscribe.LayoutWeights{}
		return namedWeights(v, []string{"unique", "ambiguous"}, &c.Layouts.Unique, &c.Layouts.Ambiguous)
	})
	later("evidence", "the `weights` of direct and inferred questions", func(v string) error {
		c.Evidence = gridscribe.EvidenceWeights{}
		return namedWeights(v, []string{"direct", "inferred"}, &c.Evidence.Direct, &c.Evidence.Inferred)
	})
	later("questions", "the `weights` of full, vertical and horizontal questions", func(v string) error {
		c.Questions = gridscribe.QuestionWeights{}
		return namedWeights(v, []string{"full", "vertical", "horizontal"},
			&c.Questions.Full, &c.Questions.Vertical, &c.Questions.Horizontal)
	})
	const vocabularies = "the `weights` of spatial, cardinal, clock and mixtures such as spatial+clock"
	later("vocabularies", vocabularies, func(v string) error {
		c.Vocabularies = nil
		return eachWeight(v, func(value string, weight int) error {
			vocabulary, err := describe.ParseVocabulary(value)
			if err != nil {
				return fmt.Errorf("spatial, cardinal, clock and mixtures such as spatial+clock are allowed")
			}
			c.Vocabularies = append(c.Vocabularies, gridscribe.VocabularyWeight{Vocabulary: vocabulary, Weight: weight})
			return nil
		})
	})
	chainFlags(later, c)
	levelFlags(later, c)
	later("splits", "the `weights` of the splits (default train:8,validation:1,test:1; with -hops train alone, because\n"+
		"short chains have too few texts to share out)", func(v string) error {
		s.options.Splits = nil
		err := eachWeight(v, func(value string, weight int) error {
			s.options.Splits = append(s.options.Splits, export.Split{Name: value, Weight: weight})
			return nil
		})
		if err != nil {
			return err
		}
		return export.Options{Splits: s.options.Splits}.Validate()
	})
	var form, view, format, style string
	fs.StringVar(&form, "form", "", "what an example shows and asks for: a `name` or letter (see -list)")
	fs.StringVar(&view, "view", "", "the `shape` of the rows, by trainer (see -list)\n"+
		"(default messages with -form, else what the preset is like)")
	fs.StringVar(&format, "format", "", "the file `format`: parquet, jsonl, jsonl.gz, jsonl.zst or txt (default parquet; jsonl for\n"+
		"the view stepgame and txt for babi)")
	fs.StringVar(&style, "style", scene.Grid.String(), "the `style` of the drawings in prompts: simple, grid or panel")
	fs.StringVar(&s.out, "out", "corpus", "the `folder` to write to")
	s.options.Workers = runtime.GOMAXPROCS(0)
	later("workers", "how `many` records to make at a time; no byte depends on it (default the number of processors)",
		func(v string) (err error) {
			if s.options.Workers, err = strconv.Atoi(v); err != nil || s.options.Workers < 1 {
				return fmt.Errorf("a whole number, 1 or more, is allowed")
			}
			return nil
		})
	later("preview", "print so `many` records and write nothing", func(v string) (err error) {
		if s.preview, err = strconv.ParseInt(v, 10, 64); err != nil || s.preview < 0 {
			return fmt.Errorf("a whole number, 0 or more, is allowed")
		}
		return nil
	})
	whether := func(p *bool, name, usage string) {
		fs.BoolFunc(name, usage, func(v string) (err error) {
			if *p, err = strconv.ParseBool(v); err != nil {
				return fmt.Errorf("true and false are allowed")
			}
			return nil
		})
	}
	whether(&s.options.Overwrite, "overwrite", "write into a folder that holds something, replacing a corpus there")
	whether(&s.options.Bare, "bare", "leave what a story takes for granted out of it, in the views stepgame and babi")
	whether(&s.show, "print-config", "print the settings as JSON, as -config reads them, and write nothing")
	whether(&s.list, "list", "list the presets, forms, question families and other names, and stop")
	fs.StringVar(&s.gallery, "gallery", "", "write one question of every family and level to a Markdown `file`, or to - for the terminal, and stop")
	whether(&s.quiet, "quiet", "print nothing but errors")

	if err := fs.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			fmt.Fprint(stdout, help, "\nFlags:\n")
			fs.SetOutput(stdout)
			fs.PrintDefaults()
		}
		return s, err
	}
	switch {
	case fs.NArg() > 0:
		return s, fmt.Errorf("argument %q is not a flag; flags start with -", fs.Arg(0))
	case s.out == "":
		return s, fmt.Errorf("-out \"\": the name of a folder is allowed")
	}
	if err := s.load(presetName, configFile); err != nil {
		return s, err
	}
	for _, f := range apply {
		if err := f(); err != nil {
			return s, err
		}
	}
	if s.options.Splits == nil {
		s.options.Splits = export.DefaultSplits()
		if len(s.config.Hops) > 0 {
			s.options.Splits = s.options.Splits[:1]
		}
	}
	if err := s.setView(form, view); err != nil {
		return s, err
	}
	return s, s.setFile(format, style)
}

// load starts from the preset and reads the config file over it.
func (s *settings) load(presetName, configFile string) error {
	p, err := gridscribe.ParsePreset(presetName)
	if err != nil {
		return fmt.Errorf("-preset: %w", err)
	}
	s.config = p.Config()
	if configFile == "" {
		return nil
	}
	file, err := os.Open(configFile)
	if err != nil {
		return fmt.Errorf("-config: %w", err)
	}
	defer file.Close()
	if s.config, err = gridscribe.ReadConfig(file, s.config); err != nil {
		return fmt.Errorf("-config %s: %w", configFile, err)
	}
	return nil
}

// setFile settles how files and drawings look.
func (s *settings) setFile(format, style string) (err error) {
	if format == "" {
		s.options.Format = defaultFormat(s.options.View)
	} else if s.options.Format, err = export.ParseFormat(format); err != nil {
		return fmt.Errorf("-format: %w", err)
	}
	if s.options.Style, err = scene.ParseStyle(style); err != nil {
		return fmt.Errorf("-style: %w", err)
	}
	return nil
}

// setView settles form and view, which only make sense together.
func (s *settings) setView(form, view string) (err error) {
	if form != "" {
		s.options.View = export.ViewMessages
		if s.options.Form, err = export.ParseForm(form); err != nil {
			return fmt.Errorf("-form: %w", err)
		}
	}
	if view == "" {
		if form == "" {
			s.options.View = defaultView(s.config)
		}
		return nil
	}
	if s.options.View, err = export.ParseView(view); err != nil {
		return fmt.Errorf("-view: %w", err)
	}
	switch formless := form == ""; {
	case !s.options.View.Formed() && !formless:
		return fmt.Errorf("-view %v has no form; leave out -form, or use a view that has one (see -list)", s.options.View)
	case s.options.View.Formed() && formless && s.options.View.DefaultForm() == export.NoForm:
		return fmt.Errorf("-view %v needs a -form (see -list)", s.options.View)
	}
	return nil
}

// eachWeight calls add for every value:weight of a list.
func eachWeight(list string, add func(value string, weight int) error) error {
	for item := range strings.SplitSeq(list, ",") {
		value, text, weighted := strings.Cut(strings.TrimSpace(item), ":")
		weight := 1
		if weighted {
			var err error
			if weight, err = strconv.Atoi(text); err != nil || weight < 0 {
				return fmt.Errorf("weight %q; a whole number, 0 or more, is allowed", text)
			}
		}
		if value == "" {
			return fmt.Errorf("an empty value; a list such as a:2,b is allowed")
		}
		if err := add(value, weight); err != nil {
			return fmt.Errorf("%q; %w", value, err)
		}
	}
	return nil
}

// namedWeights sets the weights of a list whose values are these names.
func namedWeights(list string, names []string, weights ...*int) error {
	seen := make(map[string]bool)
	return eachWeight(list, func(value string, weight int) error {
		i := slices.Index(names, value)
		if i < 0 {
			return fmt.Errorf("%s are allowed", strings.Join(names, ", "))
		}
		if seen[value] {
			return fmt.Errorf("each value is allowed once")
		}
		seen[value] = true
		*weights[i] = weight
		return nil
	})
}
