package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var recallKit = qatest.Kit{
	Families: []qa.Family{
		qa.RecallFamily{}, qa.RecallFamily{Phrasing: qa.Variant}, qa.RecallFamily{Entries: 40, Things: 2, Places: 3, Items: 1, Phrasing: qa.Benchmark},
		qa.RecallFamily{Entries: 20, Things: 4, Places: 8, Items: 12, Phrasing: qa.Variant},
	},
	Solve: recallSolve,
	Wrong: recallWrong,
	Fill:  recallFill,
}

func TestRecallKit(t *testing.T) { qatest.Run(t, recallKit) }

func recallWrong(q qa.Question, src seed.Source) string {
	r := q.(qa.Recall)
	pick := func(names []string) string { return names[src.Intn(len(names))] }
	switch r.Asks {
	case qa.NthThing:
		return pick(r.Log.Things)
	case qa.NthItem:
		return pick(append([]string{"nothing"}, r.Log.Items...))
	case qa.ItemPlaces:
		names := make([]string, 1+src.Intn(4))
		for i := range names {
			names[i] = pick(r.Log.Places)
		}
		return strings.Join(names, ", ")
	case qa.Together, qa.WestOf:
		if src.Intn(4) == 0 {
			return "never"
		}
		at, text := r.From-1+src.Intn(3), "steps "
		for k := range 1 + src.Intn(3) {
			if k > 0 {
				text += ", "
			}
			at += 2 + src.Intn(3)
			text += fmt.Sprint(at)
			if src.Intn(2) == 0 {
				at += 1 + src.Intn(4)
				text += fmt.Sprint(" to ", at)
			}
		}
		if !strings.ContainsAny(text, ",o") {
			text = strings.Replace(text, "steps", "step", 1)
		}
		return text
	}
	return pick(r.Log.Places)
}

type recallVisit struct{ who, place, item string }

const recallUnknown = ": what happened is not known."

// recallRead reads sentences or a table.
func recallRead(prompt string) (row []string, visits []recallVisit, question string, err error) {
	lines := strings.Split(prompt, "\n")
	for _, line := range lines {
		switch {
		case strings.HasPrefix(line, "The places lie in a row, from west to east: "):
			_, names, _ := strings.Cut(strings.TrimSuffix(line, "."), ": ")
			row = strings.Split(names, ", ")
		case strings.HasPrefix(line, "Step ") && strings.HasSuffix(line, recallUnknown):
			return nil, nil, "", errors.New("a step is not known")
		case strings.HasPrefix(line, "Step "):
			number, rest, _ := strings.Cut(strings.TrimSuffix(line[5:], "."), ": ")
			who, rest, found := strings.Cut(rest, " comes to ")
			place, item, _ := strings.Cut(rest, " and sees ")
			if !found || number != fmt.Sprint(len(visits)+1) {
				return nil, nil, "", fmt.Errorf("the line %q", line)
			}
			visits = append(visits, recallVisit{who, place, item})
		case strings.HasPrefix(line, "| ") && !strings.HasPrefix(line, "| Step"):
			cells := strings.Split(strings.Trim(line, "| "), " | ")
			if len(cells) != 4 || cells[0] != fmt.Sprint(len(visits)+1) {
				return nil, nil, "", fmt.Errorf("the line %q", line)
			}
			visits = append(visits, recallVisit{cells[1], cells[2], strings.Trim(cells[3], "-")})
		}
	}
	return row, visits, lines[len(lines)-1], nil
}

var recallPatterns = []*regexp.Regexp{
	regexp.MustCompile(`^(?:In which places was|Name, sighting by sighting, the places where) (.+?)(?: was)? seen, (?:from the (first|last) sighting|the (latest|earliest) first)`),
	regexp.MustCompile(`^(Where|Which|Counted|Going).* (\d+)(?:st|nd|rd|th) visit of (.+?)(?: lead)?\? `),
	regexp.MustCompile(`^(Counted|Going|).*?(?:who made|whose was|Who made|Whose was) the (\d+)(?:st|nd|rd|th) visit to (.+?)\? `),
	regexp.MustCompile(`^(What|Counted|Going).* (?:seen|see) on the (\d+)(?:st|nd|rd|th) visit to (.+?), whoever made it\? `),
	regexp.MustCompile(`^(?:Where is|In which place is) (.+) at step (\d+)\? `),
	regexp.MustCompile(`^From step (\d+) to step (\d+), (?:during which steps|when) are (.+?) and (.+) (in the same place|together in one place|in different places|each in another place)\? `),
	regexp.MustCompile(`^From step (\d+) to step (\d+), (?:during which steps|when) is (.+?) (?:in a place (west|east) of the place of|further (west|east) than) (.+)\? `),
	regexp.MustCompile(`^Which place did (.+?) (visit most often|come to the most times|visit least often|come to the fewest times)\? `),
	regexp.MustCompile(`^(?:Where was the (first|last) sighting of (.+?)\? |In which place did somebody see (.+) for the (first|last) time\? )`),
}

// recallSolve looks everything up from the start for every step.
func recallSolve(prompt string) (qatest.Solution, error) {
	var none qatest.Solution
	row, visits, question, err := recallRead(prompt)
	if err != nil {
		return none, err
	}
	forth := visits
	back := slices.Clone(visits)
	slices.Reverse(back)
	where := func(who string, step int) string {
		for i := step - 1; i >= 0; i-- {
			if visits[i].who == who {
				return visits[i].place
			}
		}
		return ""
	}
	number := func(text string) int {
		n, _ := strconv.Atoi(text)
		return n
	}
	steps := func(from, to int, so func(step int) bool) qatest.Solution {
		var pieces []string
		several := false
		for step := from; step <= to; step++ {
			if !so(step) {
				continue
			}
			last := step
			for last < to && so(last+1) {
				last++
			}
			piece := fmt.Sprint(step)
			if last > step {
				piece += fmt.Sprint(" to ", last)
				several = true
			}
			pieces = append(pieces, piece)
			step = last
		}
		switch {
		case pieces == nil:
			return qatest.Solution{Answer: "never"}
		case several || len(pieces) > 1:
			return qatest.Solution{Answer: "steps " + strings.Join(pieces, ", ")}
		}
		return qatest.Solution{Answer: "step " + pieces[0]}
	}
	for k, pattern := range recallPatterns {
		p := pattern.FindStringSubmatch(question)
		if p == nil {
			continue
		}
		order := forth
		if len(p) > 1 && (p[1] == "Counted" || p[1] == "Going") {
			order = back
		}
		switch k {
		case 0:
			if p[2] == "last" || p[3] == "latest" {
				order = back
			}
			var places []string
			for _, v := range order {
				if v.item == p[1] {
					places = append(places, v.place)
				}
			}
			return qatest.Solution{Answer: strings.Join(places, ", ")}, nil
		case 1, 2, 3:
			n := number(p[2])
			for _, v := range order {
				if k == 1 && v.who == p[3] || k > 1 && v.place == p[3] {
					n--
				}
				if n == 0 {
					answer := []string{1: v.place, 2: v.who, 3: v.item}[k]
					if answer == "" {
						answer = "nothing"
					}
					return qatest.Solution{Answer: answer}, nil
				}
			}
			return none, errors.New("too few visits")
		case 4:
			place := where(p[1], number(p[2]))
			if place == "" {
				return none, errors.New("nowhere")
			}
			return qatest.Solution{Answer: place}, nil
		case 5:
			apart := strings.Contains(p[5], "different") || strings.Contains(p[5], "another")
			return steps(number(p[1]), number(p[2]), func(step int) bool {
				a, b := where(p[3], step), where(p[4], step)
				return a != "" && b != "" && (a != b) == apart
			}), nil
		case 6:
			if row == nil {
				return none, errors.New("no row")
			}
			return steps(number(p[1]), number(p[2]), func(step int) bool {
				a, b := slices.Index(row, where(p[3], step)), slices.Index(row, where(p[6], step))
				if p[4]+p[5] == "east" {
					a, b = b, a
				}
				return a >= 0 && b >= 0 && a < b
			}), nil
		case 7:
			count := map[string]int{}
			for _, v := range visits {
				if v.who == p[1] {
					count[v.place]++
				}
			}
			least := strings.Contains(p[2], "least") || strings.Contains(p[2], "fewest")
			best, ties := "", 0
			for place, n := range count {
				switch {
				case best == "" || n > count[best] && !least || n < count[best] && least:
					best, ties = place, 0
				case n == count[best]:
					ties++
				}
			}
			if best == "" || ties > 0 {
				return none, errors.New("a tie")
			}
			return qatest.Solution{Answer: best}, nil
		case 8:
			if p[1]+p[4] == "last" {
				order = back
			}
			for _, v := range order {
				if v.item == p[2]+p[3] {
					return qatest.Solution{Answer: v.place}, nil
				}
			}
			return none, errors.New("never seen")
		}
	}
	return none, fmt.Errorf("the question %q", question)
}

// recallFill puts into the gap visits of those that the question names, of one more and of a stranger, to every place and to one that the log
// does not name, with some of the items.
func recallFill(prompt string) []string {
	at := strings.Index(prompt, recallUnknown)
	if at < 0 {
		return nil
	}
	before, after := prompt[:at+2], prompt[at+len(recallUnknown):]
	paragraphs := strings.Split(prompt, "\n\n")
	question := paragraphs[len(paragraphs)-1]
	seen := map[string]bool{}
	var who, places, items []string
	unnamed := map[*[]string]int{}
	add := func(all *[]string, name string, most int) {
		if name == "" || seen[name] {
			return
		}
		if !regexp.MustCompile(`\b` + regexp.QuoteMeta(name) + `\b`).MatchString(question) {
			if unnamed[all]++; unnamed[all] > most {
				return
			}
		}
		seen[name] = true
		*all = append(*all, name)
	}
	for _, line := range strings.Split(prompt, "\n") {
		if !strings.HasPrefix(line, "Step ") || strings.HasSuffix(line, recallUnknown) {
			continue
		}
		_, rest, _ := strings.Cut(strings.TrimSuffix(line, "."), ": ")
		w, rest, _ := strings.Cut(rest, " comes to ")
		p, i, _ := strings.Cut(rest, " and sees ")
		add(&who, w, 1)
		add(&places, p, 8)
		add(&items, i, 1)
	}
	var all []string
	for _, w := range append(who, "the stranger") {
		for _, p := range append(places, "the far island") {
			for _, i := range append(items, "", "the silver spoon") {
				visit := w + " comes to " + p
				if i != "" {
					visit += " and sees " + i
				}
				all = append(all, before+visit+"."+after)
			}
		}
	}
	return all
}
