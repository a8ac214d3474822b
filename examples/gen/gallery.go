package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/qa"
)

const galleryHead = `# Questions of every family

Four of each family, from level 1, the easiest, to level 4: what is shown and asked, and, to be opened when you have tried it, the answer
and the steps that lead to it, where the family has them. Levels 2 and 4 are in other words, and level 3 is a multiple choice where there is
one; levels also take turns in drawing what is shown and in saying it. Of what is very long, only the start and the end are here. Written by
` + "`go run ./examples/gen -gallery qa/GALLERY.md`" + `.
`

// gallery returns the gallery as Markdown.
func gallery() ([]byte, error) {
	out := bytes.NewBufferString(galleryHead)
	group := qa.Group(qa.Groups)
	for _, f := range qa.Families() {
		between := ", "
		if f.Group() != group {
			group, between = f.Group(), ""
			fmt.Fprintf(out, "\n- %s: ", title(group.String()))
		}
		fmt.Fprintf(out, "%s[%s](#%s)", between, f.Name(), f.Name())
	}
	fmt.Fprintln(out)
	group = qa.Group(qa.Groups)
	for _, f := range qa.Families() {
		if f.Group() != group {
			group = f.Group()
			fmt.Fprintf(out, "\n## %s\n", title(group.String()))
		}
		fmt.Fprintf(out, "\n### %s\n\n%s.\n", f.Name(), title(f.Summary()))
		var shown []sample
		for level := 1; level <= qa.Levels; level++ {
			s, err := gallerySample(f, level, shown...)
			if err != nil {
				return nil, fmt.Errorf("the gallery: %s, level %d: %w", f.Name(), level, err)
			}
			shown = append(shown, s)
			fmt.Fprintf(out, "\n**Level %d**\n\n", level)
			appendSample(out, s)
		}
	}
	return out.Bytes(), nil
}

// title returns a word with a capital.
func title(word string) string { return strings.ToUpper(word[:1]) + word[1:] }

// appendSample appends a question, and folded away its answer and steps.
func appendSample(out io.Writer, s sample) {
	fence(out, string(qa.AppendPrompt(nil, s.subject, s.question, s.medium)))
	fmt.Fprint(out, "\n<details><summary>Answer</summary>\n\n")
	fence(out, s.question.Answer().String())
	if q, ok := s.question.(qa.Instance); ok {
		if steps := q.AppendRationale(nil); len(steps) > 0 {
			fmt.Fprint(out, "\nSteps:\n\n")
			fence(out, string(steps))
		}
	}
	fmt.Fprint(out, "\n</details>\n")
}

// Of a text of more than longText lines the first longStart and the last longEnd are in the gallery.
const longText, longStart, longEnd = 80, 30, 30

// fence writes a text as it is, without the middle of a long one.
func fence(out io.Writer, text string) {
	lines := strings.Split(strings.TrimRight(text, "\n"), "\n")
	if len(lines) > longText {
		left := fmt.Sprintf("[… %d lines …]", len(lines)-longStart-longEnd)
		lines = slices.Concat(lines[:longStart], []string{left}, lines[len(lines)-longEnd:])
	}
	fmt.Fprintf(out, "```\n%s\n```\n", strings.Join(lines, "\n"))
}

// writeGallery writes the gallery to a file, whole or not at all, or to stdout where the name is "-".
func writeGallery(name string, stdout, stderr io.Writer) int {
	text, err := gallery()
	switch {
	case err != nil:
	case name == "-":
		_, err = stdout.Write(text)
	default:
		err = replaceFile(name, text)
	}
	if err != nil {
		fmt.Fprintf(stderr, "gen: %v\n", err)
		return exitFailed
	}
	return exitOK
}

// replaceFile writes a file beside its place and then moves it there.
func replaceFile(name string, text []byte) error {
	file, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*")
	if err != nil {
		return err
	}
	_, err = file.Write(text)
	if err = errors.Join(err, file.Chmod(0o644), file.Close()); err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
