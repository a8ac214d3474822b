package audit_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/export/audit"
)

const nativeLine = `{"prompt":"A is above B.\n\nWhere is A relative to B?","answer":"above","rationale":"","id":"x-1","family":"direction","level":2,"medium":"text","choice":true,"hops":1}`

func TestReadNative(t *testing.T) {
	var got []audit.Row
	for row, err := range audit.ReadNative(strings.NewReader(nativeLine+"\n\n"+nativeLine), "test", "f.jsonl") {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, row)
	}
	want := audit.Row{
		ID: "x-1", Split: "test", Family: "direction", Prompt: "A is above B.\n\nWhere is A relative to B?", Answer: "above",
		Level: 2, Choice: true, Medium: "text",
	}
	if diff := cmp.Diff([]audit.Row{want, want}, got); diff != "" {
		t.Error(diff)
	}
}

func TestReadNativeErrors(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"broken", nativeLine + "\n{\"prompt\":", "audit: f.jsonl:2: not a row"},
		{"no prompt", `{"id":"x","family":"f"}`, "audit: f.jsonl:1: a row of the view native has the field prompt"},
		{"no id", `{"prompt":"x","family":"f"}`, "has the field id"},
		{"another type", `{"prompt":5}`, "audit: f.jsonl:1: not a row"},
		{"a long line", "\n" + strings.Repeat("x", 16<<20+1), "audit: f.jsonl:2: "},
	} {
		rows, failed := 0, ""
		for _, err := range audit.ReadNative(strings.NewReader(c.text), "test", "f.jsonl") {
			if rows++; err != nil {
				failed += err.Error()
			}
		}
		if !strings.HasPrefix(failed, "audit: f.jsonl:") || !strings.Contains(failed, c.want) {
			t.Errorf("%s: %q, want %q", c.name, failed, c.want)
		}
	}
}

func FuzzReadNative(f *testing.F) {
	f.Add(nativeLine)
	f.Add("{}\n")
	f.Add(`{"prompt":"x","id":"y","family":"z"}`)
	f.Fuzz(func(t *testing.T, text string) {
		failed := false
		for row, err := range audit.ReadNative(strings.NewReader(text), "train", "f") {
			if failed {
				t.Fatal("something comes behind an error")
			}
			if failed = err != nil; !failed && (row.Prompt == "" || row.ID == "" || row.Family == "" || row.Split != "train") {
				t.Errorf("row %+v", row)
			}
		}
	})
}
