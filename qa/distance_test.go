package qa_test

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var distanceKit = qatest.Kit{
	Families: []qa.Family{
		qa.DistanceFamily{},
		qa.DistanceFamily{Phrasing: qa.Variant, Metrics: 4, Centres: true, Scaled: 2,
			Scenery: qa.Scenery{Rows: 7, Cols: 7, Things: 5, Extended: 3, Kinds: 1, Each: 2}},
		qa.DistanceFamily{Phrasing: qa.Variant, Metrics: 4, Scaled: 4, Scenery: qa.Scenery{Rows: 10, Cols: 4, Things: 5, Rooms: 2}},
		chartRough{qa.DistanceFamily{}.At(4)},
		chartRough{qa.DistanceFamily{}},
		chartForeign{qa.DistanceFamily{}.At(4)},
	},
	Solve: distanceSolve,
	Wrong: func(q qa.Question, src seed.Source) string {
		return []string{"", "-"}[min(src.Intn(20), 1)^1] + []string{fmt.Sprint(1 + src.Intn(12)), fmt.Sprintf("%.1f", float64(1+src.Intn(120))/10),
			fmt.Sprint(1+src.Intn(12)) + ".0", fmt.Sprintf("%.2f", float64(1+src.Intn(800))/20)}[src.Intn(4)]
	},
	Fill: chartFill,
}

var (
	distanceEnds  = regexp.MustCompile(`^(?:What is the ([\w ]+?) distance between|How far is it from) (.+?) (?:and|to) (.+?)(?:, as the ([\w ]+) distance)?(, in metres)?\?`)
	distanceScale = regexp.MustCompile(`A cell is ([\d.]+) m wide and ([\d.]+) m high\.`)
)

// distanceRules are what must be said of each metric.
var distanceRules = map[string]string{
	"Manhattan":         "is the difference of their rows plus the difference of their columns.",
	"Chebyshev":         "is the larger of the difference of their rows and the difference of their columns.",
	"squared Euclidean": "is the square of the difference of their rows plus the square of the difference of their columns.",
	"Euclidean":         "is the square root of the sum of the square of the difference of their rows and the square of the difference of their columns.",
}

func distanceOf(metric string, rows, cols float64) float64 {
	switch metric {
	case "Manhattan":
		return math.Abs(rows) + math.Abs(cols)
	case "Chebyshev":
		return math.Max(math.Abs(rows), math.Abs(cols))
	case "squared Euclidean":
		return rows*rows + cols*cols
	}
	return math.Hypot(rows, cols)
}

// distanceCells returns the cells of a thing, or the cell that is told.
func (c *chartSeen) distanceCells(name string) ([][2]int, error) {
	if m := locatePlace.FindStringSubmatch(name); m != nil {
		row, _ := strconv.Atoi(m[1])
		col, _ := strconv.Atoi(m[2])
		return [][2]int{{row - 1, col - 1}}, nil
	}
	if cells := c.named[name]; len(cells) > 0 {
		return cells, nil
	}
	return nil, fmt.Errorf("no %q", name)
}

// distanceLeast returns the least distance between cells of both.
func distanceLeast(metric string, a, b [][2]int) float64 {
	least := math.Inf(1)
	for _, x := range a {
		for _, y := range b {
			least = math.Min(least, distanceOf(metric, float64(x[0]-y[0]), float64(x[1]-y[1])))
		}
	}
	return least
}

func distanceSolve(prompt string) (qatest.Solution, error) {
	c, err := chartRead(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	m := distanceEnds.FindStringSubmatch(c.question)
	if m == nil {
		return qatest.Solution{}, fmt.Errorf("not understood: %q", c.question)
	}
	metric := m[1] + m[4]
	if !strings.Contains(c.conventions, "The "+metric+" distance of two cells "+distanceRules[metric]) {
		return qatest.Solution{}, fmt.Errorf("the %s metric is not told", metric)
	}
	a, err := c.distanceCells(m[2])
	if err != nil {
		return qatest.Solution{}, err
	}
	b, err := c.distanceCells(m[3])
	if err != nil {
		return qatest.Solution{}, err
	}
	var d float64
	if strings.Contains(c.conventions, "measured between their centres") {
		var mid [2][2]float64
		for i, cells := range [][][2]int{a, b} {
			for axis := range 2 {
				lo, hi := cells[0][axis], cells[0][axis]
				for _, at := range cells {
					lo, hi = min(lo, at[axis]), max(hi, at[axis])
				}
				mid[i][axis] = float64(lo+hi) / 2
			}
		}
		d = distanceOf(metric, mid[0][0]-mid[1][0], mid[0][1]-mid[1][1])
	} else {
		if (len(a) > 1 || len(b) > 1) && !strings.Contains(c.conventions, "it is the least such distance") {
			return qatest.Solution{}, fmt.Errorf("it is not told from where to measure")
		}
		d = distanceLeast(metric, a, b)
	}
	unit := ""
	if s := distanceScale.FindStringSubmatch(c.conventions); s != nil {
		scale, _ := strconv.ParseFloat(s[1], 64)
		d, unit = d*scale, " m"
	}
	if (unit != "") != (m[5] != "") || (unit != "") != strings.Contains(c.question, "metres") {
		return qatest.Solution{}, fmt.Errorf("the unit is not told")
	}
	if metric == "Euclidean" {
		if !strings.Contains(c.question, "rounded to one decimal") {
			return qatest.Solution{}, fmt.Errorf("rounding is not told")
		}
		d = math.Round(d*10) / 10
	}
	return qatest.Solution{Answer: strconv.FormatFloat(d, 'f', -1, 64) + unit, Right: func(answer string) bool {
		v, err := strconv.ParseFloat(strings.TrimSuffix(answer, unit), 64)
		return err == nil && math.Abs(v-d) < 1e-6
	}}, nil
}

func TestDistanceKit(t *testing.T) { qatest.Run(t, distanceKit) }
