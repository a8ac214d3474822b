package describe_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
)

// TestThemes holds the themes to what those who name things by them rely on.
func TestThemes(t *testing.T) {
	themes := describe.Themes()
	if len(themes) < 8 {
		t.Errorf("%d themes; 8 or more are wanted", len(themes))
	}
	seen := make(map[string]bool)
	places := make(map[string]bool) // of all themes: readers know rooms by them
	for _, theme := range themes {
		for _, name := range theme.Places {
			places[name] = true
		}
	}
	for _, theme := range themes {
		if theme.Name == "" || seen[theme.Name] {
			t.Errorf("theme %q stands twice or has no name", theme.Name)
		}
		seen[theme.Name] = true
		if len(theme.Places) < 8 || len(theme.Things) < 14 || len(theme.Kinds) < 6 || len(theme.Actors) < 4 {
			t.Errorf("%s: %d places, %d things, %d kinds, %d actors; 8, 14, 6 and 4 are needed", theme.Name, len(theme.Places),
				len(theme.Things), len(theme.Kinds), len(theme.Actors))
		}
		var all []string
		long := 0
		for _, names := range [][]string{theme.Places, theme.Things, theme.Actors} {
			for _, name := range names {
				bare, ok := strings.CutPrefix(name, "the ")
				if !ok {
					t.Errorf("%s: %q has no article", theme.Name, name)
				}
				if strings.Contains(bare, " ") {
					long++
				}
				all = append(all, bare)
				if places[name] && !slices.Contains(theme.Places, name) {
					t.Errorf("%s: %q is a place of another theme", theme.Name, name)
				}
			}
		}
		if long < 5 {
			t.Errorf("%s: %d names of several words; 5 are wanted", theme.Name, long)
		}
		for _, kind := range theme.Kinds {
			if strings.ContainsRune("aeiouh", rune(kind.Singular[0])) && kind.Singular != "hen" {
				t.Errorf("%s: \"a %s\" sounds wrong", theme.Name, kind.Singular)
			}
			if kind.Plural == kind.Singular || kind.Plural == "" {
				t.Errorf("%s: the plural of %q is %q", theme.Name, kind.Singular, kind.Plural)
			}
			all = append(all, kind.Singular, kind.Plural)
		}
		for i, name := range all {
			for _, c := range name {
				if (c < 'a' || c > 'z') && c != ' ' {
					t.Errorf("%s: %q is not all small letters", theme.Name, name)
				}
			}
			for _, word := range strings.Fields(name) {
				if strings.Contains(" a and or at in is no not the to up left right above below north south east west unknown wall door map row column nothing ",
					" "+word+" ") {
					t.Errorf("%s: %q has a word that sentences use otherwise", theme.Name, name)
				}
			}
			for j, other := range all {
				if i != j && strings.Contains(" "+other+" ", " "+name+" ") {
					t.Errorf("%s: %q stands in %q", theme.Name, name, other)
				}
			}
		}
	}
}
