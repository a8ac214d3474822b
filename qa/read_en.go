package qa

import "strings"

// The English of responses.

// englishLeads may stand before an answer, in lower case; the longer before the shorter.
var englishLeads = []string{
	"the final answer is", "the correct answer is", "the answer is", "my answer is", "my final answer is", "the final answer",
	"final answer", "answer is", "answer", "so", "therefore", "thus", "hence", "in conclusion", "conclusion",
}

var englishHedges = set("or maybe perhaps might may probably possibly likely unlikely apparently presumably could can " +
	"possible unsure uncertain guess either unless if but however although though wait actually seems appears whether depends")

var englishNegations = set("not cannot never neither nor wrong false incorrect")

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// truthPhrases say a truth value; the longer before the shorter where one starts with the other.
var truthPhrases = []struct {
	text  string
	value TruthValue
}{
	{"yes", Yes}, {"true", Yes},
	{"no", No}, {"false", No},
	{"it cannot be determined", Unknown}, {"this cannot be determined", Unknown}, {"that cannot be determined", Unknown},
	{"cannot be determined", Unknown}, {"can not be determined", Unknown}, {"it can't be determined", Unknown},
	{"this can't be determined", Unknown}, {"that can't be determined", Unknown}, {"can't be determined", Unknown}, {"could not be determined", Unknown}, {"cannot be known", Unknown},
	{"cannot be inferred", Unknown}, {"cannot be decided", Unknown}, {"it is unknown", Unknown}, {"unknown", Unknown},
	{"undetermined", Unknown}, {"it is undetermined", Unknown}, {"indeterminate", Unknown},
	{"not enough information", Unknown}, {"insufficient information", Unknown}, {"not determined", Unknown},
}

// Words that may follow an answer without a comma, and start a reason or say it in full.
var (
	truthGoesOn  = set("it they this that because since as given from by with based there")
	becauseWords = set("because since as")
)
