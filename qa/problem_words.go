package qa

import (
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// masker turns words into a number, with other numbers in place of names. The zero masker knows no names.
type masker struct {
	names []masked
	words []string
}

// masked is a name, as lower-case words (a capital letter alone stays one), and its number.
type masked struct {
	words  []string
	number uint64
}

func (m *masker) reset() { m.names = m.names[:0] }

// add makes a name known; the numbers of a name that is given twice add up.
func (m *masker) add(name string, number uint64) {
	if name == "" {
		return
	}
	words := splitWords(nil, name)
	for i := range m.names {
		if slices.Equal(m.names[i].words, words) {
			m.names[i].number += number
			return
		}
	}
	if len(words) > 0 {
		m.names = append(m.names, masked{words, number})
	}
}

// addKind makes a kind known, in the singular and the plural.
func (m *masker) addKind(kind string, number uint64) {
	if kind == "" {
		return
	}
	m.add(kind, number)
	if many := describe.NounOf(kind).Plural; many != kind {
		m.add(many, number)
	}
}

// at returns the longest name that begins with word i, and of how many words it is; 0 where none does.
func (m *masker) at(i int) (number uint64, n int) {
	for _, name := range m.names {
		if k := len(name.words); k > n && i+k <= len(m.words) && slices.Equal(name.words, m.words[i:i+k]) {
			number, n = name.number, k
		}
	}
	return number, n
}

// text returns a number for a text. In a list of names their order does not count.
func (m *masker) text(text []byte) (h uint64) {
	m.words = splitWords(m.words[:0], string(text))
	for i := 0; i < len(m.words); {
		number, n := m.at(i)
		if n == 0 {
			h = seed.Mix(h ^ wordNumber(m.words[i]))
			i++
			continue
		}
		sum := seed.Mix(number)
		for i += n; i < len(m.words); {
			next := i
			for next < len(m.words) && (m.words[next] == "," || m.words[next] == "and" || m.words[next] == "or") {
				next++
			}
			number, n = m.at(next)
			if next == i || n == 0 {
				break
			}
			sum += seed.Mix(number)
			i = next + n
		}
		h = seed.Mix(h ^ seed.Mix(sum+1))
	}
	return h
}

// bag returns a number for the words of a text in any order, names left out.
func (m *masker) bag(text []byte) (sum uint64) {
	m.words = splitWords(m.words[:0], string(text))
	for i := 0; i < len(m.words); {
		_, n := m.at(i)
		w := m.words[i]
		if n == 0 && w != "," && w != "and" && !(len(w) == 1 && w[0] >= 'A' && w[0] <= 'Z') {
			sum += seed.Mix(wordNumber(w))
		}
		i += max(n, 1)
	}
	return sum
}

// splitWords appends the words of a text in lower case, but for capital letters alone, without articles; commas are words too, and so
// is any other mark that is no full stop.
func splitWords(dst []string, text string) []string {
	for i := 0; i < len(text); {
		start := i
		for i < len(text) && wordByte(text[i]) {
			i++
		}
		word := text[start:i]
		if start == i {
			word = text[i : i+1]
			if i++; word == " " || word == "." || word == "\n" {
				continue
			}
		}
		if len(word) > 1 {
			word = strings.ToLower(word)
		}
		if word != "the" && word != "a" && word != "an" {
			dst = append(dst, word)
		}
	}
	return dst
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80 || c == '\''
}

// wordNumber is FNV-1a.
func wordNumber[T string | []byte](word T) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 0x100000001b3
	}
	return h
}
