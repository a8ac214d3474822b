package export

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// column is a property that a summary counts.
type column struct {
	name   string
	values []string // listed ahead, so that the order does not depend on which value comes first
	of     func(*gridscribe.Record) string
}

// columns returns what is counted of a corpus.
func columns(cfg gridscribe.Config) []column {
	if cfg.Sort() == gridscribe.ByLevels {
		return []column{levelColumn(cfg), familyColumn(cfg), mediumColumn(), choiceColumn()}
	}
	aspects := column{name: "question", of: func(rec *gridscribe.Record) string {
		if q := rec.Direction(); q != nil {
			return q.Aspect.String()
		}
		return ""
	}}
	for _, aspect := range askedAspects(cfg) {
		aspects.values = append(aspects.values, aspect.String())
	}
	words := column{name: "vocabulary", of: func(rec *gridscribe.Record) string { return rec.Vocabulary.String() }}
	for _, v := range describe.Vocabularies() {
		words.values = append(words.values, v.String())
	}
	if cfg.Sort() == gridscribe.ByHops {
		all := []column{hopColumn(cfg), familyColumn(cfg), aspects, words, answerColumn(cfg)}
		return slices.DeleteFunc(all, func(c column) bool { return len(c.values) == 0 }) // questions of truth and of ways ask no direction
	}
	objects := column{name: "objects", of: func(rec *gridscribe.Record) string { return strconv.Itoa(rec.Layout.Len()) }}
	for _, o := range cfg.Objects {
		objects.values = append(objects.values, strconv.Itoa(o.Objects))
	}
	slices.SortFunc(objects.values, byNumber)
	evidence := column{"evidence", []string{"direct", "inferred"}, func(rec *gridscribe.Record) string {
		return pick(rec.Direct, "direct", "inferred")
	}}
	layouts := column{"layout", []string{"unique", "ambiguous"}, func(rec *gridscribe.Record) string {
		return pick(rec.Unique, "unique", "ambiguous")
	}}
	facts := column{name: "facts", of: func(rec *gridscribe.Record) string { return strconv.Itoa(len(rec.Plan.Facts)) }}
	for n := cfg.Facts.Min; n <= min(cfg.Facts.Max, maxListed); n++ {
		facts.values = append(facts.values, strconv.Itoa(n))
	}
	all := []column{objects, facts, countedHops(), aspects, words, evidence, layouts, answerColumn(cfg)}
	if len(cfg.Families) > 0 {
		all = append(all, familyColumn(cfg))
	}
	return all
}

// maxListed is how many numbers of facts are listed ahead.
const maxListed = 64

// countedHops is the column of hops where the Config does not say which there are.
func countedHops() column {
	return column{name: "hops", of: func(rec *gridscribe.Record) string { return strconv.Itoa(rec.Hops()) }}
}

// crossings returns the names of the pairs of columns that are counted together: some that people look for, and those
// that the Config crosses.
func crossings(cfg gridscribe.Config) [][]string {
	all := [][]string{{"family", "level"}, {"objects", "answer"}, {"hops", "answer"}}
	for _, names := range cfg.Cross {
		if len(names) == 2 && !slices.ContainsFunc(all, func(have []string) bool {
			return slices.Equal(have, names) || have[0] == names[1] && have[1] == names[0]
		}) {
			all = append(all, names)
		}
	}
	return all
}

// askedAspects lists the kinds of direction question, in a corpus with hops only those that have a weight.
func askedAspects(cfg gridscribe.Config) (all []layout.Aspect) {
	weights := [layout.Aspects]int{cfg.Questions.Full, cfg.Questions.Vertical, cfg.Questions.Horizontal}
	for aspect, weight := range weights {
		if weight > 0 || len(cfg.Hops) == 0 {
			all = append(all, layout.Aspect(aspect))
		}
	}
	return all
}

func hopColumn(cfg gridscribe.Config) column {
	c := countedHops()
	for _, h := range cfg.Hops {
		c.values = append(c.values, strconv.Itoa(h.Hops))
	}
	slices.SortFunc(c.values, byNumber)
	return c
}

func levelColumn(cfg gridscribe.Config) column {
	c := column{name: "level", of: func(rec *gridscribe.Record) string { return strconv.Itoa(rec.Level) }}
	for _, l := range cfg.Levels {
		c.values = append(c.values, strconv.Itoa(l.Level))
	}
	slices.SortFunc(c.values, byNumber)
	return c
}

func mediumColumn() column {
	return column{"medium", []string{qa.AsDrawing.String(), qa.AsText.String(), qa.AsBoth.String()},
		func(rec *gridscribe.Record) string { return rec.Medium.String() }}
}

func choiceColumn() column {
	return column{"choice", []string{"free", "choice"}, func(rec *gridscribe.Record) string {
		_, choice := rec.Question.(qa.Options)
		return pick(choice, "choice", "free")
	}}
}

func byNumber(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) }

func familyColumn(cfg gridscribe.Config) column {
	c := column{name: "family", of: func(rec *gridscribe.Record) string { return rec.Question.Family() }}
	for _, f := range cfg.Families {
		c.values = append(c.values, f.Family)
	}
	switch {
	case len(c.values) > 0:
	case cfg.Sort() == gridscribe.ByLevels:
		c.values = gridscribe.FamilyNames(gridscribe.ByLevels)
	default:
		c.values = []string{qa.DirectionFamily{}.Name()}
	}
	return c
}

// answerColumn counts labels and truth values. Answers of other kinds are too many to be listed.
func answerColumn(cfg gridscribe.Config) column {
	c := column{name: "answer", of: func(rec *gridscribe.Record) string {
		if q := rec.Direction(); q != nil {
			return q.Label().String()
		}
		if value, ok := rec.Question.Answer().(qa.TruthValue); ok {
			return value.String()
		}
		return ""
	}}
	families := askedFamilies(cfg)
	asks := func(names ...string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return slices.Contains(families, name) })
	}
	if len(families) == 0 || asks(directions...) {
		for _, aspect := range askedAspects(cfg) {
			for _, label := range qa.LabelsIn(layout.World{Sharing: cfg.Sharing}, aspect) {
				c.values = append(c.values, label.String())
			}
		}
	}
	if asks(qa.TruthFamily{}.Name(), qa.PossibleFamily{}.Name(), qa.ArrangeFamily{}.Name()) {
		for value := range qa.TruthValue(qa.TruthValues) {
			if name := value.String(); name != "" {
				c.values = append(c.values, name)
			}
		}
	}
	return c
}

func pick(b bool, yes, no string) string {
	if b {
		return yes
	}
	return no
}
