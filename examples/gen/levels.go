package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// levelFlags adds the flags of corpora that go by levels.
func levelFlags(later func(name, usage string, set func(value string) error), c *gridscribe.Config) {
	levels := fmt.Sprintf("the `weights` of the levels of difficulty, such as 1-2 or 1:3,4, from 1 to %d; for the preset curriculum", qa.Levels)
	later("levels", levels, func(v string) error {
		c.Levels = nil
		return eachWeight(v, func(value string, weight int) error {
			r, err := parseRange(value)
			if err != nil || r.Min < 1 || r.Max > qa.Levels {
				return fmt.Errorf("a whole number or a range, 1 to %d, is allowed", qa.Levels)
			}
			for level := r.Min; level <= r.Max; level++ {
				c.Levels = append(c.Levels, gridscribe.LevelWeight{Level: level, Weight: weight})
			}
			return nil
		})
	})
	later("answers", "the `weights` of free answers and multiple choices, free and choice; for the preset curriculum", func(v string) error {
		c.Answers = gridscribe.AnswerWeights{}
		return namedWeights(v, []string{"free", "choice"}, &c.Answers.Free, &c.Answers.Choice)
	})
	later("media", "the `weights` of drawing, text and both, as which evidence is shown; for the preset curriculum", func(v string) error {
		c.Media = gridscribe.MediumWeights{}
		return namedWeights(v, []string{"drawing", "text", "both"}, &c.Media.Drawing, &c.Media.Text, &c.Media.Both)
	})
	later("contrasts", "`true` or false: ask in pairs, the second question turning the words of the first round; for the preset\n"+
		"curriculum", func(v string) error {
		return parseBool(v, &c.Contrasts)
	})
}

// printLeveled prints a record of a corpus that goes by levels.
func printLeveled(w io.Writer, rec *gridscribe.Record) {
	fmt.Fprintf(w, "%s, level %d\n\n%s\n\n", rec.Question.Family(), rec.Level, indent(string(rec.AppendPrompt(nil))))
	answer := string(rec.AppendAnswer(nil))
	if strings.Contains(answer, "\n") {
		answer = "\n" + indent(answer)
	}
	fmt.Fprintf(w, "Answer:   %s\n", answer)
	if steps := rec.AppendRationale(nil); len(steps) > 0 {
		fmt.Fprintf(w, "Steps:\n%s\n", indent(string(steps)))
	}
	fmt.Fprintln(w)
}

// indentBy indents a line, and ends it; nothing of nothing.
func indentBy(n int, text string) string {
	if text == "" {
		return ""
	}
	return strings.Repeat(" ", n) + text + "\n"
}

// sampleLine returns a question of a family with its answer in one line.
func sampleLine(f qa.Family) string {
	item, err := gallerySample(f, 1)
	if err != nil {
		return ""
	}
	oneLine := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	question, answer := oneLine(string(item.question.AppendText(nil))), item.question.Answer().String()
	switch item.question.Answer().(type) {
	case qa.Drawing, qa.MapDrawing, qa.MapPicture, qa.Redrawn, qa.Dots:
		answer = "(a drawing)"
	}
	if answer = oneLine(answer); len(answer) > 60 {
		answer = answer[:strings.LastIndexByte(answer[:57], ' ')+1] + "…"
	}
	return strconv.Quote(question) + " " + answer
}
