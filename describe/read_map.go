package describe

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// ReadMap reads sentences that tell a map, as [AppendMap] writes them; any other sentence is an error, a *[SyntaxError]. The order
// of sentences is free, and so are letter case but for names, line ends, bullets, code fences and thoughts (<think>). A line that ends with a colon
// is a heading.
//
// Names. A "The" that starts a sentence is the "the" of a name, and "A chair" is a thing that only its kind tells; those are named
// "chair 1" and so on. A name is that of a room when it is one of the places of [Themes] or "room" with a number and does not face
// anywhere; every other is a thing's. Both "is at" and "takes up" may be said of one cell and of several.
//
// Marks are not told: they are given in the order of the sentences. A thing called by a capital letter or a digit has that mark, another the
// first letter of its name that is free, or the first free one of the alphabet, things of one kind the same; rooms so have small letters.
func ReadMap(text string) (*layout.Map, error) {
	if len(text) > MaxText {
		return nil, syntaxError(text, TooLong, 0, 0)
	}
	r := mapReader{text: text, said: make([]mapSentence, 0, min(32, 1+len(text)/20))}
	if err := r.sentences(); err != nil {
		return nil, err
	}
	if r.m == nil {
		return nil, syntaxError(text, NoSize, len(text), len(text))
	}
	if err := r.build(); err != nil {
		return nil, err
	}
	giveMarks(r.m)
	return r.m, nil
}

// mapReader reads one map.
type mapReader struct {
	text string
	m    *layout.Map
	said []mapSentence
	work int // cells so far
}

// mapSentence says where something is.
type mapSentence struct {
	start  int           // where it starts
	ground layout.Ground // what is there; floor: something with a name or a kind
	name   string
	kind   string
	facing layout.Cardinal
	cells  []layout.Cell
}

// mostMapCells is how many cells all sentences together may name.
const mostMapCells = 1 << 18

// sentences cuts the text into sentences and reads each.
func (r *mapReader) sentences() error {
	from, fenced := 0, false
	thinking := strings.LastIndex(r.text, "</think>")
	if thinking >= 0 {
		from = thinking + len("</think>")
	}
	for from < len(r.text) {
		end := len(r.text)
		if n := strings.IndexByte(r.text[from:], '\n'); n >= 0 {
			end = from + n
		}
		line := r.text[from:end]
		trimmed := strings.TrimSpace(line)
		if strings.HasPrefix(trimmed, "```") {
			fenced = !fenced
		} else if !strings.HasSuffix(trimmed, ":") {
			if err := r.line(from, line); err != nil {
				return err
			}
		}
		from = end + 1
	}
	return nil
}

func (r *mapReader) line(from int, line string) error {
	start := 0
	bare := strings.TrimLeft(line, " \t")
	for _, bullet := range []string{"- ", "* ", "• ", "> "} {
		if strings.HasPrefix(bare, bullet) {
			start = len(line) - len(bare) + len(bullet)
		}
	}
	for start < len(line) {
		end := start
		for end < len(line) && (line[end] != '.' || end+1 < len(line) && line[end+1] != ' ' && line[end+1] != '\t' && line[end+1] != '\r') {
			end++
		}
		sentence := line[start:end]
		lead := len(sentence) - len(strings.TrimLeft(sentence, " \t\r"))
		if sentence = strings.TrimSpace(sentence); sentence != "" {
			if err := r.sentence(from+start+lead, sentence); err != nil {
				return err
			}
		}
		start = end + 1
	}
	return nil
}

// sentence reads one sentence, which starts at an offset, without its full stop.
func (r *mapReader) sentence(at int, s string) error {
	fail := func(p Problem, rest string) error { return syntaxError(r.text, p, at, at+len(s)-len(rest)) }
	if rest, ok := cutFold(s, "the map has "); ok {
		rows, rest, ok1 := number(rest)
		rest, ok2 := cutAnyFold(rest, " rows and ", " row and ")
		cols, rest, ok3 := number(rest)
		rest, ok4 := cutAnyFold(rest, " columns", " column")
		if !ok1 || !ok2 || !ok3 || !ok4 {
			return fail(UnknownPhrase, rest)
		}
		if rest != "" && !strings.EqualFold(rest, "; row 1 is at the top, column 1 on the left") {
			return fail(Unfinished, rest)
		}
		if r.m != nil || rows > layout.MaxMapSide || cols > layout.MaxMapSide {
			return fail(BadSize, s)
		}
		r.m = layout.NewMap(rows, cols)
		return nil
	}
	said := mapSentence{start: at}
	for _, g := range [...]struct {
		what   string
		ground layout.Ground
	}{{"walls: ", layout.Wall}, {"doors: ", layout.Door}, {"wall: ", layout.Wall}, {"door: ", layout.Door}, {"nothing is known of: ", layout.Hidden}} {
		if rest, ok := cutFold(s, g.what); ok {
			if said.ground = g.ground; strings.EqualFold(rest, "none") {
				return nil
			}
			var p Problem
			if said.cells, rest, p = r.cells(rest); p != NoProblem {
				return fail(p, rest)
			}
			if rest != "" {
				return fail(Unfinished, rest)
			}
			r.said = append(r.said, said)
			return nil
		}
	}
	verb := " is at "
	if i := strings.Index(s, " takes up "); i >= 0 && !strings.Contains(s[:i], verb) {
		verb = " takes up "
	}
	subject, rest, ok := strings.Cut(s, verb)
	if !ok {
		return fail(NoVerb, s)
	}
	said.name, said.kind = subjectOf(subject)
	if said.name == "" && said.kind == "" {
		return fail(UnknownName, s)
	}
	var p Problem
	if said.cells, rest, p = r.cells(rest); p != NoProblem {
		return fail(p, rest)
	}
	if facing, ok := cutFold(rest, " and faces "); ok {
		for c, name := range compassNames {
			if name != "" && strings.EqualFold(strings.ReplaceAll(facing, "-", ""), strings.ReplaceAll(name, "-", "")) {
				said.facing, rest = layout.Cardinal(c), ""
			}
		}
	}
	if rest != "" {
		return fail(Unfinished, rest)
	}
	r.said = append(r.said, said)
	return nil
}

// subjectOf returns the name or the kind that a sentence starts with.
func subjectOf(s string) (name, kind string) {
	for _, article := range []string{"a ", "an "} {
		if rest, ok := cutFold(s, article); ok && rest != "" {
			return "", rest
		}
	}
	if rest, ok := cutFold(s, "the "); ok {
		return "the " + rest, ""
	}
	if rest, ok := cutFold(s, "room "); ok {
		return "room " + rest, ""
	}
	return s, ""
}

// cells reads places as [AppendCells] writes them, in reading order, and returns what follows.
func (r *mapReader) cells(s string) ([]layout.Cell, string, Problem) {
	var all []layout.Cell
	for {
		top, bottom, rest, ok := readSpan(s, "row")
		if !ok {
			return nil, s, UnknownPhrase
		}
		if rest, ok = cutAnyFold(rest, ", ", " and ", " "); !ok {
			return nil, rest, UnknownPhrase
		}
		left, right, after, ok := readSpan(rest, "column")
		if !ok {
			return nil, rest, UnknownPhrase
		}
		if r.work += (bottom - top + 1) * (right - left + 1); r.work > mostMapCells {
			return nil, s, TooLong
		}
		all = slices.Grow(all, (bottom-top+1)*(right-left+1))
		for row := top; row <= bottom; row++ {
			for col := left; col <= right; col++ {
				all = append(all, layout.Cell{Row: row - 1, Col: col - 1})
			}
		}
		if s, ok = cutAnyFold(after, "; ", " and row"); !ok {
			if !slices.IsSortedFunc(all, inReadingOrder) {
				layout.SortCells(all)
			}
			return all, after, NoProblem
		} else if !strings.HasPrefix(after, ";") {
			s = "row" + s
		}
	}
}

func inReadingOrder(a, b layout.Cell) int { return cmp.Or(a.Row-b.Row, a.Col-b.Col) }

// readSpan reads "row 3" or "rows 3 to 5", counted from 1.
func readSpan(s, what string) (first, last int, rest string, ok bool) {
	rest, ok = cutFold(s, what)
	if !ok {
		return 0, 0, s, false
	}
	several := rest != "" && (rest[0] == 's' || rest[0] == 'S')
	if several {
		rest = rest[1:]
	}
	if rest, ok = cutFold(rest, " "); !ok {
		return 0, 0, s, false
	}
	if first, rest, ok = number(rest); !ok {
		return 0, 0, s, false
	}
	if last = first; several {
		if rest, ok = cutAnyFold(rest, " to ", "-", "–"); !ok {
			return 0, 0, s, false
		}
		if last, rest, ok = number(rest); !ok {
			return 0, 0, s, false
		}
	}
	return first, last, rest, 1 <= first && first <= last && last <= layout.MaxMapSide
}

// number reads a number of at most three digits.
func number(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < 4 && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	n, err := strconv.Atoi(s[:i])
	return n, s[i:], err == nil && i < 4
}

func cutFold(s, prefix string) (string, bool) {
	if len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return s[len(prefix):], true
	}
	return s, false
}

func cutAnyFold(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := cutFold(s, p); ok {
			return rest, true
		}
	}
	return s, false
}
