// Command corpus makes a corpus of any size in shards, on one machine or on many, and goes on where any of them stopped.
// Run it with -help for what it does; go run ./examples/gen is the quick way to a small corpus.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/signal"
	"syscall"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export"
)

// Exit codes, which batch systems go by.
const (
	exitDone  = 0
	exitRetry = 1  // another try may help: a full disk, a signal, shards that are missing
	exitUsage = 2  // the command line is wrong
	exitNever = 42 // no other try can help: the folder holds another corpus or a plan that cannot be read, or is a file
)

const help = `corpus makes a corpus in shards. Each shard is a function of the plan and its number, so any machine can make
any of them, at any time, more than once. What is complete is never made again; rerunning makes what is missing.

  corpus make -out big -n 1000000 -shards 64             everything on this machine, and again after a crash
  corpus plan -out big -n 1000000 -shards 64             write down what the folder is to hold
  corpus make -out big -shard 17                         one shard of what is planned
  corpus make -out big -shard-from-env                   the one that Kubernetes, Slurm or AWS Batch asks for
  corpus status -out big                                 what is done and what is missing
  corpus verify -out big                                 read every file and compare it with its hash
  corpus finalize -out big                               card, report and manifest, when all shards are done
  corpus audit -out big                                  leaks between splits, repeats, and what a guess is worth

Exit codes: 0 done, 1 try again, 2 the command line is wrong, 42 no other try can help.
`

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// usageError is an error in the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

// run is the command: it returns the exit code.
func run(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) int {
	err := command(ctx, args, getenv, stdout, stderr)
	var usage usageError
	switch {
	case err == nil || errors.Is(err, flag.ErrHelp):
		return exitDone
	case ctx.Err() != nil:
		fmt.Fprintln(stderr, "corpus: interrupted; whole shards stay, the others are made by the next run")
		return exitRetry
	case errors.Is(err, export.ErrNoPlan) && errors.Is(err, fs.ErrNotExist):
		fmt.Fprintf(stderr, "corpus: %v; corpus plan makes it, or flags that say what to make\n", err)
		return exitUsage
	case errors.As(err, &usage):
		fmt.Fprintf(stderr, "corpus: %v\nRun corpus -help for all commands and flags.\n", err)
		return exitUsage
	}
	fmt.Fprintf(stderr, "corpus: %v\n", err)
	for _, never := range []error{
		export.ErrOtherPlan, export.ErrNoPlan, export.ErrNotEmpty, gridscribe.ErrConfig, syscall.ENOTDIR, errLeak,
	} {
		if errors.Is(err, never) {
			return exitNever
		}
	}
	return exitRetry
}

// command runs the command that the first argument names.
func command(ctx context.Context, args []string, getenv func(string) string, stdout, stderr io.Writer) error {
	commands := map[string]func(context.Context, *settings, io.Writer, io.Writer) error{
		"plan": planCommand, "make": makeCommand, "status": statusCommand, "verify": verifyCommand, "finalize": finalizeCommand,
		"audit": auditCommand,
	}
	if len(args) == 0 {
		return usageError{fmt.Errorf("no command; plan, make, status, verify, finalize and audit are allowed")}
	}
	do := commands[args[0]]
	if do == nil && args[0] != "-h" && args[0] != "-help" && args[0] != "--help" {
		return usageError{fmt.Errorf("command %q; plan, make, status, verify, finalize and audit are allowed", args[0])}
	}
	s, err := parse(args, getenv, stdout)
	if err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return err
		}
		return usageError{err}
	}
	return do(ctx, s, stdout, stderr)
}
