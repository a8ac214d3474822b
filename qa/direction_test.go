package qa_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// TestDirectionFollows: the facts alone entail what is asked, and all that they entail can be asked. The oracle tries
// every placement.
func TestDirectionFollows(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySubject(t, 4)
		qs, _ := everyQuestion(qa.DirectionFamily{}, s)
		var got consequences
		for aspect := range got {
			got[aspect] = make(map[[2]int]layout.Cardinal)
		}
		cells := cellsOf(s.Layout)
		for _, q := range qs {
			d := q.(qa.Direction)
			got[d.Aspect][[2]int{d.Locatum, d.Relatum}] = d.Relation
			if shown := handRelation(cells[d.Locatum], cells[d.Relatum], d.Aspect); shown != d.Relation {
				t.Fatalf("%s: the answer is %v, the layout shows %v", d.AppendText(nil), d.Relation, shown)
			}
			if want := handLabels[d.Aspect][d.Relation]; d.Answer().String() != want {
				t.Fatalf("the label of %v is %q; want %q", d.Relation, d.Answer(), want)
			}
		}
		if diff := cmp.Diff(consequencesOf(s.Layout.Len(), s.Facts), got); diff != "" {
			t.Fatalf("%v of %v: (-entailed +asked)\n%s", s.Facts, namesOf(s.Layout), diff)
		}
	})
}

// TestDirectionTurns: turn or mirror a subject, and questions and grades turn with it.
func TestDirectionTurns(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySubject(t, 6)
		qs, _ := everyQuestion(qa.DirectionFamily{}, s)
		m := move(rapid.IntRange(1, moves-1).Draw(t, "move"))
		moved := qa.Subject{Facts: m.facts(s.Facts), Layout: m.layout(s.Layout)}
		movedQs, _ := everyQuestion(qa.DirectionFamily{}, moved)
		type asked struct {
			locatum, relatum int
			aspect           layout.Aspect
		}
		byPair := make(map[asked]qa.Direction)
		for _, q := range movedQs {
			d := q.(qa.Direction)
			byPair[asked{d.Locatum, d.Relatum, d.Aspect}] = d
		}
		if len(movedQs) != len(qs) {
			t.Fatalf("%d questions, %d after move %d", len(qs), len(movedQs), m)
		}
		for _, q := range qs {
			d := q.(qa.Direction)
			after, ok := byPair[asked{d.Locatum, d.Relatum, m.aspect(d.Aspect)}]
			if !ok || after.Relation != m.relation(d.Relation) {
				t.Fatalf("%+v becomes %+v after move %d", d, after, m)
			}
			for c, label := range handLabels[d.Aspect] {
				movedLabel := handLabels[after.Aspect][m.relation(c)]
				if d.Verify(label).Reward != after.Verify(movedLabel).Reward {
					t.Fatalf("%+v: %q is graded %+v; after move %d %q is %+v",
						d, label, d.Verify(label), m, movedLabel, after.Verify(movedLabel))
				}
			}
		}
	})
}

// A grade is what a response is: right, wrong, or no answer of the question's type.
type grade string

const (
	right    grade = "right"
	wrongOne grade = "wrong"
	none     grade = "none"
)

// TestDirectionVerify grades responses to "Where is A relative to D?".
func TestDirectionVerify(t *testing.T) {
	full, vertical, horizontal := layout.Full, layout.Vertical, layout.Horizontal
	tests := []struct {
		aspect   layout.Aspect
		answer   layout.Cardinal
		response string
		want     grade
	}{
		// The labels.
		{full, layout.N, "above", right},
		{full, layout.NE, "upper-right", right},
		{full, layout.E, "right", right},
		{full, layout.SE, "lower-right", right},
		{full, layout.S, "below", right},
		{full, layout.SW, "lower-left", right},
		{full, layout.W, "left", right},
		{full, layout.NW, "upper-left", right},
		{vertical, layout.EQ, "same level", right},
		{horizontal, layout.EQ, "same column", right},
		{full, layout.N, "below", wrongOne},
		{full, layout.NW, "upper-right", wrongOne},
		{vertical, layout.N, "same level", wrongOne},
		{horizontal, layout.W, "same column", wrongOne},

		// Synonyms.
		{full, layout.NW, "north-west", right},
		{full, layout.NW, "northwest", right},
		{full, layout.NW, "NW", right},
		{full, layout.NW, "nw", right},
		{full, layout.NW, "top left", right},
		{full, layout.NW, "Top-Left", right},
		{full, layout.NW, "10:30", right},
		{full, layout.NW, "at the 10 o'clock position", right},
		{full, layout.NW, "11 o’clock", right},
		{full, layout.NW, "left and above", right},
		{full, layout.NW, "above and to the left", right},
		{full, layout.NW, "up and to the left", right},
		{full, layout.NW, "above-left", right},
		{full, layout.NW, "one row up and two columns to the left", right},
		{full, layout.SE, "bottom right", right},
		{full, layout.SE, "southeast", right},
		{full, layout.SE, "4:30", right},
		{full, layout.SE, "below and to the right of D", right},
		{full, layout.N, "north", right},
		{full, layout.N, "N", right},
		{full, layout.N, "12 o'clock", right},
		{full, layout.N, "directly above", right},
		{full, layout.N, "straight up", right},
		{full, layout.N, "on top of D", right},
		{full, layout.N, "over", right},
		{full, layout.S, "beneath", right},
		{full, layout.S, "underneath D", right},
		{full, layout.S, "due south", right},
		{full, layout.E, "to the right", right},
		{full, layout.E, "east", right},
		{full, layout.E, "on the right-hand side", right},
		{full, layout.W, "westward", right},
		{vertical, layout.S, "lower", right},
		{vertical, layout.N, "higher", right},
		{vertical, layout.EQ, "same row", right},
		{vertical, layout.EQ, "They are at the same height.", right},
		{vertical, layout.EQ, "horizontally aligned", right},
		{horizontal, layout.EQ, "vertically aligned", right},
		{horizontal, layout.EQ, "in the same column as D", right},
		{horizontal, layout.E, "3 o'clock", right},

		// A part is not the whole, and the whole is not a part.
		{full, layout.N, "northeast", wrongOne},
		{full, layout.N, "north-east", wrongOne},
		{full, layout.N, "north east", wrongOne},
		{full, layout.N, "NE", wrongOne},
		{full, layout.N, "upper-left", wrongOne},
		{full, layout.N, "above and to the right", wrongOne},
		{full, layout.N, "north-northeast", none},
		{full, layout.NW, "above", wrongOne},
		{full, layout.NW, "left", wrongOne},
		{full, layout.W, "same row", none},
		{full, layout.N, "same column", none},
		{full, layout.N, "same place", none},
		{vertical, layout.EQ, "same place", none},
		{vertical, layout.EQ, "same row and same column", none},
		{horizontal, layout.EQ, "They are in the same position.", none},
		{full, layout.W, "left, in the same row", right},
		{full, layout.N, "directly above, in the same column", right},
		{full, layout.N, "above, same row", none},
		{vertical, layout.N, "upper-left", none},
		{vertical, layout.N, "above and to the left", none},
		{vertical, layout.N, "NE", none},
		{vertical, layout.N, "1:30", none},
		{horizontal, layout.E, "upper-right", none},
		{horizontal, layout.W, "southwest", none},
		{vertical, layout.N, "left", none},
		{vertical, layout.EQ, "left", none},
		{vertical, layout.EQ, "same column", none},
		{horizontal, layout.E, "above", none},
		{horizontal, layout.EQ, "same level", none},
		{vertical, layout.EQ, "left, in the same row", right},
		{horizontal, layout.EQ, "directly below, in the same column", right},
		{vertical, layout.N, "above, in the same column", right},

		// What stands around an answer.
		{full, layout.W, "The right answer is left", right},
		{full, layout.E, "The right answer is left", wrongOne},
		{full, layout.NW, "The correct answer is: upper-left.", right},
		{full, layout.W, "Right answer: left", right},
		{full, layout.N, "**above**", right},
		{full, layout.N, "__above__", right},
		{full, layout.NW, "`upper-left`", right},
		{full, layout.N, `\boxed{above}`, right},
		{full, layout.N, `$\boxed{\text{above}}$`, right},
		{full, layout.N, "<answer>above</answer>", right},
		{full, layout.N, "<answer> Above. </answer>", right},
		{full, layout.N, "# Answer\n\nabove\n", right},
		{full, layout.N, `{"answer": "above"}`, right},
		{full, layout.N, "ABOVE!", right},
		{full, layout.N, "Final answer: above", right},
		{full, layout.N, "above, because A has a smaller row than D", right},
		{full, layout.N, "Above. A has row 0 and D has row 2, and both have column 1.", right},
		{full, layout.NW, "A is in row 1, column 1; D is in row 2, column 3. So A is upper-left of D.", right},
		{full, layout.N, "A is above D.\n\nAnswer: above", right},
		{full, layout.N, "Answer: above\nExplanation: D is below A.", right},
		{full, layout.NW, "upper-left (northwest)", right},

		// Sentences from both sides.
		{full, layout.N, "A is above D.", right},
		{full, layout.N, "D is below A.", right},
		{full, layout.N, "D is above A.", wrongOne},
		{full, layout.N, "D is directly south of A, so A is directly north of D.", right},
		{full, layout.NW, "D is to the lower-right of A.", right},
		{full, layout.NW, "D is below and to the right of A", right},
		{full, layout.NW, "D is to the upper-left of A.", wrongOne},
		{full, layout.W, "D is at 3 o'clock from A", right},
		{full, layout.N, "A, relative to D, is above", right},
		{full, layout.N, "Relative to D, A is above.", right},
		{full, layout.N, "D is below", none},
		{full, layout.N, "below A", none},
		{full, layout.N, "A is above D and D is above A.", none},
		{vertical, layout.N, "D is below A.", right},
		{vertical, layout.EQ, "A and D are in the same row.", right},
		{horizontal, layout.W, "A is to the left of D.", right},
		{horizontal, layout.W, "D is to the left of A.", wrongOne},
		{full, layout.NW, "A is above D and to the left of D.", right},

		// Doubt, denial and lists.
		{full, layout.N, "above or below", none},
		{full, layout.N, "either above or left", none},
		{full, layout.N, "maybe above", none},
		{full, layout.N, "It might be above.", none},
		{full, layout.N, "probably above", none},
		{full, layout.N, "above?", none},
		{full, layout.N, "not below", none},
		{full, layout.N, "not above", none},
		{full, layout.N, "It isn't above.", none},
		{full, layout.N, "neither above nor below", none},
		{full, layout.N, "It cannot be determined.", none},
		{full, layout.N, "unknown", none},
		{full, layout.N, "above, below", none},
		{full, layout.N, "above/below", none},
		{full, layout.N, "above, upper-right, right, lower-right, below, lower-left, left, upper-left", none},
		{full, layout.N, "above\nbelow\nleft\nright", none},
		{full, layout.N, "above below", none},
		{full, layout.N, "above. No, below.", none},
		{full, layout.N, "above and below", none},
		{full, layout.NW, "above, left", none},
		{full, layout.NW, "above/left", none},
		{full, layout.SE, "right below", none},
		{vertical, layout.EQ, "same row or same column", none},

		// Echoes of the prompt, and nothing.
		{full, layout.N, "Where is A relative to D?", none},
		{vertical, layout.N, "Where is A vertically relative to D?", none},
		{horizontal, layout.W, "Where is A horizontally relative to D?", none},
		{full, layout.N, "Answer with one of: above, upper-right, right, lower-right, below, lower-left, left or upper-left.",
			none},
		{vertical, layout.N, "Answer with above, below or same level.", none},
		{horizontal, layout.W, "Answer with left, right or same column.", none},
		{vertical, layout.EQ, "above, below, same level", none},
		{full, layout.N, "Where is A relative to D? above", right},
		{full, layout.N, "", none},
		{full, layout.N, " \t\n", none},
		{full, layout.N, "A", none},
		{full, layout.N, "A D", none},
		{full, layout.N, "yes", none},
		{full, layout.N, "42", none},
		{full, layout.N, "aboveground", none},
		{full, layout.N, "I see A and D.", none},
		{full, layout.N, "\xff\xfe", none},
		{full, layout.N, strings.Repeat("junk ", 1<<18), none},
		{full, layout.N, strings.Repeat("above ", 1<<18), none},
		{full, layout.N, strings.Repeat("(", 1<<20), none},
	}
	if len(tests) < 120 {
		t.Errorf("%d rows", len(tests))
	}
	for _, test := range tests {
		q := qa.Direction{Names: []string{"A", "D"}, Locatum: 0, Relatum: 1, Aspect: test.aspect, Relation: test.answer}
		if v, got := gradeOf(t, q, test.response); got != test.want {
			t.Errorf("%v, %v: %.120q is %s (%q, %s); want %s",
				test.aspect, test.answer, test.response, got, v.Extracted, v.Reason, test.want)
		}
	}
}

func gradeOf(t *testing.T, q qa.Question, response string) (qa.Verdict, grade) {
	t.Helper()
	switch v := checkedVerdict(t, q, response); {
	case v.Correct:
		return v, right
	case v.FormatOK:
		return v, wrongOne
	default:
		return v, none
	}
}

// TestDirectionNames: names that look like directions, answers or English words are names all the same.
func TestDirectionNames(t *testing.T) {
	tests := []struct {
		locatum, relatum string
		answer           layout.Cardinal
		response         string
		want             grade
	}{
		{"E", "N", layout.S, "E is south of N.", right},
		{"E", "N", layout.S, "N is north of E.", right},
		{"E", "N", layout.S, "N", none},
		{"E", "N", layout.E, "E", none},
		{"E", "N", layout.NE, "NE", right},
		{"E", "N", layout.NE, "E is NE of N", right},
		{"E", "N", layout.S, "S", right},
		{"S", "W", layout.W, "S is west of W", right},
		{"S", "W", layout.W, "W is west of S", wrongOne},
		{"S", "W", layout.W, "left", right},
		{"NE", "SW", layout.N, "NE is above SW", right},
		{"NE", "SW", layout.NE, "NE", none},
		{"A", "I", layout.N, "I is below A.", right},
		{"A", "I", layout.N, "I think A is above I.", right},
		{"A", "I", layout.N, "A is above.", right},
		{"I", "A", layout.W, "I is to the left of A.", right},
		{"I", "A", layout.W, "A is to the right of I.", right},
		{"left", "right", layout.N, "above", right},
		{"left", "right", layout.N, "left is above right.", right},
		{"left", "right", layout.N, "right is below left.", right},
		{"left", "right", layout.W, "left", right},
		{"left", "right", layout.W, " Left\n", right},
		{"left", "right", layout.E, "right", right},
		{"left", "right", layout.E, "left", wrongOne},
		{"left", "right", layout.N, "left", wrongOne},
		{"left", "right", layout.W, "left is west of right", right},
		{"above", "below", layout.N, "above", right},
		{"above", "below", layout.S, "above is under below", right},
		{"answer", "label", layout.W, "left", right},
		{"answer", "label", layout.W, "answer is left of label", right},
		{"red chair", "desk", layout.W, "The desk is to the right of the red chair.", right},
		{"red chair", "desk", layout.W, "The red chair is to the right of the desk.", wrongOne},
		{"upper room", "cellar", layout.N, "The upper room is above the cellar.", right},
		{"upper room", "left wing", layout.NE, "The upper room is to the upper right of the left wing.", right},
		{"AB", "A", layout.N, "AB is above A", right},
		{"AB", "A", layout.N, "A is below AB", right},
		{"Tür", "机器", layout.SW, "机器 is to the upper-right of Tür.", right},
	}
	for _, test := range tests {
		q := qa.Direction{Names: []string{test.relatum, test.locatum}, Locatum: 1, Relatum: 0, Relation: test.answer}
		if v, got := gradeOf(t, q, test.response); got != test.want {
			t.Errorf("%s against %s, %v: %q is %s (%q, %s); want %s",
				test.locatum, test.relatum, test.answer, test.response, got, v.Extracted, v.Reason, test.want)
		}
	}
}

// TestDirectionAmong grades responses to "Where is A relative to D?" that speak of other objects, too.
func TestDirectionAmong(t *testing.T) {
	tests := []struct {
		answer   layout.Cardinal
		response string
		want     grade
	}{
		{layout.NW, "A is above B. B is left of D. So A is upper-left of D.", right},
		{layout.NW, "A is above B. B is left of D. So D is lower-right of A.", right},
		{layout.NW, "A is above B. B is left of D.\n\nAnswer: upper-left", right},
		{layout.NW, "A is above B. B is left of D. So D is upper-left of A.", wrongOne},
		{layout.NW, "A is above B.", none},
		{layout.N, "A is above B.", none},
		{layout.N, "B is above D.", none},
		{layout.E, "E", right},
		{layout.N, "E is above D.", none},
		{layout.N, "everything but above", none},
		{layout.N, "Ruled out: above", none},
		{layout.N, "A has a higher row index.", none},
		{layout.S, "Moving from A to D you go down.", none},
		{layout.N, "A is at the top, D at the bottom.", right},
		{layout.SW, "↙", right},
	}
	for _, test := range tests {
		q := qa.Direction{Names: []string{"A", "B", "D", "E"}, Relatum: 2, Relation: test.answer}
		if v, got := gradeOf(t, q, test.response); got != test.want {
			t.Errorf("%v: %q is %s (%q, %s); want %s", test.answer, test.response, got, v.Extracted, v.Reason, test.want)
		}
	}
}

// TestDirectionText: the three questions, word for word as the released data has them.
func TestDirectionText(t *testing.T) {
	for aspect, want := range []string{
		"Where is A relative to D?", "Where is A vertically relative to D?", "Where is A horizontally relative to D?",
	} {
		q := qa.Direction{Names: []string{"D", "A"}, Locatum: 1, Relatum: 0, Aspect: layout.Aspect(aspect)}
		if got := string(q.AppendText(nil)); got != want {
			t.Errorf("%v: %q; want %q", q.Aspect, got, want)
		}
	}
}
