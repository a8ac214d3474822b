package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"runtime"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// settings is what the command line says.
type settings struct {
	check bool
	json  bool
	show  int // findings a file; below 0 all
	style scene.Style
	solve qa.SolveOptions
	audit export.AuditOptions
	args  []string
}

const help = `solve answers a question about a text from the text alone: with the answer, a smallest proof and a drawing, or with
what is possible where the text leaves it open.

  go run ./examples/solve "A is left of B. C is above B." "Where is A relative to C?"
  go run ./examples/solve - "Is A above C?" < story.txt     the text from standard input
  go run ./examples/solve -reading unit-step -sharing "A is above B. B is below C." "Where is A relative to C?"

What the text itself says of its reading, of sharing and of its grid counts, unless flags say otherwise.

  go run ./examples/solve -check FILE...                    audit data sets; - is standard input

-check solves every row from its text alone and compares the answer with the row's label. It knows Text2Space's JSON
lines, StepGame's JSON, JSON lines and bAbI form, and bAbI 4, 17 and 19, by what is in the files. A row

  follows        when the text entails its label

and counts as wrong when it is anything else:

  support        the label follows, but not from the sentences that are given as its support (bAbI)
  open           the text allows the label, but other answers as well
  wrong          the text entails another answer, or rules the label out
  contradiction  the text contradicts itself
  unread         a sentence or the question could not be read
  broken         the row could not be read from its file: a line is cut or lost, a field is missing

Notes on drawings that lack an object or break a stated fact do not count.

Exit status: 0 when all rows follow, or a text was solved, be it that its answer cannot be determined; 1 when a row counts
as wrong, or the text contradicts itself; 2 for a bad command line, and for a text, question or file that cannot be read.
`

// parse reads the command line. Flags may stand anywhere; after "--" nothing is a flag. For -help it prints the help to
// stdout and returns [flag.ErrHelp].
func parse(args []string, stdout io.Writer) (settings, error) {
	s := settings{show: -1, style: scene.Grid}
	shown := false
	fs := flag.NewFlagSet("solve", flag.ContinueOnError)
	fs.SetOutput(io.Discard) // run prints the errors
	fs.Usage = func() {}     // called for every error
	value := func(name, usage string, set func(value string) error) {
		fs.Func(name, usage, func(v string) error {
			if err := set(v); err != nil {
				return badValue{fmt.Errorf("-%s %q: %w", name, v, err)}
			}
			return nil
		})
	}
	whether := func(name, usage string, set func(bool)) {
		fs.BoolFunc(name, usage, func(v string) error {
			b, err := strconv.ParseBool(v)
			if err != nil {
				return badValue{fmt.Errorf("-%s %q: true and false are allowed", name, v)}
			}
			set(b)
			return nil
		})
	}
	whether("check", "audit the files named", func(b bool) { s.check = b })
	whether("json", "print JSON, a value a line", func(b bool) { s.json = b })
	value("reading", "what direction `words` mean: aligned (the same row or column, any distance), half-plane (that side)\n"+
		"or unit-step (one cell that way)", func(v string) error {
		for r := range layout.Reading(layout.Readings) {
			if r.OfWords() && r.String() == v {
				s.solve.Reading, s.solve.OverrideReading, s.audit.Reading = r, true, &r
				return nil
			}
		}
		return errors.New("aligned, half-plane and unit-step are allowed")
	})
	whether("sharing", "objects may share a cell", func(b bool) {
		s.solve.World.Sharing, s.solve.OverrideWorld, s.audit.Sharing = b, true, &b
	})
	grid := ""
	value("grid", "the `size` of the grid in rows and columns, such as 4x5", func(v string) error {
		rows, cols, ok := strings.Cut(v, "x")
		r, err1 := strconv.ParseUint(rows, 10, 31)
		c, err2 := strconv.ParseUint(cols, 10, 31)
		if !ok || err1 != nil || err2 != nil || min(r, c) < 1 || max(r, c) > layout.MaxSide {
			return fmt.Errorf("rows and columns such as 4x5 are allowed, 1 to %d each", layout.MaxSide)
		}
		grid = v
		s.solve.World.Rows, s.solve.World.Cols, s.solve.OverrideWorld = int(r), int(c), true
		return nil
	})
	value("style", "the `style` of the drawing: simple, grid or panel (default grid)", func(v string) (err error) {
		if s.style, err = scene.ParseStyle(v); err != nil {
			return errors.New("simple, grid and panel are allowed")
		}
		return nil
	})
	value("show", "print the first so `many` findings of a file (default 5, with -json all)", func(v string) (err error) {
		if s.show, err = strconv.Atoi(v); err != nil || s.show < 0 {
			return errors.New("a whole number, 0 or more, is allowed")
		}
		shown = true
		return nil
	})
	s.audit.Workers = runtime.GOMAXPROCS(0)
	value("workers", "solve so `many` rows at a time; nothing depends on it (default the number of processors)",
		func(v string) (err error) {
			if s.audit.Workers, err = strconv.Atoi(v); err != nil || s.audit.Workers < 1 {
				return errors.New("a whole number, 1 or more, is allowed")
			}
			return nil
		})
	for rest := args; ; {
		if err := fs.Parse(rest); err != nil {
			if errors.Is(err, flag.ErrHelp) {
				fmt.Fprint(stdout, help, "\nFlags:\n")
				fs.SetOutput(stdout)
				fs.PrintDefaults()
			}
			return s, plain(err)
		}
		parsed := len(rest) - fs.NArg()
		if fs.NArg() == 0 || parsed > 0 && rest[parsed-1] == "--" {
			s.args = append(s.args, fs.Args()...)
			break
		}
		s.args = append(s.args, fs.Arg(0))
		rest = fs.Args()[1:]
	}
	if !shown && !s.json {
		s.show = 5
	}
	switch {
	case s.check && len(s.args) == 0:
		return s, errors.New("-check needs the name of a file; - is standard input")
	case s.check && grid != "":
		return s, errors.New("-grid is for a single text, not for -check")
	case !s.check && shown:
		return s, errors.New("-show is for -check")
	case !s.check && len(s.args) != 2:
		return s, fmt.Errorf("%d arguments; a text and a question are needed, or -check and files", len(s.args))
	}
	return s, nil
}

// badValue is an error of ours, which the flag package dresses.
type badValue struct{ error }

// plain takes the flag package's words off an error of ours.
func plain(err error) error {
	text := err.Error()
	if i := strings.Index(text, ": -"); i >= 0 && strings.HasPrefix(text, "invalid ") {
		return errors.New(text[i+2:])
	}
	return err
}
