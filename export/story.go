package export

import (
	"bytes"
	"strconv"
	"sync/atomic"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// StepGameRow has the fields of StepGame's JSON files: a story of one sentence each, a question, its label, and the
// number of hops as a text. The first sentences say what the others take for granted, unless [Options] are Bare.
type StepGameRow struct {
	Story    []string `parquet:"story,list"`
	Question string   `parquet:"question"`
	Label    string   `parquet:"label,dict"`
	KHop     string   `parquet:"k_hop,dict"`
}

// BAbIRow is a question of a bAbI file: the story's sentences, the question, its answer, and the lines of the story,
// counted from 1, that prove the answer, in the order in which they do.
type BAbIRow struct {
	Story    []string `parquet:"story,list"`
	Question string   `parquet:"question"`
	Answer   string   `parquet:"answer,dict"`
	Support  []int64  `parquet:"support,list"`
}

// storyteller writes stories. What is taken for granted is the same for all records of a corpus that ask in one way, so
// that it is cut into sentences once.
type storyteller struct {
	bare  bool
	known [3]atomic.Pointer[preface] // by way of asking; nil: not yet made
}

// preface is the sentences that come first in a story.
type preface struct {
	sentences []string
	json      []byte // as the first elements of a list
	numbered  []byte // as the first lines of a bAbI file
}

// preface returns the first sentences of a record's story.
func (s *storyteller) preface(rec *gridscribe.Record) *preface {
	way := 0
	switch rec.Question.(type) {
	case *qa.Truth:
		way = 1
	case *qa.Path:
		way = 2
	}
	p := s.known[way].Load()
	if p == nil {
		p = newPreface(rec, s.bare)
		s.known[way].Store(p)
	}
	return p
}

func newPreface(rec *gridscribe.Record, bare bool) *preface {
	p := new(preface)
	if bare {
		return p
	}
	text := rec.AppendAssumptions(nil)
	if rec.Reading == layout.UnitStep && rec.Direction() != nil {
		text = append(append(text, ' '), describe.AnyDistance.String()...)
	}
	for len(text) > 0 {
		sentence, rest, more := bytes.Cut(text, []byte(". "))
		if more {
			sentence = text[:len(sentence)+1] // with its full stop
		}
		text = rest
		p.sentences = append(p.sentences, string(sentence))
		p.json = append(appendText(p.json, "", string(sentence)), ',')
		p.numbered = strconv.AppendInt(p.numbered, int64(len(p.sentences)), 10)
		p.numbered = append(append(append(p.numbered, ' '), sentence...), '\n')
	}
	return p
}

// list returns the story for a row.
func (s *storyteller) list(a *arena, rec *gridscribe.Record) []string {
	p := s.preface(rec)
	story := make([]string, len(p.sentences)+len(rec.Plan.Facts))
	copy(story, p.sentences)
	for i := range rec.Plan.Facts {
		a.text(&story[len(p.sentences)+i], rec.AppendSentence(a.open(), i))
	}
	return story
}

func (s *storyteller) fillStepGame(a *arena, row *StepGameRow, rec *gridscribe.Record) {
	row.Story = s.list(a, rec)
	a.text(&row.Question, rec.AppendQuestion(a.open()))
	a.text(&row.Label, rec.AppendAnswer(a.open()))
	row.KHop = strconv.Itoa(rec.Hops())
}

func (s *storyteller) fillBAbI(a *arena, row *BAbIRow, rec *gridscribe.Record) {
	row.Story = s.list(a, rec)
	a.text(&row.Question, rec.AppendQuestion(a.open()))
	a.text(&row.Answer, rec.AppendAnswer(a.open()))
	first := 1 + len(s.preface(rec).sentences)
	row.Support = make([]int64, len(rec.Proof.Facts))
	for i, k := range rec.Proof.Facts {
		row.Support[i] = int64(first + k)
	}
}

// appendStory appends the story as a JSON list.
func (s *storyteller) appendStory(dst []byte, rec *gridscribe.Record) []byte {
	dst = append(dst, s.preface(rec).json...)
	for i := range rec.Plan.Facts {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, '"')
		dst = endText(rec.AppendSentence(dst, i), len(dst))
	}
	return dst
}

// appendStepGame appends a StepGameRow as JSON.
func (s *storyteller) appendStepGame(dst []byte, rec *gridscribe.Record) []byte {
	dst = append(dst, `{"story":[`...)
	dst = s.appendStory(dst, rec)
	dst = append(dst, `],"question":"`...)
	dst = endText(rec.AppendQuestion(dst), len(dst))
	dst = append(dst, `,"label":"`...)
	dst = endText(rec.AppendAnswer(dst), len(dst))
	dst = append(dst, `,"k_hop":"`...)
	dst = strconv.AppendInt(dst, int64(rec.Hops()), 10)
	return append(dst, "\"}\n"...)
}

// appendBAbI appends a BAbIRow as JSON.
func (s *storyteller) appendBAbI(dst []byte, rec *gridscribe.Record) []byte {
	dst = append(dst, `{"story":[`...)
	dst = s.appendStory(dst, rec)
	dst = append(dst, `],"question":"`...)
	dst = endText(rec.AppendQuestion(dst), len(dst))
	dst = append(dst, `,"answer":"`...)
	dst = endText(rec.AppendAnswer(dst), len(dst))
	dst = append(dst, `,"support":[`...)
	dst = s.appendSupport(dst, rec, ',')
	return append(dst, "]}\n"...)
}

// appendNumbered appends the story and the question as bAbI's files have them: one sentence a line, numbered from 1,
// and a line for the question, its answer and the lines that prove it, set apart by tabs.
func (s *storyteller) appendNumbered(dst []byte, rec *gridscribe.Record) []byte {
	p := s.preface(rec)
	dst = append(dst, p.numbered...)
	line := int64(1 + len(p.sentences))
	for i := range rec.Plan.Facts {
		dst = append(strconv.AppendInt(dst, line, 10), ' ')
		dst = append(rec.AppendSentence(dst, i), '\n')
		line++
	}
	dst = append(strconv.AppendInt(dst, line, 10), ' ')
	dst = append(rec.AppendQuestion(dst), '\t')
	dst = append(rec.AppendAnswer(dst), '\t')
	return append(s.appendSupport(dst, rec, ' '), '\n')
}

func (s *storyteller) appendSupport(dst []byte, rec *gridscribe.Record, between byte) []byte {
	first := int64(1 + len(s.preface(rec).sentences))
	for i, k := range rec.Proof.Facts {
		if i > 0 {
			dst = append(dst, between)
		}
		dst = strconv.AppendInt(dst, first+int64(k), 10)
	}
	return dst
}

// endText ends a JSON string whose text stands at dst[start:] as it was appended.
func endText(dst []byte, start int) []byte {
	text := dst[start:]
	if firstEscaped(text) == len(text) {
		return append(dst, '"')
	}
	return appendText(dst[:start-1], "", string(text))
}

// stepGameRows are the rows of the view stepgame.
func stepGameRows(opt Options) rowKind[StepGameRow] {
	s := &storyteller{bare: opt.Bare}
	return rowKind[StepGameRow]{
		fill: func(a *arena, row *StepGameRow, rec *gridscribe.Record, _ Options) { s.fillStepGame(a, row, rec) },
		line: s.line(opt.Format, s.appendStepGame),
	}
}

// babiRows are the rows of the view babi.
func babiRows(opt Options) rowKind[BAbIRow] {
	s := &storyteller{bare: opt.Bare}
	return rowKind[BAbIRow]{
		fill: func(a *arena, row *BAbIRow, rec *gridscribe.Record, _ Options) { s.fillBAbI(a, row, rec) },
		line: s.line(opt.Format, s.appendBAbI),
	}
}

// line returns what appends a record to a file of the format, nil for Parquet, which needs rows.
func (s *storyteller) line(format Format, json recordAppender) recordAppender {
	switch format {
	case JSONL, JSONLGzip, JSONLZstd:
		return json
	case Numbered:
		return s.appendNumbered
	}
	return nil
}
