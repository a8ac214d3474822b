package audit

import (
	"fmt"
	"strconv"
	"strings"
)

// Report is what an audit found. It does not depend on the number of workers or the memory.
type Report struct {
	Rows   int64   `json:"rows"`
	Splits []Count `json:"splits"` // in the order in which they came
	// All counts over all families. A key counts once here and once in every family that has it. Its cues are empty.
	All      Family   `json:"all"`
	Families []Family `json:"families"` // by name
}

// Count is a name and how many rows have it.
type Count struct {
	Name string `json:"name"`
	Rows int64  `json:"rows"`
}

// Family is what an audit found of the rows of one family of questions.
type Family struct {
	Name string `json:"name"`
	Rows int64  `json:"rows"`
	// Named counts the rows of which only the text was compared, up to names: see How. GivenUp counts those that may differ from
	// others only in order or names.
	Named   int64 `json:"named"`
	GivenUp int64 `json:"given_up"`
	// EvidenceShared and ProblemsShared count what stands in two splits, Repeats the problems that stand twice or more in one.
	EvidenceShared Shared `json:"evidence_shared"`
	ProblemsShared Shared `json:"problems_shared"`
	Repeats        Shared `json:"repeats"`
	// Shortcuts are measured for free answers and for multiple choices apart; a form without rows has none.
	Shortcuts []Shortcuts `json:"shortcuts,omitempty"`
}

// Shortcuts are the baselines of the rows of one form.
type Shortcuts struct {
	Form string `json:"form"` // free or choice
	// Learned says on which rows cues were learnt and measured: "train, test" or "odd, even".
	Learned  string    `json:"learned"`
	Measured int64     `json:"measured"` // rows on which cues were measured
	Chance   float64   `json:"chance"`   // of a guess among the options, or among the answers to the same question that were seen
	Majority Baseline  `json:"majority"` // the most frequent answer; of a multiple choice the most frequent letter
	Cues     []CueFind `json:"cues,omitempty"`
}

// Baseline is how often a rule that does not look at the evidence as a whole finds the answer.
type Baseline struct {
	Right int64   `json:"right"`
	Rows  int64   `json:"rows"`
	Share float64 `json:"share"` // right of rows; 0 of no rows
	Low   float64 `json:"low"`   // the ends of its 95 % interval (Wilson 1927)
	High  float64 `json:"high"`
}

// CueFind is what a cue tells.
type CueFind struct {
	Cue string `json:"cue"`
	Baseline
	// Flagged is set where the low end beats both chance and majority by more than 5 points.
	Flagged bool `json:"flagged,omitempty"`
}

func (r *Report) families() []*Family {
	all := make([]*Family, len(r.Families))
	for i := range r.Families {
		all[i] = &r.Families[i]
	}
	return all
}

// Leaks returns how many problems two splits share.
func (r *Report) Leaks() int64 { return r.All.ProblemsShared.Keys }

// AppendText appends the report as tables for a terminal.
func (r *Report) AppendText(dst []byte) []byte {
	dst = fmt.Appendf(dst, "%d rows:", r.Rows)
	for i, s := range r.Splits {
		dst = fmt.Appendf(dst, "%s %s %d", strings.Repeat(",", min(i, 1)), s.Name, s.Rows)
	}
	dst = fmt.Appendf(dst, "\n%d pieces of evidence and %d problems stand in two splits, up to renaming and symmetry.\n\n",
		r.All.EvidenceShared.Keys, r.All.ProblemsShared.Keys)
	dst = append(dst, "family             rows  by words  given up | in two splits: evidence  problems | repeated in one\n"...)
	for _, f := range append(r.families(), &r.All) {
		name := f.Name
		if f == &r.All {
			name = "all"
		}
		dst = fmt.Appendf(dst, "%-14s %8d %9d %9d | %23d %9d | %15d\n",
			name, f.Rows, f.Named, f.GivenUp, f.EvidenceShared.Keys, f.ProblemsShared.Keys, f.Repeats.Keys)
	}
	for _, kind := range []struct {
		title string
		of    func(*Family) *Shared
	}{
		{"Evidence in two splits, for example", func(f *Family) *Shared { return &f.EvidenceShared }},
		{"Problems in two splits, for example", func(f *Family) *Shared { return &f.ProblemsShared }},
	} {
		for i, f := range r.families() {
			s := kind.of(f)
			if i == 0 && kind.of(&r.All).Keys > 0 {
				dst = fmt.Appendf(dst, "\n%s:\n", kind.title)
			}
			for _, p := range s.Examples {
				dst = fmt.Appendf(dst, "%-14s %s (%s), %s (%s)\n", f.Name, p.First, p.FirstSplit, p.Second, p.SecondSplit)
			}
		}
	}
	dst = append(dst, "\nShare of right answers in percent; ! marks a cue that beats chance and majority by more than 5 points.\n"...)
	dst = append(dst, "family         form   measured chance majority  question  best other cue\n"...)
	for _, f := range r.families() {
		for i := range f.Shortcuts {
			dst = f.Shortcuts[i].appendLine(fmt.Appendf(dst, "%-14s ", f.Name))
		}
	}
	return r.appendFlags(dst)
}

// Question returns what the question alone tells; the zero CueFind if that was not measured.
func (s *Shortcuts) Question() CueFind {
	for _, c := range s.Cues {
		if c.Cue == questionOnly {
			return c
		}
	}
	return CueFind{}
}

// Best returns the cue beside the question whose interval begins highest; the zero CueFind if none was measured.
func (s *Shortcuts) Best() (best CueFind) {
	for _, c := range s.Cues {
		if c.Cue != questionOnly && (best.Cue == "" || c.Low > best.Low) {
			best = c
		}
	}
	return best
}

func (s *Shortcuts) appendLine(dst []byte) []byte {
	dst = fmt.Appendf(dst, "%-6s %8d %6s %8s", s.Form, s.Measured, percent(s.Chance), percent(s.Majority.Share))
	question := "-"
	if q := s.Question(); q.Cue != "" {
		question = percent(q.Share) + mark(q.Flagged)
	}
	dst = fmt.Appendf(dst, " %9s", question)
	if c := s.Best(); c.Cue != "" {
		dst = fmt.Appendf(dst, "  %s%s (%s to %s) %s", percent(c.Share), mark(c.Flagged), percent(c.Low), percent(c.High), c.Cue)
	}
	return append(dst, '\n')
}

// appendFlags appends the cues that are flagged, but for those that tell no more than the question does.
func (r *Report) appendFlags(dst []byte) []byte {
	title := "\nShortcuts:\n"
	for _, f := range r.families() {
		for _, s := range f.Shortcuts {
			for _, c := range s.Cues {
				if c.Flagged && (c.Cue == questionOnly || c.Low > s.Cues[0].Share) {
					dst = append(dst, title...)
					title = ""
					dst = fmt.Appendf(dst, "%-14s %-6s %s %% (%s to %s) by %s\n",
						f.Name, s.Form, percent(c.Share), percent(c.Low), percent(c.High), c.Cue)
				}
			}
		}
	}
	return dst
}

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) }

func mark(flagged bool) string {
	if flagged {
		return "!"
	}
	return ""
}
