package gridscribe

import (
	"slices"
	"strconv"

	"github.com/gridscribe/gridscribe/layout"
)

// The dimensions of a corpus that goes by the shape of texts.
const (
	shapeObjects = iota
	shapeLayout
	shapeWords // how many vocabularies the facts have room for; hidden, so that few rows share the vocabularies out
	shapeFacts
	shapeEvidence
	shapeQuestion
	shapeAnswer
	shapeOrder
	shapeFamily
	shapeVocabulary
)

var fullAnswers = [...]layout.Cardinal{
	layout.N, layout.NE, layout.E, layout.SE, layout.S, layout.SW, layout.W, layout.NW,
}

var halfAnswers = [layout.Aspects][3]layout.Cardinal{
	layout.Vertical:   {layout.N, layout.S, layout.EQ},
	layout.Horizontal: {layout.W, layout.E, layout.EQ},
}

// shapeAnswers returns the answers of an aspect where no two objects share a cell.
func shapeAnswers(aspect layout.Aspect) []layout.Cardinal {
	if aspect == layout.Full {
		return fullAnswers[:]
	}
	return halfAnswers[aspect][:]
}

// mostVocabularies is how many there are in a mixture at most.
const mostVocabularies = 3

// ownAnswer is the answer of questions whose family draws it.
const ownAnswer = "any"

// draftShapes declares the design of a corpus that goes by the shape of texts.
func draftShapes(cfg Config) (*draft, error) {
	dr := new(draft)
	var objects []string
	var weights []int
	for _, o := range cfg.Objects {
		objects, weights = append(objects, strconv.Itoa(o.Objects)), append(weights, o.Weight)
		if o.Weight > 0 {
			dr.most = max(dr.most, o.Objects)
		}
	}
	most := min(cfg.Facts.Max, dr.most*(dr.most-1)/2)
	var facts []string
	for m := cfg.Facts.Min; m <= most; m++ {
		facts = append(facts, strconv.Itoa(m))
	}
	objectsOf := func(at []int) int { return cfg.Objects[at[shapeObjects]].Objects }
	factsOf := func(at []int) int { return cfg.Facts.Min + at[shapeFacts] }
	wordsOf := func(at []int) int { return at[shapeWords] + 1 }
	can := func(at []int, facts, evidence int) bool {
		return feasible(cfg, objectsOf(at), facts, at[shapeLayout] == 0, evidence)
	}
	countOf := func(at []int) (weights []int) { // of numbers of facts
		for k := range facts {
			w := 0
			if can(at, cfg.Facts.Min+k, 0) || can(at, cfg.Facts.Min+k, 1) {
				w = 1
			}
			weights = append(weights, w)
		}
		return weights
	}
	families := cfg.familyWeights()
	labels := newLabels()
	asked := cfg.answerWeights(directionName, labels.names)
	for aspect, w := range cfg.Questions.weights() {
		if w > 0 && sum(labelWeights(labels, asked, layout.Aspect(aspect), shapeAnswers(layout.Aspect(aspect)))) == 0 {
			return nil, configErrorf("answer_values has no answer with a weight for questions of the kind %v; it needs one, such as %q",
				layout.Aspect(aspect), labelsOf(labels, layout.Aspect(aspect))[0])
		}
	}
	dr.dims = []dimension{
		shapeObjects: fixed("objects", objects, weights),
		shapeLayout: {
			name: "layout", values: []string{"unique", "ambiguous"}, within: []int{shapeObjects},
			weights: func([]int) []int { return cfg.Layouts.weights() },
			allowed: func(at []int, v int) bool {
				at = slices.Clone(at)
				at[shapeLayout] = v
				return sum(countOf(at)) > 0
			},
			reason: "no number of facts that is asked for makes such a layout of so many objects",
		},
		shapeWords: {
			name: "facts", hidden: true, values: []string{"1", "2", "3 or more"}, within: []int{shapeObjects, shapeLayout},
			weights: func(at []int) []int {
				out := make([]int, mostVocabularies)
				for k, w := range countOf(at) {
					out[min(cfg.Facts.Min+k, mostVocabularies)-1] += w
				}
				return out
			},
		},
		shapeFacts: {
			name: "facts", values: facts, within: []int{shapeObjects, shapeLayout, shapeWords},
			weights: func(at []int) []int {
				out := countOf(at)
				for k := range out {
					if min(cfg.Facts.Min+k, mostVocabularies)-1 != at[shapeWords] {
						out[k] = 0
					}
				}
				return out
			},
		},
		shapeEvidence: {
			name: "evidence", values: []string{"direct", "inferred"}, within: []int{shapeObjects},
			needs:   []int{shapeLayout, shapeFacts},
			weights: func([]int) []int { return cfg.Evidence.weights() },
			allowed: func(at []int, v int) bool { return can(at, factsOf(at), v) },
			reason:  "so many facts leave no such pair",
		},
		shapeQuestion: {
			name: "question", values: aspectNames(), within: []int{shapeObjects},
			needs:   []int{shapeLayout, shapeFacts, shapeEvidence},
			weights: func([]int) []int { return cfg.Questions.weights() },
			allowed: func(at []int, v int) bool {
				return layout.Feasible(objectsOf(at), factsOf(at), at[shapeLayout] == 0, at[shapeEvidence] == 0, layout.Aspect(v))
			},
			reason: "so many facts leave no pair of which the whole relation could be inferred",
		},
		shapeAnswer: {
			name: "answer", values: labels.names, within: []int{shapeQuestion},
			weights: func(at []int) []int {
				aspect := layout.Aspect(at[shapeQuestion])
				return labelWeights(labels, asked, aspect, shapeAnswers(aspect))
			},
		},
		shapeOrder:      fixed("order", []string{"locatum first", "relatum first"}, ones(2), shapeQuestion, shapeAnswer),
		shapeFamily:     familyDimension(cfg),
		shapeVocabulary: vocabularyDimension(cfg, []int{shapeWords}, wordsOf),
	}
	if own := cfg.familiesBut(func(f string) bool { return f == directionName }); len(own) > 0 {
		dr.dims[shapeAnswer].own = own
		dr.dims[shapeAnswer].note = "the direction in which the pair lies; a question of another family has an answer of its own"
	}
	dr.dims[shapeFamily].note = "a record whose facts hold no question of its family asks for a direction"
	dr.impossible = func(dim int, at []int) error {
		if dim == shapeVocabulary {
			return noVocabulary(wordsOf(at))
		}
		n := objectsOf(at)
		return configErrorf("objects: %d objects have no problem with facts.min %d to facts.max %d, layouts %+v, "+
			"evidence %+v and questions %+v; they need %d to %d facts", n, cfg.Facts.Min, cfg.Facts.Max,
			cfg.Layouts, cfg.Evidence, cfg.Questions, n-1, n*(n-1)/2)
	}
	dr.brief = func(_ int64, v [maxDimensions]int) brief {
		return brief{
			spec: layout.Spec{
				Objects: cfg.Objects[v[shapeObjects]].Objects, Facts: cfg.Facts.Min + v[shapeFacts], Unique: v[shapeLayout] == 0,
				Direct: v[shapeEvidence] == 0, Aspect: layout.Aspect(v[shapeQuestion]), Answer: labels.relation[v[shapeQuestion]][v[shapeAnswer]],
				LocatumFirst: v[shapeOrder] == 0,
			},
			family:     families[v[shapeFamily]].Family,
			vocabulary: cfg.Vocabularies[v[shapeVocabulary]].Vocabulary,
		}
	}
	return dr, nil
}

// feasible reports whether the Config wants and can have direct (evidence 0) or inferred (1) questions of such a shape.
func feasible(cfg Config, objects, facts int, unique bool, evidence int) bool {
	if cfg.Evidence.weights()[evidence] == 0 {
		return false
	}
	for aspect, w := range cfg.Questions.weights() {
		if w > 0 && layout.Feasible(objects, facts, unique, evidence == 0, layout.Aspect(aspect)) {
			return true
		}
	}
	return false
}

// labelWeights returns the weights of labels, by name, as answers of an aspect: those that are asked for, or even ones.
func labelWeights(l *labels, asked []int, aspect layout.Aspect, answers []layout.Cardinal) []int {
	out := make([]int, len(l.names))
	for k, c := range l.relation[aspect] {
		switch {
		case c == noRelation || !slices.Contains(answers, c):
		case asked == nil:
			out[k] = 1
		default:
			out[k] = asked[k]
		}
	}
	return out
}

// labelsOf lists the labels of an aspect.
func labelsOf(l *labels, aspect layout.Aspect) (names []string) {
	for k, c := range l.relation[aspect] {
		if c != noRelation {
			names = append(names, l.names[k])
		}
	}
	return names
}

func aspectNames() (names []string) {
	for a := range layout.Aspect(layout.Aspects) {
		names = append(names, a.String())
	}
	return names
}

func cardinalNames() (names []string) {
	for c := range layout.Cardinal(layout.Cardinals) {
		names = append(names, c.String())
	}
	return names
}
