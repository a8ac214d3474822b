// Command write writes pairs of Parquet and JSONL files that hold the same rows, for programs that compare them.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/gridscribe/gridscribe/examples/readers"
)

func main() {
	out := flag.String("out", "", "the `folder` to write to, which must be empty or not there")
	flag.Parse()
	if *out == "" || flag.NArg() > 0 {
		fmt.Fprintln(os.Stderr, "write: -out FOLDER is needed, and nothing else")
		os.Exit(2)
	}
	if err := write(*out); err != nil {
		fmt.Fprintf(os.Stderr, "write: %v\n", err)
		os.Exit(1)
	}
}

func write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return readers.WriteAll(context.Background(), dir)
}
