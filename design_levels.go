package gridscribe

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// The dimensions of a corpus that goes by levels.
const (
	levelFamily = iota
	levelLevel
	levelAnswer
	levelChoice
	levelPhrasing
	levelMedium
	levelVocabulary
)

// levelAsk is what a record of a corpus that goes by levels is to ask.
type levelAsk struct {
	family   qa.Family // with the knobs of its level
	level    int
	choice   bool
	answer   string // "" where the family draws it
	medium   qa.Medium
	contrast bool
	of       int64 // the record whose scene it shares
}

// draftLevels declares the design of a corpus that goes by levels.
func draftLevels(cfg Config) (*draft, error) {
	var families []qa.Family
	for _, f := range cfg.familyWeights() {
		families = append(families, levelFamilyNamed(f.Family))
	}
	var levels []string
	var weights []int
	for _, l := range cfg.Levels {
		levels, weights = append(levels, strconv.Itoa(l.Level)), append(weights, l.Weight)
	}
	answers, choices, phrasings, media := cfg.levelAnswers(), cfg.Answers.weights(), cfg.Phrasings.weights(), cfg.Media.weights()
	if sum(choices) == 0 {
		choices = []int{1, 0}
	}
	if sum(phrasings) == 0 {
		phrasings = make([]int, qa.Phrasings)
		phrasings[cfg.Phrasing] = 1
	}
	if sum(media) == 0 {
		media = ones(3)
	}
	probes := make(map[[2]int][]bool)
	dr := &draft{pairs: cfg.Contrasts}
	dr.dims = []dimension{
		levelFamily: familyDimension(cfg),
		levelLevel:  fixed("level", levels, weights, levelFamily),
		levelAnswer: {
			name: "answer", values: answers, within: []int{levelFamily}, needs: []int{levelLevel},
			weights: func(at []int) []int {
				if w := cfg.answerWeights(families[at[levelFamily]].Name(), answers); w != nil {
					return w
				}
				w := make([]int, len(answers))
				w[slices.Index(answers, ownAnswer)] = 1
				return w
			},
			allowed: func(at []int, v int) bool {
				if answers[v] == ownAnswer {
					return true
				}
				cell := [2]int{at[levelFamily], at[levelLevel]}
				if probes[cell] == nil {
					f := wordedAs(families[cell[0]].At(cfg.Levels[cell[1]].Level), 0)
					key := seed.NewKey(cfg.Seed).Named("probe").Named(f.Name()).At(int64(cfg.Levels[cell[1]].Level))
					probes[cell] = probeAnswers(f, answers, cfg.answerWeights(f.Name(), answers), key)
				}
				return probes[cell][v]
			},
			reason: "the family's sampler hardly ever draws it at this level",
		},
		levelChoice:   fixed("choice", []string{"free", "choice"}, choices, levelFamily, levelLevel),
		levelPhrasing: fixed("phrasing", phrasingNames()[:len(phrasings)], phrasings, levelFamily),
		levelMedium: {
			name: "medium", values: []string{qa.AsDrawing.String(), qa.AsText.String(), qa.AsBoth.String()},
			within: []int{levelFamily},
			weights: func(at []int) []int {
				return mediumWeights(media, familyMedia(families[at[levelFamily]].Name()))
			},
			allowed: func(at []int, v int) bool {
				return slices.Contains(familyMedia(families[at[levelFamily]].Name()), qa.Medium(v))
			},
			reason: "the family's questions are never asked of it",
		},
		levelVocabulary: vocabularyDimension(cfg, nil, nil),
	}
	dr.dims[levelAnswer].own = cfg.familiesBut(func(f string) bool { return cfg.answerWeights(f, answers) != nil })
	dr.dims[levelAnswer].note = "as the question is before it is put as a multiple choice"
	dr.dims[levelChoice].note = "a question that has too few mistakes to choose from stays free"
	dr.dims[levelMedium].note = "some questions of coordinates, edit, merge, path and shape allow only some media, which can only be told when they are asked: " +
		"where the due one is not among them, another is drawn"
	dr.dims[levelVocabulary].note = "questions about maps have none, and a text with too few facts for the mixture is in spatial words"
	dr.impossible = func(_ int, at []int) error {
		family := families[at[levelFamily]].Name()
		var asked []string
		for _, a := range cfg.AnswerValues {
			if a.Family == family && a.Weight > 0 {
				asked = append(asked, strconv.Quote(a.Answer))
			}
		}
		return configErrorf("answer_values: family %s has none of the answers %s at level %s; leave out that level or ask for another answer, "+
			"spelt as the family's answers are", family, strings.Join(asked, ", "), levels[at[levelLevel]])
	}
	dr.brief = func(i int64, v [maxDimensions]int) brief {
		ask := levelAsk{
			level: cfg.Levels[v[levelLevel]].Level, choice: v[levelChoice] == 1, medium: qa.Medium(v[levelMedium]), of: i,
		}
		if answer := answers[v[levelAnswer]]; answer != ownAnswer {
			ask.answer = answer
		}
		if cfg.Contrasts {
			ask.of, ask.contrast = i/2, i%2 == 1
		}
		f := families[v[levelFamily]]
		ask.family = wordedAs(f.At(ask.level), qa.Phrasing(v[levelPhrasing]))
		return brief{family: f.Name(), leveled: ask, vocabulary: cfg.Vocabularies[v[levelVocabulary]].Vocabulary}
	}
	return dr, nil
}

// familyMedia returns the media that questions of a family can be asked of, as far as that can be told of the family.
func familyMedia(family string) []qa.Medium {
	switch {
	case slices.Contains(FamilyNames(ByShape), family), family == (qa.DrawFamily{}).Name():
		return []qa.Medium{qa.AsText}
	case family == (qa.DescribeFamily{}).Name():
		return []qa.Medium{qa.AsDrawing}
	case family == (qa.RecallFamily{}).Name():
		return []qa.Medium{qa.AsText, qa.AsDrawing}
	}
	return []qa.Medium{qa.AsDrawing, qa.AsText, qa.AsBoth}
}

// mediumWeights returns the weights of the media of a family: those of the Config, or only its first medium where it
// has none of those with a weight.
func mediumWeights(weights []int, allowed []qa.Medium) []int {
	for _, m := range allowed {
		if weights[m] > 0 {
			return weights
		}
	}
	out := make([]int, len(weights))
	out[allowed[0]] = 1
	return out
}

// wordedAs words a family's questions.
func wordedAs(f qa.Family, phrasing qa.Phrasing) qa.Family {
	if p, ok := f.(qa.Phrased); ok {
		return p.WithPhrasing(phrasing)
	}
	return f
}

// levelAnswers lists all answers that some family is asked for, and ownAnswer where some family with a weight is asked
// for none.
func (c Config) levelAnswers() (names []string) {
	for _, a := range c.AnswerValues {
		if !slices.Contains(names, a.Answer) {
			names = append(names, a.Answer)
		}
	}
	if len(c.familiesBut(func(f string) bool { return c.answerWeights(f, names) != nil })) > 0 {
		names = append(names, ownAnswer)
	}
	return names
}

// probeAnswers draws a fixed number of questions and reports which of the answers with a weight come up, more than by
// chance: it takes some draws until the builder meets one of them again.
func probeAnswers(f qa.Family, answers []string, weights []int, key seed.Key) []bool {
	const draws, enough = 600, 3
	met, missing := make([]int, len(answers)), 0
	for _, w := range weights {
		missing += min(w, 1)
	}
	var src seed.Stream
	for try := int64(0); try < draws && missing > 0; try++ {
		src.Reset(key.At(try))
		s, err := f.Sample(&src)
		if err != nil {
			continue
		}
		q, err := f.Ask(s, &src)
		if err != nil {
			continue
		}
		if v := slices.Index(answers, q.Answer().String()); v >= 0 && weights[v] > 0 {
			if met[v]++; met[v] == enough {
				missing--
			}
		}
	}
	out := make([]bool, len(answers))
	for v, n := range met {
		out[v] = n >= enough
	}
	return out
}
