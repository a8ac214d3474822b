package describe

// This file holds the English words that descriptions and questions are understood by, beside names. Each is here once,
// with its role in the grammar; a word of several lists has the role of the first. What they add up to is in grammar.go.

// englishReadWords sorts the words by role. The row and the column of a direction are signs: -1 is up or left.
var englishReadWords = []struct {
	role       wordRole
	rows, cols int8
	flags      uint8
	num        int32
	words      string
}{
	{roleDet, 0, 0, flagA, 0, "a"},
	{roleDet, 0, 0, 0, 0, "the an"},
	{roleBoth, 0, 0, 0, 0, "both"},
	{roleIs, 0, 0, 0, 0, "is are"},
	{roleStands, 0, 0, 0, 0, "lies lie sits sit stands stand appears appear rests rest presents present"},
	{roleHas, 0, 0, 0, 0, "has have"},
	{roleDo, 0, 0, 0, 0, "do does you we go get travel walk"},
	{roleMay, 0, 0, 0, 0, "could may might"},
	{roleMay, 0, 0, 0, 1, "can"},
	{roleBe, 0, 0, 0, 0, "be"},
	{roleAsk, 0, 0, 0, 0, "where"},
	{roleAsk, 0, 0, 0, 1, "how"},
	{roleAskWhat, 0, 0, 0, 0, "what who"},
	{roleWhich, 0, 0, 0, 0, "which"},
	{rolePlaced, 0, 0, 0, 0, "located positioned placed situated found sitting lying standing seen set"},
	{roleTo, 0, 0, flagSplit, 0, "to"},
	{roleTo, 0, 0, 0, 0, "towards toward"},
	{roleAt, 0, 0, 0, 0, "at"},
	{roleOn, 0, 0, 0, 0, "on in"},
	{roleFrom, 0, 0, 0, 0, "from"},
	{roleOf, 0, 0, 0, 0, "of"},
	{roleThan, 0, 0, 0, 0, "than"},
	{roleAs, 0, 0, 0, 0, "as"},
	{roleWith, 0, 0, 0, 0, "with"},
	{roleBy, 0, 0, flagSplit, 0, "by"},
	{roleBy, 0, 0, flagName | flagSplit, 1, "x"},
	{roleRelative, 0, 0, 0, 0, "relative compared comparison reference respect regard"},
	{roleBetween, 0, 0, 0, 0, "between"},
	{roleIf, 0, 0, 0, 0, "if"},
	{roleSuppose, 0, 0, 0, 0, "suppose imagine assume supposing assuming imagining"},
	{roleThat, 0, 0, 0, 0, "that"},
	{roleAnd, 0, 0, 0, 0, "and while whereas but"},
	{roleOr, 0, 0, 0, 0, "or"},
	{roleThen, 0, 0, 0, 0, "then"},
	{roleToo, 0, 0, 0, 0, "too also additionally furthermore moreover finally likewise"},
	{roleWell, 0, 0, 0, 0, "well"},
	{roleDirectly, 0, 0, 0, 0, "slightly just immediately immediate"},
	{roleDirectly, 0, 0, 0, 1, "directly due straight"},
	{roleStraightly, 1, 0, 0, 0, "vertically"},
	{roleStraightly, 0, 1, 0, 0, "horizontally"},
	{roleDiagonally, 0, 0, 0, 0, "diagonally"},
	{roleDiagonal, 0, 0, flagName, 0, "diagonal"},
	{roleAbout, 0, 0, 0, 0, "about approximately roughly around circa"},
	{roleThere, 0, 0, 0, 0, "there"},
	{roleHere, 0, 0, 0, 0, "here"},
	{roleIt, 0, 0, 0, 0, "it"},
	{roleIts, 0, 0, 0, 0, "its"},
	{roleThem, 0, 0, 0, 0, "them"},
	{roleSortal, 0, 0, flagName, 0, "object agent item thing point entity letter symbol element node component"},
	{roleSortal, 0, 0, flagName, 1, "objects agents items things points entities letters symbols elements nodes components"},
	{roleLabeled, 0, 0, flagName, 0, "labeled labelled named called marked"},

	{roleAbove, -1, 0, flagSplit, 0, "above atop"},
	{roleOver, -1, 0, flagSplit, 0, "over"},
	{roleAbove, 1, 0, flagSplit, 0, "below under beneath underneath"},
	{roleAbove, -1, -1, 0, 0, "aboveleft"},
	{roleAbove, -1, 1, 0, 0, "aboveright"},
	{roleAbove, 1, -1, 0, 0, "belowleft"},
	{roleAbove, 1, 1, 0, 0, "belowright"},
	{roleDir, -1, 0, flagSplit, 0, "top"},
	{roleDir, 1, 0, flagSplit, 0, "bottom"},
	{roleDir, -1, 0, flagSplit, 1, "up upward upwards"},
	{roleDir, 1, 0, flagSplit, 1, "down downward downwards"},
	{roleDir, -1, 0, flagNoun | flagSplit, 0, "upper"},
	{roleDir, -1, 0, flagName | flagNoun, 2, "front"},
	{roleDir, 1, 0, flagName | flagNoun, 2, "back rear"},
	{roleDir, 0, -1, flagSplit, 0, "left leftward leftwards"},
	{roleDir, 0, 1, flagSplit, 0, "right rightward rightwards"},
	{roleDir, 0, -1, flagSplit, 0, "lefthand"},
	{roleDir, 0, 1, flagSplit, 0, "righthand"},
	{roleDir, -1, -1, 0, 0, "upperlefthand toplefthand upleft"},
	{roleDir, -1, 1, 0, 0, "upperrighthand toprighthand upright"},
	{roleDir, 1, -1, 0, 0, "lowerlefthand bottomlefthand downleft"},
	{roleDir, 1, 1, 0, 0, "lowerrighthand bottomrighthand downright"},
	{roleDir, -1, -1, 0, 2, "frontleft"},
	{roleDir, -1, 1, 0, 2, "frontright"},
	{roleDir, 1, -1, 0, 2, "backleft rearleft"},
	{roleDir, 1, 1, 0, 2, "backright rearright"},
	{roleHigher, -1, 0, flagSplit, 0, "higher"},
	{roleHigher, 1, 0, flagSplit, 1, "lower"}, // "lower" is an adjective as well
	{roleFurther, 0, 0, 0, 0, "further farther"},
	{roleSomewhere, 0, 0, 0, 0, "somewhere"},
	{roleAnywhere, 0, 0, 0, 0, "anywhere"},
	{roleMost, -1, 0, 0, 0, "topmost uppermost northernmost"},
	{roleMost, 1, 0, 0, 0, "bottommost lowermost lowest southernmost"},
	{roleMost, 0, -1, 0, 0, "leftmost westernmost"},
	{roleMost, 0, 1, 0, 0, "rightmost easternmost"},
	{roleMost, -1, 0, 0, 0, "highest"},
	{roleHand, 0, 0, flagName | flagSplit, 0, "hand"},
	{roleSide, 0, 0, flagName | flagSplit, 0, "side"},
	{roleSide, 0, 0, flagName, 1, "direction"},
	{roleCorner, 0, 0, flagName, 0, "corner"},
	{roleCorner, 0, 0, flagName, 1, "corners"},
	{rolePlace, 0, 0, flagName | flagSame | flagSide, 0, "position"},
	{rolePlace, 0, 0, flagName | flagSame | flagUnit, 0, "place cell"},
	{rolePlace, 0, 0, flagName | flagSame | flagUnit, placeShape, "square"},
	{rolePlace, 0, 0, flagName | flagSame, 0, "spot location"},
	{rolePlace, 0, 0, flagName | flagUnit, 0, "positions places cells squares steps step units unit spaces tiles tile"},
	{roleRow, 0, 0, flagName, 0, "row rows"},
	{roleRow, 0, 0, flagName, 1, "column columns col cols"},
	{roleLine, 0, 0, flagName, 0, "line plane axis"},
	{roleLevel, 0, 0, flagName, 0, "level height latitude"},
	{roleLevel, 0, 0, flagName, 1, "longitude"},
	{roleOClock, 0, 0, flagSplit, 0, "oclock"},
	{roleLast, 0, 0, flagSplit, 0, "last"},
	{roleExactly, 0, 0, 0, 0, "exactly precisely only"},
	{roleLeast, 0, 0, 0, 0, "least"},
	{roleAtMost, 0, 0, 0, 0, "most"},
	{roleMore, 0, 0, 0, 0, "more"},
	{roleFewer, 0, 0, 0, 0, "fewer less"},
	{roleNo, 0, 0, 0, 0, "no"},
	{roleAngle, 0, 0, flagName | flagSplit, 0, "angle"},
	{roleDegree, 0, 0, flagName | flagSplit, 0, "degree degrees"},
	{roleBearing, 0, 0, flagName, 0, "bearing heading azimuth"},
	{roleClock, 0, 0, flagName | flagSplit, 0, "clock"},
	{roleClock, 0, 0, flagName, 1, "clockface"},
	{roleFace, 0, 0, flagName | flagSplit, 0, "face dial"},
	{roleCenter, 0, 0, flagName, 0, "center centre middle"},
	{roleCenter, 0, 0, 0, 1, "centered centred"},
	{roleOff, 0, 0, flagSplit, 0, "off"},
	{roleSame, 0, 0, 0, 0, "same"},
	{roleSmall, 0, 0, flagName, 0, "small little tiny slight narrow"},
	{roleGap, 0, 0, flagName, 0, "gap distance"},
	{roleGap, 0, 0, flagName, 1, "space"},
	{roleGrid, 0, 0, flagName, 0, "grid board map"},
	{roleParallel, 0, 0, flagName, 0, "parallel"},
	{roleParallel, 0, 0, 0, 0, "sidebyside"},
	{roleAxial, 1, 0, 0, 0, "vertical"},
	{roleAxial, 0, 1, 0, 0, "horizontal"},
	{roleNext, 0, 0, 0, 0, "next"},
	{roleNext, 0, 0, 0, 1, "beside near nearby adjacent close opposite alongside facing touching"},
	{roleEach, 0, 0, 0, 0, "each"},
	{roleOther, 0, 0, 0, 0, "other another"},
	{rolePossible, 0, 0, 0, 0, "possible"},
	{roleRelation, 0, 0, flagName, 0, "relation relationship"},
	{roleRelation, 0, 0, flagName, 1, "relations relationships"},
}

// englishReadNumbers are counted words.
var englishReadNumbers = []struct {
	role       wordRole
	from, step int
	flags      uint8
	words      string
}{
	{roleNumber, 0, 1, flagName | flagSplit, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
		"fifteen sixteen seventeen eighteen nineteen twenty"},
	{roleNumber, 30, 10, flagName | flagSplit, "thirty forty fifty sixty seventy eighty ninety"},
	{roleOrdinal, 1, 1, flagName | flagSplit, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth " +
		"fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"},
}

// englishReadCompounds are directions that are joined to others, a row first: "upper" "left". Those of the compass have
// endings, too.
var englishReadCompounds = []struct {
	text       string
	role       wordRole
	rows, cols int8
	flags      uint8
}{
	{"upper", roleDir, -1, 0, 0}, {"top", roleDir, -1, 0, 0}, {"lower", roleDir, 1, 0, 0}, {"bottom", roleDir, 1, 0, 0},
	{"left", roleDir, 0, -1, 0}, {"right", roleDir, 0, 1, 0},
	{"north", roleDir, -1, 0, flagCompass}, {"south", roleDir, 1, 0, flagCompass},
	{"east", roleDir, 0, 1, flagCompass}, {"west", roleDir, 0, -1, flagCompass},
}

// englishReadEndings make other forms of a direction of the compass.
var englishReadEndings = []struct {
	text  string
	flags uint8
}{
	{"", 0}, {"ward", 0}, {"wards", 0}, {"ern", flagNoun}, {"erly", flagNoun},
}

// englishReadLetters are the abbreviations of the compass, which count as words only where a direction is expected.
var englishReadLetters = [...]struct {
	text       string
	rows, cols int8
}{
	{"N", -1, 0}, {"S", 1, 0}, {"E", 0, 1}, {"W", 0, -1}, {"NE", -1, 1}, {"NW", -1, -1}, {"SE", 1, 1}, {"SW", 1, -1},
}

// englishReadBad are words that must never be taken for part of a name: they would change what a sentence says.
const englishReadBad = "was were been being be will would shall should must had did done isnt arent wasnt werent cannot " +
	"cant couldnt shouldnt wouldnt doesnt dont didnt hasnt havent wont aint never ever always usually often rarely seldom " +
	"now today yesterday tomorrow currently again still already yet soon later before after once until since during when " +
	"who whom whose why how what this these those his her their my your our i'm whichever whatever whoever wherever here " +
	"hardly barely scarcely almost nearly quite rather somewhat really truly actually supposedly allegedly apparently " +
	"reportedly possibly probably perhaps maybe surely certainly clearly obviously definitely presumably likely unlikely " +
	"not nor neither none nobody nothing nowhere either any some all every many much few several most half twice " +
	"so such through across along into onto upon out outside inside within without behind beyond among amid against toward " +
	"towards past about around except besides despite instead though although however because therefore thus hence unless " +
	"whether otherwise else true false correct incorrect wrong said says say claims thinks believes knows told far near course"

// englishTrue is the one word of "is it true that" that has no role of its own.
const englishTrue = "true"

// englishWhatever says at the end of a question that the rows, or the columns, do not count.
var englishWhatever = [2]string{", in whatever row?", ", in whatever column?"}
