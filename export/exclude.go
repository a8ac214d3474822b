package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// Exclusion is a set of problems that others ask, as test sets do, and that a corpus must not hold: text and question,
// in whatever names, words, order and symmetry. The zero Exclusion is empty and ready for [Exclusion.Add]. It may be
// asked by many goroutines once all is added.
//
// A text means what its words mean in its benchmark, unless it says otherwise: "A is above B" of StepGame, one step up,
// is another text than Text2Space's. A text that contradicts itself is in the set like any other; no corpus holds it.
type Exclusion struct {
	// SkipUnread leaves out rows that are intact but whose text or question is in words that are not read, and counts
	// them. Without it such a row is an error.
	SkipUnread bool

	files    []ExcludedFile
	problems map[uint64]bool // by fingerprint; false for those that add the other kind of world
	count    int
}

// ExcludedFile says what was read of a file.
type ExcludedFile struct {
	File     string `json:"file"`
	Rows     int64  `json:"rows"`
	Problems int64  `json:"problems"`           // that no file before it has, each once
	Unread   int64  `json:"unread,omitempty"`   // rows that were skipped
	Unasked  int64  `json:"unasked,omitempty"`  // rows with a question that no corpus asks, as bAbI 4's "What is north of A?"
	Sentence string `json:"sentence,omitempty"` // why the first of Unread was
}

// Add reads a data set in any form that [ReadProblems] reads, and adds its problems: all of them or, with an error,
// none. A row that is broken is a [*ProblemError]; one that is not understood, unless SkipUnread, an error with its
// file and line that wraps the reason. A file without a row is an error too: it would keep nothing out. File is only
// for messages.
func (e *Exclusion) Add(r io.Reader, file string) error {
	told := ExcludedFile{File: file}
	read := make(map[uint64]bool)
	var reader problemReader
	for p, err := range ReadProblems(r, file) {
		if err != nil {
			return fmt.Errorf("export: problems to keep out: %w", err)
		}
		told.Rows++
		rec, err := reader.record(&p)
		switch {
		case errors.Is(err, errUnasked):
			told.Unasked++
			continue
		case err != nil && e.SkipUnread:
			if told.Unread++; told.Unread == 1 {
				told.Sentence = err.Error()
			}
			continue
		case err != nil:
			return fmt.Errorf("export: problems to keep out: %s:%d: row %d is not understood: %w", file, p.Line, p.Row, err)
		}
		read[rec.Fingerprint()] = true
		if rec.World.Sharing = !rec.World.Sharing; rec.Reading == layout.UnitStep && !read[rec.Fingerprint()] {
			read[rec.Fingerprint()] = false
		}
	}
	if told.Rows == 0 {
		return fmt.Errorf("export: problems to keep out: %s holds no rows", file)
	}
	if e.problems == nil {
		e.problems = make(map[uint64]bool, len(read))
	}
	for print, asked := range read {
		if asked && !e.problems[print] {
			told.Problems++
		}
		e.problems[print] = e.problems[print] || asked
	}
	e.count += int(told.Problems)
	e.files = append(e.files, told)
	return nil
}

// Has reports whether a record's problem is in the set. A nil Exclusion is empty.
func (e *Exclusion) Has(rec *gridscribe.Record) bool {
	if e.Len() == 0 {
		return false
	}
	_, ok := e.problems[rec.Fingerprint()]
	return ok
}

// Len returns the number of problems, each counted once.
func (e *Exclusion) Len() int {
	if e == nil {
		return 0
	}
	return e.count
}

// Files returns what was read, in the order in which it was added. The slice is shared: do not change it.
func (e *Exclusion) Files() []ExcludedFile {
	if e == nil {
		return nil
	}
	return e.files
}

// Hash returns a hash of the set in hexadecimal digits, whatever files it was read from; "" of an empty one.
func (e *Exclusion) Hash() string {
	if e.Len() == 0 {
		return ""
	}
	all := make([]uint64, 0, len(e.problems))
	for print := range e.problems {
		all = append(all, print)
	}
	slices.Sort(all)
	h := sha256.New()
	var word [8]byte
	for _, print := range all {
		binary.BigEndian.PutUint64(word[:], print)
		h.Write(word[:])
	}
	return hex.EncodeToString(h.Sum(nil))
}

// errUnasked says that no corpus asks such a question.
var errUnasked = errors.New("export: no corpus asks this")

// problemReader makes records of problems, with all that a fingerprint tells. The zero problemReader is ready.
type problemReader struct {
	reader describe.Reader
	text   describe.Description
	rec    gridscribe.Record
}

// record returns a problem as the record that asks it, valid until the next call.
func (r *problemReader) record(p *Problem) (*gridscribe.Record, error) {
	opt := p.Format.SolveOptions()
	r.reader.Reading, r.reader.World = opt.Reading, opt.World
	if err := r.reader.Read(&r.text, p.Story); err != nil {
		return nil, err
	}
	r.reader.Reading = opt.QuestionReading
	if r.reader.Reading == layout.Aligned {
		r.reader.Reading = r.text.QuestionReading
	}
	asked, err := r.reader.ReadQuestion(&r.text, p.Question)
	if err != nil {
		return nil, fmt.Errorf("question %.200q: %w", p.Question, err)
	}
	r.rec = gridscribe.Record{Reading: r.text.Reading, World: r.text.World}
	r.rec.Plan.Facts = withoutRepeats(r.text.Facts)
	r.rec.Layout.Entities = make([]layout.Entity, len(r.text.Names))
	switch asked.Kind {
	case describe.AskRelation:
		r.rec.Question = &qa.Direction{Locatum: asked.Locatum, Relatum: asked.Relatum, Aspect: asked.Aspect}
	case describe.AskTruth:
		r.rec.Question = &qa.Truth{Claim: asked.Fact}
	case describe.AskRoute:
		r.rec.Question = &qa.Path{From: asked.Locatum, To: asked.Relatum}
	case describe.AskPossible:
		r.rec.Question = qa.Possible{Form: qa.Could, Claim: asked.Fact}
	case describe.AskRelations:
		r.rec.Question = qa.Possible{Form: qa.Which, Claim: layout.Fact{Locatum: asked.Locatum, Relatum: asked.Relatum}}
	default:
		return nil, errUnasked
	}
	return &r.rec, nil
}

// withoutRepeats returns facts without those that are stated before, from either side, which no record states again.
func withoutRepeats(facts []layout.Fact) []layout.Fact {
	all := slices.Clone(facts)
	for i, f := range all {
		if !f.Bordered() && f.Locatum > f.Relatum {
			all[i] = f.Converse()
		}
	}
	slices.SortFunc(all, func(a, b layout.Fact) int {
		return cmp.Or(a.Locatum-b.Locatum, a.Relatum-b.Relatum, int(a.Relation)-int(b.Relation), int(a.Reading)-int(b.Reading))
	})
	return slices.Compact(all)
}
