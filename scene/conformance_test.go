package scene_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/gridscribe/gridscribe/scene"
)

// The drawings of the released Text2Space rows, which this package did not write.
func TestText2SpaceDrawings(t *testing.T) {
	files, _ := filepath.Glob("../../shared/conformance/text2space/*.jsonl")
	if len(files) == 0 {
		t.Skip("the Text2Space samples are not here")
	}
	lost := map[string]string{"id-19727": "D", "id-18391": "D", "id-6516": "G", "id-5232": "E"}
	rows := 0
	for _, path := range files {
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		scanner := bufio.NewScanner(file)
		for scanner.Scan() {
			var r struct {
				ID, Description string
				ASCII           struct{ Simple, Grid string }
			}
			if err := json.Unmarshal(scanner.Bytes(), &r); err != nil {
				t.Fatal(err)
			}
			rows++
			names := regexp.MustCompile(`\b[A-Z]\b`).FindAllString(r.Description, -1)
			slices.Sort(names)
			names = slices.Compact(names)
			simple, simpleErr := scene.Parse(r.ASCII.Simple, names)
			grid, gridErr := scene.Parse(r.ASCII.Grid, names)
			if name, bad := lost[r.ID]; bad {
				for _, err := range []error{simpleErr, gridErr} {
					want := &scene.SyntaxError{Line: 1, Reason: scene.Missing, Names: []string{name}}
					var got *scene.SyntaxError
					if errors.As(err, &got) {
						want.Col = got.Col
					}
					if diff := cmp.Diff(want, got); diff != "" {
						t.Errorf("%s: (-want +got):\n%s", r.ID, diff)
					}
				}
			} else if simpleErr != nil || gridErr != nil {
				t.Errorf("%s: simple %v, grid %v", r.ID, simpleErr, gridErr)
				continue
			}
			if simple.Style != scene.Simple || grid.Style != scene.Grid {
				t.Errorf("%s: styles %v and %v", r.ID, simple.Style, grid.Style)
			}
			if diff := cmp.Diff(grid.Layout, simple.Layout); diff != "" {
				t.Errorf("%s: (-grid +simple):\n%s", r.ID, diff)
			}
			if diff := cmp.Diff(r.ASCII.Grid, scene.Render(grid.Layout, scene.Grid)); diff != "" {
				t.Errorf("%s: grid (-want +got):\n%s", r.ID, diff)
			}
			if diff := cmp.Diff(r.ASCII.Simple, scene.Render(grid.Layout, scene.Simple)); diff != "" {
				t.Errorf("%s: simple (-want +got):\n%s", r.ID, diff)
			}
		}
		if err := scanner.Err(); err != nil {
			t.Fatal(err)
		}
	}
	if rows < 55 {
		t.Errorf("only %d rows", rows)
	}
}
