package export

import (
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// Summary counts what was written.
type Summary struct {
	Records int64
	Splits  []SplitCount
	Tables  []Table
}

// SplitCount is one split's file.
type SplitCount struct {
	Name string
	Path string
	Rows int64
}

// Table counts the records by the values of one property, in the order in which the values are listed.
type Table struct {
	Name   string
	Counts []Count
}

// Count is how many records have a value.
type Count struct {
	Value   string
	Records int64
}

// The tables of a summary, by index.
const (
	byObjects = iota
	byQuestion
	byVocabulary
	byEvidence
	byLayout
	byLabel
	tables
)

var tableNames = [tables]string{"objects", "query type", "terminology", "evidence", "layout", "label"}

func newSummary(corpus *gridscribe.Corpus, splits []Split) *Summary {
	s := &Summary{Tables: make([]Table, tables)}
	for _, split := range splits {
		s.Splits = append(s.Splits, SplitCount{Name: split.Name})
	}
	for i := range s.Tables {
		s.Tables[i].Name = tableNames[i]
	}
	// Listed ahead so that the order does not depend on which value comes first.
	var objects []int
	for _, o := range corpus.Config().Objects {
		objects = append(objects, o.Objects)
	}
	slices.Sort(objects)
	for _, n := range objects {
		s.Tables[byObjects].count(strconv.Itoa(n), 0)
	}
	for aspect := range layout.Aspect(layout.Aspects) {
		s.Tables[byQuestion].count(aspect.String(), 0)
	}
	for _, v := range describe.Vocabularies() {
		s.Tables[byVocabulary].count(v.String(), 0)
	}
	for _, v := range []string{"direct", "inferred"} {
		s.Tables[byEvidence].count(v, 0)
	}
	for _, v := range []string{"unique", "ambiguous"} {
		s.Tables[byLayout].count(v, 0)
	}
	for aspect := range layout.Aspect(layout.Aspects) {
		for _, label := range qa.Labels(aspect) {
			s.Tables[byLabel].count(label.String(), 0)
		}
	}
	return s
}

func (t *Table) count(value string, n int64) {
	i := slices.IndexFunc(t.Counts, func(c Count) bool { return c.Value == value })
	if i < 0 {
		i = len(t.Counts)
		t.Counts = append(t.Counts, Count{Value: value})
	}
	t.Counts[i].Records += n
}

func (s *Summary) add(split int, rec *gridscribe.Record) {
	s.Records++
	s.Splits[split].Rows++
	s.Tables[byObjects].count(strconv.Itoa(rec.Layout.Len()), 1)
	s.Tables[byQuestion].count(rec.Direction().Aspect.String(), 1)
	s.Tables[byVocabulary].count(rec.Vocabulary.String(), 1)
	s.Tables[byEvidence].count(pick(rec.Direct, "direct", "inferred"), 1)
	s.Tables[byLayout].count(pick(rec.Unique, "unique", "ambiguous"), 1)
	s.Tables[byLabel].count(rec.Direction().Label().String(), 1)
}

func pick(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}

func (s *Summary) merge(o *Summary) {
	s.Records += o.Records
	for i := range o.Splits {
		s.Splits[i].Rows += o.Splits[i].Rows
	}
	for i, t := range o.Tables {
		for _, c := range t.Counts {
			s.Tables[i].count(c.Value, c.Records)
		}
	}
}
