package qa_test

import (
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// graded is a response with the grade that it must get.
type graded struct {
	response string
	want     grade
}

func checkGrades(t *testing.T, q qa.Question, rows []graded) {
	t.Helper()
	for _, row := range rows {
		if v, got := gradeOf(t, q, row.response); got != row.want {
			t.Errorf("%s %v: %q is %s (%q, %s); want %s", q.AppendText(nil), q.Answer(), row.response, got, v.Extracted, v.Reason, row.want)
		}
	}
}

var abcd = []string{"A", "B", "C", "D"}

func TestTruthVerify(t *testing.T) {
	claim := layout.Fact{Locatum: 0, Relatum: 1, Relation: layout.N, Reading: layout.HalfPlane}
	ask := func(v qa.TruthValue) qa.Question { return qa.Truth{Names: abcd, Claim: claim, Value: v} }
	checkGrades(t, ask(qa.Yes), []graded{
		{"yes", right}, {"Yes.", right}, {"YES", right}, {"Yes, A is in a higher row than B.", right}, {"Yes!", right},
		{"yes it is", right}, {"true", right}, {"Yes - because A is above C.", right}, {"Answer: yes", right},
		{"C is above B. A is above C. So yes.", right}, {"The final answer is: **Yes**", right}, {"Therefore, yes", right},
		{"**Answer:**\nyes", right}, {"\"yes\"", right}, {"$\\boxed{\\text{yes}}$", right}, {"- yes", right},
		{"no", wrongOne}, {"No.", wrongOne}, {"No, A is not above B.", wrongOne}, {"cannot be determined", wrongOne},
		{"False", wrongOne}, {"It can’t be determined from the text.", wrongOne},
		{"yes and no", none}, {"yes or no", none}, {"Yes. No.", none}, {"yes, no", none}, {"no... yes", none}, {"yes\nno", none},
		{"not yes", none}, {"not no", none}, {"maybe yes", none}, {"probably yes", none}, {"Yes, probably.", none}, {"yes?", none},
		{"Yes, unless C is above A.", none}, {"Yes, but it cannot be determined.", none}, {"I would say yes", none},
		{"Yes, A is not above B.", none}, {"Yes, A isn't above B.", none}, {"yesterday", none}, {"A is above B.", none},
		{"Is it yes?", none}, {"The answer is not yes.", none}, {"There is no answer.", none}, {"It is true", none},
		{"Yes if A is above C.", none}, {"yes/no", none}, {"Yes. Wait, A is below B.", none}, {"well, yes", none},
		{"Yes, A is below B.", none}, {"Yes, A is in a lower row than B.", none}, {"Yes. B is above A.", none}, {"yes, nope", none},
		{"Yes, B is below A.", right}, {"Yes, A is to the left of B.", right}, {"Yes, C is below B.", right}, {"Yes, impossible", none},
		{"Yes, it is unclear", none}, {"yes, however A is below", none}, {"above", none}, {"Answer: yes. Answer: no", none}, {"", none},
	})
	checkGrades(t, ask(qa.No), []graded{
		{"no", right}, {"No, A is not in a higher row than B.", right}, {"No. A is below B.", right}, {"No, it isn't.", right},
		{"no because A is below B", right}, {"False.", right}, {"B is above C. So the answer is no.", right},
		{"No object is above B.", none}, {"no-one", none}, {"no clue", none}, {"No idea.", none}, {"none", none}, {"not", none},
		{"There is no way to tell.", none}, {"never", none}, {"No, yes.", none}, {"nope", none}, {"Of course no", none},
		{"yes", wrongOne}, {"unknown", wrongOne}, {"No, A is in a higher row than B.", none}, {"No - A is above B", none},
		{"No, B is below A", none}, {"No, A is to the left of B.", right}, {"No, it is.", none}, {"No, I am not sure.", none},
		{"No. A is above B.", none}, {"No, there is not enough information", none}, {"No, it is impossible to say", none},
	})
	checkGrades(t, ask(qa.Unknown), []graded{
		{"cannot be determined", right}, {"Cannot be determined.", right}, {"It cannot be determined.", right},
		{"This can't be determined from the given facts.", right}, {"Unknown", right}, {"undetermined", right},
		{"The answer cannot be determined.", right}, {"The answer cannot be determined from the text.", right},
		{"There is not enough information.", right}, {"Not enough information to tell.", right}, {"We cannot tell.", right},
		{"It is impossible to say.", right}, {"It is not possible to determine this from the text.", right}, {"Unclear.", right},
		{"It cannot be determined whether A is above or below B.", right}, {"It's unknown.", right},
		{"Cannot be determined, because A could be above or below B.", right}, {"It cannot be determined. A is above B.", none},
		{"Cannot be determined, but probably yes", none}, {"Cannot be determined, A is below B", none}, {"It is possible to tell", none},
		{"unknown or no", none}, {"Not enough information.", right},
		{"A is above C. B is above C. It cannot be determined.", right}, {"Answer: cannot be determined", right},
		{"It cannot be determined, so no.", none}, {"can be determined", none}, {"I do not know", none}, {"not determined", right},
		{"It cannot be determined to be false", none}, {"yes", wrongOne}, {"no", wrongOne}, {"determined", none},
		{"cannot", none}, {"not unknown", none}, {"It is not undetermined", none}, {"It depends.", none},
	})
	checkGrades(t, qa.Truth{Names: abcd, Claim: claim, Value: qa.No, Closed: true}, []graded{
		{"no", right}, {"yes", wrongOne}, {"cannot be determined", none}, {"unknown", none},
	})
	checkGrades(t, qa.Possible{Names: abcd, Claim: claim, Form: qa.Could, Value: qa.Yes}, []graded{
		{"yes", right}, {"Yes, it is possible.", right}, {"Yes, A could be in a higher row than B.", right},
		{"no", wrongOne}, {"No, it cannot.", wrongOne}, {"cannot be determined", none}, {"possibly", none},
		{"It is possible.", none}, {"A could be above B.", none}, {"maybe", none}, {"Yes, maybe.", none},
	})
}

func TestChooseVerify(t *testing.T) {
	ask := func(negated bool, right ...bool) qa.Question {
		return qa.Choose{
			Names: abcd, Claim: layout.Fact{Relatum: 2, Relation: layout.N, Reading: layout.HalfPlane}, Negated: negated,
			Options: []int{0, 1, 3}[:len(right)], Right: right,
		}
	}
	checkGrades(t, ask(false, true, false), []graded{
		{"A", right}, {"A.", right}, {"Only A", right}, {"**A**", right}, {"Answer: A", right}, {"The answer is A.", right},
		{"A is in a higher row than C.", right}, {"A is above C", right}, {"A is higher up than C, in whatever column", right},
		{"A, because it is above C", right}, {"A because C is below it.", right}, {"B is below C. So the answer is A.", right},
		{"B", wrongOne}, {"both", wrongOne}, {"neither", wrongOne}, {"A and B", wrongOne}, {"A, B", wrongOne}, {"A & B", wrongOne},
		{"Both A and B", wrongOne}, {"Neither A nor B", wrongOne}, {"none", wrongOne}, {"all", wrongOne}, {"B, A", wrongOne},
		{"C", none}, {"D", none}, {"a", none}, {"A or B", none}, {"A?", none}, {"not A", none}, {"not B", none}, {"A, not B", none},
		{"maybe A", none}, {"A, maybe", none}, {"A is not above C", none}, {"A is below C", none}, {"A, A", none}, {"AB", none},
		{"A. B.", none}, {"A\nB", none}, {"The answer is A. B is above C too.", none}, {"A and C", none}, {"either", none},
		{"A, because B is below C", none}, {"A but B", none}, {"it is A", right}, {"It's A.", right}, {"Object A", right}, {"A is.", right},
		{"A only", right}, {"A alone", right}, {"(A)", right}, {"it is not A", none}, {"A is not.", none}, {"(A) B", none}, {"everything but B", none}, {"option A", none},
		{"A D", none}, {"A and", none}, {"above", none}, {"yes", none}, {"A is higher", none}, {"", none}, {"both or A", none},
	})
	checkGrades(t, ask(false, true, true), []graded{
		{"both", right}, {"Both.", right}, {"A and B", right}, {"B, A", right}, {"both A and B", right}, {"Both of them", right},
		{"Both are in a higher row than C.", right}, {"Both A and B are above C.", right}, {"all", right}, {"all of them", right},
		{"A", wrongOne}, {"neither", wrongOne}, {"both C and A", none}, {"both A", none}, {"not both", none},
		{"A is above C. B is above C. So both.", right}, {"A is above C. B is above C.", none}, {"both and neither", none},
	})
	checkGrades(t, ask(false, false, false), []graded{
		{"neither", right}, {"Neither.", right}, {"none", right}, {"None of them.", right}, {"Neither A nor B", right},
		{"neither A nor B is above C", right}, {"Neither of them", right}, {"neither one", right}, {"Neither is above C.", right},
		{"Neither is.", right}, {"none of the two", none}, {"neither of the two", right},
		{"A", wrongOne}, {"both", wrongOne}, {"neither A", none}, {"neither nor", none}, {"no", none},
	})
	checkGrades(t, ask(true, true, false), []graded{
		{"A", right}, {"A is not above C.", right}, {"A is not in a higher row than C", right}, {"A is above C", none},
		{"B", wrongOne}, {"B is not above C", wrongOne}, {"A is not below C", none},
	})
	checkGrades(t, ask(false, true, false, true), []graded{
		{"A, D", right}, {"D, A", right}, {"A and D", right}, {"A, and D", right}, {"A and D are above C", right},
		{"Both A and D", right}, {"A", wrongOne}, {"A, B and D", wrongOne}, {"A, B, D", wrongOne}, {"all", wrongOne},
		{"none", wrongOne}, {"[A, D]", right}, {"{A, D}", right}, {"A and D only", right}, {"They are A and D.", right}, {"A and D are.", right},
		{"both", none}, {"A, D, C", none}, {"A; D", none}, {"A D", none},
	})
	two := qa.Choose{
		Names: []string{"red chair", "the desk", "lamp 2"}, Claim: layout.Fact{Relatum: 2, Relation: layout.W},
		Options: []int{0, 1}, Right: []bool{true, false},
	}
	checkGrades(t, two, []graded{
		{"red chair", right}, {"Red chair", right}, {"The desk", wrongOne}, {"red chair and the desk", wrongOne},
		{"chair", none}, {"red", none}, {"red chairs", none}, {"RED CHAIR", none}, {"red chair is to the left of lamp 2", right},
	})
}

func TestRelationsVerify(t *testing.T) {
	ask := func(w layout.World, all ...layout.Cardinal) qa.Question {
		var set layout.CardinalSet
		for _, c := range all {
			set = set.Add(c)
		}
		return qa.Possible{Names: abcd, World: w, Claim: layout.Fact{Relatum: 1}, Relations: qa.Relations(set)}
	}
	checkGrades(t, ask(layout.World{}, layout.N, layout.NW), []graded{
		{"above, upper-left", right}, {"upper-left, above", right}, {"Above and upper-left.", right}, {"above\nupper-left", right},
		{"above, and upper left", right}, {"north; northwest", right}, {"N, NW", right}, {"{above, upper-left}", right},
		{"The possible relations are: above, upper-left.", right}, {"above, above, upper-left", right}, {"- above\n- upper-left", right},
		{"1 o'clock", wrongOne}, {"above", wrongOne}, {"upper-left", wrongOne}, {"above, upper-left, left", wrongOne},
		{"above, left", wrongOne}, {"above and to the left", none}, {"below, lower-right", wrongOne}, {"above, not left", none},
		{"above or upper-left", right}, {"above, or upper-left", right}, {"either above or upper-left", none},
		{"above or left", wrongOne}, {"not above, upper-left", none}, {"maybe above, upper-left", none}, {"above, B", none},
		{"above, upper-left, overlap", none}, {"above, upper-left, same place", none}, {"above, upper-left?", none},
		{"all but below", none}, {"above, same row", none}, {"yes", none}, {"none", none}, {"", none}, {",", none},
	})
	checkGrades(t, ask(layout.World{Sharing: true}, layout.W, layout.EQ), []graded{
		{"left, overlap", right}, {"left, same place", right}, {"overlapping, west", right}, {"left", wrongOne},
		{"left and overlap", right}, {"overlap", wrongOne}, {"overlap, right", wrongOne}, {"left, same row", none},
	})
}

func TestDirectionSharing(t *testing.T) {
	ask := func(answer layout.Cardinal, aspect layout.Aspect, sharing bool) qa.Question {
		return qa.Direction{Names: abcd, Relatum: 1, Relation: answer, Aspect: aspect, Sharing: sharing}
	}
	checkGrades(t, ask(layout.EQ, layout.Full, true), []graded{
		{"overlap", right}, {"Overlap.", right}, {"A and B overlap.", right}, {"A and B share a cell.", right},
		{"A and B do not share a cell.", none}, {"same place", right},
		{"A is in the same place as B.", right}, {"They are overlapping.", right}, {"above", wrongOne}, {"left", wrongOne},
		{"same row", none}, {"same column", none}, {"no overlap", none}, {"they do not overlap", none}, {"overlap or above", none},
		{"overlap, above", none}, {"overlapped", none}, {"", none},
	})
	checkGrades(t, ask(layout.N, layout.Full, true), []graded{{"above", right}, {"overlap", wrongOne}, {"same spot", wrongOne}})
	checkGrades(t, ask(layout.N, layout.Full, false), []graded{{"above", right}, {"overlap", none}, {"same spot", none}})
	checkGrades(t, ask(layout.EQ, layout.Vertical, true), []graded{{"same level", right}, {"overlap", right}, {"same column", none}})
}

func TestRouteVerify(t *testing.T) {
	// A is north of B, B north of D; A is west of C, C north of D, too: two ways from A to D in a graph of rooms.
	q := qa.Path{
		Names: abcd, From: 0, To: 3, Moves: []layout.Cardinal{layout.S, layout.S},
		Facts: []layout.Fact{
			{Locatum: 0, Relatum: 1, Relation: layout.N}, {Locatum: 3, Relatum: 1, Relation: layout.S},
			{Locatum: 0, Relatum: 2, Relation: layout.W}, {Locatum: 2, Relatum: 3, Relation: layout.N},
		},
	}
	checkGrades(t, q, []graded{
		{"s,s", right}, {"S, S", right}, {"south, south", right}, {"s s", right}, {"Go south twice.", right}, {"e,s", right},
		{"east, then south", right}, {"go south and then go south", right}, {"Answer: s,s", right}, {"south two times", right},
		{"**s,s**", right}, {"s -> s", right}, {"\\boxed{s,s}", right}, {"<answer>e,s</answer>", right},
		{"s", wrongOne}, {"s,s,s", wrongOne}, {"n,n", wrongOne}, {"s,e", wrongOne}, {"w,s", wrongOne}, {"e,e,s", wrongOne},
		{"n,s,s,s", wrongOne}, {"ss", none}, {"se", none}, {"s or s", none}, {"s,s?", none}, {"south south-east", none}, {"up", none},
		{"s. s.", none}, {"not s,s", none}, {"s,s,x", none}, {"", none}, {"twice", none}, {"A", none}, {"s,s or e,s", none},
	})
	if text := string(q.AppendText(nil)); text != "How do you go from A to D?" {
		t.Error(text)
	}
	q.Facts = nil
	checkGrades(t, q, []graded{{"s,s", right}, {"e,s", wrongOne}})
}

func TestArrangeVerify(t *testing.T) {
	top := qa.Arrange{Names: abcd, Arrangement: qa.Topmost, Object: 1}
	checkGrades(t, top, []graded{
		{"B", right}, {"It is B.", right}, {"B is topmost", right}, {"B is the topmost object.", right}, {"Object B", right},
		{"B is in a higher row than every other object.", right}, {"A", wrongOne}, {"none", wrongOne}, {"B, C", none}, {"B or none", none},
		{"B is bottommost", none}, {"not B", none}, {"B?", none}, {"A, B, C, D", none}, {"", none},
	})
	top.Object = -1
	checkGrades(t, top, []graded{{"none", right}, {"None is.", right}, {"none of them", right}, {"B", wrongOne}})
}
