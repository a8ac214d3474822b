package export

import "fmt"

// Form is what a training example shows and asks for: the eight prompt forms of the Text2Space paper (their letters A to
// H). The zero value is Draw.
type Form uint8

// The forms. "Text" is the description, "drawing" the ASCII layout.
const (
	Draw        Form = iota // A: text → drawing
	Describe                // B: drawing → text
	Answer                  // C: text and question → answer
	Read                    // D: drawing and question → answer
	DrawAnswer              // E: text and question → drawing and answer
	TextRead                // F: text, drawing and question → answer
	TwoTurn                 // G: text → drawing, then question → answer from that drawing
	TwoTurnGold             // H: the same, with the right drawing given back before the question
	forms
)

var formNames = [forms]string{
	"draw", "describe", "answer", "read", "draw+answer", "text+read", "two-turn", "two-turn-gold",
}

var formSummaries = [forms]string{
	"text → drawing", "drawing → text", "text, question → answer", "drawing, question → answer",
	"text, question → drawing and answer", "text, drawing, question → answer",
	"text → drawing; question → answer", "text → drawing; right drawing, question → answer",
}

// Forms lists all forms in the order of their letters.
func Forms() []Form {
	all := make([]Form, forms)
	for i := range all {
		all[i] = Form(i)
	}
	return all
}

// String returns the name, such as "draw+answer".
func (f Form) String() string {
	if f >= forms {
		return "Form(?)"
	}
	return formNames[f]
}

// Letter returns the paper's letter, A to H.
func (f Form) Letter() string { return string(rune('A' + f)) }

// Summary says in a few words what the form shows and asks for.
func (f Form) Summary() string {
	if f >= forms {
		return ""
	}
	return formSummaries[f]
}

// ParseForm returns the form with this name or letter. The error names what is allowed.
func ParseForm(name string) (Form, error) {
	for _, f := range Forms() {
		if name == f.String() || name == f.Letter() {
			return f, nil
		}
	}
	return 0, fmt.Errorf("export: form %q; %s are allowed, or their letters A to H", name, list(formNames[:]))
}

// View is the shape of the rows. The zero value is Text2Space.
type View uint8

// The views.
const (
	Text2Space View = iota // the released Text2Space file's fields, one row a record
	Messages               // a form as chat messages
	Prompt                 // a form as prompt and completion
	Text                   // a form as one plain text
	views
)

var viewNames = [views]string{"text2space", "messages", "prompt", "text"}

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

// Format is the file format. The zero value is Parquet.
type Format uint8

// The formats.
const (
	Parquet Format = iota // zstd-compressed, row groups of 20,000 to 50,000 rows
	JSONL                 // one JSON object a line, UTF-8
	formats
)

var formatNames = [formats]string{"parquet", "jsonl"}

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
