package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
)

// AppendEvidence appends the map.
func (q FindPose) AppendEvidence(dst []byte, medium Medium) []byte {
	return q.North.appendEvidence(dst, q.Map, medium)
}

// AppendConventions appends where north is, where one can stand and what the cues mean.
func (q FindPose) AppendConventions(dst []byte) []byte {
	if !q.valid() {
		return dst
	}
	dst = q.North.appendWhere(dst)
	dst = append(dst, " Row 1 is at the top, column 1 on the left, whichever way north is. You stand on a cell that is free of walls and things and look north, east, south or"+
		" west. Walls and things hide nothing from you."...)
	kind := func(k CueKind) bool {
		return slices.ContainsFunc(q.Cues, func(c Cue) bool { return c.Kind == k })
	}
	if kind(CueSteps) {
		dst = append(dst, " A step is one cell."...)
	}
	if kind(CueStraight) || kind(CueSteps) {
		dst = append(dst, " Straight means exactly in your row or column."...)
	}
	if kind(CueSide) {
		dst = append(dst, " Somewhere to your left means anywhere to the left of the line along which you look, however far ahead or behind, and so on for the right;"+
			" somewhere ahead of you means anywhere before the line from your left to your right, and so on for behind."...)
	}
	return appendOneCell(dst, q.Map)
}

var poseSides = [4]string{"ahead of you", "to your right", "behind you", "to your left"}

// AppendText appends the cues, and what is asked.
func (q FindPose) AppendText(dst []byte) []byte {
	if !q.valid() {
		return dst
	}
	dst = append(dst, inWords(q.Phrasing, "You stand somewhere on the map.", "This is what you find around you.")...)
	for i := range q.Cues {
		where := q.Cues[i].words()
		name := q.Map.Things[q.Cues[i].Thing].Name
		if q.Phrasing == Canonical {
			dst = fmt.Appendf(dst, " %s is %s.", capital(name), where)
		} else {
			if c := &q.Cues[i]; c.Kind == CueSteps && (c.Ahead == 0 || c.Right == 0) {
				where += "," // it closes the one before how far away that is
			}
			dst = fmt.Appendf(dst, " %s is %s.", capital(where), name)
		}
	}
	if q.All {
		return append(dst, inWords(q.Phrasing, " Name every place where you can be, with the way you look there.",
			" At which rows and columns can you be, and which way do you face at each?")...)
	}
	return append(dst, inWords(q.Phrasing, " Where do you stand, and which way do you look?", " At which row and column are you, and which way do you face?")...)
}

// words says where the thing is, as in "straight ahead of you, 2 steps away".
func (c Cue) words() string {
	switch c.Kind {
	case CueStraight:
		return "straight " + poseSides[c.Side]
	case CueSide:
		return "somewhere " + poseSides[c.Side]
	}
	along, across := sideOf(c.Ahead, 0), sideOf(0, c.Right)
	ahead, right := howMany(max(c.Ahead, -c.Ahead), "step"), howMany(max(c.Right, -c.Right), "step")
	switch {
	case c.Right == 0:
		return "straight " + poseSides[along] + ", " + ahead + " away"
	case c.Ahead == 0:
		return "straight " + poseSides[across] + ", " + right + " away"
	}
	return ahead + " " + poseSides[along] + " and " + right + " " + poseSides[across]
}

// AppendFormat appends what form an answer takes.
func (q FindPose) AppendFormat(dst []byte) []byte {
	switch {
	case !q.valid():
		return dst
	case q.All:
		return append(dst, "Answer as in \"row 1, column 1, facing north and row 2, column 3, facing east\", in any order; there may be one or several."...)
	}
	return append(dst, "Answer as in \"row 1, column 1, facing north\"."...)
}

// AppendRationale appends where the named things are, the poses that fit the cue that tells most, and of each which cue it does not fit.
func (q FindPose) AppendRationale(dst []byte) []byte {
	all, ok := q.solve()
	if !ok {
		return dst
	}
	start := len(dst)
	line := func(format string, args ...any) {
		if len(dst) > start {
			dst = append(dst, '\n')
		}
		dst = fmt.Appendf(dst, format, args...)
	}
	free, _ := q.free()
	var best []stance
	most := 0
	for i := range q.Cues {
		t := &q.Map.Things[q.Cues[i].Thing]
		said := slices.ContainsFunc(q.Cues[:i], func(c Cue) bool { return c.Thing == q.Cues[i].Thing })
		if !said {
			line("%s is at row %d, column %d.", capital(t.Name), t.At().Row+1, t.At().Col+1)
		}
		one := q
		one.Cues = q.Cues[i : i+1]
		if fit := one.fitting(nil, free); i == 0 || len(fit) < len(best) {
			best, most = fit, i
		}
	}
	for c := layout.N; c < layout.Cardinals && q.North != NorthUp; c += 2 {
		line("On the map %s is %s.", q.North.name(c), mapDirections[c])
	}
	line("%s is %s for %s.", capital(q.Map.Things[q.Cues[most].Thing].Name), q.Cues[most].words(), howMany(len(best), "pose"))
	for _, s := range best {
		p := q.said(s)
		if slices.Contains(all, p) {
			line("%s: all fits.", capital(p.String()))
			continue
		}
		for i := range q.Cues {
			if !q.Cues[i].fits(q.Map, s) {
				line("%s: %s is not %s.", capital(p.String()), q.Map.Things[q.Cues[i].Thing].Name, q.Cues[i].words())
				break
			}
		}
	}
	return dst
}
