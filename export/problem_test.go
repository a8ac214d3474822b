package export_test

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/export"
)

// read reads problems and says of every one, a line each, what was read, and of every error its row, place and fault.
func read(text string) string {
	var out strings.Builder
	for p, err := range export.ReadProblems(strings.NewReader(text), "f") {
		var fault *export.ProblemError
		switch {
		case errors.As(err, &fault):
			fmt.Fprintf(&out, "row %d at %d:%d %v\n", fault.Row, fault.Line, fault.Col, fault.Fault)
		case err != nil:
			fmt.Fprintf(&out, "%v\n", err)
		default:
			fmt.Fprintf(&out, "row %d at %d %v: %s? %q -> %s", p.Row, p.Line, p.Format, strings.ReplaceAll(p.Story, "\n", "|"), p.Question, p.Label)
			if p.Support != nil {
				fmt.Fprint(&out, " by ", p.Support)
			}
			if p.Hops > 0 {
				fmt.Fprint(&out, " hops ", p.Hops)
			}
			if p.ID != "" {
				fmt.Fprint(&out, " id ", p.ID)
			}
			fmt.Fprintln(&out)
		}
	}
	return out.String()
}

// TestReadProblems spells out what is read, and what is wrong with what is not.
func TestReadProblems(t *testing.T) {
	const (
		rel   = "What is the relation of the agent A to the agent B?"
		story = "1 A is left of B.\n2 B is left of C.\n"
	)
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", ""},
		{"blank", " \r\n\n", ""},
		{"prose", "Once upon a time\nthere was a file.\n", "row 0 at 1:1 unknown form\n"},
		{"binary", "PAR1\x00\x15\x04", "row 0 at 1:1 unknown form\n"},
		{"stepgame", story + "3 " + rel + "\tleft\t1\n",
			"row 1 at 3 stepgame: A is left of B.|B is left of C.? \"" + rel + "\" -> left by [1]\n"},
		{"no end of line, CRLF, blank lines", "1 A is left of B.\r\n\r\n2 " + rel + "\tleft\t1",
			"row 1 at 3 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n"},
		{"byte order mark", "\ufeff1 A is left of B.\n2 " + rel + "\tleft\t1",
			"row 1 at 2 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n"},
		{"several questions, facts between", "1 The bed is above the box.\n2 Is the bed above the box?\tyes\t1\n3 The box is above the cup.\n" +
			"4 Is the bed above the cup?\tyes\t1 3\n1 The cup is above the bed.\n2 Is the bed above the cup?\tno\t1\n",
			"row 1 at 2 babi-17: The bed is above the box.? \"Is the bed above the box?\" -> yes by [1]\n" +
				"row 2 at 4 babi-17: The bed is above the box.|The box is above the cup.? \"Is the bed above the cup?\" -> yes by [1 3]\n" +
				"row 3 at 6 babi-17: The cup is above the bed.? \"Is the bed above the cup?\" -> no by [1]\n"},
		{"babi 4 and 19", "1 The shed is north of the barn.\n2 What is north of the barn?\tshed\t1\n3 What is the shed north of?\tbarn\t1\n" +
			"4 How do you go from the shed to the barn?\ts\t1\n",
			"row 1 at 2 babi-4: The shed is north of the barn.? \"What is north of the barn?\" -> shed by [1]\n" +
				"row 2 at 3 babi-4: The shed is north of the barn.? \"What is the shed north of?\" -> barn by [1]\n" +
				"row 3 at 4 babi-19: The shed is north of the barn.? \"How do you go from the shed to the barn?\" -> s by [1]\n"},
		{"no column of support anywhere", "1 A is left of B.\n2 " + rel + "\tleft\n1 B is left of A.\n2 " + rel + "\tright\n",
			"row 1 at 2 stepgame: A is left of B.? \"" + rel + "\" -> left\n" +
				"row 2 at 4 stepgame: B is left of A.? \"" + rel + "\" -> right\n"},

		{"a line lost", "1 A is left of B.\n3 " + rel + "\tleft\t1\n", "row 1 at 2:1 gap in numbers\n"},
		{"a first line lost", "2 " + rel + "\tleft\t1\n1 A is left of B.\n2 " + rel + "\tleft\t1\n",
			"row 1 at 1:1 gap in numbers\nrow 2 at 3 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n"},
		{"a question lost", "1 A is left of B.\n1 A is left of B.\n2 " + rel + "\tleft\t1\n",
			"row 1 at 2:1 no question\nrow 2 at 3 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n"},
		{"the last question lost", "1 A is left of B.\n2 " + rel + "\tleft\t1\n1 A is left of B.\n",
			"row 1 at 2 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\nrow 2 at 4:1 no question\n"},
		{"a number lost", "1 A is left of B.\n2 " + rel + "\tleft\t1\nA is left of B.\n2 " + rel + "\tleft\t1\n",
			"row 1 at 2 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\nrow 2 at 3:1 bad number\n"},
		{"a sentence cut", "1 A is left\n2 " + rel + "\tleft\t1\n", "row 1 at 1:12 cut sentence\n"},
		{"a sentence cut after its number", "1\n2 " + rel + "\tleft\t1\n", "row 1 at 1:2 cut sentence\n"},
		{"a number cut", "1 A is left of B.\n2 B is left of C.\n1\n4 " + rel + "\tleft\t1\n", "row 1 at 3:2 cut sentence\n"},
		{"a question cut", "1 A is left of B.\n2 What is the rel\n1 A is left of B.\n2 " + rel + "\tleft\t1\n",
			"row 1 at 2:18 no label\nrow 2 at 4 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n"},
		{"no tab", "1 A is left of B.\n2 " + rel + " left 1\n1 A is left of B.\n2 " + rel + "\n",
			"row 1 at 2:61 no label\nrow 2 at 4:54 no label\n"},
		{"no label", "1 A is left of B.\n2 " + rel + "\t\t1\n", "row 1 at 2:55 no label\n"},
		{"support missing", "1 A is left of B.\n2 " + rel + "\tleft\n3 " + rel + "\tleft\t1\n4 " + rel + "\tleft\t1\n",
			"row 1 at 2:59 bad support\n" +
				"row 2 at 3 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n" +
				"row 3 at 4 stepgame: A is left of B.? \"" + rel + "\" -> left by [1]\n"},
		{"support empty", "1 A is left of B.\n2 " + rel + "\tleft\t\n", "row 1 at 2:60 bad support\n"},
		{"support of a question", "1 A is left of B.\n2 " + rel + "\tleft\t2\n", "row 1 at 2:60 bad support\n"},
		{"support in words", "1 A is left of B.\n2 " + rel + "\tleft\tone\n", "row 1 at 2:60 bad support\n"},
		{"columns", "1 A is left of B.\n2 " + rel + "\tleft\t1\t1\n", "row 1 at 2:55 bad columns\n"},
		{"damage is told once a row", "1 A is left\n2 B\n4 " + rel + "\t\n5 " + rel + "\tleft\t1\n", "row 1 at 1:12 cut sentence\nrow 2 at 4 stepgame: A is left|B? \"" + rel + "\" -> left by [1]\n"},

		{"lines", `{"story": ["A is left of B.", " B is left of C. "], "question": "` + rel + `", "label": "left", "k_hop": "2"}` + "\n\n" +
			`{"k_hop": 1, "label": "left", "question": "` + rel + `", "story": "A is left of B.", "more": [{}, null, 1.5e3, true]}`,
			"row 1 at 1 stepgame: A is left of B.|B is left of C.? \"" + rel + "\" -> left hops 2\n" +
				"row 2 at 3 stepgame: A is left of B.? \"" + rel + "\" -> left hops 1\n"},
		{"babi lines", `{"story": ["The box is above the bed.", "The bed is above the cup."], "question": "Is the box above the cup?", "answer": "yes", "support": [1, 2]}` +
			"\n" + `{"story": ["The box is above the bed."], "question": "Is the box above the bed?", "answer": "yes", "support": [2]}` +
			"\n" + `{"story": [], "question": "Is the box above the bed?", "answer": "yes", "support": "1"}`,
			"row 1 at 1 babi-17: The box is above the bed.|The bed is above the cup.? \"Is the box above the cup?\" -> yes by [1 2]\n" +
				"row 2 at 2:112 bad support\nrow 3 at 3:84 wrong type\n"},
		{"text2space", `{"description": "A is left of B.", "query_relation": "Where is A relative to B?", "label": "left", "id": "x-1", ` +
			`"ascii": {"simple": "A  B", "other": 1}}`,
			"row 1 at 1 text2space: A is left of B.? \"Where is A relative to B?\" -> left id x-1\n"},
		{"escapes", `{"story": ["A is \u0061bove \"B\".\n"], "question": "Q\t?", "label": "above"}`,
			"row 1 at 1 other: A is above \"B\".? \"Q\\t?\" -> above\n"},
		{"array", "[\n {\"story\": [\"A is left of B.\"], \"question\": \"" + rel + "\", \"label\": \"left\"},\n\n {\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}]\n",
			"row 1 at 2 stepgame: A is left of B.? \"" + rel + "\" -> left\nrow 2 at 4 babi-17: ? \"Is A above B?\" -> no\n"},
		{"object", `{"0": {"story": ["A is left of B."], "question": "` + rel + `", "label": "left"},` + "\n" +
			`"1": {"story": ["B is left of A."], "question": "` + rel + `", "label": "right"}}`,
			"row 1 at 1 stepgame: A is left of B.? \"" + rel + "\" -> left id 0\n" +
				"row 2 at 2 stepgame: B is left of A.? \"" + rel + "\" -> right id 1\n"},
		{"empty array", "[]", ""},
		{"empty object is a line", "{}", "row 1 at 1:1 missing field\n"},

		{"a line cut within", `{"story": ["A is left of B."], "quest` + "\n" + `{"story": [], "question": "Is A above B?", "label": "no"}`,
			"row 1 at 1:38 bad JSON\nrow 2 at 2 babi-17: ? \"Is A above B?\" -> no\n"},
		{"two rows a line", `{"story": [], "question": "Is A above B?", "label": "no"} {"story": []}`, "row 1 at 1:59 bad JSON\n"},
		{"not JSON", `{"story": [], question: "Is A above B?"}`, "row 1 at 1:15 bad JSON\n"},
		{"missing", `{"story": [], "question": "Is A above B?"}` + "\n" + `{"story": [], "label": "no"}` + "\n" +
			`{"question": "Is A above B?", "label": "no"}` + "\n" + `{"description": "", "label": "left"}` + "\n" +
			`{"query_relation": "", "label": "left"}`,
			"row 1 at 1:1 missing field\nrow 2 at 2:1 missing field\nrow 3 at 3:1 missing field\nrow 4 at 4:1 missing field\nrow 5 at 5:1 missing field\n"},
		{"types", `{"story": 5, "question": "Is A above B?", "label": "no"}` + "\n" + `{"story": [1], "question": "Is A above B?", "label": "no"}` +
			"\n" + `{"story": [], "question": null, "label": "no"}` + "\n" + `{"story": [], "question": "Is A above B?", "label": ["no"]}` +
			"\n" + `{"story": [], "question": "Is A above B?", "label": "no", "k_hop": "two"}` + "\n" + `[]` + "\n" +
			`{"story": [], "question": "Is A above B?", "label": "no", "ascii": []}` + "\n" +
			`{"story": [], "question": "Is A above B?", "label": ""}`,
			"row 1 at 1:11 wrong type\nrow 2 at 2:12 wrong type\nrow 3 at 3:27 wrong type\nrow 4 at 4:53 wrong type\n" +
				"row 5 at 5:68 wrong type\nrow 6 at 6:1 wrong type\nrow 7 at 7:68 wrong type\nrow 8 at 8:53 no label\n"},
		{"an object's row cut", `{"0": {"story": ["A is left of B."], "question": "` + rel + `", "label": "left"}, "1": {"story": ["A is le, ` +
			`"2": {"story": ["B is left of A."], "question": "` + rel + `", "label": "right"}}`,
			"row 1 at 1 stepgame: A is left of B.? \"" + rel + "\" -> left id 0\nrow 2 at 1:150 bad JSON\n" +
				"row 3 at 1 stepgame: B is left of A.? \"" + rel + "\" -> right id 2\n"},
		{"an array's row cut", "[{\"story\": [\"A is left of B.\n,{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"},\n7]",
			"row 1 at 1:29 bad JSON\nrow 2 at 2 babi-17: ? \"Is A above B?\" -> no\nrow 3 at 3:1 wrong type\n"},
		{"an array's end cut", "[{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}",
			"row 1 at 1 babi-17: ? \"Is A above B?\" -> no\nrow 0 at 1:59 bad JSON\n"},
		{"an array's last row cut", "[{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}, {\"sto",
			"row 1 at 1 babi-17: ? \"Is A above B?\" -> no\nrow 2 at 1:66 bad JSON\n"},
		{"after the array", "[] []", "row 0 at 1:4 bad JSON\n"},
		{"no comma", "[{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"} {\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}]",
			"row 1 at 1 babi-17: ? \"Is A above B?\" -> no\nrow 0 at 1:60 bad JSON\nrow 2 at 1 babi-17: ? \"Is A above B?\" -> no\n"},
		{"deep", `{"story": ` + strings.Repeat("[", 100) + strings.Repeat("]", 100) + `}`, "row 1 at 1:74 bad JSON\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(test.text)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// TestReadProblemsDrawing: the drawing is there to be compared with.
func TestReadProblemsDrawing(t *testing.T) {
	const row = `{"description": "A is left of B.", "query_relation": "Where is A relative to B?", "label": "left",
"ascii": {"simple": "A  B", "grid": "g", "panel": "p"}}`
	for p, err := range export.ReadProblems(strings.NewReader(strings.ReplaceAll(row, "\n", " ")), "f") {
		if want := (export.ASCIIDrawing{Simple: "A  B", Grid: "g", Panel: "p"}); err != nil || p.Drawing != want {
			t.Errorf("%+v, %v", p.Drawing, err)
		}
	}
}

// TestReadProblemsLimits: what is too long is told, and reading goes on.
func TestReadProblemsLimits(t *testing.T) {
	long := strings.Repeat("x", export.MaxProblem)
	const asked = "2 Is A above B?\tno\t1\n"
	const read17 = "babi-17: A is left of B.? \"Is A above B?\" -> no by [1]\n"
	for _, test := range []struct{ name, text, want string }{
		{"line", "1 A is left of B.\n2 " + long + ".\n3 Is A above B?\tno\t1\n1 A is left of B.\n" + asked,
			"row 1 at 2:1 too long\nrow 2 at 5 " + read17},
		{"story", "1 A is left of B.\n2 " + long[:len(long)-20] + ".\n3 A is left of B.\n4 Is A above B?\tno\t1\n1 A is left of B.\n" + asked,
			"row 1 at 3:1 too long\nrow 2 at 6 " + read17},
		{"JSON line", "{\"label\": \"no\"}\n{\"story\": \"" + long + "\"}\n{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}\n",
			"row 1 at 1:1 missing field\nrow 2 at 2:1 too long\nrow 3 at 3 babi-17: ? \"Is A above B?\" -> no\n"},
		{"JSON row", "[{\"story\": \"" + long + "\"}\n,{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}]",
			"row 1 at 1:2 too long\nrow 2 at 2 babi-17: ? \"Is A above B?\" -> no\n"},
	} {
		if diff := cmp.Diff(test.want, read(test.text)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

// TestReadProblemsFailing: an error of the reader comes once and last, wherever it strikes.
func TestReadProblemsFailing(t *testing.T) {
	const text = "1 A is left of B.\n2 Is A above B?\tno\t1\n"
	for _, text := range []string{
		strings.Repeat(text, 10_000), strings.Repeat("{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}\n", 10_000),
		"[" + strings.Repeat("{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"},\n", 10_000), "",
	} {
		broken := errors.New("the cable is out")
		var last error
		rows := 0
		for p, err := range export.ReadProblems(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), "f") {
			if last != nil {
				t.Errorf("%v, %v after %v", p, err, last)
			}
			if last = err; err == nil {
				rows++
			}
		}
		if want := min(len(text), 10_000); !errors.Is(last, broken) || rows != want {
			t.Errorf("%.20q: %d rows, then %v; want %d", text, rows, last, want)
		}
	}
}

// TestReadProblemsStops: who has seen enough is not called again.
func TestReadProblemsStops(t *testing.T) {
	for _, text := range []string{
		"1 A is left of B.\n2 Is A above B?\tno\t1\n3 Is A above B?\t\n1 Is A\n1 Is\n", "{}\n{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"}\n{\n",
		"[{\"story\": [], \"question\": \"Is A above B?\", \"label\": \"no\"} 7 {\"a\": b, 8",
	} {
		total := strings.Count(read(text), "\n")
		for n := 1; n <= total; n++ {
			got := 0
			for range export.ReadProblems(strings.NewReader(text), "f") {
				if got++; got == n {
					break
				}
			}
			if got != n {
				t.Errorf("%q: %d of %d", text, got, n)
			}
		}
	}
}

// conformance returns the paths of the data sets that nobody here wrote.
func conformance(t testing.TB) []string {
	t.Helper()
	var paths []string
	for _, pattern := range []string{"*/*.txt", "*/*/*.txt", "*/*.jsonl"} {
		found, err := filepath.Glob(filepath.Join("../../shared/conformance", pattern))
		if err != nil {
			t.Fatal(err)
		}
		paths = append(paths, found...)
	}
	if len(paths) == 0 {
		t.Skip("../../shared/conformance is absent")
	}
	return paths
}

// TestReadConformance counts what is known to be there; every byte is read one way however it arrives.
func TestReadConformance(t *testing.T) {
	got := make(map[string]int)
	for _, path := range conformance(t) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for p, err := range export.ReadProblems(iotest.HalfReader(strings.NewReader(string(text))), path) {
			if err != nil {
				t.Fatal(err)
			}
			got[p.Format.String()]++
		}
	}
	want := map[string]int{"text2space": 55, "stepgame": 11350, "babi-4": 300, "babi-17": 296, "babi-19": 300}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// FuzzReadProblems: anything is read without a panic and in bounded time, rows and lines count up, and an error of the
// whole file comes last.
func FuzzReadProblems(f *testing.F) {
	const row = `{"story": ["A is left of B."], "question": "What is the relation of the agent A to the agent B?", "label": "left", "k_hop": "1"}`
	for _, text := range []string{
		"1 A is left of B.\n2 Is A above B?\tno\t1\n3 B is left\n1 C\n7 What is north of A?\tB\t1 2\n\n", row + "\n" + row[:40] + "\n" + row,
		"[" + row + ",\n" + row[:50] + "," + row + "]", `{"0": ` + row + `, "1": ` + row[:60] + `, "2":` + row + `}`,
		`{"description": "A is left of B.", "query_relation": "Where is A relative to B?", "label": "left", "ascii": {"grid": "x"}}`,
		"\ufeff[", "{\"1", "1 \t\n", "9999999999 A.\n", "{\"a\":\"\\u00e\"}",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, line := 0, 0
		var last *export.ProblemError
		for p, err := range export.ReadProblems(strings.NewReader(text), "f") {
			if last != nil && last.Fault == export.FaultUnknownForm {
				t.Fatalf("%v, %v after %v", p, err, last)
			}
			var fault *export.ProblemError
			switch {
			case errors.As(err, &fault):
				if last = fault; fault.Fault == export.NoFault || fault.Line < 1 || fault.Col < 1 || fault.Detail == "" {
					t.Fatalf("%+v", fault)
				}
				if fault.Row != 0 {
					if rows++; fault.Row != rows {
						t.Fatalf("row %d; want %d", fault.Row, rows)
					}
				}
			case err != nil:
				t.Fatalf("%T", err)
			default:
				if rows++; p.Row != rows || p.Line < line || p.Label == "" {
					t.Fatalf("row %d at line %d after line %d: %+v", rows, p.Line, line, p)
				}
				line = p.Line
				if n := strings.Count(p.Story, "\n") + 1; p.Story != "" && n != len(p.Sentences) && p.Format != export.ProblemText2Space &&
					strings.HasPrefix(strings.TrimLeft(text, "\ufeff"), "1") {
					t.Fatalf("%d lines, %d sentences", n, len(p.Sentences))
				}
			}
		}
	})
}
