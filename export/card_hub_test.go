package export

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The rules by which Hugging Face's datasets finds the files of a folder, written down from its documentation and
// source and not from what writes the folder.

// hubConfig is a config as a reader finds it.
type hubConfig struct {
	name   string
	splits map[string][]string // paths of files
	info   map[string]any      // its entry of dataset_info
}

// hubFiles lists the files of a folder that a pattern without special names may match: none that is hidden or in a
// hidden folder or one whose name starts with two underscores.
func hubFiles(t *testing.T, dir string) []string {
	t.Helper()
	var all []string
	err := fs.WalkDir(os.DirFS(dir), ".", func(name string, entry fs.DirEntry, err error) error {
		hidden := name != "." && (strings.HasPrefix(entry.Name(), ".") || entry.IsDir() && strings.HasPrefix(entry.Name(), "__"))
		switch {
		case err != nil:
			return err
		case entry.IsDir() && hidden:
			return fs.SkipDir
		case !entry.IsDir() && !hidden && name != "README.md":
			all = append(all, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var hubSplit = regexp.MustCompile(`^\w+(\.\w+)*$`)

// hubConfigs returns the configs of a folder by its card, the default one first.
func hubConfigs(t *testing.T, dir string) []hubConfig {
	t.Helper()
	lines, err := frontMatter(string(mustRead(t, dir, "README.md")))
	if err != nil {
		t.Fatal(err)
	}
	front, err := parseYAML(lines)
	if err != nil {
		t.Fatalf("%v in\n%s", err, strings.Join(lines, "\n"))
	}
	infos := make(map[string]map[string]any)
	for _, entry := range listOf(front["dataset_info"]) {
		infos[entry.(map[string]any)["config_name"].(string)] = entry.(map[string]any)
	}
	files := hubFiles(t, dir)
	var all []hubConfig
	standard := []string{}
	entries := listOf(front["configs"])
	for _, entry := range entries {
		entry := entry.(map[string]any)
		c := hubConfig{entry["config_name"].(string), make(map[string][]string), infos[entry["config_name"].(string)]}
		if len(entries) == 1 || c.name == "default" || entry["default"] == true {
			standard = append(standard, c.name)
		}
		for _, item := range entry["data_files"].([]any) {
			item := item.(map[string]any)
			split, pattern := item["split"].(string), item["path"].(string)
			if len(item) != 2 || !hubSplit.MatchString(split) || c.splits[split] != nil {
				t.Errorf("config %s: data_files entry %v", c.name, item)
			}
			for _, name := range files {
				if ok, err := path.Match(pattern, name); err != nil {
					t.Fatal(err)
				} else if ok {
					c.splits[split] = append(c.splits[split], name)
				}
			}
			if len(c.splits[split]) == 0 {
				t.Errorf("config %s: unable to find %s", c.name, pattern)
			}
		}
		all = append(all, c)
		delete(infos, c.name)
	}
	if len(entries) > 0 && len(standard) != 1 {
		t.Errorf("the default configs are %q; there must be one", standard)
	}
	if len(infos) > 0 {
		t.Errorf("dataset_info has %v, which are no configs", infos)
	}
	slices.SortStableFunc(all, func(a, b hubConfig) int {
		return cmp.Compare(slices.Index(standard, b.name), slices.Index(standard, a.name))
	})
	return all
}

// hubModule returns what reads the files: that of the ending that occurs most often, anywhere after the first dot of a
// name.
func hubModule(files []string) string {
	counts := make(map[string]int)
	for _, name := range files {
		for _, ending := range strings.Split(path.Base(name), ".")[1:] {
			counts[strings.ToLower(ending)]++
		}
	}
	modules := map[string]string{"parquet": "parquet", "jsonl": "json", "json": "json", "csv": "csv", "txt": "text", "xml": "xml"}
	best := ""
	for ending, n := range counts {
		if modules[ending] != "" && (best == "" || n > counts[best] || n == counts[best] && ending == "parquet") {
			best = ending
		}
	}
	return modules[best]
}

// hubVerify compares what the card promises of a config with what is found, as readers do after they have read it.
func hubVerify(c hubConfig, found map[string]int64) error {
	promised := make(map[string]int64)
	for _, entry := range listOf(c.info["splits"]) {
		entry := entry.(map[string]any)
		promised[entry["name"].(string)] = entry["num_examples"].(int64)
	}
	for name := range promised {
		if _, ok := found[name]; !ok {
			return fmt.Errorf("ExpectedMoreSplits: %s", name)
		}
	}
	for name, rows := range found {
		switch promisedRows, ok := promised[name]; {
		case !ok:
			return fmt.Errorf("UnexpectedSplits: %s", name)
		case rows != promisedRows:
			return fmt.Errorf("NonMatchingSplitsSizes: %s has %d rows, not %d", name, rows, promisedRows)
		}
	}
	return nil
}

// Splits by names, for folders without a card: by the names of files as they are sharded, of folders, of files.
var (
	hubSharded  = regexp.MustCompile(`^data/([^/]*)-[0-9]{5}-of-[0-9]{5}[^/]*\.[^/]*$`)
	hubKeywords = []struct{ split, words string }{
		{"train", "train|training"}, {"validation", "validation|valid|dev|val"}, {"test", "test|testing|eval|evaluation"},
	}
)

// hubGuess returns the splits that readers find in a folder without a card, all in one config.
func hubGuess(files []string) map[string][]string {
	found := make(map[string][]string)
	for _, name := range files {
		if m := hubSharded.FindStringSubmatch(name); m != nil {
			found[m[1]] = append(found[m[1]], name)
		}
	}
	const folders, bases = `(^|/)([^/]*[-._ 0-9])?(%s)([-._ 0-9][^/]*)?/`, `(^|/)([^/]*[-._ 0-9])?(%s)[-._ 0-9][^/]*$`
	for _, pattern := range []string{folders, bases} {
		if len(found) > 0 {
			return found
		}
		for _, keyword := range hubKeywords {
			re := regexp.MustCompile(fmt.Sprintf(pattern, keyword.words))
			for _, name := range files {
				if re.MatchString(name) {
					found[keyword.split] = append(found[keyword.split], name)
				}
			}
		}
	}
	if len(found) == 0 {
		found["train"] = files
	}
	return found
}

func listOf(v any) []any {
	all, _ := v.([]any)
	return all
}

func mustRead(t *testing.T, dir, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}
