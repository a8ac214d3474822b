package qa

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/scene"
)

// GraphPath asks for a way from one place of a graph to another, for how long the shortest is, or whether there is one. Any shortest way is right. The zero
// GraphPath asks nothing, and no response to it is right.
type GraphPath struct {
	Graph    *layout.Graph
	From, To int // indices into Graph.Places
	Form     PathForm
	Phrasing Phrasing

	length  int   // of a shortest way; -1: there is none; 0: nothing is asked
	places  []int // of one of them
	nearer  int   // how many places are no farther than the goal, or can be reached
	streets bool  // the graph can be drawn
}

// newGraphPath solves a question. The error wraps ErrUnsuitable where there are no two places.
func newGraphPath(q GraphPath, src seed.Source) (GraphPath, error) {
	n := len(q.Graph.Places)
	if q.From == q.To || q.From < 0 || q.To < 0 || q.From >= n || q.To >= n {
		return GraphPath{}, unsuitable(q.Family(), "a way needs two places")
	}
	q.places, q.length = q.Graph.Shortest(q.From, q.To, src)
	q.nearer = 0
	var scratch [layout.MaxPlaces]int
	for _, d := range q.Graph.Lengths(scratch[:0], q.From) {
		if d >= 0 && (q.length < 0 || d <= q.length) {
			q.nearer++
		}
	}
	// An empty line in the drawing would read as its end.
	var scratchDrawing [1 << 9]byte
	drawing, err := scene.AppendStreets(scratchDrawing[:0], q.Graph)
	q.streets = err == nil && len(drawing) > 0 && !bytes.Contains(drawing, []byte("\n\n")) && drawing[0] != '\n'
	return q, nil
}

// Family returns "path".
func (GraphPath) Family() string { return "path" }

func (q GraphPath) name(i int) string {
	if q.Graph == nil || i < 0 || i >= len(q.Graph.Places) {
		return "?"
	}
	return q.Graph.Places[i].Name
}

// AppendText appends the question.
func (q GraphPath) AppendText(dst []byte) []byte {
	words := [pathForms][2][3]string{
		PathSteps:  {{"Give a shortest way from ", " to ", "."}, {"Over which places does the shortest way from ", " to ", " lead?"}},
		PathLength: {{"How long is a shortest way from ", " to ", "?"}, {"What is the least length of a way from ", " to ", "?"}},
		PathReach:  {{"Is there a way from ", " to ", "?"}, {"Can one get from ", " to ", "?"}},
	}[q.Form%pathForms][min(q.Phrasing, Variant)]
	return appendAll(dst, words[0], q.name(q.From), words[1], q.name(q.To), words[2])
}

// AppendFormat appends how an answer is written.
func (q GraphPath) AppendFormat(dst []byte) []byte {
	switch q.Form {
	case PathReach:
		return append(dst, "Answer with \"yes\" or \"no\"."...)
	case PathLength:
		return append(dst, "Answer with a whole number, or with \"none\" if there is no way."...)
	}
	return appendAll(dst, "Answer with all places on it in order, from ", q.name(q.From), " to ", q.name(q.To), ", joined by commas, or with \"none\" if there is no way.")
}

// Media returns all three for a street map, and text for other graphs.
func (q GraphPath) Media() []Medium {
	if q.streets {
		return []Medium{AsDrawing, AsText, AsBoth}
	}
	return []Medium{AsText}
}

// AppendEvidence appends the places and the ways.
func (q GraphPath) AppendEvidence(dst []byte, medium Medium) []byte {
	if q.Graph == nil {
		return dst
	}
	if !q.streets {
		medium = AsText
	}
	if medium == AsText || medium == AsBoth {
		dst = describe.AppendGraph(dst, q.Graph)
	}
	if medium == AsBoth {
		dst = append(dst, "\n\n"...)
	}
	if medium != AsText {
		dst, _ = scene.AppendStreets(dst, q.Graph) // it was drawn before
	}
	return dst
}

// AppendConventions appends what a way is.
func (q GraphPath) AppendConventions(dst []byte) []byte {
	if q.streets {
		dst = append(dst, "Letters are places; lines are ways between neighbours, can be gone in both directions and have length 1 each. "...)
	}
	dst = append(dst, "The length of a way over several places is the sum of its parts. Nobody can go where no way leads."...)
	if q.Form != PathReach {
		dst = append(dst, " There may be no way."...)
	}
	return dst
}

// Answer returns the places in order, the length, or "none"; yes or no where that is asked.
func (q GraphPath) Answer() Answer {
	switch {
	case q.length == 0:
		return Word("")
	case q.Form == PathReach:
		return yesOrNo(q.length > 0)
	case q.length < 0:
		return noWay
	case q.Form == PathLength:
		return Number{Value: q.length}
	}
	return q.sequence(q.places)
}

func (q GraphPath) sequence(places []int) Sequence {
	all := make(Sequence, len(places))
	for i, p := range places {
		all[i] = q.name(p)
	}
	return all
}

// Hops returns 0: no facts are stated.
func (GraphPath) Hops() int { return 0 }

// Verify grades places in order, a length, or yes and no.
func (q GraphPath) Verify(response string) Verdict {
	if q.length == 0 {
		return Verdict{Reason: "nothing was asked"}
	}
	var given Answer
	var err error
	switch q.Form {
	case PathReach:
		given, err = readReach(response)
	case PathLength:
		given, err = readLength(response, "")
	default:
		names := layout.Layout{Entities: q.Graph.Places}.Names()
		given, err = readOrNone(response, func(text string) (Answer, bool) {
			s, ok := sequenceOf(text, names)
			return s, ok
		})
	}
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, q.right(given), q.Answer())
}

func (q GraphPath) right(given Answer) bool {
	s, ok := given.(Sequence)
	if !ok || q.length < 0 {
		return given.Equal(q.Answer())
	}
	if len(s) < 2 || s[0] != q.name(q.From) || s[len(s)-1] != q.name(q.To) {
		return false
	}
	sum := 0
	number := func(name string) int {
		return slices.IndexFunc(q.Graph.Places, func(e layout.Entity) bool { return e.Name == name })
	}
	for i := range s[1:] {
		length := q.Graph.Between(number(s[i]), number(s[i+1]))
		if length == 0 {
			return false
		}
		sum += length
	}
	return sum == q.length
}

// Difficulty is the number of places that are no farther than the goal; where it cannot be reached, of those that can.
func (q GraphPath) Difficulty() int { return max(1, q.nearer) }

// Mistakes returns the way over the fewest places, those turned round or cut short, and lengths that count the places or miss a way.
func (q GraphPath) Mistakes() []Answer {
	if q.length == 0 {
		return nil
	}
	if q.Form == PathReach {
		return []Answer{yesOrNo(q.length < 0)}
	}
	plain := &layout.Graph{Places: q.Graph.Places, Ways: slices.Clone(q.Graph.Ways)}
	for i := range plain.Ways {
		plain.Ways[i].Length = 1
	}
	few, hops := plain.Shortest(q.From, q.To, nil)
	var all []Answer
	if q.Form == PathLength {
		wrong := []int{hops, hops + 1, q.length + 1, q.length - 1, q.length + 2}
		if q.length < 0 {
			wrong = []int{q.nearer, q.nearer + 1, 2, 3}
		}
		for _, n := range wrong {
			if n > 0 {
				all = append(all, Number{Value: n})
			}
		}
	} else {
		ends := []int{q.From, q.To}
		for _, places := range [][]int{few, ends, q.places} {
			if len(places) > 1 {
				back := slices.Clone(places)
				slices.Reverse(back)
				all = append(all, q.sequence(places), q.sequence(back))
			}
			if len(places) > 2 {
				all = append(all, q.sequence(append(slices.Clone(places[:1]), places[2:]...)), q.sequence(places[1:]))
			}
		}
		for i := range q.Graph.Places {
			if i != q.From && i != q.To && len(all) < 8 {
				all = append(all, q.sequence([]int{q.From, i, q.To}))
			}
		}
	}
	return wrongOnly(append(all, noWay), q.right)
}

// Turn asks the same of a street map moved; other graphs have no directions.
func (q GraphPath) Turn(s layout.Symmetry) (Instance, bool) {
	if q.length == 0 || !q.streets {
		return nil, false
	}
	q.Graph = q.Graph.Transform(s)
	turned, err := newGraphPath(q, nil)
	return turned, err == nil
}

// Contrast asks for the way back.
func (q GraphPath) Contrast() (Instance, bool) {
	if q.length == 0 {
		return nil, false
	}
	q.From, q.To = q.To, q.From
	back, err := newGraphPath(q, nil)
	return back, err == nil
}

// Pieces returns 0: a way that is missing could lead anywhere.
func (GraphPath) Pieces() int { return 0 }

// Without returns an error that wraps ErrUnsuitable.
func (q GraphPath) Without(int) (Instance, error) {
	return nil, unsuitable(q.Family(), "there is no such piece")
}

// AppendRationale appends the ways of a shortest one; where there is none, how many places can be reached.
func (q GraphPath) AppendRationale(dst []byte) []byte {
	if q.length == 0 {
		return dst
	}
	if q.length < 0 {
		return fmt.Appendf(dst, "From %s %d places can be reached, itself included.\n%s is not among them.", q.name(q.From), q.nearer, capital(q.name(q.To)))
	}
	sum := 0
	for i, p := range q.places[1:] {
		length := q.Graph.Between(q.places[i], p)
		sum += length
		dst = fmt.Appendf(dst, "From %s to %s: %d, together %d.\n", q.name(q.places[i]), q.name(p), length, sum)
	}
	return append(dst, "No way is shorter."...)
}
