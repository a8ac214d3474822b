// Command beam makes the shards of a corpus as an Apache Beam pipeline: on prism, in this process, by default, and on
// Flink, Dataflow and others by the flags of Beam. The files are those that examples/corpus makes.
//
//	go run ./examples/corpus plan -out big -n 1000000 -shards 64
//	cd examples/beam && go run . -plan ../../big/.shards/plan.json -out ../../big
//	go run . -plan plan.json -out /mnt/corpus/big --runner=flink --endpoint=flink:8099
//
// All workers must have the folder mounted under the same path; the launcher needs the plan file only.
package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"log"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"

	"github.com/gridscribe/gridscribe/export"
)

// corpus is what workers are told: where to write what. Beam carries it as JSON.
type corpus struct {
	Dir     string
	Plan    []byte // an export.Plan as JSON
	Workers int
}

func (c *corpus) open() (*export.Job, error) {
	var plan export.Plan
	if err := json.Unmarshal(c.Plan, &plan); err != nil {
		return nil, fmt.Errorf("reading the plan: %w", err)
	}
	return export.Open(c.Dir, plan)
}

// makeFn makes a shard. A runner may run it twice, and at the same time: the shard is the same bytes, put in place by
// renaming.
type makeFn struct {
	Corpus corpus
	job    *export.Job
}

func (fn *makeFn) Setup() (err error) {
	fn.job, err = fn.Corpus.open()
	return err
}

// ProcessElement returns the shard under one key for all, which finalizeFn waits for.
func (fn *makeFn) ProcessElement(ctx context.Context, shard int) (string, int, error) {
	_, err := fn.job.Make(ctx, shard, export.Run{Workers: fn.Corpus.Workers})
	return fn.Corpus.Dir, shard, err
}

// finalizeFn finalizes the corpus. It is a step of the pipeline, not of the launcher, which need not have the folder,
// nor live as long. Finalize counts the shards in the folder itself, so running twice or too early harms nothing.
type finalizeFn struct{ Corpus corpus }

func (fn *finalizeFn) ProcessElement(ctx context.Context, _ string, _ func(*int) bool) (int64, error) {
	job, err := fn.Corpus.open()
	if err != nil {
		return 0, err
	}
	m, err := job.Finalize(ctx)
	if err != nil {
		return 0, err
	}
	return m.Stats.Records, nil
}

// registerAll tells Beam of the functions; a worker looks them up by name, so it comes before beam.Init.
func registerAll() {
	register.DoFn2x3[context.Context, int, string, int, error](&makeFn{})
	register.DoFn3x2[context.Context, string, func(*int) bool, int64, error](&finalizeFn{})
	register.Iter1[int]()
}

// pipeline makes each shard on whichever worker is free, and finalizes when all are there: grouping a bounded
// collection waits for the whole of it.
func pipeline(c corpus, shards int) *beam.Pipeline {
	p, s := beam.NewPipelineWithRoot()
	numbers := make([]int, shards)
	for i := range numbers {
		numbers[i] = i
	}
	spread := beam.Reshuffle(s, beam.CreateList(s, numbers))
	made := beam.GroupByKey(s, beam.ParDo(s, &makeFn{Corpus: c}, spread))
	beam.ParDo(s, &finalizeFn{Corpus: c}, made)
	return p
}

func main() {
	path := flag.String("plan", "", "the plan `file`, as corpus plan writes it to .shards/plan.json")
	out := flag.String("out", "corpus", "the `folder` of the corpus, as workers see it")
	workers := flag.Int("workers", 1, "how `many` records at a time a shard is made of; no byte depends on it")
	registerAll()
	flag.Parse()
	beam.Init() // where this process is a worker, it never returns
	if err := run(context.Background(), *path, *out, *workers); err != nil {
		log.Fatalf("beam: %v", err)
	}
}

func run(ctx context.Context, path, out string, workers int) error {
	plan, err := export.ReadPlan(path)
	if err != nil {
		return err
	}
	text, err := json.Marshal(plan)
	if err != nil {
		return err
	}
	return beamx.Run(ctx, pipeline(corpus{out, text, workers}, plan.Shards))
}
