package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// fuzzedSubjects are what fuzzed responses answer: names of one letter, of two words, and that are answers themselves.
var fuzzedSubjects = []qa.Subject{
	{
		Facts:  parsed("C E B", "A S C"),
		Layout: layoutOf([]string{"A", "B", "C"}, []layout.Cell{{Row: 1, Col: 1}, {}, {Col: 1}}),
	},
	{
		Facts:  parsed("A NW B"),
		Layout: layoutOf([]string{"red chair", "N"}, []layout.Cell{{}, {Row: 1, Col: 1}}),
	},
	{
		Facts:  parsed("A W B", "B N C"),
		Layout: layoutOf([]string{"left", "above", "E"}, []layout.Cell{{}, {Col: 1}, {Row: 1, Col: 1}}),
	},
}

// fuzzVerify grades anything as an answer to every kind of question of a family.
func fuzzVerify(f *testing.F, family qa.Family, seeds ...string) {
	for _, s := range seeds {
		for i := range fuzzedSubjects {
			f.Add(s, uint64(i))
		}
	}
	f.Fuzz(func(t *testing.T, response string, n uint64) {
		s := fuzzedSubjects[n%uint64(len(fuzzedSubjects))]
		q, err := family.Ask(s, seed.NewKey(n).Stream())
		if err != nil {
			t.Skip(err)
		}
		if v := checkedVerdict(t, q, response); v.Correct {
			if again := q.Verify(v.Extracted); !again.Correct {
				t.Fatalf("%q is right as %q, which is graded %+v", response, v.Extracted, again)
			}
		}
	})
}

func FuzzVerifyDirection(f *testing.F) {
	fuzzVerify(f, qa.DirectionFamily{}, "above", "upper-left", "B is below A.", "The right answer is left", "same row",
		"10:30", "N", "left", "not above", "above or below?", "\\boxed{NW}", "red chair is north-west of N", "\xff")
}

func FuzzVerifyDraw(f *testing.F) {
	seeds := []string{"A", "B  C\nA", "```\nB C\n```", "+--+\n|A|", "B C\n. A", "AB\nC", "- A\n- B\n- C", "\t│A│\xff"}
	for _, s := range fuzzedSubjects {
		for style := range scene.Style(scene.Styles) {
			seeds = append(seeds, scene.Render(s.Layout, style))
		}
	}
	fuzzVerify(f, qa.DrawFamily{}, seeds...)
}

func FuzzVerifyDescribe(f *testing.F) {
	seeds := []string{
		"A is above B.", "A is in the same place as B.", "A is A.", "- C is at 3 o'clock from B.\n2. A is", ".",
	}
	for _, s := range fuzzedSubjects {
		seeds = append(seeds, qa.Describe{Layout: s.Layout}.Answer().String())
	}
	fuzzVerify(f, qa.DescribeFamily{}, seeds...)
}

func FuzzVerifyTruth(f *testing.F) {
	fuzzVerify(f, qa.TruthFamily{}, "yes", "No, A is not above B.", "cannot be determined", "Yes. No.", "<answer>no</answer>",
		"it can't be determined -", "yes?", "\\boxed{true}", "no-", "so so no", "\xff")
}

func FuzzVerifyChoose(f *testing.F) {
	fuzzVerify(f, qa.ChooseFamily{}, "both", "neither A nor B", "A and C", "A is above C.", "A, because", "only N", "none of them",
		"Answer: A", "all", "Both of them", ", and", "\xff")
}

func FuzzVerifyPossible(f *testing.F) {
	fuzzVerify(f, qa.PossibleFamily{}, "above, upper-left", "The relations are: N, NW.", "left and above", "yes", "- above\n- left",
		"{overlap}", "and", ",,", "all", "\xff")
}

func FuzzVerifyArrange(f *testing.F) {
	fuzzVerify(f, qa.ArrangeFamily{}, "yes", "none", "A", "A is in a higher row than every other object.", "N", "\xff")
}

func FuzzVerifyRoute(f *testing.F) {
	for _, s := range []string{"s,s", "go south twice", "south, then east", "s -> s", "four times", "n times", "\xff"} {
		f.Add(s)
	}
	q := qa.Path{
		Names: []string{"A", "B", "C"}, Facts: parsed("A N B", "B N C"), To: 2, Moves: []layout.Cardinal{layout.S, layout.S},
	}
	f.Fuzz(func(t *testing.T, response string) {
		if v := checkedVerdict(t, q, response); v.Correct && !q.Verify(v.Extracted).Correct {
			t.Fatalf("%q is right as %q, which is not", response, v.Extracted)
		}
	})
}
