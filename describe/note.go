package describe

// Note is a sentence that a prompt adds where its question, or its answer, takes words in another way than the text does.
// The zero Note says nothing.
type Note uint8

// The notes.
const (
	NoNote Note = iota
	// SidesOnly: in the question a straight direction is a side alone, as the HalfPlane reading has it.
	SidesOnly
	// AnyDistance: in the answer a direction holds at whatever distance, though in the text it is one step.
	AnyDistance
	// StatedWays: one can go only from place to place that a sentence names together.
	StatedWays

	notes
)

// String returns the sentence, which [Reader.Read] knows; "" for NoNote and for a value outside the notes.
func (n Note) String() string {
	if n >= notes {
		return ""
	}
	return englishNotes[n]
}
