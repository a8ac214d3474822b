package gridscribe_test

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/qa"
)

// puzzle is a problem as fingerprints see it.
type puzzle struct {
	n                int
	facts            []layout.Fact
	locatum, relatum int
	aspect           layout.Aspect
}

func (p puzzle) fingerprint() uint64 {
	return layout.Fingerprint(p.n, p.facts, p.locatum, p.relatum, p.aspect)
}

func puzzleOf(r *gridscribe.Record) puzzle {
	return puzzle{r.Layout.Len(), slices.Clone(r.Plan.Facts), r.Direction().Locatum, r.Direction().Relatum, r.Direction().Aspect}
}

// compass lists the eight directions clockwise, with their signs.
var compass = [8]struct {
	relation layout.Cardinal
	signs    [2]int
}{
	{layout.N, [2]int{-1, 0}}, {layout.NE, [2]int{-1, 1}}, {layout.E, [2]int{0, 1}}, {layout.SE, [2]int{1, 1}},
	{layout.S, [2]int{1, 0}}, {layout.SW, [2]int{1, -1}}, {layout.W, [2]int{0, -1}}, {layout.NW, [2]int{-1, -1}},
}

// moved gives a relation after the symmetry: quarter turns clockwise by its low two bits, then a mirror.
func moved(c layout.Cardinal, symmetry int) layout.Cardinal {
	for k, d := range compass {
		if d.relation == c {
			k = (k + 2*(symmetry&3)) % 8
			if symmetry&4 != 0 {
				k = (8 - k) % 8 // west and east change places
			}
			return compass[k].relation
		}
	}
	panic("no direction")
}

func movedAspect(a layout.Aspect, symmetry int) layout.Aspect {
	if symmetry&1 == 1 && a != layout.Full {
		return layout.Vertical + layout.Horizontal - a
	}
	return a
}

func turnedRound(f layout.Fact) layout.Fact {
	return layout.Fact{Locatum: f.Relatum, Relatum: f.Locatum, Relation: moved(f.Relation, 2)}
}

// under returns the puzzle with its objects renamed and the square moved, every fact from its smaller object, in order.
func (p puzzle) under(names []int, symmetry int) puzzle {
	q := puzzle{p.n, nil, names[p.locatum], names[p.relatum], movedAspect(p.aspect, symmetry)}
	for _, f := range p.facts {
		f = layout.Fact{Locatum: names[f.Locatum], Relatum: names[f.Relatum], Relation: moved(f.Relation, symmetry)}
		if f.Locatum > f.Relatum {
			f = turnedRound(f)
		}
		q.facts = append(q.facts, f)
	}
	slices.SortFunc(q.facts, func(a, b layout.Fact) int {
		return cmp.Or(a.Locatum-b.Locatum, a.Relatum-b.Relatum, int(a.Relation)-int(b.Relation))
	})
	return q
}

// canonical returns the least text of the puzzle under all names and symmetries.
func (p puzzle) canonical() string {
	best := ""
	names := make([]int, p.n)
	for i := range names {
		names[i] = i
	}
	var try func(k int)
	try = func(k int) {
		if k == p.n {
			for symmetry := range 8 {
				if text := fmt.Sprint(p.under(names, symmetry)); best == "" || text < best {
					best = text
				}
			}
			return
		}
		for i := k; i < p.n; i++ {
			names[k], names[i] = names[i], names[k]
			try(k + 1)
			names[k], names[i] = names[i], names[k]
		}
	}
	try(0)
	return best
}

// TestFingerprintForgets: names, the order and the side of facts, and the eight symmetries change nothing.
func TestFingerprintForgets(t *testing.T) {
	c := mustCorpus(t, largeConfig())
	preset := mustCorpus(t, gridscribe.Text2Space())
	rapid.Check(t, func(t *rapid.T) {
		from := preset
		if rapid.Bool().Draw(t, "large") {
			from = c
		}
		rec, err := from.At(rapid.Int64Range(0, 1<<40).Draw(t, "record"))
		if err != nil {
			t.Fatal(err)
		}
		p := puzzleOf(rec)
		want := p.fingerprint()
		if got := rec.Fingerprint(); got != want {
			t.Fatalf("the record's fingerprint is %x, its problem's %x", got, want)
		}
		names := make([]int, p.n)
		for i := range names {
			names[i] = i
		}
		q := p.under(rapid.Permutation(names).Draw(t, "names"), rapid.IntRange(0, 7).Draw(t, "symmetry"))
		q.facts = rapid.Permutation(q.facts).Draw(t, "order")
		for i := range q.facts {
			if rapid.Bool().Draw(t, "other side") {
				q.facts[i] = turnedRound(q.facts[i])
			}
		}
		if got := q.fingerprint(); got != want {
			t.Fatalf("%+v has fingerprint %x, %+v has %x", p, want, q, got)
		}
	})
}

// TestFingerprintTellsApart compares fingerprints with the exact answer, by all names and symmetries, for many small
// problems: never two for one problem, and hardly ever one for two.
func TestFingerprintTellsApart(t *testing.T) {
	cfg := gridscribe.Text2Space()
	cfg.Records = 3000
	if testing.Short() {
		cfg.Records = 600
	}
	cfg.Objects = []gridscribe.ObjectWeight{{Objects: 2, Weight: 1}, {Objects: 3, Weight: 3}, {Objects: 4, Weight: 8},
		{Objects: 5, Weight: 4}}
	byText, byPrint := make(map[string]uint64), make(map[uint64]string)
	collisions := 0 // logged, for whoever wants to see one
	for rec, err := range mustCorpus(t, cfg).All(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		text, print := puzzleOf(rec).canonical(), rec.Fingerprint()
		if other, ok := byText[text]; ok && other != print {
			t.Errorf("%s has fingerprints %x and %x", text, other, print)
		}
		if other, ok := byPrint[print]; ok && other != text {
			collisions++
			if collisions <= 3 {
				t.Logf("one fingerprint for %s and %s", other, text)
			}
		}
		byText[text], byPrint[print] = print, text
	}
	t.Logf("%d problems in %d records, %d fingerprints", len(byText), cfg.Records, len(byPrint))
	if lost := len(byText) - len(byPrint); lost > len(byText)/1000 {
		t.Errorf("%d problems have %d fingerprints", len(byText), len(byPrint))
	}
}

// TestFingerprintSeesQuestion: the same text with another question is another problem.
func TestFingerprintSeesQuestion(t *testing.T) {
	rec, err := mustCorpus(t, largeConfig()).At(3)
	if err != nil {
		t.Fatal(err)
	}
	p := puzzleOf(rec)
	seen := map[uint64]string{}
	for aspect := range layout.Aspect(2) { // a vertical question may be a horizontal one of the text turned over
		for a := range p.n {
			for b := range p.n {
				if a == b {
					continue
				}
				p.locatum, p.relatum, p.aspect = a, b, aspect
				here := fmt.Sprintf("%v of %d and %d", aspect, a, b)
				if other, ok := seen[p.fingerprint()]; ok {
					t.Errorf("one fingerprint for %s and %s", here, other)
				}
				seen[p.fingerprint()] = here
			}
		}
	}
}

// TestTextFingerprint: facts alone have one fingerprint under renaming, symmetry, order and side, whatever is asked.
func TestTextFingerprint(t *testing.T) {
	corpus := mustCorpus(t, gridscribe.Text2Space())
	for i := range int64(300) {
		r, err := corpus.At(i)
		if err != nil {
			t.Fatal(err)
		}
		p := puzzleOf(r)
		names := make([]int, p.n)
		for k := range names {
			names[k] = p.n - 1 - k
		}
		for symmetry := range 8 {
			q := p.under(names, symmetry)
			if got := layout.Fingerprint(q.n, q.facts, -1, -1, layout.Full); got != r.TextFingerprint() {
				t.Fatalf("record %d under symmetry %d: %x, want %x", i, symmetry, got, r.TextFingerprint())
			}
		}
		if r.TextFingerprint() == r.Fingerprint() {
			t.Errorf("record %d: text and problem have one fingerprint", i)
		}
	}
}

// TestFingerprintOfValues: a question has one fingerprint, whether the record points to it or holds it by value.
func TestFingerprintOfValues(t *testing.T) {
	seen := make(map[string]int)
	for _, cfg := range []gridscribe.Config{gridscribe.Text2Space(), gridscribe.StepGame(), gridscribe.BAbI17(), gridscribe.BAbI19()} {
		corpus := mustCorpus(t, cfg)
		for i := range int64(40) {
			rec, err := corpus.At(i)
			if err != nil {
				t.Fatal(err)
			}
			if i%2 == 1 {
				rec.World.Rows, rec.World.Cols = 40, 50
			}
			want, values := rec.Fingerprint(), []qa.Question(nil)
			switch q := rec.Question.(type) {
			case *qa.Direction:
				values = []qa.Question{*q, qa.Multihop{Direction: *q}}
			case *qa.Truth:
				values = []qa.Question{*q}
			case *qa.Path:
				values = []qa.Question{*q}
			}
			for _, q := range values {
				seen[q.Family()]++
				rec.Question = q
				if got := rec.Fingerprint(); got != want {
					t.Errorf("record %d: a %T has fingerprint %x, a pointer to it %x", i, q, got, want)
				}
			}
		}
	}
	for _, family := range []string{"direction", "multihop", "truth", "path"} {
		if seen[family] == 0 {
			t.Errorf("no question of %s was looked at", family)
		}
	}
}
