package audit

import (
	"cmp"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
)

// DefaultMemory is how much memory an audit sorts keys in where Options do not say: 256 MiB.
const DefaultMemory = 256 << 20

// Options say how an audit goes. The zero value is ready to use. The report does not depend on them.
type Options struct {
	// Workers is how many rows are looked at in parallel; 0 is one a processor.
	Workers int
	// Memory bounds the keys in memory, in bytes: 1 MiB or more; 0 is DefaultMemory. Keys beyond that are sorted on disk, 56 bytes a row
	// and as much as its ID takes. Rows on their way and the counts of shortcuts come on top: they are bounded too, at some hundred MiB.
	Memory int64
	// Dir is where temporary files are made, in a folder that is removed in the end; empty is the system's.
	Dir string
}

// Validate reports an option out of range.
func (o Options) Validate() error {
	switch {
	case o.Workers < 0:
		return fmt.Errorf("audit: %d workers; 1 or more are allowed, or 0 for one a processor", o.Workers)
	case o.Memory < 0 || o.Memory > 0 && o.Memory < 1<<20:
		return fmt.Errorf("audit: %d bytes of memory; 1 MiB or more are allowed, or 0 for %d MiB", o.Memory, DefaultMemory>>20)
	}
	return nil
}

// batchRows is how many rows a worker takes at a time.
const batchRows = 128

// batch is some rows on their way through a worker.
type batch struct {
	rows  []Row
	found []found
	err   error // of what comes behind the rows
	done  chan struct{}
}

// found is what a worker finds of a row.
type found struct {
	evidence, problem [16]byte
	how               How
	signs             signs
}

// Run audits rows: which evidence and which problems two splits share, up to names, wording, order and symmetry, which problems are
// repeated, and how far shortcuts get in each family. It takes any number of rows; the keys of most of them are on disk. It fails with the
// first error of the rows, or of a file, or when the context is done; temporary files are gone in any case.
func Run(ctx context.Context, rows iter.Seq2[Row, error], opt Options) (report *Report, err error) {
	if err := opt.Validate(); err != nil {
		return nil, err
	}
	if opt.Dir == "" {
		opt.Dir = os.TempDir()
	}
	l, err := newLeaks(opt.Dir, cmp.Or(opt.Memory, DefaultMemory))
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, l.close()) }()
	c := &collector{leaks: l}
	if err := collect(ctx, rows, cmp.Or(opt.Workers, runtime.GOMAXPROCS(0)), c.add); err != nil {
		return nil, err
	}
	report = c.report()
	if err := l.find(report); err != nil {
		return nil, err
	}
	report.sortFamilies()
	return report, nil
}

// collect hands rows in batches to workers, and what they find, in the order of the rows, to add.
func collect(ctx context.Context, rows iter.Seq2[Row, error], workers int, add func(*Row, *found) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	jobs, order := make(chan *batch), make(chan *batch, 2*workers)
	for range workers {
		go func() {
			var k Keyer
			for b := range jobs {
				b.work(&k)
				close(b.done)
			}
		}()
	}
	finished := make(chan error, 1)
	go func() {
		for b := range order {
			<-b.done
			for i := range b.rows {
				if err := add(&b.rows[i], &b.found[i]); err != nil {
					cancel(err)
					break
				}
			}
			if b.err != nil {
				cancel(b.err)
			}
			if ctx.Err() != nil {
				break
			}
		}
		for b := range order { // after an error: so that the reader does not wait
			<-b.done
		}
		finished <- context.Cause(ctx)
	}()
	send := func(b *batch) bool {
		b.done = make(chan struct{})
		select {
		case order <- b:
		case <-ctx.Done():
			return false
		}
		jobs <- b
		return true
	}
	b := &batch{}
	for row, err := range rows {
		if err != nil {
			b.err = err
			break
		}
		if b.rows = append(b.rows, row); len(b.rows) == batchRows {
			if !send(b) {
				break
			}
			b = &batch{}
		}
	}
	send(b)
	close(jobs)
	close(order)
	return <-finished
}

func (b *batch) work(k *Keyer) {
	b.found = make([]found, len(b.rows))
	for i := range b.rows {
		keys := k.Key(b.rows[i].Prompt)
		f := &b.found[i]
		evidence, problem := sha256.Sum256(keys.Evidence), sha256.Sum256(keys.Problem)
		f.evidence, f.problem, f.how = [16]byte(evidence[:16]), [16]byte(problem[:16]), keys.How
		f.signs = k.signs(&b.rows[i])
	}
}

// collector gathers what is found, row after row.
type collector struct {
	leaks    *leaks
	rows     int64
	splits   []Count
	families []*familySoFar
	split    map[string]int
	family   map[string]int
}

type familySoFar struct {
	Family
	forms [2]baselines // free answers, multiple choices
}

// number returns the number of a name in the order in which names come up.
func number(of *map[string]int, name string) (n int, isNew bool, err error) {
	n, ok := (*of)[name]
	if !ok {
		if *of == nil {
			*of = make(map[string]int)
		}
		if n = len(*of); n > math.MaxUint16 {
			return 0, false, fmt.Errorf("audit: %q: more than %d splits or families", name, math.MaxUint16)
		}
		(*of)[strings.Clone(name)] = n
	}
	return n, !ok, nil
}

func (c *collector) add(row *Row, f *found) error {
	split, isNew, err := number(&c.split, row.Split)
	if err != nil {
		return err
	}
	if isNew {
		c.splits = append(c.splits, Count{Name: strings.Clone(row.Split)})
	}
	family, isNew, err := number(&c.family, row.Family)
	if err != nil {
		return err
	}
	if isNew {
		c.families = append(c.families, &familySoFar{Family: Family{Name: strings.Clone(row.Family)}})
	}
	c.rows++
	c.splits[split].Rows++
	so := c.families[family]
	so.Rows++
	switch f.how {
	case Named:
		so.Named++
	case GivenUp:
		so.GivenUp++
	}
	form := 0
	if row.Choice {
		form = 1
	}
	so.forms[form].add(&f.signs, row.Split)
	return c.leaks.add(row.ID, f.evidence, f.problem, uint16(split), uint16(family))
}

// report returns all but what is shared, families in the order in which they came up.
func (c *collector) report() *Report {
	r := &Report{Rows: c.rows, Splits: c.splits, All: Family{Name: "", Rows: c.rows}}
	for _, so := range c.families {
		for i, form := range [...]string{"free", "choice"} {
			if so.forms[i].seen > 0 {
				so.Shortcuts = append(so.Shortcuts, so.forms[i].shortcuts(form))
			}
		}
		r.All.Named += so.Named
		r.All.GivenUp += so.GivenUp
		r.Families = append(r.Families, so.Family)
	}
	return r
}

// sortFamilies puts families in the order of their names.
func (r *Report) sortFamilies() {
	slices.SortFunc(r.Families, func(a, b Family) int { return cmp.Compare(a.Name, b.Name) })
}
