package gridscribe

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// Config says what a corpus holds. Together with the stream version and the lexicon version it fixes every byte of it.
// Weights are whole numbers and relative: 1 and 3 mean a quarter and three quarters. The zero Config is not valid;
// start from a preset, such as [Text2Space] or [StepGame].
//
// The weights hold exactly, in every block of records: see [Corpus.Block]. What cannot be, such as an ambiguous layout
// of two objects, is shared out to what can, and [Corpus.Design] tells how.
//
// There are three sorts of corpora. One goes by the shape of a text: Objects, Facts, Layouts and Evidence say how much
// it states and how much it leaves open. One goes by Hops: how many facts an answer needs, and what other facts stand
// around them. One goes by Levels: every family of questions, about texts, maps and all else, at levels of difficulty.
// Each leaves the fields of the others alone.
type Config struct {
	// Seed names the corpus. Every value is as good as any other; neighbouring seeds share nothing. Two Configs with one
	// seed share their random choices: where only the vocabularies differ, the layouts are the same. Give a test corpus
	// another seed, or use the splits of one corpus.
	Seed uint64 `json:"seed"`
	// Records is how many records All makes, 0 or more. A larger corpus starts with the records of a smaller one.
	Records int64 `json:"records"`
	// Objects weighs the numbers of objects in a layout, each from 2 to layout.MaxObjects.
	Objects []ObjectWeight `json:"objects"`
	// Facts bounds how many facts a text states. Within it, every number that a layout allows is equally frequent:
	// n objects need at least n-1 facts and have at most one for each pair.
	Facts FactRange `json:"facts"`
	// Layouts weighs texts that determine the whole layout against texts that leave some of it open, for every number
	// of objects that has both. Two objects are always determined.
	Layouts LayoutWeights `json:"layouts"`
	// Evidence weighs questions about a stated pair against questions whose answer must be inferred, likewise.
	Evidence EvidenceWeights `json:"evidence"`
	// Questions weighs what is asked about the pair. Each answer of a kind of question is equally frequent. Questions of
	// truth and of the way, which have no such kinds, go without.
	Questions QuestionWeights `json:"questions"`
	// Vocabularies weighs the mixtures of words. A mixture of k needs at least k facts.
	Vocabularies []VocabularyWeight `json:"vocabularies"`
	// Families weighs the families of questions, by their names in [qa.Families]; none stands for direction alone. See
	// [FamilyWeight] for which may stand where.
	Families FamilyWeights `json:"families,omitzero"`
	// Names says what the objects are called.
	Names NameKind `json:"names,omitzero"`
	// Phrasing says how questions are worded.
	Phrasing qa.Phrasing `json:"phrasing,omitzero"`

	Chains
	Curriculum
	Balance
}

// ObjectWeight is the weight of one number of objects.
type ObjectWeight struct {
	Objects int `json:"objects"`
	Weight  int `json:"weight"`
}

// FactRange bounds the number of stated facts, both ends included, from 1.
type FactRange struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// LayoutWeights weighs determined layouts against open ones.
type LayoutWeights struct {
	Unique    int `json:"unique"`
	Ambiguous int `json:"ambiguous"`
}

// EvidenceWeights weighs stated pairs against inferred ones.
type EvidenceWeights struct {
	Direct   int `json:"direct"`
	Inferred int `json:"inferred"`
}

// QuestionWeights weighs the three kinds of question.
type QuestionWeights struct {
	Full       int `json:"full"`
	Vertical   int `json:"vertical"`
	Horizontal int `json:"horizontal"`
}

// VocabularyWeight is the weight of one mixture of words.
type VocabularyWeight struct {
	Vocabulary describe.Vocabulary `json:"vocabulary"`
	Weight     int                 `json:"weight"`
}

// maxWeight bounds every weight, so that sums and products of weights stay exact.
const maxWeight = 1_000_000

// ErrConfig is wrapped by every error about the content of a [Config].
var ErrConfig = errors.New("invalid config")

func configErrorf(format string, args ...any) error {
	return fmt.Errorf("gridscribe: %w: "+format, append([]any{ErrConfig}, args...)...)
}

// Validate reports the first field that is out of range, by its name in JSON, and what is allowed; fields that
// contradict each other; or a number of objects or hops that no problem of this Config has. Its errors wrap
// [ErrConfig], and [layout.ErrInfeasible] where a number of hops cannot be.
func (c Config) Validate() error {
	_, err := newDesign(c)
	return err
}

func (c Config) validateFields() error {
	if c.Records < 0 {
		return configErrorf("records is %d; 0 or more is allowed", c.Records)
	}
	for _, validate := range []func() error{
		c.validateCurriculum, c.validateChains, c.validateShapes, c.validateFamilies, c.validateQuestions, c.validateVocabularies,
		c.validateAnswerValues,
	} {
		if err := validate(); err != nil {
			return err
		}
	}
	switch {
	case c.Names >= nameKinds:
		return configErrorf("names is %d; %s are allowed", c.Names, strings.Join(nameKindNames[:], ", "))
	case c.Phrasing >= qa.Phrasings:
		return configErrorf("phrasing is %d; %s are allowed", c.Phrasing, strings.Join(phrasingNames(), ", "))
	}
	return nil
}

// validateShapes checks the fields of a corpus that goes by the shape of texts.
func (c Config) validateShapes() error {
	if c.chained() || c.leveled() {
		return nil
	}
	seen := make(map[int]bool)
	total := 0
	for i, o := range c.Objects {
		if o.Objects < 2 || o.Objects > layout.MaxObjects {
			return configErrorf("objects[%d].objects is %d; 2 to %d are allowed", i, o.Objects, layout.MaxObjects)
		}
		if seen[o.Objects] {
			return configErrorf("objects[%d].objects is %d, which stands there already; each number once", i, o.Objects)
		}
		seen[o.Objects] = true
		if err := checkWeight(fmt.Sprintf("objects[%d].weight", i), o.Weight); err != nil {
			return err
		}
		total += o.Weight
	}
	if total == 0 {
		return configErrorf("objects has no weight above 0; at least one number of objects is needed")
	}
	if c.Facts.Min < 1 {
		return configErrorf("facts.min is %d; 1 or more is allowed", c.Facts.Min)
	}
	if c.Facts.Max < c.Facts.Min {
		return configErrorf("facts.max is %d; facts.min (%d) or more is allowed", c.Facts.Max, c.Facts.Min)
	}
	err := checkWeights("layouts", []string{"unique", "ambiguous"}, c.Layouts.weights(), true)
	if err != nil {
		return err
	}
	if err := checkWeights("evidence", []string{"direct", "inferred"}, c.Evidence.weights(), true); err != nil {
		return err
	}
	for i, o := range c.Objects {
		if o.Weight > 0 && o.Objects > c.Names.most() {
			return configErrorf("objects[%d].objects is %d; with names %v, 2 to %d are allowed", i, o.Objects, c.Names,
				c.Names.most())
		}
	}
	return nil
}

func (c Config) validateQuestions() error {
	needed := !c.leveled() && (!c.chained() || c.asks(directionName))
	return checkWeights("questions", []string{"full", "vertical", "horizontal"}, c.Questions.weights(), needed)
}

func (c Config) validateVocabularies() error {
	seen := make(map[describe.Vocabulary]bool)
	total := 0
	for i, v := range c.Vocabularies {
		if !v.Vocabulary.Valid() {
			return configErrorf("vocabularies[%d].vocabulary is %d; spatial, cardinal, clock or a mixture such as "+
				"spatial+clock is allowed", i, v.Vocabulary)
		}
		if seen[v.Vocabulary] {
			return configErrorf("vocabularies[%d].vocabulary is %v, which stands there already; each mixture once",
				i, v.Vocabulary)
		}
		seen[v.Vocabulary] = true
		if v.Weight > 0 && c.Reading == layout.HalfPlane && v.Vocabulary.Has(describe.Clock) {
			return configErrorf("vocabularies[%d].vocabulary is %v; with reading %v, in which no clock says a straight "+
				"direction, spatial, cardinal and spatial+cardinal are allowed", i, v.Vocabulary, c.Reading)
		}
		if err := checkWeight(fmt.Sprintf("vocabularies[%d].weight", i), v.Weight); err != nil {
			return err
		}
		total += v.Weight
	}
	if total == 0 {
		return configErrorf("vocabularies has no weight above 0; at least one mixture is needed")
	}
	return nil
}

// clone returns a copy that shares nothing.
func (c Config) clone() Config {
	c.Objects, c.Vocabularies = slices.Clone(c.Objects), slices.Clone(c.Vocabularies)
	c.Families, c.Hops, c.Levels = slices.Clone(c.Families), slices.Clone(c.Hops), slices.Clone(c.Levels)
	c.AnswerValues, c.Cross = slices.Clone(c.AnswerValues), slices.Clone(c.Cross)
	for i := range c.Cross {
		c.Cross[i] = slices.Clone(c.Cross[i])
	}
	return c
}

// text returns the Config as JSON, Records left aside: they do not change a record.
func (c Config) text() []byte {
	c.Records = 0
	text, err := json.Marshal(c)
	if err != nil { // not reached: a valid Config holds nothing that JSON cannot say
		return []byte("{}")
	}
	return text
}

// idOf returns eight hexadecimal digits that tell the texts of Configs apart.
func idOf(text []byte) string {
	hash := sha256.Sum256(text)
	return hex.EncodeToString(hash[:4])
}

func checkWeight(field string, w int) error {
	if w < 0 || w > maxWeight {
		return configErrorf("%s is %d; 0 to %d are allowed", field, w, maxWeight)
	}
	return nil
}

// checkWeights checks the weights of a group's fields, and that one is above 0 where that is needed.
func checkWeights(group string, fields []string, weights []int, needed bool) error {
	total := 0
	for i, w := range weights {
		if err := checkWeight(group+"."+fields[i], w); err != nil {
			return err
		}
		total += w
	}
	if total == 0 && needed {
		return configErrorf("%s has no weight above 0; at least one is needed", group)
	}
	return nil
}

func (w LayoutWeights) weights() []int   { return []int{w.Unique, w.Ambiguous} }
func (w EvidenceWeights) weights() []int { return []int{w.Direct, w.Inferred} }
func (w QuestionWeights) weights() []int { return []int{w.Full, w.Vertical, w.Horizontal} }

// ReadConfig reads a Config from JSON, as json.Marshal writes it. Fields that the JSON does not name keep the values of
// base, and so does one that is null. An unknown field, a second value or a wrong type is an error that wraps
// [ErrConfig]; the content is not validated yet.
func ReadConfig(r io.Reader, base Config) (Config, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return Config{}, fmt.Errorf("gridscribe: reading a config: %w", err)
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil {
		return Config{}, configErrorf("not one JSON object: %v", err)
	}
	if object == nil {
		return Config{}, configErrorf("not one JSON object: null")
	}
	// A list in the JSON replaces the one of base; decoding into that would merge them element by element.
	out := base
	out.Objects, out.Vocabularies, out.Families, out.Hops, out.Levels = nil, nil, nil, nil, nil
	out.Cross, out.AnswerValues = nil, nil
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&out); err != nil {
		return Config{}, configErrorf("%v", err)
	}
	if out.Objects == nil {
		out.Objects = base.Objects
	}
	if out.Vocabularies == nil {
		out.Vocabularies = base.Vocabularies
	}
	if out.Families == nil {
		out.Families = base.Families
	}
	if out.Hops == nil {
		out.Hops = base.Hops
	}
	if out.Levels == nil {
		out.Levels = base.Levels
	}
	if out.Cross == nil {
		out.Cross = base.Cross
	}
	if out.AnswerValues == nil {
		out.AnswerValues = base.AnswerValues
	}
	return out.clone(), nil
}
