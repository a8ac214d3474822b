package describe

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// numbered is a story of a data set in numbered lines, with its questions.
type numbered struct {
	sentences []string
	questions []numberedQuestion
}

type numberedQuestion struct{ text, label, support string }

// numberedStories reads the files that match a pattern; the test is skipped where there are none.
func numberedStories(t testing.TB, pattern string) (stories []numbered) {
	t.Helper()
	files, _ := filepath.Glob("../../shared/conformance/" + pattern)
	if len(files) == 0 {
		t.Skip("the conformance data is not here")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			number, rest, _ := strings.Cut(strings.TrimRight(line, "\r\n"), " ")
			if number == "1" {
				stories = append(stories, numbered{})
			}
			if len(stories) == 0 {
				t.Fatalf("%s starts with %q", file, line)
			}
			story := &stories[len(stories)-1]
			if parts := strings.Split(rest, "\t"); len(parts) > 1 {
				support := ""
				if len(parts) > 2 {
					support = parts[2]
				}
				story.questions = append(story.questions, numberedQuestion{parts[0], parts[1], support})
			} else {
				story.sentences = append(story.sentences, rest)
			}
		}
	}
	return stories
}

// walk gives each object a place by unit steps from the first one that it is tied to; ok is false for those that are not
// tied to it. The steps are this test's own.
func walk(facts []Fact, objects, from int) (at [][2]int, ok []bool) {
	steps := map[layout.Cardinal][2]int{
		layout.N: {0, 1}, layout.S: {0, -1}, layout.E: {1, 0}, layout.W: {-1, 0},
		layout.NE: {1, 1}, layout.NW: {-1, 1}, layout.SE: {1, -1}, layout.SW: {-1, -1},
	}
	at, ok = make([][2]int, objects), make([]bool, objects)
	ok[from] = true
	for changed := true; changed; {
		changed = false
		for _, f := range facts {
			step := steps[f.Relation]
			switch a, b := f.Locatum, f.Relatum; {
			case ok[b] && !ok[a]:
				at[a], ok[a], changed = [2]int{at[b][0] + step[0], at[b][1] + step[1]}, true, true
			case ok[a] && !ok[b]:
				at[b], ok[b], changed = [2]int{at[a][0] - step[0], at[a][1] - step[1]}, true, true
			}
		}
	}
	return at, ok
}

func TestStepGameConformance(t *testing.T) {
	labels := map[[2]int]string{
		{0, 1}: "above", {0, -1}: "below", {1, 0}: "right", {-1, 0}: "left", {0, 0}: "overlap",
		{1, 1}: "upper-right", {-1, 1}: "upper-left", {1, -1}: "lower-right", {-1, -1}: "lower-left",
	}
	sign := func(x int) int {
		switch {
		case x < 0:
			return -1
		case x > 0:
			return 1
		}
		return 0
	}
	stories := numberedStories(t, "stepgame/*/*.txt")
	r := Reader{Reading: layout.UnitStep}
	var d Description
	right, failed := 0, 0
	for _, story := range stories {
		text := strings.Join(story.sentences, " ")
		if err := r.Read(&d, text); err != nil {
			if failed++; failed < 60 {
				t.Error(err)
			}
			continue
		}
		for _, q := range story.questions {
			asked, err := r.ReadQuestion(&d, q.text)
			if err != nil {
				t.Fatal(err)
			}
			at, ok := walk(d.Facts, len(d.Names), asked.Relatum)
			if asked.Kind != AskRelation || !ok[asked.Locatum] {
				t.Errorf("%q: %q is not tied", text, q.text)
				continue
			}
			to := at[asked.Locatum]
			if got := labels[[2]int{sign(to[0]), sign(to[1])}]; got != q.label {
				t.Errorf("%q\n%q: got %s, want %s", text, q.text, got, q.label)
				continue
			}
			right++
		}
	}
	if right != 11350 {
		t.Errorf("%d of %d stories are right; want 11350; %d were not read", right, len(stories), failed)
	}
}

func BenchmarkReadStepGame(b *testing.B) {
	stories := numberedStories(b, "stepgame/*/*.txt")
	texts, sentences := make([]string, len(stories)), 0
	for i, story := range stories {
		texts[i] = strings.Join(story.sentences, " ")
		sentences += len(story.sentences)
	}
	r := Reader{Reading: layout.UnitStep}
	var d Description
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for _, text := range texts {
			if err := r.Read(&d, text); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*sentences), "ns/sentence")
}
