package gridscribe

import (
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// Record is a layout and all that is said of it: the stated facts in order and their wording, the drawing, one question
// with its answer, and what the text leaves open. The zero Record is ready to be filled by [Builder.Build]; until then
// it has nothing to say.
type Record struct {
	Index int64  // record number, from 0
	Seed  uint64 // the corpus's seed
	// Corpus tells Configs with one seed apart: eight hexadecimal digits, a hash of the Config without Records.
	Corpus string

	Reading    layout.Reading      // what direction words mean in the facts
	Plan       describe.Plan       // the stated facts, as indices into Layout.Entities, and their wording
	Vocabulary describe.Vocabulary // the vocabularies that occur
	Layout     layout.Layout       // the canonical layout of the facts, in the order of the names
	World      layout.World        // what the text takes for granted about the grid
	// Kinds says, by fact, what each fact is there for, in a corpus that goes by hops; else it is empty.
	Kinds []layout.Distractor
	// Question is what is asked: a *qa.Direction, a *qa.Truth or a *qa.Path, which lie in the record's memory and are
	// valid until it is filled again, or a question of another family by value. [Record.Clone] keeps it. In a corpus that
	// goes by levels it is a value, of most families a [qa.Instance], which brings along what it is asked about; the
	// fields about texts are then empty.
	Question qa.Question
	// Proof is a smallest set of stated facts that proves the answer about a direction, and in a corpus that goes by hops
	// every answer; else it is empty. It refers to Plan.Facts.
	Proof layout.Proof

	Unique bool // the facts determine the whole layout
	// Direct says that one stated fact proves the answer; of directions: that the pair asked about is stated, from either
	// side.
	Direct          bool
	AmbiguousStages int // facts, in order, after which the objects mentioned so far were not determined yet

	Level  int       // of difficulty, from 1, in a corpus that goes by levels; else 0
	Medium qa.Medium // as what the evidence of a qa.Instance is shown; AsText for others

	subject qa.Subject // in a corpus that goes by levels
	lexicon *describe.Lexicon
	names   []string
	drawn   []string // the memory of names where each record has its own
	// What Question points to, by family; questions of other families stand by themselves.
	direction qa.Direction
	truth     qa.Truth
	route     qa.Path
}

// Names returns the names of the objects in order. The slice is shared: do not change it.
func (r *Record) Names() []string { return r.names }

// Instance returns the question if it brings along what it is asked about, else nil.
func (r *Record) Instance() qa.Instance {
	q, _ := r.Question.(qa.Instance)
	return q
}

// AppendPrompt appends all that is shown and asked, as [qa.AppendPrompt] does, in the record's medium; of a question
// about a text its description, what that takes for granted, and the question.
func (r *Record) AppendPrompt(dst []byte) []byte {
	if q := r.Instance(); q != nil {
		return qa.AppendPrompt(dst, r.subject, q, r.Medium)
	}
	if r.Question == nil {
		return dst
	}
	if _, ok := r.Question.(qa.Describe); ok {
		return qa.AppendPrompt(dst, r.Subject(), r.Question, qa.AsDrawing)
	}
	dst = append(r.AppendText(dst), "\n\n"...)
	dst = append(r.AppendAssumptions(dst), "\n\n"...)
	dst = append(r.Question.AppendText(dst), ' ')
	asked := len(dst)
	if dst = r.Question.AppendFormat(dst); len(dst) == asked {
		dst = dst[:asked-1]
	}
	return dst
}

// Subject returns what the question is about, for questions of other families: the facts, the layout and the world, or
// in a corpus that goes by levels whatever the family samples. It shares the record's memory.
func (r *Record) Subject() qa.Subject {
	if r.Level > 0 {
		return r.subject
	}
	return qa.Subject{Facts: r.Plan.Facts, Layout: r.Layout, World: r.World}
}

// Direction returns the question if it asks for a direction, else nil. It lies in the record's memory.
func (r *Record) Direction() *qa.Direction {
	switch q := r.Question.(type) {
	case *qa.Direction:
		return q
	case qa.Multihop:
		return &q.Direction
	}
	return nil
}

// Hops returns the least number of stated facts that prove the answer, 0 where none does: see [qa.Question]. Beyond
// some dozens of objects it may be a little more: see [layout.Proof].
func (r *Record) Hops() int {
	if r.Question == nil {
		return 0
	}
	return r.Question.Hops()
}

// AppendText appends the description: one sentence a fact.
func (r *Record) AppendText(dst []byte) []byte { return r.Plan.Append(dst, r.lexicon, r.names) }

// AppendSentence appends the sentence of fact i of the plan.
func (r *Record) AppendSentence(dst []byte, i int) []byte {
	one := describe.Plan{Facts: r.Plan.Facts[i : i+1], Phrases: r.Plan.Phrases[i : i+1]}
	return one.Append(dst, r.lexicon, r.names)
}

// AppendAssumptions appends what a prompt must say for the text and the question to be understood as they are meant.
func (r *Record) AppendAssumptions(dst []byte) []byte {
	dst = describe.AppendAssumptions(dst, r.Reading, r.World)
	switch q := r.Question.(type) {
	case *qa.Truth:
		if q.Phrasing == qa.Benchmark { // other phrasings say it
			dst = append(append(dst, ' '), describe.SidesOnly.String()...)
		}
	case *qa.Path:
		dst = append(append(dst, ' '), describe.StatedWays.String()...)
	}
	return dst
}

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

// AppendAnswer appends the answer, of a direction its label.
func (r *Record) AppendAnswer(dst []byte) []byte {
	if q := r.Direction(); q != nil { // Question.Answer would allocate
		return append(dst, q.Label().String()...)
	}
	if r.Question == nil {
		return dst
	}
	return append(dst, r.Question.Answer().String()...)
}

// AppendSteps appends the reasoning that leads to the answer about a direction, short of the answer itself; nothing for
// other questions.
func (r *Record) AppendSteps(dst []byte) []byte {
	q := r.Direction()
	if q == nil {
		return dst
	}
	claim := describe.AnswerFact(q.Locatum, q.Relatum, q.Aspect, q.Relation)
	return describe.AppendSteps(dst, r.World, r.Plan.Facts, r.Proof, claim, r.names)
}

// AppendRationale appends what leads to the answer: the question's own rationale, or the steps of a direction.
func (r *Record) AppendRationale(dst []byte) []byte {
	if q := r.Instance(); q != nil {
		return q.AppendRationale(dst)
	}
	return r.AppendSteps(dst)
}

// Text returns what AppendText appends.
func (r *Record) Text() string { return string(r.AppendText(nil)) }

// Drawing returns what AppendDrawing appends.
func (r *Record) Drawing(style scene.Style) string { return string(r.AppendDrawing(nil, style)) }

// Fingerprint returns a number for the whole problem, what is shown and what is asked: equal for problems that differ
// only in names, wording, the order or side from which facts are stated, the medium, and a symmetry of the square.
// Others differ but for rare ones: see [qa.ProblemFingerprint]. Problems with one Fingerprint have one TextFingerprint,
// or one Layout.Fingerprint where a drawing is to be described.
func (r *Record) Fingerprint() uint64 {
	switch q := r.Question.(type) {
	case *qa.Direction:
		return r.directionFingerprint(q)
	case qa.Direction:
		return r.directionFingerprint(&q)
	case qa.Multihop:
		return r.directionFingerprint(&q.Direction)
	case *qa.Path:
		return r.pathFingerprint(q)
	case qa.Path:
		return r.pathFingerprint(&q)
	}
	return r.salted(qa.ProblemFingerprint(r.Subject(), r.Question))
}

// directionFingerprint is that of most records, and quick. Where the grid ends is seldom told.
func (r *Record) directionFingerprint(q *qa.Direction) uint64 {
	if r.World.Bounded() {
		return r.salted(qa.ProblemFingerprint(r.Subject(), q))
	}
	return r.salted(layout.Fingerprint(r.Layout.Len(), r.Plan.Facts, q.Locatum, q.Relatum, q.Aspect))
}

func (r *Record) pathFingerprint(q *qa.Path) uint64 {
	return r.salted(layout.Fingerprint(r.Layout.Len(), r.Plan.Facts, q.From, q.To, layout.Full))
}

// TextFingerprint is the same for the text alone, whatever is asked about it. That of the drawing is
// Layout.Fingerprint.
func (r *Record) TextFingerprint() uint64 {
	if r.Instance() != nil {
		return r.subject.Fingerprint()
	}
	return r.salted(layout.Fingerprint(r.Layout.Len(), r.Plan.Facts, -1, -1, layout.Full))
}

// salted tells a fingerprint under one reading and world from those under others.
func (r *Record) salted(fingerprint uint64) uint64 {
	if r.Reading == layout.Aligned && !r.World.Sharing {
		return fingerprint
	}
	salt := 2 * uint64(r.Reading)
	if r.World.Sharing {
		salt++
	}
	return seed.Mix(fingerprint ^ seed.Mix(salt))
}

// Clone returns a copy that shares nothing that Build writes to.
func (r *Record) Clone() *Record {
	c := *r
	c.Plan.Facts = slices.Clone(r.Plan.Facts)
	c.Plan.Phrases = slices.Clone(r.Plan.Phrases)
	c.Layout.Entities = slices.Clone(r.Layout.Entities)
	c.Proof = layout.Proof{}
	c.Proof.CopyFrom(r.Proof)
	c.Kinds = slices.Clone(r.Kinds)
	c.subject.Facts, c.subject.Layout.Entities = slices.Clone(r.subject.Facts), slices.Clone(r.subject.Layout.Entities)
	if len(r.drawn) > 0 {
		c.drawn = slices.Clone(r.drawn)
		c.names = c.drawn
	}
	c.keepQuestion(r)
	return &c
}
