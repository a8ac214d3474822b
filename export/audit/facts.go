package audit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

// stated is what sentences state of objects.
type stated struct {
	d      describe.Description
	once   []layout.Fact // the facts of d, from the side of the object with the lesser number, each once
	asked  describe.Asked
	read   bool // asked is what the question asks
	corner bool // a fact is about a corner of the grid: no symmetry is known to leave its meaning
}

// readFacts reads the first paragraphs of a prompt as facts, with what they take for granted behind them, and returns the
// paragraphs that are left.
func (k *Keyer) readFacts(prompt string) (rest string, ok bool) {
	first, tail, more := strings.Cut(prompt, "\n\n")
	if more {
		if second, behind, _ := strings.Cut(tail, "\n\n"); behind != "" {
			if k.reader.Read(&k.facts.d, prompt[:len(first)+2+len(second)]) == nil && k.facts.fit() {
				return behind, true
			}
		}
	}
	if k.reader.Read(&k.facts.d, first) == nil && k.facts.fit() {
		return tail, true
	}
	return prompt, false
}

// fit reports whether there are facts, of no more objects than are compared. It leaves out those that say what another one says.
func (f *stated) fit() bool {
	f.once = append(f.once[:0], f.d.Facts...)
	for i, fact := range f.once {
		if fact.Relatum >= 0 && fact.Relatum < fact.Locatum {
			f.once[i] = fact.Converse()
		}
	}
	slices.SortFunc(f.once, func(a, b layout.Fact) int {
		return cmp.Or(cmp.Compare(a.Locatum, b.Locatum), cmp.Compare(a.Relatum, b.Relatum), compareLabels(factLabel(a, 0, 1), factLabel(b, 0, 1)))
	})
	f.once = slices.Compact(f.once)
	return len(f.once) > 0 && len(f.d.Names) < maxVertices
}

// ask reads the question as one about two objects.
func (f *stated) ask(r *describe.Reader, question string) {
	f.read = false
	end := strings.IndexByte(question, '?')
	if end < 0 {
		return
	}
	r.Reading = f.d.QuestionReading
	asked, err := r.ReadQuestion(&f.d, question[:end+1])
	r.Reading = layout.Aligned
	f.asked, f.read = asked, err == nil && !asked.Fact.Bordered()
}

// network returns the facts as a network, moved by a symmetry.
func (f *stated) network(net *network, t turn) {
	net.edges = net.edges[:0]
	f.corner = false
	for _, fact := range f.once {
		if fact.Bordered() || !fact.Reading.OfWords() && fact.Rows == (layout.Interval{}) && fact.Cols == (layout.Interval{}) && fact.Relation == layout.EQ {
			f.corner = true
		}
		other := int32(fact.Relatum)
		if fact.Relatum < 0 || fact.Relatum >= len(f.d.Names) {
			other = int32(len(f.d.Names)) // the corners, told apart by the label
		}
		net.edges = append(net.edges,
			edge{int32(fact.Locatum), other, factLabel(fact, t, 1)},
			edge{other, int32(fact.Locatum), factLabel(fact, t, -1)})
	}
}

// factLabel says all of a fact but its objects, as seen from the locatum (side 1) or the relatum (-1).
func factLabel(f layout.Fact, t turn, side int) edgeLabel {
	rows, cols := f.Relation.Signs()
	rows, cols = t.vector(side*rows, side*cols)
	label := edgeLabel{int32(f.Reading), int32(3*rows + cols)}
	if f.Reading.OfWords() {
		return label
	}
	label[0] |= int32(min(f.Relatum, 0)) << 8
	down, right := f.Rows, f.Cols
	if t&1 != 0 {
		down, right = right, down
	}
	if (t&2 != 0) != (side < 0) {
		down = layout.Interval{Lo: -down.Hi, Hi: -down.Lo}
	}
	if (t&4 != 0) != (side < 0) {
		right = layout.Interval{Lo: -right.Hi, Hi: -right.Lo}
	}
	label[2], label[3], label[4], label[5] = int32(down.Lo), int32(down.Hi), int32(right.Lo), int32(right.Hi)
	return label
}

// appendWorld appends what the facts take for granted.
func (f *stated) appendWorld(dst []byte, t turn) []byte {
	rows, cols := t.size(f.d.World.Rows, f.d.World.Cols)
	dst = strconv.AppendInt(append(dst, 'F'), int64(rows), 10)
	dst = strconv.AppendInt(append(dst, 'x'), int64(cols), 10)
	dst = strconv.AppendBool(dst, f.d.World.Sharing)
	return strconv.AppendInt(dst, int64(f.d.Reading), 10)
}

// appendAsked appends the question, its objects but for their colours, moved by a symmetry; and colours its objects.
func (f *stated) appendAsked(dst []byte, t turn, colors []string) []byte {
	a := f.asked
	locatum, relatum := a.Locatum, a.Relatum
	aspect := a.Aspect
	if t&1 != 0 {
		switch aspect {
		case layout.Vertical:
			aspect = layout.Horizontal
		case layout.Horizontal:
			aspect = layout.Vertical
		}
	}
	fact := a.Fact
	switch a.Kind {
	case describe.AskTruth, describe.AskPossible, describe.AskLocatum, describe.AskRelatum:
	default:
		fact = layout.Fact{}
	}
	label := factLabel(fact, t, 1)
	if a.Kind == describe.AskTruth || a.Kind == describe.AskPossible { // "is A above B" is "is B below A"
		if other := factLabel(fact, t, -1); compareLabels(other, label) < 0 && fact.Reading.OfWords() {
			label, locatum, relatum = other, relatum, locatum
		}
	}
	kind := a.Kind
	if kind == describe.AskRelatum && fact.Reading.OfWords() { // "what is A north of" is "what is south of A"
		kind, label, locatum, relatum = describe.AskLocatum, factLabel(fact, t, -1), relatum, locatum
	}
	dst = append(dst, "ask"...)
	for _, x := range append([]int32{int32(kind), int32(aspect)}, label[:]...) {
		dst = strconv.AppendInt(append(dst, ' '), int64(x), 10)
	}
	for i, v := range [...]int{relatum, locatum} {
		if v >= 0 && v < len(colors) {
			colors[v] = "rl"[i : i+1]
		}
	}
	return dst
}
