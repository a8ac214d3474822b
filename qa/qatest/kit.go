// Package qatest holds families of questions to what package qa promises of all: it samples, asks, grades, turns and hides, and
// checks every answer with a solver that sees the prompt alone and shares no code with the family.
package qatest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// Kit is what the conformance test needs to know of one family. Everything in it must be written for the test, by other means
// than the family uses.
type Kit struct {
	// Families are the family, and the same with other knobs. The first is run at every level, the others as they are.
	Families []qa.Family
	// Solve finds the right answers of a prompt. It sees nothing else.
	Solve func(prompt string) (Solution, error)
	// Wrong draws an answer of the question's type, as a response would write it; it is likely, but need not be, wrong. Nil: the
	// mistakes of the question alone.
	Wrong func(q qa.Question, src seed.Source) string
	// Turned returns what a right answer becomes when the scene is moved. Nil: the turned question's own answer must be right, which is
	// checked anyway.
	Turned func(q qa.Instance, s layout.Symmetry) string
	// Fill returns the prompts that may lie under one in which a piece is hidden: one for every way to fill the gap. Nil where
	// no piece can be hidden.
	Fill func(prompt string) []string
	// Class returns what is counted to see whether answers are balanced. Nil: the answer.
	Class func(q qa.Question) string
	// Texts: the family asks about texts too, and its questions need not be Instances.
	Texts bool
	// Why no question of the family can be turned, has a contrast, is still asked with a piece of its evidence hidden, has a rationale, is
	// shown as a drawing or as a text. Each is "" where some can; Run fails when that is not so.
	NoTurn, NoContrast, NoHiding, NoRationale, NoDrawing, NoText string
	// Guess is the most that the most frequent answer, and a guesser who sees the question alone, may get right, in percent; 0 for 50.
	Guess float64
}

// Solution says what is right of one prompt.
type Solution struct {
	Answer string                   // a right answer
	Right  func(answer string) bool // whether another is; nil: only one equal to Answer in all but letter case is
}

func (s Solution) right(answer string) bool {
	if s.Right != nil {
		return s.Right(answer)
	}
	return strings.EqualFold(s.Answer, answer)
}

// Item is a question with what it is asked about.
type Item struct {
	Family  qa.Family
	Subject qa.Subject
	qa.Question
	Level int // 0: as the knobs are
}

// Draw makes item i of a kit, a function of i alone. It fails when the family comes to nothing too often.
func (k Kit) Draw(t testing.TB, i int64) Item {
	t.Helper()
	variants := int64(qa.Levels + len(k.Families) - 1)
	if v := i % variants; v >= qa.Levels {
		return k.drawOf(t, k.Families[v-qa.Levels+1], 0, i)
	}
	level := int(i%variants) + 1
	return k.drawOf(t, k.Families[0].At(level), level, i)
}

// drawOf makes item i of a family.
func (k Kit) drawOf(t testing.TB, f qa.Family, level int, i int64) Item {
	t.Helper()
	item := Item{Family: f, Level: level}
	src := seed.NewKey(1).Named(f.Name()).At(i).Stream()
	var err error
	for range mostTries {
		if item.Subject, err = f.Sample(src); err == nil {
			item.Question, err = f.Ask(item.Subject, src)
		}
		if err == nil {
			return item
		}
		if !errors.Is(err, qa.ErrUnsuitable) {
			break
		}
	}
	t.Fatalf("%s, item %d, level %d: %v", f.Name(), i, level, err)
	return item
}

// mostTries is how many draws of a family may come to nothing, one after the other.
const mostTries = 100

// Check holds item i to everything, with so many wrong answers.
func (k Kit) Check(t testing.TB, i int64, wrongs int) {
	t.Helper()
	k.check(t, i, wrongs, new(totals))
}

func (k Kit) check(t testing.TB, i int64, wrongs int, sum *totals) {
	t.Helper()
	item := k.Draw(t, i)
	name := fmt.Sprintf("%s, item %d, level %d", item.Family.Name(), i, item.Level)
	src := seed.NewKey(2).Named(item.Family.Name()).At(i).Stream()
	media := []qa.Medium{qa.AsText}
	inst, posed := item.Question.(qa.Instance)
	switch {
	case posed:
		media = inst.Media()
	case !k.Texts:
		t.Fatalf("%s: the question is no Instance", name)
	}
	if len(media) == 0 {
		t.Fatalf("%s: no medium", name)
	}
	if item.Question.Family() != item.Family.Name() {
		t.Fatalf("%s: the question says it is of family %q", name, item.Question.Family())
	}
	answer := item.Answer().String()
	checkOwn(t, name, item.Question)
	var solution Solution
	for _, medium := range media {
		prompt := string(qa.AppendPrompt(nil, item.Subject, item.Question, medium))
		s, err := k.Solve(prompt)
		if err != nil {
			t.Fatalf("%s as %v: the solver: %v\n%s\n-> %s", name, medium, err, prompt, answer)
		}
		if !s.right(answer) {
			t.Fatalf("%s as %v: the answer %q is not right; %q is\n%s", name, medium, answer, s.Answer, prompt)
		}
		solution = s
	}
	shown := func() string { return string(qa.AppendPrompt(nil, item.Subject, item.Question, media[0])) }
	judge := func(response, what string) {
		v := item.Verify(response)
		right := solution.right(response)
		if right != v.Correct || v.Correct != (v.Reward == 1) || v.Reward < 0 || v.Reward > 1 {
			t.Fatalf("%s: %s %q is graded %+v, right is %t\n%s\n-> %s", name, what, response, v, right, shown(), answer)
		}
	}
	if posed {
		k.checkMistakes(t, name, inst, solution)
	}
	for range wrongs {
		if k.Wrong == nil {
			break
		}
		judge(k.Wrong(item.Question, src), "the answer")
	}
	if !posed {
		return
	}
	if d := inst.Difficulty(); d < 1 {
		t.Fatalf("%s: difficulty %d; 1 or more is allowed", name, d)
	}
	sum.instances++
	for _, m := range media {
		sum.media[m]++
	}
	if len(inst.Mistakes()) > 0 {
		sum.mistakes++
	}
	if len(inst.AppendRationale(nil)) > 0 {
		sum.explained++
	}
	whole := prompt(inst)
	if other, ok := inst.Contrast(); ok {
		if prompt(other) != whole {
			sum.contrasted++
		}
		k.checkOther(t, name+", its contrast", item.Subject, other)
	}
	sym := layout.Symmetry(src.Intn(layout.Symmetries))
	if turned, ok := inst.Turn(sym); ok {
		sum.turned++
		if prompt(turned) != whole {
			sum.moved++
		}
		k.checkOther(t, fmt.Sprintf("%s, turned by symmetry %d", name, sym), item.Subject, turned)
		if k.Turned != nil {
			if want := k.Turned(inst, sym); !turned.Verify(want).Correct {
				t.Fatalf("%s, turned by symmetry %d: the answer %q became %q; want %q\n%s", name, sym, answer, turned.Answer(), want,
					shown())
			}
		}
	}
	k.checkHidden(t, name, inst, media[0], src, sum)
}

// checkOwn checks that the answer earns the whole reward, however it is dressed.
func checkOwn(t testing.TB, name string, q qa.Question) {
	t.Helper()
	answer := q.Answer()
	if !answer.Equal(answer) || !answer.Equal(q.Answer()) || answer.Equal(nil) {
		t.Fatalf("%s: %v must equal itself and not nil", name, answer)
	}
	text := answer.String()
	dressed := []string{text, text + "\n", "```\n" + text + "\n```"}
	if !strings.Contains(text, "\n") {
		dressed = append(dressed, "Answer: "+text, "The answer is "+text+".", "<answer>"+text+"</answer>", "**"+text+"**",
			"Let me look at the map.\n\nAnswer: "+text)
	}
	switch answer.(type) { // words beside these are read as part of them
	case qa.Drawing:
		dressed = dressed[:3]
	case qa.Description:
		dressed = dressed[:2]
	}
	for _, response := range dressed {
		if v := q.Verify(response); !v.Correct || v.Reward != 1 || !v.FormatOK {
			t.Fatalf("%s: the answer as %q is graded %+v", name, response, v)
		}
	}
	for _, response := range []string{"", " ", "I do not know.", "\x00\xff", strings.Repeat("(", 1000)} {
		if v := q.Verify(response); v.Correct || v.Reward != 0 {
			t.Fatalf("%s: %.20q is graded %+v", name, response, v)
		}
	}
}

// checkOther checks another question that came of the first.
func (k Kit) checkOther(t testing.TB, name string, subject qa.Subject, q qa.Instance) {
	t.Helper()
	checkOwn(t, name, q)
	for _, medium := range q.Media() {
		prompt := string(qa.AppendPrompt(nil, subject, q, medium))
		s, err := k.Solve(prompt)
		if err != nil {
			t.Fatalf("%s as %v: the solver: %v\n%s", name, medium, err, prompt)
		}
		if answer := q.Answer().String(); !s.right(answer) {
			t.Fatalf("%s as %v: the answer %q is not right; %q is\n%s", name, medium, answer, s.Answer, prompt)
		}
	}
}

// checkMistakes checks that mistakes are wrong, of the answer's type, and differ.
func (k Kit) checkMistakes(t testing.TB, name string, q qa.Instance, solution Solution) {
	t.Helper()
	seen := make(map[string]bool)
	for _, m := range q.Mistakes() {
		text := m.String()
		switch v := q.Verify(text); {
		case seen[text]:
			t.Fatalf("%s: the mistake %q stands twice", name, text)
		case solution.right(text) || m.Equal(q.Answer()):
			t.Fatalf("%s: the mistake %q is right", name, text)
		case v.Correct || v.Reward == 1:
			t.Fatalf("%s: the mistake %q is graded %+v", name, text, v)
		case !v.FormatOK:
			t.Fatalf("%s: the mistake %q is no answer: %+v", name, text, v)
		}
		seen[text] = true
	}
}

// checkHidden hides a piece of the evidence: what is still asked must have one answer, however the gap is filled.
func (k Kit) checkHidden(t testing.TB, name string, q qa.Instance, medium qa.Medium, src seed.Source, sum *totals) {
	t.Helper()
	pieces := q.Pieces()
	if pieces == 0 || k.Fill == nil {
		return
	}
	sum.pieces++
	piece := src.Intn(pieces)
	name = fmt.Sprintf("%s, without piece %d", name, piece)
	rest, err := q.Without(piece)
	if err != nil {
		if !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatalf("%s: %v", name, err)
		}
		return
	}
	checkOwn(t, name, rest)
	answer := rest.Answer().String()
	unknown := answer == qa.Unknown.String()
	gap := string(qa.AppendPrompt(nil, qa.Subject{}, rest, medium))
	sum.kept++
	if gap != prompt(q) {
		sum.marked++
	}
	agreed, answers := true, make(map[string]bool)
	for _, whole := range k.Fill(gap) {
		s, err := k.Solve(whole)
		if err != nil {
			continue // filled so, it is no question
		}
		sum.filled++
		answers[s.Answer] = true
		if !s.right(answer) {
			agreed = false
			if !unknown {
				t.Fatalf("%s: the answer %q is not right when the gap is filled so; %q is\n%s\n\nfilled:\n%s", name, answer, s.Answer, gap, whole)
			}
		}
	}
	if unknown && agreed && len(answers) == 1 {
		t.Fatalf("%s: it is said that it cannot be determined, but whatever fills the gap, it is %v\n%s", name, answers, gap)
	}
}
