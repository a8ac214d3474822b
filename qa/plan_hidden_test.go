package qa_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// TestPlanAskHidden asks about maps of which a cell or two are hidden: the answer must be right however they are filled.
func TestPlanAskHidden(t *testing.T) {
	kits := []qatest.Kit{pathKit, routeKit, fitKit}
	asked := 0
	for i := range int64(900) {
		k := kits[i%3]
		f := k.Families[0].At(1 + int(i)%2)
		src := seed.NewKey(41).At(i).Stream()
		s, err := f.Sample(src)
		if err != nil || s.Map == nil {
			continue
		}
		for range 1 + src.Intn(2) {
			s.Map = s.Map.Without(s.Map.Cell(src.Intn(len(s.Map.Ground))))
		}
		q, err := f.Ask(s, src)
		if err != nil {
			continue
		}
		asked++
		prompts := []string{string(qa.AppendPrompt(nil, s, q, qa.AsDrawing))}
		for strings.Contains(prompts[0][:strings.Index(prompts[0], "\n\n")], "?") {
			var filled []string
			for _, p := range prompts {
				filled = append(filled, k.Fill(p)...)
			}
			prompts = filled
		}
		for _, p := range prompts {
			solution, err := k.Solve(p)
			if err != nil {
				continue
			}
			answer := q.Answer().String()
			if right := solution.Right; right != nil && !right(answer) || right == nil && !strings.EqualFold(solution.Answer, answer) {
				t.Fatalf("item %d: %q is not right; %q is\n%s\n\n%s", i, answer, solution.Answer, qa.AppendPrompt(nil, s, q, qa.AsDrawing), p)
			}
		}
	}
	if asked < 700 {
		t.Errorf("only %d were asked", asked)
	}
}

// TestPlanSteps replays what rationales of routes and of sliding say.
func TestPlanSteps(t *testing.T) {
	for i := range int64(600) {
		src := seed.NewKey(51).At(i).Stream()
		f := planFamilies[1+i%2].At(1 + int(i)%4)
		s, err := f.Sample(src)
		if err != nil {
			continue
		}
		q, err := f.Ask(s, src)
		if err != nil {
			continue
		}
		text := string(q.(qa.Instance).AppendRationale(nil))
		switch q := q.(type) {
		case qa.Route:
			lines := strings.Split(text, "\n")
			compass := "north east south west"
			for k := range q.Stops[1:] {
				from, to := q.Map.Things[q.Stops[k]], q.Map.Things[q.Stops[k+1]]
				way := ""
				switch a, b := from.At(), to.At(); {
				case a.Row == b.Row && a.Col < b.Col:
					way = "east"
				case a.Row == b.Row:
					way = "west"
				case a.Row < b.Row:
					way = "south"
				default:
					way = "north"
				}
				if !strings.HasPrefix(lines[k], fmt.Sprintf("From %s to %s is %s", from.Name, to.Name, way)) {
					t.Fatalf("%q; %s is %s", lines[k], to.Name, way)
				}
				if k == 0 {
					continue
				}
				// The turn is that between the direction in the line before and in this one.
				was := strings.TrimSuffix(strings.Fields(lines[k-1][strings.LastIndex(lines[k-1], " is ")+4:])[0], ".")
				turn := (strings.Index(compass, way)/5 - strings.Index(compass, strings.Trim(was, ","))/5 + 4) % 4
				if want := [4]string{"", "after a turn right.", "after a turn back.", "after a turn left."}[turn]; !strings.HasSuffix(lines[k], want) {
					t.Fatalf("%q after %q", lines[k], lines[k-1])
				}
			}
		case qa.Fit:
			switch q.Form {
			case qa.FitBy:
				if !strings.Contains(text, fmt.Sprintf("After %v cell", q.Answer())) {
					t.Fatalf("%q; %v", text, q.Answer())
				}
			case qa.FitInto:
				into := q.Answer().String()
				if said, ok := map[string]string{"wall": "a wall", "edge": "the edge of the map"}[into]; ok {
					into = said
				}
				if !strings.HasSuffix(text, "\nOne cell further, "+into+" is in its way.") {
					t.Fatalf("%q; %v", text, q.Answer())
				}
			case qa.FitGap:
				if !strings.Contains(text, fmt.Sprintf(", %v cell", q.Answer())) {
					t.Fatalf("%q; %v", text, q.Answer())
				}
			case qa.FitRug:
				var rows, cols, row, col int
				for _, line := range strings.Split(text, "\n") {
					if _, err := fmt.Sscanf(line, "%d rows and %d columns are free from row %d, column %d on.", &rows, &cols, &row, &col); err == nil {
						break
					}
				}
				if (rows > 0) != (q.Answer() == qa.Yes) {
					t.Fatalf("%q; %v", text, q.Answer())
				}
				for k := range rows * cols {
					if at := (layout.Cell{Row: row - 1 + k/cols, Col: col - 1 + k%cols}); !q.Map.Free(at) {
						t.Fatalf("%q: %v is taken", text, at)
					}
				}
			}
		}
	}
}

func FuzzVerifyPlan(f *testing.F) {
	for _, s := range []string{"n,e", "go south twice, then west", "ne -> se", "none", "There is no way.", "4", "4 steps", "yes", "B, C", "left, turn right", "wall", "edge", "maybe", "\xff",
		"Answer: s,s", "four times", "n times"} {
		f.Add(s)
	}
	var all []qa.Question
	for i := range int64(40) {
		src := seed.NewKey(61).At(i).Stream()
		family := planFamilies[i%3].At(3)
		if s, err := family.Sample(src); err == nil {
			if q, err := family.Ask(s, src); err == nil {
				all = append(all, q)
			}
		}
	}
	f.Fuzz(func(t *testing.T, response string) {
		for _, q := range all {
			if v := checkedVerdict(t, q, response); v.Correct && !q.Verify(v.Extracted).Correct {
				t.Fatalf("%q is right as %q, which is not", response, v.Extracted)
			}
		}
	})
}

// TestPlanSame: the same choices make the same bytes.
func TestPlanSame(t *testing.T) {
	for _, f := range planFamilies {
		for i := range int64(60) {
			var first string
			for range 2 {
				src := seed.NewKey(71).At(i).Stream()
				s, err := f.At(int(i)%4 + 1).Sample(src)
				if err != nil {
					break
				}
				q, err := f.At(int(i)%4+1).Ask(s, src)
				if err != nil {
					break
				}
				text := fmt.Sprint(string(qa.AppendPrompt(nil, s, q, qa.AsBoth)), q.Answer(), q.(qa.Instance).Mistakes(), string(q.(qa.Instance).AppendRationale(nil)))
				if first == "" {
					first = text
				} else if first != text {
					t.Fatalf("%s\n\n%s", first, text)
				}
			}
		}
	}
}
