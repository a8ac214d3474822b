package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// dotFamilies are the families that this file's tests are about.
var dotFamilies = []qa.Family{qa.CoordinatesFamily{}, qa.ShapeFamily{}, qa.RotateFamily{}, qa.FoldFamily{}}

// drawDots makes a question of a family.
func drawDots(t testing.TB, f qa.Family, src seed.Source) (qa.Subject, qa.Question) {
	t.Helper()
	for range 100 {
		s, err := f.Sample(src)
		if err == nil {
			var q qa.Question
			if q, err = f.Ask(s, src); err == nil {
				return s, q
			}
		}
		if !errors.Is(err, qa.ErrUnsuitable) {
			t.Fatal(err)
		}
	}
	t.Fatalf("%s: nothing came", f.Name())
	return qa.Subject{}, nil
}

func BenchmarkDots(b *testing.B) {
	for _, f := range dotFamilies {
		for level := 1; level <= qa.Levels; level++ {
			b.Run(fmt.Sprintf("%s/level=%d", f.Name(), level), func(b *testing.B) {
				b.ReportAllocs()
				src := seed.NewKey(1).Stream()
				g := f.At(level)
				var dst []byte
				for range b.N {
					s, q := drawDots(b, g, src)
					dst = qa.AppendPrompt(dst[:0], s, q, q.(qa.Instance).Media()[0])
				}
			})
		}
	}
}

// TestDotDifficulty: the mean rises from level to level.
func TestDotDifficulty(t *testing.T) {
	for _, f := range dotFamilies {
		last := 0.0
		for level := 1; level <= qa.Levels; level++ {
			src := seed.NewKey(uint64(level)).Stream()
			sum := 0
			const n = 1000
			for range n {
				_, q := drawDots(t, f.At(level), src)
				sum += q.(qa.Instance).Difficulty()
			}
			mean := float64(sum) / n
			t.Logf("%s, level %d: difficulty %.1f", f.Name(), level, mean)
			if mean <= last {
				t.Errorf("%s, level %d: difficulty %.1f after %.1f", f.Name(), level, mean, last)
			}
			last = mean
		}
	}
}

// dotClass is what is counted of an answer: the place of the right option or thing among those there are, whether there is a hole, the
// number.
func dotClass(q qa.Question) (kind, class string) {
	switch q := q.(type) {
	case qa.Coordinates:
		if q.Asks == qa.CoordinatesWhich {
			return "which", fmt.Sprint("thing ", q.Map.ThingNamed(q.Thing))
		}
	case qa.Shape:
		switch q.Asks {
		case qa.ShapeCount:
			return "count", q.Answer().String()
		case qa.ShapeGlyph, qa.ShapeName:
			_, list, _ := strings.Cut(string(q.AppendText(nil)), ": ")
			list, _, _ = strings.Cut(list, "?")
			for i, name := range shapeList.Split(list, -1) {
				if strings.TrimPrefix(strings.TrimPrefix(name, "an "), "a ") == q.Answer().String() {
					return "option", fmt.Sprint("option ", i)
				}
			}
		}
	case qa.Rotate:
		switch q.Asks {
		case qa.RotateOption:
			return "option", q.Answer().String()
		case qa.RotateWhat:
			return "what", fmt.Sprint("thing ", q.Map.ThingNamed(q.Thing))
		case qa.RotateWhere:
			return "where", q.Answer().String()
		}
	case qa.Fold:
		switch q.Asks {
		case qa.FoldHole:
			return "hole", q.Answer().String()
		case qa.FoldHoles:
			return "holes", q.Answer().String()
		}
	}
	return "", ""
}

// TestDotBalance: no answer is given much more often than it would be by chance. Drawings and boxes are as good as never the same; the
// numbers of holes are few at level 1, where a hole goes through one or two layers.
func TestDotBalance(t *testing.T) {
	for _, f := range dotFamilies {
		for level := 1; level <= qa.Levels; level++ {
			counts := make(map[string]map[string]int)
			src := seed.NewKey(uint64(level)).Named("balance").Stream()
			for range 4000 {
				_, q := drawDots(t, f.At(level), src)
				if kind, class := dotClass(q); kind != "" {
					if counts[kind] == nil {
						counts[kind] = make(map[string]int)
					}
					counts[kind][class]++
				}
			}
			for kind, classes := range counts {
				all, most, what := 0, 0, ""
				for class, n := range classes {
					if all += n; n > most {
						most, what = n, class
					}
				}
				fair := 1 / float64(len(classes))
				share := float64(most) / float64(all)
				t.Logf("%s, level %d, %s: %d of %d (%.0f%%) are %q, of %d classes", f.Name(), level, kind, most, all, 100*share, what, len(classes))
				if kind != "holes" && kind != "count" && share > fair+.06 || (kind == "holes" || kind == "count") && level > 1 && share > .3 {
					t.Errorf("%s, level %d, %s: %.0f%% are %q", f.Name(), level, kind, 100*share, what)
				}
			}
		}
	}
}

// TestDotZeros: the zero questions ask nothing, and no response to them is right.
func TestDotZeros(t *testing.T) {
	for _, q := range []qa.Instance{qa.Coordinates{}, qa.Shape{}, qa.Rotate{}, qa.Fold{}, qa.Coordinates{Asks: 99}, qa.Shape{Asks: 99}, qa.Rotate{Asks: 99},
		qa.Fold{Asks: 99}, qa.Coordinates{Map: layout.NewMap(2, 2)}, qa.Rotate{Map: layout.NewMap(2, 2)}} {
		for _, response := range []string{"", "yes", "0", "A", "row 1, column 1", "#.\n.#", q.Answer().String()} {
			if v := q.Verify(response); v.Correct || v.Reward != 0 {
				t.Errorf("%#v: %q is graded %+v", q, response, v)
			}
		}
		_ = qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsBoth)
		_ = q.AppendRationale(nil)
		_ = q.Mistakes()
		_, _ = q.Turn(3)
		_, _ = q.Contrast()
		if _, err := q.Without(0); q.Difficulty() != 1 || !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%#v: difficulty %d, without: %v", q, q.Difficulty(), err)
		}
	}
	for _, f := range dotFamilies {
		if _, err := f.Ask(qa.Subject{}, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s asks about nothing: %v", f.Name(), err)
		}
		zero := qa.Subject{Map: new(layout.Map), Matrix: new(layout.Matrix), Figure: new(layout.Figure), Paper: new(layout.Paper)}
		if _, err := f.Ask(zero, seed.NewKey(1).Stream()); !errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%s asks about empty things: %v", f.Name(), err)
		}
	}
}

func TestDotValidate(t *testing.T) {
	for _, test := range []struct {
		f    qa.Family
		want string
	}{
		{qa.CoordinatesFamily{}, ""}, {qa.CoordinatesFamily{Side: 3}, "4 to 24"}, {qa.CoordinatesFamily{Things: 6}, "2 to 5"},
		{qa.CoordinatesFamily{Phrasing: 9}, "0 to 2"},
		{qa.ShapeFamily{}, ""}, {qa.ShapeFamily{Side: 25}, "4 to 24"}, {qa.ShapeFamily{Options: 7}, "2 to 6"}, {qa.ShapeFamily{Scale: 5}, "1 to 4"},
		{qa.ShapeFamily{Strokes: -1}, "1 to 8"},
		{qa.RotateFamily{}, ""}, {qa.RotateFamily{Cells: 4}, "5 to 24"}, {qa.RotateFamily{Options: 1}, "2 to 6"}, {qa.RotateFamily{Things: 13}, "2 to 12"},
		{qa.RotateFamily{Steps: 5}, "1 to 4"},
		{qa.FoldFamily{}, ""}, {qa.FoldFamily{Side: 13}, "2 to 12"}, {qa.FoldFamily{Folds: 7}, "1 to 6"}, {qa.FoldFamily{Punches: -1}, "1 to 6"},
	} {
		err := test.f.Validate()
		if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want) ||
			!strings.HasPrefix(err.Error(), "qa: "+test.f.Name()+": ")) {
			t.Errorf("%+v: %v; want %q", test.f, err, test.want)
		}
		if _, err := test.f.Sample(seed.NewKey(1).Stream()); (err == nil) != (test.want == "") {
			t.Errorf("%+v samples: %v", test.f, err)
		}
	}
}

func matrixOf(rows ...string) *layout.Matrix {
	m := layout.NewMatrix(len(rows), len(rows[0]))
	for i := range m.Dots {
		m.Dots[i] = rows[i/m.Cols][i%m.Cols] == '#'
	}
	return m
}

// TestRotateNeverAsksForRegularShapes: of a shape that its mirror image can be turned into no mirror image is asked for; of one that half
// a turn leaves as it is it is.
func TestRotateNeverAsksForRegularShapes(t *testing.T) {
	for _, m := range []*layout.Matrix{matrixOf("###", ".#."), matrixOf("#.", "##"), matrixOf("....", ".##.", "##..", "#..."), matrixOf("##", "##")} {
		for k := range uint64(200) {
			q, err := qa.RotateFamily{}.At(1+int(k%4)).Ask(qa.Subject{Matrix: m}, seed.NewKey(k).Stream())
			if err == nil && q.(qa.Rotate).Asks == qa.RotateOption {
				t.Fatalf("it is asked which is the mirror image of\n%v", qa.Dots{Matrix: m})
			}
		}
	}
	asked := false
	for k := range uint64(50) {
		q, err := qa.RotateFamily{}.Ask(qa.Subject{Matrix: matrixOf(".##", "##.")}, seed.NewKey(k).Stream())
		asked = asked || err == nil && q.(qa.Rotate).Asks == qa.RotateOption
	}
	if !asked {
		t.Error("it is never asked which is an S turned")
	}
}

// TestShapeNeverAsksSixFromNine: where letters may be turned, 6 and 9 are not to be told apart.
func TestShapeNeverAsksSixFromNine(t *testing.T) {
	for k := range uint64(500) {
		for _, name := range []byte("69") {
			m := layout.Glyph(name).Scaled(1 + int(k%2)).Transform(layout.Turn(int(k)))
			q, err := qa.ShapeFamily{Turned: true, Options: 6}.Ask(qa.Subject{Matrix: m}, seed.NewKey(k).Stream())
			if err != nil {
				t.Fatal(err)
			}
			six, nine := strings.IndexByte(layout.GlyphNames, '6'), strings.IndexByte(layout.GlyphNames, '9')
			if o := q.(qa.Shape).Options; slices.Contains(o, six) && slices.Contains(o, nine) {
				t.Fatal("6 and 9 are asked apart")
			}
		}
	}
}

// TestDotsVerify: what is read as a drawing.
func TestDotsVerify(t *testing.T) {
	q := qa.Rotate{Matrix: matrixOf("##.", "#..", "..#"), Asks: qa.RotateDraw, Steps: []layout.Symmetry{layout.Turn(1)}}
	for _, test := range []struct {
		response        string
		correct, format bool
	}{
		{".##\n..#\n#..", true, true},
		{"```\n.##\n..#\n#..\n```", true, true},
		{"0 1 1\n0 0 1\n1 0 0", true, true},
		{"The result:\n\n.##\n..#\n#..\n", true, true},
		{"First\n##.\n#..\n..#\nand turned\n.##\n..#\n#..", true, true},
		{".##\n..#\n#..\nand back\n##.\n#..\n..#", false, true},
		{"Maybe this:\n.##\n..#\n#..", false, false},
		{".##\n..#\n#..\nNo, that is wrong.", false, false},
		{".##\n..#\n#..\nIs it?", false, false},
		{".##\n..#", false, true},
		{"##.\n#..\n..#", false, true},
		{"none", false, false},
	} {
		if v := q.Verify(test.response); v.Correct != test.correct || v.FormatOK != test.format {
			t.Errorf("%q is graded %+v", test.response, v)
		}
	}
}

// TestBoxesVerify: what is read as boxes.
func TestBoxesVerify(t *testing.T) {
	m := layout.NewMap(5, 5)
	m.Things = []layout.Thing{{Name: "the oak table", Mark: 'T', Cells: layout.Box{Row: 1, Col: 0, Rows: 3, Cols: 2}.AppendCells(nil)},
		{Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 0, Col: 4}}}}
	one := qa.Coordinates{Map: m, Thing: "the oak table"}
	all := qa.Coordinates{Map: m, Asks: qa.CoordinatesList}
	for _, test := range []struct {
		q               qa.Coordinates
		response        string
		correct, format bool
	}{
		{one, "rows 2 to 4, columns 1 to 2", true, true},
		{one, "Rows 2-4, columns 1-2.", true, true},
		{one, "(2, 1) to (4, 2)", true, true},
		{one, "The oak table takes up rows 2 to 4, columns 1 to 2.", true, true},
		{one, "It takes up rows 2 to 4, columns 1 to 2.", true, true},
		{one, "rows 1 to 3, columns 0 to 1", false, true},
		{one, "columns 1 to 2, rows 2 to 4", true, true},
		{one, "rows 2 to 4, columns 1 to 2 or 3", false, false},
		{one, "Perhaps rows 2 to 4, columns 1 to 2", false, false},
		{one, "rows 2 to 4, columns 1 to 2\nrows 2 to 4, columns 1 to 3", false, false},
		{one, "rows 2 to 4, columns 1 to 3\nAnswer: rows 2 to 4, columns 1 to 2", true, true},
		{one, "rows 2 to 4, columns 1 to 2. That is not right.", false, false},
		{one, "B: rows 2 to 4, columns 1 to 2", false, false},
		{all, "B: row 1, column 5\nthe oak table: rows 2 to 4, columns 1 to 2", true, true},
		{all, "- oak table: rows 2 to 4, columns 1 to 2\n- B: row 1, column 5", true, true},
		{all, "**B**: row 1, column 5\n**The oak table**: rows 2 to 4, columns 1 to 2", true, true},
		{all, "B = rows 1 to 1, columns 5 to 5; the oak table = rows 2 to 4, columns 1 to 2", true, true},
		{all, "B: row 1, column 5", false, true},
		{all, "B: row 1, column 5\nthe oak table: rows 2 to 4, columns 1 to 2\nthe lamp: row 1, column 1", false, true},
		{all, "B: row 1, column 5\nB: row 1, column 4\nthe oak table: rows 2 to 4, columns 1 to 2", false, false},
		{all, "B: row 1, column 4\nAnswer:\nB: row 1, column 5\nthe oak table: rows 2 to 4, columns 1 to 2", true, true},
		{all, "B: row 1, column 5\nthe oak table: rows 2 to 4, columns 1 to 2\nBut this may be wrong.", false, false},
		{all, "the oak table: row 1, column 5\nB: rows 2 to 4, columns 1 to 2", false, true},
		{all, "", false, false},
	} {
		if v := test.q.Verify(test.response); v.Correct != test.correct || v.FormatOK != test.format || v.Correct != (v.Reward == 1) {
			t.Errorf("%q is graded %+v", test.response, v)
		}
	}
}

// FuzzBoxes: whatever is read as boxes is read again when it is written.
func FuzzBoxes(f *testing.F) {
	m := layout.NewMap(5, 5)
	m.Things = []layout.Thing{{Name: "the oak table", Mark: 'T', Cells: layout.Box{Row: 1, Col: 0, Rows: 3, Cols: 2}.AppendCells(nil)},
		{Name: "B", Mark: 'B', Cells: []layout.Cell{{Row: 0, Col: 4}}}}
	for _, s := range []string{"B: row 1, column 5\nthe oak table: rows 2 to 4, columns 1 to 2", "B = rows 1-1, columns 5-5", "(2, 1) to (4, 2)", "x: row 0, column 999"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, response string) {
		for _, q := range []qa.Coordinates{{Map: m, Thing: "B"}, {Map: m, Asks: qa.CoordinatesList}, {Map: m, Asks: qa.CoordinatesDraw}} {
			v := q.Verify(response)
			if v.Correct != (v.Reward == 1) || v.Correct && !v.FormatOK || v.Reward < 0 || v.Reward > 1 || v != q.Verify(response) {
				t.Fatalf("%q is graded %+v", response, v)
			}
		}
	})
}

var foldStep = regexp.MustCompile(`^(?:Fold (\d+) (?:brings row (\d+), column (\d+) onto row (\d+), column (\d+)|leaves row (\d+), column (\d+) where it is)\.|` +
	`There (a|no) hole is punched\.|The folded paper has holes at (.+)\.|Unfolding fold (\d+) shows (?:no more holes|holes at (.+) too)\.|That makes (\d+) cells? with a hole\.)$`)

// TestFoldRationale replays every step: cells go from fold to fold and end where it is said whether a hole is; holes add up.
func TestFoldRationale(t *testing.T) {
	src := seed.NewKey(11).Stream()
	for i := range 2000 {
		_, question := drawDots(t, qa.FoldFamily{}.At(1+i%4), src)
		q := question.(qa.Fold)
		at := [2]int{q.At.Row + 1, q.At.Col + 1}
		holes := make(map[[2]int]bool)
		said := ""
		for _, line := range strings.Split(string(q.AppendRationale(nil)), "\n") {
			m := foldStep.FindStringSubmatch(line)
			if m == nil {
				t.Fatalf("%q is no step", line)
			}
			n := func(k int) [2]int { return [2]int{foldInt(m[k]), foldInt(m[k+1])} }
			over := func(c [2]int, fold string) [2]int {
				f := q.Paper.Folds[foldInt(fold)-1]
				k := 0
				if f.Flap == layout.E || f.Flap == layout.W {
					k = 1
				}
				c[k] = 2*f.Crease + 1 - c[k]
				return c
			}
			switch {
			case m[2] != "":
				if n(2) != at || n(4) != over(at, m[1]) {
					t.Fatalf("%q after %v", line, at)
				}
				at = n(4)
			case m[6] != "":
				if n(6) != at {
					t.Fatalf("%q after %v", line, at)
				}
			case m[8] != "":
				if said = "no"; (m[8] == "a") != q.Whole {
					said = "yes"
				}
			case m[9] != "":
				holes = foldListed(m[9])
			case m[11] != "":
				more := foldListed(m[11])
				for c := range more {
					if holes[c] || !holes[over(c, m[10])] {
						t.Fatalf("%q: %v does not come from a hole", line, c)
					}
				}
				for c := range more {
					holes[c] = true
				}
			case m[12] != "":
				if foldInt(m[12]) != len(holes) || len(holes) != q.Paper.Unfold().Count() {
					t.Fatalf("%q: %d", line, len(holes))
				}
			}
		}
		if said != "" && said != q.Answer().String() {
			t.Fatalf("the steps say %s, the answer %v", said, q.Answer())
		}
	}
}

// TestShapeRationale: after each step as many dots are set as a drawing of the steps so far, by the test's own painter, has.
func TestShapeRationale(t *testing.T) {
	src := seed.NewKey(13).Stream()
	for i := range 600 {
		subject, q := drawDots(t, qa.ShapeFamily{}.At(1+i%4), src)
		if subject.Figure == nil {
			continue
		}
		prompt := string(qa.AppendPrompt(nil, subject, q, qa.AsText))
		evidence, question, _ := strings.Cut(prompt, "\n\n")
		lines := strings.Split(evidence, "\n")
		for k, step := range strings.Split(string(q.(qa.Instance).AppendRationale(nil)), "\n") {
			solved, err := shapeSolve(strings.Join(lines[:k+2], "\n") + "\n\nHow many dots of the result are set?")
			want := strings.Replace(fmt.Sprintf("After step %d, %s dots are set.", k+1, solved.Answer), " 1 dots are", " 1 dot is", 1)
			if err != nil || step != want {
				t.Fatalf("%q; %v, %v\n%s\n%s", step, solved.Answer, err, evidence, question)
			}
		}
	}
}

// TestRotateRationale: the steps are those that moving the map or the matrix as the prompt says gives, and the options are what they are said to be.
func TestRotateRationale(t *testing.T) {
	src := seed.NewKey(17).Stream()
	for i := range 600 {
		_, question := drawDots(t, qa.RotateFamily{}.At(1+i%4), src)
		q := question.(qa.Rotate)
		rationale := string(q.AppendRationale(nil))
		switch q.Asks {
		case qa.RotateOption:
			rows := strings.Split(qa.Dots{Matrix: q.Matrix}.String(), "\n")
			for k, line := range strings.Split(rationale, "\n") {
				what, option := "another shape", rotateKeys(strings.Split(qa.Dots{Matrix: q.Options[k]}.String(), "\n"), false)
				for key := range option {
					if rotateKeys(rows, false)[key] {
						what = "the shape turned"
					} else if rotateKeys(rows, true)[key] {
						what = "a mirror image of the shape"
					}
				}
				if want := fmt.Sprintf("Option %c is %s.", 'A'+k, what); line != want {
					t.Fatalf("%q; want %q", line, want)
				}
			}
		case qa.RotateDraw:
			if !strings.HasSuffix(rationale, q.Answer().String()) {
				t.Fatalf("%s\ndoes not end with\n%v", rationale, q.Answer())
			}
		case qa.RotateWhere:
			if !strings.HasSuffix(rationale, fmt.Sprintf("it is at %v.", q.Answer())) {
				t.Fatalf("%s\ndoes not end with %v", rationale, q.Answer())
			}
		}
	}
}
