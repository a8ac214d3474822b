package layout

// Gaze is a way to look: so many rows down for so many columns to the right. Only its direction counts, not its length. The zero Gaze
// looks nowhere.
type Gaze struct{ Rows, Cols int }

// GazeTo returns the gaze from the centre of one cell to that of another.
func GazeTo(from, to Cell) Gaze { return Gaze{to.Row - from.Row, to.Col - from.Col} }

// GazeAlong returns the gaze in a direction; the zero Gaze for EQ.
func GazeAlong(c Cardinal) Gaze {
	rows, cols := c.Signs()
	return Gaze{rows, cols}
}

// Turn returns the gaze after turning by so many eighths of a circle clockwise; negative ones turn the other way. It may be longer by the
// root of two than the gaze before.
func (g Gaze) Turn(eighths int) Gaze {
	if eighths&1 != 0 {
		// The sum of a gaze and its right is half-way between them.
		g = Gaze{g.Rows + g.Cols, g.Cols - g.Rows}
		eighths--
	}
	for range eighths >> 1 & 3 {
		g = Gaze{g.Cols, -g.Rows}
	}
	return g
}

// Split returns how far one looks ahead and to the right to see along another gaze, both times the length of g; negative numbers say
// behind and to the left.
func (g Gaze) Split(to Gaze) (ahead, right int) {
	return g.Rows*to.Rows + g.Cols*to.Cols, to.Rows*g.Cols - to.Cols*g.Rows
}

// Cardinal returns the direction of a gaze that runs exactly along one of the eight; EQ for any other.
func (g Gaze) Cardinal() Cardinal {
	if g.Rows != 0 && g.Cols != 0 && g.Rows != g.Cols && g.Rows != -g.Cols {
		return EQ
	}
	return CardinalOf(g.Rows, g.Cols)
}

// Sectors is a way to part the directions around somebody who looks somewhere. The zero value is Halves.
type Sectors uint8

// The ways to part directions. Sectors are numbered from 0 clockwise.
const (
	Halves    Sectors = iota // right and left of the line of the gaze
	Quarters                 // ahead, right, behind and left, up to 45 degrees to both sides of each
	Quadrants                // front right, back right, back left and front left, from axis to axis
	Eighths                  // ahead, front right and so on, up to 22.5 degrees to both sides of each
	Hours                    // as on the face of a clock, 12 (sector 0) ahead, up to 15 degrees to both sides of each
	sectors
)

// SectorKinds is the number of ways to part directions.
const SectorKinds = int(sectors)

// Count returns how many sectors there are: 2, 4, 4, 8 and 12; 0 for a value that is none of the five.
func (s Sectors) Count() int {
	if s >= sectors {
		return 0
	}
	return [sectors]int{2, 4, 4, 8, 12}[s]
}

// Of returns the sector in which something so far ahead and so far to the right is. ok is false where it lies on the border of two
// sectors or so close to one that a drawing hardly tells: within 7 degrees of the borders of halves, quarters and quadrants, 5 of those of eighths, 4
// of those of hours. All is done with whole numbers, the tangents of the limits being rounded.
func (s Sectors) Of(ahead, right int) (sector int, ok bool) {
	a, r := magnitude(ahead), magnitude(right)
	least, most := min(a, r), max(a, r)
	if most == 0 {
		return 0, false
	}
	switch s {
	case Halves:
		return sectorHalf(right < 0), 8*r >= a
	case Quarters:
		return sectorAxis(ahead, right, 4), 8*(most-least) >= a+r
	case Quadrants:
		if right > 0 {
			return sectorHalf(ahead < 0), 8*least >= most
		}
		return 3 - sectorHalf(ahead < 0), 8*least >= most
	case Eighths:
		switch {
		case 100*least <= 31*most: // 17.2 degrees
			return sectorAxis(ahead, right, 8), true
		case 100*least >= 53*most: // 27.9 degrees
			return int(CardinalOf(-ahead, right) - N), true
		}
	case Hours:
		switch {
		case 1000*least <= 194*most: // 11 degrees
			return sectorAxis(ahead, right, 12), true
		case 1000*least >= 344*most && 1000*least <= 869*most: // 19 and 41 degrees
			hour := 3 * (int(CardinalOf(-ahead, right)-NE) / 2)
			if (a > r) == (hour == 0 || hour == 6) {
				return hour + 1, true
			}
			return hour + 2, true
		}
	}
	return 0, false
}

// sectorAxis returns the sector around the axis that something is closer to, of so many sectors.
func sectorAxis(ahead, right, count int) int {
	switch {
	case magnitude(ahead) > magnitude(right) && ahead > 0:
		return 0
	case magnitude(ahead) > magnitude(right):
		return count / 2
	case right > 0:
		return count / 4
	}
	return 3 * count / 4
}

func sectorHalf(second bool) int {
	if second {
		return 1
	}
	return 0
}
