package layout

// Figure is dots drawn by a list of shapes.
type Figure struct{}
