package describe

import (
	"fmt"

	"github.com/gridscribe/gridscribe/layout"
)

// assumption takes a sentence of [AppendAssumptions] at the current token, when one stands there.
func (r *Reader) assumption() bool {
	switch t := r.token(0); {
	case t.role == roleDet || t.flags&flagA != 0:
		switch r.token(1).role {
		case roleGrid, roleDiagonal, roleUnknown:
		default:
			return false
		}
	case t.role == roleName, t.end == t.start+1:
		return false
	}
	a, world, end := assumptionAt(r.text, r.begins)
	if a == nil || !r.assume(a, world) {
		return false
	}
	// What was taken counts as one token.
	t := *r.token(0)
	t.end = int32(end)
	r.tokens, r.next = append(r.tokens[:r.at], t), end
	r.at++
	return true
}

// assume notes what an assumption says; false when the text says otherwise elsewhere.
func (r *Reader) assume(a *assumption, world layout.World) bool {
	switch a.says {
	case assumesReading:
		for reading := layout.Aligned; reading.OfWords(); reading++ {
			if a.readings.Has(reading) {
				if r.stated && r.reading != reading {
					return r.fail(Contradiction, r.begins)
				}
				r.reading, r.stated = reading, true
			}
		}
	case assumesSharing, assumesApart:
		sharing := a.says == assumesSharing
		if r.settled && r.d.World.Sharing != sharing {
			return r.fail(Contradiction, r.begins)
		}
		r.d.World.Sharing, r.settled = sharing, true
	case assumesSides:
		r.d.QuestionReading = layout.HalfPlane
	case assumesGrid, assumesRows, assumesCols:
		return r.world(r.token(0), world.Rows, world.Cols)
	}
	return true
}

func invalidReading(reading layout.Reading) error {
	return fmt.Errorf("describe: the reading %v is none of direction words; want %v, %v or %v",
		reading, layout.Aligned, layout.HalfPlane, layout.UnitStep)
}
