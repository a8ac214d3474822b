package qa_test

import (
	"errors"
	"fmt"
	"regexp"
	"sort"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var (
	coordLine  = regexp.MustCompile(`(?m)^- (?:(.+), drawn as )?(.): (rows?.+)$`)
	coordTaken = regexp.MustCompile(`(?:^|\. )([^.]+?) (?:is at|takes up) (row[^.]+)`)
	coordShift = regexp.MustCompile(`(\d+) (row|column)s? (down|up|to the right|to the left)`)
	coordBox   = regexp.MustCompile(`rows? \d+(?: to \d+)?, columns? \d+(?: to \d+)?`)
)

// coordSpan is top, left, bottom, right, counted from 1.
type coordSpan [4]int

func (s coordSpan) String() string {
	span := func(what string, a, b int) string {
		if a == b {
			return fmt.Sprintf("%s %d", what, a)
		}
		return fmt.Sprintf("%ss %d to %d", what, a, b)
	}
	return span("row", s[0], s[2]) + ", " + span("column", s[1], s[3])
}

func coordRead(text string) coordSpan {
	m := foldCells.FindStringSubmatch(text)
	return coordSpan{foldInt(m[1] + m[3]), foldInt(m[4] + m[6]), foldInt(m[2] + m[3]), foldInt(m[5] + m[6])}
}

// coordSpans reads what stands where, by name.
func coordSpans(prompt string) (map[string]coordSpan, error) {
	all := make(map[string]coordSpan)
	rows := rotateBlock(prompt, rotateMarks)
	if rows == nil {
		for _, m := range coordTaken.FindAllStringSubmatch(strings.Split(prompt, "\n")[0], -1) {
			all[m[1]] = coordRead(m[2])
		}
		return all, nil
	}
	names := make(map[byte]string)
	for _, l := range rotateLegend.FindAllStringSubmatch(prompt, -1) {
		names[l[1][0]] = l[2]
	}
	count := make(map[string]int)
	for r, line := range rows {
		for c := range len(line) {
			mark := line[c]
			if mark == '.' || mark == '?' || mark == '#' {
				continue
			}
			name := names[mark]
			if name == "" {
				name = string(rune(mark))
			}
			s, ok := all[name]
			if !ok {
				s = coordSpan{r + 1, c + 1, r + 1, c + 1}
			}
			all[name] = coordSpan{min(s[0], r+1), min(s[1], c+1), max(s[2], r+1), max(s[3], c+1)}
			count[name]++
		}
	}
	for name, s := range all {
		if count[name] != (s[2]-s[0]+1)*(s[3]-s[1]+1) {
			return nil, errors.New("something is no rectangle")
		}
	}
	return all, nil
}

func coordSolve(prompt string) (qatest.Solution, error) {
	none := qatest.Solution{}
	sections := strings.Split(prompt, "\n\n")
	question, _, _ := strings.Cut(sections[len(sections)-1], " Answer ")
	if strings.HasPrefix(prompt, "A map has ") {
		var h, w int
		if _, err := fmt.Sscanf(prompt, "A map has %d rows and %d columns.", &h, &w); err != nil {
			return none, err
		}
		grid := make([][]byte, h)
		for r := range grid {
			grid[r] = []byte(strings.Repeat(".", w))
		}
		for _, m := range coordLine.FindAllStringSubmatch(prompt, -1) {
			s := coordRead(m[3])
			for r := s[0]; r <= s[2]; r++ {
				for c := s[1]; c <= s[3]; c++ {
					grid[r-1][c-1] = m[2][0]
				}
			}
		}
		var rows []string
		for _, row := range grid {
			rows = append(rows, string(row))
		}
		return qatest.Solution{Answer: strings.Join(rows, "\n"), Right: func(a string) bool { return a == strings.Join(rows, "\n") }}, nil
	}
	spans, err := coordSpans(prompt)
	if err != nil {
		return none, err
	}
	find := func(name string) (coordSpan, bool) {
		for n, s := range spans {
			if strings.EqualFold(n, name) {
				return s, true
			}
		}
		return coordSpan{}, false
	}
	var named []string
	for n := range spans {
		if regexp.MustCompile(`(?:^|[ ])` + regexp.QuoteMeta(n) + `(?:[ ?,.]|$)`).MatchString(strings.ToLower(n[:1]) + "|" + question) {
			named = append(named, n)
		} else if low := strings.ToLower(n[:1]) + n[1:]; len(n) > 1 && strings.Contains(question, low) {
			named = append(named, n)
		}
	}
	sort.Strings(named)
	switch {
	case strings.HasPrefix(question, "List") || strings.HasPrefix(question, "Say of each"):
		var lines []string
		for n, s := range spans {
			lines = append(lines, n+": "+s.String())
		}
		sort.Strings(lines)
		want := strings.Join(lines, "\n")
		return qatest.Solution{Answer: want, Right: func(a string) bool {
			got := strings.Split(a, "\n")
			sort.Strings(got)
			return strings.EqualFold(strings.Join(got, "\n"), want)
		}}, nil
	case strings.HasPrefix(question, "Which thing") || strings.HasPrefix(question, "What fills"):
		box := coordBox.FindString(question)
		for n, s := range spans {
			if s.String() == box {
				return qatest.Solution{Answer: n}, nil
			}
		}
		return none, errors.New("nothing has the box")
	case strings.Contains(question, "smallest box") || strings.Contains(question, "drawn around"):
		if len(named) != 2 {
			return none, fmt.Errorf("named are %q", named)
		}
		a, _ := find(named[0])
		b, _ := find(named[1])
		return qatest.Solution{Answer: coordSpan{min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])}.String()}, nil
	}
	if len(named) != 1 {
		return none, fmt.Errorf("named are %q", named)
	}
	s, _ := find(named[0])
	for _, m := range coordShift.FindAllStringSubmatch(question, -1) {
		n, k := foldInt(m[1]), 0
		if m[2] == "column" {
			k = 1
		}
		if m[3] == "up" || m[3] == "to the left" {
			n = -n
		}
		s[k] += n
		s[k+2] += n
	}
	return qatest.Solution{Answer: s.String()}, nil
}

func coordWrong(q qa.Question, src seed.Source) string {
	switch a := q.Answer().(type) {
	case qa.Boxes:
		b := append(qa.Boxes(nil), a...)
		k := src.Intn(len(b))
		switch src.Intn(5) {
		case 0:
			b[k].Row++
		case 1:
			b[k].Cols++
		case 2:
			b[k].Row, b[k].Col = b[k].Col, b[k].Row
		case 3:
			b[k], b[0] = b[0], b[k]
		default:
			if len(b) > 1 {
				b = b[:len(b)-1]
			}
		}
		return b.String()
	case qa.Redrawn:
		rows := append(qa.Redrawn(nil), a...)
		k := src.Intn(len(rows))
		rows[k], rows[0] = rows[0], rows[k]
		return rows.String()
	}
	things := q.(qa.Coordinates).Map.Things
	return things[src.Intn(len(things))].Name
}

func coordFill(prompt string) (all []string) {
	all = rotateFill(prompt)
	for c := 'A'; c <= 'Z'; c++ {
		lines := strings.Split(prompt, "\n")
		for i, line := range lines {
			if rotateMarks.MatchString(line) {
				lines[i] = strings.ReplaceAll(line, "?", string(c))
			}
		}
		all = append(all, strings.Join(lines, "\n"))
	}
	return all
}

var coordKit = qatest.Kit{
	Families: []qa.Family{qa.CoordinatesFamily{}, qa.CoordinatesFamily{Phrasing: qa.Variant}.At(2), qa.CoordinatesFamily{Phrasing: qa.Variant}.At(4),
		qa.CoordinatesFamily{Side: 4, Things: 4}, qa.CoordinatesFamily{Side: 24, Things: 12}},
	Solve: coordSolve, Wrong: coordWrong, Fill: coordFill,
}

func TestCoordinatesKit(t *testing.T) { qatest.Run(t, coordKit) }
