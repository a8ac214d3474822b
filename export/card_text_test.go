package export

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
)

// TestCardText holds that what a card says to people is what is in the folder: rows, what is left out, the plan.
func TestCardText(t *testing.T) {
	for name, folder := range cardCorpora(t) {
		t.Run(name, func(t *testing.T) {
			dir, c := folder()
			text := string(mustRead(t, dir, "README.md"))
			lines := strings.Split(text, "\n")
			rows := map[string]map[string]int64{}
			for _, f := range c.manifest.Files {
				if rows[f.Subset] == nil {
					rows[f.Subset] = map[string]int64{}
				}
				rows[f.Subset][f.Split] += int64(f.Rows)
			}
			for _, s := range c.manifest.Subsets {
				line, total := "", int64(0)
				var empty []string
				for _, split := range c.manifest.Splits {
					line += fmt.Sprintf(" %d |", rows[s.Name][split.Name])
					total += rows[s.Name][split.Name]
					if rows[s.Name][split.Name] == 0 {
						empty = append(empty, "`"+split.Name+"`")
					}
				}
				if said := strings.Contains(text, fmt.Sprintf(" `%s` has no rows in %s, which", s.Name, strings.Join(empty, " and "))); said != (len(empty) > 0 && total > 0) {
					t.Errorf("%s has no rows in %v, and it is said: %v", s.Name, empty, said)
				}
				found := 0
				for _, got := range lines {
					if strings.HasPrefix(got, "| `"+s.Name+"` |") && strings.Contains(got, "| "+s.Format.String()+" |"+line) {
						found++
					}
				}
				if want := min(total, 1); int64(found) != want {
					t.Errorf("the rows of %s,%s stand %d times", s.Name, line, found)
				}
			}
			if !strings.Contains(text, fmt.Sprintf("\nThe plan makes %d records. Repeats were not looked for: a problem may stand in it more than "+
				"once. %d were written.", c.manifest.Records, c.manifest.Stats.Records)) {
				t.Error("what is left out is not said")
			}
			_, plan, _ := strings.Cut(text, "<summary>plan.json</summary>\n\n```\n")
			plan, _, _ = strings.Cut(plan, "```\n")
			if hash := hashOf([]byte(plan)); hash != c.manifest.Plan || !strings.Contains(text, "`"+hash+"`") {
				t.Errorf("the plan of the card is %s, not %s", hash, c.manifest.Plan)
			}
			if again := appendCard([]byte("x"), c); string(again) != "x"+text {
				t.Error("a card is not the same twice, or does not append")
			}
		})
	}
}

// TestCardLeft holds that a card says what was left out and why.
func TestCardLeft(t *testing.T) {
	c := &card{manifest: &Manifest{Records: 1000, Left: Left{Repeats: 1, Excluded: 20}}, plan: Plan{Unique: true, Exclude: "x"}}
	c.manifest.Stats.Records = 979
	for _, want := range []string{
		"The plan makes 1,000 records. 1 was left out because it repeats a problem that a record with a lower number asks. 20 were left out " +
			"because they ask a problem on a list of those to keep out. 979 were written.",
	} {
		if text := string(appendCard(nil, c)); !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
}

// TestCardZero holds that a card of nothing says nothing false and loads nothing.
func TestCardZero(t *testing.T) {
	text := string(appendCard(nil, &card{manifest: new(Manifest)}))
	for _, not := range []string{"configs:", "dataset_info:", "load_dataset", "## A record"} {
		if strings.Contains(text, not) {
			t.Errorf("%q in the card of nothing:\n%s", not, text)
		}
	}
}

// TestCardFence holds that a record full of backticks does not end its fence, and that bare stories are told of.
func TestCardFence(t *testing.T) {
	w := &cardWriter{}
	w.fence("a\n```\nb````c")
	if want := "`````\na\n```\nb````c\n`````\n"; string(w.dst) != want {
		t.Errorf("got %s", w.dst)
	}
	cfg := gridscribe.StepGame()
	cfg.Records = 20
	dir, _ := cardFolder(t, cfg, 1, nil, Subset{Name: "as-theirs", View: ViewStepGame, Bare: true})
	if text := string(mustRead(t, dir, "README.md")); !strings.Contains(text, "- `as-theirs` leaves out the sentences") {
		t.Errorf("nothing about a bare subset in\n%s", text)
	}
}

// TestMarkdown holds that no text is taken for markup, and that all of it is there.
func TestMarkdown(t *testing.T) {
	escaped := regexp.MustCompile("\\\\([\\\\`*_\\[\\]|#~$!])|&(amp|lt);")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("a \\`*_[]|#~$!<&\n;lt")))).Draw(t, "text")
		got := markdown(text)
		if bare := escaped.ReplaceAllString(got, ""); strings.ContainsAny(bare, "\\`*_[]|#~$!<&\n\r") {
			t.Errorf("%q becomes %q", text, got)
		}
		back := escaped.ReplaceAllStringFunc(got, func(s string) string {
			if s[0] == '\\' {
				return s[1:]
			}
			return map[string]string{"&amp;": "&", "&lt;": "<"}[s]
		})
		if back != strings.NewReplacer("\n", " ", "\r", " ").Replace(text) {
			t.Errorf("%q becomes %q, which says %q", text, got, back)
		}
	})
}
