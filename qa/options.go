package qa

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// Options is an instance put as a multiple choice: a few answers with letters, of which one is right. The zero Options asks
// nothing, and no response to it is right.
type Options struct {
	Instance
	Offered []Answer // in the order of their letters, A first
	// Right is the number of the right one; len(Offered) where none is, which an option more then says.
	Right int
	None  bool // the last option is that none of the others is right
}

// mostOptions is how many options a multiple choice has at most, "none of these" included.
const mostOptions = 6

// NewOptions puts an instance as a multiple choice of n answers, 2 to 5, those beside the right one from its mistakes. With none, one option
// more says that none of them is right, and in one of n+1 it is; but not where an answer such as "nowhere" could be taken for that. Every
// place is equally likely to be the right one's. The error wraps ErrUnsuitable where the instance has too few mistakes, answers are too long to be options, or it is one itself.
func NewOptions(q Instance, n int, none bool, src seed.Source) (Options, error) {
	if n < 2 || n >= mostOptions {
		return Options{}, fmt.Errorf("qa: %d options; 2 to %d are allowed", n, mostOptions-1)
	}
	if bytes.Contains(q.AppendText(nil), []byte("\nA)")) {
		return Options{}, unsuitable(q.Family(), "it is a multiple choice already")
	}
	right, mistakes := q.Answer(), q.Mistakes()
	// Beside "nowhere" or "cannot be determined", "none of these" could be taken for the same.
	none = none && !saysNone(right) && !slices.ContainsFunc(mistakes, saysNone)
	absent := none && src.Intn(n+1) == 0
	wanted := n - 1
	if absent {
		wanted = n
	}
	o := Options{Instance: q, None: none}
	if number, ok := right.(Number); ok {
		mistakes = mixed(number, mistakes, wanted, src)
	}
	for _, m := range mistakes {
		text := m.String()
		same := func(a Answer) bool { return a.Equal(m) || strings.EqualFold(a.String(), text) }
		if len(o.Offered) < wanted && !same(right) && !slices.ContainsFunc(o.Offered, same) && !q.Verify(text).Correct {
			o.Offered = append(o.Offered, m)
		}
	}
	if len(o.Offered) < wanted {
		return Options{}, unsuitable(q.Family(), "there are too few mistakes to choose from")
	}
	if !absent {
		o.Offered = append(o.Offered, right)
	}
	seed.Shuffle(src, o.Offered)
	o.Right = slices.IndexFunc(o.Offered, func(a Answer) bool { return a.Equal(right) })
	if o.Right < 0 {
		o.Right = len(o.Offered)
	}
	return o, nil
}

// mixed orders mistakes so that among the first n of them as many are less than a number as is drawn, as far as there are so many: where it stands
// among the options by size must not tell the right one.
func mixed(right Number, mistakes []Answer, n int, src seed.Source) []Answer {
	var sides [2][]Answer // less, and not
	for _, m := range mistakes {
		side := 1
		if number, ok := m.(Number); ok && number.less(right) {
			side = 0
		}
		sides[side] = append(sides[side], m)
	}
	least, most := max(0, n-len(sides[1])), min(n, len(sides[0]))
	if least > most {
		return mistakes // too few
	}
	less := least + src.Intn(most-least+1)
	more := n - less
	all := append(slices.Clone(sides[0][:less]), sides[1][:more]...)
	return append(append(all, sides[0][less:]...), sides[1][more:]...)
}

const noneOfThese = "none of these"

// saysNone reports whether an answer says that there is none of what was asked for.
func saysNone(a Answer) bool {
	switch a.String() {
	case "none", "nothing", "nowhere", "neither", "empty", "nothing moved", "not at all", Unknown.String():
		return true
	}
	return false
}

// AppendText appends the question and the options, one a line, or each on lines of its own where answers have several.
func (o Options) AppendText(dst []byte) []byte {
	if o.Instance == nil {
		return dst
	}
	dst = o.Instance.AppendText(dst)
	for i := range o.Offered {
		text, gap := o.Offered[i].String(), " "
		if strings.Contains(text, "\n") {
			gap = "\n"
		}
		dst = append(append(append(dst, '\n', byte('A'+i), ')'), gap...), text...)
	}
	if o.None {
		dst = fmt.Appendf(dst, "\n%c) %s", 'A'+len(o.Offered), noneOfThese)
	}
	return append(dst, '\n')
}

// AppendFormat appends that a letter is asked for.
func (o Options) AppendFormat(dst []byte) []byte {
	return append(dst, "Answer with the letter of the right option."...)
}

// Answer returns the letter of the right option.
func (o Options) Answer() Answer {
	if o.Instance == nil {
		return Word("")
	}
	return Word(rune('A' + o.Right))
}

// Mistakes returns the other letters.
func (o Options) Mistakes() (all []Answer) {
	for i := range o.Len() {
		if i != o.Right {
			all = append(all, Word(rune('A'+i)))
		}
	}
	return all
}

// Len returns how many options there are, "none of these" included.
func (o Options) Len() int {
	if o.None {
		return len(o.Offered) + 1
	}
	return len(o.Offered)
}

// Text returns what option i says, 0 for A, without its letter; a number that no offered answer has stands for "none of these".
func (o Options) Text(i int) string {
	if i < 0 || i >= len(o.Offered) {
		return noneOfThese
	}
	return o.Offered[i].String()
}

// Verify grades a letter, with or without brackets and what the option says, or what the option says by itself.
func (o Options) Verify(response string) Verdict {
	if o.Instance == nil {
		return Verdict{Reason: "nothing was asked"}
	}
	all := make([]option, o.Len())
	for i := range all {
		letter, text := string(rune('A'+i)), o.Text(i)
		all[i] = option{letter, []string{"(" + letter + ")", letter + ")", "option " + letter, letter + ") " + text, "(" + letter + ") " + text,
			letter + ": " + text, letter + ", " + text, text}}
	}
	// What an option says may be the letter of another.
	for i := range all {
		all[i].aliases = slices.DeleteFunc(all[i].aliases, func(alias string) bool {
			return slices.ContainsFunc(all, func(o option) bool { return strings.EqualFold(alias, o.word) })
		})
	}
	given, err := readWord(response, all)
	if err != nil {
		return Verdict{Reason: err.Error()}
	}
	return graded(given, given.Equal(o.Answer()), o.Answer())
}

// Turn asks with the scene turned, answers free: options that lie in the scene would have to be turned with it.
func (o Options) Turn(s layout.Symmetry) (Instance, bool) { return nil, false }

// Contrast returns none: the options are mistakes of this question.
func (o Options) Contrast() (Instance, bool) { return nil, false }

// Without asks the same with a piece of the evidence hidden.
func (o Options) Without(piece int) (Instance, error) {
	if o.Instance == nil {
		return nil, unsuitable("options", "nothing was asked")
	}
	rest, err := o.Instance.Without(piece)
	if err != nil {
		return nil, err
	}
	if !rest.Answer().Equal(o.Instance.Answer()) {
		return nil, unsuitable(o.Family(), "the answer is another then")
	}
	o.Instance = rest
	return o, nil
}
