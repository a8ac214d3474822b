package export

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// Suits reports why the corpus of a Config cannot be written so: it has no drawings, or its questions have no answer in
// what a form shows. [Write] asks it first. The Options and the Config must be valid.
func (o Options) Suits(cfg gridscribe.Config) error {
	families := askedFamilies(cfg)
	o.Form = o.form()
	switch {
	case o.View == ViewNative || o.Form == FormAsk:
		return nil
	case cfg.Sort() == gridscribe.ByLevels:
		return o.suitsLevels(cfg)
	case o.View == ViewText2Space:
		if family, ok := other(families, directions); ok {
			return fmt.Errorf("export: view text2space asks for directions alone, the corpus for %s too; use another view",
				family)
		}
		return undrawable(cfg, "view text2space")
	case o.View == ViewBAbI || o.Format == Numbered:
		if family, ok := other(families, proven(cfg)); ok {
			what := "view babi"
			if o.View != ViewBAbI {
				what = "format txt"
			}
			return fmt.Errorf("export: %s names the facts that prove an answer, which questions of the family %s do "+
				"not say; use another view", what, family)
		}
		return nil
	case !o.View.Formed() || o.Form == FormAnswer:
		return nil
	}
	if o.Form.asks() {
		if family, ok := other(families, shown(cfg)); ok {
			return fmt.Errorf("export: form %v shows a drawing, which does not answer questions of the family %s: they are "+
				"about the text; use the form answer", o.Form, family)
		}
	}
	return undrawable(cfg, "form "+o.Form.String())
}

// asks reports whether the form asks the record's question.
func (f Form) asks() bool { return f != FormDraw && f != FormDescribe }

var directions = DirectionFamilies()

// DirectionFamilies lists the names of the families that ask for a direction.
func DirectionFamilies() []string {
	return []string{qa.DirectionFamily{}.Name(), qa.MultihopFamily{}.Name()}
}

// shown returns the families whose answer a drawing shows. Whether something can be determined it does not show; in a
// corpus with hops everything can.
func shown(cfg gridscribe.Config) []string {
	if cfg.Sort() == gridscribe.ByHops {
		return append(slices.Clone(directions), qa.TruthFamily{}.Name())
	}
	return directions
}

// proven returns the families whose records say which facts prove the answer.
func proven(cfg gridscribe.Config) []string {
	if cfg.Sort() == gridscribe.ByHops {
		return gridscribe.FamilyNames(gridscribe.ByHops)
	}
	return directions
}

func askedFamilies(cfg gridscribe.Config) (all []string) {
	for _, f := range cfg.Families {
		if f.Weight > 0 {
			all = append(all, f.Family)
		}
	}
	return all
}

// other returns the first of the families that is not among those allowed.
func other(families, allowed []string) (name string, ok bool) {
	i := slices.IndexFunc(families, func(f string) bool { return !slices.Contains(allowed, f) })
	if i < 0 {
		return "", false
	}
	return families[i], true
}

// undrawable reports why records cannot be drawn.
func undrawable(cfg gridscribe.Config, what string) error {
	why := ""
	switch {
	case cfg.Sharing:
		why = "objects share cells, and a cell shows one name (sharing)"
	case cfg.Names == gridscribe.NamesOfShapes || cfg.Names == gridscribe.NamesOfPlaces:
		why = fmt.Sprintf("names of several words do not stand in a cell (names %v)", cfg.Names)
	case cfg.Reading == layout.UnitStep && cfg.Distractors.Disconnected.Max > 0:
		why = "steps are of one cell, but how far off disconnected objects are is open (distractors.disconnected)"
	default:
		return nil
	}
	return fmt.Errorf("export: %s draws, and this corpus cannot be drawn: %s; use the views %s or the form answer", what, why,
		strings.Join(storyNames(), ", "))
}
