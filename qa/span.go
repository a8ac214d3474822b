package qa

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Span is a run of steps, both ends included.
type Span struct{ From, To int }

// Spans answers during which steps something was so: runs of steps in order, none of which touch. The zero Spans is that it never was.
type Spans []Span

// String returns the runs as in "steps 3 to 7, 12"; "never" where there are none.
func (s Spans) String() string {
	if len(s) == 0 {
		return "never"
	}
	dst := []byte("step")
	if len(s) > 1 || s[0].From != s[0].To {
		dst = append(dst, 's')
	}
	for i, run := range s {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = strconv.AppendInt(append(dst, ' '), int64(run.From), 10)
		if run.To != run.From {
			dst = strconv.AppendInt(append(dst, " to "...), int64(run.To), 10)
		}
	}
	return string(dst)
}

// Equal reports whether other has the same steps.
func (s Spans) Equal(other Answer) bool {
	o, ok := other.(Spans)
	return ok && slices.Equal(s, o)
}

func (Spans) sealed() {}

// steps returns how many steps there are.
func (s Spans) steps() (n int) {
	for _, run := range s {
		n += run.To - run.From + 1
	}
	return n
}

// shared returns the share of the steps of either that are steps of both, from 0 to 1; 0 where neither has any.
func (s Spans) shared(o Spans) float64 {
	both := 0
	for _, a := range s {
		for _, b := range o {
			both += max(0, min(a.To, b.To)-max(a.From, b.From)+1)
		}
	}
	return float64(both) / float64(max(1, s.steps()+o.steps()-both))
}

// mergeSpans puts runs in order and joins those that touch.
func mergeSpans(runs Spans) Spans {
	slices.SortFunc(runs, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	kept := runs[:0]
	for _, run := range runs {
		if last := len(kept) - 1; last >= 0 && run.From <= kept[last].To+1 {
			kept[last].To = max(kept[last].To, run.To)
			continue
		}
		kept = append(kept, run)
	}
	return kept
}

// readSpans reads the steps that a response gives: "steps 3 to 7 and 12", "3-7, 12", "never".
func readSpans(response string) (Spans, error) {
	return settle(response, spansOf, func(text string, given *Spans) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

var (
	spanRanges = strings.NewReplacer("–", "-", " through ", " to ", " until ", " to ")
	spanJoins  = strings.NewReplacer(", and ", ",", " and ", ",", ", ", ",")
)

func spansOf(text string) (Spans, bool) {
	text = strings.ToLower(strings.Trim(text, "[]()"))
	switch text {
	case "never", "none", "at no step", "during no step", "no step", "no steps":
		return Spans{}, true
	}
	text = spanRanges.Replace(text)
	for _, before := range []string{"during ", "in ", "at ", "from "} {
		text = strings.TrimPrefix(text, before)
	}
	var runs Spans
	for _, piece := range strings.FieldsFunc(spanJoins.Replace(text), func(r rune) bool { return r == ',' }) {
		piece, _ = withoutLead(strings.TrimSpace(piece), "from ", "in ", "at ", "during ")
		piece, _ = withoutLead(piece, "steps: ", "steps ", "step: ", "step ")
		piece = strings.TrimSpace(piece)
		from, to, ranged := strings.Cut(piece, " to ")
		if !ranged {
			from, to, ranged = strings.Cut(piece, "-")
		}
		if !ranged {
			to = from
		}
		a, first := spanStep(from)
		b, last := spanStep(to)
		if !first || !last || a > b {
			return nil, false
		}
		runs = append(runs, Span{a, b})
	}
	return mergeSpans(runs), len(runs) > 0
}

// spanStep reads the number of a step, 1 to 999999.
func spanStep(text string) (int, bool) {
	text = strings.TrimPrefix(strings.TrimSpace(text), "step ")
	if text == "" || len(text) > 6 || strings.Trim(text, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n > 0
}
