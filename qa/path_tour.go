package qa

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// mostStops is how many goals a tour visits at most.
const mostStops = 6

// Tour asks in which order to visit things of a map so that the way is shortest, or how long it is then. Any order that makes it
// shortest is right. The zero Tour asks nothing, and no response to it is right.
type Tour struct {
	Map      *layout.Map
	Start    int   // index into Map.Things
	Goals    []int // likewise, 2 to 6, in the order of the question
	Length   bool  // asks for the length, not for the order
	Gait     layout.Gait
	Phrasing Phrasing

	dist  [mostStops + 1][mostStops + 1]int16 // from stop to stop, the start last
	best  int                                 // the length of the shortest; 0: nothing is asked
	order []int                               // positions in Goals
}

// newTour solves a question. The error wraps ErrUnsuitable where a goal cannot be reached, where all orders are equally long, or
// where cells of which nothing is known may change the answer.
func newTour(q Tour, w *layout.Walker) (Tour, error) {
	k := len(q.Goals)
	if k < 2 || k > mostStops {
		return Tour{}, unsuitable(q.Family(), "a tour visits 2 to 6 things")
	}
	stops := append(slices.Clone(q.Goals), q.Start)
	for i, s := range stops {
		if !singleCell(q.Map, s) || slices.Contains(stops[:i], s) {
			return Tour{}, unsuitable(q.Family(), "a tour needs different things that take up one cell each")
		}
	}
	for _, hidden := range []bool{false, true} {
		if hidden && !slices.Contains(q.Map.Ground, layout.Hidden) {
			break
		}
		w.Load(q.Map, q.Gait, hidden)
		for i := range stops {
			w.From(q.Map.Things[stops[i]].At())
			for j := range i {
				switch d := w.Dist(q.Map.Things[stops[j]].At()); {
				case d < 1:
					return Tour{}, unsuitable(q.Family(), "a goal cannot be reached, or two stops are in one cell")
				case hidden && int(q.dist[i][j]) != d:
					return Tour{}, unsuitable(q.Family(), "the way may lead over a cell of which nothing is known")
				default:
					q.dist[i][j], q.dist[j][i] = int16(d), int16(d)
				}
			}
		}
	}
	// The start stands at the number after the goals.
	q.best = 0
	worst := 0
	order := make([]int, 0, k)
	var try func(at, length int, left uint)
	try = func(at, length int, left uint) {
		if left == 0 {
			if q.best == 0 || length < q.best {
				q.best, q.order = length, append(q.order[:0], order...)
			}
			worst = max(worst, length)
			return
		}
		for next := range k {
			if left&(1<<next) != 0 {
				order = append(order, next)
				try(next, length+int(q.dist[at][next]), left&^(1<<next))
				order = order[:len(order)-1]
			}
		}
	}
	q.order = nil
	try(k, 0, 1<<k-1)
	if worst == q.best && !q.Length {
		return Tour{}, unsuitable(q.Family(), "every order is as short")
	}
	return q, nil
}

// shuffled returns the question with its goals in random order. Which of several right orders is the answer does not depend on that of
// the question then.
func (q Tour) shuffled(src seed.Source) Tour {
	k := len(q.Goals)
	place := make([]int, k+1) // of the goal that is named i-th
	for i := range place {
		place[i] = i
	}
	seed.Shuffle(src, place[:k])
	old := q
	q.Goals, q.order = make([]int, k), make([]int, k)
	for i := range place {
		for j := range place {
			q.dist[i][j] = old.dist[place[i]][place[j]]
		}
		if i < k {
			q.Goals[i], q.order[i] = old.Goals[place[i]], slices.Index(place, old.order[i])
		}
	}
	return q
}

// Family returns "path".
func (Tour) Family() string { return "path" }

func (q Tour) names() []string {
	all := make([]string, len(q.Goals))
	for i, g := range q.Goals {
		all[i] = thingName(q.Map, g)
	}
	return all
}

// AppendText appends the question.
func (q Tour) AppendText(dst []byte) []byte {
	start := thingName(q.Map, q.Start)
	if q.Phrasing == Canonical {
		dst = appendList(appendAll(dst, "Start at ", start, " and visit "), q.names(), "and")
		if q.Length {
			return append(dst, ", in the order that makes the whole way shortest. How many steps does it take?"...)
		}
		return append(dst, ". Which order makes the whole way shortest?"...)
	}
	dst = appendList(append(dst, "Somebody wants to visit "...), q.names(), "and")
	if q.Length {
		return appendAll(dst, ", starting from ", start, ". What is the least number of steps for the whole way?")
	}
	return appendAll(dst, ", starting from ", start, ". In which order is the whole way shortest?")
}

// AppendFormat appends how an answer is written.
func (q Tour) AppendFormat(dst []byte) []byte {
	if q.Length {
		return append(dst, "Answer with a whole number."...)
	}
	return appendAll(dst, "Answer with the names in the order of the visit, joined by commas, without ", thingName(q.Map, q.Start), ".")
}

// Media returns all three.
func (Tour) Media() []Medium { return []Medium{AsDrawing, AsText, AsBoth} }

// AppendEvidence appends the map.
func (q Tour) AppendEvidence(dst []byte, medium Medium) []byte {
	return appendMapEvidence(dst, q.Map, medium)
}

// AppendConventions appends what steps there are, and where the way ends.
func (q Tour) AppendConventions(dst []byte) []byte {
	return append(appendGait(dst, q.Map, q.Gait), " The stops may be visited in any order. The way goes from each stop to the next by a shortest way and ends at the last; it does not lead back."...)
}

// Answer returns the order, or the length.
func (q Tour) Answer() Answer {
	if q.Length {
		return Number{Value: q.best}
	}
	return q.sequence(q.order)
}

func (q Tour) sequence(order []int) Sequence {
	all := make(Sequence, len(order))
	for i, k := range order {
		all[i] = thingName(q.Map, q.Goals[k])
	}
	return all
}

// Hops returns 0: no facts are stated.
func (Tour) Hops() int { return 0 }

// Verify grades an order, which is right if it names every goal once and no other makes the way shorter, or a length.
func (q Tour) Verify(response string) Verdict {
	if q.best == 0 {
		return Verdict{Reason: "nothing was asked"}
	}
	if q.Length {
		given, err := readNumber(response, "", "steps", "step")
		if err != nil {
			return Verdict{Reason: err.Error()}
		}
		return graded(given, given.Equal(q.Answer()), q.Answer())
	}
	given, err := readSequence(response, append(q.names(), thingName(q.Map, q.Start)))
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, q.length(given) == q.best, q.Answer())
}

// length returns how long an order is; 0 where it does not name every goal once.
func (q Tour) length(given Sequence) int {
	names := q.names()
	if len(given) != len(names) {
		return 0
	}
	at, sum := len(names), 0
	for i, name := range given {
		next := slices.Index(names, name)
		if next < 0 || slices.Contains(given[:i], name) {
			return 0
		}
		sum += int(q.dist[at][next])
		at = next
	}
	return sum
}

// Difficulty is the length of the way.
func (q Tour) Difficulty() int { return max(q.best, 1) }

// Mistakes returns the order that always goes to what is nearest, the right one backwards, with two stops swapped, and that of the question.
func (q Tour) Mistakes() []Answer {
	if q.best == 0 {
		return nil
	}
	k := len(q.Goals)
	greedy := make([]int, 0, k)
	length := 0
	for at := k; len(greedy) < k; {
		next := -1
		for i := range k {
			if !slices.Contains(greedy, i) && (next < 0 || q.dist[at][i] < q.dist[at][next]) {
				next = i
			}
		}
		length += int(q.dist[at][next])
		greedy, at = append(greedy, next), next
	}
	if q.Length {
		back := q.best + int(q.dist[q.order[k-1]][k])
		return wrongOnly([]Answer{Number{Value: length}, Number{Value: back}, Number{Value: q.best + 1}, Number{Value: q.best - 1}, Number{Value: q.best + 2}},
			func(a Answer) bool { return a.Equal(q.Answer()) })
	}
	asked := make([]int, k)
	for i := range asked {
		asked[i] = i
	}
	back := slices.Clone(q.order)
	slices.Reverse(back)
	orders := [][]int{greedy, back, asked}
	for i := range k - 1 {
		swapped := slices.Clone(q.order)
		swapped[i], swapped[i+1] = swapped[i+1], swapped[i]
		orders = append(orders, swapped)
	}
	var all []Answer
	for _, order := range orders {
		all = append(all, q.sequence(order))
	}
	return wrongOnly(all, func(a Answer) bool { return q.length(a.(Sequence)) == q.best })
}

// Turn asks the same of the map moved.
func (q Tour) Turn(s layout.Symmetry) (Instance, bool) {
	if q.best == 0 {
		return nil, false
	}
	q.Map = q.Map.Transform(s)
	turned, err := newTour(q, new(layout.Walker))
	return turned, err == nil
}

// Contrast returns none.
func (Tour) Contrast() (Instance, bool) { return nil, false }

// Pieces returns the number of cells.
func (q Tour) Pieces() int {
	if q.Map == nil {
		return 0
	}
	return len(q.Map.Ground)
}

// Without asks the same with one cell hidden. The error wraps ErrUnsuitable where the cell matters.
func (q Tour) Without(piece int) (Instance, error) {
	if q.best == 0 || piece < 0 || piece >= q.Pieces() {
		return nil, unsuitable(q.Family(), "there is no such piece")
	}
	rest, ids, err := hideCell(q.Map, piece, q.Family(), append([]int{q.Start}, q.Goals...)...)
	if err != nil {
		return nil, err
	}
	q.Map, q.Start, q.Goals = rest, ids[0], ids[1:]
	return newTour(q, new(layout.Walker))
}

// AppendRationale appends the length of every leg of the shortest way.
func (q Tour) AppendRationale(dst []byte) []byte {
	if q.best == 0 {
		return dst
	}
	at := len(q.Goals)
	name := thingName(q.Map, q.Start)
	for _, next := range q.order {
		to := thingName(q.Map, q.Goals[next])
		dst = fmt.Appendf(dst, "From %s to %s: %d.\n", name, to, q.dist[at][next])
		name, at = to, next
	}
	return fmt.Appendf(dst, "Together: %d. No order is shorter.", q.best)
}
