package layout

// Log is what happened step by step: who was seen where. The zero Log is empty.
type Log struct {
	Places []string // names
	Things []string // names
	Events []Event  // in order of their steps
}

// Event says that a thing was at a place, both by number, at a step, from 1.
type Event struct{ Step, Thing, Place int }
