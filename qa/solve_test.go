package qa_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"pgregory.net/rapid"
)

// steps is how StepGame and bAbI read their stories.
var steps = qa.SolveOptions{Reading: layout.UnitStep, World: layout.World{Sharing: true}}

// TestSolve spells out what follows from short texts, and from how many facts.
func TestSolve(t *testing.T) {
	babi17 := steps
	babi17.QuestionReading, babi17.Closed = layout.HalfPlane, true
	babi4 := steps
	babi4.QuestionReading = layout.UnitStep
	halfPlane := qa.SolveOptions{Reading: layout.HalfPlane}
	for _, test := range []struct {
		opt             qa.SolveOptions
		story, question string
		label           string // "" when it is not known
		hops            int    // 0 when there is no proof
		possible        string // of a relation
	}{
		{qa.SolveOptions{}, "A is left of B. C is above B.", "Where is A relative to C?", "lower-left", 2, "{SW}"},
		{qa.SolveOptions{}, "A is left of B. C is above B.", "Where is C vertically relative to A?", "above", 2, "{NE}"},
		{qa.SolveOptions{}, "A is left of B. C is above B.", "Where is C horizontally relative to B?", "same column", 1, "{N}"},
		{qa.SolveOptions{}, "A is left of B. C is above A.", "Where is B vertically relative to A?", "same level", 1, "{E}"},
		{qa.SolveOptions{}, "A is above B. C is above B.", "Where is A relative to C?", "", 0, "{N S}"},
		{qa.SolveOptions{}, "A is left of B. C is upper-left of B.", "Where is A relative to C?", "", 0, "{SE S SW}"},
		{qa.SolveOptions{}, "A is above B. B is above C.", "Is A above C?", "yes", 2, ""},
		{qa.SolveOptions{}, "A is above B. B is above C.", "Is C above A?", "no", 2, ""},
		{qa.SolveOptions{}, "A is above B. C is above B.", "Is A above C?", "", 0, ""},
		{qa.SolveOptions{}, "A is above B. C is above B.", "Could A be above C?", "yes", 0, ""},
		{qa.SolveOptions{}, "A is above B. C is above B.", "Could A be left of C?", "no", 2, ""},
		{qa.SolveOptions{}, "A is above B. C is above B.", "Which relations of A to C are possible?", "above, below", 0, "{N S}"},
		{qa.SolveOptions{}, "A is above B. B is left of C.", "What is left of C?", "B", 1, ""},
		{qa.SolveOptions{}, "A is left of B. B is left of C.", "What is left of C?", "", 0, ""},
		{qa.SolveOptions{}, "A is above B. B is left of C.", "What is above C?", "", 0, ""},
		{halfPlane, "A is above B. B is above C.", "Is A above C?", "yes", 2, ""},
		{halfPlane, "A is above B. B is above C.", "Where is A relative to C?", "", 0, "{N NE NW}"},
		{halfPlane, "A is above B. B is above C.", "Where is A vertically relative to C?", "above", 2, "{N NE NW}"},

		{steps, "A is above B. B is left of C.", "What is the relation of the agent A to the agent C?", "upper-left", 2, "{NW}"},
		{steps, "A is above B. B is below C.", "What is the relation of the agent A to the agent C?", "overlap", 2, "{EQ}"},
		{steps, "A is above B. B is above C. D is left of A. D is upper-left of C.", "Where is D relative to B?", "", 0, "contradiction"},
		{steps, "A is above B. B is above C.", "Is A above C?", "yes", 2, ""},
		{steps, "A is above B. C is left of D.", "Where is A relative to D?", "", 0, "{EQ N NE E SE S SW W NW}"},
		{babi17, "The red box is above the cup. The cup is to the left of the pan.", "Is the red box above the pan?", "yes", 2, ""},
		{babi17, "The red box is above the cup. The cup is to the left of the pan.", "Is the red box to the right of the pan?", "no", 2, ""},
		{babi17, "The red box is above the cup. The cup is to the left of the pan.", "Is the cup above the pan?", "no", 1, ""},
		{babi17, "The red box is above the cup. The lid is above the pan.", "Is the lid above the cup?", "no", 0, ""},
		{babi4, "The shed is north of the barn. The pond is south of the barn.", "What is north of the barn?", "shed", 1, ""},
		{babi4, "The shed is north of the barn. The barn is north of the pond.", "What is north of the pond?", "barn", 1, ""},
		{babi4, "The shed is north of the barn. The pond is south of the barn.", "What is the shed north of?", "barn", 1, ""},
		{babi4, "The shed is north of the barn. The pond is south of the barn.", "What is east of the barn?", "", 0, ""},
		{steps, "The shed is north of the barn. The pond is west of the barn.", "How do you go from the shed to the pond?", "s,w", 2, ""},
		{steps, "The shed is north of the barn. The pond is west of the mill.", "How do you go from the shed to the pond?", "", 0, ""},
	} {
		var s qa.Solver
		sol, err := s.Solve(test.story, test.question, test.opt)
		if test.possible == "contradiction" {
			var clash *qa.ContradictionError
			if !errors.As(err, &clash) {
				t.Errorf("%s %s: %v", test.story, test.question, err)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s %s: %v", test.story, test.question, err)
			continue
		}
		proof, proved := sol.Proof()
		possible := ""
		if sol.Possible != 0 {
			possible = sol.Possible.String()
		}
		if possible == "{SW}" || test.possible == "" || strings.Contains(test.question, "ly ") { // not asked for
			possible = test.possible
		}
		if sol.Label() != test.label || sol.Known != (test.label != "") || proof.Hops() != test.hops || proved != (test.hops > 0) ||
			possible != test.possible {
			t.Errorf("%s %s\n%q (%t), %d hops (%t), possible %s; want %q, %d, %s",
				test.story, test.question, sol.Label(), sol.Known, proof.Hops(), proved, possible, test.label, test.hops, test.possible)
		}
		if test.label != "" {
			if !sol.Accepts(test.label) || !sol.Allows(strings.ToUpper(test.label)) || sol.Accepts("") || sol.Allows("sideways") {
				t.Errorf("%s %s: accepts %t, allows %t; of the empty label %t, of none %t", test.story, test.question,
					sol.Accepts(test.label), sol.Allows(test.label), sol.Accepts(""), sol.Allows("sideways"))
			}
			if a := sol.Answer(); a == nil || a.String() != test.label || !a.Equal(sol.Answer()) {
				t.Errorf("%s %s: answer %v; want %s", test.story, test.question, a, test.label)
			}
		}
	}
}

// TestSolveErrors holds every way in which a problem cannot be solved to its type.
func TestSolveErrors(t *testing.T) {
	for _, test := range []struct {
		story, question string
		want            string // in the message
		check           func(err error) bool
	}{
		{"A is left of B. B is flarp C.", "Where is A relative to B?", "flarp", func(err error) bool {
			var unread *describe.SyntaxError
			var question *qa.QuestionError
			return errors.As(err, &unread) && !errors.As(err, &question)
		}},
		{"A is left of B.", "Where is A flarp to B?", "flarp", func(err error) bool {
			var question *qa.QuestionError
			return errors.As(err, &question)
		}},
		{"A is left of B.", "Where is A relative to C?", "Where is A relative to C?", func(err error) bool {
			var question *qa.QuestionError
			return errors.As(err, &question)
		}},
		{"", "Where is A relative to C?", "Where is A relative to C?", func(err error) bool {
			var question *qa.QuestionError
			return errors.As(err, &question)
		}},
		{"A is above B. C is left of A. B is above A.", "Where is A relative to C?", `"A is above B.", "B is above A."`, func(err error) bool {
			var clash *qa.ContradictionError
			var conflict *layout.ConflictError
			return errors.As(err, &clash) && errors.As(err, &conflict) && slices.Equal(clash.Facts, []int{0, 2}) &&
				slices.Equal(clash.Sentences, []string{"A is above B.", "B is above A."})
		}},
	} {
		_, err := new(qa.Solver).Solve(test.story, test.question, qa.SolveOptions{})
		if err == nil || !strings.Contains(err.Error(), test.want) || !test.check(err) {
			t.Errorf("%s %s: %T %v", test.story, test.question, err, err)
		}
	}
	var many strings.Builder
	for i := range layout.MaxObjects + 1 {
		fmt.Fprintf(&many, "K%d is above K%d. ", i, i+1)
	}
	if _, err := new(qa.Solver).Solve(many.String(), "Where is K1 relative to K2?", qa.SolveOptions{}); !errors.Is(err, layout.ErrTooMany) {
		t.Errorf("too many objects: %v", err)
	}
}

// TestSolutionZero: nothing was asked, and nothing panics.
func TestSolutionZero(t *testing.T) {
	var sol qa.Solution
	if _, ok := sol.Proof(); ok || sol.Answer() != nil || sol.Label() != "" || sol.Accepts("") || sol.Allows("left") || sol.Unique() ||
		sol.Sentence(0) != "" {
		t.Error("the zero Solution says something")
	}
	if l, err := sol.Layout(); err != nil || l.Len() != 0 {
		t.Errorf("%v, %v", l, err)
	}
}

// TestSolveReadings: flags win over what the text says, and that over the defaults.
func TestSolveReadings(t *testing.T) {
	const story = "A is above B. B is above C."
	for _, test := range []struct {
		assumed string
		opt     qa.SolveOptions
		reading layout.Reading
	}{
		{"", qa.SolveOptions{}, layout.Aligned},
		{"", qa.SolveOptions{Reading: layout.HalfPlane}, layout.HalfPlane},
		{assumption(layout.UnitStep), qa.SolveOptions{Reading: layout.HalfPlane}, layout.UnitStep},
		{assumption(layout.UnitStep), qa.SolveOptions{}, layout.UnitStep},
		{assumption(layout.UnitStep), qa.SolveOptions{Reading: layout.HalfPlane, OverrideReading: true}, layout.HalfPlane},
		{assumption(layout.UnitStep), qa.SolveOptions{OverrideReading: true}, layout.Aligned},
	} {
		sol, err := new(qa.Solver).Solve(test.assumed+story, "Where is A relative to C?", test.opt)
		if err != nil {
			t.Errorf("%s%s: %v", test.assumed, story, err)
			continue
		}
		if sol.Reading != test.reading || sol.Facts[0].Reading != test.reading {
			t.Errorf("%s%+v is read as %v, %v; want %v", test.assumed, test.opt, sol.Reading, sol.Facts[0].Reading, test.reading)
		}
	}
	// A world that is stated: on a grid of one column all is known.
	text := string(describe.AppendAssumptions(nil, layout.Aligned, layout.World{Rows: 3, Cols: 1})) + " " + story
	sol, err := new(qa.Solver).Solve(text, "Where is A relative to C?", qa.SolveOptions{})
	if want := (layout.World{Rows: 3, Cols: 1}); err != nil || sol.World != want || sol.Label() != "above" {
		t.Errorf("%s: %v, %v", text, sol.World, err)
	}
	_, err = new(qa.Solver).Solve(text, "Where is A relative to C?", qa.SolveOptions{World: layout.World{Rows: 2, Cols: 1}, OverrideWorld: true})
	var room *layout.RoomError
	if !errors.As(err, &room) {
		t.Errorf("three objects in two cells: %v", err)
	}
}

func assumption(r layout.Reading) string {
	return string(describe.AppendAssumptions(nil, r, layout.World{})) + " "
}

// stepWords are phrases by step, rows first, written down by hand.
var stepWords = map[[2]int][]string{
	{-1, 0}: {"above", "north of"}, {1, 0}: {"below", "south of"}, {0, -1}: {"to the left of", "west of"}, {0, 1}: {"to the right of", "east of"},
	{-1, -1}: {"at the upper left of", "northwest of"}, {-1, 1}: {"at the upper right of", "northeast of"},
	{1, -1}: {"at the lower left of", "southwest of"}, {1, 1}: {"at the lower right of", "southeast of"},
}

// TestSolveSteps adds up the unit steps of random chains by hand.
func TestSolveSteps(t *testing.T) {
	words := map[[2]int]string{
		{-1, 0}: "above", {1, 0}: "below", {0, -1}: "left", {0, 1}: "right", {0, 0}: "overlap",
		{-1, -1}: "upper-left", {-1, 1}: "upper-right", {1, -1}: "lower-left", {1, 1}: "lower-right",
	}
	var s qa.Solver
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 12).Draw(t, "objects")
		names := rapid.Permutation(layout.Names(26)).Draw(t, "names")[:n]
		cells := make([][2]int, n)
		var sentences []string
		for i := 1; i < n; i++ {
			back := rapid.IntRange(0, i-1).Draw(t, "back")
			step := [2]int{rapid.IntRange(-1, 1).Draw(t, "row"), rapid.IntRange(-1, 1).Draw(t, "col")}
			if step == [2]int{} {
				step[0] = 1
			}
			cells[i] = [2]int{cells[back][0] + step[0], cells[back][1] + step[1]}
			first, second := names[i], names[back]
			if rapid.Bool().Draw(t, "converse") {
				first, second, step = second, first, [2]int{-step[0], -step[1]}
			}
			sentences = append(sentences, fmt.Sprintf("%s is %s %s.", first, rapid.SampledFrom(stepWords[step]).Draw(t, "words"), second))
		}
		a := rapid.IntRange(0, n-1).Draw(t, "a")
		b := (a + rapid.IntRange(1, n-1).Draw(t, "b")) % n
		story := strings.Join(rapid.Permutation(sentences).Draw(t, "order"), "\n")
		sol, err := s.Solve(story, fmt.Sprintf("What is the relation of the agent %s to the agent %s?", names[a], names[b]), steps)
		if err != nil {
			t.Fatal(err)
		}
		if want := words[[2]int{signOf(cells[a][0] - cells[b][0]), signOf(cells[a][1] - cells[b][1])}]; sol.Label() != want {
			t.Fatalf("%s\n%s to %s: %q; want %q", story, names[a], names[b], sol.Label(), want)
		}
		l, err := sol.Layout()
		if err != nil {
			t.Fatal(err)
		}
		for i := range names {
			k, _ := l.Index(names[i])
			j, _ := l.Index(names[0])
			at, origin := l.Entities[k].At, l.Entities[j].At
			if got := [2]int{at.Row - origin.Row, at.Col - origin.Col}; got != cells[i] {
				t.Fatalf("%s\n%s is drawn at %v from %s; want %v", story, names[i], got, names[0], cells[i])
			}
		}
	})
}

// problem is a story of a data set with its question.
type problem struct{ story, question, label string }

// stepGame returns the StepGame problems of shared/conformance by name: clean and noise, k from 1 to 10.
func stepGame(t testing.TB) (names []string, problems map[string][]problem) {
	t.Helper()
	problems = make(map[string][]problem)
	for _, kind := range []string{"clean", "noise"} {
		for k := range 10 {
			name := fmt.Sprintf("%s/k%d", kind, k+1)
			file, err := os.Open(filepath.Join("../../shared/conformance/stepgame", name+".txt"))
			if err != nil {
				t.Skipf("no data that others wrote: %v", err)
			}
			for p, err := range export.ReadProblems(file, name) {
				if err != nil {
					t.Fatal(err)
				}
				problems[name] = append(problems[name], problem{p.Story, p.Question, p.Label})
			}
			file.Close()
			names = append(names, name)
		}
	}
	return names, problems
}

// TestSolveReusesMemory: once warm, solving a StepGame story allocates nothing.
func TestSolveReusesMemory(t *testing.T) {
	names, problems := stepGame(t)
	var s qa.Solver
	for _, name := range names {
		all := problems[name]
		right, i := 0, 0
		next := func() {
			p := all[i%len(all)]
			i++
			if sol, err := s.Solve(p.story, p.question, steps); err == nil && sol.Label() == p.label {
				right++
			}
		}
		for range all {
			next()
		}
		if right != len(all) {
			t.Errorf("%s: %d of %d are solved", name, right, len(all))
		}
		if allocs := testing.AllocsPerRun(len(all), next); allocs > 0 {
			t.Errorf("%s: %v allocations a story", name, allocs)
		}
	}
}

// BenchmarkSolve reads and solves StepGame stories, for the label alone: a file at a time, and the mean over k.
func BenchmarkSolve(b *testing.B) {
	names, problems := stepGame(b)
	var s qa.Solver
	run := func(b *testing.B, sets ...[]problem) {
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			all := sets[i%len(sets)] // every k as often as any other
			p := &all[i/len(sets)%len(all)]
			sol, err := s.Solve(p.story, p.question, steps)
			if err != nil || sol.Label() != p.label {
				b.Fatalf("%+v: %q, %v", p, sol.Label(), err)
			}
		}
		b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "stories/s")
	}
	for _, kind := range []string{"clean", "noise"} {
		var sets [][]problem
		for _, name := range names {
			if strings.HasPrefix(name, kind) {
				sets = append(sets, problems[name])
			}
		}
		b.Run(kind, func(b *testing.B) { run(b, sets...) })
	}
	for _, name := range names {
		b.Run(name, func(b *testing.B) { run(b, problems[name]) })
	}
}

// TestSolveProofs: a proof's sentences prove the answer by themselves, and no part of them does.
func TestSolveProofs(t *testing.T) {
	const story = "A is left of B. C is above B. D is below A. C is right of E. E is above D."
	var s, again qa.Solver
	for _, a := range layout.Names(5) {
		for _, b := range layout.Names(5) {
			if a == b {
				continue
			}
			question := "Where is " + a + " relative to " + b + "?"
			sol, err := s.Solve(story, question, qa.SolveOptions{})
			if err != nil {
				t.Fatal(err)
			}
			proof, ok := sol.Proof()
			if ok != sol.Known {
				t.Fatalf("%s known %t, proved %t", question, sol.Known, ok)
			}
			label := sol.Label()
			var part []string
			for _, k := range proof.Facts {
				part = append(part, sol.Sentence(k))
			}
			for drop := -1; drop < len(part) && sol.Known; drop++ {
				said := slices.Clone(part)
				if drop >= 0 {
					said = slices.Delete(said, drop, drop+1)
				}
				less, err := again.Solve(strings.Join(said, " "), question, qa.SolveOptions{})
				if follows := err == nil && less.Label() == label; follows != (drop < 0) {
					t.Errorf("%s %q follows from %q: %t, %v", question, label, said, follows, err)
				}
			}
		}
	}
}

// TestSolverAsksAgain: one reading serves many questions.
func TestSolverAsksAgain(t *testing.T) {
	var s qa.Solver
	if err := s.Read("A is above B. B is above C.", qa.SolveOptions{}); err != nil {
		t.Fatal(err)
	}
	var labels []string
	for _, q := range []string{"Where is A relative to B?", "Where is X relative to B?", "Is C above A?", "Where is C relative to A?"} {
		sol, _ := s.Ask(q)
		labels = append(labels, sol.Label())
	}
	if diff := cmp.Diff([]string{"above", "", "no", "below"}, labels); diff != "" {
		t.Error(diff)
	}
}

// What a text says of its question's words holds without being told again.
func TestSolveNotes(t *testing.T) {
	text := string(describe.AppendAssumptions(nil, layout.UnitStep, layout.World{})) + " "
	const facts = " A is to the upper left of B."
	for _, test := range []struct {
		note describe.Note
		want qa.TruthValue
	}{{describe.NoNote, qa.No}, {describe.SidesOnly, qa.Yes}} {
		var s qa.Solver
		sol, err := s.Solve(text+test.note.String()+facts, "Is A above B?", qa.SolveOptions{})
		if err != nil || sol.Truth != test.want {
			t.Errorf("with %q: %v, %v; want %v", test.note, sol.Truth, err, test.want)
		}
	}
}

// TestSolverForgetsStories: after a story that cannot be read nothing of the story before it is left.
func TestSolverForgetsStories(t *testing.T) {
	var s qa.Solver
	given := []string{"A", "B"}
	for _, opt := range []qa.SolveOptions{{}, {Names: given}} {
		for _, bad := range []struct {
			story string
			opt   qa.SolveOptions
		}{{"A is quux of B.", qa.SolveOptions{}}, {"A is above B.", qa.SolveOptions{Reading: layout.Measured}}, {"", qa.SolveOptions{Reading: 99}}} {
			shared := opt
			shared.World.Sharing = true
			if _, err := s.Solve("A is above B.", "Is A above B?", shared); err != nil {
				t.Fatal(err)
			}
			sol, err := s.Solve(bad.story, "Is A above B?", bad.opt)
			if err == nil || len(sol.Names) > 0 || len(sol.Facts) > 0 || sol.World != bad.opt.World || sol.Known {
				t.Errorf("%q: %v, and the solution is about %v, %v in %+v", bad.story, err, sol.Names, sol.Facts, sol.World)
			}
			if sol, err := s.Ask("Is A above B?"); err == nil {
				t.Errorf("%q: a question about the story before is answered %v", bad.story, sol.Answer())
			}
		}
	}
	if given[0] != "A" || given[1] != "B" {
		t.Errorf("the names given are now %v", given)
	}
}
