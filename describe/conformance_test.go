package describe

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

// lostAnObject are the released rows whose drawing lacks one of the objects.
var lostAnObject = map[string]bool{"id-19727": true, "id-18391": true, "id-6516": true, "id-5232": true}

// gridCells reads a released grid drawing without help from the rest of the project: where each letter stands.
func gridCells(drawing string) map[string]layout.Cell {
	cells := make(map[string]layout.Cell)
	row := 0
	for line := range strings.SplitSeq(drawing, "\n") {
		if !strings.HasPrefix(line, "|") {
			continue
		}
		for col, text := range strings.Split(strings.Trim(line, "|"), "|") {
			if name := strings.TrimSpace(text); name != "" {
				cells[name] = layout.Cell{Row: row, Col: col}
			}
		}
		row++
	}
	return cells
}

func TestText2SpaceConformance(t *testing.T) {
	files, _ := filepath.Glob("../../shared/conformance/text2space/*.jsonl")
	if len(files) == 0 {
		t.Skip("the conformance data is not here")
	}
	readings := secondReadings(t)
	rows, shownFacts := 0, 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(bytes.NewReader(data))
		lines.Buffer(nil, 1<<20)
		for lines.Scan() {
			var row struct {
				ID, Description string
				Pairs           string `json:"detailed_relations"`
				Used            string `json:"terminology_used"`
				Relations       int    `json:"num_relations"`
				ASCII           struct{ Grid string }
			}
			if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
				t.Fatal(err)
			}
			rows++
			got, err := Read(row.Description, nil)
			if err != nil {
				t.Errorf("%s: %v", row.ID, err)
				continue
			}
			if len(got.Facts) != row.Relations || got.Vocabulary.String() != row.Used {
				t.Errorf("%s: %d facts in %v; the row says %d in %s", row.ID, len(got.Facts), got.Vocabulary, row.Relations, row.Used)
			}
			cells := gridCells(row.ASCII.Grid)
			for _, f := range got.Facts {
				locatum, ok1 := cells[got.Names[f.Locatum]]
				relatum, ok2 := cells[got.Names[f.Relatum]]
				if !ok1 || !ok2 {
					if !lostAnObject[row.ID] {
						t.Errorf("%s: the drawing lacks an object of %v", row.ID, f)
					}
					continue
				}
				shownFacts++
				if !holdsBySecondReading(readings, string(AppendBase(nil, f.Relation)), locatum, relatum) {
					t.Errorf("%s: %s %v %s does not hold in the drawing", row.ID, got.Names[f.Locatum], f.Relation, got.Names[f.Relatum])
				}
			}
			pairs, err := Read(row.Pairs, got.Names)
			// The released texts leave pairs out; ours list them all (TestPairsReadBack).
			if n := len(got.Names); err != nil || len(pairs.Facts) > n*(n-1) {
				t.Errorf("%s: %d pairs of %d objects read, %v", row.ID, len(pairs.Facts), n, err)
			}
		}
	}
	if rows != 55 {
		t.Errorf("%d rows; want 55", rows)
	}
	t.Logf("%d rows read, %d stated facts hold in the drawings", rows, shownFacts)
}
