package qa

import (
	"fmt"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// sectorOptions are the answers by sector, clockwise.
var sectorOptions = [layout.SectorKinds][]option{
	layout.Halves:   {rightOption, leftOption},
	layout.Quarters: {aheadOption, rightOption, behindOption, leftOption},
	layout.Quadrants: {frontRightOption, backRightOption, backLeftOption,
		frontLeftOption},
	layout.Eighths: {aheadOption, frontRightOption, rightOption, backRightOption, behindOption, backLeftOption, leftOption, frontLeftOption},
	layout.Hours: {hourOption(12), hourOption(1), hourOption(2), hourOption(3), hourOption(4), hourOption(5), hourOption(6), hourOption(7),
		hourOption(8), hourOption(9), hourOption(10), hourOption(11)},
}

var (
	aheadOption  = option{"ahead", []string{"in front", "in front of me", "in front of you", "straight ahead", "front", "ahead of me", "ahead of you"}}
	behindOption = option{"behind", []string{"behind me", "behind you", "back", "straight behind", "directly behind", "in the back", "at my back", "at your back"}}
	rightOption  = sideOption("right")
	leftOption   = sideOption("left")

	frontRightOption = cornerOption("front", "ahead", "right")
	frontLeftOption  = cornerOption("front", "ahead", "left")
	backRightOption  = cornerOption("back", "behind", "right")
	backLeftOption   = cornerOption("back", "behind", "left")
)

func sideOption(side string) option {
	return option{side, []string{"on the " + side, "on my " + side, "on your " + side, "to my " + side, "to your " + side, side + " side",
		"on the " + side + " side", "straight " + side, side + "-hand side"}}
}

func cornerOption(end, along, side string) option {
	return option{end + "-" + side, []string{end + " " + side, side + "-" + end, side + " " + end, along + "-" + side, along + " " + side,
		"my " + end + " " + side, "your " + end + " " + side, along + " and " + side, along + " and to the " + side, end + " and " + side,
		along + " to the " + side, end + " and to the " + side, "in " + end + " and to the " + side}}
}

var hourNames = [...]string{"twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"}

func hourOption(hour int) option {
	digits, name := strconv.Itoa(hour), hourNames[hour%12]
	return option{digits + " o'clock", []string{digits, digits + " o’clock", digits + " oclock", digits + ":00", name, name + " o'clock", "at " + digits + " o'clock",
		"at my " + digits + " o'clock", "at your " + digits + " o'clock"}}
}

// egoLeads may stand before a side, an hour or a direction of the compass, egoTails after a side.
var (
	egoLeads = []string{"it is ", "it's ", "it lies ", "now ", "to my ", "to your ", "to the ", "on my ", "on your ", "on the ", "at the ", "at my ", "at your ", "at ",
		"in the ", "towards the ", "due ", "the "}
	egoTails = []string{" of me", " of you", " from me", " from you", " side", " position", " direction", " as you see it"}
)

// leads returns what may stand before the answer, as in "the stove is to the" and "you look".
func (q *Egocentric) leads() (all []string) {
	if t := q.thing(q.Target); t != nil && (q.Form == EgoWhere || q.Form == EgoBearing) {
		for _, verb := range [...]string{" is ", " lies ", " is now "} {
			all = append(all, t.Name+verb)
		}
		all = append(all, "you see "+t.Name+" ", "i see "+t.Name+" ", "you see it ", "i see it ")
	}
	switch q.Form {
	case EgoSide:
		all = append(all, egoSides[q.Side&7]+" is ", "now "+egoSides[q.Side&7]+" is ")
	case EgoFacing:
		for _, who := range [...]string{"i am ", "you are ", "i'm ", "you're ", "i ", "you ", ""} {
			for _, look := range [...]string{"facing ", "looking ", "face ", "look ", "now face ", "now look "} {
				all = append(all, who+look)
			}
		}
	}
	return append(all, egoLeads...)
}

// AppendEvidence appends the map.
func (q Egocentric) AppendEvidence(dst []byte, medium Medium) []byte {
	return q.North.appendEvidence(dst, q.Map, medium)
}

var sectorConventions = [layout.SectorKinds]string{
	layout.Halves: " Left and right are the two sides of the line along which you look, however far ahead or behind something is.",
	layout.Quarters: " Ahead means less than 45 degrees off the way you look, behind less than 45 degrees off the opposite way, and left and right are the" +
		" quarters between them.",
	layout.Quadrants: " Front-left is all between straight ahead and straight left, and so on for front-right, back-right and back-left.",
	layout.Eighths: " Each of the eight directions around you takes up 45 degrees: ahead reaches 22.5 degrees to either side of the way you look, front-right is the" +
		" next one clockwise, and so on.",
	layout.Hours: " Directions are hours on the face of a clock that lies around you: 12 o'clock is the way you look, 3 o'clock is to your right, and each hour takes up 30" +
		" degrees, 15 to either side.",
}

// AppendConventions appends where north is, and what sides, sectors and turns are.
func (q Egocentric) AppendConventions(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	dst = q.North.appendWhere(dst)
	dst = append(dst, " All directions are judged from the centre of a cell to the centre of another."...)
	if len(q.Turns) > 0 {
		dst = append(dst, " To turn left or right is to make a quarter turn, to turn around is to make a half turn; you stay in your place."...)
	}
	switch {
	case q.Form == EgoWhere:
		dst = append(dst, sectorConventions[q.Sectors]...)
	case q.Form == EgoBearing && q.Eight:
		dst = append(dst, " Each of the eight directions of the compass takes up 45 degrees, 22.5 to either side."...)
	case q.Form == EgoBearing:
		dst = append(dst, " Each of the four directions of the compass takes up 90 degrees, 45 to either side."...)
	case q.Side%2 != 0:
		dst = append(dst, " Your front right is exactly half-way between straight ahead and straight right, and so on."...)
	}
	return appendOneCell(dst, q.Map)
}

// appendOneCell appends what keeps a cell that is not shown from being a part of something that is.
func appendOneCell(dst []byte, m *layout.Map) []byte {
	for _, g := range m.Ground {
		if g == layout.Hidden {
			return append(dst, " Each thing stands on one cell only, and no two have the same name."...)
		}
	}
	return dst
}

var egoSides = [8]string{"straight ahead of you", "to your front right", "to your right", "to your back right", "behind you", "to your back left",
	"to your left", "to your front left"}

var egoExactly = [8]string{"straight ahead of you", "exactly to your front right", "straight to your right", "exactly to your back right", "straight behind you",
	"exactly to your back left", "straight to your left", "exactly to your front left"}

// AppendText appends who stands where and looks where, the turns, and what is asked.
func (q Egocentric) AppendText(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	if q.Form == EgoFacing {
		dst = fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s, and %s is %s.", "Imagine standing at %s so that %s is %s."), q.thing(q.At).Name,
			q.thing(q.Target).Name, egoExactly[q.Side&7])
	} else {
		dst = q.appendStand(dst)
	}
	now := ""
	for i, t := range q.Turns {
		now = " now"
		switch {
		case i > 0:
			dst = append(dst, inWords(q.Phrasing, ", then ", ", ")...)
		case len(q.Turns) == 1:
			dst = append(dst, inWords(q.Phrasing, " Then you turn ", " You make one turn: ")...)
		default:
			dst = append(dst, inWords(q.Phrasing, " Then you turn ", " You make these turns, one after the other: ")...)
		}
		dst = append(dst, eighthWords(t)...)
	}
	if len(q.Turns) > 0 {
		dst = append(dst, '.')
	}
	switch q.Form {
	case EgoWhere:
		return fmt.Appendf(dst, inWords(q.Phrasing, " Where is %s%s, as you see it?", " In which direction from you, as you look%[2]s, is %[1]s?"), q.thing(q.Target).Name, now)
	case EgoSide:
		return fmt.Appendf(dst, inWords(q.Phrasing, " Which direction of the compass is%s %s?", " Name the direction of the compass that is%s %s."), now, egoSides[q.Side&7])
	case EgoFacing:
		return fmt.Appendf(dst, inWords(q.Phrasing, " In which direction of the compass do you look%s?", " Name the direction of the compass in which you%s look."), now)
	}
	return fmt.Appendf(dst, inWords(q.Phrasing, " In which direction of the compass is %s from you?", " Name the direction of the compass in which %s lies from where you stand."),
		q.thing(q.Target).Name)
}

// inWords returns the first wording for the canonical phrasing and the second for the others.
func inWords(p Phrasing, canonical, variant string) string {
	if p == Canonical {
		return canonical
	}
	return variant
}

func eighthWords(eighths int) string {
	switch eighths {
	case -2:
		return "left"
	case 2:
		return "right"
	case 1:
		return "45 degrees to the right"
	case -1:
		return "45 degrees to the left"
	case 4, -4:
		return "around"
	}
	return fmt.Sprintf("%d degrees clockwise", 45*eighths)
}

func (q *Egocentric) appendStand(dst []byte) []byte {
	at := q.thing(q.At).Name
	switch q.Face {
	case ByThing:
		if q.Away {
			return fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s with your back straight to %s.", "Imagine standing at %s, looking exactly away from %s."), at,
				q.thing(q.Toward).Name)
		}
		return fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s and face %s.", "Imagine standing at %s, looking straight towards %s."), at, q.thing(q.Toward).Name)
	case ByCompass:
		if q.Away {
			return fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s with your back to the %s.", "Imagine standing at %s, with the %s right behind you."), at,
				q.North.name(q.Facing))
		}
		return fmt.Appendf(dst, inWords(q.Phrasing, "You stand at %s and face %s.", "Imagine standing at %s, looking due %s."), at, q.North.name(q.Facing))
	}
	if q.Away {
		return fmt.Appendf(dst, inWords(q.Phrasing, "You stand in the place of %s, but face the opposite way.", "Imagine being in the place of %s, but looking the other way round."), at)
	}
	return fmt.Appendf(dst, inWords(q.Phrasing, "You stand in the place of %s and face the same way.", "Imagine being %s and looking the way the map says."), at)
}

// AppendFormat appends which answers there are.
func (q Egocentric) AppendFormat(dst []byte) []byte {
	switch _, ok := q.solve(); {
	case !ok:
		return dst
	case q.Form == EgoWhere && q.Sectors == layout.Hours:
		return append(dst, "Answer with an hour from 1 to 12, as in \"12 o'clock\"."...)
	case q.Form == EgoWhere:
		dst = append(dst, "Answer with one of these: "...)
		for i, o := range sectorOptions[q.Sectors] {
			if i > 0 {
				dst = append(dst, ", "...)
			}
			dst = append(dst, o.word...)
		}
		return append(dst, '.')
	case q.Eight:
		return append(dst, "Answer with one of these: north, north-east, east, south-east, south, south-west, west, north-west."...)
	}
	return append(dst, "Answer with one of these: north, east, south, west."...)
}

// AppendRationale appends where the named ones are, how one looks, and what lies where from there.
func (q Egocentric) AppendRationale(dst []byte) []byte {
	if _, ok := q.solve(); !ok {
		return dst
	}
	start := len(dst)
	line := func(format string, args ...any) {
		if len(dst) > start {
			dst = append(dst, '\n')
		}
		dst = fmt.Appendf(dst, format, args...)
	}
	at := q.thing(q.At)
	for _, i := range [...]int{q.At, q.Toward, q.Target} {
		if t := q.thing(i); t != nil {
			line("%s is at row %d, column %d.", capital(t.Name), t.At().Row+1, t.At().Col+1)
		}
	}
	to := layout.Gaze{}
	if t := q.thing(q.Target); t != nil {
		to = layout.GazeTo(at.At(), t.At())
		line("From %s to %s it is %s.", at.Name, t.Name, gazeWords(to))
	}
	if q.Form == EgoBearing {
		answer, _ := q.solve()
		line("On the map %s is %s.", q.North.name(layout.Cardinal(answer)), mapDirections[answer])
		return dst
	}
	g, _ := q.gaze()
	if q.Form == EgoFacing {
		g = layout.GazeAlong(to.Cardinal().Turn(-q.Side))
	}
	line("You look along %s.", gazeWords(g))
	if len(q.Turns) > 0 {
		g = lowestTerms(g.Turn(q.turned()))
		line("After all turns you look along %s.", gazeWords(g))
	}
	switch q.Form {
	case EgoWhere:
		ahead, right := g.Split(to)
		line("Measured along that line and across it, that is %s.", egoParts(ahead, right))
	case EgoSide:
		line("What is %s is %s.", egoSides[q.Side&7], gazeWords(lowestTerms(g.Turn(q.Side))))
		fallthrough
	case EgoFacing:
		answer, _ := q.solve()
		line("On the map %s is %s.", q.North.name(layout.Cardinal(answer)), mapDirections[answer&15%9])
	}
	return dst
}

var mapDirections = [layout.Cardinals]string{layout.N: "up", layout.NE: "up and to the right", layout.E: "to the right", layout.SE: "down and to the right",
	layout.S: "down", layout.SW: "down and to the left", layout.W: "to the left", layout.NW: "up and to the left"}

// gazeWords says a way on the map, as in "2 rows up and 1 column to the left".
func gazeWords(g layout.Gaze) string {
	rows, cols := howMany(max(g.Rows, -g.Rows), "row"), howMany(max(g.Cols, -g.Cols), "column")
	vertical, horizontal := " down", " to the right"
	if g.Rows < 0 {
		vertical = " up"
	}
	if g.Cols < 0 {
		horizontal = " to the left"
	}
	switch {
	case g.Rows == 0:
		return cols + horizontal
	case g.Cols == 0:
		return rows + vertical
	}
	return rows + vertical + " and " + cols + horizontal
}

// egoParts says how far ahead and to the right something is, one against the other.
func egoParts(ahead, right int) string {
	g := lowestTerms(layout.Gaze{Rows: ahead, Cols: right})
	along, across := "ahead", "to the right"
	if g.Rows < 0 {
		along = "behind"
	}
	if g.Cols < 0 {
		across = "to the left"
	}
	switch {
	case g.Rows == 0:
		return "straight " + across
	case g.Cols == 0:
		return "straight " + along
	}
	return fmt.Sprintf("%s and %s, as %d to %d", along, across, max(g.Rows, -g.Rows), max(g.Cols, -g.Cols))
}

// lowestTerms returns a gaze of the same direction in the lowest terms.
func lowestTerms(g layout.Gaze) layout.Gaze {
	a, b := max(g.Rows, -g.Rows), max(g.Cols, -g.Cols)
	for b != 0 {
		a, b = b, a%b
	}
	if a == 0 {
		return g
	}
	return layout.Gaze{Rows: g.Rows / a, Cols: g.Cols / a}
}

func howMany(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
