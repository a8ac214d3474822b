package layout

import "slices"

// Status says whether a fact follows from what a network knows. The zero value is Open.
type Status uint8

// The three states of a fact.
const (
	Open         Status = iota // some layouts show it and some do not
	Entailed                   // all layouts show it
	Contradicted               // none shows it
)

// String returns "open", "entailed" or "contradicted".
func (s Status) String() string {
	switch s {
	case Open:
		return "open"
	case Entailed:
		return "entailed"
	case Contradicted:
		return "contradicted"
	}
	return "Status(?)"
}

// Judge reports whether f follows from the facts, contradicts them, or is left open. A fact that is not valid, for which
// [Network.Add] would return [ErrInvalidFact], is open. It is exact; it costs reading off two intervals where the matrices
// are exact with f among the facts, else up to five searches.
func (net *Network) Judge(f Fact) Status {
	net.search.cut = false
	if net.check(&f) != nil {
		return Open
	}
	regime := net.world.regime(net.said.with(&f))
	if net.excluded(&f, regime) {
		return Contradicted
	}
	if f.Reading != InCorner {
		rows, cols := f.Intervals()
		if net.between(rowAxis, f.Locatum, f.Relatum).Within(rows) && net.between(colAxis, f.Locatum, f.Relatum).Within(cols) {
			return Entailed
		}
	}
	if regime != searched {
		return Open
	}
	var room [2 * axes]clause
	for _, c := range net.denials(room[:0], &f) {
		if net.can(c) {
			return Open
		}
	}
	return Entailed
}

// ProveFact returns the status of f as [Network.Judge] does, with a smallest set of facts that entails it, or that rules it
// out. The proof is empty for a fact that is open, and for one that the world alone entails or rules out; it has no chains
// for Rows and Cols. It is the caller's. For its cost see [Network.Prove].
func (net *Network) ProveFact(f Fact) (Proof, Status) {
	status := net.Judge(f)
	if status == Open {
		return Proof{}, Open
	}
	regime := net.world.regime(net.said.with(&f))
	if status == Contradicted {
		e := net.conflict(f, regime)
		return Proof{Facts: e.With, MayShrink: e.MayShrink}, status
	}
	var proof Proof
	if regime == searched || f.Bordered() && !net.axis[rowAxis].framed() {
		var room [2 * axes]clause
		proof.Facts, proof.MayShrink = net.smallest(net.denials(room[:0], &f))
		return proof, status
	}
	a, b := net.node(f.Locatum), net.node(f.Relatum)
	var room [2 * axes]bound
	goals := room[:0]
	for axis, v := range f.intervals() {
		if v.Hi < Unbounded {
			goals = append(goals, bound{axis, false, a, b, int32(v.Hi)})
		}
		if v.Lo > -Unbounded {
			goals = append(goals, bound{axis, true, a, b, int32(-v.Lo)})
		}
	}
	proof.Facts = slices.Clone(net.prove(goals))
	proof.MayShrink = net.proof.oneByOne
	return proof, status
}
