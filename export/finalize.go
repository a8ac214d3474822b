package export

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Finalize makes a data set of the shards, all of which must be done: it writes manifest.json and removes what killed
// processes left. The error for a corpus that misses shards wraps [ErrIncomplete]. Doing it again, or twice at a time,
// gives the same files.
func (j *Job) Finalize(ctx context.Context) (*Manifest, error) {
	m := &Manifest{
		Title: j.plan.Title, Plan: j.hash, Versions: j.plan.Versions, Records: j.plan.Config.Records,
		Subsets: j.plan.Subsets, Splits: j.plan.Splits, Shards: j.plan.Shards,
	}
	byPlace := make([][]File, len(j.plan.Subsets)*len(j.plan.Splits)) // by subset and split
	for shard := range j.plan.Shards {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		own, err := j.done(shard)
		if err != nil {
			return nil, err
		}
		m.Left.Repeats += own.Left.Repeats
		m.Left.Excluded += own.Left.Excluded
		m.Stats.merge(&own.Stats)
		for i, f := range own.Files {
			byPlace[i] = append(byPlace[i], f)
		}
	}
	m.Stats.sort()
	var err error
	if m.Repeats, err = j.repeatCount(); err != nil {
		return nil, err
	}
	m.Excluded = j.exclusion.Files()
	for _, files := range byPlace {
		m.Files = append(m.Files, files...)
	}
	if err := j.removeLeftovers(); err != nil {
		return nil, err
	}
	if err := j.writeBeside(m); err != nil {
		return nil, err
	}
	if err := j.writeJSON(filepath.Join(j.dir, manifestName), m); err != nil {
		return nil, fmt.Errorf("export: %w", err)
	}
	return m, nil
}

// manifestName is the file of a [Manifest].
const manifestName = "manifest.json"

// besideFile is a file that stands beside the data.
type besideFile struct {
	name    string
	content []byte
}

// writeBeside writes the files that stand beside the data, and names them in the manifest.
func (j *Job) writeBeside(m *Manifest) error {
	page, err := j.page(m)
	if err != nil {
		return err
	}
	var html bytes.Buffer
	if err := page.Write(&html); err != nil {
		return fmt.Errorf("export: drawing the report: %w", err)
	}
	c, err := j.card(m)
	if err != nil {
		return err
	}
	croissant, err := appendCroissant(nil, c)
	if err != nil {
		return err
	}
	files := []besideFile{{"README.md", appendCard(nil, c)}, {"croissant.json", croissant}, {"report.html", html.Bytes()}}
	for _, file := range append(files, c.trainerFiles()...) {
		if err := writeFile(filepath.Join(j.dir, file.name), file.content); err != nil {
			return err
		}
		m.Beside = append(m.Beside, file.name)
	}
	return nil
}

// trainerFiles are the files by which some trainers and harnesses find the subsets that are made for them.
func (c *card) trainerFiles() (all []besideFile) {
	train := ""
	listed := make(map[string]View) // by LLaMA-Factory
	for _, s := range c.subsets() {
		switch s.subset.View {
		case ViewLMEval:
			files := make(map[string]string)
			for _, split := range s.splits {
				files[split.name] = s.glob(split.name)
			}
			name := TaskName(s.subset.Name)
			all = append(all, besideFile{name + ".yaml", LMEvalTask(name, files)})
		case ViewMessages, ViewOpenAI, ViewShareGPT, ViewAlpaca:
			listed[s.subset.Name] = s.subset.View
			train = s.splits[0].name
		}
	}
	if len(listed) > 0 {
		all = append(all, besideFile{"dataset_info.json", DatasetInfo(listed, train)})
	}
	return all
}

// card returns what the card says.
func (j *Job) card(m *Manifest) (*card, error) {
	text, err := j.plan.encoded()
	if err != nil {
		return nil, err
	}
	c := &card{
		manifest: m, plan: j.plan, encoded: text, license: j.plan.License, date: j.plan.Date,
		command: "go run github.com/gridscribe/gridscribe/examples/corpus@latest make -plan plan.json -out corpus",
	}
	if m.Stats.Records > 0 {
		c.sample, err = j.corpus.At(0)
	}
	return c, err
}

// removeLeftovers removes the temporary files of processes that were killed. One that is still at work loses its own, and
// then finds its shard done.
func (j *Job) removeLeftovers() error {
	dirs := []string{j.dir, filepath.Join(j.dir, shardsDir)}
	for _, s := range j.plan.Subsets {
		dirs = append(dirs, filepath.Join(j.dir, "data", s.Name))
	}
	for _, dir := range dirs {
		entries, err := os.ReadDir(dir)
		if err != nil {
			return fmt.Errorf("export: looking for leftovers: %w", err)
		}
		for _, e := range entries {
			if !strings.HasPrefix(e.Name(), temporary) {
				continue
			}
			if err := os.RemoveAll(filepath.Join(dir, e.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return fmt.Errorf("export: removing what a killed run left: %w", err)
			}
		}
	}
	return nil
}
