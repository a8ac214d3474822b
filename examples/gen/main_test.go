package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// asCommand is the environment variable that makes the test binary the command itself.
const asCommand = "GRIDSCRIBE_TEST_GEN"

func TestMain(m *testing.M) {
	if os.Getenv(asCommand) != "" {
		main()
	}
	os.Exit(m.Run())
}

// gen runs the command and returns its exit code and what it prints.
func gen(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(context.Background(), args, &out, &errs)
	return code, out.String(), errs.String()
}

// mustGen runs the command, which must succeed.
func mustGen(t *testing.T, args ...string) (stdout, stderr string) {
	t.Helper()
	code, stdout, stderr := gen(t, args...)
	if code != exitOK {
		t.Fatalf("gen %q: exit code %d\n%s", args, code, stderr)
	}
	return stdout, stderr
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

// TestWrong holds the message and the exit code of everything that can be wrong with the command line.
func TestWrong(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{
		"unknown.json": `{"size": 3}`, "broken.json": `{"seed": `, "list.json": `[1]`, "wrong.json": `{"seed": "a"}`,
		"two.json": `{} {}`, "negative.json": `{"records": -1}`, "many.json": `{"objects": [{"objects": 300, "weight": 1}]}`,
		"file": "", "full/note": "",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	const forms = "draw, describe, answer, read, draw+answer, text+read, two-turn, two-turn-gold and ask are allowed, " +
		"or their letters A to H"
	const invalid = "gridscribe: invalid config: "
	for _, test := range []struct {
		args string // set apart by blanks
		code int
		want string
	}{
		{"-size 3", 2, "flag provided but not defined: -size"},
		{"-n", 2, "flag needs an argument: -n"},
		{"stray", 2, `argument "stray" is not a flag; flags start with -`},
		{"-n 3 stray -seed 1", 2, `argument "stray" is not a flag; flags start with -`},
		{"-n many", 2, `-n "many": a whole number, 0 or more, is allowed`},
		{"-n 1.5", 2, `-n "1.5": a whole number, 0 or more, is allowed`},
		{"-n -5", 2, `-n "-5": a whole number, 0 or more, is allowed`},
		{"-n 9223372036854775808", 2, `-n "9223372036854775808": a whole number, 0 or more, is allowed`},
		{"-n 1 -n x", 2, `-n "x": a whole number, 0 or more, is allowed`},
		{"-seed -1", 2, `-seed "-1": a whole number, 0 to 18446744073709551615, is allowed`},
		{"-workers 0", 2, `-workers "0": a whole number, 1 or more, is allowed`},
		{"-workers two", 2, `-workers "two": a whole number, 1 or more, is allowed`},
		{"-preview -1", 2, `-preview "-1": a whole number, 0 or more, is allowed`},
		{"-quiet=maybe", 2, `invalid boolean value "maybe" for -quiet: true and false are allowed`},
		{"-preset big", 2, `-preset: gridscribe: preset "big"; text2space, stepgame, stepgame-noise, babi17, babi19, curriculum are allowed`},
		{"-format csv", 2, `-format: export: format "csv"; parquet, jsonl, txt, jsonl.gz and jsonl.zst are allowed`},
		{"-style bold", 2, `-style: scene: style "bold"; it must be simple, grid or panel`},
		{"-form Z", 2, `-form: export: form "Z"; ` + forms},
		{"-form A -view table", 2, "-view: export: view \"table\"; text2space, messages, prompt, text, stepgame, babi, native, prompt-chat, " +
			"grpo, verl, openai, sharegpt, alpaca, nemo-gym, lm-eval and inspect are allowed"},
		{"-view messages", 2, "-view messages needs a -form (see -list)"},
		{"-view text", 2, "-view text needs a -form (see -list)"},
		{"-view text2space -form draw", 2, "-view text2space has no form; leave out -form, or use a view that has one (see -list)"},
		{"-objects 1", 2, `-objects "1": "1"; a whole number, 2 to 256, is allowed`},
		{"-objects 3,300:2", 2, `-objects "3,300:2": "300"; a whole number, 2 to 256, is allowed`},
		{"-objects three", 2, `-objects "three": "three"; a whole number, 2 to 256, is allowed`},
		{"-objects 3:x", 2, `-objects "3:x": weight "x"; a whole number, 0 or more, is allowed`},
		{"-objects 3:", 2, `-objects "3:": weight ""; a whole number, 0 or more, is allowed`},
		{"-objects 3:-1", 2, `-objects "3:-1": weight "-1"; a whole number, 0 or more, is allowed`},
		{"-objects 3,", 2, `-objects "3,": an empty value; a list such as a:2,b is allowed`},
		{"-objects :2", 2, `-objects ":2": an empty value; a list such as a:2,b is allowed`},
		{"-objects 3:1000001", 2, invalid + "objects[0].weight is 1000001; 0 to 1000000 are allowed"},
		{"-objects 3,3", 2, invalid + "objects[1].objects is 3, which stands there already; each number once"},
		{"-objects 3:0,4:0", 2, invalid + "objects has no weight above 0; at least one number of objects is needed"},
		{"-facts 0-3", 2, `-facts "0-3": a range such as 1-12 is allowed, from 1 or more`},
		{"-facts 5-2", 2, `-facts "5-2": a range such as 1-12 is allowed, from 1 or more`},
		{"-facts 1-", 2, `-facts "1-": a range such as 1-12 is allowed, from 1 or more`},
		{"-facts all", 2, `-facts "all": a range such as 1-12 is allowed, from 1 or more`},
		{"-layouts both", 2, `-layouts "both": "both"; unique, ambiguous are allowed`},
		{"-layouts unique,unique", 2, `-layouts "unique,unique": "unique"; each value is allowed once`},
		{"-layouts unique:0", 2, invalid + "layouts has no weight above 0; at least one is needed"},
		{"-evidence hearsay:2", 2, `-evidence "hearsay:2": "hearsay"; direct, inferred are allowed`},
		{"-questions who", 2, `-questions "who": "who"; full, vertical, horizontal are allowed`},
		{"-questions full:0,vertical:0", 2, invalid + "questions has no weight above 0; at least one is needed"},
		{"-vocabularies klingon", 2, `-vocabularies "klingon": "klingon"; spatial, cardinal, clock and mixtures such as ` +
			"spatial+clock are allowed"},
		{"-vocabularies clock+spatial", 2, `-vocabularies "clock+spatial": "clock+spatial"; spatial, cardinal, clock and ` +
			"mixtures such as spatial+clock are allowed"},
		{"-vocabularies clock,clock", 2, invalid + "vocabularies[1].vocabulary is clock, which stands there already; " +
			"each mixture once"},
		{"-vocabularies clock:0", 2, invalid + "vocabularies has no weight above 0; at least one mixture is needed"},
		{"-splits my-split", 2, `-splits "my-split": export: split "my-split"; letters, digits and underscores are allowed`},
		{"-splits a,a", 2, `-splits "a,a": export: split "a" stands twice`},
		{"-splits a:0", 2, `-splits "a:0": export: split "a" has weight 0; 1 to 1000000 are allowed`},
		{"-splits a:b", 2, `-splits "a:b": weight "b"; a whole number, 0 or more, is allowed`},
		{"-hops 3", 2, invalid + "objects is set and so is hops; a corpus goes by one of them: leave out objects, or start " +
			"from a preset with hops such as stepgame"},
		{"-preset stepgame -hops 0", 2, `-hops "0": "0"; a whole number or a range, 1 to 255, is allowed`},
		{"-preset stepgame -hops 3-2", 2, `-hops "3-2": "3-2"; a whole number or a range, 1 to 255, is allowed`},
		{"-preset stepgame -hops 300", 2, `-hops "300": "300"; a whole number or a range, 1 to 255, is allowed`},
		{"-preset stepgame -hops 3,2-4", 2, invalid + "hops[2].hops is 3, which stands there already; each number once"},
		{"-preset stepgame -objects 5", 2, invalid + "objects is set and so is hops; a corpus goes by one of them: leave out " +
			"objects, or start from a preset with hops such as stepgame"},
		{"-preset babi17 -hops 30", 2, invalid + "hops: 30 hops take 31 objects; with names shapes, 16 are allowed"},
		{"-preset stepgame -distractors cats:3", 2, `-distractors "cats:3": "cats"; disconnected, branch, redundant and useless ` +
			"are allowed, or none"},
		{"-preset stepgame -distractors branch", 2, `-distractors "branch": "branch"; a number must follow, as in branch:2 or ` +
			"branch:1-3"},
		{"-preset stepgame -distractors branch:3-1", 2, `-distractors "branch:3-1": "branch:3-1"; a number or a range such as ` +
			"1-3 is allowed, from 0 or more"},
		{"-distractors branch:1", 2, invalid + "distractors are {Disconnected:{Min:0 Max:0} Branch:{Min:1 Max:1} " +
			"Redundant:{Min:0 Max:0} Useless:{Min:0 Max:0}}; without hops none are allowed"},
		{"-family riddle", 2, invalid + `families[0].family is "riddle"; without hops, direction, multihop, choose, truth, ` +
			"possible, arrange are allowed"},
		{"-preset stepgame -family choose", 2, invalid + `families[0].family is "choose"; with hops, direction, truth, path ` +
			"are allowed"},
		{"-preset stepgame -family path", 2, invalid + "straight is false, but the family path needs true: a way has no " +
			"diagonal steps"},
		{"-reading upside-down", 2, `-reading "upside-down": aligned, half-plane and unit-step are allowed`},
		{"-reading unit-step", 2, invalid + "reading is unit-step; without hops only aligned is allowed"},
		{"-sharing perhaps", 2, `-sharing "perhaps": true and false are allowed`},
		{"-sharing true", 2, invalid + "sharing is true; without hops only false is allowed"},
		{"-names numbers", 2, `-names "numbers": ordered, letters, shapes and places are allowed`},
		{"-phrasing odd", 2, `-phrasing "odd": canonical, variant and benchmark are allowed`},
		{"-preset stepgame -form draw", 2, "export: form draw draws, and this corpus cannot be drawn: objects share cells, and " +
			"a cell shows one name (sharing); use the views stepgame, babi or the form answer"},
		{"-preset stepgame -view text2space", 2, "export: view text2space draws, and this corpus cannot be drawn: objects " +
			"share cells, and a cell shows one name (sharing); use the views stepgame, babi or the form answer"},
		{"-family truth -form read", 2, "export: form read shows a drawing, which does not answer questions of the family " +
			"truth: they are about the text; use the form answer"},
		{"-family choose -view babi", 2, "export: view babi names the facts that prove an answer, which questions of the " +
			"family choose do not say; use another view"},
		{"-format txt", 2, "export: view text2space in format txt; parquet, jsonl, jsonl.gz and jsonl.zst are allowed, or use the views stepgame " +
			"and babi"},
		{"-view stepgame -form draw", 2, "-view stepgame has no form; leave out -form, or use a view that has one (see -list)"},
		{"-bare", 2, "export: view text2space bare; only stepgame and babi can be"},
		{"-config none.json", 2, "-config: open none.json: no such file or directory"},
		{"-config unknown.json", 2, `-config unknown.json: ` + invalid + `json: unknown field "size"`},
		{"-config negative.json", 2, invalid + "records is -1; 0 or more is allowed"},
		{"-config many.json", 2, invalid + "objects[0].objects is 300; 2 to 256 are allowed"},
		{"-out=", 2, `-out "": the name of a folder is allowed`},
		{"-out file", 1, "export: looking into the output folder: open file: not a directory"},
		{"-out file/below", 1, "export: looking into the output folder: open file/below: not a directory"},
		{"-out full", 2, `export: full holds "note": the folder is not empty; name another folder or allow overwriting ` +
			"(-out FOLDER or -overwrite)"},
	} {
		if runtime.GOOS == "windows" && strings.Contains(test.want, "director") {
			continue // the system says it in other words
		}
		code, stdout, stderr := gen(t, strings.Fields(test.args)...)
		message, hint, _ := strings.Cut(stderr, "\n")
		if code != test.code || message != "gen: "+test.want || stdout != "" {
			t.Errorf("gen %s: exit code %d, want %d\ngot  %s\nwant gen: %s\n%s", test.args, code, test.code, message, test.want,
				stdout)
		}
		if hint != "" && hint != "Run gen -help for all flags.\n" {
			t.Errorf("gen %s: after the message stands %q", test.args, hint)
		}
	}
	// Messages that the standard library words, which changes them.
	for args, want := range map[string]string{
		"-config broken.json": "-config broken.json: " + invalid,
		"-config list.json":   "-config list.json: " + invalid,
		"-config wrong.json":  "-config wrong.json: " + invalid,
		"-config two.json":    "-config two.json: " + invalid,
		"-objects 2 -layouts ambiguous": invalid + "objects: 2 objects have no problem with facts.min 1 to facts.max 12, " +
			"layouts {Unique:0 Ambiguous:1}",
		"-objects 2 -facts 5": invalid + "objects: 2 objects have no problem with facts.min 5 to facts.max 5",
	} {
		if code, _, stderr := gen(t, strings.Fields(args)...); code != 2 || !strings.HasPrefix(stderr, "gen: "+want) {
			t.Errorf("gen %s: exit code %d, %s; want 2 and gen: %s…", args, code, stderr, want)
		}
	}
	// Nothing of this wrote anything.
	if _, err := os.Stat("corpus"); !os.IsNotExist(err) {
		t.Errorf("a wrong command line made a corpus: %v", err)
	}
}

func TestHelp(t *testing.T) {
	for _, flag := range []string{"-help", "-h", "--help"} {
		stdout, stderr := mustGen(t, flag)
		golden(t, "help.golden", stdout)
		if stderr != "" {
			t.Errorf("%s prints to stderr: %s", flag, stderr)
		}
	}
}

func TestList(t *testing.T) {
	stdout, stderr := mustGen(t, "-list")
	golden(t, "list.golden", stdout)
	if stderr != "" {
		t.Errorf("-list prints to stderr: %s", stderr)
	}
}

// TestPreview holds that -preview prints so many records and makes nothing.
func TestPreview(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, args := range map[string]string{
		"preview.golden":          "-preview 3 -seed 1 -style panel",
		"preview_stepgame.golden": "-preview 3 -preset stepgame",
		"preview_noise.golden":    "-preview 2 -preset stepgame-noise -hops 3",
		"preview_babi17.golden":   "-preview 2 -preset babi17",
		"preview_babi19.golden":   "-preview 2 -preset babi19 -hops 3",
		"preview_families.golden": "-preview 4 -family choose,truth,possible,arrange",
	} {
		stdout, stderr := mustGen(t, strings.Fields(args)...)
		golden(t, name, stdout)
		if stderr != "" {
			t.Errorf("-preview prints to stderr: %s", stderr)
		}
	}
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 0 {
		t.Errorf("-preview made %v, %v", entries, err)
	}
}

// counts are the numbers of a printed summary by heading and value.
func counts(t *testing.T, printed string) map[string]map[string]int64 {
	t.Helper()
	all := make(map[string]map[string]int64)
	heading := ""
	value := regexp.MustCompile(`^  (.+?) +(\d+)  `)
	for line := range strings.Lines(printed) {
		line = strings.TrimSuffix(line, "\n")
		m := value.FindStringSubmatch(line)
		if m == nil {
			heading = line
			continue
		}
		if all[heading] == nil {
			all[heading] = make(map[string]int64)
		}
		n, err := strconv.ParseInt(m[2], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		all[heading][m[1]] = n
	}
	return all
}

// TestDefault runs the command with nothing but its defaults: a sample and a summary are printed, and the files hold
// what the summary says. The rows are counted in JSON lines, which must have the same summary.
func TestDefault(t *testing.T) {
	t.Chdir(t.TempDir())
	stdout, stderr := mustGen(t)
	sample, summary, found := strings.Cut(stdout, "objects\n")
	if preview, _ := mustGen(t, "-preview", "1"); !found || sample != preview {
		t.Errorf("the sample is\n%s\nand not record 0\n%s", sample, preview)
	}
	if stderr != "1000 of 1000 records\n" {
		t.Errorf("stderr is no terminal and gets %q", stderr)
	}
	if last := regexp.MustCompile(`\n1000 records in \d+\.\d\d s, \d+ a second\n$`); !last.MatchString(summary) {
		t.Errorf("the summary ends otherwise:\n%s", summary)
	}
	for _, split := range []string{"train", "validation", "test"} {
		if info, err := os.Stat("corpus/data/text2space/" + split + "-00000-of-00001.parquet"); err != nil || info.Size() == 0 {
			t.Errorf("%s: %v, %v", split, info, err)
		}
	}

	printed := counts(t, "objects\n"+summary)
	lines, _ := mustGen(t, "-format", "jsonl", "-out", "lines", "-workers", "3")
	if diff := cmp.Diff(printed, counts(t, lines[strings.Index(lines, "objects\n"):])); diff != "" {
		t.Errorf("JSON lines have another summary (-parquet +jsonl):\n%s", diff)
	}
	for split := range printed["files"] {
		rows := readRows(t, "lines/data/text2space/"+split+"-00000-of-00001.jsonl")
		printed["files"][split] -= int64(len(rows))
		for _, row := range rows {
			printed["objects"][fmt.Sprint(row["num_components"])]--
			printed["facts"][fmt.Sprint(row["num_relations"])]--
			printed["question"][row["query_type"].(string)]--
			printed["vocabulary"][row["terminology_used"].(string)]--
			printed["answer"][row["label"].(string)]--
			printed["evidence"][map[bool]string{true: "direct", false: "inferred"}[row["is_directly_stated"].(bool)]]--
			printed["layout"][map[bool]string{true: "unique", false: "ambiguous"}[row["has_unique_layout"].(bool)]]--
		}
	}
	for heading, values := range printed {
		if heading == "hops" { // which these rows do not tell
			continue
		}
		for value, n := range values {
			if n != 0 {
				t.Errorf("%s: %s is printed %d too often", heading, value, n)
			}
		}
	}
	if len(printed) != 9 {
		t.Errorf("%d tables are printed, want 9", len(printed))
	}
}

func readRows(t *testing.T, path string) []map[string]any {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]any
	for line := range bytes.Lines(data) {
		var row map[string]any
		if err := json.Unmarshal(line, &row); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		rows = append(rows, row)
	}
	return rows
}

// TestFlags holds that flags reach the rows, in whatever order they come: preset, file, flags.
func TestFlags(t *testing.T) {
	t.Chdir(t.TempDir())
	config := `{"records": 30, "objects": [{"objects": 5, "weight": 1}], "seed": 9}`
	if err := os.WriteFile("c.json", []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	mustGen(t, strings.Fields("-objects 3,4:2 -splits all -config c.json -n 60 -evidence inferred -form C -view prompt "+
		"-format jsonl -style simple -vocabularies clock -questions full -facts 2-3 -layouts unique:3,ambiguous")...)
	rows := readRows(t, "corpus/data/prompt-answer/all-00000-of-00001.jsonl")
	objects := make(map[float64]int)
	for _, row := range rows {
		objects[row["objects"].(float64)]++
		id := row["id"].(string)
		if row["direct"] != false || row["form"] != "answer" || row["style"] != "simple" || row["aspect"] != "full" ||
			row["vocabulary"] != "clock" || row["facts"].(float64) > 3 || !strings.Contains(id, "-9-") {
			t.Fatalf("row %v", row)
		}
	}
	if len(rows) != 60 || len(objects) != 2 || objects[3] < 17 || objects[3] > 23 {
		t.Errorf("%d rows, of numbers of objects %v; 60 are due, 20 of three objects and 40 of four", len(rows), objects)
	}
}

// TestQuiet holds that -quiet prints errors only.
func TestQuiet(t *testing.T) {
	t.Chdir(t.TempDir())
	if stdout, stderr := mustGen(t, "-quiet", "-n", "20"); stdout+stderr != "" {
		t.Errorf("-quiet prints %q and %q", stdout, stderr)
	}
	if code, stdout, stderr := gen(t, "-quiet", "-n", "20"); code != exitUsage || stdout != "" || stderr == "" {
		t.Errorf("-quiet into a full folder: exit code %d, %q, %q", code, stdout, stderr)
	}
	if stdout, stderr := mustGen(t, "-quiet", "-overwrite", "-n", "20"); stdout+stderr != "" {
		t.Errorf("-quiet prints %q and %q", stdout, stderr)
	}
}

func TestNoRecords(t *testing.T) {
	for _, format := range []string{"parquet", "jsonl"} {
		t.Chdir(t.TempDir())
		stdout, stderr := mustGen(t, "-n", "0", "-format", format)
		if stderr != "" || !strings.HasPrefix(stdout, "objects\n") || strings.Contains(stdout, "NaN") {
			t.Errorf("%s: %q and\n%s", format, stderr, stdout)
		}
		files, err := filepath.Glob("corpus/data/*/*-00000-of-00001." + format)
		if err != nil || len(files) != 3 {
			t.Fatalf("%s: files %v, %v", format, files, err)
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			switch {
			case err != nil:
				t.Error(err)
			case format == "jsonl" && len(data) != 0:
				t.Errorf("%s holds %q", file, data)
			case format == "parquet" && (!bytes.HasPrefix(data, []byte("PAR1")) || !bytes.HasSuffix(data, []byte("PAR1"))):
				t.Errorf("%s is no Parquet file", file)
			}
		}
	}
}

// TestProgressLines holds what stderr gets when it is no terminal: a plain line for every tenth.
func TestProgressLines(t *testing.T) {
	for _, records := range []int64{1, 7, 10, 1000} {
		var out bytes.Buffer
		show, end := progress(&out, records)
		for done := range records {
			show(done + 1)
		}
		end()
		lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
		if want := int(min(records, 10)); len(lines) != want {
			t.Errorf("%d records: %d lines, want %d:\n%s", records, len(lines), want, out.String())
		}
		if last, want := lines[len(lines)-1], fmt.Sprintf("%d of %d records", records, records); last != want {
			t.Errorf("the last line is %q, want %q", last, want)
		}
	}
}

// startGen starts the command as a process of its own on a run that takes long, and returns when it is writing.
func startGen(t *testing.T, format string) (cmd *exec.Cmd, stderr *bytes.Buffer, dir string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("processes cannot be sent signals here")
	}
	dir = filepath.Join(t.TempDir(), "corpus")
	cmd = exec.Command(os.Args[0], "-n", "100000000", "-format", format, "-workers", "2", "-out", dir)
	cmd.Env = append(os.Environ(), asCommand+"=1")
	stderr = new(bytes.Buffer)
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = cmd.Process.Kill() })
	for range 2000 {
		files, err := filepath.Glob(filepath.Join(dir, ".new-*", "data", "*", ".tmp-*-train-*"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if info, err := os.Stat(file); err == nil && info.Size() > 0 {
				return cmd, stderr, dir
			}
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the command writes nothing:\n%s", stderr)
	return nil, nil, ""
}

// TestInterrupt ends a run as Ctrl-C does: nothing is left of it, and the exit code says why.
func TestInterrupt(t *testing.T) {
	for _, format := range []string{"parquet", "jsonl"} {
		cmd, stderr, dir := startGen(t, format)
		if err := cmd.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		_ = cmd.Wait()
		if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
			t.Errorf("%s: exit code %d, want %d", format, code, exitInterrupted)
		}
		if got := stderr.String(); !strings.HasSuffix(got, "gen: interrupted; nothing was written\n") {
			t.Errorf("%s: stderr is %q", format, got)
		}
		if _, err := os.Stat(dir); !os.IsNotExist(err) {
			t.Errorf("%s: the folder is still there: %v", format, err)
		}
	}
}

// TestKill ends a run as a crash does: only files that readers pass over are left.
func TestKill(t *testing.T) {
	cmd, _, dir := startGen(t, "jsonl")
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 1 || !strings.HasPrefix(entries[0].Name(), ".new-") {
		t.Fatalf("left %v, %v", entries, err)
	}
	// The next run says what is there, and with -overwrite clears it away.
	if code, _, stderr := gen(t, "-n", "10", "-out", dir); code != exitUsage || !strings.Contains(stderr, `holds ".new-`) {
		t.Errorf("the next run: exit code %d, %s", code, stderr)
	}
	mustGen(t, "-n", "10", "-quiet", "-overwrite", "-out", dir)
	if left, err := filepath.Glob(filepath.Join(dir, ".new-*")); err != nil || len(left) != 0 {
		t.Errorf("after overwriting: %v, %v", left, err)
	}
}

// TestPrintConfig holds that what is printed says the same when it is read back, and that nothing is written.
func TestPrintConfig(t *testing.T) {
	t.Chdir(t.TempDir())
	text, _ := mustGen(t, "-print-config", "-seed", "7", "-objects", "3,4:2")
	if err := os.WriteFile("c.json", []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	if again, _ := mustGen(t, "-print-config", "-config", "c.json"); again != text {
		t.Errorf("printed again it is\n%s\nnot\n%s", again, text)
	}
	if _, err := os.Stat("corpus"); !os.IsNotExist(err) {
		t.Errorf("a corpus was written: %v", err)
	}
}

// TestChainPresets: presets with hops are written as the benchmark's files are that they are like, unless flags say
// otherwise.
func TestChainPresets(t *testing.T) {
	t.Chdir(t.TempDir())
	for args, want := range map[string]string{
		"-preset stepgame":                            "data/stepgame/train-00000-of-00001.jsonl",
		"-preset stepgame-noise -hops 2-4:3,9":        "data/stepgame/train-00000-of-00001.jsonl",
		"-preset babi17":                              "data/babi/train-00000-of-00001.txt",
		"-preset babi19 -hops 1-5":                    "data/babi/train-00000-of-00001.txt",
		"-preset stepgame -view babi":                 "data/babi/train-00000-of-00001.txt",
		"-preset stepgame -view stepgame -format txt": "data/stepgame/train-00000-of-00001.txt",
		"-preset babi17 -format parquet -bare":        "data/babi/train-00000-of-00001.parquet",
		"-preset stepgame -form answer":               "data/messages-answer/train-00000-of-00001.parquet",
		"-family choose,truth":                        "data/stepgame/train-00000-of-00001.jsonl",
		"-view babi":                                  "data/babi/train-00000-of-00001.txt",
	} {
		dir := strings.ReplaceAll(args, " ", "_")
		stdout, _ := mustGen(t, append(strings.Fields(args), "-n", "200", "-out", dir)...)
		if _, err := os.Stat(filepath.Join(dir, want)); err != nil {
			t.Errorf("gen %s: %v", args, err)
		}
		if n := counts(t, stdout); n["files"]["train"]+n["files"]["validation"]+n["files"]["test"] != 200 {
			t.Errorf("gen %s prints\n%s", args, stdout)
		}
	}
}
