package export

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export/audit"
)

// card is what the files say that describe a folder to people and to readers of data sets: README.md and
// croissant.json. They say what the manifest and the plan say and read no clock: equal cards give equal bytes.
type card struct {
	manifest *Manifest
	plan     Plan               // completed
	encoded  []byte             // plan.json, whose hash is in the manifest
	command  string             // that makes the folder again from plan.json; empty to name none
	sample   *gridscribe.Record // shown as an example; nil for none
	audit    *audit.Report      // nil if there was none
	design   gridscribe.Design
}

// cardSubset is a subset with the splits that have rows of it: what Hugging Face calls a config.
type cardSubset struct {
	subset   Subset
	splits   []splitSize // not empty
	empty    []string    // splits without rows
	features []feature
}

// splitSize is the part of a subset that is in a split.
type splitSize struct {
	name        string
	rows, bytes int64
}

// size returns the rows and bytes of all splits.
func (s cardSubset) size() (rows, bytes int64) {
	for _, part := range s.splits {
		rows, bytes = rows+part.rows, bytes+part.bytes
	}
	return rows, bytes
}

// rowsIn returns the rows that are in a split.
func (s cardSubset) rowsIn(split string) int64 {
	for _, part := range s.splits {
		if part.name == split {
			return part.rows
		}
	}
	return 0
}

// glob returns the pattern of the paths of a split's files. Names of splits hold no hyphen, so it matches no other's.
func (s cardSubset) glob(split string) string {
	return fmt.Sprintf("data/%s/%s-*.%s", s.subset.folder(), split, s.subset.Format)
}

// table reports whether readers of data sets read the format as a table.
func (f Format) table() bool { return f != Numbered }

// subsets returns the subsets that have rows.
func (c *card) subsets() []cardSubset {
	type part struct{ subset, split string }
	sizes := make(map[part]splitSize)
	for _, f := range c.manifest.Files {
		size := sizes[part{f.Subset, f.Split}]
		sizes[part{f.Subset, f.Split}] = splitSize{f.Split, size.rows + f.Rows, size.bytes + f.Bytes}
	}
	var all []cardSubset
	for _, subset := range c.manifest.Subsets {
		s := cardSubset{subset: subset}
		for _, split := range c.manifest.Splits {
			if size := sizes[part{subset.folder(), split.Name}]; size.rows > 0 {
				s.splits = append(s.splits, size)
			} else {
				s.empty = append(s.empty, split.Name)
			}
		}
		if schema := rowSchema(subset.View); schema != nil {
			s.features = features(schema)
		}
		if len(s.splits) > 0 {
			all = append(all, s)
		}
	}
	return all
}

// title returns the title as one line.
func (c *card) title() string {
	blank := func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}
	title := strings.Join(strings.Fields(strings.Map(blank, strings.ToValidUTF8(c.manifest.Title, "\ufffd"))), " ")
	if title == "" {
		return "Gridscribe corpus"
	}
	return title
}

// summary says in a sentence or two what the corpus is.
func (c *card) summary() string {
	what := ""
	switch c.plan.Config.Sort() {
	case gridscribe.ByLevels:
		what = "questions about maps, other drawings and texts, by family and level of difficulty"
	case gridscribe.ByHops:
		what = "texts that place objects step by step, and questions that need a set number of the stated facts"
	default:
		what = "texts that place objects on a grid, and questions about where one is"
	}
	if undrawable(c.plan.Config, "") == nil && c.plan.Config.Sort() != gridscribe.ByLevels {
		what += ", with drawings in ASCII"
	}
	records := c.manifest.Stats.Records
	return fmt.Sprintf("%s for spatial reasoning: %s. Gridscribe, a program, made all of it; answers are computed, "+
		"not annotated.", counted(records, "synthetic record"), what)
}

// tags are words to find the corpus by.
func (c *card) tags() []string {
	tags := []string{"synthetic", "spatial-reasoning", "gridscribe"}
	if undrawable(c.plan.Config, "") == nil {
		tags = append(tags, "ascii")
	}
	return tags
}

// tasks are those of Hugging Face's task categories that the rows are for.
func tasks(subsets []cardSubset) []string {
	if slices.ContainsFunc(subsets, func(s cardSubset) bool { return s.subset.Form == NoForm || s.subset.Form.asks() }) {
		return []string{"question-answering", "text-generation"}
	}
	return []string{"text-generation"}
}

// sizeCategory returns the class of a number of rows.
func sizeCategory(rows int64) string {
	names := []string{"1K", "10K", "100K", "1M", "10M", "100M", "1B", "10B", "100B", "1T"}
	limit := int64(1000)
	for i, name := range names {
		if rows < limit {
			if i == 0 {
				return "n<" + name
			}
			return names[i-1] + "<n<" + name
		}
		limit *= 10
	}
	return "n>1T"
}

// appendFront appends the front matter of README.md, which tells readers of data sets what to load and what to expect.
// Their checks fail on counts that do not hold and on splits that they do not find: only what has rows stands there.
func (c *card) appendFront(dst []byte) []byte {
	var tables []cardSubset
	first, total := "", int64(0)
	for _, s := range c.subsets() {
		if !s.subset.Format.table() {
			continue
		}
		// What is called default is the default, and there may not be two.
		if name := s.subset.folder(); first == "" || name == "default" {
			first = name
		}
		rows, _ := s.size()
		tables, total = append(tables, s), total+rows
	}
	licence, _ := licenseOf(c.plan.License)
	w := &yamlWriter{append(dst, "---\n"...)}
	w.line(0, "pretty_name:", c.title())
	w.line(0, "license: "+licence.name)
	w.list("language", []string{"en"})
	w.list("task_categories", tasks(c.subsets()))
	w.list("size_categories", []string{sizeCategory(total)})
	w.list("tags", c.tags())
	if len(tables) > 0 {
		w.line(0, "configs:")
	}
	for _, s := range tables {
		w.line(0, "- config_name:", s.subset.folder())
		if s.subset.folder() == first {
			w.line(2, "default: true")
		}
		w.line(2, "data_files:")
		for _, split := range s.splits {
			w.line(2, "- split:", split.name)
			w.line(4, "path:", s.glob(split.name))
		}
	}
	if len(tables) > 0 {
		w.line(0, "dataset_info:")
	}
	for _, s := range tables {
		w.line(0, "- config_name:", s.subset.folder())
		w.line(2, "features:")
		w.features(2, s.features)
		w.line(2, "splits:")
		for _, split := range s.splits {
			w.line(2, "- name:", split.name)
			w.number(4, "num_bytes", split.bytes)
			w.number(4, "num_examples", split.rows)
		}
		_, bytes := s.size()
		w.number(2, "download_size", bytes)
		w.number(2, "dataset_size", bytes)
	}
	return append(w.dst, "---\n"...)
}
