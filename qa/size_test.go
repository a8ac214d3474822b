package qa_test

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/gridscribe/gridscribe/layout"
	"github.com/gridscribe/gridscribe/layout/seed"
	"github.com/gridscribe/gridscribe/qa"
	"github.com/gridscribe/gridscribe/qa/qatest"
)

var sizeKit = qatest.Kit{
	Families: []qa.Family{qa.SizeFamily{}, qa.SizeFamily{Phrasing: qa.Variant, Side: 14, Things: 5, Cells: 20, Options: 4, Scale: 3},
		qa.SizeFamily{About: qa.SizeRatio, Side: 11, Things: 4, Cells: 24, Scale: 2},
		qa.SizeFamily{About: qa.SizeMost, Phrasing: qa.Variant, Side: 12, Things: 4, Cells: 12, Options: 3}},
	Solve: solveSize,
	Wrong: func(q qa.Question, src seed.Source) string {
		s := q.(qa.Size)
		if s.Kind == qa.SizeMost {
			names := make([]string, 0, len(s.Objects))
			for _, o := range s.Objects {
				if s.OfRooms {
					names = append(names, s.Map.Rooms[o].Name)
				} else {
					names = append(names, s.Map.Things[o].Name)
				}
			}
			return names[src.Intn(len(names))]
		}
		n := s.Number
		n.Value = max(0, n.Value+src.Intn(5)-2)
		if src.Intn(2) == 0 {
			n.Unit = ""
		}
		return n.String()
	},
	Fill: func(prompt string) []string { return extentFill(prompt, "") },
}

var (
	sizeScale   = regexp.MustCompile(`(?m)^Scale: the side of a cell is ([\d.]+) m\.$`)
	sizeOne     = regexp.MustCompile(`What is the (area|width|height) of (.+)\?|How (large in area|wide|tall) is (.+)\?`)
	sizeRatio   = regexp.MustCompile(`How many times as large as the area of (.+) is the area of (.+)\?|By what number is the area of (.+) to be multiplied to get the area of (.+)\?`)
	sizeMost    = regexp.MustCompile(`Which (?:is|has the) ([a-z ]+): (.+)\?|Of (.+), which one has the ([a-z ]+)\?`)
	sizeListing = regexp.MustCompile(`, | or | and `)
)

// solveSize counts cells on fractions of metres.
func solveSize(prompt string) (qatest.Solution, error) {
	s, err := readExtentScene(prompt)
	if err != nil {
		return qatest.Solution{}, err
	}
	scale := (*big.Rat)(nil)
	if m := sizeScale.FindStringSubmatch(s.rest); m != nil {
		scale, _ = new(big.Rat).SetString(m[1])
	}
	find := func(name string) (map[layout.Cell]bool, error) {
		if cells := s.things[name]; len(cells) > 0 {
			if !onePiece(cells) {
				return nil, errors.New("a thing is in pieces")
			}
			return cells, nil
		}
		cells := s.rooms[name]
		if len(cells) == 0 {
			return nil, fmt.Errorf("no %q", name)
		}
		if !s.drawn {
			return cells, nil
		}
		for c := range cells {
			if room, err := s.part(s.comps[c]); err != nil || room != name {
				return nil, fmt.Errorf("%q shares its floor: %v", name, err)
			}
			all := map[layout.Cell]bool{}
			for d, n := range s.comps {
				if n == s.comps[c] {
					all[d] = true
				}
			}
			return all, nil
		}
		return nil, nil
	}
	measure := func(name, what string) (int, error) {
		cells, err := find(name)
		if err != nil || strings.Contains(what, "area") {
			return len(cells), err
		}
		seen := map[int]bool{} // rows or columns, filled up between
		low, high := 99, -1
		for c := range cells {
			k := c.Row
			if strings.Contains(what, "wid") || strings.Contains(what, "narrow") {
				k = c.Col
			}
			seen[k], low, high = true, min(low, k), max(high, k)
		}
		return high - low + 1, nil
	}
	// number says that a text is a given number, whatever its unit may be.
	number := func(n *big.Rat, units ...string) qatest.Solution {
		answer := strings.TrimRight(strings.TrimRight(n.FloatString(6), "0"), ".")
		return qatest.Solution{Answer: answer, Right: func(given string) bool {
			word, unit, _ := strings.Cut(given, " ")
			g, ok := new(big.Rat).SetString(word)
			fits := unit == ""
			for _, u := range units {
				fits = fits || u == unit
			}
			return ok && fits && g.Cmp(n) == 0
		}}
	}
	if m := sizeRatio.FindStringSubmatch(s.rest); m != nil {
		b, err := measure(m[1]+m[3], "area")
		if err != nil {
			return qatest.Solution{}, err
		}
		a, err := measure(m[2]+m[4], "area")
		if err != nil {
			return qatest.Solution{}, err
		}
		return number(big.NewRat(int64(a), int64(b))), nil
	}
	if m := sizeMost.FindStringSubmatch(s.rest); m != nil {
		what, list := m[1]+m[4], m[2]+m[3]
		least := strings.Contains(what, "least") || strings.Contains(what, "less") || strings.Contains(what, "small") || strings.Contains(what, "narrow")
		best, size, tie := "", 0, false
		for _, name := range sizeListing.Split(list, -1) {
			n, err := measure(name, what)
			if err != nil {
				return qatest.Solution{}, err
			}
			if least {
				n = -n
			}
			if best == "" || n > size {
				best, size, tie = name, n, false
			} else if n == size {
				tie = true
			}
		}
		if tie {
			return qatest.Solution{}, errors.New("two are equal")
		}
		return qatest.Solution{Answer: best}, nil
	}
	m := sizeOne.FindStringSubmatch(s.rest)
	if m == nil {
		return qatest.Solution{}, errors.New("no question")
	}
	what := m[1] + m[3]
	n, err := measure(m[2]+m[4], what)
	if err != nil {
		return qatest.Solution{}, err
	}
	size, unit := big.NewRat(int64(n), 1), []string{"cells", "cell"}
	if scale != nil {
		if size.Mul(size, scale); strings.Contains(what, "area") {
			size.Mul(size, scale)
			unit = []string{"m²"}
		} else {
			unit = []string{"m"}
		}
	}
	return number(size, unit...), nil
}

func TestSizeKit(t *testing.T) { qatest.Run(t, sizeKit) }
