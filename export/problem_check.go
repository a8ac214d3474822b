package export

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// auditChecker checks rows one after the other.
type auditChecker struct {
	opt    AuditOptions
	solver qa.Solver
	second qa.Solver // of the support
	reader describe.Reader
	text   describe.Description
	part   []byte

	story  string        // the one that the solver has read
	format ProblemFormat // as one of this format
	open   bool          // in an open world
	read   bool

	unreadIn  string // the story whose sentences could not be read
	unreadAs  ProblemFormat
	unreadAre []string
}

func (c *auditChecker) batch(b *auditBatch) {
	b.findings = make([]AuditFinding, len(b.rows))
	for i := range b.rows {
		b.findings[i] = c.row(&b.rows[i])
	}
}

func (c *auditChecker) row(row *auditRow) AuditFinding {
	if row.err != nil {
		f := AuditFinding{Verdict: AuditBroken, Reason: row.err.Error()}
		var fault *ProblemError
		if errors.As(row.err, &fault) {
			f.File, f.Line, f.Row = fault.File, fault.Line, fault.Row
			f.Reason = fmt.Sprintf("%v: %s", fault.Fault, fault.Detail)
		}
		return f
	}
	p := &row.problem
	f := AuditFinding{File: p.File, Line: p.Line, Row: p.Row, ID: p.ID, Format: p.Format.String(), Label: p.Label}
	sol, err := c.solve(p)
	if err != nil {
		c.failed(&f, p, err)
		return f
	}
	switch {
	case sol.Accepts(p.Label), !sol.Known && !sol.GaveUp && unknown(p.Label) && sol.Asked.Kind == describe.AskTruth:
		c.support(&f, p)
	case sol.Known:
		f.Verdict, f.Follows = AuditWrong, sol.Label()
		f.Reason = fmt.Sprintf("the text says %q", f.Follows)
		f.Sentences = proofSentences(&sol)
	case sol.GaveUp && sol.Allows(p.Label):
		f.Verdict, f.Reason = AuditOpen, "the search for what follows was cut off; it may leave open: "+leftOpen(&sol)
	case sol.Allows(p.Label):
		f.Verdict, f.Reason = AuditOpen, "the text leaves it open: "+leftOpen(&sol)
	default:
		f.Verdict, f.Reason = AuditWrong, "the text rules the label out; it allows "+leftOpen(&sol)
	}
	f.Notes = drawingNotes(p, &sol)
	return f
}

// unknown reports whether a label says that the text does not tell. Where it may, what does not follow is not false.
func unknown(label string) bool { return strings.EqualFold(label, qa.Unknown.String()) }

// solve answers a problem. A story with several questions is read once.
func (c *auditChecker) solve(p *Problem) (qa.Solution, error) {
	open := unknown(p.Label)
	if !c.read || c.story != p.Story || c.format != p.Format || c.open != open {
		c.story, c.format, c.open, c.read = p.Story, p.Format, open, false
		opt := c.opt.solve(p.Format)
		opt.Closed = opt.Closed && !open
		if err := c.solver.Read(p.Story, opt); err != nil {
			return qa.Solution{}, err
		}
		c.read = true
	}
	return c.solver.Ask(p.Question)
}

// failed says why a problem has no solution.
func (c *auditChecker) failed(f *AuditFinding, p *Problem, err error) {
	var clash *qa.ContradictionError
	var question *qa.QuestionError
	switch {
	case errors.As(err, &clash):
		f.Verdict, f.Sentences = AuditContradicts, clash.Sentences
		f.Reason = "these sentences cannot hold together"
		if len(clash.Sentences) == 1 {
			f.Reason = "this sentence cannot hold"
		}
		if clash.Room != nil {
			f.Reason = clash.Room.Error()
		}
	case errors.As(err, &question):
		f.Verdict, f.Sentences, f.unread = AuditUnread, []string{p.Question}, []unreadSentence{{kindOf(p.Question), 0}}
		f.Reason = question.Err.Error()
	default:
		f.Verdict, f.Reason = AuditUnread, err.Error()
		if c.unreadIn != p.Story || c.unreadAs != p.Format {
			c.unreadIn, c.unreadAs = p.Story, p.Format
			c.unreadAre, f.unread = c.unread(p)
		}
		f.Sentences = c.unreadAre
	}
}

// proofSentences returns the sentences that prove the answer, in the order of the proof.
func proofSentences(sol *qa.Solution) (sentences []string) {
	proof, ok := sol.Proof()
	if !ok {
		return nil
	}
	for _, k := range proof.Facts {
		if s := sol.Sentence(k); !slices.Contains(sentences, s) {
			sentences = append(sentences, s)
		}
	}
	return sentences
}

// leftOpen says what answers the text allows, when it allows several.
func leftOpen(sol *qa.Solution) string {
	switch sol.Asked.Kind {
	case describe.AskRelation:
		var labels []string
		for c := range layout.Cardinal(layout.Cardinals) {
			if sol.Possible.Has(c) {
				label := qa.Label{Aspect: sol.Asked.Aspect, Relation: c.Project(sol.Asked.Aspect)}.String()
				if !slices.Contains(labels, label) {
					labels = append(labels, label)
				}
			}
		}
		return strings.Join(labels, ", ")
	case describe.AskRoute:
		return "no way"
	case describe.AskLocatum, describe.AskRelatum:
		if len(sol.Objects) == 0 {
			return "no object stands there for certain"
		}
		var names []string
		for _, i := range sol.Objects {
			names = append(names, sol.Names[i])
		}
		return strings.Join(names, ", ")
	}
	return "yes, no"
}

// support checks that the sentences which are said to prove a bAbI label do: alone, and with nothing assumed that they
// do not say. StepGame's support is a dummy.
func (c *auditChecker) support(f *AuditFinding, p *Problem) {
	if len(p.Support) == 0 || p.Format != ProblemBAbI4 && p.Format != ProblemBAbI17 && p.Format != ProblemBAbI19 {
		return
	}
	c.part = c.part[:0]
	for _, n := range p.Support {
		f.Sentences = append(f.Sentences, p.Sentence(n))
		c.part = append(append(c.part, p.Sentence(n)...), '\n')
	}
	opt := c.opt.solve(p.Format)
	opt.Closed = false
	sol, err := c.second.Solve(string(c.part), p.Question, opt)
	if err == nil && sol.Accepts(p.Label) {
		f.Sentences = nil
		return
	}
	f.Verdict, f.Reason = AuditSupport, "the label follows from the text, but not from the sentences given as its support"
}

// drawingNotes says what is wrong with the drawings of a row.
func drawingNotes(p *Problem, sol *qa.Solution) (notes []string) {
	for style := range scene.Style(scene.Styles) {
		drawing := [...]string{scene.Simple: p.Drawing.Simple, scene.Grid: p.Drawing.Grid, scene.Panel: p.Drawing.Panel}[style]
		if drawing == "" {
			continue
		}
		note := func(format string, args ...any) {
			notes = append(notes, fmt.Sprintf("the %v drawing ", style)+fmt.Sprintf(format, args...))
		}
		shown, err := scene.Parse(drawing, sol.Names)
		var fault *scene.SyntaxError
		if err != nil && !(errors.As(err, &fault) && (fault.Reason == scene.Missing || fault.Reason == scene.Unknown)) {
			note("cannot be read: %v", err)
			continue
		}
		judged := scene.CompareFacts(shown, sol.Names, sol.Facts)
		switch {
		case len(judged.Missing) > 0:
			note("lacks %s", strings.Join(judged.Missing, ", "))
		case len(judged.Extra) > 0:
			note("shows %s, which the text does not name", strings.Join(judged.Extra, ", "))
		case len(judged.Failed) > 0:
			note("breaks %q", sol.Sentence(judged.Failed[0]))
		}
	}
	return notes
}
