package describe

// Words that hold a step of reasoning together, in small letters. A list may stand before another: longer ones first.
var (
	// englishBecause start a step, before its premises.
	englishBecause = []string{"since ", "because ", "given that ", "as "}
	// englishThen may stand before the conclusion, after the comma.
	englishThen = []string{"it follows that ", "we know that ", "then ", "so ", "therefore ", "thus ", "hence "}
	// englishHence stand between premises and conclusion where nothing stands before the premises.
	englishHence = []string{", so ", ", therefore ", "; therefore ", ", thus ", ", hence ", ", and so ", " so ", " therefore "}
	// englishSo start a conclusion from all that was said before.
	englishSo = []string{"therefore, ", "therefore ", "so, ", "so ", "thus, ", "thus ", "hence, ", "hence ",
		"it follows that ", "in short, "}
)
