package readers

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"github.com/gridscribe/gridscribe/export"
)

// TestCases holds that every view has a case, and every form in every view that has forms.
func TestCases(t *testing.T) {
	type shape struct {
		view export.View
		form export.Form
	}
	covered := make(map[shape]bool)
	for _, c := range Cases() {
		covered[shape{c.Options.View, c.Options.Form}] = true
	}
	for _, view := range export.Views() {
		for _, form := range append(export.Forms(), export.NoForm) {
			opt := export.Options{View: view, Form: form}
			if opt.Validate() == nil && !covered[shape{view, form}] {
				t.Errorf("no preset suits the view %v with the form %q", view, form)
			}
		}
	}
}

// TestArrow holds that arrow-go reads from Parquet what JSONL says, in every view of every preset, and that it was
// asked for the cells that readers and writers lose.
func TestArrow(t *testing.T) {
	dir := t.TempDir()
	if err := WriteAll(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	views := make(map[string]string)
	for _, c := range Cases() {
		views[c.Name] = c.Options.View.String()
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	corpora, edges := make(sightings), make(sightings)
	rows := make(map[string]int)
	for _, path := range files {
		name, _ := filepath.Rel(dir, path)
		want, err := readJSON(strings.TrimSuffix(path, ".parquet") + ".jsonl")
		if err != nil {
			t.Error(err)
			continue
		}
		got, err := readArrow(path)
		if err != nil {
			t.Error(err)
			continue
		}
		for _, difference := range differences(want, got) {
			t.Errorf("%s: %s", name, difference)
		}
		folder := filepath.Dir(name)
		rows[folder] += len(want)
		for _, row := range want {
			if view, ok := views[folder]; ok {
				corpora.look(view, row)
			} else {
				edges.look(strings.TrimPrefix(folder, "edges-"), row)
			}
		}
	}
	for _, c := range Cases() {
		if rows[c.Name] == 0 {
			t.Errorf("%s has no rows", c.Name)
		}
	}
	checkSightings(t, corpora, edges)
	t.Logf("%d files", len(files))
}

// differences lists where two tables differ, those of the first rows that do.
func differences(want, got []row) (all []string) {
	if len(want) != len(got) {
		all = append(all, fmt.Sprintf("%d rows, want %d", len(got), len(want)))
	}
	for i := range min(len(want), len(got)) {
		for _, key := range slices.Sorted(maps.Keys(want[i])) {
			if w, g := want[i][key], got[i][key]; !reflect.DeepEqual(w, g) {
				all = append(all, fmt.Sprintf("row %d, %s: %.200s, want %.200s", i+1, key, fmt.Sprintf("%#v", g), fmt.Sprintf("%#v", w)))
			}
		}
		for _, key := range slices.Sorted(maps.Keys(got[i])) {
			if _, ok := want[i][key]; !ok {
				all = append(all, fmt.Sprintf("row %d: a column %s that the JSONL lacks", i+1, key))
			}
		}
		if len(all) > 5 {
			return all
		}
	}
	return all
}

// TestDifferences holds that every change of a cell shows, whatever a reader may take a value for.
func TestDifferences(t *testing.T) {
	fresh := func() []row {
		return []row{{
			"text": "a", "empty": "", "number": int64(0), "flag": false, "list": []any{}, "numbers": []any{int64(0), int64(1)},
			"group": row{"text": ""}, "turns": []any{row{"role": "user", "content": ""}},
		}}
	}
	if got := differences(fresh(), fresh()); len(got) > 0 {
		t.Fatalf("equal rows differ: %q", got)
	}
	for key, value := range fresh()[0] {
		for _, other := range []any{nil, "", "a", int64(0), int64(1), 0.0, "0", false, true, []any{}, []any{nil}, []any{""}, row{}} {
			if reflect.TypeOf(value) == reflect.TypeOf(other) && reflect.DeepEqual(value, other) {
				continue
			}
			altered := fresh()
			altered[0][key] = other
			if len(differences(fresh(), altered)) == 0 || len(differences(altered, fresh())) == 0 {
				t.Errorf("%s: %#v passes for %#v", key, other, value)
			}
		}
		for _, altered := range [][]row{{}, append(fresh(), row{})} {
			if len(differences(fresh(), altered)) == 0 {
				t.Errorf("%d rows pass for one", len(altered))
			}
		}
		lacking, more := fresh(), fresh()
		delete(lacking[0], key)
		more[0]["more"] = value
		if len(differences(fresh(), lacking)) == 0 || len(differences(fresh(), more)) == 0 {
			t.Errorf("a column less or more, such as %s, does not show", key)
		}
	}
	nested := fresh()
	nested[0]["turns"].([]any)[0].(row)["content"] = nil
	if len(differences(fresh(), nested)) == 0 {
		t.Error("a null in a struct in a list does not show")
	}
}

// TestNulls holds that a null is an error and not a zero.
func TestNulls(t *testing.T) {
	type optional struct {
		Text *string `parquet:"text,optional"`
	}
	path := filepath.Join(t.TempDir(), "null.parquet")
	for _, test := range []struct {
		rows []optional
		want string
	}{
		{[]optional{{new(string)}, {new(string)}}, "<nil>"},
		{[]optional{{new(string)}, {nil}}, path + ", row 2, text: a null"},
	} {
		if err := parquet.WriteFile(path, test.rows); err != nil {
			t.Fatal(err)
		}
		if _, err := readArrow(path); fmt.Sprint(err) != test.want {
			t.Errorf("%d rows: %v, want %s", len(test.rows), err, test.want)
		}
	}
}

// TestGroups holds that one case has several row groups, so that what reads them reads more than the first.
func TestGroups(t *testing.T) {
	cases := Cases()
	dir := t.TempDir()
	large := cases[len(cases)-1]
	if err := large.Write(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	file, err := os.Open(filepath.Join(dir, large.Name, "train.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	opened, err := parquet.OpenFile(file, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	if groups := len(opened.RowGroups()); groups < 2 {
		t.Errorf("%s has %d row groups of %d rows, want several", large.Name, groups, opened.NumRows())
	}
}
