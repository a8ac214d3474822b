package export

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"

	"github.com/gridscribe/gridscribe"
)

// besideFile is a file that stands beside the data.
type besideFile struct {
	name    string
	content []byte
}

// writeBeside writes the files that stand beside the data, and names them in the manifest.
func (j *Job) writeBeside(ctx context.Context, m *Manifest) error {
	found := j.lastAudit()
	leaves, err := j.leaves(ctx, 0, min(j.plan.Config.Records, galleryScan), Run{})
	if err != nil {
		return err
	}
	page, err := j.page(m, leaves)
	if err != nil {
		return err
	}
	if found != nil {
		page.Tables = append(page.Tables, auditTables(found)...)
		m.Beside = append(m.Beside, auditName)
	}
	var html bytes.Buffer
	if err := page.Write(&html); err != nil {
		return fmt.Errorf("export: drawing the report: %w", err)
	}
	c, err := j.card(m, leaves)
	if err != nil {
		return err
	}
	c.audit = found
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
			name := taskName(s.subset.Name)
			all = append(all, besideFile{name + ".yaml", lmEvalTask(name, files)})
		case ViewMessages, ViewOpenAI, ViewShareGPT, ViewAlpaca:
			listed[s.subset.Name] = s.subset.View
			train = s.splits[0].name
		}
	}
	if len(listed) > 0 {
		all = append(all, besideFile{"dataset_info.json", datasetInfo(listed, train)})
	}
	return all
}

// card returns what the card says.
func (j *Job) card(m *Manifest, leaves func(*gridscribe.Record) reason) (*card, error) {
	text, err := j.plan.encoded()
	if err != nil {
		return nil, err
	}
	c := &card{
		manifest: m, plan: j.plan, encoded: text, design: j.corpus.Design(),
		command: "go run github.com/gridscribe/gridscribe/examples/corpus@latest make -plan plan.json -out corpus",
	}
	for _, f := range m.Excluded {
		c.command += " -exclude " + f.File
	}
	for i := int64(0); c.sample == nil && i < min(j.plan.Config.Records, galleryScan); i++ {
		rec, err := j.corpus.At(i)
		if err != nil {
			return nil, err
		}
		if leaves == nil || leaves(rec) == kept {
			c.sample = rec
		}
	}
	return c, nil
}
