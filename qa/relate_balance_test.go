package qa_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/gridscribe/gridscribe/describe"
	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
)

// openSubject samples number k of a run of subjects of five to seven objects whose layout is open, facts in random order
// and from random sides, as a corpus makes them.
func openSubject(t *testing.T, k uint64) qa.Subject {
	t.Helper()
	src := seed.NewKey(1).Named("open").At(int64(k)).Stream()
	spec := layout.Spec{Objects: 5 + int(k%3), Answer: layout.N + layout.Cardinal(k%8), LocatumFirst: k%2 == 0}
	spec.Facts = spec.Objects - 1 + int(k%4)
	var sampler layout.Sampler
	facts, err := sampler.Sample(spec, src)
	if err != nil {
		t.Fatal(err)
	}
	var plan describe.Plan
	plan.Arrange(facts, src)
	net, err := layout.NewNetwork(spec.Objects, layout.World{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range plan.Facts {
		if err := net.Add(f); err != nil {
			t.Fatal(err)
		}
	}
	return qa.Subject{Facts: plan.Facts, Layout: layoutOf(layout.Names(spec.Objects), net.Realise(nil))}
}

// ask asks so many questions about open subjects; those that a subject has none for are passed over.
func ask(t *testing.T, f qa.Family, n int, each func(qa.Subject, qa.Question)) {
	t.Helper()
	asked := 0
	for k := range uint64(n) {
		s := openSubject(t, k)
		q, err := f.Ask(s, seed.NewKey(2).Named(f.Name()).At(int64(k)).Stream())
		if errors.Is(err, qa.ErrUnsuitable) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		asked++
		each(s, q)
	}
	if asked < n*9/10 {
		t.Errorf("%s: only %d of %d subjects are suitable", f.Name(), asked, n)
	}
}

// TestAnswersBalanced: whatever was asked, no answer is more frequent than another by more than these points.
func TestAnswersBalanced(t *testing.T) {
	tests := []struct {
		family qa.Family
		asks   int
		class  func(qa.Question) string
		want   int
		points float64
	}{
		{qa.TruthFamily{}, 16000, answerOf, 3, 1.5},
		{qa.TruthFamily{Claims: qa.SideClaims}, 4000, answerOf, 3, 2.5},
		{qa.TruthFamily{Closed: true}, 4000, answerOf, 2, 2.5},
		{qa.ChooseFamily{}, 8000, rightOptions, 4, 1.5},
		{qa.PossibleFamily{Form: qa.Could}, 4000, answerOf, 2, 2.5},
		{qa.ArrangeFamily{}, 4000, arranged, 5, 25},
	}
	for _, test := range tests {
		t.Run(fmt.Sprintf("%s %+v", test.family.Name(), test.family), func(t *testing.T) {
			count, all := make(map[string]int), 0
			ask(t, test.family, test.asks, func(_ qa.Subject, q qa.Question) {
				count[test.class(q)]++
				all++
			})
			if len(count) != test.want {
				t.Fatalf("answers %v; want %d of them", count, test.want)
			}
			for answer, n := range count {
				share, fair := 100*float64(n)/float64(all), 100/float64(test.want)
				t.Logf("%s: %.1f %%", answer, share)
				if math.Abs(share-fair) > test.points {
					t.Errorf("%q is the answer to %.1f %%; want %.1f ± %.1f", answer, share, fair, test.points)
				}
			}
		})
	}
}

func answerOf(q qa.Question) string { return q.Answer().String() }

// rightOptions says by place which of the options are right.
func rightOptions(q qa.Question) string { return fmt.Sprint(q.(qa.Choose).Right) }

// shown returns what the sentence about a pair says by itself, if there is one: claim holds, or it does not.
func shown(s qa.Subject, claim layout.Fact) qa.TruthValue {
	for _, f := range s.Facts {
		if f.Locatum == claim.Relatum && f.Relatum == claim.Locatum {
			f = layout.Fact{Locatum: f.Relatum, Relatum: f.Locatum, Relation: move(2).relation(f.Relation)}
		}
		if f.Locatum == claim.Locatum && f.Relatum == claim.Relatum {
			signs := handSigns[f.Relation]
			claim.Locatum, claim.Relatum = 0, 1
			if handHolds(claim, []layout.Cell{{Row: signs[0], Col: signs[1]}, {}}) {
				return qa.Yes
			}
			return qa.No
		}
	}
	return qa.Unknown
}

// mentioned returns where an object is first named in the facts.
func mentioned(s qa.Subject, object int) int {
	for k, f := range s.Facts {
		switch object {
		case f.Locatum:
			return 2 * k
		case f.Relatum:
			return 2*k + 1
		}
	}
	return 2 * len(s.Facts)
}

// TestShortcuts: guesses that compose no facts are right no more often than said here.
func TestShortcuts(t *testing.T) {
	type guess struct {
		name  string
		right func(qa.Subject, qa.Question) bool
		most  float64 // percent
	}
	truth := func(claimed func(qa.Subject, layout.Fact) qa.TruthValue) func(qa.Subject, qa.Question) bool {
		return func(s qa.Subject, q qa.Question) bool { return claimed(s, q.(qa.Truth).Claim) == q.Answer() }
	}
	yes := func(holds bool) qa.TruthValue {
		if holds {
			return qa.Yes
		}
		return qa.No
	}
	for _, test := range []struct {
		family  qa.Family
		guesses []guess
	}{
		{qa.TruthFamily{}, []guess{
			{"the sentence about the pair", truth(shown), 36},
			{"a sentence with the locatum and the direction", truth(func(s qa.Subject, claim layout.Fact) qa.TruthValue {
				return yes(slices.ContainsFunc(s.Facts, func(f layout.Fact) bool {
					return f.Relation == claim.Relation && f.Locatum == claim.Locatum
				}))
			}), 43},
			{"the object named first is above or left", truth(func(s qa.Subject, claim layout.Fact) qa.TruthValue {
				rows, cols := handSigns[claim.Relation][0], handSigns[claim.Relation][1]
				return yes((mentioned(s, claim.Locatum) < mentioned(s, claim.Relatum)) == (rows+cols < 0))
			}), 36},
			{"the alphabet", truth(func(_ qa.Subject, claim layout.Fact) qa.TruthValue {
				return yes(claim.Locatum < claim.Relatum)
			}), 36},
			{"the kind of the claim", truth(func(_ qa.Subject, claim layout.Fact) qa.TruthValue {
				if claim.Reading == layout.HalfPlane {
					return qa.Unknown
				}
				return qa.No
			}), 36},
		}},
		{qa.ChooseFamily{Polarity: qa.Positive}, []guess{
			{"the sentences about the options", func(s qa.Subject, q qa.Question) bool {
				c := q.(qa.Choose)
				for i, o := range c.Options {
					claim := c.Claim
					if claim.Locatum = o; (shown(s, claim) == qa.Yes) != c.Right[i] {
						return false
					}
				}
				return true
			}, 36},
			{"the option named first", func(s qa.Subject, q qa.Question) bool {
				c := q.(qa.Choose)
				first := mentioned(s, c.Options[0]) < mentioned(s, c.Options[1])
				return c.Right[0] == first && c.Right[1] == !first
			}, 28},
		}},
	} {
		right, all := make([]int, len(test.guesses)), 0
		ask(t, test.family, 8000, func(s qa.Subject, q qa.Question) {
			all++
			for i, g := range test.guesses {
				if g.right(s, q) {
					right[i]++
				}
			}
		})
		for i, g := range test.guesses {
			share := 100 * float64(right[i]) / float64(all)
			t.Logf("%s: %s: %.1f %%", test.family.Name(), g.name, share)
			if share > g.most {
				t.Errorf("%s: %s: right %.1f %% of the time; want %.0f at most", test.family.Name(), g.name, share, g.most)
			}
		}
	}
}

// arranged says a truth value, or whether an object is to be named.
func arranged(q qa.Question) string {
	if c, ok := q.Answer().(qa.Choice); ok && len(c.Names) > 0 {
		return "a name"
	}
	return answerOf(q)
}
