package qa_test

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var (
	poseBoth  = regexp.MustCompile(`^(\d+) steps? (ahead of|behind) you and (\d+) steps? to your (left|right)$`)
	poseAway  = regexp.MustCompile(`^straight (ahead of you|behind you|to your left|to your right), (\d+) steps? away$`)
	poseLoose = regexp.MustCompile(`^(straight|somewhere) (ahead of you|behind you|to your left|to your right)$`)
	poseWhere = regexp.MustCompile(`(?:\d+ steps? (?:ahead of|behind) you and \d+ steps? to your (?:left|right)|(?:straight|somewhere) (?:ahead of you|behind you|to your left|to your right)(?:, \d+ steps? away)?)`)
)

// poseHolds reports whether words are true of something at an angle clockwise from ahead, so far away.
func poseHolds(words string, angle, away float64) (bool, error) {
	near := func(a, b float64) bool { return math.Abs(math.Remainder(a-b, 360)) < 1e-6 }
	sides := map[string]float64{"ahead of you": 0, "to your right": 90, "behind you": 180, "to your left": 270, "ahead of": 0, "behind": 180, "right": 90, "left": 270}
	if m := poseBoth.FindStringSubmatch(words); m != nil {
		ahead, _ := strconv.ParseFloat(m[1], 64)
		aside, _ := strconv.ParseFloat(m[3], 64)
		if m[2] == "behind" {
			ahead = -ahead
		}
		if m[4] == "left" {
			aside = -aside
		}
		sin, cos := math.Sincos(angle * math.Pi / 180)
		return math.Abs(away*cos-ahead) < 1e-6 && math.Abs(away*sin-aside) < 1e-6, nil
	}
	if m := poseAway.FindStringSubmatch(words); m != nil {
		steps, _ := strconv.ParseFloat(m[2], 64)
		return near(angle, sides[m[1]]) && math.Abs(away-steps) < 1e-6, nil
	}
	if m := poseLoose.FindStringSubmatch(words); m != nil {
		if m[1] == "straight" {
			return near(angle, sides[m[2]]), nil
		}
		return math.Abs(math.Remainder(angle-sides[m[2]], 360)) < 90-1e-6, nil
	}
	return false, fmt.Errorf("a cue %q", words)
}

// poseSolve tries every free cell and direction.
func poseSolve(prompt string) (none qatest.Solution, err error) {
	s, err := egoRead(prompt)
	if err != nil {
		return none, err
	}
	_, cues, found := strings.Cut(s.asked, ". ")
	if !found {
		return none, fmt.Errorf("no cues: %q", s.asked)
	}
	type cue struct {
		spot  egoSpot
		words string
	}
	var told []cue
	for _, sentence := range strings.Split(cues, ". ") {
		words := poseWhere.FindString(strings.ToLower(sentence))
		if words == "" {
			continue
		}
		at := strings.Index(strings.ToLower(sentence), words)
		name := strings.TrimSuffix(sentence[:at], " is ") + strings.TrimPrefix(strings.TrimPrefix(sentence[at+len(words):], ","), " is ")
		if strings.HasPrefix(name, "The ") {
			name = "t" + name[1:]
		}
		spot, ok := s.things[name]
		if !ok {
			return none, fmt.Errorf("%q is not on the map", name)
		}
		told = append(told, cue{spot, words})
	}
	if len(told) == 0 || len(told) != len(poseWhere.FindAllString(strings.ToLower(s.asked), -1)) {
		return none, fmt.Errorf("%d cues: %q", len(told), s.asked)
	}
	var fit []string
	for row := range s.rows {
		for col := range s.cols {
			for wind := 0; wind < 8 && (s.grid[row][col] == '.' || s.grid[row][col] == '+'); wind += 2 {
				holds := true
				for _, c := range told {
					from := egoSpot{row: row, col: col}
					angle := egoAngle(from, c.spot) - s.north - float64(45*wind)
					ok, err := poseHolds(c.words, angle, math.Hypot(float64(c.spot.row-row), float64(c.spot.col-col)))
					if err != nil {
						return none, err
					}
					holds = holds && ok
				}
				if holds {
					fit = append(fit, fmt.Sprintf("row %d, column %d, facing %s", row+1, col+1, egoWindOrder[wind]))
				}
			}
		}
	}
	if strings.Contains(s.asked, "in any order") {
		slices.Sort(fit)
		return qatest.Solution{Answer: strings.Join(fit, " and "), Right: func(given string) bool {
			all := strings.Split(given, " and ")
			slices.Sort(all)
			return slices.Equal(slices.Compact(all), fit)
		}}, nil
	}
	if len(fit) != 1 {
		return none, fmt.Errorf("%d poses fit: %v", len(fit), fit)
	}
	return qatest.Solution{Answer: fit[0]}, nil
}

var poseKit = qatest.Kit{
	Families: []qa.Family{qa.PoseFamily{}, qa.PoseFamily{}.At(2).(qa.PoseFamily).WithPhrasing(qa.Variant),
		qa.PoseFamily{}.At(4).(qa.PoseFamily).WithPhrasing(qa.Benchmark), qa.PoseFamily{}.At(3).(qa.PoseFamily).WithPhrasing(qa.Variant),
		qa.PoseFamily{Rows: 3, Cols: 12, Things: 12, Loose: 1, Sets: true}, qa.PoseFamily{Sets: true, Loose: 2}},
	Solve: poseSolve,
	Wrong: func(q qa.Question, src seed.Source) string {
		m := q.(qa.FindPose).Map
		one := func() string {
			return fmt.Sprintf("row %d, column %d, facing %s", 1+src.Intn(m.Rows), 1+src.Intn(m.Cols), egoWindOrder[src.Intn(8)])
		}
		if q.(qa.FindPose).All {
			all := strings.Split(q.Answer().String(), " and ")
			if k := src.Intn(len(all) + 1); k < len(all) && src.Intn(2) == 0 {
				all[k] = one()
				return strings.Join(all, " and ")
			}
			return strings.Join(append(all, one()), " and ")
		}
		return one()
	},
	Class: func(q qa.Question) string {
		if p, ok := q.Answer().(qa.Pose); ok {
			return p.Facing.String()
		}
		return fmt.Sprint(len(q.Answer().(qa.Poses)))
	},
	Fill: egoFill,
}

func TestPoseKit(t *testing.T) { qatest.Run(t, poseKit) }
