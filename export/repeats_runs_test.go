package export

import (
	"os"
	"slices"
	"testing"
)

// TestRepeatRuns holds that sightings come out in order, each as often as it went in, from memory and from any number
// of files, which stay few.
func TestRepeatRuns(t *testing.T) {
	const held = 3
	for _, n := range []int{0, 1, held, held + 1, held*maxRuns - 1, held * maxRuns, held*maxRuns + 1, held * 5 * maxRuns} {
		runs := repeatRuns{temp: t.TempDir(), most: held}
		var want []sighting
		for i := range uint64(n) {
			s := sighting{(i + 1) * 0x9e3779b97f4a7c15 >> 58, i | i%5<<repeatCellShift}
			want = append(want, s)
			if err := runs.add(s); err != nil {
				t.Fatal(err)
			}
		}
		if err := runs.close(); err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(want, bySighting)
		for range 2 {
			var got []sighting
			for s, err := range runs.all(1 << 16) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, s)
			}
			if !slices.Equal(got, want) {
				t.Errorf("%d sightings of %d, or in another order", len(got), n)
			}
		}
		if n > held {
			if files, err := os.ReadDir(runs.dir); err != nil || len(files) != runs.runs || len(files) >= maxRuns {
				t.Errorf("%d sightings in %d files, which are said to be %d: %v", n, len(files), runs.runs, err)
			}
		}
		if err := runs.remove(); err != nil {
			t.Fatal(err)
		}
	}
}
