package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/export"
	"pgregory.net/rapid"
)

// plainProblem is what every form can hold of a problem.
type plainProblem struct {
	Story, Question, Label string
	Hops                   int
}

// forms write problems in every form that ReadProblems knows.
var forms = []struct {
	name  string
	write func(problems []plainProblem) string
}{
	{"bAbI form", func(problems []plainProblem) string {
		var out strings.Builder
		for _, p := range problems {
			n := 0
			for line := range strings.SplitSeq(p.Story, "\n") {
				n++
				fmt.Fprintf(&out, "%d %s\n", n, line)
			}
			fmt.Fprintf(&out, "%d %s\t%s\t1\n", n+1, p.Question, p.Label)
		}
		return out.String()
	}},
	{"JSON lines", func(problems []plainProblem) string {
		var out bytes.Buffer
		for i, p := range problems {
			var story any = strings.Split(p.Story, "\n")
			if i%2 == 1 {
				story = p.Story
			}
			json.NewEncoder(&out).Encode(map[string]any{"story": story, "question": p.Question, "label": p.Label, "k_hop": strconv.Itoa(p.Hops)})
		}
		return out.String()
	}},
	{"JSON array", func(problems []plainProblem) string {
		text, _ := json.MarshalIndent(jsonProblems(problems), "", "  ")
		return string(text)
	}},
	{"JSON object", func(problems []plainProblem) string {
		keyed := make(map[string]any)
		for i, p := range jsonProblems(problems) {
			keyed[fmt.Sprintf("%03d", i)] = p // in the order of their keys
		}
		text, _ := json.Marshal(keyed)
		return string(text)
	}},
}

func jsonProblems(problems []plainProblem) []any {
	rows := make([]any, len(problems))
	for i, p := range problems {
		rows[i] = map[string]any{"story": strings.Split(p.Story, "\n"), "question": p.Question, "label": p.Label, "k_hop": p.Hops}
	}
	return rows
}

// TestReadProblemsRoundTrip writes random problems in every form and reads them back.
func TestReadProblemsRoundTrip(t *testing.T) {
	sentence := rapid.Custom(func(t *rapid.T) string {
		return rapid.StringMatching(`[A-Za-z"\\/<é][ -~éüß→]{0,30}[a-z]\.`).Draw(t, "sentence")
	})
	rapid.Check(t, func(t *rapid.T) {
		problems := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) plainProblem {
			return plainProblem{
				Story:    strings.Join(rapid.SliceOfN(sentence, 1, 4).Draw(t, "story"), "\n"),
				Question: rapid.StringMatching(`(What|Is) [ -~é]{0,20}[a-z]\?`).Draw(t, "question"),
				Label:    rapid.StringMatching(`[a-z,é"-]{1,10}`).Draw(t, "label"),
				Hops:     rapid.IntRange(1, 12).Draw(t, "hops"),
			}
		}), 1, 5).Draw(t, "problems")
		for _, form := range forms {
			text := form.write(problems)
			var got []plainProblem
			for p, err := range export.ReadProblems(strings.NewReader(text), form.name) {
				if err != nil {
					t.Fatalf("%v in\n%s", err, text)
				}
				if form.name == "bAbI form" {
					p.Hops = problems[len(got)].Hops
				}
				got = append(got, plainProblem{p.Story, p.Question, p.Label, p.Hops})
				if p.Row != len(got) {
					t.Fatalf("row %d is numbered %d", len(got), p.Row)
				}
			}
			if diff := cmp.Diff(problems, got); diff != "" {
				t.Fatalf("%s (-written +read)\n%s\n%s", form.name, diff, text)
			}
		}
	})
}

// conformanceText returns all problems of the bAbI form that others wrote as one file.
func conformanceText(t testing.TB) []byte {
	t.Helper()
	var all [][]byte
	for _, path := range conformance(t) {
		if !strings.HasSuffix(path, ".txt") {
			continue
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, text)
	}
	return slices.Concat(all...)
}

// BenchmarkReadProblems reads the files that others wrote, in three forms.
func BenchmarkReadProblems(b *testing.B) {
	text := conformanceText(b)
	var problems []plainProblem
	for p, err := range export.ReadProblems(bytes.NewReader(text), "") {
		if err != nil {
			b.Fatal(err)
		}
		problems = append(problems, plainProblem{p.Story, p.Question, p.Label, 1})
	}
	texts := [][]byte{text, []byte(forms[1].write(problems)), []byte(forms[2].write(problems))}
	for i, text := range texts {
		b.Run(forms[i].name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			rows := 0
			for b.Loop() {
				for _, err := range export.ReadProblems(bytes.NewReader(text), "") {
					if err != nil {
						b.Fatal(err)
					}
					rows++
				}
			}
			b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
		})
	}
}

// BenchmarkAudit audits the files that others wrote, as one.
func BenchmarkAudit(b *testing.B) {
	text := conformanceText(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	rows := int64(0)
	for b.Loop() {
		report, err := export.Audit(b.Context(), bytes.NewReader(text), "", export.AuditOptions{Workers: 1}, nil)
		if err != nil || !report.Right() {
			b.Fatal(report, err)
		}
		rows += report.Rows
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
