package export

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/gridscribe/gridscribe"
)

// TestCardLoads holds that Hugging Face's datasets finds in a folder, by its card, every file of rows in the right
// config and split and nothing else, and that all it checks then holds.
func TestCardLoads(t *testing.T) {
	for name, folder := range cardCorpora(t) {
		t.Run(name, func(t *testing.T) {
			dir, c := folder()
			configs := hubConfigs(t, dir)
			want := loadable(c)
			got := map[string]string{}
			for _, config := range configs {
				found := map[string]int64{}
				var all []string
				for split, files := range config.splits {
					for _, file := range files {
						if was, ok := got[file]; ok {
							t.Errorf("%s is in %s and in %s/%s", file, was, config.name, split)
						}
						got[file] = config.name + "/" + split
						found[split] += countRows(t, dir, file)
					}
					all = append(all, files...)
				}
				if err := hubVerify(config, found); err != nil {
					t.Errorf("config %s: %v", config.name, err)
				}
				module := map[string]string{".parquet": "parquet", ".jsonl": "json"}[path.Ext(all[0])]
				if got := hubModule(all); got != module {
					t.Errorf("config %s: %s are read by %q", config.name, all, got)
				}
				if diff := cmp.Diff(sizes(t, dir, config), promisedSizes(config.info)); diff != "" {
					t.Errorf("config %s: sizes (-found +promised):\n%s", config.name, diff)
				}
				for _, file := range all {
					if diff := cmp.Diff(columnsOf(t, dir, file), hubTypes(t, config.info["features"])); diff != "" && countRows(t, dir, file) > 0 {
						t.Errorf("%s (-file +card):\n%s", file, diff)
					}
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("files by config and split (-want +got):\n%s", diff)
			}
			if name == "shapes" && configs[0].name != "default" {
				t.Errorf("the default config is %s", configs[0].name)
			}
		})
	}
}

// loadable returns the config and split of every file that should be loaded, by the manifest.
func loadable(c *card) map[string]string {
	want := map[string]string{}
	for _, f := range c.manifest.Files {
		i := slices.IndexFunc(c.manifest.Subsets, func(s Subset) bool { return s.Name == f.Subset })
		if rows, _ := c.manifest.Rows(f.Subset, f.Split); rows > 0 && c.manifest.Subsets[i].Format != Numbered {
			want[f.Path] = f.Subset + "/" + f.Split
		}
	}
	return want
}

// countRows counts the rows of a file.
func countRows(t *testing.T, dir, file string) int64 {
	t.Helper()
	if path.Ext(file) == ".parquet" {
		return openParquet(t, dir, file).NumRows()
	}
	return int64(len(readJSONL(t, filepath.Join(dir, file))))
}

func openParquet(t *testing.T, dir, file string) *parquet.File {
	t.Helper()
	data := mustRead(t, dir, file)
	f, err := parquet.OpenFile(strings.NewReader(string(data)), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// sizes returns the bytes of a config's splits and of all together, which stand in a card twice.
func sizes(t *testing.T, dir string, c hubConfig) map[string]int64 {
	t.Helper()
	got := map[string]int64{}
	for split, files := range c.splits {
		for _, file := range files {
			n := int64(len(mustRead(t, dir, file)))
			got["split "+split] += n
			got["download"] += n
			got["dataset"] += n
		}
	}
	return got
}

func promisedSizes(info map[string]any) map[string]int64 {
	got := map[string]int64{"download": info["download_size"].(int64), "dataset": info["dataset_size"].(int64)}
	for _, entry := range listOf(info["splits"]) {
		entry := entry.(map[string]any)
		got["split "+entry["name"].(string)] = entry["num_bytes"].(int64)
	}
	return got
}

// hubTypes returns the types of a card's features by their names, as readers understand them.
func hubTypes(t *testing.T, features any) map[string]any {
	t.Helper()
	all := map[string]any{}
	for _, f := range listOf(features) {
		f := f.(map[string]any)
		if len(f) != 2 || all[f["name"].(string)] != nil {
			t.Fatalf("feature %v", f)
		}
		var of any
		switch {
		case f["dtype"] != nil:
			of = f["dtype"]
		case f["struct"] != nil:
			of = hubTypes(t, f["struct"])
		default:
			of = []any{f["list"]}
			if fields, ok := f["list"].([]any); ok {
				of = []any{any(hubTypes(t, fields))}
			}
		}
		all[f["name"].(string)] = of
	}
	return all
}

// columnsOf returns the types of the columns of a file in the form of hubTypes.
func columnsOf(t *testing.T, dir, file string) map[string]any {
	t.Helper()
	if path.Ext(file) == ".parquet" {
		elements := []format.SchemaElement(openParquet(t, dir, file).Metadata().Schema)
		children := elements[1:]
		return parquetColumns(t, &children, int(elements[0].NumChildren.V))
	}
	rows := readJSONL(t, filepath.Join(dir, file))
	if len(rows) == 0 {
		return nil
	}
	all := jsonType(rows[0])
	for _, row := range rows {
		if diff := cmp.Diff(all, jsonType(row)); diff != "" {
			t.Errorf("%s: rows of two types:\n%s", file, diff)
		}
	}
	return all.(map[string]any)
}

// parquetColumns takes so many columns off a list of them as it stands in the footer, parents before children.
func parquetColumns(t *testing.T, elements *[]format.SchemaElement, n int) map[string]any {
	t.Helper()
	all := map[string]any{}
	for range n {
		e := (*elements)[0]
		*elements = (*elements)[1:]
		if children := int(e.NumChildren.V); children > 0 {
			of := parquetColumns(t, elements, children)
			all[e.Name] = of
			if inner, ok := of["list"].(map[string]any); ok && children == 1 {
				all[e.Name] = []any{inner["element"]}
			}
			continue
		}
		kind := fmt.Sprint(e.Type.V, " ", e.LogicalType.String())
		of, ok := map[string]string{
			"BYTE_ARRAY STRING": "string", "INT64 INT(64,true)": "int64", "BOOLEAN ": "bool",
		}[kind]
		if !ok {
			t.Fatalf("column %s is a %s", e.Name, kind)
		}
		all[e.Name] = of
	}
	return all
}

// jsonType returns the type of a value in the form of hubTypes.
func jsonType(v any) any {
	switch v := v.(type) {
	case map[string]any:
		all := map[string]any{}
		for name, field := range v {
			all[name] = jsonType(field)
		}
		return all
	case []any:
		if len(v) == 0 {
			return []any{}
		}
		return []any{jsonType(v[0])}
	case json.Number:
		if strings.ContainsAny(v.String(), ".eE") {
			return "float64"
		}
		return "int64"
	case bool:
		return "bool"
	}
	return "string"
}

// TestCardMissing says what readers make of a folder without its card, where names decide alone: of one subset with the
// usual splits what the card says, and never what a killed run left or says of itself; but the rows of several subsets
// are one table then, splits of other names are lost among everything, and a subset whose name has the word of a split
// in it is that split.
func TestCardMissing(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Records = 60
	one, _ := cardFolder(t, cfg, 2, nil, Subset{View: ViewNative})
	if diff := cmp.Diff(hubConfigs(t, one)[0].splits, hubGuess(hubFiles(t, one))); diff != "" {
		t.Errorf("one subset (-with the card +without):\n%s", diff)
	}
	several := []Subset{{View: ViewNative}, {Format: JSONL}}
	two, c := cardFolder(t, cfg, 1, nil, several...)
	want := map[string][]string{}
	for _, f := range c.manifest.Files {
		want[f.Split] = append(want[f.Split], f.Path)
	}
	if diff := cmp.Diff(want, hubGuess(hubFiles(t, two))); diff != "" {
		t.Errorf("two subsets (-want +got):\n%s", diff)
	}
	other, _ := cardFolder(t, cfg, 1, []Split{{"a", 1}, {"b", 1}}, Subset{View: ViewNative})
	if guess := hubGuess(hubFiles(t, other)); len(guess) != 1 || !slices.Contains(guess["train"], "manifest.json") {
		t.Errorf("splits of other names: %v", guess)
	}
	named, _ := cardFolder(t, cfg, 1, nil, Subset{View: ViewNative}, Subset{Name: "my-eval"})
	if guess := hubGuess(hubFiles(t, named)); len(guess) != 1 || len(guess["test"]) != 3 {
		t.Errorf("a subset called my-eval: %v", guess)
	}
	if configs := hubConfigs(t, named); len(configs) != 2 || len(configs[1].splits) != 3 {
		t.Errorf("a subset called my-eval, with the card: %v", configs)
	}
}

// TestSizeCategory compares the classes of sizes with their names.
func TestSizeCategory(t *testing.T) {
	for rows, want := range map[int64]string{
		0: "n<1K", 999: "n<1K", 1000: "1K<n<10K", 9_999: "1K<n<10K", 10_000: "10K<n<100K", 999_999: "100K<n<1M",
		1_000_000: "1M<n<10M", 99_999_999: "10M<n<100M", 1_000_000_000: "1B<n<10B", 999_999_999_999: "100B<n<1T", 1_000_000_000_000: "n>1T",
	} {
		if got := sizeCategory(rows); got != want {
			t.Errorf("%d rows are %s, not %s", rows, got, want)
		}
	}
}

// TestCard compares the card and the Croissant description of a small corpus with what was looked at.
func TestCard(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Records, cfg.Seed = 40, 5
	dir, _ := cardFolder(t, cfg, 1, nil, Subset{Format: JSONL}, Subset{View: ViewMessages, Form: FormDraw, Format: JSONL})
	golden(t, "card.golden", mustRead(t, dir, "README.md"))
	golden(t, "croissant.golden", mustRead(t, dir, "croissant.json"))
}
