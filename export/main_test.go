package export

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"github.com/gridscribe/gridscribe"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// rowFormats are the formats that every view has.
var rowFormats = []Format{Parquet, JSONL}

// golden compares what was made with a file in testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
		t.Errorf("%s (-want +got, -update rewrites it):\n%s", path, diff)
	}
}

// newCorpus returns the Text2Space corpus of so many records, with other numbers of objects if any are given.
func newCorpus(t *testing.T, records int64, objects ...int) *gridscribe.Corpus {
	t.Helper()
	cfg := gridscribe.Text2Space()
	cfg.Records, cfg.Seed = records, 5
	if len(objects) > 0 {
		cfg.Objects = nil
		for _, n := range objects {
			cfg.Objects = append(cfg.Objects, gridscribe.ObjectWeight{Objects: n, Weight: 1})
		}
	}
	corpus, err := gridscribe.NewCorpus(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return corpus
}

// fewer returns a number of records: of the one given, with -short a quarter.
func fewer(records int64) int64 {
	if testing.Short() {
		return records / 4
	}
	return records
}

// mustWrite writes a corpus to a new folder and returns the folder of its rows.
func mustWrite(t *testing.T, corpus *gridscribe.Corpus, opt Options) (string, *Summary) {
	t.Helper()
	dir := t.TempDir()
	summary, err := Write(context.Background(), corpus, dir, opt)
	if err != nil {
		t.Fatal(err)
	}
	return dataDir(dir, opt), summary
}

// dataDir returns the folder of the files that Write writes.
func dataDir(dir string, opt Options) string {
	return filepath.Join(dir, "data", opt.plan(gridscribe.Config{}).Subsets[0].Name)
}

// fileName returns the name of a split's only file.
func fileName(split string, format Format) string {
	return split + "-00000-of-00001." + format.String()
}

// readJSONL returns the objects of a file, numbers as they stand there.
func readJSONL(t *testing.T, path string) []map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows := []map[string]any{}
	for line := range bytes.Lines(data) {
		if line[len(line)-1] != '\n' {
			t.Fatalf("%s: the last line is not ended", path)
		}
		dec := json.NewDecoder(bytes.NewReader(line))
		dec.UseNumber()
		var row map[string]any
		if err := dec.Decode(&row); err != nil {
			t.Fatalf("%s, line %d: %v", path, len(rows)+1, err)
		}
		rows = append(rows, row)
	}
	return rows
}

// readParquet returns the rows of a file in the form of readJSONL.
func readParquet[T any](t *testing.T, path string) []map[string]any {
	t.Helper()
	typed, err := parquet.ReadFile[T](path)
	if err != nil {
		t.Fatal(err)
	}
	rows := []map[string]any{}
	for i := range typed {
		rows = append(rows, plain(reflect.ValueOf(typed[i])).(map[string]any))
	}
	return rows
}

// plain turns a row into what JSON decodes to, by its Parquet names.
func plain(v reflect.Value) any {
	switch v.Kind() {
	case reflect.Struct:
		m := make(map[string]any)
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("parquet"), ",")
			field := plain(v.Field(i))
			if name != "" {
				m[name] = field
				continue
			}
			for name, value := range field.(map[string]any) { // embedded
				m[name] = value
			}
		}
		return m
	case reflect.Slice:
		list := []any{}
		for i := range v.Len() {
			list = append(list, plain(v.Index(i)))
		}
		return list
	case reflect.Int64:
		return json.Number(strconv.FormatInt(v.Int(), 10))
	}
	return v.Interface()
}

// readAny is readParquet for a view.
func readAny(t *testing.T, view View, path string) []map[string]any {
	t.Helper()
	switch view {
	case ViewMessages:
		return readParquet[MessagesRow](t, path)
	case ViewPrompt:
		return readParquet[PromptRow](t, path)
	case ViewText:
		return readParquet[TextRow](t, path)
	case ViewStepGame:
		return readParquet[StepGameRow](t, path)
	case ViewBAbI:
		return readParquet[BAbIRow](t, path)
	case ViewNative:
		return readParquet[NativeRow](t, path)
	case ViewPromptChat:
		return readParquet[PromptChatRow](t, path)
	case ViewGRPO:
		return readParquet[GRPORow](t, path)
	case ViewVerl:
		return readParquet[VerlRow](t, path)
	case ViewOpenAI:
		return readParquet[OpenAIRow](t, path)
	case ViewShareGPT:
		return readParquet[ShareGPTRow](t, path)
	case ViewAlpaca:
		return readParquet[AlpacaRow](t, path)
	case ViewNeMoGym:
		return readParquet[NeMoGymRow](t, path)
	case ViewLMEval:
		return readParquet[LMEvalRow](t, path)
	case ViewInspect:
		return readParquet[InspectRow](t, path)
	}
	return readParquet[Text2SpaceRow](t, path)
}

// listing returns the content of every file below a folder by its path there.
func listing(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		files[name] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}
