// Package readers writes small corpora, each as Parquet and as JSONL, for readers that others wrote: the tests here read
// the Parquet with arrow-go, and check.mjs with DuckDB and hyparquet. Every cell must equal the JSONL, which any JSON
// parser reads. A round trip through the library that writes our Parquet would hide what that library does wrong.
package readers

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/scene"
)

// Case is a corpus and a way to write it.
type Case struct {
	Name    string // a folder's name, no two alike
	Config  gridscribe.Config
	Options export.Options // those of all formats
}

// records is how many records a case has: few, because there are many cases.
const records = 300

// Cases lists every preset with every view and form that suits it, so that new ones are covered without a change here,
// and one corpus of several row groups.
func Cases() []Case {
	var all []Case
	add := func(name string, cfg gridscribe.Config, opt export.Options) {
		if opt.Validate() == nil && opt.Suits(cfg) == nil {
			all = append(all, Case{name, cfg, opt})
		}
	}
	for _, preset := range gridscribe.Presets() {
		cfg := preset.Config()
		cfg.Records = records
		for _, view := range export.Views() {
			name := fmt.Sprintf("%s-%v", preset.Name, view)
			add(name, cfg, export.Options{View: view})
			add(name+"-bare", cfg, export.Options{View: view, Bare: true})
			for i, form := range export.Forms() {
				style := scene.Style(i % int(scene.Styles))
				add(fmt.Sprintf("%s-%v", name, form), cfg, export.Options{View: view, Form: form, Style: style})
			}
		}
	}
	large := gridscribe.BAbI17() // the quickest to make
	large.Records = 30_000
	add("groups", large, export.Options{View: export.ViewBAbI, Splits: []export.Split{{Name: "train", Weight: 1}}})
	return all
}

// WriteAll writes all cases into dir, which must be empty: for each a folder of its name that holds, for each split,
// <split>.parquet and <split>.jsonl. For each view there is a folder edges-<view> too, whose one pair holds what no
// corpus does. An error names the case.
func WriteAll(ctx context.Context, dir string) error {
	edged := make(map[export.View]bool)
	for _, c := range Cases() {
		if err := c.Write(ctx, dir); err != nil {
			return err
		}
		if view := c.Options.View; !edged[view] {
			edged[view] = true
			folder := filepath.Join(dir, "edges-"+view.String())
			if err := writeEdges(folder, filepath.Join(dir, c.Name)); err != nil {
				return fmt.Errorf("writing the edges of the view %v: %w", view, err)
			}
		}
	}
	return nil
}

// Write writes the case into dir/<name>, in every format that has a value for each cell.
func (c Case) Write(ctx context.Context, dir string) error {
	corpus, err := gridscribe.NewCorpus(c.Config)
	if err != nil {
		return fmt.Errorf("preparing %s: %w", c.Name, err)
	}
	folder := filepath.Join(dir, c.Name)
	if err := os.Mkdir(folder, 0o755); err != nil {
		return fmt.Errorf("making a folder for %s: %w", c.Name, err)
	}
	for _, format := range export.Formats() {
		opt := c.Options
		opt.Format = format
		if format == export.Numbered || opt.Validate() != nil {
			continue
		}
		made := filepath.Join(folder, "."+format.String())
		if _, err := export.Write(ctx, corpus, made, opt); err != nil {
			return fmt.Errorf("writing %s as %v: %w", c.Name, format, err)
		}
		if err := flatten(folder, made); err != nil {
			return fmt.Errorf("gathering %s as %v: %w", c.Name, format, err)
		}
	}
	return nil
}

// endings are those of the files that hold rows.
var endings = []string{".parquet", ".jsonl", ".jsonl.gz", ".jsonl.zst"}

// flatten moves the files that hold rows out of the folder made, wherever they lie there, and removes what is left.
func flatten(folder, made string) error {
	err := filepath.WalkDir(made, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		split, _, _ := strings.Cut(entry.Name(), "-00000-of-00001.")
		ending := strings.TrimPrefix(entry.Name(), split+"-00000-of-00001")
		if !slices.Contains(endings, ending) {
			return nil
		}
		to := filepath.Join(folder, split+ending)
		if _, err := os.Lstat(to); err == nil {
			return fmt.Errorf("two files are called %s", entry.Name())
		}
		return os.Rename(path, to)
	})
	if err != nil {
		return err
	}
	return os.RemoveAll(made)
}
