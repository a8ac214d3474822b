package layout

// Graph is places and the ways between them: rooms and doors, or crossings and streets. The zero Graph is empty.
type Graph struct {
	Places []Entity // where each stands on the map
	Ways   []Way
}

// Way joins two places, by number, and can be gone both ways.
type Way struct{ A, B, Length int }
