package describe

import (
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// This file holds the English words of the package: those that are written, of relations and of steps, and those that
// are understood, in descriptions and in answers. Elsewhere are only punctuation, the names of vocabularies and the texts
// of errors.
//
// A phrase that is written is here once: as a pattern for all directions of its kind, whose gaps {…} are filled from the
// tables of direction words. It belongs here only if a careful reader can take it one way alone under the Aligned
// reading: "diagonally above" is missing because it may mean exactly 45 degrees, "at the top of" because it may mean
// inside. What other readings leave out is in englishUnsaid.

// How often a phrase is said against its equals.
const (
	common  = 12
	usual   = 6
	rare    = 2
	awkward = 1
)

// pattern is a phrase with gaps.
type pattern struct {
	weight int
	text   string
}

var spatialVertical = []pattern{
	{common, "{above}"},
	{rare, "positioned {above}"},
	{usual, "located {above}"},
	{usual, "directly {above}"},
	{rare, "vertically {above}"},
}

// The phrases that only one of the two vertical directions has.
var (
	spatialUp   = []pattern{{usual, "over"}, {usual, "higher than"}, {rare, "on top of"}}
	spatialDown = []pattern{{usual, "under"}, {usual, "beneath"}, {usual, "lower than"}, {usual, "underneath"}}
)

var spatialHorizontal = []pattern{
	{common, "to the {left} of"},
	{rare, "on the {left} side of"},
	{usual, "{left} of"},
	{rare, "positioned to the {left} of"},
	{usual, "located to the {left} of"},
	{usual, "directly to the {left} of"},
}

var spatialDiagonal = []pattern{
	{common, "{above} and to the {left} of"},
	{usual, "to the {upper}-{left} of"},
	{usual, "at the {top}-{left} of"},
	{rare, "in the {upper}-{left} of"},
	{rare, "positioned {upper}-{left} of"},
	{rare, "to the {left} and {above}"},
	{rare, "{left} and {above}"},
	{awkward, "{above} and {left}"},
	{awkward, "to the {above} and to the {left} of"},
	{awkward, "to the {left} and to the {above} of"},
	{rare, "to the {left} of and {above}"},
	{awkward, "to the {above} of and {left}"},
	{usual, "to the {top}-{left} of"},
	{rare, "located to the {upper}-{left} of"},
}

var compassStraight = []pattern{
	{common, "{north} of"},
	{common, "to the {north} of"},
	{usual, "directly {north} of"},
	{usual, "due {north} of"},
	{rare, "{north}ward of"},
	{rare, "{north}ward from"},
}

var compassDiagonal = []pattern{
	{common, "to the {north}{west} of"},
	{common, "{north}{west} of"},
	{usual, "{north} and {west} of"},
	{usual, "to the {north} and {west} of"},
	{rare, "{west} and {north} of"},
	{rare, "to the {west} and {north} of"},
	{usual, "to the {north} and to the {west} of"},
	{rare, "to the {west} and to the {north} of"},
	{rare, "{north}{west}ward of"},
	{rare, "{north}{west}ward from"},
}

// hourPatterns are for whole hours, timePatterns for times of day.
var (
	hourPatterns = []pattern{
		{common, "at {time} o'clock from"},
		{common, "at the {time} o'clock position from"},
		{usual, "in the {time} o'clock direction from"},
	}
	timePatterns = []pattern{
		{usual, "at {time} from"},
		{usual, "at the {time} position from"},
	}
	zeroPatterns = []pattern{
		{awkward, "at {time} o'clock from"},
		{awkward, "at the {time} o'clock position from"},
	}
)

// A direction's words for the gaps; a straight direction leaves out the axis that it does not lie on.
var englishDirections = []struct {
	relation                layout.Cardinal
	above, upper, top, left string
	north, west             string
	hours, times            string
}{
	{layout.N, "above", "", "", "", "north", "", "12", "12:00"},
	{layout.S, "below", "", "", "", "south", "", "6", "6:00"},
	{layout.W, "", "", "", "left", "", "west", "9", "9:00"},
	{layout.E, "", "", "", "right", "", "east", "3", "3:00"},
	{layout.NW, "above", "upper", "top", "left", "north", "west", "10 11", "10:30"},
	{layout.NE, "above", "upper", "top", "right", "north", "east", "1 2", "1:30"},
	{layout.SW, "below", "lower", "bottom", "left", "south", "west", "7 8", "7:30"},
	{layout.SE, "below", "lower", "bottom", "right", "south", "east", "4 5", "4:30"},
}

// englishUnsaid are words whose phrases are not said in a reading, though they fit in Aligned: in HalfPlane, where a
// straight direction leaves the other axis open, those that claim to be straight; in UnitStep comparisons, which hardly
// say by one step. Of the clock, HalfPlane has the diagonals alone.
var englishUnsaid = []struct {
	readings ReadingSet
	words    string
}{
	{halfPlaneOnly, "directly vertically due over top under beneath underneath"},
	{unitStepOnly, "than"},
}

// saidIn returns the readings in which a phrase is said.
func saidIn(text string, relation layout.Cardinal, vocabulary Vocabulary) ReadingSet {
	said := wordReadings
	for _, unsaid := range englishUnsaid {
		for word := range strings.FieldsSeq(text) {
			if slices.Contains(strings.Fields(unsaid.words), word) {
				said &^= unsaid.readings
			}
		}
	}
	if vocabulary == Clock && relation.Straight() {
		said &^= halfPlaneOnly
	}
	return said
}

// englishPhrases fills the patterns: direction by direction, spatial, then compass, then clock.
func englishPhrases() []Phrase {
	var out []Phrase
	for _, d := range englishDirections {
		add := func(vocabulary Vocabulary, patterns []pattern, fill ...string) {
			filler := strings.NewReplacer(fill...)
			for _, p := range patterns {
				text := filler.Replace(p.text)
				out = append(out, Phrase{text, d.relation, vocabulary, saidIn(text, d.relation, vocabulary), p.weight})
			}
		}
		spatial := []string{"{above}", d.above, "{upper}", d.upper, "{top}", d.top, "{left}", d.left}
		switch {
		case d.left == "":
			add(Spatial, spatialVertical, spatial...)
		case d.above == "":
			add(Spatial, spatialHorizontal, spatial...)
		default:
			add(Spatial, spatialDiagonal, spatial...)
		}
		switch d.relation {
		case layout.N:
			add(Spatial, spatialUp)
		case layout.S:
			add(Spatial, spatialDown)
		}
		if d.relation.Straight() {
			add(Compass, compassStraight, "{north}", d.north+d.west)
		} else {
			add(Compass, compassDiagonal, "{north}", d.north, "{west}", d.west)
		}
		for _, hour := range strings.Fields(d.hours) {
			add(Clock, hourPatterns, "{time}", hour)
		}
		add(Clock, timePatterns, "{time}", d.times)
		if d.relation == layout.N {
			add(Clock, zeroPatterns, "{time}", "0")
		}
	}
	return out
}

// englishBase are the plainest words. But for the shared place they are phrases as well.
var englishBase = [layout.Cardinals]string{
	layout.EQ: "in the same place as",
	layout.N:  "above",
	layout.NE: "above and to the right of",
	layout.E:  "to the right of",
	layout.SE: "below and to the right of",
	layout.S:  "below",
	layout.SW: "below and to the left of",
	layout.W:  "to the left of",
	layout.NW: "above and to the left of",
}

// englishNotNames are, beside the words of the phrases, never taken for the name of an object when the reader was not
// told the names. "a" and "I" may be names.
const englishNotNames = "is are was not no never nor neither nothing nobody none everything everyone something someone " +
	"anything each every all both either some any it its this that these those there here he she they them him her we " +
	"you what which who where when why how if whether because so but or the an as maybe perhaps possibly probably also"

// englishWords sorts the words of an answer about a direction. A word can be of several classes.
var englishWords = []struct {
	class wordClass
	words string
}{
	{wordUp, "above over up upper top higher upward upwards atop ↑ ⬆ " +
		"north northern northward northwards northerly"},
	{wordDown, "below under beneath underneath down lower bottom downward downwards ↓ ⬇ " +
		"south southern southward southwards southerly"},
	{wordLeft, "left lefthand leftward leftwards west western westward westwards westerly"},
	{wordRight, "right righthand rightward rightwards east eastern eastward eastwards easterly"},
	{wordUp | wordLeft, "upperleft topleft northwest northwestern northwestward northwestwards northwesterly ↖"},
	{wordUp | wordRight, "upperright topright northeast northeastern northeastward northeastwards northeasterly ↗"},
	{wordDown | wordLeft, "lowerleft bottomleft southwest southwestern southwestward southwestwards southwesterly ↙"},
	{wordDown | wordRight, "lowerright bottomright southeast southeastern southeastward southeastwards southeasterly ↘"},
	{wordPreposition, "above below over under beneath underneath atop"},

	{wordNegation, "not no never neither nor none nothing nowhere cannot cant isnt arent wasnt werent doesnt dont didnt " +
		"wont wouldnt couldnt shouldnt mustnt hasnt havent hadnt aint without unlike rather instead except excepting " +
		"exception excluding exclude excludes excluded exclusion anything anywhere everything everywhere avoid avoids " +
		"avoided avoiding ruled ruling eliminate eliminates eliminated eliminating discard discarded discarding reject " +
		"rejects rejected rejecting dismiss dismissed deny denies denied disagree disproved refuted barring besides " +
		"opposite opposed reverse inverse converse contrary antonym wrong wrongly false falsely incorrect incorrectly " +
		"untrue invalid mistake mistaken hardly impossible fails"},
	{wordHedge, "or either could might may maybe perhaps possibly possible probably presumably arguably likely unlikely " +
		"unclear unknown undetermined undeterminable indeterminate ambiguous unsure uncertain depends guess if unless " +
		"whether seems else alternatively sometimes doubt doubts doubtful doubtfully questionable"},

	{wordAnd, "and"},
	// As in "two rows up and one column to the left".
	{wordLink, "to the side hand on at in also directly straight slightly far diagonally further just immediately due " +
		"vertically horizontally row rows column columns step steps cell cells unit units one two three four five six " +
		"seven eight nine ten"},
	{wordIs, "is are lies sits stands located positioned placed situated found appears rests remains"},
	// What follows is the relatum.
	{wordOf, "of from than as with respect relative compared position direction"},
	{wordAgainst, "to from than with against"},
	{wordTo, "to -> → ⟶ ➡ ⇒ ← ⬅"},
	{wordPronoun, "it its that which who whom they them their this these those he him she her itself former latter other"},
	{wordSo, "so thus therefore hence consequently finally answer"},

	{wordMotion, "go goes going gone went move moves moved moving travel travels traveling travelling walk walks walking " +
		"head heads heading headed reach reaches reached reaching proceed proceeds navigate turn turns turning arrive " +
		"arrives arriving"},

	// A higher row number is lower on the page.
	{wordCompared, "higher lower"},
	{wordNumber, "index indices indexes number numbers coordinate coordinates value values numbered y x"},
	{wordLine, "row column line"},
	{wordZero, "0 zero nil nought"},

	{wordSays, "think believe see say conclude infer deduce choose pick answer find found get got know have had would will " +
		"am m d ve ll"},
	// "The right answer is left": before one of these, "right" is no direction.
	{wordAnswer, "answer answers option options choice choices label labels one response solution result conclusion " +
		"relation term word"},
	// A bare "N" may stand among these.
	{wordLabel, "the is final correct answer option choice label direction relation response result"},
}

// englishPairs are two words, the second at most four after the first in one sentence, that are of a class together.
var englishPairs = []struct {
	class         wordClass
	first, second string
}{
	{wordNegation, "all", "but"},
	{wordNegation, "any", "but"},
	{wordNegation, "every", "but"},
	{wordNegation, "each", "but"},
	{wordNegation, "other", "than"},
	{wordNegation, "rule", "out"},
	{wordNegation, "rules", "out"},
	{wordNegation, "apart", "from"},
	{wordNegation, "aside", "from"},
	{wordMotion, "get", "to"},
	{wordMotion, "get", "from"},
	{wordMotion, "getting", "to"},
	{wordMotion, "getting", "from"},
}

// englishLetters are the compass letters. Two in capitals count anywhere; otherwise they must be the whole answer, as
// must the arrows that may also mean "to" or "so".
var englishLetters = map[string]layout.Cardinal{
	"n": layout.N, "ne": layout.NE, "e": layout.E, "se": layout.SE,
	"s": layout.S, "sw": layout.SW, "w": layout.W, "nw": layout.NW,
	"→": layout.E, "⟶": layout.E, "➡": layout.E, "←": layout.W, "⬅": layout.W,
}

// Words with a job of their own in an answer.
const (
	englishAnd     = "and"
	englishIs      = "is"
	englishOClock  = "oclock"
	englishRight   = "right" // "right below" may be just below, or to the lower right
	englishThe     = "the"
	englishFrom    = "from" // "from above" says where something comes from
	englishAbove   = "above"
	englishBelow   = "below"
	englishIn      = "in"  // "in a higher row" is up
	englishBy      = "by"  // "by 0" is a count
	englishIts     = "its" // "above B and to its left" is one direction
	englishArticle = "A"
	englishSpeaker = "I"
)

// englishJoins join two parts of a diagonal without an "and", as in "above to the left".
var englishJoins = []string{"to the", "to", "on the", "side", "hand side"}

// englishIdioms are ways to use the word of a direction that name none. An aside is one after all when an object or more
// of a direction follows: "what is left of B". With a capital an idiom starts a sentence.
var englishIdioms = []struct {
	aside bool
	texts string // separated by " / "
}{
	{false, "over to / over on / over at / over in / over there / over here / over time / over and out / over and over / " +
		"over again / start over / starting over / Above all / Over all"},
	{false, "give up / gives up / gave up / giving up / up to you / up to me / up to this point / up to now / up front / " +
		"make up / makes up / made up / making up / set up / sets up / setting up / set it up / " +
		"end up / ends up / ended up / ending up / look up / looks up / looked up / looking up / look it up / " +
		"sum up / sums up / summing up / add up / adds up / adding up / line up / lines up / lined up / lining up / " +
		"wrap up / wrapping up / follow up / come up / comes up / came up / coming up / bring up / pick up / show up / " +
		"shows up / clear up / mix up / mixed up / mess up / messed up / back up / backed up / whats up"},
	{false, "upside down / write down / writing down / wrote down / written down / write it down / write this down / " +
		"write them down / note down / noting down / break down / breaks down / breaking down / broken down / " +
		"break it down / break this down / boils down / narrow down / narrows down / narrowed down / narrowing down / " +
		"narrow it down / slow down / Step down / i step down / stepping down / stepped down"},
	{false, "top of my head / on top of that / on top of this / on top of it all / bottom line / bottom of this"},
	{false, "right away / right now / right here / right there / right next / right beside / right between / right near / " +
		"right where / right angle / right angles / right order / right track / is right that / its right that / " +
		"Right, let / Right, lets / Right, so let / Right, so lets / Right, first / Right, ok / Right, okay / " +
		"okay, right, let / okay, right, lets / ok, right, let / ok, right, lets"},
	{false, "left out / left off / left over / left blank / left unsaid / left unstated / left to do / left to say / " +
		"left to check / left to show / left alone / left behind"},

	{true, "all right / thats right / that is right / this is right / sounds right / youre right / you are right / " +
		"i am right / im right"},
	{true, "nothing left / what is left / whats left / all that is left / you left / i left / we left / time left / " +
		"options left / choices left / facts left / questions left"},
	{true, "see above / see below / as above / as below / follows below / stated above / stated below / said above / " +
		"mentioned above / mentioned below / noted above / noted below / listed above / listed below / " +
		"given above / given below / described above / described below / " +
		"explained above / explained below / established above / derived above / as shown above / as shown below / " +
		"as drawn above / as drawn below / as seen above / as seen below"},
}

// englishTexts are what "above" and "below" point to in the text itself: "the facts above", "the above facts".
const englishTexts = "fact facts statement statements sentence sentences description text information reasoning question " +
	"prompt rules drawing diagram figure grid map"

// englishDotted are the compass letters with full stops, and without.
var englishDotted = []string{
	"N.W.", "NW", "N.E.", "NE", "S.W.", "SW", "S.E.", "SE", "N. W.", "NW", "N. E.", "NE", "S. W.", "SW", "S. E.", "SE",
}

// englishPossessives end the name of an owner.
var englishPossessives = [...]string{"'s", "’s"}

// englishLabels are the short names of the directions, as questions list them.
var englishLabels = [layout.Cardinals]string{
	layout.EQ: "", layout.N: "above", layout.NE: "upper-right", layout.E: "right", layout.SE: "lower-right",
	layout.S: "below", layout.SW: "lower-left", layout.W: "left", layout.NW: "upper-left",
}

const (
	englishSameRow   = "same level"
	englishSameCol   = "same column"
	englishSamePlace = "same place"
)

// englishSame are the ways to say that the row or the column, or both, are shared.
func englishSame() []samePhrase {
	var out []samePhrase
	add := func(row, col bool, texts ...string) {
		for _, text := range texts {
			out = append(out, samePhrase{strings.Fields(text), row, col})
		}
	}
	add(true, false, "same row", "same level", "same height", "same vertical level", "same vertical position",
		"same vertical coordinate", "same y", "same horizontal line", "same horizontal row", "same horizontal level",
		"same latitude", "horizontally aligned", "aligned horizontally", "level with")
	add(false, true, "same column", "same horizontal position", "same horizontal coordinate", "same x",
		"same vertical line", "same vertical column", "same longitude", "vertically aligned", "aligned vertically")
	add(true, true, "same place", "same position", "same location", "same spot", "same cell")
	return out
}

// englishClock gives the hours, in digits and words, and the times.
func englishClock() map[string]layout.Cardinal {
	numerals := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve")
	out := map[string]layout.Cardinal{"0": layout.N, "0:00": layout.N}
	for _, d := range englishDirections {
		for _, hour := range strings.Fields(d.hours) {
			out[hour], out[hour+":00"] = d.relation, d.relation
		}
		out[d.times] = d.relation
	}
	for hour, word := range numerals {
		out[word] = out[strings.Fields("0 1 2 3 4 5 6 7 8 9 10 11 12")[hour]]
	}
	return out
}

// englishSince starts a step of [AppendSteps].
const englishSince = "Since"

// What [AppendSteps] says of one axis alone, by sign: before, in and after the relatum's row or column.
var (
	rowPhrases    = [3]string{"in a higher row than", "in the same row as", "in a lower row than"}
	columnPhrases = [3]string{"in a column to the left of", "in the same column as", "in a column to the right of"}
)

// englishLeadingArticles are capitals at the start of a sentence, where a name begins with one.
var englishLeadingArticles = [...]string{"the ", "a ", "an "}

// startsWithArticle reports whether a name begins with an article in small letters.
func startsWithArticle(name string) bool {
	for _, article := range englishLeadingArticles {
		if len(name) > len(article) && name[:len(article)] == article {
			return true
		}
	}
	return false
}
