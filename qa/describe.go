package qa

import (
	"fmt"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// DescribeFamily asks for sentences that say how all objects of a drawing lie, or all that is on a map.
type DescribeFamily struct {
	Texts Texts
	Maps  Maps
}

// Name returns "describe".
func (DescribeFamily) Name() string { return "describe" }

// Summary describes the family in one line.
func (DescribeFamily) Summary() string { return "true sentences from which the whole drawing follows" }

// Ask draws the style of the drawing, and asks about all of it. It must show at least two objects, each alone in its
// cell, with names that read back. Of a subject with a map and no text the map is asked about, as a [DescribeMap].
func (f DescribeFamily) Ask(s Subject, src seed.Source) (Question, error) {
	if s.mapped() {
		return f.askMap(s.Map, src)
	}
	if s.Layout.Len() < 2 || s.Layout.Len() > layout.MaxObjects {
		return nil, fmt.Errorf("qa: describe: %d objects: %w", s.Layout.Len(), ErrUnsuitable)
	}
	if err := s.Layout.Validate(); err != nil {
		return nil, fmt.Errorf("qa: describe: %v: %w", err, ErrUnsuitable)
	}
	q := Describe{Layout: s.Layout, Style: scene.Style(src.Intn(scene.Styles))}
	if plainLayout(s.Layout) {
		return q, nil
	}
	shown, err := scene.Parse(scene.Render(s.Layout, q.Style), s.Layout.Names())
	if err != nil || !scene.Compare(shown, s.Layout).Right {
		return nil, fmt.Errorf("qa: describe: the drawing does not read back: %w", ErrUnsuitable)
	}
	if err := gradable(q); err != nil {
		return nil, err
	}
	return q, nil
}

// Describe asks for a description of a layout.
type Describe struct {
	Layout layout.Layout
	Style  scene.Style // of the drawing that is shown
}

// Family returns "describe".
func (Describe) Family() string { return DescribeFamily{}.Name() }

// AppendText appends the request, without the drawing.
func (Describe) AppendText(dst []byte) []byte {
	return append(dst, "State the relation of every object to every other object."...)
}

// AppendFormat appends what the sentences are, and that straight directions are exact.
func (Describe) AppendFormat(dst []byte) []byte {
	return append(dst, "Answer with sentences alone, as in \"A is above B.\" or \"A is below B.\" in the same column, \"A is to the left of B.\" or \"A is to the right of B.\" in "+
		"the same row, and otherwise both, as in \"A is above and to the left of B.\""...)
}

// Answer returns the relations of all ordered pairs.
func (d Describe) Answer() Answer {
	all := Description{Names: d.Layout.Names()}
	for a := range d.Layout.Len() {
		for b := range d.Layout.Len() {
			if a != b {
				all.Facts = append(all.Facts, layout.Fact{Locatum: a, Relatum: b, Relation: d.Layout.Relation(a, b)})
			}
		}
	}
	return all
}

// Hops returns 0: no facts prove a description.
func (Describe) Hops() int { return 0 }

// Verify grades the sentences of a response. All of it must be sentences that [describe.Read] understands, with no code
// fence or word beside them. What they claim counts once, however often it is said and from either side, so that
// repeating a true sentence does not make up for a false one. The reward is the share of the claims that are true times
// the share of the pairs whose relation follows from those; it is 1, and the response right, when no claim is false and
// the whole layout follows.
func (d Describe) Verify(response string) Verdict {
	all := d.Layout.Names()
	read, err := describe.Read(response, all)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	if len(read.Facts) == 0 {
		return Verdict{Reason: "there are no sentences"}
	}
	for i, f := range read.Facts {
		if f.Bordered() {
			return Verdict{Reason: fmt.Sprintf("sentence %d, of %s, relates no two objects", i+1, all[f.Locatum])}
		}
	}
	v := Verdict{FormatOK: true, Extracted: Description{all, read.Facts}.String()}
	net, err := layout.NewNetwork(len(all), layout.World{})
	if err != nil {
		v.Reason = err.Error()
		return v
	}
	holding, claims := 0, make(map[layout.Fact]bool, len(read.Facts))
	for i, f := range read.Facts {
		once := f
		if f.Locatum > f.Relatum {
			once = f.Converse()
		}
		if claims[once] {
			continue
		}
		claims[once] = true
		if !f.Holds(d.Layout.Entities[f.Locatum].At, d.Layout.Entities[f.Relatum].At) {
			if v.Reason == "" {
				v.Reason = fmt.Sprintf("sentence %d is false: %s is not %s %s", i+1, all[f.Locatum],
					describe.AppendBase(nil, f.Relation), all[f.Relatum])
				if f.Relation == layout.EQ && (f.Rows != layout.Interval{} || f.Cols != layout.Interval{}) {
					v.Reason = fmt.Sprintf("sentence %d is false: %s", i+1, describe.AppendFact(nil, f, all))
				}
			}
			continue
		}
		if err := net.Add(f); err != nil { // not reached: true sentences agree with each other
			v.Reason = err.Error()
			return v
		}
		holding++
	}
	follows, pairs := 0, 0
	for a := range len(all) {
		for b := range a {
			pairs++
			if _, ok := net.Entails(a, b, layout.Full); ok {
				follows++
			} else if v.Reason == "" {
				v.Reason = fmt.Sprintf("the relation of %s to %s does not follow", all[b], all[a])
			}
		}
	}
	v.Correct = holding == len(claims) && follows == pairs
	if v.Correct {
		v.Reward = 1
	} else {
		v.Reward = float64(holding) * float64(follows) / (float64(len(claims)) * float64(pairs))
	}
	return v
}

// Description is a set of stated relations given as an answer.
type Description struct {
	Names []string
	Facts []layout.Fact // indices into Names
}

// Equal reports whether other states the same facts, in any order and from either side, and repeated or not.
func (d Description) Equal(other Answer) bool {
	o, ok := other.(Description)
	return ok && d.within(o) && o.within(d)
}

// within reports whether o states every fact of d.
func (d Description) within(o Description) bool {
	stated := make(map[claim]bool, len(o.Facts))
	for _, f := range o.Facts {
		stated[o.claim(f)] = true
	}
	for _, f := range d.Facts {
		if !stated[d.claim(f)] && !stated[d.claim(f.Converse())] {
			return false
		}
	}
	return true
}

// claim is a fact with names in place of indices, which two descriptions may use differently.
type claim struct {
	locatum, relatum string
	relation         layout.Cardinal
	reading          layout.Reading
	rows, cols       layout.Interval
}

func (d Description) claim(f layout.Fact) claim {
	return claim{nameOf(d.Names, f.Locatum), nameOf(d.Names, f.Relatum), f.Relation, f.Reading, f.Rows, f.Cols}
}

// String returns the sentences in base words.
func (d Description) String() string {
	plan := describe.Plan{Facts: d.Facts}
	return string(plan.Append(nil, describe.English(), d.Names))
}

func (Description) sealed() {}
