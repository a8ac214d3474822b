package qa

import (
	"slices"
	"strings"
)

// The English of responses.

// englishLeads may stand before an answer, in lower case; the longer before the shorter.
var englishLeads = []string{
	"the final answer is", "the correct answer is", "the answer is", "my answer is", "my final answer is", "the final answer",
	"final answer", "answer is", "answer", "so", "therefore", "thus", "hence", "in conclusion", "conclusion",
}

var englishHedges = set("or maybe perhaps might may probably possibly likely unlikely apparently presumably could can " +
	"possible unsure uncertain unclear guess either unless if but however although though wait actually seems appears whether depends")

// nounsWithCan are things that may be called so, and no hedges.
var nounsWithCan = strings.NewReplacer("watering can", "sprinkler", "milk can", "churn")

var englishNegations = set("not cannot never neither nor nope nah wrong false incorrect impossible")

func set(words string) map[string]bool {
	all := make(map[string]bool)
	for _, word := range strings.Fields(words) {
		all[word] = true
	}
	return all
}

// truthPhrase says a truth value.
type truthPhrase struct {
	text  string
	value TruthValue
}

// truthPhrases say a truth value, the longer ones first.
var truthPhrases = func() (all []truthPhrase) {
	add := func(value TruthValue, befores, afters []string) {
		for _, before := range befores {
			for _, after := range afters {
				all = append(all, truthPhrase{before + after, value})
			}
		}
	}
	none := []string{""}
	add(Yes, none, []string{"yes", "true"})
	add(No, none, []string{"no", "false"})
	subjects := []string{"", "it ", "this ", "that ", "the answer ", "the relation "}
	add(Unknown, subjects, []string{"cannot be determined", "can not be determined", "can't be determined",
		"could not be determined", "cannot be known", "cannot be inferred", "cannot be decided"})
	unknown := []string{"unknown", "undetermined", "indeterminate", "not determined", "unclear"}
	add(Unknown, none, unknown)
	add(Unknown, []string{"it is ", "it's ", "this is ", "that is ", "the answer is ", "the relation is "}, unknown)
	add(Unknown, []string{"", "there is "}, []string{"not enough information", "insufficient information"})
	add(Unknown, none, []string{"there isn't enough information"})
	add(Unknown, []string{"we cannot ", "we can't ", "one cannot ", "cannot ", "can't ", "it is impossible to ", "it's impossible to ",
		"it is not possible to ", "it's not possible to ", "not enough information to ", "there is not enough information to ",
		"there isn't enough information to "}, []string{"determine", "tell", "say"})
	slices.SortStableFunc(all, func(p, q truthPhrase) int { return len(q.text) - len(p.text) })
	return all
}()

// Words that make nothing of a truth value before them, and those that are in place where nothing is certain.
var (
	truthUndone = set("yes no true unknown determined undetermined false nope nah enough insufficient indeterminate know sure")
	truthOpen   = strings.Fields("whether or either could can may might possible")
)

// Words that may follow an answer without a comma, and start a reason or say it in full.
var (
	truthGoesOn  = set("it they this that because since as given from by with based there whether")
	becauseWords = set("because since as")
)
