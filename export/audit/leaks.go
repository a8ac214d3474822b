package audit

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
)

// maxExamples is how many pairs of rows a report names of each kind in each family.
const maxExamples = 5

// Pair names two rows that share what they should not share.
type Pair struct {
	First       string `json:"first"` // the IDs
	Second      string `json:"second"`
	FirstSplit  string `json:"first_split"`
	SecondSplit string `json:"second_split"`
}

// Shared counts keys that several rows have.
type Shared struct {
	Keys     int64  `json:"keys"` // different keys
	Rows     int64  `json:"rows"` // the rows that have one of them
	Examples []Pair `json:"examples,omitempty"`

	pairs []pairAt
}

type pairAt struct{ first, second entry }

// leaks finds keys that rows share, in bounded memory.
type leaks struct {
	dir      string
	evidence sorter
	problems sorter
	ids      *os.File
	writer   *bufio.Writer
	at       uint64
}

// newLeaks works in a new folder inside another; close removes it.
func newLeaks(folder string, memory int64) (*leaks, error) {
	dir, err := os.MkdirTemp(folder, "gridscribe-audit-*")
	if err != nil {
		return nil, fmt.Errorf("audit: a folder for sorted keys: %w", err)
	}
	ids, err := os.Create(dir + "/ids")
	if err != nil {
		return nil, errors.Join(fmt.Errorf("audit: a file of IDs: %w", err), os.RemoveAll(dir))
	}
	limit := max(int(memory/2/32), 16)
	return &leaks{
		dir: dir, ids: ids, writer: bufio.NewWriter(ids),
		evidence: sorter{dir: dir, limit: limit}, problems: sorter{dir: dir, limit: limit},
	}, nil
}

func (l *leaks) close() error { return errors.Join(l.ids.Close(), os.RemoveAll(l.dir)) }

// add files the keys of a row.
func (l *leaks) add(id string, evidence, problem [16]byte, split, family uint16) error {
	var length [binary.MaxVarintLen64]byte
	n := binary.PutUvarint(length[:], uint64(len(id)))
	if _, err := l.writer.Write(length[:n]); err != nil {
		return fmt.Errorf("audit: write IDs: %w", err)
	}
	if _, err := l.writer.WriteString(id); err != nil {
		return fmt.Errorf("audit: write IDs: %w", err)
	}
	e := entry{key: evidence, row: l.at, split: split, family: family}
	l.at += uint64(n + len(id))
	if err := l.evidence.add(e); err != nil {
		return err
	}
	e.key = problem
	return l.problems.add(e)
}

// id reads an ID back.
func (l *leaks) id(e entry) (string, error) {
	r := bufio.NewReader(io.NewSectionReader(l.ids, int64(e.row), int64(l.at-e.row)))
	n, err := binary.ReadUvarint(r)
	if err != nil {
		return "", fmt.Errorf("audit: read IDs: %w", err)
	}
	id := make([]byte, n)
	if _, err := io.ReadFull(r, id); err != nil {
		return "", fmt.Errorf("audit: read IDs: %w", err)
	}
	return string(id), nil
}

// find counts shared keys into the report.
func (l *leaks) find(report *Report) error {
	if err := l.writer.Flush(); err != nil {
		return fmt.Errorf("audit: write IDs: %w", err)
	}
	group := &keyGroup{report: report}
	for _, pass := range []*sorter{&l.evidence, &l.problems} {
		group.problems = pass == &l.problems
		for e := range pass.sorted() {
			group.add(e)
		}
		if group.end(); pass.failed != nil {
			return pass.failed
		}
	}
	for _, f := range append([]*Family{&report.All}, report.families()...) {
		for _, s := range []*Shared{&f.EvidenceShared, &f.ProblemsShared, &f.Repeats} {
			for _, p := range s.pairs {
				first, err := l.id(p.first)
				second, err2 := l.id(p.second)
				if err = errors.Join(err, err2); err != nil {
					return err
				}
				s.Examples = append(s.Examples, Pair{
					First: first, Second: second,
					FirstSplit: report.Splits[p.first.split].Name, SecondSplit: report.Splits[p.second.split].Name,
				})
			}
		}
	}
	return nil
}

// keyGroup counts the rows of one key, which come one after the other. Of a key that very many rows have it keeps a row of each family and split.
type keyGroup struct {
	report   *Report
	problems bool
	key      [16]byte
	rows     []groupRow
}

// groupRow is the rows of a key that are of one family and split.
type groupRow struct {
	first, second entry
	n             int64
}

func (g *keyGroup) add(e entry) {
	if len(g.rows) > 0 && e.key != g.key {
		g.end()
	}
	g.key = e.key
	for i := range g.rows {
		if r := &g.rows[i]; r.first.split == e.split && r.first.family == e.family {
			if r.n++; r.n == 2 {
				r.second = e
			}
			return
		}
	}
	g.rows = append(g.rows, groupRow{first: e, n: 1})
}

// end counts the key that the rows so far have. A key counts in every family that has a row of it.
func (g *keyGroup) end() {
	if len(g.rows) == 1 && (g.rows[0].n == 1 || !g.problems) { // nothing is shared
		g.rows = g.rows[:0]
		return
	}
	splits := make(map[uint16]bool, 4)
	for i := range g.rows {
		splits[g.rows[i].first.split] = true
	}
	seen := map[*Family]bool{}
	for i := range g.rows {
		r := &g.rows[i]
		for _, f := range []*Family{&g.report.All, &g.report.Families[r.first.family]} {
			if len(splits) > 1 {
				shared := &f.EvidenceShared
				if g.problems {
					shared = &f.ProblemsShared
				}
				shared.count(r.n, !seen[f])
				if !seen[f] {
					shared.example(r.first, g.other(r.first))
				}
				seen[f] = true
			}
		}
	}
	if g.problems {
		g.repeats()
	}
	g.rows = g.rows[:0]
}

// other returns the first row of the key in another split.
func (g *keyGroup) other(e entry) entry {
	for i := range g.rows {
		if g.rows[i].first.split != e.split {
			return g.rows[i].first
		}
	}
	return e
}

// repeats counts the rows whose problem stands in their split a second time.
func (g *keyGroup) repeats() {
	for i := range g.rows {
		r := &g.rows[i]
		f := &g.report.Families[r.first.family]
		if r.n > 1 {
			f.Repeats.count(r.n, true)
			f.Repeats.example(r.first, r.second)
			g.report.All.Repeats.count(r.n, true)
			g.report.All.Repeats.example(r.first, r.second)
		}
	}
}

func (s *Shared) count(rows int64, first bool) {
	if s.Rows += rows; first {
		s.Keys++
	}
}

func (s *Shared) example(a, b entry) {
	if len(s.pairs) < maxExamples {
		s.pairs = append(s.pairs, pairAt{a, b})
	}
}
