// Package describe says a layout in English sentences, and reads such sentences back.
//
//   - A [Lexicon] holds every word: the phrases of each relation in each [Vocabulary], and how often each is said.
//   - A [Plan] is a choice of facts in an order, with a phrase for each; [Plan.Append] writes it.
//   - [AppendFact] writes one fact of any reading in plain words, [AppendAssumptions] what a text takes for granted.
//   - [AppendSteps] writes a proof as reasoning, and [Replay] checks reasoning line by line.
//   - [AppendPairs] writes the relation of every ordered pair in plain base words.
//   - [Read] takes all of these back to facts, and plain spatial English that others wrote, by the grammar in grammar.go. It
//     never guesses and never drops a sentence. A [Reader] does the same in any reading and without allocating, and
//     [Reader.ReadQuestion] reads questions about what was described.
//   - [ReadDirection] and [ReadDirectionOf] read one direction from the answer to a question.
package describe

import "github.com/gridscribe/gridscribe/layout"

// Fact is a relation stated between two objects. It is [layout.Fact] under its usual name here: networks and scenes
// judge facts too, and the packages that say them and the packages that draw them do not import each other.
type Fact = layout.Fact
