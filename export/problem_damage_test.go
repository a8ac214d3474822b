package export_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// auditFile audits a file and returns the report and what was found, row by row.
func auditFile(t testing.TB, path string, opt export.AuditOptions) (export.AuditReport, []export.AuditFinding) {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var findings []export.AuditFinding
	report, err := export.Audit(context.Background(), file, path, opt, func(f export.AuditFinding) error {
		findings = append(findings, f)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return report, findings
}

// TestAuditConformance: every label of the data that nobody here wrote follows from its text alone, and of the drawings
// exactly those are odd that are known to be.
func TestAuditConformance(t *testing.T) {
	rows := make(map[string]int64)
	var noted []string
	for _, path := range conformance(t) {
		report, findings := auditFile(t, path, export.AuditOptions{})
		for format, n := range report.Formats {
			rows[format] += n
		}
		if report.Verdicts[export.AuditFollows] != report.Rows || !report.Right() {
			t.Errorf("%s: %+v", path, report)
		}
		for i, f := range findings {
			if f.Notes != nil {
				noted = append(noted, f.ID)
			}
			if f.Verdict != export.AuditFollows && i < 5 {
				t.Errorf("%+v", f)
			}
		}
	}
	slices.Sort(noted)
	if diff := cmp.Diff([]string{"id-18391", "id-19727", "id-5232", "id-6516"}, noted); diff != "" {
		t.Errorf("drawings that are noted (-want +got)\n%s", diff)
	}
	want := map[string]int64{"text2space": 55, "stepgame": 11350, "babi-4": 300, "babi-17": 296, "babi-19": 300}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// block is a story with its questions, or a JSON row: so many lines of a file.
type block struct {
	lines   []string
	rows    int
	damaged int // rows that must be reported
}

// blocksOf cuts a file into blocks, by hand and not as the reader does.
func blocksOf(text string) (blocks []block) {
	for _, line := range strings.Split(strings.TrimRight(text, "\n"), "\n") {
		if strings.HasPrefix(line, "{") || strings.HasPrefix(line, "1 ") {
			blocks = append(blocks, block{})
		}
		b := &blocks[len(blocks)-1]
		b.lines = append(b.lines, line)
		if strings.HasPrefix(line, "{") || strings.Contains(line, "\t") {
			b.rows++
		}
	}
	return blocks
}

// asked is one problem of a block as the reader and the solver see it, to know which sentences matter.
func (b *block) asked(t *testing.T) (p export.Problem, sol qa.Solution, proof layout.Proof) {
	t.Helper()
	for p, err := range export.ReadProblems(strings.NewReader(strings.Join(b.lines, "\n")+"\n"), "block") {
		if err != nil {
			t.Fatal(err)
		}
		sol, err := new(qa.Solver).Solve(p.Story, p.Question, p.Format.SolveOptions())
		if err != nil {
			t.Fatal(err)
		}
		proof, _ := sol.Proof()
		return p, sol, proof
	}
	t.Fatal("a block without a problem")
	return
}

// damages change a block so that a number of its rows must be reported. They return false where they do not fit.
var damages = []struct {
	name string
	do   func(t *testing.T, b *block) bool
}{
	{"label", damageLabel},
	{"invert", damageByInverting},
	{"name", damageName},
	{"name of the question", damageAskedName},
	{"cut", damageByCutting},
	{"cut the question", damageByCuttingQuestion},
	{"lose a line", damageByLosing},
	{"lose the first line", damageByLosingFirst},
}

var (
	labelPattern = regexp.MustCompile(`"label": "([^"]*)"`)
	capital      = regexp.MustCompile(`\b[A-Z]\b`)
	room         = regexp.MustCompile(`^(\d+ )The (.*) is (.*) the (.*)\.$`)
)

// otherLabels are labels of which each is wrong where another is right.
var otherLabels = map[export.ProblemFormat][]string{
	export.ProblemStepGame:   {"left", "right", "above", "below", "upper-left", "lower-right", "overlap"},
	export.ProblemText2Space: {"left", "right", "above", "below", "same level", "same column", "upper-left"},
	export.ProblemBAbI4:      {"kitchen", "office", "garden"},
	export.ProblemBAbI17:     {"yes", "no"},
	export.ProblemBAbI19:     {"n,n", "s,s", "w,e"},
}

func damageLabel(t *testing.T, b *block) bool {
	p, _, _ := b.asked(t)
	labels := otherLabels[p.Format]
	k := len(b.lines[0]) % len(labels)
	if labels[k] == p.Label {
		k = (k + 1) % len(labels)
	}
	b.damaged = 1
	for i, line := range b.lines {
		if strings.HasPrefix(line, "{") {
			b.lines[i] = labelPattern.ReplaceAllString(line, `"label": "`+labels[k]+`"`)
			return true
		}
		if columns := strings.Split(line, "\t"); len(columns) == 3 {
			b.lines[i] = columns[0] + "\t" + labels[k] + "\t" + columns[2]
			return true
		}
	}
	return false
}

// damageByInverting turns a sentence round from which the label follows: of two agents the names change places. Where
// the label does not change with it for certain, nothing is done.
func damageByInverting(t *testing.T, b *block) bool {
	p, sol, proof := b.asked(t)
	switch p.Format {
	case export.ProblemStepGame:
		if len(proof.Facts) == 0 || len(sol.Facts) != strings.Count(p.Story, "\n")+1 {
			return false // not a sentence a fact
		}
		fact := proof.Facts[len(proof.Facts)-1]
		row, col := offset(sol.Facts, sol.Asked.Locatum, sol.Asked.Relatum, -1)
		newRow, newCol := offset(sol.Facts, sol.Asked.Locatum, sol.Asked.Relatum, fact)
		if sign(row) == sign(newRow) && sign(col) == sign(newCol) {
			return false
		}
		if b.lines[fact] = swapCapitals(b.lines[fact]); b.lines[fact] == "" {
			return false
		}
		b.damaged = 1
		return true
	case export.ProblemText2Space:
		a, c := sol.Names[sol.Asked.Locatum], sol.Names[sol.Asked.Relatum]
		for k, f := range sol.Facts {
			if sol.Names[f.Locatum] == a && sol.Names[f.Relatum] == c || sol.Names[f.Locatum] == c && sol.Names[f.Relatum] == a {
				said := sol.Sentence(k)
				swapped := swapCapitals(said)
				if p.Label == "same level" || p.Label == "same column" || swapped == "" || strings.Count(b.lines[0], said) != 1 {
					return false
				}
				b.lines[0] = strings.Replace(b.lines[0], said, swapped, 1)
				b.damaged = 1
				return true
			}
		}
		return false
	}
	line := p.Support[0] - 1
	m := room.FindStringSubmatch(b.lines[line])
	if m == nil {
		t.Fatalf("%q", b.lines[line])
	}
	swapped := m[1] + "The " + m[4] + " is " + m[3] + " the " + m[2] + "."
	if b.lines[line] = swapped; p.Format != export.ProblemBAbI17 {
		b.damaged = 1
		return true
	}
	at := placed(b.lines)
	for _, row := range b.lines {
		if question, rest, ok := strings.Cut(row, "\t"); ok && holdsBabi17(t, at, question) != strings.HasPrefix(rest, "yes") {
			b.damaged++
		}
	}
	return b.damaged > 0
}

// offset adds up unit steps from one object to another, as the facts go, one of them turned round.
func offset(facts []layout.Fact, a, b, inverted int) (row, col int) {
	type place struct{ object, row, col int }
	seen := map[int]bool{b: true}
	for todo := []place{{b, 0, 0}}; len(todo) > 0; todo = todo[1:] {
		at := todo[0]
		if at.object == a {
			return at.row, at.col
		}
		for k, f := range facts {
			step := [...][2]int{{0, 0}, {-1, 0}, {-1, 1}, {0, 1}, {1, 1}, {1, 0}, {1, -1}, {0, -1}, {-1, -1}}[f.Relation]
			if k == inverted {
				step[0], step[1] = -step[0], -step[1]
			}
			switch {
			case f.Relatum == at.object && !seen[f.Locatum]:
				seen[f.Locatum] = true
				todo = append(todo, place{f.Locatum, at.row + step[0], at.col + step[1]})
			case f.Locatum == at.object && !seen[f.Relatum]:
				seen[f.Relatum] = true
				todo = append(todo, place{f.Relatum, at.row - step[0], at.col - step[1]})
			}
		}
	}
	return 0, 0
}

func sign(x int) int { return max(-1, min(1, x)) }

// swapCapitals lets the two names of one letter in a sentence change places; it returns "" where there are not two.
func swapCapitals(sentence string) string {
	names := slices.Compact(slices.Sorted(slices.Values(capital.FindAllString(sentence, -1))))
	if len(names) != 2 {
		return ""
	}
	return capital.ReplaceAllStringFunc(sentence, func(name string) string {
		if name == names[0] {
			return names[1]
		}
		return names[0]
	})
}

// placed puts the objects of a bAbI 17 story on a grid, by unit steps.
func placed(lines []string) map[string][2]int {
	step := map[string][2]int{"above": {-1, 0}, "below": {1, 0}, "to the left of": {0, -1}, "to the right of": {0, 1}}
	at := make(map[string][2]int)
	for range lines {
		for _, line := range lines {
			m := room.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			s := step[m[3]]
			if len(at) == 0 {
				at[m[4]] = [2]int{}
			}
			if p, ok := at[m[4]]; ok {
				at[m[2]] = [2]int{p[0] + s[0], p[1] + s[1]}
			} else if p, ok := at[m[2]]; ok {
				at[m[4]] = [2]int{p[0] - s[0], p[1] - s[1]}
			}
		}
	}
	return at
}

var babi17 = regexp.MustCompile(`^\d+ Is the (.*) (above|below|to the left of|to the right of) the (.*)\?$`)

func holdsBabi17(t *testing.T, at map[string][2]int, question string) bool {
	m := babi17.FindStringSubmatch(question)
	if m == nil {
		t.Fatalf("%q", question)
	}
	a, b := at[m[1]], at[m[3]]
	switch m[2] {
	case "above":
		return a[0] < b[0]
	case "below":
		return a[0] > b[0]
	case "to the left of":
		return a[1] < b[1]
	}
	return a[1] > b[1]
}

// damageName drops every mention of the first name in the first sentence of the proof.
func damageName(t *testing.T, b *block) bool {
	p, sol, proof := b.asked(t)
	if p.Format == export.ProblemText2Space {
		said := sol.Sentence(0)
		dropped := strings.ReplaceAll(said, capital.FindString(said), "")
		b.lines[0] = strings.Replace(b.lines[0], said, dropped, 1)
		b.damaged = 1
		return true
	}
	line := 0
	if p.Format != export.ProblemStepGame {
		line = p.Support[0] - 1
		m := room.FindStringSubmatch(b.lines[line])
		b.lines[line] = m[1] + "The is " + m[3] + " the " + m[4] + "."
		b.damaged = b.rows
		return true
	}
	if len(proof.Facts) == 0 || len(sol.Facts) != strings.Count(p.Story, "\n")+1 {
		return false
	}
	line = proof.Facts[0]
	name := capital.FindString(b.lines[line])
	b.lines[line] = regexp.MustCompile(` ?\b`+name+`\b`).ReplaceAllString(b.lines[line], "")
	b.damaged = 1
	return true
}

func damageAskedName(t *testing.T, b *block) bool {
	p, _, _ := b.asked(t)
	b.damaged = 1
	if p.Format == export.ProblemText2Space {
		b.lines[0] = strings.Replace(b.lines[0], p.Question, capital.ReplaceAllString(p.Question, ""), 1)
		return true
	}
	for i, line := range b.lines {
		question, rest, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		switch cut := strings.LastIndex(question, " "); p.Format {
		case export.ProblemBAbI4:
			question = strings.Replace(question, question[strings.Index(question, " the ")+5:], "?", 1)
		default:
			question = question[:cut] + "?"
		}
		b.lines[i] = question + "\t" + rest
		return true
	}
	return false
}

// damageByCutting cuts a line that is no question in the middle.
func damageByCutting(t *testing.T, b *block) bool {
	k := len(b.lines[0]) % len(b.lines)
	if strings.Contains(b.lines[k], "\t") {
		k = 0
	}
	b.lines[k] = b.lines[k][:len(b.lines[k])/2]
	b.damaged = b.rows
	return true
}

func damageByCuttingQuestion(t *testing.T, b *block) bool {
	for i, line := range b.lines {
		if tab := strings.Index(line, "\t"); tab > 0 {
			cut := 6 + len(b.lines[0])*7%(len(line)-7)
			if line[:cut] == line[:len(line)-1] && strings.HasSuffix(line, "\t1 2") {
				cut--
			}
			b.lines[i], b.damaged = line[:cut], 1
			return true
		}
	}
	return false
}

// damageByLosing drops a line of the support or the proof, or the question.
func damageByLosing(t *testing.T, b *block) bool {
	p, sol, proof := b.asked(t)
	if strings.HasPrefix(b.lines[0], "{") {
		return false // nobody can miss a row
	}
	k := len(b.lines) - 1
	if len(b.lines[0])%2 == 0 && b.rows == 1 {
		b.damaged = 1
		b.lines = b.lines[:k]
		return true
	}
	switch {
	case p.Format != export.ProblemStepGame:
		k = p.Support[0] - 1
	case len(proof.Facts) == 0 || len(sol.Facts) != strings.Count(p.Story, "\n")+1:
		return false
	default:
		k = proof.Facts[0]
	}
	b.lines = slices.Delete(b.lines, k, k+1)
	b.damaged = b.rows
	return true
}

func damageByLosingFirst(t *testing.T, b *block) bool {
	if strings.HasPrefix(b.lines[0], "{") {
		return false
	}
	b.lines = b.lines[1:]
	b.damaged = b.rows
	return true
}

// TestAuditDamage damages a row in a hundred of every file, in every way in turn: the audit reports exactly the damaged
// rows.
func TestAuditDamage(t *testing.T) {
	for n, path := range conformance(t) {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(filepath.Dir(path)) + "/" + filepath.Base(path)
		t.Run(name, func(t *testing.T) {
			blocks := blocksOf(string(text))
			every := min(100, len(blocks)/len(damages))
			used := make(map[string]int)
			way := n
			for i := n % max(every, 1); i < len(blocks); i += max(every, 1) {
				for range damages {
					d := damages[way%len(damages)]
					way++
					whole := block{lines: slices.Clone(blocks[i].lines), rows: blocks[i].rows}
					if d.do(t, &whole) {
						blocks[i] = whole
						used[d.name]++
						break
					}
				}
			}
			var out bytes.Buffer
			want, line := make(map[int]int), 0
			owner := []int{-1} // block by line
			for i, b := range blocks {
				for _, l := range b.lines {
					fmt.Fprintln(&out, l)
					line++
					owner = append(owner, i)
				}
				if b.damaged > 0 {
					want[i] = b.damaged
				}
			}
			damaged := filepath.Join(t.TempDir(), "damaged")
			if err := os.WriteFile(damaged, out.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
			_, findings := auditFile(t, damaged, export.AuditOptions{})
			got := make(map[int]int)
			for _, f := range findings {
				if f.Verdict == export.AuditFollows {
					continue
				}
				i := owner[min(f.Line, len(owner)-1)]
				if want[i] == 0 && i > 0 && strings.HasSuffix(f.Reason, "has no question") {
					i-- // the place where it is missed
				}
				if got[i]++; got[i] > want[i] {
					t.Errorf("%+v\n%s", f, strings.Join(blocks[i].lines, "\n"))
				}
			}
			for i, n := range want {
				if got[i] < n {
					t.Errorf("%d of %d reported:\n%s", got[i], n, strings.Join(blocks[i].lines, "\n"))
				}
			}
			t.Log(used)
		})
	}
}
