package gridscribe_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// TestBadChainConfigs: the message names the field, its value and what is allowed, and says which fields contradict.
func TestBadChainConfigs(t *testing.T) {
	type config = gridscribe.Config
	hops := func(weights ...int) (all []gridscribe.HopWeight) {
		for _, k := range weights {
			all = append(all, gridscribe.HopWeight{Hops: k, Weight: 1})
		}
		return all
	}
	family := func(names ...string) (all []gridscribe.FamilyWeight) {
		for _, name := range names {
			all = append(all, gridscribe.FamilyWeight{Family: name, Weight: 1})
		}
		return all
	}
	for _, test := range []struct {
		name       string
		change     func(*config)
		want       string
		infeasible bool
	}{
		{"no hops", func(c *config) { c.Hops = hops(0) }, "hops[0].hops is 0; 1 to 255 are allowed", false},
		{"too many hops", func(c *config) { c.Hops = hops(3, 256) }, "hops[1].hops is 256; 1 to 255 are allowed", false},
		{"hops below 0", func(c *config) { c.Hops = hops(math.MinInt32) }, "hops[0].hops is -2147483648; 1 to 255 are allowed",
			false},
		{"hops twice", func(c *config) { c.Hops = hops(3, 4, 3) },
			"hops[2].hops is 3, which stands there already; each number once", false},
		{"no weight", func(c *config) { c.Hops = []gridscribe.HopWeight{{Hops: 3}} },
			"hops has no weight above 0; at least one number of hops is needed", false},
		{"weight below 0", func(c *config) { c.Hops[2].Weight = -1 }, "hops[2].weight is -1; 0 to 1000000 are allowed", false},
		{"objects too", func(c *config) { c.Objects = gridscribe.Text2Space().Objects },
			"objects is set and so is hops; a corpus goes by one of them: leave out objects, or start from a preset with hops " +
				"such as stepgame", false},
		{"facts too", func(c *config) { c.Facts.Max = 3 },
			"facts is set and so is hops; a corpus goes by one of them: leave out facts, or start from a preset with hops such " +
				"as stepgame", false},
		{"layouts too", func(c *config) { c.Layouts.Unique = 3 },
			"layouts is set and so is hops; a corpus goes by one of them: leave out layouts, or start from a preset with hops " +
				"such as stepgame", false},
		{"evidence too", func(c *config) { c.Evidence.Direct = 3 },
			"evidence is set and so is hops; a corpus goes by one of them: leave out evidence, or start from a preset with hops " +
				"such as stepgame", false},
		{"reading of no words", func(c *config) { c.Reading = layout.Measured },
			"reading is measured; aligned, half-plane and unit-step are allowed", false},
		{"unknown reading", func(c *config) { c.Reading = 99 },
			"reading is Reading(?); aligned, half-plane and unit-step are allowed", false},
		{"distractors below 0", func(c *config) { c.Distractors.Branch.Min = -1 },
			"distractors.branch.min is -1; 0 or more is allowed", false},
		{"distractors upside down", func(c *config) { c.Distractors.Useless = gridscribe.CountRange{Min: 3, Max: 2} },
			"distractors.useless.max is 2; distractors.useless.min (3) to 256 are allowed", false},
		{"too many distractors", func(c *config) { c.Distractors.Redundant.Max = 257 },
			"distractors.redundant.max is 257; distractors.redundant.min (0) to 256 are allowed", false},
		{"one useless fact", func(c *config) { c.Distractors.Useless = gridscribe.CountRange{Min: 1, Max: 1} },
			"distractors.useless: 1 to 1 at 1 hops: layout: 1 hops to full answer N, reading unit-step: infeasible: one useless " +
				"fact is none: a second way round takes two", true},
		{"no room for branches", func(c *config) { c.Hops, c.Distractors.Branch = hops(250), gridscribe.CountRange{Min: 6, Max: 9} },
			"distractors.branch: 6 to 9 at 250 hops: they take 257 objects; with names letters, 256 are allowed", false},
		{"too few places", func(c *config) { c.Hops, c.Names = hops(2, 40), gridscribe.NamesOfPlaces },
			"hops: 40 hops take 41 objects; with names places, 28 are allowed", false},
		{"an odd way back", func(c *config) { c.Straight = true }, "", false},
		{"half planes answer nothing straight", func(c *config) {
			c.Reading, c.Straight, c.Sharing, c.Vocabularies = layout.HalfPlane, true, false, c.Vocabularies[:1]
		}, "hops: 1 hops, family direction: layout: 1 hops to full answer N, reading half-plane, straight facts only: " +
			"infeasible: half-plane facts never say that two objects are level, as a whole straight answer does", true},
		{"half planes by the clock", func(c *config) { c.Reading = layout.HalfPlane },
			"vocabularies[3].vocabulary is clock; with reading half-plane, in which no clock says a straight direction, " +
				"spatial, cardinal and spatial+cardinal are allowed", false},
		{"an unknown family", func(c *config) { c.Families = family("direction", "riddle") },
			`families[1].family is "riddle"; with hops, direction, truth, path are allowed`, false},
		{"a family twice", func(c *config) { c.Families = family("truth", "truth") },
			`families[1].family is "truth", which stands there already; each family once`, false},
		{"families without weight", func(c *config) { c.Families = []gridscribe.FamilyWeight{{Family: "truth"}} },
			"families has no weight above 0; at least one family is needed", false},
		{"a diagonal way", func(c *config) { c.Families = family("path") },
			"straight is false, but the family path needs true: a way has no diagonal steps", false},
		{"two ways", func(c *config) {
			c.Families, c.Straight, c.Distractors.Redundant.Max = family("path"), true, 1
		}, "distractors.redundant.max is 1, but the family path allows 0: there must be one way only", false},
		{"no questions", func(c *config) { c.Questions = gridscribe.QuestionWeights{} },
			"questions has no weight above 0; at least one is needed", false},
		{"unneeded questions", func(c *config) { c.Questions, c.Families = gridscribe.QuestionWeights{}, family("truth") }, "", false},
		{"unknown names", func(c *config) { c.Names = 9 }, "names is 9; ordered, letters, shapes, places are allowed", false},
		{"unknown phrasing", func(c *config) { c.Phrasing = 9 },
			"phrasing is 9; canonical, variant, benchmark are allowed", false},
		{"two meanings of above", func(c *config) {
			*c = gridscribe.Text2Space()
			c.Phrasing, c.Families = qa.Benchmark, family("truth")
		}, `phrasing is "benchmark", but without hops the family truth allows canonical and variant alone: above would mean ` +
			"two things", false},
		{"mixtures of more than one hop", func(c *config) { c.Vocabularies = c.Vocabularies[6:] },
			"vocabularies: every mixture needs more than 1 fact(s), but some layouts have no more; add a simpler mixture or " +
				"raise facts.min", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			cfg := gridscribe.StepGame()
			test.change(&cfg)
			err := cfg.Validate()
			got := ""
			if err != nil {
				got = err.Error()
			}
			want := test.want
			if want != "" {
				want = "gridscribe: invalid config: " + want
			}
			if got != want || err != nil && !errors.Is(err, gridscribe.ErrConfig) ||
				errors.Is(err, layout.ErrInfeasible) != test.infeasible {
				t.Errorf("got  %q\nwant %q", got, want)
			}
			if _, again := gridscribe.NewCorpus(cfg); (again == nil) != (err == nil) {
				t.Errorf("NewCorpus says %v", again)
			}
		})
	}
}

// TestChainFieldsNeedHops: without hops the fields of Chains are left alone.
func TestChainFieldsNeedHops(t *testing.T) {
	for want, change := range map[string]func(*gridscribe.Config){
		"reading is unit-step; without hops only aligned is allowed": func(c *gridscribe.Config) { c.Reading = layout.UnitStep },
		"sharing is true; without hops only false is allowed":        func(c *gridscribe.Config) { c.Sharing = true },
		"straight is true; without hops only false is allowed":       func(c *gridscribe.Config) { c.Straight = true },
		`families[0].family is "path"; without hops, direction, multihop, choose, truth, possible, arrange are allowed`: func(
			c *gridscribe.Config) {
			c.Families = []gridscribe.FamilyWeight{{Family: "path", Weight: 1}}
		},
		"objects[6].objects is 30; with names shapes, 2 to 16 are allowed": func(c *gridscribe.Config) {
			c.Objects[6].Objects, c.Names = 30, gridscribe.NamesOfShapes
		},
	} {
		cfg := gridscribe.Text2Space()
		change(&cfg)
		if err := cfg.Validate(); err == nil || err.Error() != "gridscribe: invalid config: "+want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

// chainSettings draws Configs with hops whose fields are each in range.
func chainSettings() *rapid.Generator[gridscribe.Config] {
	return rapid.Custom(func(t *rapid.T) gridscribe.Config {
		var c gridscribe.Config
		c.Seed = rapid.Uint64().Draw(t, "seed")
		for _, k := range rapid.SliceOfNDistinct(rapid.IntRange(1, 12), 1, 4, rapid.ID[int]).Draw(t, "hops") {
			c.Hops = append(c.Hops, gridscribe.HopWeight{Hops: k, Weight: rapid.IntRange(1, 3).Draw(t, "weight")})
		}
		c.Reading = layout.Reading(rapid.IntRange(0, 2).Draw(t, "reading"))
		c.Sharing = rapid.Bool().Draw(t, "sharing")
		c.Straight = rapid.Bool().Draw(t, "straight")
		for _, r := range []*gridscribe.CountRange{
			&c.Distractors.Disconnected, &c.Distractors.Branch, &c.Distractors.Redundant, &c.Distractors.Useless,
		} {
			r.Min = rapid.SampledFrom([]int{0, 0, 0, 1, 3}).Draw(t, "fewest")
			r.Max = r.Min + rapid.IntRange(0, 3).Draw(t, "more")
		}
		c.Questions.Full = rapid.IntRange(0, 2).Draw(t, "full")
		c.Questions.Vertical = rapid.IntRange(0, 2).Draw(t, "vertical")
		c.Questions.Horizontal = rapid.IntRange(0, 2).Draw(t, "horizontal")
		c.Names = gridscribe.NameKind(rapid.IntRange(0, 3).Draw(t, "names"))
		c.Phrasing = qa.Phrasing(rapid.SampledFrom([]int{0, 2}).Draw(t, "phrasing"))
		for _, name := range gridscribe.FamilyNames(gridscribe.ByHops) {
			if rapid.Bool().Draw(t, name) {
				c.Families = append(c.Families, gridscribe.FamilyWeight{Family: name, Weight: 1})
			}
		}
		for _, v := range describe.Vocabularies()[:rapid.IntRange(1, 7).Draw(t, "vocabularies")] {
			c.Vocabularies = append(c.Vocabularies, gridscribe.VocabularyWeight{Vocabulary: v, Weight: 1})
		}
		return c
	})
}

// TestEveryValidChainConfigWorks: what Validate passes can be made, record by record, and is true. Why the rest is
// refused is always said as an error about the Config.
func TestEveryValidChainConfigWorks(t *testing.T) {
	tried, worked := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		cfg := chainSettings().Draw(t, "config")
		tried++
		c, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			if !errors.Is(err, gridscribe.ErrConfig) {
				t.Fatal(err)
			}
			return
		}
		worked++
		b, rec := c.NewBuilder(), new(gridscribe.Record)
		start := rapid.Int64Range(0, 1<<62).Draw(t, "start")
		for i := start; i < start+15; i++ {
			if err := b.Build(rec, i); err != nil {
				t.Fatal(err)
			}
			if cfg.Reading != layout.UnitStep {
				if err := checkNetwork(rec); err != nil {
					t.Fatalf("record %d: %v", i, err)
				}
			} else if err := checkChain(rec, &cfg, checkSteps); err != nil {
				t.Fatalf("record %d: %v\n%s", i, err, rec.Text())
			}
		}
	})
	t.Logf("%d of %d Configs are possible", worked, tried)
}

// TestNames: every record's names are of the kind, and no two can be mixed up; all of them occur.
func TestNames(t *testing.T) {
	for kind, most := range map[gridscribe.NameKind]int{
		gridscribe.NamesAtRandom: 26, gridscribe.NamesOfShapes: 20, gridscribe.NamesOfPlaces: 28,
	} {
		for _, hops := range []int{1, 3, 15} {
			cfg := gridscribe.StepGame()
			cfg.Names, cfg.Hops = kind, []gridscribe.HopWeight{{Hops: hops, Weight: 1}}
			cfg.Vocabularies = cfg.Vocabularies[:1]
			seen := make(map[string]int)
			for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
				if err != nil {
					t.Fatal(err)
				}
				names := rec.Names()
				for i, name := range names {
					seen[name]++
					if slices.Index(names, name) != i {
						t.Fatalf("two objects are called %q", name)
					}
				}
				if shapesClash(names) {
					t.Fatalf("two of %q can be mixed up", names)
				}
			}
			if want := most; hops > 3 && kind == gridscribe.NamesOfShapes {
				want = 16 // none is bare
				if len(seen) != want {
					t.Errorf("%v: %d names, want %d", kind, len(seen), want)
				}
			} else if len(seen) != want {
				t.Errorf("%v: %d names, want %d", kind, len(seen), want)
			}
		}
	}
}

// shapesClash reports whether one of the names ends another one: "the square" and "the red square".
func shapesClash(names []string) bool {
	last := func(name string) string { return name[len(name)-min(len(name), 6):] }
	for i, a := range names {
		for _, b := range names[:i] {
			bareA, bareB := len(a) < len("the rectangle")+1 && !hasColour(a), len(b) < len("the rectangle")+1 && !hasColour(b)
			if len(a) > 6 && last(a) == last(b) && (bareA || bareB) {
				return true
			}
		}
	}
	return false
}

func hasColour(name string) bool {
	blanks := 0
	for _, c := range name {
		if c == ' ' {
			blanks++
		}
	}
	return blanks > 1
}
