package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// chainFlags adds the flags of corpora that go by hops, and those of what is asked and how things are called.
func chainFlags(later func(name, usage string, set func(value string) error), c *gridscribe.Config) {
	hops := fmt.Sprintf("the `weights` of the numbers of hops, such as 1-10 or 2:3,5, from 1 to %d; for presets with hops",
		gridscribe.MaxHops)
	later("hops", hops, func(v string) error {
		c.Hops = nil
		return eachWeight(v, func(value string, weight int) error {
			r, err := parseRange(value)
			if err != nil || r.Min < 1 || r.Max > gridscribe.MaxHops {
				return fmt.Errorf("a whole number or a range, 1 to %d, is allowed", gridscribe.MaxHops)
			}
			for k := r.Min; k <= r.Max; k++ {
				c.Hops = append(c.Hops, gridscribe.HopWeight{Hops: k, Weight: weight})
			}
			return nil
		})
	})
	later("distractors", "the `numbers` of facts of each kind beside those that the answer needs, such as branch:1-3,useless:2;\n"+
		"none leaves all out; for presets with hops", func(v string) error {
		c.Distractors = gridscribe.Distractors{}
		if v == "none" {
			return nil
		}
		return eachDistractor(v, map[string]*gridscribe.CountRange{
			layout.Disconnected.String(): &c.Distractors.Disconnected, layout.Branch.String(): &c.Distractors.Branch,
			layout.Redundant.String(): &c.Distractors.Redundant, layout.Useless.String(): &c.Distractors.Useless,
		})
	})
	later("family", "the `weights` of the families of questions (see -list)", func(v string) error {
		c.Families = nil
		return eachWeight(v, func(value string, weight int) error {
			c.Families = append(c.Families, gridscribe.FamilyWeight{Family: value, Weight: weight})
			return nil
		})
	})
	later("reading", "the `reading` of direction words: aligned, half-plane or unit-step; for presets with hops", func(v string) error {
		reading, err := layout.ParseReading(v)
		if err != nil || !reading.OfWords() {
			return fmt.Errorf("aligned, half-plane and unit-step are allowed")
		}
		c.Reading = reading
		return nil
	})
	later("sharing", "`true` or false: objects may share a cell; for presets with hops", func(v string) error {
		return parseBool(v, &c.Sharing)
	})
	later("straight", "`true` or false: leave out diagonal facts; for presets with hops", func(v string) error {
		return parseBool(v, &c.Straight)
	})
	later("names", "the `kind` of names that objects have: ordered, letters, shapes or places", func(v string) (err error) {
		if c.Names, err = gridscribe.ParseNameKind(v); err != nil {
			return fmt.Errorf("ordered, letters, shapes and places are allowed")
		}
		return nil
	})
	later("phrasing", "the `wording` of questions: canonical, variant or benchmark", func(v string) (err error) {
		if c.Phrasing, err = qa.ParsePhrasing(v); err != nil {
			return fmt.Errorf("canonical, variant and benchmark are allowed")
		}
		return nil
	})
}

func parseBool(v string, to *bool) (err error) {
	if *to, err = strconv.ParseBool(v); err != nil {
		return fmt.Errorf("true and false are allowed")
	}
	return nil
}

// parseRange reads "3" or "1-3".
func parseRange(v string) (r gridscribe.CountRange, err error) {
	low, high, both := strings.Cut(v, "-")
	if !both {
		high = low
	}
	if r.Min, err = strconv.Atoi(low); err == nil {
		r.Max, err = strconv.Atoi(high)
	}
	if err == nil && (r.Min < 0 || r.Max < r.Min) {
		err = fmt.Errorf("not a range")
	}
	return r, err
}

// eachDistractor sets the ranges of a list such as branch:1-3,useless:2.
func eachDistractor(list string, kinds map[string]*gridscribe.CountRange) error {
	var seen []string
	for item := range strings.SplitSeq(list, ",") {
		kind, count, counted := strings.Cut(strings.TrimSpace(item), ":")
		r := kinds[kind]
		switch {
		case r == nil:
			return fmt.Errorf("%q; disconnected, branch, redundant and useless are allowed, or none", kind)
		case slices.Contains(seen, kind):
			return fmt.Errorf("%q; each kind is allowed once", kind)
		case !counted:
			return fmt.Errorf("%q; a number must follow, as in %[1]s:2 or %[1]s:1-3", kind)
		}
		var err error
		if *r, err = parseRange(count); err != nil {
			return fmt.Errorf("%q; a number or a range such as 1-3 is allowed, from 0 or more", item)
		}
		seen = append(seen, kind)
	}
	return nil
}

// defaultView returns how a corpus is written where no flag says it: after the files of the benchmark that it is like.
func defaultView(c gridscribe.Config) export.View {
	onlyDirections := !slices.ContainsFunc(c.Families, func(f gridscribe.FamilyWeight) bool {
		return f.Weight > 0 && !slices.Contains(export.DirectionFamilies(), f.Family)
	})
	switch {
	case c.Sort() == gridscribe.ByLevels:
		return export.ViewNative
	case len(c.Hops) > 0 && !onlyDirections:
		return export.ViewBAbI
	case len(c.Hops) > 0 || !onlyDirections:
		return export.ViewStepGame
	}
	return export.ViewText2Space
}

// defaultFormat returns the format of a view where no flag says it.
func defaultFormat(v export.View) export.Format {
	switch v {
	case export.ViewStepGame:
		return export.JSONL
	case export.ViewBAbI:
		return export.Numbered
	}
	return export.Parquet
}
