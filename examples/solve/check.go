package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/export"
)

// check audits the files, one after the other.
func check(ctx context.Context, s settings, stdin io.Reader, stdout, stderr io.Writer) int {
	out := bufio.NewWriter(stdout)
	c := checking{settings: s, out: out, encoder: json.NewEncoder(out)}
	c.encoder.SetEscapeHTML(false)
	code := exitOK
	for _, name := range s.args {
		report, err := c.file(ctx, name, stdin)
		if err == nil {
			err = out.Flush()
		}
		if err != nil {
			out.Flush()
			if ctx.Err() != nil {
				fmt.Fprintln(stderr, "solve: interrupted")
				return exitInterrupted
			}
			fmt.Fprintf(stderr, "solve: %v\n", err)
			code = exitUsage
		} else if !report.Right() && code == exitOK {
			code = exitWrong
		}
	}
	return code
}

// checking is an audit under way.
type checking struct {
	settings
	out     *bufio.Writer
	encoder *json.Encoder
	shown   int // findings of this file
}

// message is a line of -json: a finding, or the report on a file after its findings.
type message struct {
	Type    string               `json:"type"` // "finding" or "report"
	File    string               `json:"file"`
	Finding *export.AuditFinding `json:"finding,omitempty"`
	Report  *export.AuditReport  `json:"report,omitempty"`
}

func (c *checking) file(ctx context.Context, name string, stdin io.Reader) (export.AuditReport, error) {
	in, shownName := stdin, "standard input"
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return export.AuditReport{}, err
		}
		defer file.Close()
		in, shownName = file, name
	}
	c.shown = 0
	report, err := export.Audit(ctx, in, shownName, c.audit, c.finding)
	if err != nil {
		return report, err
	}
	if c.json {
		return report, c.encoder.Encode(message{Type: "report", File: shownName, Report: &report})
	}
	return report, c.summary(shownName, &report)
}

// finding prints a finding while there are not enough.
func (c *checking) finding(f export.AuditFinding) error {
	if c.show >= 0 && c.shown >= c.show {
		return nil
	}
	c.shown++
	if c.json {
		return c.encoder.Encode(message{Type: "finding", File: f.File, Finding: &f})
	}
	verdict := f.Verdict.String()
	if f.Verdict == export.AuditFollows {
		verdict = "note"
	}
	fmt.Fprintf(c.out, "%s:%d: %s", f.File, f.Line, verdict)
	if f.Label != "" {
		fmt.Fprintf(c.out, ": label %q", f.Label)
	}
	if f.Reason != "" {
		fmt.Fprintf(c.out, ": %s", f.Reason)
	}
	fmt.Fprintln(c.out)
	for _, sentence := range f.Sentences {
		fmt.Fprintf(c.out, "    %s\n", sentence)
	}
	for _, note := range f.Notes {
		fmt.Fprintf(c.out, "    note: %s\n", note)
	}
	return nil
}

// summary prints the report on a file.
func (c *checking) summary(name string, r *export.AuditReport) error {
	var formats []string
	for format := range r.Formats {
		formats = append(formats, format)
	}
	slices.Sort(formats)
	if len(formats) == 0 {
		formats = []string{"no rows that could be read"}
		if r.Rows == 0 {
			formats[0] = "empty"
		}
	}
	fmt.Fprintf(c.out, "%s: %s: %d rows, %d follow", name, strings.Join(formats, ", "), r.Rows, r.Verdicts[export.AuditFollows])
	for v := export.AuditFollows + 1; v < export.AuditVerdicts; v++ {
		if n := r.Verdicts[v]; n > 0 {
			fmt.Fprintf(c.out, ", %d %v", n, v)
		}
	}
	if r.Noted > 0 {
		fmt.Fprintf(c.out, "; %d with notes", r.Noted)
	}
	fmt.Fprintln(c.out)
	if r.Unread > 0 {
		kinds := fmt.Sprintf("%d kinds", len(r.Kinds))
		if r.More > 0 {
			kinds = "more than " + kinds
		}
		fmt.Fprintf(c.out, "  %d sentences could not be read, of %s:\n", r.Unread, kinds)
		for i, k := range r.Kinds {
			if c.show >= 0 && i == max(c.show, 1) {
				fmt.Fprintf(c.out, "    … (-show %d shows all of them)\n", len(r.Kinds))
				break
			}
			fmt.Fprintf(c.out, "    %d times, first at line %d: %s\n", k.Count, k.Line, k.Pattern)
		}
	}
	return c.out.Flush()
}
