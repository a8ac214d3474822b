package audit

import (
	"math"
	"slices"
	"strings"
)

// halves are the sets of rows that cues are learnt and measured on.
const (
	oddRows = iota
	evenRows
	trainRows
	testRows
	halves
)

type tally [halves]int64

// maxFeatures and maxCells bound what is counted of a cue in a family: features, and pairs of a feature and an answer. What comes up
// later counts as a feature or an answer of its own, "other"; it is predicted to be no answer.
const maxFeatures, maxCells = 512, 4096

const other = "\x00other"

// table counts answers by feature.
type table struct {
	answers map[string]map[string]*tally
	cells   int
}

func (t *table) add(feature, answer string, by tally) {
	if t.answers == nil {
		t.answers = make(map[string]map[string]*tally)
	}
	cells, ok := t.answers[feature]
	if !ok {
		if len(t.answers) >= maxFeatures {
			feature = other
		}
		if cells, ok = t.answers[feature]; !ok {
			cells = make(map[string]*tally)
			t.answers[strings.Clone(feature)] = cells // a part of a prompt would keep all of it
		}
	}
	cell, ok := cells[answer]
	if !ok {
		if t.cells >= maxCells {
			answer = other
		}
		if cell, ok = cells[answer]; !ok {
			cell = new(tally)
			cells[strings.Clone(answer)] = cell
			t.cells++
		}
	}
	for i := range by {
		cell[i] += by[i]
	}
}

// right returns how many rows of one half are answered as most rows of the other half with the same feature are. A feature that the
// other half does not have is answered as most rows of all.
func (t *table) right(learn, measure int) (n int64) {
	total := map[string]*tally{}
	for _, cells := range t.answers {
		for answer, c := range cells {
			if total[answer] == nil {
				total[answer] = new(tally)
			}
			total[answer][learn] += c[learn]
		}
	}
	usual := most(total, learn)
	for _, cells := range t.answers {
		best := most(cells, learn)
		if best == "" {
			best = usual
		}
		if c := cells[best]; c != nil && best != other {
			n += c[measure]
		}
	}
	return n
}

// most returns the most frequent answer of a half, the first in the alphabet among equals; "" where there is none.
func most(cells map[string]*tally, half int) (best string) {
	n := int64(0)
	for answer, c := range cells {
		if c[half] > n || c[half] == n && n > 0 && answer < best {
			best, n = answer, c[half]
		}
	}
	return best
}

// baselines counts what the shortcuts of a family's rows of one form need.
type baselines struct {
	rows     tally
	seen     int64
	chance   [halves]float64 // sums of 1 / number of options
	majority table
	learnt   [len(learnt)]table
	applies  [len(guessed)]tally
	right    [len(guessed)]tally
}

func (b *baselines) add(s *signs, split string) {
	var by tally
	by[b.seen%2] = 1
	b.seen++
	switch split {
	case "train":
		by[trainRows] = 1
	case "test":
		by[testRows] = 1
	}
	for i, n := range by {
		b.rows[i] += n
		if s.choice && s.options > 0 {
			b.chance[i] += float64(n) / float64(s.options)
		}
	}
	b.majority.add("", s.majority, by)
	for i, feature := range s.features {
		if feature != "" {
			b.learnt[i].add(feature, s.target, by)
		}
	}
	for i := range guessed {
		if s.applies[i] {
			addTally(&b.applies[i], by)
		}
		if s.right[i] {
			addTally(&b.right[i], by)
		}
	}
}

func addTally(t *tally, by tally) {
	for i, n := range by {
		t[i] += n
	}
}

// shortcuts sums up; learnt on train and measured on test where both have rows, or else learnt on the first, third … row and measured on the others.
func (b *baselines) shortcuts(form string) Shortcuts {
	learn, measure := trainRows, testRows
	s := Shortcuts{Form: form, Learned: "train, test"}
	if b.rows[trainRows] == 0 || b.rows[testRows] == 0 {
		learn, measure, s.Learned = oddRows, evenRows, "odd, even"
	}
	s.Measured = b.rows[measure]
	if s.Measured == 0 {
		return s
	}
	s.Chance = b.chance[measure] / float64(s.Measured)
	if form == "free" {
		s.Chance = b.guess(measure) / float64(s.Measured)
	}
	s.Majority = baseline(b.majority.right(learn, measure), s.Measured)
	add := func(name string, right int64) {
		c := CueFind{Cue: name, Baseline: baseline(right, s.Measured)}
		c.Flagged = c.Low > max(s.Chance, s.Majority.Share)+0.05
		s.Cues = append(s.Cues, c)
	}
	for i := range learnt {
		if len(b.learnt[i].answers) > 0 {
			add(learnt[i].name, b.learnt[i].right(learn, measure))
		}
	}
	for i := range guessed {
		if b.applies[i][measure] > 0 {
			add(guessed[i].name, b.right[i][measure])
		}
	}
	return s
}

// rareQuestion is up to how many rows a question is rare; rare questions, and those of which not all answers are known, count as one.
const rareQuestion = 50

// guess returns how many rows a guess among all answers to the same question gets right.
func (b *baselines) guess(measure int) (sum float64) {
	questions := b.learnt[0].answers
	names := make([]string, 0, len(questions))
	for q := range questions {
		names = append(names, q)
	}
	slices.Sort(names) // sums of floating-point numbers depend on the order
	rare, rareRows := map[string]bool{}, int64(0)
	for _, q := range names {
		all, measured := int64(0), int64(0)
		for _, c := range questions[q] {
			all += c[oddRows] + c[evenRows]
			measured += c[measure]
		}
		if all > rareQuestion && questions[q][other] == nil {
			sum += float64(measured) / float64(len(questions[q]))
			continue
		}
		rareRows += measured
		for answer := range questions[q] {
			rare[answer] = true
		}
	}
	return sum + float64(rareRows)/float64(max(1, len(rare)))
}

// baseline returns a share with its 95 % interval after Wilson.
func baseline(right, rows int64) Baseline {
	if rows == 0 {
		return Baseline{}
	}
	const z = 1.959963984540054
	n, p := float64(rows), float64(right)/float64(rows)
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return Baseline{Right: right, Rows: rows, Share: p, Low: max(0, middle-half), High: min(1, middle+half)}
}
