package audit

import (
	"strings"

	"github.com/gridscribe/gridscribe/describe"
)

// naming numbers the names that a prompt shows, in the order in which they come up. A kind of things has one number.
type naming struct {
	ids  map[string]int // by name without its article; of a kind also by its plural
	list []string
	n    int
	// starts are the first words of the names.
	starts map[string]bool
}

func (n *naming) reset() {
	if n.ids == nil {
		n.ids, n.starts = make(map[string]int), make(map[string]bool)
	}
	clear(n.ids)
	clear(n.starts)
	n.list, n.n = n.list[:0], 0
}

// id returns the number of a name, a new one where it is new.
func (n *naming) id(name string) int {
	name = bare(name)
	if id, ok := n.ids[name]; ok {
		return id
	}
	n.ids[name] = n.n
	n.list = append(n.list, name)
	n.start(name)
	n.n++
	return n.n - 1
}

// kind is like id for a kind of things, which may also be called by its plural.
func (n *naming) kind(kind string) int {
	id := n.id(kind)
	plural := describe.NounOf(kind).Plural
	n.ids[plural] = id
	n.start(plural)
	return id
}

func (n *naming) start(name string) { n.starts[name[:wordEnd(name, 0)]] = true }

// bare returns a name without its article.
func bare(name string) string {
	for _, article := range [...]string{"the ", "The ", "a ", "an "} {
		if rest, ok := strings.CutPrefix(name, article); ok && rest != "" {
			return rest
		}
	}
	return name
}

// themeNouns are the nouns that names are made of, plurals by their singular.
var themeNouns = func() map[string]string {
	all := make(map[string]string)
	for _, theme := range describe.Themes() {
		for _, names := range [...][]string{theme.Places, theme.Things, theme.Actors} {
			for _, name := range names {
				all[bare(name)] = bare(name)
			}
		}
		for _, kind := range theme.Kinds {
			all[kind.Singular], all[kind.Plural] = kind.Singular, kind.Singular
		}
	}
	return all
}()

// nounStarts are the first words of themeNouns.
var nounStarts = func() map[string]bool {
	all := make(map[string]bool)
	for noun := range themeNouns {
		all[noun[:wordEnd(noun, 0)]] = true
	}
	return all
}()

// longestName is the most words of a name that are looked for.
const longestName = 5

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 }

func digit(c byte) bool { return c >= '0' && c <= '9' }

func wordByte(c byte) bool { return letter(c) || digit(c) || c == '_' }

// wordEnd returns where the word ends that starts at i; hyphens inside belong to it.
func wordEnd(text string, i int) int {
	for i < len(text) && (wordByte(text[i]) || text[i] == '-' && i+1 < len(text) && wordByte(text[i+1]) && wordByte(text[i-1])) {
		i++
	}
	return i
}

// nameAt finds the longest name that starts at i, where a word starts: first of those that the prompt shows, then of
// those that names are made of. Known is its number, or -1 with the bare noun.
func (n *naming) nameAt(text string, i int) (known int, noun string, end int) {
	known, from := -1, i
	for _, article := range [...]string{"the ", "The ", "a ", "A ", "an ", "An "} {
		if strings.HasPrefix(text[i:], article) {
			from = i + len(article)
			break
		}
	}
	for start := from; ; start = i {
		first := text[start:wordEnd(text, start)]
		if !n.starts[first] && !nounStarts[first] && (len(first) != 1 || first[0] > 'Z') {
			if start == i {
				return known, noun, end
			}
			continue
		}
		e := start
		for range longestName {
			next := wordEnd(text, e)
			if next == e {
				break
			}
			if id, ok := n.ids[text[start:next]]; ok && !articleA(text, start, next) {
				known, noun, end = id, "", next
			} else if singular, ok := themeNouns[text[start:next]]; ok {
				known, noun, end = -1, singular, next
			} else if next-start == 1 && text[start] >= 'A' && text[start] <= 'Z' && !articleA(text, start, next) {
				known, noun, end = -1, text[start:next], next
			}
			e = next
			if e >= len(text) || text[e] != ' ' {
				break
			}
			e++
		}
		if end > 0 || start == i {
			return known, noun, end
		}
	}
}

// articleA reports whether the word is the article of the word behind it, and no name.
func articleA(text string, start, end int) bool {
	if text[start:end] != "A" && text[start:end] != "I" || end+1 >= len(text) || text[end] != ' ' || start > 1 && text[start-2] != '.' && text[start-2] != '?' {
		return false
	}
	if text[start] == 'I' {
		return false
	}
	switch text[end+1 : wordEnd(text, end+1)] {
	case "is", "are", "and", "or", "has", "moved", "lies", "takes", "stands", "faces", "to", "comes", "in", "at", "":
		return false
	}
	return text[end+1] >= 'a' && text[end+1] <= 'z'
}
