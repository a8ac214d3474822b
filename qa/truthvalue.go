package qa

// TruthValue answers a yes-or-no question about what follows from a text. The zero TruthValue is no answer.
type TruthValue uint8

// The answers to a yes-or-no question.
const (
	Yes     TruthValue = iota + 1 // it holds in every layout that the text allows
	No                            // it holds in none
	Unknown                       // it holds in some, but not in all
)

// TruthValues is one more than the largest TruthValue.
const TruthValues = 4

var truthWords = [TruthValues]string{Yes: "yes", No: "no", Unknown: "cannot be determined"}

// yesOrNo returns Yes or No.
func yesOrNo(holds bool) TruthValue {
	if holds {
		return Yes
	}
	return No
}

// String returns "yes", "no" or "cannot be determined"; "" for no answer.
func (v TruthValue) String() string {
	if v >= TruthValues {
		return ""
	}
	return truthWords[v]
}

// Equal reports whether other is the same truth value.
func (v TruthValue) Equal(other Answer) bool { return other == Answer(v) }

func (TruthValue) sealed() {}
