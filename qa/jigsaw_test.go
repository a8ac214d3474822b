package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var jigsawKit = qatest.Kit{
	Families: []qa.Family{qa.JigsawFamily{}, qa.JigsawFamily{Phrasing: qa.Variant}.At(2), qa.JigsawFamily{Phrasing: qa.Variant}.At(4),
		qa.JigsawFamily{Form: qa.JigsawOrder, Rows: 3, Cols: 2, Side: 3}, qa.JigsawFamily{Form: qa.JigsawOffset, Side: 7, Kinds: 4},
		qa.JigsawFamily{Form: qa.JigsawOffset, Side: 3}},
	Solve: solveJigsaw,
	Wrong: func(q qa.Question, src seed.Source) string {
		answer := q.Answer().String()
		if answer[0] == '(' {
			return fmt.Sprintf("(%d, %d)", src.Intn(7)-3, src.Intn(7)-3)
		}
		all := strings.Split(answer, ", ")
		if src.Intn(2) == 0 {
			seed.Shuffle(src, all)
		} else {
			a, b := src.Intn(len(all)), src.Intn(len(all))
			all[a], all[b] = all[b], all[a]
		}
		return strings.Join(all, ", ")
	},
	Fill: func(prompt string) []string { return tallyFills(prompt, nil, ".#+9"+tallyMarks(prompt)) },
}

func TestJigsawKit(t *testing.T) { qatest.Run(t, jigsawKit) }

var (
	jigsawSize   = regexp.MustCompile(`in (\d) rows of (\d) tiles`)
	jigsawCommon = regexp.MustCompile(`at least (\d+|one) cells? in common`)
	jigsawHow    = regexp.MustCompile(`of the top-left cell of crop (\d) does the top-left cell of crop (\d) lie\?`)
	jigsawShift  = regexp.MustCompile(`is crop (\d) shifted against crop (\d), top-left`)
)

// solveJigsaw builds all rows of tiles whose seams fit and stacks them, or tries every offset.
func solveJigsaw(prompt string) (qatest.Solution, error) {
	if m := jigsawCommon.FindStringSubmatch(prompt); m != nil {
		least, err := strconv.Atoi(m[1])
		if err != nil {
			least = 1
		}
		return solveJigsawOffset(prompt, least)
	}
	tiles, err := tallyParse(prompt, "Tile")
	if err != nil {
		return qatest.Solution{}, err
	}
	m := jigsawSize.FindStringSubmatch(prompt)
	if m == nil {
		return qatest.Solution{}, fmt.Errorf("how the tiles lie is not said")
	}
	height, _ := strconv.Atoi(m[1])
	width, _ := strconv.Atoi(m[2])
	fits := func(a, b string) bool { return a == b || a == "?" || b == "?" }
	beside := func(a, b int) bool {
		for r, row := range tiles[a].cells {
			if !fits(row[len(row)-1], tiles[b].cells[r][0]) {
				return false
			}
		}
		return true
	}
	under := func(a, b int) bool {
		return slices.EqualFunc(tiles[a].cells[len(tiles[a].cells)-1], tiles[b].cells[0], fits)
	}
	rows := [][]int{{}}
	for range width {
		var longer [][]int
		for _, row := range rows {
			for i := range tiles {
				if !slices.Contains(row, i) && (len(row) == 0 || beside(row[len(row)-1], i)) {
					longer = append(longer, append(slices.Clone(row), i))
				}
			}
		}
		rows = longer
	}
	stacks := [][][]int{{}}
	for range height {
		var taller [][][]int
		for _, stack := range stacks {
			for _, row := range rows {
				ok := true
				for k, i := range row {
					for _, above := range stack {
						ok = ok && !slices.Contains(above, i)
					}
					ok = ok && (len(stack) == 0 || under(stack[len(stack)-1][k], i))
				}
				if ok {
					taller = append(taller, append(slices.Clone(stack), row))
				}
			}
		}
		stacks = taller
	}
	if len(stacks) != 1 || width*height != len(tiles) {
		return qatest.Solution{}, fmt.Errorf("there are %d ways to lay the tiles", len(stacks))
	}
	var answer []string
	switch {
	case strings.Contains(prompt, "row by row from the top, each row from left to right?"):
		for _, row := range stacks[0] {
			for _, i := range row {
				answer = append(answer, tiles[i].label)
			}
		}
	case strings.Contains(prompt, "column by column from the left, each column from top to bottom?"):
		for col := range width {
			for _, row := range stacks[0] {
				answer = append(answer, tiles[row[col]].label)
			}
		}
	default:
		return qatest.Solution{}, fmt.Errorf("no question")
	}
	text := strings.Join(answer, ", ")
	return qatest.Solution{Answer: text, Right: func(given string) bool { return given == text }}, nil
}

func solveJigsawOffset(prompt string, least int) (qatest.Solution, error) {
	crops, err := tallyParse(prompt, "Crop")
	if err != nil || len(crops) != 2 {
		return qatest.Solution{}, fmt.Errorf("%d crops, %v", len(crops), err)
	}
	from, to := -1, -1
	if m := jigsawHow.FindStringSubmatch(prompt); m != nil {
		from, to = int(m[1][0]-'1'), int(m[2][0]-'1')
	} else if m := jigsawShift.FindStringSubmatch(prompt); m != nil {
		to, from = int(m[1][0]-'1'), int(m[2][0]-'1')
	} else {
		return qatest.Solution{}, fmt.Errorf("no question")
	}
	a, b := crops[from].cells, crops[to].cells
	var pinned [][2]int // the offsets that things of which there is but one ask for
	for r, row := range b {
		for c, what := range row {
			for r2, row2 := range a {
				for c2, other := range row2 {
					if other == what && mergeThing(what) && !strings.HasPrefix(what, "a ") {
						pinned = append(pinned, [2]int{r2 - r, c2 - c})
					}
				}
			}
		}
	}
	var found [][2]int
	for dr := -len(b); dr <= len(a); dr++ {
		for dc := -len(b[0]); dc <= len(a[0]); dc++ {
			common, ok := 0, true
			for _, at := range pinned {
				ok = ok && at == [2]int{dr, dc}
			}
			for r, row := range b {
				for c, what := range row {
					if !ok {
						break
					}
					if r+dr < 0 || c+dc < 0 || r+dr >= len(a) || c+dc >= len(a[0]) {
						continue
					}
					common++
					other := a[r+dr][c+dc]
					ok = ok && (other == what || other == "?" || what == "?")
				}
			}
			if ok && common >= least {
				found = append(found, [2]int{dr, dc})
			}
		}
	}
	if len(found) != 1 {
		return qatest.Solution{}, fmt.Errorf("the offset may be %v", found)
	}
	text := fmt.Sprintf("(%d, %d)", found[0][0], found[0][1])
	return qatest.Solution{Answer: text, Right: func(given string) bool { return given == text }}, nil
}

// TestJigsawAnything: what is asked about any parts has the answer that the solver finds.
func TestJigsawAnything(t *testing.T) {
	tallyHolds(t, solveJigsaw, qa.JigsawFamily{}, qa.JigsawFamily{Phrasing: qa.Variant})
}

func TestJigsawRises(t *testing.T) { tallyRises(t, qa.JigsawFamily{}) }

// TestJigsawSteps: every line of the steps is so, and there is one for every seam.
func TestJigsawSteps(t *testing.T) {
	seam := regexp.MustCompile(`^The (right column|bottom row) of tile (\w), (\S+), is the (left column|top row) of tile (\w)\.$`)
	same := regexp.MustCompile(`^The same is shown by (rows? [^,]+, columns? .*) of crop (\d) and by (rows? [^,]+, columns? .*) of crop (\d)\.$`)
	for i := range int64(300) {
		q := jigsawKit.Draw(t, i).Question.(qa.Jigsaw)
		evidence := string(q.AppendEvidence(nil, qa.AsDrawing))
		steps := strings.Split(string(q.AppendRationale(nil)), "\n")
		if q.Form == qa.JigsawOffset {
			crops, err := tallyParse(evidence, "Crop")
			m := same.FindStringSubmatch(steps[0])
			if err != nil || m == nil || len(steps) != 1 {
				t.Fatalf("item %d: %q, %v", i, steps, err)
			}
			part := func(where, crop string) (cells [][]string, top, left int) {
				p := tallyPiece.FindStringSubmatch(where)
				n := make([]int, 5)
				for k := 1; k < 5; k++ {
					n[k], _ = strconv.Atoi(p[k])
				}
				for r := n[1] - 1; r < max(n[1], n[2]); r++ {
					cells = append(cells, crops[crop[0]-'1'].cells[r][n[3]-1:max(n[3], n[4])])
				}
				return cells, n[1], n[3]
			}
			a, top, left := part(m[1], m[2])
			b, top2, left2 := part(m[3], m[4])
			want := qa.Offset{Rows: top - top2, Cols: left - left2}
			if !slices.EqualFunc(a, b, slices.Equal[[]string]) || q.Answer() != qa.Answer(want) {
				t.Fatalf("item %d: %q: %v and %v", i, steps, a, b)
			}
			continue
		}
		tiles, err := tallyParse(evidence, "Tile")
		if err != nil || len(steps) != q.Rows*(q.Cols-1)+q.Cols*(q.Rows-1) {
			t.Fatalf("item %d: %d steps, %v", i, len(steps), err)
		}
		edge := func(which, tile string) (text string) {
			v := tiles[tile[0]-'A']
			for r := range v.cells {
				for c, what := range v.cells[r] {
					if which == "right column" && c == v.cols()-1 || which == "left column" && c == 0 || which == "bottom row" && r == v.rows()-1 || which == "top row" && r == 0 {
						for mark, words := range v.marks {
							if words == what {
								what = mark
							}
						}
						text += what
					}
				}
			}
			return text
		}
		for _, text := range steps {
			m := seam.FindStringSubmatch(text)
			if m == nil || edge(m[1], m[2]) != m[3] || edge(m[4], m[5]) != m[3] {
				t.Fatalf("item %d: %q", i, text)
			}
		}
	}
}

// TestJigsawValidate: knobs out of range are named.
func TestJigsawValidate(t *testing.T) {
	for _, f := range []qa.JigsawFamily{{Rows: 1}, {Rows: 4}, {Cols: 1}, {Cols: 4}, {Side: 2}, {Side: 8}, {Kinds: -1}, {Kinds: 5}, {Form: 3}, {Phrasing: 3}} {
		if err := f.Validate(); err == nil || !strings.HasPrefix(err.Error(), "qa: jigsaw: ") {
			t.Errorf("%+v: %v", f, err)
		}
		if _, err := f.Sample(seed.NewKey(1).Stream()); err == nil || errors.Is(err, qa.ErrUnsuitable) {
			t.Errorf("%+v is sampled: %v", f, err)
		}
	}
}

// TestJigsawZero: the zero question asks nothing, and nothing panics.
func BenchmarkJigsaw(b *testing.B) {
	for level := 1; level <= qa.Levels; level++ {
		b.Run(fmt.Sprint(level), func(b *testing.B) { benchTally(b, qa.JigsawFamily{}.At(level)) })
	}
	b.Run("largest", func(b *testing.B) { benchTally(b, qa.JigsawFamily{Rows: 3, Cols: 3, Side: 7, Kinds: 4}) })
	b.Run("smallest", func(b *testing.B) { benchTally(b, qa.JigsawFamily{Form: qa.JigsawOrder, Side: 3}) })
}
