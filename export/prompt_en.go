package export

// The English of the prompts. What an answer assumes, the prompt says.
const (
	readingNote = "Straight directions are exact: above, below, north, south, 12 and 6 o'clock mean in the same column; " +
		"left, right, west, east, 9 and 3 o'clock mean in the same row. Diagonal directions mean any distance both " +
		"up or down and left or right. No two objects share a place, and distances are not given."

	promptDraw = "Draw the objects as an ASCII layout in which every statement holds. " +
		"Leave out empty rows and columns."
	promptStyleSimple = "Write one line for each row, with every object's name in its column and blanks between."
	promptStyleGrid   = "Draw a grid with a cell for each row and column, as +--+ and |A | lines, and empty cells blank."
	promptStylePanel  = "Draw a box around the rows, with every object's name in its column and blanks between."

	promptDescribe   = "Here is a layout of objects. State the relation of every object to every other object."
	promptGiven      = "Here is a layout of objects."
	promptAlsoGiven  = "Here is the layout."
	promptGoldGiven  = "Here is the right layout."
	promptAskDrawing = "Answer from your layout."

	promptFull       = "Answer with one of: above, below, left, right, upper-left, upper-right, lower-left, lower-right."
	promptVertical   = "Answer with one of: above, below, same level."
	promptHorizontal = "Answer with one of: left, right, same column."

	answerWord = "Answer: "
)
