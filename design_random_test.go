package gridscribe

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// RandomConfigs draws Configs of a sort, with crossings; some ask for what cannot be.
func RandomConfigs(sort Sort) *rapid.Generator[Config] {
	return rapid.Custom(func(t *rapid.T) Config {
		weight := func(label string) int {
			return rapid.OneOf(rapid.IntRange(1, 4), rapid.IntRange(0, 4), rapid.IntRange(0, 1000)).Draw(t, label)
		}
		c := Config{Seed: rapid.Uint64().Draw(t, "seed")}
		for _, v := range rapid.SliceOfNDistinct(rapid.SampledFrom(describe.Vocabularies()), 1, 7,
			rapid.ID[describe.Vocabulary]).Draw(t, "vocabularies") {
			c.Vocabularies = append(c.Vocabularies, VocabularyWeight{v, weight("vocabulary")})
		}
		names := []string{"family", "vocabulary"}
		switch sort {
		case ByShape:
			names = append(names, "objects", "layout", "facts", "evidence", "question", "answer", "order")
			for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(2, 8), 1, 4, rapid.ID[int]).Draw(t, "objects") {
				c.Objects = append(c.Objects, ObjectWeight{n, weight("object weight")})
			}
			c.Facts.Min = rapid.IntRange(1, 6).Draw(t, "fewest facts")
			c.Facts.Max = c.Facts.Min + rapid.IntRange(0, 10).Draw(t, "more facts")
			c.Layouts = LayoutWeights{weight("unique"), weight("ambiguous")}
			c.Evidence = EvidenceWeights{weight("direct"), weight("inferred")}
			c.Questions = QuestionWeights{weight("full"), weight("vertical"), weight("horizontal")}
		case ByHops:
			names = append(names, "hops", "question", "answer", "branch", "disconnected")
			for _, k := range rapid.SliceOfNDistinct(rapid.IntRange(1, 8), 1, 4, rapid.ID[int]).Draw(t, "hops") {
				c.Hops = append(c.Hops, HopWeight{k, weight("hop weight")})
			}
			c.Reading, c.Sharing = layout.UnitStep, rapid.Bool().Draw(t, "sharing")
			c.Distractors.Branch.Max = rapid.IntRange(0, 3).Draw(t, "branch")
			c.Distractors.Disconnected.Max = rapid.IntRange(0, 3).Draw(t, "disconnected")
			c.Questions = QuestionWeights{weight("full"), weight("vertical"), weight("horizontal")}
			c.Families = FamilyWeights{{directionName, weight("direction")}, {truthName, weight("truth")}}
		case ByLevels:
			names = append(names, "level", "choice", "phrasing", "medium")
			for l := 1; l <= qa.Levels; l++ {
				c.Levels = append(c.Levels, LevelWeight{l, weight("level")})
			}
			for _, f := range rapid.SliceOfNDistinct(rapid.SampledFrom(FamilyNames(ByLevels)), 1, 8, rapid.ID[string]).Draw(t, "families") {
				c.Families = append(c.Families, FamilyWeight{f, weight("family")})
			}
			c.Answers = AnswerWeights{weight("free"), weight("choice")}
			c.Phrasings = PhrasingWeights{weight("canonical"), weight("variant")}
			c.Media = MediumWeights{weight("drawing"), weight("text"), weight("both")}
		}
		for range rapid.IntRange(0, 2).Draw(t, "crossings") {
			c.Cross = append(c.Cross, rapid.SliceOfNDistinct(rapid.SampledFrom(names), 2, 3, rapid.ID[string]).Draw(t, "crossing"))
		}
		return c
	})
}

// TestRandomDesigns: in every block each value, and each cell of each crossing, gets its target rounded up or down.
// Only where cells cannot be may it be a little off, and then the design says so.
func TestRandomDesigns(t *testing.T) {
	valid, off, unexplained := 0, 0, 0
	rapid.Check(t, func(t *rapid.T) {
		cfg := RandomConfigs(Sort(rapid.IntRange(0, 2).Draw(t, "sort"))).Draw(t, "config")
		c, err := NewCorpus(cfg)
		if err != nil {
			if !errors.Is(err, ErrConfig) {
				t.Fatal(err)
			}
			return
		}
		valid++
		allot, design := c.design.allotment, c.Design()
		block := rapid.Int64Range(0, 1<<40).Draw(t, "block")
		counts := make(map[string]float64)
		names := make(map[string]int)
		for k := range allot.dims {
			if !allot.dims[k].hidden {
				names[allot.dims[k].name] = k
			}
		}
		all := append(slices.Clone(design.Dimensions), design.Crossings...)
		for k := range c.Block() {
			var values [maxDimensions]int
			allot.at(block*c.Block()+k, &values)
			for n := range all {
				key := fmt.Sprint(n)
				for _, of := range all[n].Of {
					key += "|" + allot.dims[names[of]].values[values[names[of]]]
				}
				counts[key]++
			}
		}
		found := 0
		for n, one := range all {
			asked, target := 0.0, 0.0
			for _, cell := range one.Cells {
				count := counts[strings.Join(append([]string{fmt.Sprint(n)}, cell.Values...), "|")]
				found += int(count)
				asked, target = asked+cell.Asked, target+cell.Target
				if count < float64(cell.Least) || count > float64(cell.Most) ||
					math.Abs(count-cell.Target) > map[bool]float64{true: 1.0001, false: 4}[one.Exact] {
					t.Fatalf("%v: %v has %v records in block %d; the design says %+v", one.Of, cell.Values, count, block, cell)
				}
			}
			if math.Abs(asked-blockUnits) > 0.01 || math.Abs(target-blockUnits) > 0.01 {
				t.Fatalf("%v: %v records are asked for, %v are the target", one.Of, asked, target)
			}
			if !one.Exact {
				off++
				forced := cfg.Media.Text == 0 && slices.Contains(one.Of, "medium") // texts all the same, family by family
				if len(design.Impossible) == 0 && !forced {
					unexplained++
				}
			}
		}
		if found != len(all)*blockUnits {
			t.Fatalf("%d records are in cells that the design lists, of %d", found, len(all)*blockUnits)
		}
	})
	t.Logf("%d valid Configs, %d dimensions or crossings not exact", valid, off)
	// That something is off where nothing is impossible was once seen in some thousand Configs, before roundings were
	// tried again.
	if valid < 8 || off > valid/10 || unexplained > 1+valid/1000 {
		t.Errorf("of %d valid Configs %d dimensions or crossings are not exact, %d of them though nothing is impossible", valid, off, unexplained)
	}
}
