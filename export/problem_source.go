package export

import (
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// fileForm is how a file holds its problems.
type fileForm uint8

const (
	unknownForm fileForm = iota
	numberedProblems
	jsonLines
	jsonRows // an array or an object of rows
)

// problemSource is a window on a file: the bytes from start on, as many as are needed at a time.
type problemSource struct {
	r    io.Reader
	file string
	err  error // why there is no more: io.EOF or what r returned

	buf        []byte
	start, end int // the bytes read and not yet used are buf[start:end]
	line       int // of buf[start]
	col        int // of buf[start], from 1
	rows       int // counted so far

	empty     bool // the file holds nothing
	supported bool // most questions of the file have a third column
}

// sniffed is how much of a file is looked at to recognise it.
const sniffed = 64 << 10

func newProblemSource(r io.Reader, file string) *problemSource {
	return &problemSource{r: r, file: file, line: 1, col: 1}
}

// window returns what has been read and not used.
func (s *problemSource) window() []byte { return s.buf[s.start:s.end] }

// fill reads until the window has at least n bytes or the file ends.
func (s *problemSource) fill(n int) {
	if s.end-s.start >= n {
		return
	}
	if s.start > 0 && len(s.buf)-s.start < n {
		s.end = copy(s.buf, s.window())
		s.start = 0
	}
	if len(s.buf) < n {
		s.buf = append(s.buf, make([]byte, max(n, 4096)-len(s.buf))...)
	}
	idle := 0
	for s.err == nil && s.end-s.start < n {
		k, err := s.r.Read(s.buf[s.end:])
		s.end += max(k, 0)
		s.err = err
		if idle++; k > 0 {
			idle = 0
		}
		if idle > 100 && err == nil {
			s.err = io.ErrNoProgress
		}
	}
}

// skip uses up n bytes of the window.
func (s *problemSource) skip(n int) {
	used := s.buf[s.start : s.start+n]
	if lines := bytes.Count(used, []byte("\n")); lines > 0 {
		s.line += lines
		s.col = n - bytes.LastIndexByte(used, '\n')
	} else {
		s.col += n
	}
	s.start += n
}

// failed returns the error for a fault at an offset of the window, which belongs to the row.
func (s *problemSource) failed(row int, fault ProblemFault, offset int, format string, args ...any) *ProblemError {
	before := s.window()
	before = before[:min(offset, len(before))]
	e := &ProblemError{File: s.file, Row: row, Fault: fault, Detail: fmt.Sprintf(format, args...)}
	if lines := bytes.Count(before, []byte("\n")); lines > 0 {
		e.Line, e.Col = s.line+lines, len(before)-bytes.LastIndexByte(before, '\n')
	} else {
		e.Line, e.Col = s.line, s.col+len(before)
	}
	return e
}

// lastError returns the error with which reading ends.
func (s *problemSource) lastError() *ProblemError {
	if s.err != nil && s.err != io.EOF {
		e := s.failed(0, FaultRead, 0, "%v", s.err)
		e.Err = s.err
		return e
	}
	return s.failed(0, FaultUnknownForm, 0, "no line is a numbered sentence or a JSON row; JSON lines, a JSON array or object of "+
		"rows, and the bAbI form are read")
}

// recognise looks at the start of the file.
func (s *problemSource) recognise() fileForm {
	s.fill(sniffed)
	if bytes.HasPrefix(s.window(), []byte("\ufeff")) {
		s.start += len("\ufeff")
	}
	head := s.window()
	text := bytes.TrimLeft(head, " \t\r\n")
	s.empty = len(text) == 0 && s.err == io.EOF
	switch {
	case len(text) == 0 || bytes.IndexByte(text, 0) >= 0:
		return unknownForm
	case text[0] == '[':
		return jsonRows
	case text[0] == '{':
		key := bytes.TrimLeft(text[1:], " \t\r\n")
		if len(key) > 1 && key[0] == '"' && '0' <= key[1] && key[1] <= '9' {
			return jsonRows
		}
	}
	// One damaged line does not decide it: the first that is like a row of some form does.
	form, with, without := unknownForm, 0, 0
	for line := range bytes.Lines(head) {
		line = bytes.TrimRight(line, " \r\n")
		if form == unknownForm {
			switch _, rest := leadingNumber(line); {
			case len(line) > 0 && line[0] == '{':
				return jsonLines
			case rest > 0 && rest < len(line) && line[rest] == ' ':
				form = numberedProblems
			}
		}
		switch columns := bytes.Count(line, []byte("\t")); {
		case columns >= 2:
			with++
		case columns == 1:
			without++
		}
	}
	s.supported = with > without
	return form
}

// leadingNumber returns the number at the start of a line and the place after it; 0 and 0 when there is none of at most
// nine digits.
func leadingNumber(line []byte) (n, end int) {
	for end < len(line) && '0' <= line[end] && line[end] <= '9' {
		if end == 9 {
			return 0, 0
		}
		n = 10*n + int(line[end]-'0')
		end++
	}
	return n, end
}

// nextLine returns the next line without its end, and its length with it. The line stays in the window until it is
// skipped. Of a line longer than MaxProblem only the start is there; ok is false at the end of the file.
func (s *problemSource) nextLine() (line []byte, length int, ok bool) {
	for looked := 0; ; {
		w := s.window()
		if i := bytes.IndexByte(w[looked:], '\n'); i >= 0 {
			length = looked + i + 1
			return trimEnd(w[:length]), length, true
		}
		looked = len(w)
		switch {
		case s.err != nil:
			return trimEnd(w), looked, looked > 0
		case looked > MaxProblem:
			return w, looked, true
		}
		s.fill(min(max(2*looked, 4096), MaxProblem+1))
	}
}

func trimEnd(line []byte) []byte { return bytes.TrimRight(line, "\r\n") }

// dropLine uses up the rest of a line that is too long.
func (s *problemSource) dropLine() {
	for {
		if i := bytes.IndexByte(s.window(), '\n'); i >= 0 {
			s.skip(i + 1)
			return
		}
		s.skip(len(s.window()))
		if s.err != nil {
			return
		}
		s.fill(4096)
	}
}

// finish yields the error of a read that failed, if one did.
func (s *problemSource) finish(yield func(Problem, error) bool) {
	if s.err != nil && s.err != io.EOF {
		yield(Problem{}, s.lastError())
	}
}

// quoted returns the start of a text for a message.
func quoted(text string) string {
	const limit = 60
	text = strings.ToValidUTF8(text, "\ufffd")
	if len(text) > limit {
		cut := limit
		for cut > 0 && !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut] + "…"
	}
	return fmt.Sprintf("%q", text)
}
