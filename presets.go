package gridscribe

import "github.com/gridscribe/gridscribe/describe"

// Text2Space returns the Config of the Text2Space corpus (arXiv 2604.14641), 1,000 records from seed 0: two to eight
// objects, 1 to 12 facts, half determined and half open, half stated and half inferred, the three kinds of question
// and the seven mixtures of words in equal parts.
func Text2Space() Config {
	cfg := Config{
		Records: 1000,
		// In thousandths: 2.5 %, 7.5 % and five times 18 %.
		Objects:   []ObjectWeight{{2, 25}, {3, 75}, {4, 180}, {5, 180}, {6, 180}, {7, 180}, {8, 180}},
		Facts:     FactRange{Min: 1, Max: 12},
		Layouts:   LayoutWeights{Unique: 1, Ambiguous: 1},
		Evidence:  EvidenceWeights{Direct: 1, Inferred: 1},
		Questions: QuestionWeights{Full: 1, Vertical: 1, Horizontal: 1},
	}
	for _, v := range describe.Vocabularies() {
		cfg.Vocabularies = append(cfg.Vocabularies, VocabularyWeight{v, 1})
	}
	return cfg
}

// Preset is a named Config.
type Preset struct {
	Name    string
	Summary string // one line
	Config  func() Config
}

// Presets lists the presets, the default first.
func Presets() []Preset {
	return []Preset{
		{"text2space", "the Text2Space corpus: 2-8 objects, 1-12 facts, everything balanced", Text2Space},
	}
}
