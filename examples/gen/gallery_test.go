package main

import (
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

// TestGallery holds the gallery that is kept beside the families to what the command writes: -update rewrites it.
func TestGallery(t *testing.T) {
	stdout, _ := mustGen(t, "-gallery", "-")
	golden(t, "../../../qa/GALLERY.md", stdout)
	for _, f := range qa.Families() {
		if entry := "](#" + f.Name() + ")"; !strings.Contains(stdout, entry) {
			t.Errorf("the contents have no %q", entry)
		}
	}
}

// TestGalleryVaries holds the samples of a family to different forms and answers, where it has them.
func TestGalleryVaries(t *testing.T) {
	oneForm := map[string]bool{"draw": true, "describe": true, "multihop": true}
	for _, f := range qa.Families() {
		forms, answers := map[string]bool{}, map[string]bool{}
		var shown []sample
		for level := 1; level <= qa.Levels; level++ {
			s, err := gallerySample(f, level, shown...)
			if err != nil {
				t.Fatal(err)
			}
			shown = append(shown, s)
			forms[s.form], answers[s.answer] = true, true
		}
		if len(answers) < 3 {
			t.Errorf("%s: only the answers %v", f.Name(), answers)
		}
		if len(forms) < 2 && !oneForm[f.Name()] {
			t.Errorf("%s: only one form: %v", f.Name(), forms)
		}
	}
}

// TestFence leaves out the middle of long texts only.
func TestFence(t *testing.T) {
	for _, lines := range []int{1, longText, longText + 1, 300} {
		var out strings.Builder
		fence(&out, strings.Repeat("x\n", lines))
		got := strings.Count(out.String(), "\n") - 2
		want := lines
		if lines > longText {
			want = longStart + 1 + longEnd
		}
		if got != want {
			t.Errorf("%d lines of %d are written, want %d", got, lines, want)
		}
	}
}
