package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/export/report"
)

// page returns what the report of a corpus shows. Leaves, if not nil, says which of the first galleryScan records are left out. The
// same manifest gives the same page.
func (j *Job) page(m *Manifest, leaves func(*gridscribe.Record) reason) (*report.Page, error) {
	cfg := j.plan.Config
	p := &report.Page{
		Title: m.Title,
		Summary: fmt.Sprintf("%d records of synthetic spatial reasoning. Every text, drawing, question and answer of a record agree; "+
			"the answer follows from what the record shows.", m.Stats.Records),
		Facts: []report.Fact{
			{Name: "records", Value: strconv.FormatInt(m.Stats.Records, 10)},
			{Name: "left out as repeats", Value: strconv.FormatInt(m.Left.Repeats, 10)},
			{Name: "left out as excluded", Value: strconv.FormatInt(m.Left.Excluded, 10)},
			{Name: "seed", Value: strconv.FormatUint(cfg.Seed, 10)},
			{Name: "shards", Value: strconv.Itoa(m.Shards)},
			{Name: "stream version", Value: strconv.Itoa(m.Versions.Stream)},
			{Name: "lexicon version", Value: strconv.Itoa(m.Versions.Lexicon)},
			{Name: "plan", Value: m.Plan},
		},
	}
	p.Splits = m.splitChart()
	targets := designTargets{j.corpus.Design(), m}
	for _, t := range m.Stats.Tables {
		if first, second, pair := strings.Cut(t.Name, ","); pair {
			p.Heats = append(p.Heats, targets.heat(t, first, second))
			continue
		}
		p.Charts = append(p.Charts, targets.chart(t))
	}
	if t, some := impossible(targets.design); some {
		p.Tables = append(p.Tables, t)
	}
	p.Histograms = []report.Histogram{
		histogram("Length of prompts", "characters", pick(cfg.Records > promptsAll, "Of every sixteenth record.", ""), m.Stats.Prompts),
		histogram("Estimated tokens of prompts", "tokens", "A quarter of the characters: a rough guess, which no tokenizer made.",
			m.Stats.Tokens),
	}
	var err error
	p.Gallery, err = j.gallery(leaves)
	return p, err
}

// splitChart shows the rows of the first subset by split. Splits go by a hash, so that their sizes are left to chance.
func (m *Manifest) splitChart() report.Chart {
	c := report.Chart{Name: "Splits", Note: "A hash of the text or scene decides, and what shares one goes together, so that sizes are near " +
		"their shares where many differ, and further off where few do."}
	_, total := largestSplit(m.Splits)
	all := float64(m.Stats.Records)
	c.Within = report.Unjudged // no size is promised
	for _, s := range m.Splits {
		rows, _ := m.Rows(m.Subsets[0].Name, s.Name)
		share := float64(s.Weight) / float64(total)
		c.Bars = append(c.Bars, report.Bar{Label: s.Name, Got: rows, Target: all * share})
	}
	return c
}

func histogram(name, unit, note string, h Histogram) report.Histogram {
	out := report.Histogram{Name: name, Unit: unit, Note: note, Counts: h.Counts, Max: float64(h.Max)}
	for i := range len(h.Counts) + 1 {
		out.Edges = append(out.Edges, float64(h.edge(i)))
	}
	return out
}

const (
	galleryScan = 4000 // records that are looked through for samples
	galleryEach = 2    // samples of a family and level
	galleryMost = 240
)

// gallery returns samples of every family and level.
func (j *Job) gallery(leaves func(*gridscribe.Record) reason) ([]report.Sample, error) {
	type kind struct {
		family string
		level  int
	}
	found := make(map[kind]int)
	families := gridscribe.FamilyNames(j.plan.Config.Sort())
	var all []report.Sample
	b, rec := j.corpus.NewBuilder(), new(gridscribe.Record)
	opt := j.plan.Subsets[0].options()
	for i := range min(j.plan.Config.Records, galleryScan) {
		if err := b.Build(rec, i); err != nil {
			return nil, err
		}
		if leaves != nil && leaves(rec) != kept {
			continue
		}
		k := kind{rec.Question.Family(), rec.Level}
		most := galleryEach
		if rec.Level == 0 {
			most = max(galleryEach, 24/len(families))
		}
		if found[k] == most || len(all) == galleryMost {
			continue
		}
		found[k]++
		all = append(all, report.Sample{
			ID: string(appendID(nil, rec)), Family: k.family, Group: groups[k.family], Level: rec.Level,
			Split: j.plan.Splits[splitOf(j.plan.Splits, opt.Form.fingerprint(rec))].Name, Medium: rec.Medium.String(),
			Prompt: string(rec.AppendPrompt(nil)), Answer: string(rec.AppendAnswer(nil)), Rationale: string(rec.AppendRationale(nil)),
		})
	}
	slices.SortStableFunc(all, func(a, b report.Sample) int {
		if a.Family != b.Family {
			return slices.Index(families, a.Family) - slices.Index(families, b.Family)
		}
		return a.Level - b.Level
	})
	return all, nil
}
