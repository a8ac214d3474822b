package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/scene"
)

// result is what is printed about a text and a question.
type result struct {
	Question string   `json:"question"`
	Answer   string   `json:"answer,omitempty"`   // empty where it cannot be determined
	Known    bool     `json:"known"`              // the text entails the answer
	Possible []string `json:"possible,omitempty"` // where it cannot be determined
	Hops     int      `json:"hops"`               // sentences that the answer needs
	Proof    []string `json:"proof,omitempty"`    // those sentences
	Steps    string   `json:"steps,omitempty"`
	Reading  string   `json:"reading,omitempty"`
	Unique   bool     `json:"unique"` // there is no other layout
	Drawing  string   `json:"drawing,omitempty"`
	Objects  []object `json:"objects,omitempty"` // as drawn

	Error     string   `json:"error,omitempty"`
	Sentences []string `json:"sentences,omitempty"` // that clash
	Unread    string   `json:"unread,omitempty"`    // the sentence or question that was not read
	shared    bool
}

type object struct {
	Name string `json:"name"`
	Row  int    `json:"row"` // from 1, the top
	Col  int    `json:"col"` // from 1, the left
}

// maxStory is the longest text that is read from standard input, one byte more than the reader takes.
const maxStory = describe.MaxText + 1

// solve answers the question.
func solve(s settings, stdin io.Reader, stdout, stderr io.Writer) int {
	story, question := s.args[0], s.args[1]
	if story == "-" {
		text, err := io.ReadAll(io.LimitReader(stdin, maxStory))
		if err != nil {
			fmt.Fprintf(stderr, "solve: standard input: %v\n", err)
			return exitUsage
		}
		story = string(text)
	}
	var solver qa.Solver
	sol, err := solver.Solve(story, question, s.solve)
	r, code := result{Question: question}, exitOK
	var clash *qa.ContradictionError
	var unread *describe.SyntaxError
	switch {
	case errors.As(err, &clash):
		r.Error, r.Sentences, code = "the text contradicts itself", clash.Sentences, exitWrong
		if clash.Room != nil { // no sentence alone is to blame
			r.Error = err.Error()
		}
	case errors.As(err, &unread):
		r.Error, r.Unread, code = err.Error(), unread.Sentence, exitUsage
	case err != nil:
		r.Error, code = err.Error(), exitUsage
	default:
		r.fill(&sol, s.style)
	}
	if s.json {
		encoder := json.NewEncoder(stdout)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(r); err != nil {
			fmt.Fprintf(stderr, "solve: %v\n", err)
			return exitUsage
		}
		return code
	}
	r.print(stdout, stderr)
	return code
}

// fill says what follows.
func (r *result) fill(sol *qa.Solution, style scene.Style) {
	r.Reading = sol.Reading.String()
	if r.Known = sol.Known; r.Known {
		r.Answer = sol.Label()
	} else {
		r.Possible = possible(sol)
	}
	if proof, ok := sol.Proof(); ok {
		r.Hops = proof.Hops()
		for _, k := range proof.Facts {
			r.Proof = append(r.Proof, sol.Sentence(k))
		}
		r.Steps = string(sol.AppendSteps(nil, proof))
	}
	drawn, err := sol.Layout()
	if err != nil {
		return // the rooms of a way need not lie on a grid
	}
	r.Unique = sol.Unique()
	for _, e := range drawn.Entities {
		r.Objects = append(r.Objects, object{e.Name, e.At.Row + 1, e.At.Col + 1})
	}
	drawn, r.shared = together(drawn)
	r.Drawing = scene.Render(drawn, style)
}

// together draws objects in one cell as one, "A/B".
func together(l layout.Layout) (drawn layout.Layout, shared bool) {
	at := make(map[layout.Cell]int, l.Len())
	for _, e := range l.Entities {
		if i, taken := at[e.At]; taken {
			drawn.Entities[i].Name += "/" + e.Name
			shared = true
			continue
		}
		at[e.At] = len(drawn.Entities)
		drawn.Entities = append(drawn.Entities, e)
	}
	return drawn, shared
}

// possible lists the answers that the text allows.
func possible(sol *qa.Solution) (answers []string) {
	switch sol.Asked.Kind {
	case describe.AskRelation:
		seen := make(map[string]bool)
		for _, label := range qa.LabelsIn(layout.World{Sharing: true}, sol.Asked.Aspect) {
			if text := label.String(); sol.Allows(text) && !seen[text] {
				seen[text] = true
				answers = append(answers, text)
			}
		}
	case describe.AskTruth:
		return []string{qa.Yes.String(), qa.No.String()}
	case describe.AskLocatum, describe.AskRelatum:
		for _, name := range sol.Names {
			if sol.Allows(name) {
				answers = append(answers, name)
			}
		}
	}
	return answers
}

func (r *result) print(stdout, stderr io.Writer) {
	switch {
	case len(r.Sentences) > 0:
		fmt.Fprintf(stdout, "These sentences cannot hold together:")
		printNumbered(stdout, r.Sentences)
		fmt.Fprintln(stdout)
		return
	case r.Error != "":
		fmt.Fprintf(stderr, "solve: %s\n", r.Error)
		return
	}
	switch {
	case r.Known:
		fmt.Fprintf(stdout, "Answer    %s\n", r.Answer)
	case len(r.Possible) > 0:
		fmt.Fprintf(stdout, "Answer    cannot be determined\nPossible  %s\n", strings.Join(r.Possible, ", "))
	default:
		fmt.Fprintf(stdout, "Answer    cannot be determined\n")
	}
	if len(r.Proof) > 0 {
		hops := "hops"
		if r.Hops == 1 {
			hops = "hop"
		}
		fmt.Fprintf(stdout, "\nProof     %d %s", r.Hops, hops)
		printNumbered(stdout, r.Proof)
		if r.Steps != "" {
			fmt.Fprintf(stdout, "\nSteps     %s", strings.ReplaceAll(r.Steps, ". ", ".\n          "))
		}
		fmt.Fprintln(stdout)
	}
	if r.Drawing != "" {
		fmt.Fprint(stdout, "\nDrawing   ")
		switch {
		case r.shared:
			fmt.Fprint(stdout, "with a / between objects in one cell; ")
		}
		if r.Unique {
			fmt.Fprintln(stdout, "the only layout, empty rows and columns aside")
		} else {
			fmt.Fprintln(stdout, "one of several layouts that the text allows")
		}
		for line := range strings.Lines(r.Drawing) {
			fmt.Fprintf(stdout, "          %s", line)
		}
		fmt.Fprintln(stdout)
	}
}

func printNumbered(w io.Writer, sentences []string) {
	for i, sentence := range sentences {
		fmt.Fprintf(w, "\n       %2d %s", i+1, sentence)
	}
}
