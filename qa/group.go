package qa

// Group is one of the seven groups of families. The zero value is Construct.
type Group uint8

// The groups.
const (
	Construct Group = iota // make a layout, or say one
	Read                   // read and measure one layout
	Relate                 // relate objects, and infer
	View                   // see from somewhere
	Move                   // follow what changes
	Plan                   // find ways and room
	Transform              // turn, fold and reassemble
	groups
)

// Groups is the number of groups.
const Groups = int(groups)

// String returns the group's name in lower case.
func (g Group) String() string {
	if g >= groups {
		return "Group(?)"
	}
	return [groups]string{"construct", "read", "relate", "view", "move", "plan", "transform"}[g]
}

// Levels is the number of levels of difficulty, counted from 1.
const Levels = 4

// clampLevel returns the nearest level there is.
func clampLevel(level int) int { return min(max(level, 1), Levels) }
