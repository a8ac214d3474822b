package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// sample is one question of the gallery.
type sample struct {
	subject  qa.Subject
	question qa.Question
	medium   qa.Medium
}

// gallerySample returns the gallery's question of a family at a level. Levels show the media, phrasings and multiple choices in turn.
func gallerySample(f qa.Family, level int) (sample, error) {
	f = f.At(level)
	if p, ok := f.(qa.Phrased); ok && level%2 == 0 {
		f = p.WithPhrasing(qa.Variant)
	}
	key := seed.NewKey(4).Named(f.Name()).At(int64(level))
	var err error
	for try := range int64(1000) {
		src := key.At(try).Stream()
		s := sample{}
		if s.subject, err = f.Sample(src); err == nil {
			s.question, err = f.Ask(s.subject, src)
		}
		if errors.Is(err, qa.ErrUnsuitable) {
			continue
		}
		if err != nil {
			return s, err
		}
		if q, ok := s.question.(qa.Instance); ok {
			media := q.Media()
			s.medium = media[(level-1)%len(media)]
			if level == 3 {
				if choice, err := qa.NewOptions(q, 4, true, src); err == nil {
					s.question = choice
				}
			}
		}
		return s, nil
	}
	return sample{}, err
}

const galleryHead = `# Questions of every family

Four of each family, from level 1, the easiest, to level 4: what is shown and asked, the answer, and where the family has them the steps
that lead to it. Levels 2 and 4 are in other words, and level 3 is a multiple choice where there is one. Written by
` + "`go run ./examples/gen -gallery qa/GALLERY.md`" + `.
`

// gallery returns the gallery as Markdown.
func gallery() ([]byte, error) {
	out := bytes.NewBufferString(galleryHead)
	group := qa.Group(qa.Groups)
	for _, f := range qa.Families() {
		if f.Group() != group {
			group = f.Group()
			name := group.String()
			fmt.Fprintf(out, "\n## %s%s\n", strings.ToUpper(name[:1]), name[1:])
		}
		fmt.Fprintf(out, "\n### %s\n\n%s.\n", f.Name(), f.Summary())
		for level := 1; level <= qa.Levels; level++ {
			s, err := gallerySample(f, level)
			if err != nil {
				return nil, fmt.Errorf("the gallery: %s, level %d: %w", f.Name(), level, err)
			}
			fmt.Fprintf(out, "\n**Level %d**\n\n```\n%s\n```\n", level, bytes.TrimRight(qa.AppendPrompt(nil, s.subject, s.question, s.medium), "\n"))
			answer := s.question.Answer().String()
			if strings.Contains(answer, "\n") {
				fmt.Fprintf(out, "\nAnswer:\n\n```\n%s\n```\n", answer)
			} else {
				fmt.Fprintf(out, "\nAnswer: `%s`\n", answer)
			}
			if q, ok := s.question.(qa.Instance); ok {
				if steps := q.AppendRationale(nil); len(steps) > 0 {
					fmt.Fprintf(out, "\nSteps:\n\n```\n%s\n```\n", bytes.TrimRight(steps, "\n"))
				}
			}
		}
	}
	return out.Bytes(), nil
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
