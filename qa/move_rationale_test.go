package qa_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

var (
	moveRationalePlace = regexp.MustCompile(`(?:^|[;,:] )([^;,:]+?) is at row (\d+), column (\d+)`)
	moveRationaleFaces = regexp.MustCompile(`: (.+) faces (\w+)\.$`)
	moveRationaleGone  = regexp.MustCompile(`: (.+) is gone\.$`)
)

// TestEditRationale replays every line.
func TestEditRationale(t *testing.T) {
	for i := range int64(800) {
		item := editKit.Draw(t, i)
		q := item.Question.(qa.Edit)
		prompt := string(qa.AppendPrompt(nil, item.Subject, q, qa.AsDrawing))
		m, err := moveRead(prompt)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(q.AppendRationale(nil)), "\n")
		actions := editNumbered.FindAllStringSubmatch(prompt, -1)
		if len(lines) < len(actions) {
			t.Fatalf("%d lines are too few for\n%s", len(lines), prompt)
		}
		for k, action := range actions {
			before := m.clone()
			for _, try := range editActions {
				if part := try.pattern.FindStringSubmatch(action[1]); part != nil {
					if err := try.do(m, part); err != nil {
						t.Fatal(err)
					}
					break
				}
			}
			line, said := lines[k], false
			if !strings.HasPrefix(line, fmt.Sprintf("Action %d: ", k+1)) {
				t.Fatalf("line %d is %q", k+1, line)
			}
			for _, p := range moveRationalePlace.FindAllStringSubmatch(line, -1) {
				said = true
				if o := m.things[p[1]]; o == nil || fmt.Sprint(o.row+1) != p[2] || fmt.Sprint(o.col+1) != p[3] {
					t.Fatalf("%q is not so\n%s", line, prompt)
				} else if b := before.things[p[1]]; strings.Contains(line, " moves ") &&
					!strings.Contains(line, fmt.Sprintf(" moves %d cell", moveAbs(o.row-b.row)+moveAbs(o.col-b.col))) {
					t.Fatalf("%q is not so\n%s", line, prompt)
				}
			}
			if p := moveRationaleFaces.FindStringSubmatch(line); p != nil {
				if said = true; m.things[p[1]].facing != p[2] {
					t.Fatalf("%q is not so\n%s", line, prompt)
				}
			}
			if p := moveRationaleGone.FindStringSubmatch(line); p != nil {
				if said = true; m.things[p[1]] != nil || before.things[p[1]] == nil {
					t.Fatalf("%q is not so\n%s", line, prompt)
				}
			}
			if !said {
				t.Fatalf("%q says nothing", line)
			}
		}
	}
}

var motionLine = regexp.MustCompile(`^(.+): row (\d+), column (\d+) (?:before|in the first view(?:, which is row (\d+), column (\d+) after the turn)?); row (\d+), column (\d+) (?:after|in the second view)\.$`)

// moveCapital returns a name as it starts a sentence.
func moveCapital(name string) string {
	if name == "" {
		return name
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// TestMotionRationale compares every line with both maps.
func TestMotionRationale(t *testing.T) {
	for i := range int64(800) {
		item := motionKit.Draw(t, i)
		q := item.Question.(qa.Motion)
		first, second, _ := strings.Cut(string(q.AppendEvidence(nil, qa.AsDrawing)), "\n\n"+map[bool]string{true: "Second view:", false: "After:"}[q.Views])
		before, _ := moveRead(first)
		after, _ := moveRead(second)
		things, moved := 0, 0
		for _, line := range strings.Split(string(q.AppendRationale(nil)), "\n") {
			if 'a' <= line[0] && line[0] <= 'z' {
				t.Fatalf("the line %q starts small", line)
			}
			p := motionLine.FindStringSubmatch(line)
			if p == nil {
				observer := moveCapital(q.Observer)
				if !strings.HasPrefix(line, observer+" turned ") && line != observer+" did not turn." || q.Observer == "" {
					t.Fatalf("the line %q", line)
				}
				continue
			}
			things++
			if before.things[p[1]] == nil {
				p[1] = strings.ToLower(p[1][:1]) + p[1][1:]
			}
			b, a := before.things[p[1]], after.things[p[1]]
			if fmt.Sprint(b.row+1, b.col+1) != p[2]+" "+p[3] || fmt.Sprint(a.row+1, a.col+1) != p[6]+" "+p[7] {
				t.Fatalf("%q is not so\n%s", line, q.AppendEvidence(nil, qa.AsDrawing))
			}
			start := p[2] + p[3]
			if p[4] != "" {
				start = p[4] + p[5]
			}
			if start != p[6]+p[7] {
				moved++
			}
		}
		if things != len(before.things) || moved > 1 {
			t.Fatalf("%d of %d things are told of, %d moved", things, len(before.things), moved)
		}
	}
}

// TestRecallRationale finds every line in the log, and counts visits again.
func TestRecallRationale(t *testing.T) {
	numbered := regexp.MustCompile(`^(\d+)\. (Step .*)$`)
	for i := range int64(600) {
		item := recallKit.Draw(t, i)
		q := item.Question.(qa.Recall)
		prompt := string(qa.AppendPrompt(nil, item.Subject, q, qa.AsText))
		log := strings.Split(prompt, "\n")
		lines := strings.Split(string(q.AppendRationale(nil)), "\n")
		for k, line := range lines {
			if p := numbered.FindStringSubmatch(line); p != nil {
				if p[1] != fmt.Sprint(k+1) || !slices.Contains(log, p[2]) {
					t.Fatalf("%q is not in the log\n%s", line, prompt)
				}
				continue
			}
			place, n, found := strings.Cut(line, ": ")
			if place == moveCapital(place) && strings.HasPrefix(place, "The ") {
				place = "t" + place[1:]
			} else if strings.HasPrefix(place, "the ") {
				t.Fatalf("the line %q starts small", line)
			}
			count := 0
			for _, entry := range log {
				if _, rest, ok := strings.Cut(strings.TrimSuffix(entry, "."), ": "+q.Log.Things[q.Thing]+" comes to "); ok {
					if at, _, _ := strings.Cut(rest, " and sees "); at == place {
						count++
					}
				}
			}
			if !found || n != fmt.Sprint(count) {
				t.Fatalf("%q is not so: %d\n%s", line, count, prompt)
			}
		}
		// The last line of those that count to a visit is of that visit.
		if q.Asks == qa.NthPlace || q.Asks == qa.NthThing {
			if len(lines) != q.Count || !strings.Contains(lines[len(lines)-1], q.Answer().String()) {
				t.Fatalf("%d lines, the last %q; the answer is %v", len(lines), lines[len(lines)-1], q.Answer())
			}
		}
	}
}
