package scene_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
)

var update = flag.Bool("update", false, "write the golden files")

func TestMain(m *testing.M) {
	// A counterexample becomes a row of a table; no fail files are kept.
	if err := flag.Set("rapid.nofailfile", "true"); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	os.Exit(m.Run())
}

// place reads "A 0,1; B 2,0" (row, column) as a layout.
func place(text string) layout.Layout {
	var l layout.Layout
	for _, entry := range strings.Split(text, ";") {
		entry = strings.TrimSpace(entry)
		if entry == "" {
			continue
		}
		cut := strings.LastIndex(entry, " ")
		var at layout.Cell
		if _, err := fmt.Sscanf(entry[cut+1:], "%d,%d", &at.Row, &at.Col); err != nil {
			panic(err)
		}
		l.Entities = append(l.Entities, layout.Entity{Name: entry[:cut], At: at})
	}
	return l
}

// placed is the inverse of place.
func placed(l layout.Layout) string {
	var entries []string
	for _, e := range l.Entities {
		entries = append(entries, fmt.Sprintf("%s %d,%d", e.Name, e.At.Row, e.At.Col))
	}
	return strings.Join(entries, "; ")
}

func namesOf(l layout.Layout) []string {
	names := make([]string, 0, l.Len())
	for _, e := range l.Entities {
		names = append(names, e.Name)
	}
	return names
}
