package export

import (
	"encoding/json"
	"fmt"
	"runtime"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// The audit of a data set stands here and not in qa, because it needs both the readers of its files, which are here,
// and the solver, which is there.

// SolveOptions returns what the stories of a format take for granted: see [qa.SolveOptions]. StepGame's agents and
// bAbI's objects stand one step from each other and may share a cell; bAbI 17 asks by half-planes in a closed world.
func (f ProblemFormat) SolveOptions() qa.SolveOptions {
	steps := qa.SolveOptions{Reading: layout.UnitStep, World: layout.World{Sharing: true}}
	switch f {
	case ProblemStepGame, ProblemBAbI19:
		return steps
	case ProblemBAbI4:
		steps.QuestionReading = layout.UnitStep
		return steps
	case ProblemBAbI17:
		steps.QuestionReading, steps.Closed = layout.HalfPlane, true
		return steps
	}
	return qa.SolveOptions{}
}

// AuditOptions say how an audit goes. The zero value is ready to use.
type AuditOptions struct {
	// Reading replaces the reading of every story's direction words, if it is not nil.
	Reading *layout.Reading
	// Sharing says whether objects may share a cell, in place of what the format says, if it is not nil.
	Sharing *bool
	// Workers is how many rows are solved at a time; 0 is one a processor. Nothing else depends on it.
	Workers int
	// Kinds is the most kinds of sentences that a report lists because they could not be read; 0 is 100.
	Kinds int
}

// Validate reports an option out of range.
func (o AuditOptions) Validate() error {
	switch {
	case o.Reading != nil && !o.Reading.OfWords():
		return fmt.Errorf("export: audit: reading %v; aligned, half-plane and unit-step are allowed", *o.Reading)
	case o.Workers < 0:
		return fmt.Errorf("export: audit: %d workers; 1 or more are allowed, or 0 for one a processor", o.Workers)
	case o.Kinds < 0:
		return fmt.Errorf("export: audit: %d kinds; 1 or more are allowed, or 0 for 100", o.Kinds)
	}
	return nil
}

func (o AuditOptions) workers() int {
	if o.Workers > 0 {
		return o.Workers
	}
	return runtime.GOMAXPROCS(0)
}

func (o AuditOptions) kinds() int {
	if o.Kinds > 0 {
		return o.Kinds
	}
	return 100
}

// solve returns how to solve problems of a format.
func (o AuditOptions) solve(f ProblemFormat) qa.SolveOptions {
	opt := f.SolveOptions()
	if o.Reading != nil {
		opt.Reading, opt.OverrideReading = *o.Reading, true
	}
	if o.Sharing != nil {
		opt.World.Sharing, opt.OverrideWorld = *o.Sharing, true
	}
	return opt
}

// AuditVerdict says what an audit finds of a row. The zero value is that its label follows.
type AuditVerdict uint8

// The verdicts. A row has one; where several are true, the one furthest down counts.
const (
	AuditFollows     AuditVerdict = iota // the text entails the label
	AuditSupport                         // it does, but not the sentences that are given as its support (bAbI)
	AuditOpen                            // the text allows the label and does not entail it
	AuditWrong                           // the text entails another answer, or rules the label out
	AuditContradicts                     // the text contradicts itself
	AuditUnread                          // a sentence or the question could not be read
	AuditBroken                          // the row could not be read from its file
	AuditVerdicts                        // the number of verdicts
)

var auditVerdictNames = [AuditVerdicts]string{"follows", "support", "open", "wrong", "contradiction", "unread", "broken"}

// String returns the verdict in a word.
func (v AuditVerdict) String() string {
	if v >= AuditVerdicts {
		return "AuditVerdict(?)"
	}
	return auditVerdictNames[v]
}

// MarshalText returns the verdict in a word.
func (v AuditVerdict) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// AuditFinding is what an audit has to say of a row.
type AuditFinding struct {
	File    string       `json:"file"`
	Line    int          `json:"line"`          // of the question, or of the damage
	Row     int          `json:"row,omitempty"` // 0 where the damage is in no row
	ID      string       `json:"id,omitempty"`
	Format  string       `json:"format,omitempty"` // empty for a broken row
	Verdict AuditVerdict `json:"verdict"`
	Label   string       `json:"label,omitempty"`   // the data set's
	Follows string       `json:"follows,omitempty"` // the text's answer; empty where it has none
	Reason  string       `json:"reason,omitempty"`  // for a person; empty when the label follows
	// Sentences of the story that say why: the proof of what follows, those that clash, or those that were not read,
	// the first hundred.
	Sentences []string `json:"sentences,omitempty"`
	// Notes are what else is odd: a drawing without an object, or in which a stated fact does not hold. They change no
	// verdict.
	Notes []string `json:"notes,omitempty"`

	unread []unreadSentence
}

// AuditReport counts what an audit found in one file. The zero value is the report on an empty file.
type AuditReport struct {
	Rows     int64                `json:"rows"`
	Verdicts [AuditVerdicts]int64 `json:"-"` // by verdict; damage in no row counts as broken
	Formats  map[string]int64     `json:"formats"`
	Noted    int64                `json:"noted"`            // rows with notes
	Unread   int64                `json:"unread_sentences"` // each once, however many questions follow it
	// Kinds are the kinds of sentences that could not be read, in the order of their first; sentences that differ in
	// their names of one letter only are of one kind. More counts the kinds beyond AuditOptions.Kinds: sentences of
	// them.
	Kinds []UnreadKind `json:"unread_kinds,omitempty"`
	More  int64        `json:"unread_more,omitempty"`
}

// UnreadKind is a kind of sentence that could not be read.
type UnreadKind struct {
	Pattern string `json:"pattern"` // with X1, X2 … in place of names of one letter
	Count   int64  `json:"count"`
	Line    int    `json:"line"` // of the first row with it
}

// Right reports whether every label follows, and everything was read.
func (r *AuditReport) Right() bool { return r.Wrong() == 0 }

// Wrong returns the number of rows whose label was not found to follow, for whatever reason.
func (r *AuditReport) Wrong() (n int64) {
	for _, k := range r.Verdicts[AuditFollows+1:] {
		n += k
	}
	return n
}

// MarshalJSON returns the report with its verdicts by name.
func (r AuditReport) MarshalJSON() ([]byte, error) {
	type plain AuditReport
	verdicts := make(map[string]int64, AuditVerdicts)
	for v, n := range r.Verdicts {
		verdicts[AuditVerdict(v).String()] = n
	}
	return json.Marshal(struct {
		plain
		Verdicts map[string]int64 `json:"verdicts"`
	}{plain(r), verdicts})
}

// add counts a finding. Told is the last line with a sentence that was counted as unread.
func (r *AuditReport) add(f *AuditFinding, kinds int, told *int) {
	if f.Row > 0 {
		r.Rows++
	}
	r.Verdicts[f.Verdict]++
	if f.Format != "" {
		if r.Formats == nil {
			r.Formats = make(map[string]int64)
		}
		r.Formats[f.Format]++
	}
	if len(f.Notes) > 0 {
		r.Noted++
	}
	for _, s := range f.unread {
		if s.line == 0 || s.line > *told {
			*told = max(*told, s.line)
			r.Unread++
			r.addKind(s.kind, f.Line, kinds)
		}
	}
}

func (r *AuditReport) addKind(pattern string, line, kinds int) {
	for i := range r.Kinds {
		if r.Kinds[i].Pattern == pattern {
			r.Kinds[i].Count++
			return
		}
	}
	if len(r.Kinds) == kinds {
		r.More++
		return
	}
	r.Kinds = append(r.Kinds, UnreadKind{pattern, 1, line})
}
