package describe

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// TestPositionalConformance reads bAbI 17: the facts are unit steps, the questions half planes.
func TestPositionalConformance(t *testing.T) {
	var facts, questions = Reader{Reading: layout.UnitStep}, Reader{Reading: layout.HalfPlane}
	var d Description
	right := 0
	for _, story := range numberedStories(t, "babi/qa17.txt") {
		if err := facts.Read(&d, strings.Join(story.sentences, "\n")); err != nil {
			t.Error(err)
			continue
		}
		for _, q := range story.questions {
			asked, err := questions.ReadQuestion(&d, q.text)
			if err != nil || asked.Kind != AskTruth || asked.Fact.Reading != layout.HalfPlane {
				t.Errorf("%q: %+v, %v", q.text, asked, err)
				continue
			}
			at, ok := walk(d.Facts, len(d.Names), asked.Relatum)
			if !ok[asked.Locatum] {
				t.Errorf("%q: not tied", q.text)
				continue
			}
			to, answer := at[asked.Locatum], "no"
			switch f := asked.Fact; {
			case f.Relation == layout.N && to[1] > 0, f.Relation == layout.S && to[1] < 0,
				f.Relation == layout.E && to[0] > 0, f.Relation == layout.W && to[0] < 0:
				answer = "yes"
			}
			if answer != q.label {
				t.Errorf("%q of %q: %s, want %s", q.text, story.sentences, answer, q.label)
				continue
			}
			right++
		}
	}
	if right != 296 {
		t.Errorf("%d right, want 296", right)
	}
}

// TestRouteConformance reads bAbI 19: two moves along stated neighbours.
func TestRouteConformance(t *testing.T) {
	letters := map[layout.Cardinal]string{layout.N: "n", layout.S: "s", layout.E: "e", layout.W: "w"}
	var r Reader
	var d Description
	right := 0
	for _, story := range numberedStories(t, "babi/qa19.txt") {
		if err := r.Read(&d, strings.Join(story.sentences, "\n")); err != nil {
			t.Error(err)
			continue
		}
		for _, q := range story.questions {
			asked, err := r.ReadQuestion(&d, q.text)
			if err != nil || asked.Kind != AskRoute {
				t.Errorf("%q: %+v, %v", q.text, asked, err)
				continue
			}
			// moves returns the letter of a move between two rooms.
			move := func(from, to int) string {
				for _, f := range d.Facts {
					if f.Locatum == to && f.Relatum == from {
						return letters[f.Relation]
					}
					if f.Locatum == from && f.Relatum == to {
						return letters[f.Relation.Converse()]
					}
				}
				return ""
			}
			for middle := range d.Names {
				first, second := move(asked.Locatum, middle), move(middle, asked.Relatum)
				if first != "" && second != "" && first+","+second == q.label {
					right++
				}
			}
		}
	}
	if right != 300 {
		t.Errorf("%d right, want 300", right)
	}
}

// TestFindConformance reads bAbI 4: which room is where.
func TestFindConformance(t *testing.T) {
	var r Reader
	var d Description
	right := 0
	for _, story := range numberedStories(t, "babi/qa4.txt") {
		if err := r.Read(&d, strings.Join(story.sentences, "\n")); err != nil {
			t.Error(err)
			continue
		}
		for _, q := range story.questions {
			asked, err := r.ReadQuestion(&d, q.text)
			if err != nil {
				t.Errorf("%q: %+v, %v", q.text, asked, err)
				continue
			}
			for _, f := range d.Facts {
				for range 2 {
					if f.Relation == asked.Fact.Relation {
						if asked.Kind == AskLocatum && f.Relatum == asked.Relatum && d.Names[f.Locatum] == q.label ||
							asked.Kind == AskRelatum && f.Locatum == asked.Locatum && d.Names[f.Relatum] == q.label {
							right++
						}
					}
					f = f.Converse()
				}
			}
		}
	}
	if right != 300 {
		t.Errorf("%d right, want 300", right)
	}
}
