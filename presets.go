package gridscribe

import (
	"fmt"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// Text2Space returns the Config of the Text2Space corpus (arXiv 2604.14641), 1,000 records from seed 0: two to eight
// objects, 1 to 12 facts, half determined and half open, half stated and half inferred, the three kinds of question
// and the seven mixtures of words in equal parts.
func Text2Space() Config {
	return Config{
		Records: 1000,
		// In thousandths: 2.5 %, 7.5 % and five times 18 %.
		Objects:      []ObjectWeight{{2, 25}, {3, 75}, {4, 180}, {5, 180}, {6, 180}, {7, 180}, {8, 180}},
		Facts:        FactRange{Min: 1, Max: 12},
		Layouts:      LayoutWeights{Unique: 1, Ambiguous: 1},
		Evidence:     EvidenceWeights{Direct: 1, Inferred: 1},
		Questions:    QuestionWeights{Full: 1, Vertical: 1, Horizontal: 1},
		Vocabularies: allVocabularies(),
	}
}

func allVocabularies() (all []VocabularyWeight) {
	for _, v := range describe.Vocabularies() {
		all = append(all, VocabularyWeight{v, 1})
	}
	return all
}

// StepGame returns the Config of a corpus like StepGame (Shi, Zhang & Lipani 2022), 1,000 records from seed 0: chains
// of one to ten unit steps in equal parts, all of which the answer needs, between objects that may share a cell; the
// eight directions and, from two steps on, "overlap" are equally frequent. There are no distractors: its stories are
// clean.
func StepGame() Config {
	cfg := Config{
		Records:      1000,
		Questions:    QuestionWeights{Full: 1},
		Vocabularies: allVocabularies(),
		Names:        NamesAtRandom,
		Phrasing:     qa.Benchmark,
		Chains:       Chains{Reading: layout.UnitStep, Sharing: true},
	}
	for k := 1; k <= 10; k++ {
		cfg.Hops = append(cfg.Hops, HopWeight{k, 1})
	}
	return cfg
}

// StepGameNoise is [StepGame] with up to three distractors of each kind that StepGame's noise has: facts about objects
// that nothing ties to the chain, facts that lead away from it, and a second, longer way round.
func StepGameNoise() Config {
	cfg := StepGame()
	cfg.Distractors = Distractors{
		Disconnected: CountRange{1, 3}, Branch: CountRange{1, 3}, Useless: CountRange{0, 3},
	}
	return cfg
}

// BAbI17 returns the Config of a corpus like task 17 of bAbI (Weston et al. 2015), positional reasoning, 1,000 records
// from seed 0: two straight unit steps between three shapes, and whether one end is on a side of the other, yes and no
// in equal parts.
func BAbI17() Config {
	return Config{
		Records:      1000,
		Vocabularies: []VocabularyWeight{{describe.Spatial, 1}},
		Families:     []FamilyWeight{{truthName, 1}},
		Names:        NamesOfShapes,
		Phrasing:     qa.Benchmark,
		Chains: Chains{
			Hops: []HopWeight{{2, 1}}, Reading: layout.UnitStep, Straight: true,
		},
	}
}

// BAbI19 returns the Config of a corpus like task 19 of bAbI, path finding, 1,000 records from seed 0: five straight
// unit steps that tie six places together without a loop, and the way from one to another, which takes two of them.
func BAbI19() Config {
	return Config{
		Records:      1000,
		Vocabularies: []VocabularyWeight{{describe.Compass, 1}},
		Families:     []FamilyWeight{{pathName, 1}},
		Names:        NamesOfPlaces,
		Chains: Chains{
			Hops: []HopWeight{{2, 1}}, Reading: layout.UnitStep, Straight: true,
			Distractors: Distractors{Branch: CountRange{3, 3}},
		},
	}
}

// Leveled returns the Config of a corpus of all families at all levels of difficulty in equal parts, 1,000 records from
// seed 0: a quarter as multiple choices, half in other words, the evidence as drawings, texts and both.
func Leveled() Config {
	cfg := Config{
		Records:      1000,
		Vocabularies: allVocabularies(),
		Curriculum: Curriculum{
			Answers: AnswerWeights{Free: 3, Choice: 1}, Phrasings: PhrasingWeights{Canonical: 1, Variant: 1},
		},
	}
	for level := 1; level <= qa.Levels; level++ {
		cfg.Levels = append(cfg.Levels, LevelWeight{level, 1})
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
		{"stepgame", "like StepGame, clean: chains of 1-10 unit steps, every one of which the answer needs", StepGame},
		{"stepgame-noise", "the same with distractors of three kinds", StepGameNoise},
		{"babi17", "like bAbI task 17: two facts about three shapes, a yes-no question", BAbI17},
		{"babi19", "like bAbI task 19: five facts about six places, the way from one to another", BAbI19},
		{"curriculum", "all families of questions, about texts, maps and all else, at four levels of difficulty", Leveled},
	}
}

// ParsePreset returns the preset with this name. The error names what is allowed.
func ParsePreset(name string) (Preset, error) {
	var known []string
	for _, p := range Presets() {
		if p.Name == name {
			return p, nil
		}
		known = append(known, p.Name)
	}
	return Preset{}, fmt.Errorf("gridscribe: preset %q; %s are allowed", name, strings.Join(known, ", "))
}
