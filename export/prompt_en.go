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

	promptDrawMap = "Draw what is described, one character for each cell: . for free floor, # for a wall, + for a door, ? for a cell of which nothing is known, " +
		"a small letter for each room, capital letters for things, one for each or for each kind, and & where two things share a cell. A thing that is called by a letter " +
		"has that letter. Under the drawing a legend says what other characters than these letters and . stand for, one a line, as in \"# = wall\" or " +
		"\"K = the cook, facing north\". Keep headings."
	promptDrawDots = "Draw the matrix, one line for each row, # for a dot that is set and . for one that is not."
	promptDrawLog  = "Write the steps as a Markdown table with the columns Step, Who, Place and Sees, with - where nothing is seen, and above it what is said " +
		"about the places."
	promptDrawPaper = "Repeat how the sheet is folded and draw it as it lies then, one character for each cell of the flat sheet: # for a hole, . for paper " +
		"without a hole, - where no paper lies any more. Under it say what the characters stand for."
	promptDescribeMap = "Describe the drawing in words, so that everything in it can be told from them: rows and columns counted from 1."
	promptThenAnswer  = "Then give the answer on a line of its own that starts with Answer:."
	promptGoldMap     = "Here is the right drawing."
	promptAskMap      = "Answer from your drawing."

	promptBoth = "After the drawing, give the answer on a line of its own, as in: Answer: "
	answerWord = "Answer: "
)
