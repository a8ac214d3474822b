package scene

// A block is a run of lines, [from, to), that may be one drawing.
type block struct {
	from, to int
	bordered bool
}

// blocks finds what may be drawings, in the order of the text. Prose and code fences end a drawing. So does the change
// between lines with and without borders, and a horizontal border right after a horizontal border: one box ends, the
// next begins. After blank lines a drawing goes on, unless that would merge two: when a name repeats, or when what
// stands before or after the blank lines shows all the names asked for by itself.
func (v *vocabulary) blocks(lines []line) []block {
	var out []block
	shownIn := make(map[string]int) // the number of blocks when a name was last met
	complete := false
	for i := 0; i < len(lines); i++ {
		if k := lines[i].kind; k == blank || k == prose {
			continue
		}
		b := paragraph(lines, i)
		i = b.to - 1
		names := shown(lines[b.from:b.to])
		wasComplete := complete
		complete = len(v.index) > 0 && countKnown(names) == len(v.index)
		join := !wasComplete && !complete && continues(lines, out, b)
		for name := range names {
			join = join && shownIn[name] != len(out)
		}
		if join {
			out[len(out)-1].to = b.to
		} else {
			out = append(out, b)
		}
		for name := range names {
			shownIn[name] = len(out)
		}
	}
	return out
}

// paragraph returns the block of adjoining lines that starts at a row or rule.
func paragraph(lines []line, from int) block {
	b := block{from: from, to: from + 1, bordered: lines[from].bordered()}
	for ; b.to < len(lines); b.to++ {
		l := lines[b.to]
		twoRules := l.kind == rule && lines[b.to-1].kind == rule
		if l.kind != row && l.kind != rule || l.bordered() != b.bordered || twoRules {
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
	twoRules := lines[a.to-1].kind == rule && lines[b.from].kind == rule
	return a.to < b.from && a.bordered == b.bordered && !twoRules
}

// shown returns the set of names in some lines.
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

// countKnown returns how many of the names were asked for.
func countKnown(names map[string]tokenKind) (n int) {
	for _, kind := range names {
		if kind == known {
			n++
		}
	}
	return n
}
