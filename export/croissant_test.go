package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestCroissant holds that the description of a folder has what Croissant 1.1 asks for, that its files are there and
// its sums theirs, that what it refers to is in it, and that its fields are the columns of the files.
func TestCroissant(t *testing.T) {
	for name, folder := range cardCorpora(t) {
		t.Run(name, func(t *testing.T) {
			dir, c := folder()
			var set map[string]any
			if err := json.Unmarshal(mustRead(t, dir, "croissant.json"), &set); err != nil {
				t.Fatal(err)
			}
			for _, key := range []string{
				"@context", "@type", "conformsTo", "name", "description", "license", "url", "creator", "datePublished", "distribution", "recordSet",
			} {
				if set[key] == nil || set[key] == "" {
					t.Errorf("%s is missing", key)
				}
			}
			if set["@type"] != "sc:Dataset" || set["conformsTo"] != "http://mlcommons.org/croissant/1.1" || set["name"] != c.manifest.Title {
				t.Errorf("a %v of %v called %q", set["@type"], set["conformsTo"], set["name"])
			}
			ids := make(map[string]map[string]any)
			definitions(t, set["@context"], map[string]any{"distribution": set["distribution"], "recordSet": set["recordSet"]}, ids)
			references(t, set, ids)

			files, sets := []string{}, map[string][]string{}
			for _, item := range listOf(set["distribution"]) {
				switch item := item.(map[string]any); item["@type"] {
				case "cr:FileObject":
					url := item["contentUrl"].(string)
					data := mustRead(t, dir, url)
					sum := sha256.Sum256(data)
					if item["sha256"] != hex.EncodeToString(sum[:]) || item["contentSize"] != fmt.Sprint(len(data), " B") ||
						item["name"] != path.Base(url) || len(listOf(item["encodingFormat"])) == 0 {
						t.Errorf("%s is not %v", url, item)
					}
					files = append(files, url)
				case "cr:FileSet":
					for _, name := range hubFiles(t, dir) {
						if slices.ContainsFunc(listOf(item["includes"]), func(glob any) bool {
							ok, err := path.Match(glob.(string), name)
							return ok && err == nil
						}) {
							sets[item["@id"].(string)] = append(sets[item["@id"].(string)], name)
						}
					}
				default:
					t.Errorf("a %v among the files", item["@type"])
				}
			}
			var want []string
			for _, f := range c.manifest.Files {
				want = append(want, f.Path)
			}
			if diff := cmp.Diff(want, files); diff != "" {
				t.Errorf("files (-manifest +got):\n%s", diff)
			}
			configs := hubConfigs(t, dir)
			for _, record := range listOf(set["recordSet"]) {
				record := record.(map[string]any)
				if record["dataType"] == "cr:Split" {
					continue
				}
				i := slices.IndexFunc(configs, func(c hubConfig) bool { return c.name == record["name"] })
				if i < 0 {
					t.Fatalf("record set %v is no config", record["name"])
				}
				fieldsOf(t, dir, record, configs[i], sets)
				configs = slices.Delete(configs, i, i+1)
			}
			if len(configs) > 0 {
				t.Errorf("no record sets for %v", configs)
			}
		})
	}
}

// definitions collects what has a type by its id and holds that its keys are words of the context or of schema.org.
func definitions(t *testing.T, context, v any, ids map[string]map[string]any) {
	t.Helper()
	known := []string{
		"@id", "@type", "name", "description", "contentUrl", "contentSize", "encodingFormat", "sha256", "distribution", // schema.org's
	}
	switch v := v.(type) {
	case map[string]any:
		id, _ := v["@id"].(string)
		if v["@type"] != nil {
			if ids[id] != nil || id == "" {
				t.Errorf("the id %q stands twice", id)
			}
			ids[id] = v
		}
		for key, value := range v {
			if context.(map[string]any)[key] == nil && !slices.Contains(known, key) {
				t.Errorf("%q is not in the context", key)
			}
			if key != "data" {
				definitions(t, context, value, ids)
			}
		}
	case []any:
		for _, item := range v {
			definitions(t, context, item, ids)
		}
	}
}

// references holds that every id without a type is one of something.
func references(t *testing.T, v any, ids map[string]map[string]any) {
	t.Helper()
	switch v := v.(type) {
	case map[string]any:
		if id, ok := v["@id"].(string); ok && v["@type"] == nil && len(v) == 1 && ids[id] == nil {
			t.Errorf("%q is referred to and not there", id)
		}
		for key, value := range v {
			if key != "@context" {
				references(t, value, ids)
			}
		}
	case []any:
		for _, item := range v {
			references(t, item, ids)
		}
	}
}

// fieldsOf compares the fields of a record set with the columns of its files, and its way to tell splits with their
// names.
func fieldsOf(t *testing.T, dir string, record map[string]any, config hubConfig, sets map[string][]string) {
	t.Helper()
	types := map[string]string{"sc:Text": "string", "sc:Integer": "int64", "sc:Boolean": "bool"}
	var collect func(fields []any, column string, inside []string) map[string]any
	collect = func(fields []any, column string, inside []string) map[string]any {
		all := map[string]any{}
		for _, f := range fields {
			f := f.(map[string]any)
			name, column, inside := f["name"].(string), column, slices.Clone(inside)
			if column == "" {
				column = name
			} else {
				inside = append(inside, name)
			}
			if want := path.Join(append([]string{record["name"].(string), column}, inside...)...); f["@id"] != want {
				t.Errorf("field %s has the id %v", want, f["@id"])
			}
			var of any = types[fmt.Sprint(f["dataType"])]
			if sub := listOf(f["subField"]); sub != nil {
				of = collect(sub, column, inside)
			} else {
				source := f["source"].(map[string]any)
				var at []string
				for _, step := range listOf(source["transform"]) {
					at = append(at, step.(map[string]any)["jsonPath"].(string))
				}
				if source["extract"].(map[string]any)["column"] != column || !slices.Equal(at, inside) {
					t.Errorf("%v is taken from %v", f["@id"], source)
				}
			}
			if f["isArray"] == true {
				of = []any{of}
			}
			all[name] = of
		}
		return all
	}
	fields := listOf(record["field"])
	split := fields[0].(map[string]any)["source"].(map[string]any)
	files := sets[split["fileSet"].(map[string]any)["@id"].(string)]
	for _, file := range files {
		if countRows(t, dir, file) == 0 {
			continue
		}
		if diff := cmp.Diff(columnsOf(t, dir, file), collect(fields[1:], "", nil)); diff != "" {
			t.Errorf("%s (-file +fields):\n%s", file, diff)
		}
	}
	re := regexp.MustCompile(split["transform"].([]any)[0].(map[string]any)["regex"].(string))
	got := map[string][]string{}
	for _, file := range files {
		if m := re.FindStringSubmatch(dir + "/" + file); m != nil {
			got[m[1]] = append(got[m[1]], file)
		}
	}
	if diff := cmp.Diff(config.splits, got); diff != "" {
		t.Errorf("splits (-card +Croissant):\n%s", diff)
	}
	if !strings.Contains(record["description"].(string), "row") {
		t.Errorf("%s", record["description"])
	}
}

// TestCardFields holds which licences and dates a card takes, and that one without a date says none.
func TestCardFields(t *testing.T) {
	for _, date := range []string{"2026-1-31", "2026-02-30", "today", "2026-01-31T00:00:00Z"} {
		if validateDate(date) == nil {
			t.Errorf("%q is a date", date)
		}
	}
	if err := validateDate("2026-01-31"); err != nil || validateDate("") != nil {
		t.Errorf("a day, or none, is no date: %v", err)
	}
	if _, err := licenseOf("gpl"); err == nil || !strings.Contains(err.Error(), `"gpl"; mit, cc0-1.0, `) {
		t.Errorf("the licence gpl: %v", err)
	}
	if _, err := appendCroissant(nil, &card{manifest: new(Manifest), plan: Plan{License: "gpl"}}); err == nil {
		t.Error("a description under the licence gpl")
	}
	text, err := appendCroissant(nil, &card{manifest: new(Manifest), plan: Plan{License: "cc0-1.0"}})
	if err != nil || strings.Contains(string(text), "datePublished") || !strings.Contains(string(text), "CC0-1.0.html") {
		t.Errorf("a description without a date: %v\n%s", err, text)
	}
}
