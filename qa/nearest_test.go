package qa_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var nearestKit = qatest.Kit{
	Families: []qa.Family{
		qa.NearestFamily{},
		qa.NearestFamily{Phrasing: qa.Variant, Metrics: 4, Candidates: 4, Ordered: 2,
			Scenery: qa.Scenery{Rows: 7, Cols: 7, Things: 5, Extended: 3, Kinds: 1, Each: 2}},
		qa.NearestFamily{Phrasing: qa.Variant, Metrics: 4, Candidates: 8, Scenery: qa.Scenery{Rows: 8, Cols: 8, Things: 5, Extended: 1}},
		chartRough{qa.NearestFamily{}.At(3)},
		chartRough{qa.NearestFamily{}},
		chartForeign{qa.NearestFamily{}.At(4)},
	},
	Solve: nearestSolve,
	Wrong: func(q qa.Question, src seed.Source) string {
		n := q.(qa.Nearest)
		of := slices.Clone(n.Of)
		seed.Shuffle(src, of)
		if n.Ordered {
			return strings.Join(of, ", ")
		}
		return of[0]
	},
	Fill: chartFill,
}

var (
	nearestAsked = regexp.MustCompile(`^Which of (.+?) (is near(?:est|er) to|is farthe(?:st|r) from|has the (?:least|smaller) distance from|has the greate(?:st|r) distance from) (.+?)\?`)
	nearestOrder = regexp.MustCompile(`^(?:Put|Sort) (.+?) (?:in the order of|by) their distance from (.+?)(?:, the|\. Which comes first, which next\? Start with the) (nearest|farthest)`)
)

func nearestSolve(prompt string) (qatest.Solution, error) {
	c, err := chartRead(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	var of []string
	var from string
	farthest, ordered := false, false
	if m := nearestAsked.FindStringSubmatch(c.question); m != nil {
		of, from = strings.Split(strings.ReplaceAll(m[1], " and ", ", "), ", "), m[3]
		farthest = strings.Contains(m[2], "farthe") || strings.Contains(m[2], "greate")
		if m[1] == "all the other things on the map" {
			of = nil
			for name := range c.named {
				if name != from {
					of = append(of, name)
				}
			}
			for kind, cells := range c.kinds {
				if len(cells) > 1 {
					return qatest.Solution{}, fmt.Errorf("several of kind %s have no name", kind)
				}
				of = append(of, kind)
				c.named[kind] = cells
			}
			slices.Sort(of)
		}
	} else if m := nearestOrder.FindStringSubmatch(c.question); m != nil {
		of, from, farthest, ordered = strings.Split(strings.ReplaceAll(m[1], " and ", ", "), ", "), m[2], m[3] == "farthest", true
	} else {
		return qatest.Solution{}, fmt.Errorf("not understood: %q", c.question)
	}
	metric := ""
	for m, rule := range distanceRules {
		if strings.Contains(c.conventions, "The "+m+" distance of two cells "+rule) && strings.Contains(c.conventions, "Distances are "+m+".") {
			metric = m
		}
	}
	if metric == "" {
		return qatest.Solution{}, fmt.Errorf("no metric is told")
	}
	start, err := c.distanceCells(from)
	if err != nil {
		return qatest.Solution{}, err
	}
	distances := map[string]float64{}
	for _, name := range of {
		cells, err := c.distanceCells(name)
		if err != nil {
			return qatest.Solution{}, err
		}
		if distances[name] = distanceLeast(metric, start, cells); farthest {
			distances[name] *= -1
		}
	}
	slices.SortFunc(of, func(a, b string) int {
		switch {
		case distances[a] < distances[b]:
			return -1
		case distances[a] > distances[b]:
			return 1
		}
		return 0
	})
	for i := 1; i < len(of); i++ {
		if distances[of[i]]-distances[of[i-1]] < 1e-9 && (ordered || i == 1) {
			return qatest.Solution{Answer: "a tie"}, nil
		}
	}
	if ordered {
		return qatest.Solution{Answer: strings.Join(of, ", ")}, nil
	}
	return qatest.Solution{Answer: of[0]}, nil
}

func TestNearestKit(t *testing.T) { qatest.Run(t, nearestKit) }
