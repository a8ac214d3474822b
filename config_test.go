package gridscribe_test

import (
	"encoding/json"
	"errors"
	"io"
	"math"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
)

func TestPresetsAreValid(t *testing.T) {
	names := make(map[string]bool)
	for _, p := range gridscribe.Presets() {
		if err := p.Config().Validate(); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
		if p.Name == "" || p.Summary == "" || strings.Contains(p.Summary, "\n") || names[p.Name] {
			t.Errorf("preset %+v", p)
		}
		names[p.Name] = true
		// A caller may write into what it got.
		p.Config().Vocabularies[0].Weight = -1
		if p.Config().Vocabularies[0].Weight == -1 {
			t.Errorf("%s: two callers share a list", p.Name)
		}
	}
	if cfg := gridscribe.Text2Space(); cfg.Records != 1000 || cfg.Seed != 0 {
		t.Errorf("the preset has %d records from seed %d", cfg.Records, cfg.Seed)
	}
}

// TestBadConfigs: the message names the field, its value and what is allowed.
func TestBadConfigs(t *testing.T) {
	type config = gridscribe.Config
	for _, test := range []struct {
		name   string
		change func(*config)
		want   string
	}{
		{"the zero Config", func(c *config) { *c = config{} },
			"objects has no weight above 0; at least one number of objects is needed"},
		{"records below 0", func(c *config) { c.Records = -1 }, "records is -1; 0 or more is allowed"},
		{"records far below 0", func(c *config) { c.Records = math.MinInt64 },
			"records is -9223372036854775808; 0 or more is allowed"},
		{"one object", func(c *config) { c.Objects[1].Objects = 1 }, "objects[1].objects is 1; 2 to 256 are allowed"},
		{"no object", func(c *config) { c.Objects[0].Objects = 0 }, "objects[0].objects is 0; 2 to 256 are allowed"},
		{"objects below 0", func(c *config) { c.Objects[0].Objects = -5 }, "objects[0].objects is -5; 2 to 256 are allowed"},
		{"too many objects", func(c *config) { c.Objects[6].Objects = 257 },
			"objects[6].objects is 257; 2 to 256 are allowed"},
		{"far too many objects", func(c *config) { c.Objects[6].Objects = math.MaxInt32 },
			"objects[6].objects is 2147483647; 2 to 256 are allowed"},
		{"objects twice", func(c *config) { c.Objects[2].Objects = 3 },
			"objects[2].objects is 3, which stands there already; each number once"},
		{"weight below 0", func(c *config) { c.Objects[3].Weight = -180 },
			"objects[3].weight is -180; 0 to 1000000 are allowed"},
		{"weight too large", func(c *config) { c.Objects[0].Weight = 1_000_001 },
			"objects[0].weight is 1000001; 0 to 1000000 are allowed"},
		{"no objects", func(c *config) { c.Objects = nil },
			"objects has no weight above 0; at least one number of objects is needed"},
		{"objects without weight", func(c *config) { c.Objects = []gridscribe.ObjectWeight{{Objects: 4}, {Objects: 5}} },
			"objects has no weight above 0; at least one number of objects is needed"},
		{"no facts", func(c *config) { c.Facts = gridscribe.FactRange{} }, "facts.min is 0; 1 or more is allowed"},
		{"facts below 0", func(c *config) { c.Facts.Min = -3 }, "facts.min is -3; 1 or more is allowed"},
		{"facts turned round", func(c *config) { c.Facts = gridscribe.FactRange{Min: 5, Max: 4} },
			"facts.max is 4; facts.min (5) or more is allowed"},
		{"unique below 0", func(c *config) { c.Layouts.Unique = -1 }, "layouts.unique is -1; 0 to 1000000 are allowed"},
		{"ambiguous too large", func(c *config) { c.Layouts.Ambiguous = math.MaxInt32 },
			"layouts.ambiguous is 2147483647; 0 to 1000000 are allowed"},
		{"no layouts", func(c *config) { c.Layouts = gridscribe.LayoutWeights{} },
			"layouts has no weight above 0; at least one is needed"},
		{"direct below 0", func(c *config) { c.Evidence.Direct = -2 }, "evidence.direct is -2; 0 to 1000000 are allowed"},
		{"inferred below 0", func(c *config) { c.Evidence.Inferred = -2 },
			"evidence.inferred is -2; 0 to 1000000 are allowed"},
		{"no evidence", func(c *config) { c.Evidence = gridscribe.EvidenceWeights{} },
			"evidence has no weight above 0; at least one is needed"},
		{"full below 0", func(c *config) { c.Questions.Full = -1 }, "questions.full is -1; 0 to 1000000 are allowed"},
		{"vertical below 0", func(c *config) { c.Questions.Vertical = -1 },
			"questions.vertical is -1; 0 to 1000000 are allowed"},
		{"horizontal below 0", func(c *config) { c.Questions.Horizontal = -1 },
			"questions.horizontal is -1; 0 to 1000000 are allowed"},
		{"no questions", func(c *config) { c.Questions = gridscribe.QuestionWeights{} },
			"questions has no weight above 0; at least one is needed"},
		{"empty vocabulary", func(c *config) { c.Vocabularies[0].Vocabulary = 0 }, "vocabularies[0].vocabulary is 0; " +
			"spatial, cardinal, clock or a mixture such as spatial+clock is allowed"},
		{"no vocabulary of ours", func(c *config) { c.Vocabularies[6].Vocabulary = 8 }, "vocabularies[6].vocabulary is 8; " +
			"spatial, cardinal, clock or a mixture such as spatial+clock is allowed"},
		{"vocabulary twice", func(c *config) { c.Vocabularies[4].Vocabulary = describe.Spatial },
			"vocabularies[4].vocabulary is spatial, which stands there already; each mixture once"},
		{"vocabulary weight", func(c *config) { c.Vocabularies[2].Weight = 1 << 30 },
			"vocabularies[2].weight is 1073741824; 0 to 1000000 are allowed"},
		{"no vocabularies", func(c *config) { c.Vocabularies = nil },
			"vocabularies has no weight above 0; at least one mixture is needed"},
		{"26 objects with 12 facts", func(c *config) { c.Objects = []gridscribe.ObjectWeight{{Objects: 26, Weight: 1}} },
			"objects: 26 objects have no problem with facts.min 1 to facts.max 12, layouts {Unique:1 Ambiguous:1}, " +
				"evidence {Direct:1 Inferred:1} and questions {Full:1 Vertical:1 Horizontal:1}; they need 25 to 325 facts"},
		{"2 objects with 2 facts", func(c *config) { c.Facts.Min = 2 },
			"objects: 2 objects have no problem with facts.min 2 to facts.max 12, layouts {Unique:1 Ambiguous:1}, " +
				"evidence {Direct:1 Inferred:1} and questions {Full:1 Vertical:1 Horizontal:1}; they need 1 to 1 facts"},
		{"2 objects, inferred", func(c *config) { c.Evidence.Direct = 0 },
			"objects: 2 objects have no problem with facts.min 1 to facts.max 12, layouts {Unique:1 Ambiguous:1}, " +
				"evidence {Direct:0 Inferred:1} and questions {Full:1 Vertical:1 Horizontal:1}; they need 1 to 1 facts"},
		{"2 objects, ambiguous", func(c *config) { c.Layouts.Unique = 0 },
			"objects: 2 objects have no problem with facts.min 1 to facts.max 12, layouts {Unique:0 Ambiguous:1}, " +
				"evidence {Direct:1 Inferred:1} and questions {Full:1 Vertical:1 Horizontal:1}; they need 1 to 1 facts"},
		{"three vocabularies in one fact", func(c *config) { c.Vocabularies = c.Vocabularies[6:] },
			"vocabularies: every mixture needs more than 1 fact(s), but some layouts have no more; " +
				"add a simpler mixture or raise facts.min"},
		{"three vocabularies in two facts", func(c *config) {
			c.Objects, c.Vocabularies = []gridscribe.ObjectWeight{{Objects: 3, Weight: 1}}, c.Vocabularies[6:]
		}, "vocabularies: every mixture needs more than 2 fact(s), but some layouts have no more; " +
			"add a simpler mixture or raise facts.min"},
	} {
		t.Run(test.name, func(t *testing.T) {
			cfg := gridscribe.Text2Space()
			test.change(&cfg)
			err := cfg.Validate()
			if err == nil {
				t.Fatal("no error")
			}
			if diff := cmp.Diff("gridscribe: invalid config: "+test.want, err.Error()); diff != "" {
				t.Errorf("message (-want +got):\n%s", diff)
			}
			if !errors.Is(err, gridscribe.ErrConfig) {
				t.Error("the error does not wrap ErrConfig")
			}
			if c, other := gridscribe.NewCorpus(cfg); c != nil || other == nil || other.Error() != err.Error() {
				t.Errorf("NewCorpus gives %v, %v", c, other)
			}
		})
	}
}

// TestBadJSON: encoding/json words some of these errors, so only what a user needs to find the place is compared.
func TestBadJSON(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"empty", "", []string{"not one JSON object", "unexpected end"}},
		{"blank", " \n", []string{"not one JSON object", "unexpected end"}},
		{"cut off", `{"records": 5`, []string{"not one JSON object", "unexpected end"}},
		{"list", `[]`, []string{"not one JSON object", "array"}},
		{"string", `"text2space"`, []string{"not one JSON object", "string"}},
		{"number", `7`, []string{"not one JSON object", "number"}},
		{"null", `null`, []string{"not one JSON object"}},
		{"unknown field", `{"rows": 5}`, []string{`unknown field "rows"`}},
		{"unknown nested field", `{"facts": {"low": 5}}`, []string{`unknown field "low"`}},
		{"unknown field in a list", `{"objects": [{"objects": 5, "share": 1}]}`, []string{`unknown field "share"`}},
		{"second object", `{"records": 5}{"records": 6}`, []string{"after top-level value"}},
		{"text after it", `{"records": 5} and more`, []string{"after top-level value"}},
		{"comma after it", `{"records": 5},`, []string{"after top-level value"}},
		{"trailing comma", `{"records": 5,}`, []string{"not one JSON object"}},
		{"comment", `{"records": 5 /* few */}`, []string{"not one JSON object"}},
		{"single quotes", `{'records': 5}`, []string{"not one JSON object"}},
		{"string for a number", `{"records": "5"}`, []string{"records", "string"}},
		{"fraction", `{"records": 1.5}`, []string{"records", "1.5"}},
		{"exponent", `{"records": 1e3}`, []string{"records", "1e3"}},
		{"NaN", `{"records": NaN}`, []string{"not one JSON object", "'N'"}},
		{"Infinity", `{"records": Infinity}`, []string{"not one JSON object", "'I'"}},
		{"negative seed", `{"seed": -1}`, []string{"seed", "-1"}},
		{"seed too large", `{"seed": 18446744073709551616}`, []string{"seed", "18446744073709551616"}},
		{"records too large", `{"records": 9223372036854775808}`, []string{"records", "9223372036854775808"}},
		{"weight too large", `{"layouts": {"unique": 1e400}}`, []string{"layouts", "unique", "1e400"}},
		{"list for an object", `{"facts": [1, 12]}`, []string{"facts", "array"}},
		{"object for a list", `{"objects": {"5": 1}}`, []string{"objects", "object"}},
		{"number for a list entry", `{"objects": [5]}`, []string{"objects", "number"}},
		{"boolean", `{"evidence": {"direct": true}}`, []string{"evidence", "direct", "bool"}},
		{"vocabulary by number", `{"vocabularies": [{"vocabulary": 3, "weight": 1}]}`, []string{"vocabular", "number"}},
		{"vocabulary of another name", `{"vocabularies": [{"vocabulary": "compass"}]}`,
			[]string{`"compass"`, "spatial, cardinal or clock"}},
		{"vocabulary in another order", `{"vocabularies": [{"vocabulary": "clock+spatial"}]}`,
			[]string{`"clock+spatial"`, "in this order"}},
		{"empty vocabulary", `{"vocabularies": [{"vocabulary": ""}]}`, []string{`""`, "spatial, cardinal or clock"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			base := gridscribe.Text2Space()
			cfg, err := gridscribe.ReadConfig(strings.NewReader(test.text), base)
			if err == nil {
				t.Fatalf("no error; read as %+v", cfg)
			}
			if !errors.Is(err, gridscribe.ErrConfig) {
				t.Errorf("%v does not wrap ErrConfig", err)
			}
			for _, part := range test.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("%q does not say %q", err, part)
				}
			}
			if diff := cmp.Diff(gridscribe.Text2Space(), base); diff != "" {
				t.Errorf("the base changed (-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadConfigPassesReadErrorsOn(t *testing.T) {
	boom := errors.New("boom")
	broken := io.MultiReader(strings.NewReader("{"), iotest.ErrReader(boom))
	_, err := gridscribe.ReadConfig(broken, gridscribe.Text2Space())
	if !errors.Is(err, boom) || errors.Is(err, gridscribe.ErrConfig) {
		t.Errorf("%v", err)
	}
}

// TestReadConfigMerges: what the JSON does not name stays, also inside an object; a list replaces the whole list.
func TestReadConfigMerges(t *testing.T) {
	type config = gridscribe.Config
	for _, test := range []struct {
		name, text string
		change     func(*config)
	}{
		{"nothing", `{}`, func(*config) {}},
		{"seed", `{"seed": 18446744073709551615}`, func(c *config) { c.Seed = math.MaxUint64 }},
		{"records", "\n{ \"records\":\t0 }\n", func(c *config) { c.Records = 0 }},
		{"one end of the facts", `{"facts": {"min": 3}}`, func(c *config) { c.Facts.Min = 3 }},
		{"one weight", `{"questions": {"horizontal": 0}}`, func(c *config) { c.Questions.Horizontal = 0 }},
		{"null for a number", `{"records": null}`, func(*config) {}},
		{"a shorter list", `{"objects": [{"objects": 5, "weight": 1}]}`,
			func(c *config) { c.Objects = []gridscribe.ObjectWeight{{Objects: 5, Weight: 1}} }},
		{"a list entry without a weight", `{"objects": [{"objects": 5}]}`,
			func(c *config) { c.Objects = []gridscribe.ObjectWeight{{Objects: 5}} }},
		{"an empty list", `{"objects": []}`, func(c *config) { c.Objects = []gridscribe.ObjectWeight{} }},
		{"null for a list", `{"objects": null}`, func(*config) {}},
		{"vocabularies", `{"vocabularies": [{"vocabulary": "spatial+clock", "weight": 2}]}`, func(c *config) {
			c.Vocabularies = []gridscribe.VocabularyWeight{{Vocabulary: describe.Spatial | describe.Clock, Weight: 2}}
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			want, base := gridscribe.Text2Space(), gridscribe.Text2Space()
			test.change(&want)
			got, err := gridscribe.ReadConfig(strings.NewReader(test.text), base)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("config (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(gridscribe.Text2Space(), base); diff != "" {
				t.Errorf("the base changed (-want +got):\n%s", diff)
			}
		})
	}
}

// TestReadConfigNamesInOtherCase: encoding/json takes "Objects" for "objects". It must mean the same then, or be
// refused.
func TestReadConfigNamesInOtherCase(t *testing.T) {
	base := gridscribe.Text2Space()
	got, err := gridscribe.ReadConfig(strings.NewReader(`{"Objects": [{"objects": 5}]}`), base)
	if err == nil {
		want := gridscribe.Text2Space()
		want.Objects = []gridscribe.ObjectWeight{{Objects: 5}}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("config (-want +got):\n%s", diff)
		}
	}
	if diff := cmp.Diff(gridscribe.Text2Space(), base); diff != "" {
		t.Errorf("the base changed (-want +got):\n%s", diff)
	}
}

// configs draws Configs whose fields are each in range; some of them ask for what cannot be.
func configs() *rapid.Generator[gridscribe.Config] {
	return rapid.Custom(func(t *rapid.T) gridscribe.Config {
		weight := func(label string) int {
			return rapid.OneOf(rapid.IntRange(0, 4), rapid.IntRange(0, 1_000_000)).Draw(t, label)
		}
		var c gridscribe.Config
		c.Seed = rapid.Uint64().Draw(t, "seed")
		c.Records = rapid.Int64Range(0, math.MaxInt64).Draw(t, "records")
		for _, n := range rapid.SliceOfNDistinct(rapid.IntRange(2, 14), 1, 4, rapid.ID[int]).Draw(t, "objects") {
			c.Objects = append(c.Objects, gridscribe.ObjectWeight{Objects: n, Weight: weight("object weight")})
		}
		c.Facts.Min = rapid.IntRange(1, 14).Draw(t, "fewest facts")
		c.Facts.Max = c.Facts.Min + rapid.IntRange(0, 20).Draw(t, "more facts")
		c.Layouts = gridscribe.LayoutWeights{Unique: weight("unique"), Ambiguous: weight("ambiguous")}
		c.Evidence = gridscribe.EvidenceWeights{Direct: weight("direct"), Inferred: weight("inferred")}
		c.Questions = gridscribe.QuestionWeights{Full: weight("full"), Vertical: weight("vertical"),
			Horizontal: weight("horizontal")}
		for _, v := range rapid.SliceOfNDistinct(rapid.SampledFrom(describe.Vocabularies()), 1, 7,
			rapid.ID[describe.Vocabulary]).Draw(t, "vocabularies") {
			c.Vocabularies = append(c.Vocabularies, gridscribe.VocabularyWeight{Vocabulary: v, Weight: weight("vocabulary")})
		}
		return c
	})
}

// possible decides from the definition whether a Config can be met: every number of objects with a weight has some
// problem, and every text has facts enough for some mixture.
func possible(c gridscribe.Config) bool {
	weights := func(all ...int) (some bool) {
		for _, w := range all {
			some = some || w > 0
		}
		return some
	}
	simplest := 4
	for _, v := range c.Vocabularies {
		if v.Weight > 0 {
			simplest = min(simplest, strings.Count(v.Vocabulary.String(), "+")+1)
		}
	}
	ok := simplest < 4 && weights(c.Layouts.Unique, c.Layouts.Ambiguous) &&
		weights(c.Evidence.Direct, c.Evidence.Inferred) &&
		weights(c.Questions.Full, c.Questions.Vertical, c.Questions.Horizontal)
	anyObjects := false
	for _, o := range c.Objects {
		if o.Weight == 0 {
			continue
		}
		anyObjects = true
		fewest := 0 // facts of any problem
		for facts := c.Facts.Max; facts >= c.Facts.Min; facts-- {
			if someProblem(c, o.Objects, facts) {
				fewest = facts
			}
		}
		ok = ok && fewest > 0 && fewest >= simplest
	}
	return ok && anyObjects
}

// someProblem reports whether objects and facts allow some kind of record that the Config wants.
func someProblem(c gridscribe.Config, objects, facts int) bool {
	for unique, layouts := range map[bool]int{true: c.Layouts.Unique, false: c.Layouts.Ambiguous} {
		for direct, evidence := range map[bool]int{true: c.Evidence.Direct, false: c.Evidence.Inferred} {
			for aspect, questions := range []int{c.Questions.Full, c.Questions.Vertical, c.Questions.Horizontal} {
				if layouts > 0 && evidence > 0 && questions > 0 &&
					layout.Feasible(objects, facts, unique, direct, layout.Aspect(aspect)) {
					return true
				}
			}
		}
	}
	return false
}

// TestEveryValidConfigWorks: Validate passes exactly what is possible, and then every record can be made, is true, and
// is what the Config allows.
func TestEveryValidConfigWorks(t *testing.T) {
	tried, worked := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		tried++
		cfg := configs().Draw(t, "config")
		err := cfg.Validate()
		if (err == nil) != possible(cfg) {
			t.Fatalf("possible is %t, Validate says %v", possible(cfg), err)
		}
		if err != nil {
			if !errors.Is(err, gridscribe.ErrConfig) {
				t.Fatal(err)
			}
			return
		}
		c, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		worked++
		objects := make(map[int]int)
		for _, o := range cfg.Objects {
			objects[o.Objects] = o.Weight
		}
		vocabularies := make(map[describe.Vocabulary]int)
		for _, v := range cfg.Vocabularies {
			vocabularies[v.Vocabulary] = v.Weight
		}
		b, rec := c.NewBuilder(), new(gridscribe.Record)
		var w witness
		start := rapid.Int64Range(0, 1<<62).Draw(t, "start")
		for i := start; i < start+40; i++ {
			if err := b.Build(rec, i); err != nil {
				t.Fatal(err)
			}
			facts := len(rec.Plan.Facts)
			layouts, evidence := cfg.Layouts.Ambiguous, cfg.Evidence.Inferred
			if rec.Unique {
				layouts = cfg.Layouts.Unique
			}
			if rec.Direct {
				evidence = cfg.Evidence.Direct
			}
			asked := []int{cfg.Questions.Full, cfg.Questions.Vertical, cfg.Questions.Horizontal}[rec.Direction().Aspect]
			if objects[rec.Layout.Len()] == 0 || facts < cfg.Facts.Min || facts > cfg.Facts.Max || layouts == 0 ||
				evidence == 0 || asked == 0 || vocabularies[rec.Vocabulary] == 0 {
				t.Fatalf("record %d has %d objects, %d facts, unique %t, direct %t, aspect %v, words %v", i,
					rec.Layout.Len(), facts, rec.Unique, rec.Direct, rec.Direction().Aspect, rec.Vocabulary)
			}
			if i < start+4 {
				if err := w.check(rec, new(tally)); err != nil {
					t.Fatalf("record %d: %v", i, err)
				}
			}
		}
	})
	t.Logf("%d of %d Configs are possible", worked, tried)
}

// TestWeightsAreMet: where every combination is possible, every marginal is near its weight.
func TestWeightsAreMet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		weight := func(label string) int { return rapid.IntRange(1, 9).Draw(t, label) }
		cfg := gridscribe.Text2Space()
		cfg.Seed = rapid.Uint64().Draw(t, "seed")
		cfg.Objects = nil
		for n := 5; n < 8; n++ {
			cfg.Objects = append(cfg.Objects, gridscribe.ObjectWeight{Objects: n, Weight: weight("objects")})
		}
		cfg.Facts = gridscribe.FactRange{Min: 3, Max: 8} // of the 10 pairs of 5 objects, two can stay unstated
		cfg.Layouts = gridscribe.LayoutWeights{Unique: weight("unique"), Ambiguous: weight("ambiguous")}
		cfg.Evidence = gridscribe.EvidenceWeights{Direct: weight("direct"), Inferred: weight("inferred")}
		cfg.Questions = gridscribe.QuestionWeights{Full: weight("full"), Vertical: weight("vertical"),
			Horizontal: weight("horizontal")}
		for i := range cfg.Vocabularies {
			cfg.Vocabularies[i].Weight = weight("vocabulary")
		}
		c, err := gridscribe.NewCorpus(cfg)
		if err != nil {
			t.Fatal(err)
		}
		const records = 1200
		b, rec := c.NewBuilder(), new(gridscribe.Record)
		counts := make(map[string]int)
		for i := range int64(records) {
			if err := b.Build(rec, i); err != nil {
				t.Fatal(err)
			}
			counts["objects "+string(rune('0'+rec.Layout.Len()))]++
			counts[rec.Direction().Aspect.String()]++
			counts[rec.Vocabulary.String()]++
			if rec.Unique {
				counts["unique"]++
			}
			if rec.Direct {
				counts["direct"]++
			}
		}
		near := func(name string, w, total int) {
			want := float64(records) * float64(w) / float64(total)
			if got := float64(counts[name]); math.Abs(got-want) > records/50 {
				t.Errorf("%s: %v of %d, want %.0f", name, got, records, want)
			}
		}
		total := 0
		for _, o := range cfg.Objects {
			total += o.Weight
		}
		for _, o := range cfg.Objects {
			near("objects "+string(rune('0'+o.Objects)), o.Weight, total)
		}
		total = 0
		for _, v := range cfg.Vocabularies {
			total += v.Weight
		}
		for _, v := range cfg.Vocabularies {
			near(v.Vocabulary.String(), v.Weight, total)
		}
		q := cfg.Questions
		near("full", q.Full, q.Full+q.Vertical+q.Horizontal)
		near("vertical", q.Vertical, q.Full+q.Vertical+q.Horizontal)
		near("horizontal", q.Horizontal, q.Full+q.Vertical+q.Horizontal)
		near("unique", cfg.Layouts.Unique, cfg.Layouts.Unique+cfg.Layouts.Ambiguous)
		near("direct", cfg.Evidence.Direct, cfg.Evidence.Direct+cfg.Evidence.Inferred)
	})
}

// TestConfigRoundTrip: a Config is its JSON, whatever it is read on top of.
func TestConfigRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := configs().Draw(t, "config")
		data, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		for _, base := range []gridscribe.Config{{}, gridscribe.Text2Space(), configs().Draw(t, "base")} {
			got, err := gridscribe.ReadConfig(strings.NewReader(string(data)), base)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("config (-want +got):\n%s", diff)
			}
		}
	})
}

// TestCorpusKeepsItsConfig: a caller that goes on writing into its Config does not reach a corpus made from it.
func TestCorpusKeepsItsConfig(t *testing.T) {
	cfg := gridscribe.Text2Space()
	c := mustCorpus(t, cfg)
	want, err := c.At(17)
	if err != nil {
		t.Fatal(err)
	}
	for i := range cfg.Vocabularies {
		cfg.Vocabularies[i].Vocabulary = describe.Clock
	}
	for i := range cfg.Objects {
		cfg.Objects[i].Objects = 2
	}
	got, err := c.At(17)
	if err != nil {
		t.Fatal(err)
	}
	if string(appendAll(nil, got)) != string(appendAll(nil, want)) {
		t.Error("the corpus changed with its caller's Config")
	}
}
