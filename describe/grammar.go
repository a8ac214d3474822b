package describe

import (
	"strings"

	"github.com/gridscribe/gridscribe/layout"
)

// meaning is what a phrase says.
type meaning struct {
	relation   layout.Cardinal
	reading    layout.Reading
	vocabulary Vocabulary
}

// phraseTable is a trie over words: it finds every phrase that starts at a place in a text.
type phraseTable struct {
	words map[string]uint16 // as nextWord gives them
	nodes []phraseNode      // 0 is the root
}

type phraseNode struct {
	edges    []phraseEdge
	complete bool
	meaning  meaning
}

type phraseEdge struct{ word, node uint16 }

// noNode is returned for a word that continues no phrase; the root is never a continuation.
const noNode = 0

func newPhraseTable() *phraseTable {
	return &phraseTable{words: make(map[string]uint16), nodes: make([]phraseNode, 1)}
}

// add enters a phrase, and its hyphened words also as two: "upper left" is "upper-left".
func (t *phraseTable) add(text string, m meaning) {
	t.addWords(text, m)
	if strings.Contains(text, "-") {
		t.addWords(strings.ReplaceAll(text, "-", " "), m)
	}
}

func (t *phraseTable) addWords(text string, m meaning) {
	at := uint16(0)
	for i := 0; i < len(text); i = skipBlanks(text, i) {
		var buf wordBuffer
		word, end := nextWord(text, i, &buf)
		id, known := t.words[string(word)]
		if !known {
			id = uint16(len(t.words))
			t.words[string(word)] = id
		}
		next := t.nodes[at].follow(id)
		if next == noNode {
			next = uint16(len(t.nodes))
			t.nodes = append(t.nodes, phraseNode{})
			t.nodes[at].edges = append(t.nodes[at].edges, phraseEdge{id, next})
		}
		at, i = next, end
	}
	t.nodes[at].complete, t.nodes[at].meaning = true, m
}

func (n *phraseNode) follow(word uint16) uint16 {
	for _, e := range n.edges {
		if e.word == word {
			return e.node
		}
	}
	return noNode
}

// step returns the node after the word at text[i:], and where that word ends; noNode when no phrase goes on with it.
func (t *phraseTable) step(node uint16, text string, i int) (next uint16, end int) {
	var buf wordBuffer
	word, end := nextWord(text, i, &buf)
	id, known := t.words[string(word)]
	if !known {
		return noNode, end
	}
	return t.nodes[node].follow(id), end
}
