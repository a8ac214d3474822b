package qa_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
	"pgregory.net/rapid"
)

// tallyOf returns maps as frames: C is a chair, D a plate, # a wall, ? hidden, and other letters are things of that name.
func tallyOf(t interface{ Helper() }, drawings ...string) qa.Subject {
	t.Helper()
	var s qa.Subject
	for _, d := range drawings {
		lines := strings.Split(d, "/")
		m := layout.NewMap(len(lines), len(lines[0]))
		for r, line := range lines {
			for c, mark := range line {
				at := layout.Cell{Row: r, Col: c}
				switch mark {
				case '.':
				case '#':
					m.Ground[m.Index(at)] = layout.Wall
				case '?':
					m.Ground[m.Index(at)] = layout.Hidden
				case 'C', 'D':
					m.Things = append(m.Things, layout.Thing{Name: fmt.Sprint("c", len(m.Things)), Kind: map[rune]string{'C': "chair", 'D': "plate"}[mark],
						Mark: byte(mark), Cells: []layout.Cell{at}})
				default:
					m.Things = append(m.Things, layout.Thing{Name: string(mark), Mark: byte(mark), Cells: []layout.Cell{at}})
				}
			}
		}
		s.Views = append(s.Views, m)
	}
	return s
}

// tallyAny draws views of anything, and windows for some.
func tallyAny(t *rapid.T) qa.Subject {
	n := rapid.IntRange(2, 4).Draw(t, "views")
	fill := rapid.SampledFrom([]string{"..#CD", "....?C", "...ABE", "..#CA?", ".#", "..#ABEFGHCD"}).Draw(t, "fill")
	wide, high := rapid.IntRange(1, 6).Draw(t, "cols"), rapid.IntRange(1, 6).Draw(t, "rows")
	world := make([]string, 8)
	for i := range world {
		world[i] = string(rapid.SliceOfN(rapid.SampledFrom([]byte(fill)), 8, 8).Draw(t, "row"))
	}
	var drawings []string
	var windows []layout.Window
	for range n {
		w := layout.Window{At: layout.Cell{Row: rapid.IntRange(0, 2).Draw(t, "row"), Col: rapid.IntRange(0, 2).Draw(t, "col")}, Turn: rapid.IntRange(0, 3).Draw(t, "turn")}
		var cells [][]string
		for r := range high {
			cells = append(cells, strings.Split(world[w.At.Row+r][w.At.Col:w.At.Col+wide], ""))
		}
		var lines []string
		for _, row := range tallyTurned(cells, w.Turn) {
			lines = append(lines, strings.Join(row, ""))
		}
		drawings, windows = append(drawings, strings.Join(lines, "/")), append(windows, w)
	}
	s := tallyOf(t, drawings...)
	if rapid.Bool().Draw(t, "windows") {
		s.Windows = windows
	}
	return s
}

// tallyHolds asks about anything, and holds what comes of it to the solver.
func tallyHolds(t *testing.T, solve func(string) (qatest.Solution, error), families ...qa.Family) {
	asked := 0
	rapid.Check(t, func(t *rapid.T) {
		s := tallyAny(t)
		f := rapid.SampledFrom(families).Draw(t, "family")
		q, err := f.Ask(s, drawn{t})
		if err != nil {
			if !errors.Is(err, qa.ErrUnsuitable) {
				t.Fatal(err)
			}
			return
		}
		asked++
		for _, medium := range q.(qa.Instance).Media() {
			prompt := string(qa.AppendPrompt(nil, s, q, medium))
			if got, err := solve(prompt); err != nil || got.Answer != q.Answer().String() {
				t.Fatalf("%v, %v; the answer is %v\n%s", got.Answer, err, q.Answer(), prompt)
			}
		}
	})
	t.Log(asked, "questions")
}

// TestTallyAnything: what is asked about any views has the answer that the solver finds.

// tallyRises checks that questions get harder from level to level.
func tallyRises(t *testing.T, f qa.Family) {
	last := 0.0
	for level := 1; level <= qa.Levels; level++ {
		sum := 0
		for i := range int64(400) {
			src := seed.NewKey(4).At(i).Stream()
			s, err := f.At(level).Sample(src)
			if err != nil {
				t.Fatal(err)
			}
			q, err := f.At(level).Ask(s, src)
			if err != nil {
				t.Fatal(err)
			}
			sum += q.(qa.Instance).Difficulty()
		}
		mean := float64(sum) / 400
		t.Logf("level %d: %.1f", level, mean)
		if mean <= last {
			t.Errorf("level %d is not harder than the one before", level)
		}
		last = mean
	}
}

// benchTally draws, asks and writes prompts.
func benchTally(b *testing.B, f qa.Family) {
	b.ReportAllocs()
	key := seed.NewKey(1).Named(f.Name())
	var dst []byte
	failed := 0
	for i := range b.N {
		src := key.At(int64(i)).Stream()
		s, err := f.Sample(src)
		if err != nil {
			failed++
			continue
		}
		q, err := f.Ask(s, src)
		if err != nil {
			failed++
			continue
		}
		dst = qa.AppendPrompt(dst[:0], s, q, qa.AsDrawing)
	}
	b.ReportMetric(float64(failed)/float64(b.N), "failed/op")
}
