package export_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/layout"
)

const agents = "What is the relation of the agent A to the agent B?"

// audit audits a text and says of every finding, a line each, what was found.
func audit(t testing.TB, text string, opt export.AuditOptions) (report export.AuditReport, said string) {
	t.Helper()
	var out strings.Builder
	report, err := export.Audit(context.Background(), strings.NewReader(text), "f", opt, func(f export.AuditFinding) error {
		fmt.Fprintf(&out, "%d:%d %v %q %q %q %q\n", f.Row, f.Line, f.Verdict, f.Label, f.Follows, f.Sentences, f.Notes)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return report, out.String()
}

// TestAuditVerdicts has a row for every verdict and note.
func TestAuditVerdicts(t *testing.T) {
	const shed = "1 The shed is north of the barn.\n2 The pond is west of the barn.\n3 "
	half, apart := layout.HalfPlane, false
	for _, test := range []struct {
		text string
		opt  export.AuditOptions
		want string
	}{
		{text: "1 A is left of B.\n2 " + agents + "\tleft\t1\n"},
		{text: "1 A is left of B.\n2 " + agents + "\tLeft\t1\n"},
		{text: "1 A is left of B.\n2 " + agents + "\tright\t1\n", want: `1:2 wrong "right" "left" ["A is left of B."] []`},
		{text: "1 A is left of B.\n2 " + agents + "\tleftish\t1\n", want: `1:2 wrong "leftish" "left" ["A is left of B."] []`},
		{text: "1 A is left of C.\n2 B is left of D.\n3 " + agents + "\tleft\t1\n", want: `1:3 open "left" "" [] []`},
		{text: "1 A is left of C.\n2 B is left of D.\n3 " + agents + "\tnear\t1\n", want: `1:3 wrong "near" "" [] []`},
		{text: "1 A is left of B.\n2 A is right of B.\n3 " + agents + "\tleft\t1\n",
			want: `1:3 contradiction "left" "" ["A is left of B." "A is right of B."] []`},
		{text: "1 A is left of B.\n2 C is flarp D.\n3 C is flarp B.\n4 " + agents + "\tleft\t1\n",
			want: `1:4 unread "left" "" ["C is flarp D." "C is flarp B."] []`},
		{text: "1 A is left of C.\n2 " + agents + "\tleft\t1\n", want: `1:2 unread "left" "" ["` + agents + `"] []`},
		{text: "1 A is left of B\n2 " + agents + "\tleft\t1\n", want: `1:1 broken "" "" [] []`},
		{text: "1 A is left of C.\n2 C is left of B.\n3 " + agents + "\tleft\t1\n", opt: export.AuditOptions{Reading: &half},
			want: `1:3 open "left" "" [] []`},
		{text: "1 A is left of C.\n2 C is right of B.\n3 " + agents + "\toverlap\t1\n"},
		{text: "1 A is left of C.\n2 C is right of B.\n3 " + agents + "\toverlap\t1\n", opt: export.AuditOptions{Sharing: &apart},
			want: `1:3 contradiction "overlap" "" ["A is left of C." "C is right of B."] []`},

		{text: shed + "How do you go from the shed to the pond?\ts,w\t1 2\n"},
		{text: shed + "How do you go from the shed to the pond?\tw,s\t1 2\n",
			want: `1:3 wrong "w,s" "s,w" ["The shed is north of the barn." "The pond is west of the barn."] []`},
		{text: shed + "How do you go from the shed to the pond?\ts,w\t1\n",
			want: `1:3 support "s,w" "" ["The shed is north of the barn."] []`},
		{text: shed + "What is west of the barn?\tpond\t2\n"},
		{text: shed + "What is west of the barn?\tpond\t1\n", want: `1:3 support "pond" "" ["The shed is north of the barn."] []`},
		{text: shed + "What is east of the pond?\tshed\t1\n", want: `1:3 wrong "shed" "barn" ["The pond is west of the barn."] []`},
		{text: shed + "What is east of the shed?\tpond\t1\n", want: `1:3 wrong "pond" "" [] []`},
		{text: shed + "Is the shed above the pond?\tyes\t1 2\n"},
		{text: shed + "Is the shed above the pond?\tno\t1 2\n",
			want: `1:3 wrong "no" "yes" ["The shed is north of the barn." "The pond is west of the barn."] []`},
		{text: shed + "Is the shed to the left of the pond?\tno\t1\n", want: `1:3 support "no" "" ["The shed is north of the barn."] []`},

		{text: `{"description": "A is left of B.", "query_relation": "Where is A relative to B?", "label": "left", "ascii": {"simple": "A  B", "grid": "", "panel": "A"}}`,
			want: `1:1 follows "left" "" [] ["the panel drawing lacks B"]`},
		{text: `{"description": "A is left of B.", "query_relation": "Where is A relative to B?", "label": "left", "ascii": {"simple": "B  A", "grid": "A  B  C"}}`,
			want: `1:1 follows "left" "" [] ["the simple drawing breaks \"A is left of B.\"" "the grid drawing shows C, which the text does not name"]`},
	} {
		want := test.want
		if want != "" {
			want += "\n"
		}
		report, said := audit(t, test.text, test.opt)
		if diff := cmp.Diff(want, said); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.text, diff)
		}
		if right := want == "" || strings.Contains(want, " follows "); report.Rows != 1 || report.Right() != right || report.Wrong() == 0 != right {
			t.Errorf("%s: %+v", test.text, report)
		}
	}
}

// manyRows is a file with something to say about every tenth row.
func manyRows(n int) string {
	var out strings.Builder
	for i := range n {
		label := "left"
		if i%10 == 3 {
			label = "right"
		}
		fmt.Fprintf(&out, "1 A is left of B.\n2 %s\t%s\t1\n", agents, label)
	}
	return out.String()
}

// TestAuditOrder: findings come in the order of the file, whatever the number of workers.
func TestAuditOrder(t *testing.T) {
	text := manyRows(3000)
	var first string
	for _, workers := range []int{1, 2, 7, 0} {
		report, said := audit(t, text, export.AuditOptions{Workers: workers})
		if report.Rows != 3000 || report.Wrong() != 300 || report.Verdicts[export.AuditWrong] != 300 {
			t.Errorf("%d workers: %+v", workers, report)
		}
		if first == "" {
			first = said
		}
		if said != first {
			t.Errorf("%d workers find something else", workers)
		}
	}
}

// TestAuditStops: an error of the one who is told, the end of the context and a failing file end an audit.
func TestAuditStops(t *testing.T) {
	text := manyRows(3000)
	enough := errors.New("enough")
	told := 0
	_, err := export.Audit(context.Background(), strings.NewReader(text), "f", export.AuditOptions{}, func(export.AuditFinding) error {
		if told++; told == 5 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || told != 5 {
		t.Errorf("told %d times, %v", told, err)
	}

	ctx, cancel := context.WithCancel(context.Background())
	told = 0
	_, err = export.Audit(ctx, strings.NewReader(text), "f", export.AuditOptions{Workers: 1}, func(export.AuditFinding) error {
		if told++; told == 1 {
			cancel()
		}
		return nil
	})
	if !errors.Is(err, context.Canceled) || told > 20 {
		t.Errorf("told %d times, %v", told, err)
	}

	broken := errors.New("the cable is out")
	report, err := export.Audit(context.Background(), io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)), "f", export.AuditOptions{}, nil)
	if !errors.Is(err, broken) || report.Rows != 3000 || report.Wrong() != 300 {
		t.Errorf("%+v, %v", report, err)
	}
	var fault *export.ProblemError
	if _, err = export.Audit(context.Background(), strings.NewReader("prose"), "f", export.AuditOptions{}, nil); !errors.As(err, &fault) ||
		fault.Fault != export.FaultUnknownForm {
		t.Errorf("prose: %v", err)
	}
	if report, err = export.Audit(context.Background(), strings.NewReader(""), "f", export.AuditOptions{}, nil); err != nil || report.Rows != 0 {
		t.Errorf("nothing: %+v, %v", report, err)
	}
}

// TestAuditOptions: what is out of range is an error that names it.
func TestAuditOptions(t *testing.T) {
	measured := layout.Measured
	for _, test := range []struct {
		opt  export.AuditOptions
		want string
	}{
		{export.AuditOptions{Reading: &measured}, "reading measured"},
		{export.AuditOptions{Workers: -1}, "-1 workers"},
		{export.AuditOptions{Kinds: -2}, "-2 kinds"},
	} {
		if _, err := export.Audit(context.Background(), strings.NewReader(""), "f", test.opt, nil); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v; want %s", test.opt, err, test.want)
		}
	}
}

// TestAuditKinds: sentences that differ in their names are of one kind, and only so many kinds are kept.
func TestAuditKinds(t *testing.T) {
	var text strings.Builder
	for _, sentence := range []string{"A is flarp B", "B is flarp A", "C is flarp C", "A flarps the B", "A is flarp B", "AB flarps I", "A flarps I"} {
		fmt.Fprintf(&text, "1 A is left of B.\n2 %s.\n3 %s\tleft\t1\n", sentence, agents)
	}
	report, _ := audit(t, text.String(), export.AuditOptions{Kinds: 3})
	want := []export.UnreadKind{{"X1 is flarp X2.", 3, 3}, {"X1 is flarp X1.", 1, 9}, {"X1 flarps the X2.", 1, 12}}
	if diff := cmp.Diff(want, report.Kinds); diff != "" || report.Unread != 7 || report.More != 2 {
		t.Errorf("%d unread, %d more\n%s", report.Unread, report.More, diff)
	}
}

// TestAuditQuestionsOfAnybody: a question that is no benchmark's is read as its text says, or in the reading that is
// the default, whatever questions stand around it.
func TestAuditQuestionsOfAnybody(t *testing.T) {
	text := "1 A is left of B.\n2 B is left of C.\n3 " + agents + "\tleft\t1\n" // unit steps
	for _, q := range []string{"Where is A relative to C?", "What is the relation of A to C?", "What is the horizontal relation of A to C?",
		"Where could A be relative to C?", "Which relations of A to C are possible?"} {
		text += "1 A is left of B.\n2 B is left of C.\n3 A is left of C.\n4 " + q + "\tleft\t1\n"
	}
	report, findings := audit(t, text, export.AuditOptions{})
	if diff := cmp.Diff(map[string]int64{"stepgame": 1, "other": 5}, report.Formats); diff != "" || !report.Right() {
		t.Errorf("%+v\n%s", findings, diff)
	}
}

// TestAuditUnknown: where the label is that the answer cannot be determined, that is what must hold; a yes-or-no
// question without such a label is of a closed world.
func TestAuditUnknown(t *testing.T) {
	const story = "1 A is above B.\n2 C is in a lower row than A.\n3 Is B in a higher row than C?\t"
	for label, want := range map[string]export.AuditVerdict{
		"cannot be determined": export.AuditFollows, "no": export.AuditFollows, "yes": export.AuditWrong,
	} {
		if report, findings := audit(t, story+label+"\n", export.AuditOptions{}); report.Verdicts[want] != 1 {
			t.Errorf("%s: %+v", label, findings)
		}
	}
	report, findings := audit(t, "1 A is above B.\n2 Is A in a higher row than B?\tcannot be determined\n", export.AuditOptions{})
	if report.Verdicts[export.AuditWrong] != 1 {
		t.Errorf("%+v", findings)
	}
}

// TestAuditCountsSentencesOnce: a sentence that cannot be read counts once, however many questions follow it, and takes
// no longer.
func TestAuditCountsSentencesOnce(t *testing.T) {
	var text strings.Builder
	n := 0
	line := func(s string) {
		n++
		fmt.Fprintf(&text, "%d %s\n", n, s)
	}
	for range 3000 {
		line("A is flarp B.")
	}
	for range 1000 {
		line("Is A above B?\tno\t1")
	}
	line("B flarps C.")
	line("Is A above C?\tno\t1")
	report, findings := audit(t, text.String(), export.AuditOptions{})
	want := []export.UnreadKind{{Pattern: "X1 is flarp X2.", Count: 3000, Line: 3001}, {Pattern: "X1 flarps X2.", Count: 1, Line: 4002}}
	if diff := cmp.Diff(want, report.Kinds); diff != "" || report.Unread != 3001 || report.Verdicts[export.AuditUnread] != 1001 {
		t.Errorf("%d unread\n%s", report.Unread, diff)
	}
	first, _, _ := strings.Cut(findings, "\n")
	if got := strings.Count(first, "A is flarp B."); got != 100 {
		t.Errorf("a finding names %d sentences, want 100", got)
	}
}

// FuzzAudit: anything is audited without a panic, and every row gets one verdict.
func FuzzAudit(f *testing.F) {
	for _, text := range []string{
		"1 A is left of B.\n2 " + agents + "\tright\t1\n3 " + agents + "\tleft\t1\n1 A\n2 Is A above B?\tno\t1\n",
		"1 The shed is north of the barn.\n2 How do you go from the barn to the shed?\tn\t1\n3 What is north of the barn?\tshed\t1\n",
		`{"description": "A is left of B. A is above B.", "query_relation": "Where is A relative to B?", "label": "left", "ascii": {"simple": "A  B"}}`,
		`{"0": {"story": ["A is left of B.", "Where is B?"], "question": "Is A left of C?", "label": "yes"}}`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		total := int64(0)
		report, err := export.Audit(context.Background(), strings.NewReader(text), "f", export.AuditOptions{Workers: 1}, func(f export.AuditFinding) error {
			if f.Verdict != export.AuditFollows && f.Reason == "" || f.Line < 1 {
				t.Fatalf("%+v", f)
			}
			return nil
		})
		for _, n := range report.Verdicts {
			total += n
		}
		if total < report.Rows || err != nil && report.Rows > 0 {
			t.Fatalf("%+v, %v", report, err)
		}
	})
}
