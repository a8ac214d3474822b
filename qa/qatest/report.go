package qatest

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

// Report is what some items of a kit show of its family.
type Report struct {
	Family     string
	Items      int
	Answers    []AnswerCount      // by class, the most frequent first
	Majority   float64            // share of the items that the most frequent answer answers
	Question   float64            // share that a guesser answers who sees the question without its evidence
	Difficulty [qa.Levels]float64 // mean by level; 0 for questions about texts
	// Of the questions that are answered with one of the names that they list: how many, and how often that is the first, the last or the first
	// of the alphabet, beside how often it would be by chance.
	Listed                      int
	First, Last, Alphabet, Fair float64
}

// AnswerCount is how often a class of answers is the right one.
type AnswerCount struct {
	Class string
	Count int
}

// Measure makes items 0 to n-1 and reports on them. The guesser learns from the first half, for every way to put a question, which answer is the most
// frequent, and is tried on the second; answers that the question names count by the place where it does.
func (k Kit) Measure(t testing.TB, n int64) Report {
	t.Helper()
	r := Report{Family: k.Families[0].Name(), Items: int(n)}
	counts, exact := make(map[string]int), make(map[string]int)
	learnt := make(map[string]map[string]int)
	tried, guessed := 0, 0
	var perLevel [qa.Levels]int
	for i := range n {
		item := k.Draw(t, i)
		answer := item.Answer().String()
		class := answer
		if k.Class != nil {
			class = k.Class(item.Question)
		}
		counts[class]++
		exact[answer]++
		if q, ok := item.Question.(qa.Instance); ok && item.Level > 0 {
			r.Difficulty[item.Level-1] += float64(q.Difficulty())
			perLevel[item.Level-1]++
		}
		question := string(item.AppendText(nil))
		form, relative := blank(question), relativeTo(question, answer)
		if i < n/2 {
			if learnt[form] == nil {
				learnt[form] = make(map[string]int)
			}
			learnt[form][relative]++
			continue
		}
		r.count(question, answer)
		tried++
		if relative == mostFrequent(learnt[form]) {
			guessed++
		}
	}
	for class, count := range counts {
		r.Answers = append(r.Answers, AnswerCount{class, count})
	}
	slices.SortFunc(r.Answers, func(a, b AnswerCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Class, b.Class))
	})
	if r.Listed > 0 {
		n := float64(r.Listed)
		r.First, r.Last, r.Alphabet, r.Fair = r.First/n, r.Last/n, r.Alphabet/n, r.Fair/n
	}
	r.Majority = float64(exact[mostFrequent(exact)]) / float64(n)
	r.Question = float64(guessed) / float64(max(tried, 1))
	for level, count := range perLevel {
		r.Difficulty[level] /= float64(max(count, 1))
	}
	return r
}

// count counts by its place an answer that is among the listed names.
func (r *Report) count(question, answer string) {
	listed := slices.Compact(listOf.FindAllString(question, -1))
	if len(listed) == 0 {
		return
	}
	all := names.FindAllString(listed[len(listed)-1], -1)
	at := slices.Index(all, answer)
	if at < 0 || len(all) < 2 {
		return
	}
	r.Listed++
	r.Fair += 1 / float64(len(all))
	one := func(yes bool) float64 {
		if yes {
			return 1
		}
		return 0
	}
	r.First += one(at == 0)
	r.Last += one(at == len(all)-1)
	r.Alphabet += one(answer == slices.Min(all))
}

// listOf finds lists of letters: "A, B and C". What nouns are names cannot be told by a pattern; half of all names are letters.
var listOf = regexp.MustCompile(`\b[A-Z](?:,? (?:and |or )?[A-Z]\b)+`)

// String returns the report as a row of a Markdown table.
func (r Report) String() string {
	var answers strings.Builder
	for i, a := range r.Answers {
		if i == mostClasses {
			fmt.Fprintf(&answers, ", %d more", len(r.Answers)-i)
			break
		}
		if i > 0 {
			answers.WriteString(", ")
		}
		class := strings.Join(strings.Fields(a.Class), " ")
		if len(class) > 24 {
			class = class[:24] + "…"
		}
		fmt.Fprintf(&answers, "%s %.1f %%", class, 100*float64(a.Count)/float64(r.Items))
	}
	d := r.Difficulty
	places := ""
	if r.Listed > 0 {
		places = fmt.Sprintf("%.0f %.0f %.0f of %.0f %%", 100*r.First, 100*r.Last, 100*r.Alphabet, 100*r.Fair)
	}
	return fmt.Sprintf("| %s | %.1f %% | %.1f %% | %s | %.1f %.1f %.1f %.1f | %s |", r.Family, 100*r.Majority, 100*r.Question, places, d[0], d[1], d[2], d[3],
		answers.String())
}

const mostClasses = 10

func mostFrequent(counts map[string]int) (most string) {
	for answer, n := range counts {
		if n > counts[most] || n == counts[most] && answer < most {
			most = answer
		}
	}
	return most
}

var names = regexp.MustCompile(`[Tt]he [a-z]+(?: [a-z]+)?|\b[A-Z]\b|\d+`)

// blank returns a question without names and numbers: the way in which it is put.
func blank(question string) string { return names.ReplaceAllString(question, "_") }

// relativeTo returns an answer by the place where the question names it, or as it is.
func relativeTo(question, answer string) string {
	for i, name := range names.FindAllString(question, -1) {
		if name == answer {
			return fmt.Sprint("name ", i)
		}
	}
	return answer
}
