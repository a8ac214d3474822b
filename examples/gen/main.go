// Command gen writes a corpus for spatial reasoning: texts, drawings, questions and answers that agree. Run it without
// arguments for 1,000 records in ./corpus, and with -help for everything else.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/scene"
)

// Exit codes.
const (
	exitOK          = 0
	exitFailed      = 1
	exitUsage       = 2
	exitInterrupted = 130 // as shells report a process ended by Ctrl-C
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the command: it returns the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	s, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "gen: %v\nRun gen -help for all flags.\n", err)
		return exitUsage
	case s.list:
		printList(stdout)
		return exitOK
	case s.gallery != "":
		return writeGallery(s.gallery, stdout, stderr)
	}
	if s.show {
		return printConfig(stdout, stderr, s.config)
	}
	corpus, err := gridscribe.NewCorpus(s.config)
	if err != nil {
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return exitUsage
	}
	if err := s.options.Validate(); err != nil {
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return exitUsage
	}
	if err := s.options.Suits(s.config); err != nil {
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return exitUsage
	}
	if s.preview > 0 {
		err = printSamples(stdout, corpus, s.preview, s.options.Style)
	} else {
		err = write(ctx, corpus, s, stdout, stderr)
	}
	switch {
	case err == nil:
		return exitOK
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "gen: interrupted; nothing was written")
		return exitInterrupted
	case errors.Is(err, export.ErrNotEmpty):
		fmt.Fprintf(stderr, "gen: %v (-out FOLDER or -overwrite)\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "gen: %v\n", err)
	return exitFailed
}

func printConfig(stdout, stderr io.Writer, cfg gridscribe.Config) int {
	text, err := json.MarshalIndent(cfg, "", "  ")
	if err != nil { // a vocabulary that no flag can set
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return exitUsage
	}
	fmt.Fprintf(stdout, "%s\n", text)
	return exitOK
}

func write(ctx context.Context, corpus *gridscribe.Corpus, s settings, stdout, stderr io.Writer) error {
	done := func() {}
	if !s.quiet {
		s.options.Progress, done = progress(stderr, s.config.Records)
	}
	start := time.Now()
	summary, err := export.Write(ctx, corpus, s.out, s.options)
	done()
	if err != nil || s.quiet {
		return err
	}
	took := time.Since(start)
	if s.config.Records > 0 {
		if err := printSamples(stdout, corpus, 1, s.options.Style); err != nil {
			return err
		}
	}
	printSummary(stdout, summary, took)
	return nil
}

// printSamples prints the first records whole.
func printSamples(w io.Writer, corpus *gridscribe.Corpus, n int64, style scene.Style) error {
	drawn := export.Options{View: export.ViewMessages, Form: export.FormDraw}.Suits(corpus.Config()) == nil
	for i := range n {
		rec, err := corpus.At(i)
		if err != nil {
			return err
		}
		printSample(w, rec, drawn, style)
	}
	return nil
}
