// Package audit looks at a written corpus as a sceptic would: it reads what rows show, and nothing that the generator says of them.
//
//   - Leaks: which evidence, and which problems, stand in two splits, up to names, wording, order and symmetry; and which problems are
//     repeated in one. A [Keyer] makes canonical texts of prompts. It labels small graphs exactly and compares drawings cell by
//     cell, and shares no code with the fingerprints by which records are shared out to splits.
//   - Shortcuts: how often the right answer is found by chance, by the most frequent answer, from the question alone, and from cues on the
//     surface of a prompt, such as the thing that is mentioned first or the longest option.
//
// [Run] does both in one pass over the rows, in bounded memory; [ReadNative] reads the rows of JSONL files, and other formats are the
// caller's. A [Report] says what was found.
package audit
