package export

import (
	"bytes"
	"io"
	"strconv"
	"strings"
)

// Fields of the rows that are read.
const (
	fieldStory = iota
	fieldQuestion
	fieldLabel
	fieldHops
	fieldDescription
	fieldQuery
	fieldDrawing
	fieldID
	fieldSupport
	jsonFields
)

var jsonFieldNames = [jsonFields]string{
	"story", "question", "label", "k_hop", "description", "query_relation", "ascii", "id", "support",
}

// span is a part of a row.
type span struct{ at, end int }

func (v span) there() bool { return v.end > v.at }

// rowReader takes a row of JSON to a Problem.
type rowReader struct {
	source *problemSource
	row    []byte // its offset in the window is base
	base   int
	number int
	fields [jsonFields]span
	format ProblemFormat // of the row before
	err    *ProblemError
}

// read takes the object that starts at offset base of the window and is length bytes long, and is known to be whole.
func (r *rowReader) read(base, length int) (Problem, *ProblemError) {
	s := r.source
	r.row, r.base, r.number, r.fields, r.err = s.window()[base:base+length], base, s.rows, [jsonFields]span{}, nil
	if r.row[0] != '{' {
		return Problem{}, s.failed(r.number, FaultWrongType, base, "the row is %s; an object is allowed", jsonKind(r.row))
	}
	scanObject(r.row, 0, 1, func(key string, at, end int) {
		for i, name := range jsonFieldNames {
			if key == name || i == fieldLabel && key == "answer" { // "answer" is what our bAbI rows call it
				r.fields[i] = span{at, end}
			}
		}
	})
	p := Problem{File: s.file, Row: r.number, Line: s.failed(0, NoFault, base, "").Line}
	question := fieldQuestion
	if r.fields[fieldDescription].there() || r.fields[fieldQuery].there() {
		p.Format, question = ProblemText2Space, fieldQuery
		p.Story = r.text(fieldDescription, true)
		p.Sentences = []ProblemSentence{{Number: 1, Line: p.Line}}
	} else {
		r.story(&p)
	}
	p.Question = strings.TrimSpace(r.text(question, true))
	p.Label = strings.TrimSpace(r.text(fieldLabel, true))
	p.ID = r.text(fieldID, false)
	p.Hops = r.hops()
	r.support(&p)
	r.drawing(&p)
	if p.Format == ProblemOther {
		p.Format = formatOf(p.Question, r.format)
	}
	if r.err == nil && p.Label == "" {
		r.wrong(FaultNoLabel, r.fields[fieldLabel].at, "the label is empty")
	}
	if r.err != nil {
		return Problem{}, r.err
	}
	r.format = p.Format
	return p, nil
}

// wrong notes the first fault of the row.
func (r *rowReader) wrong(fault ProblemFault, at int, format string, args ...any) {
	if r.err == nil {
		r.err = r.source.failed(r.number, fault, r.base+at, format, args...)
	}
}

// text returns the text of a field.
func (r *rowReader) text(field int, required bool) string {
	v := r.fields[field]
	if !v.there() {
		if required {
			r.wrong(FaultMissingField, 0, "field %q is missing", jsonFieldNames[field])
		}
		return ""
	}
	text, ok := unquoteJSON(r.row[v.at:v.end])
	if !ok && required {
		r.wrong(FaultWrongType, v.at, "field %q is %s; a text is allowed", jsonFieldNames[field], jsonKind(r.row[v.at:v.end]))
	}
	return text
}

// story reads a story that is a text or a list of texts.
func (r *rowReader) story(p *Problem) {
	v := r.fields[fieldStory]
	if !v.there() || r.row[v.at] != '[' {
		if v.there() && r.row[v.at] != '"' {
			r.wrong(FaultWrongType, v.at, "field \"story\" is %s; a list of texts or a text is allowed", jsonKind(r.row[v.at:v.end]))
			return
		}
		p.Story = r.text(fieldStory, true)
		p.Sentences = []ProblemSentence{{Number: 1, Line: p.Line}}
		return
	}
	var story []byte
	scanArray(r.row, v.at, 2, func(at, end int) {
		sentence, ok := unquoteJSON(r.row[at:end])
		if !ok {
			r.wrong(FaultWrongType, at, "sentence %d of the story is %s; a text is allowed", len(p.Sentences)+1,
				jsonKind(r.row[at:end]))
		}
		if len(p.Sentences) > 0 {
			story = append(story, '\n')
		}
		story = append(story, oneLine(sentence)...)
		p.Sentences = append(p.Sentences, ProblemSentence{Number: len(p.Sentences) + 1, Line: p.Line})
	})
	p.Story = string(story)
}

// oneLine returns a sentence without line ends, which set sentences apart.
func oneLine(sentence string) string {
	sentence = strings.TrimSpace(sentence)
	if strings.ContainsAny(sentence, "\r\n") {
		sentence = strings.Join(strings.Fields(sentence), " ")
	}
	return sentence
}

// hops reads a number of hops that is a number or a text of digits.
func (r *rowReader) hops() int {
	v := r.fields[fieldHops]
	if !v.there() {
		return 0
	}
	digits, ok := unquoteJSON(r.row[v.at:v.end])
	if !ok {
		digits = string(r.row[v.at:v.end])
	}
	n, err := strconv.ParseUint(digits, 10, 31)
	if err != nil {
		r.wrong(FaultWrongType, v.at, "field \"k_hop\" is %s; a whole number is allowed", quoted(digits))
	}
	return int(n)
}

// support reads a list of the numbers of sentences.
func (r *rowReader) support(p *Problem) {
	v := r.fields[fieldSupport]
	if !v.there() {
		return
	}
	if r.row[v.at] != '[' {
		r.wrong(FaultWrongType, v.at, "field \"support\" is %s; a list of numbers is allowed", jsonKind(r.row[v.at:v.end]))
		return
	}
	scanArray(r.row, v.at, 2, func(at, end int) {
		n, digits := leadingNumber(r.row[at:end])
		if digits != end-at || n < 1 || n > len(p.Sentences) {
			r.wrong(FaultSupport, at, "%s is not the number of a sentence of the story", quoted(string(r.row[at:end])))
		}
		p.Support = append(p.Support, n)
	})
}

// drawing reads what there is of a drawing.
func (r *rowReader) drawing(p *Problem) {
	v := r.fields[fieldDrawing]
	if !v.there() {
		return
	}
	if r.row[v.at] != '{' {
		r.wrong(FaultWrongType, v.at, "field \"ascii\" is %s; an object is allowed", jsonKind(r.row[v.at:v.end]))
		return
	}
	scanObject(r.row, v.at, 2, func(key string, at, end int) {
		text, ok := unquoteJSON(r.row[at:end])
		var to *string
		switch key {
		case "simple":
			to = &p.Drawing.Simple
		case "grid":
			to = &p.Drawing.Grid
		case "panel":
			to = &p.Drawing.Panel
		default:
			return
		}
		if *to = text; !ok {
			r.wrong(FaultWrongType, at, "field \"ascii.%s\" is %s; a text is allowed", key, jsonKind(r.row[at:end]))
		}
	})
}

// jsonKind says what a value is.
func jsonKind(value []byte) string {
	if len(value) == 0 {
		return "nothing"
	}
	switch value[0] {
	case '{':
		return "an object"
	case '[':
		return "a list"
	case '"':
		return "a text"
	case 't', 'f':
		return "true or false"
	case 'n':
		return "null"
	}
	return "a number"
}

// readJSONLines reads a row a line.
func (s *problemSource) readJSONLines(yield func(Problem, error) bool) {
	r := rowReader{source: s}
	for {
		line, length, ok := s.nextLine()
		if !ok {
			break
		}
		if length > MaxProblem {
			s.rows++
			if !yield(Problem{}, s.failed(s.rows, FaultTooLong, 0, "the line is longer than %d bytes", MaxProblem)) {
				return
			}
			s.dropLine()
			continue
		}
		if at := skipSpace(line, 0); at < len(line) {
			s.rows++
			p, err := r.line(line, at)
			goesOn := false
			if err != nil {
				goesOn = yield(Problem{}, err)
			} else {
				goesOn = yield(p, nil)
			}
			if !goesOn {
				return
			}
		}
		s.skip(length)
	}
	s.finish(yield)
}

// line reads the row that starts at line[at:], which is the start of the window.
func (r *rowReader) line(line []byte, at int) (Problem, *ProblemError) {
	s := r.source
	end, how := scanValue(line, at, 0)
	switch {
	case how == scanShort:
		return Problem{}, s.failed(s.rows, FaultJSON, end, "the line ends within a value")
	case how == scanWrong:
		return Problem{}, s.failed(s.rows, FaultJSON, end, "%s cannot stand here", quoted(string(line[end:])))
	case skipSpace(line, end) < len(line):
		end = skipSpace(line, end)
		return Problem{}, s.failed(s.rows, FaultJSON, end, "%s follows the row; one row a line is allowed", quoted(string(line[end:])))
	}
	return r.read(at, end-at)
}

// readJSONRows reads an array of rows, or an object that holds them by number.
func (s *problemSource) readJSONRows(yield func(Problem, error) bool) {
	s.skip(skipSpace(s.window(), 0))
	keyed := s.window()[0] == '{'
	closing := byte(']')
	if keyed {
		closing = '}'
	}
	s.skip(1)
	r := rowReader{source: s}
	for comma := false; ; {
		c, ok := s.peek()
		if ok && c == ',' && comma {
			s.skip(1)
			c, ok = s.peek()
		} else if ok && c != closing && comma {
			if !yield(Problem{}, s.failed(0, FaultJSON, 0, "%s follows a row; a comma or %q is allowed",
				quoted(string(s.window()[:min(80, len(s.window()))])), string(closing))) {
				return
			}
		}
		switch {
		case !ok:
			if s.err == io.EOF {
				yield(Problem{}, s.failed(0, FaultJSON, 0, "the file ends before its closing %q", string(closing)))
				return
			}
			s.finish(yield)
			return
		case c == closing:
			s.skip(1)
			if _, more := s.peek(); more {
				yield(Problem{}, s.failed(0, FaultJSON, 0, "the file goes on after its closing %q", string(closing)))
				return
			}
			s.finish(yield)
			return
		}
		s.rows++
		comma = true
		p, length, err := r.element(keyed)
		if err == nil {
			if s.skip(length); !yield(p, nil) {
				return
			}
			continue
		}
		if !yield(Problem{}, err) {
			return
		}
		if length > 0 { // a whole value, of the wrong type
			s.skip(length)
			continue
		}
		if !s.resume(keyed) {
			s.finish(yield)
			return
		}
		comma = false
	}
}

// peek returns the next byte that is no blank, using up the blanks.
func (s *problemSource) peek() (c byte, ok bool) {
	for {
		s.skip(skipSpace(s.window(), 0))
		if w := s.window(); len(w) > 0 {
			return w[0], true
		}
		if s.err != nil {
			return 0, false
		}
		s.fill(4096)
	}
}

// element reads the row, with its key, at the start of the window. The length is 0 when the value is not whole.
func (r *rowReader) element(keyed bool) (p Problem, length int, err *ProblemError) {
	s := r.source
	for {
		w := s.window()
		key, at, end, how := "", 0, 0, scanWhole
		if keyed {
			key, at, how = scanKey(w, 0, true)
			end = at
		}
		if how == scanWhole {
			end, how = scanValue(w, at, 1)
		}
		// A number at the end of the window may go on behind it.
		if how == scanShort || how == scanWhole && end == len(w) {
			switch {
			case len(w) > MaxProblem:
				return p, 0, s.failed(s.rows, FaultTooLong, 0, "the row is longer than %d bytes", MaxProblem)
			case s.err == nil:
				s.fill(min(2*len(w), MaxProblem+1))
				continue
			case how == scanShort:
				return p, 0, s.failed(s.rows, FaultJSON, end, "the file ends within a value")
			}
		}
		if how == scanWrong {
			return p, 0, s.failed(s.rows, FaultJSON, end, "%s cannot stand here", quoted(string(w[end:min(end+80, len(w))])))
		}
		if p, err = r.read(at, end-at); p.ID == "" {
			p.ID = key
		}
		return p, end, err
	}
}

// resume finds the next row after one that broke off, and reports whether there is one.
func (s *problemSource) resume(keyed bool) bool {
	const overlap = 1 << 10 // more than the longest start of a row
	s.skip(1)
	for {
		w := s.window()
		for i := range w {
			if keyed && startsKeyed(w[i:]) {
				s.skip(i)
				return true
			}
			if !keyed && w[i] == ',' {
				if k := skipSpace(w, i+1); k < len(w) && w[k] == '{' {
					if k2 := skipSpace(w, k+1); k2 < len(w) && w[k2] == '"' {
						s.skip(k)
						return true
					}
				}
			}
		}
		if s.err != nil {
			return false
		}
		s.skip(max(0, len(w)-overlap))
		s.fill(2*overlap + sniffed)
	}
}

// startsKeyed reports whether a number as a key and the start of an object stand here.
func startsKeyed(b []byte) bool {
	if len(b) < 2 || b[0] != '"' {
		return false
	}
	_, end := leadingNumber(b[1:min(len(b), 16)])
	if end == 0 || !bytes.HasPrefix(b[1+end:], []byte{'"'}) {
		return false
	}
	i := skipSpace(b, 2+end)
	if i >= len(b) || b[i] != ':' {
		return false
	}
	i = skipSpace(b, i+1)
	return i < len(b) && b[i] == '{'
}
