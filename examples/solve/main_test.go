package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// runSolve runs the command and returns its exit code and what it prints.
func runSolve(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

// testdata is where the goldens are, from wherever a test works.
var testdata, _ = filepath.Abs("testdata")

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join(testdata, name)
	if *update {
		if err := os.MkdirAll(testdata, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got, -update rewrites it):\n%s", path, diff)
	}
}

const (
	story    = "A is left of B. C is above B."
	question = "Where is A relative to C?"
)

// TestWrong holds the message and the exit code of everything that can be wrong with the command line.
func TestWrong(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("prose.txt", []byte("Once upon a time.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		args []string
		code int
		want string
	}{
		{nil, 2, "0 arguments; a text and a question are needed, or -check and files"},
		{[]string{story}, 2, "1 arguments; a text and a question are needed, or -check and files"},
		{[]string{story, question, "3"}, 2, "3 arguments; a text and a question are needed, or -check and files"},
		{[]string{"-size", "3"}, 2, "flag provided but not defined: -size"},
		{[]string{"-reading"}, 2, "flag needs an argument: -reading"},
		{[]string{"-reading", "measured", story, question}, 2, `-reading "measured": aligned, half-plane and unit-step are allowed`},
		{[]string{story, question, "-sharing=maybe"}, 2, `-sharing "maybe": true and false are allowed`},
		{[]string{"-grid", "4", story, question}, 2, `-grid "4": rows and columns such as 4x5 are allowed, 1 to 1048576 each`},
		{[]string{"-grid", "0x4", story, question}, 2, `-grid "0x4": rows and columns such as 4x5 are allowed, 1 to 1048576 each`},
		{[]string{"-grid", "4x9999999", story, question}, 2,
			`-grid "4x9999999": rows and columns such as 4x5 are allowed, 1 to 1048576 each`},
		{[]string{"-style", "bold", story, question}, 2, `-style "bold": simple, grid and panel are allowed`},
		{[]string{"-show", "-1", "-check", "f"}, 2, `-show "-1": a whole number, 0 or more, is allowed`},
		{[]string{"-show", "3", story, question}, 2, "-show is for -check"},
		{[]string{"-workers", "0", "-check", "f"}, 2, `-workers "0": a whole number, 1 or more, is allowed`},
		{[]string{"-check"}, 2, "-check needs the name of a file; - is standard input"},
		{[]string{"-check", "f", "-grid", "4x4"}, 2, "-grid is for a single text, not for -check"},
		{[]string{"-check", "none.txt"}, 2, "open none.txt: no such file or directory"},
		{[]string{"-check", "prose.txt"}, 2, "export: prose.txt:1:1: unknown form: no line is a numbered sentence or a JSON row; " +
			"JSON lines, a JSON array or object of rows, and the bAbI form are read"},
		{[]string{"-grid", "1x1", story, question}, 1, "qa: the text contradicts itself: layout: 3 objects in a grid of 1 rows and 1 " +
			"columns, which has 1 cells, and no two may share one"},
		{[]string{"A is left of B. B is flarp C.", question}, 2, ""},
		{[]string{story, "Where is A relative to X?"}, 2, ""},
	} {
		code, stdout, stderr := runSolve(t, "", test.args...)
		message, _, _ := strings.Cut(stderr, "\n")
		if code != test.code || stdout != "" || !strings.HasPrefix(message, "solve: ") || test.want != "" && message != "solve: "+test.want {
			t.Errorf("solve %q: exit code %d, want %d\ngot  %s\nwant solve: %s\n%s", test.args, code, test.code, message, test.want, stdout)
		}
	}
}

func TestHelp(t *testing.T) {
	for _, flag := range []string{"-help", "-h", "--help"} {
		code, stdout, stderr := runSolve(t, "", flag)
		if code != exitOK || stderr != "" {
			t.Errorf("%s: exit code %d, %s", flag, code, stderr)
		}
		golden(t, "help.golden", stdout)
	}
}

// TestSolve prints what follows, what is open and what clashes.
func TestSolve(t *testing.T) {
	for _, test := range []struct {
		name string
		code int
		args []string
	}{
		{"known", 0, []string{story, question}},
		{"open", 0, []string{"A is above B. C is above B.", question}},
		{"truth", 0, []string{"A is above B. B is above C.", "Is A above C?", "-style", "panel"}},
		{"truth-open", 0, []string{"A is above B. C is above B.", "Is A above C?"}},
		{"steps", 0, []string{"-reading", "unit-step", "-sharing", "A is above B. B is below C.", question}},
		{"route", 0, []string{"-reading", "unit-step", "-sharing", "The shed is north of the barn. The pond is west of the barn.",
			"How do you go from the shed to the pond?"}},
		{"grid", 0, []string{"-grid", "3x1", "A is above B. C is below B.", question, "-style=simple"}},
		{"clash", 1, []string{"A is above B. C is left of A. B is above A.", question}},
	} {
		code, stdout, stderr := runSolve(t, "", test.args...)
		if code != test.code || stderr != "" {
			t.Errorf("%s: exit code %d, %s", test.name, code, stderr)
		}
		golden(t, test.name+".golden", stdout)
		code, stdout, stderr = runSolve(t, "", append([]string{"-json"}, test.args...)...)
		var value map[string]any
		if err := json.Unmarshal([]byte(stdout), &value); err != nil || code != test.code || stderr != "" || strings.Count(stdout, "\n") != 1 {
			t.Errorf("%s: exit code %d, %s, %v:\n%s", test.name, code, stderr, err, stdout)
		}
		golden(t, test.name+".json.golden", stdout)
	}
}

// TestSolveStdin reads the text from standard input.
func TestSolveStdin(t *testing.T) {
	_, want, _ := runSolve(t, "", story, question)
	if code, stdout, stderr := runSolve(t, strings.ReplaceAll(story, ". ", ".\n")+"\n", "-", question); code != 0 || stdout != want || stderr != "" {
		t.Errorf("exit code %d, %s\n%s", code, stderr, stdout)
	}
	if code, _, stderr := runSolve(t, strings.Repeat(story+"\n", 100_000), "-", question); code != 2 || !strings.Contains(stderr, "too long") {
		t.Errorf("exit code %d, %s", code, stderr)
	}
}

// dataSets are small files of every form, with all that can be wrong with a row.
var dataSets = map[string]string{
	"good.txt": "1 The shed is north of the barn.\n2 The pond is west of the barn.\n3 How do you go from the shed to the pond?\ts,w\t1 2\n" +
		"1 The shed is north of the barn.\n2 The pond is west of the barn.\n3 What is north of the barn?\tshed\t1\n",
	"bad.txt": "1 A is left of B.\n2 C is above B.\n3 What is the relation of the agent A to the agent C?\tlower-left\t1\n" +
		"1 A is left of B.\n2 C is above B.\n3 What is the relation of the agent A to the agent C?\tlower-right\t1\n" +
		"1 A is left of B.\n2 C is above D.\n3 What is the relation of the agent A to the agent C?\tleft\t1\n" +
		"1 A is left of B.\n2 B is left of A.\n3 What is the relation of the agent A to the agent B?\tleft\t1\n" +
		"1 A is left of B.\n2 Q is flarp V.\n3 What is the relation of the agent A to the agent B?\tleft\t1\n" +
		"1 A is left of B.\n3 What is the relation of the agent A to the agent B?\tleft\t1\n",
	"babi17.txt": "1 The red box is above the cup.\n2 The cup is to the left of the pan.\n3 Is the red box above the pan?\tyes\t1 2\n" +
		"4 Is the red box to the left of the pan?\tyes\t1\n5 Is the pan above the red box?\tyes\t1 2\n",
	"rows.jsonl": `{"description": "A is left of B.", "query_relation": "Where is A relative to B?", "label": "left", "ascii": {"simple": "B  A"}, "id": "t-1"}` +
		"\n" + `{"story": ["A is left of B."], "question": "What is the relation of the agent B to the agent A?", "label": "right", "k_hop": "1"}` + "\n",
	"empty.txt": "",
}

func writeDataSets(t *testing.T) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, content := range dataSets {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// TestCheck audits the small files, in words and in JSON.
func TestCheck(t *testing.T) {
	writeDataSets(t)
	for _, test := range []struct {
		name string
		code int
		args []string
	}{
		{"check-good", 0, []string{"good.txt", "rows.jsonl", "empty.txt"}},
		{"check-bad", 1, []string{"good.txt", "bad.txt", "babi17.txt"}},
		{"check-few", 1, []string{"bad.txt", "-show", "1"}},
		{"check-none", 1, []string{"-show=0", "bad.txt"}},
		{"check-reading", 1, []string{"bad.txt", "-reading", "half-plane", "-show", "3"}},
	} {
		for _, workers := range []string{"1", "3"} {
			code, stdout, stderr := runSolve(t, "", append([]string{"-check", "-workers", workers}, test.args...)...)
			if code != test.code || stderr != "" {
				t.Errorf("%s: exit code %d, %s", test.name, code, stderr)
			}
			golden(t, test.name+".golden", stdout)
		}
		code, stdout, stderr := runSolve(t, "", append([]string{"-check", "-json"}, test.args...)...)
		if code != test.code || stderr != "" {
			t.Errorf("%s: exit code %d, %s", test.name, code, stderr)
		}
		for line := range strings.Lines(stdout) {
			var value struct{ Type, File string }
			if err := json.Unmarshal([]byte(line), &value); err != nil || value.Type != "finding" && value.Type != "report" || value.File == "" {
				t.Errorf("%s: %v in %s", test.name, err, line)
			}
		}
		golden(t, test.name+".json.golden", stdout)
	}
}

// TestCheckOthers: a file that cannot be read does not keep the others from being audited, and outweighs wrong labels.
func TestCheckOthers(t *testing.T) {
	writeDataSets(t)
	code, stdout, stderr := runSolve(t, dataSets["good.txt"], "-check", "none.txt", "bad.txt", "-")
	if code != exitUsage || !strings.Contains(stderr, "none.txt") || !strings.Contains(stdout, "bad.txt: stepgame: 6 rows") ||
		!strings.Contains(stdout, "standard input: babi-19, babi-4: 2 rows, 2 follow") {
		t.Errorf("exit code %d, %s\n%s", code, stderr, stdout)
	}
	for _, name := range []string{"good.txt", "bad.txt"} {
		want, _, _ := runSolve(t, "", "-check", name)
		if code, _, _ := runSolve(t, dataSets[name], "-check", "-"); code != want {
			t.Errorf("%s from standard input: exit code %d; want %d", name, code, want)
		}
	}
}

// TestInterrupt: Ctrl-C ends an audit.
func TestInterrupt(t *testing.T) {
	writeDataSets(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var out, errs bytes.Buffer
	if code := run(ctx, []string{"-check", "good.txt"}, nil, &out, &errs); code != exitInterrupted || errs.String() != "solve: interrupted\n" {
		t.Errorf("exit code %d, %s%s", code, errs.String(), out.String())
	}
}
