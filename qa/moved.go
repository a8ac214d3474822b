package qa

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// Moved answers which thing moved, in which direction and how far. The zero Moved is that nothing did.
type Moved struct {
	Thing string
	Way   layout.Cardinal // N, E, S or W
	Cells int             // 0: nothing moved
}

// String returns a sentence without a full stop, as in "the stove moved 2 cells up"; "nothing moved".
func (m Moved) String() string {
	if m.Cells <= 0 {
		return "nothing moved"
	}
	dst := append([]byte(m.Thing), " moved "...)
	return string(append(append(moveCells(dst, m.Cells), ' '), sideNames[m.Way%layout.Cardinals]...))
}

// Equal reports whether other is the same motion.
func (m Moved) Equal(other Answer) bool {
	o, ok := other.(Moved)
	return ok && (m == o || m.Cells <= 0 && o.Cells <= 0)
}

func (Moved) sealed() {}

// sideNames say ways by one word.
var sideNames = [layout.Cardinals]string{layout.N: "up", layout.E: "right", layout.S: "down", layout.W: "left"}

var (
	movedWay    = `(?:to the |towards the )?(up|down|left|right|north|east|south|west)(?:ward|wards)?`
	movedCells  = `([0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:cells?|steps?)`
	movedNumber = regexp.MustCompile(`^(.+?)(?: has| was)? (?:moved|moves|went) (?:by )?` + movedCells + ` ` + movedWay + `$`)
	movedSide   = regexp.MustCompile(`^(.+?)(?: has| was)? (?:moved|moves|went) ` + movedWay + `,? (?:by )?` + movedCells + `$`)
	movedBare   = regexp.MustCompile(`^(.+?)(?:,|:)? ` + movedCells + ` ` + movedWay + `$`)
	movedNone   = map[string]bool{"nothing moved": true, "nothing has moved": true, "nothing": true, "no thing moved": true, "nothing was moved": true}
)

// readMoved reads the motion of one of the named things. Compass words are only read where north is up.
func readMoved(response string, names []string, north bool) (Moved, error) {
	parse := func(text string) (Moved, bool) { return movedOf(text, names, north) }
	return settle(response, parse, func(text string, given *Moved) error {
		if err := hedged(text); err != nil {
			return err
		}
		if given != nil {
			return negated(text)
		}
		return nil
	})
}

func movedOf(text string, names []string, north bool) (Moved, bool) {
	lower := strings.ToLower(text)
	if movedNone[lower] {
		return Moved{}, true
	}
	at, number, way := movedNumber.FindStringSubmatchIndex(lower), 4, 6
	if at == nil {
		if at = movedSide.FindStringSubmatchIndex(lower); at != nil {
			number, way = 6, 4
		} else if at = movedBare.FindStringSubmatchIndex(lower); at == nil {
			return Moved{}, false
		}
	}
	// Lower case takes other letters for some as many bytes as for others; names then do not fit.
	if len(lower) != len(text) {
		return Moved{}, false
	}
	var m Moved
	i, rest := namedAt(text[at[2]:at[3]], names)
	if i < 0 {
		i, rest = namedAt("the "+text[at[2]:at[3]], names)
	}
	if i < 0 || rest != "" {
		return Moved{}, false
	}
	m.Thing = names[i]
	count := lower[at[number]:at[number+1]]
	if n, ok := numberWords[count]; ok {
		m.Cells = n
	} else {
		m.Cells, _ = strconv.Atoi(count)
	}
	switch side := lower[at[way]:at[way+1]]; side {
	case "north", "east", "south", "west":
		if !north {
			return Moved{}, false
		}
		m.Way = map[string]layout.Cardinal{"north": layout.N, "east": layout.E, "south": layout.S, "west": layout.W}[side]
	default:
		for c, name := range sideNames {
			if name == side {
				m.Way = layout.Cardinal(c)
			}
		}
	}
	return m, m.Cells > 0
}
