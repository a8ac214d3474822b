// Command solve answers a question about a text from the text alone, with a proof and a drawing, or audits a data set that
// somebody else wrote. Run it with -help for its flags.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
)

// Exit codes.
const (
	exitOK          = 0
	exitWrong       = 1   // a label does not follow, or the text contradicts itself
	exitUsage       = 2   // a bad command line, or a text or file that cannot be read
	exitInterrupted = 130 // as shells report a process ended by Ctrl-C
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the process at once
	code := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run is the command: it returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	s, err := parse(args, stdout)
	switch {
	case errors.Is(err, flag.ErrHelp):
		return exitOK
	case err != nil:
		fmt.Fprintf(stderr, "solve: %v\nRun solve -help for all flags.\n", err)
		return exitUsage
	case s.check:
		return check(ctx, s, stdin, stdout, stderr)
	}
	return solve(s, stdin, stdout, stderr)
}
