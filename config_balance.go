package gridscribe

import (
	"fmt"
	"slices"
	"strings"
)

// Balance is the part of a [Config] that says which values are to be balanced against each other, and how answers are
// weighed. The zero Balance asks for nothing.
type Balance struct {
	// Cross lists crossings of dimensions, each by their names in [Corpus.Design]: ["level", "choice"] makes every level
	// have its share of choices. Every cell of a crossing is exact to a record a block, as every value of a dimension is
	// by itself. Crossings that end with the same dimension, in the order of the design, must be parts of one another.
	Cross [][]string `json:"cross,omitzero"`
	// AnswerValues weighs the answers of families. An answer that is not listed is not asked for, and a family none of
	// whose answers is listed keeps its own balance. A corpus that goes by shape takes labels of direction; one with hops
	// these, and yes and no of truth; one that goes by levels takes every answer, as the family's Answer writes it. There
	// the record is drawn again until the answer is the one that is due.
	AnswerValues []AnswerValue `json:"answer_values,omitzero"`
}

// AnswerValue is the weight of one answer of a family.
type AnswerValue struct {
	Family string `json:"family"`
	Answer string `json:"answer"`
	Weight int    `json:"weight"`
}

// answerWeights returns the weights of a family's answers by their place in names; nil where it has none.
func (c Config) answerWeights(family string, names []string) (weights []int) {
	for _, a := range c.AnswerValues {
		if k := slices.Index(names, a.Answer); a.Family == family && k >= 0 {
			if weights == nil {
				weights = make([]int, len(names))
			}
			weights[k] = a.Weight
		}
	}
	return weights
}

// validateAnswerValues checks what can be told without a question.
func (c Config) validateAnswerValues() error {
	if c.leveled() && c.Contrasts && len(c.AnswerValues) > 0 {
		return configErrorf("contrasts is true and answer_values is set; the answer of a contrast cannot be chosen: leave out one of them")
	}
	seen := make(map[[2]string]bool)
	total := make(map[string]int)
	for i, a := range c.AnswerValues {
		var families []string
		switch c.Sort() {
		case ByShape:
			families = []string{directionName}
		case ByHops:
			families = []string{directionName, truthName}
		case ByLevels:
			families = FamilyNames(ByLevels)
		}
		if !slices.Contains(families, a.Family) {
			return configErrorf("answer_values[%d].family is %q; %s are allowed", i, a.Family, strings.Join(families, ", "))
		}
		if !c.asks(a.Family) {
			return configErrorf("answer_values[%d].family is %q, which has no weight in families", i, a.Family)
		}
		if allowed := c.answersOf(a.Family); allowed != nil && !slices.Contains(allowed, a.Answer) {
			return configErrorf("answer_values[%d].answer is %q; %s are allowed", i, a.Answer, strings.Join(allowed, ", "))
		}
		if a.Answer == "" || a.Answer == ownAnswer {
			return configErrorf("answer_values[%d].answer is %q; an answer of the family %s is allowed", i, a.Answer, a.Family)
		}
		if seen[[2]string{a.Family, a.Answer}] {
			return configErrorf("answer_values[%d].answer is %q, which stands there already; each answer of a family once", i, a.Answer)
		}
		seen[[2]string{a.Family, a.Answer}] = true
		if err := checkWeight(fmt.Sprintf("answer_values[%d].weight", i), a.Weight); err != nil {
			return err
		}
		total[a.Family] += a.Weight
	}
	for i, a := range c.AnswerValues {
		if total[a.Family] == 0 {
			return configErrorf("answer_values[%d].family is %q, which has no answer with a weight above 0; at least one is needed", i, a.Family)
		}
	}
	return nil
}

// answersOf lists the answers that a family can have; nil where any text may be one.
func (c Config) answersOf(family string) []string {
	switch {
	case c.leveled():
		return nil
	case family == truthName:
		return []string{yesAnswer, noAnswer}
	}
	var names []string
	l := newLabels()
	for k, name := range l.names {
		if c.Sharing || name != "overlap" {
			names = append(names, l.names[k])
		}
	}
	return names
}
