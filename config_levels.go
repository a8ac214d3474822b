package gridscribe

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/qa"
)

// Curriculum is the part of a [Config] for corpora that go by levels: every family of [qa.Families], each at levels of
// difficulty. The zero Curriculum is another sort of corpus.
type Curriculum struct {
	// Levels weighs the levels of difficulty, each from 1 to qa.Levels.
	Levels []LevelWeight `json:"levels,omitzero"`
	// Answers weighs free answers against multiple choices. All zero stands for free ones alone; a question that has too
	// few mistakes to choose from stays free.
	Answers AnswerWeights `json:"answers,omitzero"`
	// Phrasings weighs how questions are worded. All zero stands for Phrasing alone.
	Phrasings PhrasingWeights `json:"phrasings,omitzero"`
	// Media weighs as what the evidence is shown, in each family. All zero stands for equal parts. Where a question does
	// not allow the one that is due, one that it does is drawn; where it allows none that has a weight, its first medium
	// is taken.
	Media MediumWeights `json:"media,omitzero"`
	// Contrasts makes pairs: record 2k+1 asks the contrast of record 2k ("farthest" for "nearest") about the same scene,
	// where there is one; else record 2k+1 stands by itself.
	Contrasts bool `json:"contrasts,omitzero"`
}

// LevelWeight is the weight of one level.
type LevelWeight struct {
	Level  int `json:"level"`
	Weight int `json:"weight"`
}

// AnswerWeights weighs free answers against multiple choices.
type AnswerWeights struct {
	Free   int `json:"free"`
	Choice int `json:"choice"`
}

// PhrasingWeights weighs the phrasings.
type PhrasingWeights struct {
	Canonical int `json:"canonical"`
	Variant   int `json:"variant"`
}

// MediumWeights weighs the media.
type MediumWeights struct {
	Drawing int `json:"drawing"`
	Text    int `json:"text"`
	Both    int `json:"both"`
}

func (w AnswerWeights) weights() []int   { return []int{w.Free, w.Choice} }
func (w PhrasingWeights) weights() []int { return []int{w.Canonical, w.Variant} }
func (w MediumWeights) weights() []int   { return []int{w.Drawing, w.Text, w.Both} }

// leveled reports whether the corpus goes by levels.
func (c Config) leveled() bool { return len(c.Levels) > 0 }

// validateCurriculum checks the fields of Curriculum, and that those of other sorts of corpora are left alone.
func (c Config) validateCurriculum() error {
	if !c.leveled() {
		for _, own := range []struct {
			field string
			set   bool
		}{
			{"answers", c.Answers != AnswerWeights{}}, {"phrasings", c.Phrasings != PhrasingWeights{}},
			{"media", c.Media != MediumWeights{}}, {"contrasts", c.Contrasts},
		} {
			if own.set {
				return configErrorf("%s is set, but levels is not; a corpus that goes by levels needs some", own.field)
			}
		}
		return nil
	}
	for _, other := range []struct {
		field string
		set   bool
	}{
		{"hops", c.chained()}, {"objects", len(c.Objects) > 0}, {"facts", c.Facts != FactRange{}},
		{"layouts", c.Layouts != LayoutWeights{}}, {"evidence", c.Evidence != EvidenceWeights{}},
		{"questions", c.Questions != QuestionWeights{}}, {"names", c.Names != NamesInOrder},
	} {
		if other.set {
			return configErrorf("%s is set and so is levels; a corpus goes by one of them: leave out %s, or start from the preset "+
				"curriculum", other.field, other.field)
		}
	}
	seen := make(map[int]bool)
	total := 0
	for i, l := range c.Levels {
		if l.Level < 1 || l.Level > qa.Levels {
			return configErrorf("levels[%d].level is %d; 1 to %d are allowed", i, l.Level, qa.Levels)
		}
		if seen[l.Level] {
			return configErrorf("levels[%d].level is %d, which stands there already; each level once", i, l.Level)
		}
		seen[l.Level] = true
		if err := checkWeight(fmt.Sprintf("levels[%d].weight", i), l.Weight); err != nil {
			return err
		}
		total += l.Weight
	}
	if total == 0 {
		return configErrorf("levels has no weight above 0; at least one level is needed")
	}
	if c.Phrasings != (PhrasingWeights{}) && c.Phrasing != qa.Canonical {
		return configErrorf("phrasing is %v and phrasings is set too; leave out one of them", c.Phrasing)
	}
	if err := checkWeights("answers", []string{"free", "choice"}, c.Answers.weights(), false); err != nil {
		return err
	}
	if err := checkWeights("phrasings", []string{"canonical", "variant"}, c.Phrasings.weights(), false); err != nil {
		return err
	}
	return checkWeights("media", []string{"drawing", "text", "both"}, c.Media.weights(), false)
}

// FamilyWeights is a list of weights. In JSON it is a list as well, or an object such as {"direction": 3, "path": 1},
// whose members then stand in the order of the alphabet.
type FamilyWeights []FamilyWeight

// UnmarshalJSON reads a list or an object.
func (w *FamilyWeights) UnmarshalJSON(data []byte) error {
	if trimmed := bytes.TrimSpace(data); len(trimmed) == 0 || trimmed[0] != '{' {
		dec := json.NewDecoder(bytes.NewReader(data))
		dec.DisallowUnknownFields()
		var list []FamilyWeight
		if err := dec.Decode(&list); err != nil {
			return err
		}
		*w = list
		return nil
	}
	var object map[string]int
	if err := json.Unmarshal(data, &object); err != nil {
		return fmt.Errorf("families: %w", err)
	}
	*w = make(FamilyWeights, 0, len(object))
	for family, weight := range object {
		*w = append(*w, FamilyWeight{family, weight})
	}
	slices.SortFunc(*w, func(a, b FamilyWeight) int { return cmp.Compare(a.Family, b.Family) })
	return nil
}
