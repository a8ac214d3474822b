package main

import (
	"errors"
	"strings"
	"unicode"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// sample is one question of the gallery.
type sample struct {
	subject  qa.Subject
	question qa.Question
	medium   qa.Medium
	form     string // the words that it is asked in canonically, without names and numbers
	answer   string // as text, of a multiple choice that of the question
}

// galleryDraws bounds how many questions of a level are looked at for one unlike those before it.
const galleryDraws = 40

// gallerySample returns the gallery's question of a family at a level: the first that asks something else than those shown and has another
// answer, or else the first of those that come closest. Levels show the media, phrasings and multiple choices in turn.
func gallerySample(f qa.Family, level int, shown ...sample) (sample, error) {
	var best sample
	most, err := -1, error(qa.ErrUnsuitable)
	key := seed.NewKey(4).Named(f.Name()).At(int64(level))
	for try, draws := int64(0), 0; try < 1000 && draws < galleryDraws && most < allNew; try++ {
		s, e := drawSample(f.At(level), level, key.At(try))
		if errors.Is(e, qa.ErrUnsuitable) {
			err = e
			continue
		}
		if e != nil {
			return s, e
		}
		draws++
		if n := s.news(shown); n > most {
			best, most = s, n
		}
	}
	if most < 0 {
		return best, err
	}
	return best, nil
}

// drawSample draws a question of a family that is set to a level.
func drawSample(f qa.Family, level int, key seed.Key) (sample, error) {
	s, src, err := ask(f, key)
	if err != nil {
		return s, err
	}
	s.answer, s.form = s.question.Answer().String(), form(s.question)
	if p, ok := f.(qa.Phrased); ok && level%2 == 0 {
		var other sample
		if other, src, err = ask(p.WithPhrasing(qa.Variant), key); err != nil {
			return s, err
		}
		s.subject, s.question = other.subject, other.question
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

// ask draws a subject and a question, and returns the source to go on with.
func ask(f qa.Family, key seed.Key) (s sample, src *seed.Stream, err error) {
	src = key.Stream()
	if s.subject, err = f.Sample(src); err == nil {
		s.question, err = f.Ask(s.subject, src)
	}
	return s, src, err
}

// form returns the words of a question that are no names, which its evidence shows too.
func form(question qa.Question) string {
	names, kept := map[string]bool{}, []string(nil)
	if q, ok := question.(qa.Instance); ok {
		for _, word := range strings.FieldsFunc(string(q.AppendEvidence(nil, q.Media()[0])), notLetter) {
			names[word] = true
		}
	}
	for _, word := range strings.FieldsFunc(string(question.AppendText(nil)), notLetter) {
		if len(word) > 1 && !names[word] {
			kept = append(kept, strings.ToLower(word))
		}
	}
	return strings.Join(kept, " ")
}

// notLetter reports whether a rune is between words.
func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// allNew is the most that news returns.
const allNew = 5

// news tells how much of a sample is new: up to two words that no shown one is asked in, and then its answer.
func (s sample) news(shown []sample) int {
	seen, answer := map[string]bool{}, 1
	for _, old := range shown {
		if old.answer == s.answer {
			answer = 0
		}
		for _, word := range strings.Fields(old.form) {
			seen[word] = true
		}
	}
	fresh := 0
	for _, word := range strings.Fields(s.form) {
		if !seen[word] {
			fresh++
		}
	}
	return 2*min(fresh, 2) + answer
}
