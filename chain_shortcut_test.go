package gridscribe_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe"
	"github.com/gridscribe/gridscribe/layout"
)

// chainShortcuts are what somebody could answer by who does not follow the chain.
var chainShortcuts = []struct {
	name    string
	see     func(*gridscribe.Record) string
	allowed float64 // points above chance; more than that fails
}{
	{"majority", func(*gridscribe.Record) string { return "" }, 1},
	{"hops", func(r *gridscribe.Record) string { return fmt.Sprint(len(r.Plan.Facts)) }, 1.5},
	{"names", func(r *gridscribe.Record) string {
		d := r.Direction()
		return r.Names()[d.Locatum] + r.Names()[d.Relatum]
	}, 2},
	{"record number", func(r *gridscribe.Record) string { return fmt.Sprint(r.Index / 2 % 32) }, 1.5},
	{"first fact", func(r *gridscribe.Record) string { return r.Plan.Facts[0].Relation.String() }, 3},
	{"last fact", func(r *gridscribe.Record) string { return lastFact(r).Relation.String() }, 3},
	// Half of the evidence at two hops, and less with every hop.
	{"first fact about one of them", func(r *gridscribe.Record) string {
		for _, f := range r.Plan.Facts {
			if seen := oriented(r, f); seen != "" {
				return seen
			}
		}
		return ""
	}, 100},
	{"sum of the words, whatever they are about", func(r *gridscribe.Record) string {
		rows, cols := 0, 0
		for _, f := range r.Plan.Facts {
			up, left := f.Relation.Signs()
			rows, cols = rows+up, cols+left
		}
		return layout.CardinalOf(rows, cols).String()
	}, 100},
	// Steps add up to an even number along an axis on which the two are level, which is part of the arithmetic.
	{"number of facts along each line", func(r *gridscribe.Record) string {
		var counts [layout.SE + 1]int
		for _, f := range r.Plan.Facts {
			counts[f.Relation.Line()]++
		}
		return fmt.Sprint(counts)
	}, 100},
}

// TestChainShortcuts reports by how many points shortcuts beat chance in the preset stepgame, from two hops on, and
// bounds those that are no part of the reasoning. Learned on the even records, examined on the odd ones.
func TestChainShortcuts(t *testing.T) {
	cfg := gridscribe.StepGame()
	cfg.Records, cfg.Hops = 60_000, cfg.Hops[1:]
	if testing.Short() {
		cfg.Records = 20_000
	}
	type key struct {
		hops int
		seen string
	}
	learned := make([]map[key]map[string]int, len(chainShortcuts))
	type exam struct {
		keys   []key
		answer string
	}
	var exams []exam
	for rec, err := range mustCorpus(t, cfg).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		e := exam{answer: string(rec.AppendAnswer(nil))}
		for s, cut := range chainShortcuts {
			k := key{rec.Hops(), cut.see(rec)}
			e.keys = append(e.keys, k)
			if rec.Index%2 == 1 {
				continue
			}
			if learned[s] == nil {
				learned[s] = make(map[key]map[string]int)
			}
			if learned[s][k] == nil {
				learned[s][k] = make(map[string]int)
			}
			learned[s][k][e.answer]++
		}
		if rec.Index%2 == 1 {
			exams = append(exams, e)
		}
	}
	var table strings.Builder
	fmt.Fprintf(&table, "%-44s%8s%8s%8s%8s\n", "points above chance at so many hops", "2", "5", "10", "all")
	for s, cut := range chainShortcuts {
		right, asked := make(map[int]float64), make(map[int]float64)
		for _, e := range exams {
			hit := 0.
			if best(learned[s][e.keys[s]]) == e.answer {
				hit = 100
			}
			for _, group := range []int{e.keys[s].hops, 0} {
				right[group] += hit
				asked[group]++
			}
		}
		fmt.Fprintf(&table, "%-44s", cut.name)
		for _, group := range []int{2, 5, 10, 0} {
			fmt.Fprintf(&table, "%+8.2f", right[group]/asked[group]-100./9)
		}
		table.WriteByte('\n')
		if gain := right[0]/asked[0] - 100./9; gain > cut.allowed {
			t.Errorf("%s: %.2f points above chance, %.1f are allowed", cut.name, gain, cut.allowed)
		}
	}
	t.Logf("%d questions\n%s", len(exams), &table)
}

// best returns the most frequent answer, of equals the first in the alphabet.
func best(counts map[string]int) string {
	var answers []string
	for answer := range counts {
		answers = append(answers, answer)
	}
	slices.Sort(answers)
	if len(answers) == 0 {
		return ""
	}
	return slices.MaxFunc(answers, func(a, b string) int { return counts[a] - counts[b] })
}
