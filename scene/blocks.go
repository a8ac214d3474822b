package scene

// A block is a run of lines, [from, to), that may be one drawing.
type block struct {
	from, to int
	foreign  bool // it shows none of the names asked for
	weight   int  // how much it looks like a drawing, see weigh
}

// blocks finds what may be drawings, in the order of the text. What stands in one code fence is one block. Elsewhere
// prose and fences end a block. So does the change between lines with and without borders, and a horizontal border
// right after a horizontal border: one box ends, the next begins. After blank lines a block goes on, unless that would
// merge two: when a name repeats, or when what stands before or after the blank lines shows all the names asked for by
// itself. What looks like a drawing but shows none of them still goes on: it is not a drawing of its own.
func (v *vocabulary) blocks(lines []line) []block {
	var out []block
	shownIn := make(map[string]int) // the number of blocks when a name was last met
	complete := false
	for i := 0; i < len(lines); {
		if k := lines[i].kind; !lines[i].fenced && (k == blank || k == prose) {
			i++
			continue
		}
		b := paragraph(lines, i)
		i = b.to
		part := lines[b.from:b.to]
		names, weight := shown(part), weigh(part)
		wasComplete := complete
		complete = len(v.index) > 0 && count(names, known) == len(v.index)
		b.foreign = len(v.index) > 0 && count(names, known)+count(names, glued) == 0
		join := !complete && continues(lines, out, b) && (!wasComplete || b.foreign && weight == drawn)
		for name := range names {
			join = join && shownIn[name] != len(out)
		}
		if join {
			last := &out[len(out)-1]
			last.to, last.foreign = b.to, last.foreign && b.foreign
			complete = wasComplete
		} else {
			out = append(out, b)
		}
		for name := range names {
			shownIn[name] = len(out)
		}
	}
	for i, b := range out {
		if out[i].weight = weigh(lines[b.from:b.to]); b.foreign && !lines[b.from].fenced {
			out[i].weight = min(out[i].weight, stray)
		}
	}
	return out
}

// paragraph returns the block of adjoining lines that starts at a row or rule, or all lines of one code fence.
func paragraph(lines []line, from int) block {
	b := block{from: from, to: from + 1}
	for ; b.to < len(lines); b.to++ {
		l, last := lines[b.to], lines[b.to-1]
		twoRules := l.kind == rule && last.kind == rule
		if l.fenced != last.fenced {
			break
		}
		if !l.fenced && (l.kind != row && l.kind != rule || l.bordered() != last.bordered() || twoRules) {
			break
		}
	}
	return b
}

// continues reports whether only blank lines stand between b and the block before it, and the borders agree.
func continues(lines []line, before []block, b block) bool {
	if len(before) == 0 {
		return false
	}
	a := before[len(before)-1]
	for _, l := range lines[a.to:b.from] {
		if l.kind != blank {
			return false
		}
	}
	last, next := lines[a.to-1], lines[b.from]
	twoRules := last.kind == rule && next.kind == rule
	return a.to < b.from && last.bordered() == next.bordered() && !twoRules
}

// The weights of a block.
const (
	nothing = iota // shows no name, or is a list
	stray          // one name in one line
	listing        // one line of names with single blanks between them, as prose has them
	drawn          // anything else
)

// weigh tells how much some lines look like a drawing. Of those with the greatest weight the last is read.
func weigh(lines []line) int {
	weight, rows := nothing, 0
	for _, l := range lines {
		named := l.kind == prose && l.named
		apart, last := 0, -1
		for i, t := range l.tokens {
			if !t.named() {
				continue
			}
			named = true
			if apart++; last >= 0 && t.col-l.tokens[last].end < 2 {
				weight = listing
			}
			last = i
		}
		switch {
		case !named:
			continue
		case l.fenced || l.bordered():
			weight = drawn
		case apart > 1 && weight != listing:
			weight = drawn
		}
		weight = max(weight, stray)
		rows++
	}
	if rows > 1 {
		weight = drawn
	}
	if isList(lines) {
		return nothing
	}
	return weight
}

// isList reports whether all lines start with a dash or an asterisk, as the items of a list do. A drawing's first
// column is never all empty.
func isList(lines []line) bool {
	items := 0
	for _, l := range lines {
		switch {
		case l.kind == row && l.tokens[0].kind == mark && (l.tokens[0].text == "-" || l.tokens[0].text == "*"):
			items++
		case l.kind == row || l.kind == rule:
			return false
		}
	}
	return items > 0
}

// shown returns the names in some lines, each with its kind.
func shown(lines []line) map[string]tokenKind {
	names := make(map[string]tokenKind)
	for _, l := range lines {
		for _, t := range l.tokens {
			if t.named() {
				names[t.text] = t.kind
			}
		}
	}
	return names
}

func count(names map[string]tokenKind, kind tokenKind) (n int) {
	for _, k := range names {
		if k == kind {
			n++
		}
	}
	return n
}
