package export

import (
	"fmt"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/qa"
)

// Form is what a training example shows and asks for: the eight prompt forms of the Text2Space paper (their letters A
// to H). The zero value is no form.
type Form uint8

// The forms. "Text" is the description, "drawing" the ASCII layout.
const (
	NoForm          Form = iota
	FormDraw             // A: text → drawing
	FormDescribe         // B: drawing → text
	FormAnswer           // C: text and question → answer
	FormRead             // D: drawing and question → answer
	FormDrawAnswer       // E: text and question → drawing and answer
	FormTextRead         // F: text, drawing and question → answer
	FormTwoTurn          // G: text → drawing, then question → answer from that drawing
	FormTwoTurnGold      // H: the same, with the right drawing given back before the question
	FormAsk              // no letter: what the record shows, as text, drawing or both, and question → answer
	forms
)

var formNames = [forms]string{
	"", "draw", "describe", "answer", "read", "draw+answer", "text+read", "two-turn", "two-turn-gold",
	"ask",
}

var formSummaries = [forms]string{
	"",
	"text → drawing", "drawing → text", "text, question → answer", "drawing, question → answer",
	"text, question → drawing and answer", "text, drawing, question → answer",
	"text → drawing; question → answer", "text → drawing; right drawing, question → answer",
	"what the record shows, question → answer",
}

// Forms lists all forms in the order of their letters, that without one last.
func Forms() []Form {
	var all []Form
	for f := FormDraw; f < forms; f++ {
		all = append(all, f)
	}
	return all
}

// String returns the name, such as "draw+answer"; "" for NoForm.
func (f Form) String() string {
	if f >= forms {
		return "Form(?)"
	}
	return formNames[f]
}

// Letter returns the paper's letter, A to H; "" for NoForm and FormAsk, which have none.
func (f Form) Letter() string {
	if f == NoForm || f >= FormAsk {
		return ""
	}
	return string(rune('A' + f - FormDraw))
}

// Summary says in a few words what the form shows and asks for.
func (f Form) Summary() string {
	if f >= forms {
		return ""
	}
	return formSummaries[f]
}

// family returns the name of the question family that the last turn answers.
func (f Form) family(rec *gridscribe.Record) string {
	switch f {
	case FormDraw:
		return qa.DrawFamily{}.Name()
	case FormDescribe:
		return qa.DescribeFamily{}.Name()
	}
	return rec.Question.Family()
}

// ParseForm returns the form with this name or letter. The error names what is allowed.
func ParseForm(name string) (Form, error) {
	for _, f := range Forms() {
		if name != "" && (name == f.String() || name == f.Letter()) {
			return f, nil
		}
	}
	return 0, fmt.Errorf("export: form %q; %s are allowed, or their letters A to H", name, list(formNames[FormDraw:]))
}

// MarshalText returns the name.
func (f Form) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText sets the form by its name. After an error it is unchanged.
func (f *Form) UnmarshalText(text []byte) error {
	parsed, err := ParseForm(string(text))
	if err != nil {
		return err
	}
	*f = parsed
	return nil
}

// View is the shape of the rows. The zero value is ViewText2Space.
type View uint8

// The views.
const (
	ViewText2Space View = iota // the released Text2Space file's fields, one row a record
	ViewMessages               // a form as chat messages
	ViewPrompt                 // a form as prompt and completion
	ViewText                   // a form as one plain text
	ViewStepGame               // the fields of StepGame's JSON files: story, question, label and k_hop
	ViewBAbI                   // a question of bAbI: story, question, answer and the lines that prove it
	ViewNative                 // all that Gridscribe says of a record: prompt, answer, family, level and more
	ViewPromptChat             // a form as prompt and completion, both as chats
	ViewGRPO                   // a question for TRL's GRPO: prompt, answer and verifier
	ViewVerl                   // a question for verl: prompt, ground truth and verifier
	ViewOpenAI                 // a form as OpenAI's fine-tuning takes it: chat messages and nothing else
	ViewShareGPT               // a form as ShareGPT's conversations
	ViewAlpaca                 // a question as Alpaca's instruction, input and output
	ViewNeMoGym                // a question for NeMo Gym
	ViewLMEval                 // a question for lm-evaluation-harness
	ViewInspect                // a question for inspect_ai
	views
)

var viewNames = [views]string{
	"text2space", "messages", "prompt", "text", "stepgame", "babi", "native",
	"prompt-chat", "grpo", "verl", "openai", "sharegpt", "alpaca", "nemo-gym", "lm-eval", "inspect",
}

// Formed reports whether the rows of the view show a [Form].
func (v View) Formed() bool {
	return v >= ViewMessages && v <= ViewText || v >= ViewPromptChat && v < views
}

// DefaultForm returns the form that [NoForm] stands for: NoForm for the views messages, prompt and text, which need
// one, and for those that have none.
func (v View) DefaultForm() Form {
	if v.Formed() && v >= ViewPromptChat {
		return FormAsk
	}
	return NoForm
}

// form returns what the rows show.
func (o Options) form() Form {
	if o.Form == NoForm {
		return o.View.DefaultForm()
	}
	return o.Form
}

// single reports whether the rows of the view have one question and one answer.
func (v View) single() bool {
	switch v {
	case ViewGRPO, ViewVerl, ViewAlpaca, ViewNeMoGym, ViewLMEval, ViewInspect:
		return true
	}
	return false
}

// single reports whether the form has one question, the record's, and asks for nothing but its answer.
func (f Form) single() bool {
	return f == FormAsk || f == FormAnswer || f == FormRead || f == FormTextRead
}

// singleNames are the names of the forms with one question and one answer.
func singleNames() (names []string) {
	for _, f := range Forms() {
		if f.single() {
			names = append(names, f.String())
		}
	}
	return names
}

// formedNames are the names of the views that show a form.
func formedNames() (names []string) {
	for _, v := range Views() {
		if v.Formed() {
			names = append(names, v.String())
		}
	}
	return names
}

// story reports whether the rows of the view tell a story, sentence by sentence.
func (v View) story() bool { return v == ViewStepGame || v == ViewBAbI }

// storyNames are the names of the views that tell a story.
func storyNames() []string { return viewNames[ViewStepGame:ViewNative] }

// Views lists all views.
func Views() []View {
	all := make([]View, views)
	for i := range all {
		all[i] = View(i)
	}
	return all
}

// String returns the name, such as "messages".
func (v View) String() string {
	if v >= views {
		return "View(?)"
	}
	return viewNames[v]
}

// ParseView returns the view with this name. The error names what is allowed.
func ParseView(name string) (View, error) {
	for _, v := range Views() {
		if name == v.String() {
			return v, nil
		}
	}
	return 0, fmt.Errorf("export: view %q; %s are allowed", name, list(viewNames[:]))
}

// MarshalText returns the name.
func (v View) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText sets the view by its name. After an error it is unchanged.
func (v *View) UnmarshalText(text []byte) error {
	parsed, err := ParseView(string(text))
	if err != nil {
		return err
	}
	*v = parsed
	return nil
}

// Format is the file format. The zero value is Parquet.
type Format uint8

// The formats.
const (
	Parquet   Format = iota // zstd-compressed, row groups of 20,000 to 50,000 rows
	JSONL                   // one JSON object a line, UTF-8
	Numbered                // bAbI's plain text: numbered sentences and a question line; for the views stepgame and babi
	JSONLGzip               // JSONL in one gzip stream
	JSONLZstd               // JSONL in one zstd frame
	formats
)

var formatNames = [formats]string{"parquet", "jsonl", "txt", "jsonl.gz", "jsonl.zst"}

// Formats lists all formats.
func Formats() []Format {
	all := make([]Format, formats)
	for i := range all {
		all[i] = Format(i)
	}
	return all
}

// String returns the name, which is also the file name's ending.
func (f Format) String() string {
	if f >= formats {
		return "Format(?)"
	}
	return formatNames[f]
}

// ParseFormat returns the format with this name. The error names what is allowed.
func ParseFormat(name string) (Format, error) {
	for f := range formats {
		if name == f.String() {
			return f, nil
		}
	}
	return 0, fmt.Errorf("export: format %q; %s are allowed", name, list(formatNames[:]))
}

// MarshalText returns the name.
func (f Format) MarshalText() ([]byte, error) { return []byte(f.String()), nil }

// UnmarshalText sets the format by its name. After an error it is unchanged.
func (f *Format) UnmarshalText(text []byte) error {
	parsed, err := ParseFormat(string(text))
	if err != nil {
		return err
	}
	*f = parsed
	return nil
}

// list joins names as in "a, b and c".
func list(names []string) string {
	text := ""
	for i, n := range names {
		switch {
		case i == 0:
		case i == len(names)-1:
			text += " and "
		default:
			text += ", "
		}
		text += n
	}
	return text
}
