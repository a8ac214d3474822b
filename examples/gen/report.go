package main

import (
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// progress returns a function that shows how many records are done, and one that ends it: a bar on a terminal, else a
// plain line for every tenth.
func progress(w io.Writer, records int64) (show func(done int64), end func()) {
	if f, ok := w.(*os.File); ok && isTerminal(f) && records > 0 {
		bar := progressbar.NewOptions64(records, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("records"),
			progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionSetItsString("records"),
			progressbar.OptionClearOnFinish())
		return func(done int64) { _ = bar.Set64(done) }, func() { _ = bar.Finish() }
	}
	tenth := int64(0)
	return func(done int64) {
		if t := done * 10 / records; t > tenth {
			tenth = t
			fmt.Fprintf(w, "%d of %d records\n", done, records)
		}
	}, func() {}
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// printSample prints a record as a person would look at it.
func printSample(w io.Writer, rec *gridscribe.Record, drawn bool, style scene.Style) {
	fmt.Fprintf(w, "Record %d of seed %d\n\n", rec.Index, rec.Seed)
	if rec.Level > 0 {
		printLeveled(w, rec)
		return
	}
	fmt.Fprintf(w, "Text:\n%s\n\n", indent(rec.Text()))
	if drawn {
		fmt.Fprintf(w, "Drawing:\n%s\n\n", indent(rec.Drawing(style)))
	}
	fmt.Fprintf(w, "Question: %s\n", rec.AppendQuestion(nil))
	fmt.Fprintf(w, "Answer:   %s\n", rec.AppendAnswer(nil))
	if steps := rec.AppendSteps(nil); len(steps) > 0 {
		fmt.Fprintf(w, "Proof:    %s\n", steps)
	}
	fmt.Fprintln(w)
}

func indent(text string) string { return "  " + strings.ReplaceAll(text, "\n", "\n  ") }

// printSummary prints what was written.
func printSummary(w io.Writer, s *export.Summary, took time.Duration) {
	for _, t := range s.Single() {
		fmt.Fprintf(w, "%s\n", t.Name)
		for _, c := range t.Counts {
			fmt.Fprintf(w, "  %-24s %9d  %5.1f %%\n", c.Value, c.Records, percent(c.Records, s.Records))
		}
	}
	fmt.Fprintln(w, "files")
	for _, split := range s.Splits {
		fmt.Fprintf(w, "  %-24s %9d  %s\n", split.Name, split.Rows, split.Path)
	}
	for _, split := range s.Splits {
		if split.Rows == 0 && s.Records > 0 {
			fmt.Fprintf(w, "The split %s is empty: texts alike but for names, words, order and symmetry go to one split, and here few "+
				"differ in more.\nWith -splits train:1 all go to one.\n", split.Name)
		}
	}
	fmt.Fprintf(w, "%d records in %.2f s, %.0f a second\n", s.Records, took.Seconds(), float64(s.Records)/took.Seconds())
}

func percent(part, whole int64) float64 {
	if whole == 0 {
		return 0
	}
	return 100 * float64(part) / float64(whole)
}

// familyUse says where else than in the preset curriculum a family can be asked for.
func familyUse(name string) string {
	shape, hops := slices.Contains(gridscribe.FamilyNames(gridscribe.ByShape), name), slices.Contains(gridscribe.FamilyNames(gridscribe.ByHops), name)
	switch {
	case shape && hops:
		return " (also other presets)"
	case shape:
		return " (also presets without hops)"
	case hops:
		return " (also presets with hops)"
	}
	return ""
}

// printList prints every name that a flag takes.
func printList(w io.Writer) {
	fmt.Fprintln(w, "Presets (-preset)")
	for _, p := range gridscribe.Presets() {
		fmt.Fprintf(w, "  %-14s %s\n", p.Name, p.Summary)
	}
	fmt.Fprintln(w, "Question families (-family)")
	for _, f := range qa.Families() {
		fmt.Fprintf(w, "  %-14s %s: %s%s\n%s", f.Name(), f.Group(), f.Summary(), familyUse(f.Name()), indentBy(17, sampleLine(f)))
	}
	fmt.Fprintln(w, "Forms (-form)")
	for _, f := range export.Forms() {
		fmt.Fprintf(w, "  %1s %-13s %s\n", f.Letter(), f, f.Summary())
	}
	fmt.Fprintln(w, "Views (-view)")
	for _, v := range export.Views() {
		fmt.Fprintf(w, "  %v\n", v)
	}
	fmt.Fprintln(w, "Formats (-format)")
	for _, f := range export.Formats() {
		fmt.Fprintf(w, "  %v\n", f)
	}
	fmt.Fprintln(w, "Styles (-style)")
	for s := range scene.Style(scene.Styles) {
		fmt.Fprintf(w, "  %v\n", s)
	}
	fmt.Fprintln(w, "Vocabularies (-vocabularies)")
	for _, v := range describe.Vocabularies() {
		fmt.Fprintf(w, "  %v\n", v)
	}
}
