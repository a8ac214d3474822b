package export

// The English of the prompts. What an answer assumes, the prompt says.
const (
	promptDraw = "Draw the objects as an ASCII layout in which every statement holds. " +
		"Leave out empty rows and columns."
	promptStyleSimple = "Write one line for each row, with every object's name in its column and blanks between."
	promptStyleGrid   = "Draw a grid with a cell for each row and column, as +--+ and |A | lines, and empty cells blank."
	promptStylePanel  = "Draw a box around the rows, with every object's name in its column and blanks between."

	promptDescribe = "Here is a layout of objects. State the relation of every object to every other object, one sentence " +
		"each: \"A is above B.\" or \"A is below B.\" in the same column, \"A is to the left of B.\" or \"A is to the " +
		"right of B.\" in the same row, and otherwise both, as in \"A is above and to the left of B.\""
	promptGiven      = "Here is a layout of objects."
	promptAlsoGiven  = "Here is the layout."
	promptGoldGiven  = "Here is the right layout."
	promptAskDrawing = "Answer from your layout."

	promptDrawMap     = "Draw what is described, one character for each cell, and a legend that says what the characters stand for."
	promptDescribeMap = "Describe the drawing in words, so that everything in it can be told from them: rows and columns counted from 1."
	promptThenAnswer  = "Then give the answer on a line of its own that starts with Answer:."
	promptGoldMap     = "Here is the right drawing."
	promptAskMap      = "Answer from your drawing."

	promptBoth = "After the drawing, give the answer on a line of its own, as in: Answer: "
	answerWord = "Answer: "
)
