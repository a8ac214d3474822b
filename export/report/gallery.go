package report

import (
	"slices"
	"strconv"
	"strings"
)

// galleryBytes is the room for samples on a page.
const galleryBytes = 1_500_000

type galleryView struct {
	Samples []sampleView
	Left    string // how many samples are left out; "" for none
	Filters []filter
}

type sampleView struct {
	Number int // from 1
	Sample
	PromptText, AnswerText, RationaleText []passage
}

// filter is a property by which samples can be chosen.
type filter struct {
	Name, Key string
	Values    []string
}

func newGallery(samples []Sample) galleryView {
	v := galleryView{}
	room := galleryBytes
	for i, s := range samples {
		if room -= escapedLength(s); room < 0 {
			v.Left = Thousands(int64(len(samples) - i))
			samples = samples[:i]
			break
		}
		v.Samples = append(v.Samples, sampleView{
			Number: i + 1, Sample: s,
			PromptText: passages(s.Prompt), AnswerText: passages(s.Answer), RationaleText: passages(s.Rationale),
		})
	}
	for _, f := range []struct {
		name, key string
		of        func(Sample) string
	}{
		{"Group", "group", func(s Sample) string { return s.Group }},
		{"Family", "family", func(s Sample) string { return s.Family }},
		{"Level", "level", func(s Sample) string { return number(s.Level) }},
		{"Split", "split", func(s Sample) string { return s.Split }},
		{"Evidence", "medium", func(s Sample) string { return s.Medium }},
	} {
		if values := distinct(samples, f.of); len(values) > 1 {
			v.Filters = append(v.Filters, filter{f.name, f.key, values})
		}
	}
	return v
}

// LevelText returns the level, "" where there is none.
func (s sampleView) LevelText() string { return number(s.Level) }

func number(level int) string {
	if level == 0 {
		return ""
	}
	return strconv.Itoa(level)
}

// distinct lists the values in order of appearance, numbers in order of size.
func distinct(samples []Sample, of func(Sample) string) (values []string) {
	for _, s := range samples {
		if value := of(s); value != "" && !slices.Contains(values, value) {
			values = append(values, value)
		}
	}
	numbers := !slices.ContainsFunc(values, func(s string) bool { return strings.Trim(s, "0123456789") != "" })
	if numbers {
		slices.SortFunc(values, func(a, b string) int {
			if len(a) != len(b) {
				return len(a) - len(b)
			}
			return strings.Compare(a, b)
		})
	}
	return values
}

// escapedLength is about how many bytes a sample takes.
func escapedLength(s Sample) int {
	n := 1000
	for _, text := range []string{s.Prompt, s.Answer, s.Rationale} {
		n += len(text)
		for _, c := range []byte(text) {
			if strings.IndexByte(`<>&"'+`, c) >= 0 {
				n += 4
			}
		}
		n += 24 * strings.Count(text, "\n\n")
	}
	return n
}
