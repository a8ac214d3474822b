package qa_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
	"pgregory.net/rapid"
)

// TestFamilies holds every family to what the package promises of all.
func TestFamilies(t *testing.T) {
	seen := make(map[string]bool)
	for _, f := range qa.Families() {
		name := f.Name()
		if f.Group() >= qa.Group(qa.Groups) {
			t.Errorf("family %q: group %v", name, f.Group())
		}
		if seen[name] || name == "" || strings.ToLower(name) != name || strings.ContainsAny(name, " \n") {
			t.Errorf("family %q: the name must be one lower-case word of its own", name)
		}
		seen[name] = true
		if s := f.Summary(); s == "" || strings.Contains(s, "\n") {
			t.Errorf("%s: summary %q is not one line", name, s)
		}
		if !aboutTexts(f) {
			continue // the kits ask it
		}
		t.Run(name, func(t *testing.T) {
			asked := 0
			rapid.Check(t, func(t *rapid.T) {
				s := anySubject(t, 6)
				qs, err := manyQuestions(f, s)
				if err != nil && !errors.Is(err, qa.ErrUnsuitable) {
					t.Fatalf("Ask: %v", err)
				}
				again, _ := manyQuestions(f, s)
				if diff := cmp.Diff(qs, again); diff != "" {
					t.Fatalf("the same choices ask something else (-first +second):\n%s", diff)
				}
				if len(qs) == 0 {
					return
				}
				q := rapid.SampledFrom(qs).Draw(t, "question")
				asked++
				checkQuestion(t, f, q)
			})
			if asked == 0 {
				t.Error("no subject was suitable")
			}
		})
	}
}

// aboutTexts reports whether a family asks about texts by itself.
func aboutTexts(f qa.Family) bool {
	src := seed.NewKey(1).Named("about").Stream()
	for range 100 {
		if s, err := f.Sample(src); err == nil {
			return len(s.Facts) > 0
		}
	}
	return false
}

// fataler is what *testing.T and *rapid.T share.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func checkQuestion(t fataler, f qa.Family, q qa.Question) {
	t.Helper()
	if q.Family() != f.Name() {
		t.Fatalf("the question says it is of family %q", q.Family())
	}
	if text := string(q.AppendText([]byte("> "))); len(text) < 8 || !strings.HasPrefix(text, "> ") {
		t.Fatalf("AppendText made %q of \"> \"", text)
	}
	answer := q.Answer()
	if !answer.Equal(answer) || !answer.Equal(q.Answer()) || answer.Equal(nil) {
		t.Fatalf("%v must equal itself and not nil", answer)
	}
	for _, response := range dressed(q) {
		v := checkedVerdict(t, q, response)
		if v.Reward != 1 || !v.Correct || !v.FormatOK {
			t.Fatalf("the answer as %q is graded %+v", response, v)
		}
		if again := q.Verify(v.Extracted); again.Reward != 1 {
			t.Fatalf("what was extracted, %q, is graded %+v", v.Extracted, again)
		}
	}
	for _, response := range wrong(q) {
		if v := checkedVerdict(t, q, response); v.Correct {
			t.Fatalf("the wrong answer\n%s\nis graded %+v; right is\n%v", response, v, answer)
		}
	}
	for _, response := range []string{"", " \n", "?", "I do not know.", string(q.AppendText(nil)), "\xff\x00"} {
		if v := checkedVerdict(t, q, response); v.Reward != 0 || v.FormatOK {
			t.Fatalf("%q is graded %+v", response, v)
		}
	}
}

// checkedVerdict grades a response and checks that the verdict agrees with itself.
func checkedVerdict(t fataler, q qa.Question, response string) qa.Verdict {
	t.Helper()
	v := q.Verify(response)
	switch {
	case !(v.Reward >= 0 && v.Reward <= 1), (v.Reward == 1) != v.Correct:
		t.Fatalf("%.200q: reward %v, correct %t", response, v.Reward, v.Correct)
	case v.Correct && !v.FormatOK, v.Correct != (v.Reason == ""), v.FormatOK && v.Extracted == "",
		!v.FormatOK && v.Reward != 0:
		t.Fatalf("%.200q: the verdict contradicts itself: %+v", response, v)
	case q.Verify(response) != v:
		t.Fatalf("%.200q: graded %+v, then %+v", response, v, q.Verify(response))
	}
	return v
}

// dressed returns the ways to give a question's answer that count as that answer.
func dressed(q qa.Question) []string {
	s := q.Answer().String()
	switch a := q.Answer().(type) {
	case qa.Label:
		out := []string{s, strings.ToUpper(s), " " + s + "\n"}
		if d, _ := asDirection(q); d.Names[0] != answerNames[0] {
			out = append(out, "```\n"+s+"\n```", "The answer is **"+s+"**.", "Let me think.\n\nAnswer: "+s,
				"\\boxed{"+s+"}", "<answer>"+s+"</answer>", strings.ToUpper(s[:1])+s[1:]+".")
		}
		return out
	case qa.TruthValue:
		return []string{
			s, strings.ToUpper(s), " " + s + "\n", s + ".", "```\n" + s + "\n```", "The answer is **" + s + "**.",
			"Let me think.\n\nAnswer: " + s, "\\boxed{" + s + "}", "<answer>" + s + "</answer>", strings.ToUpper(s[:1]) + s[1:] + ".",
			"The facts are clear. So the answer is " + s + ".",
		}
	case qa.Choice:
		out := []string{s, " " + s + "\n"}
		if q, ok := q.(qa.Choose); ok && q.Names[0] == answerNames[0] || slices.Contains(answerNames, s) {
			return out
		}
		out = append(out, s+".", "```\n"+s+"\n```", "The answer is **"+s+"**.", "Let me think.\n\nAnswer: "+s,
			"\\boxed{"+s+"}", "<answer>"+s+"</answer>")
		if len(a.Names) == 2 {
			out = append(out, a.Names[1]+" and "+a.Names[0], a.Names[1]+", "+a.Names[0]+".")
		}
		if len(a.Names) == 0 {
			out = append(out, "None.", "None of them")
		}
		return out
	case qa.Relations:
		list := strings.Split(s, ", ")
		slices.Reverse(list)
		return []string{
			s, strings.ToUpper(s), " " + s + "\n", s + ".", "```\n" + s + "\n```", "The answer is **" + s + "**.", "Answer: " + s,
			"\\boxed{" + s + "}", "<answer>" + s + "</answer>", strings.Join(list, ", "), "- " + strings.Join(list, "\n- "),
			"The possible relations are: " + strings.Join(list, "; "), strings.Join(list, ", and "),
		}
	case qa.Drawing:
		fenced := "```text\n" + s + "\n```"
		out := []string{s + "\n", fenced, "Here is the layout:\n\n" + fenced + "\nEvery relation holds."}
		for style := range scene.Style(scene.Styles) {
			drawing := scene.Render(a.Layout, style)
			out = append(out, drawing, "Here it is:\n"+drawing+"\nAll relations hold.")
		}
		return out
	case qa.Description:
		backwards := slices.Clone(a.Facts)
		slices.Reverse(backwards)
		oneSided := slices.DeleteFunc(slices.Clone(a.Facts), func(f layout.Fact) bool { return f.Locatum < f.Relatum })
		return []string{
			s, strings.ReplaceAll(s, ". ", ".\n"), "- " + strings.ReplaceAll(s, ". ", ".\n- "), s + " " + s,
			qa.Description{Names: a.Names, Facts: backwards}.String(), qa.Description{Names: a.Names, Facts: oneSided}.String(),
		}
	}
	return []string{s}
}

// asDirection returns the question about a direction that q is.
func asDirection(q qa.Question) (d qa.Direction, ok bool) {
	switch q := q.(type) {
	case qa.Direction:
		return q, true
	case qa.Multihop:
		return q.Direction, true
	}
	return d, false
}

// wrong returns answers of the question's type that are wrong for certain.
func wrong(q qa.Question) (out []string) {
	if d, ok := asDirection(q); ok {
		q = d
	}
	switch q := q.(type) {
	case qa.Direction:
		for aspect, labels := range handLabels {
			for c, s := range labels {
				if s != handLabels[q.Aspect][q.Relation] {
					out = append(out, s, qa.Label{Aspect: layout.Aspect(aspect), Relation: c}.String())
				}
			}
		}
	case qa.Truth:
		out = wrongTruths(q.Value)
	case qa.Possible:
		if q.Form == qa.Could {
			return append(wrongTruths(q.Value), "cannot be determined")
		}
		for c := range layout.Cardinals {
			out = append(out, (q.Relations ^ 1<<c).String())
		}
		out = append(out, "all", "none", "yes")
	case qa.Choose:
		out = wrongChoices(q)
	case qa.Arrange:
		if q.Object < 0 && q.Value != 0 {
			return wrongTruths(q.Value)
		}
		for i, name := range q.Names {
			if i != q.Object {
				out = append(out, name)
				if q.Object >= 0 {
					out = append(out, name+", "+q.Names[q.Object], q.Names[q.Object]+" or "+name)
				}
			}
		}
		if q.Object >= 0 {
			out = append(out, "none", "all", "neither")
		}
	case qa.Draw:
		out = wrongDrawings(q)
	case qa.Describe:
		out = wrongDescriptions(q)
	}
	return out
}

func wrongTruths(value qa.TruthValue) (out []string) {
	for v := qa.Yes; v < qa.TruthValues; v++ {
		if v != value {
			out = append(out, v.String())
		}
		out = append(out, "not "+v.String(), "maybe "+v.String(), v.String()+" or no", v.String()+" and yes", v.String()+"?")
	}
	return append(out, "yes and no", "yes, no", "Yes. No.", "it depends")
}

// wrongChoices chooses every other set of the options.
func wrongChoices(q qa.Choose) (out []string) {
	var all []string
	for _, o := range q.Options {
		all = append(all, q.Names[o])
	}
	for set := range 1 << len(all) {
		c := qa.Choice{Options: len(all)}
		for i := range all {
			if set>>i&1 == 1 {
				c.Names = append(c.Names, all[i])
			}
		}
		if !c.Equal(q.Answer()) {
			out = append(out, c.String(), strings.Join(c.Names, " and "))
		}
		out = append(out, "maybe "+c.String(), "not "+c.String(), strings.Join(all, " or "))
	}
	return append(out, q.Names[q.Claim.Relatum])
}

// wrongDrawings loses, doubles, renames and adds objects, mirrors the drawing, and moves objects where a fact breaks.
func wrongDrawings(q qa.Draw) (out []string) {
	l := q.Layout
	names, cells := namesOf(l), cellsOf(l)
	add := func(names []string, cells []layout.Cell) {
		out = append(out, scene.Render(layoutOf(names, cells).Compact(), q.Style))
	}
	rows, cols := l.Bounds()
	free := layout.Cell{Row: rows, Col: cols}
	add(append(slices.Clone(names), "Q"), append(slices.Clone(cells), free))
	for i := range cells {
		add(slices.Delete(slices.Clone(names), i, i+1), slices.Delete(slices.Clone(cells), i, i+1))
		add(append(slices.Clone(names), names[i]), append(slices.Clone(cells), free))
		renamed := slices.Clone(names)
		renamed[i] = "Q"
		add(renamed, cells)
		for row := range rows + 1 {
			for col := range cols + 1 {
				moved := slices.Clone(cells)
				at := layout.Cell{Row: row, Col: col}
				if slices.Contains(cells, at) {
					continue
				}
				if moved[i] = at; holding(moved, q.Facts) < len(q.Facts) {
					add(names, moved)
				}
			}
		}
	}
	for m := range move(moves) {
		if turned := m.layout(l); holding(cellsOf(turned), q.Facts) < len(q.Facts) {
			add(names, cellsOf(turned))
		}
	}
	return out
}

// wrongDescriptions makes one sentence false, or tells nothing of one object.
func wrongDescriptions(q qa.Describe) (out []string) {
	all := q.Answer().(qa.Description)
	for i, f := range all.Facts {
		for c := range layout.Cardinal(layout.Cardinals) {
			if c != f.Relation {
				facts := slices.Clone(all.Facts)
				facts[i].Relation = c
				out = append(out, qa.Description{Names: all.Names, Facts: facts}.String())
			}
		}
	}
	for i := range all.Names {
		facts := slices.DeleteFunc(slices.Clone(all.Facts), func(f layout.Fact) bool {
			return f.Locatum == i || f.Relatum == i
		})
		out = append(out, qa.Description{Names: all.Names, Facts: facts}.String())
	}
	return append(out, "```\n"+all.String()+"\n```", "Sure! "+all.String())
}

// TestVerifyAnything: whatever a model writes, there is a verdict and it agrees with itself.
func TestVerifyAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anySubject(t, 4)
		for _, f := range qa.Families() {
			q, err := f.Ask(s, drawn{t})
			if err != nil {
				continue
			}
			checkedVerdict(t, q, rapid.OneOf(rapid.String(), crumbs()).Draw(t, "response"))
		}
	})
}

// crumbs draws responses made of what the readers look for.
func crumbs() *rapid.Generator[string] {
	word := rapid.SampledFrom([]string{
		"A", "B", "C", "is", "above", "below", "left", "right", "to the", "of", "and", ".", "\n", "\n\n", " ", "  ", "|",
		"+--+", "┌──┐", "│", "```", "?", "or", "not", "same row", "NW", "10:30", "-", "**", "Answer:",
		"in the same place as",
	})
	return rapid.Custom(func(t *rapid.T) string {
		gap := rapid.SampledFrom([]string{"", " "}).Draw(t, "gap")
		return strings.Join(rapid.SliceOfN(word, 0, 30).Draw(t, "words"), gap)
	})
}

// TestHugeResponses: a megabyte of anything is graded, and earns nothing.
func TestHugeResponses(t *testing.T) {
	s := qa.Subject{
		Facts:  parsed("A N B", "B N C"),
		Layout: layoutOf([]string{"A", "B", "C"}, []layout.Cell{{}, {Row: 1}, {Row: 2}}),
	}
	for _, f := range qa.Families() {
		q, err := f.Ask(s, new(scripted))
		if errors.Is(err, qa.ErrUnsuitable) && !aboutTexts(f) {
			var s qa.Subject
			if s, err = f.Sample(seed.NewKey(1).Stream()); err == nil {
				q, err = f.Ask(s, seed.NewKey(1).Stream())
			}
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, piece := range []string{
			"x", "A ", "A\n", "+--", "|", "above ", "A is above B. B is above A. ", "\xff", "\n", "?!",
		} {
			for _, size := range []int{1 << 20, 1<<20 + 1<<10} {
				response := strings.Repeat(piece, size/len(piece)+1)
				if v := checkedVerdict(t, q, response); v.Correct {
					t.Errorf("%s: a megabyte of %q is graded right", f.Name(), piece)
				}
			}
		}
	}
}

// TestUnsuitableSubjects: what cannot be asked is refused, and nothing panics.
func TestUnsuitableSubjects(t *testing.T) {
	at := func(cells ...layout.Cell) []layout.Cell { return cells }
	subjects := map[string]qa.Subject{
		"nothing":        {},
		"one object":     {Layout: layoutOf([]string{"A"}, at(layout.Cell{}))},
		"a shared cell":  {Layout: layoutOf([]string{"A", "B"}, at(layout.Cell{}, layout.Cell{}))},
		"a border":       {Layout: layoutOf([]string{"|", "B"}, at(layout.Cell{}, layout.Cell{Col: 1}))},
		"no name":        {Layout: layoutOf([]string{"", "B"}, at(layout.Cell{}, layout.Cell{Col: 1}))},
		"one name twice": {Layout: layoutOf([]string{"A", "A"}, at(layout.Cell{}, layout.Cell{Col: 1}))},
		"far away":       {Layout: layoutOf([]string{"A", "B"}, at(layout.Cell{}, layout.Cell{Col: 1 << 20}))},
		"off the grid":   {Layout: layoutOf([]string{"A", "B"}, at(layout.Cell{}, layout.Cell{Row: -1}))},
	}
	for name, s := range subjects {
		for _, f := range qa.Families() {
			qs, err := manyQuestions(f, s)
			if !errors.Is(err, qa.ErrUnsuitable) && !(f.Name() == "draw" && name == "one object") {
				t.Errorf("%s: %s is asked about: %v, %v", name, f.Name(), qs, err)
			}
		}
	}
}

// TestZeroQuestions: a zero question asks nothing, and nothing answers it.
func TestZeroQuestions(t *testing.T) {
	for _, q := range []qa.Question{
		qa.Direction{}, qa.Direction{Sharing: true}, qa.Multihop{}, qa.Choose{}, qa.Truth{}, qa.Possible{},
		qa.Possible{Form: qa.Could}, qa.Possible{World: layout.World{Sharing: true}}, qa.Arrange{}, qa.Path{}, qa.Draw{},
		qa.Describe{},
	} {
		for _, response := range []string{
			"", "A", "?", "above", "same place", "overlap", "same level", "yes", "no", "cannot be determined", "both",
			"neither", "none", "all", "s", "s,s", "above, left", "A is above B.", "+--+\n|A |\n+--+",
			"┌─┐\n└─┘", "+--+\n|  |\n+--+", q.Answer().String(),
		} {
			if v := checkedVerdict(t, q, response); v.Correct {
				t.Errorf("zero %s: %q is graded %+v", q.Family(), response, v)
			}
		}
	}
}
