package export

import (
	"bytes"
	"strings"
)

// numberedReader reads the bAbI form.
type numberedReader struct {
	source *problemSource
	yield  func(Problem, error) bool

	text      []byte // the sentences of the story so far, a line each
	story     string // the same, as the problems hold it; "" when it is out of date
	sentences []ProblemSentence
	last      int           // number of the last line
	asked     bool          // the story had a question
	fault     *ProblemError // what is wrong with the story and has not been told
	format    ProblemFormat // of the question before
}

func (r *numberedReader) read() {
	s := r.source
	for {
		line, length, ok := s.nextLine()
		if !ok {
			break
		}
		goesOn := true
		if length > MaxProblem {
			r.damage(s.failed(0, FaultTooLong, 0, "the line is longer than %d bytes", MaxProblem))
			s.dropLine()
			continue
		}
		if len(bytes.TrimSpace(line)) > 0 {
			goesOn = r.line(line)
		}
		s.skip(length)
		if !goesOn {
			return
		}
	}
	if r.endStory() {
		s.finish(r.yield)
	}
}

// damage notes what is wrong with the story; the first damage is told at its next question.
func (r *numberedReader) damage(e *ProblemError) {
	if r.fault == nil {
		r.fault = e
	}
}

// tell yields an error as that of the next row.
func (r *numberedReader) tell(e *ProblemError) bool {
	r.source.rows++
	e.Row = r.source.rows
	return r.yield(Problem{}, e)
}

// endStory tells what is wrong with a story that no question follows any more.
func (r *numberedReader) endStory() bool {
	e := r.fault
	if e == nil && r.last > 0 && !r.asked {
		e = r.source.failed(0, FaultNoQuestion, 0, "the story before this line has no question")
	}
	goesOn := e == nil || r.tell(e)
	// Problems that are out keep their sentences.
	r.text, r.story, r.sentences, r.last, r.asked, r.fault = r.text[:0], "", nil, 0, false, nil
	return goesOn
}

// line reads a line that is not blank; it is false when nobody wants more.
func (r *numberedReader) line(line []byte) bool {
	s := r.source
	number, at := leadingNumber(line)
	rest := bytes.TrimSpace(line[at:])
	switch {
	case at == 0 || at < len(line) && line[at] != ' ' && line[at] != '\t':
		r.damage(s.failed(0, FaultNumber, 0, "%s does not start with a number and a blank", quoted(string(line))))
		r.last++ // it was to have a number
		return true
	case len(rest) == 0:
		// What is left of the number may be a part of it only.
		r.damage(s.failed(0, FaultCutSentence, at, "nothing follows the number %d", number))
		r.last++
		return true
	case number <= r.last:
		// A first line that lost its number was taken for one more of the story before.
		var moved *ProblemError
		if number > 1 && r.asked {
			moved, r.fault = r.fault, nil
		}
		if !r.endStory() {
			return false
		}
		r.fault = moved
	}
	if number != r.last+1 {
		r.damage(s.failed(0, FaultGap, 0, "number %d follows %d; %d or a new story from 1 is allowed", number, r.last, r.last+1))
	}
	r.last = number
	if bytes.IndexByte(rest, '\t') >= 0 || rest[len(rest)-1] == '?' || cutQuestion(rest) {
		return r.question(line, string(rest))
	}
	r.sentence(line, number, rest)
	return true
}

// cutQuestion reports whether a line that is no whole sentence was a question: it starts like one, as far as it goes.
// One letter does not tell: it may be a name.
func cutQuestion(text []byte) bool {
	if text[len(text)-1] == '.' || len(text) < 2 {
		return false
	}
	for _, form := range questionForms {
		n := min(len(text), len(form.start))
		if strings.EqualFold(string(text[:n]), form.start[:n]) {
			return true
		}
	}
	return false
}

func (r *numberedReader) sentence(line []byte, number int, text []byte) {
	s := r.source
	if text[len(text)-1] != '.' {
		r.damage(s.failed(0, FaultCutSentence, len(line), "%s does not end with a full stop", quoted(string(text))))
	}
	if len(r.text)+len(text) > MaxProblem {
		r.damage(s.failed(0, FaultTooLong, 0, "the story is longer than %d bytes", MaxProblem))
		return
	}
	if len(r.text) > 0 {
		r.text = append(r.text, '\n')
	}
	r.text = append(r.text, text...)
	r.story = ""
	r.sentences = append(r.sentences, ProblemSentence{Number: number, Line: s.line})
}

// question yields a question with its story, or what is wrong with it.
func (r *numberedReader) question(line []byte, row string) bool {
	s := r.source
	r.asked = true
	question, columns, labelled := strings.Cut(row, "\t")
	label, support, supported := strings.Cut(columns, "\t")
	label = strings.TrimSpace(label)
	tab := bytes.IndexByte(line, '\t') + 1
	if r.format = formatOf(question, r.format); r.fault == nil {
		switch {
		case !labelled:
			r.fault = s.failed(0, FaultNoLabel, len(line), "no tab and label follow %s", quoted(question))
		case label == "":
			r.fault = s.failed(0, FaultNoLabel, tab, "the label of %s is empty", quoted(question))
		case strings.Contains(support, "\t"):
			r.fault = s.failed(0, FaultColumns, tab, "%s has %d columns; question, label and support are allowed",
				quoted(row), 1+strings.Count(row, "\t"))
		case !supported && s.supported:
			r.fault = s.failed(0, FaultSupport, len(line), "%s has no column of supporting sentences, as others have", quoted(row))
		}
	}
	numbers := r.support(line, support, supported)
	if r.fault != nil {
		e := r.fault
		r.fault = nil
		return r.tell(e)
	}
	if r.story == "" {
		r.story = string(r.text)
	}
	s.rows++
	return r.yield(Problem{
		Format: r.format, File: s.file, Row: s.rows, Line: s.line,
		Story: r.story, Sentences: r.sentences[:len(r.sentences):len(r.sentences)],
		Question: strings.TrimSpace(question), Label: label, Support: numbers,
	}, nil)
}

// support reads the numbers of a third column.
func (r *numberedReader) support(line []byte, column string, there bool) (numbers []int) {
	if !there || r.fault != nil {
		return nil
	}
	at := bytes.LastIndexByte(line, '\t') + 1
	for field := range strings.FieldsSeq(column) {
		n, end := leadingNumber([]byte(field))
		if end != len(field) || !r.has(n) {
			r.fault = r.source.failed(0, FaultSupport, at, "%s is not the number of a sentence of the story", quoted(field))
			return nil
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 0 {
		r.fault = r.source.failed(0, FaultSupport, at, "the column of supporting sentences is empty")
	}
	return numbers
}

// has reports whether the story has a sentence with this number. Most of the time sentence n is the n-th.
func (r *numberedReader) has(n int) bool {
	if n >= 1 && n <= len(r.sentences) && r.sentences[n-1].Number == n {
		return true
	}
	for _, s := range r.sentences {
		if s.Number == n {
			return true
		}
	}
	return false
}
