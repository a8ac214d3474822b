package qa_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

// egoSpot is where something stands, and by how many degrees clockwise from up on the map it looks; -1 nowhere.
type egoSpot struct {
	row, col int
	looks    float64
}

// egoScene is what a prompt shows, read from the prompt alone.
type egoScene struct {
	rows, cols         int
	grid               [][]byte // '.' '#' '+' '?', and '@' where something stands
	things             map[string]egoSpot
	north              float64 // degrees clockwise from up
	conventions, asked string
}

var egoWinds = map[string]float64{"north": 0, "north-east": 45, "east": 90, "south-east": 135, "south": 180, "south-west": 225, "west": 270, "north-west": 315}

var (
	egoDrawing = regexp.MustCompile(`^[A-Z0-9.#+?&]+(\n[A-Z0-9.#+?&]+)*$`)
	egoLegend  = regexp.MustCompile(`^(.) = (.*?)(?:, facing ([a-z-]+))?$`)
	egoSize    = regexp.MustCompile(`^The map has (\d+) rows and (\d+) columns; row 1 is at the top, column 1 on the left\.`)
	egoStands  = regexp.MustCompile(`(\S[^.;:]*?) is at row (\d+), column (\d+)(?: and faces ([a-z-]+))?\.`)
	egoGround  = regexp.MustCompile(`(Walls|Doors|Nothing is known of): ([^.]*)\.`)
	egoSpan    = regexp.MustCompile(`rows? (\d+)(?: to (\d+))?, columns? (\d+)(?: to (\d+))?`)
)

// egoRead reads a prompt. Where it shows the map twice, both must agree.
func egoRead(prompt string) (s egoScene, err error) {
	paragraphs := strings.Split(prompt, "\n\n")
	if len(paragraphs) < 3 {
		return s, fmt.Errorf("%d paragraphs", len(paragraphs))
	}
	s.asked, s.conventions = paragraphs[len(paragraphs)-1], paragraphs[len(paragraphs)-2]
	ways := map[string]float64{"up": 0, "to the right": 90, "down": 180, "to the left": 270}
	m := regexp.MustCompile(`On the map north is ([a-z ]+)\.`).FindStringSubmatch(s.conventions)
	if m == nil {
		return s, fmt.Errorf("it is not said where north is")
	}
	north, ok := ways[m[1]]
	if !ok {
		return s, fmt.Errorf("north is %q", m[1])
	}
	s.north = north
	looks := func(word string) float64 {
		if word == "" {
			return -1
		}
		wind, ok := egoWinds[word]
		if !ok {
			err = fmt.Errorf("somebody looks %q", word)
		}
		return math.Mod(wind+north, 360)
	}
	var drawn, told *egoScene
	for i, p := range paragraphs[:len(paragraphs)-2] {
		switch {
		case egoSize.MatchString(p):
			told = egoTold(p, looks)
		case egoDrawing.MatchString(p):
			legend := ""
			if strings.HasPrefix(paragraphs[i+1], "# = ") || egoLegend.MatchString(strings.Split(paragraphs[i+1], "\n")[0]) {
				legend = paragraphs[i+1]
			}
			drawn = egoDrawn(p, legend, looks)
		}
	}
	shown := drawn
	if drawn == nil {
		shown = told
	}
	if shown == nil {
		return s, fmt.Errorf("no map is shown")
	}
	if drawn != nil && told != nil && fmt.Sprint(*drawn) != fmt.Sprint(*told) {
		return s, fmt.Errorf("the drawing and the sentences differ: %v, %v", *drawn, *told)
	}
	s.rows, s.cols, s.grid, s.things = shown.rows, shown.cols, shown.grid, shown.things
	return s, err
}

func egoDrawn(drawing, legend string, looks func(string) float64) *egoScene {
	s := &egoScene{things: map[string]egoSpot{}}
	names, faces := map[byte]string{}, map[byte]float64{}
	for _, line := range strings.Split(legend, "\n") {
		if m := egoLegend.FindStringSubmatch(line); m != nil {
			names[m[1][0]], faces[m[1][0]] = m[2], looks(m[3])
		}
	}
	for row, line := range strings.Split(drawing, "\n") {
		s.grid = append(s.grid, []byte(line))
		for col, c := range []byte(line) {
			if 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' {
				name, face := string(rune(c)), -1.0
				if names[c] != "" {
					name, face = names[c], faces[c]
				}
				s.things[name] = egoSpot{row, col, face}
				s.grid[row][col] = '@'
			}
		}
	}
	s.rows, s.cols = len(s.grid), len(s.grid[0])
	return s
}

func egoTold(text string, looks func(string) float64) *egoScene {
	s := &egoScene{things: map[string]egoSpot{}}
	size := egoSize.FindStringSubmatch(text)
	number := func(t string) int { n, _ := strconv.Atoi(t); return n }
	s.rows, s.cols = number(size[1]), number(size[2])
	for range s.rows {
		s.grid = append(s.grid, []byte(strings.Repeat(".", s.cols)))
	}
	text = text[len(size[0]):]
	for _, m := range egoGround.FindAllStringSubmatch(text, -1) {
		mark := map[string]byte{"Walls": '#', "Doors": '+', "Nothing is known of": '?'}[m[1]]
		for _, span := range egoSpan.FindAllStringSubmatch(m[2], -1) {
			last := func(to, from string) int {
				if to == "" {
					return number(from)
				}
				return number(to)
			}
			for row := number(span[1]); row <= last(span[2], span[1]); row++ {
				for col := number(span[3]); col <= last(span[4], span[3]); col++ {
					s.grid[row-1][col-1] = mark
				}
			}
		}
	}
	text = egoGround.ReplaceAllString(text, "")
	for _, m := range egoStands.FindAllStringSubmatch(text, -1) {
		name := m[1]
		if strings.HasPrefix(name, "The ") {
			name = "t" + name[1:]
		}
		row, col := number(m[2])-1, number(m[3])-1
		s.things[name] = egoSpot{row, col, looks(m[4])}
		s.grid[row][col] = '@'
	}
	return s
}

// egoAngle returns by how many degrees clockwise from up one looks from one place to another.
func egoAngle(from, to egoSpot) float64 {
	return math.Mod(math.Atan2(float64(to.col-from.col), float64(from.row-to.row))*180/math.Pi+360, 360)
}

var (
	egoStand = []*regexp.Regexp{ // at, and towards, away from, along, against, as shown, against what is shown
		regexp.MustCompile(`^(?:You stand at|Imagine standing at) (.+?)(?: and face| ?, looking straight towards) ((?:the )?[^.]+)\. `),
		regexp.MustCompile(`^(?:You stand at|Imagine standing at) (.+?)(?: with your back straight to|, looking exactly away from) ([^.]+)\. `),
		regexp.MustCompile(`^(?:You stand at|Imagine standing at) (.+?)(?: and face|, looking due) ((?:north|south)?-?(?:east|west)?)\. `),
		regexp.MustCompile(`^(?:You stand at|Imagine standing at) (.+?)(?: with your back to the|, with the) ((?:north|south)?-?(?:east|west)?)(?: right behind you)?\. `),
		regexp.MustCompile(`^(?:You stand in the place of|Imagine being) (.+?) and (?:face the same way|looking the way the map says)\. `),
		regexp.MustCompile(`^(?:You stand in the place of|Imagine being in the place of) (.+?), but (?:face the opposite way|looking the other way round)\. `),
	}
	egoOnSide  = regexp.MustCompile(`^(?:You stand at (.+?), and|Imagine standing at (.+?) so that) (.+?) is ((?:straight|exactly) [a-z ]+)\. `)
	egoTurns   = regexp.MustCompile(`(?:Then you turn|You make these turns, one after the other:|You make one turn:) ([a-z0-9, ]+)\. `)
	egoAsk     = regexp.MustCompile(`(?:Where is|In which direction from you, as you look(?: now)?, is) (.+?)(?: now)?(?:, as you see it)?\?`)
	egoAskSide = regexp.MustCompile(`(?:Which direction of the compass is|Name the direction of the compass that is)(?: now)? ([a-z ]+)[?.] Answer`)
	egoAskLook = regexp.MustCompile(`In which direction of the compass do you look|Name the direction of the compass in which you(?: now)? look`)
	egoAskLies = regexp.MustCompile(`(?:In which direction of the compass is (.+) from you\?|Name the direction of the compass in which (.+) lies from where you stand\.)`)
	egoSides   = map[string]float64{"ahead of you": 0, "to your front right": 45, "to your right": 90, "to your back right": 135, "behind you": 180,
		"to your back left": 225, "to your left": 270, "to your front left": 315}
	egoWindOrder = []string{"north", "north-east", "east", "south-east", "south", "south-west", "west", "north-west"}
)

func egoSide(words string) (float64, bool) {
	words = strings.TrimPrefix(strings.TrimPrefix(words, "straight "), "exactly ")
	side, ok := egoSides[words]
	return side, ok
}

// egoSolve finds the answer of a prompt with angles.
func egoSolve(prompt string) (none qatest.Solution, err error) {
	s, err := egoRead(prompt)
	if err != nil {
		return none, err
	}
	asked := s.asked
	spot := func(name string) egoSpot {
		at, ok := s.things[name]
		if !ok {
			err = fmt.Errorf("%q is not on the map", name)
		}
		return at
	}
	var at egoSpot
	look := -1.0
	if m := egoOnSide.FindStringSubmatch(asked); m != nil {
		at = spot(m[1] + m[2])
		side, ok := egoSide(m[4])
		if !ok {
			return none, fmt.Errorf("on what side is %q", m[4])
		}
		look = egoAngle(at, spot(m[3])) - side
		asked = asked[len(m[0]):]
	} else {
		for _, way := range []int{3, 2, 5, 4, 1, 0} {
			m := egoStand[way].FindStringSubmatch(asked)
			if m == nil || way <= 3 && way >= 2 && m[2] == "" {
				continue
			}
			at = spot(m[1])
			switch way {
			case 0, 1:
				look = egoAngle(at, spot(m[2]))
			case 2, 3:
				look = egoWinds[m[2]] + s.north
			default:
				if look = at.looks; look < 0 {
					return none, fmt.Errorf("%q looks nowhere", m[1])
				}
			}
			look += float64(way%2) * 180
			asked = asked[len(m[0]):]
			break
		}
	}
	if err != nil {
		return none, err
	}
	if look == -1 {
		return none, fmt.Errorf("it is not said where one looks: %q", asked)
	}
	if m := egoTurns.FindStringSubmatch(asked); m != nil {
		for _, turn := range strings.Split(m[1], ",") {
			by, ok := map[string]float64{"left": -90, "right": 90, "around": 180, "45 degrees to the left": -45, "45 degrees to the right": 45}[strings.TrimPrefix(
				strings.TrimSpace(turn), "then ")]
			if !ok {
				return none, fmt.Errorf("a turn %q", turn)
			}
			look += by
		}
		asked = strings.Replace(asked, m[0], "", 1)
	}
	compass := func(angle float64, exact bool) (qatest.Solution, error) {
		n, step := 8, 45.0
		if !strings.Contains(asked, "north-east") {
			n, step = 4, 90
		}
		angle = math.Mod(angle-s.north+1440, 360)
		k := math.Round(angle / step)
		if off := math.Abs(angle - k*step); exact && off > 1e-6 || off > step/2-2 {
			return none, fmt.Errorf("%v degrees are not clear", angle)
		}
		return qatest.Solution{Answer: egoWindOrder[int(k)%n*8/n]}, nil
	}
	if m := egoAskLies.FindStringSubmatch(asked); m != nil {
		to := spot(m[1] + m[2])
		if err != nil {
			return none, err
		}
		return compass(egoAngle(at, to), false)
	}
	if egoAskLook.MatchString(asked) {
		return compass(look, true)
	}
	if m := egoAskSide.FindStringSubmatch(asked); m != nil {
		side, ok := egoSide(m[1])
		if !ok {
			return none, fmt.Errorf("on what side: %q", m[1])
		}
		return compass(look+side, true)
	}
	m := egoAsk.FindStringSubmatch(asked)
	if m == nil {
		return none, fmt.Errorf("nothing is asked: %q", asked)
	}
	to := spot(m[1])
	if err != nil {
		return none, err
	}
	angle := math.Mod(egoAngle(at, to)-look+1440, 360)
	format := asked[len(asked)-40:]
	var words []string
	first := 0.0
	switch {
	case strings.Contains(asked, "o'clock"):
		for h := range 12 {
			words = append(words, fmt.Sprintf("%d o'clock", (h+11)%12+1))
		}
	case strings.HasSuffix(format, ": right, left."):
		words, first = []string{"right", "left"}, 90
	case strings.HasSuffix(format, ": ahead, right, behind, left."):
		words = []string{"ahead", "right", "behind", "left"}
	case strings.HasSuffix(asked, ": front-right, back-right, back-left, front-left."):
		words, first = []string{"front-right", "back-right", "back-left", "front-left"}, 45
	case strings.HasSuffix(asked, ": ahead, front-right, right, back-right, behind, back-left, left, front-left."):
		words = []string{"ahead", "front-right", "right", "back-right", "behind", "back-left", "left", "front-left"}
	default:
		return none, fmt.Errorf("what answers are there: %q", asked)
	}
	width := 360 / float64(len(words))
	k := math.Round((angle - first + 360) / width)
	if off := math.Abs(angle - first + 360 - k*width); off > width/2-2 {
		return none, fmt.Errorf("%v degrees are not clear", angle)
	}
	return qatest.Solution{Answer: words[int(k)%len(words)]}, nil
}

// egoFill fills the gap of a drawing with every kind of ground, and something new.
func egoFill(prompt string) (all []string) {
	at := strings.IndexByte(prompt, '?')
	if at < 0 {
		return nil
	}
	for _, mark := range ".#+" {
		all = append(all, prompt[:at]+string(mark)+prompt[at+1:])
	}
	for mark := 'A'; mark <= 'Z'; mark++ {
		if drawing, _, _ := strings.Cut(prompt, "\n\n"); !strings.ContainsRune(drawing, mark) {
			return append(all, prompt[:at]+string(mark)+prompt[at+1:])
		}
	}
	return all
}

var egocentricKit = qatest.Kit{
	Families: []qa.Family{qa.EgocentricFamily{}, qa.EgocentricFamily{}.At(2).(qa.EgocentricFamily).WithPhrasing(qa.Variant),
		qa.EgocentricFamily{}.At(4).(qa.EgocentricFamily).WithPhrasing(qa.Benchmark), qa.EgocentricFamily{}.At(3).(qa.EgocentricFamily).WithPhrasing(qa.Variant),
		qa.EgocentricFamily{Rows: 3, Cols: 20, Things: 12, Sectors: layout.Eighths, NorthUp: true}},
	Solve: egoSolve,
	Wrong: func(q qa.Question, src seed.Source) string {
		words := []string{"left", "right", "ahead", "behind", "front-left", "back-right", "3 o'clock", "9 o'clock", "north", "south-west", "east"}
		return words[src.Intn(len(words))]
	},
	Fill: egoFill,
}

func TestEgocentricKit(t *testing.T) { qatest.Run(t, egocentricKit) }
