package qa_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/qa"
)

var (
	viewAt     = regexp.MustCompile(`^(.+) is at row (\d+), column (\d+)\.$`)
	viewWay    = regexp.MustCompile(`^(?:(\d+) rows? (up|down))?(?: and )?(?:(\d+) columns? to the (right|left))?$`)
	viewParts  = regexp.MustCompile(`^(?:straight )?(ahead|behind)?(?: and )?(?:to the (right|left))?(?:, as (\d+) to (\d+))?$`)
	viewFrom   = regexp.MustCompile(`^From (.+) to (.+) it is (.+)\.$`)
	viewLook   = regexp.MustCompile(`^(You look along|After all turns you look along|What is [a-z ]+ is) (.+)\.$`)
	viewAlong  = regexp.MustCompile(`^Measured along that line and across it, that is (.+)\.$`)
	viewOnMap  = regexp.MustCompile(`^On the map (\S+) is (.+)\.$`)
	viewMapWay = map[string]float64{"up": 0, "up and to the right": 45, "to the right": 90, "down and to the right": 135, "down": 180, "down and to the left": 225,
		"to the left": 270, "up and to the left": 315}
	viewCell = regexp.MustCompile(`row (\d+), column (\d+)`)
)

func viewName(name string) string {
	if rest, ok := strings.CutPrefix(name, "The "); ok {
		return "the " + rest
	}
	return name
}

// viewAngle returns the angle clockwise from the first direction of words that say how far something is along two axes.
func viewAngle(words *regexp.Regexp, text string) (float64, bool) {
	m := words.FindStringSubmatch(text)
	if m == nil || m[0] == "" {
		return 0, false
	}
	if words == viewParts { // "ahead and to the right, as 2 to 1", or "straight ahead"
		if both := m[1] != "" && m[2] != ""; both != (m[3] != "") || both == strings.HasPrefix(text, "straight ") {
			return 0, false
		} else if !both {
			m[3], m[4] = "1", "1"
		}
		if m[1] == "" {
			m[3] = ""
		}
		if m[2] == "" {
			m[4] = ""
		}
		m = []string{m[0], m[3], m[1], m[4], m[2]}
	}
	along, _ := strconv.ParseFloat("0"+m[1], 64)
	across, _ := strconv.ParseFloat("0"+m[3], 64)
	if m[2] == "down" || m[2] == "behind" {
		along = -along
	}
	if m[4] == "left" {
		across = -across
	}
	return math.Atan2(across, along) * 180 / math.Pi, true
}

func viewSame(a, b float64) bool { return math.Abs(math.Remainder(a-b, 360)) < 1e-6 }

// viewCommon checks a line that all families have; known is whether it is one.
func viewCommon(s egoScene, line string) (known bool, err error) {
	if m := viewAt.FindStringSubmatch(line); m != nil {
		at, ok := s.things[viewName(m[1])]
		if !ok || fmt.Sprint(at.row+1, at.col+1) != m[2]+" "+m[3] {
			return true, fmt.Errorf("%q is false", line)
		}
		return true, nil
	}
	if m := viewOnMap.FindStringSubmatch(line); m != nil {
		wind, ok := egoWinds[m[1]]
		way, ok2 := viewMapWay[m[2]]
		if !ok || !ok2 || !viewSame(wind+s.north, way) {
			return true, fmt.Errorf("%q is false", line)
		}
		return true, nil
	}
	return false, nil
}

// TestEgocentricRationale replays every line.
func TestEgocentricRationale(t *testing.T) {
	for i := range int64(2000) {
		item := egocentricKit.Draw(t, i)
		prompt := string(qa.AppendPrompt(nil, item.Subject, item.Question, qa.AsDrawing))
		s, err := egoRead(prompt)
		if err != nil {
			t.Fatal(err)
		}
		text := string(item.Question.(qa.Instance).AppendRationale(nil))
		to, look, asked := math.NaN(), math.NaN(), item.Answer().String()
		concluded := false
		for _, line := range strings.Split(text, "\n") {
			known, err := viewCommon(s, line)
			fail := func(why string) { t.Fatalf("%q: %s\n%s\n\n%s\n-> %s", line, why, prompt, text, asked) }
			if err != nil {
				fail(err.Error())
			}
			if m := viewOnMap.FindStringSubmatch(line); m != nil && m[1] == asked {
				concluded = !math.IsNaN(look) && viewSame(look, viewMapWay[m[2]]) || !math.IsNaN(to) && math.Abs(math.Remainder(to-viewMapWay[m[2]], 360)) < 45
			}
			if known {
				continue
			}
			if m := viewFrom.FindStringSubmatch(line); m != nil {
				angle, ok := viewAngle(viewWay, m[3])
				from, at := s.things[m[1]], s.things[m[2]]
				if !ok || !viewSame(angle, egoAngle(from, at)) || !strings.Contains(m[3], fmt.Sprint(max(from.row-at.row, at.row-from.row, 0))) && from.row != at.row {
					fail("it is false")
				}
				to = angle
			} else if m := viewLook.FindStringSubmatch(line); m != nil {
				angle, ok := viewAngle(viewWay, m[2])
				if !ok {
					fail("it says no way")
				}
				turned := 0.0
				if strings.HasPrefix(m[1], "After") {
					for _, turn := range item.Question.(qa.Egocentric).Turns {
						turned += 45 * float64(turn)
					}
				} else if side, ok := egoSide(strings.TrimSuffix(strings.TrimPrefix(m[1], "What is "), " is")); ok {
					turned = side
				}
				if !math.IsNaN(look) && !viewSame(look+turned, angle) {
					fail(fmt.Sprintf("it is %v degrees, not %v", angle, look+turned))
				}
				look = angle
			} else if m := viewAlong.FindStringSubmatch(line); m != nil {
				angle, ok := viewAngle(viewParts, m[1])
				if concluded = ok && viewSame(angle, to-look); !concluded {
					fail("it does not follow")
				}
			} else {
				fail("what does that say?")
			}
		}
		if !concluded {
			t.Fatalf("it does not come to the answer %s:\n%s\n\n%s", asked, prompt, text)
		}
	}
}

// TestVisibleRationale replays every line.
func TestVisibleRationale(t *testing.T) {
	for i := range int64(1500) {
		item := visibleKit.Draw(t, i)
		q := item.Question.(qa.Visible)
		prompt := string(qa.AppendPrompt(nil, item.Subject, q, qa.AsDrawing))
		s, err := egoRead(prompt)
		if err != nil {
			t.Fatal(err)
		}
		text := string(q.AppendRationale(nil))
		var from, to egoSpot
		blocked := 0
		for k, line := range strings.Split(text, "\n") {
			fail := func(why string) { t.Fatalf("%q: %s\n%s\n\n%s", line, why, prompt, text) }
			known, err := viewCommon(s, line)
			if err != nil {
				fail(err.Error())
			}
			if m := viewAt.FindStringSubmatch(line); m != nil {
				if to = s.things[viewName(m[1])]; k == 0 {
					from = to
				}
				blocked = 0
			}
			if known {
				continue
			}
			var cells [][2]int
			for _, m := range viewCell.FindAllStringSubmatch(strings.ToLower(line), -1) {
				row, _ := strconv.Atoi(m[1])
				col, _ := strconv.Atoi(m[2])
				cells = append(cells, [2]int{row - 1, col - 1})
			}
			switch {
			case strings.HasPrefix(line, "The line comes through row"):
				n := 0
				for row := range s.rows {
					for col := range s.cols {
						c := egoSpot{row: row, col: col}
						if (row != from.row || col != from.col) && (row != to.row || col != to.col) && visibleMeets(from, to, c) == 2 {
							n++
							if !strings.Contains(line, fmt.Sprintf("row %d, column %d", row+1, col+1)) {
								fail("it misses one")
							}
						}
					}
				}
				if n != len(cells) {
					fail("it has too many")
				}
				blocked = len(visibleBlockers(s, from, to))
			case line == "The line comes through no cell between." || line == "All of that is free.":
				if len(visibleBlockers(s, from, to)) > 0 {
					fail("it is false")
				}
			case strings.HasPrefix(line, "That is more than 45 degrees off."):
				look := egoWinds[visibleStand.FindStringSubmatch(s.asked)[2]] + s.north
				if math.Abs(math.Remainder(egoAngle(from, to)-look, 360)) <= 45 {
					fail("it is false")
				}
			case strings.HasPrefix(line, "Row ") && len(cells) == 1:
				name := visibleName(s, cells[0][0], cells[0][1])
				if name == "#" {
					name = "a wall"
				}
				if blocked--; !strings.HasSuffix(line, " is "+name+".") {
					fail("it is " + name)
				}
			case strings.HasPrefix(line, "The first cell that way") && len(cells) == 1, line == "There is nothing that way up to the edge of the map.":
			default:
				fail("what does that say?")
			}
		}
	}
}

// TestPoseRationale replays every line.
func TestPoseRationale(t *testing.T) {
	for i := range int64(1000) {
		item := poseKit.Draw(t, i)
		q := item.Question.(qa.FindPose)
		prompt := string(qa.AppendPrompt(nil, item.Subject, q, qa.AsDrawing))
		s, err := egoRead(prompt)
		if err != nil {
			t.Fatal(err)
		}
		text := string(q.AppendRationale(nil))
		fits := 0
		for _, line := range strings.Split(text, "\n") {
			fail := func(why string) { t.Fatalf("%q: %s\n%s\n\n%s", line, why, prompt, text) }
			known, err := viewCommon(s, line)
			switch {
			case err != nil:
				fail(err.Error())
			case known:
				continue
			}
			pose, rest, found := strings.Cut(line, ": ")
			if !found {
				if !strings.Contains(line, " for ") || poseWhere.FindString(line) == "" {
					fail("what does that say?")
				}
				continue
			}
			pose = strings.ToLower(pose[:1]) + pose[1:]
			if rest == "all fits." {
				if fits++; !strings.Contains(item.Answer().String(), pose) {
					fail("it is not an answer")
				}
				continue
			}
			var row, col int
			var wind string
			if _, err := fmt.Sscanf(pose, "row %d, column %d, facing %s", &row, &col, &wind); err != nil {
				fail(err.Error())
			}
			name, words, _ := strings.Cut(strings.TrimSuffix(rest, "."), " is not ")
			from, at := egoSpot{row: row - 1, col: col - 1}, s.things[name]
			holds, err := poseHolds(words, egoAngle(from, at)-s.north-egoWinds[wind], math.Hypot(float64(at.row-from.row), float64(at.col-from.col)))
			if err != nil || holds {
				fail("it is false")
			}
		}
		if want := strings.Count(item.Answer().String(), "facing"); fits != want {
			t.Fatalf("%d poses are found, not %d\n%s\n%s", fits, want, prompt, text)
		}
	}
}
