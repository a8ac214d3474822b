package export

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gridscribe/gridscribe"
)

// Summary counts what was written.
type Summary struct {
	Stats
	Splits []SplitCount // of the first subset
}

// SplitCount is one split's file.
type SplitCount struct {
	Name string
	Path string
	Rows int64
}

// Table counts the records by the values of one property, in the order in which the values are listed, or by those of
// two properties, "family,level": such a value is "fold,3".
type Table struct {
	Name   string  `json:"name"`
	Counts []Count `json:"counts"`
}

// Count is how many records have a value.
type Count struct {
	Value   string `json:"value"`
	Records int64  `json:"records"`
}

// Stats counts records by what they are.
type Stats struct {
	Records int64   `json:"records"`
	Tables  []Table `json:"tables"`
	// Characters of prompts, of every record or of large corpora of every sixteenth, and a guess at their tokens: a
	// quarter of the characters.
	Prompts Histogram `json:"prompts"`
	Tokens  Histogram `json:"tokens"`
}

// Histogram counts numbers in bins of one width.
type Histogram struct {
	Width int64 `json:"width"`
	// Counts[i] are the numbers from i*Width up to, without, (i+1)*Width; the last of histogramBins bins has all above
	// too.
	Counts []int64 `json:"counts"`
	Sum    int64   `json:"sum"`
	Max    int64   `json:"max"`
}

// Prompts are measured of every record of a small corpus, and of every sixteenth of a large one: making a prompt takes
// a tenth of the time of making a record.
const (
	promptsAll  = 100_000
	promptEvery = 16
)

// Bins are as fine as a chart can show, and many enough for the longest prompts but a few.
const (
	promptBin     = 50 // characters
	tokenBin      = 12 // tokens
	histogramBins = 400
)

func (h *Histogram) add(n int64) {
	bin := min(n/h.Width, histogramBins-1)
	for int64(len(h.Counts)) <= bin {
		h.Counts = append(h.Counts, 0)
	}
	h.Counts[bin]++
	h.Sum += n
	h.Max = max(h.Max, n)
}

func (h *Histogram) merge(o Histogram) {
	h.Width = max(h.Width, o.Width)
	for len(h.Counts) < len(o.Counts) {
		h.Counts = append(h.Counts, 0)
	}
	for bin, n := range o.Counts {
		h.Counts[bin] += n
	}
	h.Sum += o.Sum
	h.Max = max(h.Max, o.Max)
}

// total returns how many numbers there are.
func (h *Histogram) total() (all int64) {
	for _, n := range h.Counts {
		all += n
	}
	return all
}

// edge returns where a bin begins, or for the number of bins where the last ends, which is as far as there are numbers
// in it.
func (h *Histogram) edge(bin int) int64 {
	if bin == histogramBins {
		return max(int64(bin)*h.Width, h.Max+1)
	}
	return int64(bin) * h.Width
}

// merge adds what was counted of other records.
func (s *Stats) merge(o *Stats) {
	s.Records += o.Records
	for _, t := range o.Tables {
		i := slices.IndexFunc(s.Tables, func(own Table) bool { return own.Name == t.Name })
		if i < 0 {
			i = len(s.Tables)
			s.Tables = append(s.Tables, Table{Name: t.Name})
		}
		for _, c := range t.Counts {
			s.Tables[i].count(c.Value, c.Records)
		}
	}
	s.Prompts.merge(o.Prompts)
	s.Tokens.merge(o.Tokens)
}

func (t *Table) count(value string, n int64) int {
	i := slices.IndexFunc(t.Counts, func(c Count) bool { return c.Value == value })
	if i < 0 {
		i = len(t.Counts)
		t.Counts = append(t.Counts, Count{Value: value})
	}
	t.Counts[i].Records += n
	return i
}

// tally counts the records of one worker.
type tally struct {
	columns []column
	sum     Stats
	pairs   []pairTally
	at      []int // of the record at hand, by column: the place of its value, -1 for none
	prompt  []byte
	sparse  bool // measure the prompts of some records only
}

// pairTally counts by the places of two columns' values.
type pairTally struct {
	first, second int
	counts        [][]int64
}

func newTally(cfg gridscribe.Config) *tally {
	columns := columns(cfg)
	t := &tally{columns: columns, at: make([]int, len(columns))}
	t.sum.Prompts.Width, t.sum.Tokens.Width = promptBin, tokenBin
	t.sparse = cfg.Records > promptsAll
	for _, c := range columns {
		table := Table{Name: c.name}
		for _, value := range c.values {
			table.count(value, 0)
		}
		t.sum.Tables = append(t.sum.Tables, table)
	}
	for _, names := range crossings(cfg) {
		place := func(name string) int {
			return slices.IndexFunc(columns, func(c column) bool { return c.name == name })
		}
		if p := (pairTally{first: place(names[0]), second: place(names[1])}); p.first >= 0 && p.second >= 0 {
			t.pairs = append(t.pairs, p)
		}
	}
	return t
}

// add counts a record. A property that it does not have, "", is not counted.
func (t *tally) add(rec *gridscribe.Record) {
	t.sum.Records++
	for i := range t.columns {
		t.at[i] = -1
		if value := t.columns[i].of(rec); value != "" {
			t.at[i] = t.sum.Tables[i].count(value, 1)
		}
	}
	for i := range t.pairs {
		if p := &t.pairs[i]; t.at[p.first] >= 0 && t.at[p.second] >= 0 {
			p.count(t.at[p.first], t.at[p.second])
		}
	}
	if t.sparse && rec.Index%promptEvery != 0 {
		return
	}
	t.prompt = rec.AppendPrompt(t.prompt[:0])
	characters := int64(utf8.RuneCount(t.prompt))
	t.sum.Prompts.add(characters)
	t.sum.Tokens.add((characters + 3) / 4)
}

func (p *pairTally) count(first, second int) {
	for len(p.counts) <= first {
		p.counts = append(p.counts, nil)
	}
	row := &p.counts[first]
	for len(*row) <= second {
		*row = append(*row, 0)
	}
	(*row)[second]++
}

// stats returns what was counted, pairs included.
func (t *tally) stats() *Stats {
	s := t.sum
	s.Tables = slices.Clone(s.Tables)
	for _, p := range t.pairs {
		a, b := t.sum.Tables[p.first], t.sum.Tables[p.second]
		pairs := Table{Name: a.Name + "," + b.Name}
		for i, row := range p.counts {
			for k, n := range row {
				if n > 0 {
					pairs.Counts = append(pairs.Counts, Count{a.Counts[i].Value + "," + b.Counts[k].Value, n})
				}
			}
		}
		s.Tables = append(s.Tables, pairs)
	}
	return &s
}

// sort puts the values of tables of numbers in order, which stand as they came where a Config does not list them, and
// then those of pairs in the order of the two.
func (s *Stats) sort() {
	place := make(map[string]int) // of a value in its table: "label above"
	for _, t := range s.Tables {
		if isNumber := func(c Count) bool { _, err := strconv.Atoi(c.Value); return err == nil }; !slices.ContainsFunc(t.Counts,
			func(c Count) bool { return !isNumber(c) }) {
			slices.SortFunc(t.Counts, func(a, b Count) int { return byNumber(a.Value, b.Value) })
		}
		for i, c := range t.Counts {
			place[t.Name+" "+c.Value] = i
		}
	}
	for _, t := range s.Tables {
		if first, second, pairs := strings.Cut(t.Name, ","); pairs {
			slices.SortFunc(t.Counts, func(a, b Count) int {
				a1, a2, _ := strings.Cut(a.Value, ",")
				b1, b2, _ := strings.Cut(b.Value, ",")
				return cmp.Or(place[first+" "+a1]-place[first+" "+b1], place[second+" "+a2]-place[second+" "+b2])
			})
		}
	}
}

// Single returns the tables of one property.
func (s *Stats) Single() (all []Table) {
	for _, t := range s.Tables {
		if !strings.Contains(t.Name, ",") {
			all = append(all, t)
		}
	}
	return all
}
