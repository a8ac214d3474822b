package export

import (
	"cmp"
	"slices"

	"github.com/gridscribe/gridscribe"
)

// RepeatCount says how many records repeat the problem of a record before them.
type RepeatCount struct {
	Corpus  string       `json:"corpus"`  // as [gridscribe.Record] has it: the Config without the number of records
	Records int64        `json:"records"` // that were looked at, from number 0
	Repeats int64        `json:"repeats"`
	By      string       `json:"by"` // what cells tell apart beside the family: "objects", "hops" or "level"
	Cells   []RepeatCell `json:"cells,omitempty"`
}

// RepeatCell counts the records of one family and size. Repeats are counted where they stand, so a problem that two
// cells share is no repeat in the one that has it first.
type RepeatCell struct {
	Family  string `json:"family"`
	Size    int    `json:"size"` // so many objects or hops, or the level
	Records int64  `json:"records"`
	Repeats int64  `json:"repeats"`
}

// repeatKey is what a cell holds records of.
type repeatKey struct {
	family string
	size   int
}

func cellOf(by string, rec *gridscribe.Record) repeatKey {
	k := repeatKey{size: rec.Layout.Len()}
	if rec.Question != nil {
		k.family = rec.Question.Family()
	}
	switch by {
	case "hops":
		k.size = rec.Hops()
	case "level":
		k.size = rec.Level
	}
	return k
}

// repeatChunkOf is what a worker saw in a range of records, with cells numbered as they came up.
type repeatChunkOf struct {
	all    []sighting
	cells  []repeatKey
	corpus string
}

func (c *repeatChunkOf) cell(k repeatKey) int {
	i := slices.Index(c.cells, k)
	if i < 0 {
		i = len(c.cells)
		c.cells = append(c.cells, k)
	}
	return i
}

// repeatTally counts by cell.
type repeatTally struct {
	by     string
	corpus string
	number map[repeatKey]int
	cells  []RepeatCell
}

func newRepeatTally(cfg gridscribe.Config) *repeatTally {
	by := "objects"
	switch cfg.Sort() {
	case gridscribe.ByHops:
		by = "hops"
	case gridscribe.ByLevels:
		by = "level"
	}
	return &repeatTally{by: by, number: make(map[repeatKey]int)}
}

// seen counts a chunk and returns what was seen, with cells numbered as the tally does.
func (t *repeatTally) seen(chunk *repeatChunkOf) []sighting {
	t.corpus = chunk.corpus
	number := make([]uint64, len(chunk.cells))
	for i, k := range chunk.cells {
		n, ok := t.number[k]
		if !ok {
			n = len(t.cells)
			t.number[k] = n
			t.cells = append(t.cells, RepeatCell{Family: k.family, Size: k.size})
		}
		number[i] = uint64(n)
	}
	for i, s := range chunk.all {
		n := number[s.cell()]
		t.cells[n].Records++
		chunk.all[i].at = uint64(s.record()) | n<<repeatCellShift
	}
	return chunk.all
}

func (t *repeatTally) repeat(cell int) { t.cells[cell].Repeats++ }

// count returns the cells in the order of families' names and sizes.
func (t *repeatTally) count() RepeatCount {
	c := RepeatCount{Corpus: t.corpus, By: t.by, Cells: slices.Clone(t.cells)}
	slices.SortFunc(c.Cells, func(a, b RepeatCell) int { return cmp.Or(cmp.Compare(a.Family, b.Family), a.Size-b.Size) })
	for _, cell := range c.Cells {
		c.Records += cell.Records
		c.Repeats += cell.Repeats
	}
	return c
}
