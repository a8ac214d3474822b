package gridscribe

import (
	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// levelDesign is the design of a corpus that goes by levels: quotas of the families, of the levels in each, and of how a
// question is put.
type levelDesign struct {
	key          seed.Key
	words        seed.Key
	families     []qa.Family // those with a weight
	family       quota
	levels       []int
	level        quota
	answers      quota
	phrasings    quota
	phrasing     qa.Phrasing // where phrasings has no weights
	vocabulary   quota
	vocabularies []describe.Vocabulary
	pairs        bool
}

func newLevelDesign(cfg Config) *levelDesign {
	key := seed.NewKey(cfg.Seed)
	d := &levelDesign{key: key.Named("design"), words: key.Named("vocabulary"), phrasing: cfg.Phrasing, pairs: cfg.Contrasts}
	var weights []int
	for _, f := range cfg.familyWeights() {
		if f.Weight > 0 {
			d.families, weights = append(d.families, levelFamilyNamed(f.Family)), append(weights, f.Weight)
		}
	}
	d.family, weights = newQuota(weights), nil
	for _, l := range cfg.Levels {
		d.levels, weights = append(d.levels, l.Level), append(weights, l.Weight)
	}
	d.level, weights = newQuota(weights), nil
	for _, v := range cfg.Vocabularies {
		d.vocabularies, weights = append(d.vocabularies, v.Vocabulary), append(weights, v.Weight)
	}
	d.vocabulary = newQuota(weights)
	d.answers, d.phrasings = newQuota(cfg.Answers.weights()), newQuota(cfg.Phrasings.weights())
	return d
}

// levelAsk is what a record of a corpus that goes by levels is to ask.
type levelAsk struct {
	family   qa.Family // with the knobs of its level
	level    int
	choice   bool
	contrast bool
	of       int64 // the record whose scene it shares
}

func (d *levelDesign) at(i int64) brief {
	of := i
	if d.pairs {
		of = i / 2
	}
	k, key := scatter(uint64(of), d.key), d.key
	next := func(q *quota) (cell int) {
		if q.total() == 0 {
			return 0
		}
		cell, k = q.cell(k, key)
		key = key.At(int64(cell))
		return cell
	}
	f := d.families[next(&d.family)]
	level := d.levels[next(&d.level)]
	v, _ := d.vocabulary.cell(k%vocabularyPhase, d.words.At(int64(key.Uint64()>>1)).At(int64(k/vocabularyPhase)))
	ask := levelAsk{level: level, choice: next(&d.answers) == 1, contrast: d.pairs && i%2 == 1, of: of}
	phrasing := d.phrasing
	if d.phrasings.total() > 0 {
		phrasing = qa.Phrasing(next(&d.phrasings))
	}
	ask.family = f.At(level)
	if p, ok := ask.family.(qa.Phrased); ok {
		ask.family = p.WithPhrasing(phrasing)
	}
	return brief{family: f.Name(), leveled: ask, vocabulary: d.vocabularies[v]}
}

// mostObjects returns 0: the samplers of the families name their objects.
func (d *levelDesign) mostObjects() int { return 0 }
