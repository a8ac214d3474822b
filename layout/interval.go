package layout

import "strconv"

// Unbounded is the magnitude that stands for "no bound" in an [Interval].
const Unbounded = 1 << 29

// Interval is a range of whole numbers, both ends included; Lo of -Unbounded or Hi of Unbounded means no bound on that
// side. The zero Interval holds 0 alone.
type Interval struct{ Lo, Hi int }

// Anything returns the interval that excludes nothing.
func Anything() Interval { return Interval{-Unbounded, Unbounded} }

// Sign returns the sign that all numbers of the interval share; ok is false when they differ.
func (v Interval) Sign() (s int, ok bool) {
	switch {
	case v.Hi < 0:
		return -1, true
	case v.Lo > 0:
		return 1, true
	case v.Lo == 0 && v.Hi == 0:
		return 0, true
	}
	return 0, false
}

// Contains reports whether x is in the interval.
func (v Interval) Contains(x int) bool { return v.Lo <= x && x <= v.Hi }

// String returns the interval in brackets, as in "[1,∞)".
func (v Interval) String() string {
	lo, hi := "(-∞", "∞)"
	if v.Lo > -Unbounded {
		lo = "[" + strconv.Itoa(v.Lo)
	}
	if v.Hi < Unbounded {
		hi = strconv.Itoa(v.Hi) + "]"
	}
	return lo + "," + hi
}

// bySign is the interval of all numbers with one sign: what the Aligned reading says of one axis.
func bySign(s int) Interval {
	switch {
	case s < 0:
		return Interval{-Unbounded, -1}
	case s > 0:
		return Interval{1, Unbounded}
	}
	return Interval{}
}

// Add returns the interval of all sums of a number of v and a number of o: what is known of A against C, when v is known
// of A against B and o of B against C.
func (v Interval) Add(o Interval) Interval {
	sum := Interval{v.Lo + o.Lo, v.Hi + o.Hi}
	if v.Lo <= -Unbounded || o.Lo <= -Unbounded {
		sum.Lo = -Unbounded
	}
	if v.Hi >= Unbounded || o.Hi >= Unbounded {
		sum.Hi = Unbounded
	}
	return sum
}

// Negate returns the interval of all numbers whose negative is in v: what is known of B against A, when v is known of A
// against B.
func (v Interval) Negate() Interval { return Interval{-v.Hi, -v.Lo} }

// Meet returns the interval of the numbers that are in both; ok is false when there is none.
func (v Interval) Meet(o Interval) (both Interval, ok bool) {
	both = Interval{max(v.Lo, o.Lo), min(v.Hi, o.Hi)}
	return both, both.Lo <= both.Hi
}

// Within reports whether every number of v is in o.
func (v Interval) Within(o Interval) bool { return o.Lo <= v.Lo && v.Hi <= o.Hi }

// Intervals returns what the fact says of the row and the column difference, locatum minus relatum. A fact that is not
// valid, or that names no one place, says nothing: its intervals hold everything.
func (f Fact) Intervals() (rows, cols Interval) {
	v := f.intervals()
	return v[rowAxis], v[colAxis]
}

func (f *Fact) intervals() [axes]Interval {
	switch {
	case f.Reading == Measured:
		return [axes]Interval{f.Rows, f.Cols}
	case f.Reading.OfWords() && f.Relation.Valid() && f.Relation != EQ:
		return wordIntervals[f.Reading][f.Relation]
	}
	return [axes]Interval{Anything(), Anything()}
}

// wordIntervals is what a direction word says of both axes, by reading.
var wordIntervals = func() (all [UnitStep + 1][Cardinals][axes]Interval) {
	for c := range Cardinal(Cardinals) {
		rows, cols := c.Signs()
		all[Aligned][c] = [axes]Interval{bySign(rows), bySign(cols)}
		all[HalfPlane][c] = [axes]Interval{strictly(rows), strictly(cols)}
		all[UnitStep][c] = [axes]Interval{{rows, rows}, {cols, cols}}
	}
	return all
}()

// strictly is the interval of all numbers with one sign, but anything for the sign 0: what the HalfPlane reading says.
func strictly(s int) Interval {
	if s == 0 {
		return Anything()
	}
	return bySign(s)
}
