package layout

// Distractor says what a fact of a [HopProblem] is for. Distractors leave the answer and the number of facts that it
// takes as they are. The zero value is NotDistractor.
type Distractor uint8

// The kinds. What is said of them holds for all readings, and whatever else is stated beside them.
const (
	// NotDistractor is a fact of the proof.
	NotDistractor Distractor = iota
	// Disconnected facts are about objects of their own, which no fact ties to the objects of the question. They make one
	// tree of one object more than facts.
	Disconnected
	// Branch facts hang one new object each on an object that the proof, a way round or another branch has placed. No
	// branch comes back.
	Branch
	// Redundant facts relate known objects and follow from the facts that are neither Redundant nor Useless. They never
	// bring the answer nearer, nor as near: a shortest proof needs none of them. Most relate a pair that was not related
	// before. Where there is no such pair left they say another fact again, from the other side: not one of the proof if
	// that can be. Only a repeated fact of the proof makes a second shortest proof.
	Redundant
	// Useless facts are true, are connected with the question and do not help: a second way round between two objects of
	// the proof, over new objects and at least one fact longer than the proof's own way. Two or more facts make one such
	// way; one fact alone cannot. In the readings Aligned and HalfPlane not one of them follows from all the others. Unit
	// steps on a way round fix each other, so that there each follows from all the others, and none from those that are not
	// Useless.
	Useless

	distractors
)

// DistractorKinds is the number of kinds, NotDistractor included.
const DistractorKinds = int(distractors)

var distractorNames = [distractors]string{"", "disconnected", "branch", "redundant", "useless"}

// String returns the kind as it is recorded in rows: the empty string for NotDistractor.
func (d Distractor) String() string {
	if d >= distractors {
		return "Distractor(?)"
	}
	return distractorNames[d]
}
