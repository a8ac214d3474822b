package gridscribe

import (
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// Record is a layout and all that is said of it: the stated facts in order and their wording, the drawing, one question
// with its answer, and what the text leaves open. The zero Record is ready to be filled by [Builder.Build]; until then it
// has nothing to say.
type Record struct {
	Index int64  // record number, from 0
	Seed  uint64 // the corpus's seed
	// Corpus tells Configs with one seed apart: eight hexadecimal digits, a hash of the Config without Records.
	Corpus string

	Plan       describe.Plan       // the stated facts, as indices into Layout.Entities, and their wording
	Vocabulary describe.Vocabulary // the vocabularies that occur
	Layout     layout.Layout       // the canonical layout of the facts, in the order of the names
	World      layout.World        // what the text takes for granted about the grid
	// Question is what is asked. Its value lies in the record's memory, as everything else does: it is valid until the
	// record is filled again, and [Record.Clone] keeps it.
	Question qa.Question
	Proof      layout.Proof // a smallest set of stated facts that proves the answer; refers to Plan.Facts

	Unique          bool // the facts determine the whole layout
	Direct          bool // the pair asked about is stated, from either side
	AmbiguousStages int  // facts, in order, after which the objects mentioned so far were not determined yet

	lexicon   *describe.Lexicon
	names     []string
	direction qa.Direction // what Question points to when the family is direction
}

// Names returns the names of the objects in order. The slice is shared: do not change it.
func (r *Record) Names() []string { return r.names }

// Subject returns the facts, the layout and the world, for questions of other families. It shares the record's memory.
func (r *Record) Subject() qa.Subject {
	return qa.Subject{Facts: r.Plan.Facts, Layout: r.Layout, World: r.World}
}

// Direction returns the question if it asks for a direction, else nil. It lies in the record's memory.
func (r *Record) Direction() *qa.Direction {
	q, _ := r.Question.(*qa.Direction)
	return q
}

// Hops returns the least number of stated facts that prove the answer. Beyond some dozens of objects it may be a little
// more: see [layout.Proof].
func (r *Record) Hops() int { return r.Proof.Hops() }

// AppendText appends the description: one sentence a fact.
func (r *Record) AppendText(dst []byte) []byte { return r.Plan.Append(dst, r.lexicon, r.names) }

// AppendDrawing appends the drawing in a style.
func (r *Record) AppendDrawing(dst []byte, style scene.Style) []byte {
	return scene.Append(dst, r.Layout, style)
}

// AppendRelations appends every ordered pair's relation, as the drawing shows it, in alphabetical order.
func (r *Record) AppendRelations(dst []byte) []byte { return describe.AppendPairs(dst, r.Layout) }

// AppendQuestion appends the question.
func (r *Record) AppendQuestion(dst []byte) []byte {
	if r.Question == nil {
		return dst
	}
	return r.Question.AppendText(dst)
}

// AppendAnswer appends the answer: the label of a direction.
func (r *Record) AppendAnswer(dst []byte) []byte {
	if q := r.Direction(); q != nil { // Question.Answer would allocate
		return append(dst, q.Label().String()...)
	}
	if r.Question == nil {
		return dst
	}
	return append(dst, r.Question.Answer().String()...)
}

// AppendSteps appends the reasoning that leads to the answer, short of the answer itself.
func (r *Record) AppendSteps(dst []byte) []byte {
	q := r.Direction()
	if q == nil {
		return dst
	}
	return describe.AppendSteps(dst, r.Plan.Facts, r.Proof, q.Locatum, r.names)
}

// Text returns what AppendText appends.
func (r *Record) Text() string { return string(r.AppendText(nil)) }

// Drawing returns what AppendDrawing appends.
func (r *Record) Drawing(style scene.Style) string { return string(r.AppendDrawing(nil, style)) }

// Fingerprint returns a number that is equal for problems, text and question, that differ only in names, wording, the
// order or side from which facts are stated, and a symmetry of the square.
func (r *Record) Fingerprint() uint64 {
	q := r.Direction()
	if q == nil {
		return r.TextFingerprint()
	}
	return layout.Fingerprint(r.Layout.Len(), r.Plan.Facts, q.Locatum, q.Relatum, q.Aspect)
}

// TextFingerprint is the same for the text alone, whatever is asked about it. That of the drawing is Layout.Fingerprint.
func (r *Record) TextFingerprint() uint64 {
	return layout.Fingerprint(r.Layout.Len(), r.Plan.Facts, -1, -1, layout.Full)
}

// Clone returns a copy that shares nothing that Build writes to.
func (r *Record) Clone() *Record {
	c := *r
	c.Plan.Facts = slices.Clone(r.Plan.Facts)
	c.Plan.Phrases = slices.Clone(r.Plan.Phrases)
	c.Layout.Entities = slices.Clone(r.Layout.Entities)
	c.Proof = layout.Proof{}
	c.Proof.CopyFrom(r.Proof)
	if r.Direction() != nil {
		c.Question = &c.direction
	}
	return &c
}
