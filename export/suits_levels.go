package export

import (
	"fmt"
	"slices"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// suitsLevels reports why the corpus of a Config that goes by levels cannot be written so: the view has no place for
// its questions, or a family has none that can be shown as the form shows them.
func (o Options) suitsLevels(cfg gridscribe.Config) error {
	if !o.View.Formed() {
		return fmt.Errorf("export: view %v, but the corpus goes by levels; use the view native, or one that shows a form: %s", o.View, list(formedNames()))
	}
	for _, f := range qa.Families() {
		if families := askedFamilies(cfg); len(families) > 0 && !slices.Contains(families, f.Name()) {
			continue
		}
		for _, l := range cfg.Levels {
			if l.Weight > 0 && !o.Form.shows(f.At(l.Level)) {
				return fmt.Errorf("export: form %v, but questions of the family %s at level %d cannot be shown so; use the form %v, which shows each as it can be, "+
					"or leave out the family", o.Form, f.Name(), l.Level, FormAsk)
			}
		}
	}
	return nil
}

// probes is how many questions of a family are tried. Whether they can be shown depends on what is asked, of which
// there are few kinds.
const probes = 40

// shows reports whether some of a family's questions can all be shown as the form shows them.
func (f Form) shows(family qa.Family) bool {
	needed := []qa.Medium{qa.AsText, qa.AsDrawing}
	switch f {
	case FormAnswer:
		needed = needed[:1]
	case FormRead:
		needed = needed[1:]
	case FormTextRead:
		needed = []qa.Medium{qa.AsBoth}
	}
	for i := range int64(probes) {
		src := seed.NewKey(0).Named("probe").At(i).Stream()
		s, err := family.Sample(src)
		if err != nil {
			continue
		}
		q, err := family.Ask(s, src)
		if err != nil {
			continue
		}
		if !f.entails(q) {
			return false
		}
		media := []qa.Medium{qa.AsText, qa.AsDrawing, qa.AsBoth} // texts about objects can be drawn
		if own, ok := q.(qa.Instance); ok {
			media = own.Media()
		}
		if slices.ContainsFunc(needed, func(m qa.Medium) bool { return !slices.Contains(media, m) }) {
			return false
		}
	}
	return true
}

// entails reports whether what the form shows holds the answer. Of texts about objects a drawing shows but one of the
// layouts that there may be: it tells directions, which hold in all, and not what is open; and the text alone does not
// tell the drawing that is to be described.
func (f Form) entails(q qa.Question) bool {
	if _, ok := q.(qa.Instance); ok || !f.asks() {
		return true
	}
	if f == FormAnswer {
		return q.Family() != qa.DescribeFamily{}.Name()
	}
	return slices.Contains(directions, q.Family())
}
