package qa_test

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

var (
	replayTakes   = regexp.MustCompile(`^(.+) takes up (rows? .+)\.$`)
	replayNothing = regexp.MustCompile(`^No thing takes up row (\d+), column (\d+), and it is floor\.$`)
	replayLies    = regexp.MustCompile(`^(.+) lies in rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?\.$`)
	replayMiddle  = regexp.MustCompile(`^The middle of (\d+) (row|column)s is (?:(?:row|column) (\d+)|between (?:row|column) (\d+) and (?:row|column) (\d+))\.$`)
	replayThird   = regexp.MustCompile(`^The (top|middle|bottom|left|right) third is (row|column)s? (\d+)(?: to (\d+))?\.$`)
	replayListed  = regexp.MustCompile(`^(\d+)\. (.+), row (\d+), column (\d+)$`)
	replayLine    = regexp.MustCompile(`^(Row|Column) (\d+): (\d+)\.$`)
	replayFar     = regexp.MustCompile(`^(.+): (squared )?distance (\d+)\.$`)
)

// chartLower returns a name as it stands within a sentence.
func chartLower(name string) string {
	if strings.HasPrefix(name, "The ") || strings.HasPrefix(name, "A ") {
		return strings.ToLower(name[:1]) + name[1:]
	}
	return name
}

// TestLocateRationale: every step is true of the map, read from the text of the prompt.
func TestLocateRationale(t *testing.T) {
	for i := range int64(900) {
		q := locateKit.Draw(t, i).Question.(qa.Locate)
		c, err := chartRead(string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText)))
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(q.AppendRationale(nil)), "\n") {
			num := func(text string) int { n, _ := strconv.Atoi(text); return n }
			ok := false
			if m := replayNothing.FindStringSubmatch(line); m != nil {
				at := [2]int{num(m[1]) - 1, num(m[2]) - 1}
				ok = c.things[at] == "" && c.ground[at] == '.' && q.Answer().String() == "empty"
			} else if m := replayTakes.FindStringSubmatch(line); m != nil {
				ok = q.Asks != qa.WhatIsAt || strings.Count(string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText)), " "+line[strings.Index(line, "takes up "):])+
					strings.Count(string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText)), " is at "+m[2]+".") > 0
				for _, piece := range strings.Split(m[2], "; ") {
					p := chartPiece.FindStringSubmatch(piece)
					for k := 1; k <= 4; k++ {
						if p[k] == "" {
							p[k] = p[k-1]
						}
					}
					for r := num(p[1]); r <= num(p[2]); r++ {
						for k := num(p[3]); k <= num(p[4]); k++ {
							ok = ok && c.things[[2]int{r - 1, k - 1}] == chartLower(m[1])
						}
					}
				}
			} else if m := replayLies.FindStringSubmatch(line); m != nil {
				for _, k := range []int{3, 5} {
					if m[k] == "" {
						m[k] = m[k-1]
					}
				}
				in := func(at [2]int) bool {
					return num(m[2]) <= at[0]+1 && at[0]+1 <= num(m[3]) && num(m[4]) <= at[1]+1 && at[1]+1 <= num(m[5])
				}
				ok = len(c.rooms[chartLower(m[1])]) > 0
				for _, at := range slices.Concat(c.rooms[chartLower(m[1])], c.named[q.Thing]) {
					ok = ok && in(at)
				}
			} else if m := replayMiddle.FindStringSubmatch(line); m != nil {
				n := num(m[1])
				ok = n == map[string]int{"row": c.rows, "column": c.cols}[m[2]] && (n%2 == 1 && 2*num(m[3])-1 == n || n%2 == 0 && 2*num(m[4]) == n && num(m[5]) == n/2+1)
			} else if m := replayThird.FindStringSubmatch(line); m != nil {
				n := map[string]int{"row": c.rows, "column": c.cols}[m[2]] / 3
				k := map[string]int{"top": 0, "left": 0, "middle": 1, "bottom": 2, "right": 2}[m[1]]
				last := m[4]
				if last == "" {
					last = m[3]
				}
				ok = num(m[3]) == k*n+1 && num(last) == (k+1)*n
			} else {
				ok = strings.HasPrefix(line, "None of the things on the map is ") && q.Answer().String() == "nowhere" || line == "No room reaches there." ||
					strings.HasPrefix(line, "Row ") && (strings.HasSuffix(line, " is wall.") || strings.HasSuffix(line, " is door."))
			}
			if !ok {
				t.Fatalf("%q is not so\n%s", line, qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText))
			}
		}
	}
}

// TestCountRationale: the things that are listed stand there, each once, and are as many as the answer says.
func TestCountRationale(t *testing.T) {
	for i := range int64(900) {
		q := countKit.Draw(t, i).Question.(qa.Count)
		c, err := chartRead(string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText)))
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(q.AppendRationale(nil)), "\n")
		answer := q.Answer().String()
		seen := map[[2]int]bool{}
		best, bestLine, held := 0, "", map[string]int{}
		for k, line := range lines[:len(lines)-1] {
			if m := replayLine.FindStringSubmatch(line); m != nil {
				n, _ := strconv.Atoi(m[3])
				held[m[2]] = n
				if n > best {
					best, bestLine = n, m[2]
				}
				continue
			}
			m := replayListed.FindStringSubmatch(line)
			if m == nil || m[1] != fmt.Sprint(k+1) {
				t.Fatalf("%q is not understood", line)
			}
			row, _ := strconv.Atoi(m[3])
			col, _ := strconv.Atoi(m[4])
			at := [2]int{row - 1, col - 1}
			if c.things[at] != chartLower(m[2]) || seen[at] {
				t.Fatalf("%q is not so", line)
			}
			seen[at] = true
		}
		if last := lines[len(lines)-1]; q.Counts == qa.CountThings && (last != "That makes "+answer+"." || fmt.Sprint(len(seen)) != answer) ||
			q.Counts != qa.CountThings && (bestLine != answer || !strings.HasSuffix(last, fmt.Sprintf(" holds %d.", best))) {
			t.Fatalf("%q does not come to %s", lines, answer)
		}
	}
}

// TestNearestRationale: the distances are right, and the answer is alone with the best.
func TestNearestRationale(t *testing.T) {
	for i := range int64(900) {
		q := nearestKit.Draw(t, i).Question.(qa.Nearest)
		c, err := chartRead(string(qa.AppendPrompt(nil, qa.Subject{}, q, qa.AsText)))
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(q.AppendRationale(nil)), "\n")
		metric := []string{"Manhattan", "Chebyshev", "squared Euclidean", "squared Euclidean"}[q.Metric]
		told := 0
		for _, line := range lines[:len(lines)-1] {
			m := replayFar.FindStringSubmatch(line)
			if m == nil {
				if !strings.Contains(line, " to ") {
					t.Fatalf("%q is not understood", line)
				}
				told++
				continue
			}
			told++
			if d := distanceLeast(metric, c.named[q.From], c.named[chartLower(m[1])]); fmt.Sprint(d) != m[3] || (m[2] != "") != (metric == "squared Euclidean") {
				t.Fatalf("%q: it is %v", line, d)
			}
		}
		if told != len(q.Of) {
			t.Fatalf("%d of %d distances are told", told, len(q.Of))
		}
		if first, _, _ := strings.Cut(q.Answer().String(), ", "); !q.Ordered && lines[len(lines)-1] != "Only "+first+map[bool]string{true: " is so far away.", false: " is so near."}[q.Farthest] {
			t.Fatalf("%q does not lead to %s", lines[len(lines)-1], first)
		}
	}
}
