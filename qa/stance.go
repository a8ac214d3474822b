package qa

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// Pose answers a question for where somebody stands and looks: a cell, and a direction of the compass. The zero Pose is the top-left cell and
// looks nowhere, which is no right answer.
type Pose struct {
	layout.Cell
	Facing layout.Cardinal // of the compass, wherever north is on the map
}

// String returns the pose as in "row 2, column 3, facing north".
func (p Pose) String() string {
	return fmt.Sprintf("row %d, column %d, facing %s", p.Row+1, p.Col+1, describe.CompassName(p.Facing))
}

// Equal reports whether other is the same cell and direction.
func (p Pose) Equal(other Answer) bool { return other == Answer(p) }

func (Pose) sealed() {}

// Poses answers a question for all the poses that fit. The zero Poses is empty, which says "none".
type Poses []Pose

// String returns the poses joined by " and "; "none" for no pose.
func (p Poses) String() string {
	if len(p) == 0 {
		return "none"
	}
	var b strings.Builder
	for i := range p {
		if i > 0 {
			b.WriteString(" and ")
		}
		b.WriteString(p[i].String())
	}
	return b.String()
}

// Equal reports whether other has the same poses, in any order.
func (p Poses) Equal(other Answer) bool {
	o, ok := other.(Poses)
	return ok && p.shared(o) == len(p) && o.shared(p) == len(o)
}

func (Poses) sealed() {}

// shared returns how many of the poses are among others too.
func (p Poses) shared(others Poses) (n int) {
	for _, pose := range p {
		if slices.Contains(others, pose) {
			n++
		}
	}
	return n
}

const poseLead = `(?:(?:i am |i'm |you are |you're |i stand |you stand |it is )?(?:standing )?)?`

var (
	poseWords = regexp.MustCompile(`(?i)^(?:` + poseLead + `(?:at |in )?(?:row |r)(\d{1,3}),? ?(?:and )?(?:column |col |c)(\d{1,3})|` +
		poseLead + `(?:at )?[(\[](\d{1,3}), ?(\d{1,3})[)\]]),?:? ?(?:and )?(?:i am |you are |i |you )?(?:facing |looking |face |look )?(?:due |to the |the )?(north|east|south|west)(-?(?:east|west))?`)
	poseJoint = regexp.MustCompile(`(?i)^(?:,? and |,? or |; ?|, ?| ?/ ?|\n)`)
	listMark  = regexp.MustCompile(`^\s*(?:[-*•]|\d{1,2}[.)])\s+`)
)

// poseAt returns the pose at the start of a text, and what follows it.
func poseAt(text string) (p Pose, rest string, ok bool) {
	m := poseWords.FindStringSubmatch(text)
	if m == nil {
		return p, "", false
	}
	row, _ := strconv.Atoi(m[1] + m[3])
	col, _ := strconv.Atoi(m[2] + m[4])
	p.Cell = layout.Cell{Row: row - 1, Col: col - 1}
	name := strings.ToLower(m[5])
	if between := strings.ToLower(strings.TrimPrefix(m[6], "-")); between != "" {
		name += "-" + between
	}
	for c := layout.N; c < layout.Cardinals; c++ {
		if describe.CompassName(c) == name {
			p.Facing = c
		}
	}
	rest = text[len(m[0]):]
	return p, rest, p.Facing != layout.EQ && (rest == "" || poseJoint.MatchString(rest))
}

// poseOf returns the pose that a text is.
func poseOf(text string) (Pose, bool) {
	p, rest, ok := poseAt(text)
	return p, ok && rest == ""
}

// posesOf returns the poses that a text lists, each once.
func posesOf(text string) (all Poses, ok bool) {
	for {
		p, rest, ok := poseAt(text)
		if !ok {
			return nil, false
		}
		if !slices.Contains(all, p) {
			if all = append(all, p); len(all) > mostListed {
				return nil, false
			}
		}
		if rest == "" {
			return all, true
		}
		joint := poseJoint.FindString(rest)
		if strings.Contains(strings.ToLower(joint), "or") {
			return nil, false
		}
		text = rest[len(joint):]
	}
}

var errPoseAfter = errors.New("another place comes after the answer")

// poseDoubt is what puts a pose in doubt.
func poseDoubt(text string, given bool) error {
	if err := hedged(text); err != nil {
		return err
	}
	if !given {
		return nil
	}
	for i := range text {
		if _, _, ok := poseAt(text[i:]); ok && (i == 0 || text[i-1] == ' ') {
			return errPoseAfter
		}
	}
	return negated(text)
}

// readPose reads the pose that a response gives.
func readPose(response string) (Pose, error) {
	return settle(response, poseOf, func(text string, given *Pose) error { return poseDoubt(text, given != nil) })
}

// mostListed is how many poses a list may have; no question has nearly as many.
const mostListed = 1 << 12

// readPoses reads the poses that a response lists, in a line or one a line.
func readPoses(response string) (Poses, error) {
	if len(response) > mostResponse {
		return nil, errLong
	}
	var text strings.Builder
	listed := false
	for _, line := range strings.Split(response, "\n") {
		bare := strings.TrimRight(strings.TrimSpace(listMark.ReplaceAllString(line, "")), ".,;")
		if _, ok := posesOf(bare); ok {
			if listed {
				text.WriteString(" / ")
			} else {
				text.WriteByte('\n')
			}
			listed = true
			text.WriteString(strings.ReplaceAll(bare, ";", " /"))
			continue
		}
		listed = false
		text.WriteByte('\n')
		text.WriteString(strings.ReplaceAll(line, "; row", " / row"))
	}
	return settle(text.String(), posesOf, func(text string, given *Poses) error { return poseDoubt(text, given != nil) })
}
