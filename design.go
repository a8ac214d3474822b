package gridscribe

import (
	"fmt"
	"math/big"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
)

// design is the designer of a corpus that goes by the shape of texts. It is a tree of quotas: number of objects, unique or
// ambiguous, number of facts, stated or inferred, kind of question, answer, order of the pair. Each quota passes every
// cell's own running number on to the next, so that every prefix of the corpus is balanced, nothing depends on what
// came before, and the cost is some arithmetic per level. Vocabularies have nothing to do with the rest but the number
// of facts that they need: a second quota shares them out beside it.
type design struct {
	key   seed.Key
	words seed.Key
	asks  seed.Key
	// vocabularies are the Config's, the cells of every vocabulary quota.
	vocabularies []describe.Vocabulary
	families     []FamilyWeight
	family       quota // cells as families
	objects      quota
	byCount      []objectDesign // by cell of objects
}

// objectDesign is the part of the tree below one number of objects.
type objectDesign struct {
	objects int
	unique  quota // cell 0: unique, cell 1: ambiguous
	facts   [2]factDesign
}

// factDesign is the part below unique or ambiguous.
type factDesign struct {
	min    int
	count  quota // cell k: min+k facts
	leaves []leafDesign
}

// leafDesign is the part below one number of facts.
type leafDesign struct {
	direct     quota    // cell 0: direct, cell 1: inferred
	aspect     [2]quota // by cell of direct; cells as layout.Aspect
	vocabulary quota    // cells as Config.Vocabularies
}

// vocabularyPhase is how many numbers go by before a quota of vocabularies starts anew elsewhere, so that it cannot keep
// step with the others.
const vocabularyPhase = 64

// brief is what one record must be.
type brief struct {
	spec       layout.Spec    // where the corpus goes by the shape of texts
	chain      layout.HopSpec // where it goes by hops
	leveled    levelAsk       // where it goes by levels
	family     string         // of the question
	ask        chainAsk       // about the ends of the chain
	vocabulary describe.Vocabulary
}

var fullAnswers = [...]layout.Cardinal{
	layout.N, layout.NE, layout.E, layout.SE, layout.S, layout.SW, layout.W, layout.NW,
}

var halfAnswers = [layout.Aspects][3]layout.Cardinal{
	layout.Vertical:   {layout.N, layout.S, layout.EQ},
	layout.Horizontal: {layout.W, layout.E, layout.EQ},
}

// at returns the brief of record i.
func (d *design) at(i int64) brief {
	k, key := scatter(uint64(i), d.key), d.key
	next := func(q *quota) (cell int) {
		cell, k = q.cell(k, key)
		key = key.At(int64(cell))
		return cell
	}
	n := &d.byCount[next(&d.objects)]
	u := next(&n.unique)
	f := &n.facts[u]
	m := next(&f.count)
	leaf := &f.leaves[m]
	v, _ := leaf.vocabulary.cell(k%vocabularyPhase,
		d.words.At(int64(key.Uint64()>>1)).At(int64(k/vocabularyPhase)))
	fam, _ := d.family.cell(k%vocabularyPhase, d.asks.At(int64(key.Uint64()>>1)).At(int64(k/vocabularyPhase)))
	e := next(&leaf.direct)
	aspect := layout.Aspect(next(&leaf.aspect[e]))

	var answer layout.Cardinal
	if aspect == layout.Full {
		answer = fullAnswers[next(&eighths)]
	} else {
		answer = halfAnswers[aspect][next(&thirds)]
	}
	return brief{
		spec: layout.Spec{
			Objects: n.objects, Facts: f.min + m, Unique: u == 0, Direct: e == 0,
			Aspect: aspect, Answer: answer, LocatumFirst: next(&halves) == 0,
		},
		family:     d.families[fam].Family,
		vocabulary: d.vocabularies[v],
	}
}

func (d *design) mostObjects() (most int) {
	for _, n := range d.byCount {
		most = max(most, n.objects)
	}
	return most
}

// scatter permutes the record numbers of every block of 64 at random, so that no property of a record can be told from
// its number: the quotas alone would repeat with their periods.
func scatter(i uint64, key seed.Key) uint64 {
	const mask = 63
	h := key.At(int64(i / (mask + 1))).Uint64()
	x := i & mask
	for range 2 { // each step is a permutation of six bits
		x = (x*(h|1) + h>>6) & mask
		x ^= x >> 3
		h >>= 12
	}
	return i&^mask | x
}

var (
	halves  = evenQuota(2)
	thirds  = evenQuota(3)
	eighths = evenQuota(8)
)

// rat returns a/b.
func rat(a, b int) *big.Rat { return big.NewRat(int64(a), int64(b)) }

func sum(values []int) (total int) {
	for _, v := range values {
		total += v
	}
	return total
}

// leafShare is one leaf while the design is computed: a number of facts of unique or ambiguous layouts, and its share
// among the records of its number of objects.
type leafShare struct {
	unique     bool
	facts      int
	share      *big.Rat
	direct     *big.Rat // share of direct questions in the leaf
	noFull     bool     // an inferred question cannot be a full one
	quotas     *leafDesign
	vocabulary *quota
}

// designer maps a record number to what the record must be.
type designer interface {
	at(i int64) brief
	mostObjects() int // of any record
}

// newDesigner checks the Config and returns the design of its sort of corpus.
func newDesigner(cfg Config) (designer, error) {
	if err := cfg.validateFields(); err != nil {
		return nil, err
	}
	switch cfg.Sort() {
	case ByHops:
		return newChainDesign(cfg)
	case ByLevels:
		return newLevelDesign(cfg), nil
	}
	return newDesign(cfg)
}

func newDesign(cfg Config) (*design, error) {
	key := seed.NewKey(cfg.Seed)
	d := &design{key: key.Named("design"), words: key.Named("vocabulary"), asks: key.Named("family")}
	d.families = cfg.familyWeights()
	d.family = familyQuota(d.families)
	for _, v := range cfg.Vocabularies {
		d.vocabularies = append(d.vocabularies, v.Vocabulary)
	}
	var weights []int
	var leaves []leafShare // of all numbers of objects, with shares among all records
	totalWeight := 0
	for _, o := range cfg.Objects {
		totalWeight += o.Weight
	}
	d.byCount = make([]objectDesign, len(cfg.Objects))
	for i, o := range cfg.Objects {
		weights = append(weights, o.Weight)
		if o.Weight == 0 {
			continue
		}
		own, err := d.byCount[i].fill(cfg, o.Objects)
		if err != nil {
			return nil, err
		}
		for _, leaf := range own {
			leaf.share = new(big.Rat).Mul(leaf.share, rat(o.Weight, totalWeight))
			leaves = append(leaves, leaf)
		}
	}
	d.objects = newQuota(weights)
	return d, setVocabularies(cfg, leaves)
}

// fill computes the tree below a number of objects and returns its leaves with their shares.
func (o *objectDesign) fill(cfg Config, objects int) ([]leafShare, error) {
	o.objects = objects
	weights := cfg.Layouts.weights()
	var counts [2][]int
	for u := range counts {
		if weights[u] == 0 {
			continue
		}
		for m := cfg.Facts.Min; m <= min(cfg.Facts.Max, objects*(objects-1)/2); m++ {
			if feasible(cfg, objects, m, u == 0, 0) || feasible(cfg, objects, m, u == 0, 1) {
				counts[u] = append(counts[u], m)
			}
		}
		if len(counts[u]) == 0 {
			weights[u] = 0
		}
	}
	if sum(weights) == 0 {
		return nil, configErrorf("objects: %d objects have no problem with facts.min %d to facts.max %d, layouts %+v, "+
			"evidence %+v and questions %+v; they need %d to %d facts", objects, cfg.Facts.Min, cfg.Facts.Max,
			cfg.Layouts, cfg.Evidence, cfg.Questions, objects-1, objects*(objects-1)/2)
	}
	o.unique = newQuota(weights)
	var leaves []leafShare
	for u := range counts {
		if weights[u] == 0 {
			continue
		}
		f := &o.facts[u]
		f.min, f.count = counts[u][0], evenQuota(len(counts[u]))
		f.leaves = make([]leafDesign, len(counts[u]))
		for k, m := range counts[u] {
			leaves = append(leaves, leafShare{
				unique: u == 0, facts: m, quotas: &f.leaves[k], vocabulary: &f.leaves[k].vocabulary,
				share: new(big.Rat).Mul(rat(weights[u], sum(weights)), rat(1, len(counts[u]))),
			})
		}
	}
	setEvidence(cfg, objects, leaves)
	setAspects(cfg, leaves)
	return leaves, nil
}

// feasible reports whether the Config wants and can have direct (evidence 0) or inferred (1) questions of such a leaf.
func feasible(cfg Config, objects, facts int, unique bool, evidence int) bool {
	if cfg.Evidence.weights()[evidence] == 0 {
		return false
	}
	for aspect, w := range cfg.Questions.weights() {
		if w > 0 && layout.Feasible(objects, facts, unique, evidence == 0, layout.Aspect(aspect)) {
			return true
		}
	}
	return false
}

// setEvidence splits every leaf into direct and inferred. Leaves that allow only one of them do; the others make up for
// it, so that the target holds for this number of objects as far as it can.
func setEvidence(cfg Config, objects int, leaves []leafShare) {
	target := rat(cfg.Evidence.Direct, cfg.Evidence.Direct+cfg.Evidence.Inferred)
	forced, free := new(big.Rat), new(big.Rat)
	for i := range leaves {
		leaf := &leaves[i]
		direct := feasible(cfg, objects, leaf.facts, leaf.unique, 0)
		inferred := feasible(cfg, objects, leaf.facts, leaf.unique, 1)
		leaf.noFull = !layout.Feasible(objects, leaf.facts, leaf.unique, false, layout.Full)
		switch {
		case direct && inferred:
			free.Add(free, leaf.share)
		case direct:
			leaf.direct = rat(1, 1)
			forced.Add(forced, leaf.share)
		default:
			leaf.direct = rat(0, 1)
		}
	}
	rate := clampedQuotient(target.Sub(target, forced), free)
	for i := range leaves {
		if leaves[i].direct == nil {
			leaves[i].direct = rate
		}
		leaves[i].quotas.direct = ratQuota(leaves[i].direct, new(big.Rat).Sub(rat(1, 1), leaves[i].direct))
	}
}

// setAspects splits the questions of every leaf by kind. Where full ones cannot be, the other places make up for them.
func setAspects(cfg Config, leaves []leafShare) {
	q := cfg.Questions
	target := rat(q.Full, q.Full+q.Vertical+q.Horizontal)
	without := new(big.Rat)
	one := rat(1, 1)
	for _, leaf := range leaves {
		if leaf.noFull {
			inferred := new(big.Rat).Sub(one, leaf.direct)
			without.Add(without, inferred.Mul(inferred, leaf.share))
		}
	}
	full := clampedQuotient(target, new(big.Rat).Sub(one, without))
	half := func(full *big.Rat) quota {
		rest := new(big.Rat).Sub(one, full)
		halves := q.Vertical + q.Horizontal
		if halves == 0 {
			return ratQuota(one, new(big.Rat), new(big.Rat))
		}
		return ratQuota(full, new(big.Rat).Mul(rest, rat(q.Vertical, halves)),
			new(big.Rat).Mul(rest, rat(q.Horizontal, halves)))
	}
	for _, leaf := range leaves {
		leaf.quotas.aspect = [2]quota{half(full), half(full)}
		if leaf.noFull {
			leaf.quotas.aspect[1] = half(new(big.Rat))
		}
	}
}

// clampedQuotient returns a/b within 0 and 1, and 0 for b = 0.
func clampedQuotient(a, b *big.Rat) *big.Rat {
	if b.Sign() <= 0 || a.Sign() <= 0 {
		return new(big.Rat)
	}
	q := new(big.Rat).Quo(a, b)
	if one := rat(1, 1); q.Cmp(one) > 0 {
		return one
	}
	return q
}

// setVocabularies gives every leaf its mixtures. A mixture of k vocabularies needs k facts, so leaves with one fact are
// served first, then those with two; the rest make up for what these could not take.
func setVocabularies(cfg Config, leaves []leafShare) error {
	total := 0
	for _, v := range cfg.Vocabularies {
		total += v.Weight
	}
	left := make([]*big.Rat, len(cfg.Vocabularies))
	for i, v := range cfg.Vocabularies {
		left[i] = rat(v.Weight, total)
	}
	const most = 3 // the number of vocabularies
	for facts := 1; facts <= most; facts++ {
		class := new(big.Rat)
		for _, leaf := range leaves {
			if min(leaf.facts, most) == facts {
				class.Add(class, leaf.share)
			}
		}
		if class.Sign() == 0 {
			continue
		}
		allowed := new(big.Rat)
		for i, v := range cfg.Vocabularies {
			if v.Vocabulary.Len() <= facts {
				allowed.Add(allowed, left[i])
			}
		}
		shares := make([]*big.Rat, len(left))
		for i, v := range cfg.Vocabularies {
			shares[i] = new(big.Rat)
			switch {
			case v.Vocabulary.Len() > facts:
			case allowed.Sign() > 0:
				shares[i].Quo(left[i], allowed)
			default: // used up by leaves with fewer facts: go by the plain weights
				shares[i].SetInt64(int64(v.Weight))
			}
		}
		q := ratQuota(shares...)
		if q.total() == 0 {
			return configErrorf("vocabularies: every mixture needs more than %d fact(s), but some layouts have no more; "+
				"add a simpler mixture or raise facts.min", facts)
		}
		for i := range left {
			used := new(big.Rat).Mul(class, rat(q.weight(i), q.total()))
			if left[i].Sub(left[i], used); left[i].Sign() < 0 {
				left[i] = new(big.Rat)
			}
		}
		for _, leaf := range leaves {
			if min(leaf.facts, most) == facts {
				*leaf.vocabulary = q
			}
		}
	}
	return nil
}

// String gives the brief for error messages.
func (b brief) String() string {
	if b.chain.Hops > 0 {
		return fmt.Sprintf("%s of %+v in %v", b.family, b.chain, b.vocabulary)
	}
	if b.leveled.level > 0 {
		return fmt.Sprintf("%s of level %d", b.family, b.leveled.level)
	}
	return fmt.Sprintf("%s of %+v in %v", b.family, b.spec, b.vocabulary)
}
