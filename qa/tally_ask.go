package qa

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Tally asks how many different things several views show together, once or after several of the views. The zero Tally asks
// nothing, and no response to it is right.
type Tally struct {
	Views    []*layout.Map
	Windows  []layout.Window // where each view lies; empty: names tell what is the same
	Noun     describe.Noun   // the kind that is counted; "thing" where all are
	After    []int           // after which views it is asked, counted from 0, rising
	Again    bool            // it is asked how many things are shown by two views or more
	Phrasing Phrasing

	counts []int // the answers
}

// Family returns "tally".
func (Tally) Family() string { return TallyFamily{}.Name() }

// Media lists all media.
func (Tally) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

var viewTurnWords = [4]string{"", "a quarter turn clockwise", "a half turn", "a quarter turn counterclockwise"}

// AppendEvidence appends the views, each after its number and what is told of its place.
func (t Tally) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendViews(dst, t.Views, medium, func(dst []byte, i int) []byte {
		dst = appendNumbered(dst, "View", i+1)
		if len(t.Windows) == len(t.Views) {
			w, v := t.Windows[i], t.Views[i]
			rows, cols := w.Size(v.Rows, v.Cols)
			dst = appendSpans(append(dst, " ("...), "row", w.At.Row, rows)
			dst = appendSpans(append(dst, ", "...), "column", w.At.Col, cols)
			dst = append(dst, " of the whole map"...)
			if turn := w.Turn & 3; turn != 0 {
				dst = append(append(dst, ", shown after "...), viewTurnWords[turn]...)
			}
			dst = append(dst, ')')
		}
		return append(dst, ':')
	})
}

// appendSpans appends "rows 2 to 4", or "row 2" for one; first counts from 0.
func appendSpans(dst []byte, what string, first, n int) []byte {
	if n == 1 {
		return appendNumbered(dst, what, first+1)
	}
	dst = strconv.AppendInt(append(append(dst, what...), "s "...), int64(first+1), 10)
	return strconv.AppendInt(append(dst, " to "...), int64(first+n), 10)
}

// AppendConventions appends how views are to be read and what tells that two of them show the same thing.
func (t Tally) AppendConventions(dst []byte) []byte {
	dst = append(dst, "All views show parts of one map, on which nothing moves. "...)
	if len(t.Windows) == 0 {
		dst = append(dst, "Every letter or name stands for one thing: what two views show under the same letter or name is one and the same thing. "...)
		return append(dst, "Views may overlap, and may be turned against each other."...)
	}
	dst = append(dst, "Row 1 of the whole map is at its top, column 1 on the left. "...)
	dst = append(dst, "What two views show at the same row and column of the whole map is one and the same thing; at different ones, things differ. "...)
	dst = append(dst, "Each view is shown as a map of its own with its own row 1 at the top."...)
	for _, w := range t.Windows {
		if w.Turn&3 != 0 {
			dst = append(dst, " A view shown after a turn shows its part of the map turned so: after a quarter turn clockwise, the left column of that part is the top row of the view."...)
			break
		}
	}
	return dst
}

// asked reports whether the question has an answer. Its fields may have been changed since it was found.
func (t *Tally) asked() bool { return len(t.counts) > 0 && len(t.counts) == len(t.After) && t.ranges() }

// ranges reports whether views are asked about that are there, one after the other.
func (t *Tally) ranges() bool {
	if len(t.After) == 0 || len(t.Windows) != 0 && len(t.Windows) != len(t.Views) {
		return false
	}
	before := -1
	for _, after := range t.After {
		if after <= before || after >= len(t.Views) {
			return false
		}
		before = after
	}
	return true
}

// AppendText appends the question.
func (t Tally) AppendText(dst []byte) []byte {
	if !t.asked() {
		return dst
	}
	nouns := t.Noun.Plural
	several := len(t.After) > 1
	last := !several && t.After[0] == len(t.Views)-1
	switch {
	case t.Again && t.Phrasing == Canonical:
		dst = fmt.Appendf(dst, "How many different %s are shown by two or more of the views", nouns)
	case t.Again:
		dst = fmt.Appendf(dst, "Counting each %s once, how many %s do at least two of the views show", t.Noun.Singular, nouns)
	case !last && t.Phrasing == Canonical:
		dst = fmt.Appendf(dst, "Going through the views in order, how many different %s have been shown", nouns)
	case !last:
		dst = fmt.Appendf(dst, "The views are looked at one after the other and each %s is counted once. How many %s have been counted", t.Noun.Singular, nouns)
	case t.Phrasing == Canonical:
		dst = fmt.Appendf(dst, "How many different %s are there in all views together", nouns)
	default:
		dst = fmt.Appendf(dst, "Counting each %s once, how many %s do the views show in all", t.Noun.Singular, nouns)
	}
	if !last {
		for i, after := range t.After {
			switch {
			case i > 0 && i == len(t.After)-1:
				dst = append(dst, " and"...)
			case i > 0:
				dst = append(dst, ',')
			}
			dst = appendNumbered(append(dst, " after "...), "view", after+1)
		}
	}
	return append(dst, '?')
}

// AppendFormat appends what form the answer takes.
func (t Tally) AppendFormat(dst []byte) []byte {
	if len(t.After) > 1 {
		return fmt.Appendf(dst, "Answer with %d numbers in that order, separated by commas.", len(t.After))
	}
	return append(dst, "Answer with a number."...)
}

// Answer returns the number, or the numbers in order.
func (t Tally) Answer() Answer {
	if !t.asked() {
		return Word("")
	}
	return t.answerOf(t.counts)
}

func (t Tally) answerOf(counts []int) Answer {
	if len(counts) == 0 {
		return Word("")
	}
	if len(counts) == 1 {
		return Number{Value: counts[0]}
	}
	all := make(Sequence, len(counts))
	for i, n := range counts {
		all[i] = strconv.Itoa(n)
	}
	return all
}

// Hops returns 0.
func (Tally) Hops() int { return 0 }

// Verify grades a number or a list of numbers. The reward of a wrong list is the share of its numbers that are right.
func (t Tally) Verify(response string) Verdict {
	if !t.asked() {
		return Verdict{Reason: "nothing was asked"}
	}
	if len(t.After) == 1 {
		given, err := readNumber(response, "", t.Noun.Singular, t.Noun.Plural, "different "+t.Noun.Singular, "different "+t.Noun.Plural)
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given.Equal(t.Answer()), t.Answer())
	}
	given, err := readSequence(bareList.Replace(response), countNames)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	right := 0
	for i, n := range t.counts {
		if i < len(given) && given[i] == strconv.Itoa(n) {
			right++
		}
	}
	v := graded(given, given.Equal(t.Answer()), t.Answer())
	if !v.Correct && len(given) == len(t.counts) {
		v.Reward = float64(right) / float64(len(t.counts))
	}
	return v
}

// countNames are the numbers that lists of counts consist of.
var countNames = strings.Fields("0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40" +
	" 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63 64 65 66 67 68 69 70 71 72 73 74 75 76 77 78 79 80 81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97 98 99")

// Mistakes returns the counts with what is shown again counted again, those of single views, and those one off.
func (t Tally) Mistakes() (all []Answer) {
	if !t.asked() {
		return nil
	}
	add := func(count func(i int) int) {
		given := make([]int, len(t.counts))
		for i := range given {
			given[i] = max(0, min(count(i), len(countNames)-1))
		}
		if slices.Equal(given, t.counts) {
			return
		}
		answer := t.answerOf(given)
		if !slices.ContainsFunc(all, answer.Equal) {
			all = append(all, answer)
		}
	}
	sums := make([]int, len(t.Views))
	for i := range t.Views {
		for k := range t.Views[i].Things {
			if t.counted(&t.Views[i].Things[k]) {
				sums[i]++
			}
		}
	}
	add(func(i int) (n int) {
		for _, s := range sums[:t.After[i]+1] {
			n += s
		}
		return n
	})
	add(func(i int) int { return sums[t.After[i]] })
	add(func(i int) int { return slices.Max(sums[:t.After[i]+1]) })
	last := len(t.counts) - 1
	for _, off := range [...]int{1, -1, 2, 3} {
		add(func(i int) int {
			if i == last {
				return t.counts[i] + off
			}
			return t.counts[i]
		})
	}
	return all
}

// counted reports whether a thing is of the kind that is counted.
func (t Tally) counted(thing *layout.Thing) bool {
	return len(t.Windows) == 0 || thing.Kind == t.Noun.Singular
}

// Difficulty is the number of things in the views up to the last that is asked about, which are to be looked at.
func (t Tally) Difficulty() int {
	n := 1
	if t.asked() {
		for _, v := range t.Views[:t.After[len(t.After)-1]+1] {
			n += 1 + len(v.Things)
		}
	}
	return n + len(t.After)
}

// Turn asks about the map turned, and the views as they show it then.
func (t Tally) Turn(s layout.Symmetry) (Instance, bool) {
	if !t.asked() {
		return nil, false
	}
	if len(t.Windows) == 0 {
		t.Views = turnedViews(t.Views, s)
		return t, t.solve() == nil
	}
	rows, cols := 0, 0
	for i, w := range t.Windows {
		height, width := w.Size(t.Views[i].Rows, t.Views[i].Cols)
		rows, cols = max(rows, w.At.Row+height), max(cols, w.At.Col+width)
	}
	frames, windows := make([]*layout.Map, len(t.Views)), slices.Clone(t.Windows)
	for i, w := range windows {
		part := t.Views[i].Transform(layout.Turn(-w.Turn))
		a := s.Cell(w.At, rows, cols)
		b := s.Cell(layout.Cell{Row: w.At.Row + part.Rows - 1, Col: w.At.Col + part.Cols - 1}, rows, cols)
		windows[i].At = layout.Cell{Row: min(a.Row, b.Row), Col: min(a.Col, b.Col)}
		frames[i] = part.Transform(s).Transform(layout.Turn(w.Turn))
	}
	t.Views, t.Windows = frames, windows
	return t, t.solve() == nil
}

// Contrast asks how many things two views or more show, or all views together where that was asked.
func (t Tally) Contrast() (Instance, bool) {
	if !t.asked() {
		return nil, false
	}
	t.Again = !t.Again
	t.After = []int{len(t.Views) - 1}
	if err := t.solve(); err != nil {
		return nil, false
	}
	return t, true
}

// Pieces returns the number of cells of all views.
func (t Tally) Pieces() int { return viewPieces(t.Views) }

// Without hides a cell of a view.
func (t Tally) Without(piece int) (Instance, error) {
	view, cell, ok := pieceOfViews(t.Views, piece)
	if !ok || !t.asked() {
		return nil, unsuitable(t.Family(), "there is no such cell")
	}
	t.Views = viewsWithout(t.Views, view, cell)
	if err := t.solve(); err != nil {
		return nil, err
	}
	return t, nil
}
