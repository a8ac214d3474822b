package audit_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/export/audit"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// keys are copies of what a Keyer returns.
type keys struct {
	evidence, problem string
	how               audit.How
}

func keyOf(k *audit.Keyer, prompt string) keys {
	found := k.Key(prompt)
	return keys{string(found.Evidence), string(found.Problem), found.How}
}

// levels returns records of all families and levels.
func levels(t testing.TB, n int64) []*gridscribe.Record {
	t.Helper()
	corpus, err := gridscribe.NewCorpus(gridscribe.Leveled())
	if err != nil {
		t.Fatal(err)
	}
	var all []*gridscribe.Record
	for i := range n {
		r, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

// TestEveryFamilyIsUnderstood: what a family shows is compared exactly, but for orders to draw shapes.
func TestEveryFamilyIsUnderstood(t *testing.T) {
	var k audit.Keyer
	for _, r := range levels(t, 600) {
		prompt := string(r.AppendPrompt(nil))
		want := audit.Exact
		if strings.Contains(prompt, "n empty matrix ") {
			want = audit.Named
		}
		if got := keyOf(&k, prompt); got.how != want {
			t.Errorf("%s: compared as %v, want %v:\n%s", r.Question.Family(), got.how, want, prompt)
		}
	}
}

// TestTurnedAndShownOtherwise: a turned scene, and one that is drawn in place of told, is the same evidence.
func TestTurnedAndShownOtherwise(t *testing.T) {
	var k audit.Keyer
	compared := map[string]int{}
	for i, r := range levels(t, 600) {
		q := r.Instance()
		if q == nil {
			continue
		}
		prompt := func(q qa.Instance, m qa.Medium) string { return string(qa.AppendPrompt(nil, qa.Subject{}, q, m)) }
		was := keyOf(&k, prompt(q, r.Medium))
		if was.how != audit.Exact {
			continue
		}
		for _, m := range q.Media() {
			if got := keyOf(&k, prompt(q, m)); got.evidence != was.evidence {
				t.Errorf("%s: evidence shown as %v differs from that shown as %v:\n%s\n\n%s", q.Family(), m, r.Medium, prompt(q, m), prompt(q, r.Medium))
			} else if got.problem != was.problem {
				t.Errorf("%s: problem shown as %v differs from that shown as %v:\n%s\n\n%s", q.Family(), m, r.Medium, prompt(q, m), prompt(q, r.Medium))
			}
		}
		turned, ok := q.Turn(layout.Symmetry(1 + i%7))
		if !ok || strings.Contains(prompt(q, r.Medium), ", shown after a ") || q.Family() == "recall" {
			continue
		}
		if got := keyOf(&k, prompt(turned, r.Medium)); got.evidence != was.evidence {
			t.Errorf("%s: evidence turned by %d differs:\n%s\n\n%s", q.Family(), 1+i%7, prompt(turned, r.Medium), prompt(q, r.Medium))
		}
		compared[q.Family()]++
	}
	if len(compared) < 18 {
		t.Errorf("only %d families were compared: %v", len(compared), compared)
	}
}

// TestStoryToldOtherwise: other names, another order, and facts said from their other side make no other problem.
func TestStoryToldOtherwise(t *testing.T) {
	corpus, err := gridscribe.NewCorpus(gridscribe.Text2Space())
	if err != nil {
		t.Fatal(err)
	}
	var k audit.Keyer
	name := regexp.MustCompile(`\b[A-Z]\b`)
	for i := range int64(300) {
		r, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		was := keyOf(&k, string(r.AppendPrompt(nil)))
		if was.how != audit.Exact {
			t.Fatalf("not read: %s", r.AppendPrompt(nil))
		}
		var story []byte
		names := r.Names()
		for j := range r.Plan.Facts {
			f := r.Plan.Facts[len(r.Plan.Facts)-1-j]
			if (int(i)+j)%2 == 0 {
				f = f.Converse()
			}
			story = append(describe.AppendFact(story, f, names), ". "...)
		}
		other := func(text string) string {
			return name.ReplaceAllStringFunc(text, func(n string) string { return "QXBZKPMW"[n[0]-'A' : n[0]-'A'+1] })
		}
		rules := string(r.AppendAssumptions(nil))
		question, rest, _ := strings.Cut(string(r.AppendQuestion(nil)), "?")
		told := other(string(story)) + "\n\n" + rules + "\n\n" + other(question) + "?" + rest
		if got := keyOf(&k, told); got != was {
			t.Errorf("told otherwise, record %d has another key:\n%s\n\n%s", i, r.AppendPrompt(nil), told)
		}
	}
}

// TestSameProblemSameAnswer: problems that count as one have one answer, where a symmetry leaves it as it is.
func TestSameProblemSameAnswer(t *testing.T) {
	var k audit.Keyer
	still := regexp.MustCompile(`^(yes|no|cannot be determined|both|neither|none|\d+( cells?)?)$`)
	answers := map[string]*gridscribe.Record{}
	same := 0
	for _, r := range levels(t, 4000) {
		got, answer := keyOf(&k, string(r.AppendPrompt(nil))), string(r.AppendAnswer(nil))
		if !still.MatchString(answer) {
			continue
		}
		first := answers[got.problem]
		if first == nil {
			answers[got.problem] = r
			continue
		}
		if same++; string(first.AppendAnswer(nil)) != answer {
			t.Errorf("one problem with two answers:\n%s\n%s\n\n%s\n%s", first.AppendPrompt(nil), first.AppendAnswer(nil), r.AppendPrompt(nil), answer)
		}
	}
	if same < 20 {
		t.Errorf("only %d problems came twice", same)
	}
}

// TestQuestionsOfOneMap: two questions about one map have one evidence.
func TestQuestionsOfOneMap(t *testing.T) {
	const shown = "A..\n.B.\n..C\n\nRows are counted from the top.\n\n"
	var k audit.Keyer
	prompts := map[string]string{
		"cell 1 1":    shown + "What is at row 1, column 1?",
		"cell 1 2":    shown + "What is at row 1, column 2?",
		"where A":     shown + "On which cell is A? Answer with its row.",
		"where B":     shown + "On which cell is B? Answer with its row.",
		"left of":     shown + "What is to the left of B?",
		"option A, C": shown + "Which is further down?\nA) A\nB) C\nAnswer with the letter of the right option.",
		"option A, B": shown + "Which is further down?\nA) A\nB) B\nAnswer with the letter of the right option.",
	}
	same := map[string]string{
		"cell 1 1":    "..Q\n.H.\nK..\n\nRows are counted from the top.\n\nWhat is at row 3, column 1?",
		"where B":     "..Q\n.H.\nK..\n\nRows are counted from the top.\n\nOn which cell is H? Answer with its column.",
		"left of":     "..Q\n.H.\nK..\n\nRows are counted from the top.\n\nWhat is to the right of H?",
		"option A, C": "C..\n.B.\n..A\n\nRows are counted from the top.\n\nWhich is further down?\nA) A\nB) C\nAnswer with the letter of the right option.",
	}
	evidence := keyOf(&k, prompts["where A"]).evidence
	problems := map[string]string{}
	for name, prompt := range prompts {
		got := keyOf(&k, prompt)
		if got.evidence != evidence {
			t.Errorf("%s: other evidence", name)
		}
		if with, ok := problems[got.problem]; ok && !(strings.HasPrefix(name, "where") && strings.HasPrefix(with, "cell")) {
			t.Errorf("%s and %s are one problem", name, with)
		}
		problems[got.problem] = name
	}
	for name, prompt := range same {
		if got := keyOf(&k, prompt); got.problem != keyOf(&k, prompts[name]).problem {
			t.Errorf("%s: turned, it is another problem", name)
		}
	}
}

// TestDifferentEvidence: pairs that are easily taken for the same.
func TestDifferentEvidence(t *testing.T) {
	var k audit.Keyer
	const rules = "\n\nRows are counted from the top.\n\nWhat is at row 1, column 1?"
	for _, c := range []struct{ name, a, b string }{
		{"a wall", "A.\n.." + rules, "A.\n.#" + rules},
		{"a longer map", "A..\n..." + rules, "A...\n...." + rules},
		{"two things or one", "AA\n.." + rules, "AB\n.." + rules},
		{"a thing or two of a kind", "AA\n..\n\nA = the harp" + rules, "AA\n..\n\nA = a harp" + rules},
		{"facing", "A.\n..\n\nA = the cook, facing north" + rules, "A.\n..\n\nA = the cook, facing south" + rules},
		{"a chain or a fork", "A is above B. B is above C.\n\nWhere is A relative to C?", "A is above B. A is above C.\n\nWhere is A relative to C?"},
		{"straight or diagonal", "A is above B.\n\nWhere is A relative to B?", "A is above and to the left of B.\n\nWhere is A relative to B?"},
		{"a square or two turns", "A is above B. B is to the left of C. C is below D.\n\nWhere is A relative to D?",
			"A is above B. B is to the left of C. C is above D.\n\nWhere is A relative to D?"},
		{"ways", "The places are A, B and C. There are these ways between them, and no others; each can be gone in both directions: A to B; B to C. Every way has length 1.\n\nR\n\nIs there a way from A to C?",
			"The places are A, B and C. There are these ways between them, and no others; each can be gone in both directions: A to B (length 1); B to C (length 2).\n\nR\n\nIs there a way from A to C?"},
		{"who saw it", "Step 1: A comes to the hall.\nStep 2: B comes to the hall.\n\nR\n\nWho?", "Step 1: A comes to the hall.\nStep 2: A comes to the hall.\n\nR\n\nWho?"},
	} {
		a, b := keyOf(&k, c.a), keyOf(&k, c.b)
		if a.evidence == b.evidence {
			t.Errorf("%s: the same evidence\n%s\n\n%s", c.name, c.a, c.b)
		}
		if a.problem == b.problem {
			t.Errorf("%s: the same problem\n%s\n\n%s", c.name, c.a, c.b)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, r := range levels(f, 60) {
		f.Add(string(r.AppendPrompt(nil)))
	}
	f.Add("\nA)\nB) ")
	f.Fuzz(func(t *testing.T, prompt string) {
		var k audit.Keyer
		first := keyOf(&k, prompt)
		if len(first.evidence) == 0 || len(first.problem) == 0 {
			t.Errorf("no key of %q", prompt)
		}
		if again := keyOf(&k, prompt); again != first {
			t.Errorf("two keys of %q", prompt)
		}
	})
}

// TestMapFullOfThings: a map without floor and walls is no drawing of objects.
func TestMapFullOfThings(t *testing.T) {
	var k audit.Keyer
	const rest = "\n\nRow 1 is at the top.\n\nWhat is the box of Y?"
	a, b := keyOf(&k, "YYD\nYYD"+rest), keyOf(&k, "FF\nYY\nYY"+rest)
	if a.how != audit.Exact || a != b {
		t.Errorf("the same map, turned, is compared as %v and %v; equal: %v", a.how, b.how, a == b)
	}
}
