package export

import (
	"fmt"
	"regexp"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/scene"
)

// Subset is one way in which the records of a corpus are written, in a folder of its own: what Hugging Face calls a
// config or subset. A trainer reads one of them. The zero Subset is that of Text2Space rows in Parquet.
type Subset struct {
	Name   string      `json:"name"` // of its folder: letters, digits, - and _; empty for [Subset.DefaultName]
	View   View        `json:"view"`
	Form   Form        `json:"form,omitzero"` // what the rows show and ask for, in views that have forms
	Style  scene.Style `json:"style"`         // how their drawings look
	Format Format      `json:"format"`
	Bare   bool        `json:"bare,omitzero"` // see [Options]
}

// DefaultName returns the name of the view and, if it has one other than FormAsk, the form: "messages-draw".
func (s Subset) DefaultName() string {
	switch s.Form {
	case NoForm, FormAsk:
		return s.View.String()
	case FormDrawAnswer:
		return s.View.String() + "-draw-answer"
	case FormTextRead:
		return s.View.String() + "-text-read"
	}
	return s.View.String() + "-" + s.Form.String()
}

// folder returns the name of its folder.
func (s Subset) folder() string {
	if s.Name == "" {
		return s.DefaultName()
	}
	return s.Name
}

func (s Subset) options() Options {
	return Options{View: s.View, Form: s.Form, Style: s.Style, Format: s.Format, Bare: s.Bare}
}

// subsetName is what every file system and every reader of data sets takes.
var subsetName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$`)

// Validate reports the first field that is out of range and what is allowed.
func (s Subset) Validate() error {
	if s.Name != "" && !subsetName.MatchString(s.Name) {
		return fmt.Errorf("export: subset %q; up to 64 letters, digits, - and _ are allowed, a letter or digit first", s.Name)
	}
	return s.options().Validate()
}

// Suits reports why the corpus of a Config cannot be written so: see [Options.Suits].
func (s Subset) Suits(cfg gridscribe.Config) error { return s.options().Suits(cfg) }
